"""Kill writing commands at random moments: each target is the complete old or new file.

python -m tests.soak.killed_writers [KILLS]
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MODELS = (
    "from pydantic import BaseModel\nclass User(BaseModel):\n    id: int\n"
    "    name: str\n    email: str\n"
)
COMMANDS = {
    "users.jsonl": ("json", "models.py", "-n", "20000", "--jsonl"),
    "test_users.py": ("fixtures", "models.py", "--cases", "40"),
}


def start(folder: Path, name: str, seed: int) -> subprocess.Popen[bytes]:
    """Start a command that writes the file *name*, in a process group."""
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        "gen",
        *COMMANDS[name],
        "--seed",
        str(seed),
        "--out",
        name,
    ]
    environment = {**os.environ, "TMPDIR": str(folder / "tmp")}
    return subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )


def run_to_end(folder: Path, name: str, seed: int) -> tuple[bytes, float]:
    """Run the command without a kill; return what it writes and how long that takes."""
    started_at = time.monotonic()
    assert start(folder, name, seed).wait(120) == 0
    return (folder / name).read_bytes(), time.monotonic() - started_at


def find_leftovers(folder: Path) -> list[str]:
    """Return the names of files that do not belong into *folder*."""
    names = {path.name for path in (*folder.iterdir(), *(folder / "tmp").iterdir())}
    return sorted(names - {"models.py", "tmp", "pytest-fixturegen", "__pycache__", *COMMANDS})


def play(folder: Path, name: str, kills: int, seconds: float, rng: random.Random) -> dict[str, int]:
    """Kill the writer of *name* up to *kills* times; count the old and new files that remain."""
    (folder / "models.py").write_text(MODELS)
    (folder / "tmp").mkdir(exist_ok=True)
    new, _ = run_to_end(folder, name, 2)
    old, usual = run_to_end(folder, name, 1)
    counts = {"kills": 0, "old": 0, "new": 0, "left": 0}
    end = time.monotonic() + seconds
    while counts["kills"] < kills and time.monotonic() < end:
        child = start(folder, name, 2)
        time.sleep(rng.uniform(0.3, 1.1) * usual)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        text = (folder / name).read_bytes()
        assert text in (old, new), f"{name} is torn"
        counts["kills"] += 1
        counts["old" if text == old else "new"] += 1
        counts["left"] += bool(find_leftovers(folder))
        (folder / name).write_bytes(old)
    run_to_end(folder, name, 2)
    left = find_leftovers(folder)
    assert not left, f"{left} stay"
    return counts


def main() -> None:
    """Print the counts for each command."""
    kills = int(sys.argv[1]) if sys.argv[1:] else 50
    for name in COMMANDS:
        with tempfile.TemporaryDirectory() as folder:
            print(name, play(Path(folder), name, kills, 3600, random.Random()))


if __name__ == "__main__":
    main()
