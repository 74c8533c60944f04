"""Starts the child, keeps it in bounds, and reads its frames. The parent itself never imports the target."""

from __future__ import annotations

import json
import logging
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
    Frame,
    build_protocol_error,
    parse_json_object,
    read_frames,
)
from pytest_fixturegen.worker.watchdog import Watchdog

MAX_REPORT_BYTES = 64 << 20
"""Bytes of reports at most; data is not kept, so it has a limit of its own."""

RUN_FOLDER_PREFIX = "pfg-run-"
"""How the names of the folders of runs begin."""

HEAD, TAIL = 64 << 10, 4 << 10
"""Bytes that are kept of what the target prints."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class ChildRun:
    """One child: how it is watched, what it tried, and how much it has sent."""

    child: subprocess.Popen[bytes]
    watchdog: Watchdog
    imports: ImportConfig
    is_silent: bool = False
    attempts: dict[Attempt, None] = field(default_factory=dict)
    report_bytes: int = 0
    sent_bytes: int = 0

    @property
    def deliberate_attempts(self) -> list[Attempt]:
        """What the target tried and meant."""
        return [attempt for attempt in self.attempts if not attempt.is_quiet]


@contextmanager
def run_child(
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    attempts: dict[Attempt, None] | None = None,
    *,
    is_silent: bool = False,
) -> Iterator[Iterator[Frame]]:
    """The frames of the child that runs *job*, a ``module:function``, with the arguments *request*, as *imports* permits.
    *attempts* is filled with what it tried and may not, quietly or not.

    *silent*: whether others say already what walls there are, and what the target prints.
    Raises the child's own error, and UnsafeImportViolation when it tries what it may not, when the channel breaks, or
    when a limit is reached.
    """
    free = imports.trust or imports.sandbox == "off"
    with open_locked_folder(RUN_FOLDER_PREFIX) as folder:
        scratch = folder / "scratch"
        scratch.mkdir()
        policy = None if free else environment.build_policy(imports, request, scratch.resolve())
        _warn_without_sandbox(policy, is_silent)
        bytecode.ensure_compiled()
        variables = (
            environment.build_child_environment(imports, scratch, policy.kept_folder)
            if policy
            else None
        )
        usual = policy is not None and not imports.allow_env
        with (
            (folder / "printed").open("wb") as printed,
            prestart.take_child(variables, printed, use_prestarted=usual) as child,
        ):
            watch = Watchdog(child, policy.memory_bytes if policy else 0, scratch)
            known = {
                "printed": printed.name,
                "environment": variables or {},
                "path": environment.list_search_path(),
            }
            try:
                _send_request(
                    child, {"job": job, "policy": policy and policy.as_json(), **known, **request}
                )
                yield _relay_frames(
                    ChildRun(child, watch, imports, is_silent, {} if attempts is None else attempts)
                )
            finally:
                watch.stop()
                child.kill()
        if not is_silent:
            _log_output(folder / "printed")


def _send_request(child: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError):  # it died before it listened: the frames say so better
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.close()


def _relay_frames(run: ChildRun) -> Iterator[Frame]:
    """What the child has to say to the job's reader; what it says to us is taken out."""
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


def _accept_frame(run: ChildRun, tag: bytes, payload: bytes) -> bool:
    """Whether a frame is for the job's reader. Raises what the child reports."""
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
    run.report_bytes += len(payload) if tag != DATA else 0
    run.sent_bytes += len(payload)
    if run.report_bytes > MAX_REPORT_BYTES or run.sent_bytes > run.imports.output_limit_mb << 20:
        raise build_protocol_error(
            "sent more than it may", hint="Ask for less, or raise --output-limit-mb."
        )
    return True


def _raise_attempts(run: ChildRun) -> None:
    """Raise what the target tried, before anything that it sent later is used."""
    if run.deliberate_attempts:
        raise build_violation(run.deliberate_attempts)


def _build_child_error(run: ChildRun, error: FixturegenError) -> FixturegenError:
    """The child's own *error*; what it tried goes before, and what was refused quietly may be why."""
    if run.deliberate_attempts:
        return build_violation(run.deliberate_attempts, error.message)
    if run.attempts and isinstance(error, DiscoveryError):
        first = next(iter(run.attempts))
        error.hint += f" It was refused this: {first.what}" + (
            f"; {first.grant} permits it." if first.grant else "."
        )
        error.facts["attempts"] = [attempt.as_json() for attempt in run.attempts]
    return error


def _explain_break(run: ChildRun, error: UnsafeImportViolation) -> UnsafeImportViolation:
    """Why the channel broke, as far as the system knows."""
    limit = _find_limit_error(run)
    if run.deliberate_attempts:
        return (
            error
            if error.facts.get("attempts")
            else build_violation(run.deliberate_attempts, (limit or error).message)
        )
    return limit or error


def _find_limit_error(run: ChildRun) -> UnsafeImportViolation | None:
    imports, verdict = run.imports, run.watchdog.verdict
    if verdict == "time":
        return UnsafeImportViolation(
            f"The target took longer than {imports.timeout:g} seconds to import, or to make the next records.",
            hint="Give it more time with --timeout, or take slow work out of the module.",
            timeout=imports.timeout,
        )
    if verdict == "memory":
        return UnsafeImportViolation(
            f"The target needs more than {imports.memory_limit_mb} MB of memory.",
            hint="Give it more with --memory-limit-mb.",
            memory_limit_mb=imports.memory_limit_mb,
        )
    if verdict == "disk":
        return UnsafeImportViolation(
            "The target fills the disk with temporary files.",
            hint="--trust runs it without limits.",
        )
    return _find_signal_error(run)


def _find_signal_error(run: ChildRun) -> UnsafeImportViolation | None:
    """What ended the child, where that was a signal."""
    try:
        code = run.child.wait(0.5)
    except subprocess.TimeoutExpired:
        return None
    if code >= 0:
        return None
    name = {each.value: each.name for each in signal.Signals}.get(-code, f"signal {-code}")
    reason = {"SIGXFSZ": "It wrote too much into one file, or printed too much."}.get(
        name, "It crashed, or was ended."
    )
    return UnsafeImportViolation(
        f"The process that runs the target died of {name}. {reason}", hint="See it with --verbose."
    )


def _warn_without_sandbox(policy: SandboxPolicy | None, is_silent: bool) -> None:
    if policy is None and not is_silent:
        log.warning("sandbox: off; the target runs with all your rights")


def _log_layers(layers: dict[str, Any]) -> None:
    """Say which layers hold: a warning where one is missing."""
    active, missing = (
        [replace_controls(str(each)) for each in layers.get(name) or ()]
        for name in ("active", "missing")
    )
    line = f"sandbox: {', '.join(active)}" + (f"; missing: {', '.join(missing)}" if missing else "")
    log.log(logging.WARNING if missing else logging.INFO, "%s", line)


def _log_output(output_path: Path) -> None:
    """What the target printed: its beginning and its end, as text that is safe on a terminal."""
    size = output_path.stat().st_size
    with output_path.open("rb") as file:
        text = file.read(HEAD)
        if size > HEAD + TAIL:
            file.seek(-TAIL, 2)
            text += b"\n[...]\n"
        text += file.read(TAIL)
    if text.strip():
        log.info(
            "%s",
            "\n".join(
                f"target: {replace_controls(line)}"
                for line in text.decode("utf-8", "replace").splitlines()
            ),
        )
