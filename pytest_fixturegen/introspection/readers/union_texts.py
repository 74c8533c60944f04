"""Texts in unions with dates: ``date | str`` that a validator of the user judges.

Such a validator reads a date from the text. Any other text is refused, often after a long search
for a format.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    OptionalShape,
    Scalar,
    Shape,
    UnionShape,
)

DATE_KINDS = ("date", "datetime")

DATE_PATTERN = r"^202[0-6]-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$"
"""Days that every month has, as ISO 8601 writes them."""

FREE_TEXT = Scalar("str")
WRITTEN_DATE = Scalar("str", NO_CONSTRAINTS.merge(pattern=DATE_PATTERN))


def date_texts(shape: Shape) -> Shape:
    """Return *shape*; if it is a union with dates, its free texts are written dates."""
    if isinstance(shape, OptionalShape):
        return replace(shape, inner=date_texts(shape.inner))
    if not isinstance(shape, UnionShape):
        return shape
    members = tuple(
        (label, WRITTEN_DATE if member == FREE_TEXT else member) for label, member in shape.members
    )
    has_dates = any(getattr(member, "kind", "") in DATE_KINDS for _, member in members)
    return replace(shape, members=members) if has_dates else shape
