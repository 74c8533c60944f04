"""The schema of a store for the resources of a description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.document_reading import (
    build_record_validator,
)
from pytest_fixturegen.introspection.readers.documents.objects import to_record_name
from pytest_fixturegen.introspection.readers.documents.operations import SchemaPlace
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    derive_document,
    find_items,
    find_keyword,
    get_title,
    list_properties,
    list_types,
)
from pytest_fixturegen.introspection.readers.documents.validation import (
    RecordValidator,
    SchemaRefusal,
    write_json,
)
from pytest_fixturegen.introspection.shapes import Scalar, Shape
from pytest_fixturegen.store.changes import parse_json
from pytest_fixturegen.store.documented.rules import DocumentedApi, ResourceRule
from pytest_fixturegen.store.errors import InvalidError, is_store_error
from pytest_fixturegen.store.schema import (
    UNADDRESSABLE_KEYS,
    Column,
    ColumnKind,
    Reference,
    Resource,
    Schema,
    order_resources,
)
from pytest_fixturegen.store.values import build_text_schema, get_parser

__tracebackhide__ = is_store_error

MAX_PROBLEMS = 20

SCALAR_KINDS: Mapping[str, tuple[ColumnKind, str]] = {
    "integer": ("whole", "int"),
    "number": ("number", "float"),
    "boolean": ("flag", "bool"),
    "string": ("text", "str"),
}
"""The kind of the column and of the scalar for each type of JSON Schema."""


def build_store_schema(api: DocumentedApi) -> Schema:
    """Return the schema of a store with the resources of *api*."""
    builder = _SchemaBuilder(api)
    return Schema(order_resources([builder.build(rule) for rule in api.resources.values()]))


class StoredRecord:
    """The schema of the records of one resource, in the form that the store keeps.

    The validator is built when the first record arrives: a description may have hundreds.
    """

    def __init__(
        self,
        name: str,
        document: Document,
        text_key: str,
    ) -> None:
        self.name = name
        self.document = document
        self.text_key = text_key

    @cached_property
    def validator(self) -> RecordValidator:
        """The validator of the records."""
        return build_record_validator(self.document)

    def validate(self, text: bytes) -> bytes:
        """Return the JSON *text* of a record in its canonical form; raise InvalidError."""
        record = parse_json(text)
        try:
            plain = self.validator.validate(record)
        except SchemaRefusal as refusal:
            raise make_refusal_error(self.name, refusal) from None
        if self.text_key and plain.get(self.text_key) in UNADDRESSABLE_KEYS:
            key = plain.get(self.text_key)
            problem = {"path": self.text_key, "message": f"no address can hold {key!r}"}
            raise InvalidError(
                f"{self.name}.{self.text_key} is {key!r}, which no address can hold.",
                hint="Give another key.",
                problems=[problem],
            )
        return write_json(plain)


def make_refusal_error(name: str, refusal: SchemaRefusal) -> InvalidError:
    """Return the error of a record of *name* that its schema refuses."""
    problems = [
        {
            "path": ".".join(map(str, each["loc"])),
            "message": each["msg"],
            "type": each["type"],
        }
        for each in refusal.errors()[:MAX_PROBLEMS]
    ]
    first = problems[0]
    place = f"{name}.{first['path']}" if first["path"] else name
    return InvalidError(
        f"{place}: {first['message'].rstrip('.')}.", problems=problems, hint="See the schema."
    )


class _SchemaBuilder:
    """Builds the resources of a store from the rules of *api*."""

    def __init__(self, api: DocumentedApi) -> None:
        self._api = api
        self._names: set[str] = set()
        self._reached: dict[str, set[str]] = {}

    def build(self, rule: ResourceRule) -> Resource:
        """Return the resource of *rule*."""
        references = tuple(self._iter_references(rule))
        kind = rule.store_key_schema.get("type")
        document = derive_document(
            rule.record,
            self._choose_name(rule),
            "response",
            self._list_changes(rule, references),
        )
        validated = document
        if self._list_optional(rule):
            validated = derive_document(
                rule.record,
                document.name,
                "response",
                self._list_changes(rule, references, self._list_optional(rule)),
            )
        text_key = rule.store_key if kind == "string" else ""
        return Resource(
            name=rule.name,
            model=document,
            key=rule.store_key,
            columns={column.name: column for column in _iter_columns(rule)},
            validate=StoredRecord(
                rule.name,
                validated,
                text_key,
            ).validate,
            references=references,
            is_numbered=_is_numbered(rule.store_key_schema),
        )

    def _choose_name(self, rule: ResourceRule) -> str:
        """Return the name of the records of *rule*, which no other resource has."""
        title = to_record_name(get_title(rule.record) or rule.name)
        name = title if title not in self._names else to_record_name(rule.name)
        self._names.add(name)
        return name

    def _iter_references(self, rule: ResourceRule) -> Iterator[Reference]:
        """Yield the references of the records of *rule* to their parents, without circles."""
        fields: set[str] = set()
        for link in rule.links:
            target = link.resource
            is_circle = target == rule.name or rule.name in self._list_reached(target)
            if target and link.field not in fields and not is_circle:
                fields.add(link.field)
                self._reached.setdefault(rule.name, set()).add(target)
                yield Reference(
                    link.field,
                    target,
                    "cascade",
                )

    def _list_reached(self, name: str) -> set[str]:
        """Return the resources that records of *name* refer to, directly or not."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for target in self._reached.get(waiting.pop(), set()) - found:
                found.add(target)
                waiting.append(target)
        return found

    def _list_optional(self, rule: ResourceRule) -> frozenset[str]:
        """Return the hidden fields of parents that a created record of *rule* may not have."""
        creating = [
            each
            for each in self._api.operations
            if each.resource == rule.name and each.role == "create"
        ]
        return frozenset(
            link.field
            for link in rule.links
            if link.is_hidden and any(each.link != link for each in creating)
        )

    def _list_changes(
        self,
        rule: ResourceRule,
        references: tuple[Reference, ...],
        optional: frozenset[str] = frozenset(),
    ) -> dict[str, Any]:
        """Return the properties that records need for the store: their key, and their parents.

        Those in *optional* are not needed.
        """
        changes: dict[str, Any] = {
            rule.key: dict(rule.key_schema),
            rule.store_key: dict(rule.store_key_schema),
        }
        for reference in references:
            if reference.field not in optional:
                target = self._api.resources[reference.target]
                changes[reference.field] = dict(target.key_schema)
        return changes


def _iter_columns(rule: ResourceRule) -> Iterator[Column]:
    """Yield a column for each field of the records of *rule*, hidden ones included."""
    for name, place in list_properties(rule.record).items():
        if name != rule.key:
            yield _build_column(name, place)
    for name, schema in (
        (rule.key, rule.key_schema),
        (rule.store_key, rule.store_key_schema),
    ):
        yield _make_column(name, *SCALAR_KINDS[str(schema.get("type"))])
    for link in rule.links:
        if link.is_hidden:
            yield _make_column(
                link.field,
                "text",
                "str",
            )


def _build_column(name: str, place: SchemaPlace) -> Column:
    """Return the column of the field *name*."""
    types = list_types(place) - {"null"}
    if types == {"array"}:
        items = find_items(place)
        inner = list_types(items) - {"null"} if items else set()
        kind = SCALAR_KINDS.get(next(iter(inner), ""), ("other", "str"))
        return _make_column(
            name,
            "other" if kind[0] == "other" else "list",
            kind[1],
        )
    if len(types) != 1 or "object" in types:
        return _make_column(
            name,
            "other",
            "str",
        )
    if types == {"string"} and find_keyword(place, "format") == "date-time":
        return _make_column(
            name,
            "moment",
            "datetime",
        )
    return _make_column(name, *SCALAR_KINDS.get(next(iter(types)), ("other", "str")))


def _make_column(
    name: str,
    kind: ColumnKind,
    scalar: str,
) -> Column:
    """Return a column of *kind*, whose texts in queries are those of a *scalar*."""
    shape: Shape = Scalar(scalar)
    parser = str if scalar == "str" else get_parser(shape)
    return Column(
        (name,),
        kind,
        parser,
        build_text_schema(shape),
    )


def _is_numbered(schema: Mapping[str, Any]) -> bool:
    """Return whether keys can be 1, 2, 3, …"""
    has_limit = any(keyword in schema for keyword in ("maximum", "enum", "multipleOf"))
    minimum = schema.get("minimum", 1)
    is_small = isinstance(minimum, int | float) and minimum <= 1
    return schema.get("type") == "integer" and not has_limit and is_small
