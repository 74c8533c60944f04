"""The base record of a set of cases, drawn by the user's plan even if repair had changed it.

Repair may draw a record by another plan, or convert it as a whole, as when it puts dates in order.
Cases vary single places, so each field that repair changed becomes a constant of the base record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.equality import is_same
from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen.cases.options import BASE_OWNER
from pytest_fixturegen.cases.places import MISSING
from pytest_fixturegen.cases.record_parts import read_field
from pytest_fixturegen.generator.draft import Draft, Replacement
from pytest_fixturegen.generator.repair.record_source import RecordSource
from pytest_fixturegen.nodes import Constant, Node, Record, unwrap_node


def draft_base(node: Node, source: RecordSource) -> Draft:
    """Return the draft with which *node* draws the record that *source* draws."""
    if source.node is node and source.reader.draft is None:
        return Draft()
    reader = replace(source.reader, draft=None)
    planned = RecordSource(
        node,
        reader,
        source.row,
    ).draw_record()
    replacements: dict[str, Replacement] = {}
    omitted: set[str] = set()
    for path, value in _list_changes(
        node,
        planned,
        source.draw_record(),
        ROOT,
    ):
        if value is MISSING:
            omitted.add(path)
        else:
            replacements[path] = Replacement(
                Constant(value, value),
                None,
                BASE_OWNER,
            )
    return Draft(replacements=replacements, omitted=frozenset(omitted))


def _list_changes(
    node: Node,
    planned: Any,
    drawn: Any,
    path: str,
) -> Iterator[tuple[str, Any]]:
    """Yield the paths at which *drawn* differs from *planned*, each with its value or MISSING."""
    inner = unwrap_node(node)
    is_record = isinstance(inner, Record) and isinstance(planned, Mapping)
    if not is_record or not isinstance(drawn, Mapping):
        if not is_same(planned, drawn):
            yield path, drawn
        return
    assert isinstance(inner, Record)
    for slot in inner.slots:
        if slot.key is None:
            continue
        before, after = read_field(planned, slot), read_field(drawn, slot)
        slot_path = join_path(path, slot.name)
        if after is MISSING and before is not MISSING:
            yield slot_path, MISSING
        elif after is not MISSING:
            yield from _list_changes(
                slot.node,
                before,
                after,
                slot_path,
            )
