"""Changes of a payload as source: the one statement by which an invalid payload differs.

A change is a list: the keys that lead to the changed part, and a list with the form of the new
part, which is empty if the part is removed. Without keys, the whole payload is replaced.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.emitters import literals, source
from pytest_fixturegen.emitters.source import FormError, Json, SourceNode, Spell

PAYLOAD = "payload"
"""The name of the variable with the payload."""

INTEGER, TEXT = ["symbol", "builtins", "int"], ["symbol", "builtins", "str"]
TUPLE, ANY = ["symbol", "builtins", "tuple"], ["symbol", "typing", "Any"]
LOC_TYPE: Json = [
    "generic",
    TUPLE,
    [["or", [INTEGER, TEXT]], ["symbol", "builtins", "Ellipsis"]],
]
INVALID_TYPE: Json = ["generic", TUPLE, [ANY, LOC_TYPE, TEXT]]
"""The form of the type of what a fixture of invalid payloads returns."""

Keys = list[Any]


class InvalidForm(NamedTuple):
    """The described parts of an invalid case: its change, and the error to expect."""

    keys: Keys
    new_part: list[Json]
    loc: list[Any]
    error_type: str


def describe_change(base: Any, payload: Any) -> Json:
    """Return the smallest change that turns *base* into *payload*."""
    keys: Keys = []
    while True:
        differing = _find_differing(base, payload)
        if len(differing) != 1:
            return [keys, [literals.describe_value(payload)]]
        key = differing[0]
        if not _has(payload, key):
            return [[*keys, key], []]
        if not _has(base, key):
            return [[*keys, key], [literals.describe_value(payload[key])]]
        keys.append(key)
        base, payload = base[key], payload[key]


def _find_differing(base: Any, payload: Any) -> Keys:
    """Return the keys or positions at which two payloads differ; none if they have no such."""
    if isinstance(base, dict) and isinstance(payload, dict):
        keys = list(dict.fromkeys([*base, *payload]))
    elif isinstance(base, list) and isinstance(payload, list) and len(base) == len(payload):
        keys = list(range(len(base)))
    else:
        return []
    return [
        key
        for key in keys
        if not _is_same(
            base,
            payload,
            key,
        )
    ]


def _is_same(
    base: Any,
    payload: Any,
    key: Any,
) -> bool:
    """Return whether two payloads have the same JSON at *key*: 1 is not True."""
    has_both = _has(base, key) and _has(payload, key)
    return has_both and dumps(base[key]) == dumps(payload[key])


def _has(payload: Any, key: Any) -> bool:
    return isinstance(payload, list) or key in payload


def read_invalid(form: Json) -> InvalidForm:
    """Return the parts of an untrusted *form* of an invalid case. Raises FormError."""
    match form:
        case [list(keys), list(new_part), list(loc), str(error_type)] if len(new_part) <= 1:
            if all(isinstance(key, int | str) for key in (*keys, *loc)) and (keys or new_part):
                return InvalidForm(
                    keys,
                    new_part,
                    loc,
                    error_type,
                )
    raise FormError("A report of the child has an invalid case of the wrong form.")


def write_invalid(
    form: Json,
    indent: int,
    spell: Spell,
) -> list[str]:
    """Return the statements that change the payload, and return it with the error to expect."""
    case = read_invalid(form)
    target = PAYLOAD + "".join(f"[{_quote_key(key)}]" for key in case.keys)
    if case.new_part:
        new_part = source.read_form(case.new_part[0], spell)
        change = source.format_lines(
            new_part,
            indent,
            f"{target} = ",
        )
    else:
        change = [f"{' ' * indent}del {target}"]
    return [*change, *_write_return(case, indent)]


def _write_return(case: InvalidForm, indent: int) -> list[str]:
    """Return the statement that returns the payload, the place and the type of the error."""
    loc = ", ".join(_quote_key(step) for step in case.loc)
    loc_text = f"({loc},)" if len(case.loc) == 1 else f"({loc})"
    parts = (PAYLOAD, loc_text, source.quote_text(case.error_type))
    text = f"{' ' * indent}return {', '.join(parts)}"
    if source.measure_width(text) <= source.LINE_WIDTH:
        return [text]
    nodes = tuple(SourceNode("atom", part) for part in parts)
    return source.format_lines(
        source.build_brackets("()", nodes),
        indent,
        "return ",
    )


def _quote_key(key: int | str) -> str:
    """Return *key* as a literal."""
    return source.quote_text(key) if isinstance(key, str) else str(int(key))
