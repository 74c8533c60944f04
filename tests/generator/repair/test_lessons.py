"""What repair learns once for a plan."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, Optional, Union

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    Field,
    create_model,
    field_validator,
    model_validator,
)
from typing_extensions import Self

from pytest_fixturegen import GenerationConfig, explain, generate_instances, generate_lines
from pytest_fixturegen.generator.repair.lessons import learn_lessons

CALLS: Counter[str] = Counter()
"""How often each validator was called."""


@pytest.fixture(autouse=True)
def forget_lessons() -> Iterator[None]:
    """Begin each test without lessons."""
    learn_lessons.cache_clear()
    CALLS.clear()
    yield
    learn_lessons.cache_clear()


class Part(BaseModel):
    size: int
    code: str
    kind: str

    @field_validator("size")
    @classmethod
    def check_size(cls, size: int) -> int:
        CALLS["size"] += 1
        if not 500_000 <= size < 600_000:
            raise ValueError("size must be between 500000 and 600000")
        return size

    @field_validator("code")
    @classmethod
    def check_code(cls, code: str) -> str:
        if len(code) != 3:
            raise ValueError("wrong")
        return code

    @field_validator("kind")
    @classmethod
    def check_kind(cls, kind: str) -> str:
        if kind not in ("bolt", "nut", "screw"):
            raise ValueError("unknown")
        return kind


class Machine(BaseModel):
    parts: list[Part] = Field(min_length=2)
    spare: Part
    by_name: dict[str, Part]


def test_records_after_the_first_are_drawn_twice_at_most() -> None:
    list(generate_instances(Part, 1, 1))
    CALLS.clear()
    sizes = {record.size for record in generate_instances(Part, 300, 1)}
    assert CALLS["size"] <= 2 * 300
    assert len(sizes) > 250


def test_what_one_item_taught_holds_for_all_items_and_nested_models() -> None:
    list(generate_instances(Machine, 1, 1))
    CALLS.clear()
    records = list(generate_instances(Machine, 30, 1))
    nested = [[*record.parts, record.spare, *record.by_name.values()] for record in records]
    assert CALLS["size"] <= 3 * sum(map(len, nested))
    assert len({part.size for parts in nested for part in parts}) > 90


class Rare(BaseModel):
    """A record whose first refused record comes late."""

    number: int = Field(ge=0, le=10**6)
    code: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.number % 40 == 0 and self.code != "fine":
            raise ValueError("code must be 'fine'")
        return self


class Exclusive(BaseModel):
    mail: Optional[str] = None
    phone: Optional[str] = None
    fax: Optional[str] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if sum(value is not None for value in (self.mail, self.phone, self.fax)) != 1:
            raise ValueError("exactly one of mail, phone and fax")
        return self


MODELS = [Part, Machine, Rare, Exclusive]


@pytest.mark.parametrize("model", MODELS)
def test_a_record_does_not_depend_on_which_one_was_refused_first(model: type[Any]) -> None:
    together = list(generate_instances(model, 300, 5))
    for index in (299, 41, 0, 7, 256):
        learn_lessons.cache_clear()
        assert list(generate_instances(model, 1, 5, start=index)) == [together[index]]


@pytest.mark.parametrize("model", MODELS)
def test_lines_are_the_same_as_instances_after_either_was_drawn_first(model: type[Any]) -> None:
    lines = list(generate_lines(model, 40, 2))
    learn_lessons.cache_clear()
    records = generate_instances(model, 40, 2)
    assert lines == [record.model_dump_json(by_alias=True).encode() for record in records]


PROGRAM = """
from tests.generator.repair.test_lessons import MODELS
from pytest_fixturegen import generate_lines
for model in MODELS[{order}]:
    for index, line in enumerate(generate_lines(model, 12, 9, start={start}), {start}):
        print(model.__name__, index, line)
"""


def test_other_processes_give_the_same_records() -> None:
    outputs = []
    for order, start in (("::1", 6), ("::-1", 0)):
        program = PROGRAM.format(order=order, start=start)
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
        outputs.append({*done.stdout.splitlines()})
    assert len(outputs[0] & outputs[1]) == 6 * len(MODELS)


def test_the_choice_of_fields_stays_varied() -> None:
    kept = Counter(
        tuple(record.model_dump(exclude_none=True)) for record in generate_instances(Exclusive, 90)
    )
    assert len(kept) == 3


def refuse_most(value: str) -> str:
    """Refuse most texts for a reason that nobody can see."""
    if sum(map(ord, value)) % 11:
        raise ValueError("no")
    return value


def test_a_rule_that_cannot_be_learnt_is_repaired_for_each_record() -> None:
    model = create_model("Odd", word=(Annotated[str, AfterValidator(refuse_most)], ...))
    records = list(generate_instances(model, 60, 1))
    assert len({record.word for record in records}) > 20


class Owner(BaseModel):
    code: str
    pet: str = ""

    @field_validator("code")
    @classmethod
    def check(cls, code: str) -> str:
        if not code.startswith("own-"):
            raise ValueError("no")
        return code


class Pet(BaseModel):
    tag: str
    owner_code: str

    @field_validator("tag")
    @classmethod
    def check(cls, tag: str) -> str:
        if len(tag) != 5:
            raise ValueError("no")
        return tag


def test_linked_records_are_repaired_as_they_are_alone() -> None:
    config = GenerationConfig(link=("Pet.owner_code=Owner.code",))
    pets = [pet.owner_code for pet in generate_instances(Pet, 20, 1, config)]
    learn_lessons.cache_clear()
    owners = {owner.code for owner in generate_instances(Owner, 200, 1, config)}
    assert {*pets} <= owners


class Left(BaseModel):
    side: str
    weight: int

    @field_validator("side")
    @classmethod
    def check(cls, side: str) -> str:
        if side != "left":
            raise ValueError("side must be 'left'")
        return side


def count_calls(model: Any) -> int:
    """Return how many functions are called to repair the first record of *model*."""
    explain(model)  # planned before
    events: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, argument: events.update((event,)))
    try:
        next(generate_instances(model, 1, 1))
    finally:
        sys.setprofile(None)
    return events["call"]


def build_wide_model(member_count: int) -> Any:
    """Return a model of a list whose items are one of so many members."""
    members = [
        create_model(f"Right{number}", __base__=Left, **{f"f{number}": (int, ...)})
        for number in range(member_count)
    ]
    union = Union[tuple(members)]  # type: ignore[valid-type]
    items = (list[union], Field(min_length=8, max_length=8))
    return create_model("Wide", items=items)


def test_the_repair_of_wide_unions_is_linear_in_their_members() -> None:
    count_calls(build_wide_model(4))  # imports the strategies
    assert count_calls(build_wide_model(60)) < 5 * count_calls(build_wide_model(15))


def test_seeds_share_their_lessons() -> None:
    for seed in range(5):
        list(generate_instances(Part, 2, seed))
    assert learn_lessons.cache_info().misses == 1
