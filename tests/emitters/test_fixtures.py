"""Generated fixture modules: formatted as by ruff, equal to the instances, working in pytest."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.emitters.fixtures import (
    FixtureSpec,
    ModuleHeader,
    build_case_labels,
    build_fixtures_module,
)
from pytest_fixturegen.emitters.literals import describe_type, describe_value, find_symbol
from pytest_fixturegen.emitters.names import choose_fixture_names, choose_local_names
from pytest_fixturegen.emitters.source import FormError
from tests.emitters import zoo

RUFF = Path(sys.executable).with_name("ruff")
HEADER = ModuleHeader(
    "1.0.0", "42", "sha256:0123abcd", "pfg gen fixtures app/models.py --out tests/fixtures.py"
)
STYLES = ("functions", "factory", "class")
KINDS = list(itertools.product(STYLES, ("model", "dict"), ("function", "session")))
MODELS = [value for value in zoo.OBJECTS if not isinstance(value, zoo.Pair | zoo.Name)]
ANN, BOB = (
    zoo.User(id=1, name="Ann"),
    zoo.User(id=2, name="Bob", address=zoo.Address(street="s", tags=["t"])),
)


def get_fixture_names(specs: list[FixtureSpec]) -> list[str]:
    return choose_fixture_names([(spec.model_module, spec.model_qualname) for spec in specs])


def spec(*values: Any, as_dict: bool = False) -> FixtureSpec:
    kind = type(values[0])
    generic = getattr(kind, "__pydantic_generic_metadata__", None)
    _, module, name = find_symbol((generic and generic["origin"]) or kind)
    return FixtureSpec(
        module,
        name,
        tuple(describe_value(value, as_dict=as_dict) for value in values),
        describe_type(kind),
    )


def module(
    *specs: FixtureSpec, style: Any = "functions", return_type: Any = "model", **settings: Any
) -> str:
    settings = {"scope": "function", "header": HEADER, "first_party": (), **settings}
    return build_fixtures_module(specs, style=style, return_type=return_type, **settings)


def execute(text: str) -> dict[str, Any]:
    """Execute a generated module, and return its namespace."""
    namespace: dict[str, Any] = {}
    exec(compile(text, "fixtures", "exec"), namespace)
    return namespace


def call_fixture(namespace: dict[str, Any], name: str, *arguments: Any) -> Any:
    """Return the value of the fixture *name*."""
    fixture = namespace[name]
    wrapped = getattr(fixture, "__pytest_wrapped__", None)  # pytest 8.0 to 8.3
    return (wrapped.obj if wrapped else fixture._get_wrapped_function())(*arguments)


def check_with_ruff(folder: Path, python: str = "py310") -> None:
    """Check that ruff finds nothing to change in the modules of *folder*."""
    rules = "I,F,E4,E7,E9,UP,B,PT,PIE,RET,SIM,C4"
    version = ["--target-version", python]
    for command in (
        ["format", "--diff"],
        ["check", *version],
        ["check", *version, "--select", rules],
    ):
        run = subprocess.run(
            [RUFF, *command, "--isolated", "."],
            cwd=folder,
            check=False,
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stdout[:3000]


@pytest.mark.parametrize("value", MODELS, ids=lambda value: type(value).__name__)
def test_a_fixture_returns_an_equal_instance(value: Any) -> None:
    single = spec(value)
    [name] = get_fixture_names([single])
    assert call_fixture(execute(module(single)), name) == value


def test_ruff_changes_nothing(tmp_path: Path) -> None:
    for style, return_type, scope in KINDS:
        specs = [spec(value, as_dict=return_type == "dict") for value in [*MODELS, zoo.Pair(1)]]
        specs.append(spec(ANN, BOB, as_dict=return_type == "dict"))
        text = module(*specs, style=style, scope=scope, return_type=return_type)
        (tmp_path / f"{style}_{return_type}_{scope}.py").write_text(text, encoding="utf-8")
    check_with_ruff(tmp_path)


def test_utc_datetimes_are_written_alike_for_every_python(tmp_path: Path) -> None:
    text = module(spec(zoo.network()))
    assert 'datetime.fromisoformat("2024-01-05T09:30:00+00:00")' in text
    (tmp_path / "module.py").write_text(text, encoding="utf-8")
    check_with_ruff(tmp_path)
    check_with_ruff(tmp_path, "py311")


def long_specs() -> list[FixtureSpec]:
    name = "TheNameOfAClassThatIsFarTooLongForAnyLineOfCode"
    packages = ["a.models", "a.Models", "a.models2", "a.models10", f"{name.lower()}.{name.lower()}"]
    names = [
        name,
        f"{name}{name}",
        "User",
        "user",
        "C1",
        "CONSTANT",
        "TestCase",
        "Any",
        "make",
        "request",
        "Outer.Inner",
    ]
    case = ["call", ["symbol", "datetime", "date"], [["value", 1]], []]
    generic = ["generic", ["symbol", "b", name], [["symbol", "b", name]]]
    kinds = [None, generic, ["or", [["symbol", "b", name], ["value", None]]]]
    return [
        FixtureSpec(package, name, (case,) * count, kind)
        for package, name, count, kind in itertools.product(packages, names, (1, 2), kinds)
    ]


def test_ruff_changes_nothing_with_long_names(tmp_path: Path) -> None:
    specs = long_specs()
    for index, (style, start) in enumerate(itertools.product(STYLES, range(0, len(specs), 23))):
        (tmp_path / f"module_{index}.py").write_text(
            module(*specs[start : start + 40], style=style), encoding="utf-8"
        )
    check_with_ruff(tmp_path)


def test_a_fixture_function_is_short_and_plain() -> None:
    assert module(spec(ANN)).split("\n\n\n")[1] == (
        "@pytest.fixture\n"
        "def user() -> User:\n"
        '    """A user."""\n'
        '    return User(id=1, name="Ann")\n'
    )


def test_the_header_contains_the_command_to_repeat() -> None:
    assert (execute(module(spec(ANN)))["__doc__"]) == (
        "Fixtures of pytest, made by pytest-fixturegen 1.0.0.\n\n"
        "Seed 42, models sha256:0123abcd. To make them again:\n\n"
        "    pfg gen fixtures app/models.py --out tests/fixtures.py\n"
    )


def test_the_header_escapes_any_command() -> None:
    header = ModuleHeader("1", "2", 's"""\\', 'pfg "gen" \u202e\n x\\')
    text = build_fixtures_module(
        [], style="class", scope="function", return_type="model", header=header
    )
    assert execute(text)["__doc__"].endswith('    pfg "gen" \u202e\n x\\\n')
    assert "\u202e" not in text


def test_each_case_is_a_param_with_a_new_instance() -> None:
    text = module(spec(ANN, BOB))
    assert '@pytest.fixture(params=["case0-ann", "case1-bob"])' in text
    namespace = execute(text)
    request = type("Request", (), {"param": "case1-bob"})
    one, other = call_fixture(namespace, "user", request), call_fixture(namespace, "user", request)
    assert one == other == BOB
    assert one.address.tags is not other.address.tags


def test_case_labels_are_readable_and_distinct() -> None:
    names = ["Ann", "Ann", "José Müller!", "日本", "x" * 99, ""]
    assert build_case_labels([describe_value(zoo.User(id=1, name=name)) for name in names]) == (
        ["case0-ann", "case1-ann", "case2-jose-muller", "case3", "case4", "case5"]
    )


def test_a_factory_accepts_overrides_that_the_model_validates() -> None:
    make = call_fixture(execute(module(spec(BOB), style="factory")), "make_user")
    assert make() == BOB
    assert make() is not make()
    assert make(name="Zoe") == BOB.model_copy(update={"name": "Zoe"})
    with pytest.raises(ValueError, match="id"):
        make(id="no number")


def user_tests(style: str) -> str:
    prefix, end = ("make_", "()") if style == "factory" else ("", "")
    base = "UserFixtures, TagsFixtures, HttpServerFixtures" if style == "class" else "object"
    names = [f"{prefix}{name}" for name in ("user", "tags", "http_server")]
    return (
        f"\n\nclass TestAll({base}):\n    def test_all(self, {', '.join(names)}):\n"
        f"        assert {names[0]}{end}.name == 'Bob'\n"
        f"        assert {names[1]}{end}.root == ['a']\n"
        f"        assert {names[2]}{end}.port in (80, 81)\n"
    )


def test_generated_modules_work_in_pytest(pytester: pytest.Pytester) -> None:
    specs = [
        spec(BOB),
        spec(zoo.Tags(["a"])),
        spec(zoo.HTTPServer(port=80), zoo.HTTPServer(port=81)),
    ]
    for style, scope in itertools.product(STYLES, ("function", "class", "module", "session")):
        text = module(*specs, style=style, scope=scope).replace(
            "tests.emitters.zoo", "zoo"
        ) + user_tests(style)
        pytester.makepyfile(**{f"test_{style}_{scope}": text})
    pytester.makepyfile(zoo=Path(zoo.__file__).read_text(encoding="utf-8"))
    result = pytester.runpytest_subprocess(
        "-p", "no:cacheprovider", "-p", "no:asyncio", "-W", "error"
    )
    result.assert_outcomes(passed=24)


@pytest.mark.parametrize(
    ("qualname", "name"),
    [
        ("HTTPServer", "http_server"),
        ("OAuth2Token", "oauth2_token"),
        ("IPv4Address", "ipv4_address"),
        ("GeoJSON", "geo_json"),
        ("user", "user"),
        ("UserV2", "user_v2"),
        ("List", "list_"),
        ("Class", "class_"),
        ("Request", "request_"),
        ("TmpPath", "tmp_path_"),
        ("Outer.Inner", "inner"),
        ("TestCase", "models_test_case"),
        ("_2fa", "model_2_fa"),
        ("Größe", "größe"),
    ],
)
def test_fixtures_are_named_after_their_class(qualname: str, name: str) -> None:
    assert get_fixture_names([FixtureSpec("app.models", qualname, ())]) == [name]


def test_clashing_fixture_names_get_their_scope() -> None:
    users = [FixtureSpec("shop.models", "User", ()), FixtureSpec("blog.models", "User", ())]
    others = [FixtureSpec("blog.models", "Post", ()), FixtureSpec("blog.models", "Outer.Post", ())]
    assert get_fixture_names(users) == ["shop_models_user", "blog_models_user"]
    assert get_fixture_names([*others, *users])[2:] == get_fixture_names(users)
    assert get_fixture_names(others) == ["models_post", "outer_post"]
    assert get_fixture_names([users[0], users[0]]) == ["user_1", "user_2"]


def test_clashing_imports_are_renamed() -> None:
    found = {
        ("a.shop", "User"),
        ("b.blog", "User.Kind"),
        ("app", "Decimal"),
        ("decimal", "Decimal"),
        ("app", "pytest"),
    }
    assert choose_local_names(
        {*found, ("app", "TestCase"), ("app", "user"), ("app", "Plain")}, {"user"}
    ) == {
        ("a.shop", "User"): "ShopUser",
        ("b.blog", "User"): "BlogUser",
        ("decimal", "Decimal"): "Decimal",
        ("app", "Decimal"): "AppDecimal",
        ("app", "pytest"): "app_pytest",
        ("app", "TestCase"): "AppTestCase",
        ("app", "user"): "app_user",
        ("app", "Plain"): "Plain",
    }


def test_hostile_forms_never_reach_the_module() -> None:
    good = describe_value(ANN)
    for bad in (
        FixtureSpec("os; import sys", "A", (good,)),
        FixtureSpec("app", "A:\n    pass", (good,)),
        FixtureSpec("app", "A", (good,), ["symbol", "app", "1 + 1"]),
        FixtureSpec("app", "A", (["call", ["symbol", "app", "A"], [], [[1]]],)),
        FixtureSpec(
            "app", "A", (["call", ["symbol", "app", "A.model_validate"], [["dict", [3]]], []],)
        ),
        FixtureSpec("app", "A", ()),
    ):
        for style in STYLES:
            with pytest.raises(FormError):
                module(bad, style=style)


def test_equal_input_gives_equal_text() -> None:
    assert module(spec(ANN, BOB), spec(zoo.network())) == module(
        spec(ANN, BOB), spec(zoo.network())
    )


def real_models() -> list[Any]:
    geojson = pytest.importorskip("geojson_pydantic")
    openapi = pytest.importorskip("openapi_pydantic")
    stac = pytest.importorskip("stac_pydantic")
    mcp = pytest.importorskip("mcp_types")
    point = geojson.Point(type="Point", coordinates=(1.0, 2.0))
    answer = openapi.Response(description="Fine")
    operation = openapi.Operation(operationId="list", responses={"200": answer})
    paths = {"/users": openapi.PathItem(get=operation)}
    when = {"datetime": "2024-01-01T00:00:00Z"}
    return [
        point,
        geojson.Feature[geojson.Point, dict[str, Any]](
            type="Feature", geometry=point, properties={"a": [1]}
        ),
        openapi.OpenAPI(info=openapi.Info(title="Shop", version="1"), paths=paths),
        stac.Item.model_validate(
            {
                "type": "Feature",
                "stac_version": "1.0.0",
                "id": "a",
                "geometry": None,
                "properties": when,
                "links": [],
                "assets": {},
            }
        ),
        mcp.Tool(name="add", inputSchema={"type": "object", "$x": {}}, description="Adds."),
        mcp.CallToolResult(content=[mcp.TextContent(type="text", text="hi")]),
    ]


def test_models_of_other_packages_can_be_written(tmp_path: Path) -> None:
    models = real_models()
    specs = [spec(model) for model in models]
    for style in STYLES:
        (tmp_path / f"{style}.py").write_text(module(*specs, style=style), encoding="utf-8")
    check_with_ruff(tmp_path)
    namespace = execute(module(*specs))
    assert [call_fixture(namespace, name) for name in get_fixture_names(specs)] == models
