"""Cases of a type: few records that cover its classes of values, and records that it refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, seed_globals
from pytest_fixturegen.api.generate import make_plan, resolve_settings
from pytest_fixturegen.cases.case_builder import CaseBuilder
from pytest_fixturegen.cases.case_set import CaseSet, build_cases
from pytest_fixturegen.cases.invalid_cases import InvalidSearch, InvalidSet
from pytest_fixturegen.cases.own_errors import find_json_validator
from pytest_fixturegen.config.command_options import Cover
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.generator.generate import iter_accepted
from pytest_fixturegen.strategies.rules.fixed_default import fixed_default
from pytest_fixturegen.strategies.rules.left_out import left_out
from pytest_fixturegen.streams import Stream

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from pytest_fixturegen.strategies.plan import Plan

T = TypeVar("T")

LEAVING_RULES = (fixed_default.name, left_out.name)
"""The rules by which a plan leaves a field to its model, so that another plan has to fill it."""

COVERS: tuple[str, ...] = get_args(Cover)


def generate_cases(
    model: TypeForm[T],
    cover: Cover = "each",
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    max_cases: int | None = None,
) -> CaseSet[T]:
    """Return few valid records of *model* that together show every class of its values.

    Classes are the members of enums, literals and unions, True and False, None and a value, the
    bounds of numbers, lengths and sizes, and unusual but valid texts and moments. What a case does
    not vary is as in the first record of the seed.

    Args:
        model: Any type that a Pydantic TypeAdapter accepts, or a class of attrs or msgspec.
        cover: ``each`` shows each class of each place once, ``pairs`` and ``triples`` all
            combinations of two and three classes of different places, and ``bounds`` one bound or
            unusual value per record.
        seed: The seed; it takes precedence over that of *config*.
        config: The options of generation.
        max_cases: The most cases; the most valuable ones are kept, and ``not_covered`` says what
            is lost.

    Raises:
        UsageError: If *cover* is unknown or *max_cases* is below 1.
        MappingError: If no valid value of the type is found.
    """
    if cover not in COVERS:
        raise UsageError(
            f"Unknown cover {cover!r}: expected {', '.join(COVERS[:-1])} or {COVERS[-1]}.",
        )
    _require_positive(max_cases)
    plan, builder = _make_builder(model, config, seed)
    with seed_globals(PLANNING_WORD), allow_levels(plan.levels):
        return build_cases(builder, cover, max_cases)


def generate_invalid(
    model: Any,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    max_cases: int | None = None,
) -> InvalidSet:
    """Return, for each rule of *model*, a payload that breaks this rule alone.

    A payload is a JSON-ready value that differs from a valid one in one place, and comes with the
    error that the model itself reports. A change that the model accepts is no case; if it is of
    another type, ``findings`` lists it. Rules come before types, so that the first cases find most.

    Raises:
        UsageError: If *max_cases* is below 1.
        MappingError: If no valid value of the type is found.
    """
    _require_positive(max_cases)
    plan, builder = _make_builder(model, config, seed)
    with seed_globals(PLANNING_WORD), allow_levels(plan.levels):
        return InvalidSearch(builder, find_json_validator(model)).run(max_cases)


def _require_positive(max_cases: int | None) -> None:
    if max_cases is not None and max_cases < 1:
        raise UsageError(f"Expected max_cases of at least 1, got {max_cases}.")


def _make_builder(
    model: Any,
    config: GenerationConfig | None,
    seed: int | None,
) -> tuple[Plan, CaseBuilder]:
    """Return the plan of *model*, and what builds its cases from the first record."""
    settings = resolve_settings(config, seed)
    plan = make_plan(model, settings)
    filled = plan
    if any(strategy.rule in LEAVING_RULES for strategy in plan.strategies):
        filled = make_plan(model, replace(settings, ignore_defaults=True, fill="all"))
    stream = Stream(settings.seed, plan.reading.name)
    with allow_levels(plan.levels):
        value, source = next(iter_accepted(plan, stream, 0, 1))
        return plan, CaseBuilder(plan, filled, value, source)
