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

from pytest_fixturegen.errors import ConfigError, FixturegenError, MappingError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import child, type_name
from pytest_fixturegen.installed import is_any_installed
from pytest_fixturegen.nodes import Call, Made, Node
from pytest_fixturegen.plan import ruled
from pytest_fixturegen.plan.overrides import NOTHING
from pytest_fixturegen.providers import naming, text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.by_name import kind_of
from pytest_fixturegen.providers.registry import Found
from pytest_fixturegen.providers.views import alone, draw_of, seeds
from pytest_fixturegen.shape.reading import read_type
from pytest_fixturegen.shape.shapes import (
    FREE,
    Checked,
    Constraints,
    InstanceOf,
    Model,
    Named,
    Opaque,
    Ref,
    Scalar,
    Shape,
    Unlike,
    Wrapped,
)

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner
    from pytest_fixturegen.plan.spots import Spot
    from pytest_fixturegen.plugins import Added

HOOK = "pfg_register_providers"
KINDS: Mapping[str, Any] = {
    "str": str,
    "int": int,
    "float": int | float,
    "decimal": int | float | Decimal,
    "datetime": datetime,
    "date": date,
}
"""What a value of a kind is, for those whose samples are looked at."""

BOUNDS: Mapping[str, Callable[[Any, Any], Any]] = {"ge": ge, "gt": gt, "le": le, "lt": lt}


@dataclass(frozen=True, slots=True)
class Plugged:
    """The providers of plugins by type and by name, and those that *modify* strategies, the first asked first."""

    types: tuple[Added, ...]
    names: Mapping[tuple[str, str], Added]
    modify: tuple[Any, ...]

    def served(self, planner: Planner, shape: Shape, spot: Spot) -> Node | None:
        """What a plugin draws for *shape*, a type that it serves; None when no plugin does."""
        for added in self.types:
            kind = _resolved(added)
            held = _of(added, kind)
            if held is None or isinstance(held, str) or not (_is_of(shape, kind) or shape == held):
                continue
            if _is_fixed_within(planner, shape, spot):
                return None
            ask = planner.ask(kind, _rules_of(shape), spot)
            node = _node(added, ask, planner.config.locale)
            if node is not None:
                return planner.won(_found(added, node, "the type"), spot)
        return None

    def found(self, ask: Ask, otherwise: Callable[[], Found | None]) -> Found | None:
        """Who serves *ask*: a plugin by the field's name, another by it, a plugin by its type; who would *otherwise*, then."""
        one = naming.singular(ask.name)
        for name, several in ((ask.name, ask.several), (one, True)):
            added = self.names.get((name or "", kind_of(ask)))
            found = added and self._fitting(added, ask, "the name of the field", several=several)
            if found:
                return found
        best = otherwise()
        if best is not None and best.reason == "the name of the field":
            return best
        plain = (each for each in self.types if _of(each, _resolved(each)) == ask.kind)
        return next(filter(None, (self._fitting(each, ask, "the type", several=False) for each in plain)), best)

    def _fitting(self, added: Added, ask: Ask, reason: str, *, several: bool) -> Found | None:
        node = _node(added, ask, ask.words.locale)
        if node is None or not _fits(node, ask):
            return None
        return _found(added, alone(node) if several else node, reason)


def plugged(names: Sequence[str]) -> Plugged | None:
    """What installed plugins and those that *names* say have to say; None when that is nothing."""
    return _plugged(tuple(names)) if names or is_any_installed() else None


@lru_cache(maxsize=16)
def _plugged(names: tuple[str, ...]) -> Plugged | None:
    from pytest_fixturegen import plugins  # not at the top: most runs have no use for Pluggy

    manager = plugins.manager(names)
    added = plugins.registered(manager, HOOK, plugins.Providers())
    modify = plugins.implementations(manager, "pfg_modify_strategy")
    return Plugged(tuple(added.types.values()), added.names, tuple(modify)) if added.types or added.names or modify else None


def _found(added: Added, node: Node, reason: str) -> Found:
    return Found(node, _label(added), f"{reason}, by the plugin {added.owner!r}", added.owner)


def _resolved(added: Added) -> Any:
    """The type that is served; None for one whose module nobody has imported: it stands in no model."""
    if not isinstance(added.what, str):
        return added.what
    module, _, name = added.what.partition(":")
    found: Any = sys.modules.get(module)
    if found is None:
        return None
    try:
        for part in name.split("."):
            found = getattr(found, part)
    except AttributeError as error:
        words = f"The plugin {added.owner!r} serves {added.what}, which is not there."
        raise ConfigError(words, hint="Correct the name of the type.", plugin=added.owner, hook=HOOK) from error
    return found


def _is_fixed_within(planner: Planner, shape: Shape, spot: Spot) -> bool:
    """Whether a call or an override gives the value of a field of the model that *shape* is: it is filled field by field."""
    while isinstance(shape, Checked | Unlike):
        shape = shape.inner
    if not isinstance(shape, Model):
        return False
    given = planner.control.is_given
    name = shape.cls.__name__
    return spot.fixed is not NOTHING or any(given(name, each, child(spot.path, each.name)) for each in shape.fields)


def _is_of(shape: Shape, kind: Any) -> bool:
    """Whether *shape* is that of the class *kind*."""
    match shape:
        case Model(cls=cls) | Wrapped(cls=cls) | InstanceOf(cls=cls) | Opaque(cls=cls) | Named(type=cls):
            return cls is kind
        case _:
            return False


def _of(added: Added, kind: Any) -> Shape | str | None:
    """The shape of the type *kind* that is served; of a plain one its name."""
    try:
        held = _kept_shape(kind)
    except TypeError:  # it cannot be hashed
        held = _shape(kind)
    except MappingError as error:
        words = f"The plugin {added.owner!r} serves {type_name(kind)}, which is no type: {error.message}"
        raise ConfigError(words, hint="Serve what Pydantic can read.", plugin=added.owner, hook=HOOK) from error
    if held is None and kind is not None:
        words = f"The plugin {added.owner!r} serves {type_name(kind)}, which cannot be told from other types."
        hint = "Serve a class, or a type with a validator or a constraint."
        raise ConfigError(words, hint=hint, plugin=added.owner, hook=HOOK)
    return held


def _shape(kind: Any) -> Shape | str | None:
    """None where the shape says nothing of *kind*: another name of a plain type."""
    if kind is None:
        return None
    reading = read_type(kind)
    shape = reading.refs.get(reading.shape.name) if isinstance(reading.shape, Ref) else reading.shape
    if not isinstance(shape, Scalar) or shape.rules != FREE:
        return shape
    return shape.kind if isinstance(kind, type) else None


_kept_shape = lru_cache(maxsize=256)(_shape)


def _rules_of(shape: Shape) -> Constraints:
    while isinstance(shape, Checked | Unlike):
        shape = shape.inner
    return shape.rules if isinstance(shape, Scalar | Named) else FREE


def _node(added: Added, ask: Ask, locale: str) -> Node | None:
    """What a provider makes of *ask*: the node that it gives, or one that calls it for each value."""
    from pytest_fixturegen.plugins import called_by

    function = called_by(added.owner, HOOK, lambda: ruled.named(added.provider, "provider"))
    try:
        asked = signature(function).parameters
    except ValueError:  # a built-in that does not say
        asked = {}  # type: ignore[assignment]
    if "ask" not in asked:
        return Made(partial(_guarded, added, ruled.factory(function, locale)))
    node = called_by(added.owner, HOOK, lambda: function(ask))
    if node is not None and not isinstance(node, Node):
        words = f"The provider {_label(added)} of the plugin {added.owner!r} gives {node!r}, which is no node."
        raise ConfigError(
            words, hint="Give a node, or None; a plain function does not name 'ask'.", plugin=added.owner, hook=HOOK
        )
    return Call(partial(_guarded, added, node.draw), node.json) if isinstance(node, Call) else node


def _guarded(added: Added, make: Callable[..., Any], *given: int) -> Any:
    """What *make* makes; a failure names the plugin."""
    from pytest_fixturegen.plugins import failed

    try:
        return make(*given)
    except FixturegenError:
        raise
    except Exception as error:
        raise failed(added.owner, error, _label(added), MappingError) from error


def _label(added: Added) -> str:
    if isinstance(added.provider, str):
        return added.provider
    return f"{added.provider.__module__}:{getattr(added.provider, '__qualname__', type(added.provider).__name__)}"


def _fits(node: Node, ask: Ask) -> bool:
    """Whether samples of what *node* draws are of the kind that is asked for, and keep its rules."""
    kinds = KINDS.get(ask.kind, object) if isinstance(ask.kind, str) else object
    try:
        draw = partial(_made, node.make) if isinstance(node, Made) else draw_of(node)
    except TypeError:  # it has parts: validation tells
        return True
    return all(isinstance(value, kinds) and _keeps(value, ask.rules) for value in map(draw, seeds()))


def _made(make: Callable[[int, int], Any], word: int) -> Any:
    return make(word, word & 0xFF)


def _keeps(value: Any, rules: Constraints) -> bool:
    if isinstance(value, str):
        return text.keeps(value, rules)
    try:
        kept = all(holds(value, bound) for name, holds in BOUNDS.items() if (bound := getattr(rules, name)) is not None)
        return kept and (rules.multiple_of is None or isinstance(value, float) or not value % rules.multiple_of)
    except TypeError:  # it cannot be compared
        return False
