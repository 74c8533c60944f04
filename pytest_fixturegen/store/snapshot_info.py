"""Metadata of a snapshot: description, time and number of records.

The first line of a snapshot's text holds them, so that listing snapshots does not read records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.adapters.adapter import State
from pytest_fixturegen.store.state_text import SNAPSHOT_KEY, format_state

HEADER_START = b'{"' + SNAPSHOT_KEY.encode() + b'": '
HEADER_LIMIT = 1_000_000
"""How many bytes the first line of a snapshot has at most."""


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """The *name* of a snapshot, and what a list shows of it.

    *created* is the time in UTC, in ISO 8601, or None if it is not known. *counts* are the numbers
    of records by resource.
    """

    name: str
    description: str
    created: str | None
    counts: Mapping[str, int]

    @staticmethod
    def describe(
        name: str,
        description: str,
        time: datetime,
        state: State,
    ) -> SnapshotInfo:
        """Return the facts of a new snapshot of *state*."""
        counts = {resource: len(texts) for resource, texts in state.texts.items()}
        return SnapshotInfo(name, description, _format_time(time), counts)

    def to_json(self) -> dict[str, Any]:
        """Return the facts as an object of JSON."""
        return {
            "name": self.name,
            "description": self.description,
            "created": self.created,
            "counts": dict(self.counts),
        }


def format_snapshot(info: SnapshotInfo, state: State) -> bytes:
    """Return the text of a snapshot of *state*."""
    facts = info.to_json()
    del facts["name"]  # a file may get another name
    body = b"".join(format_state(state)).removeprefix(b"{")
    return HEADER_START + dumps(facts) + b",\n" + body


def has_header(line: bytes) -> bool:
    """Return whether *line*, the first of a snapshot, has the facts about it."""
    return line.startswith(HEADER_START) and line.endswith(b",\n")


def read_info(
    name: str,
    text: bytes,
    changed: datetime | None,
) -> SnapshotInfo:
    """Return the facts about the snapshot *text*.

    Without facts in it, the time is *changed*, and the records are counted. A text that is not a
    state has neither description nor records.
    """
    facts = _read_facts(text)
    created = facts.get("created") or (changed and _format_time(changed))
    counts = facts.get("counts")
    return SnapshotInfo(
        name,
        str(facts.get("description") or ""),
        str(created) if created else None,
        counts if isinstance(counts, dict) else {},
    )


def _read_facts(text: bytes) -> dict[str, Any]:
    """Return the facts in the first line of *text*, or those that its whole content shows."""
    line, _, _ = text.partition(b"\n")
    is_header = has_header(line + b"\n")
    try:
        if is_header:
            facts = json.loads(line.removeprefix(HEADER_START).removesuffix(b","))
        else:
            facts = _count_records(json.loads(text))
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _count_records(document: Any) -> dict[str, Any]:
    """Return the facts of a state in another layout, with the records counted."""
    if not isinstance(document, dict):
        return {}
    facts = document.get(SNAPSHOT_KEY)
    counts = {name: len(records) for name, records in document.items() if isinstance(records, list)}
    return {**(facts if isinstance(facts, dict) else {}), "counts": counts}


def _format_time(time: datetime) -> str:
    """Return *time*, in UTC, in ISO 8601 with milliseconds."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
