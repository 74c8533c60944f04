"""The fields of a record of which the configuration asks something: a value, a factory, a provider, an example, ...

What is asked of no field is left to ``members``.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from inspect import signature
from random import Random
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelField,
    OptionalShape,
    Shape,
)
from pytest_fixturegen.nodes import Callback, Choice, Converted, Node, Nullable, Pinned, Slot
from pytest_fixturegen.providers.by_name import NAMES
from pytest_fixturegen.providers.vocabulary import get_faker
from pytest_fixturegen.strategies import record_fields
from pytest_fixturegen.strategies.field_settings import NO_SETTINGS, Settings
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan import OVERRIDE_REASON
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.streams import WORD_MASK

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.planner import Planner

DRAWING_SETTINGS = ("provider", "p_none", "min_items", "max_items")
"""Who asks for one of these does not want the default."""

FAKER_PREFIX = "faker."


def plan_configured_slot(
    planner: Planner,
    model_field: ModelField,
    context: PlanContext,
    overrides: Overrides,
    plugin_settings: Settings = NO_SETTINGS,
) -> Slot | None:
    """How one field of a model is filled, see ``members.slot``; a plugin may have *asked* something of it."""
    said = (
        planner.field_settings.find_settings(
            context.model, model_field, join_path(context.path, model_field.name), plugin_settings
        )
        if overrides is NO_OVERRIDES
        else NO_SETTINGS
    )
    context = replace(context, settings=said)
    if not said:
        hinted = overrides is NO_OVERRIDES and _can_use_examples(planner, model_field)
        return (
            _build_slot(planner, model_field, context, _plan_example(planner, model_field, context))
            if hinted
            else record_fields.plan_slot(planner, model_field, context, overrides)
        )
    made = _apply_settings(planner, model_field, context, said)
    if made is None or "post_generate" not in said:
        return made
    planner.needs_validation, planner.is_exact = True, False
    return replace(
        made, node=Converted(made.node, import_function(said["post_generate"], "post_generate"))
    )


def _apply_settings(
    planner: Planner, model_field: ModelField, context: PlanContext, settings: Settings
) -> Slot | None:
    inside = replace(
        context,
        path=join_path(context.path, model_field.name),
        name=model_field.name,
        with_discriminator=False,
        is_item=False,
    )
    if settings.get("ignore"):
        if model_field.required:
            words = f"{context.model}.{model_field.name} has no default, so it cannot be ignored."
            raise ConfigError(words, hint="Give it a value instead.", path=inside.path)
        return record_fields.plan_omitted_slot(planner, model_field, inside, "ignore")
    if settings.get("require"):
        model_field = _require_value(planner, model_field, inside)
    if "value" in settings:
        planner.record_decision(inside, repr(settings["value"]), OVERRIDE_REASON)
        return _build_slot(
            planner,
            model_field,
            context,
            Pinned(Converted(Choice((settings["value"],) * 2, (None, None)), copy.deepcopy)),
        )
    if "factory" in settings:
        planner.record_decision(inside, str(settings["factory"]), OVERRIDE_REASON)
        return _build_slot(
            planner,
            model_field,
            context,
            Pinned(Callback(load_factory(settings["factory"], planner.config.locale))),
        )
    if "provider" in settings:
        node = _plan_named_provider(planner, model_field, inside, settings["provider"])
        return Slot(
            model_field.name,
            model_field.key,
            model_field.json_key,
            Pinned(node),
            not model_field.required,
        )
    if any(key in settings for key in DRAWING_SETTINGS):
        model_field = replace(model_field, has_default=False)
    return record_fields.plan_slot(planner, model_field, context, NO_OVERRIDES)


def _build_slot(
    planner: Planner, model_field: ModelField, context: PlanContext, node: Node
) -> Slot:
    """A slot for *node*, whose values only the model can judge."""
    planner.needs_validation, planner.is_exact = True, False
    optional = not model_field.required and not (
        "value" in context.settings or "factory" in context.settings
    )
    return Slot(
        model_field.name,
        model_field.key,
        model_field.json_key,
        _make_nullable(planner, model_field, context, node),
        optional,
    )


def _make_nullable(
    planner: Planner, model_field: ModelField, context: PlanContext, node: Node
) -> Node:
    fixed = "value" in context.settings or not isinstance(
        _unwrap_shape(model_field.shape), OptionalShape
    )
    chance = context.settings.get("p_none", planner.config.p_none)
    return node if fixed or not chance else Nullable(node, int(chance * 2**64))


def _require_value(planner: Planner, model_field: ModelField, context: PlanContext) -> ModelField:
    """*each* as a field that is always there, and never None. Raises ConfigError where that has no end."""
    shape = remove_none(model_field.shape)
    if planner.recursion_limits.find_models(
        shape
    ) & planner.recursion_limits.cyclic_refs and planner.recursion_limits.is_too_deep(
        shape, context.depth
    ):
        words = f"{context.model}.{model_field.name} refers to itself without end, so it cannot be required."
        raise ConfigError(words, hint="Let it be None.", path=context.path)
    return replace(
        model_field,
        shape=shape,
        required=True,
        has_default=model_field.has_default and model_field.default is not None,
    )


def remove_none(shape: Shape) -> Shape:
    """*shape* without the None that it takes."""
    match shape:
        case OptionalShape(inner):
            return inner
        case CheckedShape(inner=inner) | CustomJsonShape(inner=inner):
            return replace(shape, inner=remove_none(inner))
        case _:
            return shape


def _unwrap_shape(shape: Shape) -> Shape:
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return shape


def _can_use_examples(planner: Planner, model_field: ModelField) -> bool:
    mode = planner.config.field_hints
    keeps = mode == "defaults-then-examples" and record_fields.can_keep_default(
        planner, model_field
    )
    return bool(model_field.examples) and "examples" in mode and not keeps


def _plan_example(planner: Planner, model_field: ModelField, context: PlanContext) -> Node:
    planner.record_decision(
        replace(context, path=join_path(context.path, model_field.name)), "examples", "field_hints"
    )
    return Converted(Choice(model_field.examples, model_field.examples), copy.deepcopy)


def _plan_named_provider(
    planner: Planner, model_field: ModelField, context: PlanContext, provider: str
) -> Node:
    """The node of a *provider* that was asked for by name: one of Faker's, or one of ours."""
    if provider.startswith(FAKER_PREFIX):
        name = provider.removeprefix(FAKER_PREFIX)
        faker = get_faker(planner.config.locale)
        if name.startswith("_") or not callable(getattr(faker, name, None)):
            raise _build_unknown_error(
                provider,
                [FAKER_PREFIX + known for known in dir(faker) if not known.startswith("_")],
            )
        planner.record_decision(context, provider, OVERRIDE_REASON)
        planner.needs_validation, planner.is_exact = True, False
        return _make_nullable(
            planner, model_field, context, Callback(load_factory(provider, planner.config.locale))
        )
    known = {
        name for name, _ in (*NAMES, *(planner.plugin_rules.names if planner.plugin_rules else ()))
    }
    if provider not in known:
        raise _build_unknown_error(provider, [*known])
    before = len(planner.strategies)
    node = planner.plan_node(model_field.shape, replace(context, name=provider))
    won, planner.strategies[before:] = planner.strategies[before:], []
    planner.strategies += [replace(one, path=context.path, reason=OVERRIDE_REASON) for one in won]
    if not any(one.provider.startswith("by_name.") or one.plugin for one in won):
        words = f"The provider {provider!r} has no value for {context.model}.{model_field.name}."
        raise ConfigError(
            words, hint="Its type or its constraints do not allow it; take another.", key="provider"
        )
    return node


def _build_unknown_error(provider: str, known: list[str]) -> ConfigError:
    return ConfigError(
        f"There is no provider {provider!r}.", hint=suggest_nearest(provider, known), key="provider"
    )


def load_factory(path: str | Callable[..., Any], locale: str) -> Callable[[int, int], Any]:
    """A function from a word and an index to what the function at *path* makes of what its signature names."""
    if isinstance(path, str) and path.startswith(FAKER_PREFIX):
        return partial(_draw_faker_value, locale, path.removeprefix(FAKER_PREFIX))
    function = import_function(path, "factory")
    try:
        asked = frozenset(signature(function).parameters) & {"index", "rng", "faker"}
    except ValueError:  # a built-in that does not say
        asked = frozenset()
    return partial(_call_factory, function, asked, locale)


def _draw_faker_value(locale: str, name: str, word: int, index: int) -> Any:
    faker = get_faker(locale)
    faker.seed_instance(word)
    return getattr(faker, name)()


def _call_factory(
    function: Callable[..., Any], argument_names: frozenset[str], locale: str, word: int, index: int
) -> Any:
    given: dict[str, Any] = {}
    if "index" in argument_names:
        given["index"] = index
    if "rng" in argument_names:
        given["rng"] = Random(word & WORD_MASK)
    if "faker" in argument_names:
        given["faker"] = get_faker(locale)
        given["faker"].seed_instance(word)
    return function(**given)


def import_function(path: str | Callable[..., Any], key: str) -> Callable[..., Any]:
    """The function at the dotted *path* ``package.module:function``, or *path* itself where it is one.

    Raises ConfigError when it is not there.
    """
    if callable(path):
        return path
    module, _, name = path.partition(":") if ":" in path else path.rpartition(".")
    try:
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError, ValueError) as error:
        words = f"The {key} {path!r} cannot be found: {error}."
        raise ConfigError(words, hint="Write package.module:function.", key=key) from error
    if not callable(found):
        raise ConfigError(f"The {key} {path!r} cannot be called.", hint="Name a function.", key=key)
    return found  # type: ignore[no-any-return]  # callable, as was just seen
