"""What the user fixes conditions the facts of its record, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import create_model

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import build_instance
from tests.laws.coherence import FAMILIES, Family

CONFIG = GenerationConfig()
law = settings(max_examples=25, deadline=None)
keys = st.integers(0, 10_000).map(str)


def build(model: Any, key: str, **overrides: Any) -> Any:
    return build_instance(model, CONFIG, key, overrides=overrides)


def with_other_fields(model: Any) -> Any:
    """Return *model* with fields that show no fact of it."""
    return create_model(
        model.__name__, __base__=model, note=(str, ...), level=(int, ...), author=(str, ...)
    )


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.model.__name__)
@law
@given(key=keys)
def test_undisturbed_records_are_coherent(family: Family, key: str) -> None:
    family.check(build(family.model, key))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.model.__name__)
@law
@given(key=keys, other=keys, data=st.data())
def test_a_value_of_another_record_keeps_a_record_coherent(
    family: Family, key: str, other: str, data: Any
) -> None:
    name = data.draw(st.sampled_from(sorted(family.model.model_fields)))
    value = getattr(build(family.model, other), name)
    record = build(family.model, key, **{name: value})
    assert getattr(record, name) == value
    family.check(record)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.model.__name__)
@law
@given(key=keys, other=keys, data=st.data())
def test_a_fixed_value_keeps_the_fields_of_other_facts(
    family: Family, key: str, other: str, data: Any
) -> None:
    model = with_other_fields(family.model)
    name = data.draw(st.sampled_from(sorted(family.model.model_fields)))
    value = getattr(build(model, other), name)
    before, after = build(model, key), build(model, key, **{name: value})
    for kept in ("note", "level", "author"):
        assert getattr(after, kept) == getattr(before, kept)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.model.__name__)
@law
@given(key=keys, other=keys, data=st.data())
def test_fixed_values_mean_the_same_in_models_with_fewer_fields(
    family: Family, key: str, other: str, data: Any
) -> None:
    names = sorted(family.model.model_fields)
    name, gone = data.draw(st.permutations(names))[:2]
    fields = {
        each: (family.model.model_fields[each].annotation, ...)
        for each in reversed(names)
        if each != gone
    }
    smaller = create_model(family.model.__name__, **fields)  # type: ignore[call-overload]
    value = getattr(build(family.model, other), name)
    whole = build(family.model, key, **{name: value})
    rest = build(smaller, key, **{name: value})
    assert rest.model_dump() == whole.model_dump(exclude={gone})


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.model.__name__)
@law
@given(key=keys, other=keys, data=st.data())
def test_all_values_of_another_record_are_honoured_together(
    family: Family, key: str, other: str, data: Any
) -> None:
    names = data.draw(st.sets(st.sampled_from(sorted(family.model.model_fields)), min_size=2))
    source = build(family.model, other)
    fixed = {name: getattr(source, name) for name in sorted(names)}
    record = build(family.model, key, **fixed)
    assert {name: getattr(record, name) for name in fixed} == fixed
    family.check(record)
