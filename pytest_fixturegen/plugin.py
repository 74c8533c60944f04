"""The pytest door: options, header, and the fixture ``pfg``. PYTEST_DONT_REWRITE

Pytest loads this module at every start, so it imports nothing but the standard library, pytest, and the options.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

from pytest_fixturegen.options import GenerationConfig

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_fixturegen.fixtures import Pfg

pytest_plugins = ("pytest_fixturegen.store_fixtures",)
"""Where the fixtures of stores are."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--pfg-seed`` and its kin: each option of generation as a flag and as an ini key."""
    group = parser.getgroup("pfg", "pytest-fixturegen: test data from your types")
    for each in dataclasses.fields(GenerationConfig):
        words, name = each.metadata["help"], f"pfg_{each.name}"
        flag = f"--{name.replace('_', '-')}"
        if isinstance(each.default, bool):
            group.addoption(flag, dest=name, action="store_const", const=True, default=None, help=words)
        elif each.default == ():
            also = [f"--pfg-{long[2:]}" for long in each.metadata["flag"].split() if long.startswith("--")]
            group.addoption(flag, *also, dest=name, action="append", default=None, help=words, metavar="PATH=TEXT")
        else:
            group.addoption(flag, dest=name, default=None, help=words, metavar=each.name.rpartition("_")[2].upper())
        parser.addini(name, words, default=None)


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


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Hand the controller's fresh seed to a worker of pytest-xdist."""
    from pytest_fixturegen.fixtures import SEED, settings_of, sources_of

    if any("rng_mode" in source.values for source in sources_of(node.config)):
        node.workerinput[SEED] = settings_of(node.config).seed


@pytest.fixture
def pfg(request: pytest.FixtureRequest) -> Pfg:
    """Builds models on demand: ``pfg.build(User, role="owner")``, ``pfg.batch(User, 3)``."""
    from pytest_fixturegen.fixtures import Pfg

    return Pfg(request)


def _is_told(config: pytest.Config) -> bool:
    from pytest_fixturegen.fixtures import sources_of

    return any(source.values for source in sources_of(config))


def _line(config: pytest.Config) -> str:
    from pytest_fixturegen.fixtures import settings_of, sources_of
    from pytest_fixturegen.sources import origins

    settings, said = settings_of(config), origins(GenerationConfig, sources_of(config))
    shown = {"seed": settings.seed, "locale": settings.locale} | {name: getattr(settings, name) for name in said}
    parts = [f"{name}={_plain(value)}" + (f" ({said[name]})" if name in said else "") for name, value in shown.items()]
    return f"pfg: {', '.join(parts)}"


def _plain(value: object) -> object:
    """*value* as the header shows it: of fields, their paths alone."""
    return " ".join(str(each[0]) for each in value) if isinstance(value, tuple) else value


def _uses_us(item: pytest.Item) -> bool:
    info = getattr(item, "_fixtureinfo", None)
    definitions = getattr(info, "name2fixturedefs", {}).values()
    homes = (__name__, *pytest_plugins)
    return any(hasattr(each.func, "pfg_made") or each.func.__module__ in homes for found in definitions for each in found)
