"""Nothing around a part that the dump of the model itself leaves out."""

from __future__ import annotations

from typing import Any, Optional

from pydantic import BaseModel, SerializerFunctionWrapHandler, field_validator, model_serializer

from tests.generator.repair.records import draw_repaired


class Sparse(BaseModel):
    """A base that does not dump empty lists."""

    @model_serializer(mode="wrap")
    def drop_empty(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in dump(self).items() if value not in ([], None)}


class Coverage(Sparse):
    kind: str
    benefits: list[str]

    @field_validator("benefits")
    @classmethod
    def keep_short(cls, benefits: list[str]) -> list[str]:
        return [] if len(benefits) > 1 else benefits


class Insurance(Sparse):
    name: str
    coverage: Optional[list[Coverage]] = None


def test_a_part_that_a_dump_leaves_out_takes_its_holder_along() -> None:
    for record in draw_repaired(Insurance, attempts=3):
        assert Insurance.model_validate(record.model_dump(round_trip=True)) is not None
