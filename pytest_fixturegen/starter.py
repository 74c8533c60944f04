"""What a project begins with: a commented configuration, and a first conftest."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from pytest_fixturegen.declared import toml
from pytest_fixturegen.emit import names, source
from pytest_fixturegen.errors import EmitError
from pytest_fixturegen.options import GenerationConfig

HEAD = "# How pytest-fixturegen makes data; `pfg config --show-origin` says what is in effect."
FIRST = ("seed", "locale", "p_none", "field_hints", "preset", "profile")
"""What people set first; the docs have the rest."""

HEADING = '"""Fixtures of the tests. `pytest --pfg-list` shows each with a value."""'
OURS = {("pytest_fixturegen", "pfg_fixture"): "pfg_fixture"}


def configuration(root: str = "") -> str:
    """The table of pyproject.toml, each option at its default and commented out.

    With *root*, a folder, pytest is told that the user's modules are imported from there.
    """
    known = {each.name: each for each in dataclasses.fields(GenerationConfig)}
    rows = [f"# {name} = {toml(known[name].default)}  # {known[name].metadata['help']}" for name in FIRST]
    path = ["", "[tool.pytest.ini_options]", f"pythonpath = [{toml(root)}]  # from where tests import your modules"]
    return "\n".join([HEAD, "[tool.pytest_fixturegen]", *rows, *(path if root else [])]) + "\n"


def conftest(models: Sequence[Mapping[str, Any]]) -> str:
    """A conftest with a fixture for each of *models*, which have a ``module`` and a ``name``.

    Raises EmitError when one of them cannot be imported.
    """
    places = [(str(each["module"]), str(each["name"])) for each in models]
    for module, _ in places:
        if not source.are_names(module):
            raise EmitError(f"No import can name the module {module!r}.", hint="Rename the module.")
    called = names.fixture_names(places)
    local = names.local_names(places, {*called, *OURS.values()})
    own = {module.partition(".")[0] for module, _ in places}
    imports = names.imports({**local, **OURS}, patterns=False, first_party=own, tests=False)
    fixtures = [f"{name} = pfg_fixture({names.spelled(*place, local)})" for name, place in zip(called, places, strict=True)]
    if not models:
        imports, fixtures = f"{imports}\n# from app.models import User\n", ["# user = pfg_fixture(User)"]
    return "\n".join([HEADING, "", imports, *fixtures, ""])
