"""General properties of generated records, over random models."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_fixturegen import generate_instances, generate_lines
from tests.laws.models import fields, model_of, models, seeds, types

law = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def lines(model: Any, n: int, seed: int, start: int = 0) -> list[bytes]:
    return list(generate_lines(model, n, seed, start=start))


@law
@given(models, seeds)
def test_every_record_is_valid_and_its_json_matches_the_model(model: Any, seed: int) -> None:
    records = list(generate_instances(model, 5, seed))
    texts = [
        instance.model_dump_json(by_alias=True, round_trip=True).encode() for instance in records
    ]
    for instance, line, text in zip(records, lines(model, 5, seed), texts, strict=True):
        assert model.model_validate(instance.model_dump(round_trip=True)) == instance
        again = model.model_validate_json(line)
        assert without_order(again) == without_order(model.model_validate_json(text))


@law
@given(models, seeds, st.integers(0, 600))
def test_a_record_alone_equals_the_same_record_in_its_block(
    model: Any, seed: int, index: int
) -> None:
    first = max(index - index % 7, 0)
    assert lines(model, 1, seed, start=index) == [lines(model, 8, seed, start=first)[index - first]]


@law
@given(models, seeds)
def test_more_records_change_no_record(model: Any, seed: int) -> None:
    assert lines(model, 30, seed)[:3] == lines(model, 3, seed)


@law
@given(fields, seeds, types)
def test_adding_a_field_keeps_its_neighbours(named: dict[str, Any], seed: int, kind: Any) -> None:
    before = next(generate_instances(model_of(named), 1, seed))
    after = next(generate_instances(model_of({"a_new_one": kind, **named}), 1, seed))
    assert before.model_dump() == after.model_dump(exclude={"a_new_one"})


@law
@given(fields, seeds, st.data())
def test_removing_a_field_keeps_its_neighbours(named: dict[str, Any], seed: int, data: Any) -> None:
    gone = data.draw(st.sampled_from(sorted(named)))
    whole = next(generate_instances(model_of(named), 1, seed))
    rest = next(
        generate_instances(
            model_of({name: kind for name, kind in named.items() if name != gone}), 1, seed
        )
    )
    assert rest.model_dump() == whole.model_dump(exclude={gone})


@law
@given(fields, seeds)
def test_the_order_of_fields_does_not_matter(named: dict[str, Any], seed: int) -> None:
    backwards = dict(reversed(named.items()))
    one, other = (next(generate_instances(model_of(each), 1, seed)) for each in (named, backwards))
    assert one.model_dump() == other.model_dump()


@law
@given(fields, seeds)
def test_moving_a_module_changes_no_record(named: dict[str, Any], seed: int) -> None:
    assert lines(model_of(named), 3, seed) == lines(
        model_of(named, module="elsewhere.deep"), 3, seed
    )


def without_order(instance: Any) -> Any:
    """Return the content of *instance*, with sets compared as sets."""
    return instance.model_dump(round_trip=True)
