"""Read a type: the entry point of this package."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.deep_calls import (
    MAX_LEVELS,
    SCHEMA_LEVELS,
    allow_levels,
    build_depth_error,
    work_on_levels,
)
from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.seeded_globals import UserFunction
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen._internal.user_code import call_or_default, translate_user_errors
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.readers import table_classes
from pytest_fixturegen.introspection.readers.django_models.models import is_django_model
from pytest_fixturegen.introspection.readers.documents.document import Document, is_document
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import (
    build_frame_reading,
    build_row_type,
    find_library,
    read_frame_schema,
)
from pytest_fixturegen.introspection.shape_parts import declares_sets, measure_nesting
from pytest_fixturegen.introspection.shapes import TypeReading

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.adapters import build_adapter
    from pytest_fixturegen.introspection.pure_validators import (
        adapt_schema,
        build_adapted_validator,
        build_json_reader,
        build_serializer,
        build_table_validator,
        remove_settings_init,
    )
    from pytest_fixturegen.introspection.readers.core_schema import SchemaReader
    from pytest_fixturegen.introspection.readers.foreign_classes import writes_inputs
    from pytest_fixturegen.introspection.readers.generic_bases import AliasSearch
    from pytest_fixturegen.introspection.user_functions import find_user_code
else:
    (build_adapter,) = import_on_call("pytest_fixturegen.introspection.adapters", "build_adapter")
    (
        adapt_schema,
        build_adapted_validator,
        build_json_reader,
        build_serializer,
        build_table_validator,
        remove_settings_init,
    ) = import_on_call(
        "pytest_fixturegen.introspection.pure_validators",
        "adapt_schema",
        "build_adapted_validator",
        "build_json_reader",
        "build_serializer",
        "build_table_validator",
        "remove_settings_init",
    )
    (SchemaReader,) = import_on_call(
        "pytest_fixturegen.introspection.readers.core_schema", "SchemaReader"
    )
    (writes_inputs,) = import_on_call(
        "pytest_fixturegen.introspection.readers.foreign_classes", "writes_inputs"
    )
    (AliasSearch,) = import_on_call(
        "pytest_fixturegen.introspection.readers.generic_bases", "AliasSearch"
    )
    (find_user_code,) = import_on_call(
        "pytest_fixturegen.introspection.user_functions", "find_user_code"
    )


def read_type(annotation: Any) -> TypeReading:
    """Return the reading of a type that a TypeAdapter accepts, or of a class of attrs or msgspec.

    Raise MappingError if Pydantic cannot build a schema for *annotation*.
    """
    if is_document(annotation):
        return _read_document(annotation)
    if find_library(annotation):
        return build_frame_reading(read_frame_schema(annotation), read_type)
    if table_classes.is_plain_table(annotation):
        return _read_table(annotation)
    name = format_type(annotation)
    # The schema hooks of the user's classes may raise anything.
    with (
        translate_user_errors(
            partial(
                _build_error,
                f"Pydantic cannot read the type {name}",
                name,
            )
        ),
        warnings.catch_warnings(),
        allow_levels(SCHEMA_LEVELS),
    ):
        warnings.simplefilter("ignore")
        adapter = build_adapter(annotation)
    with translate_user_errors(
        partial(
            _build_error,
            f"Cannot read the type {name}",
            name,
        )
    ):
        return table_classes.add_table_rules(
            annotation,
            _read_adapter(
                name,
                annotation,
                adapter,
            ),
        )


def _build_error(
    problem: str,
    name: str,
    error: Exception,
) -> MappingError:
    """Return the error that *problem* begins, with the summary of its reason and a hint."""
    reason = summarize_message(str(error), 1) or type(error).__name__
    return MappingError(
        f"{problem}: {reason}",
        hint=_build_hint(error),
        model=name,
    )


def _read_adapter(
    name: str,
    annotation: Any,
    adapter: Any,
) -> TypeReading:
    """Return the reading of the type of *adapter*. Raise MappingError if it nests too deep."""
    reader = SchemaReader(aliases=AliasSearch(annotation))
    with work_on_levels(MAX_LEVELS, name):
        readable_schema = remove_settings_init(dict(adapter.core_schema))
        shape = reader.read(readable_schema)
        schema = adapt_schema(adapter.core_schema)
        validator = build_adapted_validator(adapter, schema)
        read_json = build_json_reader(adapter, validator)
        user_code = find_user_code(schema)
        has_converters = writes_inputs(adapter.core_schema)
    nesting = measure_nesting(shape, reader.refs)
    if nesting.levels > MAX_LEVELS:
        raise build_depth_error(name, nesting.path)
    serializer = build_serializer(adapter)
    to_json = serializer.to_json
    return TypeReading(
        name=name,
        shape=shape,
        refs=reader.refs,
        levels=nesting.levels,
        has_cycles=nesting.has_cycles,
        validate=validator.validate_python,
        validate_json=validator.validate_json,
        read_json=read_json,
        dump_json=partial(
            to_json,
            by_alias=True,
            warnings=False,
        ),
        dump_round_trip=partial(
            to_json,
            by_alias=True,
            round_trip=True,
            warnings=False,
        ),
        dump_by_name=partial(
            to_json,
            by_alias=False,
            round_trip=True,
            warnings=False,
        ),
        dump_python=partial(
            serializer.to_python,
            by_alias=True,
            round_trip=True,
            warnings=False,
        ),
        user_code=user_code,
        has_sets=declares_sets(shape, reader.refs),
        writes_inputs=has_converters,
    )


def _read_document(document: Document) -> TypeReading:
    """Return the reading of a schema document; its readers are loaded for documents only."""
    from pytest_fixturegen.introspection.readers.documents.document_reading import read_document

    return read_document(document)


def _read_table(cls: Any) -> TypeReading:
    """Return the reading of a class of SQLAlchemy or Django.

    Raise MappingError if the library cannot configure it, or Pydantic cannot read its columns.
    """
    library = "Django" if is_django_model(cls) else "SQLAlchemy"

    def build_error(error: Exception) -> MappingError:
        """Return the error with the reason of the library: the last part of a long message."""
        reason = str(error).rpartition("Original exception was: ")[2]
        return MappingError(
            f"{library} cannot configure the table class {cls.__name__}:"
            f" {summarize_message(reason, 1)}",
            hint="Correct the mapping, import the classes that it refers to, or leave the class"
            " out with --exclude.",
            model=cls.__name__,
        )

    with translate_user_errors(build_error):
        stand_in_reading = read_type(table_classes.build_table_model(cls))
        return table_classes.build_table_reading(cls, stand_in_reading)


def make_validating(model: Any, reading: TypeReading) -> TypeReading:
    """Return *reading*, the one of *model*, with a *validate_json* that validates tables, too.

    The constructor of an SQLModel table accepts any value, so it gets validated ones.
    """
    from pydantic import TypeAdapter

    if not table_classes.is_table(model) or table_classes.is_plain_table(model):
        return reading
    validator = build_table_validator(TypeAdapter(model))

    def validate_json(text: bytes) -> Any:
        """Return the instance that *text* describes."""
        return model(**vars(validator.validate_json(text)))

    return replace(reading, validate_json=validate_json)


def _build_hint(error: Exception) -> str:
    """Return advice for a type that Pydantic cannot read."""
    if (
        isinstance(error, NameError)
        or getattr(
            error,
            "code",
            "",
        )
        == "class-not-fully-defined"
    ):
        return "Import or define the names in its annotations."
    return "Change the type as Pydantic asks, or leave the model out with --exclude."


def build_json_schema(model: Any) -> dict[str, Any]:
    """Return the JSON Schema of *model*; of its stand-in if Pydantic does not know the class."""
    if is_document(model):
        from pytest_fixturegen.introspection.readers.documents import document_reading

        return document_reading.build_document_schema([model])
    if find_library(model):
        model = build_row_type(read_frame_schema(model))
    readable_type = table_classes.to_readable_type(model)
    with allow_levels(MAX_LEVELS):
        return dict(build_adapter(readable_type).json_schema())


def build_schema_document(models: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Return one JSON Schema with the schema of each of *models*, pairs of a name and a class.

    They lie in ``$defs``, where Pydantic gives namesakes of several modules longer names.
    """
    if is_document(models[0][1]):
        from pytest_fixturegen.introspection.readers.documents import document_reading

        return document_reading.build_document_schema([document for _, document in models])
    from pydantic import TypeAdapter

    adapters = [(name, build_adapter(table_classes.to_readable_type(cls))) for name, cls in models]
    with allow_levels(MAX_LEVELS):
        schemas, document = TypeAdapter.json_schemas(
            [(name, "validation", adapter) for name, adapter in adapters]
        )
    definitions = document.setdefault("$defs", {})
    for name, _ in adapters:
        schema = schemas[name, "validation"]
        if "$ref" not in schema:  # not a class that Pydantic defines by name
            definitions.setdefault(name, schema)
    return document


@lru_cache(maxsize=1024)
def read_class(cls: Any) -> TypeReading:
    """Return the cached reading of *cls*. Raise MappingError as :func:`read_type` does.

    The cache is for classes that are read again and again, since types refer to one another.
    """
    return read_type(cls)


@lru_cache(maxsize=4096)
def get_builder(cls: Any) -> Any:
    """Return the function that builds an instance of *cls* from a mapping."""
    from pydantic import TypeAdapter

    adapter = TypeAdapter(cls)
    schema = adapt_schema(adapter.core_schema)
    build = build_adapted_validator(adapter, schema).validate_python
    return UserFunction(build) if find_user_code(schema) else build


def make_lenient(build: Any) -> Any:
    """Return a function that calls *build*, and returns its argument if *build* raises.

    The validation of the whole record then reports the error with its location.
    """
    if isinstance(build, UserFunction):
        return UserFunction(make_lenient(build.function))

    def build_or_keep(value: Any) -> Any:
        """Return ``build(value)``, or *value* itself if *build* fails."""
        return call_or_default(partial(build, value), value)

    return build_or_keep
