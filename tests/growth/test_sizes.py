"""Four times as large a model costs about four times as much work, not sixteen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.generate import (
    describe_cases,
    explain,
    generate_instances,
    generate_lines,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor.examine import examine
from pytest_fixturegen.emitters.override_types import describe_models
from tests.growth.operations import count_operations

SMALL, LARGE = 30, 120
TYPES = ("int", "str", "float", "bool")
HEADER = "from enum import Enum\nfrom typing import Union\nfrom pydantic import BaseModel"
CONFIG = GenerationConfig()


def write_fields(size: int) -> str:
    """Return the source of a model of *size* fields."""
    fields = [f"    part{number}: {TYPES[number % 4]}" for number in range(size)]
    return "\n".join([f"class Wide{size}(BaseModel):", *fields])


PARTS = ("max", "used", "remaining", "opening", "closing", "total")


def write_numbers(size: int) -> str:
    """Return the source of a model of *size* numbers that may add up."""
    fields = [f"    {PARTS[number % 6]}_item{number // 6}: int" for number in range(size)]
    return "\n".join([f"class Numbers{size}(BaseModel):", *fields])


def write_members(size: int) -> list[str]:
    """Return the sources of *size* different models."""
    return [f"class Member{number}(BaseModel):\n    part{number}: int\n" for number in range(size)]


def write_union(size: int) -> str:
    """Return the source of a model of a union of *size* models."""
    members = ", ".join(f"Member{number}" for number in range(size))
    union = f"class Holder{size}(BaseModel):\n    member: Union[{members}]"
    return "\n".join([*write_members(size), union])


def write_nested(size: int) -> str:
    """Return the source of a model of *size* fields, each of another model."""
    fields = [f"    part{number}: Member{number}" for number in range(size)]
    return "\n".join([*write_members(size), f"class Parent{size}(BaseModel):", *fields])


def write_lists(size: int) -> str:
    """Return the source of a model of a union of *size* lists, whose items are choices."""
    enums = [f"class Choice{number}(Enum):\n    one = {number}\n" for number in range(size)]
    members = ", ".join(f"list[Choice{number}]" for number in range(size))
    return "\n".join([*enums, f"class Lists{size}(BaseModel):\n    member: Union[{members}]"])


def write_choices(size: int) -> str:
    """Return the source of a model that chooses from *size* values in three ways."""
    names = [f"    member{number} = {number}" for number in range(size)]
    fields = ["one: Choice", "many: list[Choice]", "different: set[Choice]"]
    model = [f"class Chosen{size}(BaseModel):", *(f"    {field}" for field in fields)]
    return "\n".join(["class Choice(Enum):", *names, *model])


def import_model(source: str, folder: Path) -> Any:
    """Return the last class of *source*, imported from a module in *folder*."""
    name = source.rpartition("class ")[2].partition("(")[0]
    path = folder / f"growth_{name.lower()}.py"
    path.write_text(f"{HEADER}\n{source}\n")
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = sys.modules[path.stem] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)


def describe(model: Any) -> None:
    """Run what ``pfg gen fixtures`` runs in the child."""
    describe_cases(model, 1, CONFIG, as_dict=False, model_seeds=())


def diagnose(model: Any) -> None:
    """Run what ``pfg doctor`` runs in the child."""
    examine(model, ("shop", model.__name__, "model"), CONFIG, 3, 60.0)


OPERATIONS: dict[str, Callable[[Any], Any]] = {
    "explain": explain,
    "instances": lambda model: list(generate_instances(model, 3)),
    "lines": lambda model: list(generate_lines(model, 3)),
    "fixtures": describe,
    "overrides": lambda model: describe_models([model]),
    "doctor": diagnose,
}
SOURCES = {
    "fields": write_fields,
    "union": write_union,
    "nested models": write_nested,
    "union of lists": write_lists,
    "choices": write_choices,
}


@pytest.mark.parametrize("kind", SOURCES)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_work_grows_as_the_model_does(operation: str, kind: str, tmp_path: Path) -> None:
    run = OPERATIONS[operation]
    first, small, large = (
        import_model(SOURCES[kind](size), tmp_path) for size in (5, SMALL, LARGE)
    )
    run(first)  # imports modules and fills caches
    few = count_operations(lambda: run(small))
    many = count_operations(lambda: run(large))
    assert many < 1.3 * few * LARGE / SMALL, (few, many)


def test_work_grows_as_the_numbers_that_may_add_up(tmp_path: Path) -> None:
    first, small, large = (
        import_model(write_numbers(size), tmp_path) for size in (6, LARGE, 4 * LARGE)
    )
    explain(first)
    few = count_operations(lambda: explain(small))
    many = count_operations(lambda: explain(large))
    assert many < 1.3 * few * 4, (few, many)


class Plain(BaseModel):
    """A model to compare with."""

    name: str


def test_operations_are_counted() -> None:
    explain(Plain)
    assert count_operations(lambda: list(generate_instances(Plain, 1, 7))) > 100
