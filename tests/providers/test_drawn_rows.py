"""Drawn rows of domains: fields that show one thing agree."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.providers.domains import claims, geo, geo_points, maritime
from pytest_fixturegen.providers.domains.options import match_options
from pytest_fixturegen.streams import mix_word
from tests.providers.contexts import SAMPLE_WORDS

COUNT = 120


class LabResult(BaseModel):
    loinc_code: str
    test_name: str
    unit: str
    value: float
    reference_range_low: float
    reference_range_high: float
    interpretation: Literal["N", "H", "L", "HH", "LL"]


class Animal(BaseModel):
    ear_tag: str
    species: Literal["cattle", "sheep", "chicken"]
    breed: str
    sex: Literal["male", "female"]
    weight_kg: float
    milk_yield_l_day: float | None = None


class Hen(BaseModel):
    ear_tag: str
    species: Literal["chicken", "duck"]
    milk_yield_l_day: float


class Ingredient(BaseModel):
    name: str
    quantity: float
    unit: str


class Recipe(BaseModel):
    title: str
    slug: str
    ingredients: list[Ingredient]


class Day(BaseModel):
    temp_min: float
    temp_max: float
    summary: str


class Forecast(BaseModel):
    city: str
    days: list[Day]


class Geometry(BaseModel):
    type: Literal["Point"]
    coordinates: tuple[float, float]


class Landmark(BaseModel):
    osm_id: int
    lat: float
    lon: float
    geohash: str
    bounding_box: tuple[float, float, float, float]
    geometry: Geometry


class Vessel(BaseModel):
    mmsi: int
    imo: int
    length_m: float
    beam_m: float
    draught_m: float = Field(lt=30)


def draw(model: type[Any], count: int = COUNT, **options: Any) -> list[Any]:
    config = GenerationConfig(**options)
    return list(generate_instances(model, count, seed=5, config=config))


def test_the_flag_of_a_result_says_where_its_value_lies() -> None:
    for result in draw(LabResult):
        low, high = result.reference_range_low, result.reference_range_high
        expected = {"N": low <= result.value <= high, "H": result.value > high}
        expected |= {"HH": result.value > high, "L": result.value < low, "LL": result.value < low}
        assert expected[result.interpretation]


def test_a_code_decides_name_and_unit() -> None:
    results = draw(LabResult)
    names = {(result.loinc_code, result.test_name, result.unit) for result in results}
    assert len(names) == len({result.loinc_code for result in results})


def test_a_fixed_code_pins_the_row() -> None:
    results = draw(LabResult, 20, overrides={"LabResult.loinc_code": {"value": "2951-2"}})
    assert {(result.test_name, result.unit) for result in results} == {("Sodium", "mmol/L")}


def test_a_closed_list_narrows_the_rows() -> None:
    animals = draw(Animal)
    assert {animal.species for animal in animals} == {"cattle", "sheep", "chicken"}
    for animal in animals:
        least, greatest = {"cattle": (300, 800), "sheep": (40, 110), "chicken": (1, 5)}[
            animal.species
        ]
        assert least <= animal.weight_kg <= greatest


def test_what_does_not_apply_is_none_or_nothing() -> None:
    for animal in draw(Animal):
        is_milked = animal.sex == "female" and animal.species != "chicken"
        assert (animal.milk_yield_l_day is not None) == is_milked
    assert {hen.milk_yield_l_day for hen in draw(Hen)} == {0.0}


def test_rows_in_a_list_differ() -> None:
    recipes = draw(Recipe)
    for recipe in recipes:
        names = [ingredient.name for ingredient in recipe.ingredients]
        assert len(set(names)) == len(names)
        assert recipe.slug[:4] == recipe.title[:4].lower().replace(" ", "-").replace("'", "-")
    assert min(len(recipe.ingredients) for recipe in recipes) >= 4


def test_options_for_sizes_come_before_the_usual_size() -> None:
    recipes = draw(Recipe, 20, collection_min_items=2, collection_max_items=2)
    assert {len(recipe.ingredients) for recipe in recipes} == {2}


def test_days_of_a_forecast_are_of_one_season() -> None:
    for forecast in draw(Forecast):
        middles = [(day.temp_min + day.temp_max) / 2 for day in forecast.days]
        assert all(abs(later - day) < 16 for day, later in pairwise(middles))
        assert all(day.temp_min < day.temp_max for day in forecast.days)


def test_a_geometry_shows_the_point_of_the_record_around_it() -> None:
    for landmark in draw(Landmark):
        assert landmark.geometry.coordinates == (landmark.lon, landmark.lat)
        west, south, east, north = landmark.bounding_box
        assert west < landmark.lon < east
        assert south < landmark.lat < north
        assert geo_points.encode_geohash((landmark.lat, landmark.lon)) == landmark.geohash


def test_a_fixed_city_moves_the_geometry() -> None:
    class Site(Landmark):
        city: str

    for site in draw(Site, 20, overrides={"Site.city": {"value": "Boston"}}):
        assert abs(site.geometry.coordinates[1] - 42.36) < 0.2


def test_constraints_hold_for_drawn_numbers() -> None:
    class Boat(BaseModel):
        mmsi: int
        imo: int
        draught_m: float = Field(lt=9, multiple_of=0.5)

    assert all(boat.draught_m < 9 for boat in draw(Boat))


def test_the_dimensions_of_a_vessel_fit_each_other() -> None:
    for vessel in draw(Vessel):
        assert 2.5 < vessel.length_m / vessel.beam_m < 12
        assert vessel.draught_m < vessel.beam_m
        assert 200_000_000 < vessel.mmsi < 800_000_000


def test_fields_can_be_added_without_changing_others() -> None:
    class Short(BaseModel):
        loinc_code: str
        value: float

    Short.__name__ = Short.__qualname__ = "LabResult"
    Short.__module__ = LabResult.__module__
    longer = draw(LabResult, 30)
    assert [(record.loinc_code, record.value) for record in draw(Short, 30)] == [
        (record.loinc_code, record.value) for record in longer
    ]


@pytest.mark.parametrize("word", SAMPLE_WORDS[:40])
def test_codes_have_their_check_digits(word: int) -> None:
    npi = claims.draw_npi(word)
    assert claims.compute_luhn_digit(f"80840{npi[:-1]}") == int(npi[-1])
    imo = maritime.draw_imo(word)
    assert sum(int(imo[place]) * (7 - place) for place in range(6)) % 10 == int(imo[6])
    assert len(maritime.draw_container_number(word)) == 11


def test_known_codes_are_computed_as_their_standards_say() -> None:
    assert geo_points.encode_geohash((57.64911, 10.40744), 11) == "u4pruydqqvj"
    assert geo_points.encode_plus_code((47.365590, 8.524997)) == "8FVC9G8F+6X"
    points = [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)]
    assert geo.encode_polyline(points) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
    assert geo.draw_h3(mix_word(1, 1)).startswith("8")


def test_a_word_means_the_option_of_the_same_meaning() -> None:
    cells = ("Container ship", "cattle", "N", "Fog", "unknown thing")
    options = ("CONTAINER", "COW", "Normal", "foggy")
    assert match_options(cells, options) == {"Container ship": 0, "cattle": 1, "N": 2, "Fog": 3}


def test_ambiguous_names_are_only_names_within_their_domain() -> None:
    class Call(BaseModel):
        flag: str
        transcript: str
        cloud: str
        width: float

    calls = draw(Call, 30)
    assert all(call.flag != "Panama" and not call.transcript.startswith("NM_") for call in calls)
    assert all(not call.cloud.isdigit() for call in calls)
