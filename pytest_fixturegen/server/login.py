"""Users of a REST API: who they are, how they log in, and how they prove it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.server.responses import make_value_response
from pytest_fixturegen.server.tokens import TokenSigner
from pytest_fixturegen.store.api_access import ADMIN, KnownUser, LoginRules
from pytest_fixturegen.store.changes import parse_json
from pytest_fixturegen.store.errors import (
    BadRequestError,
    ForbiddenError,
    MissingError,
    RequestError,
)
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.special_values import is_same_password
from pytest_fixturegen.store.store import Store
from pytest_fixturegen.streams import Stream

SECRET_STREAM = "login"
"""Name of the random stream of the key that signs tokens, if the file has none."""

AUTH_FOLDER = ("auth",)
MILLISECONDS_PER_SECOND = 1000


class DeniedError(RequestError):
    """The user may not do this."""

    status = 403


@dataclass(frozen=True, slots=True)
class LoggedInUser:
    """The user of a request. *token_id* identifies the token that proved it."""

    username: str
    role: str = ""
    id: Any = None
    profile: Mapping[str, Any] = field(default_factory=dict)
    token_id: str = ""

    def describe(self) -> dict[str, Any]:
        """Return the user as clients see it. A profile never has the password."""
        return {
            **self.profile,
            "id": self.id,
            "username": self.username,
            "role": self.role,
        }


class LoginDesk:
    """Logs users in by *rules*, and recognizes them by their tokens.

    *seed* decides the key of the signatures if the rules have none.
    """

    def __init__(
        self,
        store: Store,
        rules: LoginRules,
        seed: int,
        read_clock: Callable[[], float],
    ) -> None:
        """Keep the rules, and start without revoked tokens."""
        secret = rules.secret.encode() or _derive_secret(seed)
        self.rules = rules
        self._store = store
        self._seed = seed
        self._signer = TokenSigner(secret, rules.algorithm, read_clock)
        self._read_clock = read_clock
        self._token_count = 0
        self._revoked: dict[str, float] = {}

    def find_endpoints(
        self, address: Sequence[str]
    ) -> dict[str, Callable[..., Coroutine[Any, Any, Response]]]:
        """Return the endpoints for users at *address* by method."""
        if not self.rules.has_endpoints:
            return {}
        login_address = tuple(self.rules.path.strip("/").split("/"))
        endpoints: dict[tuple[str, ...], dict[str, Any]] = {
            (*AUTH_FOLDER, "logout"): {"POST": self._log_out},
            (*AUTH_FOLDER, "refresh"): {"POST": self._refresh},
            (*AUTH_FOLDER, "register"): {"POST": self._register},
            (*AUTH_FOLDER, "me"): {"GET": self._show_user},
            login_address: {"POST": self._log_in},
        }
        return endpoints.get(tuple(address), {})

    def identify(self, request: Request) -> LoggedInUser | None:
        """Return the user whose token *request* has, or None if it has none.

        Raise ForbiddenError if the token is invalid, expired or revoked.
        """
        token = read_token(request, self.rules.header)
        return self._read_user(token, "access") if token else None

    def require_user(self, request: Request) -> LoggedInUser:
        """Return the user of *request*. Raise ForbiddenError if nobody has logged in."""
        user = self.identify(request)
        if user is None:
            header = self.rules.header.title()
            raise ForbiddenError(
                "You have to log in.",
                hint=f"POST {self.rules.path}, and send the token as '{header}: Bearer TOKEN'.",
            )
        return user

    async def _log_in(
        self,
        state: Any,
        request: Request,
        *_: str,
    ) -> Response:
        """Answer a login with a token. Raise ForbiddenError for a wrong name or password."""
        body = await _read_object(state, request)
        username = _read_credential(body, "username", self.rules.username_field)
        password = _read_credential(body, "password", self.rules.password_field)
        user = self._check_password(username, password)
        if user is None:
            raise ForbiddenError(
                "The user name or the password is wrong.", hint="See options.auth of the API file."
            )
        return make_value_response(self._make_session(user))

    async def _register(
        self,
        state: Any,
        request: Request,
        *_: str,
    ) -> Response:
        """Create a user, and log them in. Only an admin can register another admin."""
        if not self.rules.password_field:
            raise MissingError(
                "Nobody can register: the users are listed in the API file.",
                hint="Name a userResource with a password field in options.auth.",
            )
        body = await _read_object(state, request)
        if body.get("role") == ADMIN or body.get(self.rules.role_field) == ADMIN:
            visitor = self.identify(request)
            if visitor is None or visitor.role != ADMIN:
                raise DeniedError("Only an admin can register an admin.", hint="Leave role out.")
        _read_credential(body, "username", self.rules.username_field)
        _read_credential(body, "password", self.rules.password_field)
        text = self._store.rows(self.rules.resource).create(dumps(self._rename(body)))[1]
        return make_value_response(
            self._make_session(self._make_record_user(loads(text))),
            201,
        )

    async def _refresh(
        self,
        state: Any,
        request: Request,
        *_: str,
    ) -> Response:
        """Exchange a refresh token for new tokens."""
        body = await _read_object(state, request)
        user = self._read_user(_read_credential(body, "refreshToken"), "refresh")
        return make_value_response(self._make_session(user))

    async def _log_out(
        self,
        state: Any,
        request: Request,
        *_: str,
    ) -> Response:
        """Revoke the token of the request, if it has a valid one."""
        await state.read_body(request)
        user = self.identify(request)
        if user:
            now = self._read_clock()
            self._revoked = {each: end for each, end in self._revoked.items() if end > now}
            lifetime = max(self.rules.lifetime, self.rules.refresh_lifetime)
            self._revoked[user.token_id] = now + lifetime
        return Response(None, 204)

    async def _show_user(
        self,
        _state: Any,
        request: Request,
        *_: str,
    ) -> Response:
        """Return the user of the request."""
        return make_value_response(self.require_user(request).describe())

    def _rename(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return *body* with the general names of fields replaced by those of the resource."""
        rules = self.rules
        names = {
            "username": rules.username_field,
            "password": rules.password_field,
            "email": rules.email_field,
            "role": rules.role_field,
        }
        return {names.get(name, name): value for name, value in body.items()}

    def _check_password(
        self,
        username: str,
        password: str,
    ) -> LoggedInUser | None:
        """Return the user with this name and password, or None.

        An unknown name takes as long as a wrong password.
        """
        record = self._find_record(username)
        if record is not None and self.rules.password_field:
            stored = str(record.get(self.rules.password_field) or "")
            is_valid = is_same_password(stored, password) and bool(stored)
            return self._make_record_user(record) if is_valid else None
        users = self.rules.users
        position = next(
            (index for index, user in enumerate(users) if user.username == username), None
        )
        expected = users[position].password if position is not None else "\0" + password
        if not is_same_password(expected, password) or position is None:
            return None
        return self._make_known_user(
            users[position],
            position,
            record or {},
        )

    def _find_record(self, username: str) -> dict[str, Any] | None:
        """Return the record of the user called *username*, or None."""
        if not self.rules.resource:
            return None
        rows = self._store.rows(self.rules.resource)
        column = rows.resource.find_column(self.rules.username_field)
        page = rows.find(Query((Filter(column, "eq", username),), limit=1))
        return next(
            (loads(text) for text in page.texts),
            None,
        )

    def _make_record_user(self, record: Mapping[str, Any]) -> LoggedInUser:
        """Return the user that *record* describes."""
        rules = self.rules
        key = self._store.rows(rules.resource).resource.get_key(record)
        profile = {"email": record[rules.email_field]} if record.get(rules.email_field) else {}
        role = str(record.get(rules.role_field) or "")
        return LoggedInUser(
            str(record[rules.username_field]),
            role,
            key,
            profile,
        )

    def _make_known_user(
        self,
        user: KnownUser,
        position: int,
        record: Mapping[str, Any],
    ) -> LoggedInUser:
        """Return a user of the list: with its own key, or that of its record, or its number."""
        own = self._make_record_user(record) if record else LoggedInUser(user.username)
        number = position + 1 if own.id is None else own.id
        key = number if user.id is None else user.id
        profile = {**own.profile, **user.profile}
        profile.pop("role", None)
        return LoggedInUser(
            user.username,
            user.role or own.role,
            key,
            profile,
        )

    def _make_session(self, user: LoggedInUser) -> dict[str, Any]:
        """Return the answer to a login: the user, a token, a refresh token, the time of expiry.

        The user is there twice, in ``user`` and next to the token, because clients expect either.
        """
        self._token_count += 1
        token_id = f"{self._seed}-{self._token_count}"
        claims = {
            "sub": user.username,
            "role": user.role,
            "id": user.id,
            "profile": dict(user.profile),
            "jti": token_id,
        }
        token, expiry = self._signer.sign(
            {**claims, "use": "access"},
            self.rules.lifetime,
        )
        refresh, _ = self._signer.sign(
            {**claims, "use": "refresh"},
            self.rules.refresh_lifetime,
        )
        return {
            **user.describe(),
            "token": token,
            "refreshToken": refresh,
            "user": user.describe(),
            "expiresAt": int(expiry * MILLISECONDS_PER_SECOND),
        }

    def _read_user(
        self,
        token: str,
        use: str,
    ) -> LoggedInUser:
        """Return the user of *token*. Raise ForbiddenError if it is for another *use*."""
        claims = self._signer.read(token)
        token_id = str(claims.get("jti", ""))
        if claims.get("use", "access") != use or token_id in self._revoked:
            raise ForbiddenError("The token is not valid any more.", hint="Log in again.")
        profile = claims.get("profile")
        return LoggedInUser(
            str(claims.get("sub", "")),
            str(claims.get("role") or ""),
            claims.get("id"),
            profile if isinstance(profile, dict) else {},
            token_id,
        )


def read_token(request: Request, header: str) -> str:
    """Return the token in *header*, with or without ``Bearer``, or an empty text."""
    value = request.headers.get(header, "").strip()
    scheme, _, token = value.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else value


def _derive_secret(seed: int) -> bytes:
    """Return the secret that signs tokens, which follows from *seed*."""
    words = Stream(seed, SECRET_STREAM).read_words("secret", 0, 4)
    return b"".join(word.to_bytes(8, "big") for word in words)


async def _read_object(state: Any, request: Request) -> dict[str, Any]:
    """Return the JSON object in the body. Raise BadRequestError for anything else."""
    body = parse_json(await state.read_body(request))
    if not isinstance(body, dict):
        raise BadRequestError("Invalid body: expected a JSON object.", hint="Send {...}.")
    return body


def _read_credential(body: Mapping[str, Any], *names: str) -> str:
    """Return the text that *body* has under one of *names*. The error does not show it."""
    value = next(
        (body[name] for name in names if name in body),
        None,
    )
    if not isinstance(value, str) or not value:
        raise BadRequestError(
            f"Invalid body: expected a text in {names[0]!r}.", hint=f"Send {names[0]}."
        )
    return value
