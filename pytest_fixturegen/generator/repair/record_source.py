"""How one record is drawn, which the generator hands to repair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.type_names import ROOT
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.scope import Scope
from pytest_fixturegen.nodes import Node

Accept = Callable[[Any], Any]
"""Returns what is made of a value that its model takes, or raises if that is not wanted."""


class RecordSource(NamedTuple):
    """How one record is drawn: *node*, read by *reader* for *row*."""

    node: Node
    reader: ColumnReader
    row: int

    def draw_record(self) -> Any:
        """Return the record. It is drawn each time, because validators may change it."""
        rows = [self.row]
        return self.reader.read_column(
            self.node,
            ROOT,
            rows,
            Scope(ROOT, rows),
        )[0]

    def draw_json(self) -> bytes:
        """Return the record as JSON, with the keys that models read."""
        json_reader = replace(self.reader, json=True, with_input_keys=True)
        return dumps(self._replace(reader=json_reader).draw_record())


Repaired = tuple[Any, RecordSource]
"""The accepted result of a repaired record, and the source that draws the record."""


def copy_containers(value: Any) -> Any:
    """Return *value* with its own dictionaries and lists, in which validators may change things.

    What is neither is shared.
    """
    if type(value) is dict:
        return {key: copy_containers(part) for key, part in value.items()}
    return list(map(copy_containers, value)) if type(value) is list else value
