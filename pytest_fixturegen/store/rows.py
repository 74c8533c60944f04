"""The records of one resource as JSON: what a REST request may ask of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.changes import (
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
)
from pytest_fixturegen.store.queries import Page, Query
from pytest_fixturegen.store.schema import INTEGER_BOUNDS, UNADDRESSABLE_KEYS, Key, Resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_fixturegen.store.store import Store

__tracebackhide__ = is_store_error

BATCH_SIZE = 1000
"""How many records are handed to the storage at once."""

MAX_KEY_TRIES = 1000
"""How many keys are drawn for a record before none is found that is free."""


class ResourceRows:
    """The records of *resource* in *store*. A record is a text of JSON, a key what JSON says of it."""

    def __init__(self, store: Store, resource: Resource) -> None:
        self.store = store
        self.resource = resource

    def parse_key(self, text: str) -> Key:
        """The key that *text*, a part of an address, stands for. Raises MissingError where it can be none."""
        try:
            key: Key = self.resource.columns[self.resource.key].parse(text)
        except BadQueryError as error:
            raise self._make_missing_error(text) from error
        return key

    def find(self, query: Query) -> Page:
        """The records that *query* asks for."""
        with self.store.lock:
            return self.store.adapter.get_resources(self.resource.name, query)

    def get(self, key: Key) -> bytes:
        """The record with this *key*. Raises MissingError when there is none."""
        store, name = self.store, self.resource.name
        with store.lock:
            text = store.cache.get(name, key)
            if text is None:
                text = self._read_text(key)
                store.cache.put(name, key, text)
        return text

    def create(self, text: bytes) -> tuple[Key, bytes]:
        """Keep the record that *text* says; without a key it is given one. Raises InvalidError or ConflictError."""
        with self.store.transaction():
            made = self._build_create(text)
            self.store.apply_changes([made])
        return made.key, made.text

    def create_many(self, texts: Iterable[bytes], *, are_valid: bool = False) -> int:
        """Keep all the records that *texts* say, or none; how many they are. Valid ones have keys and are not validated."""
        store, name = self.store, self.resource.name
        with store.transaction():
            made, left = 0, iter(texts)
            while are_valid and "constraints" in store.adapter.capabilities:
                rows = [
                    (self.resource.get_key(loads(text)), text) for text in islice(left, BATCH_SIZE)
                ]
                if not rows:
                    break
                store.adapter.create_many(name, rows)
                made += len(rows)
            store.changes += made
            for text in left:
                with prefix_record_errors(name, made):
                    store.apply_changes(
                        [
                            CreateChange(name, self.resource.get_key(loads(text)), text)
                            if are_valid
                            else self._build_create(text)
                        ]
                    )
                made += 1
            return made

    def replace(self, key: Key, text: bytes, guard: Callable[[bytes], None] | None = None) -> bytes:
        """Put the record that *text* says in the place of the one with this *key*. *guard* may refuse by what is there."""
        return self._update_record(key, lambda old: _add_key(self.resource, text, key), guard)

    def patch(self, key: Key, text: bytes, guard: Callable[[bytes], None] | None = None) -> bytes:
        """Put the fields that *text* says over those of the record with this *key*."""
        known, names = self.resource.columns, self.resource.json_names
        given = {
            name if name in known else names.get(name, name): value
            for name, value in _parse_object(text).items()
        }
        return self._update_record(key, lambda old: merge_record(old, given), guard)

    def delete(self, key: Key, guard: Callable[[bytes], None] | None = None) -> None:
        """Remove the record, and what goes along. Raises ConflictError when something must not lose it."""
        store = self.store
        with store.lock:
            text = self._read_text(key)
            if guard:
                guard(text)
            store.apply_changes(plan_delete(store.schema, store.adapter, self.resource, key))

    def count(self) -> int:
        """How many there are."""
        with self.store.lock:
            return self.store.adapter.count(self.resource.name)

    def _update_record(
        self, key: Key, build_text: Callable[[bytes], bytes], guard: Callable[[bytes], None] | None
    ) -> bytes:
        with self.store.lock:
            old = self._read_text(key)
            if guard:
                guard(old)
            new = self.resource.validate(build_text(old))
            _require_same_key(self.resource, key, new)
            self.store.apply_changes([UpdateChange(self.resource.name, key, new, old)])
        return new

    def _read_text(self, key: Key) -> bytes:
        try:
            text = self.store.adapter.get_resource(self.resource.name, key)
        except InvalidError:  # a number that no record can have
            text = None
        if text is None:
            raise self._make_missing_error(key)
        return text

    def _build_create(self, text: bytes) -> CreateChange:
        """The new record that *text* says, valid and with a key."""
        given = _parse_object(text)
        key = self.resource.key
        if given.get(key) is None:
            text = dumps({**given, key: self._find_free_key()})
        valid = self.resource.validate(text)
        return CreateChange(self.resource.name, self.resource.get_key(loads(valid)), valid)

    def _find_free_key(self) -> Key:
        store, name = self.store, self.resource.name
        draw = (
            None
            if self.resource.columns[self.resource.key].kind == "whole"
            else store.makings.draw_key
        )
        for _ in range(MAX_KEY_TRIES):
            number = store.adapter.next_number(name)
            if number > INTEGER_BOUNDS[1]:
                break
            key = draw(self.resource, number) if draw else number
            if key not in UNADDRESSABLE_KEYS and store.adapter.get_resource(name, key) is None:
                return key
        raise BadRequestError(
            f"No free key of {name} is found.", hint=f"Send one as {self.resource.key}."
        )

    def _make_missing_error(self, key: Any) -> MissingError:
        shown = repr(key) if len(repr(key)) <= 80 else f"{repr(key)[:79]}…"
        name = self.resource.name
        return MissingError(
            f"There is no record {shown} in {name}.", hint=self._describe_first(), resource=name
        )

    def _describe_first(self) -> str:
        """Which records there are, for whoever asks for another."""
        page = self.find(Query(limit=3))
        keys = ", ".join(repr(self.resource.get_key(loads(text))) for text in page.texts)
        return (
            f"It has {page.total}: {keys}{', …' if page.total > len(page.texts) else ''}."
            if page.total
            else "It has none."
        )


def find_referrer(store: Store, rows: ResourceRows, name: str) -> tuple[Resource, str]:
    """The resource *name* and its field that refers to *rows*' resource. Raises MissingError when nothing of it does."""
    found = [
        (each, ref.field)
        for each, ref in store.schema.list_referrers(rows.resource.name)
        if each.name == name
    ]
    if not found:
        known = [each.name for each, _ in store.schema.list_referrers(rows.resource.name)]
        raise make_unknown_error(f"collection of {rows.resource.name}", name, known)
    return found[0]


def _parse_object(text: bytes) -> Mapping[str, Any]:
    given = parse_json(text)
    if not isinstance(given, dict):
        problem = {"path": "", "message": "it is no object", "type": "dict_type"}
        raise InvalidError("A record is an object of JSON.", hint="Send {...}.", problems=[problem])
    return given


def _add_key(resource: Resource, text: bytes, key: Key) -> bytes:
    """*text* with the *key* that its address says, where it has none itself."""
    given = _parse_object(text)
    return text if given.get(resource.key) is not None else dumps({**given, resource.key: key})


def _require_same_key(resource: Resource, key: Key, text: bytes) -> None:
    other = resource.get_key(loads(text))
    if other != key:
        problem = {"path": resource.key, "message": f"the address says {key!r}", "type": "key"}
        raise InvalidError(
            f"{resource.name}.{resource.key} is {other!r}, and the address says {key!r}.",
            hint="A key never changes; create another record and delete this one.",
            problems=[problem],
        )
