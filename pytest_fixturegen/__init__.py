"""Deterministic, valid, realistic test data from the types you already have."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pytest_fixturegen.api.cases import generate_cases, generate_invalid
    from pytest_fixturegen.api.dask_collections import frame_dask, generate_bag
    from pytest_fixturegen.api.frames import arrow_schema, frame, frame_batches
    from pytest_fixturegen.api.generate import (
        emit_pytest_fixtures,
        explain,
        generate_instances,
        generate_lines,
        persist_records,
    )
    from pytest_fixturegen.api.stores import open_store
    from pytest_fixturegen.cases.case_set import CaseSet
    from pytest_fixturegen.cases.invalid_cases import InvalidCase, InvalidSet
    from pytest_fixturegen.config.command_options import DeliveryConfig, ServeConfig, StoreConfig
    from pytest_fixturegen.config.field_policies import policies_of
    from pytest_fixturegen.config.options import GenerationConfig
    from pytest_fixturegen.errors import FixturegenError, PersistError, TransientError
    from pytest_fixturegen.fixtures.api_requests import pfg_requests
    from pytest_fixturegen.fixtures.declare import (
        PfgFixture,
        pfg_factory,
        pfg_fixture,
        pfg_invalid,
    )
    from pytest_fixturegen.fixtures.factory import AsyncMake, Make, Pfg
    from pytest_fixturegen.fixtures.hypothesis_strategies import strategy
    from pytest_fixturegen.http_cases.api_request import ApiRequest
    from pytest_fixturegen.introspection.readers.documents.document import document
    from pytest_fixturegen.persistence.contract import Batch, PersistenceContext, remembers
    from pytest_fixturegen.persistence.counts import DeliverySummary
    from pytest_fixturegen.plugins.artifact import Artifact
    from pytest_fixturegen.plugins.contracts import FieldFacts, Strategy
    from pytest_fixturegen.plugins.hookspecs import hookimpl
    from pytest_fixturegen.providers.field_context import FieldContext
    from pytest_fixturegen.server.mock_api import MockApi, create_api
    from pytest_fixturegen.store.store import Store
    from pytest_fixturegen.strategies.fields.user_functions import ValueContext

PUBLIC_NAMES = {
    "pfg_fixture": "fixtures.declare",
    "pfg_factory": "fixtures.declare",
    "pfg_invalid": "fixtures.declare",
    "pfg_requests": "fixtures.api_requests",
    "ApiRequest": "http_cases.api_request",
    "PfgFixture": "fixtures.declare",
    "Make": "fixtures.factory",
    "AsyncMake": "fixtures.factory",
    "Pfg": "fixtures.factory",
    "strategy": "fixtures.hypothesis_strategies",
    "generate_instances": "api.generate",
    "generate_lines": "api.generate",
    "generate_bag": "api.dask_collections",
    "frame_dask": "api.dask_collections",
    "generate_cases": "api.cases",
    "generate_invalid": "api.cases",
    "CaseSet": "cases.case_set",
    "InvalidCase": "cases.invalid_cases",
    "InvalidSet": "cases.invalid_cases",
    "frame": "api.frames",
    "frame_batches": "api.frames",
    "arrow_schema": "api.frames",
    "emit_pytest_fixtures": "api.generate",
    "explain": "api.generate",
    "document": "introspection.readers.documents.document",
    "persist_records": "api.generate",
    "PersistenceContext": "persistence.contract",
    "Batch": "persistence.contract",
    "remembers": "persistence.contract",
    "DeliverySummary": "persistence.counts",
    "DeliveryConfig": "config.command_options",
    "hookimpl": "plugins.hookspecs",
    "FieldContext": "providers.field_context",
    "ValueContext": "strategies.fields.user_functions",
    "Strategy": "plugins.contracts",
    "FieldFacts": "plugins.contracts",
    "Artifact": "plugins.artifact",
    "open_store": "api.stores",
    "create_api": "server.mock_api",
    "MockApi": "server.mock_api",
    "Store": "store.store",
    "StoreConfig": "config.command_options",
    "ServeConfig": "config.command_options",
    "GenerationConfig": "config.options",
    "policies_of": "config.field_policies",
    "FixturegenError": "errors",
    "PersistError": "errors",
    "TransientError": "errors",
}
"""The module of each public name. It is imported with the first use, so that pytest starts fast."""

__all__ = [
    "pfg_fixture",
    "pfg_factory",
    "pfg_invalid",
    "pfg_requests",
    "ApiRequest",
    "PfgFixture",
    "Make",
    "AsyncMake",
    "Pfg",
    "strategy",
    "generate_instances",
    "generate_lines",
    "generate_bag",
    "frame_dask",
    "generate_cases",
    "generate_invalid",
    "CaseSet",
    "InvalidCase",
    "InvalidSet",
    "frame",
    "frame_batches",
    "arrow_schema",
    "emit_pytest_fixtures",
    "explain",
    "document",
    "persist_records",
    "PersistenceContext",
    "Batch",
    "remembers",
    "DeliverySummary",
    "DeliveryConfig",
    "hookimpl",
    "FieldContext",
    "ValueContext",
    "Strategy",
    "FieldFacts",
    "Artifact",
    "open_store",
    "create_api",
    "MockApi",
    "Store",
    "StoreConfig",
    "ServeConfig",
    "GenerationConfig",
    "policies_of",
    "FixturegenError",
    "PersistError",
    "TransientError",
]


def __getattr__(name: str) -> Any:
    if name not in PUBLIC_NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{PUBLIC_NAMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *PUBLIC_NAMES]
