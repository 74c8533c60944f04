"""The page at ``/``: resources, rows, snapshots and statistics in plain HTML and one script."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.server.responses import make_value_response
from pytest_fixturegen.server.state import AppState

PAGE_FOLDER = Path(__file__).parent / "page_files"
PAGE_FILES = {"page.js": "text/javascript", "page.css": "text/css"}
CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""Content-Security-Policy: load nothing from elsewhere, run no inline script."""


async def show_page(state: AppState, request: Request) -> Response:
    """Answer ``GET /`` with the page, or with an overview for a program that accepts JSON."""
    if "application/json" in request.headers.get("accept", ""):
        names = [resource.name for resource in state.store.schema.resources]
        return make_value_response({"resources": names, "openapi": "/openapi.json"})
    return _make_file_response("page.html", "text/html")


async def show_file(
    state: AppState,
    request: Request,
    name: str,
) -> Response:
    """Return a file of the page, one of PAGE_FILES."""
    return _make_file_response(name, PAGE_FILES[name])


def _make_file_response(name: str, media_type: str) -> Response:
    """Return the response with a file of the page, which browsers revalidate before each use."""
    headers = {
        "content-security-policy": CONTENT_POLICY,
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
    }
    return Response(
        _read_file(name),
        200,
        headers,
        media_type,
    )


@cache
def _read_file(name: str) -> bytes:
    return (PAGE_FOLDER / name).read_bytes()
