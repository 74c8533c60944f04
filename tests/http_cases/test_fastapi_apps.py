"""Requests to FastAPI applications, from outside: what passes, what fails, and the message."""

from __future__ import annotations

import subprocess
from typing import Annotated, Any

import pytest
from fastapi import Cookie, FastAPI, Header, HTTPException, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field, HttpUrl, model_validator

from pytest_fixturegen.errors import UsageError
from tests.http_cases import apps
from tests.http_cases.helpers import find_failures, list_failures, list_ids, list_requests


class Order(BaseModel):
    user_id: int
    amount: int = Field(ge=1, le=3)


class Span(BaseModel):
    start: int
    end: int

    @model_validator(mode="after")
    def is_ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError("the end is before the start")
        return self


class Odd(BaseModel):
    class_: int = Field(alias="class")
    schema_: str = Field(alias="json", max_length=3)


def test_an_application_without_bugs_passes() -> None:
    app = apps.build_shop()
    requests = [each.with_known({"item_id": 1}) for each in list_requests(app, known=("item_id",))]
    assert list_failures(requests, TestClient(app)) == {}


def test_every_documented_operation_has_a_valid_request() -> None:
    names = {each.operation.name for each in list_requests(apps.build_shop()) if each.is_valid}
    assert names == {
        "GET /items",
        "POST /items",
        "GET /items/{item_id}",
        "PUT /items/{item_id}/owner",
        "PATCH /optional",
        "POST /form",
        "POST /upload",
        "GET /files/{path}",
        "GET /old",
        "DELETE /all",
        "GET /part/health",
    }


def test_ids_name_the_operation_and_what_differs() -> None:
    ids = list_ids(apps.build_shop(), include=("POST /items", "GET /items/*"))
    assert "POST /items valid name=longest-size=9" in ids
    assert "POST /items body.size=0 greater_than_equal" in ids
    assert "POST /items body.size missing" in ids
    assert "POST /items body missing" in ids
    assert 'GET /items/{item_id} path.item_id="twelve" int_parsing' in ids
    assert "GET /items/{item_id} valid path.item_id=9223372036854775808" in ids


def test_ids_are_unique_and_stay_the_same() -> None:
    ids = list_ids(apps.build_shop())
    assert len(ids) == len(set(ids))
    assert ids == list_ids(apps.build_shop())


def test_no_request_is_sent_twice() -> None:
    requests = list_requests(apps.build_shop())
    sent = [(each.method, each.url, str(each.headers), each.content) for each in requests]
    assert len(sent) == len(set(sent))


def test_an_exception_of_the_application_is_a_failure_with_a_curl_command() -> None:
    failures = find_failures(apps.build_dividing())
    message = failures["POST /divide valid query.number=100-query.by=0"]
    assert message.splitlines() == [
        "POST /divide valid query.number=100-query.by=0",
        "  expected: status 200, as documented for a valid request",
        "  got:      the application raised ZeroDivisionError: integer division or modulo by zero",
        "  repeat:   curl -X POST 'http://localhost:8000/divide?number=100&by=0'",
    ]


def test_a_status_of_500_is_a_failure() -> None:
    client = TestClient(apps.build_dividing(), raise_server_exceptions=False)
    failures = list_failures(list_requests(apps.build_dividing()), client)
    message = failures["POST /divide valid query.number=100-query.by=0"]
    assert "  got:      status 500, Internal Server Error\n" in message


def test_the_exception_of_the_application_is_the_cause() -> None:
    app = apps.build_dividing()
    (request,) = [each for each in list_requests(app) if each.id.endswith("query.by=0")]
    with pytest.raises(AssertionError) as caught:
        request.send(TestClient(app))
    cause = caught.value.__cause__
    assert isinstance(cause, ZeroDivisionError)
    assert cause.__traceback__ is not None
    assert cause.__traceback__.tb_frame.f_code.co_name == "divide"


def test_invalid_input_that_is_accepted_is_a_failure() -> None:
    app = apps.build_forgetful()
    failures = list_failures(list_requests(app, app.openapi()), TestClient(app))
    message = failures["POST /items body.size=0 greater_than_equal"]
    assert message.splitlines()[1:3] == [
        "  expected: status 422 or 400, since body.size=0 is invalid: "
        "Input should be greater than or equal to 1",
        '  got:      status 201, {"name":"?"}',
    ]
    assert all(" valid" not in name for name in failures)


def test_a_body_unlike_the_documented_model_is_a_failure() -> None:
    failures = find_failures(apps.build_unlike_its_document())
    assert failures["GET /item valid"].splitlines()[1:3] == [
        "  expected: the documented Item (id: Input should be a valid integer; "
        "name: Field required)",
        '  got:      status 200, {"id":"one"}',
    ]
    assert "  expected: the documented JSON\n" in failures["GET /text valid"]


def test_a_status_that_is_not_documented_is_a_failure() -> None:
    message = find_failures(apps.build_unlike_its_document())["GET /status valid"]
    assert "  expected: status 200, as documented" in message
    assert "  got:      status 202\n" in message
    assert "  hint:     Document the status if it is right: status_code=202." in message


@pytest.mark.parametrize(("status", "is_documented"), [(400, True), (422, False), (422, True)])
def test_a_documented_refusal_passes(status: int, is_documented: bool) -> None:
    assert find_failures(apps.build_with_handler(status, is_documented=is_documented)) == {}


@pytest.mark.parametrize(("status", "is_documented"), [(400, False), (200, True), (409, True)])
def test_any_other_refusal_fails(status: int, is_documented: bool) -> None:
    failures = find_failures(apps.build_with_handler(status, is_documented=is_documented))
    assert "POST /items body.size=0 greater_than_equal" in failures


def test_a_refusal_of_another_place_fails() -> None:
    app = FastAPI()

    @app.post("/items")
    def add_item(new: apps.NewItem) -> None: ...

    requests = list_requests(app)
    broken = [each for each in requests if each.id == "POST /items body.size=0 greater_than_equal"]

    @app.middleware("http")
    async def refuse(request: Any, call_next: Any) -> Any:
        error = {"loc": ["header", "x-version"], "type": "missing", "msg": "Field required"}
        return apps.JSONResponse({"detail": [error]}, 422)

    message = list_failures(broken, TestClient(app))[broken[0].id]
    assert "  expected: an error at body.size\n" in message
    assert "  got:      status 422 for header.x-version\n" in message


def test_a_missing_record_needs_a_documented_404() -> None:
    app = FastAPI()

    @app.get("/plain/{key}")
    def get_plain(key: int) -> int:
        raise HTTPException(404)

    @app.get("/told/{key}", responses=apps.NOT_FOUND)
    def get_told(key: int) -> int:
        raise HTTPException(404)

    failures = find_failures(app, invalid=False)
    assert {name.split()[1] for name in failures} == {"/plain/{key}"}
    message = failures["GET /plain/{key} valid path.key=0"]
    assert "pfg_requests(app, known={'key': ...})" in message


def test_a_known_record_must_be_found() -> None:
    app = FastAPI()

    @app.get("/told/{key}", responses=apps.NOT_FOUND)
    def get_told(key: int) -> int:
        raise HTTPException(404)

    requests = [each.with_known({"key": 5}) for each in list_requests(app, known=("key",))]
    failures = list_failures(requests, TestClient(app))
    assert [*failures] == ["GET /told/{key} valid"]
    assert "/told/5" in failures["GET /told/{key} valid"]


def test_known_values_reach_bodies_and_queries() -> None:
    app = FastAPI()

    @app.post("/orders")
    def order(new: Order, user_id: int) -> None:
        if {new.user_id, user_id} != {5}:
            raise HTTPException(404)

    requests = [each.with_known({"user_id": 5}) for each in list_requests(app, known=("user_id",))]
    ids = [each.id for each in requests]
    assert "POST /orders valid amount=3" in ids
    assert 'POST /orders query.user_id="twelve" int_parsing' in ids
    assert 'POST /orders body.user_id="twelve" int_parsing' in ids
    assert list_failures(requests, TestClient(app)) == {}


def test_a_known_place_leaves_others_of_the_same_name() -> None:
    app = FastAPI()

    @app.get("/users/{user_id}")
    def get_user(user_id: int, other: int) -> None: ...

    (request, *_) = list_requests(app, known=("path.user_id",))
    assert request.with_known({"path.user_id": 5}).url.startswith("/users/5?other=")


def test_a_known_value_that_nothing_reads_is_an_error() -> None:
    with pytest.raises(UsageError, match="no selected operation reads 'usr_id'"):
        list_requests(apps.build_shop(), known=("usr_id",))


def test_a_known_value_that_cannot_be_sent_is_an_error() -> None:
    (request, *_) = list_requests(apps.build_shop(), include=("*/items/*",), known=("item_id",))
    with pytest.raises(UsageError, match="known: a path parameter cannot be"):
        request.with_known({"item_id": ""})


HEADERS = {"Authorization": "Bearer token", "X-Key": "the key"}


def test_headers_of_the_client_stay_in_valid_requests() -> None:
    app = apps.build_guarded()
    assert list_failures(list_requests(app), TestClient(app, headers=HEADERS)) == {}


def test_requests_of_a_client_without_rights_fail_with_a_hint() -> None:
    app = apps.build_guarded()
    failures = list_failures(list_requests(app), TestClient(app))
    assert "Give the client the rights" in failures["POST /v1/inner/items body missing"]


def test_the_curl_command_hides_headers_of_the_client() -> None:
    app = apps.build_guarded()
    client = TestClient(app, headers={**HEADERS, "Authorization": "Bearer wrong"})
    message = list_failures(list_requests(app), client)["POST /v1/inner/items body missing"]
    assert '-H "authorization: $AUTHORIZATION" -H "x-key: $X_KEY"' in message
    assert "wrong" not in message
    assert "the key" not in message


def test_rules_of_an_overridden_dependency_are_skipped() -> None:
    app = apps.build_guarded()
    requests = list_requests(app)
    (missing,) = [each for each in requests if each.id.endswith("header.x_key missing")]
    app.dependency_overrides[apps.require_key] = lambda: None
    with pytest.raises(pytest.skip.Exception, match=r"reads header\.x-key is overridden"):
        missing.send(TestClient(app, headers=HEADERS))


def test_parameters_of_a_dependency_that_is_overridden_before_are_not_sent() -> None:
    app = apps.build_guarded()
    app.dependency_overrides[apps.require_key] = lambda: None
    assert not any("x_key" in name for name in list_ids(app))


def test_a_session_cookie_of_the_client_stays() -> None:
    app = FastAPI()

    @app.get("/me")
    def get_me(theme: Annotated[str, Header()], request: apps.Request) -> None:
        if request.cookies.get("session") != "s":
            raise HTTPException(401)

    @app.get("/cookie")
    def get_cookie(request: apps.Request, theme: Annotated[str, Cookie()]) -> None:
        if request.cookies.get("session") != "s":
            raise HTTPException(401)

    client = TestClient(app, cookies={"session": "s"})
    assert list_failures(list_requests(app), client) == {}


def test_rules_across_fields_are_broken() -> None:
    app = FastAPI()

    @app.post("/spans")
    def add_span(span: Span) -> Span:
        return span

    assert any(name.endswith("value_error") for name in list_ids(app))
    assert find_failures(app) == {}


def test_fields_that_a_route_leaves_out_may_be_missing() -> None:
    app = FastAPI()

    @app.get("/item", response_model=apps.Item, response_model_exclude={"name"})
    def get_item() -> Any:
        return {"id": 1, "name": "x"}

    assert find_failures(app) == {}


def test_names_that_python_or_pydantic_reserve_work() -> None:
    app = FastAPI()

    @app.post("/odd/{copy}")
    def send(
        copy: int, odd: Odd, x: Annotated[int, Header(alias="_under-score", ge=1)]
    ) -> None: ...

    assert find_failures(app) == {}
    assert "POST /odd/{copy} body.class_ missing" in list_ids(app)


def test_the_most_cases_are_those_of_each_half() -> None:
    requests = list_requests(apps.build_shop(), include=("POST /items",), max_cases=2)
    assert [each.is_valid for each in requests] == [True, True, False, False]


def test_pairs_show_more_than_each_value() -> None:
    app = apps.build_dividing()
    assert len(list_ids(app, cases="pairs")) > len(list_ids(app))


def test_an_operation_whose_values_cannot_be_sent_says_so() -> None:
    app = FastAPI()

    @app.get("/at/{place}")
    def get_place(place: HttpUrl) -> None: ...

    with pytest.raises(AssertionError, match=r"No value of path.place can be sent"):
        list_requests(app)


def test_the_curl_command_repeats_the_request(tmp_path: Any) -> None:
    from pytest_fixturegen.http_cases.curl import format_curl

    body = b'{"name": "O\'Neil \\"x\\"\xc3\xab"}'
    command = format_curl("POST", "http://testserver/a?b=1", {"x-a": "1"}, body, {"x-a": "1"})
    printed = subprocess.run(
        ["bash", "-c", f'curl() {{ printf "%s\\n" "$@"; }}; {command}'],
        capture_output=True,
        check=True,
    ).stdout
    words = [b"-X", b"POST", b"http://localhost:8000/a?b=1", b"-H", b"x-a: 1", b"--data-binary"]
    assert printed.splitlines() == [*words, body]


def test_secrets_of_the_client_are_variables_of_the_shell() -> None:
    from pytest_fixturegen.http_cases.curl import format_curl

    command = format_curl("GET", "https://api.test/x", {"authorization": "Bearer s"}, None, {})
    assert command == 'curl -X GET https://api.test/x -H "authorization: $AUTHORIZATION"'


def test_a_text_that_a_cookie_cannot_carry_loses_no_other_requests() -> None:
    app = FastAPI()

    @app.get("/search")
    def search(
        title: Annotated[str, Cookie(max_length=30)], page: Annotated[int, Query(ge=1)]
    ) -> None: ...

    ids = list_ids(app)
    assert "GET /search query.page=0 greater_than_equal" in ids
    assert "GET /search cookie.title longer than 30 string_too_long" in ids
    assert find_failures(app) == {}


class Careless(BaseModel):
    low: int
    high: int

    @model_validator(mode="after")
    def has_a_share(self) -> Careless:
        if {1: "one"}[self.high // self.low] and self.low > self.high:
            raise ValueError("low is above high")
        return self


def test_a_validator_that_fails_instead_of_refusing_is_a_failure() -> None:
    app = FastAPI()

    @app.post("/shares")
    def share(body: Careless) -> None: ...

    failures = find_failures(app)
    assert any("the application raised" in message for message in failures.values())
    assert all("Error" in name for name in failures)


class Versions(BaseModel):
    api_version: int = Field(ge=1, le=3)
    client_name: str = Field("", max_length=20)


def test_the_fields_of_a_model_of_headers_have_hyphens() -> None:
    app = FastAPI()

    @app.get("/versions")
    def get_versions(versions: Annotated[Versions, Header()]) -> Versions:
        return versions

    requests = list_requests(app)
    assert "api-version" in requests[0].headers
    assert "GET /versions header.api_version=0 greater_than_equal" in [each.id for each in requests]
    assert list_failures(requests, TestClient(app)) == {}


def test_none_leaves_an_optional_parameter_out() -> None:
    app = FastAPI()

    @app.get("/search")
    def search(q: str | None = None) -> None: ...

    (request,) = [each for each in list_requests(app) if each.url == "/search"]
    assert request.id == "GET /search valid query.q=None"
