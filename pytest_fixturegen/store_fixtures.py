"""A store in tests: each has a state of its own, for almost nothing. PYTEST_DONT_REWRITE

The store is built once a session. A savepoint around each test undoes whatever it did, by whichever door. Pytest loads
this module at every start, so it imports nothing but the standard library and pytest.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

    from pytest_fixturegen.serve.app import App
    from pytest_fixturegen.serve.clients import ApiClient
    from pytest_fixturegen.store.store import Store

MARK = "pfg_store"
MARKER = f"{MARK}(snapshot='', counts={{}}, fail={{}}, latency=[]): the state and the trouble that a test begins with"
LINES = 20
"""How much of either a failed test shows: requests, and rows that it changed."""


@dataclass(slots=True)
class Used:
    """What a test did its work with."""

    store: Store
    apps: list[App]


USED: pytest.StashKey[Used] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture(scope="session")
def pfg_resources() -> Any:
    """What the store is made of. Override it: models, a mapping of them, ``app/models.py``, or the path of an API file."""
    pytest.fail("Say what the store is made of: a session fixture 'pfg_resources' that returns models.", pytrace=False)


@pytest.fixture(scope="session")
def pfg_adapter() -> Any:
    """Where the store's records are kept: None for what the options say. Override it: an adapter, a class, a function."""
    return None


@pytest.fixture(scope="session")
def pfg_session_store(request: pytest.FixtureRequest, pfg_resources: Any, pfg_adapter: Any) -> Iterator[Store]:
    """The store of this session. What a fixture of a wider scope puts into it, it undoes by ``rollback()``."""
    with _told_alone():
        store = _opened(request.config, pfg_resources, pfg_adapter)
    yield store
    store.close()


@pytest.fixture
def pfg_store(request: pytest.FixtureRequest, pfg_session_store: Store) -> Iterator[Store]:
    """A store with records of the models. After the test it is as it was before."""
    store = pfg_session_store
    with store.rollback():
        with _told_alone():
            _begin(store, _asks(request))
        store.log.clear()
        request.node.stash[USED] = Used(store, [])
        yield store


@pytest.fixture
def pfg_api(request: pytest.FixtureRequest, pfg_store: Store) -> Iterator[ApiClient]:
    """An httpx client on the REST API of the test's store, without a socket."""
    _require_extra()
    from pytest_fixturegen.serve.app import make_app
    from pytest_fixturegen.serve.clients import inside
    from pytest_fixturegen.serve.inside import sleep

    app = make_app(pfg_store, _served(request.config), seed=_seed(request.config), sleep=sleep)
    with inside(_asked(request, app)) as client:
        yield client


@pytest.fixture(scope="session")
def pfg_live_server(request: pytest.FixtureRequest, pfg_session_store: Store) -> Iterator[ApiClient]:
    """A client of the REST API of the session's store, on a real socket of a free port."""
    _require_extra()
    from pytest_fixturegen.serve.app import make_app
    from pytest_fixturegen.serve.clients import live
    from pytest_fixturegen.serve.live import running

    app = make_app(pfg_session_store, _served(request.config), seed=_seed(request.config))
    with running(app) as address, live(app, address) as client:
        yield client


@pytest.fixture
def pfg_live_api(request: pytest.FixtureRequest, pfg_store: Store, pfg_live_server: ApiClient) -> Iterator[ApiClient]:
    """The same on a real socket; its address is ``pfg_live_api.base_url``."""
    app = pfg_live_server.app
    calm = app.trouble
    app.trouble = replace(calm, scripts=[])
    app.requests.clear()
    _asked(request, app)
    yield pfg_live_server
    app.trouble = calm


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to a failed test the requests it made and the rows it changed."""
    report = yield
    used = item.stash.get(USED, None)
    if report.failed and report.when == "call" and used is not None:
        text = "\n".join(_told(used))
        if text:
            report.sections.append(("pfg store", text))
    return report


def _told(used: Used) -> Iterator[str]:
    for app in used.apps:
        yield from _last([str(each) for each in app.requests], "requests")
    yield from _last([_line(change) for change in used.store.log], "changes")


def _last(lines: list[str], what: str) -> Iterator[str]:
    if len(lines) > LINES:
        yield f"… {len(lines) - LINES} earlier {what}"
    yield from lines[-LINES:]


def _line(change: Any) -> str:
    words = f"{type(change).__name__.lower()} {change.resource} {change.key!r}"
    told = _altered(change) or getattr(change, "text", b"").decode() or str(getattr(change, "changes", "") or "")
    shown = f"{words} {told}".rstrip()
    return shown if len(shown) <= 200 else f"{shown[:199]}…"


def _altered(change: Any) -> str:
    """The fields that an update gave another value, with both; nothing for other changes."""
    import json

    if not getattr(change, "before", b""):
        return ""
    old, new = json.loads(change.before), json.loads(change.text)
    pairs = {name: (old.get(name), new.get(name)) for name in (*old, *new) if old.get(name) != new.get(name)}
    return ", ".join(f"{name}: {was!r} → {now!r}" for name, (was, now) in pairs.items()) or "to the same"


def _opened(config: pytest.Config, resources: Any, adapter: Any) -> Store:
    from pytest_fixturegen.command_options import StoreConfig
    from pytest_fixturegen.fixtures.settings import sources_of
    from pytest_fixturegen.opening import api_source, open_store, read_source
    from pytest_fixturegen.options import GenerationConfig
    from pytest_fixturegen.sources import read

    declared = read_source(resources)
    places = [*sources_of(config), api_source(declared.settings)]
    store_config, drawing = read(StoreConfig, places), read(GenerationConfig, places)
    if drawing.rng_mode == "entropy":
        drawing = replace(drawing, seed=_seed(config), rng_mode="portable")  # one fresh seed for all of the run
    worker = getattr(config, "workerinput", {}).get("workerid", "")
    return open_store(declared, replace(store_config, db_path=_own(store_config.db_path, worker)), drawing, adapter=adapter)


def _own(path: str, worker: str) -> str:
    """The file, or the DSN, of this *worker* of several."""
    if not worker or not path or "{worker}" in path:
        return path.replace("{worker}", worker or "main")
    if "://" in path or "=" in path:
        raise pytest.UsageError(f"{path} would be shared by all workers: write {{worker}} where their databases differ.")
    return str(Path(path).with_name(f"{Path(path).stem}-{worker}{Path(path).suffix}"))


def _require_extra() -> None:
    from importlib.util import find_spec

    for name in ("starlette", "uvicorn"):
        if find_spec(name) is None:
            pytest.fail(f"The API of a store needs {name}: pip install 'pytest-fixturegen[serve]'", pytrace=False)


def _served(config: pytest.Config) -> Any:
    from pytest_fixturegen.command_options import ServeConfig
    from pytest_fixturegen.fixtures.settings import sources_of
    from pytest_fixturegen.sources import read

    return read(ServeConfig, sources_of(config))


def _seed(config: pytest.Config) -> int:
    from pytest_fixturegen.fixtures.settings import settings_of

    return settings_of(config).seed


def _asks(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the test's markers ask for; the closest wins."""
    asked: dict[str, Any] = {}
    for mark in reversed(list(request.node.iter_markers(MARK))):
        asked |= mark.kwargs
        if mark.args:
            pytest.fail(f"The marker {MARK} takes names: {MARK}(counts={{...}}), not {mark.args[0]!r:.80}.", pytrace=False)
    for name in asked:
        if name not in ("snapshot", "counts", "fail", "latency"):
            pytest.fail(f"The marker {MARK} has no {name!r}: it knows snapshot, counts, fail and latency.", pytrace=False)
    return asked


@contextmanager
def _told_alone() -> Iterator[None]:
    """A scope whose errors, which the user can put right, are told without our own lines."""
    from pytest_fixturegen.errors import FixturegenError

    try:
        yield
    except FixturegenError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


def _begin(store: Store, asked: dict[str, Any]) -> None:
    if "snapshot" in asked:
        store.snapshots.restore(asked["snapshot"])
    for resource, count in asked.get("counts", {}).items():
        store.grow(resource, count)


def _asked(request: pytest.FixtureRequest, app: App) -> App:
    """*app* with the trouble that the test's markers ask for; its requests are shown if the test fails."""
    asked = _asks(request)
    with _told_alone():
        for route, statuses in asked.get("fail", {}).items():
            app.trouble.script(route, statuses)
        app.trouble.slow(asked.get("latency", ()))
    request.node.stash[USED].apps.append(app)
    return app
