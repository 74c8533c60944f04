"""A record that its model refuses is drawn again where it failed.

A refusal says where and why. Only that part is drawn again, under the number of its attempt, so that the rest of the
record, and every other record, stays what it was. What is still refused is tried in other ways: as its JSON, with more
of its optional parts, without its defaults.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pytest_fixturegen.engine.columns import Reader
from pytest_fixturegen.engine.hints import hint_for
from pytest_fixturegen.engine.places import Drawn, Fault, Place, unwrapped
from pytest_fixturegen.engine.presence import Presence
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import ROOT, shown
from pytest_fixturegen.nodes import Node, Record
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.shape.shapes import Reading
from pytest_fixturegen.streams import BLOCK

PATIENCE = 12
"""Turns after which what is around a fault is drawn again, too, in every fourth turn."""

AS_PLANNED = 3
"""One attempt of so many draws a place as planned: what a message seems to say may be wrong."""

AS_JSON = 4
"""One turn of so many tries the record as its JSON says it: some validators read nothing but text."""


class Refusal:
    """Why a model refused a record: places and words, whether Pydantic or a validator of the user's raised."""

    def __init__(self, error: Exception) -> None:
        listed = getattr(error, "errors", None)
        self.cause = error
        self.faults = [Fault((), f"{type(error).__name__}: {error}", {"error": error})]
        if callable(listed) and hasattr(error, "error_count"):
            self.faults = [Fault(each["loc"], each["msg"], each.get("ctx", {})) for each in listed(include_url=False)]

    def as_error(self, model: str, index: int, what: str) -> MappingError:
        """One sentence that names the model, the field and the validator's words."""
        fault = self.faults[0]
        path = ".".join(map(str, fault.loc))
        first = fault.words.splitlines()[0] if fault.words else "no reason given"
        error = MappingError(
            f"{shown(model, path)} {what} (record {index}): {first}.".replace("..", "."),
            hint="Override the field with a value that its validators accept.",
            model=model,
            path=path,
            index=index,
        )
        error.__cause__ = self.cause
        return error


def mended(plan: Plan, reader: Reader, row: int, error: Exception) -> Any:
    """The value of *row* once its model accepts it.

    Raises MappingError after as many attempts as the plan allows, with what the validators said last.
    """
    repair = Repair(plan.node, reader, row)
    for turn in range(plan.retries):
        other = plan.other(turn)
        if other is not None:
            repair = Repair(other, reader, row)
        try:
            return repair.validated(plan.reading, error, turn)
        except MappingError:
            raise
        except Exception as refusal:
            error = refusal
    index = reader.block * BLOCK + row
    tries = f"is refused after {plan.retries} more attempts" if plan.retries else "is refused, and is not to be drawn again"
    raise Refusal(error).as_error(reader.stream.name, index, tries)


@dataclass(slots=True)
class Repair:
    """What is known of one refused record: how often each part was drawn, what is drawn there instead, and which fields
    must not be left out.
    """

    node: Node
    reader: Reader
    row: int
    attempts: dict[str, int] = field(default_factory=dict)
    patches: dict[str, Node] = field(default_factory=dict)
    presence: Presence = field(default_factory=Presence)

    def validated(self, reading: Reading, error: Exception, turn: int) -> Any:
        """The record with what *error* says put right, once its model accepts it; now and then as its JSON."""
        for place in self.wrong(Refusal(error).faults, turn):
            self.learn(place, turn)
        if turn % AS_JSON == 1:
            try:
                return reading.validate_json(to_json(self.drawn()))
            except Exception:  # it is no worse than before: the record itself is tried
                pass
        return reading.validate(self.drawn())

    def drawn(self) -> Any:
        """The record as it is drawn now; each time anew, since a validator may change the mapping that it refuses."""
        kept, dropped = frozenset(self.presence.kept), frozenset(self.presence.dropped)
        reader = replace(self.reader, attempts=self.attempts, patches=self.patches, kept=kept, dropped=dropped)
        return reader.column(self.node, ROOT, [self.row], ROOT)[0]

    def wrong(self, faults: list[Fault], turn: int) -> list[Place]:
        """What to draw again in this *turn*: each place once."""
        drawn = Drawn(self.node, self.drawn(), self.patches)
        found = (place for fault in faults for place in (*in_turn(drawn.places(fault), turn), *around(drawn.way(fault), turn)))
        return list({place.path: place for place in found}.values())

    def learn(self, place: Place, turn: int) -> None:
        """Count one more attempt at *place*, and remember what its words ask for."""
        attempt = self.attempts[place.path] = self.attempts.get(place.path, 0) + 1
        self.presence.learn(place, turn)
        if place.path in self.patches and "error" not in place.fault.context:
            del self.patches[place.path]  # not even the type takes what was drawn instead
            return
        hint = hint_for(place, attempt) if attempt % AS_PLANNED else None
        if hint is not None:
            self.patches[place.path] = hint
        elif not isinstance(self.patches.get(place.path), Record):
            self.patches.pop(place.path, None)


def to_json(value: Any) -> bytes:
    """The JSON of *value*, a record or a part of one, as Pydantic says it."""
    import pydantic_core

    return pydantic_core.to_json(value)


def in_turn(found: list[Place], turn: int) -> list[Place]:
    """Of a record and the fields that a message names, one field in most turns, so that the others hold still."""
    told = found[1:]
    return found[:1] if not told or turn % 2 else [told[turn // 2 % len(told)]]


def around(way: list[Place], turn: int) -> list[Place]:
    """What stands around the end of *way*: after some turns, and then one of its records in each fourth turn."""
    records = [place for place in way[:-1] if isinstance(unwrapped(place.node), Record)]
    if turn < PATIENCE or turn % 4 != 3 or not records:
        return []
    return [records[-1 - turn // 4 % len(records)]]
