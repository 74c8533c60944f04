"""The schedule of repair: every strategy, in the order in which they are tried.

Each rule that refuses a record goes through the schedule lap by lap: in every turn it gets the
first patch that this lap has not applied yet, and when no patch is left, the next lap begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair import (
    as_json,
    date_rules,
    empty_values,
    endless_code,
    equal_fields,
    fallback_plans,
    fewer_fields,
    list_rules,
    list_shape,
    literal_values,
    lost_parts,
    missing_keys,
    number_ranges,
    number_rules,
    optional_fields,
    prefix_suffix,
    redraw,
    related_fields,
    shared_facts,
    surroundings,
    text_formats,
    text_input,
    text_rules,
    validator_literals,
)
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Patch, Solution
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

SCHEDULE: tuple[RepairStrategy, ...] = (
    fallback_plans.STRATEGY,
    endless_code.STRATEGY,
    text_input.STRATEGY,
    lost_parts.STRATEGY,
    surroundings.STRATEGY,
    empty_values.STRATEGY,
    equal_fields.STRATEGY,
    missing_keys.STRATEGY,
    optional_fields.STRATEGY,
    prefix_suffix.STRATEGY,
    list_shape.STRATEGY,
    number_ranges.STRATEGY,
    literal_values.STRATEGY,
    text_formats.STRATEGY,
    validator_literals.STRATEGY,
    related_fields.STRATEGY,
    text_rules.STRATEGY,
    date_rules.STRATEGY,
    list_rules.STRATEGY,
    as_json.STRATEGY,
    shared_facts.STRATEGY,
    redraw.STRATEGY,
    number_rules.STRATEGY,
    fewer_fields.STRATEGY,
)


def propose_patches(
    refusal: Refusal,
    drawn: Drawn,
    solution: Solution | None = None,
) -> Iterator[Patch]:
    """Yield the patches of a lap for *refusal*: those like *solution* first, then the schedule."""
    if solution is not None:
        strategies = [strategy for strategy in SCHEDULE if strategy.name == solution.strategy]
        patches = [patch for each in strategies for patch in each.propose(refusal, drawn)]
        yield from sorted(patches, key=lambda patch: patch.solution != solution)
    for strategy in SCHEDULE:
        if strategy.first_lap <= drawn.lap <= strategy.last_lap:
            yield from strategy.propose(refusal, drawn)


def order_names(names: set[str]) -> list[str]:
    """Return the names of strategies in the order of the schedule."""
    return [strategy.name for strategy in SCHEDULE if strategy.name in names]
