"""Models that show what is special about adapters."""

from __future__ import annotations

import collections
import uuid
from collections.abc import Callable, Generator, Hashable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, FailFast, Field, OnErrorOmit, validate_call


class Pet(BaseModel):
    name: str


CONTAINERS: tuple[tuple[Any, type], ...] = (
    (list[dict[str, set[int]]], list),
    (dict[uuid.UUID, Pet], dict),
    (dict[Literal["a", "b"], int], dict),
    (tuple[int, str], tuple),
    (tuple[Pet, ...], tuple),
    (frozenset[tuple[int, str]], frozenset),
    (collections.deque[int], collections.deque),
    (collections.defaultdict[str, int], collections.defaultdict),
    (collections.OrderedDict[str, int], collections.OrderedDict),
    (collections.Counter[str], collections.Counter),
    (Sequence[int], list),
    (Mapping[str, int], dict),
    (Annotated[list[int], Field(min_length=4, max_length=6), FailFast()], list),
    (list[OnErrorOmit[Annotated[int, Field(ge=5)]]], list),
)


class Stream(BaseModel):
    numbers: Iterable[int]
    more: Generator[int, None, None]


@validate_call
def repeated(
    text: Annotated[str, Field(min_length=3)],
    times: Annotated[int, Field(ge=1, le=4)],
    *,
    end: str = "!",
) -> str:
    return text * times + end


class Tools(BaseModel):
    make: type[Pet]
    call: Callable[[int], int]
    key: Hashable
    some: type
    later: Callable[[], int] | None = None


TYPES = {f"container{place}": kind for place, (kind, _) in enumerate(CONTAINERS)}
"""More types that are drawn, by name."""
