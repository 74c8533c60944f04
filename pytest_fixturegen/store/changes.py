"""What a request does, worked out before anything is touched: which records are made, altered and removed, in order.

References and unique fields are judged here for storage that has no constraints of its own; where it has, only to say
what stood against a request that it refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.adapters.adapter import Adapter, State
from pytest_fixturegen.store.errors import ConflictError, InvalidError, is_store_error
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.schema import Key, Record, Reference, Resource, Schema

__tracebackhide__ = is_store_error


@dataclass(frozen=True, slots=True)
class CreateChange:
    """A new record."""

    resource: str
    key: Key
    text: bytes


@dataclass(frozen=True, slots=True)
class UpdateChange:
    """A record in the place of the one that has this key. *before* is that one, to tell of it."""

    resource: str
    key: Key
    text: bytes
    previous_text: bytes = b""


@dataclass(frozen=True, slots=True)
class PatchChange:
    """Some fields of the record that has this key."""

    resource: str
    key: Key
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DeleteChange:
    """The end of the record that has this key."""

    resource: str
    key: Key


Change = CreateChange | UpdateChange | PatchChange | DeleteChange


def apply_change(adapter: Adapter, change: Change) -> None:
    """Let *adapter* do *change*."""
    match change:
        case CreateChange(resource, key, text):
            adapter.create_resource(resource, key, text)
        case UpdateChange(resource, key, text, _):
            adapter.update_resource(resource, key, text)
        case PatchChange(resource, key, changes):
            adapter.patch_resource(resource, key, dict(changes))
        case DeleteChange(resource, key):
            adapter.delete_resource(resource, key)


def plan_delete(schema: Schema, adapter: Adapter, resource: Resource, key: Key) -> list[Change]:
    """The changes that remove the record with this *key*: of what refers to it some goes along, some forgets it.

    Raises ConflictError when a record that must not lose what it refers to would be left.
    """
    doomed: dict[tuple[str, Key], None] = {(resource.name, key): None}
    forgetful: dict[tuple[str, Key], dict[str, None]] = {}
    restricted: list[tuple[str, Key, Reference, Key]] = []
    for name, each in walk_growing(doomed):
        for owner, reference in schema.list_referrers(name):
            for found, _ in adapter.find_related(owner.name, reference.field, [each]):
                match reference.on_delete:
                    case "cascade":
                        doomed.setdefault((owner.name, found))
                    case "nullify":
                        forgetful.setdefault((owner.name, found), {})[reference.field] = None
                    case "restrict":
                        restricted.append((owner.name, found, reference, each))
    for name, found, reference, each in restricted:
        if (name, found) not in doomed:
            raise _make_in_use_error(name, found, reference, each)
    order = [each.name for each in schema.resources]
    patches = [
        PatchChange(name, found, fields)
        for (name, found), fields in forgetful.items()
        if (name, found) not in doomed
    ]
    gone = sorted(doomed, key=lambda each: -order.index(each[0]))
    return [*patches, *(DeleteChange(name, each) for name, each in gone)]


def walk_growing(keys: dict[tuple[str, Key], None]) -> Iterator[tuple[str, Key]]:
    """Each of *doomed*, those too that are added meanwhile."""
    done = 0
    while done < len(keys):
        for each in list(keys)[done:]:
            done += 1
            yield each


def _make_in_use_error(name: str, key: Key, reference: Reference, target: Key) -> ConflictError:
    return ConflictError(
        f"{reference.target} {target!r} is still in use: {name} {key!r} refers to it by {reference.field}.",
        hint=f"Remove that first, or let {name}.{reference.field} cascade or nullify on delete.",
        resource=name,
        key=key,
        field=reference.field,
    )


def check_constraints(schema: Schema, adapter: Adapter, change: Change) -> None:
    """Raise ConflictError for a key or a unique value that another record has, and for a reference that leads nowhere."""
    if isinstance(change, DeleteChange):
        return
    resource = schema.find_resource(change.resource)
    if (
        isinstance(change, CreateChange)
        and adapter.get_resource(resource.name, change.key) is not None
    ):
        raise make_taken_error(resource, resource.key, change.key)
    record: Record = dict(change.changes) if isinstance(change, PatchChange) else loads(change.text)
    for field in resource.unique:
        if record.get(field) is not None and _is_taken(
            adapter, resource, field, record[field], change.key
        ):
            raise make_taken_error(resource, field, record[field])
    for reference in resource.references:
        wanted = record.get(reference.field)
        itself = reference.target == resource.name and wanted == change.key
        if (
            wanted is not None
            and not itself
            and adapter.get_resource(reference.target, wanted) is None
        ):
            raise _make_dangling_error(resource, reference, wanted)


def require_consistent(schema: Schema, state: State) -> None:
    """Raise ConflictError where a key or a unique value of *state* repeats, or a reference in it leads nowhere."""
    records = {
        each.name: [loads(text) for text in state.texts.get(each.name, ())]
        for each in schema.resources
    }
    keys = {
        each.name: _collect_unique(each, each.key, records[each.name]) for each in schema.resources
    }
    for resource in schema.resources:
        for field in resource.unique:
            _collect_unique(resource, field, records[resource.name])
        for reference in resource.references:
            for wanted in (record.get(reference.field) for record in records[resource.name]):
                if wanted is not None and wanted not in keys[reference.target]:
                    raise _make_dangling_error(resource, reference, wanted)


def _collect_unique(resource: Resource, field: str, records: Sequence[Record]) -> set[Any]:
    """The values of *field* in *records*, of which none repeats."""
    found: set[Any] = set()
    for value in (record.get(field) for record in records):
        known = dumps(value) if isinstance(value, list | dict) else value
        if value is not None and known in found:
            raise make_taken_error(resource, field, value)
        found.add(known)
    return found


def make_taken_error(resource: Resource, field: str, value: Any) -> ConflictError:
    """Another record has the *value* of a *field* that never repeats."""
    return ConflictError(
        f"{resource.name}.{field} is unique, and {_shorten(value)} is taken.",
        hint="Give another value.",
        resource=resource.name,
        field=field,
        value=value,
    )


def _is_taken(adapter: Adapter, resource: Resource, field: str, value: Any, key: Key) -> bool:
    query = Query((Filter(resource.columns[field], "eq", value),), limit=2)
    return any(
        resource.get_key(loads(text)) != key
        for text in adapter.get_resources(resource.name, query).texts
    )


def _make_dangling_error(resource: Resource, reference: Reference, key: Key) -> ConflictError:
    return ConflictError(
        f"{resource.name}.{reference.field} refers to {reference.target} {_shorten(key)}, which is not there.",
        hint=f"Create it first, or refer to one of {reference.target}.",
        resource=resource.name,
        field=reference.field,
        value=key,
    )


def merge_record(text: bytes, changes: Mapping[str, Any]) -> bytes:
    """The record *text* with *changes* over it, field by field."""
    return dumps({**loads(text), **changes})


def parse_json(text: bytes) -> Any:
    """What the JSON *text* says. Raises InvalidError for what is no JSON, or nests without end."""
    try:
        return loads(text)
    except (ValueError, RecursionError) as error:
        problem = {"path": "", "message": str(error), "type": "json"}
        raise InvalidError(
            f"The body is no JSON: {error}.", hint="Send JSON in UTF-8.", problems=[problem]
        ) from error


def list_changed_resources(changes: Sequence[Change]) -> list[str]:
    """The resources that *changes* touch."""
    return list(dict.fromkeys(change.resource for change in changes))


def _shorten(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
