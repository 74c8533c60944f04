"""The hooks that a plugin may implement.

A plugin is a module or an object that the entry point group ``pytest_fixturegen`` names, or the
option ``plugins``. Hooks that register something receive a registry and add dotted paths to it:
what a path names is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_fixturegen.plugins.artifact import Artifact
    from pytest_fixturegen.plugins.contracts import (
        FieldFacts,
        Strategy,
        WrittenOutput,
    )
    from pytest_fixturegen.plugins.registries import Providers, Registry

PROJECT = "pytest_fixturegen"
"""The name of the hooks' project, and of the entry point group of plugins."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def pfg_register_providers(registry: Providers) -> None:
    """Register providers of a type or of fields with a name.

    ``registry.add("acme.types:Isbn", "acme.fakes:isbn")`` serves a type, and
    ``registry.add_name("sku", "acme.fakes:sku")`` serves fields called ``sku``.
    ``registry.add_domain("brewing", {...})`` describes a domain, like the option ``domains``, and
    ``registry.add_unit("ibu", 5, 110)`` the range of a unit or kind of number.
    Runs in the process that imports the models: the sandboxed child.
    """


@hookspec(firstresult=True)
def pfg_modify_strategy(
    model: type[Any],
    field: FieldFacts,
    strategy: Strategy,
) -> Strategy | None:
    """Change how a *field* of *model* is filled; return None to keep the decision.

    Return ``strategy.with_settings(p_none=0.5)``, for example. The hook is called once per field
    and plan, unless a call, a configured override or a link decides the field's value. The first
    plugin that does not return None decides. Runs in the process that imports the models.
    """


@hookspec(firstresult=True)
def pfg_emit_artifact(
    kind: str,
    ctx: Artifact,
) -> bool | Iterable[bytes] | WrittenOutput | None:
    """Write an output of ``pfg gen``; return False or None to decline.

    *kind* is pytest, json, schema or overrides. Return True if the hook has written the artifact to
    ``ctx.target_path``, or the bytes to write, or the result of ``ctx.write``. ``ctx.form`` is the
    form that ``--emit`` names, or empty; then the output is written as usual if every plugin
    declines. Runs in the parent process.
    """


@hookspec
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Register handlers by name: ``registry.add("kafka", "acme.sinks:KafkaPublisher")``."""


@hookspec
def pfg_register_store_adapters(registry: Registry) -> None:
    """Register store adapters by name: ``registry.add("redis", "my_package.adapters:redis")``.

    The adapter is called with those of *path*, *config* and *lock* that its signature names.
    """
