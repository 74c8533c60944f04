"""Ranges of numbers as text: the least, the usual and the greatest value, and how they are rounded.

``0 12 900 m | .1 0:40`` are metres with one decimal place, 40 % of them 0; the values between the
ends are dense around the middle. The grain is ``.1`` (decimal places), ``/5`` (multiples), ``~2``
(significant digits), or ``= 1*4 2*2 8`` (a closed list, with how often each is drawn).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from math import floor, log10
from typing import NamedTuple

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Choice, Node
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.units.suffixes import Unit, index_units

POOL_SIZE = 320
"""Numbers in a pool."""

LONG_TAIL = 6
"""If the greatest value is so many times the usual one, the values between are log-spaced."""

MIN_VALID_SHARE = 8
"""At least one of so many numbers must satisfy the constraints, else they are fitted to them."""


class NumberSpec(NamedTuple):
    """A range of numbers in a *unit* (None is a plain number) with the part *zeros* that are 0.

    *grain* is its text, and *options* are the values of a closed list.
    """

    low: float
    median: float
    high: float
    unit: Unit | None
    grain: str
    zeros: float
    options: tuple[float, ...]


def join_rows(table: str) -> str:
    """Return *table* with each row on one line: an indented line goes on with the one before."""
    return table.strip().replace("\n  ", " ")


@lru_cache(maxsize=1024)
def parse_spec(row: str) -> NumberSpec:
    """Return the range that *row* describes."""
    values, _, flags = row.partition("|")
    low, median, high, *unit_names = values.split()
    unit = index_units()[unit_names[0]][0] if unit_names else None
    grain, zeros = "", 0.0
    options: tuple[float, ...] = ()
    if flags.strip().startswith("="):
        options = tuple(_iter_options(flags.strip()[1:]))
    else:
        words = flags.split()
        zeros = next(
            (float(word[2:]) / 100 for word in words if word.startswith("0:")),
            0.0,
        )
        grain = next(
            (word for word in words if not word.startswith("0:")),
            "",
        )
    return NumberSpec(
        float(low),
        float(median),
        float(high),
        unit,
        grain,
        zeros,
        options,
    )


def _iter_options(text: str) -> Sequence[float]:
    """Return the values in *text*, each as often as it says."""
    pairs = (word.partition("*") for word in text.split())
    return [float(value) for value, _, times in pairs for _ in range(int(times or 1))]


@lru_cache(maxsize=512)
def list_values(spec: NumberSpec) -> tuple[float, ...]:
    """Return the values of *spec* in its own unit, not rounded, in ascending order."""
    if spec.options:
        return tuple(sorted(spec.options))
    zeros = round(POOL_SIZE * spec.zeros)
    count = POOL_SIZE - zeros
    return (0.0,) * zeros + tuple(_find_quantile(spec, (i + 0.5) / count) for i in range(count))


def _find_quantile(spec: NumberSpec, part: float) -> float:
    """Return the value of *spec* below which *part* of its values lie."""
    low, median, high = spec.low, spec.median, spec.high
    if part < 0.5:
        distance = float((1 - 2 * part) ** 1.5)
        if low > 0 and median / low > LONG_TAIL:
            return median * float((low / median) ** distance)
        return median - (median - low) * distance
    distance = (2 * part - 1) ** 2
    if median > 0 and high / median > LONG_TAIL:
        return median * float((high / median) ** distance)
    return median + (high - median) * distance


def build_spec_node(
    spec: NumberSpec,
    unit: Unit | None,
    context: FieldContext,
    *,
    is_percent: bool = False,
) -> Node | None:
    """Return the node of the numbers of *spec*, shown in *unit*; None if they do not fit.

    With *is_percent*, they are shares of one if the field allows no number above 1.
    """
    numbers: Sequence[Decimal] = list_numbers(
        spec,
        unit,
        context.kind,
    )
    if context.kind == "int" and not any(map(int, numbers)):
        return None  # whole numbers cannot show shares such as 0.05: all would be 0
    constraints = context.constraints
    if is_percent and _ends_at_one(constraints):
        numbers = [number / 100 for number in numbers]
    if constraints != Constraints():
        numbers = _fit_numbers(
            numbers,
            constraints,
            is_whole=context.kind == "int",
        )
    return build_number_choice(numbers, context.kind) if numbers else None


def _ends_at_one(constraints: Constraints) -> bool:
    """Return whether *constraints* allow numbers up to 1 and none above."""
    return 1 in (constraints.le, constraints.lt)


def build_number_choice(numbers: Sequence[Decimal], kind: str) -> Choice:
    """Return the choice of one of *numbers* as values of *kind*."""
    if kind == "decimal":
        return Choice(
            tuple(numbers),
            tuple(map(str, numbers)),
        )
    if kind == "str":
        texts = tuple(map(str, numbers))
        return Choice(texts, texts)
    values = tuple(map(int if kind == "int" else float, numbers))
    return Choice(values, values)


@lru_cache(maxsize=512)
def list_numbers(
    spec: NumberSpec,
    unit: Unit | None,
    kind: str,
) -> tuple[Decimal, ...]:
    """Return the numbers of *spec* in *unit*, rounded as it says; whole ones for an ``int``."""
    convert = _Converter(
        spec,
        unit,
        kind,
    )
    numbers = tuple(round_number(convert(value), convert.grain) for value in list_values(spec))
    target = unit or spec.unit
    if kind == "int" and target and target.dimension == "time" and spec.low > 0:
        return tuple(map(partial(max, Decimal(1)), numbers))  # never 0 months' notice
    return numbers


class _Converter:
    """Converts values of *spec* to *unit*, and knows their *grain* there."""

    def __init__(
        self,
        spec: NumberSpec,
        unit: Unit | None,
        kind: str,
    ) -> None:
        own = spec.unit
        target = unit or own
        self._factor = 1.0
        self._shift = (0.0, 0.0)
        grain = spec.grain
        if own and target and own != target:
            self._factor = target.factor / own.factor
            self._shift = (own.offset, target.offset)
            if grain.startswith("."):
                grain = ""  # other decimal places suit the other unit
        if kind == "int" and target and _is_share_of_one(target):
            self._factor *= 100
        if not grain and not spec.options:
            grain = _choose_grain(abs(self(spec.median)))
        self.grain = _make_whole(grain) if kind == "int" else grain

    def __call__(self, value: float) -> float:
        before, after = self._shift
        return (value - before) * self._factor + after


def _is_share_of_one(unit: Unit) -> bool:
    """Return whether *unit* is that of shares from 0 to 1."""
    return unit.dimension == "share" and unit.factor == 1


def _choose_grain(median: float) -> str:
    """Return a grain with about three significant digits around *median*."""
    places = 2 - floor(log10(median)) if median else 1
    return "0" if places <= 0 else f".{'0' * (min(places, 6) - 1)}1"


def _make_whole(grain: str) -> str:
    """Return the grain of whole numbers that is closest to *grain*."""
    return "0" if not grain or grain.startswith(".") else grain


def round_number(value: float, grain: str) -> Decimal:
    """Return *value* rounded as *grain* says."""
    if not grain:
        return Decimal(f"{value:g}")
    if grain == ".5":
        return Decimal(f"{round(value * 2) / 2:.1f}")
    read = GRAIN_ROUNDINGS.get(grain[0])
    return Decimal(round(value)) if read is None else read(value, grain[1:])


def _round_to_step(value: float, step: str) -> Decimal:
    """Return the multiple of *step* next to *value*."""
    return Decimal(round(value / int(step)) * int(step))


def _round_to_digits(value: float, digits: str) -> Decimal:
    """Return *value* with so many significant *digits*."""
    magnitude = floor(log10(abs(value))) if value else 0
    places = int(digits) - 1 - magnitude
    rounded = round(value, places)
    return Decimal(int(rounded)) if places <= 0 else Decimal(str(rounded))


def _round_to_places(value: float, places: str) -> Decimal:
    """Return *value* with as many decimal *places* as the text has characters."""
    return Decimal(f"{value:.{len(places)}f}")


GRAIN_ROUNDINGS = {"/": _round_to_step, "~": _round_to_digits, ".": _round_to_places}
"""How a value is rounded, by the first character of its grain."""


def _fit_numbers(
    numbers: Sequence[Decimal],
    constraints: Constraints,
    *,
    is_whole: bool,
) -> Sequence[Decimal]:
    """Return those of *numbers* that are valid; if they are too few, others between the bounds."""
    valid = [number for number in numbers if is_valid_number(number, constraints)]
    if len(valid) >= len(numbers) / MIN_VALID_SHARE:
        return valid
    low = constraints.ge if constraints.gt is None else constraints.gt
    high = constraints.le if constraints.lt is None else constraints.lt
    if low is None or high is None or low >= high:
        return ()
    return _squeeze_numbers(
        numbers,
        constraints,
        Fraction(low),
        Fraction(high),
        is_whole,
    )


def _squeeze_numbers(
    numbers: Sequence[Decimal],
    constraints: Constraints,
    low: Fraction,
    high: Fraction,
    is_whole: bool,
) -> Sequence[Decimal]:
    """Return *numbers*, moved linearly so that their ends become *low* and *high*."""
    first, last = Fraction(min(numbers)), Fraction(max(numbers))
    if first == last:
        return ()
    grain = "0" if is_whole else _choose_grain(float(high - low) / 10)
    moved = [
        round_number(float(low + (Fraction(number) - first) * (high - low) / (last - first)), grain)
        for number in numbers
    ]
    return [number for number in moved if is_valid_number(number, constraints)]
