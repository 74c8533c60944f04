"""What the keeper of a store may do over HTTP: save, load, reset, snapshots, backups, statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.server.resources import parse_object, refuse_parameters
from pytest_fixturegen.server.responses import make_json_response, make_value_response

if TYPE_CHECKING:
    from pytest_fixturegen.server.app import App


async def save_store(app: App, request: Request) -> Response:
    """Write the state to where it outlives the process; *saved* is false where nothing has to be written for that."""
    await _require_empty(app, request)
    return make_value_response({"saved": app.store.save()})


async def load_store(app: App, request: Request) -> Response:
    """Read the state from where it was saved; *loaded* is false where there is no such place."""
    await _require_empty(app, request)
    return make_value_response({"loaded": app.store.load()})


async def reset_store(app: App, request: Request) -> Response:
    """Back to the initial state."""
    await _require_empty(app, request)
    app.store.reset()
    return make_value_response({"reset": True, "resources": app.store.get_stats()["resources"]})


async def list_snapshots(app: App, request: Request) -> Response:
    """The names of all snapshots."""
    refuse_parameters(request)
    return make_value_response({"snapshots": app.store.snapshots.list_names()})


async def save_snapshot(app: App, request: Request) -> Response:
    """Keep the state of now under a name."""
    name = await _read_name(app, request)
    app.store.snapshots.save(name)
    return make_value_response({"name": name}, 201)


async def restore_snapshot(app: App, request: Request) -> Response:
    """Make the state kept under a name the state of now."""
    name = await _read_name(app, request)
    app.store.snapshots.restore(name)
    return make_value_response({"name": name, "resources": app.store.get_stats()["resources"]})


async def delete_snapshot(app: App, request: Request, name: str) -> Response:
    """Forget the state kept under *name*."""
    refuse_parameters(request)
    app.store.snapshots.delete(name)
    return Response(None, 204)


async def show_stats(app: App, request: Request) -> Response:
    """What the store holds and has done."""
    refuse_parameters(request)
    keys = {each.name: each.key for each in app.store.schema.resources}
    return make_value_response(
        {**app.store.get_stats(), "keys": keys, "adapter": app.adapter_name, "requests": app.served}
    )


async def backup_store(app: App, request: Request) -> Response:
    """All records, as ``POST /admin/restore`` takes them."""
    await _require_empty(app, request)
    return make_json_response(app.store.backup())


async def restore_store(app: App, request: Request) -> Response:
    """Hold what the body, a backup, says and nothing else."""
    refuse_parameters(request)
    app.store.restore(await app.read_body(request))
    return make_value_response({"resources": app.store.get_stats()["resources"]})


async def _require_empty(app: App, request: Request) -> None:
    refuse_parameters(request)
    parse_object(await app.read_body(request))


async def _read_name(app: App, request: Request) -> str:
    refuse_parameters(request)
    given = parse_object(await app.read_body(request), "name")
    name: str = given.get("name", "")
    return name
