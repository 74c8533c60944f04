"""The ``generate`` rule of a field in an API file: a provider and its arguments.

This module only reads the rule. The package ``api`` finds the provider, so that a store does not
depend on providers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError


@dataclass(frozen=True, slots=True)
class GenerateRule:
    """A *provider* as the API file names it, and its *arguments*.

    *location* is the place in the file, for error messages.
    """

    provider: str
    arguments: Mapping[str, Any]
    location: str


def read_generate_rule(declaration: Any, location: str) -> GenerateRule:
    """Return the rule *declaration*: the name of a provider, or a mapping with a ``type``.

    Raise ConfigError if it does not name a provider.
    """
    arguments = dict(declaration) if isinstance(declaration, dict) else {}
    if isinstance(declaration, str):
        arguments = {"type": declaration}
    provider = str(arguments.pop("type", ""))
    if not provider:
        raise ConfigError(
            f"{location}.generate must name a provider, got {declaration!r:.80}.",
            hint="Write generate: {type: city}.",
        )
    return GenerateRule(provider, arguments, location)
