"""Forged reports of the child are errors of the protocol, never internal ones."""

from __future__ import annotations

import io
from typing import Any

import pytest

from pytest_fixturegen.emitters.outputs import Outlet
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.worker.output_receiver import OutputPlan
from pytest_fixturegen.worker.report_checks import check_explanation, check_listing

MODEL = {"module": "m", "name": "User", "kind": "model"}
FIELD = {"field": "id", "model": "", "provider": "a", "reason": "b"}


@pytest.mark.parametrize("key", MODEL)
@pytest.mark.parametrize("value", [None, 7, ["a"], {"a": 1}, True])
def test_a_listing_has_texts_alone(key: str, value: Any) -> None:
    assert check_listing([MODEL]) == [MODEL]
    with pytest.raises(UnsafeImportViolation, match="sent a report without"):
        check_listing([{**MODEL, key: value}])


@pytest.mark.parametrize(
    "report",
    [{}, {"model": 1}, {"model": "A"}, {"model": "A", "fields": 7}, {"model": "A", "fields": [1]}]
    + [{"model": "A", "fields": [{**FIELD, key: 7}]} for key in FIELD],
    ids=range(9),
)
def test_an_explanation_has_fields_of_texts(report: dict[str, Any]) -> None:
    good = {"model": "A", "fields": [FIELD]}
    assert check_explanation([good]) == [good]
    with pytest.raises(UnsafeImportViolation, match="sent a report without"):
        check_explanation([report])


@pytest.mark.parametrize("number", [-1, True, 1.5, "1", None, 1 << 64])
@pytest.mark.parametrize("key", ["place", "shard", "index"])
def test_a_place_is_a_count(key: str, number: Any) -> None:
    plan = OutputPlan(Outlet("-", io.BytesIO(), ()))
    plan.add_model({"full_name": "m.User", "model": "User", "outputs": 0})
    assert plan.build_path({"place": 0, "model": "User"}) is None
    with pytest.raises(UnsafeImportViolation, match="sent an invalid number"):
        plan.build_path({"place": 0, "model": "User", key: number})
