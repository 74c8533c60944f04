"""The child as the parent runs it: start, limits, frames. The parent never imports the target."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.file_locks import open_locked_folder
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    UnsafeImportViolation,
    rebuild_error,
    replace_controls,
)
from pytest_fixturegen.sandbox import bytecode, environment, prestart
from pytest_fixturegen.sandbox.attempts import (
    MAX_ATTEMPTS,
    Attempt,
    build_violation,
    decode_attempt,
)
from pytest_fixturegen.sandbox.policy import SandboxPolicy
from pytest_fixturegen.worker.frames import (
    ATTEMPT,
    DATA,
    ERROR,
    HELLO,
    FrameStream,
    build_protocol_error,
    parse_json_object,
    read_frames,
)
from pytest_fixturegen.worker.watchdog import Watchdog

MAX_REPORT_BYTES = 64 << 20
"""Bytes of all reports of a run. Data has another limit, since the parent does not keep it."""

MAX_OUTPUT_START = 64 << 10
MAX_OUTPUT_END = 4 << 10
"""Bytes of the target's own output that are shown: its start and its end."""

SIGNAL_WAIT_SECONDS = 0.5

log = logging.getLogger(__name__)


@dataclass(slots=True)
class ChildRun:
    """A running child, its watchdog, its forbidden attempts, and the bytes that it has sent.

    *is_silent*: whether another child of the same run already reports layers and output.
    """

    child: subprocess.Popen[bytes]
    watchdog: Watchdog
    imports: ImportConfig
    is_silent: bool = False
    attempts: dict[Attempt, None] = field(default_factory=dict)
    report_bytes: int = 0
    sent_bytes: int = 0

    @property
    def deliberate_attempts(self) -> list[Attempt]:
        """The attempts that are not quiet."""
        return [attempt for attempt in self.attempts if not attempt.is_quiet]


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
            watchdog = Watchdog(child, policy.memory_bytes if policy else 0, scratch)
            run = ChildRun(child, watchdog, imports, is_silent)
            if attempts is not None:
                run.attempts = attempts
            setup = _build_setup(job, request, policy, variables, output_path)
            try:
                _send_request(child, setup | request)
                yield _relay_frames(run)
            finally:
                watchdog.stop()
                child.kill()
        if not is_silent:
            _log_output(output_path)


def _build_policy(
    request: dict[str, Any],
    imports: ImportConfig,
    scratch: Path,
) -> SandboxPolicy | None:
    """Return what the child may do, or None if the user switched the sandbox off."""
    if imports.trust or imports.sandbox == "off":
        return None
    return environment.build_policy(imports, request, scratch.resolve())


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
    """Write *request* as one line to the stdin of *child*, and close it."""
    assert child.stdin is not None
    with suppress(BrokenPipeError):  # the child died early: reading its frames tells why
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.close()


def _relay_frames(run: ChildRun) -> FrameStream:
    """Yield the frames for the job's reader, and handle those that are for this module."""
    assert run.child.stdout is not None
    frames = read_frames(run.child.stdout)
    try:
        while True:
            run.watchdog.expect_within(run.imports.timeout)
            frame = next(frames, None)
            run.watchdog.expect_within(None)
            if frame is None:
                break
            if _accept_frame(run, *frame):
                yield frame
    except UnsafeImportViolation as error:
        raise _explain_break(run, error) from None
    _raise_attempts(run)


def _accept_frame(
    run: ChildRun,
    tag: bytes,
    payload: bytes,
) -> bool:
    """Return whether the frame is for the job's reader. Raise the error that it reports."""
    if tag == ATTEMPT:
        attempt = decode_attempt(payload)
        if attempt is not None and len(run.attempts) < MAX_ATTEMPTS:
            run.attempts[attempt] = None
        return False
    if tag == HELLO:
        if not run.is_silent:
            _log_layers(parse_json_object(payload))
        return False
    if tag == ERROR:
        raise _build_child_error(run, rebuild_error(parse_json_object(payload)))
    _raise_attempts(run)
    if tag != DATA:
        run.report_bytes += len(payload)
    run.sent_bytes += len(payload)
    if run.report_bytes > MAX_REPORT_BYTES or run.sent_bytes > run.imports.output_limit_mb << 20:
        raise build_size_error()
    return True


def build_size_error() -> UnsafeImportViolation:
    """Return the error of a run that sends more than its limits allow."""
    return build_protocol_error(
        "sent more than its limit allows",
        hint="Ask for fewer records, or raise --output-limit-mb.",
    )


def _raise_attempts(run: ChildRun) -> None:
    """Raise the deliberate attempts, before anything that the target sent later is used."""
    if run.deliberate_attempts:
        raise build_violation(run.deliberate_attempts)


def _build_child_error(run: ChildRun, error: FixturegenError) -> FixturegenError:
    """Return the child's own *error*, or the deliberate attempts, which matter more.

    A quiet attempt may be why an import failed, so the hint mentions the first one.
    """
    if run.deliberate_attempts:
        return build_violation(run.deliberate_attempts, error.message)
    if run.attempts and isinstance(error, DiscoveryError):
        first = next(iter(run.attempts))
        permission = f"; {first.grant} permits it" if first.grant else ""
        error.hint += f" The sandbox refused to let it {first.action}{permission}."
        error.facts["attempts"] = [attempt.as_json() for attempt in run.attempts]
    return error


def _explain_break(run: ChildRun, error: UnsafeImportViolation) -> UnsafeImportViolation:
    """Return why the channel broke: the attempts, a limit, a signal, or *error* itself."""
    cause = _find_limit_error(run) or error
    if not run.deliberate_attempts:
        return cause
    if error.facts.get("attempts"):
        return error
    return build_violation(run.deliberate_attempts, cause.message)


def _find_limit_error(run: ChildRun) -> UnsafeImportViolation | None:
    """Return the error for the limit that ended the run, or for the signal; else None."""
    imports, verdict = run.imports, run.watchdog.verdict
    if verdict == "time":
        return UnsafeImportViolation(
            f"The target took longer than {imports.timeout:g} seconds "
            "to import or to make the next records.",
            hint="Allow more with --timeout, or move slow work out of the module.",
            timeout=imports.timeout,
        )
    if verdict == "memory":
        return UnsafeImportViolation(
            f"The target needs more than {imports.memory_limit_mb} MB of memory.",
            hint="Allow more with --memory-limit-mb.",
            memory_limit_mb=imports.memory_limit_mb,
        )
    if verdict == "disk":
        return UnsafeImportViolation(
            "The target fills the disk with temporary files.",
            hint="--trust runs it without limits.",
        )
    return _find_signal_error(run)


def _find_signal_error(run: ChildRun) -> UnsafeImportViolation | None:
    """Return the error of a child that a signal killed; None if it was not a signal."""
    try:
        exit_code = run.child.wait(SIGNAL_WAIT_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    if exit_code >= 0:
        return None
    names = {number.value: number.name for number in signal.Signals}
    name = names.get(-exit_code, f"signal {-exit_code}")
    if name == "SIGXFSZ":
        reason = "It wrote too much into one file, or printed too much."
    else:
        reason = "It crashed, or another process killed it."
    return UnsafeImportViolation(
        f"The process that runs the target died of {name}. {reason}",
        hint="Show its output with --verbose.",
    )


def _log_layers(layers: dict[str, Any]) -> None:
    """Log which layers hold; a missing one makes it a warning."""
    active = _read_layer_names(layers, "active")
    missing = _read_layer_names(layers, "missing")
    line = f"sandbox: {', '.join(active)}"
    level = logging.INFO
    if missing:
        line += f"; missing: {', '.join(missing)}"
        level = logging.WARNING
    log.log(level, "%s", line)


def _read_layer_names(layers: dict[str, Any], key: str) -> list[str]:
    """Return the names below *key* without terminal controls, since the child sent them."""
    return [replace_controls(str(layer)) for layer in layers.get(key) or ()]


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
