"""The words of a locale. Those of en_US are built in, so no version of Faker changes them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.providers.vocabulary import (
    Vocabulary,
    draw_faker_pool,
    expand_weights,
    get_faker,
    require_locale,
)

DRAWS = """
import sys
from pydantic import AnyUrl, BaseModel, EmailStr, HttpUrl, NameEmail
from typing_extensions import TypedDict
from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.providers.by_name import NAMES

sys.modules["faker"] = None
names = sorted({name for name, _ in NAMES if name[0] != "_"})
assert len(names) > 800, len(names)
for kind in (str, int, float):
    sample = TypedDict("Sample", dict.fromkeys(names, kind))  # some names are keywords
    assert len(list(generate_lines(sample, 3))) == 3

class Typed(BaseModel):
    mail: EmailStr
    named: NameEmail
    page: HttpUrl
    other: AnyUrl
    note: str

assert len(list(generate_lines(Typed, 100))) == 100
"""


def test_every_name_and_the_named_types_are_drawn_without_faker() -> None:
    ran = subprocess.run([sys.executable, "-c", DRAWS], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_a_pool_does_not_depend_on_other_draws() -> None:
    first = draw_faker_pool("de_DE", "city", 50)
    get_faker("de_DE").seed_instance(1)
    get_faker("de_DE").city()
    draw_faker_pool.cache_clear()
    assert draw_faker_pool("de_DE", "city", 50) == first


def test_a_provider_that_the_locale_lacks_is_that_of_english() -> None:
    swedish = Vocabulary("sv_SE")
    assert not swedish.has_provider("military_ship")
    english = Vocabulary("en_US").draw_pool("military_ship", 20)
    assert swedish.draw_pool("military_ship", 20) == english


def test_a_table_that_the_locale_lacks_is_empty() -> None:
    assert Vocabulary("de_DE").list_entries("nonsense", "names") == ()
    assert Vocabulary("de_DE").list_entries("person", "nonsense") == ()
    assert "Berlin" not in Vocabulary("de_DE").list_entries("person", "last_names")


def test_entries_come_as_often_as_their_weight_says() -> None:
    assert expand_weights({"a": 6, "b": 3, "c": 1}, 10) == (*"aaaaaa", *"bbb", "c")
    assert expand_weights({"a": 1.0}, 3) == ("a", "a", "a")


def test_language_and_country_are_read_from_the_locale() -> None:
    assert (Vocabulary("pt_BR").language, Vocabulary("pt_BR").country) == ("pt", "BR")
    assert (Vocabulary("es").language, Vocabulary("es").country) == ("es", "")


def test_an_unknown_locale_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"^Unknown locale 'de_XX'\.") as caught:
        require_locale("de_XX")
    assert str(caught.value.hint).startswith("Did you mean '")
