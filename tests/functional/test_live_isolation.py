"""A request that a test starts on ``pfg_live_api`` never reaches another test or the session."""

from __future__ import annotations

import pytest

CONFTEST = """
import threading

import httpx
import pytest
from pydantic import BaseModel, EmailStr

class User(BaseModel):
    id: int
    name: str
    email: EmailStr

STRAY = {"name": "STRAY", "email": "x@example.com"}
GO = threading.Event()
ANSWERS = []

def post(client, url):
    answer = client.post(url, json=STRAY)
    ANSWERS.append((answer.status_code, answer.json()["error"]["message"]))

@pytest.fixture(scope="session")
def pfg_resources():
    return [User]
"""
QUIET = ("-p", "no:asyncio", "-p", "no:randomly", "-p", "no:cacheprovider")

AFTERWARDS = """
def test_another(pfg_store):
    assert not pfg_store[User].all(name="STRAY")
    assert len(pfg_store[User]) == 10
"""

THREAD = """
import threading
import httpx
from conftest import ANSWERS, GO, STRAY, User, post

threads = []

def test_first(pfg_live_api):
    url = f"{pfg_live_api.base_url}/users"
    def send_late():
        GO.wait()
        with httpx.Client() as client:
            post(client, url)
    threads.append(threading.Thread(target=send_late))
    threads[0].start()
"""

KEEP_ALIVE = """
import httpx
from conftest import ANSWERS, GO, STRAY, User, post

client = httpx.Client()
urls = []

def test_first(pfg_live_api):
    urls.append(f"{pfg_live_api.base_url}/users")
    assert client.get(urls[0]).status_code == 200
"""

ASYNC_TASK = """
import asyncio, threading
import httpx
from conftest import ANSWERS, GO, STRAY, User

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, daemon=True)
thread.start()
tasks = []

def stop_loop():
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()

async def send_late(url):
    await asyncio.to_thread(GO.wait)
    async with httpx.AsyncClient() as client:
        answer = await client.post(url, json=STRAY)
    ANSWERS.append((answer.status_code, answer.json()["error"]["message"]))

def test_first(pfg_live_api):
    url = f"{pfg_live_api.base_url}/users"
    tasks.append(asyncio.run_coroutine_threadsafe(send_late(url), loop))
"""

SENDERS = {
    "thread": (THREAD, "GO.set(); threads[0].join()"),
    "keep-alive": (KEEP_ALIVE, "post(client, urls[0]); client.close()"),
    "async task": (ASYNC_TASK, "GO.set(); tasks[0].result(); stop_loop()"),
}
RECEIVERS = {
    "live API": ("pfg_live_api, pfg_store", "assert pfg_live_api.get('/users').json()[9:]"),
    "store": ("pfg_store", "assert len(pfg_store[User]) == 10"),
    "nothing": ("", "pass"),
}


@pytest.mark.parametrize("receiver", RECEIVERS)
@pytest.mark.parametrize("sender", SENDERS)
def test_a_late_request_is_refused_in_later_tests(
    pytester: pytest.Pytester, sender: str, receiver: str
) -> None:
    module, send = SENDERS[sender]
    fixtures, check = RECEIVERS[receiver]
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(
        test_it=f"""{module}
def test_second({fixtures}):
    {send}
    assert ANSWERS == [(
        503, "This address belongs to test_it.py::test_first, which has ended."
    )]
    {check}
{AFTERWARDS}"""
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=3)


def test_a_late_request_is_refused_in_a_worker(pytester: pytest.Pytester) -> None:
    module, send = SENDERS["thread"]
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(
        test_it=f"{module}\ndef test_second(pfg_live_api):\n    {send}\n"
        f"    assert ANSWERS[0][0] == 503\n{AFTERWARDS}"
    )
    pytester.runpytest(*QUIET, "-n", "1").assert_outcomes(passed=3)


def test_the_address_of_the_session_refuses_requests_between_tests(
    pytester: pytest.Pytester,
) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(
        """
        import httpx
        from conftest import ANSWERS, STRAY, User, post

        urls = []

        def test_first(pfg_live_api, pfg_live_server):
            urls.append(f"{pfg_live_server.base_url}/users")
            assert httpx.post(urls[0], json=STRAY).status_code == 201

        def test_no_store():
            post(httpx, urls[0])
            assert ANSWERS == [(503, "No test uses the live server now.")]

        def test_later(pfg_live_api, pfg_store):
            assert len(pfg_store[User]) == 10
            assert httpx.get(urls[0]).status_code == 200
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=3)


def test_fixtures_of_wider_scopes_may_send_requests(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(
        """
        import httpx
        import pytest
        from conftest import STRAY, User

        @pytest.fixture(scope="module", autouse=True)
        def of_the_module(pfg_session_store, pfg_live_server):
            with pfg_session_store.rollback():
                url = str(pfg_live_server.base_url)
                assert httpx.post(f"{url}/users", json=STRAY).status_code == 201
                yield
                key = pfg_session_store[User].all(name="STRAY")[0].id
                assert pfg_live_server.delete(f"/users/{key}").status_code == 204

        class TestIt:
            @pytest.fixture(scope="class", autouse=True)
            def of_the_class(self, of_the_module, pfg_session_store, pfg_live_server):
                with pfg_session_store.rollback():
                    assert pfg_live_server.post("/users", json=STRAY).status_code == 201
                    yield

            def test_inside(self, pfg_live_api, pfg_store):
                assert len(pfg_store[User].all(name="STRAY")) == 2

        def test_outside(pfg_live_api):
            assert pfg_live_api.get("/users?name=STRAY").headers["x-total-count"] == "1"
        """
    )
    pytester.makepyfile(test_z="def test_z(pfg_store): assert len(pfg_store['users']) == 10")
    pytester.runpytest(*QUIET).assert_outcomes(passed=3)


def test_many_tests_leave_few_sockets_open(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(
        """
        import pytest
        from pytest_fixturegen.server.live_session import MAX_CLOSED_ADDRESSES

        @pytest.mark.parametrize("turn", range(50))
        def test_turn(pfg_live_api, turn):
            assert pfg_live_api.get("/users").status_code == 200

        def test_sockets(pfg_live_server):
            assert len(pfg_live_server.live.gate._addresses) == 1 + MAX_CLOSED_ADDRESSES
        """
    )
    pytester.runpytest(*QUIET).assert_outcomes(passed=51)
