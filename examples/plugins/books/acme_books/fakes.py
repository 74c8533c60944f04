"""Two kinds of providers: a plain function, and one that checks the field's constraints."""

from random import Random

from acme_books import check_digit
from pytest_fixturegen import FieldContext
from pytest_fixturegen.nodes import Call, Node

HALLS = ("PR", "QA", "TX", "ML")


def isbn(rng: Random) -> str:
    """Return an ISBN, seeded by the field's own stream."""
    digits = f"978{rng.randrange(10**9):09}"
    return digits + check_digit(digits)


def shelf_mark(context: FieldContext) -> Node | None:
    """Return a node of shelf marks such as ``QA 76.73``, or None if the field is too short."""
    short = context.constraints.max_length is not None and context.constraints.max_length < len(
        "QA 76.73"
    )
    return None if short else Call(draw_mark)


def draw_mark(word: int) -> str:
    """Return the shelf mark for a 64-bit word."""
    return f"{HALLS[word % 4]} {10 + (word >> 8) % 90}.{10 + (word >> 16) % 90}"
