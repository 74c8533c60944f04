"""Emulates the methods of the contract that an adapter lacks, with those that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any, cast

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.errors import StoreError, suggest_nearest
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Adapter, Capability, State
from pytest_fixturegen.store.adapters.user_adapter import (
    INCOMPATIBLE_METHODS,
    UserAdapter,
    find_method,
    takes_records,
    to_camel_case,
)
from pytest_fixturegen.store.queries import ALL_RECORDS, Page, Query, select_records
from pytest_fixturegen.store.schema import Key, Record, Schema

REQUIRED_METHODS = (
    "initialize",
    "get_resources",
    "get_resource",
    "create_resource",
    "update_resource",
    "delete_resource",
    "close",
)
"""The methods that every adapter needs."""

METHOD_CAPABILITIES: dict[str, Capability] = {
    "get_resources": "queries",
    "savepoint": "savepoints",
    "snapshot": "snapshots",
    "get_snapshot": "snapshots",
    "list_snapshots": "snapshots",
    "delete_snapshot": "snapshots",
    "next_number": "numbers",
    "save": "saving",
    "load": "saving",
}
"""The methods that the store takes from an adapter only if it has the capability."""

OPTIONAL_METHODS = (
    "lock_resource",
    "create_many",
    "patch_resource",
    "find_related",
    "backup",
    "restore",
    "reset",
    "get_stats",
    "count",
    "detect_changes",
    "keep_copy",
    "restore_copy",
)
"""The methods that the store takes from an adapter if it has them."""


def complete_adapter(adapter: Any) -> Adapter:
    """Return *adapter* with the whole contract.

    Raise StoreError if it lacks a required method, or its capabilities are unknown or incomplete.
    """
    name = type(adapter).__name__
    capabilities = getattr(adapter, "capabilities", ())
    for method in REQUIRED_METHODS:
        is_optional = method == "close" and takes_records(adapter)
        if find_method(adapter, method) is None and not is_optional:
            raise StoreError(
                f"{name} is not an adapter: it does not have {method}().",
                hint=f"Write it as {method} or {to_camel_case(method)}: see docs/store.md.",
            )
    for capability in capabilities:
        if capability not in CAPABILITIES:
            raise StoreError(
                f"{name} has an unknown capability {capability!r}.",
                hint=suggest_nearest(str(capability), CAPABILITIES),
            )
    if "constraints" in capabilities and "savepoints" not in capabilities:
        raise StoreError(
            f"{name} has the capability 'constraints' but not 'savepoints':"
            " a constraint may reject a step that undoes a change.",
            hint="Give it savepoint(), or remove 'constraints': the store then checks them itself.",
        )
    return cast(Adapter, CompleteAdapter(adapter))


class CompleteAdapter:
    """An adapter that takes its missing methods from an :class:`AdapterEmulation`."""

    def __init__(self, adapter: Any) -> None:
        """Bind each method of the interface to *adapter* or to its emulation.

        The methods of a user's adapter run under a guard that translates their exceptions.
        """
        self.adapter = adapter
        self.capabilities = frozenset(getattr(adapter, "capabilities", ()))
        is_ours = type(adapter).__module__.startswith("pytest_fixturegen.")
        own = adapter if is_ours else UserAdapter(adapter)
        emulation = AdapterEmulation(own, self.capabilities)
        for name in (*REQUIRED_METHODS, *METHOD_CAPABILITIES, *OPTIONAL_METHODS):
            source = own if self._has_own_method(name) else emulation
            setattr(self, name, getattr(source, name))

    def _has_own_method(self, name: str) -> bool:
        """Return whether the adapter's own method suffices.

        It does not if the emulation must know of its calls, to undo them or to count numbers.
        """
        if name == "initialize":
            return False
        if name == "close":  # a user's adapter need not have it
            return True
        if name in INCOMPATIBLE_METHODS and takes_records(self.adapter):
            return False
        if name in METHOD_CAPABILITIES:
            is_own = METHOD_CAPABILITIES[name] in self.capabilities
        else:
            is_own = find_method(self.adapter, name) is not None
        prerequisites = PREREQUISITE_CAPABILITIES.get(name, ())
        return is_own and self.capabilities.issuperset(prerequisites)


WRITE_METHODS = (
    "create_resource",
    "create_many",
    "update_resource",
    "patch_resource",
    "delete_resource",
)
PREREQUISITE_CAPABILITIES: dict[str, tuple[Capability, ...]] = {
    **dict.fromkeys(WRITE_METHODS, ("savepoints",)),
    **dict.fromkeys(
        ("next_number", "backup", "restore", "reset", "restore_copy"), ("savepoints", "numbers")
    ),
    "savepoint": ("snapshots", "numbers"),
}
"""The capabilities without which an adapter's own method does not suffice.

The emulation of a missing capability must know of the calls: to undo a write, or to count a number.
"""

UndoAction = Callable[[], None]


def _make_null_savepoint(*, keep: bool) -> AbstractContextManager[None]:
    return nullcontext()


class AdapterEmulation:
    """The contract, implemented with the required methods of an adapter.

    Each open scope has a list of undo actions, which run in reverse order.
    """

    def __init__(
        self,
        adapter: Any,
        capabilities: frozenset[str],
    ) -> None:
        """Prepare the state that *adapter* does not keep itself: numbers, snapshots, open scopes.

        The adapter's own savepoints are used if *capabilities* names them.
        """
        self._adapter = adapter
        self._has_queries = "queries" in capabilities
        self._has_own_undo = "savepoints" in capabilities
        self._savepoint = adapter.savepoint if self._has_own_undo else _make_null_savepoint
        self._resources: tuple[str, ...] = ()
        self._keys: dict[str, Callable[[Record], Key]] = {}
        self._numbers: dict[str, int] = {}
        self._scopes: list[list[UndoAction]] = []
        self._snapshots: dict[str, bytes] = {}

    def initialize(self, schema: Schema) -> bool:
        """See Adapter."""
        self._resources = tuple(each.name for each in schema.resources)
        self._keys = {each.name: each.get_key for each in schema.resources}
        return bool(self._adapter.initialize(schema))

    def get_resources(
        self,
        resource: str,
        query: Query,
    ) -> Page:
        """See Adapter."""
        if query == ALL_RECORDS or self._has_queries:
            page: Page = self._adapter.get_resources(resource, query)
            return page
        records = map(loads, self._list_texts(resource))
        selected, total = select_records(records, query)
        return Page([dumps(record) for record in selected], total)

    def lock_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """See Adapter. Storage without locks is for one process."""
        text: bytes | None = self._adapter.get_resource(resource, key)
        return text

    def create_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        self._adapter.create_resource(resource, key, text)
        self._push_undo(lambda: self._adapter.delete_resource(resource, key))

    def create_many(
        self,
        resource: str,
        rows: Sequence[tuple[Key, bytes]],
    ) -> None:
        """See Adapter."""
        with self.savepoint():
            for key, text in rows:
                self.create_resource(resource, key, text)

    def update_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        before = self._adapter.get_resource(resource, key)
        self._adapter.update_resource(resource, key, text)
        self._push_undo(lambda: self._adapter.update_resource(resource, key, before))

    def patch_resource(
        self,
        resource: str,
        key: Key,
        changes: Record,
    ) -> None:
        """See Adapter."""
        before = self._adapter.get_resource(resource, key)
        self.update_resource(
            resource,
            key,
            dumps({**loads(before), **changes}),
        )

    def delete_resource(
        self,
        resource: str,
        key: Key,
    ) -> bool:
        """See Adapter."""
        # To undo it, all records are written again: only this restores their order.
        before = self._list_texts(resource) if self._scopes else ()
        is_deleted = bool(self._adapter.delete_resource(resource, key))
        if is_deleted:
            self._push_undo(lambda: self._replace_records(resource, before))
            self._reserve_number(resource, key)
        return is_deleted

    def find_related(
        self,
        resource: str,
        field: str,
        keys: Sequence[Key],
    ) -> list[tuple[Key, bytes]]:
        """See Adapter."""
        wanted = set(keys)
        found: list[tuple[Key, bytes]] = []
        for text in self._list_texts(resource):
            record = loads(text)
            if record.get(field) in wanted:
                found.append((self._keys[resource](record), text))
        return found

    def next_number(self, resource: str) -> int:
        """See Adapter."""
        before = self._numbers
        keys = [self._keys[resource](loads(text)) for text in self._list_texts(resource)]
        numbers = [key for key in keys if isinstance(key, int)]
        number = max([before.get(resource, 0), *numbers]) + 1
        self._set_numbers({**before, resource: number})
        self._push_undo(lambda: self._set_numbers(before))
        return number

    def backup(self) -> State:
        """See Adapter."""
        texts = {name: self._list_texts(name) for name in self._resources}
        return State(texts, dict(self._numbers))

    def restore(self, state: State) -> None:
        """See Adapter."""
        before = self.backup()
        for name in reversed(self._resources):
            self._replace_records(name, ())
        for name in self._resources:
            self._replace_records(
                name,
                state.texts.get(name, ()),
            )
        self._numbers = dict(state.numbers)

        def undo() -> None:
            """Return to the state before the restore."""
            if self._has_own_undo:  # the adapter restores its records, but not these numbers
                self._set_numbers(dict(before.numbers))
            else:
                self.restore(before)

        self._push_undo(undo)

    def reset(self) -> None:
        """See Adapter."""
        self.restore(State({}))

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return {}

    def count(self, resource: str) -> int:
        """See Adapter."""
        return len(self._list_texts(resource))

    def keep_copy(self, subject: bytes) -> None:
        """See Adapter."""

    def restore_copy(self, subject: bytes) -> bool:
        """See Adapter."""
        return False

    def detect_changes(self) -> bool:
        """See Adapter."""
        return False

    def save(self) -> None:
        """See Adapter."""
        raise self._make_saving_error()

    def load(self) -> None:
        """See Adapter."""
        raise self._make_saving_error()

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        scope: list[UndoAction] = []
        self._scopes.append(scope)
        with undo_on_error(partial(self._undo_scope, scope)), self._savepoint(keep=keep):
            yield
        if not keep:
            self._undo_scope(scope)
            return
        self._scopes.pop()
        if self._scopes:
            self._scopes[-1].extend(scope)

    def snapshot(
        self,
        name: str,
        state: bytes,
    ) -> None:
        """See Adapter."""
        before = dict(self._snapshots)
        self._snapshots[name] = state
        self._push_undo(lambda: self._set_snapshots(before))

    def get_snapshot(self, name: str) -> bytes | None:
        """See Adapter."""
        return self._snapshots.get(name)

    def list_snapshots(self) -> list[str]:
        """See Adapter."""
        return sorted(self._snapshots)

    def delete_snapshot(self, name: str) -> bool:
        """See Adapter."""
        before = dict(self._snapshots)
        self._push_undo(lambda: self._set_snapshots(before))
        return self._snapshots.pop(name, None) is not None

    def _make_saving_error(self) -> StoreError:
        """Return the StoreError to raise if the adapter lacks the capability 'saving'."""
        return StoreError(
            f"{type(self._adapter).__name__} cannot save or load its state.",
            hint="Use an adapter with the capability 'saving'.",
        )

    def _set_numbers(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def _reserve_number(
        self,
        resource: str,
        key: Key,
    ) -> None:
        """Remember a deleted *key*, so that no number repeats it."""
        before = self._numbers
        if isinstance(key, int) and key > before.get(resource, 0):
            self._set_numbers({**before, resource: key})
            self._push_undo(lambda: self._set_numbers(before))

    def _set_snapshots(self, snapshots: dict[str, bytes]) -> None:
        self._snapshots = snapshots

    def _list_texts(self, resource: str) -> Sequence[bytes]:
        """Return all records of *resource* as JSON."""
        return list(self._adapter.get_resources(resource, ALL_RECORDS).texts)

    def _push_undo(self, undo: UndoAction) -> None:
        """Keep *undo* for the innermost transaction, if there is one."""
        if self._scopes:
            self._scopes[-1].append(undo)

    def _undo_scope(self, scope: list[UndoAction]) -> None:
        """Leave the innermost scope and undo its changes, without recording them again."""
        outer_scopes = self._scopes[:-1]
        self._scopes = []
        for undo in reversed(scope):
            undo()
        self._scopes = outer_scopes

    def _replace_records(
        self,
        resource: str,
        texts: Sequence[bytes],
    ) -> None:
        """Delete all records of *resource*, then create those of *texts* in their order."""
        for text in self._list_texts(resource):
            self._adapter.delete_resource(
                resource,
                self._keys[resource](loads(text)),
            )
        for text in texts:
            self._adapter.create_resource(
                resource,
                self._keys[resource](loads(text)),
                text,
            )
