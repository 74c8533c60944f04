"""The entry to planning: a type and options in, a plan out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from pytest_fixturegen._internal.deep_calls import work_on_levels
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.shapes import RootShape, ShapeRef, TypeReading
from pytest_fixturegen.nodes import Array, Node, Unsatisfiable
from pytest_fixturegen.providers.domains.own_domains import read_domains
from pytest_fixturegen.providers.vocabulary import FALLBACK_LOCALE, get_faker
from pytest_fixturegen.strategies.fallback_plans import FallbackPlan
from pytest_fixturegen.strategies.fields.field_settings import FieldSettings
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.partial_values import find_model
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.plan_context import (
    PlanCache,
    PlanContext,
    PlanInputs,
    PlanningRule,
)
from pytest_fixturegen.strategies.plugin_rules import load_plugin_rules
from pytest_fixturegen.strategies.presets import expand_bundles
from pytest_fixturegen.strategies.recursion_limits import MAX_CYCLE_DEPTH, RecursionLimits
from pytest_fixturegen.strategies.relations import Relations
from pytest_fixturegen.strategies.rules import RULES

MAX_REQUIRED_LEAVES = 100_000
"""The most values that the required fields of a record may have: more take minutes."""


NAMING_RULES = frozenset(("record_stage", "provider_by_name"))
"""The rules by which a name tells what a field shows: its own validator may know better."""


class PlanVariant(NamedTuple):
    """How a plan differs from the usual one.

    *extra_depth* fills records so many models deeper than the options say. *with_instances* puts
    instances instead of mappings into nested fields.
    """

    extra_depth: int = 0
    with_instances: bool = False


USUAL = PlanVariant()


def plan_type(
    reading: TypeReading,
    config: GenerationConfig,
    overrides: Mapping[str, Any] | None = None,
    item_count: int | None = None,
    *,
    variant: PlanVariant = USUAL,
    rules: Sequence[PlanningRule] = RULES,
) -> Plan:
    """Return the plan of *reading* under *config*.

    *overrides* fixes fields by name or alias; a nested mapping fixes fields of a nested model.
    *item_count* sets the number of items, if the type is a list. *rules* are tried in their order.

    Raise ConfigError or UsageError if the options or the overrides do not fit the type.
    """
    if config.locale != FALLBACK_LOCALE:
        get_faker(config.locale)  # raises ConfigError, even if the type has no use for the locale
    config = _add_plugin_domains(expand_bundles(config))
    read_domains(config.domains)  # raises ConfigError, even if no record is of the domain
    levels = _count_levels(
        reading,
        config,
        variant,
    )
    with work_on_levels(levels, reading.name):
        inputs = _build_inputs(
            reading,
            config,
            variant,
            rules,
        )
        context = PlanContext(
            inputs,
            reading.shape,
            name=to_snake_case(reading.name),
            overrides=_read_overrides(reading, overrides),
        )
        planned = context.plan()
        size = inputs.recursion_limits.count_required_leaves(reading.shape)
        if size > MAX_REQUIRED_LEAVES:
            planned = planned.with_node(_make_huge_node(size))
    plan_again = partial(
        plan_type, reading, overrides=overrides, item_count=item_count, rules=rules
    )
    return Plan(
        reading,
        _set_item_count(planned.node, item_count),
        planned.decisions,
        planned.is_exact,
        planned.needs_validation,
        retries=config.validator_max_retries if config.respect_validators else 0,
        limits=planned.limits,
        fallbacks=_list_fallbacks(
            reading,
            config,
            plan_again,
        ),
        now=config.now,
        levels=levels + inputs.cache.related_levels,
    )


def _add_plugin_domains(config: GenerationConfig) -> GenerationConfig:
    """Return *config* with the domains that plugins registered, before its own."""
    plugin_rules = load_plugin_rules(config.plugins)
    if plugin_rules is None or not plugin_rules.domains:
        return config
    return replace(config, domains=(*plugin_rules.domains, *config.domains))


def _build_inputs(
    reading: TypeReading,
    config: GenerationConfig,
    variant: PlanVariant,
    rules: Sequence[PlanningRule],
) -> PlanInputs:
    """Return the inputs that are constant while the type is planned."""
    return PlanInputs(
        config=config,
        reading=reading,
        recursion_limits=_measure_limits(
            reading,
            config,
            variant.extra_depth,
        ),
        field_settings=FieldSettings.for_reading(config, reading),
        relations=Relations.for_reading(reading, config),
        plugin_rules=load_plugin_rules(config.plugins),
        rules=tuple(rules),
        cache=PlanCache(),
        plan_target=plan_type,
        with_instances=variant.with_instances,
    )


def _make_huge_node(size: float) -> Unsatisfiable:
    """Return the node of a record whose required fields alone have *size* values."""
    return Unsatisfiable(
        f"a record has at least {size:,.0f} values: expected at most {MAX_REQUIRED_LEAVES:,}.",
        "Make a part of it optional, or leave the model out with --exclude.",
    )


def _count_levels(
    reading: TypeReading,
    config: GenerationConfig,
    variant: PlanVariant,
) -> int:
    """Return in how many levels the shapes of a record nest at most.

    A type that holds itself is passed once for each level of models that is filled, and twice
    more for the parts that may not be empty.
    """
    if not reading.has_cycles:
        return reading.levels
    depth = max(config.max_depth, MAX_CYCLE_DEPTH) + variant.extra_depth
    return reading.levels * (depth + 2)


def _read_overrides(reading: TypeReading, values: Mapping[str, Any] | None) -> Overrides:
    """Return the overrides of a call from *values*, by field name if *reading* is a model.

    ``root`` alone is the value of a RootModel, as its class takes it. Raise UsageError for a name
    that no field has, even if a validator of the model might accept it.
    """
    if not values:
        return NO_OVERRIDES
    shape = reading.shape
    while isinstance(shape, ShapeRef):
        shape = reading.refs[shape.name]
    if isinstance(shape, RootShape) and list(values) == ["root"]:
        return Overrides(values["root"])
    overrides = Overrides(values)
    model = find_model(shape, reading.refs)
    if model is not None:
        overrides.split_by_field(model.fields, reading.name)
    return overrides


def _measure_limits(
    reading: TypeReading, config: GenerationConfig, extra_depth: int
) -> RecursionLimits:
    """Return the limits of *reading*, raised by the *extra_depth* of a fallback plan."""
    max_cycle_depth = config.max_depth if config.on_cycle == "reuse" else MAX_CYCLE_DEPTH
    # One level more holds about four times as many values: a list of two, each of two fields.
    max_leaves = config.object_budget << 2 * extra_depth
    return RecursionLimits(
        reading, config.max_depth + extra_depth, max_leaves, max_cycle_depth + extra_depth
    )


def _set_item_count(node: Node, item_count: int | None) -> Node:
    """Return *node* with exactly *item_count* items; unchanged if not a list, or for None."""
    if item_count is None or not isinstance(node, Array):
        return node
    return replace(
        node,
        low=item_count,
        high=item_count,
    )


def _list_fallbacks(
    reading: TypeReading, config: GenerationConfig, plan_again: Callable[..., Plan]
) -> tuple[FallbackPlan, ...]:
    """Return plans that fill records differently, in the order in which they are tried.

    They have deeper records, no defaults, instances for mappings, or values by type alone. Records
    of a document have neither defaults nor instances, but may do without their optional fields.
    """
    unnamed = tuple(rule for rule in RULES if rule.name not in NAMING_RULES)
    if reading.is_document:
        required = replace(config, fill="required")
        return (
            FallbackPlan(partial(plan_again, config=required)),
            FallbackPlan(
                partial(
                    plan_again,
                    config=config,
                    rules=unnamed,
                )
            ),
            FallbackPlan(
                partial(
                    plan_again,
                    config=required,
                    rules=unnamed,
                )
            ),
        )
    return (
        FallbackPlan(
            partial(
                plan_again,
                config=config,
                variant=PlanVariant(extra_depth=1),
            )
        ),
        FallbackPlan(partial(plan_again, config=replace(config, ignore_defaults=True))),
        FallbackPlan(
            partial(
                plan_again,
                config=config,
                variant=PlanVariant(with_instances=True),
            )
        ),
        FallbackPlan(
            partial(
                plan_again,
                config=config,
                rules=unnamed,
            )
        ),
    )
