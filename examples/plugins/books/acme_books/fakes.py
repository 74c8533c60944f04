"""What makes the values: a plain function, and a provider that looks at the rules of its place."""

from random import Random

from acme_books import check_digit
from pytest_fixturegen import FieldContext
from pytest_fixturegen.nodes import Call, Node

HALLS = ("PR", "QA", "TX", "ML")


def isbn(rng: Random) -> str:
    """An ISBN, seeded by the field's own stream."""
    digits = f"978{rng.randrange(10**9):09}"
    return digits + check_digit(digits)


def shelf_mark(context: FieldContext) -> Node | None:
    """Where a book stands: ``QA 76.73``. None where the field is too short for one."""
    short = context.constraints.max_length is not None and context.constraints.max_length < len(
        "QA 76.73"
    )
    return None if short else Call(draw_mark)


def draw_mark(word: int) -> str:
    """A shelf mark of one word of 64 bits."""
    return f"{HALLS[word % 4]} {10 + (word >> 8) % 90}.{10 + (word >> 16) % 90}"
