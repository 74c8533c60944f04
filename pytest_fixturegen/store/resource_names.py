"""What the resources of models are called: by their classes, for several of them."""

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
    """*models* by the names of their resources: ``OrderLine`` becomes ``order_lines``. Raises ConfigError for two of a name."""
    found: dict[str, Any] = {}
    for model in models:
        name = pluralize_name(to_snake_case(getattr(model, "__name__", str(model))))
        if found.setdefault(name, model) is not model:
            raise ConfigError(
                f"Two models would be called {name!r}.",
                hint="Name them: a mapping, or --include and --exclude.",
            )
    return found


def pluralize_name(name: str) -> str:
    """*name* for several of what it names."""
    head, _, last = name.rpartition("_")
    if last in IRREGULAR_PLURALS:
        several = IRREGULAR_PLURALS[last]
    elif re.search(r"[^aeiou]y$", last):
        several = f"{last[:-1]}ies"
    else:
        several = f"{last}es" if last.endswith(("s", "x", "z", "ch", "sh")) else f"{last}s"
    return f"{head}_{several}" if head else several
