"""What the keeper of a store may do over HTTP: save, load, reset, snapshots, backups, statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.serve.answers import json_answer, told
from pytest_fixturegen.serve.resources import refuse_parameters, require_object

if TYPE_CHECKING:
    from pytest_fixturegen.serve.app import App


async def save(app: App, request: Request) -> Response:
    """Write the state to where it outlives the process; *saved* is false where nothing has to be written for that."""
    await _nothing(app, request)
    return told({"saved": app.store.save()})


async def load(app: App, request: Request) -> Response:
    """Read the state from where it was saved; *loaded* is false where there is no such place."""
    await _nothing(app, request)
    return told({"loaded": app.store.load()})


async def reset(app: App, request: Request) -> Response:
    """Back to the initial state."""
    await _nothing(app, request)
    app.store.reset()
    return told({"reset": True, "resources": app.store.stats()["resources"]})


async def list_snapshots(app: App, request: Request) -> Response:
    """The names of all snapshots."""
    refuse_parameters(request)
    return told({"snapshots": app.store.snapshots.names()})


async def save_snapshot(app: App, request: Request) -> Response:
    """Keep the state of now under a name."""
    name = await _named(app, request)
    app.store.snapshots.save(name)
    return told({"name": name}, 201)


async def restore_snapshot(app: App, request: Request) -> Response:
    """Make the state kept under a name the state of now."""
    name = await _named(app, request)
    app.store.snapshots.restore(name)
    return told({"name": name, "resources": app.store.stats()["resources"]})


async def delete_snapshot(app: App, request: Request, name: str) -> Response:
    """Forget the state kept under *name*."""
    refuse_parameters(request)
    app.store.snapshots.delete(name)
    return Response(None, 204)


async def stats(app: App, request: Request) -> Response:
    """What the store holds and has done."""
    refuse_parameters(request)
    keys = {each.name: each.key for each in app.store.schema.resources}
    return told({**app.store.stats(), "keys": keys, "adapter": app.adapter_name, "requests": app.served})


async def backup(app: App, request: Request) -> Response:
    """All records, as ``POST /admin/restore`` takes them."""
    await _nothing(app, request)
    return json_answer(app.store.backup())


async def restore(app: App, request: Request) -> Response:
    """Hold what the body, a backup, says and nothing else."""
    refuse_parameters(request)
    app.store.restore(await app.body(request))
    return told({"resources": app.store.stats()["resources"]})


async def _nothing(app: App, request: Request) -> None:
    refuse_parameters(request)
    require_object(await app.body(request))


async def _named(app: App, request: Request) -> str:
    refuse_parameters(request)
    given = require_object(await app.body(request), "name")
    name: str = given.get("name", "")
    return name
