"""Scopes: the records whose facts nodes show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import ROOT
from pytest_fixturegen.nodes import Fact, Node, Record, Slot


@dataclass(frozen=True, slots=True)
class Scope:
    """A record that is being read: its *path*, for *rows*, and the scope around it.

    *record* is its node; None outside of records. *columns* keeps the values of facts that were
    read, since several fields show them: by name, the node of the fact and a value for each row.
    """

    path: str
    rows: Sequence[int]
    record: Node | None = None
    outer: Scope | None = None
    columns: dict[str, tuple[Node, list[Any]]] = field(default_factory=dict)

    def find_slot(self, name: str) -> Slot | None:
        """Return the slot of the field *name*; None if the record has none."""
        slots = self.record.slots if isinstance(self.record, Record) else ()
        return next(
            (slot for slot in slots if slot.name == name),
            None,
        )

    def find_outer_fact(self, name: str) -> tuple[Scope, Fact] | None:
        """Return the closest scope around this one that has the fact *name* to ask for."""
        scope = self.outer
        while scope is not None:
            fact = find_record_fact(scope.record, name)
            if fact is not None:
                return scope, fact
            scope = scope.outer
        return None

    def select(
        self,
        column: list[Any],
        rows: Sequence[int],
    ) -> list[Any]:
        """Return the values of *column*, which has one for each row of the scope, for *rows*."""
        if len(rows) == len(self.rows):
            return column
        if self.rows[-1] == len(self.rows) - 1:  # rows ascend, so each is at its own place
            return [column[row] for row in rows]
        values = dict(zip(self.rows, column, strict=True))
        return [values[row] for row in rows]


def find_record_fact(record: Node | None, name: str) -> Fact | None:
    """Return the fact *name* that other records may ask *record* for."""
    facts = record.facts if isinstance(record, Record) else ()
    return next(
        (fact for fact in facts if fact.name == name),
        None,
    )


def enter_root(node: Node, rows: Sequence[int]) -> Scope:
    """Return the scope of the root records of the plan *node*."""
    return Scope(
        ROOT,
        rows,
        node,
        Scope(ROOT, rows),
    )
