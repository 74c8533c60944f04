"""What a plugin may do.

A plugin is a module or an object that the entry point group ``pytest_fixturegen`` names, or the option ``plugins``. Its
hooks are given a registry, and add dotted names to it: what they name is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_fixturegen.emitters.artifacts import Artifact
    from pytest_fixturegen.emitters.written_output import WrittenOutput
    from pytest_fixturegen.plugins.manager import Providers, Registry
    from pytest_fixturegen.strategies.field_slots import FieldFacts
    from pytest_fixturegen.strategies.plan import Strategy

PROJECT = "pytest_fixturegen"
"""The name of hooks, and of the entry point group that plugins are found by."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def pfg_register_providers(registry: Providers) -> None:
    """Say who makes values of a type, ``registry.add("acme.types:Isbn", "acme.fakes:isbn")``, and of fields that are called
    so, ``registry.add_name("sku", "acme.fakes:sku")``. Runs where the model is: in the child, behind the walls.
    """


@hookspec(firstresult=True)
def pfg_modify_strategy(model: type[Any], field: FieldFacts, strategy: Strategy) -> Strategy | None:
    """Change how a *field* of *model* is filled: ``strategy.changed(p_none=0.5)``; None keeps what was decided.

    Asked of each field once for each plan, unless a call or a configured override gives the field's value. The first
    plugin that does not say None decides. Runs where the model is.
    """


@hookspec(firstresult=True)
def pfg_emit_artifact(kind: str, ctx: Artifact) -> Iterable[bytes] | WrittenOutput | None:
    """Write what ``pfg gen`` of *kind* (json, schema, fixtures, overrides) makes in the form that ``--emit`` asks for,
    ``ctx.form``: give the bytes, or what ``ctx.write`` gave; None for a form that is another's. Runs in the parent.
    """


@hookspec
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Give handlers names: ``registry.add("kafka", "acme.sinks:KafkaPublisher")``. Nothing is imported before it is used."""


@hookspec
def pfg_register_store_adapters(registry: Registry) -> None:
    """Give adapters of stores names: ``registry.add("redis", "my_package.adapters:redis")``.

    What is named is called with those of *path*, *config* and *lock* that its signature names.
    """
