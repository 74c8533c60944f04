"""Reads the words of names and of members of enums, and finds the stages that they name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from pytest_fixturegen.providers.stages.stems import Place, find_word

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+")
"""A word within a name in any style: ``inTransit``, ``IN_TRANSIT``, ``In transit``."""

ACCENTS = str.maketrans("äöåéèêáíóúüçñãõôâëï", "aoaeeeaiouucnaooaei")

NEGATIONS = frozenset("not non never un no nicht inte ej pas".split())
"""First words of states that come before the one that follows."""

LEADING_WORDS = frozenset("awaiting waiting pending wait ready await".split())
"""First words that name the state themselves, whatever they wait for."""

LETTERS = {
    "a": "active",
    "c": "closed",
    "d": "denied",
    "e": "expired",
    "f": "failed",
    "i": "inactive",
    "l": "leave",
    "n": "new",
    "o": "open",
    "p": "pending",
    "r": "rejected",
    "s": "suspended",
    "t": "terminated",
    "v": "void",
    "x": "cancelled",
    "act": "active",
    "adm": "admitted",
    "appr": "approved",
    "apprv": "approved",
    "arch": "archived",
    "blk": "blocked",
    "cls": "closed",
    "clsd": "closed",
    "cmp": "completed",
    "comp": "completed",
    "cncl": "cancelled",
    "cxl": "cancelled",
    "dlv": "delivered",
    "dlvd": "delivered",
    "dsch": "discharged",
    "enr": "enrolled",
    "fail": "failed",
    "fin": "finished",
    "grad": "graduated",
    "hld": "hold",
    "inp": "running",
    "iss": "issued",
    "loa": "leave",
    "opn": "open",
    "ovd": "overdue",
    "paid": "paid",
    "pd": "paid",
    "prc": "processing",
    "proc": "processing",
    "pst": "posted",
    "rcv": "received",
    "rcvd": "received",
    "rdy": "ready",
    "ref": "refunded",
    "rej": "rejected",
    "ret": "returned",
    "rtn": "returned",
    "sched": "scheduled",
    "shp": "shipped",
    "shpd": "shipped",
    "sub": "submitted",
    "wd": "withdrawn",
    "wip": "running",
    "canc": "cancelled",
    "cmpl": "completed",
    "del": "deleted",
    "exp": "expired",
    "ina": "inactive",
    "inact": "inactive",
    "pend": "pending",
    "prog": "running",
    "susp": "suspended",
    "term": "terminated",
}
"""What single letters and short codes of a status stand for."""


@lru_cache(maxsize=4096)
def list_words(text: str) -> tuple[str, ...]:
    """Return the words of *text* in lower case and without accents."""
    return tuple(word.lower().translate(ACCENTS) for word in WORD.findall(text))


@lru_cache(maxsize=4096)
def find_member_place(text: str, kind: str) -> Place | None:
    """Return the place of a member of an enum, called *text*, for records of *kind*."""
    found = _find_english_place(text, kind)
    if found is not None:
        return found
    from pytest_fixturegen.providers.name_words.dictionary import translate_word

    english = translate_word(text)
    return _find_english_place(english, kind) if english != text else None


def _find_english_place(text: str, kind: str) -> Place | None:
    """Return the place of an English status; None if it names no stage."""
    words = list_words(text)
    if not words:
        return None
    whole = "".join(words)
    found = find_word(LETTERS.get(whole, whole), kind)
    if found or len(words) == 1:
        return found or _find_negated(whole, kind)
    if words[0] in NEGATIONS:
        return Place(0)
    if words[0] in LEADING_WORDS:
        return find_word(words[0], kind)
    found = find_phrase_place(words, kind)
    is_part = words[0] in PARTIAL_WORDS and found is not None and found.progress > PART_STEP
    return Place(found.progress - PART_STEP) if found and is_part else found


PARTIAL_WORDS = frozenset("partially partly partial part teilweise delvis".split())
PART_STEP = 10
"""The progress that something which is done in part lacks."""


def _find_negated(word: str, kind: str) -> Place | None:
    """Return the place before the one that *word* negates: ``unshipped``."""
    is_negated = word.startswith("un") and find_word(word[2:], kind)
    return Place(0) if is_negated else None


def find_phrase_place(words: tuple[str, ...], kind: str) -> Place | None:
    """Return the place that two neighbours of *words*, or else the last known one, name."""
    pairs = [left + right for left, right in pairwise(words)]
    for word in (*pairs, *reversed(words)):
        found = find_word(word, kind)
        if found:
            return found
    return None
