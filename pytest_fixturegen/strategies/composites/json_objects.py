"""Plans of mappings whose keys the name of the field tells: ``headers``, ``location``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pytest_fixturegen._internal.type_names import join_path, to_snake_case
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    MappingShape,
    OptionalShape,
    Scalar,
    Shape,
    UnionShape,
)
from pytest_fixturegen.nodes import Choice, Fact, FactView, Record, Slot
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.providers.facets.json_words import ObjectKey, load_objects
from pytest_fixturegen.providers.fact_fields import format_fact_name
from pytest_fixturegen.providers.field_names import to_singular
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, combine

PROVIDER, RULE = "facets.object", "provider_by_name"
"""The provider of the values of known keys, and the rule by which it fills them."""

TEXT_KEYS = (Scalar("str"), Scalar("any"))
"""Shapes of keys that may be any text."""

MAX_WORD_KEYS = 12
"""The most keys of a mapping for which words are chosen."""

NUMBER_KINDS = ("int", "float")

DEFAULT_SIZES = (
    GenerationConfig().collection_min_items,
    GenerationConfig().collection_max_items,
)


def plan_object(context: PlanContext, shape: MappingShape) -> Planned | None:
    """Return the plan of a mapping with the keys that the name tells; None if it tells none."""
    kinds = list_kinds(unwrap_shape(shape.value, context.refs))
    if shape.key not in TEXT_KEYS or not kinds:
        return None
    keys = select_keys(context, shape, kinds)
    is_guess = "any" in kinds
    if keys is None or (is_guess and not context.config.allow_fallback):
        return None
    planned = [_plan_value(context, shape.value, kinds, key) for key in keys]
    slots = tuple(
        Slot(key.name, (key.name,), key.name, part.node)
        for key, part in zip(keys, planned, strict=True)
    )
    node = Record(
        slots,
        containers.get_mapping_builder(shape),
        shares_facts=not context.is_item,
    )
    guess = context.descend("*.value", shape.value).plan().decisions if is_guess else ()
    return combine(node, planned).after(*(replace(each, provider=PROVIDER) for each in guess))


def list_kinds(value: Shape) -> tuple[str, ...]:
    """Return the kinds of plain values that *value* accepts; () if it accepts others only."""
    if isinstance(value, OptionalShape):
        return list_kinds(value.inner)
    if isinstance(value, UnionShape):
        return tuple(kind for _, member in value.members for kind in list_kinds(member))
    return (value.kind,) if isinstance(value, Scalar) else ()


def select_keys(
    context: PlanContext,
    shape: MappingShape,
    kinds: tuple[str, ...],
) -> Sequence[ObjectKey] | None:
    """Return the keys of the mapping, as many as it may have; None if it has others."""
    name = to_snake_case(context.name)
    known = find_keys(name)
    if not known and "any" in kinds:
        known = load_objects()["payload"]
    keys = [key for key in known if find_kind(key, kinds)]
    sizes = (context.config.collection_min_items, context.config.collection_max_items)
    has_own_size = sizes != DEFAULT_SIZES or {"min_items", "max_items"} & set(context.settings)
    if not keys or has_own_size or len(keys) < shape.low:
        return None
    return keys if shape.high is None else keys[: shape.high] or None


def find_key_name(context: PlanContext, shape: MappingShape) -> str:
    """Return the name by which to draw the keys of a mapping: ``country`` of ``sales_by_country``.

    Return "" for texts of any kind, because too many keys are required for words.
    """
    _, by, noun = f"_{to_snake_case(context.name)}".rpartition("_by_")
    if by:
        return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    has_few = shape.low <= MAX_WORD_KEYS and context.config.collection_max_items <= MAX_WORD_KEYS
    return "mapping_key" if has_few else ""


def find_keys(name: str) -> tuple[ObjectKey, ...]:
    """Return the keys of the objects that *name* names: by the whole name, then by its end."""
    objects = load_objects()
    words = name.split("_")
    ends = ("_".join(words[start:]) for start in range(len(words)))
    spellings = (spelling for end in ends for spelling in (end, to_singular(end)))
    return next(
        (objects[found] for found in spellings if found in objects),
        (),
    )


def find_kind(key: ObjectKey, kinds: tuple[str, ...]) -> str:
    """Return which of *kinds* the values of *key* have; "" if none fits."""
    if key.kind in kinds or "any" in kinds:
        return key.kind
    if "str" in kinds:
        return "" if key.kind == "bool" else "str"
    numbers = [kind for kind in (*NUMBER_KINDS, "decimal") if kind in kinds]
    return numbers[0] if numbers and key.kind in NUMBER_KINDS else ""


def _plan_value(
    context: PlanContext,
    value: Shape,
    kinds: tuple[str, ...],
    key: ObjectKey,
) -> Planned:
    """Return the plan of the value of *key*: one of its options, or what its name says."""
    kind = find_kind(key, kinds)
    constraints = value.constraints if isinstance(value, Scalar) else NO_CONSTRAINTS
    options = _convert_options(key, kind)
    if options and constraints == NO_CONSTRAINTS:
        choice = Choice(options, options)
        node = _align(choice, context.name) if key.is_aligned else choice
        return Planned(node, (_decide(context),))
    place = context.descend("*.value", Scalar(kind, constraints))
    return place._replace(name=key.name, is_item=False).plan()


def _decide(context: PlanContext) -> Strategy:
    """Return the decision that the name of the field fills a value."""
    path = join_path(context.path, "*.value")
    return Strategy(
        path,
        PROVIDER,
        "the name of the field",
        context.model,
        rule=RULE,
    )


def _align(choice: Choice, name: str) -> FactView:
    """Return a view of the option of *choice* at the place that all keys of *name* share."""
    options = choice.options
    places = tuple(range(len(options)))
    fact = Fact(
        format_fact_name(to_snake_case(name), "place"),
        Choice(places, places),
    )
    return FactView(
        lambda word, place: options[place],
        (fact,),
    )


def _convert_options(key: ObjectKey, kind: str) -> tuple[object, ...]:
    """Return the options of *key* as values of *kind*, or () if they cannot be converted."""
    if kind == "decimal":
        return ()
    if kind in (key.kind, "bool"):
        return key.options
    if kind == "str":
        return tuple(map(str, key.options))
    is_exact = kind == "float" or all(float(option).is_integer() for option in key.options)
    convert = float if kind == "float" else int
    return tuple(map(convert, key.options)) if is_exact else ()
