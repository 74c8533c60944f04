"""The pytest plugin: options, header, fixtures, the report of a failed test. PYTEST_DONT_REWRITE

Pytest loads this module at every start, so it imports only the standard library, pytest and the
options.
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_fixturegen.config.options import PROJECT_FILES, GenerationConfig, PytestConfig

if TYPE_CHECKING:
    from pytest_fixturegen.fixtures.drift import GeneratedFileCheck
    from pytest_fixturegen.fixtures.factory import Pfg

REPORT_TITLE = "pytest-fixturegen"
"""The heading of the section of a failed test."""

STORE_FIXTURES_MODULE = "pytest_fixturegen.fixtures.stores"
"""The module with the fixtures of stores."""

REQUESTS_MODULE = "pytest_fixturegen.fixtures.api_requests"
"""The module that declares requests; it is imported with the first use of `pfg_requests`."""

MARKERS = ("pfg", "pfg_store")

DECLARING_MODULE = "pytest_fixturegen.fixtures.declare"
"""The module of ``pfg_fixture``: a run that has not imported it declares no fixtures."""

RUN_PLUGIN = "pfg_run"
"""The name of the plugin that tracks a run; it is registered when the first fixture needs it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add each option as a flag (``--pfg-seed``) and as an ini key (``pfg_seed``)."""
    group = parser.getgroup("pfg", "pytest-fixturegen: test data from your types")
    for config in (GenerationConfig, PytestConfig):
        for each in dataclasses.fields(config):
            _add_option(group, each)
            parser.addini(
                f"pfg_{each.name}",
                each.metadata["help"],
                default=None,
            )
    group.addoption(
        "--pfg-config", metavar="FILE", help="Read this file instead of pyproject.toml or pfg.yaml."
    )
    group.addoption(
        "--pfg-list",
        action="store_true",
        help="List the declared fixtures, each with a sample value.",
    )
    group.addoption(
        "--pfg-regen",
        action="store_true",
        help="Rewrite files that pfg_check finds out of date.",
    )


def _add_option(group: Any, option_field: dataclasses.Field[Any]) -> None:
    """Add the flag of one option; a boolean one gets a second flag for False."""
    name = f"pfg_{option_field.name}"
    flag = f"--{name.replace('_', '-')}"
    settings: dict[str, Any] = {
        "dest": name,
        "default": None,
        "help": option_field.metadata["help"],
    }
    if isinstance(option_field.default, bool):
        group.addoption(
            flag,
            action="store_const",
            const=True,
            **settings,
        )
        opposite = {**settings, "help": "The opposite."}
        group.addoption(
            f"--pfg-no-{flag[6:]}",
            action="store_const",
            const=False,
            **opposite,
        )
    elif isinstance(option_field.default, tuple):
        spellings = option_field.metadata["flag"].split()
        aliases = [f"--pfg-{name[2:]}" for name in spellings if name.startswith("--")]
        group.addoption(
            flag,
            *aliases,
            action="append",
            metavar="PATH=TEXT",
            **settings,
        )
    else:
        metavar = option_field.name.rpartition("_")[2].upper()
        group.addoption(
            flag,
            metavar=metavar,
            **settings,
        )


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark ``pfg``, the fixtures of stores and those that the configuration
    declares.
    """
    from pytest_fixturegen.fixtures import stores

    # Not in pytest_plugins: pytest would then search every installed distribution for it.
    if not config.pluginmanager.has_plugin(STORE_FIXTURES_MODULE):
        config.pluginmanager.register(stores, STORE_FIXTURES_MODULE)
    config.addinivalue_line(
        "markers",
        "pfg(fixture={...}): overrides of a pfg_fixture for this test, by the fixture's name",
    )
    names = _list_configured_models(config)
    if names:
        from pytest_fixturegen.fixtures.declare import build_configured_module

        module = build_configured_module(
            names,
            str(config.inipath or config.rootpath),
        )
        config.pluginmanager.register(module, "pfg_models")


def pytest_report_header(config: pytest.Config) -> str | None:
    """Return a line with the seed and other settings, if any was set or with ``-v``."""
    problem = _find_variable_problem(config)
    if problem:
        from pytest_fixturegen.errors import replace_controls

        shown = replace_controls(problem)
        return f"pfg: warning: {shown} Tests that use pytest-fixturegen fail."
    if config.get_verbosity() > 0 or _has_settings(config):
        return _format_header(config)
    return None


def pytest_report_collectionfinish(
    config: pytest.Config, items: Sequence[pytest.Item]
) -> str | None:
    """Return the same line for a run that uses our fixtures without any setting."""
    if pytest_report_header(config) is None and any(_uses_fixturegen(item) for item in items):
        return _format_header(config)
    return None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once for each case of a fixture, and for each request of `pfg_requests`."""
    if DECLARING_MODULE in sys.modules:
        from pytest_fixturegen.fixtures.case_params import parametrize_cases

        parametrize_cases(metafunc)
    if REQUESTS_MODULE in sys.modules:
        from pytest_fixturegen.fixtures.api_requests import parametrize_requests

        parametrize_requests(metafunc)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    """Track the run from its first test on, if a test uses our fixtures."""
    if any(_uses_fixturegen(item) for item in items):
        from pytest_fixturegen.fixtures.session import get_run_tracker

        get_run_tracker(config)
        if _find_variable_problem(config) and not hasattr(config, "workerinput"):
            _stop_run(config)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Print the list of fixtures instead of running tests, with ``--pfg-list``."""
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
    """Check marks and annotations before any value is made."""
    if item.config.pluginmanager.has_plugin(RUN_PLUGIN):
        from pytest_fixturegen.fixtures.checks import validate_requests

        # Only a worker of pytest-xdist comes here: any other run has stopped after collection.
        problem = _find_variable_problem(item.config)
        if problem and _uses_fixturegen(item):
            pytest.fail(problem, pytrace=False)
        validate_requests(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add a section to a failed test: its values, and the flags that reproduce them."""
    report = yield
    if report.failed and item.config.pluginmanager.has_plugin(RUN_PLUGIN):
        from pytest_fixturegen.fixtures.reporting import format_section
        from pytest_fixturegen.fixtures.session import get_run_tracker

        recipes = get_run_tracker(item.config).list_recipes(item)
        if recipes:
            report.sections.append((REPORT_TITLE, format_section(item.config, recipes)))
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Pass the controller's seed to a worker of pytest-xdist."""
    from pytest_fixturegen.fixtures.settings import SEED_KEY, get_settings

    if not _find_variable_problem(node.config):
        node.workerinput[SEED_KEY] = get_settings(node.config).seed


@pytest.fixture(scope="session")
def pfg(pytestconfig: pytest.Config) -> Pfg:
    """Build models on demand: ``pfg.build(User, role="owner")``, ``pfg.batch(User, 3)``."""
    from pytest_fixturegen.fixtures.factory import Pfg

    return Pfg(pytestconfig)


@pytest.fixture(scope="session")
def pfg_seed(pytestconfig: pytest.Config) -> int:
    """Return the seed of this run, for other generators: ``random.Random(pfg_seed)``."""
    from pytest_fixturegen.fixtures.settings import get_settings

    return get_settings(pytestconfig).seed


@pytest.fixture(scope="session")
def pfg_check(pytestconfig: pytest.Config) -> GeneratedFileCheck:
    """Return a function that fails if a generated file is out of date:
    ``pfg_check("tests/f.py")``.
    """
    from pytest_fixturegen.fixtures.drift import GeneratedFileCheck

    is_rewriting = pytestconfig.getoption("pfg_regen")
    return GeneratedFileCheck(pytestconfig.rootpath, is_rewriting=is_rewriting)


def _can_have_settings(config: pytest.Config) -> bool:
    """Return whether an option may be set anywhere.

    Most runs set none, and then need not load the modules that read options.
    """
    if any(name.startswith("PFG_") for name in os.environ):
        return True
    if _has_pytest_setting(config):
        return True
    return _has_project_file(config.rootpath)


def _has_pytest_setting(config: pytest.Config) -> bool:
    """Return whether the command line or the ini file of pytest sets an option of this plugin.

    An ini key that is not set reads as an empty value.
    """
    options = [*dataclasses.fields(GenerationConfig), *dataclasses.fields(PytestConfig)]
    names = [f"pfg_{option.name}" for option in options]
    flags = [*names, "pfg_config"]
    if any(config.getoption(flag, None) is not None for flag in flags):
        return True
    return any(config.getini(name) for name in names)


def _has_project_file(root: Path) -> bool:
    """Return whether the nearest folder with a project file, from *root* upwards, configures us."""
    for folder in (root, *root.parents):
        files = [folder / name for name in PROJECT_FILES if (folder / name).is_file()]
        if files:
            is_pyproject_only = files[-1].name == PROJECT_FILES[0]
            return not is_pyproject_only or b"fixturegen" in files[0].read_bytes()
    return False


def _list_configured_models(config: pytest.Config) -> Sequence[str]:
    """Return the models that the options name; the options are not read if none can be set."""
    if not _can_have_settings(config):
        return ()
    from pytest_fixturegen.fixtures.settings import list_models

    return list_models(config)


def _find_variable_problem(config: pytest.Config) -> str:
    """Return the problem of an invalid ``PFG_*`` variable, or "" if all are valid.

    A run with an option of this plugin uses it, and stops at once.
    """
    if not any(name.startswith("PFG_") for name in os.environ):
        return ""
    from pytest_fixturegen.fixtures.settings import find_variable_problem

    problem = find_variable_problem(config)
    if problem and _has_pytest_setting(config):
        _stop_run(config)
    return problem


def _stop_run(config: pytest.Config) -> None:
    """Raise pytest's UsageError for the variable that prevents the use of the plugin."""
    from pytest_fixturegen.fixtures.settings import get_run_settings, get_settings

    get_settings(config)
    get_run_settings(config)


def _has_settings(config: pytest.Config) -> bool:
    """Return whether any source sets an option; most runs stop before they import the readers."""
    if not _can_have_settings(config):
        return False
    from pytest_fixturegen.fixtures.settings import get_sources

    return any(source.values for source in get_sources(config))


def _format_header(config: pytest.Config) -> str:
    """Return the header of the run: the seed, the locale, and every option that was set."""
    from pytest_fixturegen.config.sources import find_origins
    from pytest_fixturegen.fixtures.settings import get_settings, get_sources

    settings = get_settings(config)
    origins = find_origins(GenerationConfig, get_sources(config))
    # A random seed is set through rng_mode; the header shows the seed instead.
    origins.setdefault("seed", origins.pop("rng_mode", ""))
    names = dict.fromkeys(["seed", "locale", *origins])
    parts = [
        _format_setting(
            name,
            getattr(settings, name),
            origins.get(name),
        )
        for name in names
    ]
    return f"pfg: {', '.join(parts)}"


def _format_setting(
    name: str,
    value: object,
    origin: str | None,
) -> str:
    """Return ``name=value``, with the *origin* of the value unless it is the default."""
    text = f"{name}={_format_value(value)}"
    return f"{text} ({origin})" if origin else text


def _format_value(value: object) -> object:
    """Return *value* for the header; of settings of fields, only the paths."""
    if not isinstance(value, tuple):
        return value
    return " ".join(item if isinstance(item, str) else str(item[0]) for item in value)


def _uses_fixturegen(item: pytest.Item) -> bool:
    """Return whether *item* has a marker of this plugin, or requests one of its fixtures."""
    if any(item.get_closest_marker(name) for name in MARKERS):
        return True
    info = getattr(
        item,
        "_fixtureinfo",
        None,
    )
    for fixtures in getattr(
        info,
        "name2fixturedefs",
        {},
    ).values():
        if any(_is_fixturegen_function(fixture.func) for fixture in fixtures):
            return True
    return False


def _is_fixturegen_function(function: Any) -> bool:
    """Return whether *function* is a declared fixture, or one that this package provides."""
    if hasattr(function, "pfg_declared") or hasattr(function, "pfg_request_declaration"):
        return True
    return function.__module__ in (__name__, STORE_FIXTURES_MODULE)
