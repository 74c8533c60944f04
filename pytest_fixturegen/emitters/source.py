"""A described value as Python source, laid out as ``ruff format`` leaves it.

The description (its grammar is in ``literals``) comes from a child that has run unknown code. So it is read by a closed
grammar with limits: a name is checked, a scalar is spelled here, and nothing is evaluated or pasted.
"""

from __future__ import annotations

import keyword
import re
import reprlib
import sys
import unicodedata
from base64 import b64decode
from collections.abc import Callable
from math import isfinite
from typing import Any, Literal, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import UnsafeImportViolation

Json: TypeAlias = Any
Symbol: TypeAlias = tuple[str, str]  # a module, and a name in it that may have dots: "Outer.Inner"
Spell: TypeAlias = Callable[[str, str], str]  # how the file that is written says a symbol

LINE_WIDTH = 88  # columns, the default of ruff and Black
MAX_DEPTH = 90  # forms in each other; Python itself refuses 200 open brackets
MAX_INT_BITS = 64  # bits; a longer number is described by its digits
MAX_SIZE = 4_000_000  # letters in one value; each form counts as ten
MAX_NAME = 200  # letters
_BRACKETS = {"list": "[]", "tuple": "()", "set": "{}", "frozenset": "{}"}
_ESCAPED = re.compile(r"[^ -\[\]-~]")
_AMBIGUOUS_LETTERS = re.compile(
    "[\u00ad\u06de\u1100-\u11ff\u1780-\u18af\u25fd\u25fe\u2630-\u2637\u2648-\u2653\u231a\u231b\u3164\uff9e-\uffa0]"
)  # invisible, or of a width on which tools disagree
_UNICODE_DATA = (
    unicodedata.ucd_3_2_0
)  # the one database that every Python has: the same text on all of them
_ALLOWED_CALLS = """builtins.bytearray builtins.complex builtins.range collections.Counter collections.OrderedDict
    collections.defaultdict collections.deque datetime.date datetime.datetime datetime.datetime.fromisoformat datetime.time
    datetime.time.fromisoformat datetime.timedelta datetime.timezone decimal.Decimal
    fractions.Fraction ipaddress.IPv4Address ipaddress.IPv4Interface
    ipaddress.IPv4Network ipaddress.IPv6Address ipaddress.IPv6Interface ipaddress.IPv6Network pathlib.Path
    pathlib.PurePath pathlib.PurePosixPath pathlib.PureWindowsPath re.compile urllib.parse.ParseResult
    urllib.parse.SplitResult uuid.UUID zoneinfo.ZoneInfo"""  # all of the standard library that may be called


class FormError(UnsafeImportViolation, ValueError):
    """What the child sent describes no value."""


@dataclass(frozen=True, slots=True)
class SourceNode:
    """A piece of source: its *flat* text, and the parts between which it may be broken into lines."""

    kind: Literal["atom", "brackets", "either", "pair"]
    flat: str
    parts: tuple[SourceNode, ...] = ()
    head: SourceNode | None = None  # what stands before the bracket: the callee
    brackets: str = "()"
    is_compact: bool = False  # the parts may share one indented line, as arguments do
    separator: str = ""  # of a pair: "=", ": " or "."


def is_name(text: object) -> bool:
    """Whether *text* can stand in source as a name, means itself there, and means it inside a class too."""
    if (
        not isinstance(text, str)
        or len(text) > MAX_NAME
        or not text.isidentifier()
        or keyword.iskeyword(text)
    ):
        return False
    return not text.startswith("__") and unicodedata.normalize("NFKC", text) == text


def are_names(*dotted: str) -> bool:
    """Whether each part of names with dots can stand in source."""
    return all(is_name(part) for text in dotted for part in text.split("."))


def list_symbols(form: Json) -> frozenset[Symbol]:
    """What *form* has to import, as (module, dotted name). Raises FormError where the form is malformed."""
    found: dict[Symbol, str] = {}
    read_form(form, lambda module, name: found.setdefault((module, name), name))
    return frozenset(found)


def read_form(form: Json, spell: Spell) -> SourceNode:
    """The node of an untrusted *form*, with its symbols as *spell* says them. Raises FormError."""
    return _FormReader(spell).read_expression(form, 0)


class _FormReader:
    """Reads one form; counts, so that a small text cannot become an endless one."""

    def __init__(self, spell: Spell) -> None:
        self.spell = spell
        self.left = MAX_SIZE

    def read_expression(self, form: Json, depth: int) -> SourceNode:
        letters = (
            len(form[1]) if isinstance(form, list) and form[1:] and isinstance(form[1], str) else 0
        )
        self.left -= 10 + letters
        if depth > MAX_DEPTH or self.left < 0:
            raise _make_form_error("value of a sane size", form)
        match form:
            case ["value" | "int" | "str" | "bytes" as tag, scalar]:
                return SourceNode("atom", _format_scalar(tag, scalar))
            case ["float", "inf" | "-inf" | "nan" as word]:
                return build_brackets(
                    "()",
                    (SourceNode("atom", quote_text(word)),),
                    SourceNode("atom", "float"),
                    is_compact=True,
                )
            case ["list" | "tuple" | "set" | "frozenset" as tag, list(items)]:
                return _build_collection(
                    tag, tuple(self.read_expression(item, depth + 1) for item in items)
                )
            case ["dict", list(pairs)]:
                return build_brackets(
                    "{}", tuple(self.read_pair(": ", pair, depth + 1) for pair in pairs)
                )
            case ["call", callee, list(arguments), list(named)]:
                head = self.read_callee(callee, depth + 1)
                parts = tuple(self.read_expression(argument, depth + 1) for argument in arguments)
                parts += tuple(self.read_pair("=", pair, depth + 1) for pair in named)
                if len({pair[0] for pair in named}) < len(named):
                    raise _make_form_error("call with each name once", form)
                return build_brackets("()", parts, head, is_compact=True)
        return self.read_reference(form, depth)

    def read_reference(self, form: Json, depth: int) -> SourceNode:
        """A name and what names make: a generic, an attribute, ``A | None``."""
        match form:
            case ["symbol", str(module), str(name)] if are_names(module, name):
                return SourceNode("atom", self.spell(module, name))
            case ["generic", ["symbol", _, _] as origin, [_, *_] as arguments]:
                parts = tuple(self.read_expression(argument, depth + 1) for argument in arguments)
                return build_brackets(
                    "[]", parts, self.read_reference(origin, depth), is_compact=True
                )
            case ["attribute", ["generic", _, _] as of, name] if is_name(name):
                return join_pair(self.read_reference(of, depth + 1), ".", SourceNode("atom", name))
            case ["value", None]:
                return SourceNode("atom", "None")
            case ["or", [_, _, *_] as forms] if all(
                isinstance(part, list) and part[:1] != ["or"] for part in forms
            ):
                parts = tuple(self.read_reference(part, depth + 1) for part in forms)
                return SourceNode("either", " | ".join(part.flat for part in parts), parts)
        raise _make_form_error("value", form)

    def read_callee(self, form: Json, depth: int) -> SourceNode:
        """What may be called: of the standard library, makers of values only."""
        match form:
            case ["symbol", str(module), str(name)] if (
                module.split(".")[0] in sys.stdlib_module_names
            ):
                if f"{module}.{name}" not in _ALLOWED_CALLS.split():
                    raise _make_form_error("maker of values", form)
            case ["generic", ["symbol", _, _] as origin, _] | [
                "attribute",
                ["generic", origin, _],
                _,
            ]:
                self.read_callee(origin, depth)
            case ["symbol", _, _]:
                pass
            case _:
                raise _make_form_error("class or function", form)
        return self.read_reference(form, depth)

    def read_pair(self, separator: str, form: Json, depth: int) -> SourceNode:
        """A keyword argument, or an entry of a mapping."""
        match form:
            case [name, value] if separator == "=" and is_name(name):
                return join_pair(
                    SourceNode("atom", name), separator, self.read_expression(value, depth)
                )
            case [key, value] if separator == ": ":
                return join_pair(
                    self.read_expression(key, depth), separator, self.read_expression(value, depth)
                )
        raise _make_form_error("keyword or entry", form)


def join_pair(left: SourceNode, separator: str, right: SourceNode) -> SourceNode:
    """``left=right``, ``left: right`` or ``left.right``."""
    return SourceNode(
        "pair", left.flat + separator + right.flat, (left, right), separator=separator
    )


def build_brackets(
    brackets: str,
    parts: tuple[SourceNode, ...],
    head: SourceNode | None = None,
    *,
    is_compact: bool = False,
) -> SourceNode:
    """*parts* in *brackets*, behind *head* if it is a call or a subscript."""
    comma = "," if brackets == "()" and head is None and len(parts) == 1 else ""
    inner = ", ".join(part.flat for part in parts)
    flat = f"{head.flat if head else ''}{brackets[0]}{inner}{comma}{brackets[1]}"
    breakable = bool(parts) or (head is not None and head.kind != "atom")
    return SourceNode("brackets" if breakable else "atom", flat, parts, head, brackets, is_compact)


def _build_collection(tag: str, parts: tuple[SourceNode, ...]) -> SourceNode:
    if tag in ("set", "frozenset") and not parts:
        return SourceNode("atom", f"{tag}()")
    literal = build_brackets(_BRACKETS[tag], parts)
    return (
        build_brackets("()", (literal,), SourceNode("atom", tag), is_compact=True)
        if tag == "frozenset"
        else literal
    )


def _format_scalar(tag: str, scalar: Json) -> str:
    """A scalar as source: the only texts that come from the child are spelled here, letter by letter."""
    match tag, scalar:
        case ("value", None | bool()) | ("value", float()) if scalar is None or isfinite(scalar):
            return repr(scalar).replace("e+", "e")
        case "value", int() if scalar.bit_length() <= MAX_INT_BITS:
            return repr(scalar)
        case _, str():
            return _format_text_scalar(tag, scalar)
    raise _make_form_error(f"scalar of tag {tag}", scalar)


def _format_text_scalar(tag: str, word: str) -> str:
    try:
        match tag:
            case "value":
                return quote_text(word)
            case "int" if re.fullmatch(r"-?0x[0-9a-f]+", word):
                return (
                    repr(int(word, 16)) if len(word) < MAX_NAME else word.upper().replace("X", "x")
                )
            case "str":
                return quote_text(b64decode(word, validate=True).decode("utf-8", "surrogatepass"))
            case "bytes":
                return "b" + _add_quotes(
                    b64decode(word, validate=True)
                    .decode("latin-1")
                    .encode("unicode_escape")
                    .decode()
                )
    except ValueError as error:
        raise _make_form_error(tag, word) from error
    raise _make_form_error(tag, word)


def _make_form_error(expected: str, form: Json) -> FormError:
    return FormError(f"The child described no {expected}: {reprlib.repr(form)}.")


def quote_text(text: str) -> str:
    """*text* as a literal on one line: double quotes unless single ones need fewer escapes, nothing invisible."""
    return _add_quotes(escape_text(text))


def escape_text(text: str) -> str:
    """*text* with what is not seen as itself escaped: the inside of a literal, but for its quotes."""
    return _ESCAPED.sub(
        lambda at: at[0] if _is_visible(at[0]) else at[0].encode("unicode_escape").decode(), text
    )


def _add_quotes(body: str) -> str:
    quote = "'" if body.count('"') > body.count("'") else '"'
    return quote + body.replace(quote, f"\\{quote}") + quote


def _is_visible(letter: str) -> bool:
    """Whether *letter*, not of ASCII, is seen as itself everywhere: no control, no blank, no half of a pair."""
    kind = _UNICODE_DATA.category(letter)
    known = kind[0] in "LNPS" or kind == "Mn" or (kind == "Mc" and letter < "\u0980")
    return known and "\u00a0" < letter <= "\uffff" and not _AMBIGUOUS_LETTERS.match(letter)


def measure_width(text: str) -> int:
    """The columns that *text* takes: two for a wide letter, none for a mark above one."""
    odd = "" if text.isascii() else text
    marks = sum(_UNICODE_DATA.category(letter) in ("Mn", "Me") for letter in odd)
    return len(text) - marks + sum(_UNICODE_DATA.east_asian_width(letter) in "WF" for letter in odd)


def format_lines(
    node: SourceNode, indent: int = 0, prefix: str = "", suffix: str = ""
) -> list[str]:
    """*node* between *before* and *after*, on one line if it fits, else broken at its outermost brackets."""
    text = f"{prefix}{node.flat}{suffix}"
    if node.kind == "atom" or measure_width(text) <= LINE_WIDTH - indent:
        return [" " * indent + text]
    return _break_node(node, indent, prefix, suffix)


def _break_node(node: SourceNode, indent: int, prefix: str, suffix: str) -> list[str]:
    if node.kind == "pair":
        return _break_pair(node, indent, prefix, suffix)
    if node.kind == "brackets":
        return _break_brackets(node, indent, prefix, suffix)
    rest = len(node.parts) - 1
    places = zip(node.parts, [prefix, *["| "] * rest], [*[""] * rest, suffix], strict=True)
    return [row for part, lead, end in places for row in format_lines(part, indent, lead, end)]


def _break_pair(node: SourceNode, indent: int, prefix: str, suffix: str) -> list[str]:
    left, right = node.parts
    if node.separator == ".":
        return format_lines(left, indent, prefix, f".{right.flat}{suffix}")
    opening = _get_opening(right, suffix)
    lead = f"{prefix}{left.flat}{node.separator}"
    if left.kind == "atom" or measure_width(lead + opening) <= LINE_WIDTH - indent:
        return format_lines(right, indent, lead, suffix)
    *rows, last = _break_node(left, indent, prefix, node.separator + opening)
    return [*rows, *format_lines(right, indent, last[indent : len(last) - len(opening)], suffix)]


def _get_opening(node: SourceNode, suffix: str) -> str:
    """What of *node* must stand on the line where it starts."""
    if node.kind == "atom":
        return node.flat + suffix
    if node.kind == "brackets" and (node.head is None or node.head.kind == "atom"):
        return (node.head.flat if node.head else "") + node.brackets[0]
    return _get_opening(node.head or node.parts[0], "")


def _break_brackets(node: SourceNode, indent: int, prefix: str, suffix: str) -> list[str]:
    if not node.parts and node.head:  # Box[int]()
        return format_lines(node.head, indent, prefix, node.brackets + suffix)
    rows = (
        format_lines(node.head, indent, prefix, node.brackets[0])
        if node.head
        else [" " * indent + prefix + node.brackets[0]]
    )
    inner, end = ", ".join(part.flat for part in node.parts), node.brackets[1] + suffix
    if len(rows) > 1 and measure_width(f"{rows[-1]}{inner}{end}") <= LINE_WIDTH:
        return [*rows[:-1], f"{rows[-1]}{inner}{end}"]
    if node.is_compact and measure_width(inner) <= LINE_WIDTH - indent - 4:
        body = [" " * (indent + 4) + inner]
    else:
        comma = "," if len(node.parts) > 1 or node.flat.endswith(",)") else ""
        body = [row for part in node.parts for row in format_lines(part, indent + 4, "", comma)]
    return [*rows, *body, " " * indent + end]


def format_return(node: SourceNode, indent: int) -> list[str]:
    """The statement that returns *node*, in parentheses where its start, or an operator, needs another line."""
    rows, inner = format_lines(node, indent, "return "), format_lines(node, indent + 4)
    long_start = measure_width(_get_opening(node, "")) > LINE_WIDTH - indent - len("return ")
    if (node.kind == "either" and len(rows) > 1) or (
        long_start and max(map(measure_width, inner)) <= LINE_WIDTH
    ):
        return [" " * indent + "return (", *inner, " " * indent + ")"]
    return rows
