"""Deterministic, valid, realistic test data from the types you already have."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pytest_fixturegen.api import emit_pytest_fixtures, explain, generate_instances, generate_lines, persist_records
    from pytest_fixturegen.command_options import DeliveryConfig, StoreConfig
    from pytest_fixturegen.emit.artifacts import Artifact
    from pytest_fixturegen.errors import FixturegenError, PersistError, TransientError
    from pytest_fixturegen.fixtures.declare import PfgFixture, pfg_factory, pfg_fixture
    from pytest_fixturegen.fixtures.make import Make, Pfg
    from pytest_fixturegen.fixtures.strategies import strategy
    from pytest_fixturegen.hookspecs import hookimpl
    from pytest_fixturegen.opening import open_store
    from pytest_fixturegen.options import GenerationConfig
    from pytest_fixturegen.persist.contract import Batch, PersistenceContext, remembers
    from pytest_fixturegen.persist.tally import Delivered
    from pytest_fixturegen.plan.modified import FieldFacts
    from pytest_fixturegen.plan.strategy import Strategy
    from pytest_fixturegen.policies import policies_of
    from pytest_fixturegen.providers.asks import Ask
    from pytest_fixturegen.store.store import Store

HOMES = {
    "pfg_fixture": "fixtures.declare",
    "pfg_factory": "fixtures.declare",
    "PfgFixture": "fixtures.declare",
    "Make": "fixtures.make",
    "Pfg": "fixtures.make",
    "strategy": "fixtures.strategies",
    "generate_instances": "api",
    "generate_lines": "api",
    "emit_pytest_fixtures": "api",
    "explain": "api",
    "persist_records": "api",
    "PersistenceContext": "persist.contract",
    "Batch": "persist.contract",
    "remembers": "persist.contract",
    "Delivered": "persist.tally",
    "DeliveryConfig": "command_options",
    "hookimpl": "hookspecs",
    "Ask": "providers.asks",
    "Strategy": "plan.strategy",
    "FieldFacts": "plan.modified",
    "Artifact": "emit.artifacts",
    "open_store": "opening",
    "Store": "store.store",
    "StoreConfig": "command_options",
    "GenerationConfig": "options",
    "policies_of": "policies",
    "FixturegenError": "errors",
    "PersistError": "errors",
    "TransientError": "errors",
}
"""Where each public name lives: it is imported when it is first used, so that pytest's start stays fast."""

__all__ = [
    "pfg_fixture",
    "pfg_factory",
    "PfgFixture",
    "Make",
    "Pfg",
    "strategy",
    "generate_instances",
    "generate_lines",
    "emit_pytest_fixtures",
    "explain",
    "persist_records",
    "PersistenceContext",
    "Batch",
    "remembers",
    "Delivered",
    "DeliveryConfig",
    "hookimpl",
    "Ask",
    "Strategy",
    "FieldFacts",
    "Artifact",
    "open_store",
    "Store",
    "StoreConfig",
    "GenerationConfig",
    "policies_of",
    "FixturegenError",
    "PersistError",
    "TransientError",
]


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *HOMES]
