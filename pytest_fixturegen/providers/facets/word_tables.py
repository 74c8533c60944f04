"""Tables of options that are written as text, a line for each set of names."""

from __future__ import annotations

from itertools import product

from pytest_fixturegen.providers.domains.specs import words


def parse_table(table: str) -> dict[str, tuple[str, ...]]:
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
    return {name: expand(options) for names, options in rows.items() for name in names.split()}


def expand(options: str) -> tuple[str, ...]:
    """Return the options of one line."""
    return tuple(text for option in words(options).options for text in _expand_option(option))


def _expand_option(option: str) -> list[str]:
    if " + " not in option:
        return [option]
    parts = [[text.strip() for text in part.split("/")] for part in option.split(" + ")]
    return [" ".join(texts) for texts in product(*parts)]
