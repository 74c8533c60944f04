"""Every error that is raised on purpose: its exit code, its facts, its JSON form.

A message is one sentence that says what is wrong and where; a hint says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


ISSUES_URL = "https://github.com/pytest-fixturegen/pytest-fixturegen/issues"
"""Where mistakes of ours are reported."""


class FixturegenError(Exception):
    """Something the user can put right. Doors print it and exit with its *code*."""

    code: ClassVar[int] = 1
    kind: ClassVar[str] = "FixturegenError"

    def __init__(self, message: str, *, hint: str = "", **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.facts = {name: fact for name, fact in facts.items() if fact is not None}

    def __str__(self) -> str:
        return f"{self.message}\n  hint: {self.hint}" if self.hint else self.message

    def to_json(self) -> dict[str, Any]:
        """The error as ``{"error": {...}}``, ready for JSON."""
        body = {
            "code": self.code,
            "kind": self.kind,
            "message": self.message,
            "details": self.facts,
            "hint": self.hint,
        }
        return {"error": body}


class Findings(FixturegenError):  # noqa: N818 - nothing failed
    """What was to be checked is not as it should be."""

    code = 1
    kind = "Findings"


class UsageError(FixturegenError):
    """The command line, or a call, is wrong."""

    code = 2
    kind = "UsageError"


class DiscoveryError(FixturegenError):
    """The target cannot be found, read or imported, or holds no such model."""

    code = 10
    kind = "DiscoveryError"


class MappingError(FixturegenError):
    """No valid value can be made for a field."""

    code = 20
    kind = "MappingError"


class EmitError(FixturegenError):
    """A file cannot be written, or a value cannot be said in it."""

    code = 30
    kind = "EmitError"


class UnsafeImportViolation(FixturegenError):  # noqa: N818 - the public name of exit code 40
    """The child that ran the target broke its limits or its channel."""

    code = 40
    kind = "UnsafeImportViolation"


class PersistError(FixturegenError):
    """A handler refused records, or cannot be opened or closed."""

    code = 50
    kind = "PersistError"


class TransientError(PersistError):
    """Another try may succeed. *retry_after*: seconds to wait before it, where the other side says so."""

    def __init__(
        self, message: str, *, retry_after: float | None = None, hint: str = "", **facts: Any
    ) -> None:
        super().__init__(message, hint=hint, **facts)
        self.retry_after = retry_after


class StoreError(FixturegenError):
    """A store cannot be opened, or refuses what it is asked."""

    code = 60
    kind = "StoreError"


class ConfigError(FixturegenError):
    """A setting is unknown or has a value it cannot have."""

    code = 70
    kind = "ConfigError"


class InterruptedRun(FixturegenError):  # noqa: N818 - nothing failed
    """Somebody pressed Ctrl-C, or sent SIGINT."""

    code = 130
    kind = "InterruptedRun"


class TerminatedRun(FixturegenError):  # noqa: N818 - nothing failed
    """Somebody sent SIGTERM."""

    code = 143
    kind = "TerminatedRun"


class InternalError(FixturegenError):
    """A mistake of ours."""

    code = 99
    kind = "InternalError"

    @classmethod
    def from_exception(cls, error: BaseException) -> InternalError:
        """An unforeseen *error*, as a sentence."""
        words = (str(error).splitlines() or [""])[0]
        return cls(
            f"This is a mistake in pytest-fixturegen: {type(error).__name__}: {words}",
            hint=f"Please report it at {ISSUES_URL}, with what --debug prints.",
            type=type(error).__name__,
            report=ISSUES_URL,
        )


ERROR_CLASSES: tuple[type[FixturegenError], ...] = (
    Findings,
    UsageError,
    DiscoveryError,
    MappingError,
    EmitError,
    UnsafeImportViolation,
    PersistError,
    StoreError,
    ConfigError,
    InternalError,
    InterruptedRun,
    TerminatedRun,
)


def combine_failures(failures: Sequence[FixturegenError], total: int) -> FixturegenError:
    """One error, of the kind of the first, that says what each of *failures* says: a line for each model of *total*."""
    each = "\n".join(f"  {failure.message}" for failure in failures)
    return type(failures[0])(
        f"{len(failures)} of {total} models could not be served; the others are written.\n{each}",
        hint=failures[0].hint,
        failures=[failure.to_json()["error"] for failure in failures],
    )


def rebuild_error(body: dict[str, Any]) -> FixturegenError:
    """The error that *body*, the value of ``"error"`` in :meth:`FixturegenError.as_json`, speaks of."""
    kinds: dict[str, type[FixturegenError]] = {error.kind: error for error in ERROR_CLASSES}
    error = kinds.get(str(body.get("kind")), UnsafeImportViolation)
    facts = clean_facts(body.get("details"))
    rebuilt = error(
        replace_controls(str(body.get("message", ""))),
        hint=replace_controls(str(body.get("hint", ""))),
    )
    rebuilt.facts = facts if isinstance(facts, dict) else {}
    return rebuilt


def format_os_error(error: OSError) -> str:
    """Why the system refuses, as the end of a sentence."""
    return (error.strerror or type(error).__name__).lower()


def replace_controls(text: str) -> str:
    """*text* without what a terminal obeys instead of showing: controls, and marks that turn its direction."""
    return CONTROL_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_facts(fact: Any) -> Any:
    """*fact*, a value of JSON, with every text in it made plain."""
    if isinstance(fact, str):
        return replace_controls(fact)
    if isinstance(fact, list):
        return [clean_facts(each) for each in fact]
    return (
        {replace_controls(name): clean_facts(each) for name, each in fact.items()}
        if isinstance(fact, dict)
        else fact
    )


def suggest_nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the *known* word nearest to *name*, or lists what is known, if there is any."""
    import difflib

    words = sorted(known)
    close = difflib.get_close_matches(name, words, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]!r}?"
    listed = ", ".join(words[:12]) + (", …" if len(words) > 12 else "")
    return f"Known: {listed}." if words else "There are none."
