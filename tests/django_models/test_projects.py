"""Whole projects of Django, whose tests run with our fixtures and pytest-django."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WIDE_PROJECT = Path(__file__).with_name("wide")
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "django_shop"
PAGE = ROOT / "docs" / "django.md"
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*", "*.sqlite3")
BROKEN_MODEL = """

class Broken(models.Model):
    nowhere = models.ForeignKey("shop.Nowhere", on_delete=models.CASCADE)
"""
ORDER_TYPE = """
class OrderOverrides(TypedDict, total=False):
    id: int
    customer_id: int
    status: Literal["open", "paid"]
    placed_at: AwareDatetime
    note: str
"""
OPTIONS = ("-p", "django", "-p", "no:randomly", "-p", "no:cacheprovider", "-q")


def run_project(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    """Run the tests of the project in the folder of *pytester*, with its own settings."""
    pytester.makeini("[pytest]\nDJANGO_SETTINGS_MODULE = settings\n")
    return pytester.runpytest_subprocess(*OPTIONS, *options)


def test_models_with_every_kind_of_field(
    database: str,
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rows are valid, survive the database, and are linked; see the tests of the project."""
    shutil.copytree(WIDE_PROJECT, pytester.path, dirs_exist_ok=True)
    is_sqlite = "sqlite" in json.loads(database)["ENGINE"]
    monkeypatch.setenv("SHOP_DATABASE", database)
    monkeypatch.setenv("SHOP_USE_TZ", "0" if is_sqlite else "1")
    result = run_project(pytester, "--nomigrations")
    result.assert_outcomes(passed=36 if is_sqlite else 37, skipped=1 if is_sqlite else 0)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_example_of_the_docs(
    database: str,
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The project that ``docs/django.md`` shows passes on PostgreSQL."""
    shutil.copytree(EXAMPLE, pytester.path, dirs_exist_ok=True, ignore=LEFT_OUT)
    settings = json.loads(database)
    monkeypatch.setenv("PGHOST", settings["HOST"])
    monkeypatch.setenv("PGUSER", settings["USER"])
    monkeypatch.setenv("PGDATABASE", settings["NAME"])
    result = pytester.runpytest_subprocess(*OPTIONS)
    result.assert_outcomes(passed=8)


def test_the_docs_show_the_example() -> None:
    blocks = re.findall(r"```python\n# (\S+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert [name for name, _ in blocks] == ["tests/conftest.py", "tests/test_orders.py"]
    for name, source in blocks:
        assert source in (EXAMPLE / name).read_text("utf-8")


def test_commands_set_django_up(tmp_path: Path) -> None:
    """The settings come from manage.py, and a model that Django cannot read ends nothing."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True, ignore=LEFT_OUT)
    listed = call_pfg(tmp_path, "list", "shop/models.py")
    assert f"$ pfg list shop/models.py\n{listed.stdout}```" in PAGE.read_text("utf-8")
    call_pfg(tmp_path, "gen", "overrides", "shop/models.py:Order", "--out", "overrides.py")
    assert ORDER_TYPE in (tmp_path / "overrides.py").read_text("utf-8")
    with (tmp_path / "shop" / "models.py").open("a") as file:
        file.write(BROKEN_MODEL)
    options = [word for name in ("Customer", "Order", "Broken") for word in ("--include", name)]
    result = call_pfg(tmp_path, "gen", "json", "shop.models", "-n", "20", "--jsonl", *options)
    records = list(map(json.loads, result.stdout.splitlines()))
    customers, orders = records[:20], records[20:]
    assert {each["customer_id"] for each in orders} <= {each["id"] for each in customers}
    assert len({each["user_id"] for each in customers}) == 20
    assert "Broken: Related model 'shop.Nowhere' cannot be resolved" in result.stderr


def test_missing_settings_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "blog.py").write_text(
        "from django.db import models\nclass Post(models.Model):\n    pass\n"
    )
    result = call_pfg(tmp_path, "list", "blog.py")
    assert result.returncode != 0
    assert result.stderr == (
        "error: blog needs the settings of Django: expected a manage.py or the variable "
        "DJANGO_SETTINGS_MODULE that names them, got neither.\n"
        "  hint: Run pfg in the folder of manage.py, or set DJANGO_SETTINGS_MODULE and give "
        "--allow-env DJANGO_SETTINGS_MODULE.\n"
    )


def test_other_models_do_not_import_django() -> None:
    source = (
        "import sys, dataclasses\n"
        "from pytest_fixturegen import generate_instances\n"
        "Point = dataclasses.make_dataclass('Point', [('x', int)])\n"
        "list(generate_instances(Point, 3))\n"
        "assert not {'django', 'beanie', 'bson'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", source], check=True)


def call_pfg(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``pfg`` in *folder* without the variables of Django."""
    command = [sys.executable, "-m", "pytest_fixturegen", *words]
    environment = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
