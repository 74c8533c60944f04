"""The fields of a record whose strategy a plugin may change, once it is decided who fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    CustomJsonShape,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.nodes import Slot
from pytest_fixturegen.strategies import field_rules
from pytest_fixturegen.strategies.field_settings import NO_SETTINGS, Settings, validate_settings
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan import OVERRIDE_REASON, Strategy
from pytest_fixturegen.strategies.plan_context import PlanContext

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.planner import Planner

HOOK_NAME = "pfg_modify_strategy"
SHAPE_KIND_NAMES: Mapping[type, str] = {
    ChoiceShape: "enum",
    UnionShape: "union",
    TupleShape: "tuple",
}


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What a plugin is told of a field: its *name* and *alias*; its *kind* of value (``str``, ``datetime``, ``list``,
    ``EmailStr``, the name of a model); whether it is *required* and may be None (*nullable*); its *default* and *examples*;
    and the *rules* that its values keep, such as ``{"max_length": 20}``.
    """

    name: str
    alias: str
    kind: str
    required: bool
    nullable: bool
    default: Any
    examples: tuple[Any, ...]
    rules: Mapping[str, Any]


def plan_modified_slot(
    planner: Planner, model_field: ModelField, context: PlanContext, overrides: Overrides
) -> Slot | None:
    """How one field of a model is filled, see ``ruled.slot``: as it was decided, or as a plugin changes that."""
    path = join_path(context.path, model_field.name)
    modify = planner.plugin_rules.modifiers if planner.plugin_rules is not None else ()
    settled = overrides is not NO_OVERRIDES or planner.field_settings.has_value_source(
        context.model, model_field, path
    )
    if (
        not modify
        or settled
        or planner.relations.find_rule(context.model, model_field.name) is not None
    ):
        return field_rules.plan_configured_slot(planner, model_field, context, overrides)
    before = len(planner.strategies)
    made = field_rules.plan_configured_slot(planner, model_field, context, overrides)
    decided = _find_strategy(planner, model_field, context, before)
    plugin, asked = _call_modify_hooks(planner, model_field, context, decided)
    if not plugin:
        return made
    planner.strategies[before:] = [
        said for said in planner.strategies[before:] if not _is_same_field(said, path)
    ]
    made = field_rules.plan_configured_slot(planner, model_field, context, overrides, asked)
    planner.strategies[before:] = [
        _add_plugin(said, plugin) if _is_same_field(said, path) else said
        for said in planner.strategies[before:]
    ]
    return made


def _find_strategy(
    planner: Planner, model_field: ModelField, context: PlanContext, first_index: int
) -> Strategy:
    """What was decided for the field itself; for one with fields of its own, nothing but what is asked of it."""
    path = join_path(context.path, model_field.name)
    settings = planner.field_settings.find_settings(context.model, model_field, path)
    mine = (said for said in planner.strategies[first_index:] if _is_same_field(said, path))
    return replace(
        next(mine, Strategy(path, "", "the type", context.model)), settings=dict(settings)
    )


def _call_modify_hooks(
    planner: Planner, model_field: ModelField, context: PlanContext, strategy: Strategy
) -> tuple[str, Settings]:
    """The first plugin that changes what was *decided*, and the settings that it asks; no name when none does."""
    from pytest_fixturegen.plugins.manager import call_for_plugin, call_hook

    assert planner.plugin_rules is not None
    for plugin in planner.plugin_rules.modifiers:
        answer = call_hook(
            plugin,
            HOOK_NAME,
            model=context.cls,
            field=describe_field(planner, model_field),
            strategy=strategy,
        )
        name = plugin.plugin_name
        if answer is None:
            continue
        if not isinstance(answer, Strategy):
            words = (
                f"The plugin {name!r} answered {HOOK_NAME} with {answer!r}, which is no strategy."
            )
            raise ConfigError(
                words,
                hint="Give strategy.with_settings(...), or None to keep it.",
                plugin=name,
                hook=HOOK_NAME,
            )
        asked = {
            key: value
            for key, value in answer.settings.items()
            if strategy.settings.get(key, HOOK_NAME) != value
        }
        call_for_plugin(
            name,
            HOOK_NAME,
            partial(
                validate_settings,
                f"The plugin {name!r}",
                f"{context.model}.{model_field.name}",
                asked,
            ),
        )
        return (name, asked) if asked else ("", NO_SETTINGS)
    return "", NO_SETTINGS


def _is_same_field(strategy: Strategy, path: str) -> bool:
    """Whether *said* is of the field at *path* or of its items, and not of a field of a model that it holds."""
    return (
        strategy.path.startswith(path)
        and re.fullmatch(r"(\.\*(\.key|\.value)?|\.\d+)*", strategy.path[len(path) :]) is not None
    )


def _add_plugin(strategy: Strategy, plugin: str) -> Strategy:
    """*said* with the plugin that decided it."""
    reason = (
        f"the plugin {plugin!r}"
        if strategy.reason == OVERRIDE_REASON
        else f"{strategy.reason}; changed by the plugin {plugin!r}"
    )
    return replace(strategy, reason=reason, plugin=plugin)


def describe_field(planner: Planner, model_field: ModelField) -> FieldFacts:
    """The field *each* as a plugin sees it."""
    shape, nullable = model_field.shape, False
    while isinstance(shape, CheckedShape | CustomJsonShape | OptionalShape | ShapeRef):
        nullable |= isinstance(shape, OptionalShape)
        shape = planner.reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    held = shape.constraints if isinstance(shape, Scalar | NamedShape) else None
    rules = (
        {one.name: rule for one in fields(held) if (rule := getattr(held, one.name))}
        if held
        else {}
    )
    kind, alias = _get_kind_name(shape), str(model_field.key[0])
    return FieldFacts(
        model_field.name,
        alias,
        kind,
        model_field.required,
        nullable,
        model_field.default,
        model_field.examples,
        rules,
    )


def _get_kind_name(shape: Shape) -> str:
    match shape:
        case Scalar(kind=kind) | CollectionShape(kind=kind) | MappingShape(kind=kind):
            return kind
        case NamedShape(type=cls) | ModelShape(cls=cls) | RootShape(cls=cls):
            return str(getattr(cls, "__name__", cls))
        case _:
            return SHAPE_KIND_NAMES.get(type(shape), "any")
