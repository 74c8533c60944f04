"""The audit hook: names what the target tries, with the file and line that tried, before it is refused.

Where the kernel helps, this is for the message: it is told at once, so that an ``except`` cannot swallow it. Elsewhere it
is the wall itself, which stops honest code and careless attacks, not native code [PEP 578].
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from pytest_fixturegen.sandbox.attempts import Attempt, encode_attempt
from pytest_fixturegen.sandbox.audit_rules import (
    CALLER_EVENTS,
    EVENT_CHECKS,
    IMPORT_EVENTS,
    AuditRules,
)
from pytest_fixturegen.sandbox.extra_audit_events import add_audit_events
from pytest_fixturegen.sandbox.network_rules import NETWORK_CHECKS
from pytest_fixturegen.sandbox.policy import SandboxPolicy

AttemptCallback = Callable[[bytes], None]


def install_audit_hook(policy: SandboxPolicy, on_attempt: AttemptCallback) -> None:
    """Refuse, from now on, what *policy* does not permit; *tell* hears of each attempt first."""
    add_audit_events()
    sys.addaudithook(_build_audit_hook(AuditRules.from_policy(policy), on_attempt))


def _build_audit_hook(
    rules: AuditRules, on_attempt: AttemptCallback
) -> Callable[[str, tuple[Any, ...]], None]:
    verdicts, frame = EVENT_CHECKS | NETWORK_CHECKS, sys._getframe

    def audit_hook(event: str, args: tuple[Any, ...]) -> None:
        judge = verdicts.get(event)
        if judge is None:
            return
        verdict = judge(args, rules)
        if verdict is None:
            return
        if event in IMPORT_EVENTS and frame(1).f_code.co_filename.startswith("<frozen importlib"):
            return
        culprit = _find_culprit(
            frame(1), rules, event.partition(".")[0] in CALLER_EVENTS or event in CALLER_EVENTS
        )
        if culprit is None:
            return
        file, line, innocent = culprit
        on_attempt(
            encode_attempt(
                Attempt(
                    verdict.category,
                    verdict.action,
                    file,
                    line,
                    verdict.grant,
                    is_quiet=verdict.is_quiet or innocent,
                )
            )
        )
        raise verdict.build_error()

    return audit_hook


def _find_culprit(
    frame: FrameType | None, rules: AuditRules, only_nearest: bool
) -> tuple[str, int, bool] | None:
    """The file and line that tried, and whether it is innocent: installed code that looks around while it is imported.

    None: the *nearest* code decides, and it is installed code.
    """
    while frame is not None:
        file = frame.f_code.co_filename
        if not file.startswith("<"):
            if not file.startswith(rules.trusted_prefixes):
                return file, frame.f_lineno, False
            if only_nearest and not file.startswith(rules.transparent_prefixes):
                return None
            if frame.f_code.co_name == "<module>" or file in rules.probing_files:
                return file, frame.f_lineno, True
        frame = frame.f_back
    return "", 0, False
