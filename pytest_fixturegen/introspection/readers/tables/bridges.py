"""Mapped classes within other types, such as ``list[User]``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.introspection.readers.tables.instances import build_row

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.tables.stand_ins import build_stand_in
else:
    (build_stand_in,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.stand_ins", "build_stand_in"
    )


@dataclass(frozen=True, slots=True)
class TableBridge:
    """Metadata in ``Annotated`` that lets Pydantic read, build and write a class of SQLAlchemy."""

    cls: Any

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: Any,
    ) -> Any:
        """Return a schema that reads the stand-in instead of the class."""
        from pydantic_core import core_schema

        schema = handler.generate_schema(build_stand_in(self.cls).model)
        serialization = core_schema.plain_serializer_function_ser_schema(
            partial(_to_stand_in, self.cls), return_schema=schema
        )
        return core_schema.no_info_wrap_validator_function(
            partial(_build_instance, self.cls), schema, serialization=serialization
        )


def _build_instance(
    cls: Any,
    value: Any,
    read: Any,
) -> Any:
    """Return *value* if it is a row of *cls*, else one of the values that *read* accepts."""
    if isinstance(value, cls):
        return value
    return build_row(
        cls,
        build_stand_in(cls).read_values(read(value)),
    )


def _to_stand_in(cls: Any, row: Any) -> Any:
    """Return the stand-in with the values of *row*."""
    stand_in = build_stand_in(cls)
    values = {field: getattr(row, name) for name, field in stand_in.names.items()}
    return stand_in.model.model_construct(**values)
