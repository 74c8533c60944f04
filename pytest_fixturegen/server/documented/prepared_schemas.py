"""Schemas of a description that draw and validate values."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.document_reading import (
    build_record_validator,
)
from pytest_fixturegen.introspection.readers.documents.objects import to_record_name
from pytest_fixturegen.introspection.readers.documents.operations import SchemaPlace
from pytest_fixturegen.introspection.readers.documents.resources import escape_step
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    Use,
    derive_document,
    find_keyword,
    get_identity,
    get_title,
    list_properties,
    resolve_place,
)
from pytest_fixturegen.introspection.readers.documents.validation import (
    RecordValidator,
    SchemaRefusal,
)

MAX_ROUNDS = 8
"""How often refused parts of a value are replaced before all of it is."""

Steps = tuple[str | int, ...]


class Fault(NamedTuple):
    """A part of a value that a schema refuses, and why."""

    steps: Steps
    message: str

    @property
    def pointer(self) -> str:
        """The JSON pointer of the part."""
        return "".join(f"/{escape_step(str(step))}" for step in self.steps)


class UndrawableError(Exception):
    """A schema has no values, or none that can be drawn."""


class PreparedSchema:
    """The schema at *place*, for values of requests or of responses."""

    def __init__(
        self,
        place: SchemaPlace,
        use: Use,
        config: GenerationConfig,
    ) -> None:
        self.place = resolve_place(place)
        self._use: Use = use
        self._config = config

    @cached_property
    def document(self) -> Document:
        """The schema as a target."""
        name = to_record_name(get_title(self.place) or "Response")
        return derive_document(
            self.place,
            name,
            self._use,
        )

    @cached_property
    def _validator(self) -> RecordValidator | None:
        """The validator; None if the schema itself is not valid."""
        try:
            return build_record_validator(self.document)
        except FixturegenError:
            return None

    @cached_property
    def properties(self) -> Mapping[str, SchemaPlace]:
        """The properties of the values that are objects."""
        return list_properties(self.place)

    def list_faults(self, value: Any) -> list[Fault]:
        """Return the parts of *value* that the schema refuses."""
        if self._validator is None:
            return []
        try:
            self._validator.validate(value)
        except SchemaRefusal as refusal:
            return [Fault(each["loc"], each["msg"]) for each in refusal.errors()]
        return []

    def accepts(self, value: Any) -> bool:
        """Return whether the schema accepts *value*."""
        return not self.list_faults(value)

    def draw(self, index: int) -> Any:
        """Return the value with this *index*. Raise UndrawableError if it is missing."""
        try:
            lines = generate_lines(
                self.document,
                1,
                config=self._config,
                start=index,
            )
            return _load(next(iter(lines)))
        except FixturegenError as error:
            raise UndrawableError(error.message) from error

    def fit(
        self,
        value: Any,
        index: int,
    ) -> Any:
        """Return *value* with what the schema requires, and without what it refuses.

        Other parts come from the drawn value with this *index*.
        """
        if self.accepts(value):
            return value
        base = self.draw(index)
        if not isinstance(value, Mapping) or not isinstance(base, dict):
            return base
        merged = {**base, **self._select(value)}
        return merge_accepted(
            base,
            merged,
            self._find_refused,
        )

    def _select(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parts of *value* that the schema describes."""
        if not self.properties and find_keyword(self.place, "additionalProperties") is not False:
            return dict(value)
        return {name: each for name, each in value.items() if name in self.properties}

    def _find_refused(self, value: Mapping[str, Any]) -> set[str] | None:
        """Return the names in *value* that the schema refuses; None if it does not say which."""
        faults = self.list_faults(value)
        names = {str(each.steps[0]) for each in faults if each.steps}
        return names if names or not faults else None


def merge_accepted(
    base: Mapping[str, Any],
    values: Mapping[str, Any],
    find_refused: Callable[[Mapping[str, Any]], set[str] | None],
) -> dict[str, Any]:
    """Return *values* with the parts of *base*, which is accepted, in place of refused ones.

    *find_refused* returns the names of the refused parts, or None if they are not known: then each
    part is tried on its own.
    """
    merged = dict(values)
    for _ in range(MAX_ROUNDS):
        refused = find_refused(merged)
        if refused is None:
            break
        if not refused:
            return merged
        for name in refused:
            if name in base and merged.get(name) != base[name]:
                merged[name] = base[name]
            else:
                merged.pop(name, None)
    return _merge_each(
        dict(base),
        values,
        find_refused,
    )


def _merge_each(
    current: dict[str, Any],
    values: Mapping[str, Any],
    find_refused: Callable[[Mapping[str, Any]], set[str] | None],
) -> dict[str, Any]:
    """Return *current* with each part of *values*, and without each other one, if accepted."""
    for name in [name for name in current if name not in values]:
        shorter = {each: value for each, value in current.items() if each != name}
        if find_refused(shorter) == set():
            current = shorter
    for name, value in values.items():
        changed = {**current, name: value}
        if find_refused(changed) == set():
            current = changed
    return current


def _load(line: bytes) -> Any:
    """Return the value of a *line* of JSON; whole numbers may have any size."""
    try:
        return loads(line)
    except ValueError:
        return json.loads(line)


class SchemaDesk:
    """The prepared schemas of a description; *config* says how values are drawn."""

    def __init__(self, config: GenerationConfig) -> None:
        self._config = config
        self._known: dict[tuple[Path, str, Use], PreparedSchema] = {}

    def draw_record(
        self,
        document: Document,
        index: int,
    ) -> dict[str, Any]:
        """Return the record of *document* with this *index*; raise UndrawableError without one."""
        try:
            lines = generate_lines(
                document,
                1,
                config=self._config,
                start=index,
            )
            record: dict[str, Any] = _load(next(iter(lines)))
        except FixturegenError as error:
            raise UndrawableError(error.message) from error
        return record

    def prepare(
        self,
        place: SchemaPlace,
        use: Use,
    ) -> PreparedSchema:
        """Return the schema at *place* for values of requests or of responses."""
        key = (*get_identity(place), use)
        if key not in self._known:
            self._known[key] = PreparedSchema(
                place,
                use,
                self._config,
            )
        return self._known[key]


def read_at(value: Any, path: Sequence[str]) -> Any:
    """Return the part of *value* at *path*, or None."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def write_at(
    value: Any,
    path: Sequence[str],
    part: Any,
) -> Any:
    """Return *value* with *part* at *path*."""
    if not path:
        return part
    owner = value if isinstance(value, Mapping) else {}
    return {
        **owner,
        path[0]: write_at(
            owner.get(path[0]),
            path[1:],
            part,
        ),
    }


def remove_at(value: Any, path: Sequence[str]) -> Any:
    """Return *value* without the part at *path*."""
    if not isinstance(value, Mapping):
        return value
    name, *rest = path
    if not rest:
        return {each: part for each, part in value.items() if each != name}
    return {**value, name: remove_at(value.get(name), rest)}
