"""The fields of a record whose strategy a plugin may change, once it is decided who fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import child
from pytest_fixturegen.nodes import Slot
from pytest_fixturegen.plan import ruled
from pytest_fixturegen.plan.control import EMPTY, Said, check
from pytest_fixturegen.plan.overrides import NOTHING, Overrides
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.plan.strategy import OVERRIDE, Strategy
from pytest_fixturegen.shape.shapes import (
    Checked,
    Either,
    Field,
    Items,
    Maybe,
    Model,
    Named,
    Options,
    Pairs,
    Places,
    Ref,
    Scalar,
    Shape,
    Unlike,
    Wrapped,
)

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner

HOOK = "pfg_modify_strategy"
CONTAINERS: Mapping[type, str] = {Options: "enum", Either: "union", Places: "tuple"}


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


def slot(planner: Planner, each: Field, spot: Spot, fixed: Overrides) -> Slot | None:
    """How one field of a model is filled, see ``ruled.slot``: as it was decided, or as a plugin changes that."""
    path = child(spot.path, each.name)
    modify = planner.plugged.modify if planner.plugged is not None else ()
    settled = fixed is not NOTHING or planner.control.is_given(spot.model, each, path)
    if not modify or settled or planner.relations.rule(spot.model, each.name) is not None:
        return ruled.slot(planner, each, spot, fixed)
    before = len(planner.strategies)
    made = ruled.slot(planner, each, spot, fixed)
    decided = _decided(planner, each, spot, before)
    plugin, asked = _asked(planner, each, spot, decided)
    if not plugin:
        return made
    planner.strategies[before:] = [said for said in planner.strategies[before:] if not _is_of(said, path)]
    made = ruled.slot(planner, each, spot, fixed, asked)
    planner.strategies[before:] = [_told(said, plugin) if _is_of(said, path) else said for said in planner.strategies[before:]]
    return made


def _decided(planner: Planner, each: Field, spot: Spot, before: int) -> Strategy:
    """What was decided for the field itself; for one with fields of its own, nothing but what is asked of it."""
    path = child(spot.path, each.name)
    settings = planner.control.at(spot.model, each, path)
    mine = (said for said in planner.strategies[before:] if _is_of(said, path))
    return replace(next(mine, Strategy(path, "", "the type", spot.model)), settings=dict(settings))


def _asked(planner: Planner, each: Field, spot: Spot, decided: Strategy) -> tuple[str, Said]:
    """The first plugin that changes what was *decided*, and the settings that it asks; no name when none does."""
    from pytest_fixturegen.plugins import called, called_by

    assert planner.plugged is not None
    for plugin in planner.plugged.modify:
        answer = called(plugin, HOOK, model=spot.cls, field=facts_of(planner, each), strategy=decided)
        name = plugin.plugin_name
        if answer is None:
            continue
        if not isinstance(answer, Strategy):
            words = f"The plugin {name!r} answered {HOOK} with {answer!r}, which is no strategy."
            raise ConfigError(words, hint="Give strategy.changed(...), or None to keep it.", plugin=name, hook=HOOK)
        asked = {key: value for key, value in answer.settings.items() if decided.settings.get(key, HOOK) != value}
        called_by(name, HOOK, partial(check, f"The plugin {name!r}", f"{spot.model}.{each.name}", asked))
        return (name, asked) if asked else ("", EMPTY)
    return "", EMPTY


def _is_of(said: Strategy, path: str) -> bool:
    """Whether *said* is of the field at *path* or of its items, and not of a field of a model that it holds."""
    return said.path.startswith(path) and re.fullmatch(r"(\.\*(\.key|\.value)?|\.\d+)*", said.path[len(path) :]) is not None


def _told(said: Strategy, plugin: str) -> Strategy:
    """*said* with the plugin that decided it."""
    reason = f"the plugin {plugin!r}" if said.reason == OVERRIDE else f"{said.reason}; changed by the plugin {plugin!r}"
    return replace(said, reason=reason, plugin=plugin)


def facts_of(planner: Planner, each: Field) -> FieldFacts:
    """The field *each* as a plugin sees it."""
    shape, nullable = each.shape, False
    while isinstance(shape, Checked | Unlike | Maybe | Ref):
        nullable |= isinstance(shape, Maybe)
        shape = planner.reading.refs[shape.name] if isinstance(shape, Ref) else shape.inner
    held = shape.rules if isinstance(shape, Scalar | Named) else None
    rules = {one.name: rule for one in fields(held) if (rule := getattr(held, one.name))} if held else {}
    kind, alias = _kind(shape), str(each.key[0])
    return FieldFacts(each.name, alias, kind, each.required, nullable, each.default, each.examples, rules)


def _kind(shape: Shape) -> str:
    match shape:
        case Scalar(kind=kind) | Items(kind=kind) | Pairs(kind=kind):
            return kind
        case Named(type=cls) | Model(cls=cls) | Wrapped(cls=cls):
            return str(getattr(cls, "__name__", cls))
        case _:
            return CONTAINERS.get(type(shape), "any")
