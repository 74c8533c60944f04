"""Simple CHECK constraints of tables, as limits of single columns.

A constraint compares one column with a constant, restricts it to a list of values, or limits the
length of its text; AND may join several of these. Any other constraint is left to the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.django_models.checks import list_condition_texts
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.tables.mapped_classes import list_tables

LIMITS = {">": "gt", ">=": "ge", "<": "lt", "<=": "le"}
MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}

NAME = r"(?:[\w\"`]+\.)?[\"`]?(?P<column>[A-Za-z_]\w*)[\"`]?"
LENGTH = rf"(?:char_length|character_length|octet_length|length|len)\s*\(\s*{NAME}\s*\)"
CONSTANT = r"-?\d+(?:\.\d+)?|'(?:[^']|\'\')*'|true\b|false\b"
SIGN = r"(?P<sign><=|>=|<>|!=|==|=|<|>)"

NULL_ALTERNATIVE = re.compile(r"^\s*[\w.\"]+\s+IS\s+NULL\s+OR\s+", re.IGNORECASE)
"""A leading ``column IS NULL OR``: redundant, since only NOT NULL forbids NULL."""

CAST = re.compile(r"\s*::\s*[A-Za-z_][\w ]*(?:\([\d, ]*\))?")
"""A cast of PostgreSQL, which changes no constant."""

COLUMN = r'(?:\w+\.)?"?([A-Za-z_]\w*)"?'
PAIR = re.compile(rf"\s*\(?{COLUMN}\s*(<=|>=|<>|!=|<|>)\s*{COLUMN}\)?\s*")
"""A comparison of two columns."""

JOINT = re.compile(r"\s*(?:AND\b|$)\s*", re.IGNORECASE)
"""The end of a part of a constraint."""

VALUE = re.compile(CONSTANT, re.IGNORECASE)

FORM_TEXTS = (
    rf"{LENGTH}\s*BETWEEN\s+(?P<values>(?:{CONSTANT})\s+AND\s+(?:{CONSTANT}))",
    rf"{LENGTH}\s*{SIGN}\s*(?P<values>{CONSTANT})",
    rf"(?P<values>{CONSTANT})\s*{SIGN}(?P<mirrored>)\s*{LENGTH}",
    rf"{NAME}\s+BETWEEN\s+(?P<values>(?:{CONSTANT})\s+AND\s+(?:{CONSTANT}))",
    rf"{NAME}\s+IN(?P<options>)\s*\(\s*(?P<values>(?:{CONSTANT})(?:\s*,\s*(?:{CONSTANT}))*)\s*\)",
    rf"{NAME}\s*{SIGN}\s*(?P<values>{CONSTANT})",
    rf"(?P<values>{CONSTANT})\s*{SIGN}(?P<mirrored>)\s*{NAME}",
)
FORMS = [re.compile(rf"\s*{text}", re.IGNORECASE) for text in FORM_TEXTS]
"""The forms of one part of a constraint."""

LENGTH_FORMS = 3
"""How many of them, the first ones, are about a length."""

GROUP = re.compile(r"(^|\bAND\s*|\()\s*\(((?:[^()']|'[^']*'|\w+\s*\([^()]*\))*)\)", re.IGNORECASE)
"""Parentheses around a part of a constraint."""


class Rule(NamedTuple):
    """A constraint on one *column*: the *limits* that it satisfies, as arguments of ``Field``.

    *options* are its allowed values; empty if they are not enumerated.
    """

    column: str
    limits: dict[str, Any]
    options: tuple[Any, ...] = ()


class Order(NamedTuple):
    """A constraint on two columns: *sign* compares the values of *left* and *right*."""

    left: str
    sign: str
    right: str


class UnreadableError(Exception):
    """The expression says more than a :class:`Rule` can."""


def list_rules(cls: Any) -> list[Rule]:
    """Return the rules for single columns in the CHECK constraints of the tables of *cls*."""
    rules: list[Rule] = []
    for text in _list_checks(cls):
        rules += call_or_default(partial(parse_check, text), [])
    return rules


def list_orders(cls: Any) -> list[Order]:
    """Return the column comparisons in the CHECK constraints of the tables of *cls*."""
    matches = [PAIR.fullmatch(text) for text in _list_checks(cls)]
    return [Order(*match.groups()) for match in matches if match is not None]


@use_for_django(list_condition_texts)
def _list_checks(cls: Any) -> Iterator[str]:
    """Yield the SQL of the CHECK constraints of *cls*, in the order of their texts."""
    for table in list_tables(cls):
        declared = chain(table.constraints, *(column.constraints for column in table.columns))
        checks = [each for each in declared if hasattr(each, "sqltext")]
        # Compiling an expression with values that have no text raises.
        yield from sorted(call_or_default(partial(_compile_check, check), "") for check in checks)


def _compile_check(check: Any) -> str:
    """Return the SQL of a constraint, with its values in the text."""
    return str(check.sqltext.compile(compile_kwargs={"literal_binds": True}))


def parse_check(text: str) -> list[Rule]:
    """Return the rules of the SQL expression *text*. Raise UnreadableError for any other part."""
    rest = _strip_parentheses(CAST.sub("", NULL_ALTERNATIVE.sub("", text)))
    rules: list[Rule] = []
    while rest or not rules:
        part, rest = _split_part(rest)
        rules += _read_part(part)
    return rules


def _strip_parentheses(text: str) -> str:
    """Return *text* without parentheses around it, or around one of its parts.

    Those of functions and lists, which follow a word, stay.
    """
    previous = ""
    while previous != text:
        previous = text
        text = GROUP.sub(r"\1\2", text)
    return text.strip()


def _split_part(text: str) -> tuple[re.Match[str], str]:
    """Return the first part of *text*, which AND may join to others, and the rest.

    Raise UnreadableError if no form of a part matches.
    """
    for form in FORMS:
        part = form.match(text)
        joint = part and JOINT.match(text, part.end())
        if part and joint:
            return part, text[joint.end() :]
    raise UnreadableError


def _read_part(part: re.Match[str]) -> Iterator[Rule]:
    """Yield the rules of one part of a constraint."""
    found = part.groupdict()
    build = partial(
        _build_rule,
        found["column"],
        is_length=FORMS.index(part.re) < LENGTH_FORMS,
    )
    values = [_convert_constant(each[0]) for each in VALUE.finditer(part["values"])]
    if "options" in found:
        yield Rule(
            found["column"],
            {},
            tuple(values),
        )
    elif len(values) == 2:
        yield build("ge", values[0])
        yield build("le", values[1])
    else:
        yield build(_read_sign(found, values), values[0])


def _read_sign(found: dict[str, Any], values: list[Any]) -> str:
    """Return the limit of ``Field`` that the sign of a comparison means.

    "eq" means that the values are equal, "ne" that they differ from the empty text. Raise
    UnreadableError if they differ from another constant.
    """
    sign = found["sign"]
    if "mirrored" in found:
        sign = MIRRORED.get(sign, sign)
    if sign in LIMITS:
        return LIMITS[sign]
    if sign in ("=", "=="):
        return "eq"
    if values != [""]:
        raise UnreadableError
    return "ne"


def _convert_constant(text: str) -> Any:
    """Return the value of a constant: a text, a truth value, a whole number or a decimal one."""
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    return Decimal(text) if "." in text else int(text)


def _build_rule(
    column: str,
    limit: str,
    value: Any,
    *,
    is_length: bool,
) -> Rule:
    """Return the rule that *column*, or the length of its text, satisfies *limit*."""
    lengths = {
        "gt": {"min_length": _add(value, 1)},
        "ge": {"min_length": value},
        "lt": {"max_length": _add(value, -1)},
        "le": {"max_length": value},
        "eq": {"min_length": value, "max_length": value},
    }
    if is_length:
        return Rule(column, lengths[limit])
    if limit == "ne":
        return Rule(column, {"min_length": 1})
    return (
        Rule(
            column,
            {},
            (value,),
        )
        if limit == "eq"
        else Rule(column, {limit: value})
    )


def _add(value: Any, step: int) -> Any:
    """Return the next length after *value*, which is a number if it is a length."""
    return value + step if isinstance(value, int) else value
