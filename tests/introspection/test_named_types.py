"""Types and constraints that are recognised by validator functions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import annotated_types
import pytest
from pydantic import AfterValidator, BaseModel, EmailStr, FilePath, SecretStr, TypeAdapter

from pytest_fixturegen.introspection.named_types import find_related_model
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    Constraints,
    NamedShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.introspection.type_reader import read_type


class Related(BaseModel):
    size: int


class WithAttribute:
    model = Related


class WithPath:
    model_path = f"{__name__}.Related"


class WithWrongPath:
    model_path = "no_such_module.Related"


def strip_text(value: str) -> str:
    return value.strip()


@pytest.mark.parametrize(
    ("annotation", "named_type"),
    [
        (EmailStr, EmailStr),
        (SecretStr, SecretStr),
        (FilePath, "FilePath"),
        (Path, Path),
        (re.Pattern[str], re.Pattern[str]),
    ],
)
def test_a_type_of_a_library_is_recognised(annotation: Any, named_type: Any) -> None:
    shape = read_type(annotation).shape
    while not isinstance(shape, NamedShape):
        assert hasattr(shape, "inner"), shape
        shape = shape.inner
    assert shape.type == named_type


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (
            Annotated[str, annotated_types.Predicate(str.isupper)],
            CheckedShape(Scalar("str", Constraints(upper=True)), "_validate_predicate"),
        ),
        (Annotated[str, AfterValidator(strip_text)], CheckedShape(Scalar("str"), "strip_text")),
    ],
)
def test_a_predicate_has_constraints_and_a_validator_has_none(
    annotation: Any, shape: Shape
) -> None:
    found = read_type(annotation).shape
    assert isinstance(found, CheckedShape)
    assert isinstance(shape, CheckedShape)
    assert found.inner == shape.inner


@pytest.mark.parametrize(
    ("cls", "model"),
    [
        (WithAttribute, Related),
        (WithPath, Related),
        (WithWrongPath, None),
        (int, None),
        ("not a class", None),
    ],
)
def test_the_model_of_a_class_is_found_by_attribute_or_path(cls: Any, model: Any) -> None:
    assert find_related_model(cls) is model


def test_pydantic_still_has_the_recognised_functions() -> None:
    """A renamed private function of Pydantic would turn a type into a guess."""
    assert TypeAdapter(FilePath).core_schema
    shape = read_type(FilePath).shape
    assert "FilePath" in repr(shape)
