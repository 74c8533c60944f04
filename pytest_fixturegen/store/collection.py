"""The records of one resource as instances of its model: what a test asks of a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from pytest_fixturegen.records import loads
from pytest_fixturegen.shape.reading import read_class
from pytest_fixturegen.store.queries import ALL, Filter, Query, read_filter
from pytest_fixturegen.store.refusals import is_refusal
from pytest_fixturegen.store.rows import Rows

__tracebackhide__ = is_refusal

T = TypeVar("T")


class Collection(Generic[T]):
    """The records of one resource. Every instance is a fresh one: to change a record, say so."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._reading = read_class(rows.resource.model)

    def __iter__(self) -> Iterator[T]:
        return iter(self.all())

    def __len__(self) -> int:
        return self.rows.count()

    def get(self, key: Any) -> T:
        """The record with this *key*. Raises MissingError when there is none."""
        return self._instance(self.rows.get(self._key(key)))

    def all(self, **filters: Any) -> list[T]:
        """All records, or those whose fields hold what *filters* say: ``all(role="admin", age_gte=18)``."""
        return [self._instance(text) for text in self.rows.find(self._query(filters)).texts]

    def create(self, given: T | Mapping[str, Any] | None = None, /, **fields: Any) -> T:
        """A new record of an instance, a mapping, or fields by name; without a key it is given one."""
        return self._instance(self.rows.create(self._text(fields if given is None else given))[1])

    def replace(self, given: T | Mapping[str, Any], /) -> T:
        """The record *given* in the place of the one with its key."""
        text = self._text(given)
        return self._instance(self.rows.replace(self._key(loads(text)[self.rows.resource.key]), text))

    def patch(self, key: Any, /, **fields: Any) -> T:
        """The record with this *key*, with other *fields*."""
        return self._instance(self.rows.patch(self._key(key), self._text(fields)))

    def delete(self, key: Any) -> None:
        """Remove the record with this *key*, and what goes along."""
        self.rows.delete(self._key(key))

    def _key(self, key: Any) -> Any:
        return self.rows.key(str(key)) if not isinstance(key, str) else key

    def _query(self, filters: Mapping[str, Any]) -> Query:
        rules = [self._filter(name, value) for name, value in filters.items()]
        return Query(tuple(rules)) if rules else ALL

    def _filter(self, name: str, value: Any) -> Filter:
        resource = self.rows.resource
        if value is None:
            return read_filter(resource, f"{name}_null", "true")
        several = isinstance(value, list | tuple | set | frozenset)
        return read_filter(resource, name, [_said(each) for each in value] if several else _said(value))

    def _instance(self, text: bytes) -> T:
        value: T = self._reading.validate_json(text)
        return value

    def _text(self, given: Any) -> bytes:
        from pydantic_core import to_json

        if not isinstance(given, Mapping):
            return self._reading.dump_round_trip(given)
        names = self.rows.resource.names
        return to_json({names.get(name, name): value for name, value in given.items()}, by_alias=True)


def _said(value: Any) -> str:
    """*value* as a query says it."""
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(value)
    return str(plain).lower() if isinstance(plain, bool) else str(plain)
