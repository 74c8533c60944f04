"""Names that only type checkers import: ``if TYPE_CHECKING:``."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen import generate_instances, generate_lines
from pytest_fixturegen.errors import MappingError

HEADS = {
    "dataclass": "from dataclasses import dataclass\n@dataclass\nclass Order:",
    "model": "from pydantic import BaseModel\nclass Order(BaseModel):",
    "typed_dict": "from typing_extensions import TypedDict\nclass Order(TypedDict):",
    "named_tuple": "from typing import NamedTuple\nclass Order(NamedTuple):",
    "attrs": "import attrs\n@attrs.define\nclass Order:",
    "struct": "import msgspec\nclass Order(msgspec.Struct):",
}
"""The first lines of a class of each kind."""

BLOCKS = {
    "names": ("from decimal import Decimal\n    from fractions import Fraction", "Decimal"),
    "alias": ("from decimal import Decimal as Amount", "Amount"),
    "module": ("import decimal", "decimal.Decimal"),
    "renamed module": ("import decimal as numbers", "numbers.Decimal"),
    "submodule": ("import xml.dom.minidom, decimal", "list[decimal.Decimal]"),
    "assignment": ("import decimal\n    Total = decimal.Decimal", "Total"),
    "type alias": ("from typing import *\n    Total: TypeAlias = 'list[Any]'", "Total"),
    "class": ("class Total(int): ...\n    Totals = list[Total]", "list[int]"),
    "star": ("from decimal import *", "Decimal"),
    "relative": ("from .parts import Part", "list[Part]"),
    "sibling module": ("from . import parts", "parts.Part | None"),
    "missing elsewhere": (
        "from no_such_module import X\n    from decimal import Decimal",
        "Decimal",
    ),
    "fallback": (
        "try:\n        from no_such_module import Decimal\n"
        "    except ImportError:\n        from decimal import Decimal",
        "Decimal",
    ),
}
"""What a block for type checkers holds, and an annotation that needs it."""

GUARDS = {
    "name": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:",
    "attribute": "import typing as t\nif t.TYPE_CHECKING:",
    "else": "import typing\nif not typing.TYPE_CHECKING:\n    pass\nelse:",
    "nested": "import sys, typing\nif sys.version_info > (3,):\n  if typing.TYPE_CHECKING:",
    "constant": "MYPY = False\nif MYPY:",
}

PART = "from __future__ import annotations\nfrom dataclasses import dataclass\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "guarded"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "parts.py").write_text(f"{PART}@dataclass\nclass Part:\n    size: int\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "guarded"]:
        del sys.modules[name]


def load(folder: Path, source: str, name: str = "orders") -> Any:
    (folder / f"{name}.py").write_text(f"from __future__ import annotations\n{source}")
    return importlib.import_module(f"guarded.{name}")


def draw(module: Any) -> list[Any]:
    assert len(list(generate_lines(module.Order, 3, 1))) == 3
    return list(generate_instances(module.Order, 3, 1))


@pytest.mark.parametrize("kind", HEADS)
def test_each_kind_of_class_reads_names_for_type_checkers(package: Path, kind: str) -> None:
    source = f"{GUARDS['name']}\n    from decimal import Decimal\n{HEADS[kind]}\n    total: Decimal"
    for order in draw(load(package, source)):
        value = order["total"] if isinstance(order, dict) else order.total
        assert type(value).__name__ == "Decimal"


@pytest.mark.parametrize("block", BLOCKS)
def test_each_kind_of_statement_is_followed(package: Path, block: str) -> None:
    statements, hint = BLOCKS[block]
    source = f"{GUARDS['name']}\n    {statements}\n{HEADS['dataclass']}\n    total: {hint}"
    draw(load(package, source))


@pytest.mark.parametrize("guard", GUARDS)
def test_each_spelling_of_the_guard_is_known(package: Path, guard: str) -> None:
    source = f"{GUARDS[guard]}\n    from decimal import Decimal\n{HEADS['model']}\n    a: Decimal"
    draw(load(package, source))


def test_modules_that_import_each_other_are_read(package: Path) -> None:
    load(
        package,
        f"{GUARDS['name']}\n    from .orders import Order\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass User:\n    name: str\n    orders: list[Order]",
        "users",
    )
    source = (
        f"{GUARDS['name']}\n    from .users import User\n{HEADS['dataclass']}\n    by: User | None"
    )
    orders = draw(load(package, source))
    assert any(order.by for order in orders)


def test_a_module_that_an_annotation_imports_may_need_names_itself(package: Path) -> None:
    guarded = f"{GUARDS['name']}\n    from decimal import Decimal\n"
    load(
        package, f"{guarded}{HEADS['dataclass'].replace('Order', 'Line')}\n    a: Decimal", "lines"
    )
    source = (
        f"{GUARDS['name']}\n    from .lines import Line\n{HEADS['model']}\n    lines: list[Line]"
    )
    draw(load(package, source))


def test_a_constructor_reads_names_for_type_checkers(package: Path) -> None:
    source = (
        f"{GUARDS['name']}\n    from decimal import Decimal\n"
        "class Money:\n    def __init__(self, amount: Decimal): self.amount = amount\n"
        "from pydantic import BaseModel\nclass Order(BaseModel, arbitrary_types_allowed=True):\n"
        "    money: Money"
    )
    orders = list(generate_instances(load(package, source).Order, 3, 1))
    assert {type(order.money.amount).__name__ for order in orders} == {"Decimal"}
    assert len({order.money.amount for order in orders}) > 1


def test_a_name_that_is_bound_is_not_imported_again(package: Path) -> None:
    source = (
        f"{GUARDS['name']}\n    from decimal import Decimal as Total\n    Other = int\n"
        f"else:\n    Total = int\n{HEADS['dataclass']}\n    total: Total\n    other: Other"
    )
    assert {type(order.total) for order in draw(load(package, source))} == {int}


FAILURES = {
    "missing": ("from no_such_module import Total", "No module named 'no_such_module'"),
    "no such name": ("from decimal import Total", "cannot import name 'Total' from 'decimal'"),
    "raises": ("from .broken import Total", "no database"),
    "exits": ("from .exits import Total", "3"),
}


@pytest.mark.parametrize("kind", ["dataclass", "model", "attrs"])
@pytest.mark.parametrize("failure", FAILURES)
def test_a_module_that_fails_is_one_sentence(package: Path, failure: str, kind: str) -> None:
    (package / "broken.py").write_text("raise RuntimeError('no database')")
    (package / "exits.py").write_text("raise SystemExit(3)")
    statement, reason = FAILURES[failure]
    module = load(package, f"{GUARDS['name']}\n    {statement}\n{HEADS[kind]}\n    total: Total")
    with pytest.raises(MappingError) as caught:
        draw(module)
    message = caught.value.message
    assert "guarded.orders need 'Total'" in message
    assert f"`{statement}` fails (guarded.orders:4)" in message
    assert reason in message
    assert "\n" not in message
    assert "TYPE_CHECKING" in str(caught.value.hint)


def test_a_name_that_nothing_binds_is_an_error_as_before(package: Path) -> None:
    module = load(package, f"{HEADS['dataclass']}\n    total: Total")
    with pytest.raises(MappingError, match="name 'Total' is not defined"):
        draw(module)
