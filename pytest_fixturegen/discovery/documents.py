"""The schemas of a document as models."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.introspection.readers.documents.contents import find_documents
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import is_openapi

DOCUMENT_KIND = "schema"
"""The kind of model that a schema of a document is."""

OPERATION_KIND = "operation"
"""The kind of what a description documents besides schemas."""


def find_description(target: Target) -> Path | None:
    """Return the path of the OpenAPI description that *target* is, or that its application has.

    Return None if it is something else: one schema of a description, or a module with models.
    """
    if not target.is_document:
        from pytest_fixturegen.discovery.applications import find_application

        return find_application(target) if target.qualname else None
    path = Path(target.file)
    return path if not target.qualname and is_openapi(load_document(path)) else None


def make_printable(text: str) -> str:
    """Return *text* with control characters as JSON would write them."""
    return text if text.isprintable() else repr(text)[1:-1]


def find_document_models(
    target: Target,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> list[FoundModel]:
    """Return the schemas of the document *target*, in the order of the document.

    Their names must match a pattern of *include*, if there are any, and no pattern of *exclude*.
    Raise DiscoveryError if no schema is left.
    """
    path = Path(target.file)
    found = [
        FoundModel(
            document,
            path.name,
            document.name,
            DOCUMENT_KIND,
        )
        for document in find_documents(path, target.qualname, target.addresses)
    ]
    chosen = [
        model
        for model in found
        if is_chosen(
            model.match_names,
            include,
            exclude,
        )
    ]
    if not chosen:
        raise DiscoveryError(
            f"None of the {len(found)} schemas of {path.name} is selected.",
            hint=f"Names look like {found[0].name!r}; patterns may use * and ?.",
            path=str(path),
        )
    return chosen
