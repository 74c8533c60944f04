"""Data contracts: types, quality checks, keys and relationships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_fixturegen import document, generate_instances

NO_NULLS = {"type": "library", "metric": "nullValues", "mustBe": 0}
TWO_STATES = {
    "type": "library",
    "metric": "invalidValues",
    "mustBe": 0,
    "arguments": {"validValues": ["open", "paid"]},
}

TABLES: Mapping[str, list[dict[str, Any]]] = {
    "customers": [
        {"name": "id", "primaryKey": True, "logicalType": "integer"},
        {"name": "code", "physicalType": "VARCHAR(4)", "quality": [NO_NULLS]},
        {"name": "balance", "physicalType": "decimal(10,2)", "required": True},
    ],
    "orders": [
        {"name": "a", "primaryKey": True, "logicalType": "integer"},
        {"name": "b", "primaryKey": True, "logicalType": "integer"},
        {"name": "status", "logicalType": "string", "quality": [TWO_STATES, NO_NULLS]},
        {
            "name": "customer_id",
            "logicalType": "integer",
            "required": True,
            "relationships": [{"to": "customers.id"}],
        },
    ],
}
SMALL = {"minimum": 1, "maximum": 4}


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    orders = [
        {**column, "logicalTypeOptions": SMALL} if column["name"] in ("a", "b") else column
        for column in TABLES["orders"]
    ]
    tables = {**TABLES, "orders": orders}
    content = {
        "apiVersion": "v3.1.0",
        "kind": "DataContract",
        "schema": [{"name": name, "properties": columns} for name, columns in tables.items()],
    }
    path = tmp_path_factory.mktemp("contract") / "shop.odcs.yaml"
    path.write_text(yaml.safe_dump(content), "utf-8")
    return path


def draw(contract: Path, name: str, n: int) -> list[Any]:
    return list(generate_instances(document(f"{contract}:{name}"), n, seed=0))


def test_physical_types_and_checks_limit_values(contract: Path) -> None:
    for customer in draw(contract, "customers", 20):
        assert len(customer["code"]) <= 4
        assert isinstance(customer["balance"], int | float)
    assert {order["status"] for order in draw(contract, "orders", 12)} == {"open", "paid"}


def test_a_key_of_two_columns_never_repeats(contract: Path) -> None:
    orders = draw(contract, "orders", 16)
    assert len({(order["a"], order["b"]) for order in orders}) == 16


def test_relationships_lead_to_records_of_the_contract(contract: Path) -> None:
    known = {customer["id"] for customer in draw(contract, "customers", 100)}
    assert {order["customer_id"] for order in draw(contract, "orders", 12)} <= known
