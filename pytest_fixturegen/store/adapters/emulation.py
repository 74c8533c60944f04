"""What stands in for the parts of the contract that a storage lacks: worked out above it, from what it can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any, cast

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.errors import FixturegenError, StoreError, suggest_nearest
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Adapter, Capability, State
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
"""What every adapter must have."""

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
"""The methods that are an adapter's own only where it says that it is capable."""

OPTIONAL_METHODS = (
    "create_many",
    "patch_resource",
    "find_related",
    "backup",
    "restore",
    "reset",
    "get_stats",
    "count",
)
"""The methods that are an adapter's own wherever it has them."""


def complete_adapter(adapter: Any) -> Adapter:
    """*adapter* with the whole contract. Raises StoreError when it lacks what every adapter must have, or says of itself
    what cannot be.
    """
    for name in REQUIRED_METHODS:
        if not callable(getattr(adapter, name, None)):
            raise StoreError(
                f"{type(adapter).__name__} is no adapter: it has no {name}().",
                hint="See docs/store.md.",
            )
    for word in getattr(adapter, "capabilities", ()):
        if word not in CAPABILITIES:
            raise StoreError(
                f"{type(adapter).__name__} says that it is capable of {word!r}.",
                hint=suggest_nearest(str(word), CAPABILITIES),
            )
    if (
        "constraints" in getattr(adapter, "capabilities", ())
        and "savepoints" not in adapter.capabilities
    ):
        words = f"{type(adapter).__name__} is capable of 'constraints' but not of 'savepoints': they may stand against undoing."
        raise StoreError(
            words,
            hint="Give it savepoint(), or leave 'constraints' out: the store then watches over them.",
        )
    return cast(Adapter, CompleteAdapter(adapter))


class CompleteAdapter:
    """An adapter whose missing methods are those of an :class:`Emulation`."""

    def __init__(self, adapter: Any) -> None:
        self.adapter = adapter
        self.capabilities = frozenset(getattr(adapter, "capabilities", ()))
        own = (
            adapter
            if type(adapter).__module__.startswith("pytest_fixturegen.")
            else GuardedAdapter(adapter)
        )
        emulation = AdapterEmulation(own, self.capabilities)
        for name in (*REQUIRED_METHODS, *METHOD_CAPABILITIES, *OPTIONAL_METHODS):
            setattr(self, name, getattr(own if self._has_own_method(name) else emulation, name))

    def _has_own_method(self, name: str) -> bool:
        """Whether the adapter's own method will do: it is there, and nothing that is emulated has to know of it."""
        if not (
            METHOD_CAPABILITIES[name] in self.capabilities
            if name in METHOD_CAPABILITIES
            else callable(getattr(self.adapter, name, None))
        ):
            return False
        return name != "initialize" and self.capabilities.issuperset(
            PREREQUISITE_CAPABILITIES.get(name, ())
        )


class GuardedAdapter:
    """Somebody's own *adapter*: what it raises is told with its name, but for errors of ours."""

    def __init__(self, adapter: Any) -> None:
        self._adapter = adapter

    def __getattr__(self, name: str) -> Any:
        return partial(self._call_guarded, name, getattr(self._adapter, name))

    def _call_guarded(
        self, name: str, method: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Any:
        try:
            return method(*args, **kwargs)
        except FixturegenError:
            raise
        except Exception as error:  # it is somebody's own, and may raise anything
            words = f"The adapter {type(self._adapter).__name__} failed in {name}(): {type(error).__name__}: {error}."
            raise StoreError(words, hint="Nothing of what was asked is kept.") from error


WRITE_METHODS = (
    "create_resource",
    "create_many",
    "update_resource",
    "patch_resource",
    "delete_resource",
)
PREREQUISITE_CAPABILITIES: dict[str, tuple[Capability, ...]] = {
    **dict.fromkeys(WRITE_METHODS, ("savepoints",)),
    **dict.fromkeys(("next_number", "backup", "restore", "reset"), ("savepoints", "numbers")),
    "savepoint": ("snapshots", "numbers"),
}
"""The methods that will only do where the adapter is capable of more than they are: what is emulated has to know of them."""

UndoAction = Callable[[], None]


def _make_null_savepoint(*, keep: bool) -> AbstractContextManager[None]:
    return nullcontext()


class AdapterEmulation:
    """The contract, told by what every adapter must have. Undoing is a list of what to do, last first."""

    def __init__(self, adapter: Any, capabilities: frozenset[str]) -> None:
        self._adapter = adapter
        self._queries = "queries" in capabilities
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

    def get_resources(self, resource: str, query: Query) -> Page:
        """See Adapter."""
        if query == ALL_RECORDS or self._queries:
            page: Page = self._adapter.get_resources(resource, query)
            return page
        found, total = select_records(map(loads, self._list_texts(resource)), query)
        return Page([dumps(record) for record in found], total)

    def create_resource(self, resource: str, key: Key, text: bytes) -> None:
        """See Adapter."""
        self._adapter.create_resource(resource, key, text)
        self._push_undo(lambda: self._adapter.delete_resource(resource, key))

    def create_many(self, resource: str, rows: Sequence[tuple[Key, bytes]]) -> None:
        """See Adapter."""
        with self.savepoint():
            for key, text in rows:
                self.create_resource(resource, key, text)

    def update_resource(self, resource: str, key: Key, text: bytes) -> None:
        """See Adapter."""
        before = self._adapter.get_resource(resource, key)
        self._adapter.update_resource(resource, key, text)
        self._push_undo(lambda: self._adapter.update_resource(resource, key, before))

    def patch_resource(self, resource: str, key: Key, changes: Record) -> None:
        """See Adapter."""
        before = self._adapter.get_resource(resource, key)
        self.update_resource(resource, key, dumps({**loads(before), **changes}))

    def delete_resource(self, resource: str, key: Key) -> bool:
        """See Adapter."""
        before = self._list_texts(resource) if self._scopes else ()
        gone = bool(self._adapter.delete_resource(resource, key))
        if gone:
            self._push_undo(lambda: self._replace_records(resource, before))
        return gone

    def find_related(
        self, resource: str, field: str, keys: Sequence[Key]
    ) -> list[tuple[Key, bytes]]:
        """See Adapter."""
        wanted, found = set(keys), []
        for text in self._list_texts(resource):
            record = loads(text)
            if record.get(field) in wanted:
                found.append((self._keys[resource](record), text))
        return found

    def next_number(self, resource: str) -> int:
        """See Adapter."""
        before = self._numbers
        keys = (self._keys[resource](loads(text)) for text in self._list_texts(resource))
        number = max([before.get(resource, 0), *(key for key in keys if isinstance(key, int))]) + 1
        self._set_numbers({**before, resource: number})
        self._push_undo(lambda: self._set_numbers(before))
        return number

    def backup(self) -> State:
        """See Adapter."""
        return State(
            {name: self._list_texts(name) for name in self._resources}, dict(self._numbers)
        )

    def restore(self, state: State) -> None:
        """See Adapter."""
        before = self.backup()
        for name in reversed(self._resources):
            self._replace_records(name, ())
        for name in self._resources:
            self._replace_records(name, state.texts.get(name, ()))
        self._numbers = dict(state.numbers)
        self._push_undo(
            lambda: (
                self._set_numbers(dict(before.numbers))
                if self._has_own_undo
                else self.restore(before)
            )
        )

    def reset(self) -> None:
        """See Adapter."""
        self.restore(State({}))

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return {}

    def count(self, resource: str) -> int:
        """See Adapter."""
        return len(self._list_texts(resource))

    def save(self) -> None:
        """See Adapter."""
        raise StoreError(
            f"{type(self._adapter).__name__} keeps its state by itself.",
            hint="There is nothing to save.",
        )

    def load(self) -> None:
        """See Adapter."""
        raise StoreError(
            f"{type(self._adapter).__name__} keeps its state by itself.",
            hint="There is nothing to load.",
        )

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        scope: list[UndoAction] = []
        self._scopes.append(scope)
        try:
            with self._savepoint(keep=keep):
                yield
        except BaseException:
            self._undo_scope(scope)
            raise
        if not keep:
            self._undo_scope(scope)
            return
        self._scopes.pop()
        if self._scopes:
            self._scopes[-1].extend(scope)

    def snapshot(self, name: str, state: bytes) -> None:
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

    def _set_numbers(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def _set_snapshots(self, snapshots: dict[str, bytes]) -> None:
        self._snapshots = snapshots

    def _list_texts(self, resource: str) -> Sequence[bytes]:
        return list(self._adapter.get_resources(resource, ALL_RECORDS).texts)

    def _push_undo(self, undo: UndoAction) -> None:
        if self._scopes:
            self._scopes[-1].append(undo)

    def _undo_scope(self, scope: list[UndoAction]) -> None:
        """Leave the innermost scope and undo what was done in it; undoing is not itself undone."""
        self._scopes, above = [], self._scopes[:-1]
        for undo in reversed(scope):
            undo()
        self._scopes = above

    def _replace_records(self, resource: str, texts: Sequence[bytes]) -> None:
        for text in self._list_texts(resource):
            self._adapter.delete_resource(resource, self._keys[resource](loads(text)))
        for text in texts:
            self._adapter.create_resource(resource, self._keys[resource](loads(text)), text)
