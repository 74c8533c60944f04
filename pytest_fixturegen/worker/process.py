"""The child as the parent runs it: start, limits, frames. The parent never imports the target."""

from __future__ import annotations

import json
import logging
import os
import select
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.file_locks import open_locked_folder
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import replace_controls
from pytest_fixturegen.sandbox import bytecode, environment, prestart
from pytest_fixturegen.sandbox.attempts import Attempt
from pytest_fixturegen.sandbox.policy import SandboxPolicy
from pytest_fixturegen.worker.child_pipe import ChildPipe
from pytest_fixturegen.worker.frames import Channel, FrameStream
from pytest_fixturegen.worker.relay import ChildRun, build_run, relay_frames
from pytest_fixturegen.worker.usage import is_asleep
from pytest_fixturegen.worker.watchdog import Watchdog

MAX_OUTPUT_START = 64 << 10
MAX_OUTPUT_END = 4 << 10
"""Bytes of the target's own output that are shown: its start and its end."""

log = logging.getLogger(__name__)


@contextmanager
def run_child(
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    attempts: dict[Attempt, None] | None = None,
    *,
    is_silent: bool = False,
) -> Iterator[FrameStream]:
    """Run *job*, a ``module:function``, in a child, and yield an iterator of its frames.

    *request* holds the job's arguments. *attempts* receives the forbidden actions that the target
    tries, quiet ones too. If *is_silent*, layers and output are not logged.

    The iterator raises the error that the child sends, and UnsafeImportViolation if the target
    tries a forbidden action, breaks the channel or exceeds a limit.
    """
    with open_locked_folder(environment.RUN_FOLDER_PREFIX) as folder:
        scratch = folder / "scratch"
        scratch.mkdir()
        policy = _build_policy(request, imports, scratch)
        if policy is None and not is_silent:
            log.warning("sandbox: off; the target runs with all your rights")
        bytecode.ensure_compiled()
        variables = _build_variables(imports, scratch, policy)
        # A prestarted child has no granted variables, and it inherits no others.
        use_prestarted = policy is not None and not imports.allow_env
        output_path = folder / "printed"
        with (
            output_path.open("wb") as output_file,
            prestart.take_child(variables, output_file, use_prestarted=use_prestarted) as child,
        ):
            run = build_run(
                child,
                _open_channel(child),
                job,
                request,
                imports,
                attempts,
                is_silent=is_silent,
            )
            setup = _build_setup(job, request, policy, variables, output_path)
            setup |= {"seal": run.seal, "cpu_seconds": run.cpu_seconds}
            with _watch_run(run, policy, scratch):
                _send_request(child, setup | request)
                run.budget.stop_waiting()
                yield relay_frames(run)
        if not is_silent:
            _log_output(output_path)


def _open_channel(child: subprocess.Popen[bytes]) -> Channel:
    """Return the channel to *child*; where pipes cannot be polled (Windows), the pipe itself."""
    assert child.stdout is not None
    return ChildPipe(child.stdout.fileno()) if hasattr(select, "poll") else child.stdout


@contextmanager
def _watch_run(
    run: ChildRun,
    policy: SandboxPolicy | None,
    scratch: Path,
) -> Iterator[None]:
    """Keep the child of *run* within its limits, and end it afterwards."""
    pipe = run.channel if isinstance(run.channel, ChildPipe) else None

    def end_child() -> None:
        """End the child, and the wait for its frames, which a forked process could prolong."""
        _kill_group(run.child)
        if pipe is not None:
            pipe.cut()

    def is_idle(pid: int) -> bool:
        """Return whether the child sleeps, and not because this process is slower than it."""
        return pipe is not None and pipe.is_drained() and is_asleep(pid)

    memory = policy.memory_bytes if policy else 0
    run.watchdog = Watchdog(
        run.child.pid,
        run.budget,
        memory,
        scratch,
        end_child,
        measure_sleep=is_idle,
    )
    try:
        yield
    finally:
        run.watchdog.stop()
        _kill_group(run.child)
        if pipe is not None:
            pipe.close()


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    """Kill *child* and the processes that it has started: they share its group."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()


def _build_policy(
    request: dict[str, Any],
    imports: ImportConfig,
    scratch: Path,
) -> SandboxPolicy | None:
    """Return the sandbox policy of the child, or None if the user switched the sandbox off."""
    if imports.trust or imports.sandbox == "off":
        return None
    return environment.build_policy(
        imports,
        request,
        scratch.resolve(),
    )


def _build_variables(
    imports: ImportConfig, scratch: Path, policy: SandboxPolicy | None
) -> dict[str, str] | None:
    """Return the child's variables; None without a sandbox: it inherits all of this process."""
    if policy is None:
        return None
    return environment.build_child_environment(imports, scratch, policy.record_files_folder)


def _build_setup(
    job: str,
    request: dict[str, Any],
    policy: SandboxPolicy | None,
    variables: dict[str, str] | None,
    output_path: Path,
) -> dict[str, Any]:
    """Return the part of a request that the child reads itself."""
    return {
        "job": job,
        "policy": policy and policy.as_json(),
        "printed": str(output_path),
        "environment": variables or environment.build_trusted_variables(request),
        "path": environment.list_search_path(),
    }


def _send_request(child: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
    """Write *request* as one line to the stdin of *child*, which stays open as long as the run."""
    assert child.stdin is not None
    try:
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.flush()
    except BrokenPipeError:  # the child died early: reading its frames tells why
        with suppress(BrokenPipeError):
            child.stdin.close()  # or the bytes that are left would be written later


def _log_output(output_path: Path) -> None:
    """Log the start and the end of the target's output, without terminal controls."""
    size = output_path.stat().st_size
    with output_path.open("rb") as file:
        output = file.read(MAX_OUTPUT_START)
        if size > MAX_OUTPUT_START + MAX_OUTPUT_END:
            file.seek(-MAX_OUTPUT_END, os.SEEK_END)
            output += b"\n[...]\n"
        output += file.read(MAX_OUTPUT_END)
    if not output.strip():
        return
    lines = output.decode("utf-8", "replace").splitlines()
    log.info("%s", "\n".join(f"target: {replace_controls(line)}" for line in lines))
