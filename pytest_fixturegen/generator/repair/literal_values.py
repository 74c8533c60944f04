"""Strategy: values that the message of a validator names, as in ``must be one of ['a', 'b']``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.generator.repair.drawn_record import (
    MAX_IGNORED_LENGTH,
    Drawn,
    is_word,
    to_message_text,
)
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import ValueTarget, list_named_targets
from pytest_fixturegen.nodes import Choice

NAME = "literal values"

TRIM_CHARACTERS = " \t'\"`.,:;()[]{}<>"
"""Characters around a value in a sentence."""

MAX_LENGTH = 120
"""Characters of a text that may be a value."""

ECHO_MARK = "\N{HORIZONTAL ELLIPSIS}"
"""Placeholder for the refused value in a message that repeats it."""

QUOTED_PATTERN = re.compile(r"'([^'\n]{1,120})'|\"([^\"\n]{1,120})\"|`([^`\n]{1,120})`")
EXAMPLE_PATTERN = re.compile(
    r"(?:for example|for instance|e\.g\.|such as)[,:]?\s*"
    r"((?:(?:'[^'\n]{1,120}'|\"[^\"\n]{1,120}\"|`[^`\n]{1,120}`)(?:,| or| and| )*)+)",
    re.IGNORECASE,
)
"""Quoted examples: surer than the other quoted words of a message, which may be parts of them."""

LIST_PATTERN = re.compile(r"(?<!\w)[\[({]([^\[\](){}]{1,2000})[\])}]")
NUMBER_PATTERN = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
EXPECTATION_PATTERN = re.compile(
    r"(?:must be|should be|has to be|expected|one of|allowed|possible|valid values?|such as|e\.g\."
    r"|i\.e\.|like|start with|starts with|begin with|equal to)"
    r"(?: either| one of| an?|:|,)*\s+([^.;\n\[(]{1,120})",
    re.IGNORECASE,
)
INTRODUCTION_PATTERN = re.compile(r"^(?:e\.g\.?|i\.e\.?|either|one of|expected)[, ]*")
SEPARATOR_PATTERN = re.compile(r",| or | and |\|")


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each single value: one for each way in which the message names others."""
    if "pattern" in refusal.context or refusal.is_type_crash:
        return  # the message is about the pattern, or Python's
    ignored = drawn.list_number_texts()
    named = drawn.named
    if named is not None:
        ignored |= {named.path, *map(str, named.names)}
    for target in list_named_targets(drawn):
        message = focus_message(refusal.message, target.path)
        for label, texts in find_candidate_groups(message, target.value).items():
            values = tuple(choose_values([text for text in texts if text not in ignored], target))
            if values:
                node = target.wrap(Choice(values, values))
                yield DrawInstead(
                    NAME,
                    target.path,
                    label,
                    node=node,
                )


def focus_message(message: str, path: str) -> str:
    """Return the lines of *message* that name the part at *path*, or all of them if none does."""
    name = path.rpartition(".")[2]
    lines = [line for line in message.splitlines() if name and is_word(name, line)]
    return "\n".join(lines) or message


def choose_values(texts: list[str], target: ValueTarget) -> Iterator[Any]:
    """Yield *texts* as values for *target*: numbers, texts, or the members of an enum."""
    node = target.node
    is_plain_text = type(target.value) is str  # perhaps converted from the numbers of the node
    if isinstance(node, Choice) and not is_plain_text and not _has_only_plain_options(node):
        yield from _choose_options(node, set(texts))
        return
    for text in texts:
        number = parse_number(text)
        if number is not None and not isinstance(target.value, str):
            yield number
        if target.may_be_text:
            yield text


PLAIN_OPTION_TYPES = (str, int, float)
"""Types of options in whose place another text or number may be drawn; a member has its own."""


def _has_only_plain_options(choice: Choice) -> bool:
    """Return whether all options of *choice* are texts or numbers, which others may replace."""
    return all(type(option) in PLAIN_OPTION_TYPES for option in choice.options)


def _choose_options(choice: Choice, texts: set[str]) -> Iterator[Any]:
    """Yield the options of *choice* that *texts* name, by their own text or their value's."""
    for option in choice.options:
        value = getattr(option, "value", option)
        if str(option) in texts or str(value) in texts:
            yield option


def find_candidate_groups(message: str, refused_value: Any = None) -> dict[str, list[str]]:
    """Return the values that *message* names, by how it names them, without *refused_value*."""
    refused_text = to_message_text(refused_value)
    if len(refused_text) > MAX_IGNORED_LENGTH:
        message = message.replace(refused_text, ECHO_MARK)
    groups: dict[str, list[str]] = {}
    seen = {"", refused_text}
    for label, pieces in _split_message(message):
        for piece in pieces:
            text = INTRODUCTION_PATTERN.sub("", piece.strip(TRIM_CHARACTERS))
            text = text.strip(TRIM_CHARACTERS)
            if text not in seen and len(text) <= MAX_LENGTH and ECHO_MARK not in text:
                groups.setdefault(label, []).append(text)
                seen.add(text)
    return groups


def find_numbers(message: str, refused_value: Any) -> list[int | float]:
    """Return the numbers that *message* names, without *refused_value*."""
    refused_text = to_message_text(refused_value)
    texts = dict.fromkeys(NUMBER_PATTERN.findall(message))
    numbers = [parse_number(text) for text in texts if text != refused_text]
    return [number for number in numbers if number is not None]


def parse_number(text: str) -> int | float | None:
    """Return the number that *text* is, or None."""
    if re.fullmatch(r"-?\d{1,30}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d{1,30}\.\d+", text) else None


def _split_message(message: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the pieces of *message* that may be values, the surest ways to name a value first."""
    yield "example", _split_quoted(" ".join(EXAMPLE_PATTERN.findall(message)))
    yield "quoted", _split_quoted(message)
    yield "listed", _split_lists(LIST_PATTERN, message)
    yield "expected", _split_lists(EXPECTATION_PATTERN, message)
    yield "number", NUMBER_PATTERN.findall(message)


def _split_quoted(message: str) -> list[str]:
    """Return the quoted parts of *message*."""
    # One of the three groups of a match is set: one for each kind of quotes.
    return ["".join(groups) for groups in QUOTED_PATTERN.findall(message)]


def _split_lists(pattern: re.Pattern[str], message: str) -> list[str]:
    """Return the items of the lists that *pattern* finds, except those with quoted items."""
    pieces: list[str] = []
    for match in pattern.finditer(message):
        text = match[1]
        if not QUOTED_PATTERN.search(text):
            pieces += SEPARATOR_PATTERN.split(text)
    return pieces


STRATEGY = RepairStrategy(
    NAME,
    "Draw one of the values that the message names.",
    propose,
)
