"""Templates of ``pfg init``: a commented configuration and a first conftest."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from pytest_fixturegen._internal.text import escape_controls
from pytest_fixturegen.config.description import format_toml_value
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters import names, source, source_checks
from pytest_fixturegen.errors import EmitError

CONFIG_HEADER = "# Options of pytest-fixturegen; `pfg config --show-origin` prints those in effect."
COMMON_OPTIONS = ("seed", "locale", "p_none", "field_hints", "preset", "profile")
"""The options that users set first; the docs list the others."""

CONFTEST_HEADER = '"""Fixtures of the tests. `pytest --pfg-list` shows each with a sample value."""'
OWN_IMPORTS = {("pytest_fixturegen", "pfg_fixture"): "pfg_fixture"}


def build_configuration(root: str = "") -> str:
    """Return the table of pyproject.toml with every option at its default and commented out.

    *root* is the folder from which tests import the user's modules; it goes to ``pythonpath``.
    """
    options = {option.name: option for option in dataclasses.fields(GenerationConfig)}
    lines = [CONFIG_HEADER, "[tool.pytest_fixturegen]"]
    for name in COMMON_OPTIONS:
        option = options[name]
        default = format_toml_value(option.default)
        lines.append(f"# {name} = {default}  # {option.metadata['help']}")
    if root:
        comment = "from where tests import your modules"
        path = escape_controls(format_toml_value(root))
        lines += ["", "[tool.pytest.ini_options]", f"pythonpath = [{path}]  # {comment}"]
    return "\n".join(lines) + "\n"


def build_conftest(models: Sequence[Mapping[str, Any]]) -> str:
    """Return a conftest with a fixture for each of *models*, by their ``module`` and ``name``.

    Raises:
        EmitError: If a module has a name that cannot be imported.
    """
    locations = [(str(model["module"]), str(model["name"])) for model in models]
    for module, name in locations:
        if not source.are_names(module):
            raise EmitError(
                f"The module {module!r} cannot be imported by that name.",
                hint="Rename the module.",
            )
        if not source.are_names(name):
            raise EmitError(
                f"The model {name!r} of {module} cannot be imported by that name.",
                hint="Rename the model, or leave it out with --exclude.",
            )
    fixture_names = names.choose_fixture_names(locations)
    local_names = names.choose_local_names(
        locations,
        {*fixture_names, *OWN_IMPORTS.values()},
    )
    first_party = {module.partition(".")[0] for module, _ in locations}
    imports = names.format_imports(
        {**local_names, **OWN_IMPORTS}, with_re=False, first_party=first_party, with_pytest=False
    )
    fixtures = [
        source_checks.check_assignment(
            f"{name} = pfg_fixture({names.spell_symbol(*location, local_names)})", name
        )
        for name, location in zip(fixture_names, locations, strict=True)
    ]
    if not models:
        imports += "\n# from app.models import User\n"
        fixtures = ["# user = pfg_fixture(User)"]
    return "\n".join([CONFTEST_HEADER, "", imports, *fixtures, ""])
