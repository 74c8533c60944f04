"""Reads the code blocks of a document, and the requests and commands within them."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

FENCED_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REQUEST_LINE = re.compile(r"^(GET|POST|PUT|PATCH|DELETE) (\S+)$")


@dataclass(frozen=True)
class HttpRequest:
    """A request as a document writes it."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


def read_blocks(path: Path, language: str) -> list[str]:
    """Return the texts of all blocks of one *language*, in the order of the document."""
    text = path.read_text("utf-8")
    return [body for kind, body in FENCED_BLOCK.findall(text) if kind == language]


def read_requests(block: str) -> list[HttpRequest]:
    """Return the requests of a block: a request line, headers, an empty line and a body each."""
    requests: list[HttpRequest] = []
    for part in re.split(r"^#.*\n", block, flags=re.MULTILINE):
        lines = part.strip().splitlines()
        if not lines:
            continue
        found = REQUEST_LINE.match(lines[0])
        assert found, lines[0]
        head, _, body = "\n".join(lines[1:]).partition("\n\n")
        headers = dict(line.split(": ", 1) for line in head.splitlines())
        requests.append(HttpRequest(found[1], found[2], headers, body))
    return requests


def read_commands(block: str) -> list[list[str]]:
    """Return the words of each command of a shell block, without its comments."""
    lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    return [shlex.split(line) for line in lines]
