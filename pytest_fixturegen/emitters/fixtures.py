"""A module of pytest fixtures, written from described values; nothing in it changes when nothing changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from typing import Literal, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.emitters import names, source
from pytest_fixturegen.emitters.source import Json, SourceNode, Spell, Symbol

FixtureStyle: TypeAlias = Literal["functions", "factory", "class"]
WriteCase: TypeAlias = Callable[[Json, int], list[str]]  # a case, at an indentation

_MAPPING_TYPE = [
    "generic",
    ["symbol", "builtins", "dict"],
    [["symbol", "builtins", "str"], ["symbol", "typing", "Any"]],
]
_LABEL_FIELDS = (
    "name",
    "full_name",
    "fullName",
    "username",
    "title",
    "slug",
    "label",
    "code",
    "key",
    "role",
    "kind",
    "type",
)
_MAX_LABEL_LENGTH = 30  # letters


@dataclass(frozen=True, slots=True)
class FixtureSpec:
    """One fixture to write: its model, as ``literals.symbol`` places it, and the described values.

    *annotation* is the described type where the model is more than a class: ``Box[int]``. *bare*: it is no class at all,
    and its name is made up.
    """

    model_module: str
    model_qualname: str
    cases: tuple[Json, ...]
    annotation: Json = None
    is_unnamed: bool = False


@dataclass(frozen=True, slots=True)
class ModuleHeader:
    """What the module says of its origin: no date and no absolute path, so that it stays the same."""

    version: str
    seed: str
    digest: str
    command: str


@dataclass(frozen=True, slots=True)
class _ResolvedFixture:
    """A spec whose names are settled, and the type that its fixture returns."""

    name: str
    noun: str
    cases: tuple[Json, ...]
    type: Json
    scope: str


def build_fixtures_module(
    specs: Sequence[FixtureSpec],
    *,
    style: FixtureStyle,
    scope: str,
    return_type: Literal["model", "dict"],
    header: ModuleHeader,
    first_party: Collection[str] | None = None,
) -> str:
    """The source of the module, as ruff leaves it. Raises FormError for a malformed form.

    *first_party*: the packages that are imported last; by default those of the models.
    """
    write = {"functions": _build_function, "factory": _build_factory, "class": _build_class}[style]
    fixtures = _resolve_fixtures(specs, scope, return_type)
    called = [fixture.name for fixture in fixtures]
    found: set[Symbol] = set()
    local: dict[Symbol, str] = {}

    def spell(module: str, name: str) -> str:
        found.add((module, name))
        return names.spell_symbol(module, name, local)

    for fixture in fixtures:  # once to see what is named, once to write it
        write(fixture, spell)
    taken = {*called, *(f"make_{name}" for name in called), *map(names.make_group_name, called)}
    local |= names.choose_local_names(found, taken)
    blocks = [write(fixture, spell) for fixture in fixtures]
    roots = (
        {spec.model_module.split(".")[0] for spec in specs} if first_party is None else first_party
    )
    imports = names.format_imports(
        local, with_re="re" in {module for module, _ in found}, first_party=roots
    )
    return "\n".join(
        [
            _build_docstring(header),
            *([imports] if specs else []),
            *("\n" + "\n".join(block) + "\n" for block in blocks),
        ]
    )


def _resolve_fixtures(
    specs: Sequence[FixtureSpec], scope: str, return_type: str
) -> list[_ResolvedFixture]:
    for spec in specs:
        for form in (
            ["symbol", spec.model_module, spec.model_qualname],
            spec.annotation or _MAPPING_TYPE,
            *spec.cases,
        ):
            source.list_symbols(form)
        if not spec.cases:
            raise source.FormError(f"{spec.model_qualname} has no case to write.")
    called = names.choose_fixture_names(
        [(spec.model_module, spec.model_qualname) for spec in specs]
    )
    return [
        _resolve_fixture(spec, name, scope, return_type)
        for spec, name in zip(specs, called, strict=True)
    ]


def _resolve_fixture(
    spec: FixtureSpec, name: str, scope: str, return_type: str
) -> _ResolvedFixture:
    kind = spec.annotation or ["symbol", spec.model_module, spec.model_qualname]
    noun = names.format_noun(spec.model_qualname.split(".")[-1])
    if spec.is_unnamed:
        noun = f"A value of ``{source.read_form(kind, lambda _, name: name).flat}``"
    if return_type == "dict":
        mapping = all(case[0] == "dict" for case in spec.cases)
        kind, noun = (
            _MAPPING_TYPE if mapping else ["symbol", "typing", "Any"],
            f"{noun}, as plain data",
        )
    return _ResolvedFixture(name, noun, spec.cases, kind, scope)


def _build_docstring(header: ModuleHeader) -> str:
    version, seed, digest, command = (
        source.escape_text(text.strip()).replace('"""', "'''")
        for text in (header.version, header.seed, header.digest, header.command)
    )
    return (
        f'"""Fixtures of pytest, made by pytest-fixturegen {version}.\n\n'
        f'Seed {seed}, models {digest}. To make them again:\n\n    {command}\n"""\n'
    )


# The three styles


def _build_function(fixture: _ResolvedFixture, spell: Spell, indent: int = 0) -> list[str]:
    cases = len(fixture.cases)
    doc = (
        f"{fixture.noun}." if cases == 1 else f"{fixture.noun}: {cases} cases, one after the other."
    )
    body = _build_cases(
        fixture,
        indent + 4,
        lambda case, depth: source.format_return(source.read_form(case, spell), depth),
    )
    returns = source.read_form(fixture.type, spell)
    return [*_build_opening(fixture, fixture.name, returns, doc, indent), *body]


def _build_class(fixture: _ResolvedFixture, spell: Spell) -> list[str]:
    doc = f"Lets the test classes that inherit from it use ``{fixture.name}``."
    return [
        f"class {names.make_group_name(fixture.name)}:",
        f'    """{doc}"""',
        "",
        *_build_function(fixture, spell, 4),
    ]


def _build_factory(fixture: _ResolvedFixture, spell: Spell) -> list[str]:
    open_to = "..." if all(_split_case(case) for case in fixture.cases) else ""
    doc = f"Makes {fixture.noun[0].lower()}{fixture.noun[1:]}{'; keywords replace its defaults' if open_to else ''}."
    taken = ["symbol", "builtins", "Ellipsis"] if open_to else ["list", []]
    maker = ["generic", ["symbol", "collections.abc", "Callable"], [taken, fixture.type]]
    rows = _build_opening(fixture, f"make_{fixture.name}", source.read_form(maker, spell), doc, 0)
    argument = f"**overrides: {spell('typing', 'Any')}" if open_to else ""
    rows += [
        "",
        *_build_signature(
            "make", [argument] if argument else [], source.read_form(fixture.type, spell), 4
        ),
    ]
    mapping = source.read_form(_MAPPING_TYPE, spell).flat if open_to else ""
    if open_to and len(fixture.cases) > 1:
        rows.append(f"        defaults: {mapping}")
    naming = f"defaults: {mapping}" if len(fixture.cases) == 1 else "defaults"

    def write_case(case: Json, indent: int) -> list[str]:
        parts = _split_case(case) if open_to else None
        if parts is None:
            return source.format_return(source.read_form(case, spell), indent)
        defaults, merged = (
            source.read_form(parts[0], spell),
            SourceNode("atom", "defaults | overrides"),
        )
        if parts[1] is not None:
            star = (
                SourceNode("atom", "**(defaults | overrides)") if case[3] or not case[2] else merged
            )
            merged = source.build_brackets(
                "()",
                (star,),
                source.read_form(["call", parts[1], [], []], spell).head,
                is_compact=True,
            )
        return [
            *source.format_lines(defaults, indent, f"{naming} = "),
            *source.format_return(merged, indent),
        ]

    return [*rows, *_build_cases(fixture, 8, write_case), "", "    return make"]


def _split_case(case: Json) -> tuple[Json, Json] | None:
    """The named parts of a case as a form, and what to call with them; None where nothing in it has a name."""
    match case:
        case ["call", maker, [], list(named)]:
            return ["dict", [[["value", name], form] for name, form in named]], maker
        case ["call", [*_, str(name)] as maker, [["dict", list(pairs)] as mapping], []]:
            if name.split(".")[-1] == "model_validate" and all(
                key[0] == "value" for key, _ in pairs
            ):
                return mapping, maker
        case ["dict", list(pairs)] if all(
            key[0] == "value" and isinstance(key[1], str) for key, _ in pairs
        ):
            return case, None
    return None


# What the styles share


def _build_opening(
    fixture: _ResolvedFixture, name: str, return_node: SourceNode, doc: str, indent: int
) -> list[str]:
    """The decorator, the signature and the docstring."""
    arguments = (
        [SourceNode("atom", f'scope="{fixture.scope}"')] if fixture.scope != "function" else []
    )
    if len(fixture.cases) > 1:
        params = tuple(
            SourceNode("atom", source.quote_text(label))
            for label in build_case_labels(fixture.cases)
        )
        arguments.append(
            source.join_pair(SourceNode("atom", "params"), "=", source.build_brackets("[]", params))
        )
    decorator = SourceNode("atom", "@pytest.fixture")
    if arguments:
        decorator = source.build_brackets("()", tuple(arguments), decorator, is_compact=True)
    rows = source.format_lines(decorator, indent)
    taken = ["request: pytest.FixtureRequest"] if len(fixture.cases) > 1 else []
    if (
        indent and fixture.scope != "function"
    ):  # pytest 9 wants it so: the instance is another one for each test
        rows.append(" " * indent + "@classmethod")
    taken = (["self"] if fixture.scope == "function" else ["cls"]) + taken if indent else taken
    return [
        *rows,
        *_build_signature(name, taken, return_node, indent),
        f'{" " * (indent + 4)}"""{doc}"""',
    ]


def _build_signature(
    name: str, arguments: Sequence[str], return_node: SourceNode, indent: int
) -> list[str]:
    text, pad = f"def {name}({', '.join(arguments)}) -> ", " " * indent
    start = (
        return_node.head.flat + "["
        if return_node.head and not arguments
        else f"{return_node.flat}:"
    )
    if source.measure_width(f"{pad}{text}{start}") <= source.LINE_WIDTH:
        return source.format_lines(return_node, indent, text, ":")
    if not arguments:
        return [f"{pad}{text}(", *source.format_lines(return_node, indent + 4), f"{pad}):"]
    inner = source.build_brackets(
        "()",
        tuple(SourceNode("atom", one) for one in arguments),
        SourceNode("atom", f"def {name}"),
        is_compact=True,
    )
    *rows, last = source.format_lines(inner, indent, "", " " * source.LINE_WIDTH)
    comma = "," if len(arguments) == 1 else ""
    return [
        *rows[:-1],
        rows[-1] + comma,
        *source.format_lines(return_node, indent, f"{last.strip()} -> ", ":"),
    ]


def _build_cases(fixture: _ResolvedFixture, indent: int, write_case: WriteCase) -> list[str]:
    """The one case; or each behind its label, made only when its turn comes."""
    if len(fixture.cases) == 1:
        return write_case(fixture.cases[0], indent)
    pad = " " * indent
    rows = [f"{pad}match request.param:"]
    for label, case in zip(build_case_labels(fixture.cases), fixture.cases, strict=True):
        rows += [f"{pad}    case {source.quote_text(label)}:", *write_case(case, indent + 8)]
    return [*rows, f"{pad}    case _:", f"{pad}        raise LookupError(request.param)"]


def build_case_labels(cases: Sequence[Json]) -> list[str]:
    """Names of *cases* that a person can tell apart: ``case0-alice``."""
    return [f"case{index}{_build_label(case)}" for index, case in enumerate(cases)]


def _build_label(case: Json) -> str:
    parts = _split_case(case) or (["dict", []], None)
    words = {
        key[1]: form[1]
        for key, form in parts[0][1]
        if form[:1] == ["value"] and isinstance(form[1], str)
    }
    word = next((words[name] for name in _LABEL_FIELDS if words.get(name)), "")
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"-{slug}" if 0 < len(slug) <= _MAX_LABEL_LENGTH else ""
