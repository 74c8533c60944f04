"""``ApiRequest``: one request to an application under test, valid or not."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import field, replace
from types import TracebackType
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen.http_cases.encoding import (
    HttpParts,
    UnsendableError,
    encode_payload,
    find_media_type,
)
from pytest_fixturegen.http_cases.operations import Location, Operation

FRAMEWORKS = (
    "pytest_fixturegen",
    "httpx",
    "httpx2",
    "starlette",
    "fastapi",
    "anyio",
    "asyncio",
    "concurrent",
    "contextlib",
    "threading",
)
"""Packages between a client and the code of an application, which tracebacks need not show."""

R_co = TypeVar("R_co", covariant=True)

HTTP_CLIENT_PACKAGES = ("httpx", "httpx2", "httpcore", "httpcore2")
"""Packages whose errors are those of a client, such as that a server cannot be reached."""


class HttpClient(Protocol[R_co]):
    """A client that sends requests: of httpx, also async, or the TestClient of Starlette."""

    def build_request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | None,
        headers: Any,
    ) -> Any:
        """Return a request with the client's own headers and base URL."""

    def send(
        self,
        request: Any,
        *,
        follow_redirects: bool,
    ) -> R_co:
        """Send *request* and return the response, or an awaitable of it."""


class BrokenRule(NamedTuple):
    """Why a request is invalid: the value at *location* breaks a rule, as the *message* says.

    *locations* are those of all errors that the application reports. *text* is the place and the
    value as ids show them.
    """

    text: str
    message: str
    location: Location
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A request to one operation of an application.

    Attributes:
        id: The id of the case, such as ``POST /users body.age=17 greater_than_equal``.
        operation: The operation, as its application documents it.
        payload: The values of the request by the part that they belong to: ``path``, ``query``,
            ``header``, ``cookie`` and ``body``.
        broken: The rule that the request breaks; None for a valid one.
        unknown_records: The parameters of the path for which no known record is given.
    """

    id: str
    operation: Operation
    payload: Mapping[str, Any]
    broken: BrokenRule | None = None
    unknown_records: tuple[str, ...] = ()
    pinned: Mapping[Location, str] = field(default_factory=dict)

    @property
    def is_valid(self) -> bool:
        """Whether the application should serve the request."""
        return self.broken is None

    @property
    def method(self) -> str:
        """The method, such as ``POST``."""
        return self.operation.method

    @property
    def url(self) -> str:
        """The path with its parameters, and the query."""
        return self._encode().format_url(self.operation.path, self.operation.slash_names)

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the request itself; a client adds its own."""
        parts = self._encode()
        headers = dict(parts.header)
        if self.content is not None:
            headers["content-type"] = find_media_type(self.operation.content_type)
        if parts.cookie:
            headers["cookie"] = "; ".join(f"{name}={text}" for name, text in parts.cookie)
        return headers

    @property
    def content(self) -> bytes | None:
        """The bytes of the body; None for a request without one."""
        operation = self.operation
        return self._encode().encode_body(operation.content_type, operation.file_names)

    @property
    def expected(self) -> tuple[str, ...]:
        """The statuses that the request may have, such as ``("201",)`` or ``("422",)``."""
        return self.operation.successes if self.is_valid else self.operation.refusals

    def __repr__(self) -> str:
        """Return the id."""
        return f"<ApiRequest {self.id}>"

    def _encode(self) -> HttpParts:
        return encode_payload(self.payload, self.operation.content_type)

    def with_known(self, values: Mapping[str, Any]) -> ApiRequest:
        """Return the request with the *values* of known records, by the names of `pfg_requests`.

        Raises:
            UsageError: If a value cannot be sent in its place.
        """
        from pydantic_core import to_jsonable_python

        from pytest_fixturegen.errors import UsageError

        payload = dict(self.payload)
        for (location, key), name in self.pinned.items():
            group = payload.get(location)
            if isinstance(group, dict) or group is None:
                payload[location] = {**(group or {}), key: to_jsonable_python(values[name])}
        known = replace(self, payload=payload)
        try:
            known._encode()
        except UnsendableError as error:
            raise UsageError(
                f"known: a {error.location[0]} parameter cannot be {values!r}.",
                hint="Give a text or a number.",
            ) from error
        return known

    def send(self, client: HttpClient[R_co]) -> R_co:
        """Send the request with *client*, and return the response; that of an async one is awaited.

        Headers and cookies of the client stay, unless the request breaks a rule of one of them.
        Redirects are not followed.

        Raises:
            AssertionError: If the application raises an exception, as it can with a test client.
            pytest.skip.Exception: If tests replace the dependency whose rule the request breaks.
        """
        __tracebackhide__ = True
        self._skip_if_overridden()
        request = client.build_request(
            self.method, self.url, content=self.content, headers=self._merge_headers(client)
        )
        for name in self._list_left_out():
            request.headers.pop(name, None)
        with FailureReport(self, request):
            result = client.send(request, follow_redirects=False)
        if inspect.isawaitable(result):
            return cast(R_co, self._await_response(request, result))
        return result

    async def _await_response(self, request: Any, result: Awaitable[Any]) -> Any:
        """Await *result*, the response of an async client."""
        __tracebackhide__ = True
        with FailureReport(self, request):
            return await result

    def _skip_if_overridden(self) -> None:
        """Skip the test if the application reads nothing where the request breaks a rule."""
        if self.broken is not None and self.operation.is_overridden(self.broken.location):
            import pytest

            place = ".".join(self.broken.location)
            pytest.skip(f"The dependency that reads {place} is overridden.")

    def _list_left_out(self) -> list[str]:
        """Return the header whose absence breaks a rule, although the client may have it."""
        if self.broken is None or self.broken.location[0] != "header":
            return []
        return [name for name in self.broken.location[1:2] if name not in self.headers]

    def _merge_headers(self, client: Any) -> dict[str, str]:
        """Return the headers to send: those of *client* win, except where a rule is broken."""
        broken = self.broken.location[:2] if self.broken else ()
        own = {
            name: text
            for name, text in self.headers.items()
            if name.lower() not in client.headers
            or name == "content-type"
            or broken == ("header", name)
        }
        cookies = {each.name: each.value for each in client.cookies.jar}
        if "cookie" in own and cookies:
            ours = dict(self._encode().cookie)
            kept = {name: text for name, text in cookies.items() if broken != ("cookie", name)}
            merged = {**ours, **kept}
            own["cookie"] = "; ".join(f"{name}={text}" for name, text in merged.items())
        return own

    def check(
        self,
        response: Any,
        *,
        also: Sequence[int] = (),
    ) -> None:
        """Assert that *response* is what the application documents for the request.

        A valid request has a documented status of success, and a body of the documented model. An
        invalid one has status 422, or 400 if that is documented, and FastAPI names the place of
        the error. A documented 404 is right for a valid request to a record that is not known.

        Args:
            response: The response of httpx, or of a test client.
            also: Other statuses that are right, such as 409.

        Raises:
            AssertionError: If it is not. The message says what is expected, what came, and ends
                with the curl command that repeats the request.
        """
        __tracebackhide__ = True
        from pytest_fixturegen.http_cases.response_check import find_problem, format_failure

        if response.status_code in also:
            return
        problem = find_problem(self, response)
        if problem is not None:
            raise AssertionError(
                format_failure(
                    self,
                    response.request,
                    *problem,
                )
            )


class FailureReport:
    """Turns an exception of the application within its block into an AssertionError.

    A context manager, so that responses can be awaited in its block.
    """

    def __init__(
        self,
        request: ApiRequest,
        sent: Any,
    ) -> None:
        """Report a failure of *request*, which a client has made into *sent*."""
        self.request = request
        self.sent = sent

    def __enter__(self) -> None:
        """Begin the block."""

    def __exit__(
        self,
        _: object,
        error: BaseException | None,
        trace: object,
    ) -> None:
        """Raise an AssertionError, unless the client itself has raised *error*."""
        __tracebackhide__ = True
        if not isinstance(error, Exception):
            return
        if type(error).__module__.partition(".")[0] in HTTP_CLIENT_PACKAGES:
            return
        from pytest_fixturegen.http_cases.response_check import format_failure

        _shorten_tracebacks(error)
        summary = summarize_message(str(error), 1)
        got = f"{type(error).__name__}: {summary}" if summary else type(error).__name__
        message = format_failure(
            self.request,
            self.sent,
            f"the application raised {got}",
        )
        raise AssertionError(message) from error


def _shorten_tracebacks(error: BaseException) -> None:
    """Leave out what the framework does before the application's first own line.

    The exceptions that *error* was raised from lose all lines if none is the application's own.
    """
    error.__traceback__ = _skip_framework(error.__traceback__) or error.__traceback__
    inner = error.__cause__ or error.__context__
    while inner is not None:
        inner.__traceback__ = _skip_framework(inner.__traceback__)
        inner = inner.__cause__ or inner.__context__


def _skip_framework(trace: TracebackType | None) -> TracebackType | None:
    """Return *trace* from the application's first own line on; None if it has none."""
    while trace is not None:
        package = str(trace.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        if package not in FRAMEWORKS:
            return trace
        trace = trace.tb_next
    return None


@dataclass(frozen=True, slots=True)
class FailedOperation:
    """An operation for which no request can be made, and the *reason*."""

    id: str
    reason: str
