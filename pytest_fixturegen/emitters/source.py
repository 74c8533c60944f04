"""Prints a described value as Python source, formatted as ``ruff format`` formats it.

The description, whose grammar is in ``literals``, comes from a child that has run unknown code. So
it is read by a closed grammar with limits: a name is checked, a scalar is spelled here, and nothing
is evaluated or pasted.
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

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import UnsafeImportViolation

Json: TypeAlias = Any

Symbol: TypeAlias = tuple[str, str]
"""A module and a name in it, which may have dots: ``("app", "Outer.Inner")``."""

Spell: TypeAlias = Callable[[str, str], str]
"""Returns how the generated file refers to the symbol of a module and a name."""

LINE_WIDTH = 88
"""Columns, the default of ruff and Black."""

MAX_DEPTH = 180
"""Nested forms; Python itself refuses 200 open brackets, and some are around the value."""

MAX_INT_BITS = 64
"""Bits of an integer that is a JSON number; a longer one is described by its digits."""

MAX_SIZE = 4_000_000
"""Characters in one value; each form counts as FORM_SIZE more."""

FORM_SIZE = 10
MAX_NAME = 200
"""Characters in a name."""

_BRACKETS = {"list": "[]", "tuple": "()", "set": "{}", "frozenset": "{}"}
_NEEDS_ESCAPE = re.compile(r"[^ -\[\]-~]")
_AMBIGUOUS_LETTERS = re.compile(
    "[\u00ad\u06de\u1100-\u11ff\u1780-\u18af\u25fd\u25fe\u2630-\u2637\u2648-\u2653\u231a\u231b"
    "\u3164\uff9e-\uffa0]"
)
"""Letters that are invisible, or of a width on which tools disagree."""

# The one database that every Python has: text is escaped and measured alike on all of them.
_UNICODE_DATA = unicodedata.ucd_3_2_0

_ALLOWED_CALLS = frozenset(
    """
    builtins.bytearray builtins.complex builtins.range
    collections.Counter collections.OrderedDict collections.defaultdict collections.deque
    datetime.date datetime.datetime datetime.datetime.fromisoformat datetime.time
    datetime.time.fromisoformat datetime.timedelta datetime.timezone
    decimal.Decimal fractions.Fraction
    ipaddress.IPv4Address ipaddress.IPv4Interface ipaddress.IPv4Network
    ipaddress.IPv6Address ipaddress.IPv6Interface ipaddress.IPv6Network
    pathlib.Path pathlib.PurePath pathlib.PurePosixPath pathlib.PureWindowsPath
    re.compile urllib.parse.ParseResult urllib.parse.SplitResult uuid.UUID zoneinfo.ZoneInfo
    """.split()
)
"""All of the standard library that may be called."""


class FormError(UnsafeImportViolation, ValueError):
    """The child sent a form that describes no value."""


class FormDepthError(FormError):
    """The child sent a form with more brackets in each other than Python's parser reads."""


@dataclass(frozen=True, slots=True)
class SourceNode:
    """A piece of source: its *flat* text, and the parts between which lines may break.

    *head* is the callee or the generic in front of the bracket. If *is_compact*, parts may share
    one indented line, as arguments do. *separator* is that of a pair: ``=``, ``: `` or ``.``.
    """

    kind: Literal["atom", "brackets", "either", "pair"]
    flat: str
    parts: tuple[SourceNode, ...] = ()
    head: SourceNode | None = None
    brackets: str = "()"
    is_compact: bool = False
    separator: str = ""


def is_name(text: object) -> bool:
    """Return whether *text* is a usable name.

    It must be an identifier that Python does not normalize to another one, and that means the same
    inside a class: names with two leading underscores do not.
    """
    if not isinstance(text, str) or len(text) > MAX_NAME:
        return False
    if not text.isidentifier() or keyword.iskeyword(text):
        return False
    return not text.startswith("__") and unicodedata.normalize("NFKC", text) == text


def are_names(*dotted: str) -> bool:
    """Return whether each part of the dotted names is a usable name."""
    return all(is_name(part) for text in dotted for part in text.split("."))


def list_symbols(form: Json) -> frozenset[Symbol]:
    """Return the symbols that *form* has to import. Raises FormError if *form* is malformed."""
    symbols: set[Symbol] = set()

    def collect(module: str, name: str) -> str:
        """Remember the symbol, and spell it by its full name: the text is not used."""
        symbols.add((module, name))
        return name

    read_form(form, collect)
    return frozenset(symbols)


def read_form(form: Json, spell: Spell) -> SourceNode:
    """Return the node of an untrusted *form*, its symbols spelled by *spell*. Raises FormError."""
    with allow_levels(MAX_DEPTH):
        return _FormReader(spell).read_expression(form, 0)


# Reading forms


class _FormReader:
    """Reads one form, and counts its size, so that a small text cannot become an endless one."""

    def __init__(self, spell: Spell) -> None:
        self.spell = spell
        self.remaining_size = MAX_SIZE

    def read_expression(
        self,
        form: Json,
        depth: int,
    ) -> SourceNode:
        """Return the node of a value."""
        self._require_sane_size(form, depth)
        match form:
            case ["value" | "int" | "str" | "bytes" as tag, scalar]:
                return SourceNode("atom", _format_scalar(tag, scalar))
            case ["float", "inf" | "-inf" | "nan" as word]:
                return _build_call("float", SourceNode("atom", quote_text(word)))
            case ["list" | "tuple" | "set" | "frozenset" as tag, list(items)]:
                return _build_collection(tag, self._read_all(items, depth + 1))
            case ["dict", list(pairs)]:
                return build_brackets("{}", self._read_pairs(": ", pairs, depth + 1))
            case ["call", callee, list(arguments), list(named)]:
                return self._read_call(
                    callee,
                    arguments,
                    named,
                    depth + 1,
                )
        return self.read_reference(form, depth)

    def _require_sane_size(
        self,
        form: Json,
        depth: int,
    ) -> None:
        """Subtract *form* from the remaining size.

        Raises FormError if nothing remains, or if *form* is nested too deep.
        """
        self.remaining_size -= FORM_SIZE + _measure_text(form)
        if depth > MAX_DEPTH:
            raise FormDepthError(_describe_mismatch("value of a sane depth", form))
        if self.remaining_size < 0:
            raise _make_form_error("value of a sane size", form)

    def _read_all(
        self,
        forms: list[Json],
        depth: int,
    ) -> tuple[SourceNode, ...]:
        """Return the nodes of *forms*, in order. Raises FormError if one is malformed."""
        return tuple(self.read_expression(form, depth) for form in forms)

    def _read_pairs(
        self,
        separator: str,
        pairs: list[Json],
        depth: int,
    ) -> tuple[SourceNode, ...]:
        """Return the nodes of keyword arguments or entries, as *separator* tells, in order."""
        return tuple(self.read_pair(separator, pair, depth) for pair in pairs)

    def _read_call(
        self,
        callee: Json,
        arguments: list[Json],
        named: list[Json],
        depth: int,
    ) -> SourceNode:
        """Return the node of a call.

        Raises FormError for a repeated name, which is a syntax error in Python.
        """
        head = self.read_callee(callee, depth)
        parts = self._read_all(arguments, depth) + self._read_pairs("=", named, depth)
        if len({name for name, _ in named}) < len(named):
            raise _make_form_error("call with each name once", ["call", callee, arguments, named])
        return build_brackets("()", parts, head, is_compact=True)

    def read_reference(
        self,
        form: Json,
        depth: int,
    ) -> SourceNode:
        """Return the node of a name, a generic, an attribute, or a union such as ``A | None``."""
        match form:
            case ["symbol", str(module), str(name)] if are_names(module, name):
                return SourceNode("atom", self.spell(module, name))
            case ["generic", ["symbol", _, _] as origin, [_, *_] as arguments]:
                parts = self._read_all(arguments, depth + 1)
                head = self.read_reference(origin, depth)
                return build_brackets("[]", parts, head, is_compact=True)
            case ["attribute", ["generic", _, _] as owner, name] if is_name(name):
                left = self.read_reference(owner, depth + 1)
                return join_pair(left, ".", SourceNode("atom", name))
            case ["value", None]:
                return SourceNode("atom", "None")
            case ["or", [_, _, *_] as members] if all(map(_may_be_member, members)):
                parts = tuple(self.read_reference(member, depth + 1) for member in members)
                return SourceNode(
                    "either",
                    " | ".join(part.flat for part in parts),
                    parts,
                )
        raise _make_form_error("value", form)

    def read_callee(
        self,
        form: Json,
        depth: int,
    ) -> SourceNode:
        """Return the node of something that may be called.

        Of the standard library, that is only what makes values.
        """
        match form:
            case ["symbol", str(module), str(name)]:
                is_standard = module.split(".")[0] in sys.stdlib_module_names
                if is_standard and f"{module}.{name}" not in _ALLOWED_CALLS:
                    raise _make_form_error("maker of values", form)
            case ["generic", ["symbol", _, _] as origin, _]:
                self.read_callee(origin, depth)
            case ["attribute", ["generic", origin, _], _]:
                self.read_callee(origin, depth)
            case ["symbol", _, _]:
                pass
            case _:
                raise _make_form_error("class or function", form)
        return self.read_reference(form, depth)

    def read_pair(
        self,
        separator: str,
        form: Json,
        depth: int,
    ) -> SourceNode:
        """Return the node of a keyword argument (``=``), or of an entry of a mapping (``: ``)."""
        match form:
            case [name, value] if separator == "=" and is_name(name):
                left = SourceNode("atom", name)
                return join_pair(
                    left,
                    separator,
                    self.read_expression(value, depth),
                )
            case [key, value] if separator == ": ":
                left = self.read_expression(key, depth)
                return join_pair(
                    left,
                    separator,
                    self.read_expression(value, depth),
                )
        raise _make_form_error("keyword or entry", form)


def _measure_text(form: Json) -> int:
    """Return the number of characters of the text in *form*, or 0 if it holds no text."""
    if not isinstance(form, list) or len(form) < 2:
        return 0
    content = form[1]
    return len(content) if isinstance(content, str) else 0


def _may_be_member(form: Json) -> bool:
    """Return whether *form* may be a member of a union, which is flat."""
    return isinstance(form, list) and form[:1] != ["or"]


def _make_form_error(expected: str, form: Json) -> FormError:
    """Return the error that *form*, shortened, is not the *expected* kind of form."""
    return FormError(_describe_mismatch(expected, form))


def _describe_mismatch(expected: str, form: Json) -> str:
    """Return the sentence that *form*, shortened, is not the *expected* kind of form."""
    return f"The child described no {expected}: {reprlib.repr(form)}."


# Building nodes


def join_pair(
    left: SourceNode,
    separator: str,
    right: SourceNode,
) -> SourceNode:
    """Return ``left=right``, ``left: right`` or ``left.right``."""
    flat = left.flat + separator + right.flat
    return SourceNode(
        "pair",
        flat,
        (left, right),
        separator=separator,
    )


def build_brackets(
    brackets: str,
    parts: tuple[SourceNode, ...],
    head: SourceNode | None = None,
    *,
    is_compact: bool = False,
) -> SourceNode:
    """Return *parts* in *brackets*, behind *head* if it is a call or a subscript."""
    is_tuple_of_one = brackets == "()" and head is None and len(parts) == 1
    comma = "," if is_tuple_of_one else ""
    inner = ", ".join(part.flat for part in parts)
    opening = brackets[0] if head is None else head.flat + brackets[0]
    flat = f"{opening}{inner}{comma}{brackets[1]}"
    has_breakable_head = head is not None and head.kind != "atom"
    is_breakable = bool(parts) or has_breakable_head
    return SourceNode(
        kind="brackets" if is_breakable else "atom",
        flat=flat,
        parts=parts,
        head=head,
        brackets=brackets,
        is_compact=is_compact,
    )


def _build_call(name: str, argument: SourceNode) -> SourceNode:
    """Return a call of *name*, a builtin, with one argument."""
    return build_brackets(
        "()",
        (argument,),
        SourceNode("atom", name),
        is_compact=True,
    )


def _build_collection(tag: str, parts: tuple[SourceNode, ...]) -> SourceNode:
    """Return the literal of a collection, or a call where Python has no literal.

    That is for empty sets and all frozensets.
    """
    if tag in ("set", "frozenset") and not parts:
        return SourceNode("atom", f"{tag}()")
    literal = build_brackets(_BRACKETS[tag], parts)
    return _build_call(tag, literal) if tag == "frozenset" else literal


# Scalars: all text that comes from the child is spelled here, letter by letter


def _format_scalar(tag: str, scalar: Json) -> str:
    """Return the literal of *scalar*.

    Raises FormError if its type does not fit *tag*, or if JSON made it too large or not finite.
    """
    match tag, scalar:
        case "value", None | bool():
            return repr(scalar)
        case "value", float() if isfinite(scalar):
            return repr(scalar).replace("e+", "e")
        case "value", int() if scalar.bit_length() <= MAX_INT_BITS:
            return repr(scalar)
        case _, str():
            return _format_text_scalar(tag, scalar)
    raise _make_form_error(f"scalar of tag {tag}", scalar)


def _format_text_scalar(tag: str, text: str) -> str:
    """Return the literal that *text* encodes under *tag*.

    Raise FormError if *text* is not a valid encoding.
    """
    try:
        match tag:
            case "value":
                return quote_text(text)
            case "int" if re.fullmatch(r"-?0x[0-9a-f]+", text):
                return _format_long_int(text)
            case "str":
                raw = b64decode(text, validate=True)
                return quote_text(raw.decode("utf-8", "surrogatepass"))
            case "bytes":
                raw = b64decode(text, validate=True)
                escaped = raw.decode("latin-1").encode("unicode_escape").decode()
                return "b" + _add_quotes(escaped)
    except ValueError as error:
        raise _make_form_error(tag, text) from error
    raise _make_form_error(tag, text)


def _format_long_int(text: str) -> str:
    """Return the hexadecimal *text* in decimal, or in hexadecimal if it is very long.

    Python refuses decimal literals of more than 4300 digits.
    """
    if len(text) < MAX_NAME:
        return repr(int(text, 16))
    return text.upper().replace("X", "x")


def quote_text(text: str) -> str:
    """Return *text* as a literal on one line, with everything invisible escaped.

    Quotes are double unless single ones need fewer escapes, as ruff prefers them.
    """
    return _add_quotes(escape_text(text))


def escape_text(text: str) -> str:
    """Return *text* with everything escaped that is invisible or looks like something else.

    The result is the inside of a literal, whose quotes are not escaped.
    """
    return _NEEDS_ESCAPE.sub(_escape_letter, text)


def _escape_letter(match: re.Match[str]) -> str:
    """Return the letter that *match* found, escaped unless it is visible."""
    letter = match[0]
    return letter if _is_visible(letter) else letter.encode("unicode_escape").decode()


def _add_quotes(body: str) -> str:
    """Return *body* in the quotes that need fewer escapes, double ones if both need the same."""
    quote = "'" if body.count('"') > body.count("'") else '"'
    return quote + body.replace(quote, f"\\{quote}") + quote


def _is_visible(letter: str) -> bool:
    """Return whether *letter*, which is not ASCII, looks like itself everywhere.

    Controls, blanks, surrogates and letters of doubtful width do not.
    """
    category = _UNICODE_DATA.category(letter)
    is_simple_mark = category == "Mn" or (category == "Mc" and letter < "\u0980")
    has_shape = category[0] in "LNPS" or is_simple_mark
    if not has_shape or _AMBIGUOUS_LETTERS.match(letter):
        return False
    return "\u00a0" < letter <= "\uffff"


# Lines


def measure_width(text: str) -> int:
    """Return the columns of *text*: two for a wide letter, none for a combining mark."""
    if text.isascii():
        return len(text)
    marks = sum(_UNICODE_DATA.category(letter) in ("Mn", "Me") for letter in text)
    wide_letters = sum(_UNICODE_DATA.east_asian_width(letter) in "WF" for letter in text)
    return len(text) - marks + wide_letters


def format_lines(
    node: SourceNode,
    indent: int = 0,
    prefix: str = "",
    suffix: str = "",
) -> list[str]:
    """Return the lines of *node* between *prefix* and *suffix*.

    That is one line if it fits; otherwise the node is broken at its outermost brackets.
    """
    text = f"{prefix}{node.flat}{suffix}"
    if node.kind == "atom" or measure_width(text) <= LINE_WIDTH - indent:
        return [" " * indent + text]
    return _break_node(node, indent, prefix, suffix)


def _break_node(
    node: SourceNode,
    indent: int,
    prefix: str,
    suffix: str,
) -> list[str]:
    """Return the lines of *node*, which does not fit on one, by the rule of its kind."""
    if node.kind == "pair":
        return _break_pair(node, indent, prefix, suffix)
    if node.kind == "brackets":
        return _break_brackets(node, indent, prefix, suffix)
    return _break_union(node, indent, prefix, suffix)


def _break_union(
    node: SourceNode,
    indent: int,
    prefix: str,
    suffix: str,
) -> list[str]:
    """Return one line for each member, the operator in front."""
    last = len(node.parts) - 1
    rows = []
    for index, part in enumerate(node.parts):
        lead = prefix if index == 0 else "| "
        rows += format_lines(
            part,
            indent,
            lead,
            suffix if index == last else "",
        )
    return rows


def _break_pair(
    node: SourceNode,
    indent: int,
    prefix: str,
    suffix: str,
) -> list[str]:
    """Return the lines of a pair, whose right side is broken first.

    Only if the right side cannot even begin on the line of the left one, the left one is broken,
    too.
    """
    left, right = node.parts
    if node.separator == ".":
        return format_lines(left, indent, prefix, f".{right.flat}{suffix}")
    opening = _get_opening(right, suffix)
    lead = f"{prefix}{left.flat}{node.separator}"
    if left.kind == "atom" or measure_width(lead + opening) <= LINE_WIDTH - indent:
        return format_lines(right, indent, lead, suffix)
    # The left side is broken, and the right one starts on its last line.
    *rows, last = _break_node(
        left,
        indent,
        prefix,
        node.separator + opening,
    )
    lead = last[indent : len(last) - len(opening)]
    return [
        *rows,
        *format_lines(
            right,
            indent,
            lead,
            suffix,
        ),
    ]


def _get_opening(node: SourceNode, suffix: str) -> str:
    """Return the text of *node* that cannot move to a later line."""
    if node.kind == "atom":
        return node.flat + suffix
    head = node.head
    if node.kind == "brackets" and head is None:
        return node.brackets[0]
    if head is None:
        return _get_opening(node.parts[0], "")
    if node.kind == "brackets" and head.kind == "atom":
        return head.flat + node.brackets[0]
    return _get_opening(head, "")


def _break_brackets(
    node: SourceNode,
    indent: int,
    prefix: str,
    suffix: str,
) -> list[str]:
    """Return the lines of *node* with its parts between the brackets, indented by 4.

    A head that does not fit is broken first.
    """
    if not node.parts and node.head:  # Box[int]()
        return format_lines(
            node.head,
            indent,
            prefix,
            node.brackets + suffix,
        )
    opening = [" " * indent + prefix + node.brackets[0]]
    if node.head:
        opening = format_lines(
            node.head,
            indent,
            prefix,
            node.brackets[0],
        )
    inner = ", ".join(part.flat for part in node.parts)
    end = node.brackets[1] + suffix
    *rows, last = opening
    # A broken head may leave room for all parts on its last line.
    if rows and measure_width(f"{last}{inner}{end}") <= LINE_WIDTH:
        return [*rows, f"{last}{inner}{end}"]
    return [
        *opening,
        *_format_parts(node, inner, indent + 4),
        " " * indent + end,
    ]


def _format_parts(
    node: SourceNode,
    inner: str,
    indent: int,
) -> list[str]:
    """Return the lines within brackets; *inner* is their text on one line."""
    if node.is_compact and measure_width(inner) <= LINE_WIDTH - indent:
        return [" " * indent + inner]
    has_comma = len(node.parts) > 1 or node.flat.endswith(",)")
    comma = "," if has_comma else ""
    rows = []
    for part in node.parts:
        rows += format_lines(part, indent, "", comma)
    return rows


def format_return(node: SourceNode, indent: int) -> list[str]:
    """Return the statement that returns *node*.

    It has parentheses if the node is a union on several lines, or needs a separate line.
    """
    with allow_levels(MAX_DEPTH):
        rows = format_lines(node, indent, "return ")
        inner = format_lines(node, indent + 4)
    is_broken_union = node.kind == "either" and len(rows) > 1
    room = LINE_WIDTH - indent - len("return ")
    has_long_opening = measure_width(_get_opening(node, "")) > room
    inner_width = max(map(measure_width, inner))
    gains_room = has_long_opening and inner_width <= LINE_WIDTH
    if is_broken_union or gains_room:
        pad = " " * indent
        return [f"{pad}return (", *inner, f"{pad})"]
    return rows
