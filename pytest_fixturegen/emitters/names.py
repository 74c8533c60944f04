"""Names in a generated module: of fixtures, of imports, and the nouns in docstrings."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import chain, count, groupby
from typing import NamedTuple, TypeVar

from pytest_fixturegen.emitters import source
from pytest_fixturegen.emitters.source import Symbol

KeyT = TypeVar("KeyT", bound=Hashable)

PYTEST_NAMES = """
    cache capfd capfdbinary caplog capsys capsysbinary capteesys doctest_namespace monkeypatch
    pytest pytestconfig pytester record_property record_testsuite_property record_xml_attribute
    recwarn request subtests testdir tmp_path tmp_path_factory tmpdir tmpdir_factory
"""
XDIST_NAMES = "testrun_uid worker_id"
PLUGIN_NAMES = """
    pfg pfg_adapter pfg_api pfg_check pfg_fixture pfg_live_api pfg_live_server pfg_resources
    pfg_seed pfg_session_store pfg_store
"""
RESERVED_NAMES = frozenset(
    [
        *keyword.kwlist,
        *(name for name in dir(builtins) if name.islower()),
        *PYTEST_NAMES.split(),
        *XDIST_NAMES.split(),
        *PLUGIN_NAMES.split(),
        "re",
    ]
)
"""Names that a fixture must not have: those of Python, pytest, xdist and this plugin."""

LOCAL_NAMES = tuple(
    "LookupError cls defaults dict float frozenset make overrides request self set str".split()
)
"""Names that the code of a generated module uses itself."""

WORD_PATTERN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+")

SPELLED_VOWELS = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: "an HTTP server"."""

VOWEL_SOUND_PATTERN = re.compile("(?!uni|use|usa|uti|uui|ur[il]|eu|one)[aeiou]")
"""Words that begin with the sound of a vowel: "an order", but "a user"."""

STANDARD_SECTION, THIRD_PARTY_SECTION, FIRST_PARTY_SECTION = range(3)


# Names of fixtures


def choose_fixture_names(symbols: Sequence[Symbol]) -> list[str]:
    """Return a fixture name for each class: its own, with its scope if two have the same."""
    choices = {index: [*_list_fixture_names(*symbol)] for index, symbol in enumerate(symbols)}
    return list(choose_distinct(choices, RESERVED_NAMES).values())


def _list_fixture_names(module: str, qualname: str) -> Iterator[str]:
    """Yield names for the fixture of a class, the shortest first.

    Outer classes and modules are prepended one by one, the closest first.
    """
    *outer, last = (_to_snake(part) for part in qualname.split("."))
    yield f"{last}_" if last in RESERVED_NAMES else last
    scope = [_to_snake(part) for part in module.split(".")] + outer
    for depth in range(1, len(scope) + 1):
        yield "_".join([*scope[-depth:], last])


# Names of imports


def choose_local_names(
    symbols: Collection[Symbol], taken_names: Collection[str]
) -> dict[Symbol, str]:
    """Return the local name of each import: its own if that is free, or one with its module."""
    imports = _list_imported(symbols)
    builtin_names = {name for module, name in symbols if module == "builtins"}
    taken = {*taken_names, *LOCAL_NAMES, "pytest", "re", *builtin_names}
    # The standard library chooses first: readers know its names.
    standard = [symbol for symbol in imports if _is_standard(symbol[0])]
    others = [symbol for symbol in imports if not _is_standard(symbol[0])]
    names: dict[Symbol, str] = {}
    for group in (standard, others):
        choices = {symbol: [*_list_import_names(*symbol)] for symbol in group}
        names |= choose_distinct(choices, {*taken, *names.values()})
    return names


def _list_imported(symbols: Collection[Symbol]) -> list[Symbol]:
    """Return the symbols that need a ``from`` import, sorted: of dotted names the first part.

    Builtins need no import, and ``re`` is imported as a module.
    """
    imported = set()
    for module, name in symbols:
        if module not in ("builtins", "re"):
            imported.add((module, name.split(".")[0]))
    return sorted(imported)


def _is_standard(module: str) -> bool:
    """Return whether *module* lies in the standard library."""
    return module.partition(".")[0] in sys.stdlib_module_names


def _list_import_names(module: str, name: str) -> Iterator[str]:
    """Yield names for an import, its own first.

    Prefixes of ever more modules follow, in camel case for a class.
    """
    yield name
    parts = [part.strip("_") for part in module.split(".")]
    for depth in range(1, len(parts) + 1):
        prefix = "_".join(parts[-depth:])
        if name[0].isupper():
            yield _to_camel(prefix) + name
        else:
            yield f"{prefix.lower()}_{name}"


def choose_distinct(
    choices: Mapping[KeyT, Sequence[str]], taken_names: Collection[str]
) -> dict[KeyT, str]:
    """Return a name for each key: the first of its *choices* that is free and unique.

    A name that another key might choose, too, is nobody's, so that adding a key changes few names.
    Names that begin with "test" are left to pytest.
    """
    choice_counts = Counter(choice for candidates in choices.values() for choice in candidates)
    unavailable = set(taken_names)
    names: dict[KeyT, str] = {}
    for key, candidates in choices.items():
        name = _choose_available(candidates, unavailable, choice_counts)
        names[key] = name
        unavailable.add(name)
    return names


def _choose_available(
    candidates: Sequence[str],
    unavailable: Collection[str],
    choice_counts: Mapping[str, int],
) -> str:
    """Return the first of *candidates* that may be used, or else the first one with a number.

    *choice_counts* holds how many keys might choose a name; one of two or more is not used.
    """

    def is_available(name: str) -> bool:
        """Return whether the key may take *name*: it is unique, free and not a test's name."""
        is_unique = choice_counts.get(name, 0) <= 1
        is_free = name not in unavailable
        return is_unique and is_free and _is_plain_name(name)

    numbered = _number_name(candidates[0])
    return next(filter(is_available, chain(candidates, numbered)))


def _is_plain_name(name: str) -> bool:
    """Return whether *name* is a usable name that pytest does not collect as a test."""
    return source.is_name(name) and not name.startswith(("Test", "test"))


def _number_name(name: str) -> Iterator[str]:
    """Yield *name* with the numbers from 1, without the beginning that pytest looks for."""
    harmless = name.replace("Test", "ATest").replace("test", "a_test")
    for number in count(1):
        yield f"{harmless}_{number}"


# Words


def _split_words(name: str) -> list[str]:
    """Return the words of *name*; a name with other letters than ASCII is one word."""
    if not name.isascii():
        return [name]
    # These have a capital in the middle of a word.
    return WORD_PATTERN.findall(name.replace("OAuth", "Oauth").replace("IPv", "Ipv"))


def _to_snake(name: str) -> str:
    """Return ``HTTPServer`` as ``http_server``, ``OAuth2Token`` as ``oauth2_token``."""
    words = "_".join(_split_words(name)).lower()
    is_usable = source.is_name(words) or words in RESERVED_NAMES
    return words if is_usable else f"model_{words}"


def _to_camel(name: str) -> str:
    """Return ``user_name`` as ``UserName``."""
    return "".join(word.capitalize() for word in name.split("_"))


def format_noun(name: str) -> str:
    """Return a class name as a noun with its article: ``A user``, ``An HTTP server``."""
    words = [word if word.isupper() else word.lower() for word in _split_words(name)]
    if not words:
        words = [name]
    article = "An" if _has_vowel_sound(words[0]) else "A"
    text = " ".join(words)
    return f"{article} {text}"


def _has_vowel_sound(word: str) -> bool:
    """Return whether *word* begins with the sound of a vowel.

    An abbreviation is spelled letter by letter, so the name of its first letter decides.
    """
    is_abbreviation = word.isupper() and len(word) > 1
    if is_abbreviation:
        return word[0] in SPELLED_VOWELS
    return VOWEL_SOUND_PATTERN.match(word) is not None


def make_group_name(name: str) -> str:
    """Return the name of the class that holds the fixture *name*."""
    return f"{_to_camel(name)}Fixtures"


def spell_symbol(
    module: str,
    name: str,
    import_names: Mapping[Symbol, str],
) -> str:
    """Return how a module with the imports *import_names* refers to a symbol."""
    if (module, name) == ("builtins", "Ellipsis"):
        return "..."
    if module == "builtins":
        return name
    if module == "re":
        return f"re.{name}"
    imported, dot, rest = name.partition(".")
    return f"{import_names.get((module, imported), imported)}{dot}{rest}"


# Import statements


class _ImportStatement(NamedTuple):
    section: int
    is_from: bool
    order: tuple[object, ...]
    text: str


def format_imports(
    import_names: Mapping[Symbol, str],
    *,
    with_re: bool,
    first_party: Collection[str],
    with_pytest: bool = True,
) -> str:
    """Return the import statements in isort's order and sections.

    *import_names* holds the local name of each symbol, *first_party* the packages of the last
    section.
    """
    statements: list[_ImportStatement] = []
    if with_re:
        statements.append(
            _ImportStatement(
                STANDARD_SECTION,
                False,
                (),
                "import re",
            )
        )
    if with_pytest:
        statements.append(
            _ImportStatement(
                THIRD_PARTY_SECTION,
                False,
                (),
                "import pytest",
            )
        )
    for module in {module for module, _ in import_names}:
        members = {name: local for (owner, name), local in import_names.items() if owner == module}
        section = _get_section(module, first_party)
        statements += _list_from_imports(module, members, section)
    statements.sort(key=lambda statement: statement[:3])
    sections = groupby(statements, lambda statement: statement.section)
    blocks = ["\n".join(statement.text for statement in section) for _, section in sections]
    return "\n\n".join(blocks) + "\n"


def _get_section(module: str, first_party: Collection[str]) -> int:
    """Return the section of isort that *module* belongs to."""
    if _is_standard(module):
        return STANDARD_SECTION
    is_first_party = module.partition(".")[0] in first_party
    return FIRST_PARTY_SECTION if is_first_party else THIRD_PARTY_SECTION


def _list_from_imports(
    module: str,
    members: Mapping[str, str],
    section: int,
) -> Iterator[_ImportStatement]:
    """Yield the statements that import *members*, local names by name, from *module*.

    As isort does it, each renamed member has its own statement.
    """
    names = sorted(members, key=_get_member_order)
    unchanged = [name for name in names if members[name] == name]
    groups = [[name] for name in names if members[name] != name]
    if unchanged:
        groups.append(unchanged)
    for group in groups:
        order = (
            _get_natural_key(module),
            module,
            _get_member_order(group[0]),
        )
        text = _format_from_import(
            module,
            [_format_member(name, members[name]) for name in group],
        )
        yield _ImportStatement(section, True, order, text)


def _format_member(name: str, local_name: str) -> str:
    """Return *name*, with ``as`` if the module refers to it by another name."""
    return name if local_name == name else f"{name} as {local_name}"


def _format_from_import(module: str, members: Sequence[str]) -> str:
    """Return the statement on one line if it fits, or with one line for each member."""
    text = f"from {module} import {', '.join(members)}"
    if source.measure_width(text) <= source.LINE_WIDTH:
        return text
    return "\n".join([f"from {module} import (", *(f"    {member}," for member in members), ")"])


def _get_member_order(name: str) -> tuple[int, list[tuple[bool, int, str]], str]:
    """Return a key that sorts constants first, then classes, then the rest."""
    is_constant = len(name) > 1 and name.isupper()
    is_class = name[0].isupper()
    if is_constant:
        rank = 0
    elif is_class:
        rank = 1
    else:
        rank = 2
    return (rank, _get_natural_key(name), name)


def _get_natural_key(text: str) -> list[tuple[bool, int, str]]:
    """Return a key that sorts ``User2`` before ``User10``."""
    parts = re.findall(r"[0-9]+|[^0-9]", text.lower())
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
