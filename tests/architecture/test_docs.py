"""The docs name every option, error and public name.

``python -m tests.architecture.test_docs`` writes the table of options from the declarations.
"""

from __future__ import annotations

import dataclasses
import inspect
import typing
from pathlib import Path

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

SECURITY = DOCS / "security.md"
BEGIN_TRUST = "<!-- trust: made from the declaration -->\n"
END_TRUST = "<!-- end of trust -->\n"
WIDENING_WORDS = {
    "set": "any value",
    "raised": "more than the default",
    "outside": "a path outside of the project, or a server",
    "destination": "a path outside of the project, a server, or a variable ($NAME)",
    "aliases": "handlers or options that need trust in `persist.handler` and `handler_config`",
    "code": "functions other than those of Faker, for `pfg serve`",
}
"""When an option needs trust, by what its declaration says."""


def table() -> str:
    """Return the table of options as Markdown."""
    rows = [
        "| key | flag | variable | in pytest | default | what it means |",
        "|---|---|---|---|---|---|",
    ]
    for config in CONFIGS:
        for each in dataclasses.fields(config):
            key = get_option_key(config, each.name)
            variable = f"PFG_{key.replace('.', '__').upper()}"
            inside = f"`--pfg-{each.name.replace('_', '-')}`" if config is GenerationConfig else ""
            default = (
                ", ".join(map(str, each.default))
                if isinstance(each.default, tuple)
                else str(each.default)
            )
            flag = f"`--{each.name.replace('_', '-')}`"
            for also in reversed(each.metadata["flag"].split()):
                flag = (
                    flag
                    if also == "-n"
                    else f"`{also}`"
                    if also.startswith("--")
                    else f"`{also}`, {flag}"
                )
            words = each.metadata["help"] + _choices(typing.get_type_hints(config)[each.name])
            rows.append(
                f'| <a id="{key}"></a>`{key}` | {flag} | `{variable}` | {inside} '
                f"| `{default or ' '}` | {words} |"
            )
    return "\n".join(rows) + "\n"


def _choices(hint: object) -> str:
    return (
        f" One of {', '.join(map(str, typing.get_args(hint)))}."
        if typing.get_origin(hint) is typing.Literal
        else ""
    )


def build_trust_table() -> str:
    """Return the table of the options that need trust as Markdown."""
    rows = ["| key | needs trust for |", "|---|---|"]
    for config in CONFIGS:
        for option in dataclasses.fields(config):
            if option.metadata["widens"] != "never":
                key = get_option_key(config, option.name)
                rows.append(f"| `{key}` | {_describe_widening(option)} |")
    return "\n".join(rows) + "\n"


def _describe_widening(option: dataclasses.Field[object]) -> str:
    words = WIDENING_WORDS[option.metadata["widens"]]
    default = (option.default,) if option.metadata["harmless"] and option.default else ()
    harmless = ", ".join(f"`{value}`" for value in (*default, *option.metadata["harmless"]))
    return f"{words} but {harmless}" if harmless else words


def test_the_table_of_trust_matches_the_declarations() -> None:
    text = SECURITY.read_text("utf-8")
    shown = text[text.index(BEGIN_TRUST) + len(BEGIN_TRUST) : text.index(END_TRUST)]
    assert shown.strip() == build_trust_table().strip(), (
        "python -m tests.architecture.test_docs writes the table"
    )


def test_the_table_of_options_matches_the_declarations() -> None:
    text = CONFIGURATION.read_text("utf-8")
    shown = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    assert shown.strip() == table().strip(), (
        "python -m tests.architecture.test_docs writes the table"
    )


@pytest.mark.parametrize("error", ERROR_CLASSES, ids=lambda error: error.kind)
def test_every_error_has_a_row_in_the_docs(error: type[pytest_fixturegen.FixturegenError]) -> None:
    assert f'| {error.code} | <a id="{error.kind}"></a>`{error.kind}` |' in (
        DOCS / "errors.md"
    ).read_text("utf-8")


@pytest.mark.parametrize("name", builtin.HANDLERS)
def test_every_handler_has_a_row_with_its_options(name: str) -> None:
    rows = (DOCS / "persist.md").read_text("utf-8").splitlines()
    row = next(row for row in rows if f"`{name}` |" in row)
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
    for page, begin, end, made in (
        (CONFIGURATION, BEGIN, END, table()),
        (SECURITY, BEGIN_TRUST, END_TRUST, build_trust_table()),
    ):
        old = page.read_text("utf-8")
        page.write_text(
            old[: old.index(begin) + len(begin)] + made + old[old.index(end) :], "utf-8"
        )
