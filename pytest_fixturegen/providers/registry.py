"""Finds the provider of a place: by its named type, by the name of its field, by its plain type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import extra_types, identifiers, moments, network, numeric, paths, real_paths, text
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.providers.by_name import named_provider
from pytest_fixturegen.providers.contacts import PROVIDERS as CONTACTS

FAMILIES: tuple[Mapping[Any, Provider], ...] = (
    numeric.PROVIDERS,
    moments.PROVIDERS,
    text.PROVIDERS,
    identifiers.PROVIDERS,
    network.PROVIDERS,
    paths.PROVIDERS,
    real_paths.PROVIDERS,
    CONTACTS,
    extra_types.PROVIDERS,
)
"""Each family's table: from a kind of value to its provider. A class is found by itself or by its name."""

BY_TYPE: Mapping[Any, Provider] = {kind: provider for family in FAMILIES for kind, provider in family.items()}

LIBRARIES = frozenset({"pydantic", "pydantic_extra_types", "pydantic_core", "semver", "bson"})
"""Whose classes are found by name."""


ENCODER = ("encode", "decode", "get_json_format")
"""What a class has that EncodedBytes and EncodedStr can be given."""


@dataclass(frozen=True, slots=True)
class Found:
    """The *node* for a place, the *provider* that made it, the *reason* it was asked, and the *plugin* that has it, if any."""

    node: Node
    provider: str
    reason: str
    plugin: str = ""


def find(ask: Ask) -> Found | None:
    """The best provider that can serve *ask*, or None when none knows its kind."""
    by_name = named_provider(ask)
    if by_name is not None:
        provider, named = by_name
        return Found(named, provider, "the name of the field")
    by_type = provider_of(ask.kind)
    node = by_type(ask) if by_type else None
    if by_type is None or node is None:
        return None
    return Found(node, _called(by_type), "the type" if isinstance(ask.kind, str) else "the named type")


def provider_of(kind: Any) -> Provider | None:
    """The provider of the type *kind*: its own, or that of the nearest class it derives from."""
    if not isinstance(kind, type):
        return BY_TYPE.get(kind)
    ours = kind.__module__.partition(".")[0] in LIBRARIES
    if not ours and all(hasattr(kind, name) for name in ENCODER):
        return partial(identifiers.encoded, getattr(kind, ENCODER[0]))
    return BY_TYPE.get(kind) or (BY_TYPE.get(kind.__name__) if ours else None)


def _called(provider: Provider) -> str:
    inner = getattr(provider, "args", (provider,))[0]
    module, name = getattr(inner, "__module__", ""), getattr(inner, "__name__", "provider")
    return f"{module.rpartition('.')[2]}.{name}"
