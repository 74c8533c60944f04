"""What an API file adds to the REST API: routes, users, limits and the path in front of it all."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.documented.service import DocumentedService
from pytest_fixturegen.server.login import DeniedError, LoginDesk
from pytest_fixturegen.server.permissions import AccessControl, Admission
from pytest_fixturegen.server.routes import RouteTable
from pytest_fixturegen.store.api_service import ServiceRules
from pytest_fixturegen.store.errors import MissingError
from pytest_fixturegen.store.special_values import CURRENT_USER_ID
from pytest_fixturegen.store.store import Store

READ_METHODS = ("GET", "HEAD", "OPTIONS")
MAX_LIMIT_DIGITS = 10
LINK_TARGET = re.compile(r"</")


class Service:
    """Applies the rules of an API file to requests.

    *seed* decides the key of the tokens if the file has none, and *read_clock* returns the seconds
    since 1970.
    """

    def __init__(
        self,
        store: Store,
        config: ServeConfig,
        seed: int,
        read_clock: Callable[[], float],
    ) -> None:
        """Prepare the routes and, if users have to log in, the access control."""
        self.rules: ServiceRules = store.hooks.service
        own_path = config.base_path.strip("/")
        self._base_path = f"/{own_path}" if own_path else self.rules.base_path
        self._routes = RouteTable(self.rules.routes)
        self.documented: DocumentedService | None = None
        self._desk: LoginDesk | None = None
        self._access: AccessControl | None = None
        self._names = tuple(resource.name for resource in store.schema.resources)
        if self.rules.documented:
            self.documented = DocumentedService(
                self.rules.documented,
                store,
                replace(store.hooks.generation, seed=seed),
                config.page_size,
                self._base_path,
            )
        if self.rules.login:
            self._desk = LoginDesk(
                store,
                self.rules.login,
                seed,
                read_clock,
            )
            self._access = AccessControl(
                store,
                self.rules,
                self._desk,
                config.token,
            )

    @property
    def has_users(self) -> bool:
        """Whether users have to log in."""
        return self._access is not None

    def limit_config(self, config: ServeConfig) -> ServeConfig:
        """Return *config* with a default page that is not larger than the largest one."""
        limit = self.rules.max_page_size
        if limit is None or config.page_size <= limit:
            return config
        return replace(config, page_size=limit)

    def strip_base_path(self, scope: Scope) -> Scope:
        """Return *scope* without the base path. Raise MissingError for an address outside it."""
        if self.documented:
            return self.documented.strip_base_path(scope)
        base = self._base_path
        path = scope["path"]
        if not base:
            return scope
        if path != base and not path.startswith(f"{base}/"):
            raise MissingError("Unknown address.", hint=f"All addresses begin with {base}/.")
        raw_path = scope.get("raw_path") or path.encode()
        bare = {"path": path[len(base) :] or "/", "raw_path": raw_path[len(base) :] or b"/"}
        return {**scope, **bare}

    def find_endpoints(
        self, address: Sequence[str]
    ) -> dict[str, Callable[..., Coroutine[Any, Any, Response]]]:
        """Return the endpoints that the file declares at *address* by method."""
        if self.documented:
            return self.documented.find_endpoints(address)
        login = self._desk.find_endpoints(address) if self._desk else {}
        return {**login, **self._routes.find_endpoints(address)}

    @contextmanager
    def admit(
        self,
        request: Request,
        address: Sequence[str],
    ) -> Iterator[None]:
        """Return a scope for the answer to *request*, in which its user is known.

        Raise ForbiddenError, DeniedError or MissingError if the request is not admitted.
        """
        match = self._routes.find(request.method, address)
        if match is None:
            self._require_served(request, address)
        admission = Admission()
        if self._access:
            admission = self._access.admit(request, address, match)
        if match is None:
            self._limit_query(request, admission)
        token = CURRENT_USER_ID.set(admission.user.id if admission.user else None)
        try:
            yield
        finally:
            CURRENT_USER_ID.reset(token)

    def add_base_path(self, response: Response) -> None:
        """Put the base path in front of the addresses in the headers of *response*."""
        base = self._base_path
        if not base or self.documented:
            return
        if response.headers.get("location", "").startswith("/"):
            response.headers["location"] = base + response.headers["location"]
        if "link" in response.headers:
            response.headers["link"] = LINK_TARGET.sub(f"<{base}/", response.headers["link"])

    def _require_served(
        self,
        request: Request,
        address: Sequence[str],
    ) -> None:
        """Raise an error if the file switches the documents or changes off."""
        if address == ("openapi.json",) and not self.rules.has_docs:
            raise MissingError("Unknown address.", hint="See options.docs of the API file.")
        is_record = bool(address) and address[0] in self._names
        if self.rules.is_read_only and is_record and request.method not in READ_METHODS:
            raise DeniedError("The API is read-only.", hint="See options.readOnly of the API file.")

    def _limit_query(
        self,
        request: Request,
        admission: Admission,
    ) -> None:
        """Limit the size of a page, and a list to the records of their owner."""
        text = request.scope["query_string"]
        has_limit = self.rules.max_page_size is not None and b"limit" in text
        if admission.owner_filter is None and not has_limit:
            return
        try:
            pairs = parse_qsl(
                text.decode("ascii"),
                keep_blank_values=True,
                errors="strict",
            )
        except (ValueError, UnicodeDecodeError):
            return  # the endpoint rejects the query
        limited = [(name, self._limit_value(name, value)) for name, value in pairs]
        if admission.owner_filter:
            limited.append(admission.owner_filter)
        if limited != pairs:
            request.scope["query_string"] = urlencode(limited).encode()

    def _limit_value(
        self,
        name: str,
        value: str,
    ) -> str:
        """Return the value of a parameter; ``limit`` is at most the largest page."""
        largest = self.rules.max_page_size
        is_limit = name == "limit" and value.isdecimal() and len(value) < MAX_LIMIT_DIGITS
        if largest is not None and is_limit and int(value) > largest:
            return str(largest)
        return value
