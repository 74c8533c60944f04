"""Links and unique fields from the command line and from pytest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success, error_of

MODELS = "app/shop.py"
SOURCE = """
from pydantic import BaseModel, Field

class Team(BaseModel):
    id: int

class User(BaseModel):
    id: int
    email: str
    team_id: int
    shelf: str = Field(pattern=r"^[A-D]$")

class Order(BaseModel):
    id: int
    user_id: int
    email: str
    tag_ids: list[int]
"""
LINKS = (
    "--link",
    "Order.user_id=User.id",
    "--link",
    "User.team_id=Team.id",
    "--link",
    "Order.tag_ids=Team.id",
)


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    (project / "app" / "shop.py").write_text(SOURCE)
    return project


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_with_related_writes_the_related_models(pfg: Pfg, shop: Path) -> None:
    words = (*LINKS, "-n", "30", "--jsonl", "--out", "out/{model}.jsonl")
    assert_success(pfg("gen", "json", f"{MODELS}:Order", *words, "--with-related"))
    orders, users, teams = (
        read(shop / "out" / f"{name}.jsonl") for name in ("Order", "User", "Team")
    )
    assert {each["user_id"] for each in orders} <= {each["id"] for each in users}
    assert {each["team_id"] for each in users} <= {each["id"] for each in teams}
    assert len(users) == len(teams) == 30


def test_related_models_are_not_written_by_default(pfg: Pfg, shop: Path) -> None:
    assert_success(
        pfg("gen", "json", f"{MODELS}:Order", *LINKS, "--jsonl", "--out", "out/{model}.jsonl")
    )
    assert [path.name for path in (shop / "out").iterdir()] == ["Order.jsonl"]


def test_related_sets_the_number_of_related_records(pfg: Pfg, shop: Path) -> None:
    words = (
        *LINKS,
        "-n",
        "40",
        "--related",
        "3",
        "--jsonl",
        "--out",
        "out/{model}.jsonl",
        "--with-related",
    )
    assert_success(pfg("gen", "json", f"{MODELS}:Order", *words))
    assert len(read(shop / "out" / "User.jsonl")) == 3
    assert len({each["user_id"] for each in read(shop / "out" / "Order.jsonl")}) == 3


def test_shards_join_to_the_unsharded_output(pfg: Pfg, shop: Path) -> None:
    words = (
        "gen",
        "json",
        f"{MODELS}:Order",
        *LINKS,
        "-n",
        "9",
        "--jsonl",
        "--unique",
        "Order.email",
    )
    whole = pfg(*words).stdout
    assert_success(pfg(*words, "--shard-size", "4", "--out", "out/{shard}"))
    assert "".join((shop / "out" / str(shard)).read_text() for shard in range(3)) == whole


def test_too_many_unique_records_are_an_error_before_any_write(pfg: Pfg, shop: Path) -> None:
    words = ("gen", "json", f"{MODELS}:User", "--unique", "User.shelf", "--jsonl", "--json-errors")
    assert_success(pfg(*words, "-n", "4"))
    result = pfg(*words, "-n", "5", "--shard-size", "1", "--out", "out/{shard}")
    assert result.exit_code == 20, result.output
    details = {"model": "User", "path": "shelf", "field": "shelf", "n": 5, "size": 4}
    assert error_of(result)["details"] == details
    assert not [*(shop / "out").iterdir()]


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (("--link", "Ordr.user_id=User.id"), 2, "Did you mean 'Order'?"),
        (("--link", "Order.user=User.id"), 2, "Did you mean 'user_id'?"),
        (("--link", "Order.user_id=Usr.id"), 2, "Did you mean 'User'?"),
        (("--link", "Order.user_id"), 2, "Write it as Order.user_id=User.id."),
        (("--unique", "Usr.email"), 2, "Did you mean 'User'?"),
        (("--link", "Order.user_id=User.email"), 20, "Give both fields the same type."),
    ],
)
def test_unknown_names_in_links_are_an_error(
    pfg: Pfg, words: tuple[str, ...], code: int, hint: str
) -> None:
    result = pfg("gen", "json", f"{MODELS}:Order", *words, "--json-errors")
    assert result.exit_code == code, result.output
    assert error_of(result)["hint"] == hint


def test_the_project_file_can_set_links(pfg: Pfg, shop: Path) -> None:
    (shop / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen]\nlink = ['Order.user_id=User.id']\nrelated = 1\n"
    )
    orders = json.loads(pfg("gen", "json", f"{MODELS}:Order", "-n", "20").stdout)
    assert len({each["user_id"] for each in orders}) == 1


def test_pytest_accepts_the_same_options(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(shop=SOURCE)
    pytester.makepyfile(
        "from shop import *\n"
        "def test_it(pfg):\n"
        "    users = pfg.batch(User, 4)\n"
        "    assert len({user.shelf for user in users}) == 4\n"
        "    assert {order.user_id for order in pfg.batch(Order, 30)} <= {user.id for "
        "user in users[:2]}\n"
    )
    words = ("--pfg-unique=User.shelf", "--pfg-link=Order.user_id=User.id", "--pfg-related=2")
    pytester.runpytest_inprocess(
        *words, "-p", "no:cacheprovider", "-p", "no:asyncio"
    ).assert_outcomes(passed=1)
