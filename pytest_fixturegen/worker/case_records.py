"""Cases of models and invalid records as outputs of the child, with facts about them.

The cases of an output are searched before the output starts, since it announces their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.api import cases, generate
from pytest_fixturegen.api.case_bases import CaseBase
from pytest_fixturegen.cases.case_set import CaseSet
from pytest_fixturegen.cases.invalid_cases import InvalidSet
from pytest_fixturegen.config.case_options import CaseSettings
from pytest_fixturegen.config.command_options import Cover, FixturesConfig, JsonConfig
from pytest_fixturegen.emitters.literals import describe_value
from pytest_fixturegen.emitters.payload_changes import describe_change
from pytest_fixturegen.errors import MappingError

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


def describe_fixture(base: CaseBase, settings: FixturesConfig) -> dict[str, Any]:
    """Return the cases or the invalid records of *base* as the report of a fixture.

    Raises:
        MappingError: If no valid value is found, or the model refuses nothing.
        EmitError: If a value has no source code.
    """
    plan = base.make_plan()
    report = generate.describe_model(base.model, plan)
    if settings.invalid:
        refused = find_invalid(base, settings)
        if not refused:
            raise MappingError(
                f"{plan.reading.name} refuses nothing: it has no invalid records.",
                hint="Leave the model out with --exclude.",
            )
        valid = refused[0].base
        changes = [
            [*describe_change(valid, case.payload), list(case.loc), case.type] for case in refused
        ]
        return report | {
            "base": describe_value(valid),
            "cases": changes,
            "labels": refused.ids,
            "facts": describe_invalid(refused),
        }
    found = find_cases(base, settings)
    records = cases.list_case_records(base, found)
    as_dict = settings.return_type == "dict"
    return report | {
        "cases": generate.describe_records(
            plan,
            records,
            as_dict=as_dict,
        ),
        "labels": found.ids,
        "facts": describe_cases(found),
    }


def find_cases(base: CaseBase, settings: CaseSettings) -> CaseSet[Any]:
    """Return the cases of *base* that *settings* ask for."""
    return cases.find_cases(
        base,
        cast("Cover", settings.cover),
        settings.max_cases or None,
    )


def find_invalid(base: CaseBase, settings: CaseSettings) -> InvalidSet:
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
