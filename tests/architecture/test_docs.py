"""The docs name every option, error and public name.

``python -m tests.architecture.test_docs`` writes the table of options from their declarations.
"""

from __future__ import annotations

import dataclasses
import inspect
import typing
from pathlib import Path
from typing import Any

import pytest

import pytest_fixturegen
from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.sources import get_option_key
from pytest_fixturegen.errors import ERROR_CLASSES
from pytest_fixturegen.persistence.handler_lookup import load_handler
from pytest_fixturegen.plugins import builtin, hookspecs

DOCS = Path(__file__).resolve().parents[2] / "docs"
CONFIGURATION = DOCS / "configuration.md"
BEGIN, END = "<!-- options: made from the declaration -->\n", "<!-- end of options -->\n"


def format_option_table() -> str:
    """Return a Markdown table with a row for each option."""
    lines = [
        "| key | flag | variable | in pytest | default | what it means |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        format_option_row(config, option)
        for config in CONFIGS
        for option in dataclasses.fields(config)
    ]
    return "\n".join(lines) + "\n"


def format_option_row(config: type, option: dataclasses.Field[Any]) -> str:
    """Return the row of *option*, a field of *config*."""
    key = get_option_key(config, option.name)
    variable = f"`PFG_{key.replace('.', '__').upper()}`"
    dashed_name = option.name.replace("_", "-")
    pytest_flag = f"`--pfg-{dashed_name}`" if config is GenerationConfig else ""
    default = str(option.default)
    if isinstance(option.default, tuple):
        default = ", ".join(map(str, option.default))
    meaning = option.metadata["help"] + format_choices(typing.get_type_hints(config)[option.name])
    flag = format_flag(dashed_name, option.metadata["flag"].split())
    return f"| `{key}` | {flag} | {variable} | {pytest_flag} | `{default or ' '}` | {meaning} |"


def format_flag(dashed_name: str, other_names: list[str]) -> str:
    """Return the flag of an option: long *other_names* replace it, short ones precede it."""
    flag = f"`--{dashed_name}`"
    for name in reversed(other_names):
        if name.startswith("--"):
            flag = f"`{name}`"
        elif name != "-n":  # -n is documented as --n
            flag = f"`{name}`, {flag}"
    return flag


def format_choices(hint: object) -> str:
    """Return a sentence that lists the values of a Literal; nothing for other types."""
    if typing.get_origin(hint) is not typing.Literal:
        return ""
    return f" One of {', '.join(map(str, typing.get_args(hint)))}."


def test_the_table_of_options_follows_the_declarations() -> None:
    text = CONFIGURATION.read_text("utf-8")
    shown = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    assert shown.strip() == format_option_table().strip(), (
        "python -m tests.architecture.test_docs writes the table"
    )


@pytest.mark.parametrize("error", ERROR_CLASSES, ids=lambda error: error.kind)
def test_every_error_has_its_row(error: type[pytest_fixturegen.FixturegenError]) -> None:
    assert f"| {error.code} | `{error.kind}` |" in (DOCS / "errors.md").read_text("utf-8")


@pytest.mark.parametrize("name", builtin.HANDLERS)
def test_every_handler_has_its_row_with_its_options(name: str) -> None:
    rows = (DOCS / "persist.md").read_text("utf-8").splitlines()
    row = next(row for row in rows if row.startswith(f"| `{name}` |"))
    options = [
        each
        for each in inspect.signature(load_handler(builtin.HANDLERS[name])).parameters
        if each != "context"
    ]
    assert [
        option for option in options if f"`{option}`" not in row
    ] == [] or "the same, `concurrency`" in row


@pytest.mark.parametrize("hook", [name for name in vars(hookspecs) if name.startswith("pfg_")])
def test_every_hook_is_in_the_docs(hook: str) -> None:
    assert any(f"def {hook}(" in page.read_text("utf-8") for page in DOCS.glob("*.md"))


@pytest.mark.parametrize("name", pytest_fixturegen.__all__)
def test_every_public_name_is_in_the_docs(name: str) -> None:
    assert any(f"`{name}" in page.read_text("utf-8") for page in DOCS.glob("*.md"))


if __name__ == "__main__":
    old = CONFIGURATION.read_text("utf-8")
    CONFIGURATION.write_text(
        old[: old.index(BEGIN) + len(BEGIN)] + format_option_table() + old[old.index(END) :],
        "utf-8",
    )
