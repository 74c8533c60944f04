"""``pfg serve`` and ``pfg list`` of OpenAPI descriptions and applications."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.emitters.node_tools import install_packages, run_program
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

SHOP = """
import os

import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()
teas = httpx.Client(base_url=os.environ["TEAS_URL"])


@app.get("/offers/{tea_id}")
def read_offer(tea_id: int) -> dict[str, str]:
    answer = teas.get(f"/teas/{tea_id}")
    if answer.status_code == 404:
        raise HTTPException(404, "no such tea")
    return {"offer": answer.raise_for_status().json()["name"]}


@app.post("/offers/{name}", status_code=201)
def add_offer(name: str) -> dict[str, int]:
    return {"id": teas.post("/teas", json={"name": name}).raise_for_status().json()["id"]}
"""
TEST_OF_SHOP = """
import os

os.environ["TEAS_URL"] = "ADDRESS"

from fastapi.testclient import TestClient
from shop import app

shop = TestClient(app)


def test_offers_are_those_of_the_service():
    assert shop.get("/offers/1").json()["offer"]
    assert shop.get("/offers/9").status_code == 404
    added = shop.post("/offers/Darjeeling").json()["id"]
    assert shop.get(f"/offers/{added}").json() == {"offer": "Darjeeling"}
"""
HERE = Path(__file__).parent
CLIENT = HERE / "typescript_client"
NODE = HERE.parent / "emitters" / "msw"


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


def test_a_generated_typescript_client_works_with_the_mock(project: Path, application: str) -> None:
    (project / "src").mkdir()
    shutil.copy(CLIENT / "main.ts", project / "src")
    shutil.copy(NODE / "tsconfig.json", project)
    shutil.copy(NODE / "package.json", project)
    packages = install_packages(NODE / "package.json")
    (project / "node_modules").symlink_to(packages)
    script = "import json, teas; print(json.dumps(teas.app.openapi()))"
    described = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    (project / "openapi.json").write_bytes(described.stdout)
    generator = packages / "openapi-typescript" / "bin" / "cli.js"
    compiler = packages / "typescript" / "bin" / "tsc"
    run_program("node", str(generator), "openapi.json", "-o", "src/schema.ts", folder=project)
    run_program("node", str(compiler), folder=project)
    with run_server(application, "--counts", "teas=3") as server:
        address = str(server.base_url).rstrip("/")
        answers = json.loads(run_program("node", "dist/main.js", address, folder=project))
    assert answers == {
        "before": [1, 2, 3],
        "created": [201, "Assam", 50],
        "read": True,
        "after": ["Assam"],
        "refused": [422, ["body", "name"]],
        "removed": 204,
        "missing": 404,
    }


def test_an_application_that_calls_a_service_is_tested_with_its_mock(
    project: Path, application: str
) -> None:
    (project / "shop.py").write_text(SHOP)
    with run_server(application, "--counts", "teas=3") as service:
        script = TEST_OF_SHOP.replace("ADDRESS", str(service.base_url))
        (project / "test_shop.py").write_text(script)
        words = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp", "temporary")
        result = subprocess.run(
            [sys.executable, *words, "test_shop.py"], capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stdout + result.stderr
        assert service.get("/teas/4").json()["name"] == "Darjeeling"


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


EMPTY = ("paths: {}", "webhooks: {news: {}}", "paths: {/teas: {}}")


def write_description(folder: Path, text: str) -> None:
    (folder / "api.yaml").write_text(f"openapi: 3.1.0\ninfo: {{title: a, version: '1'}}\n{text}\n")


@pytest.mark.parametrize("text", EMPTY)
def test_a_description_without_operations_has_no_handlers(
    project: Path, pfg: Pfg, text: str
) -> None:
    write_description(project, text)
    result = pfg("gen", "msw", "api.yaml", "--json-errors")
    assert (result.exit_code, error_of(result)["kind"]) == (10, "DiscoveryError")
    assert "api.yaml has no operations" in error_of(result)["message"]


def test_a_description_without_operations_is_served(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_description(project, EMPTY[0])
    with run_server("api.yaml") as client:
        assert client.get("/teas").status_code == 404
    assert "api.yaml has no operations: requests are answered with 404" in capfd.readouterr().err


NEWS = """
openapi: 3.1.0
info: {title: News, version: "1"}
webhooks:
  tea.sold:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [tea], properties: {tea: {type: string}}}
      responses: {"202": {description: Accepted}}
"""


def test_a_description_of_webhooks_alone_is_served_as_their_receiver(
    project: Path,
) -> None:
    (project / "news.yaml").write_text(NEWS)
    with run_server("news.yaml") as client:
        assert client.post("/tea.sold", json={"tea": "Assam"}).status_code == 202
        refused = client.post("/tea.sold", json={})
        assert refused.status_code in (400, 422)
        assert refused.json()["error"]["details"]["pointer"] == "/body"
