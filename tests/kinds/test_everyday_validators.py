"""Everyday rules of validators, placed on a field, on the model and in an annotation.

``python -m tests.kinds.test_everyday_validators`` writes the table of the rules into the docs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, Optional
from uuid import UUID

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    create_model,
    field_validator,
    model_validator,
)

from pytest_fixturegen import generate_instances
from pytest_fixturegen.errors import MappingError
from tests.kinds.everyday_rules import RECORD_RULES, RULES, RecordRule, Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "engine.md"
BEGIN, END = (
    "<!-- everyday rules: generated from the tests -->\n",
    "<!-- end of everyday rules -->\n",
)
PLACES = ("field", "model", "annotated")
SEVERAL = 10
"""Records that are drawn of each model."""

MODEL_VALIDATORS = {
    "after": "def check_record(self):\n    check(self.{name})\n    return self",
    "before": "def check_record(data):\n    return {{**data, '{name}': check(data['{name}'])}}",
}
"""Validators of models as they are written: the code names the field."""


def build_model(rule: Rule, place: str) -> type[BaseModel]:
    """Return a model whose field *rule* checks at *place*."""
    name, kind = rule.field, rule.kind
    validators: dict[str, Any] = {}
    if place == "annotated":
        annotation = AfterValidator if rule.mode == "after" else BeforeValidator
        kind = Annotated[kind, annotation(rule.check)]
    elif place == "field":
        validators["check"] = field_validator(name, mode=rule.mode)(staticmethod(rule.check))
    else:
        names: dict[str, Any] = {"check": rule.check, "__name__": __name__}
        exec(MODEL_VALIDATORS[rule.mode].format(name=name), names)
        check = names["check_record"]
        validator = check if rule.mode == "after" else staticmethod(check)
        validators["check"] = model_validator(mode=rule.mode)(validator)
    fields: dict[str, Any] = {"label": (str, ...), name: (kind, ...), "position": (int, ...)}
    return create_model("Trip", __validators__=validators, **fields)


def build_record_model(rule: RecordRule, place: str) -> type[BaseModel]:
    """Return a model whose fields *rule* compares: in the last field, the model, or around it."""
    fields: dict[str, Any] = {"reading_id": (UUID, ...)}
    for name, kind in rule.fields.items():
        fields[name] = (kind, None if kind == Optional[str] else ...)
    if place == "annotated":
        trip = create_model("Trip", **fields)
        checked = Annotated[trip, AfterValidator(make_check(rule.check))]
        return create_model("Tour", trip=(checked, ...))
    validators: dict[str, Any] = {"check": model_validator(mode="after")(make_check(rule.check))}
    if place == "field":
        last = list(rule.fields)[-1]
        check = make_field_check(rule.check, last)
        validators["check"] = field_validator(last)(staticmethod(check))
    config = ConfigDict(validate_default=True)
    return create_model("Trip", __config__=config, __validators__=validators, **fields)


def make_check(check: Callable[[Any], None]) -> Callable[[Any], Any]:
    """Return a validator of records that calls *check*."""

    def check_record(record: Any) -> Any:
        check(record)
        return record

    return check_record


def make_field_check(check: Callable[[Any], None], name: str) -> Callable[..., Any]:
    """Return a validator of the field *name* that calls *check* with the fields before it, too."""

    def check_field(value: Any, info: ValidationInfo) -> Any:
        check(SimpleNamespace(**info.data, **{name: value}))
        return value

    return check_field


def name_rule(rule: Rule | RecordRule) -> str:
    """Return the words of *rule*."""
    return rule.check.__name__.replace("_", " ")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("rule", RULES, ids=name_rule)
def test_a_rule_about_one_value_is_served(rule: Rule, place: str) -> None:
    model = build_model(rule, place)
    records = list(generate_instances(model, SEVERAL, 1))
    assert len({repr(getattr(record, rule.field)) for record in records}) >= rule.values
    assert list(generate_instances(model, 1, 1, start=7)) == [records[7]]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("rule", RECORD_RULES, ids=name_rule)
def test_a_rule_about_several_fields_is_served(rule: RecordRule, place: str) -> None:
    model = build_record_model(rule, place)
    records = list(generate_instances(model, SEVERAL, 1))
    assert len(set(map(repr, records))) == SEVERAL
    assert list(generate_instances(model, 1, 1, start=7)) == [records[7]]


def refuse(value: str) -> str:
    """Refuse every text."""
    raise ValueError("it is never right")


def crash(value: str) -> str:
    """Fail on every text."""
    raise AttributeError("it has nothing of the kind")


@pytest.mark.parametrize("check", [refuse, crash])
@pytest.mark.parametrize("place", PLACES)
def test_an_error_names_the_field_and_the_rule(place: str, check: Callable[[Any], Any]) -> None:
    model = build_model(Rule(str, check, "code"), place)
    with pytest.raises(MappingError) as caught:
        next(generate_instances(model, 1, 1))
    assert re.search("it is never right|it has nothing of the kind", caught.value.message)
    if place == "model" and check is refuse:
        assert caught.value.hint.startswith("The validator reads code: override what it refuses.")
    else:
        assert caught.value.message.startswith("Trip.code is refused")


def test_an_error_of_a_validator_of_items_names_the_item() -> None:
    stops = Annotated[list[Annotated[str, BeforeValidator(crash)]], Field(min_length=1)]
    model = create_model("Trip", stops=(stops, ...))
    with pytest.raises(MappingError, match=r"^Trip\.stops\.0 is refused"):
        next(generate_instances(model, 1, 1))


def render_table() -> str:
    """Return the table of the rules, with a value that is drawn for each."""
    lines = ["| rule | type | a value that is drawn |", "|---|---|---|"]
    lines += [f"{row}" for row in _iter_rows()]
    return "".join(f"{line}\n" for line in lines)


def _iter_rows() -> Iterator[str]:
    """Yield a row for each rule."""
    for rule in RULES:
        record = next(generate_instances(build_model(rule, "field"), 1, 1))
        kind = getattr(rule.kind, "__name__", str(rule.kind))
        if "[" in str(rule.kind):
            kind = str(rule.kind)
        value = _show(getattr(record, rule.field))
        yield f"| {name_rule(rule)} | `{kind}` | `{value}` |"
    for record_rule in RECORD_RULES:
        record = next(generate_instances(build_record_model(record_rule, "model"), 1, 1))
        names = ", ".join(record_rule.fields)
        values = ", ".join(_show(getattr(record, name)) for name in record_rule.fields)
        yield f"| {name_rule(record_rule)} | {names} | `{values}` |"


def _show(value: Any) -> str:
    """Return *value* as the table shows it."""
    return str(value).replace("|", "\\|")


def test_the_docs_show_a_value_for_each_rule() -> None:
    text = PAGE.read_text("utf-8")
    table = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    assert table == render_table(), "run: python -m tests.kinds.test_everyday_validators"


if __name__ == "__main__":
    page = PAGE.read_text("utf-8")
    start, stop = page.index(BEGIN) + len(BEGIN), page.index(END)
    PAGE.write_text(page[:start] + render_table() + page[stop:], "utf-8")
