"""The adapter of OpenAPI documents, for applications of Starlette and others that have one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, create_model

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.http_cases.encoding import (
    ABSENT,
    FORM_TYPES,
    PARAMETER_LOCATIONS,
    HttpParts,
    Pairs,
)
from pytest_fixturegen.http_cases.openapi_document import (
    Document,
    ListedOperation,
    is_json,
    list_bodies,
    list_documented,
    list_statuses,
    resolve_reference,
)
from pytest_fixturegen.http_cases.operations import (
    REFUSAL_STATUSES,
    LocatedError,
    Operation,
    choose_refusals,
)
from pytest_fixturegen.http_cases.schema_types import (
    MODEL_CONFIG,
    SchemaTypes,
    make_identifier,
)

MISSING_BODY = LocatedError(
    ("body",),
    "missing",
    "Field required",
)

IGNORED_HEADERS = ("accept", "content-type", "authorization")
"""Parameters that OpenAPI says to ignore: other parts of the document describe them."""


def list_operations(document: Document) -> Iterator[Operation]:
    """Yield the operations of *document*."""
    for described in list_documented(document):
        yield DocumentReader(described, document).build_operation()


class DocumentReader:
    """Reads one operation of a document: the model of its requests, and its responses."""

    def __init__(
        self,
        described: ListedOperation,
        document: Document,
    ) -> None:
        """Read the parameters and the body of the operation."""
        self.described = described
        self.document = document
        self.schemas = SchemaTypes(document)
        body = described.body.get("requestBody", {})
        self.request_body = resolve_reference(body, document)
        self.content_type = _choose_content_type(self.request_body.get("content", {}))
        self.groups = self._build_groups()

    def build_operation(self) -> Operation:
        """Return the operation."""
        body = self.described.body
        statuses = list_statuses(body)
        fields = {location: (group, ...) for location, group in self.groups.items()}
        if self.content_type:
            fields["body"] = self._build_body()
        return Operation(
            method=self.described.method,
            path=self.described.path,
            operation_id=str(body.get("operationId", "")),
            model=_build_model(f"{self.described.method} {self.described.path}", fields),
            content_type=self.content_type,
            statuses=statuses,
            refusals=choose_refusals(statuses, REFUSAL_STATUSES),
            bodies=list_bodies(body, self.document),
            find_errors=self.find_errors,
        )

    def _build_groups(self) -> dict[str, Any]:
        """Return the model of the parameters of each location that has some."""
        fields: dict[str, dict[str, Any]] = {}
        for parameter in self._list_parameters():
            location = parameter["in"]
            default = ... if parameter.get("required") else None
            field = (self._read_parameter(parameter), Field(default, alias=parameter["name"]))
            fields.setdefault(location, {})[make_identifier(parameter["name"])] = field
        return {
            location: _build_model(location, fields[location])
            for location in PARAMETER_LOCATIONS
            if location in fields
        }

    def _list_parameters(self) -> list[Mapping[str, Any]]:
        """Return the parameters of the operation; they replace those of its path."""
        listed = [
            *self.described.shared.get("parameters", ()),
            *self.described.body.get("parameters", ()),
        ]
        resolved = [resolve_reference(each, self.document) for each in listed]
        known = {(each["in"], each["name"]): each for each in resolved}
        return [each for each in known.values() if _is_described(each)]

    def _read_parameter(self, parameter: Mapping[str, Any]) -> Any:
        """Return the type of *parameter*."""
        return self.schemas.read(parameter.get("schema", {"type": "string"}))

    def _build_body(self) -> tuple[Any, Any]:
        """Return the field of the body."""
        content = self.request_body["content"][self.content_type]
        default = ... if self.request_body.get("required") else None
        return self.schemas.read(content.get("schema", True)), default

    def find_errors(self, parts: HttpParts) -> list[LocatedError]:
        """Return the errors that the documented types find in a request."""
        errors: list[LocatedError] = []
        for location, group in self.groups.items():
            values = _collect_values(getattr(parts, location), group)
            errors += _list_errors(location, lambda: group.model_validate(values))  # noqa: B023
        return errors + self._find_body_errors(parts)

    def _find_body_errors(self, parts: HttpParts) -> list[LocatedError]:
        """Return the errors that the documented type finds in the body."""
        if not self.content_type:
            return []
        annotation, default = self._build_body()
        adapter: TypeAdapter[Any] = TypeAdapter(annotation)
        if self.content_type in FORM_TYPES:
            values = _collect_values(parts.form, annotation)
            return _list_errors("body", lambda: adapter.validate_python(values))
        if parts.body is ABSENT or (parts.body is None and default is None):
            is_missing = parts.body is ABSENT and default is ...
            return [MISSING_BODY] if is_missing else []
        return _list_errors("body", lambda: adapter.validate_json(dumps(parts.body)))


def _is_described(parameter: Mapping[str, Any]) -> bool:
    """Return whether *parameter* is one that the document describes completely."""
    return parameter["in"] != "header" or parameter["name"].lower() not in IGNORED_HEADERS


def _choose_content_type(content: Mapping[str, Any]) -> str:
    """Return the media type of bodies: JSON, a form, or none that can be written."""
    known = [each for each in content if is_json(each) or each in FORM_TYPES]
    return known[0] if known else ""


def _collect_values(pairs: Pairs, model: Any) -> dict[str, Any]:
    """Return the values of *pairs* by name; those of a list of *model* as a list."""
    collected: dict[str, list[str]] = {}
    for name, text in pairs:
        collected.setdefault(name, []).append(text)
    lists = _list_names_of_lists(model)
    return {
        name: texts if name in lists or len(texts) > 1 else texts[0]
        for name, texts in collected.items()
    }


def _list_names_of_lists(model: Any) -> set[str]:
    """Return the names of the fields of *model* that hold lists."""
    fields = getattr(
        model,
        "model_fields",
        {},
    ).values()
    return {info.alias for info in fields if "list[" in str(info.annotation)}


def _list_errors(location: str, validate: Callable[[], Any]) -> list[LocatedError]:
    """Return the errors that *validate* raises."""
    try:
        validate()
    except ValidationError as error:
        return [
            LocatedError(
                (location, *map(str, each["loc"])),
                each["type"],
                each["msg"],
            )
            for each in error.errors(include_url=False)
        ]
    return []


def _build_model(name: str, fields: Mapping[str, Any]) -> Any:
    """Return a model with *fields*, which may have any names."""
    build: Callable[..., Any] = create_model
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names such as json, which Pydantic has itself
        return build(
            name,
            __config__=ConfigDict(**MODEL_CONFIG),
            **fields,
        )


def require_document(schema: Any) -> Document:
    """Return *schema* if it is an OpenAPI document of version 3.

    Raises:
        UsageError: If it is not.
    """
    from pytest_fixturegen.errors import UsageError

    if isinstance(schema, Mapping) and str(schema.get("openapi", "")).startswith("3."):
        return schema
    raise UsageError(
        f"schema: expected an OpenAPI document of version 3, got {_describe_document(schema)}.",
        hint="Pass the document as a mapping, such as json.loads(path.read_text()).",
    )


def _describe_document(schema: Any) -> str:
    """Return a short description of *schema* for an error message."""
    if isinstance(schema, Mapping):
        version = schema.get("openapi") or schema.get("swagger")
        return f"version {version}" if version else "a mapping without 'openapi'"
    return type(schema).__name__
