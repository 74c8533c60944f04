"""Simple CHECK constraints of tables, as limits of single columns.

A constraint says of one column how it compares with a constant, that it is one of a list, or how
long its text is; several such parts may be joined by AND. Any other constraint is left to the
database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.tables.mapped_classes import list_tables

COMPARISONS = {">": "gt", ">=": "ge", "<": "lt", "<=": "le"}
MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=", "==": "=="}

TOKEN = re.compile(
    r"""\s*(?:
        (?P<text>'(?:[^']|'')*')
      | (?P<number>-?\d+(?:\.\d+)?)
      | (?P<name>(?:"[^"]+"|`[^`]+`|[A-Za-z_]\w*)(?:\.(?:"[^"]+"|`[^`]+`|[A-Za-z_]\w*))*)
      | (?P<cast>::\s*[A-Za-z_]\w*(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?)
      | (?P<sign><=|>=|<>|!=|==|=|<|>|\(|\)|,)
    )""",
    re.VERBOSE,
)
"""A part of an SQL expression."""

NULL_ALTERNATIVE = re.compile(r"^\s*[\w.\"]+\s+IS\s+NULL\s+OR\s+", re.IGNORECASE)
"""What lets a column be NULL, which it may be in any case unless it is declared as NOT NULL."""

COLUMN = r'(?:\w+\.)?"?([A-Za-z_]\w*)"?'
PAIR = re.compile(rf"\s*\(?{COLUMN}\s*(<=|>=|<>|!=|<|>)\s*{COLUMN}\)?\s*")
"""A comparison of two columns."""

LENGTH_FUNCTIONS = ("length", "char_length", "character_length", "octet_length", "len")


class Rule(NamedTuple):
    """What a constraint says of a *column*: that it satisfies the *limits*, arguments of ``Field``.

    *options* are the values that it may have, none if it may have others.
    """

    column: str
    limits: dict[str, Any]
    options: tuple[Any, ...] = ()


class Order(NamedTuple):
    """What a constraint says of two columns: how the values of *left* and *right* compare."""

    left: str
    sign: str
    right: str


class UnreadableError(Exception):
    """The expression says more than a :class:`Rule` can."""


def list_rules(cls: Any) -> list[Rule]:
    """Return what the CHECK constraints of the tables of *cls* say of single columns."""
    rules: list[Rule] = []
    for text in _list_checks(cls):
        rules += call_or_default(partial(parse_check, text), [])
    return rules


def list_orders(cls: Any) -> list[Order]:
    """Return what the CHECK constraints of the tables of *cls* say of pairs of columns."""
    matches = [PAIR.fullmatch(text) for text in _list_checks(cls)]
    return [Order(*match.groups()) for match in matches if match is not None]


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
    """Return what the expression *text* says. Raise UnreadableError if it says more."""
    tokens = list(_list_tokens(NULL_ALTERNATIVE.sub("", text)))
    parser = _CheckParser(tokens)
    rules = list(parser.read_conjunction())
    if parser.tokens:
        raise UnreadableError
    return rules


def _list_tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each token. Raise UnreadableError for any other text."""
    position = 0
    text = text.rstrip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise UnreadableError
        if match.lastgroup != "cast":
            yield match.lastgroup, match[match.lastgroup]
        position = match.end()


class _CheckParser:
    """Reads the tokens of one expression from the left."""

    def __init__(self, tokens: Iterable[tuple[str, str]]) -> None:
        self.tokens = list(tokens)

    def read_conjunction(self) -> Iterator[Rule]:
        """Yield the rules of parts that AND joins."""
        yield from self.read_part()
        while self._skip_word("and"):
            yield from self.read_part()

    def read_part(self) -> Iterator[Rule]:
        """Yield the rules of one part, which may be in parentheses."""
        if self._is_group():
            self._take("(")
            yield from self.read_conjunction()
            self._take(")")
            return
        subject, is_length = self._read_operand()
        if self._skip_word("between"):
            low = self._read_constant()
            self._require_word("and")
            high = self._read_constant()
            yield _build_rule(subject, "ge", low, is_length)
            yield _build_rule(subject, "le", high, is_length)
        elif self._skip_word("in"):
            yield Rule(_require_column(subject), {}, tuple(self._read_list()))
        else:
            yield self._read_comparison(subject, is_length)

    def _is_group(self) -> bool:
        """Return whether a parenthesis opens here that holds more than one operand."""
        return bool(self.tokens) and self.tokens[0] == ("sign", "(")

    def _read_comparison(self, subject: Any, is_length: bool) -> Rule:
        """Return the rule of a comparison, whose constant may be on either side."""
        _, sign = self._take_any("sign")
        other, is_other_length = self._read_operand()
        if isinstance(subject, _Constant):
            subject, other, is_length = other, subject, is_other_length
            sign = MIRRORED.get(sign, sign)
        if not isinstance(other, _Constant):
            raise UnreadableError
        if sign in ("<>", "!=") and other.value == "":
            return Rule(_require_column(subject), {"min_length": 1})
        if sign in ("=", "=="):
            return _build_equality(subject, other.value, is_length)
        if sign not in COMPARISONS:
            raise UnreadableError
        return _build_rule(subject, COMPARISONS[sign], other.value, is_length)

    def _read_operand(self) -> tuple[Any, bool]:
        """Return a column or a constant, and whether the length of the column is meant."""
        kind, text = self._take_any()
        if kind in ("text", "number"):
            return _Constant(_convert_constant(kind, text)), False
        if kind == "sign" and text == "(":
            operand = self._read_operand()
            self._take(")")
            return operand
        if kind != "name":
            raise UnreadableError
        if text.lower() in ("true", "false"):
            return _Constant(text.lower() == "true"), False
        if self.tokens and self.tokens[0] == ("sign", "("):
            return self._read_length(text)
        return _clean_name(text), False

    def _read_length(self, function: str) -> tuple[str, bool]:
        """Return the column whose length *function* returns."""
        if function.lower() not in LENGTH_FUNCTIONS:
            raise UnreadableError
        self._take("(")
        column, _ = self._read_operand()
        self._take(")")
        return _require_column(column), True

    def _read_constant(self) -> Any:
        """Return the value of a constant."""
        operand, _ = self._read_operand()
        if not isinstance(operand, _Constant):
            raise UnreadableError
        return operand.value

    def _read_list(self) -> Iterator[Any]:
        """Yield the constants of a list in parentheses."""
        self._take("(")
        yield self._read_constant()
        while self.tokens and self.tokens[0] == ("sign", ","):
            self.tokens.pop(0)
            yield self._read_constant()
        self._take(")")

    def _take(self, text: str) -> None:
        """Take the sign *text*. Raise UnreadableError if another token is next."""
        if self._take_any("sign")[1] != text:
            raise UnreadableError

    def _take_any(self, kind: str = "") -> tuple[str, str]:
        """Take the next token, of *kind* if that is given."""
        if not self.tokens or (kind and self.tokens[0][0] != kind):
            raise UnreadableError
        return self.tokens.pop(0)

    def _skip_word(self, word: str) -> bool:
        """Take *word* if it is next, and return whether it was."""
        is_next = bool(self.tokens) and self.tokens[0][1].lower() == word
        if is_next:
            self.tokens.pop(0)
        return is_next

    def _require_word(self, word: str) -> None:
        """Take *word*. Raise UnreadableError if another token is next."""
        if not self._skip_word(word):
            raise UnreadableError


class _Constant(NamedTuple):
    value: Any


def _convert_constant(kind: str, text: str) -> Any:
    """Return the value of a constant: a text, a whole number or a decimal one."""
    if kind == "text":
        return text[1:-1].replace("''", "'")
    return Decimal(text) if "." in text else int(text)


def _clean_name(text: str) -> str:
    """Return the name of a column without its table and its quotation marks."""
    return text.rpartition(".")[2].strip('"`')


def _require_column(subject: Any) -> str:
    """Return the name of a column. Raise UnreadableError for a constant."""
    if not isinstance(subject, str):
        raise UnreadableError
    return subject


def _build_rule(
    subject: Any,
    limit: str,
    value: Any,
    is_length: bool,
) -> Rule:
    """Return the rule that *subject*, or its length, is bounded by *value*."""
    column = _require_column(subject)
    if not is_length:
        return Rule(column, {limit: value})
    length = int(value) + {"gt": 1, "lt": -1}.get(limit, 0)
    return Rule(column, {"min_length" if limit in ("gt", "ge") else "max_length": length})


def _build_equality(subject: Any, value: Any, is_length: bool) -> Rule:
    """Return the rule that *subject* is *value*, or has that length."""
    column = _require_column(subject)
    if is_length:
        return Rule(column, {"min_length": value, "max_length": value})
    return Rule(column, {}, (value,))
