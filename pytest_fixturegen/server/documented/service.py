"""The operations of a description as endpoints of the application."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.server.documented.operation_context import OperationContext, ServedRequest
from pytest_fixturegen.server.documented.operations import serve_operation
from pytest_fixturegen.server.documented.prepared_schemas import (
    Fault,
    SchemaDesk,
    UndrawableError,
)
from pytest_fixturegen.server.documented.request_values import RequestReader, RequestValues
from pytest_fixturegen.server.documented.written_responses import (
    UNSET,
    ResponseWriter,
    choose_index,
    choose_success,
)
from pytest_fixturegen.server.responses import make_value_response
from pytest_fixturegen.store.documented.rules import DocumentedApi, OperationRule
from pytest_fixturegen.store.errors import InvalidError, MissingError, RequestError
from pytest_fixturegen.store.store import Store

Endpoint = Callable[..., Coroutine[Any, Any, Response]]

BASE_KEY = "pfg_base_path"
"""Where the scope of a request keeps the path in front of its address."""

OWN_WORDS = ("admin", "page", "openapi.json")
"""First parts of the addresses of the server itself, which have no base path."""

PREFERRED = re.compile(r"(?:^|[,;\s])(code|status|example)\s*=\s*\"?([\w.-]+)\"?", re.ASCII)
"""What clients prefer [RFC 7240]: a documented status, or one of the examples."""

MAX_SHOWN_FAULTS = 5


class RefusedRequestError(InvalidError):
    """The request is not as the description says. *facts* have the pointer of the first fault."""


class BadDocumentedRequestError(RequestError):
    """The request cannot be read, and the description says so with 400."""


class UnsupportedBodyError(RequestError):
    """The body has a form that the description does not have."""

    status = 415


CLOSE_STATUSES: Mapping[int, tuple[int, ...]] = {
    404: (400, 422),
    409: (422, 400),
    415: (400, 422),
}
"""The statuses that say the same as another one, which a description may leave out."""

FINDING_ROLES = ("read", "delete", "read-single", "delete-single")
"""What asks for a record itself: if it is missing, the status is 404 in any case."""

REFUSALS: Mapping[int, type[RequestError]] = {
    400: BadDocumentedRequestError,
    422: RefusedRequestError,
}
"""The error of each status in ``CLOSE_STATUSES``."""


class DocumentedService:
    """Serves the operations of *api* over *store*. *config* says how values are drawn."""

    def __init__(
        self,
        api: DocumentedApi,
        store: Store,
        config: GenerationConfig,
        page_size: int,
        base_path: str = "",
    ) -> None:
        self._api = api
        self._base_paths = (base_path,) if base_path else ("", *api.base_paths)
        self.desk = SchemaDesk(config)
        self._contexts = sorted(
            (
                OperationContext(
                    api,
                    rule,
                    store,
                    self.desk,
                    page_size,
                )
                for rule in api.operations
            ),
            key=lambda context: context.rule.template.rank,
        )

    def strip_base_path(self, scope: Scope) -> Scope:
        """Return *scope* without the base path that the address has, if there is one."""
        path = scope["path"]
        parts = tuple(path.split("/")[1:])
        for base in self._base_paths:
            if base and path != base and not path.startswith(f"{base}/"):
                continue
            bare = path[len(base) :] or "/"
            is_last = len(self._base_paths) == 1
            if is_last or self._matches(bare):
                return _strip(scope, base)
        if parts[0] in (*OWN_WORDS, "") or len(self._base_paths) > 1:
            return scope
        raise MissingError(
            "Unknown address.", hint=f"All addresses begin with {self._base_paths[0]}/."
        )

    def _matches(self, path: str) -> bool:
        """Return whether *path* is documented."""
        parts = path.split("/")[1:]
        if parts and not parts[-1]:
            parts.pop()
        return any(context.rule.template.match(parts) is not None for context in self._contexts)

    def find_endpoints(self, address: Sequence[str]) -> dict[str, Endpoint]:
        """Return the endpoints at *address*, the decoded parts of a path, by method."""
        endpoints: dict[str, Endpoint] = {}
        rank: tuple[int, ...] | None = None
        for context in self._contexts:
            template = context.rule.template
            path = template.match(address)
            if path is None or rank not in (None, template.rank):
                continue
            rank = template.rank
            endpoints.setdefault(
                context.rule.operation.method,
                partial(
                    self._serve,
                    context,
                    path,
                ),
            )
        return endpoints

    async def _serve(
        self,
        context: OperationContext,
        path: Mapping[str, str],
        state: Any,
        request: Request,
        *_: str,
    ) -> Response:
        """Answer one request: with what it asks for, or with the documented error."""
        content = await state.read_body(request)
        rule = context.rule
        writer = ResponseWriter(rule.operation, self.desk)
        preferred: dict[str, str] = dict(PREFERRED.findall(request.headers.get("prefer", "")))
        status = preferred.get("code") or preferred.get("status") or ""
        if re.fullmatch(r"[2-5]\d\d", status):
            return self._prefer(
                context,
                request,
                int(status),
                preferred.get("example", ""),
            )
        try:
            values = RequestReader(rule.operation, self.desk).read(
                request,
                path,
                content,
            )
            require_valid(rule, values)
            base = request.scope.get(BASE_KEY, "")
            base_url = f"{request.url.scheme}://{request.url.netloc}{base}"
            served = ServedRequest(
                request,
                values,
                path,
                base_url,
                content,
            )
            if "example" in preferred:
                success = choose_success(rule.operation, rule.role)
                return self._prefer(
                    context,
                    request,
                    success,
                    preferred["example"],
                )
            response = serve_operation(context, served)
        except RequestError as error:
            return _describe_error(
                writer,
                request,
                choose_error(rule, error),
            )
        except UndrawableError as error:
            return writer.write(
                request, choose_success(rule.operation, rule.role), UNSET, choose_index(str(error))
            )
        if response.headers.get("location", "").startswith("/"):
            response.headers["location"] = base_url + response.headers["location"]
        return response

    def _prefer(
        self,
        context: OperationContext,
        request: Request,
        status: int,
        example: str,
    ) -> Response:
        """Return the documented response that a client prefers."""
        accept = request.headers.get("accept", "")
        value = context.writer.find_example(
            status,
            accept,
            example,
        )
        index = choose_index(context.rule.operation.name, status)
        return context.writer.write(
            request,
            status,
            value,
            index,
        )


def _strip(scope: Scope, base: str) -> Scope:
    """Return *scope* without *base* in front of its path."""
    if not base:
        return scope
    raw = scope.get("raw_path") or scope["path"].encode()
    path = scope["path"][len(base) :] or "/"
    return {**scope, "path": path, "raw_path": raw[len(base) :] or b"/", BASE_KEY: base}


def require_valid(rule: OperationRule, values: RequestValues) -> None:
    """Raise an error, with the pointer of each fault, if a request is not as documented."""
    if not values.faults:
        return
    first = values.faults[0]
    shown = "; ".join(
        f"{each.pointer}: {each.message}" for each in values.faults[:MAX_SHOWN_FAULTS]
    )
    problems = [
        {"pointer": each.pointer, "message": shorten(each.message, 300)} for each in values.faults
    ]
    message = f"{rule.operation.name} refuses the request at {shown}."
    facts: dict[str, Any] = {
        "pointer": first.pointer,
        "problems": problems,
        "faults": values.faults,
    }
    if values.is_unsupported:
        raise UnsupportedBodyError(
            message,
            hint="Send a documented media type.",
            **facts,
        )
    documented = {each.status for each in rule.operation.responses}
    is_bad = "422" not in documented and bool(documented & {"400", "4XX", "default"})
    if is_bad or (values.is_malformed and "400" in documented):
        raise BadDocumentedRequestError(
            message,
            hint="See the description.",
            **facts,
        )
    raise RefusedRequestError(
        message,
        hint="See the description.",
        **facts,
    )


def choose_error(rule: OperationRule, error: RequestError) -> RequestError:
    """Return *error* with a documented status, if the description has one that says the same."""
    is_missing = error.status == 404 and rule.role in FINDING_ROLES
    if is_missing or rule.operation.find_response(error.status) is not None:
        return error
    documented = {each.status for each in rule.operation.responses}
    for status in CLOSE_STATUSES.get(error.status, ()):
        if str(status) in documented:
            return REFUSALS[status](
                error.message,
                hint=error.hint,
                **error.facts,
            )
    return error


def _describe_error(
    writer: ResponseWriter,
    request: Request,
    error: RequestError,
) -> Response:
    """Return the documented response for *error*. Raise it if it has no form."""
    faults: Sequence[Fault] = error.facts.pop("faults", ())
    value = writer.describe_faults(
        error.status,
        error.message,
        faults,
    )
    if value is UNSET:
        raise error
    return writer.write(
        request,
        error.status,
        value,
        choose_index(error.message),
    )


async def show_description(
    api: DocumentedApi,
    state: Any,
    request: Request,
) -> Response:
    """Return the description itself, with this server in place of the documented ones."""
    base = state.config.base_path
    return make_value_response({**api.description.content, "servers": [{"url": base or "/"}]})
