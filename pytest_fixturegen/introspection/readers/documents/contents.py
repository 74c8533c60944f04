"""What a document contains: which of its schemas describe records, and their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pytest_fixturegen.errors import DiscoveryError, suggest_nearest
from pytest_fixturegen.introspection.readers.documents.data_contracts import (
    convert_contract,
    is_contract,
)
from pytest_fixturegen.introspection.readers.documents.dialects import (
    DRAFT_2020,
    Dialect,
    require_dialect,
)
from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.extraction import extract_schema
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.objects import to_record_name
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import (
    convert_openapi,
    is_openapi,
)
from pytest_fixturegen.introspection.readers.documents.resources import (
    ResourceSet,
    SchemaResource,
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
    """The *content* of a document, its *dialect*, and the pointer of each schema by its name."""

    content: Any
    dialect: Dialect
    pointers: Mapping[str, str]


def find_documents(
    path: Path,
    selector: str = "",
) -> list[Document]:
    """Return the schemas of the document at *path*: the one that *selector* names, or all.

    Raise DiscoveryError if there is none.
    """
    path = path.resolve()
    contents = read_contents(path)
    if selector:
        pointer = _find_pointer(
            path,
            contents,
            selector,
        )
        name = selector if not selector.startswith("#") else pointer.rpartition("/")[2]
        return [
            Document(
                path,
                selector,
                to_record_name(name or path.stem),
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
        )
    return list(documents.values())


def read_contents(path: Path) -> Contents:
    """Return the contents of the document at *path*."""
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


def _find_pointer(
    path: Path,
    contents: Contents,
    selector: str,
) -> str:
    """Return the pointer that *selector* means. Raise DiscoveryError if there is no such schema."""
    if selector.startswith("#"):
        return selector
    if selector in contents.pointers:
        return contents.pointers[selector]
    known = dict(contents.pointers)
    for keyword in ("$defs", "definitions"):
        names = contents.content.get(keyword) if isinstance(contents.content, dict) else None
        for name in names if isinstance(names, dict) else ():
            known.setdefault(name, f"#/{keyword}/{escape_step(name)}")
    for name, pointer in known.items():
        if selector in (name, to_record_name(name)):
            return pointer
    raise DiscoveryError(
        f"{path.name} has no schema {selector!r}.",
        hint=suggest_nearest(selector, known),
        path=str(path),
    )


def load_source(
    path: Path,
    selector: str,
) -> SchemaSource:
    """Return the schema that *selector* names in the document at *path*.

    Raise DiscoveryError if it cannot be read.
    """
    contents = read_contents(path)
    resources = ResourceSet(path)
    resource = resources.add_content(
        contents.content,
        path,
        contents.dialect,
    )
    pointer = (
        _find_pointer(
            path,
            contents,
            selector,
        )
        if selector
        else "#"
    )
    if pointer == "#":
        return SchemaSource(
            resources,
            resource,
            resource.dialect,
            contents.content,
            contents.content,
        )
    located = resources.resolve(pointer, resources.build_scope(resource))
    return SchemaSource(
        resources,
        located.scope.resource,
        contents.dialect,
        located.schema,
        extract_schema(contents.content, pointer),
    )
