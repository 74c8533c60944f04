"""Schema resources of a document and of the files next to it, by their URI.

A resource is a schema with its own URI: a file, or a subschema that has an ``$id``. References
are resolved against the URI of the resource that contains them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urldefrag, urljoin

from pytest_fixturegen.errors import DiscoveryError, suggest_nearest
from pytest_fixturegen.introspection.readers.documents.dialects import Dialect, find_dialect
from pytest_fixturegen.introspection.readers.documents.loading import (
    load_document,
    parse_document,
)
from pytest_fixturegen.introspection.readers.documents.network import (
    fetch_document,
    find_address,
    name_file,
)

NAMED_SCHEMAS = frozenset(
    "properties patternProperties definitions $defs dependentSchemas dependencies schemas".split()
)
"""Keywords whose value maps names to schemas."""

APPLICATORS = frozenset(
    "additionalItems additionalProperties allOf anyOf contains contentSchema else if items not"
    " oneOf prefixItems propertyNames schema then unevaluatedItems unevaluatedProperties".split()
)
"""Keywords whose value is a schema, or a list of schemas."""

VALUES = frozenset("enum const default examples example".split())
"""Keywords whose values are data: an ``$id`` or ``$ref`` inside them has no meaning."""

DEFINITIONS = ("/schemas", "/definitions", "/$defs")
"""Ends of the pointers of tables that hold schemas for references."""

FRAGMENT_CHARACTERS = "/?:@!$&'()*+,;=-._~%"
"""Characters that a URI fragment may contain unescaped, besides letters and digits [RFC 3986]."""

RECURSIVE = ""
"""The dynamic name of a resource with ``$recursiveAnchor``, which draft 2019-09 has instead."""


class SchemaResource:
    """A schema with an address.

    *uri* is the address, *root* the schema, *file* and *pointer* its location in the source.
    *anchors* are the names of schemas in it, *dynamic_anchors* those that ``$dynamicRef`` may find.
    """

    def __init__(
        self,
        uri: str,
        root: Any,
        dialect: Dialect,
        file: Path,
        pointer: str,
    ) -> None:
        self.uri = uri
        self.root = root
        self.dialect = dialect
        self.file = file
        self.pointer = pointer
        self.anchors: dict[str, Any] = {}
        self.dynamic_anchors: dict[str, Any] = {}


class SchemaScope(NamedTuple):
    """Where a schema is applied: in *resource*; *dynamic* has the resources on the way to it.

    The way matters for ``$dynamicRef`` only: it has the first resource that defines each dynamic
    name, and is empty in documents without such a reference.
    """

    resource: SchemaResource
    dynamic: tuple[SchemaResource, ...] = ()


class Located(NamedTuple):
    """A schema that a reference leads to, and its scope."""

    schema: Any
    scope: SchemaScope


class ResourceSet:
    """All resources that one document reaches.

    Documents may come from the *addresses* of hosts and from files; the first one is at *path*.
    *places* has the file and the pointer of each schema by its identity, *owners* its resource.
    *has_dynamic_refs* says whether a reference depends on the way to it.
    """

    def __init__(
        self,
        path: Path,
        addresses: Sequence[str] = (),
    ) -> None:
        self.path = path
        self.addresses = addresses
        self.by_uri: dict[str, SchemaResource] = {}
        self.places: dict[int, tuple[Path, str]] = {}
        self.owners: dict[int, SchemaResource] = {}
        self.has_dynamic_refs = False
        self.synthetic: list[Any] = []
        self._resolved: dict[tuple[int, str], tuple[Any, SchemaResource]] = {}

    def add_content(
        self,
        content: Any,
        path: Path,
        dialect: Dialect,
        uri: str = "",
    ) -> SchemaResource:
        """Add the document at *path* with its *content*, and return its resource."""
        uri = uri or path.as_uri()
        resource = SchemaResource(
            uri,
            content,
            find_dialect(content, dialect) or dialect,
            path,
            "#",
        )
        self.by_uri[uri] = resource
        if isinstance(content, dict):
            own = content.get(resource.dialect.id_keyword)
            if isinstance(own, str):
                resource.uri = urldefrag(urljoin(uri, own))[0] or uri
                self.by_uri.setdefault(resource.uri, resource)
        self._index(
            content,
            "#",
            resource,
        )
        return resource

    def build_scope(
        self,
        resource: SchemaResource,
        outer: SchemaScope | None = None,
    ) -> SchemaScope:
        """Return the scope of *resource*, entered from *outer*."""
        if not self.has_dynamic_refs:
            return SchemaScope(resource)
        way = outer.dynamic if outer else ()
        known = {name for each in way for name in each.dynamic_anchors}
        is_new = not known.issuperset(resource.dynamic_anchors)
        return SchemaScope(resource, (*way, resource) if is_new else way)

    def enter(
        self,
        schema: Any,
        scope: SchemaScope,
    ) -> SchemaScope:
        """Return the scope of *schema*, which is applied in *scope*: it may have an address."""
        owner = self.owners.get(id(schema))
        if owner is None or owner is scope.resource:
            return scope
        return self.build_scope(owner, scope)

    def describe(
        self,
        schema: Any,
    ) -> str:
        """Return the place of *schema* as errors show it: ``orders.json#/properties/id``."""
        path, pointer = self.places.get(id(schema), (self.path, "#"))
        return f"{path.name}{pointer}"

    def find_name(
        self,
        schema: Any,
    ) -> str:
        """Return the name under which *schema* is defined for references; empty if it is not."""
        pointer = self.places.get(id(schema), (self.path, ""))[1]
        table, _, name = pointer.rpartition("/")
        return split_pointer(f"/{name}")[0] if table.endswith(DEFINITIONS) else ""

    def add_synthetic(
        self,
        schema: dict[str, Any],
        origin: Any,
    ) -> dict[str, Any]:
        """Keep a *schema* that is derived from *origin*, so that its identity stays its own."""
        self.synthetic.append(schema)
        if id(origin) in self.places:
            self.places[id(schema)] = self.places[id(origin)]
        return schema

    def resolve(
        self,
        reference: str,
        scope: SchemaScope,
    ) -> Located:
        """Return the schema that *reference* leads to.

        Raise DiscoveryError if nothing is found.
        """
        key = (id(scope.resource), reference)
        if key not in self._resolved:
            self._resolved[key] = self._find(reference, scope.resource)
        schema, resource = self._resolved[key]
        if resource is scope.resource:
            return Located(schema, scope)
        return Located(schema, self.build_scope(resource, scope))

    def resolve_dynamic(
        self,
        reference: str,
        scope: SchemaScope,
    ) -> Located:
        """Return the schema that a ``$dynamicRef`` leads to: the outermost one of its name."""
        found = self.resolve(reference, scope)
        name = urldefrag(reference)[1]
        if found.schema is not found.scope.resource.dynamic_anchors.get(name):
            return found
        for resource in scope.dynamic:
            schema = resource.dynamic_anchors.get(name)
            if schema is not None:
                return Located(schema, self.build_scope(resource, scope))
        return found

    def resolve_recursive(
        self,
        scope: SchemaScope,
    ) -> Located:
        """Return the schema that a ``$recursiveRef`` leads to: the outermost recursive root."""
        if RECURSIVE not in scope.resource.dynamic_anchors:
            return Located(scope.resource.root, scope)
        outer = next(
            (each for each in scope.dynamic if RECURSIVE in each.dynamic_anchors), scope.resource
        )
        return Located(outer.root, self.build_scope(outer, scope))

    def retrieve(
        self,
        uri: str,
    ) -> Any:
        """Return the content of the document at *uri*.

        It is a file next to the others, a known draft, or a document on an allowed host. Raise
        ValueError if none of these exists.
        """
        plain = urldefrag(uri)[0]
        known = self.by_uri.get(plain)
        if known is None:
            known = self._load(plain)
        if known is None:
            raise ValueError(f"{uri} is neither a file beside the document nor a known draft")
        return known.root

    def _find(
        self,
        reference: str,
        base: SchemaResource,
    ) -> tuple[Any, SchemaResource]:
        """Return the schema of *reference* in *base*, and the resource that it belongs to."""
        uri, fragment = urldefrag(urljoin(base.uri, reference))
        resource = base if reference.startswith("#") else self.by_uri.get(uri)
        resource = resource or self._load(uri)
        if resource is None:
            raise self._build_error(
                reference,
                base,
                "no file beside the document has this address",
            )
        if not fragment:
            return resource.root, resource
        fragment = unquote(fragment)
        if not fragment.startswith("/"):
            if fragment not in resource.anchors:
                hint = suggest_nearest(fragment, resource.anchors)
                raise self._build_error(
                    reference,
                    base,
                    "no schema has this name",
                    hint,
                )
            schema = resource.anchors[fragment]
        else:
            schema = self._follow_pointer(
                reference,
                base,
                resource,
                fragment,
            )
        return schema, self.owners.get(id(schema), resource)

    def _follow_pointer(
        self,
        reference: str,
        base: SchemaResource,
        resource: SchemaResource,
        pointer: str,
    ) -> Any:
        """Return the value at *pointer* in *resource*."""
        value = resource.root
        for step in split_pointer(pointer):
            if isinstance(value, dict) and step in value:
                value = value[step]
            elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
                value = value[int(step)]
            else:
                known = value if isinstance(value, dict) else ()
                hint = suggest_nearest(step, known)
                raise self._build_error(
                    reference,
                    base,
                    f"there is no {step!r}",
                    hint,
                )
        if isinstance(value, dict) and id(value) not in self.places:
            # Below a keyword of values or unknown meaning, which the index skips.
            self._index(
                value,
                f"{resource.pointer}{pointer}",
                resource,
            )
        return value

    def _build_error(
        self,
        reference: str,
        base: SchemaResource,
        problem: str,
        hint: str = "",
    ) -> DiscoveryError:
        """Return the error for a *reference* in *base* that cannot be resolved."""
        address = find_address(urljoin(base.uri, reference))
        advice = "Put the file beside the document; nothing is read from the network"
        return DiscoveryError(
            f"{base.file.name}{base.pointer}: cannot resolve the reference {reference!r:.200}:"
            f" {problem}.",
            hint=hint or (f"{advice} unless --allow-net {address}." if address else f"{advice}."),
            path=str(base.file),
            reference=reference,
        )

    def _load(
        self,
        uri: str,
    ) -> SchemaResource | None:
        """Load and return the resource at *uri*, or None if it cannot be found."""
        draft = load_draft(uri)
        if draft is not None:
            return self.add_content(
                draft,
                Path(uri.rpartition("/")[2]),
                self._dialect,
                uri,
            )
        path = self._find_file(uri)
        if path is None:
            return self._fetch(uri)
        loaded = self.add_content(
            load_document(path),
            path,
            self._dialect,
        )
        self.by_uri[uri] = loaded
        return loaded

    def _fetch(
        self,
        uri: str,
    ) -> SchemaResource | None:
        """Return the resource at *uri* on an allowed host; None if its host is not allowed."""
        content = fetch_document(uri, self.addresses)
        if content is None:
            return None
        path = Path(name_file(uri, content))
        return self.add_content(
            parse_document(path, content),
            path,
            self._dialect,
            uri,
        )

    @property
    def _dialect(self) -> Dialect:
        """The dialect of the first document, which is that of files that name none."""
        return next(iter(self.by_uri.values())).dialect

    def _find_file(
        self,
        uri: str,
    ) -> Path | None:
        """Return the local file that *uri* refers to: a file URI, or a file next to a document."""
        if uri.startswith("file:"):
            path = Path(unquote(uri.partition("://")[2]))
            return path if path.is_file() else None
        for resource in list(self.by_uri.values()):
            folder = resource.uri.rpartition("/")[0]
            if folder and uri.startswith(f"{folder}/"):
                path = resource.file.parent / unquote(uri[len(folder) + 1 :])
                if path.is_file():
                    return path
        path = self.path.parent / unquote(uri.rpartition("/")[2])
        return path if path.suffix and path.is_file() and path != self.path else None

    def _index(
        self,
        content: Any,
        pointer: str,
        resource: SchemaResource,
    ) -> None:
        """Note the place and the resource of each schema in *content*, and the names in it."""
        waiting = [(content, pointer, resource, "schema")]
        while waiting:
            value, pointer, resource, kind = waiting.pop()
            if isinstance(value, list):
                inner = [(each, f"{pointer}/{place}") for place, each in enumerate(value)]
                waiting += [(each, place, resource, kind) for each, place in inner]
            elif isinstance(value, dict) and id(value) not in self.places:
                if kind == "schema":
                    resource = self._enter(
                        value,
                        pointer,
                        resource,
                    )
                self.places[id(value)] = (resource.file, pointer)
                self.owners[id(value)] = resource
                waiting += [
                    (each, f"{pointer}/{escape_step(key)}", resource, inner_kind)
                    for key, each, inner_kind in _list_inner(value, kind)
                ]

    def _enter(
        self,
        schema: Mapping[str, Any],
        pointer: str,
        resource: SchemaResource,
    ) -> SchemaResource:
        """Return the resource of *schema*, which may begin a new one, and note its names."""
        dialect = resource.dialect
        own = schema.get(dialect.id_keyword)
        stands_alone = dialect.ref_stands_alone and "$ref" in schema
        if isinstance(own, str) and not stands_alone:
            uri, name = urldefrag(urljoin(resource.uri, own))
            if name and not dialect.has_anchors:
                resource.anchors.setdefault(name, schema)
            is_new = schema is not resource.root and not own.startswith("#")
            if is_new:
                dialect = find_dialect(schema, dialect) or dialect
                resource = SchemaResource(
                    uri,
                    schema,
                    dialect,
                    resource.file,
                    pointer,
                )
                self.by_uri.setdefault(uri, resource)
        for keyword, names in (
            ("$anchor", (resource.anchors,)),
            ("$dynamicAnchor", (resource.anchors, resource.dynamic_anchors)),
        ):
            anchor = schema.get(keyword)
            if isinstance(anchor, str):
                for table in names:
                    table.setdefault(anchor, schema)
        if schema.get("$recursiveAnchor") is True and schema is resource.root:
            resource.dynamic_anchors[RECURSIVE] = schema
        self.has_dynamic_refs |= "$dynamicRef" in schema or "$recursiveRef" in schema
        return resource


def _list_inner(
    schema: Mapping[str, Any],
    kind: str,
) -> Iterator[tuple[str, Any, str]]:
    """Yield the containers right below *schema*, each with its key and the kind of its values."""
    for key, value in schema.items():
        if not isinstance(value, dict | list):
            continue
        if kind == "names":
            yield key, value, "schema"
        elif key in NAMED_SCHEMAS and isinstance(value, dict):
            yield key, value, "names"
        elif key in APPLICATORS:
            yield key, value, "schema"
        elif key not in VALUES:
            yield key, value, "other"


def split_pointer(pointer: str) -> list[str]:
    """Return the steps of a JSON pointer [RFC 6901]."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def encode_pointer(pointer: str) -> str:
    """Return a JSON *pointer* as the fragment of an address [RFC 6901, section 6].

    What is encoded already stays as it is.
    """
    return f"#{quote(pointer.removeprefix('#'), safe=FRAGMENT_CHARACTERS)}"


def escape_step(key: str) -> str:
    """Return *key* as a step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1") if "/" in key or "~" in key else key


@lru_cache(maxsize=32)
def load_draft(uri: str) -> Any:
    """Return the schema of a draft of JSON Schema itself, or None if *uri* is another address."""
    if "json-schema.org/" not in uri:
        return None
    from jsonschema_specifications import REGISTRY

    try:
        return REGISTRY.contents(uri)
    except LookupError:
        try:
            return REGISTRY.contents(f"{uri}#")
        except LookupError:
            return None
