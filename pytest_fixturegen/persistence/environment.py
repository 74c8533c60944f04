"""``$NAME`` in a handler's options stands for a variable of the environment, and nothing that is printed shows its value.

``${NAME}`` says the same, ``$$`` is a dollar.
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


class Secrets:
    """The values that were read from *environ*, and how to leave them out of a text."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._names: dict[str, str] = {}

    def fill_variables(self, value: Any) -> Any:
        """*value*, JSON of any depth, with variables in the place of references. Raises ConfigError for a missing one."""
        match value:
            case str():
                return VARIABLE_PATTERN.sub(self._replace_reference, value)
            case dict():
                return {name: self.fill_variables(each) for name, each in value.items()}
            case list():
                return [self.fill_variables(each) for each in value]
            case _:
                return value

    def mask_text(self, text: str) -> str:
        """*text* with ``$NAME`` wherever it shows the value of NAME, in any of its spellings; the longest value first."""
        for spelling in sorted(self._names, key=len, reverse=True):
            text = text.replace(spelling, f"${self._names[spelling]}")
        return text

    @contextmanager
    def mask_errors(self) -> Iterator[None]:
        """Errors that leave the block show no value: neither in what they say, nor in what they come from."""
        try:
            yield
        except Exception as error:
            if not self._names:
                raise
            self._raise_masked(error)

    def _raise_masked(self, error: Exception) -> None:
        origin = OriginError(self.mask_text("".join(traceback.format_exception(error))))
        told = error if isinstance(error, FixturegenError) else InternalError.from_exception(error)
        clean = type(told)(self.mask_text(told.message), hint=self.mask_text(told.hint))
        clean.facts = self._mask_value(told.facts)
        raise clean from origin

    def _mask_value(self, value: Any) -> Any:
        match value:
            case dict():
                return {name: self._mask_value(each) for name, each in value.items()}
            case list() | tuple():
                return [self._mask_value(each) for each in value]
            case bool() | int() | float() | None:
                return value
            case _:
                return self.mask_text(str(value))

    def _replace_reference(self, reference: re.Match[str]) -> str:
        if reference["dollar"]:
            return "$"
        name = reference["plain"] or reference["braced"]
        if name not in self._environ:
            raise ConfigError(
                f"The handler's options name ${name}, and there is no such variable.",
                hint=f"Set {name} in the environment, or write $$ for a dollar.",
                variable=name,
            )
        value = self._environ[name]
        self._names |= dict.fromkeys(_list_spellings(value), name)
        return value


class OriginError(Exception):
    """The traceback that an error came with, as a text that may be printed."""


def _list_spellings(value: str) -> set[str]:
    """*value* as addresses, JSON and Python may show it."""
    return {
        value,
        quote(value),
        quote(value, safe=""),
        quote_plus(value),
        json.dumps(value)[1:-1],
        repr(value)[1:-1],
    } - {""}
