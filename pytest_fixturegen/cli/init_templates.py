"""What a project begins with: a commented configuration, and a first conftest."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from pytest_fixturegen.config.description import format_toml_value
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters import names, source
from pytest_fixturegen.errors import EmitError

CONFIG_HEADER = (
    "# How pytest-fixturegen makes data; `pfg config --show-origin` says what is in effect."
)
COMMON_OPTIONS = ("seed", "locale", "p_none", "field_hints", "preset", "profile")
"""What people set first; the docs have the rest."""

CONFTEST_HEADER = '"""Fixtures of the tests. `pytest --pfg-list` shows each with a value."""'
OWN_IMPORTS = {("pytest_fixturegen", "pfg_fixture"): "pfg_fixture"}


def build_configuration(root: str = "") -> str:
    """The table of pyproject.toml, each option at its default and commented out.

    With *root*, a folder, pytest is told that the user's modules are imported from there.
    """
    known = {each.name: each for each in dataclasses.fields(GenerationConfig)}
    rows = [
        f"# {name} = {format_toml_value(known[name].default)}  # {known[name].metadata['help']}"
        for name in COMMON_OPTIONS
    ]
    path = [
        "",
        "[tool.pytest.ini_options]",
        f"pythonpath = [{format_toml_value(root)}]  # from where tests import your modules",
    ]
    return (
        "\n".join([CONFIG_HEADER, "[tool.pytest_fixturegen]", *rows, *(path if root else [])])
        + "\n"
    )


def build_conftest(models: Sequence[Mapping[str, Any]]) -> str:
    """A conftest with a fixture for each of *models*, which have a ``module`` and a ``name``.

    Raises EmitError when one of them cannot be imported.
    """
    places = [(str(each["module"]), str(each["name"])) for each in models]
    for module, _ in places:
        if not source.are_names(module):
            raise EmitError(f"No import can name the module {module!r}.", hint="Rename the module.")
    called = names.choose_fixture_names(places)
    local = names.choose_local_names(places, {*called, *OWN_IMPORTS.values()})
    own = {module.partition(".")[0] for module, _ in places}
    imports = names.format_imports(
        {**local, **OWN_IMPORTS}, with_re=False, first_party=own, with_pytest=False
    )
    fixtures = [
        f"{name} = pfg_fixture({names.spell_symbol(*place, local)})"
        for name, place in zip(called, places, strict=True)
    ]
    if not models:
        imports, fixtures = (
            f"{imports}\n# from app.models import User\n",
            ["# user = pfg_fixture(User)"],
        )
    return "\n".join([CONFTEST_HEADER, "", imports, *fixtures, ""])
