"""A record that its model refuses is drawn again where it failed.

A refusal says where and why. Only that part is drawn again, under the number of its attempt, so that the rest of the
record, and every other record, stays what it was. What is still refused is tried in other ways: as its JSON, with more
of its optional parts, without its defaults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pytest_fixturegen.engine.columns import Reader
from pytest_fixturegen.engine.places import Drawn, Fault, Place, unwrapped
from pytest_fixturegen.engine.presence import Presence
from pytest_fixturegen.engine.twins import asks_for_same, twins
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import ROOT, child, shown
from pytest_fixturegen.nodes import Constant, Node, Record, Row, View
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.records import dumps
from pytest_fixturegen.shape.shapes import Reading
from pytest_fixturegen.streams import BLOCK

PATIENCE = 12
"""Turns after which what is around a fault is drawn again, too, in every fourth turn."""

AS_PLANNED = 3
"""One attempt of so many draws a place as planned: what a message seems to say may be wrong."""

ALL_PLANNED = 5
"""One attempt of so many draws a place as planned whatever was found: as the reader of columns does it."""

AS_JSON = 4
"""One turn of so many tries the record as its JSON says it: some validators read nothing but text."""


Accept = Callable[[Any], Any]
"""What a value that its model takes is made into, or refused for."""


class Refusal:
    """Why a model refused a record: places and words, whether Pydantic or a validator of the user's raised."""

    def __init__(self, error: Exception) -> None:
        listed = getattr(error, "errors", None)
        self.cause = error
        self.faults = [Fault((), f"{type(error).__name__}: {error}", {"error": error})]
        if callable(listed) and hasattr(error, "error_count"):
            self.faults = [Fault(each["loc"], each["msg"], each.get("ctx", {})) for each in listed(include_url=False)]

    def as_error(self, model: str, index: int, what: str, given: Place | None = None) -> MappingError:
        """One sentence that names the model, the field and the validator's words; of what was *given*, if it is that."""
        fault = given.fault if given else self.faults[0]
        path = ".".join(map(str, fault.loc))
        first = fault.words.splitlines()[0] if fault.words else "no reason given"
        error = MappingError(
            f"{shown(model, path)} {what} (record {index}): {first}.".replace("..", "."),
            hint=f"{'Give it' if given else 'Override the field with'} a value that its validators accept.",
            model=model,
            path=path,
            index=index,
        )
        error.__cause__ = self.cause
        return error


def mended(plan: Plan, reader: Reader, row: int, error: Exception, accept: Accept) -> tuple[Any, Drawing]:
    """What *accept* makes of the value of *row* once the model takes one that it takes, too, and how that is drawn.

    Raises MappingError after as many attempts as the plan allows, with what the validators said last.
    """
    repair = Repair(plan.node, reader, row)
    for turn in range(plan.retries):
        other = plan.other(turn)
        if other is not None:
            repair = Repair(other, reader, row)
        try:
            return repair.accepted(plan.reading, error, turn, accept), repair.drawing()
        except MappingError:
            raise
        except Exception as refusal:
            error = refusal
    index = reader.block * BLOCK + row
    given = repair.given(error)
    tries = f"is refused after {plan.retries} more attempts" if plan.retries else "is refused, and is not to be drawn again"
    what = f"was given {given.value!r:.80}, which is refused" if given else tries
    raise Refusal(error).as_error(reader.stream.name, index, what, given)


class Drawing(NamedTuple):
    """How one record is drawn: *node*, read by *reader* for *row*. A tuple, since each record makes one."""

    node: Node
    reader: Reader
    row: int

    def drawn(self) -> Any:
        """The record; each time anew, since a validator may change the mapping that it is given."""
        return self.reader.column(self.node, ROOT, [self.row], ROOT)[0]

    def as_json(self) -> bytes:
        """The same as JSON, with the keys that models read."""
        return dumps(self._replace(reader=replace(self.reader, json=True, as_read=True)).drawn())


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

    def accepted(self, reading: Reading, error: Exception, turn: int, accept: Accept) -> Any:
        """The record with what *error* says put right, once it is accepted; now and then as its JSON."""
        for place in self.wrong(Refusal(error).faults, turn):
            self.learn(place, turn)
        drawing = self.drawing()
        if turn % AS_JSON == 1:
            try:
                return accept(reading.validate_json(drawing.as_json()))
            except Exception:  # it is no worse than before: the record itself is tried
                pass
        return accept(reading.validate(drawing.drawn()))

    def drawing(self) -> Drawing:
        """How the record is drawn now."""
        kept, dropped = frozenset(self.presence.kept), frozenset(self.presence.dropped)
        attempts, patches = dict(self.attempts), dict(self.patches)
        reader = replace(self.reader, attempts=attempts, patches=patches, kept=kept, dropped=dropped)
        return Drawing(self.node, reader, self.row)

    def given(self, error: Exception) -> Place | None:
        """The first place that *error* refuses and that the user fixed."""
        drawn = Drawn(self.node, self.drawing().drawn(), self.patches)
        return next((place for fault in Refusal(error).faults if (place := drawn.way(fault)[-1]).is_given), None)

    def wrong(self, faults: list[Fault], turn: int) -> list[Place]:
        """What to draw again in this *turn*: each place once."""
        drawn = Drawn(self.node, self.drawing().drawn(), self.patches)
        return list({place.path: place for fault in faults for place in again(drawn, fault, turn)}.values())

    def learn(self, place: Place, turn: int) -> None:
        """Count one more attempt at *place*, and remember what its words ask for."""
        attempt = self.attempts[place.path] = self.attempts.get(place.path, 0) + 1
        if place.is_given:
            return
        if place.twin is not None:
            self.attempts[place.path] += attempt % ALL_PLANNED == 0
            self.patches[place.path] = place.twin
            return
        self.presence.learn(place, turn)
        if place.path in self.patches and "error" not in place.fault.context:
            del self.patches[place.path]  # not even the type takes what was drawn instead
            return
        from pytest_fixturegen.engine.hints import hint_for

        hint = hint_for(place, attempt) if place.words and attempt % AS_PLANNED else None
        if hint is not None:
            self.patches[place.path] = hint
        elif not isinstance(self.patches.get(place.path), Record):
            self.patches.pop(place.path, None)


def again(drawn: Drawn, fault: Fault, turn: int) -> list[Place]:
    """What to draw again for *fault* in this *turn*: where its words ask for the same twice, mostly one field as another."""
    way = drawn.way(fault)
    twin = repeated(drawn, way, fault, turn)
    if twin is not None:
        return [twin]
    found = in_turn(drawn.places(fault), turn)
    return [*found, *around(way, turn), *(behind(way, found) if turn % 3 == 2 else ())]


def repeated(drawn: Drawn, way: list[Place], fault: Fault, turn: int) -> Place | None:
    """A field that is to repeat another one, if *fault* speaks of two that are not the same; None in one turn of four."""
    if turn % 4 == 3 or "pattern" in fault.context or not asks_for_same(fault.words):
        return None
    record, name = enclosing(way)
    held = {each.path[len(record.path) :].lstrip("."): each for each in drawn.below(record)}
    pairs = twins({name: each.value for name, each in held.items()}, name, fault.words)
    pairs = [each[::-1] if held[each[0]].is_given else each for each in pairs]
    pairs = [(target, source) for target, source in pairs if not held[target].is_given]
    if not pairs:
        return None
    target, source = pairs[(turn - turn // 4) % len(pairs)]
    return replace(held[target], twin=Constant(held[source].value, held[source].value))


def behind(way: list[Place], found: list[Place]) -> Iterator[Place]:
    """The facts that the places *found* show: another draw of one of these alone may show the same again."""
    record, _ = enclosing(way)
    waiting = [unwrapped(place.node) for place in found]
    while waiting:
        node = waiting.pop(0)
        for fact in node.facts if isinstance(node, View) else ():
            yield Place(child(record.path, f"~{fact.name}"), fact.node, None)
            waiting.append(unwrapped(fact.node))


def enclosing(way: list[Place]) -> tuple[Place, str | None]:
    """The innermost record of *way*, and the name of its field there, None when the way ends with the record itself."""
    records = [place for place in way if _has_facts(unwrapped(place.node))]
    record = records[-1] if records else way[0]
    rest = way[-1].path[len(record.path) :].lstrip(".")
    return record, rest.partition(".")[0] or None


def _has_facts(node: Node) -> bool:
    return isinstance(node, Record) or (isinstance(node, Row) and node.named)


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
