"""Fixtures of the cases of a model and of invalid records, in the test run of a sample project."""

from __future__ import annotations

import re

import pytest

from tests.functional.test_plugin import STRICT

MODELS = """
from enum import Enum
from typing import Annotated
from pydantic import BaseModel, Field, model_validator

class Role(Enum):
    ADMIN = "admin"
    USER = "user"

class Address(BaseModel):
    city: Annotated[str, Field(pattern=r"^[A-Z][a-z]{2,9}$")]

class User(BaseModel):
    role: Role
    age: Annotated[int, Field(ge=18, le=99)]
    address: Address | None

class Broken(BaseModel):
    number: int

    @model_validator(mode="after")
    def refuse(self):
        raise ValueError("never valid")
"""

HEAD = """
import pytest
from pytest_fixturegen import InvalidCase, Make, pfg_factory, pfg_fixture, pfg_invalid
from models import Address, Broken, Role, User
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


def list_ids(result: pytest.RunResult) -> list[str]:
    """Return the parameters of the tests that passed with ``-v``."""
    found = [re.fullmatch(r"test_it.py::\w+\[(.*)\] PASSED .*", line) for line in result.outlines]
    return [match[1] for match in found if match]


def test_each_case_is_a_test_with_a_readable_id(run) -> None:
    tests = """
seen = set()

def test_it(user: User, request):
    shown = dict(part.split("=") for part in request.node.callspec.id.split("-"))
    assert user.role.name == shown.get("role", user.role.name)
    assert str(user.age) == shown.get("age", str(user.age))
    assert (user.address is None) == (shown.get("address") == "None")
    seen.update([user.role, user.age, user.address is None])

def test_all_classes():
    assert {Role.ADMIN, Role.USER, 18, 99, True, False} <= seen
"""
    result = run("user = pfg_fixture(User, cases='each')\n", tests, "-v")
    assert list_ids(result) == [
        "role=USER-age=99-address=value-address.city=shortest",
        "role=ADMIN-age=18-address=None",
        "age=19-address.city=longest",
        "age=98",
    ]


def test_what_a_case_does_not_show_is_as_in_the_first_value(run) -> None:
    conftest = """
user = pfg_fixture(User, cases="bounds")
first = pfg_fixture(User, key="user")
"""
    tests = """
def test_it(user, first, request):
    place = request.node.callspec.id.partition("=")[0].partition(".")[0]
    assert user.model_dump(exclude={place}) == first.model_dump(exclude={place})
"""
    result = run(conftest, tests)
    assert result.parseoutcomes().keys() == {"passed"}


def test_overrides_and_variants_are_no_choices(run) -> None:
    conftest = """
user = pfg_fixture(
    User, {"age": 30}, cases="each", variants={"admin": {"role": Role.ADMIN}, "any": {}}
)
"""
    tests = """
@pytest.mark.pfg(user={"address": {"city": "Oslo"}})
def test_it(user):
    assert (user.age, user.address.city) == (30, "Oslo")
"""
    result = run(conftest, tests, "-v")
    assert list_ids(result) == ["admin-base", "any-role=ADMIN", "any-role=USER"]
    result.assert_outcomes(passed=3)


def test_pairs_and_their_budget(run) -> None:
    conftest = """
user = pfg_fixture(User, cases="pairs", scope="session")
few = pfg_fixture(User, cases="pairs", max_cases=2)
"""
    tests = """
seen = set()
def test_pairs(user): seen.add((user.role, user.age))
def test_all(): assert {(role, age) for role in Role for age in (18, 99)} <= seen
def test_few(few): pass
"""
    result = run(conftest, tests, "-v")
    assert result.parseoutcomes().keys() == {"passed"}
    assert sum("::test_few[" in line for line in result.outlines) == 2


def test_an_indirect_parameter_replaces_the_cases(run) -> None:
    tests = """
@pytest.mark.parametrize("user", [{"age": 40}], indirect=True)
def test_it(user): assert user.age == 40
"""
    run("user = pfg_fixture(User, cases='each')\n", tests).assert_outcomes(passed=1)


def test_a_fixture_of_the_module_can_override_one_with_cases(run) -> None:
    tests = """
@pytest.fixture
def user(user): return user.role.name

@pytest.fixture
def other(): return 1

def test_it(user, other): assert user in ("ADMIN", "USER")
"""
    result = run("user = pfg_fixture(User, cases='each')\nother = user\n", tests)
    assert result.parseoutcomes()["passed"] > 2


def test_links_async_savers_and_unique_fields_work_with_cases(run) -> None:
    conftest = """
from pydantic import BaseModel

class Post(BaseModel):
    number: int
    user_id: int
    is_public: bool

saved = []

async def save(post): saved.append(post)

def keep(post): saved.append(post)

owner = pfg_fixture(int, key="owner")
post = pfg_fixture(
    Post, links={"user_id": "owner"}, unique=["number"], cases="each", persist=keep
)
later = pfg_fixture(Post, cases="each", persist=save, unique=["number", "user_id"])
"""
    tests = """
from conftest import saved

def test_it(post, owner): assert (post.user_id, saved[-1]) == (owner, post)

@pytest.mark.asyncio
async def test_later(later): assert saved[-1] == later

def test_after(): assert len({post.number for post in saved}) == len(saved) == 4
"""
    result = run(conftest, tests, "-v")
    assert list_ids(result)[:4] == ["is_public=True", "is_public=False"] * 2
    assert result.parseoutcomes().keys() == {"passed"}


def test_rows_keep_their_keys(run) -> None:
    conftest = """
from sqlalchemy import ForeignKey, String, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase): pass

class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20), unique=True)

class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    nick: Mapped[str | None] = mapped_column(String(20))
    is_active: Mapped[bool]
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    team: Mapped[Team] = relationship()

@pytest.fixture(scope="session")
def db_session():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session

person = pfg_fixture(Person, cases="each", persist="db_session", related=True, max_cases=3)
make_person = pfg_factory(Person, persist="db_session")
people = pfg_fixture(list[Person], cases="each", persist="db_session", n=2)
"""
    tests = """
from conftest import Person

def test_it(person, db_session):
    assert (person in db_session, person.team_id) == (True, person.team.id)

def test_later(db_session):
    rows = db_session.query(Person)
    assert len({row.id for row in rows}) == 3
    assert {row.nick for row in rows} > {None, ""}

def test_factory(make_person, db_session):
    made = make_person.cases("each")
    assert len({person.id for person in made}) == len(made) == db_session.query(Person).count() - 3

def test_list(people): pass
"""
    result = run(conftest, tests, "-v")
    assert all(
        set(re.findall(r"(\w+)=", each)) == {"nick", "is_active"} for each in list_ids(result)[:2]
    )
    result.assert_outcomes(passed=5, errors=1)
    result.stdout.fnmatch_lines(["people: cases='each': expected the class of a row, got a list*"])


def test_after_computes_fields_of_a_case(run) -> None:
    conftest = """
user = pfg_fixture(User, cases="each", after=lambda user: {"age": 21} if user.address else None)
"""
    tests = "def test_it(user): assert user.age == 21 or user.address is None\n"
    assert run(conftest, tests).parseoutcomes().keys() == {"passed"}


def test_a_factory_makes_the_cases_of_its_next_value(run) -> None:
    conftest = """
make_user = pfg_factory(User, {"age": 30}, traits={"admin": {"role": Role.ADMIN}})
saved = []

async def save(user): saved.append(user)

make_later = pfg_factory(User, persist=save)
"""
    tests = """
from pydantic import ValidationError
from conftest import saved

def test_it(make_user: Make[User]):
    first = make_user()
    made = make_user.cases()
    assert {each.role for each in made} == {Role.USER, Role.ADMIN}
    assert {each.age for each in made} == {30}
    admins = make_user.cases("bounds", "admin")
    assert {(each.role, each.age) for each in admins} == {(Role.ADMIN, 30)}
    assert make_user.build_cases("each", address=None, role=Role.USER) == [
        User(role=Role.USER, age=30, address=None)
    ]

@pytest.mark.asyncio
async def test_later(make_later):
    assert await make_later.cases("pairs") == saved != []

def test_refused(make_user):
    with pytest.raises(ValidationError):
        make_user.cases("each", age=3)

def test_shown(make_user):
    make_user.cases("each", role=Role.USER)
    assert False
"""
    result = run(conftest, tests)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["make_user[[]address=value*] = User(*"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("cases='all'", "cases='all': expected a number, each, pairs, triples or bounds."),
        ("cases=3, max_cases=2", "max_cases=2: expected cases='each' or another cover*"),
        ("cases='each', max_cases=0", "max_cases=0: expected at least 1."),
        ("cases='each', construct=True", "construct=True: expected cases=1, got cases='each'*"),
    ],
)
def test_a_wrong_declaration_is_one_sentence(options: str, message: str) -> None:
    from fnmatch import fnmatch

    from pytest_fixturegen import pfg_fixture
    from pytest_fixturegen.errors import UsageError

    with pytest.raises(UsageError) as caught:
        eval(f"pfg_fixture(int, {options})", {"pfg_fixture": pfg_fixture})
    assert fnmatch(caught.value.message, message.replace("[", "[[]"))


def test_a_test_without_cases_says_why(run) -> None:
    conftest = """
broken = pfg_fixture(Broken, cases="each")
user = pfg_fixture(User, cases="each")
"""
    tests = """
import unittest

def test_broken(broken): pass
def test_dynamic(request): request.getfixturevalue("user")
def test_other(): pass

class OldTest(unittest.TestCase):
    @pytest.mark.usefixtures("user")
    def test_old(self): pass
"""
    result = run(conftest, tests)
    result.assert_outcomes(errors=2, failed=1, passed=1)
    result.stdout.fnmatch_lines_random(
        [
            "broken is refused*never valid*",
            "user runs a test once for each case, but test_dynamic has none of them: *",
            "user runs a test once for each case, but test_old has none of them: *",
        ]
    )


def test_workers_agree_on_ids_and_values(run, pytester: pytest.Pytester) -> None:
    conftest = "user = pfg_fixture(User, cases='pairs')\n"
    tests = "def test_it(user): print('value', user)\n"
    alone = run(conftest, tests, "-rP", "--pfg-seed=7")
    shared = pytester.runpytest_subprocess(
        "-p", "xdist", "-n2", "-p", "no:randomly", "-rP", "--pfg-seed=7"
    )
    values = [
        sorted(re.findall(r"^value .*", each.stdout.str(), re.MULTILINE))
        for each in (alone, shared)
    ]
    assert values[0] == values[1] != []


def test_a_run_without_cases_does_not_import_them(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        models=MODELS,
        test_it="""
import sys
from pytest_fixturegen import pfg_fixture, pfg_invalid
from models import User
bad_user = pfg_invalid(User)
user = pfg_fixture(User)
def test_it(user):
    assert not [name for name in sys.modules if name.startswith("pytest_fixturegen.cases")]
""",
    )
    pytester.runpytest_subprocess(*PLAIN).assert_outcomes(passed=1)


def test_an_invalid_case_breaks_one_rule(run) -> None:
    conftest = "bad_user = pfg_invalid(User)\npfg_invalid(Address, max_cases=2)\n"
    tests = """
from pydantic import ValidationError

def test_it(bad_user: InvalidCase, request):
    assert bad_user.payload != bad_user.base
    with pytest.raises(ValidationError) as caught:
        User.model_validate_json(bad_user.json)
    error = caught.value.errors()[0]
    assert (bad_user.loc, bad_user.type) == (error["loc"], error["type"])
    assert bad_user.matches(caught.value)
    bad_user.base.clear()

def test_few(invalid_address): assert invalid_address.loc == ("city",)
"""
    result = run(conftest, tests, "-v")
    assert result.parseoutcomes().keys() == {"passed"}
    ids = list_ids(result)
    assert ids[:2] == ["age=100 less_than_equal", "age=17 greater_than_equal"]
    assert {"role missing", "age=null int_type", "address.city missing"} <= set(ids)
    assert sum("::test_few[" in line for line in result.outlines) == 2


def test_overrides_are_in_the_base_of_invalid_records(run) -> None:
    conftest = "bad_user = pfg_invalid(User, {'role': Role.ADMIN}, scope='session')\n"
    tests = """
@pytest.mark.pfg(bad_user={"age": 30})
def test_it(bad_user): assert (bad_user.base["role"], bad_user.base["age"]) == ("admin", 30)
"""
    assert run(conftest, tests).parseoutcomes().keys() == {"passed"}


def test_what_is_wrong_with_invalid_cases_is_one_sentence(run) -> None:
    conftest = """
from typing import Any
bad_user = pfg_invalid(User)
anything = pfg_invalid(Any)
broken = pfg_invalid(Broken)
"""
    tests = """
def test_annotation(bad_user: User): pass
def test_any(anything): pass
def test_broken(broken): pass
def test_dynamic(request): request.getfixturevalue("bad_user")

@pytest.mark.parametrize("bad_user", [{"role": "admin"}], indirect=True)
def test_indirect(bad_user): pass
"""
    result = run(conftest, tests)
    assert result.parseoutcomes().keys() == {"errors", "failed"}
    result.stdout.fnmatch_lines_random(
        [
            "test_annotation[[]*] expects bad_user as User, but the fixture returns InvalidCase.*",
            "anything: expected a model that refuses something, but Any accepts each change*",
            "broken is refused*never valid*",
            "bad_user runs a test once for each case, but test_dynamic has none of them: *",
            "bad_user runs a test once for each case, but test_indirect* has none of them: *",
        ]
    )


def test_a_failed_test_and_the_list_of_fixtures_show_invalid_cases(run) -> None:
    conftest = "bad_user = pfg_invalid(User, max_cases=1)\n"
    result = run(conftest, "def test_it(bad_user): assert False\n")
    result.stdout.fnmatch_lines(["bad_user = InvalidCase(id='age=100 less_than_equal', payload=*"])
    listed = run(conftest, "def test_it(bad_user): pass\n", "--pfg-list")
    listed.stdout.fnmatch_lines(["bad_user  InvalidCase[[]User]  -- conftest.py:*"])
