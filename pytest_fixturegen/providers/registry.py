"""Find the provider of a field: by its named type, by its name, by its plain type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import (
    datetimes,
    extra_types,
    identifiers,
    network,
    numeric,
    paths,
    real_paths,
    text,
)
from pytest_fixturegen.providers.by_name import find_named_provider
from pytest_fixturegen.providers.contacts import PROVIDERS as CONTACTS
from pytest_fixturegen.providers.field_context import FieldContext, Provider

PROVIDER_TABLES: tuple[Mapping[Any, Provider], ...] = (
    numeric.PROVIDERS,
    datetimes.PROVIDERS,
    text.PROVIDERS,
    identifiers.PROVIDERS,
    network.PROVIDERS,
    paths.PROVIDERS,
    real_paths.PROVIDERS,
    CONTACTS,
    extra_types.PROVIDERS,
)
"""Tables from a kind of value (a class, or the name of a class or kind) to its provider."""

PROVIDERS_BY_TYPE: Mapping[Any, Provider] = {
    kind: provider for family in PROVIDER_TABLES for kind, provider in family.items()
}

NAMED_TYPE_LIBRARIES = frozenset(
    {"pydantic", "pydantic_extra_types", "pydantic_core", "semver", "bson"}
)
"""Libraries whose classes are looked up by name, so that they need not be imported."""

ENCODER_METHODS = ("encode", "decode", "get_json_format")
"""Methods of a class that EncodedBytes and EncodedStr accept as their encoder."""


@dataclass(frozen=True, slots=True)
class ProviderMatch:
    """The *node* for a field and the *provider* that made it.

    *reason* says why that provider was chosen; *plugin* is its plugin, or "" for a built-in one.
    """

    node: Node
    provider: str
    reason: str
    plugin: str = ""


def find_provider(context: FieldContext) -> ProviderMatch | None:
    """Return the best match for *context*; None if no provider serves its kind."""
    by_name = find_named_provider(context)
    if by_name is not None:
        provider_name, named_node = by_name
        return ProviderMatch(named_node, provider_name, "the name of the field")
    provider = find_type_provider(context.kind)
    if provider is None:
        return None
    node = provider(context)
    if node is None:
        return None
    reason = "the type" if isinstance(context.kind, str) else "the named type"
    return ProviderMatch(node, _format_provider_name(provider), reason)


def find_type_provider(kind: Any) -> Provider | None:
    """Return the provider of the type *kind*; None if it has none."""
    if not isinstance(kind, type):
        return PROVIDERS_BY_TYPE.get(kind)
    library = kind.__module__.partition(".")[0]
    if library in NAMED_TYPE_LIBRARIES:
        return PROVIDERS_BY_TYPE.get(kind) or PROVIDERS_BY_TYPE.get(kind.__name__)
    if all(hasattr(kind, name) for name in ENCODER_METHODS):
        return partial(identifiers.provide_encoded_bytes, getattr(kind, ENCODER_METHODS[0]))
    return PROVIDERS_BY_TYPE.get(kind)


def _format_provider_name(provider: Provider) -> str:
    """Return a name such as ``network.ipv4``: a partial is named after its first argument."""
    function = getattr(provider, "args", (provider,))[0]
    module = getattr(function, "__module__", "").rpartition(".")[2]
    name = getattr(function, "__name__", "provider")
    return f"{module}.{name}"
