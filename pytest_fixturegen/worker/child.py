"""The child process: it puts up the walls, imports the target, runs one job and sends frames.

Everything that the target prints goes to standard error, so that none of it is taken for a result.
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

from pytest_fixturegen.errors import FixturegenError, UnsafeImportViolation
from pytest_fixturegen.sandbox.cpu_limit import limit_cpu
from pytest_fixturegen.sandbox.parent_guard import start_guard
from pytest_fixturegen.sandbox.policy import SandboxPolicy
from pytest_fixturegen.worker.frames import ATTEMPT, END, ERROR, HELLO, FrameSender
from pytest_fixturegen.worker.seal import Seal


def main() -> None:
    """Import the modules that the arguments name, then answer one request and exit.

    The request is a line of JSON on standard input; the frames go to the standard output that
    this process was started with.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which kills its child
    sender = FrameSender(os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    gc.disable()  # until the job starts nearly every new object stays: collecting wastes time
    for name in sys.argv[1:]:
        with suppress(ImportError):  # the job reports it if it needs the module
            importlib.import_module(name)
    request: dict[str, Any] = json.loads(sys.stdin.buffer.readline() or os._exit(0))
    parent_pipe = os.dup(0)  # it stays open as long as the parent lives
    os.dup2(
        os.open(os.devnull, os.O_RDONLY),
        0,
    )
    _enter_environment(request)
    seal = Seal(request.pop("seal"))
    spare_descriptor = os.dup(0)  # the target may use up all others
    try:
        _run_job(sender, request, parent_pipe, seal)
    except FixturegenError as error:
        sender.send_error(ERROR, error.to_json()["error"])
    except BrokenPipeError:  # the parent has exited
        os._exit(1)
    except Exception as error:  # the job runs the target's code, which may raise anything
        os.close(spare_descriptor)
        _send_job_error(sender, error, seal)
    else:
        sender.send(END)
    sender.flush()
    sys.stdout.flush()
    os._exit(0)  # without waiting for threads and exit handlers of the target


def _send_job_error(
    sender: FrameSender,
    error: Exception,
    seal: Seal,
) -> None:
    """Print and send the unexpected *error* of a job."""
    from pytest_fixturegen._internal.user_code import call_or_default
    from pytest_fixturegen.worker.job_errors import build_job_error

    call_or_default(traceback.print_exc, None)
    body = build_job_error(error).to_json()["error"]
    sender.send_error(
        ERROR,
        {**body, "seal": seal.get_text()},
    )


def _enter_environment(request: dict[str, Any]) -> None:
    """Send output to the file that *request* names, and set the variables that it lists."""
    output_path = request.pop("printed")
    for stream in (1, 2):
        os.dup2(
            os.open(output_path, os.O_WRONLY | os.O_APPEND),
            stream,
        )
    os.environ.update(request.pop("environment"))


def _run_job(
    sender: FrameSender,
    request: dict[str, Any],
    parent_pipe: int,
    seal: Seal,
) -> None:
    """Set up the walls of the sandbox, then import and run the job that *request* names.

    No policy means no sandbox. The audit hook comes after the import of the job. Without all
    layers, a guard ends this process when the one at the other end of *parent_pipe* ends.
    """
    limit_cpu(request.pop("cpu_seconds"))
    policy_json = request.pop("policy")
    policy = SandboxPolicy.from_json(policy_json) if policy_json else None
    has_all_layers = policy is not None and _set_up_sandbox(sender, policy)
    if not has_all_layers:
        start_guard(parent_pipe)
    os.close(parent_pipe)
    # From here on, code that is not ours may run: installed .pth files, then the target.
    site.main()
    sys.path[:] = request.pop("path")
    module, _, name = request.pop("job").partition(":")
    job = getattr(importlib.import_module(module), name)
    if policy:
        from pytest_fixturegen.sandbox import audit

        audit.install_audit_hook(policy, sender.build_short_sender(ATTEMPT))
    # The target may have whole numbers of any length; the limits of time end what takes long.
    with suppress(AttributeError):  # Python 3.10.6 and earlier
        sys.set_int_max_str_digits(0)
    gc.freeze()  # the target cannot reach existing objects through the collector
    gc.enable()
    seal.take_inventory()
    job(sender, **request)


def _set_up_sandbox(sender: FrameSender, policy: SandboxPolicy) -> bool:
    """Put up the walls and report them. Return whether none of them is missing.

    Raise UnsafeImportViolation if the policy is strict and a layer is missing.
    """
    from pytest_fixturegen.sandbox import walls

    layers = walls.enforce_policy(policy)
    if policy.is_strict and layers.missing:
        raise UnsafeImportViolation(
            f"This machine lacks layers that --sandbox strict needs: {', '.join(layers.missing)}.",
            hint="Run code that you know with --sandbox auto, which does without them.",
            missing=list(layers.missing),
        )
    sender.send_json(HELLO, asdict(layers))
    return not layers.missing


if __name__ == "__main__":
    main()
