"""Finds the resources of a description in its paths, their parameters and its schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.readers.documents.operations import (
    DocumentedOperation,
    Parameter,
    SchemaPlace,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    find_keyword,
    get_identity,
    list_properties,
    list_types,
    resolve_place,
)
from pytest_fixturegen.store.documented.envelopes import (
    find_json_schema,
    find_list_path,
    find_record_path,
    follow_path,
)
from pytest_fixturegen.store.documented.path_templates import PathTemplate
from pytest_fixturegen.store.documented.rules import ParentLink, ResourceRule
from pytest_fixturegen.store.documented.words import (
    KEY_WORDS,
    find_key_name,
    find_same_name,
    normalize_name,
    singularize,
    to_resource_name,
)

Shape = tuple[str, ...]
Methods = Mapping[str, DocumentedOperation]

KEY_TYPES = ("integer", "string")
RESERVED_NAMES = ("admin", "page")
ITEM_METHODS = ("GET", "PUT", "PATCH", "DELETE")


class PathEntry(NamedTuple):
    """A path of a description: its template, and its operations by method."""

    template: PathTemplate
    methods: Methods


class PathCollection(NamedTuple):
    """A collection that paths describe: its own path, and that of its items, if there are such."""

    shape: Shape
    entry: PathEntry | None
    item: PathEntry | None

    @property
    def template(self) -> PathTemplate:
        """The template of the collection, which may have no operations itself."""
        if self.entry:
            return self.entry.template
        assert self.item is not None
        return PathTemplate(self.item.template.segments[: len(self.shape)])

    def find_operation(
        self,
        method: str,
        *,
        of_item: bool = False,
    ) -> DocumentedOperation | None:
        """Return an operation of the collection or of its items; None if it is missing."""
        entry = self.item if of_item else self.entry
        return entry.methods.get(method) if entry else None


def find_collections(paths: Mapping[Shape, PathEntry]) -> list[PathCollection]:
    """Return the collections of *paths*: those with items first, and outer ones before inner."""
    found: dict[Shape, PathCollection] = {}
    for entry in paths.values():
        if _is_item(entry):
            shapes = entry.template.list_collections()
            own = next((each for each in shapes if each in paths), shapes[-1])
            found.setdefault(
                own,
                PathCollection(
                    own,
                    paths.get(own),
                    entry,
                ),
            )
    with_items = {each.item.template.shape for each in found.values() if each.item}
    for shape, entry in paths.items():
        if shape not in found and shape not in with_items and "GET" in entry.methods:
            found[shape] = PathCollection(
                shape,
                entry,
                None,
            )
    return sorted(found.values(), key=lambda each: (each.item is None, len(each.shape)))


def _is_item(entry: PathEntry) -> bool:
    """Return whether *entry* is the path of single records: it ends with a parameter."""
    if not entry.template.ends_with_parameter:
        return False
    if not any(method in entry.methods for method in ITEM_METHODS):
        return False
    operation = entry.methods.get("GET")
    place = find_json_schema(operation) if operation else None
    return place is None or not is_value(place)


def is_value(place: SchemaPlace) -> bool:
    """Return whether the schema at *place* has other values than objects only: a text, a list."""
    types = list_types(place)
    return "array" in types or bool(types and "object" not in types)


class ResourceFinder:
    """Builds a rule for each collection whose records a store can keep.

    *resources* has the rules by name, *items* and *collections* the name of the resource that each
    shape of a path belongs to.
    """

    def __init__(self, paths: Mapping[Shape, PathEntry]) -> None:
        self._paths = paths
        self.resources: dict[str, ResourceRule] = {}
        self.items: dict[Shape, str] = {}
        self.collections: dict[Shape, str] = {}
        self.links: dict[Shape, ParentLink] = {}
        self._names: dict[tuple[Any, ...], str] = {}

    def find_all(self) -> None:
        """Find the resources of all paths."""
        others: list[tuple[PathCollection, SchemaPlace]] = []
        for collection in find_collections(self._paths):
            record = self._find_record(collection)
            if record is not None and self._is_kept(collection, record):
                self._add(collection, record)
            elif record is not None:
                others.append((collection, record))
        for collection, record in others:
            # Such records may be listed or created elsewhere: /orders/{id} and /users/{id}/orders.
            if self._identify(collection, record) in self._names:
                self._add(collection, record)

    def _find_record(self, collection: PathCollection) -> SchemaPlace | None:
        """Return the schema of the records of *collection*; None unless they are objects."""
        for place in self._iter_records(collection):
            if place is not None and list_properties(place):
                return resolve_place(place)
        return None

    def _iter_records(self, collection: PathCollection) -> Iterator[SchemaPlace | None]:
        """Yield the schemas that may be that of a record, the likeliest first."""
        word = collection.template.last_word
        yield self._find_single(collection.find_operation("GET", of_item=True), word)
        yield find_listed_record(collection.find_operation("GET"), word)
        yield self._find_single(collection.find_operation("POST"), word)
        for method in ("PUT", "PATCH", "POST"):
            yield self._find_single(collection.find_operation(method, of_item=True), word)
        for operation, is_item in (("POST", False), ("PUT", True)):
            yield find_body_schema(collection.find_operation(operation, of_item=is_item))

    def _find_single(
        self,
        operation: DocumentedOperation | None,
        word: str,
    ) -> SchemaPlace | None:
        """Return the schema of the record that *operation* responds with."""
        place = find_json_schema(operation) if operation else None
        return follow_path(place, find_record_path(place, word)) if place else None

    def _is_kept(
        self,
        collection: PathCollection,
        record: SchemaPlace,
    ) -> bool:
        """Return whether a store can keep the records: clients can find or create them."""
        word = collection.template.last_word
        has_list = find_listed_record(collection.find_operation("GET"), word) is not None
        if collection.item is None and collection.find_operation("POST") is None:
            known = {get_identity(rule.record) for rule in self.resources.values()}
            is_view = get_identity(record) in known  # such as /pets/findByStatus
            return has_list and not is_view and self._find_own_key(record) is not None
        if collection.item is None:
            return has_list and self._find_own_key(record) is not None
        can_create = collection.find_operation("POST") or collection.find_operation("PUT")
        return has_list or bool(can_create) or "PUT" in collection.item.methods

    def _find_own_key(self, record: SchemaPlace) -> str | None:
        """Return the field that identifies records without an item path."""
        names = list_keys(record)
        return next((key for word in KEY_WORDS[:6] if (key := find_same_name(word, names))), None)

    def _add(
        self,
        collection: PathCollection,
        record: SchemaPlace,
    ) -> None:
        """Add the resource of *collection*, or the collection to a resource with its records."""
        identity = self._identify(collection, record)
        name = self._names.get(identity)
        if name is None:
            name = self._names[identity] = self._choose_name(collection)
            self.resources[name] = self._build_rule(
                name,
                collection,
                record,
            )
        link = self._find_link(collection, self.resources[name])
        if link:
            self.links[collection.shape] = link
            self._keep_link(name, link)
        self.collections[collection.shape] = name
        if collection.item:
            self.items[collection.item.template.shape] = name

    def _identify(
        self,
        collection: PathCollection,
        record: SchemaPlace,
    ) -> tuple[Any, ...]:
        """Return a key that collections of one resource share: the schema and the last word."""
        return (*get_identity(record), normalize_name(collection.template.last_word))

    def _keep_link(
        self,
        name: str,
        link: ParentLink,
    ) -> None:
        """Add *link* to the rule of the resource *name*."""
        rule = self.resources[name]
        hidden = {link.field} if link.is_hidden else set()
        links = tuple(dict.fromkeys((*rule.links, link)))
        self.resources[name] = change_rule(
            rule,
            links=links,
            hidden=rule.hidden | hidden,
        )

    def _choose_name(self, collection: PathCollection) -> str:
        """Return a name for the resource of *collection* that no other one has."""
        words = [
            to_resource_name(each)
            for each in collection.template.segments
            if each and "{" not in each
        ]
        words = words or ["records"]
        for count in range(1, len(words) + 1):
            name = "_".join(words[-count:])[-90:]
            if name not in self.resources and name not in RESERVED_NAMES:
                return name
        return f"{words[-1]}_{len(self.resources) + 1}"

    def _build_rule(
        self,
        name: str,
        collection: PathCollection,
        record: SchemaPlace,
    ) -> ResourceRule:
        """Return the rule of the resource of *collection*."""
        parameter = collection.item.template.last_parameter if collection.item else ""
        keys = list_keys(record)
        word = collection.template.last_word
        key = (
            find_key_name(
                parameter,
                keys,
                word,
            )
            if parameter
            else self._find_own_key(record)
        )
        path = "/".join(collection.template.segments)
        described = _find_parameter(collection.item, parameter)
        addressed = make_key_schema(described.schema if described else None)
        if key is not None:
            schema = make_key_schema(list_properties(record)[key])
            if addressed["type"] == schema["type"]:
                schema = {**addressed, **schema}  # addresses may limit keys further
            return ResourceRule(
                name,
                f"/{path}",
                record,
                key,
                schema,
            )
        taken = list_properties(record)
        hidden_key = parameter if parameter not in taken else f"{parameter}_key"
        return ResourceRule(
            name,
            f"/{path}",
            record,
            hidden_key,
            addressed,
            hidden=frozenset([hidden_key]),
        )

    def _find_link(
        self,
        collection: PathCollection,
        rule: ResourceRule,
    ) -> ParentLink | None:
        """Return the link to the record that *collection* is below; None if it is below none."""
        segments = collection.template.segments
        positions = [number for number, each in enumerate(segments) if "{" in each]
        if not positions:
            return None
        prefix = PathTemplate(segments[: positions[-1] + 1])
        parameter, target = prefix.last_parameter, self.items.get(prefix.shape, "")
        parent = self.resources.get(target)
        field = find_link_field(
            parameter,
            prefix.last_word,
            rule,
            parent,
        )
        if field is not None:
            return ParentLink(
                parameter,
                field,
                target,
                is_hidden=False,
            )
        taken = {*list_properties(rule.record), rule.key}
        names = (parameter, f"{singularize(normalize_name(prefix.last_word))}_{parameter}")
        free = next((name for name in names if name not in taken), f"parent_{parameter}")
        return ParentLink(
            parameter,
            free,
            target,
            is_hidden=True,
        )


def change_rule(rule: ResourceRule, **changes: Any) -> ResourceRule:
    """Return *rule* with *changes*."""
    from dataclasses import replace

    return replace(rule, **changes)


def find_link_field(
    parameter: str,
    word: str,
    rule: ResourceRule,
    parent: ResourceRule | None,
) -> str | None:
    """Return the field of the records of *rule* that holds the key of their parent."""
    singular = singularize(normalize_name(word))
    names = [name for name in list_keys(rule.record) if name != rule.key]
    candidates = [f"{singular}{parameter}", f"{singular}id", singular]
    if normalize_name(parameter) not in KEY_WORDS:
        candidates.insert(0, parameter)
    for candidate in candidates:
        field = find_same_name(candidate, names)
        if field and _has_type_of(list_properties(rule.record)[field], parent):
            return field
    return None


def _has_type_of(place: SchemaPlace, parent: ResourceRule | None) -> bool:
    """Return whether the field at *place* can hold keys of *parent*."""
    return parent is None or parent.key_schema.get("type") in list_types(place)


def list_keys(record: SchemaPlace) -> list[str]:
    """Return the fields of *record* whose values can identify records."""
    return [
        name
        for name, place in list_properties(record).items()
        if list_types(place) and list_types(place) <= {*KEY_TYPES, "null"}
    ]


def make_key_schema(place: SchemaPlace | None) -> dict[str, Any]:
    """Return the schema of keys: that at *place*, without null, and with a single type."""
    types = list_types(place) if place else set()
    kind = "integer" if "integer" in types and "string" not in types else "string"
    if place is None:
        return {"type": kind}
    kept = ("format", "pattern", "minLength", "maxLength", "minimum", "maximum", "enum")
    found = {keyword: find_keyword(place, keyword) for keyword in kept}
    schema = {keyword: value for keyword, value in found.items() if value is not None}
    if isinstance(schema.get("enum"), list):
        schema["enum"] = [value for value in schema["enum"] if value is not None]
    return {"type": kind, **schema}


def _find_parameter(entry: PathEntry | None, name: str) -> Parameter | None:
    """Return the path parameter *name* of *entry*, as one of its operations describes it."""
    operations = entry.methods.values() if entry else ()
    for operation in operations:
        for parameter in operation.list_parameters("path"):
            if parameter.name == name:
                return parameter
    return None


def find_listed_record(operation: DocumentedOperation | None, word: str) -> SchemaPlace | None:
    """Return the schema of the records that *operation* lists; None if it lists none."""
    place = find_json_schema(operation) if operation else None
    path = find_list_path(place, word) if place else None
    if place is None or path is None:
        return None
    listed = follow_path(place, path)
    items = find_items(listed) if listed else None
    return items if items and list_properties(items) else None


def find_body_schema(operation: DocumentedOperation | None) -> SchemaPlace | None:
    """Return the schema of the body that *operation* receives; None if it is missing."""
    content = operation.body.content if operation and operation.body else ()
    for media_type in content:
        if media_type.schema is not None:
            return media_type.schema
    return None
