"""Translate the syntax of Rust's regex crate (the engine of Pydantic) to that of Python's ``re``.

Unicode properties and POSIX classes become their members in ASCII, or a few members beyond ASCII
if they have none there.
"""

import re
import string
import sys
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

RUST_SYNTAX_PATTERN = re.compile(
    r"""
    \\[pPz] | \\[xuU]\{ | \\b\{
  | \(\?[<>] | \(\?[a-zA-Z-]+\) | \(\?[a-zA-Z-]*[URu]
  | \[: | && | --(?: \[ | \\[dDsSwWpP] )
  | [*+?}]\+
    """,
    re.VERBOSE,
)
"""Finds a pattern that may need translation; the others are left as they are."""

TOKEN_PATTERN = re.compile(
    r"""
    (?P<property> \\[pP] (?: \{ [^}]* \} | . ) )
  | \\[xuU] \{ (?P<code> [0-9A-Fa-f]+ ) \}
  | (?P<end> \\z )
  | (?P<boundary> \\b \{ [^}]* \} )
  | (?P<escape> \\. )
  | (?P<name> \(\?< (?![=!]) )
  | (?P<atomic> \(\?> )
  | \(\? (?P<flags> [a-zA-Z]* (?: -[a-zA-Z]+ )? ) (?P<close> [):] )
  | (?P<class> \[ )
  | (?P<possessive> [*+?}]\+ )
    """,
    re.VERBOSE | re.DOTALL,
)
CLASS_MEMBER_PATTERN = re.compile(
    r"\\[pP](?:\{[^}]*\}|.)|\\[xuU]\{[0-9A-Fa-f]+\}|\\.|\[:\^?[a-z]+:\]|.", re.DOTALL
)
SET_OPERATOR_PATTERN = re.compile(r"&&|--(?=\[|\\[dDsSwWpP])")
NESTED_CLASS_PATTERN = re.compile(r"\[[^]]*\](?:&&|--\[)")
POSIX_CLASSES = {
    "alnum": string.ascii_letters + string.digits,
    "alpha": string.ascii_letters,
    "ascii": "".join(map(chr, range(128))),
    "blank": " \t",
    "cntrl": "".join(map(chr, (*range(32), 127))),
    "digit": string.digits,
    "graph": "".join(map(chr, range(33, 127))),
    "lower": string.ascii_lowercase,
    "print": "".join(map(chr, range(32, 127))),
    "punct": string.punctuation,
    "space": " \t\n\r\f\v",
    "upper": string.ascii_uppercase,
    "word": string.ascii_letters + string.digits + "_",
    "xdigit": string.hexdigits,
}

EMOJI = "".join(map(chr, range(0x1F600, 0x1F640)))

UNICODE_PROPERTIES = {
    "alphabetic": POSIX_CLASSES["alpha"],
    "uppercase": POSIX_CLASSES["upper"],
    "lowercase": POSIX_CLASSES["lower"],
    "whitespace": POSIX_CLASSES["space"],
    "any": POSIX_CLASSES["ascii"],
    "assigned": POSIX_CLASSES["ascii"],
    "latin": POSIX_CLASSES["alpha"],
    "xidstart": POSIX_CLASSES["alpha"],
    "xidcontinue": POSIX_CLASSES["word"],
    "idstart": POSIX_CLASSES["alpha"],
    "idcontinue": POSIX_CLASSES["word"],
    "asciihexdigit": POSIX_CLASSES["xdigit"],
    "hexdigit": POSIX_CLASSES["xdigit"],
    "han": "".join(map(chr, range(0x4E00, 0x4E40))),
    "emoji": "#*" + string.digits + EMOJI,
    "cased": POSIX_CLASSES["alpha"],
    "emojipresentation": EMOJI,
    "extendedpictographic": EMOJI,
    "alnum": POSIX_CLASSES["alnum"],
    "alpha": POSIX_CLASSES["alpha"],
    "upper": POSIX_CLASSES["upper"],
    "lower": POSIX_CLASSES["lower"],
    "space": POSIX_CLASSES["space"],
    "ascii": POSIX_CLASSES["ascii"],
}
"""Members by property. Names are in lower case, without blanks, "-" and "_".

Names that are not listed are looked up as categories and scripts of Unicode.
"""

UNICODE_CATEGORIES = {
    "letter": "L",
    "uppercaseletter": "Lu",
    "lowercaseletter": "Ll",
    "titlecaseletter": "Lt",
    "casedletter": "LC",
    "lc": "LC",
    "modifierletter": "Lm",
    "otherletter": "Lo",
    "mark": "M",
    "combiningmark": "M",
    "nonspacingmark": "Mn",
    "spacingmark": "Mc",
    "enclosingmark": "Me",
    "number": "N",
    "decimalnumber": "Nd",
    "letternumber": "Nl",
    "othernumber": "No",
    "punctuation": "P",
    "punct": "P",
    "connectorpunctuation": "Pc",
    "dashpunctuation": "Pd",
    "openpunctuation": "Ps",
    "closepunctuation": "Pe",
    "initialpunctuation": "Pi",
    "finalpunctuation": "Pf",
    "otherpunctuation": "Po",
    "symbol": "S",
    "mathsymbol": "Sm",
    "currencysymbol": "Sc",
    "modifiersymbol": "Sk",
    "othersymbol": "So",
    "separator": "Z",
    "spaceseparator": "Zs",
    "lineseparator": "Zl",
    "paragraphseparator": "Zp",
    "other": "C",
    "control": "Cc",
    "format": "Cf",
    "privateuse": "Co",
    "unassigned": "Cn",
    "cntrl": "Cc",
    "digit": "Nd",
}
"""Long names of the general categories [Unicode, PropertyValueAliases.txt]."""

SCRIPT_CODES = {
    "arab": "arabic",
    "armn": "armenian",
    "beng": "bengali",
    "cyrl": "cyrillic",
    "deva": "devanagari",
    "ethi": "ethiopic",
    "geor": "georgian",
    "grek": "greek",
    "gujr": "gujarati",
    "guru": "gurmukhi",
    "hang": "hangul",
    "hani": "han",
    "hebr": "hebrew",
    "hira": "hiragana",
    "kana": "katakana",
    "khmr": "khmer",
    "latn": "latin",
    "mong": "mongolian",
    "taml": "tamil",
    "telu": "telugu",
}
"""Names of scripts by their codes [ISO 15924]."""

MAX_PROPERTY_CHARS = 64
"""Members of a property beyond ASCII that are drawn."""

FIRST_SURROGATE = 0xD800


def translate_syntax(source: str) -> tuple[str, int]:
    """Return *source* in the syntax of Python, and the flags that it sets for the whole pattern.

    Raise re.error for a class or a property that neither syntax knows.
    """
    if RUST_SYNTAX_PATTERN.search(source) is None:
        return source, 0
    pieces: list[str] = []
    flags = position = 0
    while token := TOKEN_PATTERN.search(source, position):
        pieces.append(source[position : token.start()])
        position = token.end()
        if token.lastgroup == "class":
            text, position = _translate_class(source, token.start())
            pieces.append(text)
        elif _sets_global_flags(token):
            flags |= _parse_flags(token["flags"])
        else:
            pieces.append(_translate_token(token))
    return "".join(pieces) + source[position:], flags


def _sets_global_flags(token: re.Match[str]) -> bool:
    """Return whether *token* is ``(?flags)``, which has no group of its own."""
    if token.lastgroup != "close":
        return False
    return token["close"] == ")" and bool(token["flags"])


def _translate_token(token: re.Match[str]) -> str:
    """Return *token* in the syntax of Python; a token that is the same in both is unchanged.

    Before Python 3.11, ``re`` has neither atomic groups nor possessive repetitions.
    """
    text = token.group()
    match token.lastgroup:
        case "property":
            return f"[{_translate_property(text)}]"
        case "code":
            return re.escape(chr(int(token["code"], 16)))
        case "end":
            return r"\Z"
        case "boundary":
            return r"\b"
        case "name":
            return "(?P<"
        case "close":
            flags = _drop_rust_flags(token["flags"])
            return f"(?{flags}{token['close']}"
        case "atomic" | "possessive" if sys.version_info < (3, 11):
            return text[0] if token.lastgroup == "possessive" else "(?:"
        case _:
            return text


def _drop_rust_flags(flags: str) -> str:
    """Return *flags* without those that only Rust has: U (swap greed), R (CRLF), u (Unicode)."""
    without_removed = re.sub("-[URu]+$", "", flags)
    return re.sub("[URu]|-$", "", without_removed)


def _parse_flags(text: str) -> int:
    """Return the flags of ``(?flags)`` for ``re``; those after a minus sign are not set.

    Raise re.error for a letter that neither syntax knows.
    """
    unknown = set(text) - set("imsxaLuUR-")
    if unknown:
        raise re.error(f"unknown flag {min(unknown)}")
    known = {
        "i": re.IGNORECASE,
        "m": re.MULTILINE,
        "s": re.DOTALL,
        "x": re.VERBOSE,
        "a": re.ASCII,
        "L": re.LOCALE,
    }
    added, _, _ = text.partition("-")
    flags = 0
    for letter in added:
        flags |= known.get(letter, 0)
    return flags


def _translate_class(source: str, start: int) -> tuple[str, int]:
    """Return the bracketed class at *start*, and the position of its end.

    An intersection becomes a look-ahead before the class.
    """
    position = start + 1
    text = "["
    if source.startswith("^", position):
        text, position = "[^", position + 1
    if source.startswith("]", position):
        text, position = text + r"\]", position + 1
    while not source.startswith("]", position):
        if operator := SET_OPERATOR_PATTERN.match(source, position):
            return _translate_set_operation(
                text + "]",
                operator.group(),
                source,
                operator.end(),
            )
        if source.startswith("[", position) and NESTED_CLASS_PATTERN.match(source, position):
            inner, position = _translate_class(source, position)
            text += inner[1:-1]
            continue
        token = CLASS_MEMBER_PATTERN.match(source, position)
        if token is None:
            raise re.error("unterminated character set", source, start)
        text += _translate_class_member(token.group())
        position = token.end()
    return text + "]", position + 1


def _translate_set_operation(
    left: str,
    operator: str,
    source: str,
    position: int,
) -> tuple[str, int]:
    """Return the characters of *left* that are in (``&&``), or not in (``--``), another operand.

    The operand begins at *position*. The second value returned is where the operation ends.
    """
    is_nested = source.startswith("[", position)
    right, end = _translate_class(source, position if is_nested else position - 1)
    if is_nested and source.startswith("]", end):
        end += 1
    elif is_nested:
        raise re.error("set operations deeper than one are not understood", source, position)
    if left.startswith("[^"):
        raise re.error("a negated set operation is not understood", source, position)
    sign = "=" if operator == "&&" else "!"
    return f"(?:(?{sign}{right}){left})", end


def _translate_class_member(token: str) -> str:
    """Return one member of a class in the syntax of Python."""
    if token.startswith("[:"):
        name = token[2:-2].removeprefix("^")
        if name not in POSIX_CLASSES:
            raise re.error(f"unknown POSIX class {name}")
        return _escape_chars(POSIX_CLASSES[name], is_negated=token.startswith("[:^"))
    if token[:2] in (r"\p", r"\P"):
        return _translate_property(token)
    if token[:2] in (r"\x", r"\u", r"\U") and token.endswith("}"):
        return re.escape(chr(int(token[3:-1], 16)))
    return r"\[" if token == "[" else token


def _translate_property(token: str) -> str:
    """Return the members of ``\\p{...}``, ``\\P{...}`` or ``\\pL``, to use inside a class."""
    name = token[2:].strip("{}")
    is_negated = token.startswith(r"\P") != name.startswith("^")
    plain_name = re.sub(r"[\s_-]", "", name.lstrip("^").lower())
    value = re.split("[=:]", plain_name)[-1]  # Script=Greek
    chars = _find_property_chars(SCRIPT_CODES.get(value, value))
    return _escape_chars(chars, is_negated=is_negated)


def _escape_chars(chars: str, *, is_negated: bool) -> str:
    """Return *chars*, or the rest of ASCII if *is_negated*, to use inside a class.

    A class must not be empty: "é" is the member if there is no other.
    """
    if is_negated:
        rest = (char for char in POSIX_CLASSES["ascii"] if char not in chars)
        chars = "".join(rest)
    return re.escape(chars or "\u00e9")


@lru_cache(maxsize=128)
def _find_property_chars(key: str) -> str:
    """Return characters with the property *key*: those in ASCII, else the first 64 beyond it."""
    if key in UNICODE_PROPERTIES:
        return UNICODE_PROPERTIES[key]
    category = UNICODE_CATEGORIES.get(key, key.capitalize())
    accepted = ("Lu", "Ll", "Lt") if category == "LC" else (category,)
    ascii_chars = _filter_by_category(POSIX_CLASSES["ascii"], accepted)
    if ascii_chars:
        return "".join(ascii_chars)
    beyond = map(chr, range(0x80, FIRST_SURROGATE))
    if len(category) <= 2:
        chars = _filter_by_category(beyond, accepted)
    else:
        script = f"{key.upper()} "
        # Letters of other categories are shared between scripts.
        letters = _filter_by_category(beyond, ("Lu", "Ll", "Lo"))
        chars = [char for char in letters if unicodedata.name(char, "").startswith(script)]
    if not chars:
        raise re.error(f"unknown property {key}")
    return "".join(chars[:MAX_PROPERTY_CHARS])


def _filter_by_category(chars: Iterable[str], accepted: tuple[str, ...]) -> list[str]:
    """Return those of *chars* whose category begins with one of *accepted*, such as "L"."""
    return [char for char in chars if unicodedata.category(char).startswith(accepted)]
