"""The page at ``/``: resources, rows, snapshots and statistics, in plain HTML and a little script of ours."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.server.responses import make_value_response

if TYPE_CHECKING:
    from pytest_fixturegen.server.app import App

PAGE_FOLDER = Path(__file__).parent / "page_files"
PAGE_FILES = {"page.js": "text/javascript", "page.css": "text/css"}
CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
"""Nothing is loaded from elsewhere, and no script stands in the page."""


async def show_page(app: App, request: Request) -> Response:
    """``GET /``: the page, or for a program that asks for JSON what there is."""
    if "application/json" in request.headers.get("accept", ""):
        return make_value_response(
            {
                "resources": [each.name for each in app.store.schema.resources],
                "openapi": "/openapi.json",
            }
        )
    return _make_file_response("page.html", "text/html")


async def show_file(app: App, request: Request, name: str) -> Response:
    """A file that the page needs."""
    return _make_file_response(name, PAGE_FILES[name])


def _make_file_response(name: str, media_type: str) -> Response:
    return Response(
        _read_file(name),
        200,
        {"content-security-policy": CONTENT_POLICY, "cache-control": "no-cache"},
        media_type,
    )


@cache
def _read_file(name: str) -> bytes:
    return (PAGE_FOLDER / name).read_bytes()
