"""Validation of records by jsonschema-rs, and its refusals in the form that repair reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import orjson

from pytest_fixturegen._internal.json_values import ORJSON_OPTIONS
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import DiscoveryError

MAX_REFUSALS = 20
"""Refusals of one record that are read."""

MAX_MESSAGE_LENGTH = 200

INSTALL_HINT = "Install it: pip install 'pytest-fixturegen[schema]'."


class SchemaRefusal(Exception):  # noqa: N818 - named like the refusals of models
    """A schema does not accept a record.

    It has the methods of Pydantic's ValidationError, so that repair reads both alike: ``loc`` is
    the place in the record, ``type`` the keyword that refuses, ``msg`` what jsonschema-rs says.
    """

    def __init__(
        self,
        details: list[dict[str, Any]],
    ) -> None:
        super().__init__("; ".join(f"{each['loc']}: {each['msg']}" for each in details[:3]))
        self._details = details

    def error_count(self) -> int:
        """Return how many refusals there are."""
        return len(self._details)

    def errors(self, **options: Any) -> list[dict[str, Any]]:
        """Return the refusals; *options* exist for the sake of Pydantic's signature."""
        return self._details


def load_validators() -> Any:
    """Return the module jsonschema-rs. Raise DiscoveryError if it is not installed."""
    try:
        import jsonschema_rs
    except ImportError as error:
        raise DiscoveryError(
            "Schema documents need the package jsonschema-rs.", hint=INSTALL_HINT
        ) from error
    return jsonschema_rs


def build_validator(
    schema: Any,
    class_name: str,
    base_uri: str,
    retrieve: Callable[[str], Any],
) -> Any:
    """Return the validator of *schema* at *base_uri*; other documents come from *retrieve*.

    Raise DiscoveryError if the schema itself is not valid.
    """
    library = load_validators()
    make = getattr(library, class_name)
    try:
        return make(
            schema,
            retriever=retrieve,
            base_uri=base_uri,
            validate_formats=True,
        )
    except (library.ValidationError, library.ReferencingError, ValueError) as error:
        pointer = _format_pointer(
            getattr(
                error,
                "instance_path",
                (),
            )
        )
        reason = shorten(str(error).splitlines()[0], MAX_MESSAGE_LENGTH)
        kind = getattr(
            error,
            "kind",
            None,
        )
        is_lost = kind is None or kind.name == "$ref"
        raise DiscoveryError(
            f"Invalid schema at {base_uri.rpartition('/')[2]}{pointer}: {reason}.",
            hint="Correct the schema at that place.",
            pointer=pointer,
            reference=reason if is_lost else None,
        ) from error


def _format_pointer(path: Any) -> str:
    """Return a JSON pointer of the steps in *path*."""
    return "#" + "".join(f"/{step}" for step in path)


class RecordValidator:
    """Validates records with a *validator* of jsonschema-rs."""

    def __init__(
        self,
        validator: Any,
    ) -> None:
        self._validator = validator

    def validate(
        self,
        value: Any,
    ) -> Any:
        """Return *value* as plain values of JSON. Raise SchemaRefusal if the schema refuses it."""
        plain = to_plain(value)
        if not self._validator.is_valid(plain):
            raise SchemaRefusal(list(self._iter_details(plain)))
        return plain

    def validate_json(
        self,
        text: bytes,
    ) -> Any:
        """Return the record that the JSON *text* holds, if the schema accepts it."""
        return self.validate(json.loads(text))

    def _iter_details(
        self,
        plain: Any,
    ) -> Iterator[dict[str, Any]]:
        """Yield the refusals of *plain*, those of the members of unions in place of the union's."""
        for number, error in enumerate(self._validator.iter_errors(plain)):
            if number == MAX_REFUSALS:
                return
            yield {
                "loc": tuple(error.instance_path),
                "msg": shorten(error.message, MAX_MESSAGE_LENGTH),
                "type": error.kind.name,
                "ctx": {},
            }


def to_plain(value: Any) -> Any:
    """Return *value* as it would be read from its JSON."""
    return read_json(write_json(value))


def write_json(value: Any) -> bytes:
    """Return the JSON text of *value*, whose dates, addresses and the like become texts."""
    try:
        return orjson.dumps(
            value,
            default=_to_json,
            option=ORJSON_OPTIONS,
        )
    except TypeError:  # a whole number of more than 64 bits
        return json.dumps(
            value,
            default=_to_json,
            separators=(",", ":"),
        ).encode()


def read_json(text: bytes) -> Any:
    """Return the value of the JSON *text*."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)


def _to_json(value: Any) -> Any:
    """Return the JSON of a value that the JSON libraries do not write."""
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return float(value) if type(value).__name__ == "Decimal" else str(value)
