"""Names in kana, which tell how Japanese names are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.fact_fields import ProviderTable, build_table, build_text_view
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.person_facts import (
    FirstName,
    LastName,
    build_first_name_fact,
    build_last_name_fact,
)

KANA_SEPARATOR = " "


def provide_full_name_kana(context: FieldContext, owner: str) -> Node | None:
    """Return the node of both names in kana."""
    facts = (build_first_name_fact(context, owner), build_last_name_fact(context, owner))
    show = partial(_show_full_name_kana, _choose_kana(context))
    return build_text_view(context, show, *facts)


def provide_first_name_kana(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the given name in kana."""
    convert = _choose_kana(context)
    fact = build_first_name_fact(context, owner)
    return build_text_view(
        context,
        lambda word, first: convert(first.kana or first.name),
        fact,
    )


def provide_last_name_kana(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the family name in kana."""
    convert = _choose_kana(context)
    fact = build_last_name_fact(context, owner)
    return build_text_view(
        context,
        lambda word, last: convert(last.kana or last.female),
        fact,
    )


def _show_full_name_kana(
    convert: Callable[[str], str],
    word: int,
    first: FirstName,
    last: LastName,
) -> str:
    """Return both names in kana, the family name first."""
    return convert(f"{last.kana or last.female}{KANA_SEPARATOR}{first.kana or first.name}")


HIRAGANA_NAMES = ("ふりがな", "hiragana", "かな")
"""Parts of names of fields that hold hiragana; others hold katakana."""

HIRAGANA = {ord("ァ") + place: ord("ぁ") + place for place in range(86)}


def _choose_kana(context: FieldContext) -> Callable[[str], str]:
    """Return what writes katakana as the field asks: as it is, or as hiragana."""
    is_hiragana = any(part in context.spelling for part in HIRAGANA_NAMES)
    return (lambda kana: kana.translate(HIRAGANA)) if is_hiragana else str


NAMES: ProviderTable = build_table(
    (
        """full_name_kana name_kana kana_name furigana name_furigana full_name_furigana
        name_reading phonetic_name""",
        "str",
        provide_full_name_kana,
    ),
    (
        "first_name_kana given_name_kana first_name_furigana mei_kana first_kana",
        "str",
        provide_first_name_kana,
    ),
    (
        "last_name_kana family_name_kana last_name_furigana sei_kana last_kana",
        "str",
        provide_last_name_kana,
    ),
)
"""Names of fields and kinds of value, and their providers."""
