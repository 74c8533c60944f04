"""Find the words of a field in the language of the locale."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.data.local_trade import find_local_words
from pytest_fixturegen.providers.domains.specs import words
from pytest_fixturegen.providers.field_context import FieldContext

LANGUAGES = frozenset(("sv", "de", "fr", "es", "pt", "ja"))

KEYED_NAMES = {
    "diagnosis": ("icd10", "icd_10", "icd_code", "diagnosis_code", "icd10_code"),
    "medication": ("ndc", "rxnorm", "atc_code"),
}
"""Names whose words belong to a code that the record shows too."""


TRADE_NAMES = {
    "department": "department department_name",
    "category": "category category_name product_category",
    "industry": "industry sector",
    "material": "material",
    "color": "color colour",
    "job": "job_title job occupation profession job_position position_title",
}
"""Names of fields by the kinds of words of trade that they show."""


@lru_cache(maxsize=8)
def list_local_words(language: str) -> dict[str, tuple[str, ...]]:
    """Return the values of *language* by the names of fields; none if it has no table."""
    if language not in LANGUAGES:
        return {}
    lists = parse_word_lists(import_module(f"{__package__}.{language}").WORDS)
    for kind, names in TRADE_NAMES.items():
        known = find_local_words(language, kind, ())
        lists |= {name: known for name in names.split() if known}
    return lists


def parse_word_lists(table: str) -> dict[str, tuple[str, ...]]:
    """Return the values of each name in *table*."""
    lists: dict[str, tuple[str, ...]] = {}
    for line in re.sub(r"\n\s+", "", table).strip().splitlines():
        names, _, values = line.partition(":")
        options = words(values).options
        lists |= dict.fromkeys(names.split(), options)
    return lists


def find_local_node(context: FieldContext) -> tuple[str, Node] | None:
    """Return the name that the locale has words for, and the node of a text field; else None.

    The name may have an owner, such as ``order_priority``.
    """
    if context.kind != "str" or context.vocabulary.language not in LANGUAGES:
        return None
    lists = list_local_words(context.vocabulary.language)
    for name in _list_spellings(context):
        if name == "category" and not _is_product(context):
            continue
        if name in lists and not context.record.has(*KEYED_NAMES.get(name, ())):
            node = text.build_text_pool(lists[name], context.constraints)
            return (name, node) if node is not None else None
    return None


def _is_product(context: FieldContext) -> bool:
    """Return whether the record is a product, whose category is one of a shop."""
    return field_names.find_noun(context.model) in field_names.PRODUCT_NOUNS | {"article"}


def _list_spellings(context: FieldContext) -> list[str]:
    """Return the names under which the words of the locale may list the field."""
    singular = field_names.to_singular(context.name) if context.is_item else None
    nouns = [noun for _, noun in field_names.iter_owner_splits(context.name) if "_" in noun]
    last = context.name.rpartition("_")[2]
    owned = [last] if last in OWNED_NAMES else []
    return [
        context.name,
        *([singular] if singular else []),
        *nouns,
        *owned,
    ]


OWNED_NAMES = frozenset(
    "unit priority severity genre condition weekday ward diagnosis medication dosage".split()
)
"""Names of one word that have their meaning after an owner, too."""
