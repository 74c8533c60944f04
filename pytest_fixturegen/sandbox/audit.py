"""The audit hook: it refuses forbidden actions and reports them with the file and line that tried.

Where the kernel enforces the policy too, the hook exists for the message: it reports an attempt
before it raises, so that an ``except`` in the target cannot hide it. On other systems the hook is
the only wall. It then stops honest code and careless attacks, but not native code [PEP 578].
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
    Verdict,
)
from pytest_fixturegen.sandbox.extra_audit_events import add_audit_events
from pytest_fixturegen.sandbox.network_rules import NETWORK_CHECKS
from pytest_fixturegen.sandbox.policy import SandboxPolicy

AttemptCallback = Callable[[bytes], None]
Culprit = tuple[str, int, bool]
"""The file and the line of the code that tried, and whether it only inspects the machine."""


def install_audit_hook(policy: SandboxPolicy, on_attempt: AttemptCallback) -> None:
    """Refuse everything that *policy* does not permit, until the process ends.

    *on_attempt* receives each encoded attempt before the hook raises. Python cannot remove an
    audit hook.
    """
    add_audit_events()
    sys.addaudithook(_build_audit_hook(AuditRules.from_policy(policy), on_attempt))


def _build_audit_hook(
    rules: AuditRules, on_attempt: AttemptCallback
) -> Callable[[str, tuple[Any, ...]], None]:
    """Return the hook that reports attempts against *rules* and refuses them."""
    checks = EVENT_CHECKS | NETWORK_CHECKS
    get_frame = sys._getframe

    # Python calls this for every event of the process. Most events have no check, so the first
    # lookup must be cheap, and nothing that a refusal needs is computed before there is one.
    def audit_hook(event: str, args: tuple[Any, ...]) -> None:
        """Raise the refusal of *event* if a rule forbids it to the code that caused it."""
        check = checks.get(event)
        if check is None:
            return
        verdict = check(args, rules)
        if verdict is None:
            return
        caller = get_frame(1)
        if event in IMPORT_EVENTS and caller.f_code.co_filename.startswith("<frozen importlib"):
            return
        only_nearest = event.partition(".")[0] in CALLER_EVENTS or event in CALLER_EVENTS
        culprit = _find_culprit(caller, rules, only_nearest)
        if culprit is None:
            return
        on_attempt(encode_attempt(_build_attempt(verdict, culprit)))
        raise verdict.build_error()

    return audit_hook


def _build_attempt(verdict: Verdict, culprit: Culprit) -> Attempt:
    """Return the report of a refusal and of the code that caused it.

    It is quiet if the verdict or the culprit says that the code only inspects.
    """
    file, line, is_inspection = culprit
    return Attempt(
        verdict.category,
        verdict.action,
        file,
        line,
        verdict.grant,
        is_quiet=verdict.is_quiet or is_inspection,
    )


def _find_culprit(
    frame: FrameType | None,
    rules: AuditRules,
    only_nearest: bool,
) -> Culprit | None:
    """Return who tried, or None if *only_nearest* and the nearest code is installed code.

    Installed code that inspects the machine while it is imported is a culprit, but its attempt
    is quiet.
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
