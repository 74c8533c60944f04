"""Applies changes to an adapter, each request whole or not at all."""

from __future__ import annotations

import dataclasses
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import field
from typing import Any, TypeVar, overload

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store import changes
from pytest_fixturegen.store.adapters.adapter import Adapter
from pytest_fixturegen.store.changes import Change
from pytest_fixturegen.store.collection import Collection
from pytest_fixturegen.store.errors import ConflictError, is_store_error
from pytest_fixturegen.store.rows import ResourceRows
from pytest_fixturegen.store.schema import Key, Resource, Schema
from pytest_fixturegen.store.snapshots import Snapshots
from pytest_fixturegen.store.state_text import format_state, parse_state

__tracebackhide__ = is_store_error

T = TypeVar("T")
MAX_LOGGED_CHANGES = 1000
"""How many changes a store tells of."""


@dataclasses.dataclass(slots=True)
class RecordCache:
    """What is remembered of records: the texts of the *size* last asked for, and how often that spared a question."""

    size: int
    hits: int = 0
    misses: int = 0
    texts: OrderedDict[tuple[str, Key], bytes] = field(default_factory=OrderedDict)
    idempotent_responses: dict[tuple[str, str, str], tuple[bytes, dict[str, str]]] = field(
        default_factory=dict
    )
    """What requests with an Idempotency-Key were answered: as long as what they made cannot have been undone."""

    def get(self, resource: str, key: Key) -> bytes | None:
        """The text of a record, if it is kept."""
        text = self.texts.get((resource, key))
        if text is None:
            self.misses += 1
        else:
            self.hits += 1
            self.texts.move_to_end((resource, key))
        return text

    def clear(self) -> None:
        """Forget everything."""
        self.texts.clear()
        self.idempotent_responses.clear()

    def put(self, resource: str, key: Key, text: bytes) -> None:
        """Keep *text*; the one not asked for longest goes."""
        if self.size:
            self.texts[resource, key] = text
            if len(self.texts) > self.size:
                self.texts.popitem(last=False)


@dataclass(frozen=True, slots=True)
class StoreHooks:
    """What a store is made of beside its schema and its storage.

    *fill* puts the initial data into a new store; *grow* draws so many more records of a resource; *draw_key* gives a key
    for a record whose key is no number.
    """

    fill: Callable[[Store], None] = lambda store: None
    grow: Callable[[Store, Resource, int], None] | None = None
    draw_key: Callable[[Resource, int], Key] | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    cache_size: int = 1000
    is_lazy: bool = False
    has_snapshots: bool = True
    snapshots_directory: str = ""


class Store:
    """Resources, their records, and their named states. Any thread may use it.

    With a model, or the name of a resource, it gives what belongs to it: ``store[User].get(1)``.
    """

    def __init__(self, schema: Schema, adapter: Adapter, hooks: StoreHooks) -> None:
        self.schema = schema
        self.makings = hooks
        self.lock = hooks.lock
        self.cache = RecordCache(hooks.cache_size)
        self.log: deque[Change] = deque(maxlen=MAX_LOGGED_CHANGES)
        self.changes = 0
        self.snapshots = Snapshots(self, hooks.snapshots_directory, is_enabled=hooks.has_snapshots)
        self._adapter = adapter
        self._opened = self._closed = False
        self._scopes: list[AbstractContextManager[None]] = []
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
        """The storage, opened when it is first asked for."""
        if not self._opened:
            self._open_adapter()
        return self._adapter

    def rows(self, name: Any) -> ResourceRows:
        """The records of a resource, by its *name* or its model, as JSON.

        Raises MissingError, with the nearest name, when there is none.
        """
        found = None if isinstance(name, str) else self.schema.find_by_model(name)
        return ResourceRows(
            self, found or self.schema.find_resource(getattr(name, "__name__", str(name)))
        )

    def apply_changes(self, batch: Sequence[Change]) -> None:
        """Apply all of *wanted*, or none. Raises ConflictError when a constraint stands against one."""
        with self.lock:
            trusts = "constraints" in self.adapter.capabilities
            try:
                with self.adapter.savepoint():
                    for change in batch:
                        if not trusts:
                            changes.check_constraints(self.schema, self.adapter, change)
                        changes.apply_change(self.adapter, change)
            except ConflictError:
                for change in batch if trusts else ():
                    changes.check_constraints(self.schema, self.adapter, change)
                raise
            self._log_changes(batch)

    @contextmanager
    def rollback(self) -> Iterator[None]:
        """A scope of which nothing is left: records, numbers and snapshots are as they were. It nests.

        Raises StoreError at the end of a scope that has outlived the one it began in, which undid it.
        """
        with self.lock:
            scope = self.adapter.savepoint(keep=False)
            scope.__enter__()
            self._scopes.append(scope)
        try:
            yield
        finally:
            with self.lock:
                self._leave_scope(scope)
                self.clear_cache()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A scope of which all is left, or nothing if something is raised in it. Other threads wait."""
        with self.lock:
            try:
                with self.adapter.savepoint():
                    yield
            except BaseException:
                self.clear_cache()
                raise

    def reset(self) -> None:
        """Back to the initial state: the data that a new store has. Snapshots stay."""
        with self.transaction():
            self.adapter.reset()
            self.makings.fill(self)
        self.clear_cache()

    def grow(self, model: Any, count: int) -> None:
        """Draw records of a resource until it has *count*. Raises StoreError where nothing can be drawn."""
        rows = self.rows(model)
        if self.makings.grow is None:
            raise StoreError("This store draws no records.", hint="Open it with open_store().")
        with self.transaction():
            self.makings.grow(self, rows.resource, count - rows.count())

    def save(self) -> bool:
        """Write the state to where it outlives the process; False where that happens by itself, or never."""
        with self.lock:
            can = "saving" in self.adapter.capabilities
            if can:
                self.adapter.save()
        return can

    def load(self) -> bool:
        """Read the state from where it was saved, whatever it is now; False where there is no such place."""
        with self.transaction():
            can = "saving" in self.adapter.capabilities
            if can:
                self.adapter.load()
        self.clear_cache()
        return can

    def backup(self) -> bytes:
        """All records as one text of JSON."""
        with self.lock:
            return b"".join(format_state(self.adapter.backup()))

    def restore(self, text: bytes) -> None:
        """Hold what *text*, a backup, says, and nothing else. Raises StoreError or InvalidError for another text."""
        state = parse_state(text, self.schema, "The backup", with_validation=True)
        with self.transaction():
            self.adapter.restore(state)
        self.clear_cache()

    def get_stats(self) -> dict[str, Any]:
        """What the store holds and has done."""
        with self.lock:
            counts = (
                {each.name: self.adapter.count(each.name) for each in self.schema.resources}
                if self._opened
                else {}
            )
            storage = self.adapter.get_stats() if self._opened else {}
        cache = {
            "size": self.cache.size,
            "kept": len(self.cache.texts),
            "hits": self.cache.hits,
            "misses": self.cache.misses,
        }
        return {
            "opened": self._opened,
            "capabilities": sorted(self._adapter.capabilities),
            "resources": counts,
            "changes": self.changes,
            "cache": cache,
            "storage": storage,
        }

    def close(self) -> None:
        """Let go of the storage. Nothing is asked of the store afterwards but this."""
        with self.lock:
            if self._opened and not self._closed:
                self._adapter.close()
            self._closed = True

    def clear_cache(self) -> None:
        """Nothing that was remembered of records holds any longer."""
        self.cache.clear()

    def _leave_scope(self, scope: AbstractContextManager[None]) -> None:
        """Undo what was done in *scope*, and in those that began in it."""
        if scope not in self._scopes:
            hint = "Ask for what has the wider scope first: by name, beside pfg_store, and not by getfixturevalue()."
            raise StoreError(
                "A scope of the store has outlived the one that it began in.", hint=hint
            )
        while self._scopes:
            last = self._scopes.pop()
            last.__exit__(None, None, None)
            if last is scope:
                return

    def _open_adapter(self) -> None:
        with self.lock:
            if not self._opened:
                is_new = self._adapter.initialize(self.schema)
                self._opened = True
                if is_new:
                    with self.transaction():
                        self.makings.fill(self)
                    self.log.clear()

    def _log_changes(self, batch: Sequence[Change]) -> None:
        self.changes += len(batch)
        self.log.extend(batch)
        for change in batch:
            self.cache.texts.pop((change.resource, change.key), None)
