"""Fields that repeat a field of another record: the target's field is drawn at a chosen index, so no record is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.errors import MappingError, UsageError
from pytest_fixturegen.nodes import Among, Array, Integer, Link, Node, Nullable, Refused
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.plan import containers
from pytest_fixturegen.plan.relations import (
    Relations,
    Rule,
    find_class,
    groups_of,
    models_of,
    require_field,
    root_model,
    rules_of,
)
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.shape.reading import read_type
from pytest_fixturegen.shape.shapes import FREE, Checked, Field, Items, Maybe, Model, Named, Reading, Ref, Scalar, Shape

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner
    from pytest_fixturegen.plan.spots import Spot

PlanType = Callable[[Reading, GenerationConfig], Plan]

WIDER = {("float", "int"), ("decimal", "int"), ("any", "int"), ("any", "str"), ("any", "uuid"), ("datetime", "date")}
"""Kinds that take the values of another kind."""


def linked(planner: Planner, each: Field, spot: Spot, plan: PlanType) -> Node | None:
    """The node of a field that a link names, or None. Raises UsageError or MappingError when it cannot be linked."""
    rule = planner.relations.rule(spot.model, each.name)
    if rule is None:
        return None
    cls = find_class(rule.target.model, planner.relations.modules)
    target = _field_of(cls, rule)
    planner.decided(spot, f"link.{rule.target}", "link")
    fetch = partial(_planned, plan, cls, _onward(planner.config, rule))
    return _placed(planner, each.shape, target.shape, rule, Link(Integer(0, planner.relations.count - 1), fetch, target.name))


def related(models: Sequence[Any], config: GenerationConfig) -> list[Any]:
    """The classes that links of *models* point to, however far, without *models* themselves."""
    found: list[Any] = list(models)
    for model in found:
        reading = read_type(model)
        relations = Relations.of(reading, config)
        names = {shape.cls.__name__ for shape in models_of(reading)}
        targets = [rule.target.model for rule in relations.rules if rule.source.name in names]
        found += [cls for cls in dict.fromkeys(find_class(name, relations.modules) for name in targets) if cls not in found]
    return found[len(models) :]


def parents_first(models: Sequence[Any], config: GenerationConfig) -> list[Any]:
    """*models* in an order in which what links point to comes before them, where there is one."""
    ordered: dict[Any, None] = {}

    def place(model: Any, waiting: tuple[Any, ...]) -> None:
        for target in related([model], config):
            if target in models and target not in waiting:
                place(target, (*waiting, target))
        ordered[model] = None

    for model in models:
        place(model, (model,))
    return list(ordered)


def require_known(module: str, config: GenerationConfig) -> None:
    """Raises UsageError when an option names a class or a field that is not in *module*, nor in a module it says itself."""
    sources = [(rule.source.model, (rule.source.field,)) for rule in rules_of(config.link)]
    for name, fields in (*sources, *((group.model, group.fields) for group in groups_of(config.unique))):
        model = root_model(read_type(find_class(name, [module])))
        if model is None:
            raise UsageError(f"{name} has no fields.", hint="Name a model, a dataclass or a TypedDict.", model=name)
        for field in fields:
            require_field(model, field)


@lru_cache(maxsize=256)
def _planned(plan: PlanType, cls: Any, config: GenerationConfig) -> Plan:
    return plan(read_type(cls), config)


def _field_of(cls: Any, rule: Rule) -> Field:
    model = root_model(read_type(cls))
    if model is None:
        raise UsageError(f"{rule.target.model} has no fields to link to.", hint="Link to a field of a model.", link=str(rule))
    require_field(model, rule.target.field)
    return next(each for each in model.fields if each.name == rule.target.field)


def _onward(config: GenerationConfig, rule: Rule) -> GenerationConfig:
    """*config* for the plan of the target: without links that lead back, but for that of the wanted field itself."""
    met = {rule.source.name, rule.target.name}
    wanted = (rule.target.name, rule.target.field)
    kept = [
        each for each in rules_of(config.link) if (each.source.name, each.source.field) == wanted or each.target.name not in met
    ]
    return replace(config, seed=0, link=tuple(map(str, kept)), unique=tuple(config.unique))


def _placed(planner: Planner, shape: Shape, target: Shape, rule: Rule, link: Link) -> Node:
    """*link* in a field of *shape*: itself, or None by chance, or a list of them."""
    match shape:
        case Ref(name):
            found = planner.reading.refs[name]
            return _placed(planner, found, target, rule, link) if not isinstance(found, Model) else _refuse(rule)
        case Checked(inner):
            planner.checked = True
            return _placed(planner, inner, target, rule, link)
        case Maybe(inner):
            return Nullable(_placed(planner, inner, target, rule, link), int(planner.config.p_none * 2**64))
        case Items():
            return _listed(planner, shape, target, rule, link)
        case Scalar() | Named():
            _require_fit(planner, shape, target, rule)
            return link
        case _:
            planner.checked = True
            return link


def _listed(planner: Planner, shape: Items, target: Shape, rule: Rule, link: Link) -> Node:
    count = planner.relations.count
    low, high = containers.sizes(shape.low, shape.high, 1)
    if low > count:
        return Refused(f"it links to {low} records, and only {count} exist.", "Raise 'related', or lower min_length.")
    item = _placed(planner, shape.item, target, rule, replace(link, index=Among(count)))
    distinct = shape.kind in containers.DISTINCT
    planner.exact &= shape.kind != "generator"
    return Array(item, low, min(high, count), containers.BUILDERS.get(shape.kind), distinct)


def _require_fit(planner: Planner, shape: Scalar | Named, target: Shape, rule: Rule) -> None:
    """Leave to validation what may not fit; raise MappingError for what cannot."""
    free = isinstance(shape, Scalar) and shape.rules == FREE
    if shape == target or (free and _kind(target) == _kind(shape)):
        return
    planner.checked = True
    while isinstance(target, Maybe | Checked):
        target = target.inner
    known, other = _kind(shape), _kind(target)
    if known and other and known != other and (known, other) not in WIDER:
        raise MappingError(
            f"{rule.source} is {known}, and {rule.target}, which it is linked to, is {other}.",
            hint="Give both fields the same type.",
            model=rule.source.name,
            path=rule.source.field,
        )


def _kind(shape: Shape) -> str:
    return shape.kind if isinstance(shape, Scalar) else ""


def _refuse(rule: Rule) -> Node:
    raise UsageError(
        f"{rule.source} holds a model and cannot be linked.", hint="Link a field that holds an id.", link=str(rule)
    )
