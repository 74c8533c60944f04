"""Numbers of a family that follow from one drawn number: they need no values of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pytest_fixturegen.providers.families.steps import (
    FamilySetting,
    Step,
    list_range,
    round_to_grain,
)
from pytest_fixturegen.streams import mix_word

DrawFromWord = Callable[[int], Any]


def make_direct_draw(
    setting: FamilySetting, step: Step, convert: Callable[[Any], Any]
) -> DrawFromWord | None:
    """Return the function from the word of the family to the value of *step*, converted.

    None if the value follows from several drawn numbers. The result is that of
    :class:`~pytest_fixturegen.providers.families.steps.Evaluation`, which takes longer.
    """
    source = step
    if step.operation == "above" and step.arguments[1] == "0":
        steps = setting.family.steps
        source = _find_sign_source(steps, steps[step.arguments[0]])
    find_value = CONVERTERS.get(source.operation)
    if find_value is None:
        return None
    values = [find_value(number, source, setting) for number in list_range(source.spec)]
    shown = values if source is step else [value > 0 for value in values]
    pool, salt, count = tuple(map(convert, shown)), source.salt, len(shown)
    return lambda word: pool[mix_word(word, salt) * count >> 64]


CONVERTERS: dict[str, Callable[[float, Step, FamilySetting], Any]] = {
    "count": lambda number, step, setting: round(number),
    "money": lambda number, step, setting: round(
        round_to_grain(number, step.grain) * setting.scale
    ),
    "real": lambda number, step, setting: round_to_grain(number, step.grain),
}
"""By operation, what makes a value of a number of the range."""


def _find_sign_source(steps: Mapping[str, Step], step: Step) -> Step:
    """Return the step whose value is above 0 if and only if that of *step* is.

    What a part leaves of a count is above 0 if the count is, unless the part may be all of it.
    """
    if step.operation != "rest" or len(step.arguments) != 2:
        return step
    whole, part = (steps[role] for role in step.arguments)
    is_less = part.operation == "part" and part.arguments[0] == whole.role
    is_counted = whole.operation == "count" and is_less and max(list_range(part.spec)) < 1
    return whole if is_counted else step
