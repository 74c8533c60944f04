"""Hostile names, texts and reports: none leaves the string or the name that it stands for."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pytest_fixturegen.cli.init_templates import build_configuration, build_conftest
from pytest_fixturegen.config.command_options import FixturesConfig
from pytest_fixturegen.emitters import modules, source_checks
from pytest_fixturegen.emitters.fixtures import FixtureSpec, ModuleHeader, build_fixtures_module
from pytest_fixturegen.emitters.override_types import build_overrides_module
from pytest_fixturegen.emitters.source import FormError
from pytest_fixturegen.errors import EmitError

PIECES = ['"""', "'''", '"', "'", "\\", "\n", "\r", "\0", "\u2028", "\ud800", "\u202e", "#", ";"]
CODE = '+str(open("pwned","w"))+'
HOSTILE_TEXT = st.lists(
    st.one_of(st.sampled_from([*PIECES, "{", "}", ")", "(", CODE]), st.text(max_size=5)), max_size=8
).map("".join)
STYLES = ("functions", "factory", "class")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | HOSTILE_TEXT,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(HOSTILE_TEXT, values, max_size=3),
    max_leaves=12,
)
TAGS = st.sampled_from(
    "value int str bytes float list tuple set frozenset dict call symbol generic or".split()
)
FORMS = st.recursive(
    st.tuples(TAGS, JSON_VALUES).map(list)
    | st.tuples(st.just("symbol"), st.sampled_from(["m", "builtins", "re"]), HOSTILE_TEXT).map(list)
    | st.just(["symbol", "typing", "Literal"])
    | HOSTILE_TEXT.map(lambda text: ["value", text]),
    lambda forms: (
        st.tuples(TAGS, forms, st.lists(forms, max_size=3)).map(list)
        | st.lists(forms, max_size=3).map(lambda items: ["list", items])
        | st.lists(forms, max_size=3).map(
            lambda items: ["generic", ["symbol", "typing", "Literal"], items]
        )
    ),
    max_leaves=8,
)


def list_calls(text: str) -> set[str]:
    """Return the names of all functions that the source *text* calls."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return {ast.unparse(call.func) for call in calls}


@given(text=HOSTILE_TEXT, style=st.sampled_from(STYLES), literal=HOSTILE_TEXT)
@example(text='x"""' + CODE + '"""', style="functions", literal='"""' + CODE + '"""')
@example(text="\\", style="factory", literal="\\")
@QUICK
def test_a_fixture_module_keeps_its_structure(text: str, style: Any, literal: str) -> None:
    spec = FixtureSpec(
        "app.models",
        "User",
        (["value", literal],),
        ["generic", ["symbol", "typing", "Literal"], [["value", literal]]],
        is_unnamed=True,
    )
    written = build_fixtures_module(
        [spec],
        style=style,
        scope="function",
        return_type="model",
        header=ModuleHeader(text, text, text, text),
        first_party=(),
    )
    written.encode()
    assert list_calls(written) == set()
    kinds = [type(node) for node in ast.parse(written).body]
    imports = kinds.count(ast.Import) + kinds.count(ast.ImportFrom)
    assert len(kinds) == imports + 2
    returned = [node.value for node in ast.walk(ast.parse(written)) if isinstance(node, ast.Return)]
    assert [node.value for node in returned if isinstance(node, ast.Constant)] == [literal]


@given(command=HOSTILE_TEXT, name=HOSTILE_TEXT, literal=HOSTILE_TEXT)
@example(command='x""";open("pwned","w");\'\'\'', name="User", literal="''' #")
@QUICK
def test_a_module_of_overrides_keeps_its_structure(command: str, name: str, literal: str) -> None:
    hint = ["generic", ["symbol", "typing", "Literal"], [["value", literal]]]
    report = {
        "symbol": ["symbol", "app.models", name],
        "type": ["symbol", "app.models", name],
        "fields": [["id", hint], [literal, hint]],
    }
    try:
        written = build_overrides_module([report], command, [])
    except FormError:
        assert not name.isidentifier()
        return
    written.encode()
    assert list_calls(written) == set()
    assert [type(node) for node in ast.parse(written).body] == [
        ast.Expr,
        *[ast.ImportFrom] * 2,
        ast.ClassDef,
    ]


@given(
    reports=st.lists(
        st.fixed_dictionaries(
            {"symbol": st.just(["symbol", "m", "User"]) | JSON_VALUES},
            optional={
                "model": JSON_VALUES,
                "digest": JSON_VALUES,
                "seed": JSON_VALUES,
                "cases": st.lists(FORMS, max_size=2) | JSON_VALUES,
                "annotation": FORMS | JSON_VALUES,
                "fields": st.lists(st.tuples(HOSTILE_TEXT, FORMS).map(list)) | JSON_VALUES,
                "type": FORMS | JSON_VALUES,
                "bare": JSON_VALUES,
            },
        ),
        max_size=2,
    ),
    style=st.sampled_from(STYLES),
)
@example(reports=[{"symbol": ["symbol", "m", "A"], "cases": 7}], style="class")
@example(reports=[{"symbol": ["symbol", "m", "A"], "fields": [1]}], style="class")
@example(reports=[{"symbol": ["symbol", "m", "A"], "fields": {}, "type": 1}] * 2, style="class")
@example(reports=[{"symbol": ["symbol", "m", "A"], "digest": "\ud800"}], style="class")
@QUICK
def test_forged_reports_are_one_sentence(reports: list[dict[str, Any]], style: Any) -> None:
    settings = FixturesConfig(style=style)
    for write in (
        lambda: [text for *_, text in modules.build_modules(reports, settings, 0, "pfg")],
        lambda: [build_overrides_module(reports, "pfg", modules.list_first_party(reports))],
    ):
        for text in write_or_refuse(write):
            text.encode()
            assert "open" not in list_calls(text)


def write_or_refuse(write: Callable[[], list[str]]) -> list[str]:
    """Return the texts that *write* returns, or the error's sentence as a comment."""
    try:
        return write()
    except (FormError, EmitError) as error:
        return [f"# {error.message}"]  # a line break in it would be code


def test_classes_whose_names_collide_are_numbered() -> None:
    names = ["A.B", "AB", "A.B"]
    reports = [
        {"symbol": ["symbol", "m", name], "type": ["symbol", module, name], "fields": []}
        for name, module in zip(names, ["m", "m", "n"], strict=True)
    ]
    written = ast.parse(build_overrides_module(reports, "pfg", []))
    classes = [node.name for node in written.body if isinstance(node, ast.ClassDef)]
    assert classes == ["MABOverrides", "MAB2Overrides", "MAB3Overrides"]


@pytest.mark.parametrize(
    "name", ["User; import os", "User)\nimport os #", "class", "x y", "", "\ufb01", "A..B"]
)
@pytest.mark.parametrize("key", ["module", "name"])
def test_init_refuses_names_that_are_code(key: str, name: str) -> None:
    with pytest.raises(EmitError, match="cannot be imported by that name"):
        build_conftest([{"module": "app", "name": "User", key: name}])


@given(root=HOSTILE_TEXT)
@QUICK
def test_the_configuration_of_init_is_toml_with_the_path(root: str) -> None:
    tomllib = pytest.importorskip("tomllib")
    if any("\ud800" <= letter <= "\udfff" for letter in root):
        return
    table = tomllib.loads(build_configuration(root))
    assert table.get("tool", {}).get("pytest", {}).get("ini_options", {}) == (
        {"pythonpath": [root]} if root else {}
    )


def test_source_that_python_cannot_read_is_one_sentence() -> None:
    union = ["or", [["symbol", "m", f"A{number}"] for number in range(9000)]]
    report = {
        "symbol": ["symbol", "m", "User"],
        "type": ["symbol", "m", "User"],
        "fields": [["id", union]],
    }
    with pytest.raises(EmitError, match="nested deeper than Python reads"):
        build_overrides_module([report], "pfg", [])


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("def a(): pass\nx()", ["a"]),
        ("def b(): pass", ["a"]),
        ("class A:\n    def b(self): pass", ["A", "c"]),
        ("x()", ["a"]),
    ],
)
def test_a_block_of_another_structure_is_refused(block: str, names: list[str]) -> None:
    with pytest.raises(EmitError, match="another structure"):
        source_checks.check_definition(block, names)


@pytest.mark.parametrize("block", ['"a"\nx()', '"a" + x()', 'f"{x()}"', "7"])
def test_a_docstring_that_is_more_is_refused(block: str) -> None:
    with pytest.raises(EmitError, match="another structure"):
        source_checks.check_docstring(block)
