"""Everything a fresh machine needs, with Python and pip alone.

    python3 dev.py demo                # install, and generate data from real models
    python3 dev.py test [ARGUMENTS]    # install, and run all tests
    python3 dev.py quick               # run the unit tests of what changed, in under 30 seconds
    python3 dev.py lint                # ruff, mypy, basedpyright, pyrefly, import-linter
    python3 dev.py docs                # build the site of the docs into site/, in strict mode
    python3 dev.py tutorial            # follow the tutorial in a new environment
    python3 dev.py bench               # compare the speed with other tools, in .venv-bench
    python3 dev.py fix                 # format, and fix what ruff can fix
    python3 dev.py fuzz ROOM [--minutes N]   # fuzz one reader of what others write
    python3 dev.py release VERSION     # build, check, commit and tag a release
    python3 dev.py mutate ROOM [N]     # mutation testing of one package

Each installs into .venv, which is created if it is missing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")

REMOVED_VARIABLES = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
"""Variables that would import other code, or make every child of a test compile all of it again."""

MODEL_PACKAGES = ("mcp.types", "openapi_pydantic", "geojson_pydantic", "stac_pydantic")

PARTLY_SERVED = 20
"""Exit code of ``pfg gen`` if some models could not be served; each was reported in a line."""

QUICK_TESTS = ("tests/internal", "tests/config")
"""What ``quick`` runs if nothing changed."""


def run(*command: str | Path) -> int:
    """Run *command* in the project's root and return its exit code."""
    print("$", format_command(command), flush=True)  # noqa: T201
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=clean_environment(), check=False).returncode


def run_quietly(*command: str | Path) -> int:
    """Run *command* as :func:`run` does, but print what it prints at once, when it has ended."""
    result = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=clean_environment(),
        check=False,
    )
    sys.stdout.write(f"$ {format_command(command)}\n{result.stdout}")
    sys.stdout.flush()
    return result.returncode


def format_command(command: tuple[str | Path, ...]) -> str:
    """Return *command* as one types it."""
    return " ".join(str(word).removeprefix(f"{BIN}{os.sep}") for word in command)


def clean_environment() -> dict[str, str]:
    """Return the variables of a command."""
    return {name: value for name, value in os.environ.items() if name not in REMOVED_VARIABLES}


def install(*groups: str, folder: Path = VENV) -> Path:
    """Install the project and dependency *groups* into the environment *folder*, and return its
    Python: with uv, which is three times as fast, or pip.
    """
    python = folder / BIN.name / "python"
    if not python.exists() and not python.with_suffix(".exe").exists():
        venv.create(folder, with_pip=True)
    project = ("-e", ".", *(word for group in groups for word in ("--group", group)))
    pip = (python, "-m", "pip", "install", "-q", "--disable-pip-version-check")
    uv = (python, "-m", "uv", "pip", "install", "-q", "--compile-bytecode", "--python", python)
    if run(*pip, "uv") != 0 or run(*uv, *project) != 0:
        run(*pip, "--upgrade", "pip")  # older ones know no dependency groups
        if run(*pip, *project):
            sys.exit("dev.py: the installation failed.")
    # The children of the sandbox write no bytecode, and would compile the package each time.
    run(python, "-m", "compileall", "-q", "pytest_fixturegen")
    return python


def demo() -> int:
    """Generate records and fixtures from the example shop and from public packages."""
    install("test")
    shop = ROOT / "examples" / "shop" / "models.py"
    pfg = BIN / "pfg"
    codes = [
        run(pfg, "gen", "json", f"{shop}:Customer", "-n", "2", "--seed", "7", "--indent", "2"),
        run(pfg, "gen", "fixtures", shop, "--seed", "7", "--out", "out/test_shop_fixtures.py"),
    ]
    for package in MODEL_PACKAGES:
        out = f"out/{package}/{{model}}.jsonl"
        code = run(pfg, "gen", "json", package, "-n", "20", "--seed", "7", "--jsonl", "--out", out)
        codes.append(0 if code == PARTLY_SERVED else code)
    return max(codes)


def test(*arguments: str) -> int:
    """Run the tests on two cores."""
    install("test")
    return run(BIN / "python", "-m", "pytest", "-n", "2", *arguments)


def quick() -> int:
    """Run the unit tests of the packages and test files that differ from the last commit."""
    install("test")
    tests = find_changed_tests(list_changed_files()) or list(QUICK_TESTS)
    return run(BIN / "python", "-m", "pytest", "-n", "2", "-q", "-x", *tests)


def list_changed_files() -> list[str]:
    """Return the files that differ from the last commit, new ones included."""
    command = ["git", "status", "--porcelain", "--no-renames", "--untracked-files=all"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line[3:] for line in result.stdout.splitlines()]


def find_changed_tests(files: list[str]) -> list[str]:
    """Return the tests of *files*: test modules themselves, and those that mirror a module.

    ``pytest_fixturegen/providers/people.py`` is tested by ``tests/providers/**/test_people*.py``.
    """
    tests: dict[str, None] = {}
    for name in files:
        path = Path(name)
        if path.parts[0] == "tests" and path.name.startswith("test_"):
            matches = [ROOT / path]
        elif path.parts[0] == "pytest_fixturegen" and len(path.parts) > 2:
            folder = ROOT / "tests" / path.parts[1].lstrip("_")
            matches = sorted(folder.rglob(f"test_{path.stem}*.py"))
        else:
            matches = []
        for match in matches:
            if match.exists():
                tests[str(match.relative_to(ROOT))] = None
    return list(tests)


def lint() -> int:
    """Check style, types and layers."""
    install("test", "lint")
    checks = (
        ("ruff", "format", "--check"),
        ("ruff", "check"),
        ("mypy",),
        ("basedpyright",),
        ("lint-imports",),
        ("pyrefly", "check", "typing_tests/public.py"),
    )
    with ThreadPoolExecutor(2) as pool:
        return max(pool.map(lambda check: run_quietly(BIN / check[0], *check[1:]), checks))


def fix() -> int:
    """Format the code, and fix what ruff can fix."""
    install("lint")
    return max(run(BIN / "ruff", "check", "--fix"), run(BIN / "ruff", "format"))


def docs() -> int:
    """Build the site, and its text for language models, from the pages in ``docs``."""
    install("docs")
    code = run(BIN / "zensical", "build", "--strict", "--clean")
    if code == 0:
        write_llms_files(ROOT / "site")
    return code


def tutorial() -> int:
    """Follow the quickstart and the tutorial to the letter, in a new environment."""
    folder = ROOT / ".venv-tutorial"
    venv.create(folder, with_pip=True, clear=True)
    python = folder / BIN.name / "python"
    pages = ("docs/quickstart.md", "docs/tutorial.md")
    install_package = (
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        ".[email,serve]",
    )
    return run(python, *install_package) or run(
        python, "-m", "tests.docs.examples", "--check", *pages
    )


def write_llms_files(site: Path) -> None:
    """Write ``llms.txt``, which lists the pages of the menu, and ``llms-full.txt`` with them."""
    settings, _, menu = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")
    url = re.findall(r"^site_url: (\S+)$", settings, re.MULTILINE)[0]
    index = ["# pytest-fixturegen", "", "> Deterministic, valid, realistic test data.", ""]
    pages = []
    for name in re.findall(r"[\w./-]+\.md", menu):
        text = (ROOT / "docs" / name).read_text("utf-8")
        title = text.partition("\n")[0].removeprefix("# ")
        place = name.removesuffix("index.md").replace(".md", "/")
        index.append(f"- [{title}]({url}{place})")
        pages.append(text)
    (site / "llms.txt").write_text("\n".join(index) + "\n", "utf-8")
    (site / "llms-full.txt").write_text("\n".join(pages), "utf-8")


def bench(*arguments: str) -> int:
    """Compare the speed with other tools, each of which has an environment of its own."""
    install("test")
    return run(BIN / "python", "-m", "benchmarks", *arguments)


def fuzz(*arguments: str) -> int:
    """Fuzz one reader of what others write."""
    install("test")
    return run(BIN / "python", "-m", "tests.fuzz", *arguments)


def mutate(*arguments: str) -> int:
    """Run mutation testing of one package."""
    install("test", "mutate")
    return run(BIN / "python", "tools/mutation.py", *arguments)


def release(*arguments: str) -> int:
    """Make a release: changelog, wheel, checks, commit and tag."""
    install("release")
    return run(BIN / "python", "tools/release.py", *arguments)


COMMANDS = {
    "demo": demo,
    "test": test,
    "quick": quick,
    "lint": lint,
    "fix": fix,
    "docs": docs,
    "tutorial": tutorial,
    "bench": bench,
    "fuzz": fuzz,
    "mutate": mutate,
    "release": release,
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(COMMANDS[sys.argv[1]](*sys.argv[2:]))
