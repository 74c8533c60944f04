"""Changes of a payload that break one rule, for each part of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from pytest_fixturegen.cases.payload import (
    PayloadPart,
    remove_at,
    rename_key,
    set_at,
)
from pytest_fixturegen.cases.value_classes import list_value_classes
from pytest_fixturegen.cases.violations import Rank, list_violations
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    ModelShape,
    NamedShape,
    Scalar,
    TupleShape,
)
from pytest_fixturegen.strategies.containers import SET_KINDS

MAX_VALUE_LENGTH = 24
"""Characters of a value in the id of a case."""

EXTRA_KEY = "unexpected"
ABSENT = object()
"""The value of a change that removes something."""

MAX_ADDED_ITEMS = 1000
"""The most items that a list gets to be too long."""


class Mutation(NamedTuple):
    """A change of a payload at *title* that breaks *rule*; *apply* returns the changed copy.

    *value* is what is there instead. *is_repeated* says that the same rule was broken at another
    item before, *is_probe* that the type takes the value, but a validator may not.
    """

    rank: Rank
    rule: str
    title: str
    value: Any
    apply: Callable[[Any], Any]
    is_repeated: bool = False
    is_probe: bool = False

    def describe(self) -> str:
        """Return the change as ids show it: ``=17``, or the rule where the value is long."""
        if self.value is ABSENT:
            return f" {self.rule}"
        if self.value is None:
            return "=null"
        text = json.dumps(self.value) if isinstance(self.value, str) else str(self.value)
        is_long = len(text) > MAX_VALUE_LENGTH or isinstance(self.value, list | dict)
        return f" {self.rule}" if is_long else f"={text}"


def list_mutations(part: PayloadPart, *, has_validators: bool) -> Iterator[Mutation]:
    """Yield the changes of *part*; each changes the part alone, or one key next to it.

    If the type *has_validators* of the user, unusual values that its types take are tried, too.
    """
    yield from _list_field_mutations(part)
    if part.value is None:
        return
    match part.shape:
        case Scalar() | ChoiceShape() as shape:
            yield from _list_scalar_mutations(part, shape)
            if has_validators and isinstance(shape, Scalar):
                yield from _list_probes(part, shape)
        case ModelShape():
            yield from _list_record_mutations(part)
        case CollectionShape() | TupleShape() if isinstance(part.value, list):
            yield from _list_size_mutations(part)
        case MappingShape() if isinstance(part.value, dict):
            yield from _list_entry_mutations(part)
        case NamedShape():
            yield _replace(
                part,
                Rank.TYPE,
                "another type",
                [],
            )
            yield _replace(
                part,
                Rank.TYPE,
                "no such value",
                "?!",
            )


def _list_field_mutations(part: PayloadPart) -> Iterator[Mutation]:
    """Yield the changes that every field has: it is missing, or null."""
    if part.field is not None and part.field.required:
        remove = partial(remove_at, keys=part.keys)
        yield Mutation(
            Rank.MISSING,
            "missing",
            part.title,
            ABSENT,
            remove,
            part.repeats,
        )
    if not part.is_optional and part.keys:
        yield _replace(
            part,
            Rank.NULL,
            "null",
            None,
        )


def _replace(
    part: PayloadPart,
    rank: Rank,
    rule: str,
    value: Any,
) -> Mutation:
    """Return the change of *part* to *value*."""
    change = partial(
        set_at,
        keys=part.keys,
        value=value,
    )
    return Mutation(
        rank,
        rule,
        part.title,
        value,
        change,
        part.repeats,
    )


def _list_scalar_mutations(part: PayloadPart, shape: Scalar | ChoiceShape) -> Iterator[Mutation]:
    """Yield the changes of a single value."""
    for violation in list_violations(shape, part.value):
        yield _replace(
            part,
            violation.rank,
            violation.rule,
            violation.value,
        )


def _list_probes(part: PayloadPart, shape: Scalar) -> Iterator[Mutation]:
    """Yield changes to values that the type takes, and only a validator may refuse."""
    for each in list_value_classes(shape, with_large_numbers=False):
        probe = _replace(
            part,
            Rank.RULE,
            f"a validator: {each.name}",
            to_json(each.value),
        )
        yield probe._replace(is_probe=True)


def to_json(value: Any) -> Any:
    """Return *value* as Pydantic writes it to JSON."""
    from pydantic_core import to_jsonable_python

    return to_jsonable_python(value)


def _list_record_mutations(part: PayloadPart) -> Iterator[Mutation]:
    """Yield the changes of a record: a key that no field has, and another type."""
    if not isinstance(part.value, dict):
        return
    title = f"{part.title}.{EXTRA_KEY}".lstrip(".")
    add = partial(
        set_at,
        keys=(*part.keys, EXTRA_KEY),
        value=True,
    )
    yield Mutation(
        Rank.RULE,
        "extra key",
        title,
        True,
        add,
        part.repeats,
    )
    yield _replace(
        part,
        Rank.TYPE,
        "another type than an object",
        "text",
    )


def _list_size_mutations(part: PayloadPart) -> Iterator[Mutation]:
    """Yield lists that are too short or too long, and another type."""
    items: list[Any] = part.value
    low, high = _find_sizes(part.shape)
    if high is not None and items and high - len(items) < MAX_ADDED_ITEMS:
        longer = [*items, *[items[-1]] * (high + 1 - len(items))]
        yield _replace(
            part,
            Rank.RULE,
            f"{len(longer)} items",
            longer,
        )
    if low and items:
        yield _replace(
            part,
            Rank.RULE,
            f"{low - 1} items",
            items[: low - 1],
        )
    is_set = isinstance(part.shape, CollectionShape) and part.shape.kind in SET_KINDS
    if items and is_set:
        yield _replace(
            part,
            Rank.COERCION,
            "repeated items for set",
            [*items, items[0]],
        )
    yield _replace(
        part,
        Rank.TYPE,
        "another type than a list",
        "text",
    )


def _find_sizes(shape: Any) -> tuple[int, int | None]:
    """Return the fewest and the most items of *shape*."""
    if isinstance(shape, TupleShape) and shape.variadic_index is None:
        return len(shape.items), len(shape.items)
    return shape.low, shape.high


def _list_entry_mutations(part: PayloadPart) -> Iterator[Mutation]:
    """Yield mappings that are too small or too large, or have a key of another type."""
    entries: dict[str, Any] = part.value
    shape = part.shape
    assert isinstance(shape, MappingShape)
    key = next(iter(entries), None)
    if shape.high is not None and key is not None and shape.high < MAX_ADDED_ITEMS:
        added = {f"{key}{number}": entries[key] for number in range(shape.high - len(entries) + 1)}
        yield _replace(
            part,
            Rank.RULE,
            f"{shape.high + 1} entries",
            {**entries, **added},
        )
    if shape.low:
        fewer = dict([*entries.items()][: shape.low - 1])
        yield _replace(
            part,
            Rank.RULE,
            f"{shape.low - 1} entries",
            fewer,
        )
    if key is not None and isinstance(shape.key, Scalar | ChoiceShape):
        for violation in list_violations(shape.key, key):
            if isinstance(violation.value, str):
                rename = partial(
                    rename_key,
                    keys=(*part.keys, key),
                    name=violation.value,
                )
                title = f"{part.title} key"
                rule = f"key: {violation.rule}"
                yield Mutation(
                    violation.rank,
                    rule,
                    title,
                    violation.value,
                    rename,
                    part.repeats,
                )
    yield _replace(
        part,
        Rank.TYPE,
        "another type than an object",
        [],
    )
