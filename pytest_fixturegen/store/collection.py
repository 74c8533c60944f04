"""The records of one resource as instances of its model: what a test uses of a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.type_reader import make_validating, read_class
from pytest_fixturegen.store.errors import is_store_error
from pytest_fixturegen.store.queries import ALL_RECORDS, Filter, Query, read_filter
from pytest_fixturegen.store.rows import ResourceRows

__tracebackhide__ = is_store_error

T = TypeVar("T")


class Collection(Generic[T]):
    """The records of one resource.

    Every method returns new instances. A change of an instance does not change the record: call
    *replace* or *patch*.
    """

    def __init__(self, rows: ResourceRows) -> None:
        self.rows = rows
        model = rows.resource.model
        self._reading = make_validating(model, read_class(model))

    def __iter__(self) -> Iterator[T]:
        return iter(self.all())

    def __len__(self) -> int:
        return self.rows.count()

    def get(self, key: Any) -> T:
        """Return the record with this *key*. Raise MissingError if it does not exist."""
        return self._to_instance(self.rows.get(self._to_key(key)))

    def all(self, **filters: Any) -> list[T]:
        """Return the records that match all *filters*: ``all(role="admin", age_gte=18)``."""
        page = self.rows.find(self._build_query(filters))
        return [self._to_instance(text) for text in page.texts]

    def create(
        self,
        record: T | Mapping[str, Any] | None = None,
        /,
        **fields: Any,
    ) -> T:
        """Create a record from an instance, a mapping or *fields*, and return it.

        A record without a key receives one. Raise InvalidError or ConflictError.
        """
        text = self._to_text(fields if record is None else record)
        _, created = self.rows.create(text)
        return self._to_instance(created)

    def replace(self, record: T | Mapping[str, Any], /) -> T:
        """Replace the record that has the key of *record*, and return the new one."""
        text = self._to_text(record)
        key = self.rows.resource.get_key(loads(text))
        replaced = self.rows.replace(self._to_key(key), text)
        return self._to_instance(replaced)

    def patch(
        self,
        key: Any,
        /,
        **fields: Any,
    ) -> T:
        """Change *fields* of the record with this *key*, and return it."""
        patched = self.rows.patch(
            self._to_key(key),
            self._to_text(fields),
        )
        return self._to_instance(patched)

    def delete(self, key: Any) -> None:
        """Delete the record with this *key*, cascades included."""
        self.rows.delete(self._to_key(key))

    def _to_key(self, key: Any) -> Any:
        """Return *key* as the key of a record."""
        return key if isinstance(key, str) else self.rows.parse_key(str(key))

    def _build_query(self, filters: Mapping[str, Any]) -> Query:
        """Return the query of all *filters*."""
        rules = [self._build_filter(name, value) for name, value in filters.items()]
        return Query(tuple(rules)) if rules else ALL_RECORDS

    def _build_filter(
        self,
        name: str,
        value: Any,
    ) -> Filter:
        """Return the filter of a keyword argument.

        None matches records without a value, and a collection matches any of its items.
        """
        resource = self.rows.resource
        if value is None:
            return read_filter(resource, f"{name}_null", "true")
        if isinstance(value, list | tuple | set | frozenset):
            return read_filter(
                resource,
                name,
                [_to_query_text(each) for each in value],
            )
        return read_filter(resource, name, _to_query_text(value))

    def _to_instance(self, text: bytes) -> T:
        """Return the instance of the model that *text* describes."""
        value: T = self._reading.validate_json(text)
        return value

    def _to_text(self, record: Any) -> bytes:
        """Return the JSON text of *record*, an instance of the model or a mapping.

        The names of a mapping's fields may be those of Python or those of the JSON.
        """
        from pydantic_core import to_json

        if not isinstance(record, Mapping):
            return self._reading.dump_round_trip(record)
        json_names = self.rows.resource.json_names
        fields = {json_names.get(name, name): value for name, value in record.items()}
        return to_json(fields, by_alias=True)


def _to_query_text(value: Any) -> str:
    """Return *value* as a query string writes it."""
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(value)
    return str(plain).lower() if isinstance(plain, bool) else str(plain)
