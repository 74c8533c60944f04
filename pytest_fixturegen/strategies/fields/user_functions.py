"""Functions of the user that the configuration or a plugin names: factories and converters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from types import FunctionType, MethodType
from typing import Any

from pytest_fixturegen._internal.calls import read_parameters
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.import_strings import import_attribute
from pytest_fixturegen._internal.seeded_globals import seed_globals
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.providers.vocabulary import get_faker
from pytest_fixturegen.streams import WORD_MASK, mix_word

FAKER_PREFIX = "faker."
"""How the name of a provider of Faker begins: ``faker.iban``."""

FACTORY_PARAMETERS = frozenset(("index", "rng", "faker"))
"""The arguments that a factory may ask for by name."""

FUNCTION_TYPES = (FunctionType, MethodType, partial)
"""The types of callables that compute the value of a field for each record."""


@dataclass(frozen=True, slots=True)
class ValueContext:
    """Context for a user function that computes the value of a field.

    Attributes:
        index: The index of the record, from 0. Each test that saves rows has its own range of
            indices, so these are large.
        word: A random integer of 64 bits for this field of this record.
        locale: The locale of the data.
    """

    index: int
    word: int
    locale: str

    @property
    def rng(self) -> Random:
        """A generator of random numbers, seeded from the field's own stream."""
        return Random(self.word & WORD_MASK)

    @property
    def faker(self) -> Any:
        """A Faker of the locale, seeded from the field's own stream."""
        faker = get_faker(self.locale)
        faker.seed_instance(self.word)
        return faker


def import_function(path: str | Callable[..., Any], setting: str) -> Callable[..., Any]:
    """Return the function at the dotted *path* ``package.module:function``, or *path* itself.

    Raise ConfigError, which names the *setting*, if the function does not exist.
    """
    if callable(path):
        return path
    try:
        function = import_attribute(path)
    except (ImportError, AttributeError, ValueError) as error:
        raise ConfigError(
            f"Cannot find the {setting} {path!r}: {error}.",
            hint="Write package.module:function.",
            key=setting,
        ) from error
    if not callable(function):
        raise ConfigError(
            f"The {setting} {path!r} cannot be called: expected a function, got {function!r:.60}.",
            hint="Name a function.",
            key=setting,
        )
    result: Callable[..., Any] = function
    return result


def load_factory(path: str | Callable[..., Any], locale: str) -> Callable[[int, int], Any]:
    """Return a function of a word and an index that calls the factory at *path*.

    The factory gets those of ``index``, ``rng`` and ``faker`` that its signature names. Another
    parameter that it requires gets a :class:`ValueContext` with all of them.
    """
    if isinstance(path, str) and path.startswith(FAKER_PREFIX):
        return partial(_draw_faker_value, locale, path.removeprefix(FAKER_PREFIX))
    function = import_function(path, "factory")
    parameters = read_parameters(function)
    required = [name for name, each in parameters.items() if each.default is each.empty]
    return partial(
        _call_factory,
        function,
        FACTORY_PARAMETERS & parameters.keys(),
        len(required) == 1 and required[0] not in FACTORY_PARAMETERS,
        locale,
    )


def _draw_faker_value(
    locale: str,
    name: str,
    word: int,
    index: int,
) -> Any:
    """Return the value of the Faker method *name*, seeded by *word*; *index* is not used."""
    faker = get_faker(locale)
    faker.seed_instance(word)
    return getattr(faker, name)()


def _call_factory(
    function: Callable[..., Any],
    parameters: frozenset[str],
    takes_context: bool,
    locale: str,
    word: int,
    index: int,
) -> Any:
    """Return what *function* returns, called with the *parameters* or the context that it takes.

    The random generator and Faker are seeded by *word*, and so are the global generators: equal
    words give equal values.
    """
    context = ValueContext(index, word, locale)
    arguments = {name: getattr(context, name) for name in parameters}
    with seed_globals(mix_word(word & WORD_MASK, 1)):  # not the numbers of rng once more
        return function(context, **arguments) if takes_context else function(**arguments)
