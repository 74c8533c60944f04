"""What the package imports at startup."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "pydantic",
    "pydantic_core",
    "faker",
    "click",
    "httpx",
    "orjson",
    "hypothesis",
    "rich",
    "yaml",
}


def list_imported_modules(statement: str) -> set[str]:
    """Return the top-level modules that *statement* imports in a new interpreter."""
    script = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout.split()
    )


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ("import pytest_fixturegen.plugin", set()),
        ("import pytest_fixturegen", set()),
        ("from pytest_fixturegen import pfg_fixture; user = pfg_fixture(int)", set()),
        ("import pytest_fixturegen.cli.main", {"click"}),
    ],
)
def test_nothing_heavy_is_imported_at_startup(statement: str, allowed: set[str]) -> None:
    assert list_imported_modules(statement) & HEAVY <= allowed


def test_help_loads_no_command() -> None:
    """A command would import its options and their dependencies."""
    statement = (
        "from pytest_fixturegen.cli.main import main\ntry:\n    main(['--help'])\n"
        "except SystemExit:\n    pass"
    )
    script = f"import sys\n{statement}\nprint('loaded:', *sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.partition("loaded:")[2]
    ours = {
        name.removeprefix("pytest_fixturegen").lstrip(".")
        for name in loaded.split()
        if name.startswith("pytest_fixturegen")
    }
    assert ours == {
        "",
        "errors",
        "_internal",
        "_internal.interrupts",
        "_internal.text",
        "cli",
        "cli.command_base",
        "cli.command_examples",
        "cli.global_options",
        "cli.main",
        "cli.output",
        "cli.param_types",
        "cli.terminal",
        "cli.version",
    }


def test_the_engine_does_not_load_asyncio() -> None:
    """It takes as long to import as the engine."""
    assert "asyncio" not in list_imported_modules("import pytest_fixturegen.api.generate")


def test_drawing_without_plugins_does_not_load_pluggy() -> None:
    assert "pluggy" not in list_imported_modules(
        "from pytest_fixturegen import generate_instances; list(generate_instances(int))"
    )


SCHEMA = {
    "type": "object",
    "required": ["id", "email"],
    "properties": {"id": {"type": "integer"}, "email": {"type": "string", "format": "email"}},
}


@pytest.mark.parametrize("command", [["gen", "json"], ["gen", "explain"], ["list"]])
def test_commands_on_documents_do_not_load_pydantic(command: list[str], tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(SCHEMA), "utf-8")
    statement = (
        "from pytest_fixturegen.cli.main import main\n"
        f"try:\n    main({[*command, str(schema)]!r})\nexcept SystemExit as end:\n"
        "    assert not end.code"
    )
    unused = {"pydantic", "pydantic_core", "faker", "sqlalchemy", "django", "multiprocessing"}
    assert list_imported_modules(statement) & unused == set()
