"""A name means something else beside certain words."""

from __future__ import annotations

import re

import pytest

from tests.providers.samples import model, records


@pytest.mark.parametrize(
    ("of", "name", "others", "like"),
    [
        ("Staff", "ext", ("phone",), r"[1-9]\d{2,3}"),
        ("Thing", "ext", (), r"[a-z]+"),
        ("ContainerSpec", "image", ("replicas",), r"(?!http)\S+"),
        ("Bucket", "region", ("arn",), r"[a-z]{2}-[a-z]+-\d"),
        ("Campaign", "platform", ("impressions",), r"[A-Z]\w+.*"),
        ("Patron", "card_number", ("loan_id",), r"2\d{13}|LC-\d+|\D{0,3}\d{5,9}"),
        ("Build", "branch", ("commit",), r"[a-z0-9/.-]+"),
        ("Podcast", "host", ("episode",), r"[A-Z]\S+ [A-Z]\S+.*"),
        ("Issue", "key", ("summary",), r"[A-Z]+-\d+|[a-z-]+"),
    ],
)
def test_the_words_around_a_name_change_its_meaning(of, name, others, like):
    for record in records(model(of, **dict.fromkeys((name, *others), str)), 20):
        assert re.fullmatch(like, record[name]), record[name]


def test_a_category_is_of_its_class():
    kinds = {record["category"] for record in records(model("Incident", category=str), 40)}
    goods = {record["category"] for record in records(model("Product", category=str), 40)}
    assert not kinds & goods
