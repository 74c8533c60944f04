"""The contract of anyone's storage, and what stands in for those parts of it that a storage lacks.

Records cross this border as texts of JSON, each with its key. An adapter says in *capabilities* what it does by itself;
the rest is worked out above it, so a storage that can only keep and give back records will do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import field
from typing import Any, Literal, Protocol

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.store.queries import Page, Query
from pytest_fixturegen.store.schema import Key, Record, Schema

Capability = Literal["queries", "constraints", "savepoints", "snapshots", "numbers", "saving"]

CAPABILITIES: tuple[Capability, ...] = (
    "queries",
    "constraints",
    "savepoints",
    "snapshots",
    "numbers",
    "saving",
)
"""What an adapter may do by itself: filter, sort and page; refuse what breaks a key, a unique field or a reference; undo;
keep named states; number records; write its state to where it outlives the process. Who has constraints has savepoints, too:
what is undone otherwise is undone step by step, and a constraint may stand against a step."""


@dataclass(frozen=True, slots=True)
class State:
    """All that a store holds: the JSON *texts* of each resource's records in order, and the last *numbers* given out."""

    texts: Mapping[str, Sequence[bytes]]
    numbers: Mapping[str, int] = field(default_factory=dict)


class Adapter(Protocol):
    """Keeps the store's state. Whatever raises leaves it as it was. One thread at a time calls it.

    ``initialize``, ``get_resources``, ``get_resource``, ``create_resource``, ``update_resource``, ``delete_resource`` and
    ``close`` are asked of every adapter. The others may be left out, and so may *capabilities*.
    """

    @property
    def capabilities(self) -> Collection[Capability]:
        """What this adapter does by itself."""

    def initialize(self, schema: Schema) -> bool:
        """Make ready for *schema*; True when nothing was there before, so that the initial data is wanted."""

    def get_resources(self, resource: str, query: Query) -> Page:
        """The records that *query* asks for; without ``queries``, all of them in the order they were created."""

    def get_resource(self, resource: str, key: Key) -> bytes | None:
        """The JSON of the record with this *key*, or None."""

    def create_resource(self, resource: str, key: Key, text: bytes) -> None:
        """Keep a new record. With ``constraints``, raises ConflictError."""

    def create_many(self, resource: str, rows: Sequence[tuple[Key, bytes]]) -> None:
        """Keep several new records, or none of them."""

    def update_resource(self, resource: str, key: Key, text: bytes) -> None:
        """Put *text* in the place of the record with this *key*, which is there."""

    def patch_resource(self, resource: str, key: Key, changes: Record) -> None:
        """Put *changes*, by field, over the record with this *key*, which is there."""

    def delete_resource(self, resource: str, key: Key) -> bool:
        """Forget the record with this *key*; False when it is not there."""

    def find_related(
        self, resource: str, field: str, keys: Sequence[Key]
    ) -> list[tuple[Key, bytes]]:
        """The records whose *field* holds one of *keys*, with their own keys."""

    def next_number(self, resource: str) -> int:
        """A whole number that no record of *resource* has had as its key, and that is not given out again."""

    def backup(self) -> State:
        """All that there is."""

    def restore(self, state: State) -> None:
        """Hold *state* and nothing else."""

    def reset(self) -> None:
        """Hold nothing, and number from one again."""

    def get_stats(self) -> dict[str, Any]:
        """What this storage tells of itself, beside the numbers of records."""

    def count(self, resource: str) -> int:
        """How many records *resource* has."""

    def save(self) -> None:
        """Write the state to where it outlives the process."""

    def load(self) -> None:
        """Read the state from there, whatever it is now."""

    def savepoint(self, *, keep: bool = True) -> AbstractContextManager[None]:
        """A scope that nests: what raises in it undoes all that was done in it; without *keep* that is undone anyway."""

    def snapshot(self, name: str, state: bytes) -> None:
        """Keep *state* under *name*, in the place of what was there."""

    def get_snapshot(self, name: str) -> bytes | None:
        """What is kept under *name*."""

    def list_snapshots(self) -> list[str]:
        """The names of what is kept, in order."""

    def delete_snapshot(self, name: str) -> bool:
        """Forget what is kept under *name*; False when nothing is."""

    def close(self) -> None:
        """Let go of everything. No other method is called afterwards."""
