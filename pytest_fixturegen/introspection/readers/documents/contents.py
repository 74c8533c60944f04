"""Contents of a document: which of its schemas describe records, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from pytest_fixturegen.errors import DiscoveryError, suggest_nearest
from pytest_fixturegen.introspection.readers.documents.data_contracts import (
    CONTRACT_KIND,
    FOREIGN_KEYS,
    UNIQUE_KEYS,
    convert_contract,
    is_contract,
)
from pytest_fixturegen.introspection.readers.documents.dialects import (
    DRAFT_2020,
    Dialect,
    require_dialect,
)
from pytest_fixturegen.introspection.readers.documents.directions import (
    Direction,
    hide_properties,
)
from pytest_fixturegen.introspection.readers.documents.discriminators import add_discriminators
from pytest_fixturegen.introspection.readers.documents.document import Document, read_version
from pytest_fixturegen.introspection.readers.documents.extraction import extract_schema
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.objects import to_record_name
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import (
    convert_openapi,
    is_openapi,
)
from pytest_fixturegen.introspection.readers.documents.operation_bodies import Body, find_body
from pytest_fixturegen.introspection.readers.documents.resources import (
    ResourceSet,
    SchemaResource,
    encode_pointer,
    escape_step,
)

ANNOTATIONS = frozenset(
    "$schema $id id $comment title description definitions $defs version".split()
)
"""Keywords that limit no value: a schema with these only holds definitions for others."""

API_KEY = "resources"
"""The key of an API file of ``pfg serve``; no keyword of a schema has this name."""

MAX_TITLE_LENGTH = 40
"""Characters of a title that names records; longer ones are sentences."""

COMPONENTS = "#/components/schemas/"

DIRECTED = re.compile(r"(\S+) (request|response)")
"""A component as it is sent, or as it is received."""


class SchemaSource(NamedTuple):
    """One schema of a document, ready to be read.

    *schema* belongs to *resource* of *resources*. *validated* is what jsonschema-rs validates.
    """

    resources: ResourceSet
    resource: SchemaResource
    dialect: Dialect
    schema: Any
    validated: Any


class Contents(NamedTuple):
    """The *content* of a document, its *dialect*, and the pointer of each schema by its name.

    *is_api* says that it is an OpenAPI description.
    """

    content: Any
    dialect: Dialect
    pointers: Mapping[str, str]
    is_api: bool = False


def find_documents(
    path: Path,
    selector: str = "",
    addresses: Sequence[str] = (),
) -> list[Document]:
    """Return the schemas of the document at *path*: the one that *selector* names, or all.

    References may lead to hosts with *addresses*.

    Raise DiscoveryError if nothing is found.
    """
    path = path.resolve()
    contents = read_contents(path)
    if selector:
        body = _find_body(
            path,
            contents,
            selector,
        )
        return [
            Document(
                path,
                selector,
                to_record_name(body.name or path.stem),
                addresses,
            )
        ]
    if not contents.pointers:
        raise DiscoveryError(
            f"{path.name} has no schemas.",
            hint="Name a JSON Schema, an OpenAPI description with components, or a data contract.",
            path=str(path),
        )
    documents = {}
    for name, pointer in contents.pointers.items():
        record_name = to_record_name(name)
        while record_name in documents:
            record_name += "_"
        selector = "" if pointer == "#" else name
        documents[record_name] = Document(
            path,
            selector,
            record_name,
            addresses,
        )
    return list(documents.values())


def list_keys(document: Document) -> tuple[list[list[str]], list[list[str]]]:
    """Return the keys of *document*, which only data contracts declare.

    The first are the properties of each key of which no two records have equal values, the others
    pairs of a property and the one of another schema, such as ``customers.id``, that it refers to.
    """
    content = read_contents(document.path).content
    if not isinstance(content, dict) or content.get("kind") != CONTRACT_KIND:
        return [], []
    schemas = content["components"]["schemas"]
    schema = schemas.get(document.selector, {})
    references = [
        pair for pair in schema.get(FOREIGN_KEYS, []) if pair[1].partition(".")[0] in schemas
    ]
    return schema.get(UNIQUE_KEYS, []), references


def read_contents(path: Path) -> Contents:
    """Return the contents of the document at *path*."""
    return _read_version(path, read_version(path))


@lru_cache(maxsize=64)
def _read_version(
    path: Path,
    version: tuple[int, int],
) -> Contents:
    """Return the contents of the document at *path*, which change with its *version*."""
    content = load_document(path)
    if is_contract(content):
        content = convert_contract(content)
        names = content["components"]["schemas"]
        pointers = {name: f"{COMPONENTS}{escape_step(name)}" for name in names}
        return Contents(
            content,
            DRAFT_2020,
            pointers,
        )
    if is_openapi(content):
        content, dialect = convert_openapi(content, path)
        components = content.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        names = schemas if isinstance(schemas, dict) else {}
        pointers = {name: f"{COMPONENTS}{escape_step(name)}" for name in names}
        return Contents(
            content,
            dialect,
            pointers,
            is_api=True,
        )
    if not isinstance(content, dict | bool):
        raise DiscoveryError(
            f"{path.name} is not a schema: expected an object, got {type(content).__name__}.",
            hint="Name a JSON Schema, an OpenAPI description or a data contract.",
            path=str(path),
        )
    if isinstance(content, dict) and API_KEY in content:
        raise DiscoveryError(
            f"{path.name} is not a schema document: it describes the resources of a mock API.",
            hint=f"Run pfg serve {path.name}.",
            path=str(path),
        )
    dialect = require_dialect(content, path.name)
    return Contents(
        content,
        dialect,
        dict(_list_schemas(content, path)),
    )


def _list_schemas(
    content: Any,
    path: Path,
) -> Iterator[tuple[str, str]]:
    """Yield the name and the pointer of each schema that describes records."""
    if isinstance(content, bool) or not content.keys() <= ANNOTATIONS:
        yield _name_root(content, path), "#"
        return
    tables = {keyword: content.get(keyword) for keyword in ("$defs", "definitions")}
    for keyword, table in tables.items():
        for name in table if isinstance(table, dict) else ():
            yield name, f"#/{keyword}/{escape_step(name)}"
    if not any(tables.values()):
        yield _name_root(content, path), "#"


def _name_root(
    content: Any,
    path: Path,
) -> str:
    """Return the name of the records of a document: its short title, or the name of the file."""
    title = content.get("title") if isinstance(content, dict) else None
    if isinstance(title, str) and 0 < len(title.strip()) <= MAX_TITLE_LENGTH:
        return title.strip()
    return path.name.partition(".")[0]


def _find_body(
    path: Path,
    contents: Contents,
    selector: str,
) -> Body:
    """Return the pointer, the direction and the name of the records that *selector* means.

    Raise DiscoveryError if the document has no such schema.
    """
    if contents.is_api:
        body = find_body(path, contents.content, selector)
        if body is not None:
            return body._replace(pointer=encode_pointer(body.pointer))
        match = DIRECTED.fullmatch(selector)
        if match is not None:
            direction: Direction = "request" if match[2] == "request" else "response"
            return Body(_find_pointer(path, contents, match[1]), direction, match[1])
    pointer = _find_pointer(path, contents, selector)
    name = unquote(pointer).rpartition("/")[2] if selector.startswith("#") else selector
    return Body(pointer, "", name)


def _find_pointer(
    path: Path,
    contents: Contents,
    selector: str,
) -> str:
    """Return the JSON pointer for *selector*. Raise DiscoveryError if it matches no schema."""
    if selector.startswith("#"):
        return encode_pointer(selector)
    if selector in contents.pointers:
        return encode_pointer(contents.pointers[selector].replace("%", "%25"))
    known = dict(contents.pointers)
    for keyword in ("$defs", "definitions"):
        names = contents.content.get(keyword) if isinstance(contents.content, dict) else None
        for name in names if isinstance(names, dict) else ():
            known.setdefault(name, f"#/{keyword}/{escape_step(name)}")
    for name, pointer in known.items():
        if selector in (name, to_record_name(name)):
            return encode_pointer(pointer.replace("%", "%25"))
    raise DiscoveryError(
        f"{path.name} has no schema {selector!r}.",
        hint=suggest_nearest(selector, known),
        path=str(path),
    )


def load_source(document: Document) -> SchemaSource:
    """Return the schema that *document* names.

    Raise DiscoveryError if it cannot be read.
    """
    path, selector = document.path, document.selector
    contents = read_contents(path)
    body = _find_body(path, contents, selector) if selector else Body("#", "", "")
    content, readable = _prepare(path, read_version(path), body.direction)
    resources = ResourceSet(path, document.addresses)
    resource = resources.add_content(
        readable,
        path,
        contents.dialect,
    )
    if body.pointer == "#":
        return SchemaSource(
            resources,
            resource,
            resource.dialect,
            readable,
            content,
        )
    located = resources.resolve(body.pointer, resources.build_scope(resource))
    return SchemaSource(
        resources,
        located.scope.resource,
        contents.dialect,
        located.schema,
        extract_schema(content, body.pointer),
    )


@lru_cache(maxsize=8)
def _prepare(
    path: Path,
    version: tuple[int, int],
    direction: Direction,
) -> tuple[Any, Any]:
    """Return the content of the document at *path* for records of *direction*, twice.

    The first is what records are validated by. The second, by which they are drawn, also says what
    no validator reads: discriminators, and that responses have no properties that are write-only.
    """
    contents = _read_version(path, version)
    content = contents.content
    if not contents.is_api:
        return content, content
    if direction:
        content = hide_properties(content, direction)
        return content, add_discriminators(content)
    return content, add_discriminators(hide_properties(content, direction))
