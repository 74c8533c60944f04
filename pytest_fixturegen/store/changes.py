"""The changes of a request, planned before the store applies them.

If the storage has no constraints, this module checks keys, unique fields and references. If it has
them, the checks run only after a rejected request, to explain which constraint it broke.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.adapters.adapter import Adapter, State
from pytest_fixturegen.store.errors import (
    BadRequestError,
    ConflictError,
    is_store_error,
    shorten_text,
)
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.schema import (
    Key,
    Record,
    Reference,
    Resource,
    Schema,
    parse_record,
)

__tracebackhide__ = is_store_error

BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

RecordId = tuple[str, Key]
"""The name of a resource and the key of one of its records."""


@dataclass(frozen=True, slots=True)
class CreateChange:
    """Create a record."""

    resource: str
    key: Key
    text: bytes


@dataclass(frozen=True, slots=True)
class UpdateChange:
    """Replace the record with this key. *previous_text* is the old record, for reports."""

    resource: str
    key: Key
    text: bytes
    previous_text: bytes = b""


@dataclass(frozen=True, slots=True)
class PatchChange:
    """Change some fields of the record with this key."""

    resource: str
    key: Key
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DeleteChange:
    """Delete the record with this key."""

    resource: str
    key: Key


Change = CreateChange | UpdateChange | PatchChange | DeleteChange


def apply_change(adapter: Adapter, change: Change) -> None:
    """Apply *change* to *adapter*."""
    match change:
        case CreateChange(resource, key, text):
            adapter.create_resource(resource, key, text)
        case UpdateChange(resource, key, text, _):
            adapter.update_resource(resource, key, text)
        case PatchChange(resource, key, changes):
            adapter.patch_resource(resource, key, dict(changes))
        case DeleteChange(resource, key):
            adapter.delete_resource(resource, key)


class _DeletePlan:
    """The records that a deletion removes, changes, or must respect."""

    def __init__(
        self,
        schema: Schema,
        adapter: Adapter,
    ) -> None:
        """Start with no record to delete, no reference to clear and no referrer that restricts."""
        self._schema = schema
        self._adapter = adapter
        self.deleted: dict[RecordId, None] = {}
        self.cleared: dict[RecordId, dict[str, None]] = {}
        self.restricting: list[tuple[RecordId, Reference, Key]] = []

    def follow_references(
        self,
        name: str,
        key: Key,
    ) -> None:
        """Add every record that refers to the record *key* of the resource *name*."""
        for owner, reference in self._schema.list_referrers(name):
            related = self._adapter.find_related(
                owner.name,
                reference.field,
                [key],
            )
            for owner_key, _ in related:
                self._add_referrer(
                    (owner.name, owner_key),
                    reference,
                    key,
                )

    def _add_referrer(
        self,
        referrer: RecordId,
        reference: Reference,
        target: Key,
    ) -> None:
        """Collect *referrer* to delete it, to clear its field, or as a reason to refuse."""
        match reference.on_delete:
            case "cascade":
                self.deleted.setdefault(referrer)
            case "nullify":
                self.cleared.setdefault(referrer, {})[reference.field] = None
            case "restrict":
                self.restricting.append((referrer, reference, target))


def plan_delete(
    schema: Schema,
    adapter: Adapter,
    resource: Resource,
    key: Key,
) -> list[Change]:
    """Return the changes that delete the record with this *key*, cascades included.

    Raise ConflictError if a record that restricts deletion still refers to a deleted one.
    """
    plan = _DeletePlan(schema, adapter)
    plan.deleted[resource.name, key] = None
    for name, deleted_key in iter_growing(plan.deleted):
        plan.follow_references(name, deleted_key)
    for referrer, reference, target in plan.restricting:
        if referrer not in plan.deleted:
            raise _make_in_use_error(referrer, reference, target)
    patches = [
        PatchChange(name, referrer_key, fields)
        for (name, referrer_key), fields in plan.cleared.items()
        if (name, referrer_key) not in plan.deleted
    ]
    # Referrers come after their targets in the schema, so they are deleted first.
    positions = {each.name: position for position, each in enumerate(schema.resources)}
    ordered = sorted(plan.deleted, key=lambda record_id: -positions[record_id[0]])
    return [*patches, *(DeleteChange(name, deleted_key) for name, deleted_key in ordered)]


def iter_growing(keys: dict[RecordId, None]) -> Iterator[RecordId]:
    """Yield each of *keys*, including those that are added during the iteration."""
    done = 0
    while done < len(keys):
        for key in list(keys)[done:]:
            done += 1
            yield key


def _make_in_use_error(
    referrer: RecordId,
    reference: Reference,
    target: Key,
) -> ConflictError:
    """Return the ConflictError that keeps *target* because *referrer* refers to it."""
    name, key = referrer
    field = reference.field
    return ConflictError(
        f"{reference.target} {target!r} is still in use: {name} {key!r} refers to it by {field}.",
        hint=f"Remove that first, or let {name}.{field} cascade or nullify on delete.",
        resource=name,
        key=key,
        field=field,
    )


def check_constraints(
    schema: Schema,
    adapter: Adapter,
    change: Change,
) -> None:
    """Raise ConflictError if *change* breaks a constraint.

    A constraint is a key or a unique value that no other record may have, or a reference whose
    target must exist.
    """
    if isinstance(change, DeleteChange):
        return
    resource = schema.find_resource(change.resource)
    if isinstance(change, CreateChange):
        _require_free_key(adapter, resource, change.key)
    record = change.changes if isinstance(change, PatchChange) else parse_record(change.text)
    _require_unique_values(adapter, resource, record, change.key)
    _require_targets(adapter, resource, record, change.key)


def _require_free_key(
    adapter: Adapter,
    resource: Resource,
    key: Key,
) -> None:
    """Raise ConflictError if a record of the resource already has *key*."""
    if adapter.get_resource(resource.name, key) is not None:
        raise make_taken_error(resource, resource.key, key)


def _require_unique_values(
    adapter: Adapter,
    resource: Resource,
    record: Mapping[str, Any],
    key: Key,
) -> None:
    """Raise ConflictError if another record than *key* has a unique value of *record*.

    Missing values may repeat.
    """
    for field in resource.unique:
        value = record.get(field)
        if value is not None and _is_taken(
            adapter,
            resource,
            field,
            value,
            key,
        ):
            raise make_taken_error(resource, field, value)


def _require_targets(
    adapter: Adapter,
    resource: Resource,
    record: Mapping[str, Any],
    key: Key,
) -> None:
    """Raise ConflictError if *record* refers to a record that does not exist.

    A record may refer to itself, although it is not written yet.
    """
    for reference in resource.references:
        target = record.get(reference.field)
        refers_to_itself = reference.target == resource.name and target == key
        if target is None or refers_to_itself:
            continue
        if adapter.get_resource(reference.target, target) is None:
            raise _make_dangling_error(resource, reference, target)


def require_consistent(schema: Schema, state: State) -> None:
    """Raise ConflictError if *state* repeats a unique value, or has a dangling reference."""
    records = {
        resource.name: list(map(loads, state.texts.get(resource.name, ())))
        for resource in schema.resources
    }
    keys = {
        resource.name: _collect_unique(resource, resource.key, records[resource.name])
        for resource in schema.resources
    }
    for resource in schema.resources:
        for field in resource.unique:
            _collect_unique(resource, field, records[resource.name])
        for reference in resource.references:
            _require_known_targets(
                resource,
                reference,
                records,
                keys[reference.target],
            )


def _require_known_targets(
    resource: Resource,
    reference: Reference,
    records: Mapping[str, Sequence[Record]],
    target_keys: set[Any],
) -> None:
    """Raise ConflictError if a record of *records* refers to a key outside *target_keys*."""
    for record in records[resource.name]:
        target = record.get(reference.field)
        if target is not None and target not in target_keys:
            raise _make_dangling_error(resource, reference, target)


def _collect_unique(
    resource: Resource,
    field: str,
    records: Sequence[Record],
) -> set[Any]:
    """Return the values of *field* in *records*. Raise ConflictError if one of them repeats."""
    values: set[Any] = set()
    for record in records:
        value = record.get(field)
        hashable = dumps(value) if isinstance(value, list | dict) else value
        if value is not None and hashable in values:
            raise make_taken_error(resource, field, value)
        values.add(hashable)
    return values


def make_taken_error(
    resource: Resource,
    field: str,
    value: Any,
) -> ConflictError:
    """Return the error for a *value* of a unique *field* that another record already has."""
    return ConflictError(
        f"{resource.name}.{field} is unique, and {shorten_text(repr(value))} is taken.",
        hint="Give another value.",
        resource=resource.name,
        field=field,
        value=value,
    )


def _is_taken(
    adapter: Adapter,
    resource: Resource,
    field: str,
    value: Any,
    key: Key,
) -> bool:
    """Return whether another record than *key* has *value* in *field*.

    Two records are enough to know, because at most one of them is the record itself.
    """
    has_value = Filter(resource.columns[field], "eq", value)
    page = adapter.get_resources(
        resource.name,
        Query((has_value,), limit=2),
    )
    keys = [resource.get_key(loads(text)) for text in page.texts]
    return any(other != key for other in keys)


def _make_dangling_error(
    resource: Resource,
    reference: Reference,
    key: Key,
) -> ConflictError:
    """Return the ConflictError of a reference to a record that does not exist."""
    target = f"{reference.target} {shorten_text(repr(key))}"
    return ConflictError(
        f"{resource.name}.{reference.field} refers to {target}, which does not exist.",
        hint=f"Create it first, or refer to one of {reference.target}.",
        resource=resource.name,
        field=reference.field,
        value=key,
    )


def merge_record(text: bytes, changes: Mapping[str, Any]) -> bytes:
    """Return the record *text* with its fields replaced by *changes*."""
    return dumps({**loads(text), **changes})


def parse_json(text: bytes) -> Any:
    """Return the value of the JSON *text*.

    Raise BadRequestError if it is not JSON, or nests too deeply.
    """
    if not text.strip():
        raise BadRequestError("The body is empty: expected JSON.", hint="Send a JSON object.")
    if text.startswith(BYTE_ORDER_MARKS):
        raise BadRequestError(
            "The body is not JSON: it begins with a byte order mark.",
            hint="Send JSON in UTF-8 without a byte order mark [RFC 8259, 8.1].",
        )
    try:
        return loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRequestError(
            f"The body is not JSON: {shorten_text(str(error))}.", hint="Send JSON in UTF-8."
        ) from error
