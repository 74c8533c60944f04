"""The pytest door: options, header, fixtures, the report of a failed test. PYTEST_DONT_REWRITE

Pytest loads this module at every start, so it imports nothing but the standard library, pytest, and the options.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from pytest_fixturegen.config.options import PROJECT_FILES, GenerationConfig, PytestConfig

if TYPE_CHECKING:
    from pytest_fixturegen.fixtures.drift import GeneratedFileCheck
    from pytest_fixturegen.fixtures.factory import Pfg

REPORT_TITLE = "pytest-fixturegen"
"""The heading of what a failed test is told."""

STORE_FIXTURES_MODULE = "pytest_fixturegen.fixtures.stores"
"""Where the fixtures of stores are."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--pfg-seed`` and its kin: each option as a flag and as an ini key."""
    group = parser.getgroup("pfg", "pytest-fixturegen: test data from your types")
    for config in (GenerationConfig, PytestConfig):
        for each in dataclasses.fields(config):
            _add_option(group, each)
            parser.addini(f"pfg_{each.name}", each.metadata["help"], default=None)
    group.addoption(
        "--pfg-config", metavar="FILE", help="Read this file instead of pyproject.toml or pfg.yaml."
    )
    group.addoption(
        "--pfg-list",
        action="store_true",
        help="List the fixtures that are declared, each with a value.",
    )
    group.addoption(
        "--pfg-regen",
        action="store_true",
        help="Rewrite the files that pfg_check finds out of date.",
    )


def _add_option(group: Any, option_field: dataclasses.Field[Any]) -> None:
    """The flag of one option, and of one that is said yes or no the other."""
    words, name = option_field.metadata["help"], f"pfg_{option_field.name}"
    flag = f"--{name.replace('_', '-')}"
    if isinstance(option_field.default, bool):
        group.addoption(flag, dest=name, action="store_const", const=True, default=None, help=words)
        group.addoption(
            f"--pfg-no-{flag[6:]}",
            dest=name,
            action="store_const",
            const=False,
            help="The opposite.",
        )
    elif isinstance(option_field.default, tuple):
        also = [
            f"--pfg-{long[2:]}"
            for long in option_field.metadata["flag"].split()
            if long.startswith("--")
        ]
        group.addoption(
            flag, *also, dest=name, action="append", default=None, help=words, metavar="PATH=TEXT"
        )
    else:
        group.addoption(
            flag,
            dest=name,
            default=None,
            help=words,
            metavar=option_field.name.rpartition("_")[2].upper(),
        )


def pytest_configure(config: pytest.Config) -> None:
    """The mark ``pfg``, the fixtures of stores, and those that the configuration declares."""
    from pytest_fixturegen.fixtures import stores

    if not config.pluginmanager.has_plugin(
        STORE_FIXTURES_MODULE
    ):  # naming it in pytest_plugins has every distribution looked through
        config.pluginmanager.register(stores, STORE_FIXTURES_MODULE)
    config.addinivalue_line(
        "markers",
        "pfg(fixture={...}): overrides of a pfg_fixture for this test, by the fixture's name",
    )
    names = _list_configured_models(config)
    if names:
        from pytest_fixturegen.fixtures.declare import build_configured_module

        config.pluginmanager.register(
            build_configured_module(names, str(config.inipath or config.rootpath)), "pfg_models"
        )


def pytest_report_header(config: pytest.Config) -> str | None:
    """One line that says how data is made, where that was set or asked for."""
    if config.get_verbosity() > 0 or _has_settings(config):
        return _format_header(config)
    return None


def pytest_report_collectionfinish(
    config: pytest.Config, items: Sequence[pytest.Item]
) -> str | None:
    """The same line in a run that uses us without having said so."""
    if pytest_report_header(config) is None and any(_uses_fixturegen(item) for item in items):
        return _format_header(config)
    return None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    """Keep track of a run in which somebody uses us, from its first test on."""
    if any(_uses_fixturegen(item) for item in items):
        from pytest_fixturegen.fixtures.session import get_run_tracker

        get_run_tracker(config)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """With ``--pfg-list``: the list, and no test."""
    if not session.config.getoption("pfg_list"):
        return None
    from pytest_fixturegen.fixtures.reporting import format_fixture_list

    terminal: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    terminal.write_line(
        format_fixture_list(session.items, session.config)
        or "No fixtures are declared with pfg_fixture or pfg_factory."
    )
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Marks and annotations that cannot be meant are errors, before anything is made."""
    if item.config.pluginmanager.has_plugin("pfg_run"):
        from pytest_fixturegen.fixtures.checks import validate_requests

        validate_requests(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test is told what it had, and how to have it again."""
    report = yield
    if report.failed and item.config.pluginmanager.has_plugin("pfg_run"):
        from pytest_fixturegen.fixtures.reporting import format_section
        from pytest_fixturegen.fixtures.session import get_run_tracker

        made = get_run_tracker(item.config).list_recipes(item)
        if made:
            report.sections.append((REPORT_TITLE, format_section(item.config, made)))
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Hand the controller's seed to a worker of pytest-xdist."""
    from pytest_fixturegen.fixtures.settings import SEED_KEY, get_settings

    node.workerinput[SEED_KEY] = get_settings(node.config).seed


@pytest.fixture(scope="session")
def pfg(pytestconfig: pytest.Config) -> Pfg:
    """Builds models on demand: ``pfg.build(User, role="owner")``, ``pfg.batch(User, 3)``."""
    from pytest_fixturegen.fixtures.factory import Pfg

    return Pfg(pytestconfig)


@pytest.fixture(scope="session")
def pfg_seed(pytestconfig: pytest.Config) -> int:
    """The seed of this run, for other generators to join in: ``random.Random(pfg_seed)``."""
    from pytest_fixturegen.fixtures.settings import get_settings

    return get_settings(pytestconfig).seed


@pytest.fixture(scope="session")
def pfg_check(pytestconfig: pytest.Config) -> GeneratedFileCheck:
    """Fails when a file that ``pfg gen`` wrote is out of date: ``pfg_check("tests/fixtures_shop.py")``."""
    from pytest_fixturegen.fixtures.drift import GeneratedFileCheck

    return GeneratedFileCheck(
        pytestconfig.rootpath, is_rewriting=pytestconfig.getoption("pfg_regen")
    )


def _can_have_settings(config: pytest.Config) -> bool:
    """Whether somebody may have set an option of ours: most runs set none, and need not load what reads them."""
    names = [
        f"pfg_{each.name}"
        for group in (GenerationConfig, PytestConfig)
        for each in dataclasses.fields(group)
    ]
    flags = (*names, "pfg_config")
    if any(name.startswith("PFG_") for name in os.environ) or any(
        config.getoption(name, None) is not None for name in flags
    ):
        return True
    if any(config.getini(name) for name in names):
        return True
    for folder in (config.rootpath, *config.rootpath.parents):
        found = [folder / name for name in PROJECT_FILES if (folder / name).is_file()]
        if found:
            return found[-1].name != PROJECT_FILES[0] or b"fixturegen" in found[0].read_bytes()
    return False


def _list_configured_models(config: pytest.Config) -> Sequence[str]:
    if not _can_have_settings(config):
        return ()
    from pytest_fixturegen.fixtures.settings import get_run_settings

    return get_run_settings(config).models


def _has_settings(config: pytest.Config) -> bool:
    if not _can_have_settings(config):
        return False
    from pytest_fixturegen.fixtures.settings import get_sources

    return any(source.values for source in get_sources(config))


def _format_header(config: pytest.Config) -> str:
    from pytest_fixturegen.config.sources import find_origins
    from pytest_fixturegen.fixtures.settings import get_settings, get_sources

    settings, said = get_settings(config), find_origins(GenerationConfig, get_sources(config))
    said.setdefault("seed", said.pop("rng_mode", ""))
    shown = {"seed": settings.seed, "locale": settings.locale} | {
        name: getattr(settings, name) for name in said
    }
    parts = [
        f"{name}={_format_value(value)}" + (f" ({said[name]})" if said.get(name) else "")
        for name, value in shown.items()
    ]
    return f"pfg: {', '.join(parts)}"


def _format_value(value: object) -> object:
    """*value* as the header shows it: of fields, their paths alone."""
    return (
        " ".join(each if isinstance(each, str) else str(each[0]) for each in value)
        if isinstance(value, tuple)
        else value
    )


def _uses_fixturegen(item: pytest.Item) -> bool:
    info = getattr(item, "_fixtureinfo", None)
    functions = [
        each.func for found in getattr(info, "name2fixturedefs", {}).values() for each in found
    ]
    return any(
        hasattr(each, "pfg_declared") or each.__module__ in (__name__, STORE_FIXTURES_MODULE)
        for each in functions
    )
