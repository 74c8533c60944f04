"""The records of one resource as JSON: the operations that a REST request needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.changes import (
    Change,
    CreateChange,
    UpdateChange,
    merge_record,
    parse_json,
    plan_delete,
)
from pytest_fixturegen.store.errors import (
    BadQueryError,
    BadRequestError,
    InvalidError,
    MissingError,
    is_store_error,
    make_unknown_error,
    prefix_record_errors,
    shorten_text,
)
from pytest_fixturegen.store.queries import Page, Query
from pytest_fixturegen.store.schema import (
    INTEGER_BOUNDS,
    UNADDRESSABLE_KEYS,
    Key,
    Resource,
    parse_record,
)

if TYPE_CHECKING:
    from pytest_fixturegen.store.store import Store

__tracebackhide__ = is_store_error

BATCH_SIZE = 1000
"""How many records the storage receives at once."""

MAX_WHOLE_KEY = 2**63 - 1
"""The largest whole number that a store keeps, so that no record has a larger key."""

MAX_KEY_TRIES = 1000
"""How many keys are drawn for a record, beyond the number of records, before the search ends."""

Guard = Callable[[bytes], None]
"""Receives the text of a record before it is changed, and raises to prevent the change."""


class AbsentError(Exception):
    """A transaction needs a record that does not exist."""


class ResourceRows:
    """The records of *resource* in *store*. A record is JSON text, a key a JSON value."""

    def __init__(
        self,
        store: Store,
        resource: Resource,
    ) -> None:
        """Give access to the records of *resource* in *store*."""
        self.store = store
        self.resource = resource

    def parse_key(self, text: str) -> Key:
        """Return the key that *text*, a segment of a URL, describes.

        Raise MissingError if no record can have such a key.
        """
        try:
            key: Key = self.resource.columns[self.resource.key].parse(text)
        except BadQueryError as error:
            raise self._make_missing_error(text) from error
        if isinstance(key, int) and abs(key) > MAX_WHOLE_KEY:
            raise self._make_missing_error(key)
        return key

    def find(self, query: Query) -> Page:
        """Return the records that match *query*."""
        with self.store.lock:
            self.store.drop_outdated()
            return self.store.adapter.get_resources(
                self.resource.name,
                query,
            )

    def get(self, key: Key) -> bytes:
        """Return the record with this *key*. Raise MissingError if it does not exist."""
        store, name = self.store, self.resource.name
        # Another thread may hold the lock for long, for a restore: what the cache has is committed.
        is_free = store.lock.acquire(blocking=False)
        cached = None if is_free else store.cache.peek(name, key)
        if cached is not None:
            return cached
        if not is_free:
            store.lock.acquire()
        try:
            return self._get_cached(key)
        finally:
            store.lock.release()

    def create(self, text: bytes) -> tuple[Key, bytes]:
        """Create the record that *text* describes, and return its key and its canonical text.

        A record without a key receives one. Raise InvalidError or ConflictError.
        """
        # The key is drawn in the transaction of the insert: a rejected record uses up no number.
        change = self.store.apply_change(lambda: self._build_create(text))
        return change.key, change.text

    def create_many(
        self,
        texts: Iterable[bytes],
        *,
        are_valid: bool = False,
    ) -> int:
        """Create all records that *texts* describe, or none, and return their number.

        If *are_valid* is true, the records have keys and are stored without validation.
        """
        store, remaining = self.store, iter(texts)
        with store.transaction():
            if are_valid and "constraints" in store.adapter.capabilities:
                return self._insert_batches(remaining)
            count = 0
            for text in remaining:
                with prefix_record_errors(self.resource.name, count):
                    if are_valid:
                        self._insert_valid(text)
                    else:
                        self.create(text)
                count += 1
            return count

    def replace(
        self,
        key: Key,
        text: bytes,
        guard: Guard | None = None,
    ) -> bytes:
        """Replace the record with this *key* by the one that *text* describes."""
        return self._update_record(
            key,
            lambda old: _add_key(self.resource, text, key),
            guard,
        )

    def patch(
        self,
        key: Key,
        text: bytes,
        guard: Guard | None = None,
    ) -> bytes:
        """Change the fields of the record with this *key* that *text* names."""
        fields = _parse_object(text).items()
        changes = {self._get_json_name(name): value for name, value in fields}
        return self._update_record(
            key,
            lambda old: merge_record(old, changes),
            guard,
        )

    def delete(
        self,
        key: Key,
        guard: Guard | None = None,
    ) -> None:
        """Delete the record with this *key*, cascades included.

        Raise ConflictError if another record restricts the deletion.
        """

        def plan() -> Sequence[Change]:
            self._read_guarded(key, guard)
            store = self.store
            return plan_delete(
                store.schema,
                store.adapter,
                self.resource,
                key,
            )

        with self._explain_absence(key):
            self.store.apply_plan(plan)

    def count(self) -> int:
        """Return the number of records."""
        with self.store.lock:
            self.store.drop_outdated()
            return self.store.adapter.count(self.resource.name)

    def _get_json_name(self, name: str) -> str:
        """Return the JSON name of a field that a client names in Python or in JSON.

        An unknown name is returned as it is: the validation decides about it.
        """
        if name in self.resource.columns:
            return name
        return self.resource.json_names.get(name, name)

    def _insert_batches(self, texts: Iterator[bytes]) -> int:
        """Write *texts* in batches of limited size, and return how many records were written."""
        count = 0
        while batch := list(islice(texts, BATCH_SIZE)):
            rows = [(self.resource.get_key(loads(text)), text) for text in batch]
            self.store.adapter.create_many(self.resource.name, rows)
            count += len(rows)
        self.store.changes += count
        return count

    def _insert_valid(self, text: bytes) -> None:
        """Create the record *text*, which is valid."""
        key = self.resource.get_key(parse_record(text))
        self.store.apply_changes([CreateChange(self.resource.name, key, text)])

    def _update_record(
        self,
        key: Key,
        build_text: Callable[[bytes], bytes],
        guard: Guard | None,
    ) -> bytes:
        """Replace the record *key* with the result of *build_text*, and return the new text.

        *guard* may reject the old text. Reading, validation and the change are one transaction, so
        neither a thread nor another process changes the record in between.
        """

        def build_change() -> UpdateChange:
            old = self._read_guarded(key, guard)
            special_values = self.store.hooks.special_values
            completed = special_values.complete_update(
                self,
                old,
                build_text(old),
            )
            new = special_values.hash_secrets(
                self,
                self.resource.validate(completed),
            )
            _require_same_key(self.resource, key, new)
            return UpdateChange(
                self.resource.name,
                key,
                new,
                old,
            )

        with self._explain_absence(key):
            change = self.store.apply_change(build_change)
        return change.text

    def _read_guarded(
        self,
        key: Key,
        guard: Guard | None,
    ) -> bytes:
        """Return the record with this *key*, locked until the end of the transaction.

        Raise AbsentError if it does not exist, and what *guard* raises.
        """
        try:
            text = self.store.adapter.lock_resource(
                self.resource.name,
                key,
            )
        except InvalidError:  # the key is a number outside the bounds of the database
            text = None
        if text is None:
            raise AbsentError
        if guard:
            guard(text)
        return text

    @contextmanager
    def _explain_absence(self, key: Key) -> Iterator[None]:
        """Turn an AbsentError into the MissingError of *key*.

        Its hint needs a query, which PostgreSQL refuses within a failed transaction.
        """
        try:
            yield
        except AbsentError:
            raise self._make_missing_error(key) from None

    def _get_cached(self, key: Key) -> bytes:
        """Return the record with this *key* from the cache, or else from the storage.

        Within a transaction, nothing is added to the cache: the transaction may be undone.
        """
        store, name = self.store, self.resource.name
        store.drop_outdated()
        text = store.cache.get(name, key)
        if text is None:
            text = self._read_text(key)
            if not store.is_in_transaction:
                store.cache.put(name, key, text)
        return text

    def _read_text(self, key: Key) -> bytes:
        """Return the text of the record *key*, or raise MissingError.

        A number that the database cannot hold is a missing key, not an invalid one.
        """
        try:
            text = self.store.adapter.get_resource(
                self.resource.name,
                key,
            )
        except InvalidError:  # the key is a number outside the bounds of the database
            text = None
        if text is None:
            raise self._make_missing_error(key)
        return text

    def _build_create(self, text: bytes) -> CreateChange:
        """Validate the new record that *text* describes, and draw its key if it has none."""
        record = _parse_object(text)
        key = self.resource.key
        if record.get(key) is None:
            record = {**record, key: self._find_free_key()}
            text = dumps(record)
        special_values = self.store.hooks.special_values
        completed = special_values.complete_new(self, record, text)
        valid = special_values.hash_secrets(
            self,
            self.resource.validate(completed),
        )
        valid_key = self.resource.get_key(parse_record(valid))
        return CreateChange(self.resource.name, valid_key, valid)

    def _find_free_key(self) -> Key:
        """Return the first drawn key that is addressable and not taken.

        Raise BadRequestError if the numbers or the tries are used up.
        """
        key = self._try_keys(MAX_KEY_TRIES)
        if key is None:
            # A file written by hand may have the keys of the first numbers: each existing record
            # allows one more try.
            key = self._try_keys(self.store.adapter.count(self.resource.name))
        if key is None:
            raise BadRequestError(
                f"Cannot find a free key of {self.resource.name}.",
                hint=f"Send one as {self.resource.key}.",
            )
        return key

    def _try_keys(self, tries: int) -> Key | None:
        """Return the first of *tries* drawn keys that is free, or None."""
        adapter, name = self.store.adapter, self.resource.name
        for _ in range(tries):
            number = adapter.next_number(name)
            if number > INTEGER_BOUNDS[1]:
                return None
            key = self._draw_key(number)
            if key not in UNADDRESSABLE_KEYS and adapter.get_resource(name, key) is None:
                return key
        return None

    def _draw_key(self, number: int) -> Key:
        """Return the key of a new record: *number* itself, or what the hook draws for it."""
        draw_key = self.store.hooks.draw_key
        is_whole = self.resource.columns[self.resource.key].kind == "whole"
        if is_whole or draw_key is None:
            return number
        return draw_key(self.resource, number)

    def _make_missing_error(self, key: Any) -> MissingError:
        """Return the MissingError of *key*, with a hint that describes an existing record."""
        name = self.resource.name
        return MissingError(
            f"{name} has no record {shorten_text(repr(key))}.",
            hint=self._describe_first(),
            resource=name,
        )

    def _describe_first(self) -> str:
        """Describe which records exist, as a hint for a request that names another one."""
        page = self.find(Query(limit=3))
        if not page.total:
            return "It has no records."
        records = map(loads, page.texts)
        keys = ", ".join(repr(self.resource.get_key(record)) for record in records)
        ellipsis = ", …" if page.total > len(page.texts) else ""
        return f"It has {page.total}: {keys}{ellipsis}."


def find_referrer(
    store: Store,
    rows: ResourceRows,
    name: str,
) -> tuple[Resource, str]:
    """Return the resource *name* and its field that refers to the resource of *rows*.

    Raise MissingError if it has no such reference.
    """
    referrers = store.schema.list_referrers(rows.resource.name)
    for owner, reference in referrers:
        if owner.name == name:
            return owner, reference.field
    known = [owner.name for owner, _ in referrers]
    raise make_unknown_error(f"collection of {rows.resource.name}", name, known)


def _parse_object(text: bytes) -> Mapping[str, Any]:
    """Return the record in *text*. Raise InvalidError if the JSON is not an object."""
    record = parse_json(text)
    if not isinstance(record, dict):
        problem = {"path": "", "message": "expected an object", "type": "dict_type"}
        raise InvalidError(
            "A record must be a JSON object.", hint="Send {...}.", problems=[problem]
        )
    return record


def _add_key(
    resource: Resource,
    text: bytes,
    key: Key,
) -> bytes:
    """Return *text* with the *key* of its URL, if it has no key."""
    record = _parse_object(text)
    if record.get(resource.key) is not None:
        return text
    return dumps({**record, resource.key: key})


def _require_same_key(
    resource: Resource,
    key: Key,
    text: bytes,
) -> None:
    """Raise InvalidError if the record in *text* has another key than its address."""
    new_key = resource.get_key(parse_record(text))
    if new_key == key:
        return
    field = f"{resource.name}.{resource.key}"
    problem = {"path": resource.key, "message": f"the address says {key!r}", "type": "key"}
    raise InvalidError(
        f"{field} is {new_key!r}, and the address says {key!r}.",
        hint="A key never changes; create another record and delete this one.",
        problems=[problem],
    )
