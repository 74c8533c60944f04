"""A module of TypedDicts, one for each model, with the fields that a declaration or a call may fix.

``pfg_fixture(User, UserOverrides(role=Role.ADMIN))`` lets a type checker see the keywords that a mapping hides.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen.emitters import names, source
from pytest_fixturegen.emitters.literals import (
    LiteralError,
    describe_type,
    find_symbol,
    make_class_name,
)
from pytest_fixturegen.emitters.source import FormError, Json, Symbol

ANY_TYPE = ["symbol", "typing", "Any"]


def describe_models(models: Sequence[Any]) -> list[dict[str, Json]]:
    """For each of *models*, and of the models within them: where it is, and the form of each field's type."""
    found: dict[Any, dict[str, Any]] = {}
    waiting = list(models)
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = _get_hints(model)
            waiting += [inner for hint in found[model].values() for inner in _find_models(hint)]
    return [
        {
            "symbol": _find_model_symbol(model),
            "type": describe_type(model),
            "fields": [[name, _describe_hint(hint)] for name, hint in hints.items()],
        }
        for model, hints in found.items()
    ]


def _find_model_symbol(model: Any) -> Json:
    """The module of *model*, and what it is called there; ``Page[User]`` is called ``PageUser``."""
    return (
        ["symbol", str(model.__module__), make_class_name(model.__name__)]
        if "[" in model.__name__
        else find_symbol(model)
    )


def build_overrides_module(
    reports: Sequence[Mapping[str, Json]], command: str, first_party: Sequence[str] | None = None
) -> str:
    """The source of the module that *reports* describe. Raises FormError for a report that is not of its form."""
    places = [_read_symbol(report) for report in reports]
    called = dict(
        zip(
            (json.dumps(report.get("type")) for report in reports), _make_names(places), strict=True
        )
    )
    found: set[Symbol] = set()
    local: dict[Symbol, str] = {}

    def spell(module: str, name: str) -> str:
        found.add((module, name))
        return names.spell_symbol(module, name, local)

    def write_blocks() -> list[str]:
        return [
            _format_class(name, _read_fields(report), called, spell)
            for name, report in zip(called.values(), reports, strict=True)
        ]

    write_blocks()  # once to see what is named, once to write it
    found.add(("typing", "TypedDict"))
    local |= names.choose_local_names(found, set(called.values()))
    blocks = write_blocks()
    roots = (
        {module.partition(".")[0] for module, _ in places} if first_party is None else first_party
    )
    imports = names.format_imports(local, with_re=False, with_pytest=False, first_party=roots)
    head = f'"""What may be fixed of each model, for type checkers.\n\nTo write it again:\n\n    {source.escape_text(command)}\n"""\n'
    future = "from __future__ import annotations\n"
    return "\n".join([head, future, imports, *("\n" + block for block in blocks)])


def _format_class(
    name: str,
    fields: Sequence[tuple[str, Json]],
    class_names: Mapping[str, str],
    spell: source.Spell,
) -> str:
    rows = [f"class {name}(TypedDict, total=False):"]
    for field, form in fields:
        rows += source.format_lines(
            source.read_form(_widen_form(form, class_names), spell), 4, f"{field}: "
        )
    return "\n".join(rows if fields else [*rows, "    pass"]) + "\n"


def _widen_form(form: Json, class_names: Mapping[str, str]) -> Json:
    """*form* with, beside each model of the module, the mapping that may stand for it."""
    name = class_names.get(json.dumps(form))
    match form:
        case _ if name:
            return [
                "or",
                [form, ["symbol", "builtins", name]],
            ]  # of this module, so spelled like a builtin
        case ["or", list(parts)]:
            return ["or", _flatten_unions(_widen_form(part, class_names) for part in parts)]
        case _:
            return form


def _flatten_unions(forms: Iterator[Json]) -> list[Json]:
    return [inner for form in forms for inner in (form[1] if form[0] == "or" else [form])]


def _make_names(symbols: Sequence[Symbol]) -> list[str]:
    """A name for each class: its own, with what it stands in where two would have the same."""
    lasts = [name.replace(".", "") for _, name in symbols]
    return [
        f"{last if lasts.count(last) == 1 else module.rpartition('.')[2].title() + last}Overrides"
        for (module, _), last in zip(symbols, lasts, strict=True)
    ]


def _read_symbol(report: Mapping[str, Json]) -> Symbol:
    match report.get("symbol"):
        case ["symbol", str(module), str(name)] if source.are_names(module, name):
            return module, name
        case _:
            raise FormError("A report of the child names no class.")


def _read_fields(report: Mapping[str, Json]) -> list[tuple[str, Json]]:
    match report.get("fields"):
        case list(fields) if all(isinstance(each, list) and len(each) == 2 for each in fields):
            return [(name, form) for name, form in fields if source.is_name(name)]
        case _:
            raise FormError("A report of the child holds no fields.")


def _get_hints(model: Any) -> dict[str, Any]:
    """The fields of *model* and their types."""
    fields = getattr(model, "__pydantic_fields__", None) or getattr(model, "model_fields", None)
    if isinstance(fields, dict):
        return {name: field.annotation for name, field in fields.items()}
    try:
        hints = typing.get_type_hints(model)
    except Exception:  # an annotation that only a type checker can resolve
        hints = dict.fromkeys(getattr(model, "__annotations__", {}), Any)
    if dataclasses.is_dataclass(model):
        return {
            field.name: hints.get(field.name, Any)
            for field in dataclasses.fields(model)
            if field.init
        }
    return hints


def _find_models(hint: Any) -> Iterator[Any]:
    """The models that *hint* is, or is one of: those for which a mapping may stand."""
    if isinstance(hint, type) and (hasattr(hint, "model_fields") or dataclasses.is_dataclass(hint)):
        yield hint
    elif typing.get_origin(hint) is typing.Union or type(hint).__name__ == "UnionType":
        for part in typing.get_args(hint):
            yield from _find_models(part)


def _describe_hint(hint: Any) -> Json:
    try:
        form = describe_type(hint)
        source.list_symbols(form)
    except (LiteralError, FormError):
        return ANY_TYPE
    return form
