"""Marks: what is true of a record or not, apart from its stage, and how often.

A flag, ``vaccinated``, and a moment, ``vaccinated_at``, show the same mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView
from pytest_fixturegen.providers.fact_pins import build_choice, list_options

CHANCE_WORDS = """
82 passed attended accepted eligible certified licensed working operational functional stable
82 approved correct clean fresh insured_party cooperative adherent authentic
18 smoker
12 controlled damaged retracted defective contaminated blocked breached exploited violated
97 success successful ok valid consent agreed agree terms tos gdpr secure ssl https alive
93 active available visible indexed supported compliant responsive reachable
90 verified billable taxable instock stock searchable readable healthy ready current accessible
85 encrypted tls notifications refundable standard insured enabled consented reusable
75 registered public vaccinated published shippable native employed neutered chipped resident
60 subscribed newsletter marketing optin opt own owned car online synced present married
55 read seen opened housebroken microchipped remote
40 clicked children renewal auto autorenew renews recurring bounce bounced returning
30 private discount discounted discountable optional vegetarian gluten organic shared nullable
25 holiday weekend loyalty gift vegan instrumental overtime negotiable hybrid fragile allergic
25 pool basement balcony
60 garage parking furnished roaming
20 joint explicit new internal verified_buyer pets pet sale late disabled
20 temporary abnormal atypical
20 auffallig
15 featured edited translated cached starred muted archived duplicate indexed_only delayed
12 premium express urgent trial vip bestseller rare retired oversized bookmarked followed hot
10 spoiler anonymous external guest pinned sticky gifted refunded overdue
15 estimated
8 escalated silenced muted reopened cancel sponsored promoted bot robot crawler admin superuser
8 staff root moderator hidden readonly
6 deleted banned blocked locked deceased flagged spam cancelled error failed expired suspended lost
5 tamper detected leak alarm fault faulty theft fraud fraudulent suspicious anomaly outlier test
5 sandbox demo debug emergency recalled hazardous
5 nsfw adult override critical deprecated breach leaked pregnant disabled_person captain
"""
"""How often, in per cent, what a word names is true."""

USUAL_CHANCE = 32
"""How often another word is true."""

LEVELS = 200

ENDINGS = (
    *("ations", "ation", "ating", "ated", "ates", "ate", "ions", "ion", "ings", "ing"),
    *("ies", "ied", "ed", "es", "e"),
)
"""Endings of forms of one word, the longest first."""

MIN_STEM = 3

DOUBLED_END = re.compile(r"(?<=..)([bgmnprt])\1$")
"""A letter that an ending doubles: ``flagged`` is of a ``flag``."""

IRREGULAR_FORMS = {
    "diversion": "divert",
    "conversion": "convert",
    "inversion": "invert",
    "reversion": "revert",
    "substitute": "substitution",
    "admission": "admit",
    "submission": "submit",
    "permission": "permit",
    "omission": "omit",
    "extension": "extend",
    "suspension": "suspend",
    "expansion": "expand",
    "detention": "detain",
    "retention": "retain",
    "withdrawal": "withdrawn",
    "theft": "stolen",
    "loss": "lost",
}
"""Nouns whose beginning is not that of their verb, by a form that shares it."""


@lru_cache(maxsize=2048)
def find_stem(word: str) -> str:
    """Return the beginning that the forms of *word* share."""
    word = IRREGULAR_FORMS.get(word, word)
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= MIN_STEM:
            return DOUBLED_END.sub(r"\1", stem)
    return word


@lru_cache(maxsize=1)
def load_chances() -> dict[str, int]:
    """Return how often, in per cent, each stem is true."""
    chances: dict[str, int] = {}
    for line in filter(None, CHANCE_WORDS.split("\n")):
        chance, *words = line.split()
        chances.update((find_stem(word), int(chance)) for word in words)
    return chances


def find_marked_word(words: tuple[str, ...]) -> str:
    """Return the word of a name that tells how often a flag is true: the last known one."""
    chances = load_chances()
    return next(
        (word for word in reversed(words) if find_stem(word) in chances),
        words[-1],
    )


GIVEN = " given"
"""The end of the names of facts that tell whether a record has optional fields."""


def is_given_view(view: FactView) -> bool:
    """Return whether *view* is one of :func:`make_given_view`."""
    return all(fact.name.endswith(GIVEN) for fact in view.facts)


def make_given_view(group: str, chance: int) -> FactView:
    """Return the view of whether a record has the optional fields of *group*, in per cent."""
    return make_mark_view(group + GIVEN, chance=chance)


def make_mark_view(
    word: str,
    shown: tuple[Any, Any] = (False, True),
    chance: int | None = None,
) -> FactView:
    """Return the view of the mark that *word* names, by the values of *shown*: no and yes."""
    stem = find_stem(word)
    usual = load_chances().get(stem, USUAL_CHANCE) if chance is None else chance
    limit = usual * LEVELS // 100
    levels = tuple(range(LEVELS))
    fact = Fact(f"mark_{stem}", Choice(levels, levels))
    show: Callable[[int, int], Any] = lambda _, level: shown[level < limit]  # noqa: E731

    def find_levels(value: Any, node: Any) -> Any:
        """Return the node of the levels that show *value*."""
        kept = [level for level in list_options(node) if show(0, level) == value]
        return (build_choice(kept),) if kept else None

    return FactView(
        show,
        (fact,),
        pin=FactPin(lambda value: value, find_levels),
    )
