"""Changes since a lock file was written, by cause and by field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.emitters.lock_file import (
    COLUMNAR_LIBRARY,
    LIBRARIES,
    Entry,
    read_library_versions,
)

Cause = Literal["options", "library", "model", "code", "file", "data"]
"""Why something differs: options of the project, the version of a package, a field of a model, the
source around the models, an edited output file, or an unknown cause (``data``).
"""

MAX_SHOWN_CHARACTERS = 200
HUNK_START = re.compile(r"@@ -(\d+)")
ABSENT = object()
"""The value of a key that is missing."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference: its *cause*, what it is about, and the values that were locked and are now.

    *artifact* is the path of a file, or empty.
    """

    cause: Cause
    subject: str
    message: str
    artifact: str = ""

    def to_json(self) -> dict[str, str]:
        """Return the difference for ``--json-errors``."""
        facts = {"cause": self.cause, "subject": self.subject, "message": self.message}
        return {**facts, "artifact": self.artifact} if self.artifact else facts


def compare_libraries(locked: Mapping[str, str]) -> Iterator[Drift]:
    """Yield the packages whose version differs from the *locked* one."""
    names = [*LIBRARIES, *({COLUMNAR_LIBRARY} & locked.keys())]
    for name, subject, message in _compare_values(locked, read_library_versions(names)):
        yield Drift(
            "library",
            name,
            f"{subject} {message}",
        )


def compare_options(
    entry: Entry,
    options: Mapping[str, Any],
    seed: int,
) -> Iterator[Drift]:
    """Yield the options that differ from those of *entry*."""
    locked = {"seed": entry["seed"], **entry["options"]}
    for name, subject, message in _compare_values(locked, {"seed": seed, **options}):
        yield Drift(
            "options",
            name,
            f"option {subject} {message}",
        )


def compare_models(entry: Entry, models: Mapping[str, Mapping[str, Any]]) -> Iterator[Drift]:
    """Yield the fields of models that differ from those of *entry*."""
    for name, locked in entry["models"].items():
        now = models.get(name)
        if now is None:
            yield Drift(
                "model",
                name,
                f"{name} is missing",
            )
            continue
        differences = list(_compare_values(locked["fields"], now["fields"]))
        for field, subject, message in differences:
            yield Drift(
                "model",
                field,
                f"{subject} {message}",
            )
        if not differences and locked["digest"] != now["digest"]:
            yield Drift(
                "model",
                name,
                f"{name} has other titles, descriptions or definitions",
            )
    for name in models.keys() - entry["models"].keys():
        yield Drift(
            "model",
            name,
            f"{name} is new",
        )


def compare_code(entry: Entry, models: Mapping[str, Mapping[str, Any]]) -> Iterator[Drift]:
    """Yield the models whose module has another source.

    That is the cause of other data if nothing else has changed: a validator may be another one.
    """
    for name, locked in entry["models"].items():
        if name in models and locked["code"] != models[name]["code"]:
            yield Drift(
                "code",
                name,
                f"the source around {name} was edited",
            )


def _compare_values(
    locked: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Yield the key of each difference, a subject for a sentence, and its rest."""
    for key in sorted({**locked, **now}):
        before, after = locked.get(key, ABSENT), now.get(key, ABSENT)
        if before != after:
            yield key, key, f"was {_show(before)}, is {_show(after)}"


def _show(value: Any) -> str:
    """Return *value* for a message."""
    if value is ABSENT:
        return "absent"
    if isinstance(value, str):
        return repr(shorten(value, MAX_SHOWN_CHARACTERS))
    return shorten(json.dumps(value, default=str), MAX_SHOWN_CHARACTERS)


def explain_difference(difference: str) -> str:
    """Return where the first difference of a unified diff is: the line, and the fields of JSON.

    The diff leads from the file to what it should contain.
    """
    if "\n@@ " not in difference:
        return "its content differs"
    number = 0
    removed: str | None = None
    for row in difference.splitlines()[2:]:
        hunk = HUNK_START.match(row)
        if hunk:
            number = int(hunk[1]) - 1
        elif row.startswith("-"):
            if removed is not None:
                break
            removed, number = row[1:], number + 1
        elif row.startswith("+"):
            return describe_line(
                number or 1,
                removed,
                row[1:],
            )
        elif removed is None:
            number += 1
    return describe_line(
        number,
        removed,
        None,
    )


def describe_line(
    number: int,
    found: str | None,
    expected: str | None,
    noun: str = "line",
) -> str:
    """Return a message about line *number*: *found* instead of *expected*, one of them JSON.

    *noun* is the message's word for a line.
    """
    if found is None:
        return f"a {noun} is missing at {noun} {number}"
    if expected is None:
        return f"{noun} {number} is too much"
    fields = list_different_fields(found, expected)
    if not fields:
        return f"{noun} {number} differs"
    shown = "; ".join(
        f"{name} is {_show(before)}, expected {_show(after)}" for name, before, after in fields[:5]
    )
    return f"{noun} {number}: {shown}"


def list_different_fields(found: str, expected: str) -> list[tuple[str, Any, Any]]:
    """Return the path and the two values of each field that differs in two lines of JSON."""
    try:
        values = [json.loads(line.rstrip().rstrip(",")) for line in (found, expected)]
    except ValueError:
        return []
    return list(_walk_fields("", *values))


def _walk_fields(
    path: str,
    found: Any,
    expected: Any,
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the differences between two values, those within objects by their own paths."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in {**expected, **found}:
            inner = f"{path}.{key}" if path else key
            yield from _walk_fields(
                inner,
                found.get(key, ABSENT),
                expected.get(key, ABSENT),
            )
    elif found != expected:
        yield path or "the value", found, expected
