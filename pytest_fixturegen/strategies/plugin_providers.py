"""Nodes of the providers that plugins registered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.calls import read_parameters
from pytest_fixturegen._internal.seeded_globals import call_seeded
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.errors import ConfigError, FixturegenError, MappingError
from pytest_fixturegen.introspection.shapes import Constraints, Shape
from pytest_fixturegen.introspection.user_functions import is_user_function
from pytest_fixturegen.nodes import Call, Callback, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.fact_fields import build_draw, list_sample_words
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_within_bounds
from pytest_fixturegen.strategies.fields import user_functions
from pytest_fixturegen.strategies.plugin_rules import PROVIDER_HOOK
from pytest_fixturegen.strategies.served_types import read_served
from pytest_fixturegen.streams import mix_word

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.registries import ProviderEntry

KIND_TYPES: Mapping[str, Any] = {
    "str": str,
    "int": int,
    "float": int | float,
    "decimal": int | float | Decimal,
    "datetime": datetime,
    "date": date,
}
"""The types of the values of a kind, for kinds whose samples are checked."""


def format_provider(entry: ProviderEntry) -> str:
    """Return the name of a plugin's provider as reports print it."""
    provider = entry.provider
    if isinstance(provider, str):
        return provider
    name = getattr(provider, "__qualname__", type(provider).__name__)
    return f"{provider.__module__}:{name}"


def resolve_type(entry: ProviderEntry) -> Any:
    """Return the type that *entry* serves; None if nobody has imported its module.

    A type that nobody has imported is in no model. Raise ConfigError if the module has no such
    name.
    """
    if not isinstance(entry.key, str):
        return entry.key
    module_name, _, name = entry.key.partition(":")
    found: Any = sys.modules.get(module_name)
    if found is None:
        return None
    try:
        for part in name.split("."):
            found = getattr(found, part)
    except AttributeError as error:
        raise _build_error(
            entry,
            f"serves {entry.key}, which does not exist: {error}.",
            "Correct the name of the type.",
        ) from error
    return found


def read_served_shape(entry: ProviderEntry) -> Shape | str | None:
    """Return the shape of the type that *entry* serves, or its name if it is a plain type.

    Return None for a type that nobody has imported. Raise ConfigError for one that no model holds.
    """
    served = resolve_type(entry)
    try:
        shape = read_served(served)
    except MappingError as error:
        raise _build_error(
            entry,
            f"serves an invalid type: expected a type, got {format_type(served)}: {error.message}",
            "Serve a type that Pydantic can read.",
        ) from error
    if shape is None and served is not None:
        raise _build_error(
            entry,
            f"serves {format_type(served)}, which models cannot tell from the type below it.",
            "Serve a class, or a type with a validator or a constraint.",
        )
    return shape


def build_node(
    entry: ProviderEntry,
    question: FieldContext,
    locale: str,
) -> Node | None:
    """Return the node that the provider of *entry* gives, or one that calls it for each value.

    Raise ConfigError if the provider fails or returns something else.
    """
    from pytest_fixturegen.plugins.manager import call_for_plugin

    function = call_for_plugin(
        entry.owner,
        PROVIDER_HOOK,
        lambda: user_functions.import_function(entry.provider, "provider"),
    )
    if "context" not in read_parameters(function):
        factory = user_functions.load_factory(function, locale)
        return Callback(partial(_call_provider, entry, factory))
    node = call_for_plugin(
        entry.owner,
        PROVIDER_HOOK,
        lambda: function(question),
    )
    if isinstance(node, Call):
        draw = _draw_seeded(node.draw) if is_user_function(node.draw) else node.draw
        return Call(partial(_call_provider, entry, draw), node.json)
    if node is not None and not isinstance(node, Node):
        label = format_provider(entry)
        raise _build_error(
            entry,
            f"has a provider, {label}, that returned an invalid node: expected a node or None, "
            f"got {node!r:.60}.",
            "Give a node, or None; a function without the parameter 'context' returns values.",
        )
    return node


def _draw_seeded(draw: Callable[[int], Any]) -> Callable[[int], Any]:
    """Return *draw* with the global random generators seeded by the word that it gets."""

    def draw_seeded(word: int) -> Any:
        return call_seeded(mix_word(word, 1), draw, word)

    return draw_seeded


def _call_provider(
    entry: ProviderEntry,
    draw: Callable[..., Any],
    *arguments: int,
) -> Any:
    """Return a value of a provider. Raise MappingError, which names the plugin, if it fails."""
    from pytest_fixturegen.plugins.manager import build_plugin_error

    def build_error(error: Exception) -> FixturegenError:
        """Return the error that names the plugin and the provider that raised *error*."""
        return build_plugin_error(
            entry.owner,
            error,
            format_provider(entry),
            MappingError,
        )

    with translate_user_errors(build_error):
        return draw(*arguments)


def has_valid_samples(node: Node, question: FieldContext) -> bool:
    """Whether samples of *node* have the kind of *question* and satisfy its constraints."""
    kind = question.kind
    types = KIND_TYPES.get(kind, object) if isinstance(kind, str) else object
    try:
        draw = _build_sample_draw(node)
    except TypeError:  # a node with parts has no samples: validation judges it
        return True
    samples = map(draw, list_sample_words())
    return all(
        isinstance(sample, types) and _is_within_constraints(sample, question.constraints)
        for sample in samples
    )


def _build_sample_draw(node: Node) -> Callable[[int], Any]:
    """Return a function that draws a value of *node* from a word, also for a callback."""
    if isinstance(node, Callback):
        return partial(_draw_callback, node.make)
    return build_draw(node)


def _draw_callback(make: Callable[[int, int], Any], word: int) -> Any:
    return make(word, word & 0xFF)


def _is_within_constraints(value: Any, constraints: Constraints) -> bool:
    """Return whether a plugin's *value* keeps the length, bounds and step of *constraints*."""
    if isinstance(value, str):
        return text.is_valid_text(value, constraints)
    try:
        return is_within_bounds(value, constraints) and _is_multiple(value, constraints)
    except TypeError:  # the value cannot be compared with a number
        return False


def _is_multiple(value: Any, constraints: Constraints) -> bool:
    """Return whether *value* is a multiple of the step, if there is one; True for each float."""
    step = constraints.multiple_of
    # The remainder of a float is not exact: Pydantic judges floats itself.
    return step is None or isinstance(value, float) or not value % step


def _build_error(
    entry: ProviderEntry,
    problem: str,
    hint: str,
) -> ConfigError:
    """Return the error for a provider of *entry*, which names the plugin and its hook."""
    return ConfigError(
        f"The plugin {entry.owner!r} {problem}", hint=hint, plugin=entry.owner, hook=PROVIDER_HOOK
    )
