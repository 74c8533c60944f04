"""Type parameters in brackets: only newer Pythons read them, so the models are text until one does."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

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
