"""A record that its model refuses is drawn again where it failed.

A refusal says where and why. Only that part is drawn again, under the number of its attempt, so that the rest of the
record, and every other record, stays what it was. What is still refused is tried in other ways: as its JSON, with more
of its optional parts, without its defaults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.type_names import ROOT, format_path, join_path
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.repair.equal_fields import find_equal_fields, is_equality_message
from pytest_fixturegen.generator.repair.optional_fields import FieldPresence
from pytest_fixturegen.generator.repair.value_paths import (
    DrawnRecord,
    Fault,
    FaultLocation,
    unwrap_node,
)
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.nodes import Constant, FactView, Node, Record, Tuple
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE

TURNS_BEFORE_WIDENING = 12
"""Turns after which what is around a fault is drawn again, too, in every fourth turn."""

UNHINTED_INTERVAL = 3
"""One attempt of so many draws a place as planned: what a message seems to say may be wrong."""

UNPATCHED_INTERVAL = 5
"""One attempt of so many draws a place as planned whatever was found: as the reader of columns does it."""

JSON_INTERVAL = 4
"""One turn of so many tries the record as its JSON says it: some validators read nothing but text."""


Accept = Callable[[Any], Any]
"""What a value that its model takes is made into, or refused for."""


class RecordRefusal:
    """Why a model refused a record: places and words, whether Pydantic or a validator of the user's raised."""

    def __init__(self, error: Exception) -> None:
        listed = getattr(error, "errors", None)
        self.cause = error
        self.faults = [Fault((), f"{type(error).__name__}: {error}", {"error": error})]
        if callable(listed) and hasattr(error, "error_count"):
            self.faults = [
                Fault(each["loc"], each["msg"], each.get("ctx", {}))
                for each in listed(include_url=False)
            ]

    def to_error(
        self, model: str, index: int, problem: str, pinned_location: FaultLocation | None = None
    ) -> MappingError:
        """One sentence that names the model, the field and the validator's words; of what was *given*, if it is that."""
        fault = pinned_location.fault if pinned_location else self.faults[0]
        path = ".".join(map(str, fault.loc))
        first = fault.message.splitlines()[0] if fault.message else "no reason given"
        error = MappingError(
            f"{format_path(model, path)} {problem} (record {index}): {first}.".replace("..", "."),
            hint=f"{'Give it' if pinned_location else 'Override the field with'} a value that its validators accept.",
            model=model,
            path=path,
            index=index,
        )
        error.__cause__ = self.cause
        return error


def repair_record(
    plan: Plan, reader: ColumnReader, row: int, error: Exception, accept: Accept
) -> tuple[Any, RecordSource]:
    """What *accept* makes of the value of *row* once the model takes one that it takes, too, and how that is drawn.

    Raises MappingError after as many attempts as the plan allows, with what the validators said last.
    """
    repair = RecordRepair(plan.node, reader, row)
    for turn in range(plan.retries):
        other = plan.get_fallback(turn)
        if other is not None:
            repair = RecordRepair(other, reader, row)
        try:
            return repair.try_repair(plan.reading, error, turn, accept), repair.build_source()
        except MappingError:
            raise
        except Exception as refusal:
            error = refusal
    index = reader.block * BLOCK_SIZE + row
    given = repair.find_pinned(error)
    tries = (
        f"is refused after {plan.retries} more attempts"
        if plan.retries
        else "is refused, and is not to be drawn again"
    )
    what = f"was given {given.value!r:.80}, which is refused" if given else tries
    raise RecordRefusal(error).to_error(reader.stream.name, index, what, given)


class RecordSource(NamedTuple):
    """How one record is drawn: *node*, read by *reader* for *row*. A tuple, since each record makes one."""

    node: Node
    reader: ColumnReader
    row: int

    def draw_record(self) -> Any:
        """The record; each time anew, since a validator may change the mapping that it is given."""
        return self.reader.read_column(self.node, ROOT, [self.row], ROOT)[0]

    def draw_json(self) -> bytes:
        """The same as JSON, with the keys that models read."""
        return dumps(
            self._replace(
                reader=replace(self.reader, json=True, with_input_keys=True)
            ).draw_record()
        )


@dataclass(slots=True)
class RecordRepair:
    """What is known of one refused record: how often each part was drawn, what is drawn there instead, and which fields
    must not be left out.
    """

    node: Node
    reader: ColumnReader
    row: int
    attempts: dict[str, int] = field(default_factory=dict)
    patches: dict[str, Node] = field(default_factory=dict)
    presence: FieldPresence = field(default_factory=FieldPresence)

    def try_repair(self, reading: TypeReading, error: Exception, turn: int, accept: Accept) -> Any:
        """The record with what *error* says put right, once it is accepted; now and then as its JSON."""
        for place in self.find_redraws(RecordRefusal(error).faults, turn):
            self.learn_from_fault(place, turn)
        drawing = self.build_source()
        if turn % JSON_INTERVAL == 1:
            try:
                return accept(reading.validate_json(drawing.draw_json()))
            except Exception:  # it is no worse than before: the record itself is tried
                pass
        return accept(reading.validate(drawing.draw_record()))

    def build_source(self) -> RecordSource:
        """How the record is drawn now."""
        kept, dropped = frozenset(self.presence.kept_paths), frozenset(self.presence.dropped_paths)
        attempts, patches = dict(self.attempts), dict(self.patches)
        reader = replace(
            self.reader, attempts=attempts, patches=patches, kept_paths=kept, dropped_paths=dropped
        )
        return RecordSource(self.node, reader, self.row)

    def find_pinned(self, error: Exception) -> FaultLocation | None:
        """The first place that *error* refuses and that the user fixed."""
        drawn = DrawnRecord(self.node, self.build_source().draw_record(), self.patches)
        return next(
            (
                place
                for fault in RecordRefusal(error).faults
                if (place := drawn.trace_fault(fault)[-1]).is_pinned
            ),
            None,
        )

    def find_redraws(self, faults: list[Fault], turn: int) -> list[FaultLocation]:
        """What to draw again in this *turn*: each place once."""
        drawn = DrawnRecord(self.node, self.build_source().draw_record(), self.patches)
        return list(
            {
                place.path: place
                for fault in faults
                for place in choose_redraws(drawn, fault, turn)
            }.values()
        )

    def learn_from_fault(self, location: FaultLocation, turn: int) -> None:
        """Count one more attempt at *place*, and remember what its words ask for."""
        attempt = self.attempts[location.path] = self.attempts.get(location.path, 0) + 1
        if location.is_pinned:
            return
        if location.equal_node is not None:
            self.attempts[location.path] += attempt % UNPATCHED_INTERVAL == 0
            self.patches[location.path] = location.equal_node
            return
        self.presence.learn_from_fault(location, turn)
        if location.path in self.patches and "error" not in location.fault.context:
            del self.patches[location.path]  # not even the type takes what was drawn instead
            return
        from pytest_fixturegen.generator.repair.message_hints import find_hint

        hint = (
            find_hint(location, attempt)
            if location.message and attempt % UNHINTED_INTERVAL
            else None
        )
        if hint is not None:
            self.patches[location.path] = hint
        elif not isinstance(self.patches.get(location.path), Record):
            self.patches.pop(location.path, None)


def choose_redraws(drawn_record: DrawnRecord, fault: Fault, turn: int) -> list[FaultLocation]:
    """What to draw again for *fault* in this *turn*: where its words ask for the same twice, mostly one field as another."""
    way = drawn_record.trace_fault(fault)
    twin = find_equal_location(drawn_record, way, fault, turn)
    if twin is not None:
        return [twin]
    found = select_in_turn(drawn_record.find_locations(fault), turn)
    return [
        *found,
        *select_outer_record(way, turn),
        *(list_shown_facts(way, found) if turn % 3 == 2 else ()),
    ]


def find_equal_location(
    drawn_record: DrawnRecord, trail: list[FaultLocation], fault: Fault, turn: int
) -> FaultLocation | None:
    """A field that is to repeat another one, if *fault* speaks of two that are not the same; None in one turn of four."""
    if turn % 4 == 3 or "pattern" in fault.context or not is_equality_message(fault.message):
        return None
    record, name = find_enclosing_record(trail)
    held = {
        each.path[len(record.path) :].lstrip("."): each for each in drawn_record.list_parts(record)
    }
    pairs = find_equal_fields(
        {name: each.value for name, each in held.items()}, name, fault.message
    )
    pairs = [each[::-1] if held[each[0]].is_pinned else each for each in pairs]
    pairs = [(target, source) for target, source in pairs if not held[target].is_pinned]
    if not pairs:
        return None
    target, source = pairs[(turn - turn // 4) % len(pairs)]
    return replace(held[target], equal_node=Constant(held[source].value, held[source].value))


def list_shown_facts(
    trail: list[FaultLocation], locations: list[FaultLocation]
) -> Iterator[FaultLocation]:
    """The facts that the places *found* show: another draw of one of these alone may show the same again."""
    record, _ = find_enclosing_record(trail)
    waiting = [unwrap_node(place.node) for place in locations]
    while waiting:
        node = waiting.pop(0)
        for fact in node.facts if isinstance(node, FactView) else ():
            yield FaultLocation(join_path(record.path, f"~{fact.name}"), fact.node, None)
            waiting.append(unwrap_node(fact.node))


def find_enclosing_record(trail: list[FaultLocation]) -> tuple[FaultLocation, str | None]:
    """The innermost record of *way*, and the name of its field there, None when the way ends with the record itself."""
    records = [place for place in trail if _has_facts(unwrap_node(place.node))]
    record = records[-1] if records else trail[0]
    rest = trail[-1].path[len(record.path) :].lstrip(".")
    return record, rest.partition(".")[0] or None


def _has_facts(node: Node) -> bool:
    return isinstance(node, Record) or (isinstance(node, Tuple) and node.is_named)


def select_in_turn(locations: list[FaultLocation], turn: int) -> list[FaultLocation]:
    """Of a record and the fields that a message names, one field in most turns, so that the others hold still."""
    told = locations[1:]
    return locations[:1] if not told or turn % 2 else [told[turn // 2 % len(told)]]


def select_outer_record(trail: list[FaultLocation], turn: int) -> list[FaultLocation]:
    """What stands around the end of *way*: after some turns, and then one of its records in each fourth turn."""
    records = [place for place in trail[:-1] if isinstance(unwrap_node(place.node), Record)]
    if turn < TURNS_BEFORE_WIDENING or turn % 4 != 3 or not records:
        return []
    return [records[-1 - turn // 4 % len(records)]]
