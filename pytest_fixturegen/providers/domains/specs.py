"""How a domain describes its fields: lists of words, code shapes, numbers, tables and sentences.

A specification is data. :mod:`providers` makes nodes of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import log2
from typing import Any, NamedTuple
from zlib import crc32

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.streams import mix_word

Draw = Callable[[int], str]
"""A pure function from a word of 64 random bits to a text."""


class Words(NamedTuple):
    """One of *options*, as often as it occurs in them."""

    options: tuple[str, ...]


class Code(NamedTuple):
    """A text that *draw* makes, of one form in all records if *has_one_form*."""

    draw: Draw
    has_one_form: bool = False


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

    Attributes:
        entity: The name of the table.
        place: The place of the column in a row.
        rows: The rows, each as often as it is likely.
        aliases: Other spellings of cells, which a closed list may use.
        usual: If not empty, a record without a field for the first column shows only rows that
            begin with it.
        in_order: Whether the records of a list show one row after the other: first the control.
        leads: Whether its numbers go with its texts before they go with other numbers: the width
            of a screen.
    """

    entity: str
    place: int
    rows: tuple[tuple[str, ...], ...]
    aliases: tuple[tuple[str, str], ...] = ()
    usual: str = ""
    in_order: bool = False
    leads: bool = False


class Reading(NamedTuple):
    """A number between the cells *low* and *high* of the row that the record shows.

    Most lie in the middle; of a wide range, there are as many of each order of magnitude.
    """

    low: Column
    high: Column


class Seeded(NamedTuple):
    """A text that *draw* makes of the hidden word *fact*, which several fields of a record share.

    The address of a host and its name are such texts.
    """

    fact: str
    draw: Draw


class Sentences(NamedTuple):
    """One of *frames*; ``{name}`` in a frame is what the field *name* of the domain shows.

    A sentence that shows an attribute which the record does not have is left out. What only
    frames need has a name that begins with ``_``. If *fact* is not empty, the sentence is a fact
    with this name, so that a title, its slug and its page agree.
    """

    frames: tuple[str, ...]
    fact: str = ""


class Framed(NamedTuple):
    """The cell of *column*, which is a frame: what is logged at a level, what an action did."""

    column: Column


class Entries(NamedTuple):
    """A mapping or list with an entry for the row: *keys* and *values*, or *keys* alone.

    The changed fields of a record and its old values are of one row.
    """

    keys: Column
    values: Column | None = None


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


Spec = (
    Words
    | Code
    | Number
    | Column
    | Reading
    | Seeded
    | Sentences
    | Framed
    | Entries
    | Drawn
    | Via
    | Provided
    | Borrowed
    | Either
)

EMPTY = "-"
"""The cell of an attribute that a row does not have: None if the field is optional, else ""."""


class Domain(NamedTuple):
    """A domain.

    *own* are the names that have their meaning in every record, such as ``icd10``. *within* are
    those that have it only in a record of the domain, such as ``region`` of a cloud.
    """

    name: str
    own: Mapping[str, Spec]
    within: Mapping[str, Spec]


DomainWords = tuple[frozenset[str], frozenset[str]]
"""Words that speak of a domain, and weak ones that speak of others too: ``node``, ``event``."""


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
    r"""Return the frames in *text*, separated by ``|``; ``\n`` begins a line, and ``\t`` indents
    it."""
    frames = " ".join(text.split()).replace("\\n", "\n").replace("\\t", "  ").split("|")
    return Sentences(tuple(frame.strip() for frame in frames))


def titles(fact: str, text: str) -> Sentences:
    """Return the frames in *text*, separated by ``|``, whose sentence is the fact *fact*."""
    return Sentences(sentences(text).frames, fact)


def number(low: float, median: float, high: float, places: int = 0) -> Number:
    """Return the numbers from *low* to *high* around *median*."""
    return Number(low, median, high, places)


def table(
    entity: str,
    columns: str,
    rows: str,
    usual: str = "",
    *,
    in_order: bool = False,
    leads: bool = False,
) -> dict[str, Spec]:
    """Return the columns of a table, by their names.

    *columns* and each line of *rows* are separated by ``|``. A column may have several names; the
    owner of a name is that of the row: ``pickup_port`` and ``pickup_port_code`` agree. A line that
    ends with ``| *4`` is four times as likely. A line continues the row above if that lacks cells.
    ``light ~ lux`` is a cell with another spelling, and a cell with alternatives, separated by
    `` ; ``, makes a row of each.
    The columns ``[value | ]`` bound the number ``value``, and ``{message}`` is the frame of
    ``message``. ``?old_values`` says which rows have that value, whatever fills it. See
    :class:`Column` for *usual*, *in_order* and *leads*.
    """
    lines = list(_iter_rows(rows, columns.count("|") + 1))
    cells = tuple(tuple(cell.split("~")[0].strip() for cell in line) for line in lines)
    return _name_columns(
        [
            (
                " ".join(names.split()),
                Column(entity, place, cells, _list_aliases(lines, place), usual, in_order, leads),
            )
            for place, names in enumerate(columns.split("|"))
        ]
    )


def cross_table(entity: str, columns: str, rows: str, others: str) -> dict[str, Spec]:
    """Return the columns of a table of each of *rows* with each of *others*.

    What was done and how it ended do not depend on each other, but belong to one event.
    """
    lefts = list(_iter_rows(rows, 1))
    rights = list(_iter_rows(others, columns.count("|") + 1 - len(lefts[0])))
    lines = [" | ".join([*left, *right]) for left in lefts for right in rights]
    return table(entity, columns, "\n".join(lines))


def _name_columns(columns: Sequence[tuple[str, Column]]) -> dict[str, Spec]:
    """Return the specifications of *columns*: bounds are readings, hidden ones are frames."""
    specs: dict[str, Spec] = {}
    for place, (names, column) in enumerate(columns):
        if names.startswith("["):
            specs[names[1:].strip()] = Reading(column, columns[place + 1][1])
        elif names.startswith("{"):
            specs[names.strip("{}")] = Framed(column)
        elif names != "]":
            specs[names] = column
    return specs


def _split_row(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _iter_rows(rows: str, count: int) -> Iterator[list[str]]:
    """Yield the *count* cells of each row of *rows*, as often as its weight says."""
    for line in _join_lines(rows, count):
        *cells, last = _split_row(line)
        is_weight = last.startswith("*") and last[1:].isdigit()
        weight, row = (int(last[1:]), cells) if is_weight else (1, [*cells, last])
        yield from [list(each) for each in _expand_row(row)] * weight


def _join_lines(rows: str, count: int) -> list[str]:
    """Return the rows; a line continues the row above if that lacks cells, or if it begins so."""
    joined: list[str] = []
    for line in map(str.strip, rows.strip().splitlines()):
        is_open = bool(joined) and joined[-1].count("|") < count - 1
        if joined and (is_open or line.startswith("|")):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _list_aliases(lines: list[list[str]], place: int) -> tuple[tuple[str, str], ...]:
    """Return the other spellings of the cells at *place*, each with its cell."""
    spellings = ([text.strip() for text in line[place].split("~")] for line in lines)
    pairs = ((alias, cell) for cell, *others in spellings for alias in others)
    return tuple(dict.fromkeys(pairs))


def derived_table(
    entity: str, count: int, columns: Mapping[str, Draw | Sequence[str]]
) -> dict[str, Spec]:
    """Return the columns of a table of *count* rows that are made, not listed: a fleet of hosts.

    A column is a function of the row's word, or a list of cells. The same key is always followed
    by the same attributes, since both belong to one row.
    """
    drawn = [
        tuple(_draw_cell(column, number) for column in columns.values()) for number in range(count)
    ]
    rows = tuple(drawn)
    return {names: Column(entity, place, rows) for place, names in enumerate(columns)}


def _draw_cell(column: Draw | Sequence[str], number: int) -> str:
    """Return the cell of the row *number*; a list is gone through in its order."""
    if callable(column):
        return column(mix_word(number, 29))
    return column[number % len(column)]


def pool(template: str, count: int) -> Column:
    """Return *count* texts like *template*, which records share: accounts, hosts, branches.

    The one that a record shows is a fact of it, which sentences show, too.
    """
    seed = crc32(template.encode())
    drawn = (draw_template(template, mix_word(seed, number)) for number in range(count))
    entity = re.sub(r"\W", "", template)
    return Column(f"pool_{entity}", 0, tuple((text,) for text in dict.fromkeys(drawn)))


def shared(entity: str, text: str, *, leads: bool = False) -> Column:
    """Return the words in *text* as a table of one column: sentences show the one of the field."""
    rows = tuple((option,) for option in words(text).options)
    return Column(entity, 0, rows, leads=leads)


def seeded(fact: str, *templates: str) -> Seeded:
    """Return the texts of one of *templates* that the hidden word *fact* makes."""
    return Seeded(fact, TemplateDraw(templates))


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


def own_names(specs: Mapping[str, Spec], names: str) -> dict[str, Spec]:
    """Return each of *names* with its meaning in *specs*, to own it in every record."""
    known = _split_names(specs)
    return {name: known[name] for name in names.split()}


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


def _expand_row(cells: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each combination of the alternatives in *cells*."""
    return product(*(" ".join(cell.split()).split(" ; ") for cell in cells))


SHAPE_CHARS = {"#": "9", "%": "1", "@": "A", "&": "a"}


def shape(*templates: str) -> Code:
    """Return codes of one of *templates*, whose letters and digits stay as they are.

    A field shows one of the forms in all records, as one system has one form of numbers.
    ``#`` is a digit, ``%`` one that is not zero, ``@`` and ``&`` a letter.
    """
    drawn = ("".join(map(_to_template_char, template)) for template in templates)
    return Code(TemplateDraw(tuple(drawn)), has_one_form=True)


def _to_template_char(char: str) -> str:
    literal = f"\\{char}" if char in TEMPLATE_CHARS else char
    return SHAPE_CHARS.get(char, literal)


def code(*templates: str) -> Code:
    """Return codes of one of *templates*; see :func:`draw_template`."""
    return Code(TemplateDraw(templates))


@dataclass(frozen=True, slots=True)
class TemplateDraw:
    """Draws texts like one of *templates*; see :func:`draw_template`."""

    templates: tuple[str, ...]

    def __call__(self, word: int) -> str:
        """Return the text that *word* makes."""
        return draw_template(self.templates[word % len(self.templates)], word)

    def count_bits(self) -> float:
        """Return how many random bits the template with the fewest has."""
        return min(map(count_template_bits, self.templates))


LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"

TEMPLATE_CHARS: Mapping[str, str] = {
    "9": "0123456789",
    "1": "123456789",
    "A": LETTERS,
    "a": LETTERS.lower(),
    "x": "0123456789abcdef",
    "X": "0123456789ABCDEF",
    "*": LETTERS + "0123456789",
    "?": "bcdfghjklmnpqrstvwxz2456789",
}
"""The characters of templates that stand for a random one."""


def draw_template(template: str, word: int) -> str:
    r"""Return a text like *template*, whose characters are replaced by random ones of their kind.

    ``9`` is a digit, ``1`` one that is not zero, ``A`` and ``a`` a letter, ``x`` and ``X`` a
    hexadecimal digit, ``*`` a letter or digit, ``?`` a small
    one. A character after ``\`` stays as it is. If the
    template has brackets, only what is in them is replaced: ``ami-0[xxxx]``. The same word fills
    the places of two templates alike.
    """
    drawn, step = [], 0
    for char, options in _list_places(template):
        step += bool(options)
        drawn.append(options[mix_word(word, step) % len(options)] if options else char)
    return "".join(drawn)


@lru_cache(maxsize=1024)
def _list_places(template: str) -> tuple[tuple[str, str], ...]:
    """Return each character of *template*, and the characters that may replace it."""
    has_brackets = "[" in template
    places, is_literal, is_shape = [], False, not has_brackets
    for char in template:
        if not is_literal and char == "\\":
            is_literal = True
        elif has_brackets and char in "[]":
            is_shape = char == "["
        else:
            options = "" if is_literal or not is_shape else TEMPLATE_CHARS.get(char, "")
            places.append((char, options))
            is_literal = False
    return tuple(places)


def count_template_bits(template: str) -> float:
    """Return the random bits of the texts like *template*."""
    places = _list_places(template)
    return sum(log2(len(options)) for _, options in places if options)


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
