"""Builds a module of pytest fixtures from described values; equal input gives equal text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain
from typing import Literal, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.emitters import names, payload_changes, source, source_checks
from pytest_fixturegen.emitters.source import Json, SourceNode, Spell, Symbol

FixtureStyle: TypeAlias = Literal["functions", "factory", "class"]
WriteCase: TypeAlias = Callable[[Json, int], list[str]]
"""Returns the lines of a case at an indentation."""

_MAPPING_TYPE = [
    "generic",
    ["symbol", "builtins", "dict"],
    [["symbol", "builtins", "str"], ["symbol", "typing", "Any"]],
]
_ANY_TYPE = ["symbol", "typing", "Any"]
_LABEL_FIELDS = "name full_name fullName username title slug label code key role kind type".split()
"""Fields that may label a case, the best first."""

_MAX_LABEL_LENGTH = 30
"""Characters."""


@dataclass(frozen=True, slots=True)
class FixtureSpec:
    """One fixture to write: the symbol of its model, and its described values, the *cases*.

    *annotation* is the described type if the model is more than a class, such as ``Box[int]``. If
    *is_unnamed*, the model is not a class, and its name is made up. *labels* are the ids of the
    cases, if they have some. If there is a *base*, a described payload, the cases are invalid: each
    is a change of it.
    """

    model_module: str
    model_qualname: str
    cases: tuple[Json, ...]
    annotation: Json = None
    is_unnamed: bool = False
    labels: tuple[str, ...] = ()
    base: Json = None

    @property
    def type(self) -> Json:
        """The form of the type of the values."""
        return self.annotation or ["symbol", self.model_module, self.model_qualname]


@dataclass(frozen=True, slots=True)
class ModuleHeader:
    """Facts about the origin of the module; without a date or path of one machine."""

    version: str
    seed: str
    digest: str
    command: str


@dataclass(frozen=True, slots=True)
class _ResolvedFixture:
    """A fixture with its final name, its noun for docstrings, and the type that it returns.

    *labels* are the ids of its cases, and *base* is the valid payload if they are invalid.
    """

    name: str
    noun: str
    cases: tuple[Json, ...]
    type: Json
    scope: str
    labels: tuple[str, ...]
    base: Json = None

    @property
    def has_one_case(self) -> bool:
        """Return whether the fixture has a single case, so that it needs no parameters."""
        return len(self.cases) == 1


def build_fixtures_module(
    specs: Sequence[FixtureSpec],
    *,
    style: FixtureStyle,
    scope: str,
    return_type: Literal["model", "dict"],
    header: ModuleHeader,
    first_party: Collection[str] | None = None,
) -> str:
    """Return the source of the module, as ruff formats it. Raises FormError for a malformed form.

    *first_party* are the packages to import last, by default those of the models.
    """
    build = {"functions": _build_function, "factory": _build_factory, "class": _build_class}[style]
    fixtures = _resolve_fixtures(
        specs,
        scope,
        return_type,
    )
    used_symbols: set[Symbol] = set()
    local_names: dict[Symbol, str] = {}

    def spell(module: str, name: str) -> str:
        """Remember that the module uses the symbol, and return its local name."""
        used_symbols.add((module, name))
        return names.spell_symbol(
            module,
            name,
            local_names,
        )

    for fixture in fixtures:  # the first pass finds the symbols, which the second one can name
        build(fixture, spell)
    local_names |= names.choose_local_names(used_symbols, _list_defined_names(fixtures))
    blocks = [
        source_checks.check_definition(
            "\n".join(build(fixture, spell)), _list_names(fixture, style)
        )
        for fixture in fixtures
    ]
    if first_party is None:
        first_party = {spec.model_module.split(".")[0] for spec in specs}
    parts = [source_checks.check_docstring(_build_docstring(header))]
    if specs:
        with_re = any(module == "re" for module, _ in used_symbols)
        imports = names.format_imports(
            local_names,
            with_re=with_re,
            first_party=first_party,
        )
        parts.append(source_checks.check_imports(imports))
    return "\n".join([*parts, *(f"\n{block}\n" for block in blocks)])


def _list_names(fixture: _ResolvedFixture, style: FixtureStyle) -> list[str]:
    """Return the name that the source of *fixture* defines, after that of its class if any."""
    if style == "class":
        return [names.make_group_name(fixture.name), fixture.name]
    return [f"make_{fixture.name}" if style == "factory" else fixture.name]


def _list_defined_names(fixtures: Sequence[_ResolvedFixture]) -> set[str]:
    """Return every name that a module with *fixtures* may define, in any style."""
    defined = set()
    for fixture in fixtures:
        defined |= {fixture.name, f"make_{fixture.name}", names.make_group_name(fixture.name)}
    return defined


def _resolve_fixtures(
    specs: Sequence[FixtureSpec],
    scope: str,
    return_type: str,
) -> list[_ResolvedFixture]:
    """Return the fixtures in the order of *specs*, with distinct names.

    Raises FormError for a malformed form, before anything is written.
    """
    for spec in specs:
        _check_forms(spec)
    symbols = [(spec.model_module, spec.model_qualname) for spec in specs]
    return [
        _resolve_fixture(
            spec,
            name,
            scope,
            return_type,
        )
        for spec, name in zip(
            specs,
            names.choose_fixture_names(symbols),
            strict=True,
        )
    ]


def _check_forms(spec: FixtureSpec) -> None:
    """Raise FormError if a form of *spec* is malformed, or if it lacks cases."""
    symbol = ["symbol", spec.model_module, spec.model_qualname]
    for form in (symbol, spec.annotation or _MAPPING_TYPE, *_list_value_forms(spec)):
        source.list_symbols(form)
    if not spec.cases:
        raise source.FormError(f"{spec.model_qualname} has no case to write.")
    if spec.labels and len(set(spec.labels)) != len(spec.cases):
        raise source.FormError(f"{spec.model_qualname} has not one id for each case.")


def _list_value_forms(spec: FixtureSpec) -> list[Json]:
    """Return the forms of all values of *spec*."""
    if spec.base is None:
        return list(spec.cases)
    changed = [payload_changes.read_invalid(case).new_part for case in spec.cases]
    return [spec.base, *chain.from_iterable(changed)]


def _resolve_fixture(
    spec: FixtureSpec,
    name: str,
    scope: str,
    return_type: str,
) -> _ResolvedFixture:
    """Return the fixture called *name*.

    Plain data has the type of a mapping only if every case is one, since a root model is dumped as
    its value.
    """
    kind = spec.type
    noun = names.format_noun(spec.model_qualname.split(".")[-1])
    if spec.is_unnamed:
        noun = f"A value of ``{source.read_form(kind, lambda _, name: name).flat}``"
    if return_type == "dict" and spec.base is None:
        is_mapping = all(case[0] == "dict" for case in spec.cases)
        kind = _MAPPING_TYPE if is_mapping else _ANY_TYPE
        noun = f"{noun}, as plain data"
    labels = spec.labels or tuple(build_case_labels(spec.cases))
    if spec.base is not None:
        name, kind = f"invalid_{name}", payload_changes.INVALID_TYPE
        noun = f"An invalid {noun.partition(' ')[2]}"
    return _ResolvedFixture(
        name,
        noun,
        spec.cases,
        kind,
        scope,
        labels,
        spec.base,
    )


def _build_docstring(header: ModuleHeader) -> str:
    """Return the docstring of the module, in which no fact of *header* can end the literal."""
    version, seed, digest, command = (
        source_checks.escape_docstring(source.escape_text(text.strip()))
        for text in (header.version, header.seed, header.digest, header.command)
    )
    return (
        f'"""Fixtures of pytest, made by pytest-fixturegen {version}.\n\n'
        f'Seed {seed}, models {digest}. To make them again:\n\n    {command}\n"""\n'
    )


# The styles


def _build_function(
    fixture: _ResolvedFixture,
    spell: Spell,
    indent: int = 0,
) -> list[str]:
    """Return the lines of a fixture that returns its value; *indent* is not 0 for a method."""
    doc = _describe_function(fixture)

    def write_case(case: Json, indent: int) -> list[str]:
        if fixture.base is not None:
            return payload_changes.write_invalid(
                case,
                indent,
                spell,
            )
        return source.format_return(source.read_form(case, spell), indent)

    returns = source.read_form(fixture.type, spell)
    opening = _build_opening(
        fixture,
        fixture.name,
        returns,
        doc,
        indent,
    )
    return [
        *opening,
        *_build_payload(
            fixture,
            spell,
            indent + 4,
        ),
        *_build_cases(
            fixture,
            indent + 4,
            write_case,
        ),
    ]


def _describe_function(fixture: _ResolvedFixture) -> str:
    """Return the docstring of a fixture that returns its value."""
    count = len(fixture.cases)
    if fixture.base is not None:
        return f"{fixture.noun}, with the loc and the type of the error: {count} cases."
    if fixture.has_one_case:
        return f"{fixture.noun}."
    return f"{fixture.noun}: {count} cases, one after the other."


def _build_payload(
    fixture: _ResolvedFixture,
    spell: Spell,
    indent: int,
) -> list[str]:
    """Return the statement that binds the valid payload which the cases change, if they do."""
    if fixture.base is None:
        return []
    payload = source.read_form(fixture.base, spell)
    prefix = f"{payload_changes.PAYLOAD}: {spell('typing', 'Any')} = "
    return source.format_lines(
        payload,
        indent,
        prefix,
    )


def _build_class(fixture: _ResolvedFixture, spell: Spell) -> list[str]:
    """Return the lines of a mixin class with the fixture as its only method."""
    doc = f"Lets the test classes that inherit from it use ``{fixture.name}``."
    return [
        f"class {names.make_group_name(fixture.name)}:",
        f'    """{doc}"""',
        "",
        *_build_function(
            fixture,
            spell,
            4,
        ),
    ]


def _build_factory(fixture: _ResolvedFixture, spell: Spell) -> list[str]:
    """Return a fixture that returns the function ``make``.

    ``make`` accepts overrides if the fields of every case have names.
    """
    accepts_overrides = all(_split_case(case) for case in fixture.cases)
    doc = f"Makes {fixture.noun[0].lower()}{fixture.noun[1:]}"
    parameters: Json = ["list", []]
    arguments: list[str] = []
    write_case: WriteCase = partial(_write_closed_case, spell)
    if accepts_overrides:
        doc += "; keywords replace its defaults"
        parameters = ["symbol", "builtins", "Ellipsis"]
        arguments = [f"**overrides: {spell('typing', 'Any')}"]
        write_case = partial(
            _write_open_case,
            spell,
            has_annotation=fixture.has_one_case,
        )
    callable_type = [
        "generic",
        ["symbol", "collections.abc", "Callable"],
        [parameters, fixture.type],
    ]
    returns = source.read_form(callable_type, spell)
    made = source.read_form(fixture.type, spell)
    rows = [
        *_build_opening(
            fixture,
            f"make_{fixture.name}",
            returns,
            f"{doc}.",
            0,
        ),
        "",
        *_build_signature(
            "make",
            arguments,
            made,
            4,
        ),
    ]
    if accepts_overrides and not fixture.has_one_case:
        rows.append(f"        defaults: {_spell_mapping_type(spell)}")
    return [
        *rows,
        *_build_cases(
            fixture,
            8,
            write_case,
        ),
        "",
        "    return make",
    ]


def _spell_mapping_type(spell: Spell) -> str:
    """Return ``dict[str, Any]`` with the local name of Any."""
    return source.read_form(_MAPPING_TYPE, spell).flat


def _write_closed_case(
    spell: Spell,
    case: Json,
    indent: int,
) -> list[str]:
    """Return the lines that return *case* as it is, without overrides."""
    return source.format_return(source.read_form(case, spell), indent)


def _write_open_case(
    spell: Spell,
    case: Json,
    indent: int,
    *,
    has_annotation: bool,
) -> list[str]:
    """Return the lines that merge the overrides into the defaults of *case*, and make it."""
    parts = _split_case(case)
    if parts is None:
        return _write_closed_case(
            spell,
            case,
            indent,
        )
    defaults_form, callee = parts
    variable = f"defaults: {_spell_mapping_type(spell)}" if has_annotation else "defaults"
    defaults = source.read_form(defaults_form, spell)
    result = SourceNode("atom", "defaults | overrides")
    if callee is not None:
        head = source.read_form(["call", callee, [], []], spell).head
        takes_keywords = case[3] or not case[2]
        argument = SourceNode("atom", "**(defaults | overrides)") if takes_keywords else result
        result = source.build_brackets(
            "()",
            (argument,),
            head,
            is_compact=True,
        )
    return [
        *source.format_lines(
            defaults,
            indent,
            f"{variable} = ",
        ),
        *source.format_return(result, indent),
    ]


def _split_case(case: Json) -> tuple[Json, Json] | None:
    """Return the named parts of *case* as a dict form, and the callee that takes them.

    The callee of a plain mapping is None. So is the result if the parts have no names.
    """
    match case:
        case ["call", callee, [], list(named)]:
            pairs = [[["value", name], form] for name, form in named]
            return ["dict", pairs], callee
        case ["call", [*_, str(name)] as callee, [["dict", list(pairs)] as mapping], []]:
            is_validation = name.split(".")[-1] == "model_validate"
            if is_validation and all(key[0] == "value" for key, _ in pairs):
                return mapping, callee
        case ["dict", list(pairs)] if all(_is_text(key) for key, _ in pairs):
            return case, None
    return None


def _is_text(form: Json) -> bool:
    """Return whether *form* is a plain text; one with lone surrogates has another tag."""
    return form[0] == "value" and isinstance(form[1], str)


# Parts that the styles share


def _build_opening(
    fixture: _ResolvedFixture,
    name: str,
    return_node: SourceNode,
    doc: str,
    indent: int,
) -> list[str]:
    """Return the decorators, the signature and the docstring."""
    pad = " " * indent
    is_method = indent > 0
    rows = source.format_lines(_build_decorator(fixture), indent)
    arguments = [] if fixture.has_one_case else ["request: pytest.FixtureRequest"]
    if is_method and fixture.scope == "function":
        arguments.insert(0, "self")
    elif is_method:
        # pytest 9 wants a class method: each test has another instance.
        rows.append(f"{pad}@classmethod")
        arguments.insert(0, "cls")
    return [
        *rows,
        *_build_signature(
            name,
            arguments,
            return_node,
            indent,
        ),
        f'{pad}    """{source_checks.escape_docstring(doc)}"""',
    ]


def _build_decorator(fixture: _ResolvedFixture) -> SourceNode:
    """Return the decorator of *fixture*.

    It has a scope unless that is pytest's default, and a label for each of several cases.
    """
    decorator = SourceNode("atom", "@pytest.fixture")
    arguments = []
    if fixture.scope != "function":
        arguments.append(SourceNode("atom", f'scope="{fixture.scope}"'))
    if not fixture.has_one_case:
        params = tuple(SourceNode("atom", source.quote_text(label)) for label in fixture.labels)
        values = source.build_brackets("[]", params)
        arguments.append(
            source.join_pair(
                SourceNode("atom", "params"),
                "=",
                values,
            )
        )
    if not arguments:
        return decorator
    return source.build_brackets(
        "()",
        tuple(arguments),
        decorator,
        is_compact=True,
    )


def _build_signature(
    name: str,
    arguments: Sequence[str],
    return_node: SourceNode,
    indent: int,
) -> list[str]:
    """Return the lines of the ``def`` statement, broken where ruff breaks it.

    A type that does not fit is broken within its brackets, or put in parentheses.
    """
    pad = " " * indent
    text = f"def {name}({', '.join(arguments)}) -> "
    opening = f"{return_node.flat}:"
    if return_node.head and not arguments:  # ruff breaks the return type before the parentheses
        opening = return_node.head.flat + "["
    if source.measure_width(f"{pad}{text}{opening}") <= source.LINE_WIDTH:
        return source.format_lines(
            return_node,
            indent,
            text,
            ":",
        )
    if not arguments:
        return [
            f"{pad}{text}(",
            *source.format_lines(return_node, indent + 4),
            f"{pad}):",
        ]
    return _break_signature(
        name,
        arguments,
        return_node,
        indent,
    )


def _break_signature(
    name: str,
    arguments: Sequence[str],
    return_node: SourceNode,
    indent: int,
) -> list[str]:
    """Return the signature with its arguments on separate lines."""
    parts = tuple(SourceNode("atom", argument) for argument in arguments)
    head = SourceNode("atom", f"def {name}")
    node = source.build_brackets(
        "()",
        parts,
        head,
        is_compact=True,
    )
    too_long = " " * source.LINE_WIDTH  # forces the brackets to break
    *rows, last = source.format_lines(
        node,
        indent,
        "",
        too_long,
    )
    if len(arguments) == 1:
        rows[-1] += ","
    return [
        *rows,
        *source.format_lines(
            return_node,
            indent,
            f"{last.strip()} -> ",
            ":",
        ),
    ]


def _build_cases(
    fixture: _ResolvedFixture,
    indent: int,
    write_case: WriteCase,
) -> list[str]:
    """Return the lines of the only case, or a match that makes a case only when it is needed."""
    if fixture.has_one_case:
        return write_case(fixture.cases[0], indent)
    pad = " " * indent
    rows = [f"{pad}match request.param:"]
    for label, case in zip(
        fixture.labels,
        fixture.cases,
        strict=True,
    ):
        rows += [f"{pad}    case {source.quote_text(label)}:", *write_case(case, indent + 8)]
    return [*rows, f"{pad}    case _:", f"{pad}        raise LookupError(request.param)"]


def build_case_labels(cases: Sequence[Json]) -> list[str]:
    """Return a distinct and readable label for each of *cases*: ``case0-alice``."""
    return [f"case{index}{_build_label(case)}" for index, case in enumerate(cases)]


def _build_label(case: Json) -> str:
    """Return the text of the best label field as a slug, empty if no field is fit."""
    parts = _split_case(case)
    if parts is None:
        return ""
    pairs = parts[0][1]
    texts = {key[1]: form[1] for key, form in pairs if _is_text(form)}
    text = next(
        (texts[name] for name in _LABEL_FIELDS if texts.get(name)),
        "",
    )
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(
        r"[^a-z0-9]+",
        "-",
        plain,
    ).strip("-")
    return f"-{slug}" if 0 < len(slug) <= _MAX_LABEL_LENGTH else ""
