"""Strategy: what a text must begin or end with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Converted, Node, OneOf

NAME = "prefix and suffix"

AFFIX_PATTERN = re.compile(
    r"(?<!not )\b(start|begin|prefix|end|suffix)(?:s|ed|ing)?(?: with| by| in|:)?"
    r"(?: the| an?| prefix| suffix|:)*\s+"
    r"(?:'([^'\n]{1,40})'|\"([^\"\n]{1,40})\"|`([^`\n]{1,40})`)",
    re.IGNORECASE,
)
PREFIX_WORDS = ("start", "begin", "prefix")


class Affix(NamedTuple):
    """A *text* that another one must begin or end with."""

    text: str
    is_prefix: bool

    def add(self, drawn: Any) -> Any:
        """Return *drawn* with the affix, or unchanged if it is not a text."""
        if not isinstance(drawn, str):
            return drawn
        if self.is_prefix:
            return drawn if drawn.startswith(self.text) else add_prefix(self.text, drawn)
        return drawn if drawn.endswith(self.text) else add_suffix(self.text, drawn)


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each text that may lack a beginning or an end."""
    affixes = list(find_affixes(refusal.message))
    if not affixes:
        return
    for target in list_value_targets(drawn):
        if isinstance(target.value, str):
            yield DrawInstead(
                NAME,
                target.path,
                node=make_affix_node(target.whole, affixes),
            )


def find_affixes(message: str) -> Iterator[Affix]:
    """Yield each beginning or end that *message* asks for."""
    for match in AFFIX_PATTERN.finditer(message):
        text = match[2] or match[3] or match[4]
        yield Affix(
            text,
            is_prefix=match[1].lower() in PREFIX_WORDS,
        )


def make_affix_node(text: Node, affixes: Sequence[Affix]) -> Node:
    """Return a node that draws *text* with one of *affixes*."""
    nodes: list[Node] = [Converted(text, affix.add, affix.add) for affix in affixes]
    if len(nodes) == 1:
        return nodes[0]
    return OneOf(tuple((str(number), node) for number, node in enumerate(nodes)))


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
