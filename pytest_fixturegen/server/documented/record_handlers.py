"""Handlers that create, read, change and delete the records of a resource."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.readers.documents.schema_places import list_required
from pytest_fixturegen.introspection.readers.documents.validation import write_json
from pytest_fixturegen.server.documented.operation_context import (
    OperationContext,
    Result,
    ServedRequest,
)
from pytest_fixturegen.server.documented.prepared_schemas import write_at
from pytest_fixturegen.server.documented.written_responses import choose_index
from pytest_fixturegen.server.etags import compute_etag
from pytest_fixturegen.store.documented.rules import ParentLink
from pytest_fixturegen.store.documented.words import find_same_name
from pytest_fixturegen.store.errors import ConflictError, MissingError
from pytest_fixturegen.store.queries import Query
from pytest_fixturegen.store.schema import Key, Record


def create_records(context: OperationContext, served: ServedRequest) -> Result:
    """Create the record of the body, or each record of a list."""
    body = served.values.body
    if isinstance(body, list):
        with context.store.transaction():
            created = [_create_one(context, served, each, place) for place, each in enumerate(body)]
        shown = [context.show(record, served) for _, record in created]
        path = context.rule.list_path
        return Result(write_at(context.draw_response(served), path, shown) if path else shown)
    key, record = _create_one(context, served, body, 0)
    headers = {
        "location": context.find_address(served, key) or "",
        "etag": compute_etag(write_json(record)),
    }
    return Result(context.wrap(record, served), headers)


def _create_one(
    context: OperationContext, served: ServedRequest, body: Any, place: int
) -> tuple[Key, Record]:
    """Create one record, and return its key and the record."""
    rows = context.rows
    key_name = context.resource_rule.key
    sent = context.read_sent(served, body)
    index = choose_index(context.rule.resource, context.store.changes, place, write_json(sent))
    record = context.builder.create(sent, context.draw_record(index), context.list_fixed(served))
    has_key = find_same_name(key_name, sent) is not None
    _choose_parents(context, served, sent, record)
    if context.resource_rule.scope:
        _require_free(context, served, record)
    elif not has_key:
        record.pop(key_name, None)
    _, text = rows.create(write_json(record))
    created: Record = loads(text)
    return created[key_name], created


def _choose_parents(
    context: OperationContext, served: ServedRequest, sent: Mapping[str, Any], record: Record
) -> None:
    """Put existing parents into the new *record* for those that a request does not name.

    A record may be below one of several parents; it has none of the others.
    """
    fixed = context.list_fixed(served)
    required = list_required(context.resource_rule.record)
    for link in context.resource_rule.links:
        is_named = link.field in fixed or find_same_name(link.field, sent) is not None
        if is_named or not link.resource:
            continue
        record.pop(link.field, None)
        found = context.store.rows(link.resource).find(Query(limit=1)).texts
        if link.field in required and found:
            key = context.api.resources[link.resource].store_key
            record[link.field] = loads(found[0])[key]


def _require_free(
    context: OperationContext,
    served: ServedRequest,
    record: Record,
) -> None:
    """Raise ConflictError if the parent of *record* has another record with its key."""
    rule = context.resource_rule
    record.pop(rule.store_key, None)
    key = record[rule.key]
    try:
        context.find_scoped(served, key)
    except MissingError:
        return
    raise ConflictError(
        f"{rule.name}.{rule.key} is unique below its parent, and {key!r} is taken.",
        hint="Give another value.",
    )


def read_record(context: OperationContext, served: ServedRequest) -> Result:
    """Answer with one record."""
    _, record = context.read_owned(served)
    return Result(context.wrap(record, served), {"etag": compute_etag(write_json(record))})


def replace_record(context: OperationContext, served: ServedRequest) -> Result:
    """Replace a record; create it if no other operation creates records."""
    try:
        key, old = context.read_owned(served)
    except MissingError:
        roles = {
            rule.role for rule in context.api.operations if rule.resource == context.rule.resource
        }
        if "create" in roles:
            raise
        return _create_at(context, served)
    record = context.builder.replace(context.read_sent(served, served.values.body), old)
    return _store(context, served, key, record)


def _create_at(context: OperationContext, served: ServedRequest) -> Result:
    """Create the record at an address that a client has chosen."""
    key = context.read_key(served)
    fixed = {**context.list_fixed(served), context.resource_rule.key: key}
    drawn = context.draw_record(choose_index(context.rule.resource, key))
    sent = context.read_sent(served, served.values.body)
    record = context.builder.create(sent, {**drawn, **fixed}, fixed)
    if context.resource_rule.scope:
        record.pop(context.resource_rule.store_key, None)
    context.rows.create(write_json(record))
    statuses = {each.status for each in context.rule.operation.responses}
    return Result(context.wrap(record, served), status=201 if "201" in statuses else None)


def _store(
    context: OperationContext,
    served: ServedRequest,
    key: Key,
    record: Record,
) -> Result:
    """Store the changed *record*, and answer with it."""
    rule = context.resource_rule
    if rule.scope:
        record = {**record, rule.key: context.read_key(served)}
    record = {**record, rule.store_key: key}
    stored: Record = loads(context.rows.replace(key, write_json(record)))
    return Result(context.wrap(stored, served), {"etag": compute_etag(write_json(stored))})


def patch_record(context: OperationContext, served: ServedRequest) -> Result:
    """Change the fields of a record that the body has."""
    return _patch_stored(context, served, *context.read_owned(served))


def delete_record(context: OperationContext, served: ServedRequest) -> Result:
    """Delete a record, and answer with it if the response has its schema."""
    key, record = context.read_owned(served)
    context.rows.delete(key)
    return Result(context.wrap(record, served))


def act_on_record(context: OperationContext, served: ServedRequest) -> Result:
    """Change the record that the address is below, and answer with it."""
    parent: ParentLink = context.rule.parents[-1]
    key = context.rows.parse_key(served.path[parent.parameter])
    return _patch_stored(context, served, key, loads(context.rows.get(key)))


def _patch_stored(
    context: OperationContext,
    served: ServedRequest,
    key: Key,
    old: Record,
) -> Result:
    """Change the fields of the record *old* with *key* that a request sends, and answer with it."""
    record = context.builder.patch(context.read_sent(served, served.values.body), old)
    return _store(context, served, key, record)
