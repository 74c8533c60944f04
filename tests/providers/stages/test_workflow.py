"""Fields that the members of a status name, in other forms of their words."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.generate import generate_instances
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.providers.stages.members import find_ascending, place_members
from pytest_fixturegen.providers.stages.workflow import list_stems


def draw(model: Any, n: int = 300, **options: Any) -> list[Any]:
    return list(generate_instances(model, n, seed=5, config=GenerationConfig(**options)))


@pytest.mark.parametrize(
    ("noun", "participle"),
    [
        ("dismissal", "dismissed"),
        ("deferral", "deferred"),
        ("acceptance", "accepted"),
        ("appeal", "appealed"),
        ("aceptacion", "aceptada"),
        ("storno", "storniert"),
    ],
)
def test_forms_of_a_word_share_a_stem(noun: str, participle: str) -> None:
    assert list_stems(noun) & list_stems(participle)


class Petition(BaseModel):
    status: Literal["filed", "docketed", "heard", "sustained", "dismissed", "deferred"]
    filed_at: datetime
    docketed_at: datetime | None
    sustained_at: datetime | None
    dismissal_reason: str | None
    deferral_note: str | None


def test_a_field_is_there_if_the_status_says_so() -> None:
    for petition in draw(Petition):
        assert (petition.dismissal_reason is not None) == (petition.status == "dismissed")
        assert (petition.sustained_at is not None) == (petition.status == "sustained")
        if petition.status == "filed":
            assert petition.docketed_at is None
        if petition.docketed_at and petition.sustained_at:
            assert petition.filed_at <= petition.docketed_at <= petition.sustained_at


class Assay(BaseModel):
    status: Literal["ordered", "collected", "resulted", "verified", "cancelled"]
    resulted_at: datetime | None
    verified_at: datetime | None
    turnaround_hours: float | None


def test_members_in_their_order_come_one_after_the_other() -> None:
    for assay in draw(Assay):
        assert (assay.verified_at is not None) == (assay.status == "verified")
        assert (assay.turnaround_hours is None) == (assay.resulted_at is None)


class Slot(BaseModel):
    status: Literal["held", "paid", "used", "cancelled", "refunded"]
    paid_at: datetime | None
    cancelled_at: datetime | None
    refund_amount: float | None


def test_what_is_held_comes_first_and_a_refund_follows_a_cancellation() -> None:
    for slot in draw(Slot):
        assert slot.status != "held" or slot.paid_at is None
        assert (slot.cancelled_at is not None) == (slot.status in ("cancelled", "refunded"))
        assert (slot.refund_amount is not None) == (slot.status == "refunded")


def test_a_foreign_noun_names_its_participle() -> None:
    class Pedido(BaseModel):
        estado: Literal["pendiente", "confirmado", "entregado", "cancelado"]
        fecha_confirmacion: datetime | None
        motivo_cancelacion: str | None

    for pedido in draw(Pedido, locale="es_ES"):
        assert (pedido.motivo_cancelacion is not None) == (pedido.estado == "cancelado")
        assert pedido.estado != "pendiente" or pedido.fecha_confirmacion is None


def test_the_longest_ascending_part_is_found() -> None:
    assert find_ascending([8, 66, 36, 70]) == [0, 1, 3]
    assert find_ascending([]) == []


def test_equal_steps_follow_each_other() -> None:
    places = place_members(("ready", "collected"), "trade")
    assert places is not None
    assert places[0].progress < places[1].progress
