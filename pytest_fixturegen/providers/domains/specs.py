"""How a domain describes its fields: lists of words, code shapes, numbers, tables and sentences.

A specification is data. :mod:`providers` makes nodes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pytest_fixturegen.providers.domains.spec_types import (
    EMPTY,
    Borrowed,
    Cell,
    CellRange,
    Code,
    Domain,
    DomainWords,
    Draw,
    DrawItem,
    DrawnCell,
    DrawRow,
    Either,
    Entries,
    Framed,
    Number,
    Provided,
    Seeded,
    Sentences,
    Spec,
    TableColumn,
    Via,
    Words,
)
from pytest_fixturegen.providers.domains.tables import (
    cross_table,
    derived_table,
    drawn,
    drawn_items,
    read_rows,
    table,
)
from pytest_fixturegen.providers.domains.templates import (
    LETTERS,
    SHAPE_CHARS,
    TEMPLATE_CHARS,
    TemplateDraw,
    code,
    count_template_bits,
    draw_template,
    make_code,
    pool,
    seeded,
    shape,
)

__all__ = [
    "Borrowed",
    "Cell",
    "Code",
    "TableColumn",
    "Domain",
    "DomainWords",
    "Draw",
    "DrawItem",
    "DrawRow",
    "DrawnCell",
    "EMPTY",
    "Either",
    "Entries",
    "Framed",
    "LETTERS",
    "Number",
    "Provided",
    "CellRange",
    "SHAPE_CHARS",
    "Seeded",
    "Sentences",
    "Spec",
    "TEMPLATE_CHARS",
    "TemplateDraw",
    "Via",
    "Words",
    "also",
    "code",
    "count_template_bits",
    "cross_table",
    "derived_table",
    "domain",
    "draw_template",
    "drawn",
    "drawn_items",
    "either",
    "make_code",
    "merge",
    "number",
    "own_names",
    "owned",
    "pick",
    "pool",
    "provided",
    "read_rows",
    "seeded",
    "select",
    "sentences",
    "shape",
    "shared",
    "split",
    "split_domain_words",
    "table",
    "titles",
    "via",
    "words",
]


def split_domain_words(text: str) -> DomainWords:
    """Return the words of a domain: those before a ``|``, and the weak ones after it."""
    strong, _, weak = text.partition("|")
    return frozenset(strong.split()), frozenset(weak.split())


def domain(
    name: str,
    own: Mapping[str, Spec],
    within: Mapping[str, Spec] | None = None,
    vague: str = "",
) -> Domain:
    """Return the domain *name*; a key of *own* and *within* may have several names.

    Names in *vague* have their meaning only within the domain, though they are in *own*.
    """
    names, inner = _split_names(own), _split_names(within or {})
    moved = {each: names.pop(each) for each in vague.split() if each in names}
    return Domain(
        name,
        names,
        {**moved, **inner},
    )


def _split_names(specs: Mapping[str, Spec]) -> dict[str, Spec]:
    """Return *specs* with one key for each name."""
    return {name: spec for names, spec in specs.items() for name in names.split()}


def words(text: str) -> Words:
    """Return the words in *text*, separated by ``|``; ``INFO*6`` is six times as likely."""
    return Words(tuple(_iter_weighted(text)))


def _iter_weighted(text: str) -> Iterator[str]:
    """Yield the options in *text*, each as often as its weight says."""
    for part in " ".join(text.split()).split("|"):
        option, _, weight = part.strip().rpartition("*")
        is_weighted = bool(option) and weight.isdigit()
        yield from [option.strip()] * int(weight) if is_weighted else [part.strip()]


def sentences(text: str) -> Sentences:
    r"""Return the frames in *text*, separated by ``|``; ``\n`` begins a line, and ``\t`` indents
    it."""
    frames = " ".join(text.split()).replace("\\n", "\n").replace("\\t", "  ").split("|")
    return Sentences(tuple(frame.strip() for frame in frames))


def titles(fact: str, text: str) -> Sentences:
    """Return the frames in *text*, separated by ``|``, whose sentence is the fact *fact*."""
    return Sentences(sentences(text).frames, fact)


def number(
    low: float,
    median: float,
    high: float,
    places: int = 0,
) -> Number:
    """Return the numbers from *low* to *high* around *median*."""
    return Number(low, median, high, places)


def shared(
    entity: str,
    text: str,
    *,
    leads: bool = False,
) -> TableColumn:
    """Return the words in *text* as a table of one column: sentences show the one of the field."""
    rows = tuple((option,) for option in words(text).options)
    return TableColumn(entity, 0, rows, leads=leads)


def owned(nouns: str, names: str) -> str:
    """Return each of *names* after each of *nouns*: names that depend on their class.

    The ``value`` of a class Observation is looked up as ``observation_value`` first.
    """
    return " ".join(f"{noun}_{name}" for noun in nouns.split() for name in names.split())


def also(
    specs: Mapping[str, Spec],
    known: str,
    names: str,
) -> dict[str, Spec]:
    """Return *names* with the meaning that *known* has in *specs*: in a record of the domain."""
    return {names: next(spec for keys, spec in specs.items() if known in keys.split())}


def own_names(specs: Mapping[str, Spec], names: str) -> dict[str, Spec]:
    """Return each of *names* with its meaning in *specs*, to own it in every record."""
    known = _split_names(specs)
    return {name: known[name] for name in names.split()}


def select(specs: Mapping[str, Spec], *known: str) -> dict[str, Spec]:
    """Return the entries of *specs* that have one of the names *known*."""
    return {keys: spec for keys, spec in specs.items() if not set(known).isdisjoint(keys.split())}


def provided(provide: Callable[[Any, str], Any]) -> Provided:
    """Return what the provider *provide* serves."""
    return Provided(provide)


def via(name: str) -> Via:
    """Return the meaning of *name*, which another provider serves."""
    return Via(name)


def either(*specs: Spec) -> Either:
    """Return what is served by the first of *specs* that fits the type of the field."""
    return Either(specs)


def pick(specs: Mapping[str, Any], name: str) -> Spec:
    """Return the specification of *name* in *specs*, to give it another name elsewhere."""
    found: Spec = _split_names(specs)[name]
    return found


def split(specs: Mapping[str, Any], starts: str) -> tuple[dict[str, Spec], dict[str, Spec]]:
    """Return the entries of *specs* whose names begin with one of *starts*, and the others."""
    prefixes = tuple(starts.split())
    chosen = {names: spec for names, spec in specs.items() if names.startswith(prefixes)}
    return chosen, {names: spec for names, spec in specs.items() if names not in chosen}


def merge(*tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entries of all *tables*."""
    return {name: spec for part in tables for name, spec in part.items()}
