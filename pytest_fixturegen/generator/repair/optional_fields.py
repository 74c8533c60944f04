"""Strategy: optional fields that a message asks for or forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart, contains_pinned
from pytest_fixturegen.generator.repair.drawn_record import Drawn, is_word
from pytest_fixturegen.generator.repair.patches import OmitFields, Patch, RequireFields
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Record, Slot, unwrap_node

NAME = "optional fields"

REQUIRING_PATTERN = re.compile(
    r"requires?|required|missing|must (?:be|have|include|contain|provide)|needs?\b"
    r"|should be (?:provided|set)",
    re.IGNORECASE,
)
"""Words of a message that asks for a field."""

FORBIDDING_PATTERN = re.compile(
    r"\bboth\b|only (?:have |be )?one|can ?not|can't|exclusive"
    r"|not (?:supported?|allowed|permitted|both)|must not|should not"
    r"|at most one|conflict|exactly one|incompatible|unexpected|redundant|instead of|multiple",
    re.IGNORECASE,
)
"""Words of a message that forbids a field, or forbids it next to another."""

CHOICE_PATTERN = re.compile(r"\bor\b|one of|either|exactly one", re.IGNORECASE)
"""Words of a message that asks for any of several fields."""

EXCLUSIVE_PATTERN = re.compile(r"one|multiple", re.IGNORECASE)
"""Words of a message that allows one of several fields."""

MAX_OMITTED_FIELDS = 6
"""Fields of one message that are left out one by one."""

MAX_REQUIRED_FIELDS = 3
"""Fields that a message asks for together at most; one that names more gives a choice."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Patch]:
    """Yield patches for the fields that the message names in each refused record."""
    for part in drawn.suspects:
        node = unwrap_node(part.node)
        if isinstance(node, Record) and isinstance(part.value, Mapping):
            yield from _propose_for_record(
                refusal.message,
                drawn,
                part,
                node,
            )


def _propose_for_record(
    message: str,
    drawn: Drawn,
    part: DrawnPart,
    node: Record,
) -> Iterator[Patch]:
    """Yield patches that omit named optional fields, or that keep named absent ones.

    Fields that no earlier patch asked for are omitted first. An absent field is kept if the message
    requires one, or if no named field can be omitted.
    """
    named = [slot for slot in node.slots if slot.key and _is_slot_named(slot, message)]
    present = [slot for slot in named if _is_present(slot, part)]
    absent = [slot for slot in named if slot not in present]
    droppable = _list_paths(part, filter(_is_droppable, present))
    if droppable and FORBIDDING_PATTERN.search(message):
        yield from _propose_omitted(message, drawn, part, droppable)
        return
    may_require = REQUIRING_PATTERN.search(message) or not droppable
    if absent and may_require:
        yield from _propose_required(
            message,
            part,
            _list_paths(part, absent),
        )


def _is_present(slot: Slot, part: DrawnPart) -> bool:
    """Return whether the drawn record has the field of *slot*, by the key that the model reads."""
    return slot.key is not None and slot.key[0] in part.value


def _is_droppable(slot: Slot) -> bool:
    """Return whether the field of *slot* may be omitted: the user fixed no value in it."""
    return slot.is_optional and not contains_pinned(slot.node)


def _propose_omitted(
    message: str,
    drawn: Drawn,
    part: DrawnPart,
    paths: list[str],
) -> Iterator[Patch]:
    """Yield patches that omit all of *paths* but one, if only one may stay, then one each."""
    if len(paths) > 2 and EXCLUSIVE_PATTERN.search(message):
        kept = paths[drawn.draw_word(f"{part.path}~one") % len(paths)]
        others = tuple(path for path in paths if path != kept)
        yield OmitFields(
            NAME,
            part.path,
            f"all but one from {paths[0]}",
            fields=others,
        )
    required = drawn.record.draft.required
    by_need = sorted(paths, key=required.__contains__)
    for path in by_need[:MAX_OMITTED_FIELDS]:
        yield OmitFields(
            NAME,
            part.path,
            path,
            fields=(path,),
        )


def _propose_required(
    message: str,
    part: DrawnPart,
    paths: list[str],
) -> Iterator[Patch]:
    """Yield patches that keep *paths*: one of them each if the message gives a choice."""
    if not CHOICE_PATTERN.search(message) and len(paths) <= MAX_REQUIRED_FIELDS:
        yield RequireFields(
            NAME,
            part.path,
            ", ".join(paths),
            fields=tuple(paths),
        )
        return
    for path in paths:
        yield RequireFields(
            NAME,
            part.path,
            path,
            fields=(path,),
        )


def _list_paths(part: DrawnPart, slots: Iterable[Slot]) -> list[str]:
    """Return the paths of the fields of *slots* in the record at *part*."""
    return [join_path(part.path, slot.name) for slot in slots]


def _is_slot_named(slot: Slot, message: str) -> bool:
    """Return whether *message* names the field of *slot*, as its class or as its JSON does."""
    names = (slot.name, *(slot.key or ()))
    return any(is_word(name, message) for name in names if isinstance(name, str))


STRATEGY = RepairStrategy(
    NAME,
    "Keep the optional fields that the message requires; leave out one that it forbids.",
    propose,
)
