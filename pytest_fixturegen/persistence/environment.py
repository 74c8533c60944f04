"""Environment variables in a handler's options: ``$NAME`` or ``${NAME}``; ``$$`` is a dollar.

Errors never show the value of such a variable, unless it is shorter than four characters.
"""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, quote_plus

from pytest_fixturegen.errors import ConfigError, FixturegenError, InternalError

VARIABLE_PATTERN = re.compile(
    r"\$(?:(?P<dollar>\$)|(?P<plain>[A-Za-z_]\w*)|{(?P<braced>[A-Za-z_]\w*)})"
)


MIN_MASKED_LENGTH = 4
"""Fewest characters of a value that is masked. A shorter one, such as ``.``, is not a secret, and
masking it would garble every word that contains it."""


class Secrets:
    """Fills variables of *environ* into options, and masks their values in errors."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._names: dict[str, str] = {}  # by spelling of the value

    def fill_variables(self, value: Any) -> Any:
        """Return *value*, JSON of any depth, with its variables filled in.

        Raises ConfigError if a variable is not set.
        """
        match value:
            case str():
                return VARIABLE_PATTERN.sub(self._replace_reference, value)
            case dict():
                return {name: self.fill_variables(part) for name, part in value.items()}
            case list():
                return [self.fill_variables(part) for part in value]
            case _:
                return value

    def mask_text(self, text: str) -> str:
        """Return *text* with ``$NAME`` wherever it shows the value of NAME, in any spelling."""
        # The longest spelling goes first: another value may be a part of it.
        for spelling in sorted(self._names, key=len, reverse=True):
            text = text.replace(spelling, f"${self._names[spelling]}")
        return text

    @contextmanager
    def mask_errors(self) -> Iterator[None]:
        """Mask values in the errors that leave the block, and in what caused them."""
        try:
            yield
        except Exception as error:  # handlers run in the block, and may raise anything
            if not self._names:
                raise
            self._raise_masked(error)

    def _raise_masked(self, error: Exception) -> None:
        """Raise *error* with message, hint and facts masked.

        Its cause is the masked traceback as text, because the original one holds the values.
        """
        cause = OriginError(self.mask_text("".join(traceback.format_exception(error))))
        known = error if isinstance(error, FixturegenError) else InternalError.from_exception(error)
        masked = type(known)(
            self.mask_text(known.message),
            hint=self.mask_text(known.hint),
        )
        masked.facts = self._mask_value(known.facts)
        raise masked from cause

    def _mask_value(self, value: Any) -> Any:
        """Return *value*, a part of an error's facts, with its text masked.

        Objects that JSON lacks become text, which is masked too.
        """
        match value:
            case dict():
                return {name: self._mask_value(part) for name, part in value.items()}
            case list() | tuple():
                return [self._mask_value(part) for part in value]
            case bool() | int() | float() | None:
                return value
            case _:
                return self.mask_text(str(value))

    def _replace_reference(self, reference: re.Match[str]) -> str:
        """Return the value of the variable that *reference* names, and remember it to mask.

        Raises ConfigError if the variable is not set; ``$$`` is a dollar.
        """
        if reference["dollar"]:
            return "$"
        name = reference["plain"] or reference["braced"]
        if name not in self._environ:
            raise ConfigError(
                f"The handler's options use ${name}, but the environment variable is not set.",
                hint=f"Set {name} in the environment, or write $$ for a dollar.",
                variable=name,
            )
        value = self._environ[name]
        if len(value) >= MIN_MASKED_LENGTH:
            self._names |= dict.fromkeys(_list_spellings(value), name)
        return value


class OriginError(Exception):
    """The masked traceback of the original error, as text."""


def _list_spellings(value: str) -> set[str]:
    """Return *value* as URLs, JSON and Python literals spell it."""
    spellings = {
        value,
        quote(value),
        quote(value, safe=""),
        quote_plus(value),
        json.dumps(value)[1:-1],
        repr(value)[1:-1],
    }
    return spellings - {""}
