"""Prose is written in the register of its field."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.facets.register_words import REGISTERS
from pytest_fixturegen.providers.facets.registers import fill, find_register, load_frames
from pytest_fixturegen.streams import mix_word
from tests.providers.contexts import make_context
from tests.providers.samples import model, records


@pytest.mark.parametrize(
    ("of", "name", "register"),
    [
        ("log_record", "message", "log"),
        ("chat_message", "message", "chat"),
        ("support_ticket", "description", "ticket"),
        ("order", "notes", "delivery"),
        ("work_order", "notes", "maintenance"),
        ("invoice", "memo", "billing"),
        ("product", "description", "product"),
        ("gizmo", "notes", "note"),
        ("gizmo", "description", "description"),
        ("gizmo", "safety_notes", "instruction"),
        ("gizmo", "review_text", "review"),
        ("gizmo", "gizmo", ""),
    ],
)
def test_the_name_and_the_class_choose_the_register(of, name, register):
    assert find_register(make_context(name, model=of)) == register


@pytest.mark.parametrize("register", sorted(REGISTERS))
def test_every_register_has_many_texts(register):
    frames, slots = load_frames(register)
    values = [f"<{slot}>" for slot in slots]
    texts = {
        fill(frames[word % len(frames)], values, word)
        for word in (mix_word(number, 1) for number in range(300))
    }
    assert len(texts) > 24
    assert not any(sign in text for text in texts for sign in "[]{}#|")


def test_a_text_names_the_city_of_its_record():
    rows = records(model("Gizmo", question=str, city=str), 200)
    assert any(row["city"] in row["question"] for row in rows)


def test_another_language_keeps_its_own_sentences():
    english, german = (
        records(model("Gizmo", notes=str), 1, locale=locale)[0] for locale in ("en_US", "de_DE")
    )
    assert german["notes"].endswith(".")
    assert german != english
