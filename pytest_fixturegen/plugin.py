"""The pytest door: options, header, fixtures, the report of a failed test. PYTEST_DONT_REWRITE

Pytest loads this module at every start, so it imports nothing but the standard library, pytest, and the options.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from pytest_fixturegen.options import FILES, GenerationConfig, PytestConfig

if TYPE_CHECKING:
    from pytest_fixturegen.fixtures.drift import Check
    from pytest_fixturegen.fixtures.make import Pfg

TITLE = "pytest-fixturegen"
"""The heading of what a failed test is told."""

STORES = "pytest_fixturegen.store_fixtures"
"""Where the fixtures of stores are."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--pfg-seed`` and its kin: each option as a flag and as an ini key."""
    group = parser.getgroup("pfg", "pytest-fixturegen: test data from your types")
    for config in (GenerationConfig, PytestConfig):
        for each in dataclasses.fields(config):
            _add(group, each)
            parser.addini(f"pfg_{each.name}", each.metadata["help"], default=None)
    group.addoption("--pfg-config", metavar="FILE", help="Read this file instead of pyproject.toml or pfg.yaml.")
    group.addoption("--pfg-list", action="store_true", help="List the fixtures that are declared, each with a value.")
    group.addoption("--pfg-regen", action="store_true", help="Rewrite the files that pfg_check finds out of date.")


def _add(group: Any, each: dataclasses.Field[Any]) -> None:
    """The flag of one option, and of one that is said yes or no the other."""
    words, name = each.metadata["help"], f"pfg_{each.name}"
    flag = f"--{name.replace('_', '-')}"
    if isinstance(each.default, bool):
        group.addoption(flag, dest=name, action="store_const", const=True, default=None, help=words)
        group.addoption(f"--pfg-no-{flag[6:]}", dest=name, action="store_const", const=False, help="The opposite.")
    elif isinstance(each.default, tuple):
        also = [f"--pfg-{long[2:]}" for long in each.metadata["flag"].split() if long.startswith("--")]
        group.addoption(flag, *also, dest=name, action="append", default=None, help=words, metavar="PATH=TEXT")
    else:
        group.addoption(flag, dest=name, default=None, help=words, metavar=each.name.rpartition("_")[2].upper())


def pytest_configure(config: pytest.Config) -> None:
    """The mark ``pfg``, the fixtures of stores, and those that the configuration declares."""
    from pytest_fixturegen import store_fixtures

    if not config.pluginmanager.has_plugin(STORES):  # naming it in pytest_plugins has every distribution looked through
        config.pluginmanager.register(store_fixtures, STORES)
    config.addinivalue_line("markers", "pfg(fixture={...}): overrides of a pfg_fixture for this test, by the fixture's name")
    names = _configured(config)
    if names:
        from pytest_fixturegen.fixtures.declare import configured

        config.pluginmanager.register(configured(names, str(config.inipath or config.rootpath)), "pfg_models")


def pytest_report_header(config: pytest.Config) -> str | None:
    """One line that says how data is made, where that was set or asked for."""
    if config.get_verbosity() > 0 or _is_told(config):
        return _line(config)
    return None


def pytest_report_collectionfinish(config: pytest.Config, items: Sequence[pytest.Item]) -> str | None:
    """The same line in a run that uses us without having said so."""
    if pytest_report_header(config) is None and any(_uses_us(item) for item in items):
        return _line(config)
    return None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    """Keep track of a run in which somebody uses us, from its first test on."""
    if any(_uses_us(item) for item in items):
        from pytest_fixturegen.fixtures.run import run_of

        run_of(config)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """With ``--pfg-list``: the list, and no test."""
    if not session.config.getoption("pfg_list"):
        return None
    from pytest_fixturegen.fixtures.telling import listed

    terminal: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    terminal.write_line(listed(session.items, session.config) or "No fixtures are declared with pfg_fixture or pfg_factory.")
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Marks and annotations that cannot be meant are errors, before anything is made."""
    if item.config.pluginmanager.has_plugin("pfg_run"):
        from pytest_fixturegen.fixtures.checks import require_fitting

        require_fitting(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test is told what it had, and how to have it again."""
    report = yield
    if report.failed and item.config.pluginmanager.has_plugin("pfg_run"):
        from pytest_fixturegen.fixtures.run import run_of
        from pytest_fixturegen.fixtures.telling import section

        made = run_of(item.config).made_for(item)
        if made:
            report.sections.append((TITLE, section(item.config, made)))
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Hand the controller's seed to a worker of pytest-xdist."""
    from pytest_fixturegen.fixtures.settings import SEED, settings_of

    node.workerinput[SEED] = settings_of(node.config).seed


@pytest.fixture(scope="session")
def pfg(pytestconfig: pytest.Config) -> Pfg:
    """Builds models on demand: ``pfg.build(User, role="owner")``, ``pfg.batch(User, 3)``."""
    from pytest_fixturegen.fixtures.make import Pfg

    return Pfg(pytestconfig)


@pytest.fixture(scope="session")
def pfg_seed(pytestconfig: pytest.Config) -> int:
    """The seed of this run, for other generators to join in: ``random.Random(pfg_seed)``."""
    from pytest_fixturegen.fixtures.settings import settings_of

    return settings_of(pytestconfig).seed


@pytest.fixture(scope="session")
def pfg_check(pytestconfig: pytest.Config) -> Check:
    """Fails when a file that ``pfg gen`` wrote is out of date: ``pfg_check("tests/fixtures_shop.py")``."""
    from pytest_fixturegen.fixtures.drift import Check

    return Check(pytestconfig.rootpath, rewrites=pytestconfig.getoption("pfg_regen"))


def _may_be_told(config: pytest.Config) -> bool:
    """Whether somebody may have set an option of ours: most runs set none, and need not load what reads them."""
    names = [f"pfg_{each.name}" for group in (GenerationConfig, PytestConfig) for each in dataclasses.fields(group)]
    flags = (*names, "pfg_config")
    if any(name.startswith("PFG_") for name in os.environ) or any(config.getoption(name, None) is not None for name in flags):
        return True
    if any(config.getini(name) for name in names):
        return True
    for folder in (config.rootpath, *config.rootpath.parents):
        found = [folder / name for name in FILES if (folder / name).is_file()]
        if found:
            return found[-1].name != FILES[0] or b"fixturegen" in found[0].read_bytes()
    return False


def _configured(config: pytest.Config) -> Sequence[str]:
    if not _may_be_told(config):
        return ()
    from pytest_fixturegen.fixtures.settings import run_settings_of

    return run_settings_of(config).models


def _is_told(config: pytest.Config) -> bool:
    if not _may_be_told(config):
        return False
    from pytest_fixturegen.fixtures.settings import sources_of

    return any(source.values for source in sources_of(config))


def _line(config: pytest.Config) -> str:
    from pytest_fixturegen.fixtures.settings import settings_of, sources_of
    from pytest_fixturegen.sources import origins

    settings, said = settings_of(config), origins(GenerationConfig, sources_of(config))
    said.setdefault("seed", said.pop("rng_mode", ""))
    shown = {"seed": settings.seed, "locale": settings.locale} | {name: getattr(settings, name) for name in said}
    parts = [f"{name}={_plain(value)}" + (f" ({said[name]})" if said.get(name) else "") for name, value in shown.items()]
    return f"pfg: {', '.join(parts)}"


def _plain(value: object) -> object:
    """*value* as the header shows it: of fields, their paths alone."""
    return " ".join(each if isinstance(each, str) else str(each[0]) for each in value) if isinstance(value, tuple) else value


def _uses_us(item: pytest.Item) -> bool:
    info = getattr(item, "_fixtureinfo", None)
    functions = [each.func for found in getattr(info, "name2fixturedefs", {}).values() for each in found]
    return any(hasattr(each, "pfg_declared") or each.__module__ in (__name__, STORES) for each in functions)
