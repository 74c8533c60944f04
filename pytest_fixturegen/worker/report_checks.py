"""Check the reports that a command prints: the child that sends them has run unknown code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pytest_fixturegen.worker import frames

Report = dict[str, Any]

LISTING_KEYS = ("module", "name", "kind")
FIELD_KEYS = ("field", "model", "provider", "reason")


def check_listing(reports: Sequence[Report]) -> list[Report]:
    """Return *reports* unchanged; raise UnsafeImportViolation if one lacks a text of a model."""
    for report in reports:
        _require_texts(report, LISTING_KEYS)
    return list(reports)


def check_explanation(reports: Sequence[Report]) -> list[Report]:
    """Return *reports* unchanged; raise UnsafeImportViolation if one explains no fields."""
    for report in reports:
        _require_texts(report, ("model",))
        fields = report.get("fields")
        if not isinstance(fields, list):
            raise frames.build_protocol_error("sent a report without fields")
        for field in fields:
            _require_texts(field, FIELD_KEYS)
    return list(reports)


def _require_texts(facts: Any, keys: Sequence[str]) -> None:
    """Raise UnsafeImportViolation unless *facts* is an object with a text at each of *keys*."""
    if not isinstance(facts, dict) or not all(isinstance(facts.get(key), str) for key in keys):
        raise frames.build_protocol_error(f"sent a report without {', '.join(keys)}")
