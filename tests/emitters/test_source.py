"""Source: forms are printed as ruff formats them; malformed forms are refused."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pytest_fixturegen.emitters.source import (
    LINE_WIDTH,
    FormError,
    format_lines,
    format_return,
    is_name,
    list_symbols,
    measure_width,
    quote_text,
    read_form,
)

RUFF = Path(sys.executable).with_name("ruff")


def written(form: Any, **settings: Any) -> str:
    return "\n".join(format_lines(read_form(form, lambda _, name: name), **settings))


def call(name: str, /, *parts: Any, **named: Any) -> Any:
    return [
        "call",
        ["symbol", "m", name],
        list(parts),
        [[key, form] for key, form in named.items()],
    ]


def word(text: object) -> Any:
    return ["value", text]


names = st.one_of(
    st.sampled_from(["a", "User", "é", "A_RATHER_LONG_NAME_THAT_FILLS_A_LINE"]),
    st.from_regex(r"[a-z]{1,30}_", fullmatch=True),
)
symbol_forms = st.lists(names, min_size=1, max_size=2).map(
    lambda parts: ["symbol", "m", ".".join(parts)]
)
generics = st.tuples(symbol_forms, st.lists(symbol_forms, min_size=1, max_size=3)).map(
    lambda made: ["generic", *made]
)
eithers = st.lists(symbol_forms, min_size=2, max_size=4).map(lambda parts: ["or", parts])
callees = st.one_of(
    symbol_forms,
    symbol_forms,
    generics,
    generics.map(lambda of: ["attribute", of, "model_validate"]),
)
texts = st.one_of(
    st.text(max_size=90),
    st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x2FFF), max_size=60),
)
atoms = st.one_of(
    st.none().map(word),
    st.booleans().map(word),
    st.integers(-(2**63), 2**63).map(word),
    texts.map(word),
    st.floats(allow_nan=False, allow_infinity=False).map(word),
    st.sampled_from([["float", "nan"], ["float", "-inf"]]),
    st.integers().map(lambda number: ["int", hex(number)]),
    st.binary().map(lambda raw: ["bytes", b64encode(raw).decode()]),
    symbol_forms,
    generics,
    eithers,
)


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, max_size=5)
    pairs = st.lists(st.tuples(st.deferred(lambda: names), inner), max_size=4)
    named = pairs.map(lambda pairs: [[name, form] for name, form in dict(pairs).items()])
    return st.one_of(
        st.tuples(st.sampled_from(["list", "tuple", "set", "frozenset"]), several).map(list),
        st.lists(st.tuples(inner, inner).map(list), max_size=4).map(lambda pairs: ["dict", pairs]),
        st.tuples(st.deferred(lambda: callees), st.lists(inner, max_size=2), named).map(
            lambda made: ["call", *made]
        ),
    )


forms = st.recursive(st.deferred(lambda: atoms), grown, max_leaves=25)


def test_ruff_changes_nothing(tmp_path: Path) -> None:
    functions: list[str] = []

    @settings(
        max_examples=600,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(forms, st.integers(0, 5))
    def collect(form: Any, depth: int) -> None:
        nest = ["    " * level + "if x:" for level in range(1, depth + 1)]
        statement = format_return(read_form(form, lambda _, name: name), 4 * (depth + 1))
        functions.append("\n".join([f"def f{len(functions)}():", *nest, *statement]))

    collect()
    module = tmp_path / "module.py"
    module.write_text("\n\n\n".join(functions) + "\n", encoding="utf-8")
    compile(module.read_bytes(), "module", "exec")
    run = subprocess.run(
        [RUFF, "format", "--isolated", "--diff", module],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[:3000]


def test_short_source_stays_on_one_line() -> None:
    form = ["list", [word("a" * 40), word("b" * 40)]]
    assert len(written(form)) == 1 + 42 + 2 + 42 + 1 == LINE_WIDTH
    assert "\n" not in written(form)


def test_long_source_is_broken_at_its_outermost_brackets() -> None:
    form = call("User", id=word(1), name=word("n" * 40), tags=["list", [word("t" * 20)]])
    assert written(form) == f'User(\n    id=1, name="{"n" * 40}", tags=["{"t" * 20}"]\n)'
    assert written(form, indent=8).splitlines()[1:3] == [
        "            id=1,",
        f'            name="{"n" * 40}",',
    ]


def test_a_long_string_is_not_broken() -> None:
    assert written(call("User", name=word("n" * 100))) == f'User(\n    name="{"n" * 100}"\n)'


def test_a_tuple_of_one_keeps_its_comma() -> None:
    assert written(["tuple", [word(1)]]) == "(1,)"


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("plain", '"plain"'),
        ("it's", '"it\'s"'),
        ('say "hi"', "'say \"hi\"'"),
        ("'\"", '"\'\\""'),
        ("a\\b\n\t\0", r'"a\\b\n\t\x00"'),
        ("José 日本", '"José 日本"'),
        ("\u202eevil\u2066\u200b\ufeff\xa0\xad", r'"\u202eevil\u2066\u200b\ufeff\xa0\xad"'),
        ("\ud800😀", r'"\ud800\U0001f600"'),
    ],
)
def test_text_is_quoted_as_ruff_prefers_and_shows_everything(text: str, literal: str) -> None:
    assert quote_text(text) == literal


def test_width_counts_columns() -> None:
    assert (measure_width("abc"), measure_width("日本"), measure_width("e\u0301")) == (3, 4, 1)


def test_usable_names_are_recognized() -> None:
    assert is_name("größe")
    assert not any(
        map(
            is_name,
            ["", "a b", "1a", "class", "None", "ﬁ", "__import__", "__x", "a.b", "a" * 300, 3, None],
        )
    )


def test_all_symbols_of_a_form_are_listed() -> None:
    form = call(
        "A.make", ["symbol", "n", "B"], x=["or", [["symbol", "n", "C.c"], ["symbol", "n", "C.d"]]]
    )
    assert list_symbols(form) == {("m", "A.make"), ("n", "B"), ("n", "C.c"), ("n", "C.d")}


def deep(levels: int) -> Any:
    form: Any = ["value", 1]
    for _ in range(levels):
        form = ["list", [form]]
    return form


HOSTILE: list[Any] = [
    None,
    1,
    "x",
    [],
    {},
    ["value"],
    ["value", 1, 2],
    ["eval", "1"],
    [["value"], 1],
    ["value", []],
    ["value", {}],
    ["value", float("inf")],
    ["value", float("nan")],
    ["value", 2**70],
    ["float", "1"],
    ["float", 1],
    ["int", "12"],
    ["int", "0x" + "f" * 5_000_000],
    ["bytes", "?"],
    ["bytes", "é"],
    ["bytes", None],
    ["str", b64encode(b"\xff").decode()],
    ["list", "ab"],
    ["list", None],
    ["dict", [[1]]],
    ["dict", [["value", 1]]],
    ["dict", {"a": 1}],
    ["dict", ["ab"]],
    ["symbol", "m", "__import__('os')"],
    ["symbol", "m", "a;b"],
    ["symbol", "m;import os", "a"],
    ["symbol", "m", "class"],
    ["symbol", "", "a"],
    ["symbol", "m", "a."],
    ["symbol", "m.__main__", "a"],
    ["symbol", "m", None],
    ["symbol", ["m"], "a"],
    ["symbol", "m", "a\n"],
    ["symbol", "m", "ﬁ"],
    ["symbol", "builtins", "__import__"],
    ["symbol", "m"],
    ["attribute", ["symbol", "m", "a"], "b"],
    ["attribute", ["generic", ["symbol", "m", "a"], [["value", 1]]], "b()"],
    ["generic", ["value", 1], [["value", 1]]],
    ["generic", ["symbol", "m", "a"], []],
    ["or", [["symbol", "m", "a"]]],
    ["or", [["value", 1], ["value", 2]]],
    ["or", "ab"],
    ["or", [["or", [1, 2]], ["value", None]]],
    ["call", ["value", 1], [], []],
    ["call", "print", [], []],
    ["call", ["call", 1, 2, 3], [], []],
    ["call", ["symbol", "os", "system"], [["value", "true"]], []],
    ["call", ["symbol", "builtins", "eval"], [], []],
    ["call", ["symbol", "subprocess", "run"], [], []],
    ["call", ["symbol", "os.path", "join"], [], []],
    ["call", ["symbol", "datetime", "datetime.now"], [], []],
    ["call", ["symbol", "pathlib", "Path.unlink"], [], []],
    ["call", ["attribute", ["generic", ["symbol", "os", "x"], [["value", 1]]], "y"], [], []],
    ["call", ["symbol", "m", "f"], [], [["a=1, b", ["value", 1]]]],
    ["call", ["symbol", "m", "f"], [], [["if", ["value", 1]]]],
    ["call", ["symbol", "m", "f"], [], [["a", ["value", 1]], ["a", ["value", 1]]]],
    ["call", ["symbol", "m", "f"], [], [[]]],
    ["call", ["symbol", "m", "f"], [], [[["x"], ["value", 1]]]],
    ["call", ["symbol", "m", "f"], [], {}],
    deep(200),
    deep(100_000),
    ["list", [["value", 1]] * 1_000_000],
    ["list", [["value", "x" * 1_000_000]] * 9],
]


@pytest.mark.parametrize("form", HOSTILE, ids=range(len(HOSTILE)))
def test_malformed_forms_are_refused(form: Any) -> None:
    with pytest.raises(FormError, match="The child described no "):
        list_symbols(form)


TAGS = (
    "value float int str bytes list tuple set frozenset dict symbol generic attribute or call m"
).split()
numbers = st.one_of(st.none(), st.booleans(), st.integers(), st.floats())
json_values = st.recursive(
    st.one_of(numbers, st.text(max_size=8), st.sampled_from(TAGS)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
)


@settings(max_examples=400)
@given(json_values)
def test_any_json_is_read_or_refused(form: Any) -> None:
    try:
        text = written(form)
    except FormError:
        return
    compile(text, "text", "eval")


def test_python_can_compile_the_deepest_form() -> None:
    form: Any = word(1)
    for _ in range(44):
        form = call("Box", content=["list", [form]])
    compile(
        "def f():\n" + "\n".join(format_return(read_form(form, lambda _, name: name), 4)),
        "text",
        "exec",
    )
