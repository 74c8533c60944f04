"""Strategy: the words and patterns that the code of a validator refers to."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.text_formats import make_pattern_node
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Choice, Node

NAME = "validator literals"

MAX_PARTS = 20
"""Words of code that may be parts of texts. Larger tables have whole texts."""

WORDS_LABEL = "words"

PART_FUNCTIONS = (
    *("startswith", "endswith", "suffix", "suffixes", "split", "rsplit", "partition"),
    *("rpartition", "urlparse", "urlsplit", "scheme", "hostname", "netloc", "host"),
)
"""Functions of code whose words are parts of texts: "text rules" is tried before whole words."""

MAX_PATTERNS = 2
"""Patterns that are tried for one refusal."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each text: one for the words, one for each pattern."""
    targets = [target for target in list_value_targets(drawn) if target.may_be_text]
    if not targets:
        return
    nodes = list(build_literal_nodes(drawn.code))
    has_few_words = len(drawn.code.words) <= MAX_PARTS
    if drawn.lap == 1 and has_few_words and drawn.code.uses(*PART_FUNCTIONS):
        nodes = [(label, node) for label, node in nodes if label != WORDS_LABEL]
    for target in targets:
        for label, node in nodes:
            yield DrawInstead(
                NAME,
                target.path,
                label,
                node=target.wrap(node),
            )


STRATEGY = RepairStrategy(
    NAME,
    "Draw a word of the tables, enums and patterns that the validator's code refers to.",
    propose,
)


def build_literal_nodes(code: ValidatorCode) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for the words of *code*, and for each of the first patterns."""
    words = tuple(code.words)
    if words:
        yield WORDS_LABEL, Choice(words, words)
    for pattern in list(code.patterns)[:MAX_PATTERNS]:
        node = make_pattern_node(pattern)
        if node is not None:
            yield pattern, node
