"""The generated module of TypedDicts for overrides."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import typing
from pathlib import Path
from typing import Generic, TypeVar

import pytest
from pydantic import BaseModel

from examples.shop import models as shop
from pytest_fixturegen.emitters import override_types
from pytest_fixturegen.emitters.source import FormError

MODELS = (shop.Customer, shop.Order, shop.Address)
USE = """
from examples.shop.models import Address, Customer
from overrides import AddressOverrides, CustomerOverrides
from pytest_fixturegen import pfg_fixture

one = pfg_fixture(Customer, CustomerOverrides(first_name="Ada", address={"city": "Oslo"}))
two = pfg_fixture(Customer, CustomerOverrides(address=AddressOverrides(city="Oslo")))
"""


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The module for the shop, written by the command line."""
    path = tmp_path_factory.mktemp("module") / "overrides.py"
    words = ["gen", "overrides", "examples/shop/models.py", "--out", str(path)]
    subprocess.run([sys.executable, "-m", "pytest_fixturegen", *words], check=True)
    return path


def test_every_model_has_a_typed_dict_of_its_fields(
    module: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(module.parent)
    written = importlib.import_module("overrides")
    hints = {
        model: typing.get_type_hints(getattr(written, f"{model.__name__}Overrides"))
        for model in MODELS
    }
    assert all(list(fields) == list(model.model_fields) for model, fields in hints.items())
    assert typing.get_args(hints[shop.Customer]["address"]) == (
        shop.Address,
        written.AddressOverrides,
    )


def test_ruff_changes_nothing_in_the_module(module: Path) -> None:
    for words in (
        ["format", "--isolated", "--check"],
        ["check", "--isolated", "--select", "E,F,UP", "--ignore", "E501"],
    ):
        subprocess.run([sys.executable, "-m", "ruff", *words, str(module)], check=True)


def test_a_type_checker_finds_wrong_overrides(module: Path, tmp_path: Path) -> None:
    uses = {
        "right.py": USE,
        "misspelt.py": USE.replace("first_name", "frist_name"),
        "wrong_type.py": USE.replace('"Ada"', "7"),
    }
    for name, text in uses.items():
        (tmp_path / name).write_text(text)
    found = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--config-file",
            "",
            *(str(tmp_path / name) for name in uses),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={"MYPYPATH": f"{module.parent}:.", "PATH": ""},
    )
    wrong = {Path(line.partition(":")[0]).name for line in found.stdout.splitlines()[:-1]}
    assert wrong & uses.keys() == {"misspelt.py", "wrong_type.py"}, found.stdout


Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    items: list[Item]


class Reply(BaseModel):
    page: Page[shop.Address]


def test_generic_models_are_written_with_their_arguments() -> None:
    reports = override_types.describe_models([Page, Reply])
    text = override_types.build_overrides_module(json.loads(json.dumps(reports)), "pfg")
    assert "class PageOverrides(TypedDict, total=False):\n    items: list[Any]\n" in text
    reply = (
        "class ReplyOverrides(TypedDict, total=False):\n"
        "    page: Page[Address] | PageAddressOverrides\n"
    )
    assert reply in text
    assert "class PageAddressOverrides(TypedDict, total=False):\n    items: list[Address]\n" in text


@pytest.mark.parametrize(
    "report",
    [{}, {"symbol": ["symbol", "os", "system('x')"], "fields": []}, {"symbol": 1, "fields": 2}],
)
def test_malformed_reports_are_refused(report: dict[str, object]) -> None:
    with pytest.raises(FormError):
        override_types.build_overrides_module([report], "pfg")


def test_a_union_that_does_not_fit_is_formatted_as_by_ruff() -> None:
    union = ["or", [["symbol", "m", f"AVeryLongNameOfAModelNumber{number}"] for number in range(6)]]
    user = ["symbol", "m", "User"]
    report = {"symbol": user, "type": user, "fields": [["members", union], ["one", union[1][0]]]}
    text = override_types.build_overrides_module([report], "pfg", [])
    words = [sys.executable, "-m", "ruff", "format", "--isolated", "--diff", "-"]
    found = subprocess.run(words, input=text, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
