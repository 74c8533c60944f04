"""The page at ``/``: resources, rows, snapshots and statistics, in plain HTML and a little script of ours."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.serve.answers import told

if TYPE_CHECKING:
    from pytest_fixturegen.serve.app import App

FOLDER = Path(__file__).parent / "page_files"
FILES = {"page.js": "text/javascript", "page.css": "text/css"}
POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
"""Nothing is loaded from elsewhere, and no script stands in the page."""


async def shown(app: App, request: Request) -> Response:
    """``GET /``: the page, or for a program that asks for JSON what there is."""
    if "application/json" in request.headers.get("accept", ""):
        return told({"resources": [each.name for each in app.store.schema.resources], "openapi": "/openapi.json"})
    return _file("page.html", "text/html")


async def part(app: App, request: Request, name: str) -> Response:
    """A file that the page needs."""
    return _file(name, FILES[name])


def _file(name: str, kind: str) -> Response:
    return Response(_read(name), 200, {"content-security-policy": POLICY, "cache-control": "no-cache"}, kind)


@cache
def _read(name: str) -> bytes:
    return (FOLDER / name).read_bytes()
