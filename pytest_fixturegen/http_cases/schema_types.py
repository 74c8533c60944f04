"""Python types from JSON Schema: for requests that are drawn, and for responses that are checked.

Types are at most as strict as their schema: a keyword without a counterpart in Pydantic, such as
``not``, is not checked. A schema within itself is any value.
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, create_model

from pytest_fixturegen.http_cases.openapi_document import Document, JsonSchema, resolve_reference

FORMATS: Mapping[str, Any] = {
    "date-time": datetime.datetime,
    "date": datetime.date,
    "uuid": uuid.UUID,
}
"""Types of texts by the format of their schema. Others are plain texts."""

NUMBER_RULES = {
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
}
TEXT_RULES = {"minLength": "min_length", "maxLength": "max_length"}
LIST_RULES = {"minItems": "min_length", "maxItems": "max_length"}
OBJECT_RULES = {"minProperties": "min_length", "maxProperties": "max_length"}

MERGED_KEYS = ("properties", "required")
"""Keywords of which all parts of ``allOf`` add something."""

MODEL_CONFIG = ConfigDict(
    regex_engine="python-re",  # patterns of JSON Schema may look ahead
    protected_namespaces=(),
    arbitrary_types_allowed=True,
)

ONLY_IN_RESPONSES, ONLY_IN_REQUESTS = "readOnly", "writeOnly"


class SchemaTypes:
    """Reads schemas of one *document*; fields with the keyword *left_out* are not read.

    With *may_lack_fields*, no field is required.
    """

    def __init__(
        self,
        document: Document,
        left_out: str = ONLY_IN_RESPONSES,
        *,
        may_lack_fields: bool = False,
    ) -> None:
        """Start outside of all schemas."""
        self.document = document
        self.left_out = left_out
        self.may_lack_fields = may_lack_fields
        self.open_references: set[str] = set()

    def read(self, schema: JsonSchema | bool) -> Any:
        """Return the type of the values that *schema* allows."""
        if isinstance(schema, bool):
            return Any
        reference = schema.get("$ref", "")
        if reference in self.open_references:
            return Any
        if not reference:
            return self._read_resolved(schema)
        self.open_references.add(reference)
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        found = self._read_resolved({**resolve_reference(schema, self.document), **siblings})
        self.open_references.discard(reference)
        return found

    def _read_resolved(self, schema: JsonSchema) -> Any:
        """Return the type of a schema that is not a reference."""
        if "allOf" in schema:
            schema = self._merge_parts(schema)
        if "const" in schema:
            return _build_literal([schema["const"]])
        if "enum" in schema:
            return _build_literal(schema["enum"])
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema:
                return self._read_union(schema, schema[keyword])
        kinds = _list_kinds(schema)
        readers = [self._list_readers()[kind] for kind in kinds if kind in self._list_readers()]
        return _unite([read(schema) for read in readers])

    def _list_readers(self) -> Mapping[str, Callable[[JsonSchema], Any]]:
        """Return the functions that read the types of JSON Schema, by their name."""
        return {
            "null": lambda _: None,
            "boolean": lambda _: bool,
            "integer": lambda schema: _apply_rules(
                int,
                schema,
                NUMBER_RULES,
            ),
            "number": lambda schema: _apply_rules(
                float,
                schema,
                NUMBER_RULES,
            ),
            "string": _read_text,
            "array": self._read_list,
            "object": self._read_object,
        }

    def _merge_parts(self, schema: JsonSchema) -> JsonSchema:
        """Return one schema with the keywords of all parts of ``allOf``."""
        parts = [resolve_reference(part, self.document) for part in schema["allOf"]]
        merged: dict[str, Any] = {}
        for part in (*parts, {key: value for key, value in schema.items() if key != "allOf"}):
            flat = self._merge_parts(part) if "allOf" in part else part
            properties = {**merged.get("properties", {}), **flat.get("properties", {})}
            required = [*merged.get("required", ()), *flat.get("required", ())]
            merged |= flat
            if properties:
                merged |= {"properties": properties, "required": required}
        return merged

    def _read_union(
        self,
        schema: JsonSchema,
        members: list[JsonSchema],
    ) -> Any:
        """Return the union of *members*."""
        types = [self.read(member) for member in members]
        return _unite([*types, None] if schema.get("nullable") else types)

    def _read_list(self, schema: JsonSchema) -> Any:
        """Return the type of an array."""
        prefix = schema.get("prefixItems")
        if prefix and schema.get("items") is False:
            return tuple[tuple(self.read(item) for item in prefix)]  # type: ignore[misc]
        item = Any if prefix else self.read(schema.get("items", True))
        return _apply_rules(
            list[item],  # type: ignore[valid-type]
            schema,
            LIST_RULES,
        )

    def _read_object(self, schema: JsonSchema) -> Any:
        """Return the type of an object: a model if it has named fields, else a dict."""
        more = schema.get("additionalProperties", True)
        if schema.get("properties") or more is False:
            return self._build_model(schema, extra="forbid" if more is False else "ignore")
        return _apply_rules(
            dict[str, self.read(more)],  # type: ignore[misc]
            schema,
            OBJECT_RULES,
        )

    def _build_model(
        self,
        schema: JsonSchema,
        extra: Literal["forbid", "ignore"],
    ) -> Any:
        """Return a model with a field for each property."""
        fields = dict(self._list_fields(schema))
        title = str(schema.get("title") or "object")
        config = ConfigDict(**MODEL_CONFIG, extra=extra)
        build: Callable[..., Any] = create_model
        return build(
            title,
            __config__=config,
            **fields,
        )

    def _list_fields(self, schema: JsonSchema) -> Iterator[tuple[str, tuple[Any, Any]]]:
        """Yield the name of each field, and its annotation with its default."""
        required = () if self.may_lack_fields else schema.get("required", ())
        for name, inner in schema.get("properties", {}).items():
            resolved = {} if isinstance(inner, bool) else resolve_reference(inner, self.document)
            if resolved.get(self.left_out):
                continue
            default = ... if name in required else None
            yield make_identifier(name), (self.read(inner), Field(default, alias=name))


def make_identifier(name: str) -> str:
    """Return *name* as the name of a field of Python, so that it looks the same if it can."""
    return (
        re.sub(
            r"\W",
            "_",
            name,
        ).lstrip("_0123456789")
        or "field"
    )


def _list_kinds(schema: JsonSchema) -> list[str]:
    """Return the types that *schema* allows; without a type, the one that its keywords are for."""
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else [*kinds]
    if not kinds and ("properties" in schema or "additionalProperties" in schema):
        kinds = ["object"]
    if not kinds and "items" in schema:
        kinds = ["array"]
    return [*kinds, "null"] if kinds and schema.get("nullable") else kinds


def _unite(types: list[Any]) -> Any:
    """Return the union of *types*, or Any if *types* is empty."""
    if not types or any(each is Any for each in types):
        return Any
    return reduce(or_, types) if len(types) > 1 else types[0]


def _build_literal(values: list[Any]) -> Any:
    """Return the Literal of *values*, or Any if one of them is not a text, integer or None."""
    plain = (str, int, type(None))
    if not values or not all(isinstance(value, plain) for value in values):
        return Any
    return Literal[tuple(values)]


def _read_text(schema: JsonSchema) -> Any:
    """Return the type of a text."""
    known = FORMATS.get(schema.get("format", ""))
    if known is not None:
        return known
    rules = {ours: schema[key] for key, ours in TEXT_RULES.items() if key in schema}
    pattern = schema.get("pattern")
    if isinstance(pattern, str) and _is_pattern(pattern):
        rules["pattern"] = pattern
    return Annotated[str, Field(**rules)] if rules else str


def _is_pattern(pattern: str) -> bool:
    """Return whether Python can read *pattern*, which JavaScript can."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _apply_rules(
    kind: Any,
    schema: JsonSchema,
    names: Mapping[str, str],
) -> Any:
    """Return *kind* with the rules of *schema*. *names* are the names of Pydantic by keyword."""
    rules = {ours: schema[key] for key, ours in names.items() if key in schema}
    for exclusive, inclusive in (("gt", "ge"), ("lt", "le")):
        # In OpenAPI 3.0, the exclusive rule says whether the other one is exclusive.
        if rules.get(exclusive) is False:
            del rules[exclusive]
        elif rules.get(exclusive) is True:
            rules[exclusive] = rules.pop(inclusive)
    return Annotated[kind, Field(**rules)] if rules else kind
