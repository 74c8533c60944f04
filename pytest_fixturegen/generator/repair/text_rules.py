"""Strategy: texts that satisfy the checks which a validator's code makes of texts.

The code shows which checks it makes: it calls ``endswith``, ``isupper`` or ``len``, and has the
ending or the length as a constant. Which of them it wants is found by trying.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from pytest_fixturegen.generator.repair.check_digits import make_check_digit_nodes
from pytest_fixturegen.generator.repair.code_formats import (
    FORMATS_BY_FUNCTION,
    list_code_formats,
)
from pytest_fixturegen.generator.repair.converted_nodes import (
    TextChange,
    change_text,
    choose_node,
    join_nodes,
)
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy, take_share
from pytest_fixturegen.generator.repair.text_changes import (
    CASE_CHANGES,
    begin_with,
    chain_changes,
    end_with,
    fit_length,
    remove_text,
    replace_head,
    replace_host,
    replace_scheme,
    replace_tail,
)
from pytest_fixturegen.generator.repair.text_formats import make_pattern_node
from pytest_fixturegen.generator.repair.validator_code import MEMBERSHIP, SUBSCRIPT, ValidatorCode
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Node

NAME = "text rules"

MAX_CONSTANTS = 3
"""Constants of the code that are tried in one way."""

MAX_GROUP_SIZE = 20
"""Texts of one collection that may be parts of a text."""

MAX_TEXT_LENGTH = 1000
"""Characters of the longest text that is drawn because a validator counts them."""

MAX_CODE_LENGTH = 3
"""Letters of a code, such as those of countries. A longer text is cut instead."""

MARGIN = 4
"""Characters that a text may have more than the least number."""

PATTERN_CHARACTERS = re.compile(r"[\\^$\[\](){}*+?|]")
SEPARATOR_PATTERN = re.compile(r"[^\w\s]{1,3}|\s")
SCHEME_PATTERN = re.compile(r"[a-z][a-z0-9+-]*")
DIGIT_PATTERNS = {r"\D", r"[^0-9]", r"[^\d]", r"\D+", r"[^0-9]+", r"[^\d]+", r"\d", r"[0-9]"}
"""Patterns with which validators count digits."""

Labelled = Iterator[tuple[str, Node]]


class Check(NamedTuple):
    """A check that code makes if it uses one of *names*. *list_nodes* proposes nodes for it."""

    names: tuple[str, ...]
    list_nodes: Callable[[ValidatorCode, Node], Labelled]


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each text: for each check, the one nearest to the refusing line first."""
    record, _ = drawn.find_enclosing_record()
    fields = {name for part in drawn.record.list_parts(record) for name in part.names}
    code = drawn.code.without_texts(fields)
    patches = (
        DrawInstead(
            NAME,
            target.path,
            label,
            node=target.wrap(node),
        )
        for target in list_value_targets(drawn)
        if target.may_be_text
        for label, node in list_text_nodes(code, target.whole)
    )
    return take_share(patches, drawn.lap)


def list_text_nodes(code: ValidatorCode, text: Node) -> Labelled:
    """Yield a label and a node for each way to satisfy *code* with texts like *text*."""
    yield from _list_passwords(code)
    positions = {name: position for position, name in enumerate(code.names)}
    checks = [check for check in CHECKS if code.uses(*check.names)]

    def find_position(check: Check) -> int:
        return min(positions[name] for name in check.names if name in positions)

    for check in sorted(checks, key=find_position):
        yield from check.list_nodes(code, text)
    yield from _list_combinations(code, text)


def _list_passwords(code: ValidatorCode) -> Labelled:
    """Yield a node of texts of each kind of character, if *code* asks for two kinds."""
    kinds = [name for name in ("isupper", "islower", "isdigit", "isalpha") if name in code.names]
    classes = [text for text in code.texts if text in ("[A-Z]", "[a-z]", r"\d", "[0-9]")]
    if len(kinds) + len(classes) < 2 or code.uses("all", "isalnum"):
        return
    marks = [text for text in code.texts if len(text) > 2 and re.fullmatch(r"[^\w\s]+", text)]
    mark = re.escape(marks[0][0]) if marks else "!"
    node = make_pattern_node(rf"^[A-Z][a-z]{{5,8}}\d{{3,5}}{mark}$")
    if node is not None:
        yield "password", node


def _list_matches(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of the patterns among the constants."""
    patterns = [each for each in code.texts if PATTERN_CHARACTERS.search(each)]
    for pattern in patterns[:MAX_CONSTANTS]:
        node = make_pattern_node(pattern)
        if node is None:
            continue
        if code.uses("search", "findall") and pattern[0] != "^" and pattern[-1] != "$":
            yield f"with {pattern}", join_nodes([text, node])
        yield f"pattern {pattern}", node


def _list_ends(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* with the endings among the constants."""
    yield from _list_changed(code, text, "end", end_with)


def _list_beginnings(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* with the beginnings among the constants."""
    yield from _list_changed(code, text, "begin", begin_with)


def _list_changed(
    code: ValidatorCode,
    text: Node,
    label: str,
    change: Callable[[str, str], str],
) -> Labelled:
    """Yield nodes of *text*, changed with each group of constants, then with each constant."""
    groups = _list_small_groups(code)
    singles = [(single,) for single in code.texts if not PATTERN_CHARACTERS.search(single)]
    for group in [*groups[:MAX_CONSTANTS], *singles[:MAX_CONSTANTS]]:
        if group:
            nodes = [change_text(text, partial(change, constant)) for constant in group]
            yield f"{label} {', '.join(group)}", choose_node(nodes)


def _list_small_groups(code: ValidatorCode) -> list[tuple[str, ...]]:
    """Return the texts of each collection that has few: larger ones are tables of whole texts."""
    groups = [tuple(text for text in group if isinstance(text, str)) for group in code.groups]
    return [group for group in groups if len(group) <= MAX_GROUP_SIZE]


def _list_pieces(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* with other words around its separators, or with more of them."""
    separators = [each for each in code.texts if SEPARATOR_PATTERN.fullmatch(each)] or [" "]
    for separator in separators[:MAX_CONSTANTS]:
        for words in _list_word_groups(code):
            for side, change in (("after", replace_tail), ("before", replace_head)):
                nodes = [change_text(text, partial(change, separator, word)) for word in words]
                yield f"{side} {separator} {', '.join(words)}", choose_node(nodes)
        piece = change_text(text, partial(remove_text, separator, ""))
        for count in _list_counts(code):
            yield f"{count} by {separator}", join_nodes([piece] * count, separator)


def _list_word_groups(code: ValidatorCode) -> list[tuple[str, ...]]:
    """Return the words of collections, then those among the constants, one by one."""
    groups = _list_small_groups(code)
    words = [word for word in code.texts if re.search(r"\w", word)]
    singles = [(word,) for word in words if not PATTERN_CHARACTERS.search(word)]
    return [group for group in [*groups, *singles] if group][:MAX_CONSTANTS]


def _list_counts(code: ValidatorCode) -> list[int]:
    """Return the first small numbers of *code* that may count parts, and the numbers after them."""
    counts = [number for number in code.numbers if isinstance(number, int) and 1 <= number <= 8]
    following = [count + 1 for count in counts]
    return [count for count in dict.fromkeys([*counts, *following]) if count > 1][:MAX_CONSTANTS]


def _list_addresses(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of addresses with the schemes and the hosts among the constants."""
    for words in _list_word_groups(code):
        schemes = [word for word in words if SCHEME_PATTERN.fullmatch(word)]
        hosts = [word for word in words if "." in word]
        for found, change in ((schemes, replace_scheme), (hosts, replace_host)):
            if found:
                nodes = [change_text(text, partial(change, word)) for word in found]
                yield f"{change.__name__} {', '.join(found)}", choose_node(nodes)


def _list_contained(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* with one of the constants in it, or without it."""
    for constant in list(code.texts)[:MAX_CONSTANTS]:
        if re.fullmatch(r"[^\w\s]{3,}", constant):  # any of these characters
            yield f"with one of {constant}", change_text(text, partial(_append, constant[0]))
            continue
        contained = change_text(text, partial(_put_between, constant))
        yield f"with {constant}", contained
        for substitute in ("", "_", "-"):
            without = change_text(text, partial(remove_text, constant, substitute))
            yield f"{substitute} for {constant}", without


def _append(mark: str, text: str) -> str:
    return text + mark


def _put_between(constant: str, text: str) -> str:
    """Return *text* with *constant* in it: between two words if it separates words."""
    if constant in text:
        return text
    gap = "" if SEPARATOR_PATTERN.fullmatch(constant) else " "
    half = len(text) // 2
    return f"{text[:half].strip()}{gap}{constant}{gap}{text[half:].strip()}"


def _list_lengths(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* with the lengths among the constants, and of so many digits."""
    lengths = _find_lengths(code)
    counts_digits = code.uses("isdigit", "isnumeric", "isdecimal")
    if counts_digits or not DIGIT_PATTERNS.isdisjoint(code.texts):
        yield from _list_digits(code, text)
    if len(lengths) > 1:
        low, high = sorted(lengths[:2])
        yield f"{low} to {high}", change_text(text, partial(fit_length, low, high))
    for length in lengths[:MAX_CONSTANTS]:
        code_node = make_pattern_node(rf"^[A-Z]{{{length}}}$")
        if length <= MAX_CODE_LENGTH and code_node is not None:
            yield f"{length} capitals", code_node
        spans = (
            (length, length),
            (length + 1, length + MARGIN),
            (1, max(length - 1, 1)),
        )
        for low, high in spans:
            node = change_text(text, partial(fit_length, low, high))
            yield f"length {low} to {high}", node


def _find_lengths(code: ValidatorCode) -> list[int]:
    """Return the numbers of *code* that may be a length of a text."""
    whole = [number for number in code.numbers if isinstance(number, int)]
    return [number for number in whole if 0 < number <= MAX_TEXT_LENGTH]


def _list_digits(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of as many digits as the code counts, or else of some."""
    lengths = _find_lengths(code)[:MAX_CONSTANTS] if code.uses("len") else []
    for form in [*(f"{length}" for length in lengths), "6,10"]:
        node = make_pattern_node(rf"^[1-9]\d{{{_subtract_one(form)}}}$")
        if node is not None:
            yield f"digits {form}", node


def _subtract_one(form: str) -> str:
    """Return *form*, the number of digits, without the first digit."""
    return ",".join(str(int(count) - 1) for count in form.split(","))


def _list_cases(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* in the case, or of the characters, that methods of texts check."""
    for name in code.names:
        if name in CASE_CHANGES:
            yield name, change_text(text, CASE_CHANGES[name])


def _list_formats(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of the formats that the functions of the code read."""
    yield from list_code_formats(code)


def _list_check_digits(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of numbers with check digits, if the code divides by the usual numbers."""
    if not {10, 11, 97}.isdisjoint(code.numbers):
        yield from make_check_digit_nodes()


def _list_combinations(code: ValidatorCode, text: Node) -> Labelled:
    """Yield nodes of *text* after all changes of case, then with each of the first lengths."""
    changes: list[TextChange] = [CASE_CHANGES[each] for each in code.names if each in CASE_CHANGES]
    if not changes:
        return
    if len(changes) > 1:
        yield "all cases", change_text(text, chain_changes(*changes))
    for constant in list(code.texts)[:MAX_CONSTANTS] if code.uses(MEMBERSHIP) else ():
        change = chain_changes(*changes, partial(remove_text, constant, "_"))
        yield f"all cases, _ for {constant}", change_text(text, change)
    for length in _find_lengths(code)[:MAX_CONSTANTS] if code.uses("len") else ():
        change = chain_changes(*changes, partial(fit_length, length, length))
        yield f"all cases, length {length}", change_text(text, change)


CHECKS = (
    Check(("match", "fullmatch", "search", "findall", "finditer"), _list_matches),
    Check(("startswith", "removeprefix", SUBSCRIPT), _list_beginnings),
    Check(("endswith", "suffix", "suffixes", "splitext", "removesuffix", SUBSCRIPT), _list_ends),
    Check(("split", "rsplit", "partition", "rpartition"), _list_pieces),
    Check(("urlparse", "urlsplit", "scheme", "hostname", "netloc", "host"), _list_addresses),
    Check((MEMBERSHIP,), _list_contained),
    Check(("len",), _list_lengths),
    Check(("isdigit", "isnumeric", "isdecimal"), _list_digits),
    Check(tuple(CASE_CHANGES), _list_cases),
    Check(("strptime", *FORMATS_BY_FUNCTION), _list_formats),
    Check(("sum",), _list_check_digits),
)
"""Checks of texts, each with the names of what code uses to make it."""

STRATEGY = RepairStrategy(
    NAME,
    "Draw a text with the ending, length, characters, format or check digit of the code.",
    propose,
    last_lap=2,
)
