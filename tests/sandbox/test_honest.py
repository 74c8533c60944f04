"""Honest modules: what they do on import works in the sandbox, or fails without harm."""

from __future__ import annotations

import io
import json
import logging
import tempfile
from pathlib import Path

import pytest

from pytest_fixturegen.config.command_options import ImportConfig, JsonConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import DiscoveryError, UnsafeImportViolation
from pytest_fixturegen.providers.real_path_folder import (
    FILE_TEXT,
    FILES_FOLDER,
    FILES_VARIABLE,
    clean_up_run_folder,
)
from pytest_fixturegen.worker import client

HONEST = {
    "prints": "print('hello'); import sys; sys.stderr.write('warning')",
    "arrays": "import numpy; numpy.random.default_rng(1).normal(size=100).sum(); numpy.linalg.inv(numpy.eye(3))",
    "tables": "import pyarrow; pyarrow.table({'a': [1, 2]}).to_pydict()",
    "columns": "import pyarrow.parquet, io; b = io.BytesIO(); pyarrow.parquet.write_table(pyarrow.table({'a': [1]}), b)",
    "declares": "from sqlalchemy import create_engine, text; e = create_engine('sqlite://'); e.connect().execute(text('select 1'))",
    "maps": "from sqlmodel import SQLModel, Field; T = type('T', (SQLModel,), {'__annotations__': {'x': int}})",
    "memory": "import sqlite3; c = sqlite3.connect(':memory:'); c.execute('create table t (a)')",
    "serves": "from fastapi import FastAPI; app = FastAPI(); app.get('/')(lambda: 1); app.openapi()",
    "asks": "import httpx; c = httpx.Client(); a = httpx.AsyncClient()",
    "loops": "import asyncio; asyncio.run(asyncio.sleep(0))",
    "awaits": "import asyncio; asyncio.run(asyncio.to_thread(print, 'x'))",
    "threads": "from concurrent.futures import ThreadPoolExecutor as P; list(P(4).map(str, range(9)))",
    "locks": "import threading; t = threading.Thread(target=print); t.start(); t.join()",
    "timers": "import threading; t = threading.Timer(60, print); t.daemon = True; t.start()",
    "temporary": "import tempfile; f = tempfile.NamedTemporaryFile('w'); f.write('x'); f.close()",
    "folders": "import tempfile, pathlib; d = tempfile.TemporaryDirectory(); pathlib.Path(d.name, 'x').write_text('x'); d.cleanup()",
    "spools": "import tempfile; f = tempfile.SpooledTemporaryFile(max_size=1); f.write(b'xyz')",
    "copies": "import tempfile, shutil; d = tempfile.mkdtemp(); shutil.copy2(__file__, d); shutil.rmtree(d)",
    "homes": "import pathlib; p = pathlib.Path.home() / '.cache' / 'app'; p.mkdir(parents=True); (p / 'x').write_text('x')",
    "logs": "import logging; logging.basicConfig(level=10); logging.getLogger('x').warning('hello')",
    "handles": "import logging.handlers, tempfile; logging.handlers.RotatingFileHandler(tempfile.mktemp(), maxBytes=9)",
    "dotenv": "from dotenv import load_dotenv; load_dotenv(); load_dotenv('/nowhere/.env')",
    "settings": "import pydantic_settings as s; S = type('S', (s.BaseSettings,), {'__annotations__': {'x': int}, 'x': 1}); S()",
    "machine": "import platform; platform.platform(); platform.uname(); platform.node(); platform.processor()",
    "identity": "import uuid; uuid.uuid1(); uuid.uuid4(); uuid.getnode()",
    "user": "import getpass, os; getpass.getuser(); os.path.expanduser('~')",
    "certificates": "import ssl; ssl.create_default_context()",
    "certified": "import certifi, ssl; ssl.create_default_context(cafile=certifi.where())",
    "zones": "import zoneinfo, datetime; datetime.datetime.now(zoneinfo.ZoneInfo('Europe/Berlin'))",
    "sockets": "import socket; socket.socketpair(); socket.gethostname(); socket.getaddrinfo('localhost', 80)",
    "probes": "import socket\ntry:\n    socket.socket(socket.AF_INET6).bind(('::1', 0))\nexcept OSError:\n    pass",
    "resources": "import json, pathlib; json.loads((pathlib.Path(__file__).parent / 'facts.json').read_text())",
    "packages": "import importlib.metadata as m; m.version('pydantic'); list(m.entry_points())",
    "fakes": "import faker; faker.Faker('de_DE').name()",
    "locale": "import locale, gettext; locale.getlocale(); gettext.translation('x', fallback=True)",
    "random": "import random, secrets, os; random.random(); secrets.token_hex(); os.urandom(8); open('/dev/urandom', 'rb').read(4)",
    "compiles": "import re, dataclasses, collections; re.compile('a+b'); collections.namedtuple('T', 'a b'); exec('x = 1')",
    "folder again": "import os; os.makedirs(os.path.dirname(os.path.abspath(__file__)), exist_ok=True)",
}
"""The code of modules, by what it does on import."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The honest modules, and ``models.py``, which imports all of them."""
    (tmp_path / "facts.json").write_text("{}")
    (tmp_path / ".env").write_text("X=1\n")
    names = []
    for name, code in HONEST.items():
        names.append(f"honest_{name.replace(' ', '_')}")
        (tmp_path / f"{names[-1]}.py").write_text(code + "\n")
    model = "from pydantic import BaseModel\nclass User(BaseModel):\n    id: int = 1\n"
    tried = "".join(
        f"try:\n    import {name}\nexcept BaseException as error:\n    broken.append(f'{name}: {{error!r}}')\n"
        for name in names
    )
    (tmp_path / "models.py").write_text(
        f"broken = []\n{tried}if broken: raise ValueError(' | '.join(broken))\n{model}"
    )
    (tmp_path / "plain.py").write_text(model)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def list_models(target: str, **granted: object) -> list[str]:
    """Return the names that ``pfg list`` finds."""
    imports = ImportConfig(timeout=120, **granted)  # type: ignore[arg-type]
    return [model["name"] for model in client.list_models(target, SelectionConfig(), imports)]


def test_there_are_at_least_32_honest_modules() -> None:
    assert len(HONEST) >= 32


def test_honest_modules_are_imported(project: Path) -> None:
    assert list_models("models.py") == ["User"]


DATABASE = """
from sqlalchemy import create_engine
from sqlmodel import Field, SQLModel
class Row(SQLModel, table=True):
    id: int = Field(primary_key=True)
SQLModel.metadata.create_all(create_engine("sqlite:///app.db"))
"""


def test_a_database_needs_a_grant_that_the_error_names(project: Path) -> None:
    (project / "rows.py").write_text(DATABASE)
    with pytest.raises(UnsafeImportViolation) as caught:
        list_models("rows.py")
    assert f"--allow-write {project / 'app.db'}" in caught.value.hint
    assert list_models("rows.py", allow_write=("app.db",)) == ["Row"]
    assert (project / "app.db").stat().st_size


def test_an_outside_file_needs_a_grant_that_the_error_names(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    facts = tmp_path_factory.mktemp("elsewhere") / "facts.txt"
    facts.write_text("x")
    (project / "reader.py").write_text(
        f"open({str(facts)!r}).read()\n" + (project / "plain.py").read_text()
    )
    with pytest.raises(DiscoveryError, match="PermissionError") as caught:
        list_models("reader.py")
    assert f"--allow-read {facts}" in caught.value.hint
    assert list_models("reader.py", allow_read=(str(facts),)) == ["User"]


def test_a_variable_needs_a_grant_that_the_error_names(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "x")
    (project / "env.py").write_text(
        "import os\nos.environ['DATABASE_URL']\n" + (project / "plain.py").read_text()
    )
    with pytest.raises(DiscoveryError) as caught:
        list_models("env.py")
    assert "--allow-env DATABASE_URL" in caught.value.hint
    assert list_models("env.py", allow_env=("DATABASE_URL",)) == ["User"]


def test_only_a_granted_address_can_be_reached(project: Path) -> None:
    import socket

    with (
        socket.create_server(("127.0.0.1", 0)) as granted,
        socket.create_server(("127.0.0.1", 0)) as other,
    ):
        ports = [server.getsockname()[1] for server in (granted, other)]
        for name, port in zip(("granted", "other"), ports, strict=True):
            code = f"import socket; socket.create_connection(('127.0.0.1', {port}))\n"
            (project / f"{name}.py").write_text(code + (project / "plain.py").read_text())
        allowed = (f"127.0.0.1:{ports[0]}",)
        assert list_models("granted.py", allow_net=allowed) == ["User"]
        with pytest.raises(UnsafeImportViolation, match=f"connect to 127.0.0.1:{ports[1]}"):
            list_models("other.py", allow_net=allowed)


def test_an_address_without_a_port_is_refused(project: Path) -> None:
    with pytest.raises(Exception, match="expected HOST:PORT"):
        list_models("plain.py", allow_net=("localhost",))


def test_files_that_records_name_outlive_the_run(project: Path) -> None:
    code = "from pydantic import BaseModel, FilePath, DirectoryPath\nclass Job(BaseModel):\n    file: FilePath\n    folder: DirectoryPath\n"
    (project / "jobs.py").write_text(code)
    written = []
    for _ in range(2):
        out = io.BytesIO()
        imports = ImportConfig(timeout=120)
        result = client.emit_json(
            "jobs.py", JsonConfig(), GenerationConfig(), SelectionConfig(), imports, stdout=out
        )
        assert not result.failures
        written.append(json.loads(out.getvalue()))
    assert written[0] == written[1]
    assert Path(written[0][0]["file"]).is_file()
    assert Path(written[0][0]["folder"]).is_dir()


def test_the_target_fills_no_file_that_outlives_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = (
        "import os\n"
        "from contextlib import suppress\n"
        "from pydantic import BaseModel, FilePath\n"
        f"folder = os.environ['{FILES_VARIABLE}']\n"
        "for name in ('file-0001.txt', 'other'):\n"
        "    with suppress(OSError):\n"
        "        os.close(os.open(f'{folder}/{name}', os.O_CREAT))\n"
        "    with suppress(OSError):\n"
        "        open(f'{folder}/{name}', 'w').write('x' * 1000)\n"
        "class Job(BaseModel):\n"
        "    file: FilePath\n"
    )
    (project / "filling.py").write_text(code)
    options = (JsonConfig(), GenerationConfig(), SelectionConfig(), ImportConfig(timeout=120))
    assert not client.emit_json("filling.py", *options, stdout=io.BytesIO()).failures
    (folder,) = (tmp_path / FILES_FOLDER).iterdir()
    assert {path.stat().st_size for path in folder.iterdir()} == {0}
    clean_up_run_folder(folder)
    assert {path.read_bytes() for path in folder.iterdir()} == {FILE_TEXT}
    assert not (folder / "other").exists()


def test_active_layers_are_logged_as_info(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("pytest_fixturegen").propagate = True
    caplog.set_level(logging.INFO, "pytest_fixturegen")
    list_models("plain.py")
    assert [record.getMessage() for record in caplog.records if "limits" in record.getMessage()]


def test_the_project_may_be_the_home_directory(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "sibling.py").write_text("NAME = 'x'\n")
    (project / "atome.py").write_text(
        "from pydantic import BaseModel\nimport sibling\nclass M(BaseModel):\n    x: int\n"
    )
    (project / ".netrc").write_text("secret")
    monkeypatch.setenv("HOME", str(project))
    assert [
        model["name"] for model in client.list_models("atome.py", SelectionConfig(), ImportConfig())
    ] == ["M"]
    (project / "prying.py").write_text(f"print(open({str(project / '.netrc')!r}).read())\n")
    with pytest.raises(UnsafeImportViolation, match="netrc"):
        client.list_models("prying.py", SelectionConfig(), ImportConfig())
