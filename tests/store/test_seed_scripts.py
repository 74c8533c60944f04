"""A seed script that is no seed script is an error that says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import ConfigError

API = {"resources": {"notes": {"fields": {"text": "string"}}}}
ASYNC_SCRIPT = "async def generate(gen):\n    return {}\n"
FAILING_ITERATOR = "def generate(gen):\n    return {'notes': (1 / 0 for _ in 'x')}\n"


def open_with(path: Path) -> None:
    open_store(API, StoreConfig(seed_script=str(path))).close()


@pytest.mark.parametrize("suffix", ["js", "mjs", "cjs", "ts", "tsx", "JS"])
def test_javascript_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"seed.{suffix}"
    path.write_text("module.exports = { generate: (faker) => ({}) };")
    with pytest.raises(ConfigError, match="is JavaScript: expected a Python file") as caught:
        open_with(path)
    assert "def generate(faker)" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ASYNC_SCRIPT, "is asynchronous: expected a plain function"),
        (ASYNC_SCRIPT.replace("return", "yield"), "is asynchronous: expected a plain function"),
        ("def generate(gen): pass", "returned None: expected a mapping"),
        ("def generate(gen): return [1]", r"returned \[1\]: expected a mapping"),
        ("def generate(gen): return {'notes': 5}", "returned 5 for notes: expected a list"),
        ("def generate(gen): return {'notes': 'ab'}", "returned 'ab' for notes: expected a list"),
        ("def generate(gen): return {'notes': {}}", r"returned \{\} for notes: expected a list"),
        ("x = 1", "has no function generate"),
        ("def generate(gen: return", "SyntaxError"),
        (FAILING_ITERATOR, "failed: ZeroDivisionError"),
        ("def generate(gen): return {'nots': []}", "returns 'nots', which is not a resource"),
    ],
)
def test_a_wrong_script_is_an_error_with_its_name(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "seed.py"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message) as caught:
        open_with(path)
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_records_may_come_from_any_iterable(tmp_path: Path) -> None:
    path = tmp_path / "seed.py"
    path.write_text(
        "def generate(gen):\n    return {'notes': (gen.build('notes') for _ in 'ab')}\n"
    )
    store = open_store(API, StoreConfig(seed_script=str(path), generate=False))
    assert len(store["notes"]) == 2
    store.close()
