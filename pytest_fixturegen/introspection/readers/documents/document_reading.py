"""The reading of a document: its shape, and the functions that validate and write its records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pytest_fixturegen._internal.deep_calls import MAX_LEVELS, allow_levels, work_on_levels
from pytest_fixturegen.errors import DiscoveryError, MappingError
from pytest_fixturegen.introspection.readers.documents.conjunctions import Conjunct, Impossible
from pytest_fixturegen.introspection.readers.documents.contents import SchemaSource, load_source
from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.place_reader import PlaceReader
from pytest_fixturegen.introspection.readers.documents.validation import (
    RecordValidator,
    build_validator,
    load_validators,
    write_json,
)
from pytest_fixturegen.introspection.shape_parts import measure_nesting
from pytest_fixturegen.introspection.shapes import CheckedShape, Shape, TypeReading


def read_document(document: Document) -> TypeReading:
    """Return the reading of *document*.

    Raise DiscoveryError if it is not valid, and MappingError if no record satisfies it.
    """
    load_validators()
    source = load_source(document)
    try:
        validator = RecordValidator(_build_validator(source))
    except DiscoveryError as error:
        if "reference" in error.facts:
            _read_shape(document, source)  # its error says where the reference is
        raise
    shape, reader = _read_shape(document, source)
    nesting = measure_nesting(shape, reader.refs)
    return TypeReading(
        name=document.name,
        shape=CheckedShape(shape, "schema"),
        refs=reader.refs,
        levels=min(nesting.levels, MAX_LEVELS),
        has_cycles=nesting.has_cycles,
        validate=validator.validate,
        validate_json=validator.validate_json,
        read_json=validator.validate_json,
        dump_json=write_json,
        dump_round_trip=write_json,
        dump_by_name=write_json,
        dump_python=lambda value, **options: value,
        is_document=True,
    )


def build_record_validator(document: Document) -> RecordValidator:
    """Return the validator of *document*, without the work of reading how records are drawn.

    Raise DiscoveryError if the schema is not valid.
    """
    return RecordValidator(_build_validator(load_source(document)))


def _read_shape(
    document: Document,
    source: SchemaSource,
) -> tuple[Shape, PlaceReader]:
    """Return the shape of the records of *source*, and the reader that knows its references."""
    reader = PlaceReader(source.resources)
    scope = source.resources.build_scope(source.resource)
    try:
        with work_on_levels(MAX_LEVELS, document.name):
            return reader.read_root((Conjunct(source.schema, scope),), document.name), reader
    except Impossible as reason:
        raise _build_error(document, reason) from reason
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        # Only the schema itself is checked by its draft, not every part that it refers to.
        raise DiscoveryError(
            f"{document.path.name}: a keyword has a value that its draft does not allow: {error}.",
            hint="Check the document with a linter for its format.",
            path=str(document.path),
        ) from error


def build_document_schema(documents: Sequence[Document]) -> dict[str, Any]:
    """Return the JSON Schema of *documents*: each under its name in ``$defs``, if there are more.

    Raise DiscoveryError if one cannot be read.
    """
    sources = [load_source(document) for document in documents]
    if len(sources) == 1:
        return _name_dialect(sources[0])
    # Each has an address of its own, so that its references stay inside.
    definitions = {
        document.name: {**_name_dialect(source), source.dialect.id_keyword: f"{document.name}.json"}
        for document, source in zip(
            documents,
            sources,
            strict=True,
        )
    }
    return {"$schema": sources[0].dialect.uri, "$defs": definitions}


def _name_dialect(source: SchemaSource) -> dict[str, Any]:
    """Return the schema of *source*, with its draft."""
    schema = source.validated if isinstance(source.validated, dict) else {"not": {}}
    return schema if "$schema" in schema else {"$schema": source.dialect.uri, **schema}


def _build_validator(source: SchemaSource) -> Any:
    """Return the validator of *source*."""
    with allow_levels(MAX_LEVELS):
        return build_validator(
            source.validated,
            source.dialect.validator,
            source.resource.uri,
            source.resources.retrieve,
        )


def _build_error(
    document: Document,
    reason: Impossible,
) -> MappingError:
    """Return the error of a document that no record satisfies."""
    return MappingError(
        f"{document.name}: no value satisfies the schema at {reason.place},"
        f" keyword {reason.keyword!r}: {reason.reason}.",
        hint="Correct the schema at that place, or leave it out with --exclude.",
        model=document.name,
        pointer=reason.place,
        keyword=reason.keyword,
    )
