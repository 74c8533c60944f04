"""Bodies of people: heights, weights and body mass indices agree."""

from __future__ import annotations

import json
from decimal import Decimal
from enum import Enum
from typing import Literal

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.providers import bodies, pursuits
from pytest_fixturegen.providers.person_facts import list_first_names
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.samples import draw_values, field


class Patient(BaseModel):
    height_cm: float
    height_m: float
    weight_kg: Decimal
    bmi: float


class Parcel(BaseModel):
    height_cm: float
    weight_kg: float


class Child(BaseModel):
    height_cm: float = Field(le=130)


class Song(BaseModel):
    genre: str
    bpm: int
    isrc: str


class Book(BaseModel):
    genre: str


class Employee(BaseModel):
    first_name: str
    last_name: str
    github_username: str
    slack_handle: str
    skills: list[str]


class Sex(Enum):
    F = "female"
    M = "male"
    X = "other"


class Member(BaseModel):
    first_name: str
    sex: Sex
    gender: Literal["M", "F"]


def test_the_sex_of_a_closed_list_is_that_of_the_name() -> None:
    members = list(generate_instances(Member, 500, seed=4))
    women = {name.name for name in list_first_names(Vocabulary("en_US")) if name.sex == 0}
    men = {name.name for name in list_first_names(Vocabulary("en_US")) if name.sex == 1}
    for each in members:
        assert each.first_name in (women if each.gender == "F" else men)
        assert each.sex in (Sex.X, Sex.F if each.gender == "F" else Sex.M)
    assert 10 < sum(each.sex is Sex.X for each in members) < 60
    lines = [json.loads(line) for line in generate_lines(Member, 500, seed=4)]
    assert [each["sex"] for each in lines] == [each.sex.value for each in members]


def test_a_closed_list_agrees_with_what_a_text_says_in_the_language_of_the_locale() -> None:
    class Persona(BaseModel):
        gender: str
        sex: Literal["femmina", "maschio"]

    people = list(generate_instances(Persona, 50, config=GenerationConfig(seed=4, locale="it_IT")))
    assert [each.gender for each in people] == [each.sex for each in people]
    assert {each.sex for each in people} == {"femmina", "maschio"}


def test_height_weight_and_index_agree() -> None:
    for each in generate_instances(Patient, 500, seed=4):
        assert 148 <= each.height_cm < 200
        assert each.height_m == pytest.approx(each.height_cm / 100, abs=0.011)
        assert each.bmi == pytest.approx(
            float(each.weight_kg) / (each.height_cm / 100) ** 2, abs=0.1
        )


def test_only_people_have_bodies_and_bounds_take_precedence() -> None:
    assert min(each.height_cm for each in generate_instances(Parcel, 200, seed=4)) < 50
    assert all(each.height_cm <= 130 for each in generate_instances(Child, 200, seed=4))


def test_a_song_sounds_and_a_book_tells() -> None:
    songs = list(generate_instances(Song, 200, seed=4))
    assert set(pursuits.MUSIC_GENRES) - {"Indie"} <= {song.genre for song in songs}
    assert all(
        60 < song.bpm < 180 and len(song.isrc) == 12 and song.isrc.startswith("ZZ")
        for song in songs
    )
    genres = {book.genre for book in generate_instances(Book, 200, seed=4)}
    assert {"Fiction", "Mystery", "Biography", "Poetry"} <= genres


def test_accounts_elsewhere_are_of_the_same_person() -> None:
    for each in generate_instances(Employee, 200, seed=4):
        assert each.last_name.lower().replace("'", "") in each.github_username
        assert each.last_name.lower().replace("'", "") in each.slack_handle
        assert set(each.skills) <= set(pursuits.SKILLS)


@pytest.mark.parametrize(
    ("provide", "lowest", "highest"),
    [
        (bodies.provide_height_cm, 148.0, 199.0),
        (bodies.provide_height_m, 1.48, 1.99),
        (bodies.provide_bmi, 17.5, 33.8),
        (bodies.provide_weight_kg, 38.3, 133.9),
    ],
)
def test_sizes_are_those_of_adults(provide, lowest, highest):
    sizes = draw_values(provide(field("size", "float"), ""), 2000)
    assert lowest <= min(sizes) < lowest * 1.2
    assert highest * 0.87 < max(sizes) <= highest


def test_middle_sizes_are_the_most_common():
    heights = sorted(draw_values(bodies.provide_height_cm(field("height", "float"), ""), 2000))
    quarter, three_quarters = heights[500], heights[1500]
    assert 158 < quarter < 172 < three_quarters < 186
    assert three_quarters - quarter < (heights[-1] - heights[0]) * 0.45


@pytest.mark.parametrize(("kind", "type_"), [("int", int), ("float", float), ("decimal", Decimal)])
def test_a_size_has_the_kind_of_its_field(kind, type_):
    heights = draw_values(bodies.provide_height_cm(field("height", kind), ""))
    assert {type(height) for height in heights} == {type_}
    assert all(148 <= height <= 199 for height in heights)


@pytest.mark.parametrize("rules", [{"ge": 150}, {"le": 190}])
def test_no_body_is_shown_if_the_field_may_reject_it(rules):
    assert bodies.provide_height_cm(field("height", "float", **rules), "") is None
    assert bodies.provide_height_cm(field("height", "float", ge=100, le=250), "") is not None
