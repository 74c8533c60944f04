"""A shape in words, as one would say it: ``list of Address``, ``int ≥ 1 or None``."""

from __future__ import annotations

from dataclasses import fields

from pytest_fixturegen.shape.shapes import (
    Checked,
    Constraints,
    Either,
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

SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "multiple_of": "a multiple of"}
LONGEST = 60


def said(shape: Shape, reading: Reading) -> str:
    """*shape* in words; what has a name of its own by that."""
    match shape:
        case Scalar() | Named() | Options() | Opaque():
            return _cut(_value(shape))
        case Ref(name):
            target = reading.refs.get(name)
            return said(target, reading) if isinstance(target, Options | Scalar | Named) else name_of(name, reading)
        case Model(cls=cls) | Wrapped(cls=cls) | InstanceOf(cls=cls):
            return str(getattr(cls, "__name__", "object"))
        case Checked(inner) | Unlike(inner):
            return said(inner, reading)
        case _:
            return _cut(_parts(shape, reading))


def _value(shape: Scalar | Named | Options | Opaque) -> str:
    match shape:
        case Scalar(kind, rules):
            return _ruled("anything" if kind == "any" else kind, rules)
        case Named(type=kind, rules=rules):
            return _ruled(kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind)), rules)
        case Options(values):
            return "one of " + ", ".join(str(getattr(each, "value", each)) for each in values)
        case Opaque(label):
            return label.partition(".")[0]


def _parts(shape: Shape, reading: Reading) -> str:
    match shape:
        case Maybe(inner):
            return f"{said(inner, reading)} or None"
        case Either(members):
            return " or ".join(said(member, reading) for _, member in members)
        case Items(kind=kind, item=item, low=low, high=high):
            return f"{kind} of {said(item, reading)}{_sizes(low, high)}"
        case Pairs(kind=kind, key=key, value=value, low=low, high=high):
            return f"{kind} of {said(key, reading)} to {said(value, reading)}{_sizes(low, high)}"
        case Places(items=items, names=()):
            return f"tuple of {', '.join(said(item, reading) for item in items)}"
        case JsonText(inner):
            return f"JSON text of {said(inner, reading)}"
        case _:
            return "named tuple"


def name_of(ref: str, reading: Reading) -> str:
    """What the shape under *ref* is called."""
    shape, seen = reading.refs.get(ref), {ref}
    while isinstance(shape, Checked | Unlike | Ref):
        if isinstance(shape, Ref) and shape.name in seen:
            break  # an alias within itself
        seen |= {shape.name} if isinstance(shape, Ref) else set()
        shape = reading.refs.get(shape.name) if isinstance(shape, Ref) else shape.inner
    if isinstance(shape, Model | Wrapped):
        return str(shape.cls.__name__)
    return ref.rpartition(".")[2].partition(":")[0]


def _ruled(kind: str, rules: Constraints) -> str:
    kept = {each.name: value for each in fields(rules) if (value := getattr(rules, each.name)) != each.default}
    words = [f"{SIGNS[name]} {value}" for name, value in kept.items() if name in SIGNS]
    words += [_sizes(rules.min_length or 0, rules.max_length).strip()]
    words += [f"matching {rules.pattern}"] if rules.pattern else []
    words += [f"at most {rules.max_digits} digits"] if rules.max_digits is not None else []
    words += [f"{rules.decimal_places} decimal places"] if rules.decimal_places is not None else []
    return " ".join([kind, ", ".join(filter(None, words))]).strip()


def _sizes(low: int, high: int | None) -> str:
    if high is None:
        return f" ({low} or more)" if low else ""
    return f" ({low} to {high})" if low != high else f" ({low})"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
