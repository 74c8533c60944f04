"""Plans of the fields of a record: their settings, and the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelField,
    OptionalShape,
    Shape,
)
from pytest_fixturegen.nodes import Slot
from pytest_fixturegen.strategies.fields.field_settings import NO_SETTINGS, MergedSettings, Settings
from pytest_fixturegen.strategies.fields.requested_values import convert_value
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan_context import FieldRequest, PlanContext
from pytest_fixturegen.strategies.planned import Planned

DRAWING_SETTINGS = frozenset(("provider", "p_none", "min_items", "max_items"))
"""Settings that only make sense for a field that does not keep its default."""


class FieldPlan(NamedTuple):
    """The plan of a field, and its slot in the record: None if the record has no such key."""

    slot: Slot | None
    planned: Planned


def plan_field_by_rules(
    record: PlanContext,
    model_field: ModelField,
    overrides: Overrides,
    plugin_settings: Settings = NO_SETTINGS,
) -> FieldPlan:
    """Return the plan of a field of *record*, in which a call fixes the values of *overrides*."""
    context = _enter_field(record, model_field, overrides, plugin_settings)
    planned = convert_value(context.plan(), context)
    assert context.request is not None
    return FieldPlan(
        _build_slot(context.request.field, planned, context),
        planned,
    )


def _enter_field(
    record: PlanContext,
    model_field: ModelField,
    overrides: Overrides,
    plugin_settings: Settings,
) -> PlanContext:
    """Return the context for *model_field* of *record*, with the settings that apply to it.

    Overrides for the field replace its settings, so the settings are not looked up then.
    """
    path = join_path(record.path, model_field.name)
    merged = MergedSettings(NO_SETTINGS, "")
    if overrides is NO_OVERRIDES:
        merged = record.inputs.field_settings.find_settings(
            record.model, model_field, path, plugin_settings
        )
    model_field = _apply_settings(
        model_field,
        merged.settings,
        record,
        path,
    )
    return record._replace(
        shape=model_field.shape,
        path=path,
        name=model_field.name,
        with_discriminator=False,
        is_item=False,
        overrides=overrides,
        settings=merged.settings,
        request=FieldRequest(model_field, merged.source, is_tag=record.with_discriminator),
    )


def _apply_settings(
    model_field: ModelField,
    settings: Settings,
    record: PlanContext,
    path: str,
) -> ModelField:
    """Return *model_field* as its settings change it."""
    if not settings or settings.get("ignore"):
        return model_field
    if settings.get("require"):
        model_field = _require_value(model_field, record, path)
    if DRAWING_SETTINGS & settings.keys():
        return replace(model_field, has_default=False)
    return model_field


def _require_value(
    model_field: ModelField,
    record: PlanContext,
    path: str,
) -> ModelField:
    """Return *model_field* as a field that is always there and never None.

    Raise ConfigError if that would never end, because the field's model holds itself.
    """
    shape = _remove_none(model_field.shape)
    limits = record.limits
    is_cyclic = limits.find_models(shape) & limits.cyclic_refs
    if is_cyclic and limits.is_too_deep(shape, record.depth):
        raise ConfigError(
            f"{record.model}.{model_field.name} refers to itself without end, "
            "so it cannot be required.",
            hint="Let it be None.",
            path=path,
        )
    has_default = model_field.has_default and model_field.default is not None
    return replace(
        model_field,
        shape=shape,
        required=True,
        has_default=has_default,
    )


def _remove_none(shape: Shape) -> Shape:
    """Return *shape* without the None that it accepts."""
    match shape:
        case OptionalShape(inner):
            return inner
        case CheckedShape(inner=inner) | CustomJsonShape(inner=inner):
            return replace(shape, inner=_remove_none(inner))
        case _:
            return shape


def _build_slot(
    model_field: ModelField,
    planned: Planned,
    context: PlanContext,
) -> Slot | None:
    """Return the slot of *planned* in its record, or None if the field is absent.

    A slot without a key is written to JSON, but the model sets its default itself.
    """
    match planned.presence:
        case "absent":
            return None
        case "default":
            key, is_optional = None, False
        case "always":
            key, is_optional = model_field.key, False
        case "as declared":
            key = model_field.key
            may_be_missing = not model_field.required and model_field.has_stable_factory
            is_optional = context.is_free and may_be_missing
    return Slot(
        model_field.name,
        key,
        model_field.json_key,
        planned.node,
        is_optional,
    )
