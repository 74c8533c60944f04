"""Music and films, work and its rooms, health."""

from __future__ import annotations

import re

import pytest

from pytest_fixturegen.providers import pursuits
from pytest_fixturegen.providers.domains import medicine_tables
from tests.providers.contexts import draw_samples, make_context
from tests.providers.samples import model, records


@pytest.mark.parametrize(
    ("name", "genres"),
    [
        ("song", pursuits.MUSIC_GENRES),
        ("book", pursuits.STORY_GENRES),
        ("new_album", pursuits.MUSIC_GENRES),
    ],
)
def test_a_genre_is_that_of_the_model(name, genres):
    drawn = draw_samples(pursuits.provide_genre(make_context("genre", model=name), ""))
    assert {*drawn} == {*genres}


def test_skills_are_english_in_english_alone():
    assert {*draw_samples(pursuits.provide_skill(make_context("skill"), ""))} <= {*pursuits.SKILLS}
    german = draw_samples(pursuits.provide_skill(make_context("skill", locale="de_DE"), ""))
    assert not {*german} & {*pursuits.SKILLS}


def test_codes_and_rooms_have_their_form():
    song = model("Song", isrc=str, track_number=int, season=int, bpm=int)
    for record in records(song):
        assert re.fullmatch(r"ZZTST\d{7}", record["isrc"])
        assert 1 <= record["track_number"] <= 18
        assert 1 <= record["season"] <= 8
        assert 62 <= record["bpm"] <= 178
    rooms = [record["room"] for record in records(model(room=str), 100)]
    assert all(re.fullmatch(r"(?:[A-D]-)?[1-5](?:0[1-9]|[12]\d|30)", room) for room in rooms)
    assert 20 < sum("-" in room for room in rooms) < 80


def test_a_heart_beats_and_its_pressure_has_two_parts():
    for record in records(model("Patient", heart_rate=int, blood_pressure=str)):
        high, low = map(int, record["blood_pressure"].split("/"))
        assert 50 <= low <= 100
        assert low + 30 <= high <= low + 62
        assert 45 <= record["heart_rate"] <= 125


ALLERGIES = {row[0] for row in next(iter(medicine_tables.ALLERGIES.values())).rows}
DRUGS = {row[0] for row in medicine_tables.DRUG_ROWS}


def test_allergens_and_medications_are_from_their_lists():
    for record in records(model("Patient", allergy=str, medication=str)):
        assert record["allergy"] in ALLERGIES
        assert record["medication"] in DRUGS


def test_an_office_may_be_in_another_city_than_the_home():
    pairs = [
        (r["city"], r["office"]) for r in records(model("Employee", city=str, office=str), 100)
    ]
    assert any(city != office for city, office in pairs)
    assert {office for _, office in pairs} & {city for city, _ in pairs}
