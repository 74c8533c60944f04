"""Every way to declare a fixture, in the test run of a sample project."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.functional.test_plugin import MODELS, STRICT

HEAD = """
import pytest
from pytest_fixturegen import Make, Pfg, pfg_factory, pfg_fixture
from models import Address, Order, User
"""
PLAIN = ("-p", "no:randomly", *STRICT)


@pytest.fixture
def run(pytester: pytest.Pytester):
    """Return a function that runs pytest in a project with this conftest and these tests."""
    pytester.makepyfile(models=MODELS)
    pytester.syspathinsert()

    def result(conftest: str, tests: str, *words: str) -> pytest.RunResult:
        pytester.makeconftest(HEAD + conftest)
        pytester.makepyfile(test_it=HEAD + tests)
        return pytester.runpytest_inprocess(*PLAIN, *words)

    return result


def test_a_statement_by_itself_binds_the_derived_name(run) -> None:
    conftest = "pfg_fixture(User)\npfg_factory(Order)\nother = pfg_fixture(list[Order], n=2)\n"
    tests = (
        "def test_it(user, make_order, other):\n    assert user.name\n"
        "    assert make_order() not in other\n"
    )
    run(conftest, tests).assert_outcomes(passed=1)


def test_a_bound_declaration_binds_no_other_name(run) -> None:
    result = run("account = pfg_fixture(User)\n", "def test_it(account, user): pass\n")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'user' not found*"])


def test_a_fixture_can_be_declared_in_a_class_and_named(run) -> None:
    tests = """
class TestUsers:
    pfg_fixture(User)
    admin = pfg_fixture(User, {"name": "Root"}, name="root")

    def test_it(self, user, root):
        assert (user.name != "Root", root.name) == (True, "Root")
"""
    run("", tests).assert_outcomes(passed=1)


def test_variants_run_by_their_ids_and_cases_multiply_them(run) -> None:
    conftest = (
        'role = pfg_fixture(User, variants={"as-root": {"name": "Root"}, "as-bob": '
        '{"name": "Bob"}}, cases=2)\n'
    )
    result = run(conftest, "def test_it(role): assert role.name in ('Root', 'Bob')\n", "-v")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(
        [
            f"*test_it?{name}-case{number}? PASSED*"
            for name in ("as-root", "as-bob")
            for number in (0, 1)
        ]
    )


def test_variants_differ_only_in_their_overrides(run, pytester: pytest.Pytester) -> None:
    conftest = (
        'role = pfg_fixture(User, variants={"root": {"name": "Root"}, "bob": {"name": '
        '"Bob"}}, scope="session")\n'
    )
    tests = (
        "seen = []\ndef test_it(role): seen.append(role.id)\n"
        "def test_after(): assert len(set(seen)) == 1\n"
    )
    run(conftest, tests).assert_outcomes(passed=3)


def test_a_factory_restarts_its_count_in_each_test(run) -> None:
    conftest = "make_user = pfg_factory(User, {'address': {'city': 'Oslo'}}, scope='session')\n"
    tests = """
seen = []

@pytest.mark.parametrize("turn", range(2))
def test_it(make_user: Make[User], turn):
    first = make_user()
    batch = make_user.batch(2, address={"city": "Bergen"})
    seen.append([first, *batch, make_user(name="Bob")])
    assert [each.address.city for each in seen[-1]] == ["Oslo", "Bergen", "Bergen", "Oslo"]
    assert seen[-1][3].name == "Bob"

def test_after():
    assert seen[0] == seen[1]
    assert len({each.id for each in seen[0]}) == 4
"""
    run(conftest, tests).assert_outcomes(passed=3)


def test_wider_fixtures_do_not_change_the_values_of_a_test(run) -> None:
    conftest = """
make_user = pfg_factory(User, scope="session")

@pytest.fixture(scope="session")
def owner(make_user, pfg: Pfg):
    return make_user(), pfg.build(Order)
"""
    tests = """
def test_with(owner, make_user, pfg):
    assert make_user() != owner[0] and pfg.build(Order) != owner[1]
    print("with", make_user(), pfg.build(Order))

def test_without(make_user, pfg):
    make_user(), pfg.build(Order)
    print("with", make_user(), pfg.build(Order))
"""
    output = run(conftest, tests, "-s").stdout.str()
    assert len(set(re.findall(r"with .*", output))) == 1


def test_an_ordinary_fixture_can_use_pfg(run) -> None:
    conftest = (
        "@pytest.fixture\ndef owner(pfg: Pfg) -> User:\n"
        "    return pfg.factory(User, name='Ada')(address={'city': 'Rome'})\n"
    )
    tests = (
        "def test_it(owner, pfg, pfg_seed): assert (owner.name, owner.address.city, "
        "pfg_seed) == ('Ada', 'Rome', pfg.seed)\n"
    )
    run(conftest, tests).assert_outcomes(passed=1)


def test_links_copy_values_of_other_fixtures(run) -> None:
    conftest = """
user = pfg_fixture(User)
order = pfg_fixture(Order, links={"number": "user.id"})
guest = pfg_fixture(User, links={"address": "home"})
home = pfg_fixture(Address)
make_order = pfg_factory(Order, links={"number": "user.id"})
"""
    tests = """
def test_it(order, user, guest, home, make_order):
    assert (order.number, guest.address, make_order().number) == (user.id, home, user.id)
"""
    run(conftest, tests).assert_outcomes(passed=1)


def test_a_link_to_an_unknown_field_is_an_error(run) -> None:
    conftest = (
        'user = pfg_fixture(User)\norder = pfg_fixture(Order, links={"number": "user.ident"})\n'
    )
    result = run(conftest, "def test_it(order): pass\n")
    result.stdout.fnmatch_lines(["*'user.ident': User has no 'ident'. Known: address, id, name.*"])


def test_unique_fields_differ_between_cases(run) -> None:
    models = (
        "from enum import Enum\nfrom pydantic import BaseModel\nclass Size(Enum):\n"
        "    S = 1\n    M = 2\n    L = 3\n"
    )
    models += "class Shirt(BaseModel):\n    size: Size\n"
    tests = (
        models
        + """
shirt = pfg_fixture(Shirt, cases=3, unique=["size"])
seen = []
def test_it(shirt): seen.append(shirt.size)
def test_after(): assert len(set(seen)) == 3
"""
    )
    run("", tests).assert_outcomes(passed=4)


def test_persist_returns_the_value_and_can_request_fixtures(run) -> None:
    conftest = """
@pytest.fixture
def table(): return {}

def save(user, table):
    table[user.id] = user
    return user.model_copy(update={"name": "saved"})

def keep(user, table): table[user.id] = user

saved = pfg_fixture(User, persist=save)
kept = pfg_fixture(User, persist=keep)
make_saved = pfg_factory(User, persist=save)
"""
    tests = """
def test_it(saved, kept, make_saved, table):
    assert (saved.name, make_saved().name) == ("saved", "saved")
    assert table[kept.id] is kept
    assert len(table) == 3
"""
    run(conftest, tests).assert_outcomes(passed=1)


ASYNC = """
import asyncio

async def save(user):
    await asyncio.sleep(0)
    return user.model_copy(update={"name": "saved"})

saved = pfg_fixture(User, persist=save)
make_saved = pfg_factory(User, persist=save)
"""


@pytest.mark.parametrize("mode", ["strict", "auto"])
def test_persist_can_be_async_under_pytest_asyncio(run, mode: str) -> None:
    tests = """
@pytest.mark.asyncio
async def test_it(saved, make_saved):
    assert (saved.name, (await make_saved()).name) == ("saved", "saved")
"""
    run(ASYNC, tests, f"--asyncio-mode={mode}").assert_outcomes(passed=1)


ANYIO = """
@pytest.fixture
def anyio_backend(): return "asyncio"

@pytest.mark.anyio
async def test_it(saved, make_saved):
    assert (saved.name, (await make_saved()).name) == ("saved", "saved")
"""


def test_persist_can_be_async_under_anyio_with_pytest_asyncio(run) -> None:
    run(ASYNC, ANYIO).assert_outcomes(passed=1)


def test_persist_can_be_async_under_anyio_alone(run, pytester: pytest.Pytester) -> None:
    run(ASYNC, ANYIO)
    pytester.runpytest_subprocess("-p", "no:asyncio", "-W", "error").assert_outcomes(passed=1)


def test_marks_override_fields_and_the_closest_mark_wins(run) -> None:
    tests = """
pytestmark = pytest.mark.pfg(user={"name": "Module", "address": {"city": "Oslo"}})

@pytest.mark.pfg(user={"name": "Class"})
class TestUsers:
    def test_class(self, user): assert (user.name, user.address.city) == ("Class", "Oslo")

    @pytest.mark.pfg(user={"name": "Test"})
    def test_test(self, user): assert (user.name, user.address.city) == ("Test", "Oslo")

@pytest.mark.parametrize("user", [{"name": "Param"}], ids=["param"], indirect=True)
def test_param(user): assert (user.name, user.address.city) == ("Param", "Oslo")
"""
    run("user = pfg_fixture(User, {'id': 7})\n", tests).assert_outcomes(passed=3)


def test_a_mark_for_a_fixture_the_test_does_not_request_is_an_error(run) -> None:
    tests = "@pytest.mark.pfg(usr={'name': 'x'})\ndef test_it(user): pass\n"
    result = run("user = pfg_fixture(User)\n", tests)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["*mark pfg names 'usr', which test_it does not request. Did you mean 'user'?*"]
    )


def test_an_annotation_that_is_another_model_is_an_error(run) -> None:
    conftest = "user = pfg_fixture(User)\nsaved = pfg_fixture(User, persist=lambda user: user.id)\n"
    tests = "def test_right(user: User, saved: int): pass\ndef test_wrong(user: Order): pass\n"
    result = run(conftest, tests)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(
        ["*test_wrong expects user as Order, but the fixture returns User.*"]
    )


def test_configured_models_become_fixtures(run, pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml(
        '[tool.pytest_fixturegen]\nmodels = ["models:User", "models:Nobody"]\n'
    )
    result = run("", "def test_it(user: User): assert user.name\ndef test_other(nobody): pass\n")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*models: models:Nobody cannot be imported: *"])


def test_an_autouse_fixture_is_always_set_up(run) -> None:
    conftest = "seen = []\neverywhere = pfg_fixture(User, autouse=True, persist=seen.append)\n"
    run(
        conftest, "def test_it():\n    import conftest\n    assert len(conftest.seen) == 1\n"
    ).assert_outcomes(passed=1)


def test_the_list_shows_each_declaration_with_a_value(run) -> None:
    conftest = "user = pfg_fixture(User, {'name': 'Ada'})\nmake_order = pfg_factory(Order)\n"
    result = run(conftest, "def test_it(): assert False\n", "--pfg-list")
    result.stdout.fnmatch_lines(
        ["user * User * -- conftest.py:4", "    User(id=*name='Ada'*", "make_order * Make?Order?*"]
    )
    assert "FAILED" not in result.stdout.str()


FAILING = (
    "def test_it(user, make_order, pfg):\n"
    "    make_order(), make_order(), pfg.build(User)\n    assert False\n"
)
DECLARED = "user = pfg_fixture(User)\nmake_order = pfg_factory(Order)\n"


def test_a_failed_test_shows_its_values_and_how_to_reproduce_them(run) -> None:
    output = run(DECLARED, FAILING, "--pfg-seed=7", "--pfg-locale", "de_DE").stdout
    output.fnmatch_lines(
        [
            "*- pytest-fixturegen -*",
            "user = User(id=*",
            "make_order = Order(number=*",
            "make_order #2 = Order(number=*",
            "pfg.build(User) = User(id=*",
            "reproduce with: --pfg-seed=7 --pfg-locale=de_DE",
        ]
    )


@pytest.mark.parametrize(
    ("given", "flags"),
    [
        (["--pfg-vary=test"], "--pfg-seed=0 --pfg-vary=test"),
        (["--pfg-config", "own.toml"], "--pfg-seed=3 --pfg-config=own.toml"),
        (["--pfg-vary=run"], r"--pfg-seed=\d+ --pfg-vary=session"),
        (["--pfg-p-none=0.5", "--pfg-seed=2"], "--pfg-seed=2 --pfg-p-none=0.5"),
        (["--pfg-models=decimal:Decimal"], "--pfg-seed=0 --pfg-models=decimal:Decimal"),
        (
            ["-o", "pfg_vary=test", "-o", "pfg_seed=4", "-o", "log_cli=true"],
            "--pfg-seed=4 -o pfg_vary=test",
        ),
    ],
    ids=[
        "vary by test",
        "configuration",
        "vary by run",
        "chance of None",
        "models of fixtures",
        "ini keys",
    ],
)
def test_the_flags_of_a_failed_test_give_its_values_again(
    run, pytester: pytest.Pytester, given: list[str], flags: str
) -> None:
    pytester.makefile(".toml", own="seed = 3\n")
    test = "def test_it(pfg):\n    print('got', pfg.build(User))\n    assert False\n"
    first = run("", test, *given).stdout.str()
    shown = re.search(rf"reproduce with: ({flags})\n", first)
    assert shown is not None
    second = run("", test, *shlex.split(shown[1])).stdout.str()
    assert re.findall("got .*", first) == re.findall("got .*", second) != []


def test_rows_are_shown_by_their_columns(run) -> None:
    declared = """
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

class Base(DeclarativeBase):
    pass

class Firm(Base):
    __tablename__ = "firm"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]

    def __repr__(self) -> str:
        return f"<Firm #{self.id}>"

firm = pfg_fixture(Firm, {"id": 3, "title": "Acme"})
firms = pfg_fixture(list[Firm], n=1, persist=lambda firms: None)
"""
    output = run(declared, "def test_it(firm, firms): assert False\n").stdout
    output.fnmatch_lines(["firm = Firm(id=3, title='Acme')", "firms = Firm(id=*, title=*)"])


def test_factories_have_a_short_repr(run) -> None:
    declared = "make_user = pfg_factory(User)\n"
    test = (
        "def test_it(make_user, pfg): assert (repr(make_user), repr(pfg)) == "
        "('Make[User]', 'Pfg(seed=7)')\n"
    )
    run(declared, test, "--pfg-seed=7").assert_outcomes(passed=1)


def test_tests_that_pass_or_use_no_data_have_no_section(run) -> None:
    result = run(DECLARED, "def test_it(user): pass\ndef test_other(): assert False\n")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.no_fnmatch_line("*reproduce with*")


def test_the_section_reaches_the_controller_of_several_workers(run) -> None:
    run(DECLARED, FAILING, "-n", "1", "--pfg-seed=random").stdout.re_match_lines_random(
        [r"reproduce with: --pfg-seed=\d+"]
    )


def test_the_section_shows_code_that_rebuilds_the_value(run, pytester: pytest.Pytester) -> None:
    tests = FAILING.replace("assert False", "print('was', repr(user))\n    assert False")
    output = run(DECLARED, tests, "-vv", "--pfg-seed=7").stdout.str()
    expression = re.search(r"^user = (User\.model_validate.*)$", output, re.MULTILINE)
    was = re.search(r"^was (.*)$", output, re.MULTILINE)
    assert expression
    assert was
    namespace: dict[str, object] = {}
    exec(f"from models import User\nagain = repr({expression[1]})", namespace)
    assert namespace["again"] == was[1]


def test_a_random_seed_is_kept_for_the_next_run(run, pytester: pytest.Pytester) -> None:
    tests = "def test_it(pfg_seed, user): print('had', pfg_seed, user)\n"
    had = [
        re.search(r"had .*", run(DECLARED, tests, "-s", "--pfg-seed", which).stdout.str())
        for which in ("random", "last", "random", "last")
    ]
    assert all(had)
    first, again, other, last = (each[0] for each in had if each)
    assert (first == again, other == last, first == other) == (True, True, False)


def test_a_missing_last_seed_is_a_usage_error(run) -> None:
    result = run(DECLARED, "def test_it(user): pass\n", "--pfg-seed=last")
    assert result.ret == pytest.ExitCode.USAGE_ERROR, result.stderr.str()
    result.stderr.fnmatch_lines(["*There is no last seed.*"])


@pytest.mark.parametrize(("vary", "same"), [("session", True), ("test", False)])
def test_vary_test_gives_each_test_other_values(run, vary: str, same: bool) -> None:
    tests = (
        "seen = []\ndef test_a(user, pfg): seen.append((user, pfg.build(Order)))\ntest_b = test_a\n"
    )
    tests += (
        "def test_c():\n"
        f"    assert (seen[0][0] == seen[1][0], seen[0][1] == seen[1][1]) == ({same}, "
        f"{same})\n"
    )
    run(DECLARED, tests, f"--pfg-vary={vary}").assert_outcomes(passed=3)


def test_vary_run_gives_each_run_other_values(run) -> None:
    seeds = {
        re.search(
            r"pfg: seed=(\d+)",
            run(DECLARED, "def test_it(user): pass\n", "--pfg-vary=run").stdout.str(),
        )[1]
        for _ in range(2)
    }
    assert len(seeds) == 2


@pytest.mark.parametrize("words", [("-p", "xdist.plugin"), ()], ids=["xdist by name", "alone"])
def test_the_plugin_works_without_autoload(
    run, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    run(DECLARED, "def test_it(user): pass\n")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    result = pytester.runpytest_subprocess(
        "-p", "pytest_fixturegen.plugin", "--pfg-seed=3", "-W", "error", *words
    )
    result.assert_outcomes(passed=1)
