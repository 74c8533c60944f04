"""Tables of options that are written as text, a line for each set of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from pytest_fixturegen.providers.domains.specs import words


class WordTable(Mapping[str, tuple[str, ...]]):
    """The options of names, by name; those of a name are parsed when they are asked for."""

    def __init__(self, rows: dict[str, str]) -> None:
        self._rows = rows
        self._options: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self._options:
            self._options[name] = expand(self._rows[name])
        return self._options[name]

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def parse_table(table: str) -> WordTable:
    """Return the options of each name of *table*.

    A line begins with names, then a colon and options separated by ``|``; an indented line goes
    on with the options of the line before. ``high*3`` is three times as likely. An option such as
    ``New/Old + house/garden`` is each of the first texts before each of the second.
    """
    rows: dict[str, str] = {}
    for line in table.strip("\n").splitlines():
        if line.startswith(" "):
            names = next(reversed(rows))
            rows[names] += line
        else:
            names, _, options = line.partition(":")
            rows[names] = options
    return WordTable({name: row for names, row in rows.items() for name in names.split()})


def expand(options: str) -> tuple[str, ...]:
    """Return the options of one line."""
    return tuple(text for option in words(options).options for text in _expand_option(option))


def _expand_option(option: str) -> list[str]:
    if " + " not in option:
        return [option]
    parts = [[text.strip() for text in part.split("/")] for part in option.split(" + ")]
    return [" ".join(texts) for texts in product(*parts)]
