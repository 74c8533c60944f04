"""Fields that repeat a field of another record: the target's field is drawn at a chosen index, so no record is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

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
    TypeReading,
)
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.nodes import Array, Integer, Link, Node, Nullable, SampleIndex, Unsatisfiable
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.plan import Plan
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

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.plan_context import PlanContext
    from pytest_fixturegen.strategies.planner import Planner

PlanFunction = Callable[[TypeReading, GenerationConfig], Plan]

COMPATIBLE_KINDS = {
    ("float", "int"),
    ("decimal", "int"),
    ("any", "int"),
    ("any", "str"),
    ("any", "uuid"),
    ("datetime", "date"),
}
"""Kinds that take the values of another kind."""


def plan_link(
    planner: Planner, model_field: ModelField, context: PlanContext, plan_reading: PlanFunction
) -> Node | None:
    """The node of a field that a link names, or None. Raises UsageError or MappingError when it cannot be linked."""
    rule = planner.relations.find_rule(context.model, model_field.name)
    if rule is None:
        return None
    cls = find_class(rule.target.model, planner.relations.modules)
    target = _find_target_field(cls, rule)
    planner.record_decision(context, f"link.{rule.target}", "link")
    fetch = partial(_plan_target, plan_reading, cls, _derive_target_config(planner.config, rule))
    return _place_link(
        planner,
        model_field.shape,
        target.shape,
        rule,
        Link(Integer(0, planner.relations.record_count - 1), fetch, target.name),
    )


def find_linked_models(models: Sequence[Any], config: GenerationConfig) -> list[Any]:
    """The classes that links of *models* point to, however far, without *models* themselves."""
    found: list[Any] = list(models)
    for model in found:
        reading = read_type(model)
        relations = Relations.for_reading(reading, config)
        names = {shape.cls.__name__ for shape in list_models(reading)}
        targets = [rule.target.model for rule in relations.rules if rule.source.name in names]
        found += [
            cls
            for cls in dict.fromkeys(find_class(name, relations.modules) for name in targets)
            if cls not in found
        ]
    return found[len(models) :]


def sort_parents_first(models: Sequence[Any], config: GenerationConfig) -> list[Any]:
    """*models* in an order in which what links point to comes before them, where there is one."""
    ordered: dict[Any, None] = {}

    def add_with_parents(model: Any, ancestors: tuple[Any, ...]) -> None:
        for target in find_linked_models([model], config):
            if target in models and target not in ancestors:
                add_with_parents(target, (*ancestors, target))
        ordered[model] = None

    for model in models:
        add_with_parents(model, (model,))
    return list(ordered)


def validate_option_names(module: str, config: GenerationConfig) -> None:
    """Raises UsageError when an option names a class or a field that is not in *module*, nor in a module it says itself."""
    sources = [(rule.source.model, (rule.source.field,)) for rule in parse_link_rules(config.link)]
    for name, fields in (
        *sources,
        *((group.model, group.fields) for group in parse_unique_groups(config.unique)),
    ):
        model = find_root_model(read_type(find_class(name, [module])))
        if model is None:
            raise UsageError(
                f"{name} has no fields.",
                hint="Name a model, a dataclass or a TypedDict.",
                model=name,
            )
        for field in fields:
            require_field(model, field)


@lru_cache(maxsize=256)
def _plan_target(plan_reading: PlanFunction, cls: Any, config: GenerationConfig) -> Plan:
    return plan_reading(read_type(cls), config)


def _find_target_field(cls: Any, rule: LinkRule) -> ModelField:
    model = find_root_model(read_type(cls))
    if model is None:
        raise UsageError(
            f"{rule.target.model} has no fields to link to.",
            hint="Link to a field of a model.",
            link=str(rule),
        )
    require_field(model, rule.target.field)
    return next(each for each in model.fields if each.name == rule.target.field)


def _derive_target_config(config: GenerationConfig, rule: LinkRule) -> GenerationConfig:
    """*config* for the plan of the target: without links that lead back, but for that of the wanted field itself."""
    met = {rule.source.name, rule.target.name}
    wanted = (rule.target.name, rule.target.field)
    kept = [
        each
        for each in parse_link_rules(config.link)
        if (each.source.name, each.source.field) == wanted or each.target.name not in met
    ]
    return replace(config, seed=0, link=tuple(map(str, kept)), unique=tuple(config.unique))


def _place_link(planner: Planner, shape: Shape, target: Shape, rule: LinkRule, link: Link) -> Node:
    """*link* in a field of *shape*: itself, or None by chance, or a list of them."""
    match shape:
        case ShapeRef(name):
            found = planner.reading.refs[name]
            return (
                _place_link(planner, found, target, rule, link)
                if not isinstance(found, ModelShape)
                else _raise_unlinkable(rule)
            )
        case CheckedShape(inner):
            planner.needs_validation = True
            return _place_link(planner, inner, target, rule, link)
        case OptionalShape(inner):
            return Nullable(
                _place_link(planner, inner, target, rule, link), int(planner.config.p_none * 2**64)
            )
        case CollectionShape():
            return _plan_link_list(planner, shape, target, rule, link)
        case Scalar() | NamedShape():
            _require_compatible(planner, shape, target, rule)
            return link
        case _:
            planner.needs_validation = True
            return link


def _plan_link_list(
    planner: Planner, shape: CollectionShape, target: Shape, rule: LinkRule, link: Link
) -> Node:
    count = planner.relations.record_count
    low, high = containers.choose_size_range(shape.low, shape.high, 1)
    if low > count:
        return Unsatisfiable(
            f"it links to {low} records, and only {count} exist.",
            "Raise 'related', or lower min_length.",
        )
    item = _place_link(planner, shape.item, target, rule, replace(link, index=SampleIndex(count)))
    distinct = shape.kind in containers.SET_KINDS
    planner.is_exact &= shape.kind != "generator"
    return Array(
        item, low, min(high, count), containers.CONTAINER_BUILDERS.get(shape.kind), distinct
    )


def _require_compatible(
    planner: Planner, shape: Scalar | NamedShape, target: Shape, rule: LinkRule
) -> None:
    """Leave to validation what may not fit; raise MappingError for what cannot."""
    free = isinstance(shape, Scalar) and shape.constraints == NO_CONSTRAINTS
    if shape == target or (free and _get_kind(target) == _get_kind(shape)):
        return
    planner.needs_validation = True
    while isinstance(target, OptionalShape | CheckedShape):
        target = target.inner
    known, other = _get_kind(shape), _get_kind(target)
    if known and other and known != other and (known, other) not in COMPATIBLE_KINDS:
        raise MappingError(
            f"{rule.source} is {known}, and {rule.target}, which it is linked to, is {other}.",
            hint="Give both fields the same type.",
            model=rule.source.name,
            path=rule.source.field,
        )


def _get_kind(shape: Shape) -> str:
    return shape.kind if isinstance(shape, Scalar) else ""


def _raise_unlinkable(rule: LinkRule) -> Node:
    raise UsageError(
        f"{rule.source} holds a model and cannot be linked.",
        hint="Link a field that holds an id.",
        link=str(rule),
    )
