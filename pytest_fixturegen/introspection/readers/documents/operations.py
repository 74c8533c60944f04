"""The operations of OpenAPI descriptions: parameters, bodies, responses, places of schemas.

The reader follows references of path items, parameters, bodies, responses, headers and examples,
also to files next to the description. Schemas are not copied: a :class:`SchemaPlace` holds the
file and the JSON pointer of a schema, and :func:`make_document` names it for the functions that
draw and validate records. Parts that do not conform to OpenAPI are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag

from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import (
    convert_openapi,
    is_openapi,
)
from pytest_fixturegen.introspection.readers.documents.resources import escape_step, split_pointer

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

LOCATIONS = ("path", "query", "header", "cookie")
"""Where a parameter can be."""

IGNORED_HEADERS = ("accept", "content-type", "authorization")
"""Parameters that OpenAPI says to ignore: other parts of the description say what they hold."""

DEFAULT_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}

MAX_REFERENCES = 100
"""References that lead to each other, at most; more are a circle."""


class SchemaPlace(NamedTuple):
    """A schema of a description: its *file*, its *pointer* there, and the *schema* as written."""

    file: Path
    pointer: str
    schema: Any


class MediaType(NamedTuple):
    """A form of a body: its *name* such as ``application/json``, its schema, and its examples.

    *examples* are by name; the single ``example`` has the name ``""``.
    """

    name: str
    schema: SchemaPlace | None
    examples: Mapping[str, Any]

    @property
    def is_json(self) -> bool:
        """Whether the bodies are JSON, such as those of ``application/problem+json``."""
        return is_json_type(self.name)


class Parameter(NamedTuple):
    """A parameter. *location* is ``path``, ``query``, ``header`` or ``cookie``.

    *media_type* is the form of a value that is one text in a format such as JSON, or empty.
    """

    name: str
    location: str
    is_required: bool
    schema: SchemaPlace | None
    style: str
    explode: bool
    media_type: str
    examples: Mapping[str, Any]


class RequestBody(NamedTuple):
    """The body of a request in each of its forms."""

    is_required: bool
    content: tuple[MediaType, ...]


class ResponseHeader(NamedTuple):
    """A header of a response."""

    name: str
    is_required: bool
    schema: SchemaPlace | None
    examples: Mapping[str, Any]


class DocumentedResponse(NamedTuple):
    """A response. *status* is a number, a range such as ``4XX``, or ``default``."""

    status: str
    description: str
    headers: tuple[ResponseHeader, ...]
    content: tuple[MediaType, ...]


class DocumentedOperation(NamedTuple):
    """One operation of a description: a method of a path.

    *path* is a template such as ``/pets/{petId}``, or the name of a webhook if *is_webhook*.
    *servers* are the addresses of this operation if they differ from those of the description.
    """

    method: str
    path: str
    pointer: str
    operation_id: str
    summary: str
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[DocumentedResponse, ...]
    servers: tuple[str, ...]
    is_webhook: bool

    @property
    def name(self) -> str:
        """The method and the path."""
        return f"{self.method} {self.path}"

    def list_parameters(self, location: str) -> list[Parameter]:
        """Return the parameters at *location*."""
        return [each for each in self.parameters if each.location == location]

    def find_response(self, status: int) -> DocumentedResponse | None:
        """Return the documented response for *status*, its range (4XX) or the default, or None."""
        known = {each.status: each for each in self.responses}
        names = (str(status), f"{status // 100}XX", "default")
        return next((known[name] for name in names if name in known), None)


class Description(NamedTuple):
    """An OpenAPI description. *servers* are addresses with the defaults of their variables."""

    path: Path
    title: str
    content: Mapping[str, Any]
    servers: tuple[str, ...]
    operations: tuple[DocumentedOperation, ...]


def is_json_type(name: str) -> bool:
    """Return whether the media type *name* is JSON."""
    plain = name.partition(";")[0].strip().lower()
    return plain in ("application/json", "text/json") or plain.endswith("+json")


def make_document(place: SchemaPlace, name: str) -> Document:
    """Return the schema at *place* as a target, whose records are called *name*."""
    return Document(
        place.file,
        place.pointer,
        name,
    )


def read_description(path: Path) -> Description:
    """Return the description in the file at *path*, with its webhooks among the operations.

    Raise DiscoveryError if it cannot be read, or is not OpenAPI of a supported version.
    """
    content = load_document(path)
    if not is_openapi(content):
        raise DiscoveryError(
            f"{path.name} has no operations: expected an OpenAPI description.",
            hint="Name a file that begins with 'openapi: 3.1.0'.",
            path=str(path),
        )
    convert_openapi({"openapi": content.get("openapi", content.get("swagger"))}, path)
    info = _get_mapping(content, "info")
    return Description(
        path,
        str(info.get("title") or path.stem),
        content,
        _read_servers(content),
        tuple(_OperationReader(path, content).iter_operations()),
    )


def read_served_description(path: Path) -> Description:
    """Return the description at *path* with the operations that a mock of it serves.

    The mock of a description that has webhooks alone receives them: the webhook ``newPet`` at the
    path ``/newPet``.
    """
    description = read_description(path)
    if all(operation.is_webhook for operation in description.operations):
        receivers = tuple(map(_make_receiver, description.operations))
        return description._replace(operations=receivers)
    return description


def _make_receiver(webhook: DocumentedOperation) -> DocumentedOperation:
    """Return the operation of a receiver of *webhook*."""
    return webhook._replace(path=f"/{webhook.path.lstrip('/')}", is_webhook=False)


class _Part(NamedTuple):
    """A part of a description: its file, its pointer there, and its value."""

    file: Path
    pointer: str
    value: Any

    def enter(self, *steps: str | int) -> _Part:
        """Return the part below this one; its value is None if it is missing."""
        value, pointer = self.value, self.pointer
        for step in steps:
            pointer = f"{pointer}/{escape_step(str(step))}"
            if isinstance(value, Mapping):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
            else:
                value = None
        return _Part(
            self.file,
            pointer,
            value,
        )

    def get(self, key: str) -> Any:
        """Return the value of *key*; None if this part is not an object."""
        return self.value.get(key) if isinstance(self.value, Mapping) else None

    def list_keys(self) -> list[str]:
        """Return the keys of this part, without extensions; nothing if it is not an object."""
        keys = self.value if isinstance(self.value, Mapping) else ()
        return [key for key in keys if not key.startswith("x-")]


class _OperationReader:
    """Reads the operations of the description *content* in the file at *path*."""

    def __init__(
        self,
        path: Path,
        content: Any,
    ) -> None:
        self._root = _Part(
            path,
            "#",
            content,
        )

    def iter_operations(self) -> Iterator[DocumentedOperation]:
        """Yield the operations of all paths, then those of all webhooks."""
        for table in ("paths", "webhooks"):
            part = self._root.enter(table)
            for path in part.list_keys():
                item = self._resolve(part.enter(path))
                is_webhook = table == "webhooks"
                yield from self._iter_methods(
                    path,
                    item,
                    is_webhook=is_webhook,
                )

    def _iter_methods(
        self,
        path: str,
        item: _Part,
        *,
        is_webhook: bool,
    ) -> Iterator[DocumentedOperation]:
        """Yield the operation of each method that the path *item* has."""
        for method in METHODS:
            part = item.enter(method)
            if isinstance(part.value, Mapping):
                yield DocumentedOperation(
                    method.upper(),
                    path,
                    part.pointer,
                    str(part.get("operationId") or ""),
                    str(part.get("summary") or ""),
                    self._read_parameters(item, part),
                    self._read_body(part),
                    tuple(self._iter_responses(part.enter("responses"))),
                    _read_servers(part.value) or _read_servers(item.value),
                    is_webhook,
                )

    def _read_parameters(
        self,
        item: _Part,
        operation: _Part,
    ) -> tuple[Parameter, ...]:
        """Return the parameters of *operation*; they replace those of its path *item*."""
        known: dict[tuple[str, str], Parameter] = {}
        for owner in (item, operation):
            for part in _list_items(owner.enter("parameters")):
                parameter = self._read_parameter(self._resolve(part))
                if parameter is not None:
                    known[parameter.location, parameter.name] = parameter
        return tuple(known.values())

    def _read_parameter(self, part: _Part) -> Parameter | None:
        """Return the parameter of *part*; None if it is not one, or another part describes it."""
        name, location = part.get("name"), part.get("in")
        if not isinstance(name, str) or location not in LOCATIONS:
            return None
        if location == "header" and name.lower() in IGNORED_HEADERS:
            return None
        media_type, schema = self._read_value(part)
        style = str(part.get("style") or DEFAULT_STYLES[location])
        explode = part.get("explode")
        return Parameter(
            name,
            location,
            bool(part.get("required")) or location == "path",
            schema,
            style,
            explode if isinstance(explode, bool) else style == "form",
            media_type,
            self._read_examples(part),
        )

    def _read_value(self, part: _Part) -> tuple[str, SchemaPlace | None]:
        """Return the media type, or nothing, and the schema of a parameter or a header."""
        content = self._read_content(part.enter("content"))
        if content:
            return content[0].name, content[0].schema
        return "", _read_schema(part)

    def _read_body(self, operation: _Part) -> RequestBody | None:
        """Return the body of the requests of *operation*; None if it has none."""
        part = self._resolve(operation.enter("requestBody"))
        if not isinstance(part.value, Mapping):
            return None
        content = self._read_content(part.enter("content"))
        return RequestBody(bool(part.get("required")), content)

    def _iter_responses(self, responses: _Part) -> Iterator[DocumentedResponse]:
        """Yield the response of each status, with ranges in capital letters."""
        for status in responses.list_keys():
            part = self._resolve(responses.enter(status))
            text = str(status)
            yield DocumentedResponse(
                text.upper() if text[:1].isdigit() else text,
                str(part.get("description") or ""),
                tuple(self._iter_headers(part.enter("headers"))),
                self._read_content(part.enter("content")),
            )

    def _iter_headers(self, headers: _Part) -> Iterator[ResponseHeader]:
        """Yield the headers of a response, except its media type."""
        for name in headers.list_keys():
            part = self._resolve(headers.enter(name))
            if str(name).lower() != "content-type":
                _, schema = self._read_value(part)
                is_required = bool(part.get("required"))
                yield ResponseHeader(
                    str(name),
                    is_required,
                    schema,
                    self._read_examples(part),
                )

    def _read_content(self, content: _Part) -> tuple[MediaType, ...]:
        """Return the forms of a body."""
        parts = [(name, self._resolve(content.enter(name))) for name in content.list_keys()]
        return tuple(
            MediaType(
                str(name),
                _read_schema(part),
                self._read_examples(part),
            )
            for name, part in parts
        )

    def _read_examples(self, part: _Part) -> dict[str, Any]:
        """Return the examples of *part* by name; the single one has no name."""
        found: dict[str, Any] = {}
        if isinstance(part.value, Mapping) and "example" in part.value:
            found[""] = part.value["example"]
        named = part.enter("examples")
        for name in named.list_keys():
            example = self._resolve(named.enter(name)).value
            if isinstance(example, Mapping) and "value" in example:
                found[str(name)] = example["value"]
        return found

    def _resolve(self, part: _Part) -> _Part:
        """Return *part*, or what its ``$ref`` leads to."""
        for _ in range(MAX_REFERENCES):
            reference = part.get("$ref")
            if not isinstance(reference, str):
                return part
            part = self._follow(reference, part)
        raise self._build_error(
            reference,
            part.file,
            "it leads to itself",
        )

    def _follow(
        self,
        reference: str,
        source: _Part,
    ) -> _Part:
        """Return the part that *reference* in *source* leads to."""
        address, fragment = urldefrag(reference)
        file = source.file.parent / unquote(address) if address else source.file
        if address and not file.is_file():
            raise self._build_error(
                reference,
                source.file,
                "there is no such file beside it",
            )
        root = self._root.value if file == self._root.file else load_document(file)
        part = _Part(
            file,
            "#",
            root,
        )
        steps = split_pointer(unquote(fragment))
        for step in steps:
            is_item = isinstance(part.value, list) and step.isdigit()
            part = part.enter(int(step) if is_item else step)
        if part.value is None:
            raise self._build_error(
                reference,
                source.file,
                "nothing is there",
            )
        return part

    def _build_error(
        self,
        reference: str,
        file: Path,
        problem: str,
    ) -> DiscoveryError:
        """Return the error of a *reference* in *file* that cannot be followed."""
        return DiscoveryError(
            f"{file.name}: cannot resolve the reference {reference!r:.200}: {problem}.",
            hint="Correct it, or put the file beside the description.",
            path=str(file),
            reference=reference,
        )


def _list_items(part: _Part) -> list[_Part]:
    """Return the items of a list; nothing if *part* is not one."""
    count = len(part.value) if isinstance(part.value, list) else 0
    return [part.enter(number) for number in range(count)]


def _read_schema(part: _Part) -> SchemaPlace | None:
    """Return the place of the schema of *part*; None if it has none."""
    schema = part.enter("schema")
    if not isinstance(schema.value, Mapping | bool):
        return None
    return SchemaPlace(
        schema.file,
        schema.pointer,
        schema.value,
    )


def _read_servers(owner: Any) -> tuple[str, ...]:
    """Return the addresses of the servers of *owner*, with the defaults of their variables."""
    servers = owner.get("servers") if isinstance(owner, Mapping) else None
    found = servers if isinstance(servers, list) else ()
    addresses = [_format_server(each) for each in found if isinstance(each, Mapping)]
    return tuple(dict.fromkeys(each for each in addresses if each))


def _format_server(server: Mapping[str, Any]) -> str:
    """Return the address of *server* with its variables replaced by their defaults."""
    address = str(server.get("url") or "")
    variables = _get_mapping(server, "variables")
    for name, variable in variables.items():
        default = variable.get("default", "") if isinstance(variable, Mapping) else ""
        address = address.replace("{" + str(name) + "}", str(default))
    return address


def _get_mapping(owner: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the object at *key* of *owner*; an empty one if it is missing."""
    value = owner.get(key)
    return value if isinstance(value, Mapping) else {}
