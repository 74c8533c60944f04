"""Usual members of enums: most records have the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pytest_fixturegen.nodes import Choice
from pytest_fixturegen.providers.stages.words import list_words

LEVEL_NAMES = frozenset(
    """severity risk level impact criticality alarm alert urgency threat loglevel lvl hazard danger
    importance significance""".split()
)
"""Words of names of fields whose members are degrees of trouble."""

LEVEL_WEIGHTS = """
12 info ok normal green low none negligible n benign
8 informational minor debug routine
6 medium moderate notice elevated guarded yellow trace modifier
3 warning warn high amber orange major
2 error severe red serious
1 critical crit fatal emergency urgent extreme alert panic catastrophic
"""
"""How often each degree occurs, against the others."""

USUAL_WEIGHTS = """
20 fulltime
20 employed
14 get https http200 success ok good normal standard public user none n final active
14 heterozygous hit regular usual permanent adult primary passed valid f native inbox common
10 medium default basic update create login read vacation card creditcard sale debit mobile usd
10 server internal customer member buyer web browser email en single home owner ground economy
10 free monthly low info organic visa text image post individual personal retail domestic local
8 desktop sick standardshipping creditcardpayment bronze viewer male female m paypal married car
6 post put basicplan hybrid pro silver annual yearly quarterly weekly credit minor direct social
5 high parttime p contract gold business company followers link tablet homozygous miss parental
4 selfemployed retired student
3 unemployed
4 delete private logout admin manager export bypass patch intern internship contractor temporary
3 uncertain low_quality enterprise platinum premium urgent unpaid h l xl other wire cash video
2 bad error unknown moderator superadmin special custom lux hemizygous patchy poor u unspecified
1 critical fatal hh ll head options diverse divers x emergency restricted secret permissiongranted
"""
"""How often each word occurs among the members of other enums, against the others."""

OTHER_WEIGHT = 5
"""How often another word occurs."""

MIN_KNOWN_SHARE = 0.4
"""The share of the members that must be known for their weights to count."""

FLAT_WORDS = frozenset("gender sex geschlecht kon sexo sexe size color colour day month".split())
"""Words of names of fields of which no member is more usual."""


def provide_usual_choice(
    name: str,
    values: Sequence[Any],
    json: Sequence[Any],
) -> Choice | None:
    """Return a node of *values* in which usual ones are frequent; None if none is known.

    *json* are the values as JSON.
    """
    weights = list_weights(
        name,
        [str(each) for each in json],
    )
    if weights is None:
        return None
    numbers = [number for number, weight in enumerate(weights) for _ in range(weight)]
    return Choice(
        tuple(values[number] for number in numbers), tuple(json[number] for number in numbers)
    )


@lru_cache(maxsize=512)
def _list_weights(name: str, texts: tuple[str, ...]) -> list[int] | None:
    """Return how often each of *texts* is drawn; None if all are equally likely."""
    words = list_words(name)
    if not FLAT_WORDS.isdisjoint(words) or len(texts) < 2:
        return None
    table = load_weights(not LEVEL_NAMES.isdisjoint(words))
    known = [table.get("".join(list_words(text))) for text in texts]
    named = [weight for weight in known if weight]
    if len(named) < max(1, MIN_KNOWN_SHARE * len(texts)) or len(set(known)) == 1:
        return None
    return [weight or OTHER_WEIGHT for weight in known]


def list_weights(name: str, texts: Sequence[str]) -> list[int] | None:
    """Return how often each of *texts*, the members of the choice *name*, occurs.

    Return None if too few are known, or no member is more usual than another.
    """
    return _list_weights(name, tuple(texts))


@lru_cache(maxsize=2)
def load_weights(is_level: bool) -> dict[str, int]:
    """Return the weight of each word, of degrees of trouble or of other enums."""
    weights: dict[str, int] = {}
    for line in filter(None, (LEVEL_WEIGHTS if is_level else USUAL_WEIGHTS).split("\n")):
        weight, *words = line.split()
        for word in words:
            weights.setdefault(word, int(weight))
    return weights
