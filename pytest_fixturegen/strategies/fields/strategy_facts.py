"""The facts of a field that ``pfg_modify_strategy`` receives in its strategy."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    CollectionShape,
    MappingShape,
    ModelField,
    NamedShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.plugins.contracts import (
    ChoicePolicies,
    FieldConstraints,
    ProviderRef,
    Strategy,
)
from pytest_fixturegen.strategies.fields.field_settings import Settings
from pytest_fixturegen.strategies.plan_context import PlanContext

CONSTRAINT_NAMES = tuple(field.name for field in fields(FieldConstraints))
UNIQUE_KINDS = ("set", "frozenset")
FIXED_FACTS = ("type", "constraints", "policy")
"""Facts of a strategy that a plugin cannot change."""


def add_facts(
    strategy: Strategy,
    record: PlanContext,
    model_field: ModelField,
    settings: Settings,
) -> Strategy:
    """Return *strategy* with the facts of *model_field*, a field of *record* with *settings*."""
    config = record.config
    return replace(
        strategy,
        provider=ProviderRef(strategy.provider, dict(settings)),
        settings=dict(settings),
        type=_find_annotation(record.cls, model_field.name),
        constraints=describe_constraints(model_field.shape, record.refs),
        p_none=settings.get("p_none", config.p_none),
        policy=ChoicePolicies(config.union_policy, config.enum_policy),
    )


def _find_annotation(cls: Any, name: str) -> Any:
    """Return the annotation of the field *name* of *cls*, or None if it cannot be found."""
    model_fields = getattr(cls, "model_fields", None)
    if isinstance(model_fields, Mapping) and name in model_fields:
        return model_fields[name].annotation
    hints = call_or_default(partial(typing.get_type_hints, cls), {})
    return hints.get(name)


def describe_constraints(shape: Shape, refs: Mapping[str, Shape]) -> FieldConstraints:
    """Return the constraints of *shape*, or of the value that may also be None."""
    shape = unwrap_shape(shape, refs)
    match shape:
        case Scalar(constraints=constraints) | NamedShape(constraints=constraints):
            values: dict[str, Any] = {
                name: getattr(constraints, name)
                for name in CONSTRAINT_NAMES
                if hasattr(constraints, name)
            }
            return FieldConstraints(**values)
        case CollectionShape(kind=kind, low=low, high=high):
            is_unique = kind in UNIQUE_KINDS
            return FieldConstraints(
                min_items=low,
                max_items=high,
                unique_items=is_unique,
            )
        case MappingShape(low=low, high=high):
            return FieldConstraints(min_items=low, max_items=high)
        case _:
            return FieldConstraints()


def list_changed_facts(
    plugin: str,
    answer: Strategy,
    strategy: Strategy,
) -> Settings:
    """Return the settings for what *answer* changes in the provider and the chance of None.

    Raise ConfigError if it changes a fact that the type or the options decide.
    """
    for name in FIXED_FACTS:
        if getattr(answer, name) != getattr(strategy, name):
            raise ConfigError(
                f"The plugin {plugin!r} changed {name!r} of the strategy of {strategy.path}: "
                "expected changes of settings, provider or p_none.",
                hint="Return strategy.with_settings(...), or None to keep it.",
                plugin=plugin,
            )
    changes: dict[str, Any] = {}
    if answer.provider != strategy.provider:
        changes["provider"] = str(answer.provider)
    if answer.p_none != strategy.p_none:
        changes["p_none"] = answer.p_none
    return changes
