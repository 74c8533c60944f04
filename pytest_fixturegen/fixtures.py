"""``pfg_fixture``: a model becomes a typed pytest fixture.

A value is a function of the seed, the fixture's name, and its index: the same alone, in any order, in any worker, after
the file has moved.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import CodeType, FrameType, FunctionType
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, cast

import pytest

from pytest_fixturegen.errors import FixturegenError, UsageError
from pytest_fixturegen.options import GenerationConfig, settled_seed

if TYPE_CHECKING:
    from pytest_fixturegen.sources import Source

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
ScopeName = Literal["session", "package", "module", "class", "function"]

SETTINGS: pytest.StashKey[GenerationConfig] = pytest.StashKey()
"""Where a run keeps its options, once they have been read."""


SEED = "pfg_seed"
"""Under which name the controller of a run on several workers hands its fresh seed to them."""

MARK = "pfg_made"
"""The attribute that tells a fixture's function is ours."""


class PfgFixture(Protocol[T_co]):
    """What :func:`pfg_fixture` gives: to pytest its own fixture object, to a type checker the declaration of a T."""

    def __call__(self) -> T_co:
        """What a test that asks for the fixture is given."""


class Case(int):
    """The index of one of a fixture's cases, as pytest passes it on."""


def pfg_fixture(  # noqa: PLR0913 - each is an option of its own, by keyword
    model: type[T],
    overrides: Mapping[str, Any] | None = None,
    *,
    scope: ScopeName = "function",
    n: int | None = None,
    cases: int = 1,
    doc: str = "",
    key: str = "",
    autouse: bool = False,
) -> PfgFixture[T]:
    """A fixture that gives a *model*: bind it to the name that tests shall ask for.

    *overrides* fixes fields by name or alias; a nested mapping goes deeper. *n* is how many items a list has. With
    *cases* each test runs that many times, with as many values (ids ``case0``, ...). *key* stands for the fixture's
    name in the seed of its values, so that it may be renamed without changing them. A test that parametrises the
    fixture indirectly gives overrides of its own.
    """
    if cases < 1:
        raise UsageError(f"cases={cases}: a fixture has at least one.", hint="Leave it out for a single value.")
    fixed = dict(overrides or {})

    def pfg_value(request: pytest.FixtureRequest) -> T:
        param = getattr(request, "param", Case(0))
        index, given = (param, {}) if isinstance(param, Case) else (0, _mapping(param, request))
        return _built(request, key or str(request.fixturename), model, int(index), {**fixed, **given}, n)

    frame = sys._getframe(1)
    function = _at(pfg_value, frame)
    function.__doc__ = doc or f"{_article(model)}, made by pytest-fixturegen."
    function.__annotations__ = {"request": pytest.FixtureRequest, "return": model}
    params: Sequence[Case] | None = [Case(index) for index in range(cases)] if cases > 1 else None
    ids = [f"case{index}" for index in range(cases)] if cases > 1 else None
    return cast(PfgFixture[T], pytest.fixture(scope=scope, params=params, ids=ids, autouse=autouse)(function))


class Pfg:
    """What the fixture ``pfg`` gives: models on demand, in a fixture or a test."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self._request = request
        self._counts: dict[str, int] = {}

    @property
    def seed(self) -> int:
        """The seed of this run."""
        return settings_of(self._request.config).seed

    def build(self, model: type[T], /, **overrides: Any) -> T:
        """One *model*; the next call for the same model gives the next one."""
        from pytest_fixturegen.identity import type_name

        key = type_name(model)
        index = self._counts.get(key, 0)
        self._counts[key] = index + 1
        return _built(self._request, key, model, index, overrides, None)

    def batch(self, model: type[T], n: int, /, **overrides: Any) -> list[T]:
        """The next *n* of *model*."""
        return [self.build(model, **overrides) for _ in range(n)]


def settings_of(config: pytest.Config) -> GenerationConfig:
    """The options of this run: flag, then environment, then ini file, then pyproject. Raises UsageError of pytest's."""
    from pytest_fixturegen.sources import read

    if SETTINGS not in config.stash:
        try:
            read_config = read(GenerationConfig, sources_of(config))
            given = getattr(config, "workerinput", {}).get(SEED)  # of the controller of a run on several workers
            settled = settled_seed(read_config) if given is None else replace(read_config, seed=given, rng_mode="portable")
            config.stash[SETTINGS] = settled
        except FixturegenError as error:
            raise pytest.UsageError(str(error)) from error
    return config.stash[SETTINGS]


def sources_of(config: pytest.Config) -> Sequence[Source]:
    """Where a run's options may be set, first come first served."""
    from pytest_fixturegen.sources import Source, environment, project

    names = [each.name for each in dataclasses.fields(GenerationConfig)]
    flags = {name: value for name in names if (value := config.getoption(f"pfg_{name}", None)) is not None}
    ini = {name: value for name in names if (value := config.getini(f"pfg_{name}")) not in (None, "")}
    try:
        return [
            Source(flags, "--pfg-{flag}", UsageError),
            environment(),
            Source(ini, f"pfg_{{name}} in {config.inipath or 'the ini file'}"),
            project(config.rootpath),
        ]
    except FixturegenError as error:
        raise pytest.UsageError(str(error)) from error


def _built(
    request: pytest.FixtureRequest, key: str, model: type[T], index: int, overrides: Mapping[str, Any], n: int | None
) -> T:
    __tracebackhide__ = True
    from pytest_fixturegen import api

    try:
        built: T = api.build(model, settings_of(request.config), key, index, overrides, n)
    except FixturegenError as error:
        pytest.fail(str(error), pytrace=False)
    return built


def _mapping(param: Any, request: pytest.FixtureRequest) -> Mapping[str, Any]:
    if isinstance(param, Mapping):
        return param
    name = request.fixturename
    pytest.fail(
        f"{name} is parametrised with {param!r}: give a mapping of overrides, such as {{'name': 'Bob'}}.", pytrace=False
    )


def _at(function: Any, frame: FrameType) -> FunctionType:
    """*function* as if it stood where *frame* is, at the user's own line, so that pytest and tracebacks show that."""
    code: CodeType = function.__code__.replace(co_filename=frame.f_code.co_filename, co_firstlineno=frame.f_lineno)
    placed = FunctionType(code, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    placed.__module__ = frame.f_globals.get("__name__", function.__module__)
    setattr(placed, MARK, True)
    return placed


def _article(model: Any) -> str:
    from pytest_fixturegen.identity import type_name

    name = type_name(model)
    return f"An {name}" if name[:1] in "AEIO" else f"A {name}"
