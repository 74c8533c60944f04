"""The contract between a store and its storage.

A record crosses this border as JSON text with its key. An adapter names its *capabilities*; the
emulation supplies the rest, so storage that can only write and read records is enough.
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
"""The features that an adapter may implement itself.

- ``queries``: filter, sort and page.
- ``constraints``: reject a change that breaks a key, a unique field or a reference.
- ``savepoints``: undo changes. An adapter with constraints needs savepoints, too: the emulation
  undoes changes one by one, and a constraint may reject one of these steps.
- ``snapshots``: keep named states.
- ``numbers``: draw numbers for keys.
- ``saving``: write the state to storage that outlives the process.
"""


@dataclass(frozen=True, slots=True)
class State:
    """The content of a store.

    *texts* has the JSON of each resource's records in order, *numbers* the last number drawn for
    each resource.
    """

    texts: Mapping[str, Sequence[bytes]]
    numbers: Mapping[str, int] = field(default_factory=dict)


class Adapter(Protocol):
    """Stores records. A method that raises changes nothing.

    Any thread may call it, one at a time: the store holds its lock during each call.

    Every adapter needs ``initialize``, ``get_resources``, ``get_resource``, ``create_resource``,
    ``update_resource``, ``delete_resource`` and ``close``. The other methods and *capabilities* are
    optional.
    """

    @property
    def capabilities(self) -> Collection[Capability]:
        """The features that this adapter implements itself."""

    def initialize(self, schema: Schema) -> bool:
        """Prepare the storage for *schema*. Return True if it was empty, and needs initial data."""

    def get_resources(
        self,
        resource: str,
        query: Query,
    ) -> Page:
        """Return the records that match *query*.

        Without ``queries``, return all records in the order of their creation.
        """

    def get_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """Return the JSON of the record with this *key*, or None."""

    def lock_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """Return the record like *get_resource*, within a scope of *savepoint*.

        Other processes that use the storage must not change the record before the scope ends.
        """

    def create_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """Create a record. With ``constraints``, raise ConflictError if it breaks one."""

    def create_many(
        self,
        resource: str,
        rows: Sequence[tuple[Key, bytes]],
    ) -> None:
        """Create several records, or none of them."""

    def update_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """Replace the existing record with this *key* by *text*."""

    def patch_resource(
        self,
        resource: str,
        key: Key,
        changes: Record,
    ) -> None:
        """Replace fields of the existing record with this *key*."""

    def delete_resource(
        self,
        resource: str,
        key: Key,
    ) -> bool:
        """Delete the record with this *key*. Return False if it does not exist."""

    def find_related(
        self,
        resource: str,
        field: str,
        keys: Sequence[Key],
    ) -> list[tuple[Key, bytes]]:
        """Return the records whose *field* is one of *keys*, with their own keys."""

    def next_number(self, resource: str) -> int:
        """Return a whole number that was never a key of *resource*, and never return it again."""

    def backup(self) -> State:
        """Return the whole state."""

    def restore(self, state: State) -> None:
        """Replace the whole state by *state*."""

    def keep_copy(self, subject: bytes) -> None:
        """Keep a copy of the whole state as *subject*, if that makes a restore faster."""

    def restore_copy(self, subject: bytes) -> bool:
        """Replace the state with the copy of *subject*. Return False if no such copy exists."""

    def reset(self) -> None:
        """Delete all records, and draw numbers from 1 again."""

    def get_stats(self) -> dict[str, Any]:
        """Return statistics of this storage, in addition to the numbers of records."""

    def count(self, resource: str) -> int:
        """Return the number of records of *resource*."""

    def save(self) -> None:
        """Write the state to storage that outlives the process."""

    def load(self) -> None:
        """Replace the state by the saved one."""

    def savepoint(self, *, keep: bool = True) -> AbstractContextManager[None]:
        """Return a scope that undoes its changes if it raises, or *keep* is false. Scopes nest."""

    def snapshot(
        self,
        name: str,
        state: bytes,
    ) -> None:
        """Save *state* as *name*, and replace a snapshot of that name."""

    def get_snapshot(self, name: str) -> bytes | None:
        """Return the snapshot *name*, or None."""

    def list_snapshots(self) -> list[str]:
        """Return the names of all snapshots in alphabetical order."""

    def delete_snapshot(self, name: str) -> bool:
        """Delete the snapshot *name*. Return False if it does not exist."""

    def detect_changes(self) -> bool:
        """Return whether another program may have changed records since the last call.

        The store calls it before each operation outside of a transaction, and then drops what it
        remembers of records.
        """

    def close(self) -> None:
        """Close the storage. The store calls no method afterwards."""
