"""Cases of a type: few records that cover its classes of values, and records that it refuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic_core import to_jsonable_python

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, seed_globals
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen._internal.user_code import Raised
from pytest_fixturegen.api.case_bases import CaseBase
from pytest_fixturegen.api.generate import resolve_settings
from pytest_fixturegen.cases.case_builder import Choice
from pytest_fixturegen.cases.case_set import CaseSet, build_cases
from pytest_fixturegen.cases.invalid_cases import InvalidSearch, InvalidSet
from pytest_fixturegen.cases.own_errors import find_json_validator
from pytest_fixturegen.cases.places import Place
from pytest_fixturegen.config.command_options import Cover
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import FixturegenError, MappingError, UsageError
from pytest_fixturegen.generator.json_output import encode_record
from pytest_fixturegen.generator.repair.record_source import Repaired

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")

COVERS: tuple[str, ...] = get_args(Cover)


def generate_cases(
    model: TypeForm[T],
    cover: Cover = "each",
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    max_cases: int | None = None,
) -> CaseSet[T]:
    """Return few valid records of *model* that together show every class of its values.

    Classes are the members of enums, literals and unions, True and False, None and a value, the
    bounds of numbers, lengths and sizes, and unusual but valid texts and moments. The values that
    a case does not vary are those of the first record of the seed.

    Args:
        model: Any type that a Pydantic TypeAdapter accepts, or a class of attrs or msgspec.
        cover: ``each`` shows each class of each place once, ``pairs`` and ``triples`` all
            combinations of two and three classes of different places, and ``bounds`` one bound or
            unusual value per record.
        seed: The seed; it takes precedence over that of *config*.
        config: The options of generation.
        max_cases: The most cases; the most valuable ones are kept, and ``not_covered`` says what
            is lost.

    Raises:
        UsageError: If *cover* is unknown or *max_cases* is below 1.
        MappingError: If no valid value of the type is found.
    """
    return find_cases(
        CaseBase(model, resolve_settings(config, seed)),
        cover,
        max_cases,
    )


def generate_invalid(
    model: Any,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    max_cases: int | None = None,
) -> InvalidSet:
    """Return, for each rule of *model*, a payload that breaks this rule alone.

    A payload is a JSON-ready value that differs from a valid one in one place, and comes with the
    error that the model itself reports. A change that the model accepts is not a case; if it has
    another type, ``findings`` lists it. Broken rules come before wrong types, since they find more
    bugs.

    Raises:
        UsageError: If *max_cases* is below 1.
        MappingError: If no valid value of the type is found.
    """
    return find_invalid(CaseBase(model, resolve_settings(config, seed)), max_cases)


def find_cases(
    base: CaseBase,
    cover: Cover,
    max_cases: int | None = None,
) -> CaseSet[Any]:
    """Return the cases of *base*; see :func:`generate_cases`."""
    if cover not in COVERS:
        raise UsageError(
            f"Unknown cover {cover!r}: expected {', '.join(COVERS[:-1])} or {COVERS[-1]}.",
        )
    _require_positive(max_cases)
    builder = base.make_builder()
    with seed_globals(PLANNING_WORD), allow_levels(builder.plan.levels):
        return build_cases(
            builder,
            cover,
            max_cases,
        )


def find_invalid(base: CaseBase, max_cases: int | None = None) -> InvalidSet:
    """Return the invalid records of *base*; see :func:`generate_invalid`."""
    _require_positive(max_cases)
    builder = base.make_builder()
    with seed_globals(PLANNING_WORD), allow_levels(builder.plan.levels):
        validate_json = find_json_validator(base.model, builder.plan.reading)
        return InvalidSearch(builder, validate_json).run(max_cases)


def list_places(base: CaseBase) -> list[Place]:
    """Return the places of *base* at which its cases differ, with the classes of each.

    Raises:
        MappingError: If no valid value of the type is found.
    """
    with seed_globals(PLANNING_WORD), allow_levels(base.make_plan().levels):
        return list(base.make_builder().places)


def build_case(base: CaseBase, choices: Sequence[Choice]) -> Any:
    """Return the record of *base* with the *choices* of a case.

    Raises:
        MappingError: If the model refuses that record.
    """
    with seed_globals(PLANNING_WORD):
        return _build_accepted(base, choices)[0]


def _build_accepted(base: CaseBase, choices: Sequence[Choice]) -> Repaired:
    """Return the record of *base* with *choices* and how it is drawn; raise if it is refused."""
    result = base.build(choices)
    if not isinstance(result, Raised):
        return result
    if isinstance(result.error, FixturegenError):
        raise result.error
    name = format_type(base.model)
    raise MappingError(
        f"{name} refuses the case with the values of record {base.index}: "
        f"{summarize_message(str(result.error), 1)}",
        hint="Give fewer overrides, or leave the case out.",
        model=name,
    ) from result.error


def iter_case_lines(base: CaseBase, found: CaseSet[Any]) -> Iterator[bytes]:
    """Yield the cases *found* of *base* as JSON, each a line without a line end.

    Raises:
        MappingError: If the model refuses a case with the values of its record.
    """
    plan = base.make_plan()
    for record in _iter_records(base, found):
        with seed_globals(PLANNING_WORD), allow_levels(plan.levels):
            line = encode_record(plan, *record)
        yield line


def list_case_records(base: CaseBase, found: CaseSet[Any]) -> list[Any]:
    """Return the records of the cases *found* of *base*, as :func:`iter_case_lines` writes them."""
    return [value for value, _ in _iter_records(base, found)]


def _iter_records(base: CaseBase, found: CaseSet[Any]) -> Iterator[Repaired]:
    """Yield the record of each case, and how it is drawn.

    If fields must be unique, each case differs from another record of the model.
    """
    is_unique = bool(base.make_plan().limits)
    for index, case in enumerate(found.cases):
        if is_unique and index:
            with seed_globals(PLANNING_WORD):
                placed = replace(base, index=index)
                yield _build_accepted(placed, case.shown)
        else:
            yield case.record, case.source


def iter_invalid_lines(found: InvalidSet) -> Iterator[bytes]:
    """Yield the invalid cases *found* as JSON, each a line without a line end."""
    for case in found:
        facts = {
            "id": case.id,
            "payload": case.payload,
            "path": case.path,
            "rule": case.rule,
            "loc": case.loc,
            "type": case.type,
            "ctx": case.ctx,
        }
        yield dumps(to_jsonable_python(facts, serialize_unknown=True))


def _require_positive(max_cases: int | None) -> None:
    if max_cases is not None and max_cases < 1:
        raise UsageError(f"Expected max_cases of at least 1, got {max_cases}.")
