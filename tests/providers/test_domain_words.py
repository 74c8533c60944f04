"""Domains of business, society and leisure: titles, tables and codes."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest

from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.providers.data import finance_codes
from pytest_fixturegen.providers.domains import frames, logistics, specs, telecom
from pytest_fixturegen.providers.domains.lookup import load_domain
from pytest_fixturegen.providers.domains.specs import Sentences, TableColumn
from pytest_fixturegen.providers.fact_fields import build_draw
from pytest_fixturegen.providers.sites import to_slug
from pytest_fixturegen.streams import mix_word
from tests.providers.contexts import make_context
from tests.providers.samples import model, records

NAMES = """building civic dining education events film finance games hospitality hr law library
logistics messaging music press property recruiting sales shopping social sport support telecom
vehicles""".split()

TITLES = """education.course_title|law.contract_title|sales.deal_name|messaging.task_title
messaging.meeting_title|messaging.email_subject|music.song_title|film.movie_title
library.book_title|social.post_content|property.listing_title|press.article_title
events.event_title|support.ticket_subject|shopping.product_name|games.quest_name
hr.performance_goal|recruiting.job_requirement"""


@pytest.mark.parametrize("name", NAMES)
def test_every_slot_of_a_sentence_has_a_meaning(name: str) -> None:
    domain = load_domain(name)
    for spec in (*domain.own.values(), *domain.within.values()):
        if isinstance(spec, Sentences):
            assert frames.collect_specs(spec.frames, domain)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_a_table_have_cells_in_every_row(name: str) -> None:
    domain = load_domain(name)
    columns = [spec for spec in domain.own.values() if isinstance(spec, TableColumn)]
    assert all(len(row) > spec.place for spec in columns for row in spec.rows)


def draw_titles(path: str, count: int = 2000) -> set[Any]:
    """Different texts of the field *path*, a domain and a name."""
    name, _, field = path.partition(".")
    domain = load_domain(name)
    spec = domain.own.get(field) or domain.within[field]
    if isinstance(spec, TableColumn):
        return {row[spec.place] for row in spec.rows}
    place = frames.FrameContext(domain, make_context(field), "")
    node = frames.build_sentences(spec, place)
    assert node is not None
    draw = build_draw(node)
    return {draw(mix_word(number, 3)) for number in range(count)}


@pytest.mark.parametrize("path", re.split(r"[|\s]+", TITLES))
def test_titles_seldom_repeat(path: str) -> None:
    least = 70 if path == "education.course_title" else 250
    assert len(draw_titles(path)) >= least


@pytest.mark.parametrize("name", ["Contract", "Movie", "Course", "Article", "Track", "JobPosting"])
def test_a_slug_shows_the_title_of_its_domain(name: str) -> None:
    for record in records(model(name, title=str, slug=str)):
        assert record["slug"] == to_slug(record["title"])


def test_a_fixed_title_decides_the_slug() -> None:
    contract = model("Contract", title=str, slug=str)
    overrides = {"title": "Lease of a Barn"}
    built = build_instance(contract, GenerationConfig(), "key", overrides=overrides)
    assert built.slug == "lease-of-a-barn"


def test_the_kind_of_a_contract_goes_with_its_title() -> None:
    for record in records(model("Contract", contract_type=str, title=str)):
        words = record["contract_type"].split()
        assert words[-1] in record["title"]


def test_a_department_goes_with_the_job() -> None:
    jobs = records(model("Employee", job_title=str, department=str), 500)
    departments: dict[str, set[str]] = {}
    for record in jobs:
        departments.setdefault(record["job_title"], set()).add(record["department"])
    assert all(len(found) == 1 for found in departments.values())
    assert len(departments) > 100


def test_a_league_table_adds_up() -> None:
    standing = model("Standing", played=int, won=int, drawn=int, lost=int, points=int)
    for record in records(standing):
        assert record["played"] == record["won"] + record["drawn"] + record["lost"]
        assert record["points"] == 3 * record["won"] + record["drawn"]


def test_half_time_is_not_more_than_full_time() -> None:
    match = model("Match", home_score=int, half_time_home=int, home_team=str, away_team=str)
    for record in records(match):
        assert record["half_time_home"] <= record["home_score"]
        assert record["home_team"] != record["away_team"]


def test_a_letter_and_points_agree_whatever_the_type() -> None:
    letters = records(model("Enrollment", course=str, grade=str))
    numbers = records(model("Enrollment", course=str, grade=float))
    assert all(re.fullmatch("[A-F][+-]?", record["grade"]) for record in letters)
    assert all(40 <= record["grade"] <= 100 for record in numbers)


def test_a_closed_list_of_the_domain_decides_its_attributes() -> None:
    room = model("Room", room_type=Literal["single", "suite"], max_occupancy=int)
    for record in records(room):
        is_single = record["room_type"] == "single"
        assert (record["max_occupancy"] == 1) == is_single


def test_vague_names_mean_something_only_within_their_domain() -> None:
    words = specs.words("a|b")
    found = specs.domain("x", {"stage act": words}, {"scene": words}, "act")
    assert [*found.own] == ["stage"]
    assert sorted(found.within) == ["act", "scene"]


def test_alternatives_in_a_cell_make_rows() -> None:
    (column, _) = specs.table("pair", "left | right", "a ; b | 1\n c | 2").values()
    assert isinstance(column, TableColumn)
    assert column.rows == (("a", "1"), ("b", "1"), ("c", "2"))


def test_letters_of_a_shape_stay() -> None:
    draw = specs.shape("AX-#@").draw
    assert all(re.fullmatch(r"AX-\d[A-Z]", draw(mix_word(number, 1))) for number in range(50))


def test_codes_of_a_field_have_one_form() -> None:
    numbers = [record["quote_number"] for record in records(model("Quote", quote_number=str))]
    assert len({re.sub(r"\d", "9", number) for number in numbers}) == 1


def test_items_of_a_list_are_different_sentences() -> None:
    posting = model("JobPosting", requirements=list[str])
    for record in records(posting, 300):
        assert len(set(record["requirements"])) == len(record["requirements"])


def test_a_sentence_that_begins_with_a_slot_begins_with_a_capital() -> None:
    for record in records(model("Post", content=str, hashtags=list[str])):
        assert record["content"][0] == record["content"][0].upper()


def test_check_digits_are_right() -> None:
    assert finance_codes.compute_isin_digit("US037833100") == 5
    assert finance_codes.compute_cusip_digit("03783310") == 0
    assert telecom.append_luhn_digit("7992739871") == "79927398713"
    number = logistics.draw_container_number(5)
    assert re.fullmatch(r"[A-Z]{3}U\d{7}", number)


def test_the_check_digit_of_a_container_is_that_of_the_standard() -> None:
    assert logistics.append_container_digit("CSQU305438") == "CSQU3054383"
