"""Serves the operations of a description by their roles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.responses import Response

from pytest_fixturegen.server.documented import record_handlers, single_handlers
from pytest_fixturegen.server.documented.list_handler import list_records
from pytest_fixturegen.server.documented.operation_context import (
    OperationContext,
    Result,
    ServedRequest,
)
from pytest_fixturegen.server.documented.written_responses import UNSET, choose_success
from pytest_fixturegen.store.documented.rules import Role
from pytest_fixturegen.store.documented.words import find_same_name


def serve_operation(context: OperationContext, served: ServedRequest) -> Response:
    """Return the response to a valid request. Raise an error of the store otherwise."""
    context.require_parents(served)
    rule = context.rule
    result = HANDLERS[rule.role](context, served)
    return context.writer.write(
        served.request,
        result.status or choose_success(rule.operation, rule.role),
        result.value,
        context.choose_index_of(served),
        result.headers,
    )


def answer_without_state(context: OperationContext, served: ServedRequest) -> Result:
    """Answer without state: with an example, or with a drawn value that repeats what was sent."""
    status = choose_success(context.rule.operation, context.rule.role)
    accept = served.request.headers.get("accept", "")
    example = context.writer.find_example(status, accept)
    prepared = context.prepare_response(served)
    if example is not UNSET or prepared is None:
        return Result(example)
    sent: dict[str, Any] = {}
    body = served.values.body
    for values in (body, *served.values.parameters.values()):
        sent |= values if isinstance(values, Mapping) else {}
    base = context.draw_response(served)
    if not isinstance(base, dict):
        return Result(base)
    for name in base:
        field = find_same_name(name, sent)
        changed = {**base, name: sent.get(field or "")}
        if field is not None and prepared.accepts(changed):
            base = changed
    return Result(base)


HANDLERS: Mapping[Role, Callable[[OperationContext, ServedRequest], Result]] = {
    "list": list_records,
    "create": record_handlers.create_records,
    "read": record_handlers.read_record,
    "replace": record_handlers.replace_record,
    "patch": record_handlers.patch_record,
    "delete": record_handlers.delete_record,
    "action": record_handlers.act_on_record,
    "read-single": single_handlers.read_single,
    "write-single": single_handlers.write_single,
    "delete-single": single_handlers.delete_single,
    "stateless": answer_without_state,
}
"""The handler of each role."""
