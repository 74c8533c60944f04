"""Strategy: what a text must begin or end with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Choice

NAME = "prefix and suffix"

AFFIX_PATTERN = re.compile(
    r"(?<!not )\b(start|begin|prefix|end|suffix)(?:s|ed|ing)?(?: with| by| in|:)?"
    r"(?: the| an?| prefix| suffix|:)*\s+"
    r"(?:'([^'\n]{1,40})'|\"([^\"\n]{1,40})\"|`([^`\n]{1,40})`)",
    re.IGNORECASE,
)
PREFIX_WORDS = ("start", "begin", "prefix")


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each text that may lack a beginning or an end."""
    for target in list_value_targets(drawn):
        texts = isinstance(target.value, str) and tuple(add_affixes(refusal.message, target.value))
        if texts:
            yield DrawInstead(NAME, target.path, node=Choice(texts, texts))


def add_affixes(message: str, text: str) -> Iterator[str]:
    """Yield *text* with each beginning or end that *message* asks for."""
    for match in AFFIX_PATTERN.finditer(message):
        affix = match[2] or match[3] or match[4]
        if match[1].lower() in PREFIX_WORDS:
            yield add_prefix(affix, text)
        else:
            yield add_suffix(affix, text)


def add_prefix(prefix: str, text: str) -> str:
    """Return *prefix* and the part of *text* from its first digit on, or else its words.

    ``TR-`` and ``REF-2023-17`` make ``TR-2023-17``.
    """
    number = re.search(r"\d", text)
    rest = text[number.start() :] if number else _to_slug(text)
    return prefix + (rest.upper() if prefix.isupper() else rest)


def add_suffix(suffix: str, text: str) -> str:
    """Return *text*, without its file extension if *suffix* is one, and *suffix*."""
    if suffix.startswith("."):
        text = re.sub(r"\.\w+$", "", _to_slug(text))
    return text + suffix


def _to_slug(text: str) -> str:
    """Return *text* in lower case, with a hyphen for each run of other characters."""
    return re.sub(r"[^\w.]+", "-", text).strip("-.").lower()


STRATEGY = RepairStrategy(
    NAME,
    "Keep the drawn text and put the prefix or suffix that the message misses around it.",
    propose,
)
