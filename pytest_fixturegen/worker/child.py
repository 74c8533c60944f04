"""The child: puts up the walls, imports the target, runs one job named by a dotted path, and speaks in frames.

What the target prints goes to standard error, so that nothing of it is ever taken for a result.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import site
import sys
import traceback
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from pytest_fixturegen.errors import FixturegenError, InternalError, UnsafeImportViolation
from pytest_fixturegen.sandbox.policy import SandboxPolicy
from pytest_fixturegen.worker.frames import ATTEMPT, END, ERROR, HELLO, FrameSender


def main() -> None:
    """Import what the arguments name; then read one request, a line of JSON, from standard input, and answer it on what was
    standard output.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends its child
    sender = FrameSender(os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    gc.disable()  # what is imported now stays
    for name in sys.argv[1:]:
        with suppress(ImportError):  # it is told when the job misses it
            importlib.import_module(name)
    request: dict[str, Any] = json.loads(sys.stdin.buffer.readline() or os._exit(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _enter_environment(request)
    try:
        _run_job(sender, request)
    except FixturegenError as error:
        sender.send_json(ERROR, error.to_json()["error"])
    except BrokenPipeError:  # the parent is gone
        os._exit(1)
    except Exception as error:
        traceback.print_exc()
        sender.send_json(ERROR, InternalError.from_exception(error).to_json()["error"])
    else:
        sender.send(END)
    sender.flush()
    sys.stdout.flush()
    os._exit(0)  # threads and exit handlers of the target are not waited for


def _enter_environment(request: dict[str, Any]) -> None:
    """Print to where the parent reads it, among the variables that *request* gives."""
    for stream in (1, 2):
        os.dup2(os.open(request["printed"], os.O_WRONLY | os.O_APPEND), stream)
    del request["printed"]
    os.environ.update(request.pop("environment"))


def _run_job(sender: FrameSender, request: dict[str, Any]) -> None:
    told = request.pop("policy")
    policy = SandboxPolicy.from_json(told) if told else None
    if policy:
        _set_up_sandbox(sender, policy)
    site.main()
    sys.path[:] = request.pop("path")
    module, _, name = request.pop("job").partition(":")
    job = getattr(importlib.import_module(module), name)
    if policy:
        from pytest_fixturegen.sandbox import audit

        audit.install_audit_hook(policy, sender.build_short_sender(ATTEMPT))
    gc.freeze()  # what is here now is neither looked at again nor found through the collector
    gc.enable()
    job(sender, **request)


def _set_up_sandbox(sender: FrameSender, policy: SandboxPolicy) -> None:
    """Put up what walls there are, and tell of them. Raises UnsafeImportViolation where some are missed that must be there."""
    from pytest_fixturegen.sandbox import walls

    layers = walls.enforce_policy(policy)
    if policy.is_strict and layers.missing:
        raise UnsafeImportViolation(
            f"This machine lacks what --sandbox strict asks for: {', '.join(layers.missing)}.",
            hint="Run with --sandbox auto to do without, on code that you know.",
            missing=list(layers.missing),
        )
    sender.send_json(HELLO, asdict(layers))


if __name__ == "__main__":
    main()
