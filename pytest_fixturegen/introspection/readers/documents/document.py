"""Documents as targets: a file, and the schema in it that describes the records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from pytest_fixturegen.errors import DiscoveryError, UsageError

SUFFIXES = (".json", ".yaml", ".yml")
"""Endings of files that are documents."""

DOCUMENT_TARGET = re.compile(r"(.+?\.(?:json|ya?ml))(?::(.+))?", re.IGNORECASE | re.DOTALL)
"""A document, and perhaps one of its schemas: a name, or a JSON pointer that begins with ``#``."""


class Document:
    """One schema of a document.

    *path* is the absolute path of the file, *selector* the schema in it: the name of a component,
    or a JSON pointer such as ``#/definitions/order``; empty for the document itself. *name* is the
    name of its records. References may lead to hosts with *addresses*, such as ``example.com:443``.
    A document has the attributes by which code names classes, so that it can
    be used wherever a model can.
    """

    def __init__(
        self,
        path: Path,
        selector: str,
        name: str,
        addresses: Sequence[str] = (),
    ) -> None:
        self.path = path
        self.addresses = tuple(addresses)
        self.selector = selector
        self.__name__ = self.__qualname__ = name
        self.__module__ = path.name
        self._version = read_version(path)

    @property
    def name(self) -> str:
        """The name of the records."""
        return str(self.__name__)

    @property
    def key(self) -> tuple[Any, ...]:
        """The identity of the document: path, version of the file, selector, allowed addresses."""
        return str(self.path), self._version, self.selector, self.addresses

    def __eq__(
        self,
        other: object,
    ) -> bool:
        """Return whether *other* is the same schema of the same file."""
        return isinstance(other, Document) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        """Return the name of the records: it names their random stream, so it has no path."""
        return self.name


class SchemaClass:
    """Stands in the shape of an object where the shape of a model has the class: it has a *name*.

    *path* is the file of its document.
    """

    def __init__(
        self,
        name: str,
        path: Path,
    ) -> None:
        self.__name__ = self.__qualname__ = name
        self.__module__ = path.name
        self.path = path

    def __repr__(self) -> str:
        return str(self.__name__)


def list_documents(path: Path) -> list[Document]:
    """Return the schemas of the document at *path*."""
    from pytest_fixturegen.introspection.readers.documents.contents import find_documents

    return find_documents(path)


def read_version(path: Path) -> tuple[int, int]:
    """Return the modification time (ns) and the size (bytes) of *path*, to detect changes."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # to read it raises the error that the user sees
        return 0, 0
    return status.st_mtime_ns, status.st_size


def is_document(target: Any) -> bool:
    """Return whether *target* is a document rather than a type."""
    return isinstance(target, Document)


def split_document(text: str) -> tuple[str, str] | None:
    """Return the file and the selector of a target such as ``openapi.yaml:Order``.

    Return None if *text* does not name a document.
    """
    match = DOCUMENT_TARGET.fullmatch(text)
    return (match[1], match[2] or "") if match else None


def document(
    target: str | Path,
    *,
    allow_net: Sequence[str] = (),
) -> type[dict[str, Any]]:
    """Return the document that *target* names, for functions that take a model.

    *target* is ``schema.json``, ``openapi.yaml:Order`` or ``contract.odcs.yaml:orders``; relative
    paths start at the current folder. The part after the colon names a component, a definition or
    a table, an operation such as ``POST /orders``, or is a JSON pointer that begins with ``#``. A
    document with one schema needs none.

    References are followed to files next to the document, and to hosts that *allow_net* names,
    such as ``schemas.example.com:443``.

    To type checkers the result is the type of the records.

    Raise UsageError if *target* is not a JSON or YAML file, and DiscoveryError if the file cannot
    be read, or has no such schema.
    """
    from pytest_fixturegen.introspection.readers.documents.contents import find_documents

    parts = split_document(str(target))
    if parts is None:
        raise UsageError(
            f"Invalid document: expected a file that ends in {', '.join(SUFFIXES)},"
            f" got {str(target)!r}.",
            hint="Name a document such as openapi.yaml:Order.",
        )
    path, selector = Path.cwd() / parts[0], parts[1]
    found = find_documents(path, selector, allow_net)
    if len(found) > 1:
        names = ", ".join(each.name for each in found[:12])
        raise DiscoveryError(
            f"{parts[0]} has {len(found)} schemas: expected the name of one.",
            hint=f"Name it after a colon, as in {parts[0]}:{found[0].selector}. Known: {names}.",
            path=parts[0],
        )
    return cast("type[dict[str, Any]]", found[0])
