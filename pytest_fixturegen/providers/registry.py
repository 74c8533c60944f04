"""Finds the provider of a place: by its named type, by the name of its field, by its plain type."""

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
"""Each family's table: from a kind of value to its provider. A class is found by itself or by its name."""

PROVIDERS_BY_TYPE: Mapping[Any, Provider] = {
    kind: provider for family in PROVIDER_TABLES for kind, provider in family.items()
}

NAMED_TYPE_LIBRARIES = frozenset(
    {"pydantic", "pydantic_extra_types", "pydantic_core", "semver", "bson"}
)
"""Whose classes are found by name."""


ENCODER_METHODS = ("encode", "decode", "get_json_format")
"""What a class has that EncodedBytes and EncodedStr can be given."""


@dataclass(frozen=True, slots=True)
class ProviderMatch:
    """The *node* for a place, the *provider* that made it, the *reason* it was asked, and the *plugin* that has it, if any."""

    node: Node
    provider: str
    reason: str
    plugin: str = ""


def find_provider(context: FieldContext) -> ProviderMatch | None:
    """The best provider that can serve *ask*, or None when none knows its kind."""
    by_name = find_named_provider(context)
    if by_name is not None:
        provider, named = by_name
        return ProviderMatch(named, provider, "the name of the field")
    by_type = find_type_provider(context.kind)
    node = by_type(context) if by_type else None
    if by_type is None or node is None:
        return None
    return ProviderMatch(
        node,
        _format_provider_name(by_type),
        "the type" if isinstance(context.kind, str) else "the named type",
    )


def find_type_provider(kind: Any) -> Provider | None:
    """The provider of the type *kind*: its own, or that of the nearest class it derives from."""
    if not isinstance(kind, type):
        return PROVIDERS_BY_TYPE.get(kind)
    ours = kind.__module__.partition(".")[0] in NAMED_TYPE_LIBRARIES
    if not ours and all(hasattr(kind, name) for name in ENCODER_METHODS):
        return partial(identifiers.provide_encoded_bytes, getattr(kind, ENCODER_METHODS[0]))
    return PROVIDERS_BY_TYPE.get(kind) or (PROVIDERS_BY_TYPE.get(kind.__name__) if ours else None)


def _format_provider_name(provider: Provider) -> str:
    inner = getattr(provider, "args", (provider,))[0]
    module, name = getattr(inner, "__module__", ""), getattr(inner, "__name__", "provider")
    return f"{module.rpartition('.')[2]}.{name}"
