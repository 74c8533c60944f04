"""Options of a place in a record: classes of values, each as a change of the record's plan."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.cases.value_classes import ClassKind
from pytest_fixturegen.generator.draft import Replacement
from pytest_fixturegen.nodes import Constant, Node, Pinned


class CaseOwner:
    """The owner of replacements that no rule of a model has asked for."""

    rule = "the case"
    loc = ()


OWNER = CaseOwner()
"""The owner of what a case varies."""

BASE_OWNER = CaseOwner()
"""The owner of what repair changed in the base record."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the classes that a place can show.

    *name* is the class, unique within the place; *label* is its text in ids. *changes* are the
    nodes to draw instead of the planned ones, by path. *omitted* is the path of the field that is
    left out, if any. *has_items* says that a collection is not empty, *is_member* that the class
    is a member of a union.
    """

    name: str
    label: str
    kind: ClassKind
    changes: tuple[tuple[str, Replacement], ...] = ()
    omitted: str | None = None
    has_items: bool = False
    is_member: bool = False


def build_option(  # noqa: PLR0913 - the facts of an option
    name: str,
    kind: ClassKind,
    path: str,
    node: Node,
    source: str | None = None,
    *,
    is_pinned: bool = False,
    has_items: bool = False,
) -> Option:
    """Return the option that draws *node* at *path*, with the random words of *source* if given.

    Unless it *is_pinned*, repair may change what lies within the value.
    """
    drawn = Pinned(node) if is_pinned else node
    changes = (
        (
            path,
            Replacement(
                drawn,
                source,
                OWNER,
            ),
        ),
    )
    return Option(
        name,
        name,
        kind,
        changes,
        has_items=has_items,
    )


def build_constant(
    name: str,
    kind: ClassKind,
    path: str,
    value: Any,
    label: str | None = None,
) -> Option:
    """Return the option that shows *value* at *path*."""
    node = Pinned(Constant(value, value))
    return Option(
        name,
        label or name,
        kind,
        (
            (
                path,
                Replacement(
                    node,
                    None,
                    OWNER,
                ),
            ),
        ),
    )
