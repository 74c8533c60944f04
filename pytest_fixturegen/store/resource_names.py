"""Names of resources, derived from the names of their models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError

IRREGULAR_PLURALS = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "datum": "data",
    "medium": "media",
}


def name_models(models: Sequence[Any]) -> dict[str, Any]:
    """Return *models* by the names of their resources: ``OrderLine`` becomes ``order_lines``.

    Raise ConfigError if two models have the same name.
    """
    named: dict[str, Any] = {}
    for model in models:
        name = pluralize_name(to_snake_case(getattr(model, "__name__", str(model))))
        if named.setdefault(name, model) is not model:
            raise ConfigError(
                f"Two models have the same resource name {name!r}.",
                hint="Name them with a mapping, or select one with --include and --exclude.",
            )
    return named


def pluralize_name(name: str) -> str:
    """Return the English plural of *name*, which is in snake case."""
    head, _, word = name.rpartition("_")
    plural = _pluralize_word(word)
    return f"{head}_{plural}" if head else plural


def _pluralize_word(word: str) -> str:
    """Return the English plural of *word*, by the irregular forms first, then by its ending."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word}s"
