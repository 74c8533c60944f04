"""Few records that show, together, each form that the values of a model have."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, cycle, repeat, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.api.generate import generate_instances, make_plan
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    CustomJsonShape,
    MappingShape,
    ModelShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
    UnionShape,
)

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")

CHANCE_OF_NONE = 0.25
"""How often an optional value is None, unless the configuration says so."""

USUAL_PATIENCE, LONG_PATIENCE = 50, 1000
"""Records without a new form that end the search: if no known form is missing, and in any case."""

MAX_RECORDS = 100_000
"""Maximum number of records to draw."""

Form = tuple[str, str]
"""The path of a value, and what it is there: a member, a type, None."""

Refs = Mapping[str, Shape]

Part = tuple[str, Shape, Any]
"""The path, the shape and the value of a part of a record."""


@dataclass(frozen=True, slots=True)
class FormReader:
    """How values of a shape are read.

    *list_known* returns all forms of the shape, if they can be listed, *name_form* the form of a
    value, and *list_parts* its parts.
    """

    list_known: Callable[[Any], Iterable[str]] = lambda shape: ()
    name_form: Callable[[Any, Any], str] = lambda shape, value: ""
    list_parts: Callable[[Any, Any, Refs], Iterable[Part]] = lambda shape, value, refs: ()


FORM_READERS: Mapping[type, FormReader] = {
    ChoiceShape: FormReader(
        list_known=lambda shape: map(repr, shape.values),
        name_form=lambda shape, value: repr(value),
    ),
    Scalar: FormReader(
        list_known=lambda shape: ("True", "False") if shape.kind == "bool" else (),
        name_form=lambda shape, value: str(value) if shape.kind == "bool" else "",
    ),
    OptionalShape: FormReader(
        list_known=lambda shape: ("None", "a value"),
        name_form=lambda shape, value: "None" if value is None else "a value",
        list_parts=lambda shape, value, refs: [("", shape.inner, value)] * (value is not None),
    ),
    UnionShape: FormReader(
        name_form=lambda shape, value: type(value).__name__,
        list_parts=lambda shape, value, refs: [
            (f"|{label}", member, value)
            for label, member in shape.members
            if getattr(unwrap_shape(member, refs), "cls", None) is type(value)
        ],
    ),
    CollectionShape: FormReader(
        list_parts=lambda shape, value, refs: [
            ("*", shape.item, each) for each in _get_items(value)
        ],
    ),
    MappingShape: FormReader(
        list_parts=lambda shape, value, refs: [
            ("*", shape.value, each) for each in getattr(value, "values", tuple)()
        ],
    ),
    TupleShape: FormReader(
        list_parts=lambda shape, value, refs: [
            (f"<{id(part)}>", part, each)
            for part, each in zip(
                chain(shape.items, cycle(shape.items[-1:])), _get_items(value), strict=False
            )
        ],
    ),
    ModelShape: FormReader(
        list_parts=lambda shape, value, refs: [
            (f".{each.name}", each.shape, _get_field(value, each.name)) for each in shape.fields
        ],
    ),
    RootShape: FormReader(
        list_parts=lambda shape, value, refs: [("", shape.inner, getattr(value, "root", None))],
    ),
}
"""The readers of the shapes that have several forms, or parts."""

NO_READER = FormReader()


def generate_coverage(
    model: TypeForm[T],
    seed: int | None = None,
    config: GenerationConfig | None = None,
) -> list[T]:
    """Return few instances of *model* that together show each form of its values.

    Forms are the members of enums, literals and unions, True and False, None and a value: in nested
    models and in items, too. Fields with a default are drawn. The result is for
    ``@pytest.mark.parametrize``. A form that validators refuse, or that is very rare, is left out.

    Raises:
        MappingError: If no valid value is found.
    """
    settings = config or GenerationConfig()
    settings = replace(
        settings,
        p_none=settings.p_none or CHANCE_OF_NONE,
        ignore_defaults=True,
    )
    plan = make_plan(model, settings)
    sizes = map(attrgetter("size"), plan.limits)  # unique fields have no more values
    records = generate_instances(
        model,
        min([MAX_RECORDS, *sizes]),
        seed,
        settings,
    )
    search = FormSearch(plan.reading)
    deque(takewhile(search.add_record, records), maxlen=0)
    return search.list_needed()


class FormSearch:
    """The records that showed a new form, and the forms that are still missing."""

    def __init__(self, reading: TypeReading) -> None:
        """Start without records of the type that *reading* describes."""
        self._reading = reading
        self._kept: list[tuple[Any, set[Form]]] = []
        self._seen: set[Form] = set()
        self._known: set[Form] = set()
        self._patience = 0

    def add_record(self, record: Any) -> bool:
        """Keep *record* if it shows a new form. Return whether to go on."""
        forms = set(self._find_forms(record))
        self._patience += 1
        if not forms <= self._seen:
            self._kept.append((record, forms))
            self._seen |= forms
            self._patience = 0
        is_complete = self._known <= self._seen
        return self._patience < (USUAL_PATIENCE if is_complete else LONG_PATIENCE)

    def list_needed(self) -> list[Any]:
        """Return the records without which a form would be missing."""
        for kept in [*reversed(self._kept)]:
            others = [forms for record, forms in self._kept if record is not kept[0]]
            if kept[1] <= set().union(*others):
                self._kept.remove(kept)
        return [record for record, _ in self._kept]

    def _find_forms(self, record: Any) -> Iterator[Form]:
        """Yield the forms of the values in *record*; remember all forms that they could have."""
        refs = self._reading.refs
        waiting: list[Part] = [("", self._reading.shape, record)]
        while waiting:
            path, shape, value = waiting.pop()
            shape = _unwrap_checks(shape, refs)
            reader = FORM_READERS.get(type(shape), NO_READER)
            self._known.update(zip(repeat(path), reader.list_known(shape), strict=False))
            yield path, reader.name_form(shape, value)
            for step, part, inner in reader.list_parts(shape, value, refs):
                waiting.append((path + step, part, inner))


def _unwrap_checks(shape: Shape, refs: Refs) -> Shape:
    """Return *shape* behind references and checks; unlike unwrap_shape(), None stays a value."""
    while isinstance(shape, ShapeRef | CheckedShape | CustomJsonShape):
        shape = refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape


def _get_items(value: Any) -> Collection[Any]:
    """Return the items of a collection; none if a validator made something else of it."""
    return value if isinstance(value, Collection) else ()


def _get_field(value: Any, name: str) -> Any:
    """Return a field of a TypedDict or of another model."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
