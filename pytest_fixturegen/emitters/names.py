"""What things are called in a module that is written: fixtures, imports, and the words of a docstring."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import chain, count, groupby
from typing import TypeVar

from pytest_fixturegen.emitters import source
from pytest_fixturegen.emitters.source import Symbol

KeyT = TypeVar("KeyT", bound=Hashable)

RESERVED_NAMES = (
    frozenset(keyword.kwlist)
    | {name for name in dir(builtins) if name.islower()}
    | {
        *(
            "cache",
            "capfd",
            "capfdbinary",
            "caplog",
            "capsys",
            "capsysbinary",
            "capteesys",
            "doctest_namespace",
        ),
        *(
            "monkeypatch",
            "pytestconfig",
            "pytester",
            "record_property",
            "record_testsuite_property",
            "recwarn",
            "request",
        ),
        *(
            "record_xml_attribute",
            "subtests",
            "testdir",
            "tmp_path",
            "tmp_path_factory",
            "tmpdir",
            "tmpdir_factory",
        ),
        *(
            "testrun_uid",
            "worker_id",
            "pfg",
            "pfg_adapter",
            "pfg_api",
            "pfg_check",
            "pfg_fixture",
            "pfg_live_api",
        ),
        *(
            "pfg_live_server",
            "pfg_resources",
            "pfg_seed",
            "pfg_session_store",
            "pfg_store",
            "pytest",
            "re",
        ),
    }
)  # names that are no names of fixtures: those of Python, pytest, xdist and our own plugin
LOCAL_NAMES = (
    "LookupError",
    "cls",
    "defaults",
    "dict",
    "float",
    "frozenset",
    "make",
    "overrides",
    "request",
    "self",
    "set",
    "str",
)
_WORD_PATTERN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+")


def choose_fixture_names(symbols: Sequence[Symbol]) -> list[str]:
    """A name for each class: its own, and of what the class stands in where two would have the same."""
    choices = {index: [*_list_fixture_names(*place)] for index, place in enumerate(symbols)}
    return list(choose_distinct(choices, RESERVED_NAMES).values())


def _list_fixture_names(module: str, qualname: str) -> Iterator[str]:
    *outer, last = (_to_snake(part) for part in qualname.split("."))
    yield f"{last}_" if last in RESERVED_NAMES else last
    scope = [_to_snake(part) for part in module.split(".")] + outer
    for depth in range(1, len(scope) + 1):
        yield "_".join([*scope[-depth:], last])


def choose_local_names(
    symbols: Collection[Symbol], taken_names: Collection[str]
) -> dict[Symbol, str]:
    """What each import is called here: its own name, if it is free, or one with its module before it."""
    tops = sorted(
        {
            (module, name.split(".")[0])
            for module, name in symbols
            if module not in ("builtins", "re")
        }
    )
    names: dict[Symbol, str] = {}
    busy = {
        *taken_names,
        *LOCAL_NAMES,
        "pytest",
        "re",
        *(name for module, name in symbols if module == "builtins"),
    }
    for standard in (
        True,
        False,
    ):  # the names of the standard library are those that everyone knows
        ours = [
            top for top in tops if (top[0].split(".")[0] in sys.stdlib_module_names) is standard
        ]
        names |= choose_distinct(
            {top: [*_list_import_names(*top)] for top in ours}, {*busy, *names.values()}
        )
    return names


def _list_import_names(module: str, name: str) -> Iterator[str]:
    yield name
    parts = [part.strip("_") for part in module.split(".")]
    for depth in range(1, len(parts) + 1):
        words = "_".join(parts[-depth:])
        yield (
            "".join(word.capitalize() for word in words.split("_")) + name
            if name[0].isupper()
            else f"{words.lower()}_{name}"
        )


def choose_distinct(
    choices: Mapping[KeyT, Sequence[str]], taken_names: Collection[str]
) -> dict[KeyT, str]:
    """For each key the first of its *choices* that is free, that no other might take, and that pytest leaves alone."""
    wanted = Counter(choice for own in choices.values() for choice in own)
    names: dict[KeyT, str] = {}
    for key, own in choices.items():
        numbered = (
            f"{own[0]}_{number}".replace("Test", "ATest").replace("test", "a_test")
            for number in count(1)
        )
        free = (
            name
            for name in chain(own, numbered)
            if name not in taken_names and name not in names.values()
        )
        fit = (name for name in free if wanted[name] <= 1 and source.is_name(name))
        names[key] = next(name for name in fit if not name.startswith(("Test", "test")))
    return names


def _split_words(name: str) -> list[str]:
    return (
        _WORD_PATTERN.findall(name.replace("OAuth", "Oauth").replace("IPv", "Ipv"))
        if name.isascii()
        else [name]
    )


def _to_snake(name: str) -> str:
    """``HTTPServer`` as ``http_server``, ``OAuth2Token`` as ``oauth2_token``."""
    words = "_".join(_split_words(name)).lower()
    return words if source.is_name(words) or words in RESERVED_NAMES else f"model_{words}"


def format_noun(name: str) -> str:
    """The class in a sentence: ``A user``, ``An HTTP server``."""
    words = [word if word.isupper() else word.lower() for word in _split_words(name)] or [name]
    spelled = words[0].isupper() and len(words[0]) > 1
    vowel = (
        words[0][0] in "AEFHILMNORSX"
        if spelled
        else re.match("(?!uni|use|usa|uti|uui|ur[il]|eu|one)[aeiou]", words[0])
    )
    return f"{'An' if vowel else 'A'} {' '.join(words)}"


def make_group_name(name: str) -> str:
    return f"{''.join(word.capitalize() for word in name.split('_'))}Fixtures"


def spell_symbol(module: str, name: str, import_names: Mapping[Symbol, str]) -> str:
    """A symbol as the module says it."""
    if module in ("builtins", "re"):
        return "..." if name == "Ellipsis" else name if module == "builtins" else f"re.{name}"
    top, dot, rest = name.partition(".")
    return f"{import_names.get((module, top), top)}{dot}{rest}"


def format_imports(
    import_names: Mapping[Symbol, str],
    *,
    with_re: bool,
    first_party: Collection[str],
    with_pytest: bool = True,
) -> str:
    """The import statements in isort's order and sections: of *tests* with pytest, for *patterns* with ``re``."""
    rows: list[tuple[int, int, object, str]] = [(0, 0, (), "import re")] * with_re
    rows += [(1, 0, (), "import pytest")] * with_pytest
    for module in {module for module, _ in import_names}:
        root = module.split(".")[0]
        section = 0 if root in sys.stdlib_module_names else 2 if root in first_party else 1
        names = sorted((name for top, name in import_names if top == module), key=_get_member_order)
        plain = [name for name in names if import_names[module, name] == name]
        groups = [[name] for name in names if name not in plain] + [plain] * bool(plain)
        for group in groups:
            order = (_get_natural_key(module), module, _get_member_order(group[0]))
            members = [
                name if name in plain else f"{name} as {import_names[module, name]}"
                for name in group
            ]
            text = f"from {module} import {', '.join(members)}"
            if source.measure_width(text) > source.LINE_WIDTH:
                text = "\n".join(
                    [f"from {module} import (", *(f"    {member}," for member in members), ")"]
                )
            rows.append((section, 1, order, text))
    rows.sort(key=lambda row: row[:3])
    return (
        "\n\n".join(
            "\n".join(row[-1] for row in block) for _, block in groupby(rows, lambda row: row[0])
        )
        + "\n"
    )


def _get_member_order(name: str) -> tuple[int, list[tuple[bool, int, str]], str]:
    """Constants, then classes, then the rest."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[0].isupper() else 2
    return (kind, _get_natural_key(name), name)


def _get_natural_key(text: str) -> list[tuple[bool, int, str]]:
    """A key that sorts ``User2`` before ``User10``."""
    parts = re.findall(r"[0-9]+|[^0-9]", text.lower())
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
