"""Source code of others, parsed within limits of time and memory.

The parser of Python takes up to 2 kB of memory for each character of its input, and it raises
MemoryError or RecursionError for deep expressions. Here both are refused as syntax errors are.
"""

from __future__ import annotations

import ast
import re
import warnings
from pathlib import Path

from pytest_fixturegen._internal.regular_files import read_regular

MAX_SOURCE_BYTES = 4_000_000
"""Bytes of one file."""

MAX_SYNTAX_UNITS = 180_000
"""Units of syntax that one scan parses: about 110 MB of memory if each makes a node."""

UNITS_PER_STATEMENT = 2
"""Additional units for the end of a line. A statement takes 1.7 kB of memory, a name 0.6 kB."""

MAX_DOTS = 300
"""Dots of one dotted name. CPython 3.11 copies ``import a.b.c`` once for each of its dots."""

MAX_EXPRESSION_DEPTH = 100
"""Depth of an expression that is shown."""

TOKEN_PATTERN = re.compile(rb"\w+|[^\w\s\\]|[\x80-\xff]+")
CUT_EXPRESSION = "…"


class SourceLimitError(ValueError):
    """A source is too large or too deep to be parsed."""


class SyntaxBudget:
    """The units of syntax that a scan may still parse."""

    def __init__(self, units: int = MAX_SYNTAX_UNITS) -> None:
        self._units = units

    def parse_file(self, path: Path) -> ast.Module:
        """Return the tree of the file at *path*.

        Raise OSError if it cannot be read, SyntaxError if it is not Python, and ValueError if it
        is beyond the limits.
        """
        source = read_regular(path, MAX_SOURCE_BYTES)
        self._spend_units(source)
        tree = parse_quietly(source, str(path))
        assert isinstance(tree, ast.Module)
        return tree

    def _spend_units(self, source: bytes) -> None:
        """Subtract the cost of *source*; raise SourceLimitError if too little remains."""
        cost = _measure_units(source, self._units)
        if cost > self._units:
            raise SourceLimitError(
                f"it has more than the {self._units:,} units of syntax that are left for it"
            )
        self._units -= cost


def _measure_units(source: bytes, limit: int) -> int:
    """Return the units of *source*, counted until they exceed *limit*.

    Words of texts and comments count, since some of them are code in f-strings and annotations.
    """
    statement_ends = source.count(b"\n") + source.count(b"\r") + source.count(b";")
    units = statement_ends * UNITS_PER_STATEMENT
    dots = 0
    was_dot = False
    for token in TOKEN_PATTERN.finditer(source):
        is_dot = token[0] == b"."
        dots = dots + 1 if is_dot else dots * was_dot
        was_dot = is_dot
        units += 1
        if dots > MAX_DOTS:
            raise SourceLimitError(f"it has a name of more than {MAX_DOTS} parts")
        if units > limit:
            break
    return units


def parse_quietly(
    source: str | bytes,
    name: str = "<source>",
    mode: str = "exec",
) -> ast.AST:
    """Return the tree of *source*, without the warnings of the parser.

    Raise SyntaxError if it is not Python, and ValueError if it is too deep or has a null byte.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree: ast.AST = compile(
                source,
                name,
                mode,
                ast.PyCF_ONLY_AST,
                dont_inherit=True,
            )
        except (RecursionError, MemoryError) as error:
            raise SourceLimitError("it is nested too deeply") from error
        except (LookupError, UnicodeError) as error:  # a coding that is unknown, or not of text
            raise SourceLimitError(f"its coding cannot be read: {error}") from error
    return tree


def format_expression(node: ast.expr) -> str:
    """Return *node* as source; an expression that is too deep to be shown is an ellipsis."""
    if _is_deep(node):
        return CUT_EXPRESSION
    try:
        return ast.unparse(node)
    except ValueError:  # Python does not write integers of more than 4300 digits
        return CUT_EXPRESSION


def _is_deep(node: ast.AST) -> bool:
    """Return whether *node* is nested deeper than MAX_EXPRESSION_DEPTH."""
    level: list[ast.AST] = [node]
    for _ in range(MAX_EXPRESSION_DEPTH):
        level = [child for parent in level for child in ast.iter_child_nodes(parent)]
        if not level:
            return False
    return True


def format_dotted_name(node: ast.expr) -> str:
    """Return ``a.b.c`` for a chain of names, and an empty string for any other expression."""
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([node.id, *reversed(parts)])
