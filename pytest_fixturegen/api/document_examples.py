"""Examples for the places of a document: valid values, drawn as records are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters.example_places import Direction, ExamplePlace
from pytest_fixturegen.introspection.readers.documents.contents import SchemaSource, load_source
from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.objects import to_record_name
from pytest_fixturegen.introspection.readers.documents.resources import split_pointer
from pytest_fixturegen.introspection.readers.documents.schema_parts import (
    LOCAL_REFERENCE,
    SchemaParts,
)
from pytest_fixturegen.introspection.readers.documents.validation import build_validator

LEFT_OUT_KEYWORDS: Mapping[Direction, str] = {"request": "readOnly", "response": "writeOnly"}
"""The keyword of the properties that are never in what a client or a server sends."""

MAX_LEVELS = 60
"""Levels of a value in which properties are looked for that it must not have."""


class ExampleMaker:
    """Draws examples for places of the document at *path*; equal schemas have equal examples."""

    def __init__(
        self,
        path: Path,
        config: GenerationConfig,
    ) -> None:
        self._path = path
        self._config = config
        self._known: dict[tuple[str, Direction], Any] = {}
        self._keywords: dict[str, bool] = {}
        self._validators: dict[tuple[str, Direction], Any] = {}

    def make_example(self, place: ExamplePlace) -> Any:
        """Return a value for *place*. Raise MappingError if its schema accepts none."""
        pointer, title = find_source(
            place.pointer,
            place.schema,
            place.title,
        )
        return self.draw_one(
            pointer,
            title,
            place.direction,
        )

    def draw_one(
        self,
        pointer: str,
        title: str,
        direction: Direction,
    ) -> Any:
        """Return one value of the schema at *pointer*, always the same one."""
        key = pointer, direction
        if key not in self._known:
            self._known[key] = self.draw_values(
                pointer,
                title,
                direction,
                1,
            )[0]
        return self._known[key]

    def draw_values(
        self,
        pointer: str,
        title: str,
        direction: Direction,
        n: int,
        unique_field: str = "",
    ) -> list[Any]:
        """Return *n* values of the schema at *pointer*, as they are sent in *direction*.

        *title* names their random stream. The values of *unique_field* differ, if it is given.
        """
        document = Document(
            self._path,
            pointer,
            to_record_name(title),
        )
        config = self._config
        if unique_field:
            unique = (*config.unique, f"{document.name}.{unique_field}")
            config = replace(config, unique=unique)
        lines = generate_lines(
            document,
            n,
            config=config,
        )
        return self._leave_out(
            [orjson.loads(line) for line in lines],
            pointer,
            direction,
        )

    def is_valid(
        self,
        place: ExamplePlace,
        value: Any,
    ) -> bool:
        """Return whether the schema of *place* accepts *value*."""
        pointer, _ = find_source(
            place.pointer,
            place.schema,
            place.title,
        )
        return self.accepts(
            pointer,
            place.direction,
            value,
        )

    def accepts(
        self,
        pointer: str,
        direction: Direction,
        value: Any,
    ) -> bool:
        """Return whether the schema at *pointer* accepts *value*, sent in *direction*."""
        return bool(self._find_validator(pointer, direction).is_valid(value))

    def _leave_out(
        self,
        values: list[Any],
        pointer: str,
        direction: Direction,
    ) -> list[Any]:
        """Return *values* without the properties that are not sent in *direction*.

        A value that its schema would refuse then stays as it is.
        """
        keyword = LEFT_OUT_KEYWORDS.get(direction)
        if keyword is None or not self._may_have(keyword):
            return values
        source = load_source(
            Document(
                self._path,
                pointer,
                "",
            )
        )
        if not _has_keyword(source.validated, keyword):
            return values
        reader = _PropertyReader(source.validated, keyword)
        validator = self._find_validator(pointer, direction)
        kept = []
        for value in values:
            sent = reader.remove(
                value,
                source.validated,
                MAX_LEVELS,
            )
            kept.append(sent if validator.is_valid(sent) else value)
        return kept

    def _may_have(self, keyword: str) -> bool:
        """Return whether the document has *keyword* anywhere: to read a schema takes longer."""
        if keyword not in self._keywords:
            self._keywords[keyword] = _has_keyword(load_document(self._path), keyword)
        return self._keywords[keyword]

    def _find_validator(
        self,
        pointer: str,
        direction: Direction,
    ) -> Any:
        """Return the validator of what is sent in *direction*."""
        key = pointer, direction
        if key not in self._validators:
            source = load_source(
                Document(
                    self._path,
                    pointer,
                    "",
                )
            )
            keyword = LEFT_OUT_KEYWORDS.get(direction, "")
            self._validators[key] = _build_validator(source, keyword)
        return self._validators[key]


def find_source(
    pointer: str,
    schema: Any,
    title: str,
) -> tuple[str, str]:
    """Return the pointer of what *schema* at *pointer* means, and the name of its values.

    A place whose schema only refers to a component has the values of the component.
    """
    reference = schema.get("$ref") if isinstance(schema, Mapping) and len(schema) == 1 else None
    if isinstance(reference, str) and reference.startswith(LOCAL_REFERENCE):
        return reference, split_pointer(reference)[-1]
    return pointer, title


def _build_validator(source: SchemaSource, keyword: str) -> Any:
    """Return the validator of *source* that requires no property with *keyword*."""
    schema = source.validated
    if keyword and _has_keyword(schema, keyword):
        schema = _PropertyReader(schema, keyword).require_less(schema)
    return build_validator(
        schema, source.dialect.validator, source.resource.uri, source.resources.retrieve
    )


def _has_keyword(value: Any, keyword: str) -> bool:
    """Return whether an object in *value* has *keyword* with the value true."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get(keyword) is True:
                return True
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return False


class _PropertyReader:
    """Finds the properties that have *keyword* in the schemas of *root*."""

    def __init__(
        self,
        root: Any,
        keyword: str,
    ) -> None:
        self._parts = SchemaParts(root)
        self._keyword = keyword

    def remove(
        self,
        value: Any,
        schema: Any,
        levels: int,
    ) -> Any:
        """Return *value*, which *schema* describes, without properties that have the keyword."""
        if isinstance(value, list):
            return self._remove_in_list(
                value,
                schema,
                levels,
            )
        if not isinstance(value, dict) or not levels:
            return value
        kept = {}
        for name, inner in value.items():
            found = list(self._parts.iter_property(schema, name))
            if not any(self._has_keyword(each) for each in found):
                kept[name] = self.remove(
                    inner,
                    {"allOf": found},
                    levels - 1,
                )
        return kept

    def _remove_in_list(
        self,
        values: list[Any],
        schema: Any,
        levels: int,
    ) -> list[Any]:
        """Return the items of a list, each without the properties that have the keyword."""
        items = [part.get("items") for part in self._parts.iter_parts(schema)]
        inner = {"allOf": [each for each in items if isinstance(each, dict)]}
        return (
            [
                self.remove(
                    value,
                    inner,
                    levels - 1,
                )
                for value in values
            ]
            if levels
            else values
        )

    def require_less(self, value: Any) -> Any:
        """Return the schemas of *value* without requirements of properties with the keyword."""
        if isinstance(value, list):
            return [self.require_less(each) for each in value]
        if not isinstance(value, dict):
            return value
        result = {key: self.require_less(each) for key, each in value.items()}
        required = value.get("required")
        if isinstance(required, list):
            kept = [name for name in required if not self._is_left_out(value, name)]
            result["required"] = kept
            if not kept:  # draft 4 allows no empty list
                del result["required"]
        return result

    def _is_left_out(
        self,
        schema: Any,
        name: Any,
    ) -> bool:
        """Return whether the property *name* of *schema* has the keyword."""
        return any(self._has_keyword(each) for each in self._parts.iter_property(schema, name))

    def _has_keyword(self, schema: Any) -> bool:
        """Return whether *schema*, or one that it combines, has the keyword."""
        return any(part.get(self._keyword) is True for part in self._parts.iter_parts(schema))
