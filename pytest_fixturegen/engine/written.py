"""The JSON of a record that its model takes back: what the model says of it, or else what the model reads.

A model may leave out of its JSON what it asks for, or name it otherwise. Such a record is written as the model was given it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pytest_fixturegen.engine.columns import Reader
from pytest_fixturegen.engine.repair import Drawing, Refusal, mended
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.records import dumps
from pytest_fixturegen.shape.shapes import Items, Reading
from pytest_fixturegen.streams import BLOCK

Write = Callable[[Any], bytes]


def written(plan: Plan, value: Any, drawing: Drawing) -> bytes:
    """The JSON of *value*, which *drawing* drew; that of another draw where no JSON of it is taken back.

    Raises MappingError when none is: such a record cannot be sent to anyone who uses the model.
    """
    ways = (*_says(plan.reading), lambda _: drawing.as_json())
    try:
        return _first_taken_back(plan.reading, ways, value)
    except Exception as error:
        return _drawn_again(plan, drawing.reader, drawing.row, error)


def _drawn_again(plan: Plan, reader: Reader, row: int, error: Exception) -> bytes:
    """The JSON of *row* once a value is drawn for it whose JSON is taken back; *error* says why that of the first is not."""
    ways = _says(plan.reading)
    first = replace(reader, attempts={}, patches={}, kept=frozenset(), dropped=frozenset())
    try:
        text, _ = mended(plan, first, row, error, lambda value: _first_taken_back(plan.reading, ways, value))
    except Exception:
        index = reader.block * BLOCK + row
        raise Refusal(error).as_error(reader.stream.name, index, "does not accept its own JSON") from error
    return bytes(text)


def _says(reading: Reading) -> tuple[Write, ...]:
    """What the model itself says of a value: with aliases, so that nothing is lost, and by the names of its fields."""
    ways = (reading.dump_json, reading.dump_round_trip, reading.dump_by_name)
    return tuple(map(_sorted, ways)) if holds_sets(reading) else ways


def _first_taken_back(reading: Reading, ways: tuple[Write, ...], value: Any) -> bytes:
    """What the first of *ways* says of *value* that the model takes back. Raises why it does not take the very first."""
    refusals = []
    for way in ways:
        try:
            text = way(value)
            reading.validate_json(text)
        except Exception as error:
            refusals.append(error)
        else:
            return text
    raise refusals[0]


def holds_sets(reading: Reading) -> bool:
    """Whether a value of the type may hold a set."""
    return any(_is_set(part) for shape in (reading.shape, *reading.refs.values()) for part in _parts(shape))


def _is_set(part: Any) -> bool:
    return isinstance(part, Items) and part.kind in ("set", "frozenset")


def _parts(shape: Any) -> Iterator[Any]:
    """*shape* and all that it is made of, as far as no ref stands for it."""
    yield shape
    names = getattr(shape, "__dataclass_fields__", ())
    for held in (getattr(shape, name) for name in names):
        for part in _flat(held):
            yield from _parts(part)


def _flat(held: Any) -> Iterator[Any]:
    if isinstance(held, tuple):
        for each in held:
            yield from _flat(each)
    elif type(held).__module__ == Reading.__module__:
        yield held


def _sorted(write: Write) -> Write:
    """*write*, with the items of sets in the order of their text: their own order is not the same in every process."""

    def say(value: Any) -> bytes:
        said = in_order(value, json.loads(write(value)))
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

    return say


def in_order(value: Any, said: Any) -> Any:
    """*said*, which JSON says of *value*, with each list that stands for a set in the order of its items' text."""
    if isinstance(value, set | frozenset) and isinstance(said, list):
        nested = any(isinstance(each, frozenset) for each in value)
        return sorted((in_order(frozenset(), each) for each in said) if nested else said, key=dumps)
    if isinstance(value, list | tuple | deque) and isinstance(said, list) and len(value) == len(said):
        return [in_order(each, text) for each, text in zip(value, said, strict=True)]
    if isinstance(value, Mapping) and isinstance(said, dict) and len(value) == len(said):
        return {key: in_order(each, text) for each, (key, text) in zip(value.values(), said.items(), strict=True)}
    fields = getattr(value, "__pydantic_fields__", None) or getattr(value, "__dataclass_fields__", {})
    if "root" in fields and hasattr(value, "model_fields_set") and type(said) is not dict:
        return in_order(value.root, said)
    return _fields_in_order(value, fields, said) if isinstance(said, dict) else said


def _fields_in_order(value: Any, fields: Mapping[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    names = {getattr(info, "serialization_alias", None) or name: name for name, info in fields.items()}
    names |= {name: name for name in fields if name in said}
    return {key: in_order(getattr(value, names[key], None), text) if key in names else text for key, text in said.items()}
