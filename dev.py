"""Everything a fresh machine needs, with Python and pip alone.

    python3 dev.py demo     # installs, and makes data from real models: the shop's, MCP's, OpenAPI's, GeoJSON's, STAC's
    python3 dev.py test     # installs, and passes the tests
    python3 dev.py lint     # ruff, mypy, pyright, pyrefly, import-linter

Each installs into .venv, which is made when it is missing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
UNWANTED = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
"""Variables that would bring in other code, or have every child of a test compile all of it anew."""

TARGETS = ("mcp.types", "openapi_pydantic", "geojson_pydantic", "stac_pydantic")


def run(*command: str | Path) -> int:
    """Run *command* from the project's root; its exit code."""
    print("$", *(str(part).removeprefix(f"{BIN}{os.sep}") for part in command), flush=True)  # noqa: T201
    environment = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=environment, check=False
    ).returncode


def install(*extras: str) -> None:
    """The project and *extras* into .venv: by uv, which takes a third of the time, and by pip where uv cannot."""
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(VENV, with_pip=True)
    project = ("-e", f".[{','.join(extras)}]")
    pip = (BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check")
    uv = (
        BIN / "python",
        "-m",
        "uv",
        "pip",
        "install",
        "-q",
        "--compile-bytecode",
        "--python",
        BIN / "python",
    )
    if (run(*pip, "uv") or run(*uv, *project)) and run(*pip, *project):
        sys.exit("dev.py: the installation failed.")


def demo() -> int:
    """The main job on real models."""
    install("test")
    shop = ROOT / "examples" / "shop" / "models.py"
    worst = run(
        BIN / "pfg", "gen", "json", f"{shop}:Customer", "-n", "2", "--seed", "7", "--indent", "2"
    )
    worst |= run(
        BIN / "pfg", "gen", "fixtures", shop, "--seed", "7", "--out", "out/test_shop_fixtures.py"
    )
    for target in TARGETS:
        code = run(
            BIN / "pfg",
            "gen",
            "json",
            target,
            "-n",
            "20",
            "--seed",
            "7",
            "--jsonl",
            "--out",
            "out/" + target + "/{model}.jsonl",
        )
        worst |= (
            code if code != 20 else 0
        )  # 20: some models could not be served, each said so in a line
    return worst


def test(*arguments: str) -> int:
    """The tests, on both cores."""
    install("test")
    return run(BIN / "python", "-m", "pytest", "-n", "2", *arguments)


def lint() -> int:
    """Style, types and layers."""
    install("test", "lint")
    checks = [
        ["ruff", "format", "--check"],
        ["ruff", "check"],
        ["mypy"],
        ["basedpyright"],
        ["lint-imports"],
    ]
    checks.append(["pyrefly", "check", "typing_tests/public.py"])
    return max(run(BIN / check[0], *check[1:]) for check in checks)


if __name__ == "__main__":
    commands = {"demo": demo, "test": test, "lint": lint}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
