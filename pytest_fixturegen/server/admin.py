"""Administration over HTTP: save, load, reset, snapshots, backups and statistics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.server.resources import parse_object, refuse_parameters
from pytest_fixturegen.server.responses import make_json_response, make_value_response
from pytest_fixturegen.server.state import AppState


async def save_store(state: AppState, request: Request) -> Response:
    """Save the store to its durable storage; ``saved`` is false if there is nothing to write."""
    await _require_empty(state, request)
    return make_value_response({"saved": state.store.save()})


async def load_store(state: AppState, request: Request) -> Response:
    """Load the store from its durable storage; ``loaded`` is false if it has none."""
    await _require_empty(state, request)
    return make_value_response({"loaded": state.store.load()})


async def reset_store(state: AppState, request: Request) -> Response:
    """Restore the initial data."""
    await _require_empty(state, request)
    state.store.reset()
    return make_value_response({"reset": True, "resources": _count_records(state)})


async def list_snapshots(state: AppState, request: Request) -> Response:
    """List all snapshots with their description, time and number of records."""
    refuse_parameters(request)
    infos = state.store.snapshots.list_infos()
    return make_value_response({"snapshots": [info.to_json() for info in infos]})


async def save_snapshot(state: AppState, request: Request) -> Response:
    """Save the current data as a named snapshot."""
    body = await _read_body(state, request, "name", "description")
    info = state.store.snapshots.save(
        body.get("name", ""),
        body.get("description", ""),
    )
    return make_value_response(info.to_json(), 201)


async def restore_snapshot(state: AppState, request: Request) -> Response:
    """Replace the current data with that of a named snapshot."""
    body = await _read_body(state, request, "name")
    name = body.get("name", "")
    state.store.snapshots.restore(name)
    return make_value_response({"name": name, "resources": _count_records(state)})


async def delete_snapshot(
    state: AppState,
    request: Request,
    name: str,
) -> Response:
    """Delete the snapshot *name*."""
    refuse_parameters(request)
    state.store.snapshots.delete(name)
    return Response(None, 204)


RECORDS_ADDRESS = "/admin/records"
"""The address below which each resource has its own, also if a description has others."""


async def show_stats(state: AppState, request: Request) -> Response:
    """Return the statistics of the store and the number of requests."""
    refuse_parameters(request)
    keys = {resource.name: resource.key for resource in state.store.schema.resources}
    stats = {
        **state.store.get_stats(),
        "keys": keys,
        "records": RECORDS_ADDRESS,
        "adapter": state.adapter_name,
        "requests": state.request_count,
    }
    return make_value_response(stats)


async def backup_store(state: AppState, request: Request) -> Response:
    """Return all records, in the form that ``POST /admin/restore`` accepts."""
    await _require_empty(state, request)
    return make_json_response(state.store.backup())


async def restore_store(state: AppState, request: Request) -> Response:
    """Replace all data with the backup in the body."""
    refuse_parameters(request)
    state.store.restore(await state.read_body(request))
    return make_value_response({"resources": _count_records(state)})


def _count_records(state: AppState) -> object:
    return state.store.get_stats()["resources"]


async def _require_empty(state: AppState, request: Request) -> None:
    """Refuse parameters, and a body that is not an object."""
    refuse_parameters(request)
    parse_object(await state.read_body(request))


async def _read_body(
    state: AppState,
    request: Request,
    *names: str,
) -> Mapping[str, Any]:
    """Return the members *names* of the body.

    Raise an error if the body has other members or the URL has parameters.
    """
    refuse_parameters(request)
    return parse_object(await state.read_body(request), *names)
