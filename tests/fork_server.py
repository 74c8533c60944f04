"""The process from which tests fork children of the sandbox: see :mod:`tests.forked_children`.

It imports what a prestarted child imports, and nothing of pytest.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
import time
from collections.abc import Mapping
from typing import Any

PRELOADED = (
    "pytest_fixturegen.worker.child",
    "pytest_fixturegen.worker.jobs",
    "pytest_fixturegen.worker.list_job",
    "pytest_fixturegen.api.generate",
    "pytest_fixturegen.generator.generate",
    "pytest_fixturegen.strategies.planner",
    "pytest_fixturegen.providers.by_name",
    "pytest_fixturegen.worker.model_imports",
    "pytest_fixturegen.config.sources",
    "pytest_fixturegen.discovery.django_setup",
    "pytest_fixturegen.discovery.folder_models",
    "pytest_fixturegen.discovery.importer",
    "pytest_fixturegen.discovery.plain_models",
    "pydantic.main",
    "pydantic.networks",
    "pydantic.plugin._loader",
    "pydantic.type_adapter",
)
"""Installed code that children import."""


MAX_REQUEST = 1 << 20
DESCRIPTOR_COUNT = 3
"""The standard descriptors of a child."""


def serve(descriptor: int) -> None:
    """Import what children need, and answer the requests that come through the socket."""
    preload()
    gc.freeze()
    answer_requests(socket.socket(fileno=descriptor))


def preload() -> None:
    """Import what children import. Nothing is drawn: the plugins are those of each child."""
    for name in PRELOADED:
        __import__(name)


def answer_requests(connection: socket.socket) -> None:
    """Fork a child for each request, until the other end of the socket is closed."""
    while True:
        text, descriptors, _, _ = socket.recv_fds(connection, MAX_REQUEST, DESCRIPTOR_COUNT)
        if not text:
            return
        connection.send(b"%d" % fork_orphan(json.loads(text), descriptors))
        for each in descriptors:
            os.close(each)


def fork_orphan(request: Mapping[str, Any], descriptors: list[int]) -> int:
    """Return the process ID of a new child that the process which wants it adopts.

    The child of the sandbox checks who its parent is, so the process between them exits first.
    """
    reader, writer = os.pipe()
    between = os.fork()
    if between == 0:
        own = os.getpid()
        child = os.fork()
        if child == 0:
            while os.getppid() == own:
                time.sleep(0.0005)
            run_child(request, descriptors)
        os.write(writer, b"%d" % child)
        os._exit(0)
    os.waitpid(between, 0)
    os.close(writer)
    child = int(os.read(reader, 32))
    os.close(reader)
    return child


def run_child(request: Mapping[str, Any], descriptors: list[int]) -> None:
    """Become the child that *request* describes."""
    from pytest_fixturegen.worker import child

    os.setsid()
    for target, descriptor in enumerate(descriptors):
        os.dup2(descriptor, target)
    os.closerange(DESCRIPTOR_COUNT, os.sysconf("SC_OPEN_MAX"))
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.dont_write_bytecode = True
    sys.argv[:] = ["-c", *request["words"][:-1]]
    sys.path[:] = [*clean_path(), *request["words"][-1].split(os.pathsep)]
    child.main()


def clean_path() -> list[str]:
    """Return the search path of a Python without site packages."""
    return [entry for entry in sys.path if entry and entry.startswith(sys.base_prefix)]
