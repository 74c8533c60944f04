"""Names of fields, parameters and paths, compared by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pytest_fixturegen._internal.type_names import to_snake_case

KEY_WORDS = ("id", "sid", "uuid", "guid", "key", "pk", "slug", "code", "name", "username", "number")
"""Names of fields that identify records, the likeliest first."""


def normalize_name(name: str) -> str:
    """Return *name* in lower case without anything but letters and digits."""
    return re.sub(
        r"[\W_]+",
        "",
        name,
    ).lower()


def find_same_name(name: str, names: Iterable[str]) -> str | None:
    """Return the one of *names* that differs from *name* in case and separators at most."""
    wanted = normalize_name(name)
    return next((each for each in names if normalize_name(each) == wanted), None)


def find_key_name(
    parameter: str,
    names: Iterable[str],
    collection: str,
) -> str | None:
    """Return the field that a path *parameter* of *collection* names; None if it is missing.

    ``petId`` of ``/pets`` is ``petId``, or else ``id``, or else another name of a key.
    """
    known = list(names)
    same = find_same_name(parameter, known)
    if same:
        return same
    wanted = normalize_name(parameter)
    for word in KEY_WORDS:
        found = find_same_name(word, known)
        if found and (wanted.endswith(word) or wanted == singularize(normalize_name(collection))):
            return found
    if wanted.endswith("id"):
        return next(
            (found for word in KEY_WORDS[:6] if (found := find_same_name(word, known))), None
        )
    return None


def singularize(word: str) -> str:
    """Return the English singular of *word*, as far as its ending tells."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def to_resource_name(text: str) -> str:
    """Return *text*, a part of a path, as the name of a resource."""
    name = re.sub(
        r"\W+",
        "_",
        to_snake_case(text),
        flags=re.ASCII,
    ).strip("_")
    return name if name[:1].isalpha() else f"r_{name}".rstrip("_")
