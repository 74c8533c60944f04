"""Requests and responses of OpenAPI descriptions: operations, directions, discriminators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_fixturegen import FixturegenError, document, generate_instances

COMPONENTS = "#/components/schemas"

USER = {
    "type": "object",
    "required": ["id", "password", "name"],
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "created_at": {"allOf": [{"$ref": f"{COMPONENTS}/Moment"}], "readOnly": True},
        "name": {"type": "string"},
        "password": {"type": "string", "writeOnly": True},
        "hint": {"type": "string", "writeOnly": True},
    },
    "additionalProperties": False,
}


def refer(name: str) -> dict[str, str]:
    return {"$ref": f"{COMPONENTS}/{name}"}


def build_pet(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, **properties},
    }


DESCRIPTION = {
    "openapi": "3.0.3",
    "info": {"title": "Users", "version": "1"},
    "paths": {
        "/users": {
            "post": {
                "operationId": "createUser",
                "requestBody": {"$ref": "#/components/requestBodies/User"},
                "responses": {
                    "201": {"description": "", "content": {"application/json": {"schema": USER}}},
                    "400": {"$ref": "#/components/responses/Problem"},
                },
            },
            "get": {
                "responses": {
                    "200": {
                        "description": "",
                        "content": {
                            "application/json; charset=utf-8": {
                                "schema": {"type": "array", "items": refer("User"), "minItems": 1}
                            }
                        },
                    }
                }
            },
            "delete": {"responses": {"204": {"description": ""}}},
        }
    },
    "components": {
        "requestBodies": {"User": {"content": {"application/json": {"schema": refer("User")}}}},
        "responses": {
            "Problem": {
                "description": "",
                "content": {
                    "text/html": {"schema": {"type": "string"}},
                    "application/problem+json": {
                        "schema": {
                            "type": "object",
                            "required": ["detail"],
                            "properties": {"detail": {"type": "string"}},
                        }
                    },
                },
            }
        },
        "schemas": {
            "User": USER,
            "Moment": {"type": "string", "format": "date-time"},
            "Pet": {
                "oneOf": [refer("CatPet"), refer("BirdPet"), refer("DogPet")],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"cat": f"{COMPONENTS}/CatPet", "bird": "BirdPet"},
                },
            },
            "CatPet": build_pet(lives={"type": "integer"}) | {"required": ["kind", "lives"]},
            "BirdPet": build_pet(wings={"type": "integer"}),
            "DogPet": build_pet(kind={"type": "string", "enum": ["dog"]}),
            "Shape": {
                "type": "object",
                "required": ["shape"],
                "properties": {"shape": {"type": "string"}},
                "discriminator": {"propertyName": "shape"},
            },
            "Circle": {"allOf": [refer("Shape"), {"properties": {"radius": {"type": "number"}}}]},
        },
    },
}


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "api.yaml"
    path.write_text(yaml.safe_dump(DESCRIPTION), "utf-8")
    return path


def draw(api: Path, selector: str, n: int = 12) -> list[Any]:
    return list(generate_instances(document(f"{api}:{selector}"), n, seed=0))


@pytest.mark.parametrize(
    ("selector", "names"),
    [
        ("User", {"id", "created_at", "name", "password"}),
        ("User request", {"name", "password", "hint"}),
        ("User response", {"id", "created_at", "name"}),
        ("POST /users", {"name", "password", "hint"}),
        ("post /users request", {"name", "password", "hint"}),
        ("POST /users 201", {"id", "created_at", "name"}),
        ("POST /users response", {"id", "created_at", "name"}),
        ("POST /users 400", {"detail"}),
    ],
)
def test_a_target_says_which_properties_records_have(
    api: Path, selector: str, names: set[str]
) -> None:
    assert set(draw(api, selector)[0]) == names


def test_an_operation_without_a_request_body_means_its_response(api: Path) -> None:
    (users,) = draw(api, "GET /users", 1)
    assert users
    assert set(users[0]) == {"id", "created_at", "name"}


@pytest.mark.parametrize(
    ("selector", "message", "hint"),
    [
        ("POST /user", "no operation POST /user", "post /users"),
        ("GET /users 404", "GET /users has no 404 body", "200"),
        ("DELETE /users", "DELETE /users has no JSON body", "none"),
        ("Usr request", "no schema 'Usr'", "User"),
    ],
)
def test_a_body_that_does_not_exist_is_an_error(
    api: Path, selector: str, message: str, hint: str
) -> None:
    with pytest.raises(FixturegenError, match=message) as raised:
        draw(api, selector)
    assert hint in str(raised.value.hint)


def test_a_discriminator_says_which_member_a_record_is(api: Path) -> None:
    pets = draw(api, "Pet", 40)
    assert {pet["kind"] for pet in pets} == {"cat", "bird", "dog"}
    lives = {type(pet.get("lives")) for pet in pets if pet["kind"] == "cat"}
    assert lives == {int}


def test_a_schema_that_extends_one_with_a_discriminator_has_its_own_name(api: Path) -> None:
    assert {each["shape"] for each in draw(api, "Circle")} == {"Circle"}
