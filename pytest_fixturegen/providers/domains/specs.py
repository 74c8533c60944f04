"""How a domain describes its fields: lists of words, code shapes, numbers, tables and sentences.

A specification is data. :mod:`providers` makes nodes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from pytest_fixturegen.streams import mix_word

Draw = Callable[[int], str]
"""A pure function from a word of 64 random bits to a text."""


class Words(NamedTuple):
    """One of *options*, as often as it occurs in them."""

    options: tuple[str, ...]


class Code(NamedTuple):
    """A text that *draw* makes."""

    draw: Draw


class Number(NamedTuple):
    """A number from *low* to *high*, half of them below *median*, with *places* decimal places."""

    low: float
    median: float
    high: float
    places: int


class Column(NamedTuple):
    """The cell at *place* of a row of the table *entity*; all columns show the same row.

    Attributes that belong to a key are such columns: the unit of a laboratory test is always that
    of the test.
    """

    entity: str
    place: int
    rows: tuple[tuple[str, ...], ...]


class Sentences(NamedTuple):
    """One of *frames*; ``{name}`` in a frame is what the field *name* of the domain shows.

    What only frames need has a name that begins with ``_``. If *fact* is not empty, the sentence
    is a fact with this name, so that a title, its slug and its page agree.
    """

    frames: tuple[str, ...]
    fact: str = ""


Cell = str | int | float | None
"""What a drawn row shows in one place. None is what does not apply: the milk of a hen."""

DrawRow = Callable[[int], tuple[Cell, ...]]
"""A pure function from a word of 64 random bits to a row."""

DrawItem = Callable[[int, int, int, int], tuple[Cell, ...]]
"""A pure function from four numbers to a row: a word of the row, one of its record, one of the
record around it, and the position in its list."""


class Drawn(NamedTuple):
    """The cell at *place* of a row that *draw* makes for the record; all columns show the same row.

    A row is drawn, not listed, if numbers in it depend on each other: wind and gusts. *draw_item*
    makes rows that go with those before them: the days of a forecast, the points of a route.
    """

    entity: str
    place: int
    draw: DrawRow
    draw_item: DrawItem | None = None


class Provided(NamedTuple):
    """What a provider serves, for fields that show facts of other families."""

    provide: Callable[[Any, str], Any]


class Via(NamedTuple):
    """What the name *name* means in every record: the ``agent`` of a ship is a ``company``."""

    name: str


class Borrowed(NamedTuple):
    """What the general provider *name* serves: ``person``, ``company``, ``city``."""

    name: str


class Either(NamedTuple):
    """The first of *specs* that fits the type of the field: a letter or a number of points."""

    specs: tuple[Any, ...]


Spec = Words | Code | Number | Column | Sentences | Drawn | Via | Provided | Borrowed | Either


class Domain(NamedTuple):
    """A domain.

    *own* are the names that have their meaning in every record, such as ``icd10``. *within* are
    those that have it only in a record of the domain, such as ``region`` of a cloud.
    """

    name: str
    own: Mapping[str, Spec]
    within: Mapping[str, Spec]


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
    return Domain(name, names, {**moved, **inner})


def _split_names(specs: Mapping[str, Spec]) -> dict[str, Spec]:
    return {name: spec for names, spec in specs.items() for name in names.split()}


def words(text: str) -> Words:
    """Return the words in *text*, separated by ``|``; ``INFO*6`` is six times as likely."""
    return Words(tuple(_iter_weighted(text)))


def _iter_weighted(text: str) -> Iterator[str]:
    for part in " ".join(text.split()).split("|"):
        option, _, weight = part.strip().rpartition("*")
        is_weighted = bool(option) and weight.isdigit()
        yield from [option.strip()] * int(weight) if is_weighted else [part.strip()]


def sentences(text: str) -> Sentences:
    """Return the frames in *text*, separated by ``|``."""
    return Sentences(tuple(frame.strip() for frame in " ".join(text.split()).split("|")))


def titles(fact: str, text: str) -> Sentences:
    """Return the frames in *text*, separated by ``|``, whose sentence is the fact *fact*."""
    return Sentences(sentences(text).frames, fact)


def number(low: float, median: float, high: float, places: int = 0) -> Number:
    """Return the numbers from *low* to *high* around *median*."""
    return Number(low, median, high, places)


def table(entity: str, columns: str, rows: str) -> dict[str, Spec]:
    """Return the columns of a table, by their names.

    *columns* and each line of *rows* are separated by ``|``. A column may have several names; the
    owner of a name is that of the row: ``pickup_port`` and ``pickup_port_code`` agree. A cell with
    alternatives, separated by `` ; ``, makes a row of each.
    """
    cells = tuple(row for line in rows.strip().splitlines() for row in _expand_row(line))
    return {
        " ".join(names.split()): Column(entity, place, cells)
        for place, names in enumerate(columns.split("|"))
    }


def drawn(entity: str, columns: str, draw: DrawRow) -> dict[str, Spec]:
    """Return the columns of rows that *draw* makes, by their names; see :func:`table`."""
    cached = lru_cache(maxsize=2048)(draw)
    return {
        " ".join(names.split()): Drawn(entity, place, cached)
        for place, names in enumerate(columns.split("|"))
    }


def owned(nouns: str, names: str) -> str:
    """Return each of *names* after each of *nouns*: names that depend on their class.

    The ``value`` of a class Observation is looked up as ``observation_value`` first.
    """
    return " ".join(f"{noun}_{name}" for noun in nouns.split() for name in names.split())


def also(specs: Mapping[str, Spec], known: str, names: str) -> dict[str, Spec]:
    """Return *names* with the meaning that *known* has in *specs*: in a record of the domain."""
    return {names: next(spec for keys, spec in specs.items() if known in keys.split())}


def select(specs: Mapping[str, Spec], *known: str) -> dict[str, Spec]:
    """Return the entries of *specs* that have one of the names *known*."""
    return {keys: spec for keys, spec in specs.items() if not set(known).isdisjoint(keys.split())}


def read_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of each line of *text*, separated by ``|``."""
    return tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()
    )


def provided(provide: Callable[[Any, str], Any]) -> Provided:
    """Return what the provider *provide* serves."""
    return Provided(provide)


def drawn_items(entity: str, columns: str, draw_item: DrawItem) -> dict[str, Spec]:
    """Return the columns of rows that go with the record around them and with their list."""

    def draw(word: int) -> tuple[Cell, ...]:
        return draw_item(word, mix_word(word, 901), mix_word(word, 902), mix_word(word, 903) % 8)

    columns_by_name = drawn(entity, columns, draw)
    return {
        names: spec._replace(draw_item=draw_item)
        for names, spec in columns_by_name.items()
        if isinstance(spec, Drawn)
    }


def via(name: str) -> Via:
    """Return the meaning of *name*, which another provider serves."""
    return Via(name)


def _expand_row(line: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for each combination of the alternatives in the cells of *line*."""
    cells = (" ".join(cell.split()) for cell in line.split("|"))
    return product(*(cell.split(" ; ") for cell in cells))


SHAPE_CHARS = {"#": "9", "%": "1", "@": "A", "&": "a"}


def shape(*templates: str) -> Code:
    """Return codes of one of *templates*, whose letters and digits stay as they are.

    ``#`` is a digit, ``%`` one that is not zero, ``@`` and ``&`` a letter.
    """
    return code(*("".join(map(_to_template_char, template)) for template in templates))


def _to_template_char(char: str) -> str:
    literal = f"\\{char}" if char in TEMPLATE_CHARS else char
    return SHAPE_CHARS.get(char, literal)


def code(*templates: str) -> Code:
    """Return codes of one of *templates*; see :func:`draw_template`."""
    return Code(lambda word: draw_template(templates[word % len(templates)], word))


LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"

TEMPLATE_CHARS: Mapping[str, str] = {
    "9": "0123456789",
    "1": "123456789",
    "A": LETTERS,
    "a": LETTERS.lower(),
    "x": "0123456789abcdef",
    "X": "0123456789ABCDEF",
    "*": LETTERS + "0123456789",
}
"""The characters of templates that stand for a random one."""


def draw_template(template: str, word: int) -> str:
    r"""Return a text like *template*, whose characters are replaced by random ones of their kind.

    ``9`` is a digit, ``1`` one that is not zero, ``A`` and ``a`` a letter, ``x`` and ``X`` a
    hexadecimal digit, ``*`` a letter or digit. A character after ``\`` stays as it is.
    """
    drawn, is_literal, step = [], False, 0
    for char in template:
        if char == "\\" and not is_literal:
            is_literal = True
            continue
        options = "" if is_literal else TEMPLATE_CHARS.get(char, "")
        step += 1
        drawn.append(options[mix_word(word, step) % len(options)] if options else char)
        is_literal = False
    return "".join(drawn)


def make_code(draw: Draw) -> Code:
    """Return the codes of *draw*, for shapes that no template has: check digits, versions."""
    return Code(draw)


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
