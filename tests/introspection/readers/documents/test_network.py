"""References to hosts: only to those that the user allows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from pytest_fixturegen import FixturegenError, document, generate_instances

ANSWERS = {
    "/seven.json": b'{"$defs": {"seven": {"const": 7}}}',
    "/eight": b"$defs:\n  eight: {const: 8}\n",
}


class Schemas(BaseHTTPRequestHandler):
    """Answers with schemas, and redirects ``/away`` to a port where nobody listens."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/seven.json")
            self.end_headers()
            return
        self.send_response(200 if self.path in ANSWERS else 404)
        self.end_headers()
        self.wfile.write(ANSWERS.get(self.path, b""))

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Schemas) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def write(folder: Path, *references: str) -> Path:
    path = folder / "schema.json"
    path.write_text(json.dumps({"prefixItems": [{"$ref": each} for each in references]}))
    return path


def draw(path: Path, *addresses: str) -> Any:
    return next(generate_instances(document(path, allow_net=addresses), seed=0))


def test_references_lead_to_an_allowed_host(address: str, tmp_path: Path) -> None:
    base = f"http://{address}"
    path = write(tmp_path, f"{base}/seven.json#/$defs/seven", f"{base}/eight#/$defs/eight")
    content = json.loads(path.read_text()) | {"type": "array", "minItems": 2, "items": False}
    path.write_text(json.dumps(content))
    assert draw(path, address) == [7, 8]


def test_another_host_is_not_asked(address: str, tmp_path: Path) -> None:
    path = write(tmp_path, f"http://{address}/seven.json")
    with pytest.raises(FixturegenError, match="cannot resolve the reference") as raised:
        draw(path, "127.0.0.1:1")
    assert f"--allow-net {address}" in str(raised.value.hint)


@pytest.mark.parametrize(
    ("page", "message"), [("away", "which is not allowed"), ("none.json", "404")]
)
def test_a_host_that_has_no_schema_is_an_error(
    address: str, tmp_path: Path, page: str, message: str
) -> None:
    path = write(tmp_path, f"http://{address}/{page}")
    with pytest.raises(FixturegenError, match=message):
        draw(path, address)
