"""What a model makes of JSON: the record as it is kept, or a refusal with the path of each field."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.store.errors import InvalidError, is_store_error
from pytest_fixturegen.store.schema import UNADDRESSABLE_KEYS

__tracebackhide__ = is_store_error


def to_canonical_json(
    reading: TypeReading, is_exact: bool, name: str, text_key: str, text: bytes
) -> bytes:
    """The JSON that the model makes of the JSON *text*. Raises InvalidError, with the path of each field, for a refusal.

    The field *text_key*, if there is one, holds a key that an address can say.
    """
    written = _dump_value(reading, is_exact, _validate_text(reading, name, text))
    if text_key and (key := loads(written).get(text_key)) in UNADDRESSABLE_KEYS:
        problem = {"path": text_key, "message": f"no address can hold {key!r}", "type": "address"}
        hint = "Give another key: clients take '', '.' and '..' out of an address."
        raise InvalidError(
            f"{name}.{text_key} is {key!r}, which no address can hold.",
            hint=hint,
            problems=[problem],
        )
    return written


def _dump_value(reading: TypeReading, is_exact: bool, value: Any) -> bytes:
    """*value* as JSON. A model that does not accept its own JSON is written as its round trip."""
    written = reading.dump_json(value)
    if is_exact:
        return written
    try:
        reading.validate_json(written)
    except ValueError:
        return reading.dump_round_trip(value)
    return written


def _validate_text(reading: TypeReading, name: str, text: bytes) -> Any:
    from pydantic import ValidationError

    try:
        return reading.validate_json(text)
    except ValidationError as error:
        raise _make_invalid_error(error, name) from None  # it says all that Pydantic says
    except Exception as error:  # a validator of the user's own may raise anything
        problem = {"path": "", "message": f"{type(error).__name__}: {error}", "type": "validator"}
        raise InvalidError(f"{name}: {problem['message']}.", problems=[problem]) from error


def _make_invalid_error(error: Any, name: str) -> InvalidError:
    problems = [
        {"path": ".".join(map(str, each["loc"])), "message": each["msg"], "type": each["type"]}
        for each in error.errors(include_url=False, include_input=False, include_context=False)
    ]
    first = problems[0]
    place = f"{name}.{first['path']}" if first["path"] else name
    more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
    others = "; ".join(f"{each['path'] or name}: {each['message']}" for each in problems[1:6])
    return InvalidError(
        f"{place}: {first['message'].rstrip('.')}{more}.", hint=others, problems=problems
    )
