"""Validates JSON with a model, and returns the canonical JSON of the record."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import Any

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.store.errors import InvalidError, is_store_error
from pytest_fixturegen.store.schema import UNADDRESSABLE_KEYS, parse_record

__tracebackhide__ = is_store_error

MAX_LISTED_PROBLEMS = 5
"""How many more problems the hint of an error lists."""

MAX_PROBLEMS = 50
"""How many problems an error has. A body can have a problem for every few bytes."""

MAX_PATH_CHARACTERS = 200
MAX_MESSAGE_CHARACTERS = 300
"""Characters of a path and of a message. Both may contain text of the request."""


def to_canonical_json(
    reading: TypeReading,
    is_exact: bool,
    name: str,
    text_key: str,
    text: bytes,
) -> bytes:
    """Return the JSON that the model writes for the JSON *text*.

    *text_key* is the name of the key field if keys are texts, and empty otherwise. Raise
    InvalidError, with the path of each field, if the model rejects *text* or a URL cannot contain
    the key.
    """
    canonical = _dump_value(
        reading,
        is_exact,
        _validate_text(reading, name, text),
    )
    if text_key:
        _require_addressable_key(name, text_key, canonical)
    return canonical


def _require_addressable_key(
    name: str,
    text_key: str,
    text: bytes,
) -> None:
    """Raise InvalidError if the key of the record cannot be part of an address."""
    key = parse_record(text).get(text_key)
    if key not in UNADDRESSABLE_KEYS:
        return
    problem = {"path": text_key, "message": f"no address can hold {key!r}", "type": "address"}
    raise InvalidError(
        f"{name}.{text_key} is {key!r}, which no address can hold.",
        hint="Give another key: clients remove '', '.' and '..' from an address.",
        problems=[problem],
    )


def _dump_value(
    reading: TypeReading,
    is_exact: bool,
    value: Any,
) -> bytes:
    """Return *value* as JSON that the model accepts again.

    A model that rejects its own JSON is written as the JSON of a round trip.
    """
    text = reading.dump_json(value)
    if is_exact:
        return text
    try:
        reading.validate_json(text)
    except ValueError:
        return reading.dump_round_trip(value)
    return text


def _validate_text(
    reading: TypeReading,
    name: str,
    text: bytes,
) -> Any:
    """Return the instance that *text* describes.

    Raise InvalidError with all problems that Pydantic found; other errors of a validator are
    translated with the name of the resource.
    """
    from pydantic import ValidationError

    try:
        with translate_user_errors(partial(_make_validator_error, name)):
            return reading.validate_json(text)
    except InvalidError as error:
        if isinstance(error.__cause__, ValidationError):
            # The new error lists all problems of Pydantic's.
            raise _make_invalid_error(error.__cause__, name) from None
        raise


def _make_validator_error(name: str, error: Exception) -> InvalidError:
    """Return the error that a validator rejects a record of *name*."""
    message = shorten(f"{type(error).__name__}: {error}", MAX_MESSAGE_CHARACTERS)
    problem = {"path": "", "message": message, "type": "validator"}
    return InvalidError(f"{name}: {problem['message']}.", problems=[problem])


def _make_invalid_error(error: Any, name: str) -> InvalidError:
    """Return one error that lists all problems of Pydantic's *error*.

    The message shows the first problem, the hint some others, and the error a limited number.
    """
    details = error.errors(
        include_url=False,
        include_input=False,
        include_context=False,
    )
    problems = [
        {
            "path": shorten(".".join(map(str, each["loc"])), MAX_PATH_CHARACTERS),
            "message": shorten(each["msg"], MAX_MESSAGE_CHARACTERS),
            "type": each["type"],
        }
        for each in islice(details, MAX_PROBLEMS)
    ]
    first, *others = problems
    other_count = len(details) - 1
    place = f"{name}.{first['path']}" if first["path"] else name
    more = f", and {other_count} more" if others else ""
    listed = [
        f"{problem['path'] or name}: {problem['message']}"
        for problem in others[:MAX_LISTED_PROBLEMS]
    ]
    return InvalidError(
        f"{place}: {first['message'].rstrip('.')}{more}.",
        hint="; ".join(listed),
        problems=problems,
        problem_count=len(details),
    )
