"""Shapes, providers and options in, nodes out: every choice is made here, and remembered with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf
from typing import Any

from pytest_fixturegen._internal.type_names import format_type, to_snake_case
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.named_types import find_related_model
from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges, is_foreign
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    Constraints,
    CustomJsonShape,
    InstanceOf,
    JsonText,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OpaqueShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
    UnionShape,
)
from pytest_fixturegen.introspection.type_reader import get_builder, make_lenient, read_class
from pytest_fixturegen.nodes import (
    Array,
    Constant,
    Constructed,
    JsonEncoded,
    Node,
    Nullable,
    Pinned,
    Record,
    Unsatisfiable,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.people import SHARED_PERSON_FIELDS
from pytest_fixturegen.providers.registry import ProviderMatch
from pytest_fixturegen.providers.vocabulary import FALLBACK_LOCALE, Vocabulary, get_faker
from pytest_fixturegen.strategies import (
    collection_plans,
    containers,
    fallback_plans,
    field_slots,
    instances,
    links,
    record_fields,
    styles,
    unions,
    unique,
)
from pytest_fixturegen.strategies.field_settings import FieldSettings
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan import GUESS_REASON, Plan, Strategy, UniqueLimit
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.plugin_rules import PluginRules, load_plugin_rules
from pytest_fixturegen.strategies.presets import expand_bundles
from pytest_fixturegen.strategies.recursion_limits import MAX_CYCLE_DEPTH, RecursionLimits
from pytest_fixturegen.strategies.relations import Relations


@dataclass(slots=True)
class Planner:
    """Makes one plan. Its state: what was decided so far, and whether records must be validated."""

    config: GenerationConfig
    reading: TypeReading
    recursion_limits: RecursionLimits
    field_settings: FieldSettings
    relations: Relations = Relations()
    limits: list[UniqueLimit] = field(default_factory=list)
    strategies: list[Strategy] = field(default_factory=list)
    planned_nodes: dict[tuple[object, ...], Node] = field(default_factory=dict)
    is_exact: bool = True
    needs_validation: bool = False
    with_instances: bool = False
    plugin_rules: PluginRules | None = None

    def build_plan(self, overrides: Overrides, item_count: int | None = None) -> Plan:
        """The plan of the whole type; *items* sets how many a list has."""
        spot = PlanContext(name=to_snake_case(self.reading.name), model="", overrides=overrides)
        node = self.plan_node(self.reading.shape, spot)
        if item_count is not None and isinstance(node, Array):
            node = replace(node, low=item_count, high=item_count)
        retries = self.config.validator_max_retries if self.config.respect_validators else 0
        return Plan(
            self.reading,
            node,
            tuple(self.strategies),
            self.is_exact,
            self.needs_validation,
            retries,
            tuple(self.limits),
        )

    def plan_node(self, shape: Shape, context: PlanContext) -> Node:
        """What to draw for *shape* at *spot*."""
        if context.overrides.is_value:
            return self._plan_override(context)
        if (
            self.plugin_rules is not None
            and (node := self.plugin_rules.plan_served_type(self, shape, context)) is not None
        ):
            return node
        return SHAPE_PLANNERS[type(shape)](self, shape, context)

    def plan_link(self, model_field: ModelField, context: PlanContext) -> Node | None:
        """What a field draws that a link names; None when none does."""
        return links.plan_link(self, model_field, context, plan_type)

    def _plan_override(self, context: PlanContext) -> Node:
        self.needs_validation, self.is_exact = True, False
        self.record_decision(context, "the given value", "override")
        return Pinned(Constant(context.overrides.value, context.overrides.value))

    def record_decision(self, context: PlanContext, provider: str, reason: str) -> None:
        """Remember who won a place, and why."""
        self.strategies.append(Strategy(context.path, provider, reason, context.model))

    def _plan_scalar(self, shape: Scalar, context: PlanContext) -> Node:
        return self._plan_with_provider(shape.kind, shape, context) or self._plan_opaque(
            OpaqueShape(shape.kind), context
        )

    def _plan_with_provider(
        self, kind: Any, shape: Scalar | NamedShape, context: PlanContext
    ) -> Node | None:
        ask = self.build_field_context(kind, shape.constraints, context)
        usual = partial(styles.find_styled_provider, self.config, ask)
        found = (
            usual() if self.plugin_rules is None else self.plugin_rules.find_provider(ask, usual)
        )
        if found is None:
            return None
        is_guess = kind == "any" and found.reason == "the type" and not found.plugin
        return self.accept_match(
            replace(found, reason=GUESS_REASON) if is_guess else found, context
        )

    def accept_match(self, provider_match: ProviderMatch, context: PlanContext) -> Node:
        """Its node, and remember who won *spot*. What a plugin draws only the model can judge."""
        if provider_match.plugin:
            self.needs_validation, self.is_exact = True, False
        self.strategies.append(
            Strategy(
                context.path,
                provider_match.provider,
                provider_match.reason,
                context.model,
                provider_match.plugin,
            )
        )
        return provider_match.node

    def build_field_context(
        self, kind: Any, constraints: Constraints, context: PlanContext
    ) -> FieldContext:
        """What a provider is asked at *spot*."""
        words = Vocabulary(
            self.field_settings.find_locale(
                context.model, context.name, context.path, self.config.locale
            )
        )
        return FieldContext(
            to_snake_case(context.name),
            to_snake_case(context.model),
            kind,
            constraints,
            words,
            self.config.now,
            context.is_item,
        )

    def _plan_named(self, shape: NamedShape, context: PlanContext) -> Node:
        """A named type's own provider; without one, what it is made from; without that, an instance of the class."""
        node = self._plan_with_provider(shape.type, shape, context)
        if node is not None:
            return node
        self.needs_validation, self.is_exact = True, False
        if shape.inner is not None:
            return self.plan_node(shape.inner, context)
        return self._plan_instance(InstanceOf(shape.type), context)

    def _plan_instance(self, shape: InstanceOf, context: PlanContext) -> Node:
        self.record_decision(
            context, "the class itself" if shape.is_subclass else "an instance", "the type"
        )
        self.is_exact = False
        if shape.is_subclass:
            return Constant(shape.cls, None)
        if is_foreign(shape.cls):
            foreign = add_bridges(shape.cls)
            return Constructed(
                self._plan_related_model(foreign, context), make_lenient(get_builder(foreign))
            )
        return instances.build_instance_node(shape.cls) or self._plan_opaque(
            OpaqueShape(getattr(shape.cls, "__name__", "object")), context
        )

    def _plan_opaque(self, shape: OpaqueShape, context: PlanContext) -> Node:
        """A guess at what a class of the user's stands for, left to validation: a model, a plain type, a text."""
        self.needs_validation, self.is_exact = True, False
        model = find_related_model(shape.cls)
        if model is not None:
            return self._plan_related_model(model, context)
        plain = containers.find_plain_shape(shape.cls)
        if plain is not None:
            return self.plan_node(plain, context)
        if not self.config.allow_fallback:
            return Unsatisfiable(
                f"its type ({shape.label}) says nothing of its values.",
                "Override it, or allow a fallback.",
            )
        node = self._plan_with_provider("str", Scalar("str"), context)
        assert node is not None
        self.strategies[-1] = replace(self.strategies[-1], reason=GUESS_REASON)
        return node

    def _plan_related_model(self, model: Any, context: PlanContext) -> Node:
        """A model that is only named: read and planned on its own, one step deeper than where it stands."""
        place = (model, context.depth, context.name)
        if place not in self.planned_nodes:
            self.planned_nodes[place] = _make_endless_node(
                format_type(model)
            )  # which is what it is while it stands within itself
            reading = read_class(model)
            reach = RecursionLimits.for_reading(
                reading,
                self.config.max_depth,
                max_cycle_depth=self.recursion_limits.max_cycle_depth,
            )
            other = Planner(
                self.config,
                reading,
                reach,
                self.field_settings,
                strategies=self.strategies,
                planned_nodes=self.planned_nodes,
            )
            other.plugin_rules = self.plugin_rules
            self.planned_nodes[place] = other.plan_node(
                reading.shape, replace(context, depth=context.depth + 1, overrides=NO_OVERRIDES)
            )
        return self.planned_nodes[place]

    def _plan_options(self, shape: ChoiceShape, context: PlanContext) -> Node:
        if not shape.values:
            return Unsatisfiable(
                "an enum without members has no value.", "Give it a member, or override the field."
            )
        return self.accept_match(
            styles.find_option_provider(
                self.config, self.build_field_context("options", NO_CONSTRAINTS, context), shape
            ),
            context,
        )

    def needs_stub(self, shape: Shape, context: PlanContext) -> bool:
        """Whether *shape* is filled once more where it would be left out, with what it must hold and nothing else."""
        ends = (
            isinstance(shape, OptionalShape)
            and not context.is_stub
            and self.recursion_limits.find_models(shape) & self.recursion_limits.cyclic_refs
        )
        return (
            bool(ends)
            and self.config.on_cycle == "stub"
            and self.recursion_limits.is_too_deep(shape, context.depth)
        )

    def _plan_maybe(self, shape: OptionalShape, context: PlanContext) -> Node:
        if self.needs_stub(shape, context):
            return self.plan_node(shape.inner, replace(context, is_stub=True))
        if self.recursion_limits.is_too_deep(shape.inner, context.depth):
            self.record_decision(context, "None", "max_depth")
            return Constant(None, None)
        if record_fields.is_unserializable(shape.inner, self.reading.refs):
            self.record_decision(context, "None", "JSON has no word for it")
            return Constant(None, None)
        if context.overrides is not NO_OVERRIDES:
            return self.plan_node(shape.inner, context)
        return Nullable(
            self.plan_node(shape.inner, context),
            int(context.settings.get("p_none", self.config.p_none) * 2**64),
        )

    def _plan_reference(self, shape: ShapeRef, context: PlanContext) -> Node:
        """What is named: planned once for each depth, since a node knows no path and may stand in many places."""
        target = self.reading.refs[shape.name]
        inside = replace(
            context,
            depth=context.depth
            + (
                shape.name in self.recursion_limits.cyclic_refs
                and not isinstance(target, ModelShape)
            ),
        )
        if context.overrides is not NO_OVERRIDES or context.settings:
            return self.plan_node(target, inside)
        path = context.path if self.field_settings.is_by_path else ""
        place = (
            shape.name,
            context.depth,
            context.name,
            context.with_instances,
            context.with_discriminator,
            context.is_item,
            context.is_stub,
            path,
        )
        if place not in self.planned_nodes:
            self.planned_nodes[place] = self.plan_node(target, inside)
        return self.planned_nodes[place]

    def _plan_wrapped(self, shape: RootShape, context: PlanContext) -> Node:
        if self.recursion_limits.get_min_depth(shape) == inf:
            return _make_endless_node(shape.cls.__name__)
        inside = replace(
            context, name=context.name or to_snake_case(shape.cls.__name__), with_instances=False
        )
        inner = self.plan_node(shape.inner, inside)
        return (
            Constructed(inner, make_lenient(get_builder(shape.cls)))
            if context.with_instances
            else inner
        )

    def _plan_checked(self, shape: CheckedShape, context: PlanContext) -> Node:
        self.needs_validation = True
        return self.plan_node(shape.inner, context)

    def _plan_unlike(self, shape: CustomJsonShape, context: PlanContext) -> Node:
        self.is_exact = False
        return self.plan_node(shape.inner, context)

    def _plan_json_text(self, shape: JsonText, context: PlanContext) -> Node:
        self.is_exact = False
        return JsonEncoded(self.plan_node(shape.inner, replace(context, with_instances=False)))

    def _plan_model(self, shape: ModelShape, context: PlanContext) -> Node:
        if self.recursion_limits.get_min_depth(shape) == inf:
            return _make_endless_node(shape.cls.__name__)
        self.is_exact &= shape.has_exact_json
        name = shape.cls.__name__
        inside = replace(
            context,
            model=name,
            cls=shape.cls,
            depth=context.depth + 1,
            with_instances=shape.is_strict or self.with_instances,
        )
        fixed = context.overrides.split_by_field(shape.fields, name)
        drawn = [
            field_slots.plan_modified_slot(self, each, inside, fixed.get(each.name, NO_OVERRIDES))
            for each in shape.fields
        ]
        slots = unique.apply_uniqueness(
            self, shape, inside, [slot for slot in drawn if slot], set(fixed)
        )
        build = (
            make_lenient(get_builder(shape.cls))
            if context.depth and context.with_instances and shape.kind != "typed-dict"
            else None
        )
        return Record(
            tuple(slots),
            build,
            shares_facts=context.depth > 0 and to_snake_case(context.name) in SHARED_PERSON_FIELDS,
        )


def _make_endless_node(name: str) -> Unsatisfiable:
    return Unsatisfiable(
        f"{name} refers to itself without end.", "Make the reference optional, or a list."
    )


SHAPE_PLANNERS: dict[type, Callable[[Planner, Any, PlanContext], Node]] = {
    Scalar: Planner._plan_scalar,
    NamedShape: Planner._plan_named,
    ChoiceShape: Planner._plan_options,
    OptionalShape: Planner._plan_maybe,
    UnionShape: unions.plan_union,
    CollectionShape: collection_plans.plan_array,
    TupleShape: collection_plans.plan_tuple,
    MappingShape: collection_plans.plan_dictionary,
    ModelShape: Planner._plan_model,
    RootShape: Planner._plan_wrapped,
    ShapeRef: Planner._plan_reference,
    CheckedShape: Planner._plan_checked,
    CustomJsonShape: Planner._plan_unlike,
    JsonText: Planner._plan_json_text,
    InstanceOf: Planner._plan_instance,
    OpaqueShape: Planner._plan_opaque,
}
"""How each shape is planned."""


def plan_type(
    reading: TypeReading,
    config: GenerationConfig,
    overrides: Mapping[str, Any] | None = None,
    item_count: int | None = None,
    *,
    extra_depth: int = 0,
    with_instances: bool = False,
) -> Plan:
    """The plan for *reading* under *config*; *overrides* fixes fields by name or alias, nested mappings go deeper. Records
    are filled *more* models deeper than usual, and hold instances instead of mappings if they are to be *built*.
    """
    if config.locale != FALLBACK_LOCALE:
        get_faker(
            config.locale
        )  # an unknown locale is refused here, whether or not the type has a use for it
    config = expand_bundles(config)
    circle = config.max_depth if config.on_cycle == "reuse" else MAX_CYCLE_DEPTH
    reach = RecursionLimits.for_reading(
        reading,
        config.max_depth + extra_depth,
        config.object_budget << 2 * extra_depth,
        circle + extra_depth,
    )
    relations = Relations.for_reading(reading, config)
    control = FieldSettings.for_reading(config, reading)
    planner = Planner(
        config,
        reading,
        reach,
        control,
        relations,
        with_instances=with_instances,
        plugin_rules=load_plugin_rules(config.plugins),
    )
    plan = planner.build_plan(Overrides.from_mapping(overrides), item_count)
    return replace(
        plan,
        fallbacks=fallback_plans.build_fallbacks(
            config, partial(plan_type, reading, overrides=overrides, item_count=item_count)
        ),
    )
