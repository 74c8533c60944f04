"""Reads who may do what from an API file: users, their login, and the roles of each resource."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_values import require_mapping
from pytest_fixturegen.store.declarations import (
    HEADER_NAME,
    read_choice,
    read_flag,
    read_seconds,
    read_text,
    read_texts,
    require_list,
)

AUTH_KEYS = (
    "enabled",
    "tokenExpiration",
    "authEndpoint",
    "secretKey",
    "tokenHeader",
    "jwt",
    "endpoints",
    "userResource",
    "usernameField",
    "passwordField",
    "emailField",
    "roleField",
    "users",
)
JWT_KEYS = ("secret", "expiresIn", "refreshExpiresIn", "algorithm")
ACTIONS = ("list", "get", "create", "update", "delete")
"""Actions on a resource that an API file can permit to users."""

OWNER = "owner"
"""The role of the user whose key is in the owner field of a record."""

ADMIN = "admin"
"""The role of users who may use the administration."""

ALGORITHMS = ("HS256", "HS384", "HS512")
DEFAULT_LOGIN_PATH = "/auth/login"
DEFAULT_LIFETIME = 3600.0
DEFAULT_REFRESH_LIFETIME = 7 * 86_400.0
DEFAULT_USER_RESOURCE = "users"


@dataclass(frozen=True, slots=True)
class KnownUser:
    """A user that the file declares. *profile* has the other keys, such as an email address."""

    username: str
    password: str = field(repr=False)
    role: str = ""
    id: Any = None
    profile: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoginRules:
    """How users log in. Lifetimes are in seconds.

    If there is a *password_field*, the users are the records of *resource*. Without a *secret*,
    tokens are signed with a key that comes from the seed.
    """

    users: tuple[KnownUser, ...] = ()
    resource: str = ""
    username_field: str = "username"
    password_field: str = ""
    email_field: str = "email"
    role_field: str = "role"
    path: str = DEFAULT_LOGIN_PATH
    header: str = "authorization"
    secret: str = field(default="", repr=False)
    algorithm: str = "HS256"
    lifetime: float = DEFAULT_LIFETIME
    refresh_lifetime: float = DEFAULT_REFRESH_LIFETIME
    has_endpoints: bool = True


@dataclass(frozen=True, slots=True)
class ResourceAccess:
    """The *roles* that each action of a resource requires.

    *owner_field* names the field with the key of the user who owns a record. It is also the
    *assigned_field* of new records, unless it is the key of the users themselves.
    """

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    owner_field: str = ""
    assigned_field: str = ""


FieldNames = Mapping[str, Sequence[str]]
"""The fields of each resource."""


def read_login(
    declaration: Any,
    fields: FieldNames,
    location: str,
) -> LoginRules | None:
    """Return the rules of ``options.auth``, or None if nobody has to log in.

    *fields* are those of each resource. Raise ConfigError if something is invalid.
    """
    if declaration is None:
        return None
    if isinstance(declaration, dict) and "passwordHashing" in declaration:
        raise ConfigError(
            f"{location}.passwordHashing is not supported.",
            hint="Give the password field 'defaultValue: $hash'.",
        )
    settings = require_mapping(declaration, location, AUTH_KEYS)
    if not read_flag(settings, "enabled", location, default=True):
        return None
    users = _read_users(settings.get("users"), f"{location}.users")
    resource = _read_user_resource(settings, fields, location)
    password_field = _find_password_field(settings, resource, fields, location)
    if not users and not password_field:
        raise ConfigError(
            f"{location} has no users who could log in.",
            hint="Add users with username, password and role, or name a userResource"
            " with a password field.",
        )
    return LoginRules(
        users=users,
        resource=resource,
        username_field=read_text(settings, "usernameField", location, default="username"),
        password_field=password_field,
        email_field=read_text(settings, "emailField", location, default="email"),
        role_field=read_text(settings, "roleField", location, default="role"),
        path=_read_login_path(settings, location),
        header=_read_token_header(settings, location),
        has_endpoints=read_flag(settings, "endpoints", location, default=True),
        **_read_token_settings(settings, location),
    )


def _read_token_settings(settings: Mapping[str, Any], location: str) -> dict[str, Any]:
    """Return how tokens are signed, and how long they are valid."""
    place = f"{location}.jwt"
    jwt = require_mapping(settings.get("jwt"), place, JWT_KEYS)
    lifetime = read_seconds(settings, "tokenExpiration", location, default=DEFAULT_LIFETIME)
    secret = _read_secret(settings, "secretKey", location)
    return {
        "secret": _read_secret(jwt, "secret", place) or secret,
        "algorithm": read_choice(
            jwt, "algorithm", place, choices=ALGORITHMS, default=ALGORITHMS[0]
        ),
        "lifetime": read_seconds(jwt, "expiresIn", place, default=lifetime),
        "refresh_lifetime": read_seconds(
            jwt, "refreshExpiresIn", place, default=DEFAULT_REFRESH_LIFETIME
        ),
    }


def _read_users(declarations: Any, location: str) -> tuple[KnownUser, ...]:
    """Return the declared users. Raise ConfigError if one is invalid or repeats a name.

    No message shows a password.
    """
    users: list[KnownUser] = []
    for index, declaration in enumerate(require_list(declarations, location)):
        place = f"{location}[{index}]"
        if not isinstance(declaration, dict):
            raise ConfigError(
                f"{place} must be a mapping.", hint="Write username, password and role."
            )
        username = read_text(declaration, "username", place)
        password = _read_secret(declaration, "password", place)
        if not username or not password:
            raise ConfigError(
                f"{place} needs a username and a password.", hint="Add what is missing."
            )
        if any(user.username == username for user in users):
            raise ConfigError(f"{place} repeats the username {username!r}.", hint="Rename it.")
        profile = dict(declaration)
        del profile["username"], profile["password"]
        role = read_text(declaration, "role", place)
        users.append(
            KnownUser(
                username,
                password,
                role,
                profile.pop("id", None),
                profile,
            )
        )
    return tuple(users)


def _read_secret(
    settings: Mapping[str, Any],
    key: str,
    location: str,
) -> str:
    """Return the secret text *key*. The error for another type does not show it."""
    value = settings.get(key, "")
    if not isinstance(value, str):
        raise ConfigError(
            f"{location}.{key} must be a text, got {type(value).__name__}.",
            hint="Put it in quotes.",
        )
    return value


def _read_user_resource(
    settings: Mapping[str, Any],
    fields: FieldNames,
    location: str,
) -> str:
    """Return the resource of the users, which is ``users`` by default, or nothing."""
    if "userResource" in settings:
        return read_choice(settings, "userResource", location, choices=fields)
    username_field = settings.get("usernameField", "username")
    has_users = username_field in fields.get(DEFAULT_USER_RESOURCE, ())
    return DEFAULT_USER_RESOURCE if has_users else ""


def _find_password_field(
    settings: Mapping[str, Any],
    resource: str,
    fields: FieldNames,
    location: str,
) -> str:
    """Return the field with the passwords of the users of *resource*, or nothing.

    A resource that nobody named holds passwords only if the file lists no users.
    """
    own_fields = fields.get(resource, ())
    if not resource or ("userResource" not in settings and settings.get("users")):
        return ""
    password_field = read_text(settings, "passwordField", location, default="password")
    username_field = read_text(settings, "usernameField", location, default="username")
    if username_field not in own_fields:
        raise ConfigError(
            f"{location}: the resource {resource} has no field {username_field!r}.",
            hint="Name the field of the user names with usernameField.",
        )
    if password_field in own_fields:
        return password_field
    if settings.get("users"):  # they have the passwords, and the resource has the profiles
        return ""
    raise ConfigError(
        f"{location}: the resource {resource} has no field {password_field!r}.",
        hint="Name the field of the passwords with passwordField.",
    )


def _read_login_path(settings: Mapping[str, Any], location: str) -> str:
    """Return the path of the login. Raise ConfigError if it is invalid."""
    path = read_text(settings, "authEndpoint", location, default=DEFAULT_LOGIN_PATH)
    if not path.isprintable() or set(path) & set(":*{}?# "):
        raise ConfigError(
            f"{location}.authEndpoint must be a path, got {path!r:.80}.", hint="Write '/login'."
        )
    return "/" + path.strip("/")


def _read_token_header(settings: Mapping[str, Any], location: str) -> str:
    """Return the header of tokens. Raise ConfigError if it is invalid."""
    header = read_text(settings, "tokenHeader", location, default="Authorization")
    if not HEADER_NAME.fullmatch(header):
        raise ConfigError(
            f"{location}.tokenHeader must be the name of a header, got {header!r:.80}.",
            hint="Write 'X-Access-Token'.",
        )
    return header.lower()


def read_access(
    resource: Mapping[str, Any],
    fields: Sequence[str],
    location: str,
    *,
    default_owner: str = "",
) -> ResourceAccess:
    """Return who may do what with a resource. *default_owner* is its owner field if it names none.

    Raise ConfigError if an action or the owner field is unknown.
    """
    place = f"{location}.access"
    declared = require_mapping(resource.get("access"), place, ACTIONS)
    roles = {action: read_texts(declared, action, place) for action in declared}
    owner_field = default_owner
    if "ownedBy" in resource:
        owner_field = read_choice(resource, "ownedBy", location, choices=fields)
    for action, names in roles.items():
        if OWNER in names and not owner_field:
            raise ConfigError(
                f"{place}.{action} allows the owner, but the resource has no 'ownedBy'.",
                hint="Name the field with the key of the owner: 'ownedBy: userId'.",
            )
    assigned_field = "" if owner_field == default_owner else owner_field
    return ResourceAccess(roles, owner_field, assigned_field)
