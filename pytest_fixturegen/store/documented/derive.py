"""Decides what each operation of a description does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from pytest_fixturegen.introspection.readers.documents.operations import (
    Description,
    DocumentedOperation,
    SchemaPlace,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    get_identity,
    is_same_schema,
    list_properties,
    list_types,
    resolve_place,
)
from pytest_fixturegen.store.documented.derive_resources import (
    PathEntry,
    ResourceFinder,
    Shape,
    find_body_schema,
    find_listed_record,
    is_value,
)
from pytest_fixturegen.store.documented.envelopes import (
    find_json_schema,
    find_list_path,
    find_record_path,
    follow_path,
)
from pytest_fixturegen.store.documented.path_templates import PathTemplate, parse_path
from pytest_fixturegen.store.documented.rules import (
    DocumentedApi,
    OperationRule,
    ParentLink,
    ResourceRule,
    Role,
)
from pytest_fixturegen.store.documented.scopes import scope_keys
from pytest_fixturegen.store.documented.words import to_resource_name

ITEM_ROLES: Mapping[str, Role] = {
    "GET": "read",
    "PUT": "replace",
    "PATCH": "patch",
    "POST": "patch",
    "DELETE": "delete",
}
SINGLE_ROLES: Mapping[str, Role] = {
    "GET": "read-single",
    "PUT": "write-single",
    "PATCH": "write-single",
    "POST": "write-single",
    "DELETE": "delete-single",
}
SINGLE_KEY = "pfg_address"
"""The hidden key of a resource with one record for each address: the address itself."""

DELETED_FIELD = "pfg_deleted"
"""The hidden field of such a record that says that a request has deleted it."""

VALUE_FIELD = "pfg_value"
"""The field of such a record that holds a value that is not an object, such as a text."""


def derive_api(description: Description) -> DocumentedApi:
    """Return the resources of *description*, and what each operation does with them."""
    operations = [each for each in description.operations if not each.is_webhook]
    paths: dict[Shape, PathEntry] = {}
    for operation in operations:
        template = parse_path(operation.path)
        entry = paths.setdefault(template.shape, PathEntry(template, {}))
        paths[template.shape] = entry._replace(
            methods={operation.method: operation, **entry.methods}
        )
    finder = ResourceFinder(paths)
    finder.find_all()
    roles = _RoleFinder(paths, finder)
    rules = tuple(roles.build_rule(operation) for operation in operations)
    return DocumentedApi(
        description,
        scope_keys(finder.resources, rules),
        rules,
        tuple(dict.fromkeys(_iter_base_paths(description))),
    )


def _iter_base_paths(description: Description) -> Iterator[str]:
    """Yield the path of each server, which begins with a slash."""
    servers = [*description.servers]
    for operation in description.operations:
        servers += operation.servers
    for server in servers:
        path = unquote(urlsplit(server).path).rstrip("/")
        if path.startswith("/"):
            yield path


class _RoleFinder:
    """Finds what operations do with the resources of *finder*."""

    def __init__(
        self,
        paths: Mapping[Shape, PathEntry],
        finder: ResourceFinder,
    ) -> None:
        self._paths = paths
        self._finder = finder
        self._singles: dict[Shape, str] = {}

    def build_rule(self, operation: DocumentedOperation) -> OperationRule:
        """Return the rule that describes the effect of *operation*."""
        template = parse_path(operation.path)
        shape = template.shape
        item = self._finder.items.get(shape)
        if item and operation.method in ITEM_ROLES:
            return self._build_item_rule(
                operation,
                template,
                item,
            )
        name = self._finder.collections.get(shape) or self._find_by_schema(operation, template)
        rule = (
            self._build_collection_rule(
                operation,
                template,
                name,
            )
            if name
            else None
        )
        return rule or self._build_other_rule(operation, template)

    def _build_item_rule(
        self,
        operation: DocumentedOperation,
        template: PathTemplate,
        name: str,
    ) -> OperationRule:
        """Return the rule of an *operation* on one record."""
        resource = self._finder.resources[name]
        collections = template.list_collections()
        links = [self._finder.links.get(each) for each in collections]
        return OperationRule(
            operation,
            template,
            ITEM_ROLES[operation.method],
            name,
            next(filter(None, links), None),
            self._list_parents(PathTemplate(template.segments[:-1])),
            record_path=_find_record_path(
                operation,
                template,
                resource,
            ),
        )

    def _build_collection_rule(
        self,
        operation: DocumentedOperation,
        template: PathTemplate,
        name: str,
    ) -> OperationRule | None:
        """Return the rule of an *operation* on a collection; None if it is another one."""
        resource = self._finder.resources[name]
        place = find_json_schema(operation)
        link = self._finder.links.get(template.shape)
        parents = self._list_parents(template)
        list_path = (
            find_list_path(
                place,
                template.last_word,
                resource.record,
            )
            if place
            else None
        )
        if operation.method == "GET":
            if place is None or list_path is None:
                return None
            return OperationRule(
                operation, template, "list", name, link, parents, list_path=list_path
            )
        role: Role | None = {"POST": "create", "PUT": "replace"}.get(operation.method)  # type: ignore[assignment]
        if role is None or (role == "replace" and not _has_key(operation, resource)):
            return None
        return OperationRule(
            operation,
            template,
            role,
            name,
            link,
            parents,
            list_path or (),
            _find_record_path(
                operation,
                template,
                resource,
            ),
        )

    def _find_by_schema(
        self,
        operation: DocumentedOperation,
        template: PathTemplate,
    ) -> str:
        """Return the resource whose records *operation* lists or creates at another address."""
        place: SchemaPlace | None = None
        if operation.method == "GET":
            place = find_listed_record(operation, template.last_word)
        elif operation.method == "POST" and not self._list_parents(template):
            place = find_body_schema(operation)
            items = find_items(place) if place else None
            place = items or place
        if place is None or not list_properties(place):
            return ""
        for name, resource in self._finder.resources.items():
            if not resource.is_single and is_same_schema(place, resource.record):
                return name
        return ""

    def _build_other_rule(
        self,
        operation: DocumentedOperation,
        template: PathTemplate,
    ) -> OperationRule:
        """Return the rule of an *operation* that is neither on a collection nor on its items."""
        parents = self._list_parents(template)
        single = self._find_single(template.shape)
        if single and operation.method in SINGLE_ROLES:
            resource = self._finder.resources[single]
            path = _find_record_path(
                operation,
                template,
                resource,
            )
            role = SINGLE_ROLES[operation.method]
            return OperationRule(
                operation,
                template,
                role,
                single,
                None,
                parents,
                record_path=path,
            )
        owner = parents[-1].resource if parents else ""
        if owner and self._changes_owner(operation, owner):
            path = _find_record_path(
                operation,
                template,
                self._finder.resources[owner],
            )
            return OperationRule(
                operation, template, "action", owner, None, parents, record_path=path
            )
        return OperationRule(
            operation,
            template,
            parents=parents,
        )

    def _changes_owner(
        self,
        operation: DocumentedOperation,
        owner: str,
    ) -> bool:
        """Return whether *operation* changes the record that it is below: it responds with it."""
        if operation.method == "GET":
            return False
        place = find_json_schema(operation)
        if place is None:
            return False
        record = self._finder.resources[owner].record
        found = follow_path(
            place,
            find_record_path(
                place,
                owner,
                record,
            ),
        )
        return found is not None and is_same_schema(found, record)

    def _find_single(self, shape: Shape) -> str:
        """Return the resource with one record at the address *shape*; empty if it has none.

        It is read by GET, and written by another method that has the same schema.
        """
        if shape not in self._singles:
            self._singles[shape] = self._add_single(shape)
        return self._singles[shape]

    def _add_single(self, shape: Shape) -> str:
        """Add the resource at the address *shape* and return its name, if it can be written."""
        entry = self._paths[shape]
        value = _find_written_value(entry)
        record = make_value_record(value) if value else self._find_single_record(entry)
        if record is None or not (value or self._can_be_written(entry, record)):
            return ""
        words = [to_resource_name(each) for each in entry.template.segments if "{" not in each]
        name = next(
            (
                name
                for count in range(1, len(words) + 1)
                if (name := "_".join(words[-count:])) not in self._finder.resources
            ),
            f"single_{len(self._finder.resources)}",
        )
        self._finder.resources[name] = ResourceRule(
            name,
            f"/{'/'.join(entry.template.segments)}",
            record,
            SINGLE_KEY,
            {"type": "string"},
            hidden=frozenset([SINGLE_KEY, DELETED_FIELD]),
            is_single=True,
            value=VALUE_FIELD if value else "",
        )
        return name

    def _find_single_record(self, entry: PathEntry) -> SchemaPlace | None:
        """Return the schema of the object that GET of *entry* responds with."""
        operation = entry.methods.get("GET")
        place = find_json_schema(operation) if operation else None
        if operation is None or place is None or "array" in list_types(place):
            return None
        found = follow_path(place, find_record_path(place, entry.template.last_word))
        return resolve_place(found) if found and list_properties(found) else None

    def _can_be_written(
        self,
        entry: PathEntry,
        record: SchemaPlace,
    ) -> bool:
        """Return whether a method of *entry* writes the record of GET."""
        if "PUT" in entry.methods or "PATCH" in entry.methods:
            return True
        operation = entry.methods.get("POST")
        place = find_json_schema(operation) if operation else None
        if place is None:
            return False
        found = follow_path(
            place,
            find_record_path(
                place,
                entry.template.last_word,
                record,
            ),
        )
        return found is not None and get_identity(found) == get_identity(record)

    def _list_parents(self, template: PathTemplate) -> tuple[ParentLink, ...]:
        """Return the records that an address of *template* is below, the nearest one last."""
        parents: list[ParentLink] = []
        for number, segment in enumerate(template.segments):
            prefix = PathTemplate(template.segments[: number + 1])
            name = self._finder.items.get(prefix.shape) if "{" in segment else None
            if name:
                collections = prefix.list_collections()
                links = [self._finder.links.get(each) for each in collections]
                link = next(filter(None, links), None)
                field = link.field if link else ""
                is_hidden = link.is_hidden if link else False
                parents.append(
                    ParentLink(
                        prefix.last_parameter,
                        field,
                        name,
                        is_hidden,
                    )
                )
        return tuple(parents)


def _find_written_value(entry: PathEntry) -> SchemaPlace | None:
    """Return the schema of the value, other than an object, that *entry* reads and writes."""
    operation = entry.methods.get("GET")
    place = find_json_schema(operation) if operation else None
    if place is None or not is_value(place):
        return None
    for method in ("PUT", "PATCH", "POST"):
        body = find_body_schema(entry.methods.get(method))
        if body and (is_same_schema(body, place) or body.schema == place.schema):
            return place
    return None


def make_value_record(value: SchemaPlace) -> SchemaPlace:
    """Return the schema of records whose only field holds a *value*."""
    schema = {
        "type": "object",
        "properties": {VALUE_FIELD: value.schema},
        "required": [VALUE_FIELD],
    }
    return SchemaPlace(value.file, f"{value.pointer}/{VALUE_FIELD}", schema)


def _find_record_path(
    operation: DocumentedOperation,
    template: PathTemplate,
    resource: ResourceRule,
) -> tuple[str, ...]:
    """Return where the response of *operation* holds the record of *resource*."""
    place = find_json_schema(operation)
    return (
        find_record_path(
            place,
            template.last_word,
            resource.record,
        )
        if place
        else ()
    )


def _has_key(operation: DocumentedOperation, resource: ResourceRule) -> bool:
    """Return whether the body of *operation* has the key of *resource*."""
    place = find_body_schema(operation)
    return place is not None and resource.key in list_properties(place)
