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

from pytest_fixturegen.claims import claimed_folder
from pytest_fixturegen.command_options import ImportConfig
from pytest_fixturegen.errors import DiscoveryError, FixturegenError, UnsafeImportViolation, from_json, plain_text
from pytest_fixturegen.sandbox import ahead, compiled, surroundings
from pytest_fixturegen.sandbox.attempts import MOST, Attempt, from_bytes, violation
from pytest_fixturegen.sandbox.frames import ATTEMPT, DATA, ERROR, HELLO, Frame, as_mapping, broken, received
from pytest_fixturegen.sandbox.policy import Policy
from pytest_fixturegen.sandbox.watch import Watch

REPORTS = 64 << 20
"""Bytes of reports at most; data is not kept, so it has a limit of its own."""

PREFIX = "pfg-run-"
"""How the names of the folders of runs begin."""

HEAD, TAIL = 64 << 10, 4 << 10
"""Bytes that are kept of what the target prints."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Run:
    """One child: how it is watched, what it tried, and how much it has sent."""

    child: subprocess.Popen[bytes]
    watch: Watch
    imports: ImportConfig
    silent: bool = False
    attempts: dict[Attempt, None] = field(default_factory=dict)
    reported: int = 0
    sent: int = 0

    @property
    def loud(self) -> list[Attempt]:
        """What the target tried and meant."""
        return [attempt for attempt in self.attempts if not attempt.quiet]


@contextmanager
def running(
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    attempts: dict[Attempt, None] | None = None,
    *,
    silent: bool = False,
) -> Iterator[Iterator[Frame]]:
    """The frames of the child that runs *job*, a ``module:function``, with the arguments *request*, as *imports* permits.
    *attempts* is filled with what it tried and may not, quietly or not.

    *silent*: whether others say already what walls there are, and what the target prints.
    Raises the child's own error, and UnsafeImportViolation when it tries what it may not, when the channel breaks, or
    when a limit is reached.
    """
    free = imports.trust or imports.sandbox == "off"
    with claimed_folder(PREFIX) as folder:
        scratch = folder / "scratch"
        scratch.mkdir()
        policy = None if free else surroundings.policy_of(imports, request, scratch.resolve())
        _announce(policy, silent)
        compiled.ensure()
        environment = surroundings.environment_of(imports, scratch, policy.kept) if policy else None
        usual = policy is not None and not imports.allow_env
        with (folder / "printed").open("wb") as printed, ahead.child(environment, printed, usual=usual) as child:
            watch = Watch(child, policy.memory if policy else 0, scratch)
            known = {"printed": printed.name, "environment": environment or {}, "path": surroundings.search_path()}
            try:
                _send(child, {"job": job, "policy": policy and policy.as_json(), **known, **request})
                yield _frames(Run(child, watch, imports, silent, {} if attempts is None else attempts))
            finally:
                watch.end()
                child.kill()
        if not silent:
            _show(folder / "printed")


def _send(child: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError):  # it died before it listened: the frames say so better
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.close()


def _frames(run: Run) -> Iterator[Frame]:
    """What the child has to say to the job's reader; what it says to us is taken out."""
    assert run.child.stdout is not None
    frames = received(run.child.stdout)
    try:
        while True:
            run.watch.expect(run.imports.timeout)
            frame = next(frames, None)
            run.watch.expect(None)
            if frame is None:
                break
            if _is_ours(run, *frame):
                yield frame
    except UnsafeImportViolation as error:
        raise _explained(run, error) from None
    _judge(run)


def _is_ours(run: Run, tag: bytes, payload: bytes) -> bool:
    """Whether a frame is for the job's reader. Raises what the child reports."""
    if tag == ATTEMPT:
        attempt = from_bytes(payload)
        if attempt is not None and len(run.attempts) < MOST:
            run.attempts[attempt] = None
        return False
    if tag == HELLO:
        if not run.silent:
            _greet(as_mapping(payload))
        return False
    if tag == ERROR:
        raise _failed(run, from_json(as_mapping(payload)))
    _judge(run)
    run.reported += len(payload) if tag != DATA else 0
    run.sent += len(payload)
    if run.reported > REPORTS or run.sent > run.imports.output_limit_mb << 20:
        raise broken("sent more than it may", hint="Ask for less, or raise --output-limit-mb.")
    return True


def _judge(run: Run) -> None:
    """Raise what the target tried, before anything that it sent later is used."""
    if run.loud:
        raise violation(run.loud)


def _failed(run: Run, error: FixturegenError) -> FixturegenError:
    """The child's own *error*; what it tried goes before, and what was refused quietly may be why."""
    if run.loud:
        return violation(run.loud, error.message)
    if run.attempts and isinstance(error, DiscoveryError):
        first = next(iter(run.attempts))
        error.hint += f" It was refused this: {first.what}" + (f"; {first.grant} permits it." if first.grant else ".")
        error.facts["attempts"] = [attempt.as_json() for attempt in run.attempts]
    return error


def _explained(run: Run, error: UnsafeImportViolation) -> UnsafeImportViolation:
    """Why the channel broke, as far as the system knows."""
    limit = _limit(run)
    if run.loud:
        return error if error.facts.get("attempts") else violation(run.loud, (limit or error).message)
    return limit or error


def _limit(run: Run) -> UnsafeImportViolation | None:
    imports, verdict = run.imports, run.watch.verdict
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
        return UnsafeImportViolation("The target fills the disk with temporary files.", hint="--trust runs it without limits.")
    return _died(run)


def _died(run: Run) -> UnsafeImportViolation | None:
    """What ended the child, where that was a signal."""
    try:
        code = run.child.wait(0.5)
    except subprocess.TimeoutExpired:
        return None
    if code >= 0:
        return None
    name = {each.value: each.name for each in signal.Signals}.get(-code, f"signal {-code}")
    reason = {"SIGXFSZ": "It wrote too much into one file, or printed too much."}.get(name, "It crashed, or was ended.")
    return UnsafeImportViolation(f"The process that runs the target died of {name}. {reason}", hint="See it with --verbose.")


def _announce(policy: Policy | None, silent: bool) -> None:
    if policy is None and not silent:
        log.warning("sandbox: off; the target runs with all your rights")


def _greet(layers: dict[str, Any]) -> None:
    """Say which layers hold: a warning where one is missing."""
    active, missing = ([plain_text(str(each)) for each in layers.get(name) or ()] for name in ("active", "missing"))
    line = f"sandbox: {', '.join(active)}" + (f"; missing: {', '.join(missing)}" if missing else "")
    log.log(logging.WARNING if missing else logging.INFO, "%s", line)


def _show(printed: Path) -> None:
    """What the target printed: its beginning and its end, as text that is safe on a terminal."""
    size = printed.stat().st_size
    with printed.open("rb") as file:
        text = file.read(HEAD)
        if size > HEAD + TAIL:
            file.seek(-TAIL, 2)
            text += b"\n[...]\n"
        text += file.read(TAIL)
    if text.strip():
        log.info("%s", "\n".join(f"target: {plain_text(line)}" for line in text.decode("utf-8", "replace").splitlines()))
