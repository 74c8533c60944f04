"""Stores of OpenAPI descriptions: their declaration, and their initial data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pytest_fixturegen.api.initial_data import Seeder
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import is_openapi
from pytest_fixturegen.introspection.readers.documents.operations import read_served_description
from pytest_fixturegen.introspection.readers.documents.validation import load_validators
from pytest_fixturegen.store.api_file import ApiFile
from pytest_fixturegen.store.api_service import ServiceRules
from pytest_fixturegen.store.documented.derive import derive_api
from pytest_fixturegen.store.documented.role_files import apply_role_file
from pytest_fixturegen.store.documented.rules import DocumentedApi
from pytest_fixturegen.store.documented.store_schema import build_store_schema
from pytest_fixturegen.store.models import ResourceOptions
from pytest_fixturegen.store.schema import Resource
from pytest_fixturegen.store.store import Store


def is_description(path: Path) -> bool:
    """Return whether the file at *path* is an OpenAPI description."""
    return path.is_file() and is_openapi(load_document(path))


def read_documented(path: Path, roles: str = "") -> ApiFile:
    """Return the API of the OpenAPI description at *path*, in the form of an API file.

    *roles* is the path of a file that says what operations do, or empty. Raise DiscoveryError if
    one of them cannot be read, and ConfigError if *roles* names something unknown.
    """
    load_validators()  # without the package, requests would not be validated
    api = derive_api(read_served_description(path.resolve()))
    return declare_documented(apply_role_file(api, Path(roles).absolute()) if roles else api)


def declare_documented(api: DocumentedApi) -> ApiFile:
    """Return *api* in the form of an API file."""
    schema = build_store_schema(api)
    return ApiFile(
        {resource.name: resource.model for resource in schema.resources},
        ResourceOptions(),
        {},
        notices=tuple(describe_api(api)),
        service=ServiceRules(documented=api),
        schema=schema,
    )


def describe_api(api: DocumentedApi) -> Iterator[str]:
    """Yield a line for each resource of *api*, then one for its other operations.

    Without operations, the only line says so.
    """
    if not api.operations:
        yield f"{api.description.path.name} has no operations: requests are answered with 404"
    for name, resource in api.resources.items():
        rules = [rule for rule in api.operations if rule.resource == name]
        operations = ", ".join(f"{rule.role} {rule.operation.name}" for rule in rules)
        parents = [f"{link.field} = {link.resource}" for link in resource.links if link.resource]
        below = f", below {', '.join(parents)}" if parents else ""
        key = "" if resource.is_single else f" (key {resource.key}{below})"
        yield f"{name}{key}: {operations}"
    others = [rule.operation.name for rule in api.operations if not rule.resource]
    if others:
        yield f"without state: {', '.join(others)}"


class DocumentedSeeder(Seeder):
    """Fills the store of a description.

    A description is not written for a store: keys may have few values, and drawing may fail for
    some schemas. Such a resource gets fewer records, or none.
    """

    def __call__(self, store: Store) -> None:
        """Write the initial data into *store*, which is empty."""
        api = store.hooks.service.documented
        assert api is not None
        for resource in self.schema.resources:
            if not api.resources[resource.name].is_single:
                self._fill_resource(store, resource)

    def _fill_resource(
        self,
        store: Store,
        resource: Resource,
    ) -> None:
        """Draw as many records of *resource* as there can be, up to the count."""
        count = self.counts.get(resource.name, 0)
        while count:
            with suppress(FixturegenError):
                self.grow(
                    store,
                    resource,
                    count,
                )
                return
            count //= 2
