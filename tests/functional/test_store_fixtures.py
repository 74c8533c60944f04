"""The store fixtures ``pfg_store``, ``pfg_api`` and ``pfg_live_api``, their marker and report."""

from __future__ import annotations

import pytest

CONFTEST = """
import pytest
from pydantic import BaseModel, EmailStr

class User(BaseModel):
    id: int
    name: str
    email: EmailStr

@pytest.fixture(scope="session")
def pfg_resources():
    return [User]
"""
QUIET = ("-p", "no:asyncio", "-p", "no:randomly", "-p", "no:cacheprovider")


@pytest.fixture(autouse=True)
def project(pytester: pytest.Pytester) -> None:
    """Write a conftest whose store has users."""
    pytester.makeconftest(CONFTEST)


def test_each_test_has_a_separate_store(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from conftest import User

        @pytest.mark.parametrize("turn", range(3))
        def test_store(pfg_store, turn):
            assert len(pfg_store[User]) == 10
            pfg_store[User].create(name="x", email="x@example.com")
            pfg_store[User].delete(pfg_store[User].all()[0].id)
            assert len(pfg_store[User]) == 10
            assert pfg_store[User].all(name="x")[0].email == "x@example.com"
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=3)


def test_in_process_and_live_api_share_one_store(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from conftest import User

        def test_doors(pfg_store, pfg_api, pfg_live_api):
            made = pfg_api.post("/users", json={"name": "x", "email": "x@example.com"}).json()
            assert pfg_live_api.get(f"/users/{made['id']}").json() == made
            assert str(pfg_live_api.base_url).startswith("http://127.0.0.1:")
            pfg_live_api.patch(f"/users/{made['id']}", json={"name": "y"})
            assert pfg_store[User].get(made["id"]).name == "y"

        def test_afterwards(pfg_live_api):
            assert pfg_live_api.get("/users").headers["x-total-count"] == "10"
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=2)


def test_a_marker_sets_counts_failures_latency_and_a_snapshot(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        CONFTEST
        + """
@pytest.fixture(scope="session", autouse=True)
def empty(pfg_session_store):
    with pfg_session_store.rollback():
        for user in pfg_session_store[User].all():
            pfg_session_store[User].delete(user.id)
        pfg_session_store.snapshots.save("empty")
        pfg_session_store.reset()
        yield
"""
    )
    pytester.makepyfile(
        """
        import time, pytest
        from conftest import User

        pytestmark = pytest.mark.pfg_store(counts={"users": 25})

        def test_counts(pfg_store):
            assert len(pfg_store[User]) == 25

        @pytest.mark.pfg_store(snapshot="empty", counts={})
        def test_snapshot(pfg_store):
            assert len(pfg_store[User]) == 0

        @pytest.mark.pfg_store(fail={"GET /users": [503]}, latency=["GET /users=20"])
        @pytest.mark.parametrize("door", ["pfg_api", "pfg_live_api"])
        def test_trouble(request, door):
            api = request.getfixturevalue(door)
            started = time.perf_counter()
            assert [api.get("/users").status_code for _ in range(2)] == [503, 200]
            # Only a lower bound: a slow machine cannot break it.
            assert time.perf_counter() - started >= 0.04

        def test_no_trouble(pfg_live_api):
            assert pfg_live_api.get("/users").status_code == 200

        @pytest.mark.pfg_store(counst={})
        def test_wrong(pfg_store):
            pass
        """
    )
    result = pytester.runpytest(*QUIET, "-W", "error")
    result.assert_outcomes(passed=5, errors=1)
    result.stdout.fnmatch_lines(["*The marker pfg_store has no option 'counst'*"])


def test_scopes_nest_by_savepoints(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from conftest import User

        @pytest.fixture(scope="module", autouse=True)
        def of_the_module(pfg_session_store):
            with pfg_session_store.rollback():
                pfg_session_store[User].create(id=5000, name="m", email="m@example.com")
                yield

        class TestOne:
            @pytest.fixture(scope="class", autouse=True)
            def of_the_class(self, pfg_session_store, of_the_module):
                with pfg_session_store.rollback():
                    pfg_session_store[User].create(id=5001, name="c", email="c@example.com")
                    yield

            def test_a(self, pfg_store):
                assert len(pfg_store[User]) == 12
                pfg_store[User].delete(5000)

            def test_b(self, pfg_store):
                assert pfg_store[User].get(5000).name == "m"

        def test_c(pfg_store):
            assert len(pfg_store[User]) == 11
        """
    )
    pytester.makepyfile(test_z="def test_z(pfg_store): assert len(pfg_store['users']) == 10")
    pytester.runpytest(*QUIET).assert_outcomes(passed=4)


def test_rollback_isolates_the_examples_of_hypothesis(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from conftest import User
        from hypothesis import HealthCheck, given, settings, strategies as st

        @settings(
            max_examples=50,
            suppress_health_check=[HealthCheck.function_scoped_fixture],
            deadline=None,
        )
        @given(st.text(max_size=20))
        def test_names(pfg_store, name):
            with pfg_store.rollback():
                made = pfg_store[User].create(name=name, email="x@example.com")
                assert pfg_store[User].get(made.id).name == name
                assert len(pfg_store[User]) == 11
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=1)


def test_a_failed_test_shows_its_requests_and_the_rows_it_changed(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile(
        """
        def test_fails(pfg_store, pfg_api):
            pfg_api.post("/users", json={"name": "x", "email": "x@example.com", "id": 7000})
            pfg_api.get("/users?nam=x")
            pfg_store["users"].patch(7000, name="y")
            pfg_store["users"].delete(7000)
            assert False

        def test_passes(pfg_store, pfg_api):
            pfg_api.get("/users/0")
        """
    )
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*- pfg store -*",
            "POST /users 201 (*",
            "GET /users[?]nam=x 400 (* ms) Unknown field or parameter of users 'nam'.",
            'create users 7000 {"id":7000,"name":"x","email":"x@example.com"}',
            "update users 7000 name: 'x' → 'y'",
            "delete users 7000",
        ]
    )
    assert result.stdout.str().count("pfg store -") == 1


def test_errors_in_a_test_show_no_lines_of_the_plugin(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.pfg_store(counts={"usrs": 3})
        def test_counts(pfg_store): pass

        @pytest.mark.pfg_store(fail={"GET users": [503]})
        def test_fail(pfg_api): pass

        @pytest.mark.pfg_store(fail={"GET /users": 503})
        def test_statuses(pfg_api): pass

        @pytest.mark.pfg_store({"users": 3})
        def test_marker(pfg_store): pass

        @pytest.mark.pfg_store(latency="1")
        def test_latency(pfg_api): pfg_api.get("/users")

        def test_key(pfg_store): pfg_store["users"].get(77)

        def test_filter(pfg_store): pfg_store["users"].all(nam="x")

        def test_record(pfg_store): pfg_store["users"].create(id="x")
        """
    )
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(errors=4, failed=3, passed=1)
    expected = [
        "Unknown resource 'usrs'.",
        "Invalid route 'GET users'.",
        "'GET /users' cannot fail with 503.",
    ]
    expected += [
        (
            "The marker pfg_store got the positional argument {'users': 3}: expected "
            "keywords, such as pfg_store(counts={...})."
        ),
        "*users has no record 77.",
    ]
    result.stdout.fnmatch_lines(expected)
    result.stdout.no_fnmatch_line("*pytest_fixturegen/*.py*")
    result.stdout.no_fnmatch_line("*another exception*")


def test_counts_can_be_set_in_a_toml_table(pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml("[tool.pytest_fixturegen.store]\ncounts = {users = 3}\n")
    pytester.makepyfile(
        "def test_count(pfg_store): assert [user.id for user in pfg_store['users']] == [1, 2, 3]"
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=1)


def test_xdist_workers_use_separate_databases(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from conftest import User

        @pytest.mark.parametrize("turn", range(20))
        def test_alone(pfg_store, pfg_live_api, turn):
            made = pfg_live_api.post("/users", json={"name": str(turn), "email": "x@example.com"})
            assert made.json()["id"] == max(user.id for user in pfg_store[User].all())
            assert len(pfg_store[User]) == 11
        """
    )
    pytester.makepyprojecttoml(
        '[tool.pytest_fixturegen.store]\nadapter = "sqlite"\ndb_path = "state.db"\n'
    )
    pytester.runpytest(*QUIET, "-n", "2").assert_outcomes(passed=20)
    assert {path.name for path in pytester.path.glob("state*.db")} == {
        "state-gw0.db",
        "state-gw1.db",
    }


def test_a_store_without_resources_is_an_error(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("")
    pytester.makepyfile("def test_store(pfg_store): pass")
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        [
            (
                "*The store has no resources: write a session fixture 'pfg_resources' that "
                "returns models.*"
            )
        ]
    )


def test_a_store_can_use_an_api_file_and_any_adapter(pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".yml",
        api="resources:\n  tags:\n    fields: {name: string}\ndata:\n  tags: [{id: 1, name: a}]\n",
    )
    pytester.makeconftest(
        """
import pytest
from examples.adapters.document import Documents

@pytest.fixture(scope="session")
def pfg_resources():
    return "api.yml"

@pytest.fixture(scope="session")
def pfg_adapter(tmp_path_factory):
    return Documents(str(tmp_path_factory.mktemp("state") / "documents"))
"""
    )
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("turn", range(2))
        def test_tags(pfg_api, turn):
            assert pfg_api.get("/tags").json() == [{"id": 1, "name": "a"}]
            pfg_api.delete("/tags/1")
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=2)
