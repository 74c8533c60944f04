"""Builds a module with a TypedDict for each model, of the fields that a fixture may override.

``pfg_fixture(User, UserOverrides(role=Role.ADMIN))`` lets type checkers see keywords that a plain
mapping hides.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.emitters import names, report_checks, source, source_checks
from pytest_fixturegen.emitters.literals import (
    LiteralError,
    describe_type,
    find_symbol,
    make_class_name,
)
from pytest_fixturegen.emitters.source import FormError, Json, Symbol
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.table_classes import (
    build_table_model,
    is_plain_table,
    list_columns,
)
from pytest_fixturegen.introspection.readers.tables.annotations import find_bare_hint

ANY_TYPE = ["symbol", "typing", "Any"]

ADDRESS_NAMES = ("IPv4Address", "IPv6Address", "HttpUrl")
"""Types that rows of Django have the texts of."""


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
        return [
            "symbol",
            str(model.__module__),
            make_class_name(model.__name__),
        ]
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
    report_checks.require_reports(reports)
    symbols = [(report["symbol"][1], report["symbol"][2]) for report in reports]
    types = [_encode_type(report) for report in reports]
    if len(set(types)) < len(types):
        raise FormError("Two reports of the child describe one type.")
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
    parts = [
        source_checks.check_docstring(_format_docstring(command)),
        "from __future__ import annotations\n",
        source_checks.check_imports(imports),
    ]
    for name, text in zip(class_names.values(), classes, strict=True):
        parts.append("\n" + source_checks.check_definition(text, [name]))
    return "\n".join(parts)


def _encode_type(report: Mapping[str, Json]) -> str:
    """Return the type in *report* as a text that can be compared.

    Raises FormError if it is nested too deeply.
    """
    try:
        return json.dumps(report.get("type"))
    except RecursionError:
        raise FormError("A report of the child has a type that is nested too deeply.") from None


def _format_docstring(command: str) -> str:
    """Return the docstring of the module, which shows the *command* that writes it again."""
    shown = source_checks.escape_docstring(source.escape_text(command))
    return (
        '"""What may be fixed of each model, for type checkers.\n\n'
        f'To write it again:\n\n    {shown}\n"""\n'
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
        rows += _format_field(field, node)
    if not fields:
        rows.append("    pass")
    return "\n".join(rows) + "\n"


def _format_field(name: str, node: source.SourceNode) -> list[str]:
    """Return the lines of a field; a union on several lines has parentheses, as in ruff."""
    rows = source.format_lines(node, 4, f"{name}: ")
    if node.kind != "either" or len(rows) == 1:
        return rows
    return [f"    {name}: (", *source.format_lines(node, 8), "    )"]


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
    """Return a class name for each symbol: its own, with its module if two have the same.

    If that is not enough, the names are numbered.
    """
    bare_names = [name.replace(".", "") for _, name in symbols]
    bare_counts = Counter(bare_names)
    class_names: dict[str, None] = {}
    for (module, _), name in zip(symbols, bare_names, strict=True):
        prefix = "" if bare_counts[name] == 1 else module.rpartition(".")[2].title()
        choices = (f"{prefix}{name}{number}Overrides" for number in chain([""], count(2)))
        class_names[next(choice for choice in choices if choice not in class_names)] = None
    return list(class_names)


def _read_fields(report: Mapping[str, Json]) -> list[tuple[str, Json]]:
    """Return name and form of the fields of a checked *report*.

    Fields whose name is unusable in a class are left out.
    """
    fields = report.get("fields")
    if fields is None:
        raise FormError("A report of the child has no fields.")
    return [(name, form) for name, form in fields if source.is_name(name)]


def _get_django_hints(model: Any) -> dict[str, Any]:
    """Return the type of each field of *model*, of Django."""
    fields = build_table_model(model).model_fields
    return {name: _get_stored_type(field.annotation) for name, field in fields.items()}


def _get_stored_type(hint: Any) -> Any:
    """Return text for an address, which Django stores as one; other types as they are."""
    return str if getattr(hint, "__name__", "") in ADDRESS_NAMES else hint


@use_for_django(_get_django_hints)
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
    unknown = dict.fromkeys(
        getattr(model, "__annotations__", {}),
        Any,
    )
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
