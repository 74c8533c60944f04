"""Shapes, providers and options in, nodes out: every choice is made here, and remembered with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf
from typing import Any

from pytest_fixturegen.identity import snake_case, type_name
from pytest_fixturegen.nodes import Array, Built, Constant, Given, Node, Nullable, Quoted, Record, Refused
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.plan import containers, items, links, members, modified, objects, others, styles, unions, unique
from pytest_fixturegen.plan.bundles import unbundled
from pytest_fixturegen.plan.control import Control
from pytest_fixturegen.plan.overrides import NOTHING, Overrides
from pytest_fixturegen.plan.plugged import Plugged, plugged
from pytest_fixturegen.plan.reach import CIRCLE, Reach
from pytest_fixturegen.plan.relations import Relations
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.plan.strategy import GUESS, Limit, Plan, Strategy
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.people import SHARING
from pytest_fixturegen.providers.registry import Found
from pytest_fixturegen.providers.vocabulary import FALLBACK, Vocabulary, faker_of
from pytest_fixturegen.shape.foreign import bridged, is_foreign
from pytest_fixturegen.shape.named import related_model
from pytest_fixturegen.shape.reading import attempted, builder, read_class
from pytest_fixturegen.shape.shapes import (
    FREE,
    Checked,
    Constraints,
    Either,
    Field,
    InstanceOf,
    Items,
    JsonText,
    Maybe,
    Model,
    Named,
    Opaque,
    Options,
    Pairs,
    Places,
    Reading,
    Ref,
    Scalar,
    Shape,
    Unlike,
    Wrapped,
)


@dataclass(slots=True)
class Planner:
    """Makes one plan. Its state: what was decided so far, and whether records must be validated."""

    config: GenerationConfig
    reading: Reading
    reach: Reach
    control: Control
    relations: Relations = Relations()
    limits: list[Limit] = field(default_factory=list)
    strategies: list[Strategy] = field(default_factory=list)
    planned: dict[tuple[object, ...], Node] = field(default_factory=dict)
    exact: bool = True
    checked: bool = False
    built: bool = False
    plugged: Plugged | None = None

    def plan(self, fixed: Overrides, items: int | None = None) -> Plan:
        """The plan of the whole type; *items* sets how many a list has."""
        spot = Spot(name=snake_case(self.reading.name), model="", fixed=fixed)
        node = self.node(self.reading.shape, spot)
        if items is not None and isinstance(node, Array):
            node = replace(node, low=items, high=items)
        retries = self.config.validator_max_retries if self.config.respect_validators else 0
        return Plan(self.reading, node, tuple(self.strategies), self.exact, self.checked, retries, tuple(self.limits))

    def node(self, shape: Shape, spot: Spot) -> Node:
        """What to draw for *shape* at *spot*."""
        if spot.fixed.is_value:
            return self._overridden(spot)
        if self.plugged is not None and (node := self.plugged.served(self, shape, spot)) is not None:
            return node
        return PLANNERS[type(shape)](self, shape, spot)

    def linked(self, each: Field, spot: Spot) -> Node | None:
        """What a field draws that a link names; None when none does."""
        return links.linked(self, each, spot, plan_type)

    def _overridden(self, spot: Spot) -> Node:
        self.checked, self.exact = True, False
        self.decided(spot, "the given value", "override")
        return Given(Constant(spot.fixed.value, spot.fixed.value))

    def decided(self, spot: Spot, provider: str, reason: str) -> None:
        """Remember who won a place, and why."""
        self.strategies.append(Strategy(spot.path, provider, reason, spot.model))

    def _scalar(self, shape: Scalar, spot: Spot) -> Node:
        return self._provided(shape.kind, shape, spot) or self._opaque(Opaque(shape.kind), spot)

    def _provided(self, kind: Any, shape: Scalar | Named, spot: Spot) -> Node | None:
        ask = self.ask(kind, shape.rules, spot)
        usual = partial(styles.found, self.config, ask)
        found = usual() if self.plugged is None else self.plugged.found(ask, usual)
        if found is None:
            return None
        is_guess = kind == "any" and found.reason == "the type" and not found.plugin
        return self.won(replace(found, reason=GUESS) if is_guess else found, spot)

    def won(self, found: Found, spot: Spot) -> Node:
        """Its node, and remember who won *spot*. What a plugin draws only the model can judge."""
        if found.plugin:
            self.checked, self.exact = True, False
        self.strategies.append(Strategy(spot.path, found.provider, found.reason, spot.model, found.plugin))
        return found.node

    def ask(self, kind: Any, rules: Constraints, spot: Spot) -> Ask:
        """What a provider is asked at *spot*."""
        words = Vocabulary(self.control.locale(spot.model, spot.name, spot.path, self.config.locale))
        return Ask(snake_case(spot.name), snake_case(spot.model), kind, rules, words, self.config.now, spot.several)

    def _named(self, shape: Named, spot: Spot) -> Node:
        """A named type's own provider; without one, what it is made from; without that, an instance of the class."""
        node = self._provided(shape.type, shape, spot)
        if node is not None:
            return node
        self.checked, self.exact = True, False
        if shape.inner is not None:
            return self.node(shape.inner, spot)
        return self._instance(InstanceOf(shape.type), spot)

    def _instance(self, shape: InstanceOf, spot: Spot) -> Node:
        self.decided(spot, "the class itself" if shape.subclass else "an instance", "the type")
        self.exact = False
        if shape.subclass:
            return Constant(shape.cls, None)
        if is_foreign(shape.cls):
            foreign = bridged(shape.cls)
            return Built(self._elsewhere(foreign, spot), attempted(builder(foreign)))
        return objects.instance_of(shape.cls) or self._opaque(Opaque(getattr(shape.cls, "__name__", "object")), spot)

    def _opaque(self, shape: Opaque, spot: Spot) -> Node:
        """A guess at what a class of the user's stands for, left to validation: a model, a plain type, a text."""
        self.checked, self.exact = True, False
        model = related_model(shape.cls)
        if model is not None:
            return self._elsewhere(model, spot)
        plain = containers.plain_shape(shape.cls)
        if plain is not None:
            return self.node(plain, spot)
        if not self.config.allow_fallback:
            return Refused(f"its type ({shape.label}) says nothing of its values.", "Override it, or allow a fallback.")
        node = self._provided("str", Scalar("str"), spot)
        assert node is not None
        self.strategies[-1] = replace(self.strategies[-1], reason=GUESS)
        return node

    def _elsewhere(self, model: Any, spot: Spot) -> Node:
        """A model that is only named: read and planned on its own, one step deeper than where it stands."""
        place = (model, spot.deep, spot.name)
        if place not in self.planned:
            self.planned[place] = _endless(type_name(model))  # which is what it is while it stands within itself
            reading = read_class(model)
            reach = Reach.of(reading, self.config.max_depth, circle=self.reach.circle)
            other = Planner(self.config, reading, reach, self.control, strategies=self.strategies, planned=self.planned)
            other.plugged = self.plugged
            self.planned[place] = other.node(reading.shape, replace(spot, deep=spot.deep + 1, fixed=NOTHING))
        return self.planned[place]

    def _options(self, shape: Options, spot: Spot) -> Node:
        if not shape.values:
            return Refused("an enum without members has no value.", "Give it a member, or override the field.")
        return self.won(styles.chosen(self.config, self.ask("options", FREE, spot), shape), spot)

    def is_stub(self, shape: Shape, spot: Spot) -> bool:
        """Whether *shape* is filled once more where it would be left out, with what it must hold and nothing else."""
        ends = isinstance(shape, Maybe) and not spot.stub and self.reach.models(shape) & self.reach.circles
        return bool(ends) and self.config.on_cycle == "stub" and self.reach.is_too_deep(shape, spot.deep)

    def _maybe(self, shape: Maybe, spot: Spot) -> Node:
        if self.is_stub(shape, spot):
            return self.node(shape.inner, replace(spot, stub=True))
        if self.reach.is_too_deep(shape.inner, spot.deep):
            self.decided(spot, "None", "max_depth")
            return Constant(None, None)
        if members.is_unsayable(shape.inner, self.reading.refs):
            self.decided(spot, "None", "JSON has no word for it")
            return Constant(None, None)
        if spot.fixed is not NOTHING:
            return self.node(shape.inner, spot)
        return Nullable(self.node(shape.inner, spot), int(spot.policy.get("p_none", self.config.p_none) * 2**64))

    def _reference(self, shape: Ref, spot: Spot) -> Node:
        """What is named: planned once for each depth, since a node knows no path and may stand in many places."""
        target = self.reading.refs[shape.name]
        inside = replace(spot, deep=spot.deep + (shape.name in self.reach.circles and not isinstance(target, Model)))
        if spot.fixed is not NOTHING or spot.policy:
            return self.node(target, inside)
        path = spot.path if self.control.is_by_path else ""
        place = (shape.name, spot.deep, spot.name, spot.instances, spot.told, spot.several, spot.stub, path)
        if place not in self.planned:
            self.planned[place] = self.node(target, inside)
        return self.planned[place]

    def _wrapped(self, shape: Wrapped, spot: Spot) -> Node:
        if self.reach.height(shape) == inf:
            return _endless(shape.cls.__name__)
        inside = replace(spot, name=spot.name or snake_case(shape.cls.__name__), instances=False)
        inner = self.node(shape.inner, inside)
        return Built(inner, attempted(builder(shape.cls))) if spot.instances else inner

    def _checked(self, shape: Checked, spot: Spot) -> Node:
        self.checked = True
        return self.node(shape.inner, spot)

    def _unlike(self, shape: Unlike, spot: Spot) -> Node:
        self.exact = False
        return self.node(shape.inner, spot)

    def _json_text(self, shape: JsonText, spot: Spot) -> Node:
        self.exact = False
        return Quoted(self.node(shape.inner, replace(spot, instances=False)))

    def _model(self, shape: Model, spot: Spot) -> Node:
        if self.reach.height(shape) == inf:
            return _endless(shape.cls.__name__)
        self.exact &= shape.exact
        name = shape.cls.__name__
        inside = replace(spot, model=name, cls=shape.cls, deep=spot.deep + 1, instances=shape.strict or self.built)
        fixed = spot.fixed.for_fields(shape.fields, name)
        drawn = [modified.slot(self, each, inside, fixed.get(each.name, NOTHING)) for each in shape.fields]
        slots = unique.settled(self, shape, inside, [slot for slot in drawn if slot], set(fixed))
        build = attempted(builder(shape.cls)) if spot.deep and spot.instances and shape.kind != "typed-dict" else None
        return Record(tuple(slots), build, shared=spot.deep > 0 and snake_case(spot.name) in SHARING)


def _endless(name: str) -> Refused:
    return Refused(f"{name} refers to itself without end.", "Make the reference optional, or a list.")


PLANNERS: dict[type, Callable[[Planner, Any, Spot], Node]] = {
    Scalar: Planner._scalar,
    Named: Planner._named,
    Options: Planner._options,
    Maybe: Planner._maybe,
    Either: unions.either,
    Items: items.array,
    Places: items.row,
    Pairs: items.table,
    Model: Planner._model,
    Wrapped: Planner._wrapped,
    Ref: Planner._reference,
    Checked: Planner._checked,
    Unlike: Planner._unlike,
    JsonText: Planner._json_text,
    InstanceOf: Planner._instance,
    Opaque: Planner._opaque,
}
"""How each shape is planned."""


def plan_type(
    reading: Reading,
    config: GenerationConfig,
    overrides: Mapping[str, Any] | None = None,
    items: int | None = None,
    *,
    more: int = 0,
    built: bool = False,
) -> Plan:
    """The plan for *reading* under *config*; *overrides* fixes fields by name or alias, nested mappings go deeper. Records
    are filled *more* models deeper than usual, and hold instances instead of mappings if they are to be *built*.
    """
    if config.locale != FALLBACK:
        faker_of(config.locale)  # an unknown locale is refused here, whether or not the type has a use for it
    config = unbundled(config)
    circle = config.max_depth if config.on_cycle == "reuse" else CIRCLE
    reach = Reach.of(reading, config.max_depth + more, config.object_budget << 2 * more, circle + more)
    relations = Relations.of(reading, config)
    control = Control.of(config, reading)
    planner = Planner(config, reading, reach, control, relations, built=built, plugged=plugged(config.plugins))
    plan = planner.plan(Overrides.of(overrides), items)
    return replace(plan, others=others.others(config, partial(plan_type, reading, overrides=overrides, items=items)))
