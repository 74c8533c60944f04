"""A folder with an API file that ``pfg serve`` serves in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.documents.markdown_blocks import HttpRequest


class ServedFolder:
    """A fresh *folder*, in which commands run as a reader of the document would run them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.errors = ""

    def write(self, text: str, name: str = "api.yml") -> None:
        (self.folder / name).write_text(text, "utf-8")

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run ``pfg`` until it ends by itself."""
        return subprocess.run(
            self._build_command(words),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )

    @contextmanager
    def serve(self, *words: str) -> Iterator[httpx.Client]:
        """Yield a client of ``pfg serve api.yml`` with more *words*, on a free port.

        ``errors`` is then what the server wrote to standard error.
        """
        command = self._build_command(["serve", "api.yml", *words, "--port", "0"])
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=self.folder, stdout=pipe, stderr=pipe, text=True)
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            with httpx.Client(base_url=address, trust_env=False) as client:
                yield client
        finally:
            process.send_signal(signal.SIGINT)
            _, self.errors = process.communicate(timeout=30)
            assert process.returncode == 0

    @staticmethod
    def _build_command(words: Sequence[str]) -> list[str]:
        return [sys.executable, "-m", "pytest_fixturegen", *words]


def send(client: httpx.Client, request: HttpRequest) -> httpx.Response:
    """Send *request* exactly as the document writes it."""
    return client.request(
        request.method, request.path, headers=request.headers, content=request.body
    )
