"""The errors of the package: exit codes, details and JSON form.

A message is one sentence that says what is wrong and where. A hint says what to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters of terminals, characters that change the direction of text, and surrogates,
which UTF-8 cannot encode.
"""

ISSUES_URL = "https://github.com/pytest-fixturegen/pytest-fixturegen/issues"
"""Where users report bugs."""

MAX_LISTED_NAMES = 12
"""How many known names a hint lists."""


MAX_LISTED_FAILURES = 100
"""How many failed files or models an error lists; its JSON form has all of them."""

MAX_TEXT_LENGTH = 4000
"""Characters of a message or a hint that are shown. Exceptions of a target may have megabytes."""

LONG_WORD = re.compile(r"(\S{300})\S{200,}")
"""A word that no person reads: a message shows its beginning. Names of a target may be long."""

FIELD_WITH_ITEMS = r"[^.]+(?:\.\*(?:\.key|\.value)?|\.\d+)*$"
"""The last field of a path, with the steps into its items: ``tags.*`` of ``user.tags.*``."""


def get_field_of_path(path: str) -> str:
    """Return the last field of *path*, with the steps into its items."""
    match = re.search(FIELD_WITH_ITEMS, path)
    return match[0] if match else path


class FixturegenError(Exception):
    """Base class of every error that a user can do something about.

    Commands print the error and exit with its *code*. *facts* become ``details`` in the JSON form.
    """

    code: ClassVar[int] = 1
    kind: ClassVar[str] = "FixturegenError"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        **facts: Any,
    ) -> None:
        """Store *message*, what to do about it, and those *facts* that are not None."""
        self.message = LONG_WORD.sub(r"\1…", message)
        super().__init__(self.message)
        self.hint = hint
        self.facts = {name: fact for name, fact in facts.items() if fact is not None}

    def __str__(self) -> str:
        return f"{self.message}\n  hint: {self.hint}" if self.hint else self.message

    def to_json(self) -> dict[str, Any]:
        """Return the error as ``{"error": {...}}``, ready for JSON."""
        body = {
            "code": self.code,
            "kind": self.kind,
            "message": self.message,
            "details": self.facts,
            "hint": self.hint,
        }
        return {"error": body}


class Findings(FixturegenError):  # noqa: N818 - nothing failed
    """A check found differences or problems."""

    code = 1
    kind = "Findings"


class UsageError(FixturegenError):
    """The command line or the arguments of a call are wrong."""

    code = 2
    kind = "UsageError"


class DiscoveryError(FixturegenError):
    """The target cannot be found, read or imported, or has no such model."""

    code = 10
    kind = "DiscoveryError"


class MappingError(FixturegenError):
    """No valid value can be generated for a field.

    The fact ``path`` is the place in the record, and ``field`` the field in its own model.
    """

    code = 20
    kind = "MappingError"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        **facts: Any,
    ) -> None:
        """Add the fact ``field`` if *facts* have a ``path``."""
        path = facts.get("path")
        if path and "field" not in facts:
            shown_path = re.sub(r"[~|?#][^.]*", "", str(path))  # parts that only streams need
            facts["field"] = get_field_of_path(shown_path)
        super().__init__(message, hint=hint, **facts)


class EmitError(FixturegenError):
    """A file cannot be written, or a value cannot be expressed in it."""

    code = 30
    kind = "EmitError"


class UnsafeImportViolation(FixturegenError):  # noqa: N818 - the public name of exit code 40
    """The sandboxed child broke a rule, a limit or the frame protocol."""

    code = 40
    kind = "UnsafeImportViolation"


class PersistError(FixturegenError):
    """A persistence handler refused records, or cannot be opened or closed."""

    code = 50
    kind = "PersistError"


class TransientError(PersistError):
    """A persistence error that a retry may cure.

    *retry_after* is the number of seconds to wait first, if the server sent it.
    """

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        hint: str = "",
        **facts: Any,
    ) -> None:
        """Store the seconds to wait before another try, or None if that is not known."""
        super().__init__(message, hint=hint, **facts)
        self.retry_after = retry_after


class StoreError(FixturegenError):
    """A store cannot be opened, or rejects a request."""

    code = 60
    kind = "StoreError"


class ConfigError(FixturegenError):
    """An option is unknown or has an invalid value."""

    code = 70
    kind = "ConfigError"


class InterruptedRun(FixturegenError):  # noqa: N818 - nothing failed
    """The run was interrupted with Ctrl-C or SIGINT."""

    code = 130
    kind = "InterruptedRun"


class TerminatedRun(FixturegenError):  # noqa: N818 - nothing failed
    """The run received SIGTERM."""

    code = 143
    kind = "TerminatedRun"


class InternalError(FixturegenError):
    """An unexpected exception: a bug in this package."""

    code = 99
    kind = "InternalError"

    @classmethod
    def from_exception(cls, error: BaseException) -> InternalError:
        """Return an error that reports the unexpected exception *error* in one sentence."""
        name = get_class_name(error)
        first_line = (str(error).splitlines() or [""])[0]
        return cls(
            f"Internal error in pytest-fixturegen: {name}: {first_line}",
            hint=f"Please report it at {ISSUES_URL} with the output of --debug.",
            type=name,
            report=ISSUES_URL,
        )


CHILD_ERROR_CLASSES: tuple[type[FixturegenError], ...] = (
    UsageError,
    DiscoveryError,
    MappingError,
    EmitError,
    UnsafeImportViolation,
    PersistError,
    StoreError,
    ConfigError,
)
"""Errors that the sandboxed child may report. Only the parent raises the others."""

ERROR_CLASSES: tuple[type[FixturegenError], ...] = (
    Findings,
    *CHILD_ERROR_CLASSES,
    InternalError,
    InterruptedRun,
    TerminatedRun,
)


def combine_failures(
    failures: Sequence[FixturegenError],
    total: int,
    outcome: str = "written",
) -> FixturegenError:
    """Return one error, of the class of the first failure, with a line for each of *failures*.

    *total* is the number of models that were requested, *outcome* what became of the others.
    """
    lines = format_failures(failures)
    others = f"; the others are {outcome}" if total > len(failures) else ""
    return type(failures[0])(
        f"{len(failures)} of {total} models could not be served{others}.\n{lines}",
        hint=failures[0].hint,
        failures=[failure.to_json()["error"] for failure in failures],
    )


def combine_unread(
    unread: Sequence[FixturegenError],
    total: int,
    failures: Sequence[FixturegenError] = (),
) -> FixturegenError:
    """Return one error with a line for each of *unread*, the files of a folder that failed.

    *total* is the number of all its files, *failures* the errors of models of the other files.
    """
    also = f", and {len(failures)} models could not be served" if failures else ""
    others = "; the models of the others are served" if total > len(unread) else ""
    return type(unread[0])(
        f"{len(unread)} of {total} files could not be imported{also}{others}.\n"
        + format_failures([*unread, *failures]),
        hint=unread[0].hint if len(unread) == 1 else _suggest_exclusion(unread[0]),
        failures=[failure.to_json()["error"] for failure in (*unread, *failures)],
    )


def _suggest_exclusion(error: FixturegenError) -> str:
    """Return the hint for files that cannot be imported, of which *error* is the first one."""
    module = error.facts.get("module") or "app.models"
    return f"Correct the files, or leave one out: --exclude '{module}.*' does not import it."


def format_failures(failures: Sequence[FixturegenError]) -> str:
    """Return a line for each of *failures*, the first MAX_LISTED_FAILURES of them."""
    lines = [f"  {failure.message}" for failure in failures[:MAX_LISTED_FAILURES]]
    hidden = len(failures) - len(lines)
    return "\n".join([*lines, f"  … and {hidden} more"] if hidden else lines)


def rebuild_error(body: dict[str, Any], *, is_sealed: bool = False) -> FixturegenError:
    """Return the error that *body* describes, the ``"error"`` object of
    :meth:`FixturegenError.to_json`.

    *body* comes from the sandboxed child, so control characters are replaced, and kinds that only
    the parent raises become UnsafeImportViolation. A bug of this package remains one if the child's
    own code, not that of the target, has sent *body* (*is_sealed*).
    """
    message, hint = (_clean_text(body.get(key, "")) for key in ("message", "hint"))
    kind = body.get("kind")
    if kind == InternalError.kind and not is_sealed:
        message = f"The process that runs the target reported: {message}"
        hint = f"If the target is honest, please report it at {ISSUES_URL}."
    classes = {error.kind: error for error in CHILD_ERROR_CLASSES}
    if is_sealed:
        classes[InternalError.kind] = InternalError
    rebuilt = classes.get(str(kind), UnsafeImportViolation)(
        message,
        hint=hint,
    )
    facts = clean_facts(body.get("details"))
    rebuilt.facts = facts if isinstance(facts, dict) else {}
    return rebuilt


def _clean_text(text: Any) -> str:
    """Return the start of *text* without control characters."""
    return replace_controls(shorten_text(str(text)))


def get_class_name(error: BaseException) -> str:
    """Return the name of the class of *error*, whatever its metaclass answers."""
    name: str = type.__dict__["__name__"].__get__(type(error))
    return name


def shorten_text(text: str) -> str:
    """Return *text*, or its start if it has more than MAX_TEXT_LENGTH characters."""
    return text if len(text) <= MAX_TEXT_LENGTH else f"{text[:MAX_TEXT_LENGTH]} […]"


def format_os_error(error: OSError) -> str:
    """Return the reason of a system error in lower case, for the end of a sentence."""
    return (error.strerror or type(error).__name__).lower()


def replace_controls(text: str) -> str:
    """Return *text* with control and direction characters replaced by U+FFFD."""
    return CONTROL_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_facts(fact: Any) -> Any:
    """Return *fact*, a JSON value, with control characters replaced in every text."""
    if isinstance(fact, str):
        return replace_controls(fact)
    if isinstance(fact, list):
        return [clean_facts(item) for item in fact]
    if isinstance(fact, dict):
        return {replace_controls(name): clean_facts(item) for name, item in fact.items()}
    return fact


def suggest_nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint with the *known* name closest to *name*, or the list of known names."""
    import difflib  # only errors need it

    names = sorted(known)
    close = difflib.get_close_matches(
        name,
        names,
        n=1,
        cutoff=0.6,
    )
    if close:
        return f"Did you mean {close[0]!r}?"
    if not names:
        return "There are none."
    more = ", …" if len(names) > MAX_LISTED_NAMES else ""
    return f"Known: {', '.join(names[:MAX_LISTED_NAMES])}{more}."
