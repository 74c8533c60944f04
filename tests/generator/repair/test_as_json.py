"""The record as its JSON."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator

from tests.generator.repair.records import draw_repaired


class Keyed(BaseModel):
    key: Annotated[UUID, BeforeValidator(lambda value: value.replace("-", ""))]


def test_a_validator_that_reads_only_text_gets_text() -> None:
    assert all(isinstance(record.key, UUID) for record in draw_repaired(Keyed, attempts=2))
