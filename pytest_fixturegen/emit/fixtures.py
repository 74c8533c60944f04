"""A module of pytest fixtures, written from described values; nothing in it changes when nothing changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from typing import Literal, TypeAlias

from pytest_fixturegen.emit import names, source
from pytest_fixturegen.emit.source import Json, Node, Spell, Symbol
from pytest_fixturegen.frozen import dataclass

Style: TypeAlias = Literal["functions", "factory", "class"]
Write: TypeAlias = Callable[[Json, int], list[str]]  # a case, at an indentation

_MAPPING = ["generic", ["symbol", "builtins", "dict"], [["symbol", "builtins", "str"], ["symbol", "typing", "Any"]]]
_TELLING = (
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
_LABEL = 30  # letters


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
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What the module says of its origin: no date and no absolute path, so that it stays the same."""

    version: str
    seed: str
    digest: str
    command: str


@dataclass(frozen=True, slots=True)
class _Fixture:
    """A spec whose names are settled, and the type that its fixture returns."""

    name: str
    noun: str
    cases: tuple[Json, ...]
    type: Json
    scope: str


def fixtures_module(
    specs: Sequence[FixtureSpec],
    *,
    style: Style,
    scope: str,
    return_type: Literal["model", "dict"],
    header: Header,
    first_party: Collection[str] | None = None,
) -> str:
    """The source of the module, as ruff leaves it. Raises FormError for a malformed form.

    *first_party*: the packages that are imported last; by default those of the models.
    """
    write = {"functions": _function, "factory": _factory, "class": _group}[style]
    fixtures = _settled(specs, scope, return_type)
    called = [fixture.name for fixture in fixtures]
    found: set[Symbol] = set()
    local: dict[Symbol, str] = {}

    def spell(module: str, name: str) -> str:
        found.add((module, name))
        return names.spelled(module, name, local)

    for fixture in fixtures:  # once to see what is named, once to write it
        write(fixture, spell)
    taken = {*called, *(f"make_{name}" for name in called), *map(names.group_name, called)}
    local |= names.local_names(found, taken)
    blocks = [write(fixture, spell) for fixture in fixtures]
    roots = {spec.model_module.split(".")[0] for spec in specs} if first_party is None else first_party
    imports = names.imports(local, patterns="re" in {module for module, _ in found}, first_party=roots)
    return "\n".join([_docstring(header), *([imports] if specs else []), *("\n" + "\n".join(block) + "\n" for block in blocks)])


def _settled(specs: Sequence[FixtureSpec], scope: str, return_type: str) -> list[_Fixture]:
    for spec in specs:
        for form in (["symbol", spec.model_module, spec.model_qualname], spec.annotation or _MAPPING, *spec.cases):
            source.symbols(form)
        if not spec.cases:
            raise source.FormError(f"{spec.model_qualname} has no case to write.")
    called = names.fixture_names([(spec.model_module, spec.model_qualname) for spec in specs])
    return [_fixture(spec, name, scope, return_type) for spec, name in zip(specs, called, strict=True)]


def _fixture(spec: FixtureSpec, name: str, scope: str, return_type: str) -> _Fixture:
    kind = spec.annotation or ["symbol", spec.model_module, spec.model_qualname]
    noun = names.noun(spec.model_qualname.split(".")[-1])
    if spec.bare:
        noun = f"A value of ``{source.read(kind, lambda _, name: name).flat}``"
    if return_type == "dict":
        mapping = all(case[0] == "dict" for case in spec.cases)
        kind, noun = _MAPPING if mapping else ["symbol", "typing", "Any"], f"{noun}, as plain data"
    return _Fixture(name, noun, spec.cases, kind, scope)


def _docstring(header: Header) -> str:
    version, seed, digest, command = (
        source.shown(text.strip()).replace('"""', "'''")
        for text in (header.version, header.seed, header.digest, header.command)
    )
    return (
        f'"""Fixtures of pytest, made by pytest-fixturegen {version}.\n\n'
        f'Seed {seed}, models {digest}. To make them again:\n\n    {command}\n"""\n'
    )


# The three styles


def _function(fixture: _Fixture, spell: Spell, indent: int = 0) -> list[str]:
    cases = len(fixture.cases)
    doc = f"{fixture.noun}." if cases == 1 else f"{fixture.noun}: {cases} cases, one after the other."
    body = _chosen(fixture, indent + 4, lambda case, depth: source.returned(source.read(case, spell), depth))
    returns = source.read(fixture.type, spell)
    return [*_opening(fixture, fixture.name, returns, doc, indent), *body]


def _group(fixture: _Fixture, spell: Spell) -> list[str]:
    doc = f"Lets the test classes that inherit from it use ``{fixture.name}``."
    return [f"class {names.group_name(fixture.name)}:", f'    """{doc}"""', "", *_function(fixture, spell, 4)]


def _factory(fixture: _Fixture, spell: Spell) -> list[str]:
    open_to = "..." if all(_parts(case) for case in fixture.cases) else ""
    doc = f"Makes {fixture.noun[0].lower()}{fixture.noun[1:]}{'; keywords replace its defaults' if open_to else ''}."
    taken = ["symbol", "builtins", "Ellipsis"] if open_to else ["list", []]
    maker = ["generic", ["symbol", "collections.abc", "Callable"], [taken, fixture.type]]
    rows = _opening(fixture, f"make_{fixture.name}", source.read(maker, spell), doc, 0)
    argument = f"**overrides: {spell('typing', 'Any')}" if open_to else ""
    rows += ["", *_signature("make", [argument] if argument else [], source.read(fixture.type, spell), 4)]
    mapping = source.read(_MAPPING, spell).flat if open_to else ""
    if open_to and len(fixture.cases) > 1:
        rows.append(f"        defaults: {mapping}")
    naming = f"defaults: {mapping}" if len(fixture.cases) == 1 else "defaults"

    def write(case: Json, indent: int) -> list[str]:
        parts = _parts(case) if open_to else None
        if parts is None:
            return source.returned(source.read(case, spell), indent)
        defaults, merged = source.read(parts[0], spell), Node("atom", "defaults | overrides")
        if parts[1] is not None:
            star = Node("atom", "**(defaults | overrides)") if case[3] or not case[2] else merged
            merged = source.bracketed("()", (star,), source.read(["call", parts[1], [], []], spell).head, together=True)
        return [*source.lines(defaults, indent, f"{naming} = "), *source.returned(merged, indent)]

    return [*rows, *_chosen(fixture, 8, write), "", "    return make"]


def _parts(case: Json) -> tuple[Json, Json] | None:
    """The named parts of a case as a form, and what to call with them; None where nothing in it has a name."""
    match case:
        case ["call", maker, [], list(named)]:
            return ["dict", [[["value", name], form] for name, form in named]], maker
        case ["call", [*_, str(name)] as maker, [["dict", list(pairs)] as mapping], []]:
            if name.split(".")[-1] == "model_validate" and all(key[0] == "value" for key, _ in pairs):
                return mapping, maker
        case ["dict", list(pairs)] if all(key[0] == "value" and isinstance(key[1], str) for key, _ in pairs):
            return case, None
    return None


# What the styles share


def _opening(fixture: _Fixture, name: str, returns: Node, doc: str, indent: int) -> list[str]:
    """The decorator, the signature and the docstring."""
    arguments = [Node("atom", f'scope="{fixture.scope}"')] if fixture.scope != "function" else []
    if len(fixture.cases) > 1:
        params = tuple(Node("atom", source.quoted(label)) for label in case_labels(fixture.cases))
        arguments.append(source.joined(Node("atom", "params"), "=", source.bracketed("[]", params)))
    decorator = Node("atom", "@pytest.fixture")
    if arguments:
        decorator = source.bracketed("()", tuple(arguments), decorator, together=True)
    rows = source.lines(decorator, indent)
    taken = ["request: pytest.FixtureRequest"] if len(fixture.cases) > 1 else []
    if indent and fixture.scope != "function":  # pytest 9 wants it so: the instance is another one for each test
        rows.append(" " * indent + "@classmethod")
    taken = (["self"] if fixture.scope == "function" else ["cls"]) + taken if indent else taken
    return [*rows, *_signature(name, taken, returns, indent), f'{" " * (indent + 4)}"""{doc}"""']


def _signature(name: str, arguments: Sequence[str], returns: Node, indent: int) -> list[str]:
    text, pad = f"def {name}({', '.join(arguments)}) -> ", " " * indent
    start = returns.head.flat + "[" if returns.head and not arguments else f"{returns.flat}:"
    if source.width(f"{pad}{text}{start}") <= source.LINE:
        return source.lines(returns, indent, text, ":")
    if not arguments:
        return [f"{pad}{text}(", *source.lines(returns, indent + 4), f"{pad}):"]
    inner = source.bracketed("()", tuple(Node("atom", one) for one in arguments), Node("atom", f"def {name}"), together=True)
    *rows, last = source.lines(inner, indent, "", " " * source.LINE)
    comma = "," if len(arguments) == 1 else ""
    return [*rows[:-1], rows[-1] + comma, *source.lines(returns, indent, f"{last.strip()} -> ", ":")]


def _chosen(fixture: _Fixture, indent: int, write: Write) -> list[str]:
    """The one case; or each behind its label, made only when its turn comes."""
    if len(fixture.cases) == 1:
        return write(fixture.cases[0], indent)
    pad = " " * indent
    rows = [f"{pad}match request.param:"]
    for label, case in zip(case_labels(fixture.cases), fixture.cases, strict=True):
        rows += [f"{pad}    case {source.quoted(label)}:", *write(case, indent + 8)]
    return [*rows, f"{pad}    case _:", f"{pad}        raise LookupError(request.param)"]


def case_labels(cases: Sequence[Json]) -> list[str]:
    """Names of *cases* that a person can tell apart: ``case0-alice``."""
    return [f"case{index}{_label(case)}" for index, case in enumerate(cases)]


def _label(case: Json) -> str:
    parts = _parts(case) or (["dict", []], None)
    words = {key[1]: form[1] for key, form in parts[0][1] if form[:1] == ["value"] and isinstance(form[1], str)}
    word = next((words[name] for name in _TELLING if words.get(name)), "")
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"-{slug}" if 0 < len(slug) <= _LABEL else ""
