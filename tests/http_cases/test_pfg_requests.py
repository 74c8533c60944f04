"""``pfg_requests`` in test runs, as users declare it."""

from __future__ import annotations

import fastapi.testclient  # noqa: F401 - not imported anew in each run
import pytest

APP = """
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

app = FastAPI()
USERS = {}

class NewUser(BaseModel):
    age: int = Field(ge=18)

class User(NewUser):
    id: int = Field(ge=1)

@app.post("/users", status_code=201)
def add_user(new: NewUser) -> User:
    return User(id=1, age=new.age)

@app.get("/users/{user_id}")
def get_user(user_id: int) -> User:
    if user_id not in USERS:
        raise HTTPException(404)
    return USERS[user_id]
"""

HEAD = """
import pytest
from fastapi.testclient import TestClient
from web import USERS, NewUser, User, app

from pytest_fixturegen import ApiRequest, pfg_fixture, pfg_requests

@pytest.fixture
def client():
    return TestClient(app)
"""

TEST = """
def test_api(api_request: ApiRequest, client):
    api_request.check(api_request.send(client))
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return a project with an application in the module ``web``."""
    pytester.makepyfile(web=APP)
    pytester.syspathinsert()
    return pytester


def run(project: pytest.Pytester, source: str, *flags: str) -> pytest.RunResult:
    """Run *source* as a test module below HEAD."""
    project.makepyfile(f"{HEAD}\n{source}")
    options = ("-p", "no:randomly", "-p", "no:schemathesis", "-W", "ignore")
    return project.runpytest_inprocess(*options, *flags)


def test_a_test_runs_once_for_each_request(project: pytest.Pytester) -> None:
    result = run(project, f"api_request = pfg_requests(app, exclude='GET *')\n{TEST}", "-v")
    result.stdout.fnmatch_lines(
        [
            "pfg: seed=0, *",
            "*::test_api[[]POST /users valid age=18[]] PASSED*",
            "*::test_api[[]POST /users body.age=17 greater_than_equal[]] PASSED*",
        ]
    )
    assert set(result.parseoutcomes()) <= {"passed", "warnings"}


def test_known_records_come_from_fixtures_of_the_test(project: pytest.Pytester) -> None:
    source = """
user = pfg_fixture(User)
api_request = pfg_requests(app, known={"user_id": "user.id"})

@pytest.fixture(autouse=True)
def stored(user):
    USERS.clear()
    USERS[user.id] = user
"""
    result = run(project, source + TEST, "-v")
    assert set(result.parseoutcomes()) <= {"passed", "warnings"}
    result.stdout.fnmatch_lines(['*[[]GET /users/{user_id} path.user_id="twelve" int_parsing*'])


@pytest.mark.parametrize("known", ["lambda: 7", "7"])
def test_known_records_may_be_functions_and_values(project: pytest.Pytester, known: str) -> None:
    source = f"""
api_request = pfg_requests(app, include="GET *", invalid=False, known={{"user_id": {known}}})
USERS[7] = User(id=7, age=20)
"""
    run(project, source + TEST).assert_outcomes(passed=1)


def test_an_unknown_record_fails_with_a_hint(project: pytest.Pytester) -> None:
    source = "api_request = pfg_requests(app, include='GET *', invalid=False, max_cases=1)\n"
    result = run(project, source + TEST)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "E  *expected: status 200, as documented for a valid request",
            '*got: *status 404, {"detail":"Not Found"}',
            "*hint: *Name a record that exists: pfg_requests(app, known={'user_id': ...})*",
            "*repeat: *curl -X GET http://localhost:8000/users/*",
        ]
    )


def test_the_seed_of_the_run_changes_the_values(project: pytest.Pytester) -> None:
    source = """
api_request = pfg_requests(app, include="GET *", valid=True, invalid=False)

def test_shown(api_request):
    print("sent", api_request.url)
"""
    first = run(project, source, "-s").stdout.lines
    again = run(project, source, "-s").stdout.lines
    other = run(project, source, "-s", "--pfg-seed=1").stdout.lines
    shown = [[line for line in lines if "sent" in line] for lines in (first, again, other)]
    assert shown[0] == shown[1]
    assert shown[0]


def test_a_request_may_be_declared_in_a_class_and_a_conftest(project: pytest.Pytester) -> None:
    project.makeconftest(f"{HEAD}\nshared = pfg_requests(app, include='POST *', max_cases=1)\n")
    source = """
class TestUsers:
    own = pfg_requests(app, include="POST *", valid=False, max_cases=1)

    def test_own(self, own, client):
        own.check(own.send(client))

def test_shared(shared, client):
    shared.check(shared.send(client))
"""
    run(project, source).assert_outcomes(passed=3)


def test_a_fixture_may_ask_for_requests(project: pytest.Pytester) -> None:
    source = """
api_request = pfg_requests(app, include="POST *", max_cases=1)

@pytest.fixture
def response(api_request, client):
    return api_request.send(client)

def test_status(response, api_request):
    assert (response.status_code == 201) == api_request.is_valid
"""
    run(project, source).assert_outcomes(passed=2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("app, include='/nope'", "*api_request: No operation is selected: include=('/nope',)*"),
        ("app, known={'usr_id': 1}", "*known: no selected operation reads 'usr_id'*"),
        ("object()", "*Cannot read the operations of builtins.object*"),
        ("app, cases='all'", "*cases='all': expected each, pairs, triples, bounds*"),
        ("app, max_cases=0", "*max_cases=0: expected at least 1*"),
        ("app, valid=False, invalid=False", "*leave no requests*"),
    ],
)
def test_wrong_arguments_are_an_error(
    project: pytest.Pytester, arguments: str, message: str
) -> None:
    result = run(project, f"api_request = pfg_requests({arguments})\n{TEST}")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([message])


def test_a_known_text_that_is_no_fixture_is_an_error(project: pytest.Pytester) -> None:
    result = run(project, f"api_request = pfg_requests(app, known={{'user_id': 'usr.id'}})\n{TEST}")
    result.stdout.fnmatch_lines(["*fixture 'usr' not found*"])


def test_an_operation_without_requests_fails_alone(project: pytest.Pytester) -> None:
    source = """
from pydantic import HttpUrl

@app.get("/at/{place}")
def get_place(place: HttpUrl) -> None: ...

api_request = pfg_requests(app, exclude="/users/*", max_cases=1)
"""
    result = run(project, source + TEST)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*No value of path.place can be sent in a request.*"])


def test_runs_without_requests_do_not_load_them(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import sys

        def test_nothing():
            assert not [name for name in sys.modules if "http_cases" in name or "api_req" in name]
        """
    )
    project.runpytest_subprocess("-p", "no:schemathesis").assert_outcomes(passed=1)
