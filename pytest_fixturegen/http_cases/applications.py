"""Applications: which adapter reads the operations of each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.http_cases.operations import Operation


def list_operations(app: Any, schema: Mapping[str, Any] | None = None) -> list[Operation]:
    """Return the documented operations of *app*.

    *schema* is its OpenAPI document, if it is neither a FastAPI application nor has a method
    ``openapi`` that returns one.

    Raises:
        UsageError: If *app* has no document.
    """
    if schema is None and is_fastapi(app):
        from pytest_fixturegen.http_cases import fastapi_app

        return [*fastapi_app.list_operations(app)]
    if schema is None and not callable(
        getattr(
            app,
            "openapi",
            None,
        )
    ):
        raise build_no_document_error(app)
    from pytest_fixturegen.http_cases import openapi_app

    document = app.openapi() if schema is None else schema
    return [*openapi_app.list_operations(openapi_app.require_document(document))]


def is_fastapi(app: Any) -> bool:
    """Return whether *app* is a FastAPI application; one exists only if FastAPI is imported."""
    fastapi = sys.modules.get("fastapi")
    return fastapi is not None and isinstance(app, fastapi.FastAPI)


def build_no_document_error(app: Any) -> UsageError:
    """Return the error for an *app* whose operations are not known."""
    hint = "Pass the OpenAPI document of another application: pfg_requests(app, schema=document)."
    if find_spec("fastapi") is None:
        hint = f"{hint} FastAPI is not installed: pip install fastapi."
    return UsageError(
        f"Cannot read the operations of {type(app).__module__}.{type(app).__qualname__}: "
        "expected a FastAPI application, or one with an OpenAPI document.",
        hint=hint,
    )
