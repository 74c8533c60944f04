"""Make a release: ``python3 dev.py release 0.2.0``.

Build the changelog, the wheel and the source, check them, commit and tag. Nothing is published:
the last lines say what to push and upload.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "pyproject.toml"
DIST = ROOT / "dist"
VERSION = re.compile(r'^version = "(.+)"$', re.MULTILINE)
MAX_IMPORT_SECONDS = 1.0
"""Time that ``pfg --version`` may take: a mistake, such as an eager import, takes longer."""


def run(*command: str | Path, folder: Path = ROOT) -> str:
    """Run *command* and return its output; end if it fails."""
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"release: {' '.join(words)} failed.\n{result.stdout}{result.stderr}")
    return result.stdout


def check_state(version: str) -> None:
    """End unless *version* is new and everything is committed."""
    if not re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", version):
        sys.exit(f"release: expected a version such as 1.2.0 or 1.2.0rc1, got {version!r}.")
    if run("git", "status", "--porcelain").strip():
        sys.exit("release: commit your changes first.")
    if f"v{version}" in run("git", "tag", "--list").split():
        sys.exit(f"release: the tag v{version} exists.")


def write_version(version: str) -> None:
    """Write *version* to the project, and its changelog from the fragments."""
    PROJECT.write_text(
        VERSION.sub(f'version = "{version}"', PROJECT.read_text("utf-8"), 1), "utf-8"
    )
    run(sys.executable, "-m", "towncrier", "build", "--yes", "--version", version)


def build() -> Path:
    """Build the source and the wheel, check both, and return the wheel."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "build")
    run(sys.executable, "-m", "twine", "check", "--strict", *DIST.iterdir())
    return next(DIST.glob("*.whl"))


def try_wheel(wheel: Path, version: str) -> None:
    """Install *wheel* into an empty environment; end unless its command works, and quickly."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        bin_folder = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        run(bin_folder / "python", "-m", "pip", "install", "--quiet", wheel)
        shown = run(bin_folder / "pfg", "--version")
        if version not in shown:
            sys.exit(f"release: expected pfg --version to show {version}, got {shown!r}.")
        script = (
            "import subprocess, sys, time\nstart = time.perf_counter()\n"
            "subprocess.run([sys.argv[1], '--version'], check=True, capture_output=True)\n"
            "print(time.perf_counter() - start)"
        )
        seconds = float(run(bin_folder / "python", "-c", script, bin_folder / "pfg"))
        print(f"pfg --version takes {seconds:.2f} s")
        if seconds > MAX_IMPORT_SECONDS:
            sys.exit(f"release: expected less than {MAX_IMPORT_SECONDS} s.")


def main() -> None:
    """Make the release that the first argument names."""
    if len(sys.argv) != 2:
        sys.exit("usage: python3 dev.py release VERSION")
    version = sys.argv[1]
    check_state(version)
    write_version(version)
    try_wheel(build(), version)
    run("git", "commit", "--all", "--message", f"Release {version}")
    run("git", "tag", "--annotate", f"v{version}", "--message", f"Release {version}")
    print(
        f"v{version} is tagged. To publish it:\n"
        f"  git push origin main v{version}\n  python -m twine upload dist/*"
    )


if __name__ == "__main__":
    main()
