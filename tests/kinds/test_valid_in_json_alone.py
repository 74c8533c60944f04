"""Types that read one thing in JSON and another in Python: instances are valid as both."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any

import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetPydanticSchema,
    InstanceOf,
    create_model,
    field_validator,
)
from pydantic_core import CoreSchema
from pydantic_core import core_schema as schemas

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.errors import MappingError

MANY = 12


class ObjectId:
    """A class with a check of its own, like that of MongoDB."""

    def __init__(self, text: Any) -> None:
        if not self.is_valid(text):
            raise ValueError("the identifier is invalid")
        self.text = str(text)

    @staticmethod
    def is_valid(text: Any) -> bool:
        return bool(re.fullmatch("[0-9a-f]{24}", str(text)))

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ObjectId) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


def check(value: Any) -> ObjectId:
    if not ObjectId.is_valid(value):
        raise ValueError("Invalid ObjectId")
    return ObjectId(value)


def check_or_keep(value: Any, _: Any) -> ObjectId:
    return value if isinstance(value, ObjectId) else check(value)


def require_instance(value: Any) -> ObjectId:
    assert isinstance(value, ObjectId)
    return value


def read_by_mode(value: Any, info: Any) -> ObjectId:
    return ObjectId(value) if info.mode == "json" else require_instance(value)


TEXT = schemas.str_schema()
AS_TEXT = schemas.to_string_ser_schema()
INSTANCE = schemas.is_instance_schema(ObjectId)
CHECKED = schemas.chain_schema([TEXT, schemas.no_info_plain_validator_function(check)])
BUILT = schemas.no_info_after_validator_function(ObjectId, TEXT)


def two_schemas(json: CoreSchema, python: CoreSchema) -> CoreSchema:
    return schemas.json_or_python_schema(json, python, serialization=AS_TEXT)


IDENTIFIERS = {
    "a text in JSON, an instance or a checked text in Python": two_schemas(
        TEXT, schemas.union_schema([INSTANCE, CHECKED])
    ),
    "an instance or a checked text in both": schemas.union_schema(
        [INSTANCE, CHECKED], serialization=AS_TEXT
    ),
    "a text in JSON, an instance in Python": two_schemas(TEXT, INSTANCE),
    "built in JSON, an instance in Python": two_schemas(BUILT, INSTANCE),
    "built in JSON, a function asks for an instance": two_schemas(
        BUILT, schemas.no_info_plain_validator_function(require_instance)
    ),
    "a text in JSON, a function in Python": two_schemas(
        TEXT, schemas.no_info_plain_validator_function(check)
    ),
    "a function that knows instances": schemas.with_info_plain_validator_function(
        check_or_keep, serialization=AS_TEXT
    ),
    "a function that asks for the mode": schemas.with_info_plain_validator_function(
        read_by_mode, serialization=AS_TEXT
    ),
}


def check_both_ways(model: Any) -> list[Any]:
    """Return records of *model* after checking that it takes them, and their JSON, again."""
    records = list(generate_instances(model, MANY, seed=1))
    for record in records:
        model.model_validate(dict(record))
        model.model_validate_json(record.model_dump_json(by_alias=True))
    for line in generate_lines(model, MANY, seed=1):
        model.model_validate_json(line)
    return records


@pytest.mark.parametrize("name", IDENTIFIERS)
def test_an_identifier_is_an_instance_that_python_takes(name: str) -> None:
    kind = Annotated[Any, GetPydanticSchema(lambda _, __: IDENTIFIERS[name])]
    model = create_model("Item", id=(kind, ...), others=(list[kind], Field(min_length=1)))  # type: ignore[valid-type]
    records = check_both_ways(model)
    ids = [each for record in records for each in (record.id, *record.others)]
    assert {type(each) for each in ids} == {ObjectId}
    assert len(set(ids)) == len(ids)


class Amount:
    """A number of a foreign library: only its instances are taken in Python."""

    def __init__(self, value: float) -> None:
        if abs(value) > 1e6:
            raise OverflowError("too large")
        self.value = float(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return schemas.json_or_python_schema(
            schemas.no_info_after_validator_function(cls, schemas.float_schema(ge=5)),
            schemas.is_instance_schema(cls),
            serialization=schemas.plain_serializer_function_ser_schema(
                lambda amount: amount.value, when_used="json"
            ),
        )


class Series(Amount):
    """The same for a list of numbers."""

    def __init__(self, values: Any) -> None:
        self.value = list(values)  # type: ignore[assignment]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return schemas.json_or_python_schema(
            schemas.no_info_after_validator_function(
                cls, schemas.list_schema(schemas.int_schema(), min_length=2)
            ),
            schemas.is_instance_schema(cls),
            serialization=schemas.plain_serializer_function_ser_schema(
                lambda series: series.value, when_used="json"
            ),
        )


class Measured(BaseModel):
    amount: Amount
    series: Series


def test_json_numbers_become_instances_of_a_foreign_class() -> None:
    records = check_both_ways(Measured)
    assert all(record.amount.value >= 5 for record in records)
    assert all(len(record.series.value) >= 2 for record in records)
    assert len({record.amount.value for record in records}) > MANY // 2


class Phone(str):
    """A text with a pattern that only its class knows."""

    PATTERN = re.compile(r"^\+\d{2}-\d{7}$")

    def __new__(cls, text: str) -> Phone:
        if not cls.PATTERN.match(text):
            raise ValueError("not a phone number")
        return super().__new__(cls, text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        python = schemas.no_info_after_validator_function(cls, TEXT)
        return two_schemas(TEXT, schemas.union_schema([schemas.is_instance_schema(cls), python]))


class Plate:
    """A class that Pydantic does not know."""

    PATTERN = re.compile(r"[A-Z]{3} \d{3}")

    def __init__(self, text: str) -> None:
        if not self.PATTERN.fullmatch(text):
            raise ValueError("this is no plate")
        self.text = text


class Contact(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    phone: Phone
    plate: InstanceOf[Plate]
    other_plates: list[Plate] = Field(min_length=1)


def test_a_pattern_in_the_constructor_is_kept() -> None:
    records = list(generate_instances(Contact, MANY, seed=1))
    for record in records:
        Contact.model_validate(dict(record))
        assert type(record.phone) is Phone
        assert all(Plate.PATTERN.fullmatch(each.text) for each in record.other_plates)
    assert len({record.plate.text for record in records}) == MANY


class ByConstructor(BaseModel):
    plate: Annotated[
        Any, GetPydanticSchema(lambda _, __: schemas.no_info_plain_validator_function(Plate))
    ]


def test_a_class_that_validates_gets_its_argument() -> None:
    assert all(type(each.plate) is Plate for each in generate_instances(ByConstructor, MANY, 1))


class TextOnly(BaseModel):
    """Another field is only read as JSON writes it."""

    id: Annotated[
        Any,
        GetPydanticSchema(
            lambda _, __: two_schemas(TEXT, schemas.union_schema([INSTANCE, CHECKED]))
        ),
    ] = Field(alias="_id")
    at: datetime

    @field_validator("at", mode="before")
    @classmethod
    def read_text(cls, value: Any) -> Any:
        if isinstance(value, datetime):
            raise ValueError("this must be what JSON has")
        return value


def test_a_record_that_is_repaired_as_json_has_instances_too() -> None:
    assert {type(each.id) for each in generate_instances(TextOnly, MANY, 1)} == {ObjectId}


def test_the_class_refuses_a_given_value_in_its_own_words() -> None:
    with pytest.raises(MappingError, match="this is no plate"):
        build_instance(Contact, GenerationConfig(), "key", overrides={"plate": {"text": "?"}})


MESSAGES = ("{} is not a valid ObjectId", "a 24-character hex string is needed", "Bad BSON")


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_that_names_an_object_id_is_enough(message: str) -> None:
    def judge(value: Any) -> str:
        # the check is hidden in a table, as compiled code would be
        if len(str(value)) != int("24") or not set(str(value)) <= set("0123456789abcdef"):
            raise ValueError(message.format(value))
        return str(value)

    kind = Annotated[
        Any, GetPydanticSchema(lambda _, __: schemas.no_info_plain_validator_function(judge))
    ]
    model = create_model("Item", id=(kind, ...))
    assert len({each.id for each in generate_instances(model, MANY, 1)}) == MANY


class Typed(BaseModel):
    """Its fields have the names of keys of core schemas."""

    type: Annotated[Any, GetPydanticSchema(lambda _, __: next(iter(IDENTIFIERS.values())))]
    schema_: str = Field(alias="schema")
    cls: int
    metadata: dict[str, str]
    function: bool


def test_fields_may_have_the_names_of_keys_of_schemas() -> None:
    assert {type(each.type) for each in generate_instances(Typed, MANY, 1)} == {ObjectId}
