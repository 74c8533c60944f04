"""A record that its model refuses is drawn again where it failed.

A refusal says where and why. Only that part is drawn again, under the number of its attempt, so that the rest of the
record, and every other record, stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pytest_fixturegen.engine.columns import Reader
from pytest_fixturegen.engine.hints import hinted, resized
from pytest_fixturegen.engine.twins import asks_for_same, twins
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import ROOT, child, is_below, shown
from pytest_fixturegen.nodes import Array, Built, Constant, Converted, Node, Nullable, OneOf, Quoted, Record, Row, View
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.streams import BLOCK

Loc = tuple[Any, ...]

ASKING = re.compile(
    r"required|missing|must (?:be|have|include|contain|provide)|needs?\b|should be (?:provided|set)", re.IGNORECASE
)
"""Words of a message that asks for a field."""

FEW_MISSED = 3
"""Fields that one message asks for at most; one that names more gives a choice."""

NAMED = 6
"""Fields that one message may name at most."""

SHORT = 3
"""Characters of a value that is too short to be told by a message."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, in whose words, and what Pydantic adds to them."""

    loc: Loc
    words: str
    context: Mapping[str, Any]


class Refusal:
    """Why a model refused a record: places and words, whether Pydantic or a validator of the user's raised."""

    def __init__(self, error: Exception) -> None:
        listed = getattr(error, "errors", None)
        self.cause = error
        self.faults = [Fault((), f"{type(error).__name__}: {error}", {})]
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


def mended(plan: Plan, reader: Reader, row: int, error: Exception, accept: Callable[[Any], Any]) -> tuple[Any, Reader]:
    """What *accept* makes of *row* once it takes what is drawn there, and the reader that drew it.

    Raises MappingError after as many attempts as the plan allows, with what the validators said last.
    """
    attempts: dict[str, int] = {}
    patches: dict[str, Node] = {}
    kept: set[str] = set()
    drawn = alone(plan, reader, row)  # anew: a validator may have changed the mapping that it refused
    for turn in range(plan.retries):
        faults = Refusal(error).faults
        wrong = {place.path: place for fault in faults for place in again(plan.node, drawn, fault, turn)}
        for place in wrong.values():
            tried = attempts.get(place.path, 0)
            attempts[place.path] = tried + 1 + (tried % 2 if place.twin else 0)  # a patch is drawn at odd attempts
            if isinstance(unwrapped(place.node), Record):
                kept = {path for path in kept if not is_below(path, place.path)} | missed(place, turn)
            hint = hint_for(place)
            if hint is not None:
                patches[place.path] = hint
        anew = replace(reader, attempts=dict(attempts), patches=dict(patches), kept=frozenset(kept))
        drawn = alone(plan, anew, row)
        try:
            return accept(drawn), anew
        except MappingError:
            raise
        except Exception as refusal:
            error = refusal
    index = reader.block * BLOCK + row
    raise Refusal(error).as_error(reader.stream.name, index, f"is refused after {plan.retries} more attempts")


def alone(plan: Plan, reader: Reader, row: int) -> Any:
    """What *reader* draws for *row* by itself."""
    return reader.column(plan.node, ROOT, [row], ROOT)[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a record that a fault speaks of: its path, its node, the value that was drawn there, and the fault.

    A *twin* is what another field holds, which is to stand here too.
    """

    path: str
    node: Node
    value: Any
    words: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    twin: Node | None = None


def again(node: Node, drawn: Any, fault: Fault, turn: int) -> list[Place]:
    """What to draw again for *fault* in this *turn*: where its words ask for the same twice, three times of four a twin."""
    if turn % 4 < 3 and "pattern" not in fault.context and asks_for_same(fault.words):
        record, name = enclosing(node, drawn, fault)
        held = {each.path[len(record.path) :].lstrip("."): each for each in below(record)}
        pairs = twins({name: each.value for name, each in held.items()}, name, fault.words)
        if pairs:
            target, source = pairs[(turn - turn // 4) % len(pairs)]
            return [replace(held[target], twin=Constant(held[source].value, held[source].value))]
    found = in_turn(places(node, drawn, fault), turn)
    if turn % 3 < 2:
        return found
    record, _ = enclosing(node, drawn, fault)
    return [*found, *(fact for place in found for fact in behind(record, place.node))]


def behind(record: Place, node: Node) -> Iterator[Place]:
    """The facts of *record* that *node* shows: another draw of it alone may show the same again."""
    node = unwrapped(node)
    for fact in node.facts if isinstance(node, View) else ():
        yield Place(child(record.path, f"~{fact.name}"), fact.node, None)
        yield from behind(record, fact.node)


def enclosing(node: Node, drawn: Any, fault: Fault) -> tuple[Place, str | None]:
    """The innermost record that *fault* speaks of, and the name of its field, None when it speaks of the whole record."""
    place = record = Place(ROOT, node, drawn)
    name = None
    for part in fault.loc:
        inner = next((each for each in below(place) if part in names_of(place, each)), None)
        if inner is None:
            break
        if isinstance(unwrapped(place.node), Record):
            record, name = place, inner.path[len(place.path) :].lstrip(".")
        place = inner
    return (place, None) if isinstance(unwrapped(place.node), Record) else (record, name)


def places(node: Node, drawn: Any, fault: Fault) -> list[Place]:
    """What to draw again for *fault*: the part where it stands, and of a record those fields that its words name."""
    place = Place(ROOT, node, drawn)
    for part in fault.loc:
        inner = next((each for each in below(place) if part in names_of(place, each)), None)
        if inner is None:
            break
        place = inner
    told = [each for each in leaves(place) if _is_named(each, fault.words)] if below(place) else []
    return [replace(each, words=fault.words, context=fault.context) for each in (place, *told[:NAMED])]


def hint_for(place: Place) -> Node | None:
    """What to draw at *place* instead, if the words of its fault say: another list, another value."""
    if place.twin is not None:
        return place.twin
    node = unwrapped(place.node)
    if not place.words:
        return None
    if isinstance(node, Array):
        return resized(place.words, node)
    return None if isinstance(node, Record | Row) else hinted(place.words, place.context, place.value, node)


def in_turn(found: list[Place], turn: int) -> list[Place]:
    """Of a record and the fields that a message names, one field in most turns, so that the others hold still."""
    told = found[1:]
    return found[:1] if not told or turn % 2 else [told[turn // 2 % len(told)]]


def missed(place: Place, turn: int) -> set[str]:
    """The paths of the fields that *place*, a record, leaves out and a message asks for; of a choice, one in turn."""
    node = unwrapped(place.node)
    if not isinstance(node, Record) or not isinstance(place.value, Mapping) or not ASKING.search(place.words):
        return set()
    absent = [slot.name for slot in node.slots if slot.key and slot.key[0] not in place.value]
    named = [child(place.path, name) for name in absent if is_word(name, place.words)]
    if re.search(r"\bor\b|one of|either", place.words):
        return set(named[turn // 2 % len(named) :][:1]) if named else set()
    return set(named) if len(named) <= FEW_MISSED else set()


def leaves(place: Place, depth: int = 3) -> Iterator[Place]:
    """The parts of *place*, and theirs."""
    for inner in below(place):
        yield inner
        if depth:
            yield from leaves(inner, depth - 1)


def below(place: Place) -> list[Place]:
    """The parts right below *place*, as far as what was drawn shows them."""
    match unwrapped(place.node), place.value:
        case Record(slots), Mapping() as value:
            held = [(slot, slot.key) for slot in slots if slot.key and slot.key[0] in value]
            return [Place(child(place.path, slot.name), slot.node, value[key[0]]) for slot, key in held]
        case Array(item), list() | tuple() as value:
            return [Place(child(place.path, str(index)), item, each) for index, each in enumerate(value)]
        case Row(items), tuple() as value:
            pairs = zip(items, value, strict=False)  # a guess may have another length
            return [Place(child(place.path, str(index)), item, each) for index, (item, each) in enumerate(pairs)]
        case OneOf(members), value:
            return [Place(f"{place.path}|{label}", member, value) for label, member in members]
        case _:
            return []


def names_of(outer: Place, inner: Place) -> tuple[Any, ...]:
    """What Pydantic may call *inner* in the place of an error: its name, its key, its number, its label."""
    name = inner.path[len(outer.path) :].lstrip(".|")
    match unwrapped(outer.node):
        case Record(slots):
            return (name, *(part for slot in slots if slot.name == name and slot.key for part in slot.key[:1]))
        case Array() | Row():
            return (int(name),)
        case _:
            return (name,)


def unwrapped(node: Node) -> Node:
    """*node* without what only changes its values."""
    while isinstance(node, Nullable | Converted | Built | Quoted):
        node = node.inner
    return node


def _is_named(place: Place, words: str) -> bool:
    """Whether *words* speak of *place*: by the name of the field, or by the very value that stands there."""
    name = re.split(r"[.|]", place.path)[-1]
    text = str(place.value)
    by_value = len(text) > SHORT and text in words and not isinstance(place.value, bool)
    return by_value or (not name.isdigit() and is_word(name, words))


def is_word(name: str, words: str) -> bool:
    """Whether *name* stands in *words* as a word of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None
