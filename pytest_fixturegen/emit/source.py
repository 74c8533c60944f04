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

from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.frozen import dataclass

Json: TypeAlias = Any
Symbol: TypeAlias = tuple[str, str]  # a module, and a name in it that may have dots: "Outer.Inner"
Spell: TypeAlias = Callable[[str, str], str]  # how the file that is written says a symbol

LINE = 88  # columns, the default of ruff and Black
MAX_DEPTH = 90  # forms in each other; Python itself refuses 200 open brackets
WORD = 64  # bits; a longer number is described by its digits
MAX_SIZE = 4_000_000  # letters in one value; each form counts as ten
MAX_NAME = 200  # letters
_BRACKETS = {"list": "[]", "tuple": "()", "set": "{}", "frozenset": "{}"}
_UNPLAIN = re.compile(r"[^ -\[\]-~]")
_ODD = re.compile(
    "[\u00ad\u06de\u1100-\u11ff\u1780-\u18af\u25fd\u25fe\u2630-\u2637\u2648-\u2653\u231a\u231b\u3164\uff9e-\uffa0]"
)  # invisible, or of a width on which tools disagree
_UNICODE = unicodedata.ucd_3_2_0  # the one database that every Python has: the same text on all of them
_MAKERS = """builtins.bytearray builtins.complex builtins.range collections.Counter collections.OrderedDict
    collections.defaultdict collections.deque datetime.date datetime.datetime datetime.datetime.fromisoformat datetime.time
    datetime.time.fromisoformat datetime.timedelta datetime.timezone decimal.Decimal
    fractions.Fraction ipaddress.IPv4Address ipaddress.IPv4Interface
    ipaddress.IPv4Network ipaddress.IPv6Address ipaddress.IPv6Interface ipaddress.IPv6Network pathlib.Path
    pathlib.PurePath pathlib.PurePosixPath pathlib.PureWindowsPath re.compile urllib.parse.ParseResult
    urllib.parse.SplitResult uuid.UUID zoneinfo.ZoneInfo"""  # all of the standard library that may be called


class FormError(UnsafeImportViolation, ValueError):
    """What the child sent describes no value."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of source: its *flat* text, and the parts between which it may be broken into lines."""

    kind: Literal["atom", "brackets", "either", "pair"]
    flat: str
    parts: tuple[Node, ...] = ()
    head: Node | None = None  # what stands before the bracket: the callee
    brackets: str = "()"
    together: bool = False  # the parts may share one indented line, as arguments do
    between: str = ""  # of a pair: "=", ": " or "."


def is_name(text: object) -> bool:
    """Whether *text* can stand in source as a name, means itself there, and means it inside a class too."""
    if not isinstance(text, str) or len(text) > MAX_NAME or not text.isidentifier() or keyword.iskeyword(text):
        return False
    return not text.startswith("__") and unicodedata.normalize("NFKC", text) == text


def are_names(*dotted: str) -> bool:
    """Whether each part of names with dots can stand in source."""
    return all(is_name(part) for text in dotted for part in text.split("."))


def symbols(form: Json) -> frozenset[Symbol]:
    """What *form* has to import, as (module, dotted name). Raises FormError where the form is malformed."""
    found: dict[Symbol, str] = {}
    read(form, lambda module, name: found.setdefault((module, name), name))
    return frozenset(found)


def read(form: Json, spell: Spell) -> Node:
    """The node of an untrusted *form*, with its symbols as *spell* says them. Raises FormError."""
    return _Reader(spell).expression(form, 0)


class _Reader:
    """Reads one form; counts, so that a small text cannot become an endless one."""

    def __init__(self, spell: Spell) -> None:
        self.spell = spell
        self.left = MAX_SIZE

    def expression(self, form: Json, depth: int) -> Node:
        letters = len(form[1]) if isinstance(form, list) and form[1:] and isinstance(form[1], str) else 0
        self.left -= 10 + letters
        if depth > MAX_DEPTH or self.left < 0:
            raise _refused("value of a sane size", form)
        match form:
            case ["value" | "int" | "str" | "bytes" as tag, scalar]:
                return Node("atom", _scalar(tag, scalar))
            case ["float", "inf" | "-inf" | "nan" as word]:
                return bracketed("()", (Node("atom", quoted(word)),), Node("atom", "float"), together=True)
            case ["list" | "tuple" | "set" | "frozenset" as tag, list(items)]:
                return _collection(tag, tuple(self.expression(item, depth + 1) for item in items))
            case ["dict", list(pairs)]:
                return bracketed("{}", tuple(self.pair(": ", pair, depth + 1) for pair in pairs))
            case ["call", callee, list(arguments), list(named)]:
                head = self.callee(callee, depth + 1)
                parts = tuple(self.expression(argument, depth + 1) for argument in arguments)
                parts += tuple(self.pair("=", pair, depth + 1) for pair in named)
                if len({pair[0] for pair in named}) < len(named):
                    raise _refused("call with each name once", form)
                return bracketed("()", parts, head, together=True)
        return self.reference(form, depth)

    def reference(self, form: Json, depth: int) -> Node:
        """A name and what names make: a generic, an attribute, ``A | None``."""
        match form:
            case ["symbol", str(module), str(name)] if are_names(module, name):
                return Node("atom", self.spell(module, name))
            case ["generic", ["symbol", _, _] as origin, [_, *_] as arguments]:
                parts = tuple(self.expression(argument, depth + 1) for argument in arguments)
                return bracketed("[]", parts, self.reference(origin, depth), together=True)
            case ["attribute", ["generic", _, _] as of, name] if is_name(name):
                return joined(self.reference(of, depth + 1), ".", Node("atom", name))
            case ["value", None]:
                return Node("atom", "None")
            case ["or", [_, _, *_] as forms] if all(isinstance(part, list) and part[:1] != ["or"] for part in forms):
                parts = tuple(self.reference(part, depth + 1) for part in forms)
                return Node("either", " | ".join(part.flat for part in parts), parts)
        raise _refused("value", form)

    def callee(self, form: Json, depth: int) -> Node:
        """What may be called: of the standard library, makers of values only."""
        match form:
            case ["symbol", str(module), str(name)] if module.split(".")[0] in sys.stdlib_module_names:
                if f"{module}.{name}" not in _MAKERS.split():
                    raise _refused("maker of values", form)
            case ["generic", ["symbol", _, _] as origin, _] | ["attribute", ["generic", origin, _], _]:
                self.callee(origin, depth)
            case ["symbol", _, _]:
                pass
            case _:
                raise _refused("class or function", form)
        return self.reference(form, depth)

    def pair(self, between: str, form: Json, depth: int) -> Node:
        """A keyword argument, or an entry of a mapping."""
        match form:
            case [name, value] if between == "=" and is_name(name):
                return joined(Node("atom", name), between, self.expression(value, depth))
            case [key, value] if between == ": ":
                return joined(self.expression(key, depth), between, self.expression(value, depth))
        raise _refused("keyword or entry", form)


def joined(left: Node, between: str, right: Node) -> Node:
    """``left=right``, ``left: right`` or ``left.right``."""
    return Node("pair", left.flat + between + right.flat, (left, right), between=between)


def bracketed(brackets: str, parts: tuple[Node, ...], head: Node | None = None, *, together: bool = False) -> Node:
    """*parts* in *brackets*, behind *head* if it is a call or a subscript."""
    comma = "," if brackets == "()" and head is None and len(parts) == 1 else ""
    inner = ", ".join(part.flat for part in parts)
    flat = f"{head.flat if head else ''}{brackets[0]}{inner}{comma}{brackets[1]}"
    breakable = bool(parts) or (head is not None and head.kind != "atom")
    return Node("brackets" if breakable else "atom", flat, parts, head, brackets, together)


def _collection(tag: str, parts: tuple[Node, ...]) -> Node:
    if tag in ("set", "frozenset") and not parts:
        return Node("atom", f"{tag}()")
    literal = bracketed(_BRACKETS[tag], parts)
    return bracketed("()", (literal,), Node("atom", tag), together=True) if tag == "frozenset" else literal


def _scalar(tag: str, scalar: Json) -> str:
    """A scalar as source: the only texts that come from the child are spelled here, letter by letter."""
    match tag, scalar:
        case ("value", None | bool()) | ("value", float()) if scalar is None or isfinite(scalar):
            return repr(scalar).replace("e+", "e")
        case "value", int() if scalar.bit_length() <= WORD:
            return repr(scalar)
        case _, str():
            return _worded(tag, scalar)
    raise _refused(f"scalar of tag {tag}", scalar)


def _worded(tag: str, word: str) -> str:
    try:
        match tag:
            case "value":
                return quoted(word)
            case "int" if re.fullmatch(r"-?0x[0-9a-f]+", word):
                return repr(int(word, 16)) if len(word) < MAX_NAME else word.upper().replace("X", "x")
            case "str":
                return quoted(b64decode(word, validate=True).decode("utf-8", "surrogatepass"))
            case "bytes":
                return "b" + _in_quotes(b64decode(word, validate=True).decode("latin-1").encode("unicode_escape").decode())
    except ValueError as error:
        raise _refused(tag, word) from error
    raise _refused(tag, word)


def _refused(what: str, form: Json) -> FormError:
    return FormError(f"The child described no {what}: {reprlib.repr(form)}.")


def quoted(text: str) -> str:
    """*text* as a literal on one line: double quotes unless single ones need fewer escapes, nothing invisible."""
    return _in_quotes(shown(text))


def shown(text: str) -> str:
    """*text* with what is not seen as itself escaped: the inside of a literal, but for its quotes."""
    return _UNPLAIN.sub(lambda at: at[0] if _shows(at[0]) else at[0].encode("unicode_escape").decode(), text)


def _in_quotes(body: str) -> str:
    quote = "'" if body.count('"') > body.count("'") else '"'
    return quote + body.replace(quote, f"\\{quote}") + quote


def _shows(letter: str) -> bool:
    """Whether *letter*, not of ASCII, is seen as itself everywhere: no control, no blank, no half of a pair."""
    kind = _UNICODE.category(letter)
    known = kind[0] in "LNPS" or kind == "Mn" or (kind == "Mc" and letter < "\u0980")
    return known and "\u00a0" < letter <= "\uffff" and not _ODD.match(letter)


def width(text: str) -> int:
    """The columns that *text* takes: two for a wide letter, none for a mark above one."""
    odd = "" if text.isascii() else text
    marks = sum(_UNICODE.category(letter) in ("Mn", "Me") for letter in odd)
    return len(text) - marks + sum(_UNICODE.east_asian_width(letter) in "WF" for letter in odd)


def lines(node: Node, indent: int = 0, before: str = "", after: str = "") -> list[str]:
    """*node* between *before* and *after*, on one line if it fits, else broken at its outermost brackets."""
    text = f"{before}{node.flat}{after}"
    if node.kind == "atom" or width(text) <= LINE - indent:
        return [" " * indent + text]
    return _broken(node, indent, before, after)


def _broken(node: Node, indent: int, before: str, after: str) -> list[str]:
    if node.kind == "pair":
        return _broken_pair(node, indent, before, after)
    if node.kind == "brackets":
        return _broken_brackets(node, indent, before, after)
    rest = len(node.parts) - 1
    places = zip(node.parts, [before, *["| "] * rest], [*[""] * rest, after], strict=True)
    return [row for part, lead, end in places for row in lines(part, indent, lead, end)]


def _broken_pair(node: Node, indent: int, before: str, after: str) -> list[str]:
    left, right = node.parts
    if node.between == ".":
        return lines(left, indent, before, f".{right.flat}{after}")
    opening = _opening(right, after)
    lead = f"{before}{left.flat}{node.between}"
    if left.kind == "atom" or width(lead + opening) <= LINE - indent:
        return lines(right, indent, lead, after)
    *rows, last = _broken(left, indent, before, node.between + opening)
    return [*rows, *lines(right, indent, last[indent : len(last) - len(opening)], after)]


def _opening(node: Node, after: str) -> str:
    """What of *node* must stand on the line where it starts."""
    if node.kind == "atom":
        return node.flat + after
    if node.kind == "brackets" and (node.head is None or node.head.kind == "atom"):
        return (node.head.flat if node.head else "") + node.brackets[0]
    return _opening(node.head or node.parts[0], "")


def _broken_brackets(node: Node, indent: int, before: str, after: str) -> list[str]:
    if not node.parts and node.head:  # Box[int]()
        return lines(node.head, indent, before, node.brackets + after)
    rows = lines(node.head, indent, before, node.brackets[0]) if node.head else [" " * indent + before + node.brackets[0]]
    inner, end = ", ".join(part.flat for part in node.parts), node.brackets[1] + after
    if len(rows) > 1 and width(f"{rows[-1]}{inner}{end}") <= LINE:
        return [*rows[:-1], f"{rows[-1]}{inner}{end}"]
    if node.together and width(inner) <= LINE - indent - 4:
        body = [" " * (indent + 4) + inner]
    else:
        comma = "," if len(node.parts) > 1 or node.flat.endswith(",)") else ""
        body = [row for part in node.parts for row in lines(part, indent + 4, "", comma)]
    return [*rows, *body, " " * indent + end]


def returned(node: Node, indent: int) -> list[str]:
    """The statement that returns *node*, in parentheses where its start, or an operator, needs another line."""
    rows, inner = lines(node, indent, "return "), lines(node, indent + 4)
    long_start = width(_opening(node, "")) > LINE - indent - len("return ")
    if (node.kind == "either" and len(rows) > 1) or (long_start and max(map(width, inner)) <= LINE):
        return [" " * indent + "return (", *inner, " " * indent + ")"]
    return rows
