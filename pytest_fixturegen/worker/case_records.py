"""Cases of models and invalid records as outputs of the child, with what there is to say of them.

A search goes before each output, since nobody knows the number of cases before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.api import cases
from pytest_fixturegen.api.case_bases import CaseBase
from pytest_fixturegen.cases.case_set import CaseSet
from pytest_fixturegen.cases.invalid_cases import InvalidSet
from pytest_fixturegen.config.command_options import Cover, JsonConfig

MAX_EXAMPLES = 3
"""The most examples of each fact about the cases of a model."""

MAX_EXAMPLE_LENGTH = 200

Choices = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FoundCases:
    """The cases of one model: its *lines* of JSON, and the *facts* for the notices of the parent.

    Facts are the number of cases, and numbers and examples of what is refused by validators, is not
    covered, and is accepted although its type says otherwise.
    """

    lines: Iterator[bytes]
    facts: dict[str, Any]


def find_case_lines(base: CaseBase, settings: JsonConfig) -> FoundCases:
    """Return the cases or the invalid records of *base* that *settings* ask for.

    Raises:
        MappingError: If no valid value of the model is found.
    """
    if settings.invalid:
        refused = find_invalid(base, settings)
        return FoundCases(cases.iter_invalid_lines(refused), describe_invalid(refused))
    found = find_cases(base, settings)
    return FoundCases(cases.iter_case_lines(base, found), describe_cases(found))


def find_cases(base: CaseBase, settings: JsonConfig) -> CaseSet[Any]:
    """Return the cases of *base* that *settings* ask for."""
    return cases.find_cases(base, cast("Cover", settings.cover), settings.max_cases or None)


def find_invalid(base: CaseBase, settings: JsonConfig) -> InvalidSet:
    """Return the invalid records of *base* that *settings* ask for."""
    return cases.find_invalid(base, settings.max_cases or None)


def describe_cases(found: CaseSet[Any]) -> dict[str, Any]:
    """Return the facts about the cases of a model."""
    return {
        "cases": len(found),
        "refused": _count_examples(
            f"{_join_choices(each.choices)}: {each.reason}" for each in found.refused
        ),
        "not_covered": _count_examples(map(_join_choices, found.not_covered)),
    }


def describe_invalid(found: InvalidSet) -> dict[str, Any]:
    """Return the facts about the invalid records of a model."""
    return {"cases": len(found), "findings": _count_examples(map(str, found.findings))}


def _count_examples(texts: Iterable[str]) -> list[Any]:
    """Return the number of *texts*, and the first ones."""
    listed = list(texts)
    examples = [shorten(text, MAX_EXAMPLE_LENGTH) for text in listed[:MAX_EXAMPLES]]
    return [len(listed), examples]


def _join_choices(choices: Choices) -> str:
    """Return *choices*, pairs of a place and a class, as one text."""
    return ", ".join(f"{place}={label}" for place, label in choices)
