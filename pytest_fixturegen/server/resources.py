"""What may be asked of a resource over HTTP: its records, one record, and what refers to that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.server.responses import (
    compute_etag,
    join_records,
    make_json_response,
    make_tagged_response,
    require_match,
)
from pytest_fixturegen.store.changes import parse_json
from pytest_fixturegen.store.errors import (
    BadQueryError,
    BadRequestError,
    MissingError,
    make_unknown_error,
    prefix_record_errors,
)
from pytest_fixturegen.store.queries import Page, Query, RecordView, read_query
from pytest_fixturegen.store.rows import ResourceRows, find_referrer
from pytest_fixturegen.store.schema import Key, Record, Resource

if TYPE_CHECKING:
    from pytest_fixturegen.server.app import App


async def list_records(app: App, request: Request, name: str) -> Response:
    """``GET /users``: a page of records."""
    rows = app.store.rows(name)
    query, view = read_query(rows.resource, read_parameters(request), app.config.page_size)
    return _make_page_response(app, request, rows, query, view)


async def create_records(app: App, request: Request, name: str) -> Response:
    """``POST /users``: a new record, or all the records of an array.

    The same body with the same Idempotency-Key is answered as it was the first time, and makes nothing.
    """
    rows, text = app.store.rows(name), await app.read_body(request)
    refuse_parameters(request)
    key = request.headers.get("idempotency-key", "")
    told = (name, key, compute_etag(text))
    with app.store.lock:  # creating one record is a transaction by itself
        made = app.store.cache.idempotent_responses.get(told) or _create_from_text(rows, text)
    if key:
        app.store.cache.idempotent_responses[told] = made
    return make_json_response(made[0], 201, made[1])


def _create_from_text(rows: ResourceRows, text: bytes) -> tuple[bytes, dict[str, str]]:
    """The new record or records that *text* says, and the headers that go with them."""
    if text.lstrip()[:1] == b"[":
        with rows.store.transaction():
            return join_records(
                [_create_one(rows, index, record) for index, record in enumerate(parse_json(text))]
            ), {}
    key, record = rows.create(text)
    return record, {
        "location": _format_address(rows.resource.name, key),
        "etag": compute_etag(record),
    }


def _create_one(rows: ResourceRows, index: int, record: Any) -> bytes:
    with prefix_record_errors(rows.resource.name, index):
        return rows.create(dumps(record))[1]


async def show_record(app: App, request: Request, name: str, key: str) -> Response:
    """``GET /users/1``: one record."""
    rows = app.store.rows(name)
    _, view = read_query(rows.resource, _read_view_parameters(request), app.config.page_size)
    text = rows.get(rows.parse_key(key))
    return make_tagged_response(request, _apply_view(app, rows, [text], view)[0])


async def replace_record(app: App, request: Request, name: str, key: str) -> Response:
    """``PUT /users/1``: another record in its place."""
    rows, text = app.store.rows(name), await app.read_body(request)
    refuse_parameters(request)
    record = rows.replace(rows.parse_key(key), text, lambda old: require_match(request, old))
    return make_json_response(record, 200, {"etag": compute_etag(record)})


async def patch_record(app: App, request: Request, name: str, key: str) -> Response:
    """``PATCH /users/1``: some of its fields."""
    rows, text = app.store.rows(name), await app.read_body(request)
    refuse_parameters(request)
    record = rows.patch(rows.parse_key(key), text, lambda old: require_match(request, old))
    return make_json_response(record, 200, {"etag": compute_etag(record)})


async def delete_record(app: App, request: Request, name: str, key: str) -> Response:
    """``DELETE /users/1``: the end of it, and of what goes along."""
    rows = app.store.rows(name)
    refuse_parameters(request)
    rows.delete(rows.parse_key(key), lambda old: require_match(request, old))
    return Response(None, 204)


async def list_related(
    app: App, request: Request, name: str, key: str, related_name: str
) -> Response:
    """``GET /users/1/posts``: a page of what refers to a record."""
    rows = app.store.rows(name)
    resource, field = find_referrer(app.store, rows, related_name)
    found = rows.parse_key(key)
    rows.get(found)
    query, view = read_query(
        resource, [(field, str(found)), *read_parameters(request)], app.config.page_size
    )
    return _make_page_response(app, request, app.store.rows(related_name), query, view)


def read_parameters(request: Request) -> list[tuple[str, str]]:
    """The parameters of a request. Raises BadQueryError for what is no UTF-8, and for a field without a value."""
    text = request.scope["query_string"]
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise BadQueryError(
            f"The query cannot be read: {error}.", hint="Send it percent-encoded, in UTF-8."
        ) from error


def refuse_parameters(request: Request) -> None:
    """Raise BadQueryError where a request has parameters that would mean nothing."""
    given = read_parameters(request)
    if given:
        hint = (
            "Send what is meant in the body."
            if request.method in ("POST", "PUT", "PATCH")
            else "Leave it out."
        )
        raise BadQueryError(f"{request.method} takes no parameter {given[0][0][:80]!r}.", hint=hint)


def _read_view_parameters(request: Request) -> list[tuple[str, str]]:
    given = read_parameters(request)
    for name, _ in given:
        if name not in ("fields", "expand"):
            raise make_unknown_error(
                "parameter of one record", name, ("fields", "expand"), BadQueryError
            )
    return given


def _make_page_response(
    app: App, request: Request, rows: ResourceRows, query: Query, view: RecordView
) -> Response:
    page = rows.find(query)
    headers = {"x-total-count": str(page.total)}
    link = _build_page_links(request, query, view, page)
    if link:
        headers["link"] = link
    return make_tagged_response(
        request, join_records(_apply_view(app, rows, page.texts, view)), headers
    )


def _build_page_links(request: Request, query: Query, view: RecordView, page: Page) -> str:
    """The first, previous, next and last page [RFC 8288]: by number, or by offset where the request says one."""
    name, low, step, here = (
        ("offset", 0, view.size, query.offset) if view.by_offset else ("page", 1, 1, view.page)
    )
    last = low + (max(-(-page.total // view.size), 1) - 1) * step
    if here == low == last:
        return ""
    places = {"first": low, "last": last}
    if here > low:
        places["prev"] = min(max(here - step, low), last)
    if query.offset + view.size < page.total:
        places["next"] = here + step
    given = urlencode([pair for pair in read_parameters(request) if pair[0] != name])
    address = f"{quote(request.scope['path'])}?{given}{'&' if given else ''}{name}="
    return ", ".join(f'<{address}{place}>; rel="{rel}"' for rel, place in places.items())


def _format_address(name: str, key: Key) -> str:
    return f"/{quote(name)}/{quote(str(key), safe='')}"


def _apply_view(
    app: App, rows: ResourceRows, texts: Sequence[bytes], view: RecordView
) -> Sequence[bytes]:
    """*texts* as *view* shows them."""
    if not view.fields and not view.expand:
        return texts
    records = [loads(text) for text in texts]
    expanded: dict[str, list[Any]] = {
        name: _expand_relation(app, rows, records, name) for name in view.expand
    }
    shown = [_select_fields(rows.resource, record, view.fields) for record in records]
    for name, values in expanded.items():
        for record, value in zip(shown, values, strict=True):
            record[name] = value
    return [dumps(record) for record in shown]


def _select_fields(resource: Resource, record: Record, fields: Sequence[str]) -> Record:
    if not fields:
        return record
    found: Record = {}
    for name in fields:
        column, inner = resource.columns[name], found
        for part in column.path[:-1]:
            inner = inner.setdefault(part, {})
        inner[column.path[-1]] = column.read_value(record)
    return found


def _expand_relation(
    app: App, rows: ResourceRows, records: Sequence[Record], name: str
) -> list[Any]:
    """For each of *records* what *name* stands for: the record it refers to, or those that refer to it."""
    for reference in rows.resource.references:
        if name in list_reference_names(reference.field, reference.target):
            others = app.store.rows(reference.target)
            wanted = {record.get(reference.field) for record in records}
            kept = {key: _find_record(others, key) for key in wanted if key is not None}
            return [kept.get(record.get(reference.field)) for record in records]
    for owner, reference in app.store.schema.list_referrers(rows.resource.name):
        if name == owner.name:
            return _find_children(app, rows, records, owner, reference.field)
    known = [list_reference_names(each.field, each.target)[0] for each in rows.resource.references]
    known += [owner.name for owner, _ in app.store.schema.list_referrers(rows.resource.name)]
    raise make_unknown_error(f"relation of {rows.resource.name}", name, known, BadQueryError)


def _find_record(rows: ResourceRows, key: Key) -> Record | None:
    """The record with this *key*; None where storage that checks nothing has lost it."""
    try:
        record: Record = loads(rows.get(key))
    except MissingError:
        return None
    return record


def list_reference_names(field: str, target: str) -> tuple[str, ...]:
    """What a reference may be called: without the ending of its key, by its field, by its resource."""
    bare = field
    for ending in ("_id", "Id", "_uuid", "_key"):
        bare = bare.removesuffix(ending)
    return bare, field, target


def _find_children(
    app: App, rows: ResourceRows, records: Sequence[Record], owner: Resource, field: str
) -> list[Any]:
    keys = [rows.resource.get_key(record) for record in records]
    with app.store.lock:
        found = app.store.adapter.find_related(owner.name, field, keys)
    children: Mapping[Key, list[Record]] = {key: [] for key in keys}
    for _, text in found:
        child = loads(text)
        children[child[field]].append(child)
    return [children[key] for key in keys]


def parse_object(text: bytes, *known_keys: str) -> dict[str, Any]:
    """The object that *text* says, with no other keys than those *known*; nothing is an empty one."""
    given = parse_json(text) if text.strip() else {}
    if not isinstance(given, dict):
        raise BadRequestError(
            "The body is no object of JSON.", hint=f"Send {{{', '.join(known_keys)}}}."
        )
    for name in given:
        if name not in known_keys:
            raise make_unknown_error("key", str(name), known_keys, BadRequestError)
    return given
