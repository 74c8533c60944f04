"""Resources, keys and references: what a store holds, as plain data.

A resource is made of a model; its columns are the fields of the model's JSON, as far as they can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.store.errors import BadQueryError, is_store_error, make_unknown_error

__tracebackhide__ = is_store_error

Record = dict[str, Any]
Key = str | int
OnDelete = Literal["cascade", "restrict", "nullify"]
INTEGER_BOUNDS = (-(2**63), 2**63 - 1)
"""Bounds of a whole number that a database holds, both ends in."""

UNADDRESSABLE_KEYS = ("", ".", "..")
"""Keys that no record may have: clients take such a part out of an address before they send it [RFC 3986, 5.2.4]."""

ColumnKind = Literal["whole", "number", "decimal", "flag", "moment", "text", "list", "other"]
"""How values are compared: as numbers, as numbers written as texts, as points in time, as texts; lists by what they hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """One place of a record: its *path* of names in JSON, how it is compared, and what a text in a query may be.

    *parse* reads such a text, *schema* tells of it as JSON Schema does.
    """

    path: tuple[str, ...]
    kind: ColumnKind
    parse: Callable[[str], Any] = field(compare=False, default=str)
    schema: Mapping[str, Any] = field(compare=False, default_factory=lambda: {"type": "string"})

    @property
    def name(self) -> str:
        """The column as a query names it."""
        return ".".join(self.path)

    def read_value(self, record: Mapping[str, Any]) -> Any:
        """What *record* holds there; None where it has nothing."""
        value: Any = record
        for part in self.path:
            value = value.get(part) if isinstance(value, Mapping) else None
        return value


@dataclass(frozen=True, slots=True)
class Reference:
    """*field* holds the key of a record of the resource *target*; *on_delete* says what becomes of it with that."""

    field: str
    target: str
    on_delete: OnDelete = "restrict"


@dataclass(frozen=True, slots=True)
class UncheckedLink:
    """*field* holds what the field *of* of a record of the resource *target* holds, or a list of that. Nobody watches it."""

    field: str
    target: str
    target_field: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A named collection of records of one *model*.

    *key* names the field that tells records apart. *columns* are all that can be asked for, by name. *validate* turns
    JSON into the canonical JSON of the model, or raises InvalidError. *numbered* ones are drawn with the keys 1, 2, 3, …
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
        """The fields with a column of their own in a database, the key first: all that have an order, or a rule."""
        fields = (self.key, *(each.field for each in self.references), *self.unique, *self.indexed)
        plain = (
            each.name
            for each in self.columns.values()
            if len(each.path) == 1 and each.kind not in ("list", "other")
        )
        return tuple(dict.fromkeys((*fields, *plain)))

    @property
    def outgoing_links(self) -> tuple[Reference | UncheckedLink, ...]:
        """All that leads to records of a resource, watched over or not."""
        return (*self.references, *self.links)

    def find_column(self, name: str) -> Column:
        """The column of this *name*. Raises BadQueryError, with the nearest name, when there is none."""
        found = self.columns.get(self.json_names.get(name, name))
        if found is None:
            raise make_unknown_error(f"field of {self.name}", name, self.columns, BadQueryError)
        return found

    def get_key(self, record: Mapping[str, Any]) -> Key:
        """The key of *record*."""
        key: Key = record[self.key]
        return key


@dataclass(frozen=True, slots=True)
class Schema:
    """Every resource of a store; those that others refer to come first."""

    resources: tuple[Resource, ...]

    def find_resource(self, name: str) -> Resource:
        """The resource of this *name*. Raises MissingError, with the nearest name, when there is none."""
        for each in self.resources:
            if each.name == name:
                return each
        raise make_unknown_error("resource", name, [each.name for each in self.resources])

    def find_by_model(self, model: Any) -> Resource | None:
        """The resource of *model*, if it has one."""
        return next((each for each in self.resources if each.model is model), None)

    def list_referrers(self, target: str) -> list[tuple[Resource, Reference]]:
        """Each reference to *target*, with the resource that has it."""
        return [
            (each, reference)
            for each in self.resources
            for reference in each.references
            if reference.target == target
        ]


def order_resources(resources: Sequence[Resource]) -> tuple[Resource, ...]:
    """*resources* with those first that others refer to; within a circle as they stand."""
    left, done = list(resources), []
    while left:
        names = {each.name for each in left}
        free = next((each for each in left if not _needs_others(each, names)), left[0])
        left.remove(free)
        done.append(free)
    return tuple(done)


def _needs_others(resource: Resource, names: set[str]) -> bool:
    return any(
        each.target in names and each.target != resource.name for each in resource.outgoing_links
    )
