"""The order of sets in JSON: by the text of their items.

The order of a set's own items depends on hashes, which differ between processes. JSON in that order
would change from run to run, and so would the ETag of a record.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.user_code import Raised, attempt, call_or_default
from pytest_fixturegen.introspection.shape_parts import walk_shapes
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    InstanceOf,
    OpaqueShape,
    Scalar,
    TypeReading,
)

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.foreign_classes import (
        get_constructor_arguments,
        needs_bridge,
    )
else:
    get_constructor_arguments, needs_bridge = import_on_call(
        "pytest_fixturegen.introspection.readers.foreign_classes",
        "get_constructor_arguments",
        "needs_bridge",
    )

Encoder = Callable[[Any], bytes]


def order_sets(reading: TypeReading) -> TypeReading:
    """Return *reading* with functions that write sets in the order of their text."""
    if reading.has_sets:
        wrap = make_sorted_encoder
    elif _may_have_sets(reading):
        wrap = _make_careful_encoder
    else:
        return reading
    return replace(
        reading,
        dump_json=wrap(reading.dump_json),
        dump_round_trip=wrap(reading.dump_round_trip),
        dump_by_name=wrap(reading.dump_by_name),
    )


def _may_have_sets(reading: TypeReading) -> bool:
    """Return whether user code, or a type without a shape, may put a set into a value."""
    hidden = (CheckedShape, CustomJsonShape, InstanceOf, OpaqueShape)
    return any(
        isinstance(part, hidden) or (isinstance(part, Scalar) and part.kind == "any")
        for part in walk_shapes(reading.shape, reading.refs)
    )


def make_sorted_encoder(encode: Encoder) -> Encoder:
    """Return *encode* with sets in the order of their text."""

    def encode_sorted(value: Any) -> bytes:
        return _sort_text(value, encode(value))

    return encode_sorted


def _make_careful_encoder(encode: Encoder) -> Encoder:
    """Return *encode* with sets in the order of their text, for values that rarely have sets."""

    def encode_careful(value: Any) -> bytes:
        text = encode(value)
        return _sort_text(value, text) if _contains_set(value) else text

    return encode_careful


def _sort_text(value: Any, text: bytes) -> bytes:
    """Return the JSON *text* of *value* with the items of its sets in order."""
    json_value = sort_sets(value, json.loads(text))
    return json.dumps(json_value, ensure_ascii=False, separators=(",", ":")).encode()


def _contains_set(value: Any) -> bool:
    """Return whether a set occurs in *value*, at any depth."""
    if isinstance(value, Set):
        return True
    if isinstance(value, Mapping):
        return any(map(_contains_set, value.values()))
    if isinstance(value, list | tuple | deque):
        return any(map(_contains_set, value))
    if isinstance(value, str | bytes | int | float):
        return False
    return any(map(_contains_set, _get_field_values(value).values()))


def sort_sets(value: Any, json_value: Any) -> Any:
    """Return *json_value*, the JSON of *value*, with the items of sets in the order of their
    text.
    """
    if isinstance(json_value, list):
        return _sort_list(value, json_value)
    is_same_mapping = isinstance(value, Mapping) and isinstance(json_value, dict)
    if is_same_mapping and len(value) == len(json_value):
        items = zip(value.values(), json_value.items(), strict=True)
        return {key: sort_sets(item, text) for item, (key, text) in items}
    if _is_root_model(value) and not isinstance(json_value, dict):
        return sort_sets(value.root, json_value)
    if isinstance(json_value, dict):
        return _sort_field_sets(value, json_value)
    return json_value


def _sort_list(value: Any, json_items: list[Any]) -> Any:
    """Return the JSON of a set, a sequence or a root model with the items of sets sorted.

    The JSON stays as it is if *value* does not show which item belongs to which text.
    """
    has_same_length = hasattr(value, "__len__") and len(value) == len(json_items)
    if isinstance(value, Set):
        # Pydantic writes a set in the order of its iteration, so the items belong to the texts.
        # If a custom serializer used another order, they have at least the same type.
        if has_same_length:
            json_items = list(map(sort_sets, value, json_items))
        return sorted(json_items, key=dumps)
    if isinstance(value, list | tuple | deque) and has_same_length:
        return list(map(sort_sets, value, json_items))
    if _is_root_model(value):
        return sort_sets(value.root, json_items)
    return json_items


def _get_fields(value: Any) -> dict[str, Any]:
    """Return the fields of *value* by name, of a Pydantic model or dataclass; empty otherwise.

    Computed fields are included.
    """
    fields = getattr(value, "__pydantic_fields__", None)
    fields = fields or getattr(value, "__dataclass_fields__", {})
    decorators = getattr(value, "__pydantic_decorators__", None)
    computed = getattr(decorators, "computed_fields", {})
    return {**fields, **{name: each.info for name, each in computed.items()}}


def _get_field_values(value: Any) -> Mapping[str, Any]:
    """Return the values of the fields of *value* by name; empty if it has no fields.

    A computed field that raises is left out.
    """
    if needs_bridge(type(value)):
        # An object of the user's may not keep its arguments.
        return call_or_default(partial(get_constructor_arguments, value), {})
    values = {name: attempt(partial(getattr, value, name)) for name in _get_fields(value)}
    return {name: each for name, each in values.items() if not isinstance(each, Raised)}


def _is_root_model(value: Any) -> bool:
    """Return whether *value* is a root model, whose JSON is that of its root."""
    return hasattr(value, "model_fields_set") and "root" in _get_fields(value)


def _sort_field_sets(value: Any, json_value: dict[str, Any]) -> dict[str, Any]:
    """Return *json_value* with the sets of each field sorted; other keys stay as they are.

    JSON may name a field by its serialisation alias or by its own name.
    """
    values = _get_field_values(value)
    names = {}
    for name, info in _get_fields(value).items():
        alias = getattr(info, "serialization_alias", None) or getattr(info, "alias", None)
        names[alias or name] = name
    names |= {name: name for name in values if name in json_value}
    return {
        key: sort_sets(values.get(names.get(key, key)), text) for key, text in json_value.items()
    }
