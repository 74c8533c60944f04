"""The frames of one child on their way to the job's reader: checked, counted, and paid in time.

Every frame that a child sends passes through this module before anything else looks at it.
"""

from __future__ import annotations

import logging
import math
import secrets
import signal
import subprocess
from dataclasses import dataclass, field
from typing import Any

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    UnsafeImportViolation,
    rebuild_error,
    replace_controls,
)
from pytest_fixturegen.sandbox.attempts import (
    MAX_ATTEMPTS,
    Attempt,
    build_violation,
    decode_attempt,
)
from pytest_fixturegen.sandbox.cpu_limit import choose_cpu_limit
from pytest_fixturegen.worker import limits
from pytest_fixturegen.worker.budget import TimeBudget
from pytest_fixturegen.worker.frame_schemas import check_frame
from pytest_fixturegen.worker.frames import (
    ATTEMPT,
    ERROR,
    HELLO,
    JSON_TAGS,
    Channel,
    FrameStream,
    build_order_error,
    estimate_memory,
    parse_json_object,
    read_frames,
)
from pytest_fixturegen.worker.ledger import Expectation, ProgressLedger
from pytest_fixturegen.worker.watchdog import Watchdog

SIGNAL_WAIT_SECONDS = 0.5

log = logging.getLogger(__name__)


@dataclass(slots=True)
class ChildRun:
    """A running child: its channel, its time, what it has sent, and its forbidden attempts.

    *is_silent*: whether another child of the same run already reports layers and output. The child
    adds the secret *seal* to its unexpected errors, so that user code cannot forge one.
    """

    child: subprocess.Popen[bytes]
    channel: Channel
    budget: TimeBudget
    ledger: ProgressLedger
    imports: ImportConfig
    is_silent: bool = False
    attempts: dict[Attempt, None] = field(default_factory=dict)
    watchdog: Watchdog | None = None
    seal: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def verdict(self) -> str:
        """The verdict of the watchdog, if it has ended the child."""
        return self.watchdog.verdict if self.watchdog else ""

    @property
    def cpu_seconds(self) -> int:
        """The processor time that the system lets the child have, should nobody watch it."""
        return choose_cpu_limit(self.budget.total)

    @property
    def deliberate_attempts(self) -> list[Attempt]:
        """The attempts that are not quiet."""
        return [attempt for attempt in self.attempts if not attempt.is_quiet]


def build_run(  # noqa: PLR0913 - what a run consists of
    child: subprocess.Popen[bytes],
    channel: Channel,
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    attempts: dict[Attempt, None] | None = None,
    *,
    is_silent: bool = False,
) -> ChildRun:
    """Return the run of *job* on *child*, whose frames come from *channel*."""
    expectation = Expectation.from_request(
        job.rpartition(":")[2],
        request,
    )
    ledger = ProgressLedger(expectation, imports.output_limit_mb << 20)
    return ChildRun(
        child,
        channel,
        _build_budget(imports, ledger),
        ledger,
        imports,
        is_silent,
        {} if attempts is None else attempts,
    )


def _build_budget(imports: ImportConfig, ledger: ProgressLedger) -> TimeBudget:
    """Return the time budget of a run. A child with network access may sleep without a limit."""
    return TimeBudget(
        imports.timeout,
        total=ledger.total_shares * imports.timeout,
        sleep=math.inf if imports.allow_net else imports.timeout,
    )


def relay_frames(run: ChildRun) -> FrameStream:
    """Yield the frames for the job's reader, and handle those that are for this module."""
    run.budget.start_waiting()
    try:
        for tag, payload in read_frames(run.channel):
            if _accept_frame(run, tag, payload):
                run.budget.stop_waiting()
                yield tag, payload
                run.budget.start_waiting()
    except UnsafeImportViolation as error:
        raise _explain_break(run, error) from None
    _raise_attempts(run)


def _accept_frame(
    run: ChildRun,
    tag: bytes,
    payload: bytes,
) -> bool:
    """Return whether the frame is for the job's reader. Raise the error that it reports."""
    run.ledger.note_frame(tag)
    if tag == ATTEMPT:
        _add_attempt(run, payload)
        return False
    facts = _parse_facts(run, tag, payload)
    if tag == HELLO:
        _greet(run, facts)
        return False
    if tag == ERROR:
        is_sealed = facts.get("seal") == run.seal
        raise _build_child_error(run, rebuild_error(facts, is_sealed=is_sealed))
    _raise_attempts(run)
    run.budget.extend(run.ledger.add_frame(tag, payload, facts))
    return True


def _parse_facts(
    run: ChildRun,
    tag: bytes,
    payload: bytes,
) -> dict[str, Any]:
    """Return the checked object in *payload*; a frame of another kind has none."""
    if tag not in JSON_TAGS:
        return {}
    facts = parse_json_object(payload)
    run.ledger.add_memory(tag, estimate_memory(payload))
    check_frame(run.ledger.expectation.job, tag, facts)
    return facts


def _add_attempt(run: ChildRun, payload: bytes) -> None:
    """Record an attempt; a deliberate one leaves the target little time.

    Quiet ones take no room from deliberate ones, which are worse.
    """
    attempt = decode_attempt(payload)
    if attempt is None:
        return
    known = [other for other in run.attempts if other.is_quiet == attempt.is_quiet]
    if len(known) < MAX_ATTEMPTS:
        run.attempts[attempt] = None
    if not attempt.is_quiet:
        run.budget.shorten(limits.ATTEMPT_GRACE_SECONDS)


def _greet(run: ChildRun, layers: dict[str, Any]) -> None:
    """Log the layers: the child names them once, before any code of the target runs."""
    if run.ledger.frames_by_tag != {HELLO: 1}:
        raise build_order_error()
    run.ledger.enter_phase("to import")
    run.budget.extend(1.0)
    if not run.is_silent:
        _log_layers(layers)


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
    cause = error if "limit" in error.facts else _find_limit_error(run) or error
    if not run.deliberate_attempts:
        return cause
    if error.facts.get("attempts"):
        return error
    # The time after an attempt is short: that it ran out tells nothing more.
    extra_message = "" if run.verdict in ("time", "sleep") else cause.message
    return build_violation(run.deliberate_attempts, extra_message)


def _find_limit_error(run: ChildRun) -> UnsafeImportViolation | None:
    """Return the error for the limit that ended the run, or for the signal; else None."""
    if run.budget.is_total_spent:
        return limits.build_total_error(run.budget.total)
    if not run.verdict:
        return _find_signal_error(run)
    return limits.build_watch_error(
        run.verdict,
        run.imports,
        run.ledger.phase,
        run.ledger.received,
    )


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
    if name == "SIGXCPU":
        return limits.build_cpu_error(run.cpu_seconds)
    if name == "SIGXFSZ":
        reason = "It wrote too much into one file, or printed too much."
    else:
        reason = "It crashed, or another process killed it."
    return UnsafeImportViolation(
        f"The process that runs the target died of {name}. {reason}",
        hint="Show its output with --verbose.",
        signal=name,
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
