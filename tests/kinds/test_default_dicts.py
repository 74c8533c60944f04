"""A defaultdict makes its missing values as it does after validation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Annotated, Any, DefaultDict, Optional  # noqa: UP035

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from pytest_fixturegen import generate_instances
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.config.options import GenerationConfig


def make_default() -> set[int]:
    return {1}


class Index(BaseModel):
    pages: defaultdict[str, list[int]]
    counts: DefaultDict[str, int]  # noqa: UP006
    names: defaultdict[str, dict[str, str]]
    chosen: defaultdict[str, Annotated[set[int], Field(default_factory=make_default)]]
    maybe: Optional[defaultdict[str, float]]
    long: Annotated[defaultdict[int, str], Field(min_length=4)]


@dataclass
class Plain:
    pages: defaultdict[str, list[int]]


EMPTY: dict[str, Any] = {
    "pages": {},
    "counts": {},
    "names": {},
    "chosen": {},
    "maybe": {},
    "long": dict.fromkeys(range(4), ""),
}


@pytest.mark.parametrize("field", list(EMPTY))
def test_a_missing_value_is_what_the_model_makes(field: str) -> None:
    validated: MutableMapping[Any, Any] = getattr(Index.model_validate(EMPTY), field)
    for index in generate_instances(Index, 5, seed=1):
        drawn = getattr(index, field)
        assert drawn is None or drawn["missing"] == validated["missing"]


def test_a_plain_dataclass_has_the_factory_too() -> None:
    plain = next(iter(generate_instances(Plain, 1, seed=1)))
    plain.pages["new"].append(1)
    assert TypeAdapter(Plain).dump_python(plain)["pages"]["new"] == [1]


def test_a_given_mapping_has_the_factory_of_the_field() -> None:
    index = build_instance(Index, GenerationConfig(), "key", 0, {"pages": {"a": [1]}})
    index.pages["new"].append(2)
    assert index.pages == {"a": [1], "new": [2]}
