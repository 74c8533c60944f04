"""Shapes of objects: records with fields, or mappings if the names of properties are free."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.introspection.readers.documents.acceptance import (
    compile_search,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.conflicts import read_sizes
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    Conjunct,
    Conjunction,
    Impossible,
    Place,
)
from pytest_fixturegen.introspection.readers.documents.document import SchemaClass
from pytest_fixturegen.introspection.readers.documents.properties import (
    collect_property,
    list_declared,
)
from pytest_fixturegen.introspection.readers.documents.scalars import translate_pattern
from pytest_fixturegen.introspection.shapes import (
    Constraints,
    MappingShape,
    ModelField,
    ModelShape,
    Scalar,
    Shape,
)

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.documents.place_reader import PlaceReader

PATH_CHARACTERS = re.compile(r"[.~|?#*\s]+")
"""Characters that have a meaning in the path of a field."""

MAX_FULL_DEPTH = 2
"""Places around each other up to which objects have all of their properties."""

MAX_INNER_FIELDS = 24
"""Optional properties of objects further in: a configuration of hundreds of options that may all
occur again in each of its parts would take minutes, and its records megabytes.
"""

EXTRA_NAMES = tuple(
    "name note label code group source target reference comment status kind level".split()
)
"""Names of properties for objects that must have more of them than their schema names."""


LITERAL_BEGINNING = re.compile(r"\^?((?:[\w/@:~-]|\\[^\w])+)(?![*+?{])")
"""The text with which names that match a pattern begin: ``x-`` of ``^x-``."""

NUMBER_NAMES = ("1", "10", "200", "2024", "1.0.0", "1_0")
"""Names for patterns of numbers."""


class ObjectReader:
    """Reads the object of one *conjunction*, whose records are called *name*."""

    def __init__(
        self,
        reader: PlaceReader,
        conjunction: Conjunction,
        name: str,
    ) -> None:
        self.reader = reader
        self.conjunction = conjunction
        self.name = name
        self.low, self.high = read_sizes(
            conjunction,
            "minProperties",
            "maxProperties",
        )

    def read(self) -> Shape:
        """Return the shape of the object. Raise Impossible if a required property has none."""
        required = self._list_required()
        names = list(dict.fromkeys((*required, *self._list_declared())))
        if self.high is not None and self.high < len(names):
            names = names[: max(self.high, len(required))]
        if self.reader.depth > MAX_FULL_DEPTH:
            names = names[: max(MAX_INNER_FIELDS, len(required), self.low)]
        if not names:
            mapping = self._read_mapping()
            if mapping is not None:
                return mapping
        fields = list(self._read_fields(names, required))
        if names:
            fields += self._read_pattern_fields({str(field.key[0]) for field in fields})
        if len(fields) < self.low:
            fields += self._read_extra_fields({field.key[0] for field in fields})
        return self._build_model(fields)

    def _build_model(
        self,
        fields: list[ModelField],
    ) -> Shape:
        """Return the shape of a record with *fields*, in the order of the document."""
        missing = self.low - sum(field.required for field in fields)
        optional = [field for field in fields if not field.required]
        needed = {field.name for field in optional[: max(missing, 0)]}
        order = {name: place for place, name in enumerate(self._list_declared())}
        fields.sort(key=lambda field: order.get(str(field.key[0]), len(order)))
        return ModelShape(
            ref=self.name,
            cls=SchemaClass(self.name, self.reader.resources.path),
            kind="document",
            fields=tuple(_require(field) if field.name in needed else field for field in fields),
        )

    def _list_required(self) -> list[str]:
        """Return the names of the properties that must be there."""
        lists = [list_required(each.schema) for each in self.conjunction.conjuncts]
        return list(dict.fromkeys(name for names in lists for name in names))

    def _list_declared(self) -> list[str]:
        """Return the names of the properties that schemas describe, in their order."""
        return list_declared(self.conjunction.conjuncts)

    def _collect(
        self,
        name: str,
    ) -> Place:
        """Return the schemas of the property *name*."""
        return collect_property(
            self.conjunction.conjuncts,
            name,
            self.reader.judge,
            self.reader.resources,
        )

    def _read_fields(
        self,
        names: list[str],
        required: list[str],
    ) -> Iterator[ModelField]:
        """Yield the fields called *names*; an optional one without a valid value is left out."""
        taken: set[str] = set()
        for name in names:
            is_required = name in required
            try:
                yield self._read_field(
                    name,
                    is_required,
                    taken,
                )
            except Impossible:
                if is_required:
                    raise

    def _read_field(
        self,
        name: str,
        is_required: bool,
        taken: set[str],
    ) -> ModelField:
        """Return the field of the property *name*; *taken* has the names of other fields."""
        place = self._collect(name)
        shape = self.reader.read(
            place,
            to_type_name(name),
            is_needed=is_required,
        )
        field_name = PATH_CHARACTERS.sub("_", name) or "_"
        while field_name in taken:
            field_name += "_"
        taken.add(field_name)
        return ModelField(
            field_name,
            shape,
            (name,),
            name,
            required=is_required,
            examples=self.reader.list_examples(place),
        )

    def _read_extra_fields(
        self,
        taken: set[Any],
    ) -> Iterator[ModelField]:
        """Yield fields with other names, as many as the least number of properties asks for."""
        missing = self.low - len(taken)
        candidates = [name for name in EXTRA_NAMES if name not in taken]
        candidates += [f"{EXTRA_NAMES[0]}_{number}" for number in range(2, self.low + 2)]
        for name in candidates:
            if not missing:
                return
            try:
                yield self._read_field(
                    name,
                    True,
                    {str(each) for each in taken},
                )
            except Impossible:
                continue
            missing -= 1

    def _read_pattern_fields(
        self,
        taken: set[str],
    ) -> Iterator[ModelField]:
        """Yield an optional field for each pattern of names that says something of its values."""
        room = len(self._list_patterns()) if self.high is None else self.high - len(taken)
        for pattern in self._list_patterns()[: max(room, 0)]:
            schemas = (table.get(pattern) for table, _ in self._list_pattern_tables())
            name = find_matching_name(pattern, taken)
            if name and any(isinstance(each, dict) and each for each in schemas):
                with suppress(Impossible):
                    field = self._read_field(
                        name,
                        False,
                        {*taken},
                    )
                    taken.add(name)
                    yield field

    def _list_pattern_tables(self) -> list[tuple[Any, Conjunct]]:
        """Return each ``patternProperties`` with its schema."""
        return list(self.conjunction.get_values("patternProperties"))

    def _read_mapping(self) -> Shape | None:
        """Return the shape of a mapping with free names; None if no property is allowed."""
        conflict = None
        for pattern in (*self._list_patterns(), None):
            try:
                value = self.reader.read(self._collect_value(pattern), self.name)
            except Impossible as reason:
                conflict = reason
                continue
            return MappingShape(
                "dict",
                self._read_key(pattern),
                value,
                self.low,
                self.high,
            )
        if self.low and conflict is not None:
            raise conflict
        return None

    def _list_patterns(self) -> list[str]:
        """Return the patterns of names that have their own schemas."""
        tables = (table for table, _ in self._list_pattern_tables())
        return list(dict.fromkeys(pattern for table in tables for pattern in table))

    def _collect_value(
        self,
        pattern: str | None,
    ) -> Place:
        """Return the schemas of properties whose names match *pattern*, or no pattern."""
        place = []
        for conjunct in self.conjunction.conjuncts:
            schema = conjunct.schema
            patterns = schema.get("patternProperties", {})
            inner = [patterns[pattern]] if pattern in patterns else []
            if not inner and "additionalProperties" in schema:
                inner = [schema["additionalProperties"]]
            elif not inner and "unevaluatedProperties" in schema and pattern is None:
                inner = [schema["unevaluatedProperties"]]
            if any(each is False for each in inner):
                place_text = self.reader.resources.describe(schema)
                raise Impossible(
                    place_text,
                    "additionalProperties",
                    "it forbids all properties",
                )
            place += [Conjunct(each, conjunct.scope) for each in inner]
        return tuple(place)

    def _read_key(
        self,
        pattern: str | None,
    ) -> Shape:
        """Return the shape of the names, which match *pattern* and ``propertyNames``."""
        names = tuple(
            Conjunct(schema, each.scope)
            for schema, each in self.conjunction.get_values("propertyNames")
        )
        if names:
            text = self.reader.keep({"type": "string"}, self)
            place = (*names, Conjunct(text, names[0].scope))
            if pattern is not None:
                matching = self.reader.keep({"pattern": pattern}, self)
                place = (*place, Conjunct(matching, names[0].scope))
            return self.reader.read(place, self.name)
        if pattern is None or all(
            search_exactly(pattern, name) for name in ("name", "status_code")
        ):
            return Scalar("str")
        return Scalar("str", Constraints(pattern=translate_pattern(pattern)))


def find_matching_name(
    pattern: str,
    taken: Container[str],
) -> str:
    """Return a name that *pattern* matches and that is not *taken*; empty if none is found."""
    literal = LITERAL_BEGINNING.match(pattern)
    beginning = literal[1].replace("\\", "") if literal else ""
    for word in (*EXTRA_NAMES, *NUMBER_NAMES):
        for name in (word, f"{beginning}{word}", f"{beginning}{word.title()}"):
            if name not in taken and search_exactly(pattern, name):
                return name
    return beginning if beginning not in taken and search_exactly(pattern, beginning) else ""


def _require(field: ModelField) -> ModelField:
    """Return *field* as a required one."""
    from dataclasses import replace

    return replace(field, required=True)


def search_exactly(
    pattern: str,
    text: str,
) -> bool:
    """Return whether *pattern* is found in *text*; False if Python has no such syntax."""
    search = compile_search(pattern)
    return search is not None and search(text) is not None


def to_type_name(name: str) -> str:
    """Return the name of a type for the property *name*: ``billing-address`` is BillingAddress."""
    words = re.findall(r"[^\W_]+", name)
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    return joined if joined and not joined[0].isdigit() else f"Object{joined}"


def to_record_name(name: str) -> str:
    """Return *name* as the name of records: letters, digits and underscores."""
    joined = name.replace(".", "_")
    return joined if joined.isidentifier() else to_type_name(name)
