"""Coverage of classes: the classes of values that none of the drawn records of a model shows.

Only choices and bounds count. Unusual values are many, and ordinary data does not have them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from datetime import datetime, time
from functools import partial
from typing import Any

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.api import cases
from pytest_fixturegen.api.case_bases import CaseBase
from pytest_fixturegen.cases.options import Option
from pytest_fixturegen.cases.places import NONE, VALUE, Place
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor.report import ExerciseReport, UnreachedClasses
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Constant, unwrap_node

MAX_TRIED_CLASSES = 60
"""Classes of a model up to which their pairs are tried: the work grows with the square of them."""

MAX_TEXT_LENGTH = 200

TITLE_STEP = re.compile(r"\[[^\]]*\]|[^.\[]+")
"""A step of the title of a place: ``[0]`` for an item, or the name of a field."""

ITEM_COUNT = re.compile(r"(?:all )?(\d+)(?: items)?")
"""The name of the class of collections with so many items."""

Shows = Callable[[Any, Any], bool]
"""Returns whether a value, the first argument, is of the class that the second one shows."""

SHOWS_BY_NAME: Mapping[str, Shows] = {
    NONE: lambda value, shown: value is None,
    VALUE: lambda value, shown: value is not None,
    "empty": lambda value, shown: isinstance(value, Sized) and not value,
    "shortest": lambda value, shown: _measure(value) == _measure(shown),
    "longest": lambda value, shown: _measure(value) == _measure(shown),
    "beyond ASCII": lambda value, shown: not str(value).isascii(),
    "whitespace": lambda value, shown: str(value).isspace(),
    "negative": lambda value, shown: value < type(value)(0),
    "one": lambda value, shown: _measure(value) == 1,
    "repeated item": lambda value, shown: _has_repeated_item(value),
    "naive": lambda value, shown: isinstance(value, datetime | time) and value.tzinfo is None,
}
"""Predicates for the classes that many values belong to; the other classes are single values."""


def examine_exercise(
    model: Any,
    config: GenerationConfig,
    records: Sequence[Any],
) -> ExerciseReport | None:
    """Return which classes of *model* none of *records* shows, and what its cases found out.

    Return None if the model has no valid record from which cases could differ.
    """
    base = CaseBase(model, config)
    try:
        places = cases.list_places(base)
        classes = [option for place in places for option in place.options if is_looked_for(option)]
        refused = _list_refused(base) if len(classes) <= MAX_TRIED_CLASSES else None
        coercions = cases.find_invalid(base).findings
    except MappingError:
        return None
    return ExerciseReport(
        classes=len(classes),
        unreached=tuple(_list_unreached(places, records)),
        refused=None if refused is None else _shorten_texts(refused),
        coercions=_shorten_texts(map(str, coercions)),
    )


def _list_refused(base: CaseBase) -> list[str]:
    """Return the combinations of two classes that validators refuse, each with the reason."""
    return [
        f"{', '.join(f'{place}={label}' for place, label in each.choices)}: {each.reason}"
        for each in cases.find_cases(base, "pairs").refused
    ]


def is_looked_for(option: Option) -> bool:
    """Return whether ordinary data could be expected to show *option*, and a value tells it."""
    if option.kind == "sample":
        return False
    is_known = option.name in SHOWS_BY_NAME or ITEM_COUNT.fullmatch(option.name) is not None
    return is_known or option.is_member or _find_constant(option) is not None


def _shorten_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Return *texts*, each cut to a readable length."""
    return tuple(shorten(text, MAX_TEXT_LENGTH) for text in texts)


def _list_unreached(places: Sequence[Place], records: Sequence[Any]) -> Iterator[UnreachedClasses]:
    """Yield the classes of each place that none of *records* shows."""
    for place in places:
        wanted = [option for option in place.options if is_looked_for(option)]
        values = [value for record in records for value in read_values(record, place.title)]
        missed = [option.name for option in wanted if not _is_shown(option, values)]
        if missed:
            yield UnreachedClasses(
                place.title,
                len(wanted),
                tuple(missed),
            )


def read_values(record: Any, title: str) -> list[Any]:
    """Return the values that *record* has at the place *title*: those of all items of a list."""
    values = [record]
    for step in TITLE_STEP.findall(title):
        inner: list[Any] = []
        for value in values:
            inner.extend(_list_items(value) if step.startswith("[") else _read_field(value, step))
        values = inner
    return values


def _list_items(value: Any) -> Collection[Any]:
    """Return the items of a list or the values of a mapping; none of anything else."""
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, Collection) and not isinstance(value, str | bytes) else ()


def _read_field(value: Any, name: str) -> list[Any]:
    """Return a list of the field *name* of *value*; empty if *value* has no such field."""
    if isinstance(value, Mapping):
        return [value[name]] if name in value else []
    absent = object()
    # A property of the user may raise anything.
    found = call_or_default(
        lambda: getattr(
            value,
            name,
            absent,
        ),
        absent,
    )
    return [] if found is absent else [found]


def _is_shown(option: Option, values: Sequence[Any]) -> bool:
    """Return whether one of *values* is of the class *option*."""
    shows = _choose_predicate(option)
    shown = _find_constant(option)
    shown_value = shown.value if shown is not None else None

    def is_of_class(value: Any) -> bool:
        # Values of the user's types may refuse to be compared.
        return call_or_default(
            partial(
                shows,
                value,
                shown_value,
            ),
            False,
        )

    return any(map(is_of_class, values))


def _choose_predicate(option: Option) -> Shows:
    """Return the predicate for values of the class *option*."""
    if option.is_member:
        label = option.name.partition("[")[0]
        return lambda value, _: type(value).__name__ == label
    if option.name in SHOWS_BY_NAME:
        return SHOWS_BY_NAME[option.name]
    count = ITEM_COUNT.fullmatch(option.name)
    if count is not None and option.has_items:
        return lambda value, _: _measure(value) == int(count[1])
    return _is_equal


def _is_equal(value: Any, shown: Any) -> bool:
    """Return whether *value* is *shown*: 1 is not True."""
    return isinstance(value, bool) == isinstance(shown, bool) and bool(value == shown)


def _find_constant(option: Option) -> Constant | None:
    """Return the only value that *option* draws; None if it draws several."""
    if not option.changes:
        return None
    node = option.changes[0][1].node
    inner = unwrap_node(
        getattr(
            node,
            "inner",
            node,
        )
    )
    return inner if isinstance(inner, Constant) else None


def _measure(value: Any) -> int:
    """Return the length of *value*; -1 without one."""
    return len(value) if isinstance(value, Sized) else -1


def _has_repeated_item(value: Any) -> bool:
    """Return whether an item of *value* occurs twice."""
    items = [*_list_items(value)]
    return any(item in items[:position] for position, item in enumerate(items))
