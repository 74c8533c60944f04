"""What plugins have to say while planning: who makes the values of a type or of a name, and who changes a choice."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache, partial
from inspect import signature
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import format_type, join_path
from pytest_fixturegen.errors import ConfigError, FixturegenError, MappingError
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CheckedShape,
    Constraints,
    CustomJsonShape,
    InstanceOf,
    ModelShape,
    NamedShape,
    OpaqueShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
)
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.nodes import Call, Callback, Node
from pytest_fixturegen.plugins.entry_points import has_installed_plugins
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.by_name import get_kind_name
from pytest_fixturegen.providers.fact_fields import build_draw, detach_facts, list_sample_words
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.registry import ProviderMatch
from pytest_fixturegen.strategies import field_rules
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.manager import ProviderEntry
    from pytest_fixturegen.strategies.plan_context import PlanContext
    from pytest_fixturegen.strategies.planner import Planner

HOOK_NAME = "pfg_register_providers"
KIND_TYPES: Mapping[str, Any] = {
    "str": str,
    "int": int,
    "float": int | float,
    "decimal": int | float | Decimal,
    "datetime": datetime,
    "date": date,
}
"""What a value of a kind is, for those whose samples are looked at."""

BOUND_CHECKS: Mapping[str, Callable[[Any, Any], Any]] = {"ge": ge, "gt": gt, "le": le, "lt": lt}


@dataclass(frozen=True, slots=True)
class PluginRules:
    """The providers of plugins by type and by name, and those that *modify* strategies, the first asked first."""

    types: tuple[ProviderEntry, ...]
    names: Mapping[tuple[str, str], ProviderEntry]
    modifiers: tuple[Any, ...]

    def plan_served_type(self, planner: Planner, shape: Shape, context: PlanContext) -> Node | None:
        """What a plugin draws for *shape*, a type that it serves; None when no plugin does."""
        for added in self.types:
            kind = _resolve_type(added)
            held = _read_served_shape(added, kind)
            if (
                held is None
                or isinstance(held, str)
                or not (_is_shape_of(shape, kind) or shape == held)
            ):
                continue
            if _has_fixed_field(planner, shape, context):
                return None
            ask = planner.build_field_context(kind, _get_constraints(shape), context)
            node = _build_node(added, ask, planner.config.locale)
            if node is not None:
                return planner.accept_match(_build_match(added, node, "the type"), context)
        return None

    def find_provider(
        self, field_context: FieldContext, find_builtin: Callable[[], ProviderMatch | None]
    ) -> ProviderMatch | None:
        """Who serves *ask*: a plugin by the field's name, another by it, a plugin by its type; who would *otherwise*, then."""
        one = field_names.to_singular(field_context.name)
        for name, several in ((field_context.name, field_context.is_item), (one, True)):
            added = self.names.get((name or "", get_kind_name(field_context)))
            found = added and self._match_provider(
                added, field_context, "the name of the field", is_item=several
            )
            if found:
                return found
        best = find_builtin()
        if best is not None and best.reason == "the name of the field":
            return best
        plain = (
            each
            for each in self.types
            if _read_served_shape(each, _resolve_type(each)) == field_context.kind
        )
        return next(
            filter(
                None,
                (
                    self._match_provider(each, field_context, "the type", is_item=False)
                    for each in plain
                ),
            ),
            best,
        )

    def _match_provider(
        self,
        registration: ProviderEntry,
        field_context: FieldContext,
        reason: str,
        *,
        is_item: bool,
    ) -> ProviderMatch | None:
        node = _build_node(registration, field_context, field_context.vocabulary.locale)
        if node is None or not _has_valid_samples(node, field_context):
            return None
        return _build_match(registration, detach_facts(node) if is_item else node, reason)


def load_plugin_rules(names: Sequence[str]) -> PluginRules | None:
    """What installed plugins and those that *names* say have to say; None when that is nothing."""
    return _load_plugin_rules(tuple(names)) if names or has_installed_plugins() else None


@lru_cache(maxsize=16)
def _load_plugin_rules(names: tuple[str, ...]) -> PluginRules | None:
    from pytest_fixturegen.plugins import (
        manager,
    )  # not at the top: most runs have no use for Pluggy

    plugin_manager = manager.get_manager(names)
    added = manager.fill_registry(plugin_manager, HOOK_NAME, manager.Providers())
    modify = manager.list_implementations(plugin_manager, "pfg_modify_strategy")
    return (
        PluginRules(tuple(added.types.values()), added.names, tuple(modify))
        if added.types or added.names or modify
        else None
    )


def _build_match(registration: ProviderEntry, node: Node, reason: str) -> ProviderMatch:
    return ProviderMatch(
        node,
        _format_label(registration),
        f"{reason}, by the plugin {registration.owner!r}",
        registration.owner,
    )


def _resolve_type(registration: ProviderEntry) -> Any:
    """The type that is served; None for one whose module nobody has imported: it stands in no model."""
    if not isinstance(registration.key, str):
        return registration.key
    module, _, name = registration.key.partition(":")
    found: Any = sys.modules.get(module)
    if found is None:
        return None
    try:
        for part in name.split("."):
            found = getattr(found, part)
    except AttributeError as error:
        words = f"The plugin {registration.owner!r} serves {registration.key}, which is not there."
        raise ConfigError(
            words, hint="Correct the name of the type.", plugin=registration.owner, hook=HOOK_NAME
        ) from error
    return found


def _has_fixed_field(planner: Planner, shape: Shape, context: PlanContext) -> bool:
    """Whether a call or an override gives the value of a field of the model that *shape* is: it is filled field by field."""
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    if not isinstance(shape, ModelShape):
        return False
    given = planner.field_settings.has_value_source
    name = shape.cls.__name__
    return context.overrides is not NO_OVERRIDES or any(
        given(name, each, join_path(context.path, each.name)) for each in shape.fields
    )


def _is_shape_of(shape: Shape, kind: Any) -> bool:
    """Whether *shape* is that of the class *kind*."""
    match shape:
        case (
            ModelShape(cls=cls)
            | RootShape(cls=cls)
            | InstanceOf(cls=cls)
            | OpaqueShape(cls=cls)
            | NamedShape(type=cls)
        ):
            return cls is kind
        case _:
            return False


def _read_served_shape(registration: ProviderEntry, kind: Any) -> Shape | str | None:
    """The shape of the type *kind* that is served; of a plain one its name."""
    try:
        held = _read_shape_cached(kind)
    except TypeError:  # it cannot be hashed
        held = _read_shape(kind)
    except MappingError as error:
        words = f"The plugin {registration.owner!r} serves {format_type(kind)}, which is no type: {error.message}"
        raise ConfigError(
            words, hint="Serve what Pydantic can read.", plugin=registration.owner, hook=HOOK_NAME
        ) from error
    if held is None and kind is not None:
        words = f"The plugin {registration.owner!r} serves {format_type(kind)}, which cannot be told from other types."
        hint = "Serve a class, or a type with a validator or a constraint."
        raise ConfigError(words, hint=hint, plugin=registration.owner, hook=HOOK_NAME)
    return held


def _read_shape(kind: Any) -> Shape | str | None:
    """None where the shape says nothing of *kind*: another name of a plain type."""
    if kind is None:
        return None
    reading = read_type(kind)
    shape = (
        reading.refs.get(reading.shape.name)
        if isinstance(reading.shape, ShapeRef)
        else reading.shape
    )
    if not isinstance(shape, Scalar) or shape.constraints != NO_CONSTRAINTS:
        return shape
    return shape.kind if isinstance(kind, type) else None


_read_shape_cached = lru_cache(maxsize=256)(_read_shape)


def _get_constraints(shape: Shape) -> Constraints:
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return shape.constraints if isinstance(shape, Scalar | NamedShape) else NO_CONSTRAINTS


def _build_node(
    registration: ProviderEntry, field_context: FieldContext, locale: str
) -> Node | None:
    """What a provider makes of *ask*: the node that it gives, or one that calls it for each value."""
    from pytest_fixturegen.plugins.manager import call_for_plugin

    function = call_for_plugin(
        registration.owner,
        HOOK_NAME,
        lambda: field_rules.import_function(registration.provider, "provider"),
    )
    try:
        asked = signature(function).parameters
    except ValueError:  # a built-in that does not say
        asked = {}  # type: ignore[assignment]
    if "context" not in asked:
        return Callback(
            partial(_call_provider, registration, field_rules.load_factory(function, locale))
        )
    node = call_for_plugin(registration.owner, HOOK_NAME, lambda: function(field_context))
    if node is not None and not isinstance(node, Node):
        words = f"The provider {_format_label(registration)} of the plugin {registration.owner!r} gives {node!r}, which is no node."
        raise ConfigError(
            words,
            hint="Give a node, or None; a plain function does not name 'context'.",
            plugin=registration.owner,
            hook=HOOK_NAME,
        )
    return (
        Call(partial(_call_provider, registration, node.draw), node.json)
        if isinstance(node, Call)
        else node
    )


def _call_provider(registration: ProviderEntry, make: Callable[..., Any], *arguments: int) -> Any:
    """What *make* makes; a failure names the plugin."""
    from pytest_fixturegen.plugins.manager import build_plugin_error

    try:
        return make(*arguments)
    except FixturegenError:
        raise
    except Exception as error:
        raise build_plugin_error(
            registration.owner, error, _format_label(registration), MappingError
        ) from error


def _format_label(registration: ProviderEntry) -> str:
    if isinstance(registration.provider, str):
        return registration.provider
    return f"{registration.provider.__module__}:{getattr(registration.provider, '__qualname__', type(registration.provider).__name__)}"


def _has_valid_samples(node: Node, field_context: FieldContext) -> bool:
    """Whether samples of what *node* draws are of the kind that is asked for, and keep its rules."""
    kinds = (
        KIND_TYPES.get(field_context.kind, object)
        if isinstance(field_context.kind, str)
        else object
    )
    try:
        draw = (
            partial(_draw_callback, node.make) if isinstance(node, Callback) else build_draw(node)
        )
    except TypeError:  # it has parts: validation tells
        return True
    return all(
        isinstance(value, kinds) and _is_within_constraints(value, field_context.constraints)
        for value in map(draw, list_sample_words())
    )


def _draw_callback(make: Callable[[int, int], Any], word: int) -> Any:
    return make(word, word & 0xFF)


def _is_within_constraints(value: Any, constraints: Constraints) -> bool:
    if isinstance(value, str):
        return text.is_valid_text(value, constraints)
    try:
        kept = all(
            holds(value, bound)
            for name, holds in BOUND_CHECKS.items()
            if (bound := getattr(constraints, name)) is not None
        )
        return kept and (
            constraints.multiple_of is None
            or isinstance(value, float)
            or not value % constraints.multiple_of
        )
    except TypeError:  # it cannot be compared
        return False
