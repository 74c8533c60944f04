"""Fields that repeat a field of another record.

The field of the target is drawn at a chosen index, so no record has to be kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import MappingError, UsageError
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CheckedShape,
    CollectionShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
)
from pytest_fixturegen.introspection.type_reader import read_class, read_type
from pytest_fixturegen.nodes import (
    Array,
    Callback,
    Fact,
    FactView,
    Integer,
    Link,
    Node,
    Nullable,
    SampleIndex,
    Transformed,
    Unsatisfiable,
)
from pytest_fixturegen.providers.countable import show_index
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.distributions import favor_low
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.plan_context import PlanContext, PlanTarget
from pytest_fixturegen.strategies.planned import Planned, UniqueLimit
from pytest_fixturegen.strategies.relations import (
    LinkRule,
    Relations,
    find_class,
    find_root_model,
    list_models,
    parse_link_rules,
    parse_unique_groups,
    require_field,
)
from pytest_fixturegen.strategies.stage_views import find_gate

COMPATIBLE_KINDS = {
    ("float", "int"),
    ("decimal", "int"),
    ("any", "int"),
    ("any", "str"),
    ("any", "uuid"),
    ("datetime", "date"),
}
"""Pairs of kinds: the first takes the values of the second."""


def plan_link(context: PlanContext, rule: LinkRule) -> Planned:
    """Return the plan of the field of *context*, which *rule* links.

    Raise UsageError if the target does not exist, MappingError if its type does not fit.
    """
    relations = context.inputs.relations
    target_class = relations.find_class(rule.target.model)
    target = _find_target_field(target_class, rule)
    get_plan = partial(
        _plan_target,
        context.inputs.plan_target,
        target_class,
        _derive_target_config(context.config, rule),
    )
    link = Link(
        _build_index(rule, relations.record_count),
        get_plan,
        target.name,
    )
    planned = _LinkedField(context, rule, target.shape).place(context.shape, link)
    if rule.children is None:
        return planned
    size = rule.children.count_children(relations.record_count)
    limit = UniqueLimit(
        str(rule.source),
        size,
        relations.record_count,
    )
    return planned._replace(limits=(limit,))


def _build_index(rule: LinkRule, record_count: int) -> Node:
    """Return the node of the index of the linked record: one for all fields of the same entry."""
    index: Node = Transformed(
        Integer(0, record_count - 1),
        favor_low,  # as in life, some records have many links and most have few
    )
    if rule.children is not None:
        index = Callback(rule.children.find_parent)
    return FactView(show_index, (Fact(f"link:{rule.entry}", index),)) if rule.entry else index


@lru_cache(maxsize=256)
def _plan_target(
    plan_target: PlanTarget,
    cls: Any,
    config: GenerationConfig,
) -> Plan:
    """Return the plan of the linked class, cached because many fields may link to the class."""
    return plan_target(read_type(cls), config)


def _find_target_field(cls: Any, rule: LinkRule) -> ModelField:
    """Return the field of *cls* that *rule* links to. Raise UsageError if *cls* has no fields."""
    model = find_root_model(read_type(cls))
    if model is None:
        raise UsageError(
            f"{rule.target.model} has no fields to link to.",
            hint="Link to a field of a model.",
            link=str(rule),
        )
    require_field(model, rule.target.field)
    return next(found for found in model.fields if found.name == rule.target.field)


def _derive_target_config(config: GenerationConfig, rule: LinkRule) -> GenerationConfig:
    """Return *config* for the plan of the target, without links that lead back to the source."""
    visited = {rule.source.name, rule.target.name}
    wanted = (rule.target.name, rule.target.field)
    links = [
        str(other)
        for other in parse_link_rules(config.link)
        if (other.source.name, other.source.field) == wanted or other.target.name not in visited
    ]
    return replace(
        config,
        seed=0,
        link=tuple(dict.fromkeys(links)),
        unique=tuple(config.unique),
    )


class _LinkedField:
    """A field that *rule* links to a field of the shape *target*."""

    def __init__(
        self,
        context: PlanContext,
        rule: LinkRule,
        target: Shape,
    ) -> None:
        """Store *target*, the shape of the field that *rule* links to, to compare places."""
        self.context = context
        self.rule = rule
        self.target = target

    def place(
        self,
        shape: Shape,
        link: Link,
    ) -> Planned:
        """Return the plan of *link* in a place of *shape*: itself, None by chance, or a list."""
        match shape:
            case ShapeRef(name):
                return self._place_in_reference(self.context.refs[name], link)
            case CheckedShape(inner):
                return self.place(inner, link)._replace(needs_validation=True)
            case OptionalShape(inner):
                planned = self.place(inner, link)
                if self.rule.entry:  # a key of which only a part is None is worthless
                    return planned
                p_none = int(self.context.config.p_none * 2**64)
                gate = find_gate(self.context)
                return planned.with_node(Nullable(planned.node, p_none, gate))
            case CollectionShape():
                return self._place_in_list(shape, link)
            case Scalar() | NamedShape():
                return Planned(link, needs_validation=not self._is_compatible(shape))
            case _:
                return Planned(link, needs_validation=True)

    def _place_in_reference(
        self,
        shape: Shape,
        link: Link,
    ) -> Planned:
        """Return the plan of *link* in a named *shape*. Raise UsageError if it is a model."""
        if isinstance(shape, ModelShape):
            raise UsageError(
                f"{self.rule.source} holds a model and cannot be linked.",
                hint="Link a field that holds an id.",
                link=str(self.rule),
            )
        return self.place(shape, link)

    def _place_in_list(
        self,
        shape: CollectionShape,
        link: Link,
    ) -> Planned:
        """Return the plan of a list of links to different records, of the size that *shape* allows.

        The node is unsatisfiable if the list needs more records than exist.
        """
        record_count = self.context.inputs.relations.record_count
        low, high = containers.choose_size_range(
            shape.low,
            shape.high,
            1,
        )
        if low > record_count:
            return Planned(
                Unsatisfiable(
                    f"it links to {low} records, and only {record_count} exist.",
                    "Raise 'related', or lower min_length.",
                )
            )
        item = self.place(
            shape.item,
            replace(link, index=SampleIndex(record_count)),
        )
        node = Array(
            item.node,
            low,
            min(high, record_count),
            containers.CONTAINER_BUILDERS.get(shape.kind),
            shape.kind in containers.SET_KINDS,
        )
        is_exact = item.is_exact and shape.kind != "generator"
        return item._replace(node=node, is_exact=is_exact)

    def _is_compatible(self, shape: Scalar | NamedShape) -> bool:
        """Whether every value of the target fits *shape*; False if only validation can tell.

        Raise MappingError if no value fits.
        """
        target = self.target
        is_unconstrained = isinstance(shape, Scalar) and shape.constraints == NO_CONSTRAINTS
        if shape == target or (is_unconstrained and _get_kind(target) == _get_kind(shape)):
            return True
        while isinstance(target, OptionalShape | CheckedShape):
            target = target.inner
        source_kind, target_kind = _get_kind(shape), _get_kind(target)
        if not source_kind or not target_kind or source_kind == target_kind:
            return False
        if (source_kind, target_kind) not in COMPATIBLE_KINDS:
            raise MappingError(
                f"{self.rule.source} is {source_kind}, but {self.rule.target}, to which it is "
                f"linked, is {target_kind}.",
                hint="Give both fields the same type.",
                model=self.rule.source.name,
                path=self.rule.source.field,
            )
        return False


def _get_kind(shape: Shape) -> str:
    """Return the kind of a scalar; empty for another shape, which only validation can judge."""
    return shape.kind if isinstance(shape, Scalar) else ""


def find_linked_models(models: Sequence[Any], config: GenerationConfig) -> list[Any]:
    """Return the classes that links of *models* point to, directly or not, without *models*."""
    found: list[Any] = list(models)
    for model in found:  # the list grows while it is read
        found += [cls for cls in _find_link_targets(model, config) if cls not in found]
    return found[len(models) :]


def _find_link_targets(model: Any, config: GenerationConfig) -> list[Any]:
    """Return the classes that links of *model*, and of models within it, point to."""
    try:
        reading = read_type(model)
    except MappingError:  # its own record reports why it cannot be read
        return []
    relations = Relations.for_reading(reading, config)
    names = {shape.cls.__name__ for shape in list_models(reading)}
    targets = [rule.target.model for rule in relations.rules if rule.source.name in names]
    return list(dict.fromkeys(relations.find_class(name) for name in targets))


def sort_parents_first(models: Sequence[Any], config: GenerationConfig) -> list[Any]:
    """Return *models* with the targets of links before their sources, unless links form a cycle."""
    ordered: dict[Any, None] = {}

    def add_with_parents(model: Any, ancestors: tuple[Any, ...]) -> None:
        """Add *model* after the targets of its links; skip *ancestors*, which form a cycle."""
        for target in find_linked_models([model], config):
            if target in models and target not in ancestors:
                add_with_parents(target, (*ancestors, target))
        ordered[model] = None

    for model in models:
        add_with_parents(model, (model,))
    return list(ordered)


def validate_document_names(documents: Sequence[Any], config: GenerationConfig) -> None:
    """Raise UsageError if ``link`` or ``unique`` names what *documents* of one file do not have.

    A record within another one may be named, or another schema of the file.
    """
    readings = [read_class(document) for document in documents]
    models = {model.cls.__name__: model for each in readings for model in list_models(each)}
    for name, fields in _list_named_fields(config):
        model = models.get(name)
        if isinstance(model, ModelShape):
            for field in fields:
                require_field(model, field)
        else:
            find_class(name, (), [documents[0].path])


def _list_named_fields(config: GenerationConfig) -> list[tuple[str, tuple[str, ...]]]:
    """Return the models that ``link`` and ``unique`` name, with the fields of each."""
    sources = [(rule.source.model, (rule.source.field,)) for rule in parse_link_rules(config.link)]
    groups = [(group.model, group.fields) for group in parse_unique_groups(config.unique)]
    return [*sources, *groups]


def validate_option_names(modules: Sequence[str], config: GenerationConfig) -> None:
    """Raise UsageError if ``link`` or ``unique`` names a class or a field that does not exist.

    Classes are looked up in *modules*, or in the module that their name contains.
    """
    for name, fields in _list_named_fields(config):
        try:
            model = find_root_model(read_type(find_class(name, modules)))
        except MappingError:  # its own record reports why it cannot be read
            continue
        if model is None:
            raise UsageError(
                f"{name} has no fields.",
                hint="Name a model, a dataclass or a TypedDict.",
                model=name,
            )
        for field in fields:
            require_field(model, field)
