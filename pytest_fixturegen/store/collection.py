"""The records of one resource as instances of its model: what a test asks of a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.type_reader import read_class
from pytest_fixturegen.store.errors import is_store_error
from pytest_fixturegen.store.queries import ALL_RECORDS, Filter, Query, read_filter
from pytest_fixturegen.store.rows import ResourceRows

__tracebackhide__ = is_store_error

T = TypeVar("T")


class Collection(Generic[T]):
    """The records of one resource. Every instance is a fresh one: to change a record, say so."""

    def __init__(self, rows: ResourceRows) -> None:
        self.rows = rows
        self._reading = read_class(rows.resource.model)

    def __iter__(self) -> Iterator[T]:
        return iter(self.all())

    def __len__(self) -> int:
        return self.rows.count()

    def get(self, key: Any) -> T:
        """The record with this *key*. Raises MissingError when there is none."""
        return self._to_instance(self.rows.get(self._to_key(key)))

    def all(self, **filters: Any) -> list[T]:
        """All records, or those whose fields hold what *filters* say: ``all(role="admin", age_gte=18)``."""
        return [
            self._to_instance(text) for text in self.rows.find(self._build_query(filters)).texts
        ]

    def create(self, record: T | Mapping[str, Any] | None = None, /, **fields: Any) -> T:
        """A new record of an instance, a mapping, or fields by name; without a key it is given one."""
        return self._to_instance(
            self.rows.create(self._to_text(fields if record is None else record))[1]
        )

    def replace(self, record: T | Mapping[str, Any], /) -> T:
        """The record *given* in the place of the one with its key."""
        text = self._to_text(record)
        return self._to_instance(
            self.rows.replace(self._to_key(loads(text)[self.rows.resource.key]), text)
        )

    def patch(self, key: Any, /, **fields: Any) -> T:
        """The record with this *key*, with other *fields*."""
        return self._to_instance(self.rows.patch(self._to_key(key), self._to_text(fields)))

    def delete(self, key: Any) -> None:
        """Remove the record with this *key*, and what goes along."""
        self.rows.delete(self._to_key(key))

    def _to_key(self, key: Any) -> Any:
        return self.rows.parse_key(str(key)) if not isinstance(key, str) else key

    def _build_query(self, filters: Mapping[str, Any]) -> Query:
        rules = [self._build_filter(name, value) for name, value in filters.items()]
        return Query(tuple(rules)) if rules else ALL_RECORDS

    def _build_filter(self, name: str, value: Any) -> Filter:
        resource = self.rows.resource
        if value is None:
            return read_filter(resource, f"{name}_null", "true")
        several = isinstance(value, list | tuple | set | frozenset)
        return read_filter(
            resource,
            name,
            [_to_query_text(each) for each in value] if several else _to_query_text(value),
        )

    def _to_instance(self, text: bytes) -> T:
        value: T = self._reading.validate_json(text)
        return value

    def _to_text(self, record: Any) -> bytes:
        from pydantic_core import to_json

        if not isinstance(record, Mapping):
            return self._reading.dump_round_trip(record)
        names = self.rows.resource.json_names
        return to_json(
            {names.get(name, name): value for name, value in record.items()}, by_alias=True
        )


def _to_query_text(value: Any) -> str:
    """*value* as a query says it."""
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(value)
    return str(plain).lower() if isinstance(plain, bool) else str(plain)
