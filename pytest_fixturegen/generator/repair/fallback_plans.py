"""Strategy: another plan of the whole record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn, is_word
from pytest_fixturegen.generator.repair.optional_fields import REQUIRING_PATTERN
from pytest_fixturegen.generator.repair.patches import SwitchPlan
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Record, unwrap_node
from pytest_fixturegen.strategies.fallback_plans import INSTANCES_NUMBER

NAME = "fallback plans"

FIRST_LAP = 5
"""The first lap in which a plan is changed without a hint."""

MAPPING_MARK = "'dict' object has no attribute"
"""Python's message for a mapping that is used like an instance."""

MAPPING_PATTERN = re.compile(r"\b(?:dict(?:ionary)?|mapping|instance)\b", re.IGNORECASE)
"""Words in a validator's message that ask for a mapping or an instance instead of a text."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[SwitchPlan]:
    """Yield a patch for the next plan, if there is another one.

    A validator that wants attributes of a mapping gets the plan with instances at once, and so
    does one that wants fields or an instance in place of a text.
    """
    number = drawn.record.draft.plan_number
    uses_mapping = refusal.is_type_crash and MAPPING_MARK in refusal.message
    has_text = isinstance(drawn.refused.value, str) and MAPPING_PATTERN.search(refusal.message)
    if (uses_mapping or has_text) and number not in (INSTANCES_NUMBER, drawn.next_plan):
        yield SwitchPlan(
            NAME,
            drawn.refused.path,
            number=INSTANCES_NUMBER,
        )
    if drawn.lap < FIRST_LAP and not (number == 0 and misses_deeper_field(refusal, drawn)):
        return
    if drawn.next_plan != number:
        yield SwitchPlan(
            NAME,
            drawn.refused.path,
            number=drawn.next_plan,
        )


def misses_deeper_field(refusal: Refusal, drawn: Drawn) -> bool:
    """Return whether the message requires fields that the plan leaves out, all as too deep."""
    node = unwrap_node(drawn.refused.node)
    if not isinstance(node, Record) or not REQUIRING_PATTERN.search(refusal.message):
        return False
    named = [slot for slot in node.slots if is_word(slot.name, refusal.message)]
    return bool(named) and all(slot.key is None for slot in named)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the record deeper, then without its defaults, then with instances of its models.",
    propose,
)
