"""Hostile modules: nothing gets out, and what was tried is told, even when the module swallowed the refusal."""

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
from tests.sandbox.hostile import TOLD, UNTOLD, source

SECRET = "KEY-41d8"
PATIENT = ImportConfig(timeout=120)


class Scene:
    """A project, a folder and a home beside it, and a port that listens: *marks* says what an attack has left."""

    def __init__(self, root: Path, listener: socket.socket) -> None:
        self.root, self.listener, self.port = root, listener, listener.getsockname()[1]
        for folder in ("here/.git/hooks", "outside", "home/.ssh"):
            (root / folder).mkdir(parents=True)
        (root / "home/.ssh/id_rsa").write_text(SECRET)
        (root / "outside/kept.txt").write_text("kept")
        self.before = self.state()

    def write(self, acts: list[str]) -> Path:
        """``models.py``, which tries *acts*."""
        path = self.root / "here" / "models.py"
        names = {name: str(self.root / name) for name in ("outside", "home", "here")}
        path.write_text(source(acts, port=self.port, **names))
        self.before = self.state()
        return path

    def state(self) -> dict[str, tuple[Any, ...]]:
        """Every file, its mode, its times and its bytes."""
        found = [path for path in self.root.rglob("*") if path.suffix != ".pyc"]
        return {
            str(path): (
                path.lstat().st_mode,
                path.lstat().st_mtime_ns,
                path.read_bytes() if path.is_file() else b"",
            )
            for path in found
        }

    def marks(self) -> list[str]:
        """What has changed, and whether anybody called."""
        after = self.state()
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
    """Where attacks happen; the working directory is the project."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        scene = Scene(tmp_path, listener)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.setenv("API_TOKEN", SECRET)
        monkeypatch.delenv("PYTHONPATH", raising=False)
        monkeypatch.chdir(tmp_path / "here")
        prestart.prestart_child(
            ["gen"]
        )  # as the command line does it: what every job needs is imported before there are walls
        assert len(prestart.waiting_children) == 1
        yield scene
        prestart.stop_waiting_children()


def listed(path: Path, imports: ImportConfig = PATIENT) -> list[dict[str, Any]]:
    """What ``pfg list`` finds."""
    return client.list_models(str(path), SelectionConfig(), imports)


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the sandbox says beside results."""
    caplog.set_level(logging.INFO, "pytest_fixturegen")
    logging.getLogger("pytest_fixturegen").propagate = True
    return caplog


@pytest.mark.parametrize("kernel", [True, False], ids=["kernel", "hook alone"])
def test_every_attempt_is_refused_and_told(
    scene: Scene, kernel: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NO_KERNEL_VARIABLE, str(int(not kernel)))
    acts = [act for acts in TOLD.values() for act in acts]
    path = scene.write(acts)
    with pytest.raises(UnsafeImportViolation) as caught:
        listed(path)
    tries = [
        number for number, line in enumerate(path.read_text().splitlines(), 1) if line == "try:"
    ]
    lines = {
        attempt["line"]
        for attempt in caught.value.facts["attempts"]
        if attempt.get("file") == str(path)
    }
    untold = [
        act
        for act, start in zip(acts, tries, strict=True)
        if not lines & set(range(start, start + act.count("; ") + 2))
    ]
    assert untold == [
        "import threading; t = threading.Thread(target=os.system, args=('true',)); t.start(); t.join()"
    ]
    assert any(
        "start true" in attempt["what"] for attempt in caught.value.facts["attempts"]
    )  # of a thread, no line is known
    assert scene.marks() == []


def test_what_has_no_event_comes_to_nothing_where_the_kernel_helps(
    scene: Scene, said: pytest.LogCaptureFixture
) -> None:
    path = scene.write(UNTOLD)
    assert [model["name"] for model in listed(path)] == ["User"]
    here = detect_machine()
    if here is not None and read_abi_version(here):
        assert scene.marks() == []
        assert "missing" not in said.text
        assert SECRET not in said.text
    else:
        assert "missing: Landlock" in said.text


def test_what_is_tried_while_records_are_made_is_told_before_any_is_used(scene: Scene) -> None:
    path = scene.write([])
    path.write_text(
        path.read_text() + "from pydantic import field_validator\n"
        "class Late(BaseModel):\n"
        "    x: int\n"
        "    @field_validator('x')\n"
        "    def reach(cls, value):\n"
        "        try:\n            open(outside + '/new', 'w')\n        except OSError:\n            pass\n"
        "        return value\n"
    )
    scene.before = scene.state()
    settings = JsonConfig(out=str(scene.root / "here" / "out.json"))
    with pytest.raises(UnsafeImportViolation, match="outside/new"):
        client.emit_json(
            f"{path}:Late",
            settings,
            GenerationConfig(),
            SelectionConfig(),
            PATIENT,
            stdout=io.BytesIO(),
        )
    assert not (scene.root / "outside" / "new").exists()
    assert not (scene.root / "here" / "out.json").exists()


def test_code_that_lies_in_wait_in_the_project_is_not_run_before_the_walls(scene: Scene) -> None:
    path = scene.write([])
    for name in ("sitecustomize.py", "usercustomize.py", "json.py", "ctypes.py"):
        path.with_name(name).write_text(f"open({str(scene.root / 'outside' / name)!r}, 'w')\n")
    path.with_name("evil.pth").write_text(
        f"import os; open({str(scene.root / 'outside' / 'pth')!r}, 'w')\n"
    )
    scene.before = scene.state()
    assert [model["name"] for model in listed(path)] == ["User"]
    assert scene.marks() == []


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("while True: pass", "took longer than 1.5 seconds"),
        ("import time\ntry:\n    time.sleep(99)\nexcept BaseException: pass", "took longer"),
        ("import os\nos._exit(0)", "ended before it was done"),
        ("import os\nos.closerange(0, 99)", "ended before it was done"),
        ("import os, signal\nos.kill(os.getpid(), 11)", "SIGSEGV"),
        ("import sys\nfor _ in range(200): sys.stdout.write('x' * (1 << 20))", "SIGXFSZ"),
        (
            "import os\nfor fd in range(3, 9):\n    try: os.write(fd, b'[' * 100)\n    except OSError: pass",
            "no frame",
        ),
        ("x = bytearray(900 << 20)", "ran out of memory"),
        (
            "import mmap\nm = mmap.mmap(-1, 900 << 20)\nfor at in range(0, 900 << 20, 4096): m[at] = 1",
            "more than 256 MB",
        ),
    ],
)
def test_a_limit_or_a_broken_channel_is_a_violation(scene: Scene, code: str, says: str) -> None:
    path = scene.write([])
    path.write_text(code + "\n" + path.read_text())
    timeout = 1.5 if "longer" in says else 60
    with pytest.raises(UnsafeImportViolation, match=says):
        listed(path, ImportConfig(timeout=timeout, memory_limit_mb=256))


def test_what_a_module_prints_is_cut_and_made_plain(
    scene: Scene, said: pytest.LogCaptureFixture
) -> None:
    path = scene.write(["print('begin\\x1b]0;title\\x07' + 'x' * 200_000 + 'end')"])
    listed(path)
    assert len(said.text) < 100_000
    assert "target: begin" in said.text
    assert "end" in said.text
    assert "\x1b" not in said.text


def test_an_error_of_the_module_cannot_speak_to_the_terminal(scene: Scene) -> None:
    path = scene.write([])
    path.write_text("raise ValueError('\\x1b]0;x\\x07 \\u202e back')\n")
    with pytest.raises(Exception, match="ValueError") as caught:
        listed(path)
    assert not {"\x1b", "\x07", "\u202e"} & set(str(caught.value))


def test_a_name_of_a_model_cannot_lead_out_of_the_folder(scene: Scene) -> None:
    path = scene.write([])
    path.write_text(
        path.read_text() + "globals()['..'] = globals()['../x'] = type('E', (BaseModel,), {})\n"
    )
    assert [model["name"] for model in listed(path)] == ["User"]


def test_off_and_trust_run_without_walls_and_say_so(
    scene: Scene, said: pytest.LogCaptureFixture
) -> None:
    path = scene.write(["open(outside + '/new', 'w').write(os.environ['API_TOKEN'])"])
    for imports in (ImportConfig(trust=True), ImportConfig(sandbox="off")):
        assert listed(path, imports)
    assert (scene.root / "outside/new").read_text() == SECRET
    assert said.text.count("sandbox: off") == 2


def test_strict_refuses_where_a_layer_is_missing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NO_KERNEL_VARIABLE, "1")
    with pytest.raises(
        UnsafeImportViolation, match="lacks what --sandbox strict asks for: Landlock"
    ):
        listed(scene.write([]), ImportConfig(sandbox="strict"))


def test_missing_layers_are_a_warning(
    scene: Scene, said: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NO_KERNEL_VARIABLE, "1")
    listed(scene.write([]))
    assert [
        record.getMessage() for record in said.records if record.levelno == logging.WARNING
    ] == ["sandbox: limits, audit hook; missing: Landlock (switched off), seccomp (switched off)"]
