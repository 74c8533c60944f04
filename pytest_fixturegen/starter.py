"""What a project begins with: a commented configuration, and a first conftest."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pytest_fixturegen.declared import toml
from pytest_fixturegen.identity import snake_case
from pytest_fixturegen.options import GenerationConfig

HEAD = "# How pytest-fixturegen makes data; `pfg config --show-origin` says what is in effect."
FIRST = ("seed", "locale", "p_none", "field_hints", "preset", "profile")
"""What people set first; the docs have the rest."""


def configuration(root: str = "") -> str:
    """The table of pyproject.toml, each option at its default and commented out.

    With *root*, a folder, pytest is told that the user's modules are imported from there.
    """
    known = {each.name: each for each in dataclasses.fields(GenerationConfig)}
    rows = [f"# {name} = {toml(known[name].default)}  # {known[name].metadata['help']}" for name in FIRST]
    path = ["", "[tool.pytest.ini_options]", f"pythonpath = [{toml(root)}]  # from where tests import your modules"]
    return "\n".join([HEAD, "[tool.pytest_fixturegen]", *rows, *(path if root else [])]) + "\n"


def conftest(models: Sequence[Mapping[str, Any]]) -> str:
    """A conftest with a fixture for each of *models*, which have a ``module`` and a ``name``."""
    if not models:
        return _conftest(["# from app.models import User"], ["# user = pfg_fixture(User)"])
    places = sorted({(str(each["module"]), str(each["name"]).partition(".")[0]) for each in models})
    by_module = {module: [name for place, name in places if place == module] for module, _ in places}
    imports = [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]
    bound = [snake_case(str(each["name"])) for each in models]
    twice = {name for name, count in Counter(bound).items() if count > 1}
    fixtures = [
        f"{_spread(each, name) if name in twice else name} = pfg_fixture({each['name']})"
        for each, name in zip(models, bound, strict=True)
    ]
    return _conftest(imports, fixtures)


def _conftest(imports: Sequence[str], fixtures: Sequence[str]) -> str:
    head = '"""Fixtures of the tests. `pytest --pfg-list` shows each with a value."""'
    return "\n".join([head, "", *imports, "", "from pytest_fixturegen import pfg_fixture", "", *fixtures, ""])


def _spread(model: Mapping[str, Any], name: str) -> str:
    return f"{snake_case(str(model['module']))}_{name}"
