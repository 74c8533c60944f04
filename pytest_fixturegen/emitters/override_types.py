"""Builds a module with a TypedDict for each model, of the fields that a fixture may override.

``pfg_fixture(User, UserOverrides(role=Role.ADMIN))`` lets type checkers see keywords that a plain
mapping hides.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.emitters import names, source
from pytest_fixturegen.emitters.literals import (
    LiteralError,
    describe_type,
    find_symbol,
    make_class_name,
)
from pytest_fixturegen.emitters.source import FormError, Json, Symbol
from pytest_fixturegen.introspection.readers.table_classes import is_plain_table, list_columns
from pytest_fixturegen.introspection.readers.tables.annotations import find_bare_hint

ANY_TYPE = ["symbol", "typing", "Any"]


def describe_models(models: Sequence[Any]) -> list[dict[str, Json]]:
    """Describe *models* and the models within them: symbol, type, and the types of the fields."""
    hints_by_model: dict[Any, dict[str, Any]] = {}
    waiting = list(models)
    while waiting:
        model = waiting.pop(0)
        if model in hints_by_model:
            continue
        hints = _get_hints(model)
        hints_by_model[model] = hints
        for hint in hints.values():
            waiting += _find_models(hint)
    return [_describe_model(model, hints) for model, hints in hints_by_model.items()]


def _describe_model(model: Any, hints: Mapping[str, Any]) -> dict[str, Json]:
    """Return the report on one model, with a form for the type of each field in *hints*."""
    return {
        "symbol": _find_model_symbol(model),
        "type": describe_type(model),
        "fields": [[name, _describe_hint(hint)] for name, hint in hints.items()],
    }


def _find_model_symbol(model: Any) -> Json:
    """Return the symbol of *model*; ``Page[User]`` is called ``PageUser``."""
    if "[" in model.__name__:
        return ["symbol", str(model.__module__), make_class_name(model.__name__)]
    return find_symbol(model)


def build_overrides_module(
    reports: Sequence[Mapping[str, Json]],
    command: str,
    first_party: Sequence[str] | None = None,
) -> str:
    """Return the source of the module that *reports* describe.

    *command* repeats the generation, and *first_party* are the packages to import last, by default
    those of the models. Raises FormError for a malformed report.
    """
    symbols = [_read_symbol(report) for report in reports]
    types = [json.dumps(report.get("type")) for report in reports]
    class_names = dict(zip(types, _make_class_names(symbols), strict=True))
    used_symbols: set[Symbol] = set()
    local_names: dict[Symbol, str] = {}

    def spell(module: str, name: str) -> str:
        """Remember that the module uses the symbol, and return its local name."""
        used_symbols.add((module, name))
        return names.spell_symbol(module, name, local_names)

    def write_classes() -> list[str]:
        """Return the source of all classes, with the local names that are known so far."""
        return [
            _format_class(name, _read_fields(report), class_names, spell)
            for name, report in zip(class_names.values(), reports, strict=True)
        ]

    write_classes()  # the first pass finds the symbols, which the second one can then name
    used_symbols.add(("typing", "TypedDict"))
    local_names |= names.choose_local_names(used_symbols, set(class_names.values()))
    classes = write_classes()
    if first_party is None:
        first_party = [module.partition(".")[0] for module, _ in symbols]
    imports = names.format_imports(
        local_names, with_re=False, with_pytest=False, first_party=first_party
    )
    parts = [_format_docstring(command), "from __future__ import annotations\n", imports]
    return "\n".join([*parts, *("\n" + text for text in classes)])


def _format_docstring(command: str) -> str:
    """Return the docstring of the module, which shows the *command* that writes it again."""
    return (
        '"""What may be fixed of each model, for type checkers.\n\n'
        f'To write it again:\n\n    {source.escape_text(command)}\n"""\n'
    )


def _format_class(
    name: str,
    fields: Sequence[tuple[str, Json]],
    class_names: Mapping[str, str],
    spell: source.Spell,
) -> str:
    """Return the source of a TypedDict in which every field is optional."""
    rows = [f"class {name}(TypedDict, total=False):"]
    for field, form in fields:
        node = source.read_form(_widen_form(form, class_names), spell)
        rows += source.format_lines(node, 4, f"{field}: ")
    if not fields:
        rows.append("    pass")
    return "\n".join(rows) + "\n"


def _widen_form(form: Json, class_names: Mapping[str, str]) -> Json:
    """Return *form*, in which the TypedDict of a model may replace the model."""
    name = class_names.get(json.dumps(form))
    if name:
        # The class is part of the same module, so it is spelled like a builtin.
        return ["or", [form, ["symbol", "builtins", name]]]
    match form:
        case ["or", list(members)]:
            widened = [_widen_form(member, class_names) for member in members]
            return ["or", _flatten_unions(widened)]
        case _:
            return form


def _flatten_unions(forms: Iterable[Json]) -> list[Json]:
    """Return *forms* with unions replaced by their members, as a union form must be flat."""
    flat: list[Json] = []
    for form in forms:
        flat += form[1] if form[0] == "or" else [form]
    return flat


def _make_class_names(symbols: Sequence[Symbol]) -> list[str]:
    """Return a class name for each symbol: its own, with its module if two have the same."""
    bare_names = [name.replace(".", "") for _, name in symbols]
    class_names = []
    for (module, _), name in zip(symbols, bare_names, strict=True):
        is_unique = bare_names.count(name) == 1
        prefix = "" if is_unique else module.rpartition(".")[2].title()
        class_names.append(f"{prefix}{name}Overrides")
    return class_names


def _read_symbol(report: Mapping[str, Json]) -> Symbol:
    """Return the class of an untrusted *report*. Raises FormError if its names are unusable."""
    match report.get("symbol"):
        case ["symbol", str(module), str(name)] if source.are_names(module, name):
            return module, name
        case _:
            raise FormError("A report of the child names no class.")


def _read_fields(report: Mapping[str, Json]) -> list[tuple[str, Json]]:
    """Return name and form of the fields of an untrusted *report*.

    Fields whose name is unusable in a class are left out; other malformed fields raise FormError.
    """
    match report.get("fields"):
        case list(fields) if all(map(_is_pair, fields)):
            return [(name, form) for name, form in fields if source.is_name(name)]
        case _:
            raise FormError("A report of the child has no fields.")


def _is_pair(entry: Json) -> bool:
    """Return whether *entry* has the two parts of a field: its name and its form."""
    return isinstance(entry, list) and len(entry) == 2


def _get_hints(model: Any) -> dict[str, Any]:
    """Return the type of each field of *model*."""
    fields = getattr(model, "__pydantic_fields__", None) or getattr(model, "model_fields", None)
    if isinstance(fields, dict):
        return {name: field.annotation for name, field in fields.items()}
    if is_plain_table(model):
        return {name: find_bare_hint(model, name) or Any for name, _ in list_columns(model)}
    hints = _evaluate_hints(model)
    if not dataclasses.is_dataclass(model):
        return hints
    fields_of_init = [field for field in dataclasses.fields(model) if field.init]
    return {field.name: hints.get(field.name, Any) for field in fields_of_init}


def _evaluate_hints(model: Any) -> dict[str, Any]:
    """Return the annotations of *model* as types, all of them Any if one cannot be evaluated."""
    # Evaluates the user's annotations, of which only type checkers know some.
    unknown = dict.fromkeys(getattr(model, "__annotations__", {}), Any)
    return call_or_default(lambda: typing.get_type_hints(model), unknown)


def _find_models(hint: Any) -> Iterator[Any]:
    """Yield the models that *hint* is, or is a union of: a mapping may replace these."""
    if _is_model_class(hint):
        yield hint
    elif _is_union(hint):
        for member in typing.get_args(hint):
            yield from _find_models(member)


def _is_model_class(hint: Any) -> bool:
    """Return whether *hint* is a class of Pydantic or a dataclass, whose fields are known."""
    if not isinstance(hint, type):
        return False
    return hasattr(hint, "model_fields") or dataclasses.is_dataclass(hint)


def _is_union(hint: Any) -> bool:
    """Return whether *hint* is a union, as ``Union[A, B]`` or as ``A | B``."""
    if typing.get_origin(hint) is typing.Union:
        return True
    return type(hint).__name__ == "UnionType"


def _describe_hint(hint: Any) -> Json:
    """Return the form of *hint*, or that of Any if no import reaches the type."""
    try:
        form = describe_type(hint)
        source.list_symbols(form)
    except (LiteralError, FormError):
        return ANY_TYPE
    return form
