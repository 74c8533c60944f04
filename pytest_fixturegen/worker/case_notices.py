"""Notices of the parent about the cases that the child found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

NOUNS = {
    "refused": ("combination refused by validators", "combinations refused by validators"),
    "not_covered": ("combination not covered", "combinations not covered"),
    "findings": ("change accepted", "changes accepted"),
}
"""The nouns, singular and plural, of the facts about cases."""

LABELS = {"refused": "refused", "not_covered": "not covered", "findings": "accepted"}
"""The labels of examples of the same facts."""


def describe_cases(facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line on the cases of the model in *facts*, and a line for each example."""
    found = facts.get("facts")
    if not found:
        return
    counts = [_count(found["cases"], ("case", "cases"))]
    examples: list[str] = []
    for key, nouns in NOUNS.items():
        count, texts = found.get(key, (0, ()))
        if count:
            counts.append(_count(count, nouns))
            label = LABELS[key]
            examples += [f"  {label}: {text}" for text in texts]
            if count > len(texts):
                examples.append(f"  {label}: … and {count - len(texts):,} more")
    yield f"{facts['model']}: {', '.join(counts)}"
    yield from examples


def _count(number: int, nouns: tuple[str, str]) -> str:
    """Return *number* with its noun."""
    return f"{number:,} {nouns[number != 1]}"
