"""The site: every page is in its menu, every link resolves, and every name has an anchor."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

import pytest_fixturegen
from pytest_fixturegen.cli.main import main
from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.sources import get_option_key
from pytest_fixturegen.errors import ERROR_CLASSES
from pytest_fixturegen.plugins import builtin, hookspecs

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
REPOSITORY = "https://github.com/pytest-fixturegen/pytest-fixturegen/"
BUILT_FILES = ("llms.txt", "llms-full.txt")
"""Files of the site that ``dev.py docs`` writes."""

FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
ANCHOR = re.compile(r'<a id="([^"]+)"></a>|^::: (\S+)$', re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
WORD_GAP = re.compile(r"[^\w\- ]")


@cache
def read_text(page: Path) -> str:
    """Return the text of *page* without its blocks of code."""
    return FENCE.sub("", page.read_text("utf-8"))


@cache
def list_anchors(page: Path) -> frozenset[str]:
    """Return the anchors of *page*, with those of headings as GitHub and the site name them."""
    text = read_text(page)
    headings = [WORD_GAP.sub("", each.lower()).replace(" ", "-") for each in HEADING.findall(text)]
    named = [first or second.rpartition(".")[2] for first, second in ANCHOR.findall(text)]
    return frozenset((*headings, *named))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_page_and_an_anchor(page: Path) -> None:
    for link in LINK.findall(read_text(page)):
        name, _, anchor = link.partition("#")
        if name.startswith((f"{REPOSITORY}blob/", f"{REPOSITORY}tree/")):
            path = name.removeprefix(REPOSITORY).partition("/main/")[2]
            assert (ROOT / path).exists(), f"{link} leads nowhere"
        if "://" in link or name.startswith("mailto:") or name in BUILT_FILES:
            continue
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{link} leads nowhere"
        if page.is_relative_to(DOCS):
            assert target.is_relative_to(DOCS), f"{link} leads out of the site"
        if anchor and target.suffix == ".md":
            assert anchor in list_anchors(target), f"{link} has no such heading"


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = re.findall(r"[\w./-]+\.md", menu[menu.index("\nnav:") :])
    pages = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")]
    assert sorted(listed) == sorted(pages)


def test_every_public_name_has_an_anchor() -> None:
    assert set(pytest_fixturegen.__all__) <= list_anchors(DOCS / "api.md")


def test_every_option_has_an_anchor() -> None:
    options = {get_option_key(config, each.name) for config in CONFIGS for each in fields(config)}
    assert options <= list_anchors(DOCS / "configuration.md")


def test_every_command_has_an_anchor() -> None:
    commands = {f"pfg-{name}" for name in main.list_commands(main.make_context("pfg", ["list"]))}
    assert commands <= list_anchors(DOCS / "commands.md")


def test_every_hook_has_an_anchor() -> None:
    anchors = " ".join(list_anchors(DOCS / "plugins.md"))
    hooks = [name for name in vars(hookspecs) if name.startswith("pfg_")]
    assert hooks
    assert not [hook for hook in hooks if hook not in anchors]


def test_every_error_and_exit_code_has_an_anchor() -> None:
    assert {each.__name__ for each in ERROR_CLASSES} <= list_anchors(DOCS / "errors.md")


def test_every_handler_has_an_anchor() -> None:
    handlers = {f"handler-{name}" for name in builtin.HANDLERS}
    assert handlers <= list_anchors(DOCS / "persist.md")
