"""The plugins that take part in planning, and what they registered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pytest_fixturegen.config.field_policies import Policies, policies_of
from pytest_fixturegen.plugins.entry_points import has_installed_plugins

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.registries import ProviderEntry

PROVIDER_HOOK = "pfg_register_providers"
STRATEGY_HOOK = "pfg_modify_strategy"


class PluginRules(NamedTuple):
    """The providers of plugins by type, and by field name and kind of value.

    *modifiers* implement ``pfg_modify_strategy``, in the order in which they are called. *domains*
    are entries of the option ``domains``.
    """

    types: tuple[ProviderEntry, ...]
    names: Mapping[tuple[str, str], ProviderEntry]
    modifiers: tuple[Any, ...]
    domains: Policies = ()


def load_plugin_rules(names: Sequence[str]) -> PluginRules | None:
    """Return the rules of installed plugins and of those in *names*, or None without any."""
    if not names and not has_installed_plugins():
        return None
    return _load_plugin_rules(tuple(names))


@lru_cache(maxsize=16)
def _load_plugin_rules(names: tuple[str, ...]) -> PluginRules | None:
    """Return the rules of the plugins *names*; None, if empty, lets planning skip the lookups."""
    from pytest_fixturegen.plugins import manager  # loaded late: most runs have no plugin
    from pytest_fixturegen.plugins.registries import Providers

    plugin_manager = manager.get_manager(names)
    providers: Providers = manager.fill_registry(
        plugin_manager,
        PROVIDER_HOOK,
        Providers(),
    )
    modifiers = manager.list_implementations(plugin_manager, STRATEGY_HOOK)
    if not any((providers.types, providers.names, providers.domains, modifiers)):
        return None
    return PluginRules(
        tuple(providers.types.values()),
        providers.names,
        tuple(modifiers),
        policies_of(providers.domains),
    )
