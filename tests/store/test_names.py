"""Names of resources: English plurals, and names that users choose."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.names import name_models, plural

PLURALS = {
    "hero": "heroes",
    "potato": "potatoes",
    "photo": "photos",
    "settings": "settings",
    "app_settings": "app_settings",
    "credentials": "credentials",
    "users": "users",
    "news": "news",
    "series": "series",
    "species": "species",
    "analysis": "analyses",
    "diagnosis": "diagnoses",
    "leaf": "leaves",
    "shelf": "shelves",
    "belief": "beliefs",
    "quiz": "quizzes",
    "metadata": "metadata",
    "data": "data",
    "medium": "media",
    "criterion": "criteria",
    "person": "people",
    "salesperson": "salespeople",
    "child": "children",
    "man": "men",
    "human": "humans",
    "mouse": "mice",
    "goose": "geese",
    "status": "statuses",
    "virus": "viruses",
    "campus": "campuses",
    "bus": "buses",
    "gas": "gases",
    "lens": "lenses",
    "address": "addresses",
    "box": "boxes",
    "index": "indices",
    "schema": "schemas",
    "movie": "movies",
    "category": "categories",
    "day": "days",
    "order_line": "order_lines",
    "feedback": "feedback",
    "equipment": "equipment",
    "software": "software",
    "money": "money",
    "sheep": "sheep",
}


@pytest.mark.parametrize(("word", "many"), PLURALS.items(), ids=PLURALS)
def test_names_are_english_plurals(word: str, many: str) -> None:
    assert plural(word) == many
    assert plural(many) == many, "a plural stays as it is"


def make_class(name: str) -> type:
    """Return a class with this *name*."""
    return type(name, (), {})


def test_chosen_names_replace_plurals() -> None:
    hero, villain = make_class("Hero"), make_class("Villain")
    named = name_models([hero, villain], [("champions", "Hero")])
    assert named == {"champions": hero, "villains": villain}


@pytest.mark.parametrize(
    ("chosen_names", "problem"),
    [
        ([("a", "Heroo")], "the unknown model 'Heroo'"),
        ([("a", "Hero"), ("b", "Hero")], "two resource names: 'a' and 'b'"),
        ([("villains", "Hero")], "the same resource name 'villains': Hero and Villain"),
    ],
)
def test_wrong_names_are_refused(chosen_names: list[tuple[str, str]], problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        name_models([make_class("Hero"), make_class("Villain")], chosen_names)


def test_a_model_and_its_plural_need_a_chosen_name() -> None:
    models = [make_class("User"), make_class("Users")]
    with pytest.raises(ConfigError) as caught:
        name_models(models)
    assert "--resource NAME=Users" in caught.value.hint
    assert list(name_models(models, [("groups", "Users")])) == ["users", "groups"]


def test_without_the_extra_the_error_names_it() -> None:
    code = """
import sys
sys.modules["pluralizer"] = None  # as if it was not installed
from contextlib import closing
from pydantic import BaseModel
from pytest_fixturegen.api.stores import open_store

class Hero(BaseModel):
    id: int

with closing(open_store({"heroes": Hero})) as store:
    print(store.schema.resources[0].name)
try:
    open_store([Hero])
except Exception as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "heroes",
        "The names of resources are English plurals, which need pluralizer.",
        "  hint: pip install 'pytest-fixturegen[serve]', or give a mapping of names to models.",
    ]
