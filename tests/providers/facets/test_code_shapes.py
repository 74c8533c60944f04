"""Codes have the shapes and the check digits of their names."""

from __future__ import annotations

import re

import pytest

from pytest_fixturegen.providers.facets import check_digits, code_shapes, url_words
from pytest_fixturegen.streams import mix_word

WORDS = [mix_word(number, 3) for number in range(50)]


@pytest.mark.parametrize("name", sorted(code_shapes.load_codes()))
def test_every_code_can_be_drawn(name):
    draw = code_shapes.find_code(name)
    texts = [draw(word) for word in WORDS]
    assert texts == [draw(word) for word in WORDS]
    assert all(texts)
    assert not any(re.search(r"[#@^%!$]\{|##", text) for text in texts)


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("span_id", "[0-9a-f]{16}"),
        ("trace_id", "[0-9a-f]{32}"),
        ("sha512", "[0-9a-f]{128}"),
        ("jira_ticket", r"[A-Z]+-\d+"),
        ("private_ip", r"(10|172\.16|192\.168)\..*"),
        ("asn", r"AS645\d\d"),
        ("license_key", r"([A-Z2-9]{5}-){3}[A-Z2-9]{5}"),
        ("po_number", r"PO-(\d{5}|202[2-5]-\d{4})"),
    ],
)
def test_a_shape_has_its_characters(name, like):
    draw = code_shapes.find_code(name)
    assert all(re.fullmatch(like, draw(word)) for word in WORDS)


def test_words_are_told_from_shapes():
    assert code_shapes.list_words("permission")
    assert code_shapes.list_words("span_id") == ()
    assert code_shapes.list_words("npi") == ()


def is_luhn(digits: str) -> bool:
    return digits[-1] == check_digits.compute_luhn_digit(digits[:-1])


def is_imo(digits: str) -> bool:
    total = sum(int(digit) * (7 - place) for place, digit in enumerate(digits[:6]))
    return total % 10 == int(digits[6])


def is_mod_97(text: str) -> bool:
    return int("".join(str(int(char, 36)) for char in text)) % 97 == 1


def is_orcid(text: str) -> bool:
    digits, total = text.replace("-", ""), 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (total + (10 if digits[-1] == "X" else int(digits[-1]))) % 11 == 1


def is_issn(text: str) -> bool:
    digits = text.replace("-", "")
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0


def is_isin(text: str) -> bool:
    return is_luhn("".join(str(int(char, 36)) for char in text))


def is_cas(text: str) -> bool:
    digits = text.replace("-", "")
    total = sum(int(digit) * place for place, digit in enumerate(reversed(digits[:-1]), 1))
    return total % 10 == int(digits[-1])


def is_cusip(text: str) -> bool:
    values = [int(digit) * (1 + place % 2) for place, digit in enumerate(text[:8])]
    return -sum(value // 10 + value % 10 for value in values) % 10 == int(text[8])


@pytest.mark.parametrize(
    ("name", "is_valid"),
    [
        ("npi", lambda text: is_luhn(f"80840{text}")),
        ("imo", is_imo),
        ("lei", is_mod_97),
        ("orcid", is_orcid),
        ("issn", is_issn),
        ("isin", is_isin),
        ("cas", is_cas),
        ("cusip", is_cusip),
    ],
)
def test_check_digits_are_right(name, is_valid):
    draw = check_digits.CHECKED_CODES[name]
    assert all(is_valid(draw(word)) for word in WORDS)


def test_known_numbers_have_the_check_digits_that_they_have():
    assert check_digits.compute_luhn_digit("7992739871") == "3"
    assert is_imo("9074729")
    assert is_orcid("0000-0002-1825-0097")
    assert is_issn("0378-5955")
    assert is_isin("US0378331005")
    assert is_cas("7732-18-5")


def test_urls_lead_to_reserved_domains():
    for noun in ("resume", "video", "tracking", "linkedin"):
        draw = url_words.find_url(noun)
        assert draw is not None
        hosts = {draw(word).split("/")[2] for word in WORDS}
        assert all(re.search(r"example\.(com|org|net)$", host) for host in hosts)
    assert url_words.find_url("gizmo") is None
