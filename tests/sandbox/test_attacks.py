"""Hostile modules: no attack succeeds, and attempts are reported even if the module hides them."""

from __future__ import annotations

import io
import logging
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.config.command_options import ImportConfig, JsonConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.sandbox import prestart
from pytest_fixturegen.sandbox.environment import NO_KERNEL_VARIABLE
from pytest_fixturegen.sandbox.linux.landlock import read_abi_version
from pytest_fixturegen.sandbox.linux.syscalls import detect_machine
from pytest_fixturegen.worker import client
from tests.sandbox.hostile import REPORTED_ACTIONS, UNREPORTED_ACTIONS, build_module

SECRET = "KEY-41d8"
IMPORTS = ImportConfig(timeout=120)


class Scene:
    """A project, a home directory, a folder outside of both, and a port that listens."""

    def __init__(self, root: Path, listener: socket.socket) -> None:
        self.root, self.listener, self.port = root, listener, listener.getsockname()[1]
        for folder in ("here/.git/hooks", "outside", "home/.ssh"):
            (root / folder).mkdir(parents=True)
        (root / "home/.ssh/id_rsa").write_text(SECRET)
        (root / "outside/kept.txt").write_text("kept")
        self.before = self.read_state()

    def write(self, actions: list[str]) -> Path:
        """Write ``models.py``, which tries *actions*."""
        path = self.root / "here" / "models.py"
        names = {name: str(self.root / name) for name in ("outside", "home", "here")}
        path.write_text(build_module(actions, port=self.port, **names))
        self.before = self.read_state()
        return path

    def read_state(self) -> dict[str, tuple[Any, ...]]:
        """Return every file with its mode, its time and its bytes."""
        found = [path for path in self.root.rglob("*") if path.suffix != ".pyc"]
        return {
            str(path): (
                path.lstat().st_mode,
                path.lstat().st_mtime_ns,
                path.read_bytes() if path.is_file() else b"",
            )
            for path in found
        }

    def find_changes(self) -> list[str]:
        """Return the files that an attack has changed, and whether it has connected."""
        after = self.read_state()
        changed = [
            path for path in self.before.keys() | after if self.before.get(path) != after.get(path)
        ]
        try:
            self.listener.accept()
        except BlockingIOError:
            return changed
        return [*changed, "connected"]


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """A scene whose project is the working directory, and a prestarted child."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        scene = Scene(tmp_path, listener)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.setenv("API_TOKEN", SECRET)
        monkeypatch.delenv("PYTHONPATH", raising=False)
        monkeypatch.chdir(tmp_path / "here")
        # As the command line does: the child imports what every job needs before it has walls.
        prestart.prestart_child(["gen"])
        assert len(prestart.waiting_children) == 1
        yield scene
        prestart.stop_waiting_children()


def list_models(path: Path, imports: ImportConfig = IMPORTS) -> list[dict[str, Any]]:
    """Return the reports of ``pfg list``."""
    return client.list_models(str(path), SelectionConfig(), imports)


@pytest.fixture
def sandbox_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log of the sandbox."""
    caplog.set_level(logging.INFO, "pytest_fixturegen")
    logging.getLogger("pytest_fixturegen").propagate = True
    return caplog


@pytest.mark.parametrize("kernel", [True, False], ids=["kernel", "hook alone"])
def test_every_attempt_is_refused_and_reported(
    scene: Scene, kernel: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NO_KERNEL_VARIABLE, str(int(not kernel)))
    actions = [action for actions in REPORTED_ACTIONS.values() for action in actions]
    path = scene.write(actions)
    with pytest.raises(UnsafeImportViolation) as caught:
        list_models(path)
    tries = [
        number for number, line in enumerate(path.read_text().splitlines(), 1) if line == "try:"
    ]
    lines = {
        attempt["line"]
        for attempt in caught.value.facts["attempts"]
        if attempt.get("file") == str(path)
    }
    unreported = [
        action
        for action, start in zip(actions, tries, strict=True)
        if not lines & set(range(start, start + action.count("; ") + 2))
    ]
    # A thread has no frame of the module, so its attempt is reported without a line.
    assert unreported == [
        "import threading; "
        "t = threading.Thread(target=os.system, args=('true',)); t.start(); t.join()"
    ]
    assert any("start true" in attempt["what"] for attempt in caught.value.facts["attempts"])
    assert scene.find_changes() == []


def test_the_kernel_stops_actions_that_raise_no_audit_event(
    scene: Scene, sandbox_log: pytest.LogCaptureFixture
) -> None:
    path = scene.write(UNREPORTED_ACTIONS)
    assert [model["name"] for model in list_models(path)] == ["User"]
    here = detect_machine()
    if here is not None and read_abi_version(here):
        assert scene.find_changes() == []
        assert "missing" not in sandbox_log.text
        assert SECRET not in sandbox_log.text
    else:
        assert "missing: Landlock" in sandbox_log.text


def test_an_attempt_while_drawing_is_reported_before_records_are_used(scene: Scene) -> None:
    path = scene.write([])
    path.write_text(
        path.read_text() + "from pydantic import field_validator\n"
        "class Late(BaseModel):\n"
        "    x: int\n"
        "    @field_validator('x')\n"
        "    def reach(cls, value):\n"
        "        try:\n"
        "            open(outside + '/new', 'w')\n"
        "        except OSError:\n"
        "            pass\n"
        "        return value\n"
    )
    scene.before = scene.read_state()
    settings = JsonConfig(out=str(scene.root / "here" / "out.json"))
    with pytest.raises(UnsafeImportViolation, match="outside/new"):
        client.emit_json(
            f"{path}:Late",
            settings,
            GenerationConfig(),
            SelectionConfig(),
            IMPORTS,
            stdout=io.BytesIO(),
        )
    assert not (scene.root / "outside" / "new").exists()
    assert not (scene.root / "here" / "out.json").exists()


def test_startup_files_of_the_project_do_not_run_before_the_walls(scene: Scene) -> None:
    path = scene.write([])
    for name in ("sitecustomize.py", "usercustomize.py", "json.py", "ctypes.py"):
        path.with_name(name).write_text(f"open({str(scene.root / 'outside' / name)!r}, 'w')\n")
    path.with_name("evil.pth").write_text(
        f"import os; open({str(scene.root / 'outside' / 'pth')!r}, 'w')\n"
    )
    scene.before = scene.read_state()
    assert [model["name"] for model in list_models(path)] == ["User"]
    assert scene.find_changes() == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("while True: pass", "took longer than 1.5 seconds"),
        ("import time\ntry:\n    time.sleep(99)\nexcept BaseException: pass", "took longer"),
        ("import os\nos._exit(0)", "ended before it was done"),
        ("import os\nos.closerange(0, 99)", "ended before it was done"),
        ("import os, signal\nos.kill(os.getpid(), 11)", "SIGSEGV"),
        ("import sys\nfor _ in range(200): sys.stdout.write('x' * (1 << 20))", "SIGXFSZ"),
        (
            "import os\n"
            "for fd in range(3, 9):\n"
            "    try: os.write(fd, b'[' * 100)\n"
            "    except OSError: pass",
            "invalid frame",
        ),
        ("x = bytearray(900 << 20)", "ran out of memory"),
        (
            "import mmap\n"
            "m = mmap.mmap(-1, 900 << 20)\n"
            "for at in range(0, 900 << 20, 4096): m[at] = 1",
            "more than 256 MB",
        ),
    ],
)
def test_an_exceeded_limit_or_a_broken_channel_is_a_violation(
    scene: Scene, code: str, message: str
) -> None:
    path = scene.write([])
    path.write_text(code + "\n" + path.read_text())
    timeout = 1.5 if "longer" in message else 60
    with pytest.raises(UnsafeImportViolation, match=message):
        list_models(path, ImportConfig(timeout=timeout, memory_limit_mb=256))


def test_output_of_the_module_is_shortened_and_cleaned(
    scene: Scene, sandbox_log: pytest.LogCaptureFixture
) -> None:
    path = scene.write(["print('begin\\x1b]0;title\\x07' + 'x' * 200_000 + 'end')"])
    list_models(path)
    assert len(sandbox_log.text) < 100_000
    assert "target: begin" in sandbox_log.text
    assert "end" in sandbox_log.text
    assert "\x1b" not in sandbox_log.text


def test_error_messages_of_the_module_contain_no_terminal_controls(scene: Scene) -> None:
    path = scene.write([])
    path.write_text("raise ValueError('\\x1b]0;x\\x07 \\u202e back')\n")
    with pytest.raises(Exception, match="ValueError") as caught:
        list_models(path)
    assert not {"\x1b", "\x07", "\u202e"} & set(str(caught.value))


def test_model_names_that_are_paths_are_not_listed(scene: Scene) -> None:
    path = scene.write([])
    path.write_text(
        path.read_text() + "globals()['..'] = globals()['../x'] = type('E', (BaseModel,), {})\n"
    )
    assert [model["name"] for model in list_models(path)] == ["User"]


def test_off_and_trust_run_without_walls_and_log_a_warning(
    scene: Scene, sandbox_log: pytest.LogCaptureFixture
) -> None:
    path = scene.write(["open(outside + '/new', 'w').write(os.environ['API_TOKEN'])"])
    for imports in (ImportConfig(trust=True), ImportConfig(sandbox="off")):
        assert list_models(path, imports)
    assert (scene.root / "outside/new").read_text() == SECRET
    assert sandbox_log.text.count("sandbox: off") == 2


def test_strict_fails_if_a_layer_is_missing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_KERNEL_VARIABLE, "1")
    with pytest.raises(
        UnsafeImportViolation, match="lacks layers that --sandbox strict needs: Landlock"
    ):
        list_models(scene.write([]), ImportConfig(sandbox="strict"))


def test_missing_layers_are_logged_as_a_warning(
    scene: Scene, sandbox_log: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NO_KERNEL_VARIABLE, "1")
    list_models(scene.write([]))
    assert [
        record.getMessage() for record in sandbox_log.records if record.levelno == logging.WARNING
    ] == ["sandbox: limits, audit hook; missing: Landlock (switched off), seccomp (switched off)"]
