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


def date_texts(shape: Shape) -> Shape:
    """Return *shape*; if it is a union with dates, its free texts are written dates."""
    if isinstance(shape, OptionalShape):
        return replace(shape, inner=date_texts(shape.inner))
    if not isinstance(shape, UnionShape) or not any(map(_is_date, dict(shape.members).values())):
        return shape
    members = tuple((label, _write_date(member)) for label, member in shape.members)
    return replace(shape, members=members)


def _is_date(shape: Shape) -> bool:
    return isinstance(shape, Scalar) and shape.kind in DATE_KINDS


def _write_date(shape: Shape) -> Shape:
    """Return *shape*, or the shape of a written date in place of any text."""
    if not isinstance(shape, Scalar) or shape.kind != "str":
        return shape
    if shape.constraints != NO_CONSTRAINTS:
        return shape
    return replace(shape, constraints=shape.constraints.merge(pattern=DATE_PATTERN))
