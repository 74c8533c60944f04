"""Who may do what: checks the user and the role of a request, and the owner of a record."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.server.login import DeniedError, LoggedInUser, LoginDesk, read_token
from pytest_fixturegen.server.resources import list_reference_names
from pytest_fixturegen.server.routes import RouteMatch
from pytest_fixturegen.store.api_access import ADMIN, OWNER, ResourceAccess
from pytest_fixturegen.store.api_routes import ANYONE
from pytest_fixturegen.store.api_service import ServiceRules
from pytest_fixturegen.store.errors import MissingError
from pytest_fixturegen.store.store import Store

RECORD_ACTIONS = {"GET": "get", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
COLLECTION_ACTIONS = {"GET": "list", "POST": "create"}
SERVER_USER = LoggedInUser("server", ADMIN)
"""The user of a request with the token of ``--token``, who may do everything."""

NO_ACCESS = ResourceAccess()


@dataclass(frozen=True, slots=True)
class Admission:
    """The *user* of an admitted request, and the *owner_filter* of its list, if it has one."""

    user: LoggedInUser | None = None
    owner_filter: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class AccessControl:
    """Admits requests by *rules*. *server_token* is that of ``--token``, or empty."""

    store: Store
    rules: ServiceRules
    desk: LoginDesk
    server_token: str

    def admit(
        self,
        request: Request,
        address: Sequence[str],
        match: RouteMatch | None,
    ) -> Admission:
        """Return who sends *request* to *address*, or to the route *match*.

        Raise ForbiddenError without a valid token, and DeniedError if the user may not do this.
        """
        if self._has_server_token(request):
            return Admission(SERVER_USER)
        if self._is_public(request, address, match):
            return Admission()
        user = self.desk.require_user(request)
        if match:
            _require_role(user, match.route.roles, f"use {match.route.method} {match.route.path}")
            return Admission(user)
        if address[:1] == ("admin",):
            _require_role(user, (ADMIN,), "use the administration")
            return Admission(user)
        return self._admit_to_resource(request, address, user)

    def _has_server_token(self, request: Request) -> bool:
        """Return whether *request* shows the token of the server."""
        token = read_token(request, "authorization")
        return bool(self.server_token) and hmac.compare_digest(
            token.encode("utf-8", "replace"), self.server_token.encode()
        )

    def _is_public(
        self,
        request: Request,
        address: Sequence[str],
        match: RouteMatch | None,
    ) -> bool:
        """Return whether nobody has to log in for *request*."""
        if match:
            return match.route.is_public
        is_page = not address or address[0] == "page"
        is_document = address == ("openapi.json",) and not self.rules.docs_need_user
        is_login = request.method == "POST" and bool(self.desk.find_endpoints(address))
        return request.method == "OPTIONS" or is_page or is_document or is_login

    def _admit_to_resource(
        self,
        request: Request,
        address: Sequence[str],
        user: LoggedInUser,
    ) -> Admission:
        """Return the admission to records: of a resource, one of them, or those related to one."""
        method = "GET" if request.method == "HEAD" else request.method
        if len(address) == 1:
            action = COLLECTION_ACTIONS.get(method, "")
            self._require_expanded(request, address[0], user)
            return self._admit_to_collection(address[0], action, user)
        action = RECORD_ACTIONS.get(method, "get")
        self._require_record_access(
            address[0],
            address[1],
            action,
            user,
        )
        if len(address) == 2:
            self._require_expanded(request, address[0], user)
            return Admission(user)
        return self._admit_to_related(
            request,
            address[0],
            address[2],
            user,
        )

    def _admit_to_related(
        self,
        request: Request,
        name: str,
        related_name: str,
        user: LoggedInUser,
    ) -> Admission:
        """Return the admission to the records *related_name* of a record of *name*."""
        referrers = (owner.name for owner, _ in self.store.schema.list_referrers(name))
        joined = (join.target for join in self.rules.joins if join.source == name)
        if related_name not in (*referrers, *joined):
            for target in self._iter_targets(name, {related_name}):
                self._require_open(target, "get", user)
                self._require_expanded(request, target, user)
            return Admission(user)
        self._require_expanded(request, related_name, user)
        return self._admit_to_collection(related_name, "list", user)

    def _admit_to_collection(
        self,
        name: str,
        action: str,
        user: LoggedInUser,
    ) -> Admission:
        """Return the admission to a list, which shows an owner only their own records."""
        access = self.rules.access.get(name, NO_ACCESS)
        roles = access.roles.get(action, (ANYONE,))
        owns_some = OWNER in roles and user.id is not None
        if owns_some and action == "list" and not _has_role(user, roles):
            return Admission(
                user,
                (access.owner_field, str(user.id)),
            )
        # Nobody owns a record that does not exist yet, so whoever creates it becomes its owner.
        if not (owns_some and action == "create"):
            _require_role(user, roles, f"{action} {name}")
        return Admission(user)

    def _require_record_access(
        self,
        name: str,
        key: str,
        action: str,
        user: LoggedInUser,
    ) -> None:
        """Raise DeniedError unless *user* has a role for *action*, or owns the record."""
        access = self.rules.access.get(name, NO_ACCESS)
        roles = access.roles.get(action, (ANYONE,))
        is_owner = OWNER in roles and self._owns_record(
            name,
            key,
            access.owner_field,
            user,
        )
        if not is_owner:
            _require_role(user, roles, f"{action} {name}")

    def _owns_record(
        self,
        name: str,
        key: str,
        owner_field: str,
        user: LoggedInUser,
    ) -> bool:
        """Return whether the record belongs to *user*. Keys may be texts or numbers."""
        if user.id is None:
            return False
        rows = self.store.rows(name)
        try:
            record = loads(rows.get(rows.parse_key(key)))
        except MissingError:
            return False
        owner = record.get(owner_field)
        return owner is not None and str(owner) == str(user.id)

    def _require_expanded(
        self,
        request: Request,
        name: str,
        user: LoggedInUser,
    ) -> None:
        """Raise DeniedError if *request* embeds records that *user* may not read."""
        query = request.scope["query_string"].decode("latin-1")
        values = [value for key, value in parse_qsl(query) if key == "expand"]
        names = {each.strip() for each in ",".join(values).split(",")}
        for target in self._iter_targets(name, names):
            self._require_open(target, "get", user)
        for resource in self.store.schema.resources:
            if resource.name in names:
                self._require_open(resource.name, "list", user)

    def _iter_targets(
        self,
        name: str,
        relations: set[str],
    ) -> Iterator[str]:
        """Yield the resources that references of *name* called *relations* lead to."""
        for resource in self.store.schema.resources:
            for reference in resource.references if resource.name == name else ():
                if relations & set(list_reference_names(reference.field, reference.target)):
                    yield reference.target

    def _require_open(
        self,
        name: str,
        action: str,
        user: LoggedInUser,
    ) -> None:
        """Raise DeniedError unless *user* may read all records of the resource *name*."""
        roles = self.rules.access.get(name, NO_ACCESS).roles.get(
            action,
            (ANYONE,),
        )
        _require_role(user, roles, f"{action} {name}")


def _has_role(user: LoggedInUser, roles: Sequence[str]) -> bool:
    """Return whether *user* has one of *roles*. The name of the owner's role is no role."""
    is_listed = bool(user.role) and user.role in roles and user.role != OWNER
    return user is SERVER_USER or ANYONE in roles or is_listed


def _require_role(
    user: LoggedInUser,
    roles: Sequence[str],
    action: str,
) -> None:
    """Raise DeniedError unless *user* has one of *roles*."""
    if not _has_role(user, roles):
        raise DeniedError(
            f"{user.username} may not {action}: expected the role {' or '.join(roles)}, got"
            f" {user.role or 'none'}.",
            hint="Log in as another user, or change the roles in the API file.",
        )
