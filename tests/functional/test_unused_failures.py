"""Failures that a test scripts: their routes exist, and the test meets them."""

from __future__ import annotations

import pytest

CONFTEST = """
import pytest
from pydantic import BaseModel

class User(BaseModel):
    id: int
    name: str

class Post(BaseModel):
    id: int
    user_id: int

@pytest.fixture(scope="session")
def pfg_resources():
    return [User, Post]
"""
QUIET = ("-p", "no:asyncio", "-p", "no:randomly", "-p", "no:cacheprovider", "-rN")

each_door = pytest.mark.parametrize("door", ["pfg_api", "pfg_live_api"])


@pytest.fixture(autouse=True)
def project(pytester: pytest.Pytester) -> None:
    """Write a conftest whose store has users and posts."""
    pytester.makeconftest(CONFTEST)
    pytester.makepyprojecttoml('[tool.pytest_fixturegen]\nlink = ["Post.user_id=User.id"]\n')


@each_door
@pytest.mark.parametrize(
    ("route", "reason", "hint"),
    [
        ("GET /userz", "Unknown resource 'userz'.", "Did you mean 'users'?"),
        ("/userz/1", "Unknown resource 'userz'.", "Did you mean 'users'?"),
        ("GET /userz/*", "No address begins with '/userz/'.", "Did you mean 'users'?"),
        ("PATCH /users", "PATCH is not allowed for /users.", "Allowed: GET, HEAD, OPTIONS, POST."),
        ("/users/1/postz", "Unknown collection of users 'postz'.", "Did you mean 'posts'?"),
        ("/admin/resett", "Unknown address '/admin/resett'.", "Did you mean '/admin/reset'?"),
    ],
)
def test_a_route_that_does_not_exist_is_an_error(
    pytester: pytest.Pytester, door: str, route: str, reason: str, hint: str
) -> None:
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.pfg_store(fail={{{route!r}: [503]}})
        def test_marker({door}): pass

        @pytest.mark.pfg_store(latency=["{route}=1"])
        def test_latency({door}): pass

        def test_call({door}): {door}.fail({route!r}, [503])
        """
    )
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(errors=2, failed=1)
    text = result.stdout.str()
    assert text.count(f"The route {route!r} does not exist: {reason}\n") == 3, text
    assert text.count(f"hint: {hint}\n") == 3
    assert "pytest_fixturegen/" not in text


def test_routes_that_exist_are_accepted(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        routes = [
            "", "GET /users", "HEAD /users", "OPTIONS /posts", "/users/*", "/*", "/us*",
            "DELETE /users/7", "GET /users/*/posts", "GET /users/7/posts", "/users/", "GET /",
            "POST /admin/reset", "/admin/*", "GET /openapi.json", "GET /users/[0-9]",
        ]

        @pytest.mark.parametrize("route", routes)
        def test_route(pfg_api, route):
            pfg_api.fail(route, [503], required=False)
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=16)


@each_door
def test_a_failure_that_is_never_met_fails_the_test(pytester: pytest.Pytester, door: str) -> None:
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.pfg_store(fail={{"GET /users": [503]}})
        def test_marker({door}): {door}.get("/posts")

        @pytest.mark.pfg_store(fail={{"GET /users": [503]}})
        def test_no_api(pfg_store): pass

        def test_call({door}): {door}.fail("POST /posts", [500, None])

        def test_a_part({door}):
            {door}.fail("GET /users", [503, 503, 500])
            assert {door}.get("/users").status_code == 503

        @pytest.mark.pfg_store(fail={{"GET /users": [503]}})
        def test_that_failed_before({door}): assert False, "first"
        """
    )
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines(
        [
            "'GET /users' should fail with [[]503[]], but it was never requested.",
            "The marker lets GET /users fail, but the test uses neither pfg_api nor pfg_live_api.",
            "'POST /posts' should fail with [[]500, None[]], but it was never requested.",
            "'GET /users' should fail with [[]503, 503, 500[]], but it was requested only once: "
            "[[]503, 500[]] is left.",
        ]
    )
    assert result.stdout.str().count("but it was never requested.\n") == 2
    assert result.stdout.str().count("required=False in fail()") == 4


@each_door
def test_a_failure_may_stay_unused_if_the_test_says_so(
    pytester: pytest.Pytester, door: str
) -> None:
    pytester.makepyfile(
        f"""
        import pytest

        pytestmark = pytest.mark.pfg_store(fail={{"GET /users": [503]}}, fail_required=False)

        def test_marker({door}): pass

        def test_no_api(pfg_store): pass

        def test_call({door}): {door}.fail("POST /posts", [500], required=False)

        @pytest.mark.pfg_store(fail={{"GET /users": [503, None, None]}}, fail_required=True)
        def test_only_undisturbed_requests_are_left({door}): {door}.get("/users")

        @pytest.mark.pfg_store(fail_required=True)
        def test_one_of_two_apis(pfg_api, pfg_live_api): {door}.get("/users")
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=5)
