"""Literals: described and printed values are equal again; others are refused by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Literal

import annotated_types
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from pytest_fixturegen.emitters.literals import (
    LiteralError,
    describe_type,
    describe_value,
    find_symbol,
)
from pytest_fixturegen.emitters.source import format_lines, list_symbols, read_form
from tests.emitters import zoo


def spelled(form: Any) -> str:
    """Return the source of a form, with every symbol looked up in its module."""
    return "\n".join(
        format_lines(
            read_form(
                form, lambda module, name: f"M[{module!r}].{name}" if module != "builtins" else name
            )
        )
    )


def written(value: Any, **settings: Any) -> str:
    form = describe_value(value, **settings)
    return "\n".join(format_lines(read_form(form, lambda _, name: name)))


def remade(value: Any) -> Any:
    """Evaluate the source of *value*, whose form went through both JSON libraries."""
    form = json.loads(json.dumps(orjson.loads(orjson.dumps(describe_value(value)))))
    for module, _ in list_symbols(form):
        __import__(module)
    return eval(f"({spelled(form)})", {"M": sys.modules})


def alike(one: Any, other: Any) -> bool:
    return type(one) is type(other) and (one == other or repr(one) == repr(other))


@pytest.mark.parametrize("value", zoo.VALUES, ids=lambda value: type(value).__name__)
def test_written_source_makes_an_equal_value(value: Any) -> None:
    assert alike(remade(value), value)


numbers = st.one_of(
    st.integers(),
    st.floats(allow_nan=False),
    st.decimals(allow_nan=False),
    st.fractions(),
    st.complex_numbers(allow_nan=False),
)
moments = st.one_of(
    st.datetimes(timezones=st.timezones()), st.datetimes(), st.dates(), st.times(), st.timedeltas()
)
odd_letters = st.characters(categories=["Cs", "Cc", "Cf", "Zl", "Zs", "Mn"])
words = st.one_of(st.text(), odd_letters, st.binary(), st.uuids(), st.ip_addresses())
scalars = st.one_of(st.none(), st.booleans(), numbers, moments, words)
keys = st.one_of(st.text(), st.integers(), st.dates(), st.tuples(st.text(), st.booleans()))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(keys, inner, max_size=4),
        st.lists(inner, max_size=3).map(tuple),
        st.sets(keys, max_size=3),
        st.frozensets(keys, max_size=3),
        st.builds(zoo.Open.model_construct, a=st.integers(), b=inner),
        st.dictionaries(st.text(), inner, max_size=3).map(
            lambda extra: zoo.Open.model_validate({"a": 1} | extra | {"a": 1})
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(values)
def test_nested_values_are_equal_after_a_round_trip(value: Any) -> None:
    again = remade(value)
    assert again == value
    assert describe_value(again) == describe_value(value)


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_is_one_printable_line(text: str) -> None:
    line = written(text)
    assert eval(line) == text
    assert line.isprintable()
    assert not set(line) & set("\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad")


def test_a_model_is_called_with_the_fields_that_were_set() -> None:
    user = zoo.User(id=1, name="Ann", address=zoo.Address(street="s"))
    assert written(user) == 'User(id=1, name="Ann", address=Address(street="s"))'


def test_keywords_are_the_aliases_that_the_constructor_accepts() -> None:
    assert (
        written(zoo.Aliased.model_validate({"fullName": "a", "howOld": 2}))
        == 'Aliased(fullName="a", howOld=2)'
    )
    assert written(zoo.ByName(full_name="a")) == 'ByName(full_name="a")'


def test_keys_that_are_not_names_use_model_validate() -> None:
    spaced = zoo.Spaced.model_validate({"full name": "x", "class": 2})
    assert written(spaced) == 'Spaced.model_validate({"full name": "x", "class": 2})'
    nested = zoo.Nested.model_validate({"o": {"a": 1, "list": [2, 3]}})
    assert written(nested) == 'Nested(o={"a": 1, "list": [2, 3]})'


def test_json_fields_are_written_as_json_text() -> None:
    encoded = zoo.Encoded.model_validate({"numbers": "[1]"})
    assert written(encoded) == 'Encoded(numbers="[1]")'


def test_values_of_random_default_factories_are_written() -> None:
    stamped = zoo.Stamped()
    assert written(stamped) == f'Stamped(id=UUID("{stamped.id}"))'


def test_as_dict_writes_a_model_as_the_mapping_it_accepts() -> None:
    aliased = zoo.Aliased.model_validate({"fullName": "a", "howOld": 2})
    assert (
        written([aliased, zoo.Point(1)], as_dict=True)
        == '[{"fullName": "a", "howOld": 2}, {"x": 1, "path": []}]'
    )


@pytest.mark.parametrize(
    "value",
    [value for value in zoo.OBJECTS if isinstance(value, BaseModel)],
    ids=lambda value: type(value).__name__,
)
def test_as_dict_mappings_validate_to_equal_models(value: BaseModel) -> None:
    form = describe_value(value, as_dict=True)
    assert type(value).model_validate(eval(f"({spelled(form)})", {"M": sys.modules})) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (zoo.Box[int | None] | None, "Box[int | None] | None"),
        (Callable[[int], str], "Callable[[int], str]"),
        (Annotated[int, annotated_types.Gt(3)], "Annotated[int, Gt(gt=3)]"),
        (tuple[int, ...], "tuple[int, Ellipsis]"),
        (Literal["a", zoo.Color.RED], 'Literal["a", Color.RED]'),
        (type(None), "None"),
    ],
    ids=str,
)
def test_types_are_written_as_annotations(kind: Any, text: str) -> None:
    assert "\n".join(format_lines(read_form(describe_type(kind), lambda _, name: name))) == text


def test_as_dict_writes_a_root_model_as_its_root() -> None:
    assert written(zoo.Tags(["a"]), as_dict=True) == '["a"]'


def test_pydantic_time_zones_are_written_as_standard_ones() -> None:
    when = TypeAdapter(datetime).validate_python("2024-01-05T09:30:00+02:00")
    assert written(when) == "datetime(2024, 1, 5, 9, 30, tzinfo=timezone(timedelta(hours=2)))"


def test_symbols_are_imported_from_public_packages() -> None:
    assert find_symbol(BaseModel) == ["symbol", "pydantic", "BaseModel"]


def local_model() -> BaseModel:
    class Local(BaseModel):
        pass

    return Local()


def ring() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


def tower() -> list[Any]:
    value: list[Any] = []
    for _ in range(200):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (zoo.Opaque(), "tests.emitters.zoo.Opaque"),
        (local_model(), "Local cannot be written as source: it is made inside a function"),
        ([{"a": local_model()}], "Local"),
        (lambda: None, "lambda"),
        (
            zoo.Unstable.model_construct(count=1),
            "Unstable cannot be written as source: it does not accept its own count",
        ),
        (zoo.User.model_construct(id="x", name="a"), "User"),
        (zoo.Twisted(1, 2), "Twisted"),
        (
            TypeAdapter(zoo.Labelled).validate_python({"full name": "x"}),
            "Labelled cannot be .* is not a name",
        ),
        (zoo.Moved(1), "elsewhere has no such name"),
        (ring(), "contains itself"),
        (tower(), "nests more than 180 levels deep"),
        (os.system, "posix.system"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_values_without_source_are_refused_by_name(value: Any, words: str) -> None:
    if value is os.system:
        assert describe_value(value)[0] == "symbol"  # may be named, but not called
        return
    with pytest.raises(LiteralError, match=words):
        describe_value(value)


@pytest.mark.parametrize("hash_seed", ["0", "1", "77"])
def test_sets_are_written_alike_for_every_hash_seed(hash_seed: str) -> None:
    code = (
        "from pytest_fixturegen.emitters.literals import describe_value\n"
        "from decimal import Decimal; import json\n"
        "numbers = {'b', 'a', 'c', 10, 9, 1.5, None, (1, 'x'), Decimal(3)}\n"
        "print(json.dumps(describe_value([numbers, frozenset('hello')])))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        check=True,
        capture_output=True,
    )
    texts = [form[1] for form in json.loads(run.stdout)[1][1][1]]
    assert texts == ["e", "h", "l", "o"]
    assert [form[1] for form in json.loads(run.stdout)[1][0][1]][:3] == [1.5, 9, 10]
