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

from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.identity import child
from pytest_fixturegen.nodes import Choice, Converted, Given, Made, Node, Nullable, Slot
from pytest_fixturegen.plan import members
from pytest_fixturegen.plan.control import EMPTY, Said
from pytest_fixturegen.plan.overrides import NOTHING, Overrides
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.plan.strategy import OVERRIDE
from pytest_fixturegen.providers.by_name import NAMES
from pytest_fixturegen.providers.vocabulary import faker_of
from pytest_fixturegen.shape.shapes import Checked, Field, Maybe, Shape, Unlike
from pytest_fixturegen.streams import MASK

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner

DRAWN = ("provider", "p_none", "min_items", "max_items")
"""Who asks for one of these does not want the default."""

FAKER = "faker."


def slot(planner: Planner, each: Field, spot: Spot, fixed: Overrides, asked: Said = EMPTY) -> Slot | None:
    """How one field of a model is filled, see ``members.slot``; a plugin may have *asked* something of it."""
    said = planner.control.at(spot.model, each, child(spot.path, each.name), asked) if fixed is NOTHING else EMPTY
    spot = replace(spot, policy=said)
    if not said:
        hinted = fixed is NOTHING and _is_hinted(planner, each)
        return _made(planner, each, spot, _example(planner, each, spot)) if hinted else members.slot(planner, each, spot, fixed)
    made = _ruled(planner, each, spot, said)
    if made is None or "post_generate" not in said:
        return made
    planner.checked, planner.exact = True, False
    return replace(made, node=Converted(made.node, named(said["post_generate"], "post_generate")))


def _ruled(planner: Planner, each: Field, spot: Spot, said: Said) -> Slot | None:
    inside = replace(spot, path=child(spot.path, each.name), name=each.name, told=False, several=False)
    if said.get("ignore"):
        if each.required:
            words = f"{spot.model}.{each.name} has no default, so it cannot be ignored."
            raise ConfigError(words, hint="Give it a value instead.", path=inside.path)
        return members.left_out(planner, each, inside, "ignore")
    if said.get("require"):
        each = _required(planner, each, inside)
    if "value" in said:
        planner.decided(inside, repr(said["value"]), OVERRIDE)
        return _made(planner, each, spot, Given(Converted(Choice((said["value"],) * 2, (None, None)), copy.deepcopy)))
    if "factory" in said:
        planner.decided(inside, str(said["factory"]), OVERRIDE)
        return _made(planner, each, spot, Given(Made(factory(said["factory"], planner.config.locale))))
    if "provider" in said:
        node = _provided(planner, each, inside, said["provider"])
        return Slot(each.name, each.key, each.json_key, Given(node), not each.required)
    if any(key in said for key in DRAWN):
        each = replace(each, has_default=False)
    return members.slot(planner, each, spot, NOTHING)


def _made(planner: Planner, each: Field, spot: Spot, node: Node) -> Slot:
    """A slot for *node*, whose values only the model can judge."""
    planner.checked, planner.exact = True, False
    optional = not each.required and not ("value" in spot.policy or "factory" in spot.policy)
    return Slot(each.name, each.key, each.json_key, _maybe_none(planner, each, spot, node), optional)


def _maybe_none(planner: Planner, each: Field, spot: Spot, node: Node) -> Node:
    fixed = "value" in spot.policy or not isinstance(_bare(each.shape), Maybe)
    chance = spot.policy.get("p_none", planner.config.p_none)
    return node if fixed or not chance else Nullable(node, int(chance * 2**64))


def _required(planner: Planner, each: Field, spot: Spot) -> Field:
    """*each* as a field that is always there, and never None. Raises ConfigError where that has no end."""
    shape = without_none(each.shape)
    if planner.reach.models(shape) & planner.reach.circles and planner.reach.is_too_deep(shape, spot.deep):
        words = f"{spot.model}.{each.name} refers to itself without end, so it cannot be required."
        raise ConfigError(words, hint="Let it be None.", path=spot.path)
    return replace(each, shape=shape, required=True, has_default=each.has_default and each.default is not None)


def without_none(shape: Shape) -> Shape:
    """*shape* without the None that it takes."""
    match shape:
        case Maybe(inner):
            return inner
        case Checked(inner=inner) | Unlike(inner=inner):
            return replace(shape, inner=without_none(inner))
        case _:
            return shape


def _bare(shape: Shape) -> Shape:
    while isinstance(shape, Checked | Unlike):
        shape = shape.inner
    return shape


def _is_hinted(planner: Planner, each: Field) -> bool:
    mode = planner.config.field_hints
    keeps = mode == "defaults-then-examples" and members.keeps_default(planner, each)
    return bool(each.examples) and "examples" in mode and not keeps


def _example(planner: Planner, each: Field, spot: Spot) -> Node:
    planner.decided(replace(spot, path=child(spot.path, each.name)), "examples", "field_hints")
    return Converted(Choice(each.examples, each.examples), copy.deepcopy)


def _provided(planner: Planner, each: Field, spot: Spot, provider: str) -> Node:
    """The node of a *provider* that was asked for by name: one of Faker's, or one of ours."""
    if provider.startswith(FAKER):
        name = provider.removeprefix(FAKER)
        faker = faker_of(planner.config.locale)
        if name.startswith("_") or not callable(getattr(faker, name, None)):
            raise _unknown(provider, [FAKER + known for known in dir(faker) if not known.startswith("_")])
        planner.decided(spot, provider, OVERRIDE)
        planner.checked, planner.exact = True, False
        return _maybe_none(planner, each, spot, Made(factory(provider, planner.config.locale)))
    known = {name for name, _ in (*NAMES, *(planner.plugged.names if planner.plugged else ()))}
    if provider not in known:
        raise _unknown(provider, [*known])
    before = len(planner.strategies)
    node = planner.node(each.shape, replace(spot, name=provider))
    won, planner.strategies[before:] = planner.strategies[before:], []
    planner.strategies += [replace(one, path=spot.path, reason=OVERRIDE) for one in won]
    if not any(one.provider.startswith("by_name.") or one.plugin for one in won):
        words = f"The provider {provider!r} has no value for {spot.model}.{each.name}."
        raise ConfigError(words, hint="Its type or its constraints do not allow it; take another.", key="provider")
    return node


def _unknown(provider: str, known: list[str]) -> ConfigError:
    return ConfigError(f"There is no provider {provider!r}.", hint=nearest(provider, known), key="provider")


def factory(path: str | Callable[..., Any], locale: str) -> Callable[[int, int], Any]:
    """A function from a word and an index to what the function at *path* makes of what its signature names."""
    if isinstance(path, str) and path.startswith(FAKER):
        return partial(_fake, locale, path.removeprefix(FAKER))
    function = named(path, "factory")
    try:
        asked = frozenset(signature(function).parameters) & {"index", "rng", "faker"}
    except ValueError:  # a built-in that does not say
        asked = frozenset()
    return partial(_called, function, asked, locale)


def _fake(locale: str, name: str, word: int, index: int) -> Any:
    faker = faker_of(locale)
    faker.seed_instance(word)
    return getattr(faker, name)()


def _called(function: Callable[..., Any], asked: frozenset[str], locale: str, word: int, index: int) -> Any:
    given: dict[str, Any] = {}
    if "index" in asked:
        given["index"] = index
    if "rng" in asked:
        given["rng"] = Random(word & MASK)
    if "faker" in asked:
        given["faker"] = faker_of(locale)
        given["faker"].seed_instance(word)
    return function(**given)


def named(path: str | Callable[..., Any], key: str) -> Callable[..., Any]:
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
