"""The store: applies changes to an adapter in transactions."""

from __future__ import annotations

import dataclasses
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import field
from functools import partial
from typing import Any, TypeVar, overload

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store import changes
from pytest_fixturegen.store.adapters.adapter import Adapter
from pytest_fixturegen.store.adapters.limited_files import MAX_STATE_BYTES
from pytest_fixturegen.store.api_service import NO_RULES, ServiceRules
from pytest_fixturegen.store.changes import Change
from pytest_fixturegen.store.collection import Collection
from pytest_fixturegen.store.errors import ConflictError, is_store_error
from pytest_fixturegen.store.idempotency import IdempotentAnswers
from pytest_fixturegen.store.rows import ResourceRows
from pytest_fixturegen.store.schema import Key, Resource, Schema
from pytest_fixturegen.store.snapshots import Snapshots
from pytest_fixturegen.store.special_values import NO_SPECIAL_VALUES, SpecialValues
from pytest_fixturegen.store.state_text import format_state, parse_state

__tracebackhide__ = is_store_error

T = TypeVar("T")
C = TypeVar("C", bound=Change)

INITIAL_STATE = b"initial state"
"""The subject of the copy that a reset restores."""

MAX_LOGGED_CHANGES = 1000
"""How many changes the log of a store keeps."""


@dataclasses.dataclass(slots=True)
class RecordCache:
    """The texts of the *size* records that were read last, and counts of hits and misses."""

    size: int
    hits: int = 0
    misses: int = 0
    texts: OrderedDict[tuple[str, Key], bytes] = field(default_factory=OrderedDict)
    answers: IdempotentAnswers = field(default_factory=IdempotentAnswers)

    def get(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """Return the text of a record, or None if the cache does not have it."""
        text = self.texts.get((resource, key))
        if text is None:
            self.misses += 1
        else:
            self.hits += 1
            self.texts.move_to_end((resource, key))
        return text

    def peek(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """Return the text of a record, or None. Unlike *get*, it needs no lock."""
        return self.texts.get((resource, key))

    def put(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """Add *text*, and drop the least recently used one if the cache is full."""
        if self.size:
            self.texts[resource, key] = text
            if len(self.texts) > self.size:
                self.texts.popitem(last=False)

    def clear(self) -> None:
        """Drop all texts and responses."""
        self.texts.clear()
        self.answers.clear()

    def undo(self, last_number: int) -> None:
        """Drop all texts, and the responses after the one with *last_number*."""
        self.texts.clear()
        self.answers.forget_since(last_number)


@dataclass(frozen=True, slots=True)
class StoreHooks:
    """The callbacks and settings of a store.

    *fill* writes the initial data into a new store. *grow* draws a number of new records of a
    resource. *draw_key* returns a key for a record whose key is not a number. *service* are the
    rules of an API file for its REST API, *generation* says how values are drawn, and
    *special_values* computes values of new records.
    """

    fill: Callable[[Store], None] = lambda store: None
    grow: Callable[[Store, Resource, int], None] | None = None
    draw_key: Callable[[Resource, int], Key] | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    cache_size: int = 1000
    is_lazy: bool = False
    has_snapshots: bool = True
    snapshots_directory: str = ""
    max_snapshot_bytes: int = MAX_STATE_BYTES
    service: ServiceRules = NO_RULES
    generation: GenerationConfig = field(default_factory=GenerationConfig)
    special_values: SpecialValues = NO_SPECIAL_VALUES


class Store:
    """Resources, their records and their named states.

    Any thread may use a store: each operation holds the reentrant lock of the store, a transaction
    until its end. Scopes of *rollback* belong to the store, not to a thread.

    Index a store with a model, or with the name of a resource, to reach its records:
    ``store[User].get(1)``.
    """

    def __init__(
        self,
        schema: Schema,
        adapter: Adapter,
        hooks: StoreHooks,
    ) -> None:
        """Keep the parts of the store, and open the adapter unless the hooks are lazy."""
        self.schema = schema
        self.hooks = hooks
        self.lock = hooks.lock
        self.cache = RecordCache(hooks.cache_size)
        self.log: deque[Change] = deque(maxlen=MAX_LOGGED_CHANGES)
        self.changes = 0
        self.snapshots = Snapshots(
            self,
            hooks.snapshots_directory,
            is_enabled=hooks.has_snapshots,
            max_bytes=hooks.max_snapshot_bytes,
        )
        self._adapter = adapter
        self._is_open = False
        self._is_closed = False
        self._scopes: list[AbstractContextManager[None]] = []
        self._transactions = 0
        if not hooks.is_lazy:
            self._open_adapter()

    @overload
    def __getitem__(self, model: type[T]) -> Collection[T]: ...

    @overload
    def __getitem__(self, model: str) -> Collection[Any]: ...

    def __getitem__(self, model: Any) -> Collection[Any]:
        return Collection(self.rows(model))

    @property
    def adapter(self) -> Adapter:
        """The storage. A lazy store opens it at the first access."""
        if not self._is_open:
            self._open_adapter()
        return self._adapter

    @property
    def capabilities(self) -> frozenset[str]:
        """The features of the storage, which a lazy store need not open for them."""
        return frozenset(self._adapter.capabilities)

    @property
    def is_open(self) -> bool:
        """Whether the storage is open. Opening a lazy store may take long."""
        return self._is_open

    @property
    def is_in_transaction(self) -> bool:
        """Whether the thread that holds the lock is within *transaction*."""
        return self._transactions > 0

    def rows(self, name: Any) -> ResourceRows:
        """Return the records, as JSON, of the resource that *name* or a model identifies.

        Raise MissingError if the resource is unknown.
        """
        resource = None if isinstance(name, str) else self.schema.find_by_model(name)
        if resource is None:
            resource = self.schema.find_resource(getattr(name, "__name__", str(name)))
        return ResourceRows(self, resource)

    def apply_change(self, build_change: Callable[[], C]) -> C:
        """Build and apply a change in one transaction, and return it."""

        change: C
        (change,) = self.apply_plan(lambda: [build_change()])
        return change

    def apply_changes(self, batch: Sequence[Change]) -> None:
        """Apply all changes of *batch*, or none. Raise ConflictError if one breaks a constraint."""
        self.apply_plan(lambda: batch)

    def apply_plan(self, build_batch: Callable[[], Sequence[Any]]) -> Sequence[Any]:
        """Build and apply changes in one transaction, and return them.

        If the storage has constraints, it rejects a change without saying which constraint it
        breaks. The check finds out, but only after the rollback: PostgreSQL answers no query in a
        failed transaction.
        """
        batch: Sequence[Change] = ()
        with self.lock:
            self.drop_outdated()
            has_constraints = "constraints" in self.adapter.capabilities
            try:
                with self.adapter.savepoint():
                    batch = build_batch()
                    for change in batch:
                        if not has_constraints:
                            changes.check_constraints(self.schema, self.adapter, change)
                        changes.apply_change(self.adapter, change)
            except ConflictError:
                if has_constraints:
                    self._explain_conflict(batch)
                raise
            self._log_changes(batch)
        return batch

    @contextmanager
    def rollback(self) -> Iterator[None]:
        """Return a scope that undoes its changes of records, numbers and snapshots. Scopes nest.

        Raise StoreError at the end of a scope if the enclosing scope ended, and undid it, before.
        """
        with self.lock:
            scope = self.adapter.savepoint(keep=False)
            scope.__enter__()
            self._scopes.append(scope)
            last_answer = self.cache.answers.last_number
        try:
            yield
        finally:
            with self.lock:
                self._leave_scope(scope)
                self.cache.undo(last_answer)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Return a scope that undoes its changes if it raises. Other threads wait for its end."""
        with self.lock:
            undo = partial(self.cache.undo, self.cache.answers.last_number)
            self._transactions += 1
            try:
                with undo_on_error(undo):
                    self.drop_outdated()
                    with self.adapter.savepoint():
                        yield
            finally:
                self._transactions -= 1

    def reset(self) -> None:
        """Restore the initial data of a new store. Snapshots remain."""
        with self.lock:
            with self.transaction():
                if not self.adapter.restore_copy(INITIAL_STATE):
                    self.adapter.reset()
                    self._fill()
            self.clear_cache()

    def grow(
        self,
        model: Any,
        count: int,
    ) -> None:
        """Draw records of a resource until it has *count*.

        Raise StoreError if the store cannot draw records.
        """
        rows = self.rows(model)
        if self.hooks.grow is None:
            raise StoreError("This store cannot draw records.", hint="Open it with open_store().")
        with self.transaction():
            self.hooks.grow(
                self,
                rows.resource,
                count - rows.count(),
            )

    def save(self) -> bool:
        """Write the state to permanent storage.

        Return False if the adapter saves by itself, or has no permanent storage.
        """
        with self.lock:
            can_save = "saving" in self.adapter.capabilities
            if can_save:
                self.adapter.save()
        return can_save

    def load(self) -> bool:
        """Replace the state by the saved one. Return False if the adapter has no saved state."""
        with self.lock:
            with self.transaction():
                can_load = "saving" in self.adapter.capabilities
                if can_load:
                    self.adapter.load()
            self.clear_cache()
        return can_load

    def backup(self) -> bytes:
        """Return all records as one JSON text."""
        with self.lock:
            self.drop_outdated()
            state = self.adapter.backup()
        return b"".join(format_state(state))

    def restore(self, text: bytes) -> None:
        """Replace all records by those of *text*, a backup.

        Raise StoreError or InvalidError if *text* is not a valid backup.
        """
        state = parse_state(
            text,
            self.schema,
            "The backup",
            with_validation=True,
        )
        with self.lock:
            with self.transaction():
                self.adapter.restore(state)
            self.clear_cache()

    def get_stats(self) -> dict[str, Any]:
        """Return statistics about records, changes, cache and storage."""
        counts: dict[str, int] = {}
        storage: dict[str, Any] = {}
        with self.lock:
            if self._is_open:
                self.drop_outdated()
                counts = {
                    resource.name: self.adapter.count(resource.name)
                    for resource in self.schema.resources
                }
                storage = self.adapter.get_stats()
        return {
            "opened": self._is_open,
            "capabilities": sorted(self._adapter.capabilities),
            "resources": counts,
            "changes": self.changes,
            "cache": {
                "size": self.cache.size,
                "kept": len(self.cache.texts),
                "hits": self.cache.hits,
                "misses": self.cache.misses,
            },
            "storage": storage,
        }

    def close(self) -> None:
        """Close the storage. Closing twice is allowed; every other method needs an open store."""
        with self.lock:
            if self._is_open and not self._is_closed:
                self._adapter.close()
            self._is_closed = True

    def drop_outdated(self) -> None:
        """Drop cached records if another program may have changed the storage.

        Operations call it first, while they hold the lock.
        """
        if self.adapter.detect_changes():
            self.cache.texts.clear()

    def clear_cache(self) -> None:
        """Drop all cached records and responses."""
        self.cache.clear()

    def _explain_conflict(self, batch: Sequence[Change]) -> None:
        """Raise ConflictError with the constraint that *batch* breaks, if the check finds one."""
        for change in batch:
            changes.check_constraints(self.schema, self.adapter, change)

    def _leave_scope(self, scope: AbstractContextManager[None]) -> None:
        """Undo the changes of *scope* and of the scopes that began in it."""
        if scope not in self._scopes:
            raise StoreError(
                "A scope of the store has outlived the scope that it began in.",
                hint="Request the fixture with the wider scope first: name it in the parameters"
                " before pfg_store, and do not use getfixturevalue().",
            )
        while self._scopes:
            last = self._scopes.pop()
            last.__exit__(None, None, None)
            if last is scope:
                return

    def _open_adapter(self) -> None:
        """Open the adapter once, and fill a new store in one transaction.

        The log then starts after the initial records.
        """
        with self.lock:
            if self._is_open:
                return
            is_new = self._adapter.initialize(self.schema)
            self._is_open = True
            if is_new:
                with self.transaction():
                    self._fill()
                self.log.clear()

    def _fill(self) -> None:
        """Write the initial data into the empty storage, and keep a copy of it for a reset."""
        self.hooks.fill(self)
        self.adapter.keep_copy(INITIAL_STATE)

    def _log_changes(self, batch: Sequence[Change]) -> None:
        """Count and log the changes, and remove their records from the cache."""
        self.changes += len(batch)
        self.log.extend(batch)
        for change in batch:
            self.cache.texts.pop(
                (change.resource, change.key),
                None,
            )
