"""Respells what Rust's regex crate (Pydantic's engine) writes differently, so that Python's parser can read it.

Unicode properties and POSIX classes become their members in ASCII, or a few members beyond it where they have none there.
"""

import re
import string
import sys
import unicodedata
from functools import lru_cache

RUST_SYNTAX_PATTERN = re.compile(
    r"\\[pPz]|\\[xuU]\{|\\b\{|\(\?[<>]|\(\?[a-zA-Z-]+\)|\(\?[a-zA-Z-]*[URu]|\[:|&&|--(?:\[|\\[dDsSwWpP])|[*+?}]\+"
)
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
UNICODE_PROPERTIES = (
    {  # names without case, blanks, "-" and "_"; other names are categories and scripts of Unicode
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
        "emojipresentation": "".join(map(chr, range(0x1F600, 0x1F640))),
        "extendedpictographic": "".join(map(chr, range(0x1F600, 0x1F640))),
    }
    | {name: POSIX_CLASSES[name] for name in ("alnum", "alpha", "upper", "lower", "space", "ascii")}
)
UNICODE_CATEGORIES = {
    "letter": "L", "uppercaseletter": "Lu", "lowercaseletter": "Ll", "titlecaseletter": "Lt", "casedletter": "LC",
    "modifierletter": "Lm", "otherletter": "Lo", "mark": "M", "nonspacingmark": "Mn", "number": "N",
    "decimalnumber": "Nd", "letternumber": "Nl", "othernumber": "No", "punctuation": "P", "punct": "P",
    "connectorpunctuation": "Pc", "dashpunctuation": "Pd", "openpunctuation": "Ps", "closepunctuation": "Pe",
    "otherpunctuation": "Po", "symbol": "S", "mathsymbol": "Sm", "currencysymbol": "Sc", "modifiersymbol": "Sk",
    "othersymbol": "So", "separator": "Z", "spaceseparator": "Zs", "other": "C", "control": "Cc", "cntrl": "Cc",
    "digit": "Nd",
}  # fmt: skip


def translate_syntax(source: str) -> tuple[str, int]:
    """*source* as Python spells it, and the flags that it sets for all that follows them.

    Raises re.error for a class or a property that neither spelling knows.
    """
    if RUST_SYNTAX_PATTERN.search(source) is None:
        return source, 0
    pieces: list[str] = []
    flags = position = 0
    while found := TOKEN_PATTERN.search(source, position):
        pieces.append(source[position : found.start()])
        position = found.end()
        if found.lastgroup == "class":
            text, position = _translate_class(source, found.start())
            pieces.append(text)
        elif found.lastgroup == "close" and found["close"] == ")" and found["flags"]:
            flags |= _parse_flags(found["flags"])
        else:
            pieces.append(_translate_token(found))
    return "".join(pieces) + source[position:], flags


def _translate_token(token_match: re.Match[str]) -> str:
    text = token_match.group()
    match token_match.lastgroup:
        case "property":
            return f"[{_translate_property(text)}]"
        case "code":
            return re.escape(chr(int(token_match["code"], 16)))
        case "end":
            return r"\Z"
        case "boundary":
            return r"\b"
        case "name":
            return "(?P<"
        case "close":
            return (
                "(?"
                + re.sub("[URu]|-$", "", re.sub("-[URu]+$", "", token_match["flags"]))
                + token_match["close"]
            )
        case "atomic" if sys.version_info < (3, 11):
            return "(?:"
        case "possessive" if sys.version_info < (3, 11):
            return text[0]
        case _:
            return text


def _parse_flags(text: str) -> int:
    on, _, _ = text.partition("-")
    known = {
        "i": re.IGNORECASE,
        "m": re.MULTILINE,
        "s": re.DOTALL,
        "x": re.VERBOSE,
        "a": re.ASCII,
        "L": re.LOCALE,
    }
    unknown = set(text) - set("imsxaLuUR-")
    if unknown:
        raise re.error(f"unknown flag {min(unknown)}")
    return sum({int(known[letter]) for letter in on if letter in known})


def _translate_class(source: str, start: int) -> tuple[str, int]:
    """The bracketed class at *start* and where it ends; an intersection becomes a look-ahead before the class."""
    position = start + 1
    text = "["
    if source.startswith("^", position):
        text, position = "[^", position + 1
    if source.startswith("]", position):
        text, position = text + r"\]", position + 1
    while not source.startswith("]", position):
        if operator := SET_OPERATOR_PATTERN.match(source, position):
            return _translate_set_operation(text + "]", operator.group(), source, operator.end())
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
    left: str, operator: str, source: str, position: int
) -> tuple[str, int]:
    """What is in *left* and (``&&``) in, or (``--``) not in, the operand at *position*."""
    nested = source.startswith("[", position)
    right, end = _translate_class(source, position if nested else position - 1)
    if nested and source.startswith("]", end):
        end += 1
    elif nested:
        raise re.error("set operations deeper than one are not understood", source, position)
    sign = "=" if operator == "&&" else "!"
    if left.startswith("[^"):
        raise re.error("a negated set operation is not understood", source, position)
    return f"(?:(?{sign}{right}){left})", end


def _translate_class_member(token: str) -> str:
    """One member of a class, respelled."""
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
    """The members of ``\\p{...}``, ``\\P{...}`` or ``\\pL``, to stand inside a class."""
    name = token[2:].strip("{}")
    negated = token.startswith(r"\P") != name.startswith("^")
    key = re.split("[=:]", re.sub(r"[\s_-]", "", name.lstrip("^").lower()))[-1]
    return _escape_chars(_find_property_chars(key), is_negated=negated)


def _escape_chars(chars: str, *, is_negated: bool) -> str:
    if is_negated:
        chars = "".join(char for char in POSIX_CLASSES["ascii"] if char not in chars)
    if not chars:
        chars = "\u00e9"
    return re.escape(chars)


@lru_cache(maxsize=128)
def _find_property_chars(key: str) -> str:
    """Characters with the property *key*: those of ASCII, else the first 64 beyond."""
    if key in UNICODE_PROPERTIES:
        return UNICODE_PROPERTIES[key]
    category = UNICODE_CATEGORIES.get(key, key.capitalize())
    accepted = ("Lu", "Ll", "Lt") if category == "LC" else (category,)
    if found := "".join(
        char for char in POSIX_CLASSES["ascii"] if unicodedata.category(char).startswith(accepted)
    ):
        return found
    letters = (chr(code) for code in range(0x80, 0xD800))  # up to the surrogates
    if len(category) <= 2:
        chars = [char for char in letters if unicodedata.category(char).startswith(accepted)]
    else:
        script = f"{key.upper()} "
        plain = ("Lu", "Ll", "Lo")  # others are shared between scripts
        chars = [
            c
            for c in letters
            if unicodedata.category(c) in plain and unicodedata.name(c, "").startswith(script)
        ]
    if not chars:
        raise re.error(f"unknown property {key}")
    return "".join(chars[:64])
