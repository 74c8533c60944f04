"""The audit hook: names what the target tries, with the file and line that tried, before it is refused.

Where the kernel helps, this is for the message: it is told at once, so that an ``except`` cannot swallow it. Elsewhere it
is the wall itself, which stops honest code and careless attacks, not native code [PEP 578].
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from pytest_fixturegen.sandbox.attempts import Attempt, to_bytes
from pytest_fixturegen.sandbox.policy import Policy
from pytest_fixturegen.sandbox.reach import NETWORK
from pytest_fixturegen.sandbox.unseen import make_seen
from pytest_fixturegen.sandbox.verdicts import CALLERS, COMPILED, VERDICTS, Rules

Tell = Callable[[bytes], None]


def watch(policy: Policy, tell: Tell) -> None:
    """Refuse, from now on, what *policy* does not permit; *tell* hears of each attempt first."""
    make_seen()
    sys.addaudithook(_hook(Rules.of(policy), tell))


def _hook(rules: Rules, tell: Tell) -> Callable[[str, tuple[Any, ...]], None]:
    verdicts, frame = VERDICTS | NETWORK, sys._getframe

    def hook(event: str, args: tuple[Any, ...]) -> None:
        judge = verdicts.get(event)
        if judge is None:
            return
        verdict = judge(args, rules)
        if verdict is None:
            return
        if event in COMPILED and frame(1).f_code.co_filename.startswith("<frozen importlib"):
            return
        culprit = _culprit(frame(1), rules, event.partition(".")[0] in CALLERS or event in CALLERS)
        if culprit is None:
            return
        file, line, innocent = culprit
        tell(to_bytes(Attempt(verdict.category, verdict.what, file, line, verdict.grant, quiet=verdict.quiet or innocent)))
        raise verdict.error()

    return hook


def _culprit(frame: FrameType | None, rules: Rules, nearest: bool) -> tuple[str, int, bool] | None:
    """The file and line that tried, and whether it is innocent: installed code that looks around while it is imported.

    None: the *nearest* code decides, and it is installed code.
    """
    while frame is not None:
        file = frame.f_code.co_filename
        if not file.startswith("<"):
            if not file.startswith(rules.trusted):
                return file, frame.f_lineno, False
            if nearest and not file.startswith(rules.passed):
                return None
            if frame.f_code.co_name == "<module>" or file in rules.probes:
                return file, frame.f_lineno, True
        frame = frame.f_back
    return "", 0, False
