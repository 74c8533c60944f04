"""Handlers of addresses that hold one record each, such as ``/settings``."""

from __future__ import annotations

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.readers.documents.validation import write_json
from pytest_fixturegen.server.documented.operation_context import (
    OperationContext,
    Result,
    ServedRequest,
)
from pytest_fixturegen.server.documented.written_responses import choose_index
from pytest_fixturegen.store.documented.derive import DELETED_FIELD, SINGLE_KEY
from pytest_fixturegen.store.errors import MissingError
from pytest_fixturegen.store.schema import Record


def _find_single(context: OperationContext, served: ServedRequest) -> tuple[str, Record | None]:
    """Return the key of the record at an address, and the record if it is stored."""
    key = served.request.scope["path"].strip("/")
    try:
        return key, loads(context.rows.get(key))
    except MissingError:
        return key, None


def _draw_single(context: OperationContext, key: str) -> Record:
    """Return the record that an address has before anything is written there."""
    return {**context.draw_record(choose_index(key)), SINGLE_KEY: key}


def read_single(context: OperationContext, served: ServedRequest) -> Result:
    """Answer with the record at an address."""
    key, record = _find_single(context, served)
    if record is not None and record.get(DELETED_FIELD):
        raise MissingError(f"{context.rule.resource} has been deleted.", hint="Write it again.")
    return Result(context.wrap(record or _draw_single(context, key), served))


def write_single(context: OperationContext, served: ServedRequest) -> Result:
    """Change the record at an address."""
    key, stored = _find_single(context, served)
    old = stored or _draw_single(context, key)
    old.pop(DELETED_FIELD, None)
    sent = context.read_sent(served, served.values.body)
    is_whole = context.rule.operation.method == "PUT"
    change = context.builder.replace if is_whole else context.builder.patch
    record = {**change(sent, old), SINGLE_KEY: key}
    if stored is None:
        context.rows.create(write_json(record))
    else:
        context.rows.replace(key, write_json(record))
    return Result(context.wrap(record, served))


def delete_single(context: OperationContext, served: ServedRequest) -> Result:
    """Delete the record at an address."""
    key, stored = _find_single(context, served)
    old = stored or _draw_single(context, key)
    if old.get(DELETED_FIELD):
        raise MissingError(f"{context.rule.resource} has been deleted.", hint="Write it again.")
    text = write_json({**old, DELETED_FIELD: True})
    if stored is None:
        context.rows.create(text)
    else:
        context.rows.replace(key, text)
    return Result(context.wrap(old, served))
