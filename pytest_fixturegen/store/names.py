"""What the resources of models are called: by their classes, for several of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.identity import snake_case

IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "datum": "data", "medium": "media"}


def named_models(models: Sequence[Any]) -> dict[str, Any]:
    """*models* by the names of their resources: ``OrderLine`` becomes ``order_lines``. Raises ConfigError for two of a name."""
    found: dict[str, Any] = {}
    for model in models:
        name = plural(snake_case(getattr(model, "__name__", str(model))))
        if found.setdefault(name, model) is not model:
            raise ConfigError(f"Two models would be called {name!r}.", hint="Name them: a mapping, or --include and --exclude.")
    return found


def plural(name: str) -> str:
    """*name* for several of what it names."""
    head, _, last = name.rpartition("_")
    if last in IRREGULAR:
        several = IRREGULAR[last]
    elif re.search(r"[^aeiou]y$", last):
        several = f"{last[:-1]}ies"
    else:
        several = f"{last}es" if last.endswith(("s", "x", "z", "ch", "sh")) else f"{last}s"
    return f"{head}_{several}" if head else several
