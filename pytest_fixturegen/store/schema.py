"""Resources, keys and references: the schema of a store, as plain data.

A resource is built from a model. Its columns are the fields of the model's JSON that can be
compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.store.errors import BadQueryError, is_store_error, make_unknown_error

__tracebackhide__ = is_store_error

Record = dict[str, Any]
Key = str | int
OnDelete = Literal["cascade", "restrict", "nullify"]
INTEGER_BOUNDS = (-(2**63), 2**63 - 1)
"""The smallest and the largest whole number that a database stores, both inclusive."""

UNADDRESSABLE_KEYS = ("", ".", "..")
"""Keys that no record may have: clients remove such a path segment from a URL [RFC 3986, 5.2.4]."""

ColumnKind = Literal["whole", "number", "decimal", "flag", "moment", "text", "list", "other"]
"""How the values of a column are compared.

``decimal`` is a number that JSON writes as text, ``moment`` a point in time. A ``list`` is searched
for its items, and ``other`` can only be tested for null.
"""


@lru_cache(maxsize=1)
def parse_record(text: bytes) -> Mapping[str, Any]:
    """Return the record that the JSON *text* describes. Callers must not change it.

    A write reads the same text several times: for its key, its columns and its references. So the
    last text is parsed once. One entry is enough, and does not keep large records alive.
    """
    record: Record = loads(text)
    return record


def _make_text_schema() -> dict[str, Any]:
    return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a record: its *path* of names in the JSON, and how it is compared.

    *parse* converts a text of a query, *schema* describes such a text as JSON Schema.
    """

    path: tuple[str, ...]
    kind: ColumnKind
    parse: Callable[[str], Any] = field(compare=False, default=str)
    schema: Mapping[str, Any] = field(compare=False, default_factory=_make_text_schema)

    @property
    def name(self) -> str:
        """The name of the column in a query, such as ``home.city``."""
        return ".".join(self.path)

    @property
    def is_stored(self) -> bool:
        """Whether the column is at the top level of the record, and its values have an order."""
        return len(self.path) == 1 and self.kind not in ("list", "other")

    def read_value(self, record: Mapping[str, Any]) -> Any:
        """Return the value of the column in *record*, or None if the record has no value there."""
        value: Any = record
        for part in self.path:
            value = value.get(part) if isinstance(value, Mapping) else None
        return value


@dataclass(frozen=True, slots=True)
class Reference:
    """A *field* that holds the key of a record of the resource *target*.

    *on_delete* decides what happens to the referring record when the target is deleted.
    """

    field: str
    target: str
    on_delete: OnDelete = "restrict"


@dataclass(frozen=True, slots=True)
class UncheckedLink:
    """A *field* whose values are drawn from the *target_field* of *target*, alone or as a list.

    The store does not enforce it.
    """

    field: str
    target: str
    target_field: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A named collection of records of one *model*.

    *key* is the name of the key field. *columns* lists everything that a query can name. *validate*
    converts JSON into the canonical JSON of the model, or raises InvalidError. *is_numbered* is
    true if records are drawn with the keys 1, 2, 3, …
    """

    name: str
    model: Any = field(compare=False)
    key: str
    columns: Mapping[str, Column] = field(compare=False)
    validate: Callable[[bytes], bytes] = field(compare=False)
    references: tuple[Reference, ...] = ()
    links: tuple[UncheckedLink, ...] = ()
    unique: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()
    nullable: frozenset[str] = frozenset()
    json_names: Mapping[str, str] = field(compare=False, default_factory=dict)
    is_numbered: bool = False

    @property
    def stored_fields(self) -> tuple[str, ...]:
        """The fields that have their own database column: those with an order or a constraint.

        The key is the first of them.
        """
        references = (reference.field for reference in self.references)
        constrained = (
            self.key,
            *references,
            *self.unique,
            *self.indexed,
        )
        ordered = (column.name for column in self.columns.values() if column.is_stored)
        return tuple(dict.fromkeys((*constrained, *ordered)))

    @property
    def outgoing_links(self) -> tuple[Reference | UncheckedLink, ...]:
        """All references and unchecked links of the resource."""
        return (*self.references, *self.links)

    def find_column(self, name: str) -> Column:
        """Return the column called *name*. Raise BadQueryError if the name is unknown."""
        column = self.columns.get(self.json_names.get(name, name))
        if column is None:
            raise make_unknown_error(f"field of {self.name}", name, self.columns, BadQueryError)
        return column

    def get_key(self, record: Mapping[str, Any]) -> Key:
        """Return the key of *record*."""
        key: Key = record[self.key]
        return key


@dataclass(frozen=True, slots=True)
class Schema:
    """Every resource of a store. Resources that others refer to come first."""

    resources: tuple[Resource, ...]

    def find_resource(self, name: str) -> Resource:
        """Return the resource called *name*. Raise MissingError if the name is unknown."""
        for resource in self.resources:
            if resource.name == name:
                return resource
        raise make_unknown_error(
            "resource",
            name,
            [each.name for each in self.resources],
        )

    def find_by_model(self, model: Any) -> Resource | None:
        """Return the resource of *model*, or None."""
        return next(
            (each for each in self.resources if each.model is model),
            None,
        )

    def list_referrers(self, target: str) -> list[tuple[Resource, Reference]]:
        """Return each reference to *target*, with the resource that has it."""
        return [
            (resource, reference)
            for resource in self.resources
            for reference in resource.references
            if reference.target == target
        ]


def order_resources(resources: Sequence[Resource]) -> tuple[Resource, ...]:
    """Return *resources* so that targets come before those that refer to them.

    The resources of a cycle keep their order.
    """
    remaining, ordered = list(resources), []
    while remaining:
        names = {resource.name for resource in remaining}
        ready = (resource for resource in remaining if not _depends_on(resource, names))
        resource = next(ready, remaining[0])
        remaining.remove(resource)
        ordered.append(resource)
    return tuple(ordered)


def _depends_on(resource: Resource, names: set[str]) -> bool:
    """Return whether *resource* links to another one of *names*."""
    targets = {link.target for link in resource.outgoing_links}
    return bool(targets & (names - {resource.name}))
