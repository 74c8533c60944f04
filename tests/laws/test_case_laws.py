"""General properties of cases and of invalid records, over random models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel, ValidationError

from pytest_fixturegen import generate_cases, generate_instances, generate_invalid
from pytest_fixturegen.cases.case_set import CaseSet
from tests.laws.models import fields, model_of, models, seeds

law = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
COVERS = ("each", "pairs", "bounds")


@law
@given(models, seeds)
def test_every_case_is_valid(model: Any, seed: int) -> None:
    for cover in ("each", "bounds"):
        for record in generate_cases(model, cover, seed):
            assert isinstance(record, model)
            model.model_validate(record.model_dump(round_trip=True))


@law
@given(models, seeds)
def test_each_shows_every_class_that_is_not_refused(model: Any, seed: int) -> None:
    cases = generate_cases(model, "each", seed)
    shown = set(chain.from_iterable(case.choices for case in cases.cases))
    refused = set(chain.from_iterable(each.choices for each in cases.refused))
    classes = {(title, label) for title, labels in cases.classes.items() for label in labels}
    assert classes <= shown | refused
    assert not cases.not_covered


@law
@given(models, seeds)
def test_the_same_arguments_give_the_same_cases(model: Any, seed: int) -> None:
    first, again = generate_cases(model, "each", seed), generate_cases(model, "each", seed)
    assert first.ids == again.ids
    assert list(first) == list(again)
    assert len(set(first.ids)) == len(first)


@law
@given(fields, seeds)
def test_a_bound_leaves_the_other_fields_as_in_the_base_record(
    named: dict[str, Any], seed: int
) -> None:
    model = model_of(named)
    base = next(generate_instances(model, 1, seed)).model_dump()
    for case in generate_cases(model, "bounds", seed).cases:
        varied = {title.partition(".")[0].partition("[")[0] for title, _ in case.choices}
        dump = case.record.model_dump()
        changed = {name for name in dump if repr(dump[name]) != repr(base[name])}
        assert changed <= varied


@law
@given(models, seeds)
def test_the_model_refuses_each_invalid_case_as_stated(model: Any, seed: int) -> None:
    cases = generate_invalid(model, seed)
    assert len(set(cases.ids)) == len(cases)
    for case in cases:
        with pytest.raises(ValidationError) as caught:
            model.model_validate_json(case.json)
        assert case.matches(caught.value)
        first = caught.value.errors()[0]
        assert (case.loc, case.type) == (first["loc"], first["type"])


@law
@given(models, seeds)
def test_an_invalid_payload_differs_from_a_valid_one_in_one_place(model: Any, seed: int) -> None:
    for case in generate_invalid(model, seed):
        model.model_validate_json(json.dumps(case.base))
        differences = list(list_differences(case.base, case.payload, ()))
        assert len(differences) == 1, (case.id, differences)


def list_differences(one: Any, other: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the paths at which two JSON values differ; a list of another length counts once."""
    if isinstance(one, dict) and isinstance(other, dict):
        removed, added = one.keys() - other.keys(), other.keys() - one.keys()
        if len(removed) == len(added) == 1:  # a key that was renamed
            yield (*path, removed.pop())
            added.clear()
        elif len(added) > 1 and not removed:  # a mapping with too many entries
            yield path
            added.clear()
        yield from ((*path, key) for key in removed | added)
        for key in one.keys() & other.keys():
            yield from list_differences(one[key], other[key], (*path, key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from list_differences(left, right, (*path, index))
    elif json.dumps(one) != json.dumps(other):
        yield path


def test_a_budget_keeps_the_first_cases_and_names_what_is_lost() -> None:
    class Door(BaseModel):
        is_open: bool
        is_locked: bool
        floor: int

    whole: CaseSet[Door] = generate_cases(Door, "pairs")
    few = generate_cases(Door, "pairs", max_cases=2)
    assert few.ids == whole.ids[:2]
    shown = [set(case.choices) for case in few.cases]
    assert few.not_covered
    assert not any(set(pair) <= choices for pair in few.not_covered for choices in shown)
