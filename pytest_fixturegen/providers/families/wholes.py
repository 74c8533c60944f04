"""Parts of a whole that their names tell: ``total_seats``, ``used_seats``, ``seats_available``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Choice
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.families.steps import Family, Step, parse_family
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.units import lookup as units
from pytest_fixturegen.providers.units.suffixes import index_units

NUMBER_KINDS = ("int", "float", "decimal")

PARTS = """
parts:
whole | whole
used | part whole .08 .6 .98
free | rest whole used
failed | part used .002 .03 .16
rate | rate used whole
"""

ROLE_WORDS = {
    "whole": "total max maximum capacity limit quota allowed all",
    "used": """used use occupied allocated running active consumed booked filled reserved taken
        borrowed completed passed sold enrolled redeemed current assigned done processed finished
        present utilized spent rented read ready online succeeded successful""",
    "free": """free available remaining left vacant unused pending inactive open unassigned
        incomplete outstanding offline absent unavailable idle unread""",
    "failed": """failed broken damaged cancelled canceled expired skipped rejected overdue lost
        defective invalid error errored blocked""",
}
"""Words before or after the name of a whole, by what they make of it."""

RATE_WORDS = frozenset("usage utilization occupancy used percent rate".split())
"""Words that make a percentage the used part of a whole."""

BARE_WORDS = frozenset("total capacity used free available remaining quota".split())
"""Words that tell the role without the name of a whole: those of a disk or an account."""

WORD_ROLES = {word: role for role, words in ROLE_WORDS.items() for word in words.split()}

DEFAULT_WHOLE = (5, 8, 10, 10, 12, 15, 20, 20, 24, 25, 30, 40, 50, 50, 60, 80, 100, 100, 150, 200)
"""Wholes of which nothing else is known."""


class PartName(NamedTuple):
    """What a name says: the *base* is what is counted, the *role* which part of it."""

    base: str
    role: str


def find_part(context: FieldContext) -> tuple[Family, Step, str] | None:
    """Return the family, the step and the base of the field; None if it is part of no whole."""
    found = list_parts(context.record).get(context.name)
    if found is None:
        return None
    family = parse_family(PARTS.strip())
    return family, family.steps[found.role], found.base


@lru_cache(maxsize=128)
def list_parts(record: RecordOutline) -> dict[str, PartName]:
    """Return the parts of wholes in *record*, by field.

    A whole has another part beside it, or there is both a used and a free part.
    """
    groups: dict[str, dict[str, str]] = {}
    other_names = []
    for field in record.fields:
        found = _parse(field.name) if field.kind in NUMBER_KINDS else None
        if found is not None:
            groups.setdefault(found.base, {})[field.name] = found.role
        elif field.kind in NUMBER_KINDS:
            other_names.append(field.name)
    for name in other_names:
        roles = groups.get(_singular(_strip_unit(units.normalize(name))))
        if roles is not None:
            roles[name] = "used" if "whole" in roles.values() else "whole"
    parts: dict[str, PartName] = {}
    for base, roles in groups.items():
        if _is_group(set(roles.values())):
            parts.update((name, PartName(base, role)) for name, role in roles.items())
    return parts


def _is_group(roles: set[str]) -> bool:
    """Return whether *roles* are parts of one whole."""
    return len(roles) > 1 and ("whole" in roles or {"used", "free"} <= roles)


@lru_cache(maxsize=512)
def _parse(name: str) -> PartName | None:
    """Return the base and the role of *name*; None if no word at its ends tells a role."""
    words = _strip_unit(units.normalize(name)).split("_")
    is_percentage = "percent" in name or "pct" in name
    if is_percentage or words[-1] in ("utilization", "occupancy"):
        return _parse_rate(words)
    for place in (0, len(words) - 1):
        role = WORD_ROLES.get(words[place])
        rest = words[:place] + words[place + 1 :]
        base = [word for word in rest if word not in COUNT_WORDS]
        if role and (base or words[0] in BARE_WORDS):
            return PartName(_singular("_".join(base)), role)
    return None


COUNT_WORDS = frozenset(("count", "num", "number", "of", "in"))
"""Words that say that a part is counted."""


def _parse_rate(words: list[str]) -> PartName | None:
    """Return the base of the rate that *words* name; None if they have no base."""
    base = [word for word in words if word not in RATE_WORDS]
    has_base = bool(base) and base != words
    return PartName(_singular("_".join(base)), "rate") if has_base else None


def _strip_unit(name: str) -> str:
    """Return *name* without the unit at its end."""
    head, _, unit = name.rpartition("_")
    is_unit = unit in index_units() and unit not in ("percent", "min")
    return head if head and is_unit else name


def _singular(name: str) -> str:
    return field_names.to_singular(name) or name


def find_whole_name(context: FieldContext, base: str) -> str:
    """Return the name of the field that is the whole of *base*; "" if the record has none."""
    parts = list_parts(context.record)
    own = (name for name, part in parts.items() if part == PartName(base, "whole"))
    return next(own, "")


def list_whole_numbers(context: FieldContext, base: str) -> tuple[Any, ...]:
    """Return the numbers that the whole of *base* is drawn from, in the record of *context*."""
    parts = list_parts(context.record)
    own = [name for name, part in parts.items() if part == PartName(base, "whole")]
    kinds = {field.name: field.kind for field in context.record.fields}
    endings = [name.rpartition("_")[2] for name in own]
    with_units = [f"{base}_{unit}" for unit in endings if unit in index_units()]
    for name in (*with_units, *own, f"{base}s", base):
        asked = replace(
            context, name=name, kind=kinds.get(name, context.kind), constraints=Constraints()
        )
        for node in _find_nodes(asked):
            if isinstance(node, Choice) and min(node.options) >= 0:
                return tuple(map(_to_plain, node.options))
    return DEFAULT_WHOLE


def _find_nodes(context: FieldContext) -> Iterator[Any]:
    """Yield the nodes that the tables of units have for the field."""
    yield from (node for _, node in units.find_class_nodes(context))
    yield from (node for _, node in units.find_measure_nodes(context))


def _to_plain(number: Any) -> Any:
    return number if isinstance(number, int) else float(number)
