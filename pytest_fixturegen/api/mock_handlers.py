"""Handlers for Mock Service Worker: the routes of a description, with the data they answer with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.api.document_examples import ExampleMaker, find_source
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters import msw_routes
from pytest_fixturegen.emitters.msw_routes import Lookup, MockRoute, RouteGroup
from pytest_fixturegen.errors import FixturegenError, MappingError, UsageError
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.operations import (
    Description,
    DocumentedOperation,
    DocumentedResponse,
    MediaType,
    SchemaPlace,
)
from pytest_fixturegen.introspection.readers.documents.schema_parts import SchemaParts

DrawErrors = (MappingError, UsageError)
"""Errors of schemas that accept no value, or too few different ones."""


@dataclass(frozen=True, slots=True)
class MockCollection:
    """The records below a path: *records* have the values of path parameters in *key*."""

    name: str
    path: str
    key: str
    pointer: str
    properties: tuple[str, ...]
    records: list[Any]


@dataclass(frozen=True, slots=True)
class MockHandlers:
    """The content of the files of a folder; *failures* are those of operations."""

    groups: tuple[RouteGroup, ...]
    collections: tuple[MockCollection, ...]
    failures: tuple[FixturegenError, ...]


def build_handlers(
    description: Description,
    operations: Sequence[DocumentedOperation],
    config: GenerationConfig,
    n: int,
) -> MockHandlers:
    """Return the handlers of *operations*, with *n* records in each collection."""
    return _HandlerBuilder(
        description,
        config,
        n,
    ).build(operations)


class _HandlerBuilder:
    """Builds the collections of a description, then one route after the other."""

    def __init__(
        self,
        description: Description,
        config: GenerationConfig,
        n: int,
    ) -> None:
        self._content = description.content
        self._config = config
        self._n = n
        self._makers: dict[Path, ExampleMaker] = {}
        self._collections: dict[str, MockCollection] = {}
        self._responses: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self._failures: list[FixturegenError] = []
        self._names: set[str] = set()

    def build(self, operations: Sequence[DocumentedOperation]) -> MockHandlers:
        """Return the handlers of *operations*."""
        usable = [each for each in operations if _is_handled(each)]
        self._find_collections(usable)
        routes: defaultdict[str, list[MockRoute]] = defaultdict(list)
        for operation in usable:
            group = msw_routes.get_group_name(self._read_tags(operation), operation.path)
            routes[group].append(self._build_route(operation, group))
        groups = [
            RouteGroup(
                name,
                tuple(msw_routes.sort_routes(found)),
                self._responses[name],
            )
            for name, found in sorted(routes.items())
        ]
        used = self._list_used(groups)
        collections = tuple(each for each in self._collections.values() if each.name in used)
        return MockHandlers(
            tuple(groups),
            collections,
            tuple(self._failures),
        )

    def _list_used(self, groups: Sequence[RouteGroup]) -> set[str]:
        """Return the names of the collections that the routes of *groups* need."""
        routes = [route for group in groups for route in group.routes]
        found = {lookup.collection for route in routes for lookup in route.lookups}
        return found | {route.collection for route in routes}

    def _read_tags(self, operation: DocumentedOperation) -> list[str]:
        """Return the tags of *operation*."""
        value: Any = self._content
        for step in ("paths", operation.path, operation.method.lower(), "tags"):
            value = value.get(step) if isinstance(value, Mapping) else None
        return [tag for tag in value if isinstance(tag, str)] if isinstance(value, list) else []

    # Collections

    def _find_collections(self, operations: Sequence[DocumentedOperation]) -> None:
        """Draw the records of each path below which single records are read."""
        by_path = {each.path: each for each in operations if each.method == "GET"}
        item_paths = {each.path: None for each in operations}
        for path in item_paths:
            parameter = msw_routes.find_item_parameter(path)
            base = msw_routes.join_path(msw_routes.split_path(path)[:-1])
            if parameter and base not in self._collections:
                place = self._find_item_schema(by_path.get(path), _get(by_path, base))
                if place is not None:
                    self._add_collection(
                        base,
                        parameter,
                        place,
                    )

    def _find_item_schema(
        self,
        item: DocumentedOperation | None,
        several: DocumentedOperation | None,
    ) -> SchemaPlace | None:
        """Return the schema of the records that *item* answers with, or those in *several*."""
        place = _find_json_schema(item)
        if place is not None and self._read_parts(place).has_type(place.schema, "object"):
            return place
        place = _find_json_schema(several)
        if place is None or not self._read_parts(place).has_type(place.schema, "array"):
            return None
        items = self._read_parts(place).find_key(place.schema, "items")
        if not isinstance(items, Mapping) or "items" not in place.schema:
            return None
        return SchemaPlace(
            place.file,
            f"{place.pointer}/items",
            items,
        )

    def _add_collection(
        self,
        base: str,
        parameter: str,
        place: SchemaPlace,
    ) -> None:
        """Draw the records at *base*, which *parameter* tells apart."""
        names = [each for each in msw_routes.split_path(base) if "{" not in each]
        name = names[-1] if names else "root"
        parts = self._read_parts(place)
        properties = tuple(parts.list_properties(place.schema))
        key = msw_routes.find_key(
            parameter,
            properties,
            name,
        )
        if not key:
            return
        pointer, title = find_source(
            place.pointer,
            place.schema,
            f"GET {base}",
        )
        records = self._draw_records(
            place.file,
            pointer,
            title,
            key,
        )
        if records:
            variable = self._choose_name(names)
            found = MockCollection(
                variable,
                base,
                key,
                pointer,
                properties,
                records,
            )
            self._link_to_parents(found, self._find_maker(place.file))
            self._collections[base] = found

    def _choose_name(self, names: Sequence[str]) -> str:
        """Return a name for a collection that no other one has."""
        taken = {each.name for each in self._collections.values()}
        joined = [msw_routes.to_variable("-".join(names[place:])) for place in range(len(names))]
        free = [name for name in reversed(joined) if name not in taken]
        if free:
            return free[0]
        return f"{(joined or ['root'])[0]}{len(taken)}"

    def _draw_records(
        self,
        file: Path,
        pointer: str,
        title: str,
        key: str,
    ) -> list[Any]:
        """Return records whose values of *key* differ: fewer if there are not enough."""
        maker = self._find_maker(file)
        for unique in (key, ""):
            try:
                drawn = maker.draw_values(
                    pointer,
                    title,
                    "response",
                    self._n,
                    unique,
                )
            except DrawErrors:
                continue
            known: dict[str, Any] = {}
            for record in drawn:
                if isinstance(record, dict) and record.get(key) is not None:
                    known.setdefault(str(record[key]), record)
            return list(known.values())
        return []

    def _link_to_parents(
        self,
        collection: MockCollection,
        maker: ExampleMaker,
    ) -> None:
        """Let the records of *collection* belong to those of the collections around its path."""
        for base, parameter in msw_routes.iter_prefixes(collection.path):
            parent = self._collections.get(base)
            own = msw_routes.find_same_name(parameter, collection.properties)
            if parent is None or not own or own == collection.key:
                continue
            for number, record in enumerate(collection.records):
                value = parent.records[number % len(parent.records)][parent.key]
                linked = {**record, own: value}
                if own in record and maker.accepts(
                    collection.pointer,
                    "response",
                    linked,
                ):
                    record[own] = value

    # Routes

    def _build_route(
        self,
        operation: DocumentedOperation,
        group: str,
    ) -> MockRoute:
        """Return the route of *operation*; its values become responses of *group*."""
        pattern, names = msw_routes.to_pattern(operation.path)
        status, documented = msw_routes.choose_status(operation)
        response = next((each for each in operation.responses if each.status == documented), None)
        media = _choose_media(response)
        lookups = self._find_lookups(operation, names)
        name = self._name_body(operation)
        facts: dict[str, Any] = {
            "method": operation.method,
            "path": pattern,
            "title": " ".join((operation.summary or operation.name).split()),
            "status": status,
            "parameters": names,
            "lookups": lookups,
            "missing": self._add_missing(
                operation,
                group,
                name,
            )
            if lookups
            else "",
        }
        bodiless = status in msw_routes.BODILESS_STATUSES or operation.method == "HEAD"
        if media is None or bodiless:
            return MockRoute(**facts, kind="empty")
        if not media.is_json:
            body = self._add_response(
                group,
                name,
                media,
                operation,
                documented,
            )
            return MockRoute(
                **facts,
                kind="text",
                body=body,
                media_type=media.name,
            )
        own = self._find_own_collection(operation)
        if operation.method == "GET" and own is not None:
            listed = self._build_list(
                own,
                media,
                group,
                name,
                operation,
            )
            if listed is not None:
                return MockRoute(**facts, **listed)
        return self._build_single(
            facts,
            media,
            group,
            name,
            documented,
            operation,
        )

    def _build_single(
        self,
        facts: dict[str, Any],
        media: MediaType,
        group: str,
        name: str,
        documented: str,
        operation: DocumentedOperation,
    ) -> MockRoute:
        """Return a route that answers with one record, a changed one, or the same value always."""
        lookup = facts["lookups"][-1] if facts["lookups"] else None
        record = self._find_record(
            operation,
            lookup,
            media,
        )
        if record and operation.method == "GET":
            return MockRoute(
                **facts,
                kind="item",
                collection=record,
            )
        if record and operation.method in ("PUT", "PATCH", "POST"):
            return MockRoute(
                **facts,
                kind="update",
                collection=record,
            )
        body = self._add_response(
            group,
            name,
            media,
            operation,
            documented,
        )
        if not body:
            return MockRoute(**facts, kind="empty")
        is_object = isinstance(self._responses[group][body], dict)
        is_collection = self._find_own_collection(operation) is not None
        is_created = operation.method == "POST" and (is_collection or facts["status"] == 201)
        kind: Any = "create" if is_created and is_object and operation.body else "static"
        return MockRoute(
            **facts,
            kind=kind,
            body=body,
        )

    def _find_own_collection(self, operation: DocumentedOperation) -> MockCollection | None:
        """Return the collection at the path of *operation*; None without one."""
        return self._collections.get(msw_routes.join_path(msw_routes.split_path(operation.path)))

    def _find_record(
        self,
        operation: DocumentedOperation,
        lookup: Lookup | None,
        media: MediaType,
    ) -> str:
        """Return the collection whose record *operation* answers with, or nothing."""
        base = msw_routes.join_path(msw_routes.split_path(operation.path)[:-1])
        collection = self._collections.get(base)
        is_item = lookup is not None and msw_routes.find_item_parameter(operation.path)
        if (
            collection is None
            or not is_item
            or collection.name
            != getattr(
                lookup,
                "collection",
                0,
            )
        ):
            return ""
        is_valid = self._accepts_all(media, collection.records)
        return collection.name if is_valid else ""

    def _accepts_all(
        self,
        media: MediaType,
        values: Sequence[Any],
    ) -> bool:
        """Return whether the schema of *media* accepts all *values*."""
        if media.schema is None:
            return False
        maker = self._find_maker(media.schema.file)
        return all(
            maker.accepts(
                media.schema.pointer,
                "response",
                each,
            )
            for each in values
        )

    def _find_lookups(
        self,
        operation: DocumentedOperation,
        names: Sequence[str],
    ) -> tuple[Lookup, ...]:
        """Return the records that must exist for *operation*."""
        by_parameter = dict(
            zip(
                _list_parameters(operation.path),
                names,
                strict=True,
            )
        )
        found: list[Lookup] = []
        outer: list[tuple[str, str]] = []
        for base, parameter in msw_routes.iter_prefixes(operation.path):
            collection = self._collections.get(base)
            if collection is not None:
                own = [(collection.key, by_parameter[parameter])]
                parents = _match_properties(collection, outer)
                found.append(Lookup(collection.name, (*parents, *own)))
            outer.append((parameter, by_parameter[parameter]))
        return tuple(found)

    def _build_list(
        self,
        collection: MockCollection,
        media: MediaType,
        group: str,
        name: str,
        operation: DocumentedOperation,
    ) -> dict[str, Any] | None:
        """Return the facts of a route that lists *collection*; None if it lists other values."""
        _, names = msw_routes.to_pattern(operation.path)
        outer = list(
            zip(
                _list_parameters(operation.path),
                names,
                strict=True,
            )
        )
        filters = _match_properties(collection, outer)
        facts = {"kind": "list", "collection": collection.name, "filters": filters}
        if self._accepts_all(media, [collection.records]):
            return facts
        envelope = self._find_envelope(media, collection)
        if not envelope:
            return None
        _, documented = msw_routes.choose_status(operation)
        body = self._add_response(
            group,
            name,
            media,
            operation,
            documented,
        )
        value = self._responses[group].get(body)
        if not isinstance(value, dict) or not isinstance(value.get(envelope), list):
            return None
        value = {**value, envelope: []}
        if not self._accepts_all(media, [{**value, envelope: collection.records}]):
            return None
        self._responses[group][body] = value
        return {**facts, "body": body, "envelope": envelope}

    def _find_envelope(
        self,
        media: MediaType,
        collection: MockCollection,
    ) -> str:
        """Return the property of an object that lists records of *collection*, or nothing."""
        if media.schema is None:
            return ""
        parts = self._read_parts(media.schema)
        found = []
        for name in parts.list_properties(media.schema.schema):
            for inner in parts.iter_property(media.schema.schema, name):
                items = parts.find_key(inner, "items")
                if items is not None:
                    found.append((parts.list_properties(items), name))
        own = [name for names, name in found if set(names) == set(collection.properties)]
        others = [name for names, name in found if names]
        return next(iter([*own, *(others if len(others) == 1 else ())]), "")

    # Values

    def _add_missing(
        self,
        operation: DocumentedOperation,
        group: str,
        name: str,
    ) -> str:
        """Return the name of the body of the response 404, or nothing."""
        known = {each.status: each for each in operation.responses}
        status = next((each for each in ("404", "4XX", "default") if each in known), "")
        media = _choose_media(known.get(status))
        if media is None or not media.is_json:
            return ""
        return self._add_response(
            group,
            f"{name}NotFound",
            media,
            operation,
            status,
        )

    def _add_response(
        self,
        group: str,
        name: str,
        media: MediaType,
        operation: DocumentedOperation,
        status: str,
    ) -> str:
        """Add a value of *media* to the responses of *group*; return its name, or nothing."""
        try:
            value = self._draw_value(media, f"{operation.name} {status}")
        except DrawErrors as error:
            error.facts["model"] = operation.name
            self._failures.append(error)
            return ""
        if value is None:
            return ""
        self._responses[group][name] = value
        return name

    def _draw_value(
        self,
        media: MediaType,
        title: str,
    ) -> Any:
        """Return a value of *media*; None if nothing says what it is."""
        if media.schema is None:
            return next(iter(media.examples.values()), None)
        pointer, own_title = find_source(
            media.schema.pointer,
            media.schema.schema,
            title,
        )
        return self._find_maker(media.schema.file).draw_one(
            pointer,
            own_title,
            "response",
        )

    def _name_body(self, operation: DocumentedOperation) -> str:
        """Return a name for the body of *operation*, which no other operation has."""
        name = msw_routes.to_variable(operation.operation_id or operation.name)
        while name in self._names:
            name += "2"
        self._names.add(name)
        return name

    def _find_maker(self, file: Path) -> ExampleMaker:
        """Return the cached maker of examples for the schemas in *file*."""
        if file not in self._makers:
            self._makers[file] = ExampleMaker(file, self._config)
        return self._makers[file]

    def _read_parts(self, place: SchemaPlace) -> SchemaParts:
        """Return the reader of the schemas in the file of *place*."""
        return SchemaParts(load_document(place.file))


def _is_handled(operation: DocumentedOperation) -> bool:
    """Return whether MSW has handlers for *operation*."""
    return not operation.is_webhook and operation.method in msw_routes.HANDLED_METHODS


def _get(
    operations: Mapping[str, DocumentedOperation],
    base: str,
) -> DocumentedOperation | None:
    """Return the operation at *base*, whose path may end with a slash."""
    return operations.get(base) or operations.get(f"{base}/")


def _choose_media(response: DocumentedResponse | None) -> MediaType | None:
    """Return the form of the body of *response*: JSON if possible; None without a body."""
    content = response.content if response else ()
    forms = [media for media in content if media.is_json]
    return next(iter([*forms, *content]), None)


def _find_json_schema(operation: DocumentedOperation | None) -> SchemaPlace | None:
    """Return the schema of the JSON that *operation* answers with; None if it is missing."""
    if operation is None:
        return None
    _, documented = msw_routes.choose_status(operation)
    response = next((each for each in operation.responses if each.status == documented), None)
    media = _choose_media(response)
    return media.schema if media is not None and media.is_json else None


def _list_parameters(path: str) -> list[str]:
    """Return the names of the parameters in the template *path*."""
    return msw_routes.PARAMETER.findall(path.partition("?")[0].partition("#")[0])


def _match_properties(
    collection: MockCollection,
    parameters: Sequence[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Return the properties of *collection* that name records around it, with the parameter."""
    found = []
    for parameter, name in parameters:
        own = msw_routes.find_same_name(parameter, collection.properties)
        if own and own != collection.key and all(own in each for each in collection.records):
            found.append((own, name))
    return tuple(found)
