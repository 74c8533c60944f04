"""Plans of fields that plugins may change: ``pfg_modify_strategy``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.introspection.shapes import ModelField
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.fields.field_facts import describe_field
from pytest_fixturegen.strategies.fields.field_settings import (
    NO_SETTINGS,
    Settings,
    validate_settings,
)
from pytest_fixturegen.strategies.fields.record_fields import FieldPlan, plan_field_by_rules
from pytest_fixturegen.strategies.fields.requested_values import REQUESTING_RULES
from pytest_fixturegen.strategies.fields.strategy_facts import add_facts, list_changed_facts
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.plugin_rules import STRATEGY_HOOK

ITEM_STEPS = r"(\.\*(\.key|\.value)?|\.\d+)*"
"""The steps from a field into its containers."""


def plan_field(
    record: PlanContext,
    model_field: ModelField,
    overrides: Overrides,
) -> FieldPlan:
    """Return the plan of a field of *record*, as the rules make it or as a plugin changes it."""
    field_plan = plan_field_by_rules(record, model_field, overrides)
    if not _may_be_modified(record, model_field, overrides):
        return field_plan
    path = join_path(record.path, model_field.name)
    decisions = field_plan.planned.decisions
    strategy = _find_strategy(record, model_field, path, decisions)
    plugin, settings = _ask_plugins(record, model_field, strategy)
    if not plugin:
        return field_plan
    changed = plan_field_by_rules(record, model_field, overrides, settings)
    # The plans of models in the field are cached without decisions, so the first plan's are kept.
    nested = [decision for decision in decisions if not _is_of_field(decision, path)]
    own = [
        _credit_plugin(decision, plugin) if _is_of_field(decision, path) else decision
        for decision in changed.planned.decisions
    ]
    planned = changed.planned._replace(decisions=(*nested, *own))
    return changed._replace(planned=planned)


def _may_be_modified(
    record: PlanContext,
    model_field: ModelField,
    overrides: Overrides,
) -> bool:
    """Whether plugins are asked: not if a call, an override or a link decides the field's value."""
    plugin_rules = record.inputs.plugin_rules
    if plugin_rules is None or not plugin_rules.modifiers or overrides is not NO_OVERRIDES:
        return False
    path = join_path(record.path, model_field.name)
    if record.inputs.field_settings.has_value_source(record.model, model_field, path):
        return False
    return record.inputs.relations.find_rule(record.model, model_field.name) is None


def _find_strategy(
    record: PlanContext,
    model_field: ModelField,
    path: str,
    decisions: Iterable[Strategy],
) -> Strategy:
    """Return the first decision for the field, with its settings.

    A field that holds a model has none.
    """
    settings, _ = record.inputs.field_settings.find_settings(
        record.model,
        model_field,
        path,
    )
    own = (decision for decision in decisions if _is_of_field(decision, path))
    strategy = next(
        own,
        Strategy(
            path,
            "",
            "the type",
            record.model,
        ),
    )
    return add_facts(strategy, record, model_field, settings)


def _ask_plugins(
    record: PlanContext, model_field: ModelField, strategy: Strategy
) -> tuple[str, Settings]:
    """Return the first plugin that changes *strategy*, and its settings; no name if none does.

    Raise ConfigError if a plugin fails or returns something else.
    """
    from pytest_fixturegen.plugins.manager import call_for_plugin, call_hook

    plugin_rules = record.inputs.plugin_rules
    facts = describe_field(model_field, record.refs)
    for modifier in plugin_rules.modifiers if plugin_rules else ():
        answer = call_hook(
            modifier, STRATEGY_HOOK, model=record.cls, field=facts, strategy=strategy
        )
        if answer is None:
            continue
        plugin = modifier.plugin_name
        settings = _list_changes(plugin, answer, strategy)
        place = f"{record.model}.{model_field.name}"
        check = partial(validate_settings, f"the plugin {plugin!r}", place, settings)
        call_for_plugin(plugin, STRATEGY_HOOK, check)
        return (plugin, settings) if settings else ("", NO_SETTINGS)
    return "", NO_SETTINGS


def _list_changes(
    plugin: str,
    answer: Any,
    strategy: Strategy,
) -> Settings:
    """Return the settings of *answer* that *strategy* does not have."""
    if not isinstance(answer, Strategy):
        raise ConfigError(
            f"The plugin {plugin!r} answered {STRATEGY_HOOK} with an invalid value: "
            f"expected a Strategy or None, got {answer!r:.60}.",
            hint="Give strategy.with_settings(...), or None to keep it.",
            plugin=plugin,
            hook=STRATEGY_HOOK,
        )
    unset = object()
    changes = {
        key: value
        for key, value in answer.settings.items()
        if strategy.settings.get(key, unset) != value
    }
    return {**list_changed_facts(plugin, answer, strategy), **changes}


def _is_of_field(decision: Strategy, path: str) -> bool:
    """Whether *decision* is of the field at *path* or its items, not of a model that it holds."""
    if not decision.path.startswith(path):
        return False
    return re.fullmatch(ITEM_STEPS, decision.path[len(path) :]) is not None


def _credit_plugin(decision: Strategy, plugin: str) -> Strategy:
    """Return *decision* with the plugin that made or changed it."""
    if decision.rule in REQUESTING_RULES:
        reason = f"the plugin {plugin!r}"
    else:
        reason = f"{decision.reason}; changed by the plugin {plugin!r}"
    return replace(decision, reason=reason, plugin=plugin)
