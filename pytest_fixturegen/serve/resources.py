"""What may be asked of a resource over HTTP: its records, one record, and what refers to that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.records import dumps, loads
from pytest_fixturegen.serve.answers import joined, json_answer, require_match, tag_of, tagged
from pytest_fixturegen.store.changes import parsed
from pytest_fixturegen.store.queries import Page, Query, View, read_query
from pytest_fixturegen.store.refusals import BadQueryError, BadRequestError, MissingError, told_of_one, unknown
from pytest_fixturegen.store.rows import Rows, related
from pytest_fixturegen.store.schema import Key, Record, Resource

if TYPE_CHECKING:
    from pytest_fixturegen.serve.app import App


async def listed(app: App, request: Request, name: str) -> Response:
    """``GET /users``: a page of records."""
    rows = app.store.rows(name)
    query, view = read_query(rows.resource, parameters(request), app.config.page_size)
    return _paged(app, request, rows, query, view)


async def created(app: App, request: Request, name: str) -> Response:
    """``POST /users``: a new record, or all the records of an array.

    The same body with the same Idempotency-Key is answered as it was the first time, and makes nothing.
    """
    rows, text = app.store.rows(name), await app.body(request)
    refuse_parameters(request)
    key = request.headers.get("idempotency-key", "")
    told = (name, key, tag_of(text))
    with app.store.together():
        made = app.store.cache.answers.get(told) or _made(rows, text)
    if key:
        app.store.cache.answers[told] = made
    return json_answer(made[0], 201, made[1])


def _made(rows: Rows, text: bytes) -> tuple[bytes, dict[str, str]]:
    """The new record or records that *text* says, and the headers that go with them."""
    if text.lstrip()[:1] == b"[":
        return joined([_one_of_several(rows, index, record) for index, record in enumerate(parsed(text))]), {}
    key, record = rows.create(text)
    return record, {"location": _address(rows.resource.name, key), "etag": tag_of(record)}


def _one_of_several(rows: Rows, index: int, record: Any) -> bytes:
    with told_of_one(rows.resource.name, index):
        return rows.create(dumps(record))[1]


async def shown(app: App, request: Request, name: str, key: str) -> Response:
    """``GET /users/1``: one record."""
    rows = app.store.rows(name)
    _, view = read_query(rows.resource, _view_only(request), app.config.page_size)
    text = rows.get(rows.key(key))
    return tagged(request, _viewed(app, rows, [text], view)[0])


async def replaced(app: App, request: Request, name: str, key: str) -> Response:
    """``PUT /users/1``: another record in its place."""
    rows, text = app.store.rows(name), await app.body(request)
    refuse_parameters(request)
    record = rows.replace(rows.key(key), text, lambda old: require_match(request, old))
    return json_answer(record, 200, {"etag": tag_of(record)})


async def patched(app: App, request: Request, name: str, key: str) -> Response:
    """``PATCH /users/1``: some of its fields."""
    rows, text = app.store.rows(name), await app.body(request)
    refuse_parameters(request)
    record = rows.patch(rows.key(key), text, lambda old: require_match(request, old))
    return json_answer(record, 200, {"etag": tag_of(record)})


async def deleted(app: App, request: Request, name: str, key: str) -> Response:
    """``DELETE /users/1``: the end of it, and of what goes along."""
    rows = app.store.rows(name)
    refuse_parameters(request)
    rows.delete(rows.key(key), lambda old: require_match(request, old))
    return Response(None, 204)


async def belonging(app: App, request: Request, name: str, key: str, other: str) -> Response:
    """``GET /users/1/posts``: a page of what refers to a record."""
    rows = app.store.rows(name)
    resource, field = related(app.store, rows, other)
    found = rows.key(key)
    rows.get(found)
    query, view = read_query(resource, [(field, str(found)), *parameters(request)], app.config.page_size)
    return _paged(app, request, app.store.rows(other), query, view)


def parameters(request: Request) -> list[tuple[str, str]]:
    """The parameters of a request. Raises BadQueryError for what is no UTF-8, and for a field without a value."""
    text = request.scope["query_string"]
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise BadQueryError(f"The query cannot be read: {error}.", hint="Send it percent-encoded, in UTF-8.") from error


def refuse_parameters(request: Request) -> None:
    """Raise BadQueryError where a request has parameters that would mean nothing."""
    given = parameters(request)
    if given:
        hint = "Send what is meant in the body." if request.method in ("POST", "PUT", "PATCH") else "Leave it out."
        raise BadQueryError(f"{request.method} takes no parameter {given[0][0][:80]!r}.", hint=hint)


def _view_only(request: Request) -> list[tuple[str, str]]:
    given = parameters(request)
    for name, _ in given:
        if name not in ("fields", "expand"):
            raise unknown("parameter of one record", name, ("fields", "expand"), BadQueryError)
    return given


def _paged(app: App, request: Request, rows: Rows, query: Query, view: View) -> Response:
    page = rows.find(query)
    headers = {"x-total-count": str(page.total)}
    link = _links(request, query, view, page)
    if link:
        headers["link"] = link
    return tagged(request, joined(_viewed(app, rows, page.texts, view)), headers)


def _links(request: Request, query: Query, view: View, page: Page) -> str:
    """The first, previous, next and last page [RFC 8288]: by number, or by offset where the request says one."""
    name, low, step, here = ("offset", 0, view.size, query.offset) if view.by_offset else ("page", 1, 1, view.page)
    last = low + (max(-(-page.total // view.size), 1) - 1) * step
    if here == low == last:
        return ""
    places = {"first": low, "last": last}
    if here > low:
        places["prev"] = min(max(here - step, low), last)
    if query.offset + view.size < page.total:
        places["next"] = here + step
    given = urlencode([pair for pair in parameters(request) if pair[0] != name])
    address = f"{quote(request.scope['path'])}?{given}{'&' if given else ''}{name}="
    return ", ".join(f'<{address}{place}>; rel="{rel}"' for rel, place in places.items())


def _address(name: str, key: Key) -> str:
    return f"/{quote(name)}/{quote(str(key), safe='')}"


def _viewed(app: App, rows: Rows, texts: Sequence[bytes], view: View) -> Sequence[bytes]:
    """*texts* as *view* shows them."""
    if not view.fields and not view.expand:
        return texts
    records = [loads(text) for text in texts]
    expanded: dict[str, list[Any]] = {name: _expanded(app, rows, records, name) for name in view.expand}
    shown = [_with_fields(rows.resource, record, view.fields) for record in records]
    for name, values in expanded.items():
        for record, value in zip(shown, values, strict=True):
            record[name] = value
    return [dumps(record) for record in shown]


def _with_fields(resource: Resource, record: Record, fields: Sequence[str]) -> Record:
    if not fields:
        return record
    found: Record = {}
    for name in fields:
        column, inner = resource.columns[name], found
        for part in column.path[:-1]:
            inner = inner.setdefault(part, {})
        inner[column.path[-1]] = column.of(record)
    return found


def _expanded(app: App, rows: Rows, records: Sequence[Record], name: str) -> list[Any]:
    """For each of *records* what *name* stands for: the record it refers to, or those that refer to it."""
    for reference in rows.resource.references:
        if name in names_of(reference.field, reference.target):
            others = app.store.rows(reference.target)
            wanted = {record.get(reference.field) for record in records}
            kept = {key: _there(others, key) for key in wanted if key is not None}
            return [kept.get(record.get(reference.field)) for record in records]
    for owner, reference in app.store.schema.referrers(rows.resource.name):
        if name == owner.name:
            return _children(app, rows, records, owner, reference.field)
    known = [names_of(each.field, each.target)[0] for each in rows.resource.references]
    known += [owner.name for owner, _ in app.store.schema.referrers(rows.resource.name)]
    raise unknown(f"relation of {rows.resource.name}", name, known, BadQueryError)


def _there(rows: Rows, key: Key) -> Record | None:
    """The record with this *key*; None where storage that checks nothing has lost it."""
    try:
        record: Record = loads(rows.get(key))
    except MissingError:
        return None
    return record


def names_of(field: str, target: str) -> tuple[str, ...]:
    """What a reference may be called: without the ending of its key, by its field, by its resource."""
    bare = field
    for ending in ("_id", "Id", "_uuid", "_key"):
        bare = bare.removesuffix(ending)
    return bare, field, target


def _children(app: App, rows: Rows, records: Sequence[Record], owner: Resource, field: str) -> list[Any]:
    keys = [rows.resource.key_of(record) for record in records]
    with app.store.lock:
        found = app.store.adapter.find_related(owner.name, field, keys)
    children: Mapping[Key, list[Record]] = {key: [] for key in keys}
    for _, text in found:
        child = loads(text)
        children[child[field]].append(child)
    return [children[key] for key in keys]


def require_object(text: bytes, *known: str) -> dict[str, Any]:
    """The object that *text* says, with no other keys than those *known*; nothing is an empty one."""
    given = parsed(text) if text.strip() else {}
    if not isinstance(given, dict):
        raise BadRequestError("The body is no object of JSON.", hint=f"Send {{{', '.join(known)}}}.")
    for name in given:
        if name not in known:
            raise unknown("key", str(name), known, BadRequestError)
    return given
