"""Check the reports of the child before anything is built of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pytest_fixturegen.emitters.source import FormError, are_names

Report = Mapping[str, Any]

TEXT_KEYS = ("model", "full_name", "digest")
LIST_KEYS = ("cases", "fields", "labels")


def require_reports(reports: Sequence[Report]) -> None:
    """Raise FormError unless each of *reports* names a class, and its parts have their types."""
    for report in reports:
        _require_symbol(report)
        _require_texts(report)
        _require_lists(report)
        seed = report.get("seed", 0)
        if type(seed) is not int:  # type(): a bool is an int, too
            raise FormError("A report of the child has a seed that is no whole number.")


def _require_symbol(report: Report) -> None:
    """Raise FormError unless *report* has the symbol of a class that can be imported."""
    match report.get("symbol"):
        case ["symbol", str(module), str(name)] if are_names(module, name):
            return
        case _:
            raise FormError("A report of the child names no class.")


def _require_texts(report: Report) -> None:
    """Raise FormError if a name or a digest in *report* is not a string."""
    for key in TEXT_KEYS:
        if not isinstance(report.get(key, ""), str):
            raise FormError(f"A report of the child has a {key} that is no text.")


def _require_lists(report: Report) -> None:
    """Raise FormError unless the cases of *report* are a list, and its fields a list of pairs."""
    for key in LIST_KEYS:
        if not isinstance(report.get(key, []), list):
            raise FormError(f"A report of the child has {key} that are no list.")
    if not all(isinstance(label, str) for label in report.get("labels", [])):
        raise FormError("A report of the child has an id that is no text.")
    fields = report.get("fields", [])
    if not all(isinstance(field, list) and len(field) == 2 for field in fields):
        raise FormError("A report of the child has no fields.")
