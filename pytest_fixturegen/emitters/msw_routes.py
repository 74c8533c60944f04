"""Answers of handlers for Mock Service Worker, without the text of their files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.readers.documents.operations import DocumentedOperation

RouteKind = Literal["item", "list", "create", "update", "static", "empty", "text"]

PARAMETER = re.compile(r"{([^{}]*)}")
KEY_NAMES = ("id", "sid", "uuid", "key", "slug", "code", "name", "username", "number", "ref")
"""Properties that tell records apart, in the order in which they are chosen."""

PREFIX = re.compile(r"api|v?[0-9]+([.-][0-9]+)*", re.IGNORECASE)
"""Parts of a path that say nothing of what is below it."""

HANDLED_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
RESERVED_WORDS = frozenset(
    """await break case catch class const continue debugger default delete do else enum export
    extends false finally for function handlers if import in instanceof new null return super
    switch this throw true try typeof var void while with yield let static params request response
    responses http text body page found changed created status""".split()
)
"""Names that a variable of a module or a handler cannot have."""

BODILESS_STATUSES = (204, 205, 304)
"""Statuses whose responses have no body, so that the platform refuses one [Fetch, 2.2.4]."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record that a route needs: of *collection*, whose *properties* equal path parameters."""

    collection: str
    properties: tuple[tuple[str, str], ...]
    """The property, and the name of the parameter."""


@dataclass(frozen=True, slots=True)
class MockRoute:
    """One handler: what it answers to *method* and *path*, a pattern of MSW.

    *parameters* are those in the path. *lookups* are the records that must exist, *missing* the
    name of the body of the response 404, or empty. *body* is the name of a value in the file of
    responses, or empty; *envelope* the property of it that holds the list. *filters* say which
    records of *collection* a list has.
    """

    method: str
    path: str
    title: str
    kind: RouteKind
    status: int
    parameters: tuple[str, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    missing: str = ""
    body: str = ""
    collection: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    envelope: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class RouteGroup:
    """The routes of one file, and the values of their *responses* by name."""

    name: str
    routes: tuple[MockRoute, ...]
    responses: dict[str, Any]


def split_path(path: str) -> list[str]:
    """Return the segments of *path*, without a query."""
    return [part for part in re.split(r"[?#]", path)[0].split("/") if part]


def join_path(segments: Sequence[str]) -> str:
    """Return the path with *segments*."""
    return "/" + "/".join(segments)


def is_parameter(segment: str) -> bool:
    """Return whether a segment of a path is one parameter and nothing else."""
    return PARAMETER.fullmatch(segment) is not None


def find_item_parameter(path: str) -> str:
    """Return the parameter that *path* ends with, or nothing."""
    segments = split_path(path)
    match = PARAMETER.fullmatch(segments[-1]) if len(segments) > 1 else None
    return match[1] if match else ""


def to_identifier(name: str) -> str:
    """Return *name* as a name of a parameter in a pattern, which TypeScript accepts, too."""
    plain = (
        re.sub(
            r"[^A-Za-z0-9_]",
            "_",
            name,
        )
        or "_"
    )
    return f"_{plain}" if plain[0].isdigit() else plain


def to_pattern(path: str) -> tuple[str, tuple[str, ...]]:
    """Return the pattern of MSW for the template *path*, and the names of its parameters."""
    pieces, names = [], []
    plain = re.split(r"[?#]", path)[0]
    for place, piece in enumerate(PARAMETER.split(plain)):
        if place % 2:
            name = to_identifier(piece)
            while name in names:
                name += "_"
            names.append(name)
            pieces.append(f":{name}")
        else:
            pieces.append(
                re.sub(
                    r"([:*+()\\{}])",
                    r"\\\1",
                    piece,
                )
            )
    return "".join(pieces), tuple(names)


def find_key(
    parameter: str,
    properties: Sequence[str],
    collection: str,
) -> str:
    """Return the one of *properties* whose value *parameter* holds, or nothing.

    *collection* is the last name of the path, which may be part of either name: ``petId``.
    """
    plain = {_normalize(name): name for name in reversed(properties)}
    wanted = _normalize(parameter)
    resource = _normalize(collection).removesuffix("s")
    candidates = [wanted, wanted.removeprefix(resource), resource + wanted]
    candidates += [name for name in KEY_NAMES if wanted.endswith(name)]
    return next((plain[name] for name in candidates if name in plain), "")


def find_same_name(parameter: str, properties: Sequence[str]) -> str:
    """Return the one of *properties* that has the name of *parameter*, or nothing."""
    wanted = _normalize(parameter)
    return next((name for name in properties if _normalize(name) == wanted), "")


def choose_status(operation: DocumentedOperation) -> tuple[int, str]:
    """Return the status of a success, and the name by which it is documented."""
    documented = [each.status for each in operation.responses]
    numbers = sorted(int(text) for text in documented if text.isdigit() and len(text) == 3)
    successes = [number for number in numbers if 200 <= number < 300]
    if successes:
        return successes[0], str(successes[0])
    for name in ("2XX", "default"):
        if name in documented:
            return 200, name
    others = [number for number in numbers if number >= 300]
    return (others[0], str(others[0])) if others else (200, "")


def get_group_name(tags: Sequence[str], path: str) -> str:
    """Return the name of the file of an operation: its first tag, or the first part of its path."""
    fixed = [segment for segment in split_path(path) if not PARAMETER.search(segment)]
    names = [segment for segment in fixed if not PREFIX.fullmatch(segment)] or fixed
    text = tags[0] if tags else (names[0] if names else "root")
    return to_file_name(text)


def to_file_name(text: str) -> str:
    """Return *text* in small letters and digits with dashes between the words."""
    spaced = re.sub(
        r"(?<=[a-z0-9])(?=[A-Z])",
        "-",
        text,
    )
    return (
        re.sub(
            r"[^a-z0-9]+",
            "-",
            spaced.lower(),
        ).strip("-")
        or "root"
    )


def to_variable(text: str) -> str:
    """Return *text* as a name of a variable: ``order-items`` becomes ``orderItems``."""
    first, *others = to_file_name(text).split("-")
    name = "".join([first, *(word.capitalize() for word in others)])
    return f"_{name}" if name[0].isdigit() or name in RESERVED_WORDS else name


def sort_routes(routes: Sequence[MockRoute]) -> list[MockRoute]:
    """Return *routes* so that no pattern hides a later one: MSW takes the first that matches."""
    return sorted(routes, key=_get_generality)


def _get_generality(route: MockRoute) -> list[tuple[bool, str]]:
    """Return the key by which fixed segments come before parameters at the same place."""
    return [(":" in segment, segment) for segment in route.path.split("/")]


def iter_prefixes(path: str) -> Iterator[tuple[str, str]]:
    """Yield each path of a collection that *path* goes through, and the parameter after it."""
    segments = split_path(path)
    for place, segment in enumerate(segments):
        if place and is_parameter(segment):
            yield "/" + "/".join(segments[:place]), segment[1:-1]


def _normalize(name: str) -> str:
    """Return *name* in small letters and digits alone, to compare names in any style."""
    return re.sub(
        r"[^a-z0-9]",
        "",
        name.lower(),
    )
