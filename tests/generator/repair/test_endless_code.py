"""Nothing to read for code that does not end."""

from __future__ import annotations

from typing import Any, Optional

import pytest
from pydantic import BaseModel, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired


class Table(BaseModel):
    """A table that looks the names of its columns up in itself."""

    label: str
    columns: list[str]

    def find(self, name: str) -> Any:
        return self.__dict__.get(name) or self.find(name)

    @model_validator(mode="after")
    def check(self) -> Self:
        for name in self.columns:
            self.find(name)
        return self


class Linked(BaseModel):
    label: str
    parent: Optional[str] = None

    def climb(self, name: str) -> str:
        return self.climb(name)

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.parent is not None:
            self.climb(self.parent)
        return self


@pytest.mark.parametrize(("model", "field"), [(Table, "columns"), (Linked, "parent")])
def test_what_endless_code_reads_is_left_empty_at_once(model: type[BaseModel], field: str) -> None:
    assert not any(getattr(record, field) for record in draw_repaired(model, attempts=2))
