"""Type parameter syntax; the models are text because Python before 3.12 cannot parse them."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from tests.kinds.round_trips import round_trip

SOURCE = """
from pydantic import BaseModel, Field
from typing import Annotated

type Positive = Annotated[int, Field(gt=0)]
type Pair[T] = tuple[T, T]
type Nested = dict[str, Nested] | int

class Box[T](BaseModel):
    inside: T
    pair: Pair[T]

class Cart(BaseModel):
    box: Box[int]
    count: Positive
    nested: Nested
"""


def module_of(source: str) -> Any:
    module = ModuleType("new_syntax")
    sys.modules["new_syntax"] = module
    exec(source, vars(module))
    return module


if sys.version_info >= (3, 12):

    def test_type_parameters_are_filled_in() -> None:
        for each in round_trip(module_of(SOURCE).Cart):
            assert each.count > 0
            assert all(isinstance(item, int) for item in (each.box.inside, *each.box.pair))
