"""Values as Django stores them in databases that lack a type, for handlers that insert rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.introspection.readers.django_models.models import list_model_fields

STORED_OTHERWISE = ("UUIDField", "DurationField")
"""The fields whose values only PostgreSQL stores as they are."""


def bind_model_lines(
    cls: Any,
    lines: Iterable[bytes],
    url: str,
) -> Iterator[bytes]:
    """Yield *lines*, the JSON of records of *cls*, with the values that Django stores at *url*."""
    from django.db import connection

    fields = [each for each in list_model_fields(cls) if _get_kind(each) in STORED_OTHERWISE]
    if url.startswith("postgres"):
        fields = []
    for line in lines:
        record = loads(line)
        for field in fields:
            value = field.to_python(record[field.attname])
            record[field.attname] = field.get_db_prep_value(value, connection)
        yield dumps(record)


def _get_kind(field: Any) -> str:
    """Return the name of the class of the values of *field*, which may be a link."""
    while field.is_relation:
        field = field.target_field
    return str(field.get_internal_type())
