"""Rules that map operations of a description to actions on the records of a resource."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.readers.documents.operations import (
    Description,
    DocumentedOperation,
    SchemaPlace,
)
from pytest_fixturegen.store.documented.path_templates import PathTemplate

Role = Literal[
    "list",
    "create",
    "read",
    "replace",
    "patch",
    "delete",
    "action",
    "read-single",
    "write-single",
    "delete-single",
    "stateless",
]
"""Role of an operation. ``action`` changes one record, ``*-single`` is for singleton resources."""

ROLES: tuple[Role, ...] = (
    "list",
    "create",
    "read",
    "replace",
    "patch",
    "delete",
    "action",
    "read-single",
    "write-single",
    "delete-single",
    "stateless",
)


SCOPED_KEY = "pfg_number"
"""The hidden key of records whose own key is unique below their parent only."""


class ParentLink(NamedTuple):
    """The record that an operation is below: path *parameter*, and *field* of the child.

    *resource* is the resource of the parent, or empty if no operation describes it. The field *is
    hidden* if responses do not have it.
    """

    parameter: str
    field: str
    resource: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class ResourceRule:
    """A resource of a description.

    *record* is the schema of its records. *key* is the field that the last parameter of an item's
    path names. *hidden* are the fields that only the store has. *is_single* marks a resource with
    one record for each address. If the response is not an object, the field *value* of the record
    holds it. If keys are unique below one parent only, *scope* is the field of that parent, and the
    store adds its own keys.
    """

    name: str
    path: str
    record: SchemaPlace
    key: str
    key_schema: Mapping[str, Any]
    links: tuple[ParentLink, ...] = ()
    hidden: frozenset[str] = frozenset()
    is_single: bool = False
    value: str = ""
    scope: str = ""

    @property
    def store_key(self) -> str:
        """The field that the store finds records by."""
        return SCOPED_KEY if self.scope else self.key

    @property
    def store_key_schema(self) -> Mapping[str, Any]:
        """The schema of that field."""
        return {"type": "integer"} if self.scope else self.key_schema


@dataclass(frozen=True, slots=True)
class OperationRule:
    """The effect of an *operation*: its *role* for the records of *resource*.

    *parents* are the records that must exist, the nearest one last; each parameter of the path
    before the key of the record has one, if a resource describes it. *link* is the parent of the
    records themselves. *list_path* leads to the records in the body of a list, and *record_path* to
    the record in the body of a response.
    """

    operation: DocumentedOperation
    template: PathTemplate
    role: Role = "stateless"
    resource: str = ""
    link: ParentLink | None = None
    parents: tuple[ParentLink, ...] = ()
    list_path: tuple[str, ...] = ()
    record_path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentedApi:
    """A *description*, its resources by name, and what each of its operations does."""

    description: Description
    resources: Mapping[str, ResourceRule]
    operations: tuple[OperationRule, ...]
    base_paths: tuple[str, ...] = ()
    notices: tuple[str, ...] = field(default=())
