"""Reads what an API file says about its REST API: routes, access, network, paths and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_access import (
    DEFAULT_USER_RESOURCE,
    LoginRules,
    ResourceAccess,
    read_access,
    read_login,
)
from pytest_fixturegen.store.api_network import (
    NETWORK_KEYS,
    NO_NETWORK,
    NetworkRules,
    read_network,
    read_profiles,
)
from pytest_fixturegen.store.api_routes import SCRIPT_TYPE, CannedRoute, read_routes
from pytest_fixturegen.store.api_values import Settings, require_mapping, to_list
from pytest_fixturegen.store.declarations import read_flag, read_text, read_texts, read_whole
from pytest_fixturegen.store.documented.rules import DocumentedApi

SERVICE_KEYS = ("routes", "profiles")
"""The sections of an API file that this module reads."""

RESOURCE_SERVICE_KEYS = ("access", "ownedBy", "latency", "errorSimulation", "streaming")
"""The keys of a resource that this module reads."""

SERVICE_OPTIONS = (
    *NETWORK_KEYS,
    "auth",
    "docs",
    "corsEnabled",
    "corsOptions",
    "baseUrl",
    "readOnly",
    "maxPageSize",
)
"""The options of an API file that this module reads."""

UNSUPPORTED_OPTIONS = {
    "https": "The server speaks HTTP: put a proxy with a certificate in front of it.",
    "certPath": "The server speaks HTTP: put a proxy with a certificate in front of it.",
    "keyPath": "The server speaks HTTP: put a proxy with a certificate in front of it.",
    "executeJs": "Routes have canned answers: write 'type: json'.",
}
"""Options of other servers that have no effect here, with a hint."""

JOIN_KEYS = ("resource", "through", "foreignKey", "targetKey")
"""The keys of a many-to-many relationship."""

CORS_KEYS = ("origin",)
DOCS_KEYS = ("enabled", "requireAuth")
MAX_PAGE_SIZE = 10_000


@dataclass(frozen=True, slots=True)
class ManyToMany:
    """Records of *source* and *target* that are joined by the records of *through*."""

    source: str
    target: str
    through: str
    source_field: str
    target_field: str


@dataclass(frozen=True, slots=True)
class ServiceRules:
    """Rules of an API file for its REST API.

    *profiles* are network rules by name. *documented* are the operations of an OpenAPI description,
    which replace those of resources. *login* is None if the API needs no login. *access* is by
    resource. *max_page_size* is the maximum number of records on a page, if the file limits it.
    """

    routes: tuple[CannedRoute, ...] = ()
    login: LoginRules | None = None
    access: Mapping[str, ResourceAccess] = field(default_factory=dict)
    network: NetworkRules = NO_NETWORK
    profiles: Mapping[str, NetworkRules] = field(default_factory=dict)
    joins: tuple[ManyToMany, ...] = ()
    base_path: str = ""
    is_read_only: bool = False
    max_page_size: int | None = None
    has_docs: bool = True
    docs_need_user: bool = False
    documented: DocumentedApi | None = None


NO_RULES = ServiceRules()


def read_service(
    document: Settings,
    fields: Mapping[str, Sequence[str]],
    keys: Mapping[str, str],
    location: str,
) -> ServiceRules:
    """Return the rules of *document*. *fields* and *keys* are those of each resource.

    Raise ConfigError, with the place in the file, if something is invalid.
    """
    resources = document["resources"]
    place = f"{location}: options"
    options = require_mapping(document.get("options"), place)
    _refuse_unsupported(options, place)
    login = read_login(options.get("auth"), fields, f"{place}.auth")
    docs = require_mapping(options.get("docs"), f"{place}.docs", DOCS_KEYS)
    return ServiceRules(
        routes=read_routes(document.get("routes"), f"{location}: routes"),
        login=login,
        access=dict(
            _iter_access(
                resources,
                fields,
                keys,
                login,
                location,
            )
        ),
        network=read_network(options, resources, location),
        profiles=read_profiles(document.get("profiles"), options, resources, location),
        joins=tuple(_iter_joins(resources)),
        base_path=_read_base_path(options, place),
        is_read_only=read_flag(options, "readOnly", place, default=False),
        max_page_size=_read_max_page_size(options, place),
        has_docs=read_flag(docs, "enabled", f"{place}.docs", default=True),
        docs_need_user=read_flag(docs, "requireAuth", f"{place}.docs", default=False),
    )


def describe_scripts(service: ServiceRules) -> Iterator[str]:
    """Yield a notice for each route whose answer would run JavaScript."""
    for route in service.routes:
        if route.type == SCRIPT_TYPE:
            yield f"{route.method} {route.path} runs JavaScript: it answers 501"


def read_service_settings(options: Any, location: str) -> Settings:
    """Return the settings of this package that the options of the REST API set.

    ``corsEnabled: true`` leaves the allowed origins as they are, and ``false`` allows none.
    """
    settings = require_mapping(options, f"{location}: options")
    place = f"{location}: options.corsOptions"
    cors = require_mapping(settings.get("corsOptions"), place, CORS_KEYS)
    if not read_flag(settings, "corsEnabled", f"{location}: options", default=True):
        return {"serve.cors": []}
    return {"serve.cors": list(read_texts(cors, "origin", place))} if cors else {}


def drop_service_options(options: Any) -> Any:
    """Return *options* without those that this module reads."""
    if not isinstance(options, dict):
        return options
    return {name: value for name, value in options.items() if name not in SERVICE_OPTIONS}


def _refuse_unsupported(options: Settings, location: str) -> None:
    """Raise ConfigError if an option of another server asks for what this one does not have."""
    for name, hint in UNSUPPORTED_OPTIONS.items():
        if options.get(name):
            raise ConfigError(f"{location}.{name} is not supported.", hint=hint)


def _iter_access(
    resources: Settings,
    fields: Mapping[str, Sequence[str]],
    keys: Mapping[str, str],
    login: LoginRules | None,
    location: str,
) -> Iterator[tuple[str, ResourceAccess]]:
    """Yield each resource with its access rules. A user owns their own record."""
    user_resource = login.resource if login else DEFAULT_USER_RESOURCE
    for name, resource in resources.items():
        settings = resource if isinstance(resource, dict) else {}
        owner_field = keys[name] if name == user_resource else ""
        place = f"{location}: resources.{name}"
        yield (
            name,
            read_access(
                settings,
                fields[name],
                place,
                default_owner=owner_field,
            ),
        )


def _iter_joins(resources: Settings) -> Iterator[ManyToMany]:
    """Yield the complete many-to-many relationships; others are reported as errors elsewhere."""
    for name, resource in resources.items():
        declared = resource.get("relationships") if isinstance(resource, dict) else None
        for each in declared.values() if isinstance(declared, dict) else to_list(declared):
            if isinstance(each, dict) and set(JOIN_KEYS) <= set(each):
                yield ManyToMany(
                    name,
                    str(each["resource"]),
                    str(each["through"]),
                    str(each["foreignKey"]),
                    str(each["targetKey"]),
                )


def _read_max_page_size(options: Settings, location: str) -> int | None:
    """Return the size of the largest page, or None if the file does not limit it."""
    if "maxPageSize" not in options:
        return None
    return read_whole(
        options,
        "maxPageSize",
        location,
        default=1,
        high=MAX_PAGE_SIZE,
    )


def _read_base_path(options: Settings, location: str) -> str:
    """Return the path in front of all addresses, such as ``/api/v1``, or nothing for ``/``."""
    path = read_text(options, "baseUrl", location)
    if not path.isascii() or not path.isprintable() or set(path) & set(":?#*{}% "):
        raise ConfigError(
            f"{location}.baseUrl must be a path, got {path!r:.80}.", hint="Write '/api/v1'."
        )
    bare = path.strip("/")
    return f"/{bare}" if bare else ""
