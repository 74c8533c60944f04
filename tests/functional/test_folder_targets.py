"""Folders as targets: every file is imported, and those that fail are reported once each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pytest_fixturegen.discovery import folders
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.errors import DiscoveryError
from tests.functional.conftest import Pfg, assert_success

ORDERS = """
from pydantic import BaseModel
from app.models import User
class Order(BaseModel):
    id: int
    user: User
"""

BROKEN_FILES = {
    "app/missing.py": "import nowhere_at_all\n",
    "app/syntax.py": "x = (\n",
    "app/raises.py": "raise RuntimeError('boom')\n",
}

LEFT_OUT_FILES = (
    "app/__main__.py",
    "app/conftest.py",
    "app/test_models.py",
    "app/tests/models.py",
    "app/migrations/m1.py",
    "app/.hidden/models.py",
    "app/node_modules/models.py",
    "app/venv/lib/models.py",
    "app/alembic/env.py",
)


def write_files(project: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project with a folder without ``__init__.py`` in its package."""
    monkeypatch.setenv("PFG_TIMEOUT", "60")  # machines that run tests are often busy
    write_files(project, {"app/shop/orders.py": ORDERS})
    return project


def test_a_folder_has_the_models_of_all_its_files(folder: Path, pfg: Pfg) -> None:
    (folder / "app" / "__init__.py").write_text("from app.models import User\n__all__ = ['User']\n")
    listed = pfg("list", "app/")
    assert_success(listed)
    assert [line.split()[0] for line in listed.output.splitlines()] == [
        "app.models.Address",
        "app.models.User",
        "app.shop.orders.Order",
    ]
    members = parse_target("app/", folder).members
    for spelling in ("./app", str(folder / "app"), "app/../app"):
        assert parse_target(spelling, folder).members == members


def test_files_that_fail_are_listed_once_and_the_others_served(folder: Path, pfg: Pfg) -> None:
    write_files(folder, BROKEN_FILES)
    result = pfg("gen", "json", "app/", "-n", "2", "--out", "{model}.json")
    assert result.exit_code == 10
    assert (
        "3 of 6 files could not be imported; the models of the others are served" in result.output
    )
    for name in BROKEN_FILES:
        assert sum(name in line for line in result.output.splitlines()) == 1, name
    assert len(json.loads((folder / "Order.json").read_text())) == 2
    listed = pfg("list", "app/", "--json-errors")
    assert listed.exit_code == 10
    models, error = listed.stdout.split("{", 1)
    assert "app.models.User  model" in models
    failures = json.loads("{" + error)["error"]["details"]["failures"]
    assert [failure["details"]["file"] for failure in failures] == sorted(BROKEN_FILES)
    for command in (["gen", "explain"], ["gen", "fixtures"], ["doctor"]):
        assert pfg(*command, "app/").exit_code == 10, command


def test_a_file_that_ends_the_child_is_left_out(folder: Path, pfg: Pfg) -> None:
    write_files(folder, {"app/net.py": NET, "app/quits.py": "import os\nos._exit(0)\n"})
    result = pfg("list", "app/")
    assert result.exit_code == 40
    assert "2 of 5 files could not be imported" in result.output
    assert "connect to 10.0.0.1:80 at" in result.output
    assert "app/quits.py: The process that runs the target ended" in result.output
    assert "--exclude 'app.net.*' does not import it" in result.output
    assert "app.shop.orders.Order  model" in result.output


NET = "import socket\nsocket.create_connection(('10.0.0.1', 80), timeout=1)\n"


def test_an_excluded_file_is_not_imported(folder: Path, pfg: Pfg) -> None:
    write_files(folder, BROKEN_FILES)
    patterns = [f"app.{Path(name).stem}.*" for name in BROKEN_FILES]
    words = [word for pattern in patterns for word in ("--exclude", pattern)]
    assert_success(pfg("list", "app/", *words))


def test_a_folder_whose_files_all_fail_is_an_error(folder: Path, pfg: Pfg) -> None:
    (folder / "app" / "__init__.py").write_text("import nowhere_at_all\n")
    result = pfg("gen", "json", "app/")
    assert result.exit_code == 10
    assert "3 of 3 files could not be imported.\n" in result.output


def test_tests_migrations_environments_and_programs_are_left_out(folder: Path, pfg: Pfg) -> None:
    write_files(folder, dict.fromkeys(LEFT_OUT_FILES, "raise SystemExit(9)\n"))
    (folder / "app" / "venv" / "pyvenv.cfg").touch()
    (folder / "app" / "alembic" / "script.py.mako").touch()
    assert_success(pfg("gen", "fixtures", "app/", "--out", "app/fixtures.py"))
    names = [Path(member.file).name for member in parse_target("app/", folder).members]
    assert names == ["__init__.py", "models.py", "orders.py"]


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "app" / "loop").symlink_to(folder / "app")
    outside = folder / "secret.py"
    outside.write_text("raise SystemExit\n")
    (folder / "app" / "linked.py").symlink_to(outside)
    assert len(parse_target("app/", folder).members) == 3


def test_sources_below_src_keep_their_names(project: Path, pfg: Pfg) -> None:
    write_files(project, {"pyproject.toml": "", "setup.py": "raise SystemExit"})
    write_files(project, {"src/shop/cart.py": "import dataclasses\n" + CART})
    (project / "app" / "models.py").unlink()
    listed = pfg("list", ".")
    assert_success(listed)
    assert listed.output == "shop.cart.Cart  dataclass\n"


CART = "@dataclasses.dataclass\nclass Cart:\n    total: int\n"


def test_a_name_selects_the_model_of_any_file(folder: Path, pfg: Pfg) -> None:
    listed = pfg("list", "app/:Order")
    assert_success(listed)
    assert listed.output == "app.shop.orders.Order  model\n"
    typed = pfg("gen", "json", "app/", "--type", "list[Order]", "-n", "1", "--jsonl")
    assert_success(typed)
    assert "user" in json.loads(typed.output)[0]
    write_files(folder, {"app/other.py": ORDERS})
    twice = pfg("list", "app/:Order")
    assert twice.exit_code == 10
    assert "has 2 models 'Order': app.other:Order, app.shop.orders:Order." in twice.output
    assert pfg("list", "app/:Ordr").exit_code == 10


def test_the_source_of_a_folder_is_read_without_an_import(folder: Path, pfg: Pfg) -> None:
    write_files(folder, BROKEN_FILES)
    listed = pfg("list", "app/", "--ast")
    assert listed.exit_code == 10
    assert "1 of 6 files could not be imported" in listed.output
    assert "app.shop.orders.Order  model" in listed.output
    assert pfg("doctor", "app/", "--ast").exit_code == 10


def test_a_store_and_a_handler_take_folders(folder: Path, pfg: Pfg) -> None:
    sent = pfg(
        "persist",
        "app/",
        "--handler",
        "jsonl",
        "-n",
        "2",
        "--handler-config",
        '{"path": "o.jsonl"}',
    )
    assert_success(sent)
    assert "delivered 6 records" in sent.output


def test_a_folder_without_models_or_with_too_many_files_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "empty").mkdir()
    with pytest.raises(DiscoveryError, match="no Python files"):
        parse_target("empty/", project)
    monkeypatch.setattr(folders, "MAX_FILES", 1)
    with pytest.raises(DiscoveryError, match="is too large"):
        parse_target("app/", project)
