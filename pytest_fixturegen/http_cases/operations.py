"""Operations of a web application: what each reads, and which responses it documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.http_cases.encoding import HttpParts

Location = tuple[str, ...]
"""Where a value of a request is: ``("query", "limit")``, ``("body", "lines", "0", "sku")``."""

REFUSAL_STATUSES = ("422", "400")
"""Statuses for input that breaks a rule; applications document one of them, or a range."""


class LocatedError(NamedTuple):
    """An error that the application reports for a value: its location, type and message."""

    location: Location
    type: str
    message: str


class DocumentedBody(NamedTuple):
    """The JSON Schema of a response within its OpenAPI *document*.

    *may_lack_fields* says that the application leaves fields out that its document requires.
    """

    schema: Mapping[str, Any]
    document: Mapping[str, Any]
    may_lack_fields: bool = False


def never_overridden(_: Location) -> bool:
    """Return False: the application cannot replace what reads a parameter."""
    return False


@dataclass(
    frozen=True,
    slots=True,
    kw_only=True,
)
class Operation:
    """A method and a path, and what the application documents of them.

    Attributes:
        method: ``GET``, ``POST`` and so on.
        path: The template of the path, such as ``/users/{user_id}``.
        operation_id: The name of the operation in its document.
        model: The model of a whole request, with the fields ``path``, ``query``, ``header``,
            ``cookie`` and ``body``, as far as the operation reads them.
        content_type: The media type of the body; empty if the operation reads none.
        file_names: The fields of a form that hold files.
        slash_names: The parameters that hold several segments of the path.
        statuses: All documented statuses, such as ``200``, ``4XX`` and ``default``.
        bodies: The documented body of each status that has one in JSON.
        refusals: The statuses with which the application refuses invalid input.
        find_errors: Returns the errors that the application finds in a request.
        is_overridden: Returns whether tests have replaced what reads the parameter at a location.
        names_locations: Whether a refusal names the place of the error, as FastAPI does.
    """

    method: str
    path: str
    operation_id: str
    model: Any
    content_type: str
    statuses: tuple[str, ...]
    refusals: tuple[str, ...]
    bodies: Mapping[str, DocumentedBody]
    find_errors: Callable[[HttpParts], Sequence[LocatedError]]
    file_names: frozenset[str] = frozenset()
    slash_names: frozenset[str] = frozenset()
    is_overridden: Callable[[Location], bool] = never_overridden
    names_locations: bool = False

    @property
    def name(self) -> str:
        """The method and the path."""
        return f"{self.method} {self.path}"

    @property
    def successes(self) -> tuple[str, ...]:
        """The statuses of a request that is served: the documented ones, or all of 2XX."""
        return tuple(each for each in self.statuses if each[0] in "23") or ("2XX",)

    def matches(self, pattern: str) -> bool:
        """Return whether *pattern* matches the name, the path or the id of the operation."""
        names = (self.name, self.path, self.operation_id)
        return any(fnmatchcase(name, pattern) for name in names)


def select_operations(
    operations: Iterable[Operation],
    include: Sequence[str],
    exclude: Sequence[str],
) -> list[Operation]:
    """Return the operations that *include* matches, if it has patterns, and *exclude* does not."""
    return [
        operation
        for operation in operations
        if (not include or any(map(operation.matches, include)))
        and not any(map(operation.matches, exclude))
    ]


def matches_status(patterns: Sequence[str], status: int) -> bool:
    """Return whether *status* is one of *patterns*, such as ``201`` and ``4XX``."""
    return str(status) in patterns or f"{status // 100}XX" in patterns


def choose_refusals(statuses: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    """Return with which of the documented *statuses* invalid input is refused, or the *usual* ones.

    A document with a default response says nothing about the status of errors.
    """
    documented = [each for each in (*REFUSAL_STATUSES, "4XX") if each in statuses]
    if "default" in statuses:
        documented.append("4XX")
    return tuple(documented) or tuple(usual)
