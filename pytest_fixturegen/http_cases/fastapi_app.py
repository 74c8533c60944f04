"""The adapter of FastAPI: operations with the application's own models of parameters and bodies.

FastAPI itself says whether it takes a parameter, so that what it converts is not called invalid.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import reduce
from io import BytesIO
from operator import or_
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from fastapi import FastAPI, UploadFile, params
from fastapi.dependencies.utils import request_params_to_args
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field, create_model
from starlette.datastructures import Headers, QueryParams
from starlette.routing import Mount

from pytest_fixturegen.http_cases.encoding import (
    ABSENT,
    FORM_TYPES,
    MULTIPART,
    PARAMETER_LOCATIONS,
    HttpParts,
    UnsendableError,
)
from pytest_fixturegen.http_cases.openapi_document import (
    find_documented,
    list_bodies,
    list_statuses,
)
from pytest_fixturegen.http_cases.operations import (
    LocatedError,
    Location,
    Operation,
    choose_refusals,
)

if TYPE_CHECKING:
    from fastapi.dependencies.models import Dependant

FileText = Annotated[str, Field(min_length=1, max_length=200)]
"""The content of an uploaded file."""

FASTAPI_REFUSAL = "422"
"""The status of FastAPI for invalid input, and the part of its documents that it writes itself."""

VALIDATION_BODY = "#/components/schemas/HTTPValidationError"

OMITTING_OPTIONS = (
    "response_model_include",
    "response_model_exclude",
    "response_model_exclude_unset",
    "response_model_exclude_defaults",
    "response_model_exclude_none",
)
"""Options of a route that leave fields out of responses, which its document requires."""


MISSING_BODY = {"loc": ("body",), "type": "missing", "msg": "Field required"}
"""The error of FastAPI for a request without its body."""


class Reader(NamedTuple):
    """A function that reads parameters, and the dependencies on the way to it."""

    dependant: Dependant
    calls: tuple[Any, ...]


def list_operations(app: FastAPI, prefix: str = "") -> Iterator[Operation]:
    """Yield the documented operations of *app*, and of the FastAPI applications mounted in it."""
    document = app.openapi()
    for route in _list_routes(app):
        original = _get_original(route)
        if isinstance(original, Mount) and isinstance(original.app, FastAPI):
            yield from list_operations(original.app, prefix + original.path)
        elif isinstance(original, APIRoute) and route.include_in_schema:
            for method in sorted(route.methods - {"HEAD", "OPTIONS"}):
                yield RouteReader(
                    app,
                    route,
                    method,
                ).build_operation(document, prefix)


def _list_routes(app: FastAPI) -> Sequence[Any]:
    """Return the routes of *app*, with the routes of included routers among them."""
    try:
        from fastapi.routing import iter_route_contexts
    except ImportError:  # older versions copy the routes of a router when it is included
        return app.routes
    return [*iter_route_contexts(app.routes)]


def _get_original(route: Any) -> Any:
    """Return the route itself; newer versions wrap it in what its router adds."""
    return getattr(
        route,
        "original_route",
        route,
    )


class RouteReader:
    """Reads one route: the model of its requests, and the errors that FastAPI finds in them."""

    def __init__(
        self,
        app: FastAPI,
        route: Any,
        method: str,
    ) -> None:
        """Read the dependencies of *route*."""
        self.app = app
        self.route = route
        self.method = method
        self.readers = tuple(_walk_dependants(route.dependant, ()))
        info = route.body_field.field_info if route.body_field else None
        self.content_type = (
            getattr(
                info,
                "media_type",
                "application/json",
            )
            if info
            else ""
        )
        self.body_fields = [field for each in self.readers for field in each.dependant.body_params]
        self.files = frozenset(_list_file_names(self.body_fields))
        if self.files:
            self.content_type = MULTIPART

    def build_operation(
        self,
        document: Mapping[str, Any],
        prefix: str,
    ) -> Operation:
        """Return the operation of the route, as *document* describes its responses."""
        described = find_documented(
            document,
            self.method,
            self.route.path_format,
        )
        statuses = list_statuses(described) or (str(self.route.status_code or 200),)
        may_lack_fields = any(
            getattr(
                self.route,
                name,
                None,
            )
            for name in OMITTING_OPTIONS
        )
        bodies = list_bodies(
            described,
            document,
            may_lack_fields=may_lack_fields,
        )
        refusal = bodies.get(FASTAPI_REFUSAL)
        # FastAPI documents its own body even if a handler of the application writes another one.
        if refusal is not None and refusal.schema.get("$ref") == VALIDATION_BODY:
            del bodies[FASTAPI_REFUSAL]
        return Operation(
            method=self.method,
            path=prefix + self.route.path_format,
            operation_id=str(described.get("operationId", "")),
            model=self._build_model(),
            content_type=self.content_type,
            statuses=statuses,
            refusals=choose_refusals((*statuses, FASTAPI_REFUSAL), ()),
            bodies=bodies,
            find_errors=self.find_errors,
            file_names=self.files,
            slash_names=frozenset(self._list_slash_names()),
            is_overridden=self.is_overridden,
            names_locations=True,
        )

    def _list_slash_names(self) -> Iterator[str]:
        for name, convertor in self.route.param_convertors.items():
            if "/" in convertor.regex or convertor.regex == ".*":
                yield name

    def _build_model(self) -> Any:
        """Return the model of a whole request: a field for each part that the route reads."""
        groups: dict[str, Any] = {}
        for location in PARAMETER_LOCATIONS:
            fields = self._list_parameters(location)
            if fields:
                groups[location] = (_build_group(location, fields), ...)
        if self.route.body_field is not None:
            groups["body"] = self._build_body()
        return build_model(f"{self.method} {self.route.path_format}", groups)

    def _list_parameters(self, location: str) -> list[Any]:
        """Return the parameters of *location*, each once, without optional hidden ones."""
        fields: dict[str, Any] = {}
        for reader in self.readers:
            if not self._is_replaced(reader):
                for field in getattr(reader.dependant, f"{location}_params"):
                    fields.setdefault(find_alias(field), field)
        return [field for field in fields.values() if _is_documented(field)]

    def _build_body(self) -> tuple[Any, Any]:
        """Return the field of the body, with texts instead of uploaded files."""
        info = self.route.body_field.field_info
        if not self.files:
            return describe_field(info)
        fields = {
            field.name: describe_field(
                field.field_info,
                find_alias(field),
                is_file=True,
            )
            if find_alias(field) in self.files
            else describe_field(field.field_info, find_alias(field))
            for field in self.body_fields
        }
        return build_model("form", fields), ...

    def find_errors(self, parts: HttpParts) -> list[LocatedError]:
        """Return the errors that FastAPI finds in a request.

        Raises:
            UnsendableError: If the path does not lead to the route.
        """
        errors: list[Any] = []
        received = self._read_parameters(parts)
        for reader in self.readers:
            if not self._is_replaced(reader):
                for location, values in received.items():
                    fields = getattr(reader.dependant, f"{location}_params")
                    errors += request_params_to_args(fields, values)[1]
        if self.route.body_field is not None:
            errors += self._find_body_errors(parts)
        return [
            LocatedError(
                tuple(map(str, each["loc"])),
                each["type"],
                each["msg"],
            )
            for each in errors
        ]

    def _read_parameters(self, parts: HttpParts) -> dict[str, Any]:
        """Return the parameters as FastAPI receives them from Starlette."""
        raw_headers = [(name.lower().encode(), text.encode()) for name, text in parts.header]
        return {
            "path": dict(self._convert_path(parts)),
            "query": QueryParams([*parts.query]),
            "header": Headers(raw=raw_headers),
            "cookie": dict(parts.cookie),
        }

    def _convert_path(self, parts: HttpParts) -> Iterator[tuple[str, Any]]:
        """Yield the parameters of the path as the convertors of Starlette return them.

        Raises:
            UnsendableError: If a text leads to another route, or to none.
        """
        for name, text in parts.path:
            convertor = self.route.param_convertors[name]
            if not re.fullmatch(convertor.regex, text):
                raise UnsendableError("path", name)
            yield name, convertor.convert(text)

    def _find_body_errors(self, parts: HttpParts) -> list[Any]:
        """Return the errors that FastAPI finds in the body."""
        body = parts.body
        if self.content_type in FORM_TYPES:
            body = self._read_form(parts)
        field = self.route.body_field
        if body is ABSENT or (body is None and not field.field_info.is_required()):
            is_missing = body is ABSENT and field.field_info.is_required()
            return [MISSING_BODY] if is_missing else []
        _, errors = field.validate(
            body,
            {},
            loc=("body",),
        )
        return [*errors] if errors else []

    def _read_form(self, parts: HttpParts) -> dict[str, Any]:
        """Return the values of a form as FastAPI reads them: empty ones count as missing."""
        lists = {find_alias(field) for field in self._list_form_fields() if _is_list(field)}
        values: dict[str, Any] = {}
        for name, text in parts.form:
            value: Any = text
            if name in self.files:
                value = UploadFile(BytesIO(text.encode()), filename=f"{name}.txt")
            if name in lists:
                values.setdefault(name, []).append(value)
            elif text or name in self.files:
                values[name] = value
        return values

    def _list_form_fields(self) -> list[Any]:
        """Return the fields of the form, also of a model of the whole form."""
        fields: list[Any] = []
        for field in self.body_fields:
            model = find_parameter_model(field)
            fields += _list_model_fields(model) if model else [field]
        return fields

    def _is_replaced(self, reader: Reader) -> bool:
        """Return whether the application's tests replace a dependency on the way to *reader*."""
        return any(call in self.app.dependency_overrides for call in reader.calls[1:])

    def is_overridden(self, location: Location) -> bool:
        """Return whether tests replace all that reads the parameter at *location*."""
        readers = [reader for reader in self.readers if _reads(reader, location)]
        return bool(readers) and all(map(self._is_replaced, readers))


class NamedField(NamedTuple):
    """A field of a model of parameters, with the same attributes as a field of FastAPI."""

    name: str
    field_info: Any


def _walk_dependants(dependant: Dependant, calls: tuple[Any, ...]) -> Iterator[Reader]:
    """Yield *dependant* and the dependencies below it."""
    path = (*calls, dependant.call)
    yield Reader(dependant, path)
    for inner in dependant.dependencies:
        yield from _walk_dependants(inner, path)


def _reads(reader: Reader, location: Location) -> bool:
    """Return whether *reader* has a parameter at *location*."""
    if location[0] not in PARAMETER_LOCATIONS:
        return False
    fields = getattr(reader.dependant, f"{location[0]}_params")
    return any(find_alias(field) in location[1:2] for field in fields)


def find_alias(field: Any) -> str:
    """Return the name under which a request has *field*."""
    info = field.field_info
    named = info.validation_alias
    choices = getattr(
        named,
        "choices",
        None,
    )
    first = choices[0] if choices else named
    return first if isinstance(first, str) else info.alias or field.name


def find_parameter_model(field: Any) -> type[BaseModel] | None:
    """Return the model whose fields are separate parameters, or None for a single parameter."""
    annotation = field.field_info.annotation
    members = [each for each in get_args(annotation) if each is not type(None)]
    if get_origin(annotation) is not None and len(members) == 1 and not _is_list(field):
        annotation = members[0]
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation if is_model else None


def _list_model_fields(model: type[BaseModel]) -> list[NamedField]:
    return [NamedField(name, info) for name, info in model.model_fields.items()]


def _is_documented(field: Any) -> bool:
    """Return whether *field* is part of the document, or needed although it is not."""
    is_shown = getattr(
        field.field_info,
        "include_in_schema",
        True,
    )
    return bool(is_shown or field.field_info.is_required())


def _is_list(field: Any) -> bool:
    """Return whether *field* takes several values."""
    annotation = field.field_info.annotation
    members = get_args(annotation) if _is_union(annotation) else [annotation]
    origins = [get_origin(member) or member for member in members]
    lists = (list, set, frozenset, tuple, Sequence)
    return any(origin in lists or origin is Sequence for origin in origins)


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, UnionType)


def _list_file_names(fields: Sequence[Any]) -> Iterator[str]:
    """Yield the names of the fields that hold files."""
    for field in fields:
        if isinstance(field.field_info, params.File):
            yield find_alias(field)


def _build_group(location: str, fields: Sequence[Any]) -> Any:
    """Return the model of all parameters of one *location*."""
    models = [find_parameter_model(field) for field in fields]
    if len(fields) == 1 and fields[0].field_info.is_required() and location != "header":
        only = models[0]
        if only is not None:
            return only
    described = {}
    for field, model in zip(
        fields,
        models,
        strict=True,
    ):
        if location == "header" and model is not None:
            for inner in _list_model_fields(model):
                described[inner.name] = describe_field(inner.field_info, _name_header(inner))
        else:
            described[field.name] = describe_field(field.field_info, find_alias(field))
    return build_model(location, described)


def _name_header(field: NamedField) -> str:
    """Return the header of a field of a model: with hyphens, unless it has an alias."""
    alias = find_alias(field)
    return alias.replace("_", "-") if alias == field.name else alias


def describe_field(
    info: Any,
    alias: str = "",
    *,
    is_file: bool = False,
) -> tuple[Any, Any]:
    """Return the annotation and the default of a field with the rules of *info*."""
    annotation = _replace_files(info.annotation) if is_file else info.annotation
    rules = [] if is_file else [*info.metadata]
    options: dict[str, Any] = {"alias": alias} if alias else {}
    if info.discriminator and not is_file:
        options["discriminator"] = info.discriminator
    if info.default_factory is not None:
        options["default_factory"] = info.default_factory
    elif not info.is_required():
        options["default"] = copy(info.default)
    if rules:
        parts: Any = (annotation, *rules)
        annotation = Annotated[parts]
    return annotation, Field(**options)


def _replace_files(annotation: Any) -> Any:
    """Return *annotation* with texts instead of files."""
    members = get_args(annotation)
    if not members:
        return FileText
    if _is_union(annotation):
        kinds = [each if each is type(None) else _replace_files(each) for each in members]
        return reduce(or_, kinds)
    return Annotated[list[FileText], Field(min_length=1, max_length=2)]


def build_model(name: str, fields: Mapping[str, tuple[Any, Any]]) -> Any:
    """Return a model with *fields*, which may have any names."""
    known = {key.lstrip("_") or "field": field for key, field in fields.items()}
    build: Callable[..., Any] = create_model
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names such as json, which Pydantic has itself
        config = ConfigDict(protected_namespaces=(), arbitrary_types_allowed=True)
        return build(
            name,
            __config__=config,
            **known,
        )
