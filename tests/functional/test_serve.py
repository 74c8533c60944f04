"""``pfg serve``: the command, its options, and the responses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.functional.conftest import Pfg, assert_success, error_of

API = """
resources:
  users:
    fields: {name: {type: string, required: true}, email: {type: email, required: true}}
data:
  users: [{id: 1, name: Ada, email: ada@example.com}]
options:
  database: {adapter: sqlite, dbPath: state.db}
  generateData: {enabled: true, counts: {users: 3}}
"""


@contextmanager
def run_server(*words: str) -> Iterator[httpx.Client]:
    """Yield a client of ``pfg serve`` with these *words*, on a free port."""
    command = [sys.executable, "-m", "pytest_fixturegen", "serve", *words, "--port", "0"]
    path = os.pathsep.join(map(str, [Path(__file__).parents[2], Path.cwd()]))
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    try:
        assert process.stdout is not None
        with httpx.Client(base_url=process.stdout.readline().strip(), trust_env=False) as client:
            yield client
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        process.stdout.close()


@pytest.fixture(autouse=True)
def forget_app_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the modules that an earlier test imported."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    for name in [name for name in sys.modules if name.split(".")[0] == "app"]:
        monkeypatch.delitem(sys.modules, name)


@pytest.fixture
def file(project: Path) -> str:
    (project / "api.yml").write_text(API)
    return "api.yml"


def test_models_are_served(project: Path) -> None:
    with (project / "app" / "models.py").open("a") as models:
        models.write("\n\nclass Order(BaseModel):\n    id: int\n    user_id: int\n")
    with run_server(
        "app/models.py", "--counts", "users=4,orders=5", "--link", "Order.user_id=User.id"
    ) as client:
        users = client.get("/users").json()
        assert [user["id"] for user in users] == [1, 2, 3, 4]
        assert {order["user_id"] for order in client.get("/orders").json()} <= {1, 2, 3, 4}
        assert client.get("/orders").headers["x-total-count"] == "5"
        assert users[0]["address"].keys() == {"city", "postal_code"}
        assert client.get("/addresses").status_code == 404


def test_the_server_returns_the_records_persist_delivered(project: Path, pfg: Pfg) -> None:
    words = ["app/models.py:User", "-n", "100", "--seed", "5"]
    lines = pfg("gen", "json", *words, "--jsonl").stdout.splitlines()
    with run_server("app/models.py", "--count", "0") as client:
        config = json.dumps({"url": f"{client.base_url}/users"})
        assert_success(
            pfg(
                "persist",
                *words,
                "-H",
                "http-post",
                "--handler-config",
                config,
                "--batch-size",
                "25",
            )
        )
        served = client.get("/users", params={"limit": 1000}).json()
    by_id = {each["id"]: each for each in served}
    assert len(served) == 100
    assert [by_id[each["id"]] for each in map(json.loads, lines)] == list(map(json.loads, lines))


def test_flags_override_the_api_file(file: str, project: Path) -> None:
    with run_server(file, "--database.adapter", "memory", "--counts", "users=1") as client:
        assert client.get("/admin/stats").json()["adapter"] == "memory"
        assert client.get("/users").headers["x-total-count"] == "2"
    assert not (project / "state.db").exists()


def test_a_store_is_kept_between_runs_until_reset(file: str) -> None:
    with run_server(file) as client:
        client.delete("/users/1")
    with run_server(file) as client:
        assert client.get("/users/1").status_code == 404
    with run_server(file, "--reset") as client:
        assert client.get("/users/1").json()["name"] == "Ada"


def test_reset_accepts_changed_resources(file: str, project: Path, pfg: Pfg) -> None:
    with run_server(file) as client:
        client.get("/users")
    (project / file).write_text(
        API.replace("{name: {type", "{nick: {type: string, unique: true}, name: {type")
    )
    result = pfg("serve", file, "--port", "0", "--json-errors")
    assert error_of(result)["kind"] == "StoreError"
    assert "--reset" in str(error_of(result)["hint"])
    with run_server(file, "--reset") as client:
        assert client.get("/users/1").json() == {
            "id": 1,
            "nick": None,
            "name": "Ada",
            "email": "ada@example.com",
        }


def test_the_server_starts_from_a_snapshot(file: str) -> None:
    with run_server(file) as client:
        client.post("/admin/snapshots", json={"name": "mine"})
        client.delete("/users/1")
    with run_server(file, "--snapshot", "mine") as client:
        assert client.get("/users/1").status_code == 200


def test_seed_accepts_a_number_a_script_or_both(file: str, project: Path) -> None:
    (project / "seed.py").write_text(
        "def generate(faker): return {'users': [{'name': faker.name(), 'email': 'x@example.com'}]}"
    )
    texts = []
    for seed in ("7", "7", "8"):
        with run_server(
            file, "--database.adapter", "memory", "--seed", seed, "--seed", "seed.py"
        ) as client:
            texts.append(client.get("/users").text)
            assert client.get("/users").headers["x-total-count"] == "5"
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize(
    ("words", "kind", "message"),
    [
        (["--seed", "no.py"], "UsageError", "neither a number nor a file"),
        (["--host", "0.0.0.0"], "ConfigError", "Other machines can reach the store"),
        (["--adapter", "mysql"], "ConfigError", "Unknown store adapter 'mysql'"),
        (["--counts", "usrs=3"], "ConfigError", "Cannot fill the unknown resource 'usrs'"),
        (["--counts", "users=x"], "ConfigError", "The count of users is 'x'"),
        (["--key", "User.nam"], "ConfigError", "User has no field 'nam'"),
        (["--latency", "x"], "ConfigError", "Invalid latency 'x'"),
        (["--on-delete", "User.name=cascade"], "ConfigError", "User.name is not a link"),
        (["--link", "User.name=Usr.id"], "ConfigError", "does not lead to a resource"),
    ],
)
def test_wrong_serve_options_are_an_error_before_the_start(
    pfg: Pfg, words: list[str], kind: str, message: str
) -> None:
    error = error_of(pfg("serve", "app/models.py", "--port", "0", "--json-errors", *words))
    assert error["kind"] == kind
    assert message in str(error["message"])


@pytest.mark.parametrize("missing", ["uvicorn", "starlette.requests"])
def test_a_missing_package_is_named_with_its_pip_command(
    pfg: Pfg, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    for name in [name for name in sys.modules if name.startswith("pytest_fixturegen.server.")]:
        monkeypatch.delitem(sys.modules, name)
    error = error_of(pfg("serve", "app/models.py", "--json-errors"))
    assert error["message"] == f"Serving needs {missing}."
    assert error["hint"] == "pip install 'pytest-fixturegen[serve]'"


def test_a_model_without_a_key_is_an_error(pfg: Pfg, project: Path) -> None:
    error = error_of(pfg("serve", "app.models:Address", "--json-errors"))
    assert "--key" in str(error["hint"])


@pytest.mark.parametrize("flag", ["--fail=GET /userz=503", "--latency=GET /userz=20"])
def test_an_unknown_route_of_a_fault_stops_the_start(file: str, pfg: Pfg, flag: str) -> None:
    body = error_of(pfg("serve", file, "--port", "0", flag, "--json-errors"))
    assert (body["code"], body["hint"]) == (70, "Did you mean 'users'?")
    assert "The route 'GET /userz' does not exist" in str(body["message"])


def test_a_resource_can_be_named(project: Path) -> None:
    with run_server("app/models.py", "--resource", "people=User") as client:
        assert client.get("/people/1").status_code == 200
        assert client.get("/users").status_code == 404
        assert client.get("/addresses").status_code == 404


@pytest.mark.parametrize(
    ("target", "name", "problem"),
    [
        ("app/models.py", "people=Usr", "The resource 'people' has the unknown model 'Usr'."),
        ("app/models.py", "a/b=User", "Invalid name of a resource: 'a/b'."),
        ("api.yml", "people=User", "does not apply to api.yml, which names its resources."),
    ],
)
def test_a_wrong_resource_name_is_an_error(
    file: str, pfg: Pfg, target: str, name: str, problem: str
) -> None:
    error = error_of(pfg("serve", target, "--port", "0", "--resource", name, "--json-errors"))
    assert error["code"] == 70
    assert problem in str(error["message"])


ENDLESS_IMPORTS = {
    "an error that is caught": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n"
    ),
    "a regular expression": "import re\nre.match('(a+)+b', 'a' * 99)\n",
    "an ignored signal": (
        "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass\n"
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no sigtimedwait")
@pytest.mark.parametrize("code", ENDLESS_IMPORTS.values(), ids=list(ENDLESS_IMPORTS))
def test_the_import_of_a_target_ends_at_its_limit(project: Path, code: str) -> None:
    (project / "endless.py").write_text(code)
    command = [sys.executable, "-m", "pytest_fixturegen", "--json-errors", "serve", "endless.py"]
    path = os.pathsep.join(map(str, [Path(__file__).parents[2], Path.cwd()]))
    result = subprocess.run(
        [*command, "--port", "0", "--timeout", "0.5"],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert result.returncode == 40
    error = json.loads(result.stdout)["error"]
    assert "took longer than 0.5 seconds to import" in error["message"]
    assert error["details"] == {"limit": "time", "timeout": 0.5, "phase": "import"}
