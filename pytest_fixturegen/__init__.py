"""Deterministic, valid, realistic test data from the types you already have."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pytest_fixturegen.api import emit_pytest_fixtures, explain, generate_instances, generate_lines
    from pytest_fixturegen.errors import FixturegenError
    from pytest_fixturegen.fixtures import Pfg, PfgFixture, pfg_fixture
    from pytest_fixturegen.opening import open_store
    from pytest_fixturegen.options import GenerationConfig, StoreConfig
    from pytest_fixturegen.policies import policies_of
    from pytest_fixturegen.store.store import Store

HOMES = {
    "pfg_fixture": "fixtures",
    "PfgFixture": "fixtures",
    "Pfg": "fixtures",
    "generate_instances": "api",
    "generate_lines": "api",
    "emit_pytest_fixtures": "api",
    "explain": "api",
    "open_store": "opening",
    "Store": "store.store",
    "StoreConfig": "options",
    "GenerationConfig": "options",
    "policies_of": "policies",
    "FixturegenError": "errors",
}
"""Where each public name lives: it is imported when it is first used, so that pytest's start stays fast."""

__all__ = [
    "pfg_fixture",
    "PfgFixture",
    "Pfg",
    "generate_instances",
    "generate_lines",
    "emit_pytest_fixtures",
    "explain",
    "open_store",
    "Store",
    "StoreConfig",
    "GenerationConfig",
    "policies_of",
    "FixturegenError",
]


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *HOMES]
