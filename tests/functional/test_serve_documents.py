"""``pfg serve`` and ``pfg list`` of OpenAPI descriptions and applications."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success, error_of
from tests.functional.test_serve import run_server

APPLICATION = """
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI(servers=[{"url": "/v1"}])


class NewTea(BaseModel):
    name: str = Field(min_length=1)
    grams: int = 100


class Tea(NewTea):
    id: int


@app.get("/teas")
def list_teas(limit: int = 5, offset: int = 0) -> list[Tea]: ...


@app.post("/teas", status_code=201)
def add_tea(tea: NewTea) -> Tea: ...


@app.delete("/teas/{tea_id}", status_code=204)
def drop_tea(tea_id: int) -> None: ...


@app.get("/teas/{tea_id}")
def read_tea(tea_id: int) -> Tea: ...
"""


@pytest.fixture
def application(project: Path) -> str:
    """The target of an application of FastAPI."""
    (project / "teas.py").write_text(APPLICATION)
    return "teas:app"


def test_an_application_is_mocked_as_it_describes_itself(application: str) -> None:
    with run_server(application, "--counts", "teas=3") as client:
        assert [tea["id"] for tea in client.get("/v1/teas").json()] == [1, 2, 3]
        assert client.post("/teas", json={"name": "Assam"}).json()["grams"] == 100
        assert client.get("/teas?offset=3").json()[0]["name"] == "Assam"
        refused = client.post("/teas", json={"name": ""}).json()
        assert refused["detail"][0]["loc"] == ["body", "name"]
        assert client.delete("/teas/4").status_code == 204
        assert client.get("/teas/4").status_code == 404


def test_operations_are_listed(pfg: Pfg, application: str) -> None:
    result = pfg("list", application)
    assert_success(result)
    assert "POST /teas  create teas" in result.stdout
    assert "GET /teas/{tea_id}  read teas" in result.stdout


def test_a_file_of_roles_corrects_what_is_derived(project: Path, application: str) -> None:
    text = 'operations: {"DELETE /teas/{tea_id}": stateless}\n'
    (project / "roles.yaml").write_text(text)
    with run_server(application, "--roles", "roles.yaml", "--count", "1") as client:
        assert client.delete("/teas/1").status_code == 204
        assert client.get("/teas/1").status_code == 200


def test_a_wrong_role_is_an_error(project: Path, pfg: Pfg, application: str) -> None:
    (project / "roles.yaml").write_text('operations: {"GET /teas": lists teas}\n')
    result = pfg("serve", application, "--roles", "roles.yaml", "--json-errors")
    error = error_of(result)
    assert error["kind"] == "ConfigError"
    assert "unknown role 'lists'" in error["message"]
    result = pfg("serve", "app/models.py", "--roles", "roles.yaml", "--json-errors")
    assert "does not apply to app/models.py" in error_of(result)["message"]
