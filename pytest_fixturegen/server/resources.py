"""Endpoints of a resource: its records, one record, and the records that refer to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.server.etags import compute_etag, require_match
from pytest_fixturegen.server.relations import expand_join, find_join, list_joined_keys
from pytest_fixturegen.server.responses import (
    join_records,
    make_json_response,
    make_tagged_response,
)
from pytest_fixturegen.server.state import AppState
from pytest_fixturegen.store.api_service import ManyToMany
from pytest_fixturegen.store.changes import parse_json
from pytest_fixturegen.store.errors import (
    BadQueryError,
    BadRequestError,
    MissingError,
    make_unknown_error,
    prefix_record_errors,
)
from pytest_fixturegen.store.queries import Filter, Page, Query, RecordView, read_query
from pytest_fixturegen.store.rows import ResourceRows, find_referrer
from pytest_fixturegen.store.schema import Key, Record, Resource
from pytest_fixturegen.store.special_values import CURRENT_USER_ID

Answer = tuple[int, bytes, Mapping[str, str]]
"""Status, body and headers of the response to a change."""

KEY_ENDINGS = ("_id", "Id", "_uuid", "_key")
"""Endings that a field of a reference has and the name of the reference lacks: ``user_id``."""

VIEW_PARAMETERS = ("fields", "expand")


async def list_records(
    state: AppState,
    request: Request,
    name: str,
) -> Response:
    """Answer ``GET /users`` with a page of records."""
    rows = state.store.rows(name)
    query, view = read_query(
        rows.resource,
        read_parameters(request),
        state.config.page_size,
    )
    return _make_page_response(state, request, rows, query, view)


async def create_records(
    state: AppState,
    request: Request,
    name: str,
) -> Response:
    """Create the record, or the array of records, that ``POST /users`` sends.

    An array creates all its records or none.
    """
    rows = state.store.rows(name)
    text = await state.read_body(request)
    refuse_parameters(request)
    return answer_once(
        state,
        request,
        text,
        lambda: _create_from_text(rows, text),
    )


def answer_once(
    state: AppState,
    request: Request,
    text: bytes,
    change_records: Callable[[], Answer],
) -> Response:
    """Return the response of *change_records*, which changes the store.

    A request of the same user that repeats the method, the address, the body *text* and the
    Idempotency-Key of an earlier one gets the same answer, and changes nothing.
    """
    key = request.headers.get("idempotency-key", "")
    if not key:
        return _make_response(change_records())
    parts = (
        request.method,
        request.scope["path"],
        key,
        CURRENT_USER_ID.get(),
    )
    identity = hashlib.blake2b(dumps(parts) + text, digest_size=16).digest()
    store = state.store
    with store.lock:  # so that a change and its answer cannot be separated
        stored = store.cache.answers.get(identity)
        if stored:
            return _make_response((stored.status, stored.body, stored.headers))
        answer = change_records()
        store.cache.answers.put(identity, *answer)
    return _make_response(answer)


def _make_response(answer: Answer) -> Response:
    """Return the response to send for *answer*."""
    status, body, headers = answer
    if status == 204:
        return Response(None, status, dict(headers))
    return make_json_response(body, status, headers)


def _create_from_text(rows: ResourceRows, text: bytes) -> Answer:
    """Create the record or records of the JSON *text*, and return the answer."""
    if text.lstrip()[:1] == b"[":
        records = parse_json(text)
        with rows.store.transaction():
            created = [_create_one(rows, *entry) for entry in enumerate(records)]
        return 201, join_records(created), {}
    key, record = rows.create(text)
    location = _format_address(rows.resource.name, key)
    return 201, record, {"location": location, "etag": compute_etag(record)}


def _create_one(
    rows: ResourceRows,
    index: int,
    record: Any,
) -> bytes:
    """Create one record of an array, and return its text.

    Errors name its *index* in the array.
    """
    with prefix_record_errors(rows.resource.name, index):
        return rows.create(dumps(record))[1]


async def show_record(
    state: AppState,
    request: Request,
    name: str,
    key: str,
) -> Response:
    """Answer ``GET /users/1`` with one record."""
    rows = state.store.rows(name)
    parameters = _read_view_parameters(request)
    _, view = read_query(
        rows.resource,
        parameters,
        state.config.page_size,
    )
    record = rows.get(rows.parse_key(key))
    (text,) = _apply_view(
        state,
        rows,
        [record],
        view,
    )
    return make_tagged_response(request, text, record=record)


async def replace_record(
    state: AppState,
    request: Request,
    name: str,
    key: str,
) -> Response:
    """Replace the record of ``PUT /users/1`` by the one in the body."""
    rows = state.store.rows(name)
    text = await state.read_body(request)
    refuse_parameters(request)

    def replace() -> Answer:
        record = rows.replace(rows.parse_key(key), text, lambda old: require_match(request, old))
        return 200, record, {"etag": compute_etag(record)}

    return answer_once(state, request, text, replace)


async def patch_record(
    state: AppState,
    request: Request,
    name: str,
    key: str,
) -> Response:
    """Change the fields of the record of ``PATCH /users/1`` that the body contains."""
    rows = state.store.rows(name)
    text = await state.read_body(request)
    refuse_parameters(request)

    def patch() -> Answer:
        record = rows.patch(
            rows.parse_key(key),
            text,
            lambda old: require_match(request, old),
        )
        return 200, record, {"etag": compute_etag(record)}

    return answer_once(state, request, text, patch)


async def delete_record(
    state: AppState,
    request: Request,
    name: str,
    key: str,
) -> Response:
    """Delete the record of ``DELETE /users/1`` and those that its references cascade to."""
    rows = state.store.rows(name)
    refuse_parameters(request)

    def delete() -> Answer:
        rows.delete(
            rows.parse_key(key),
            lambda old: require_match(request, old),
        )
        return 204, b"", {}

    return answer_once(state, request, b"", delete)


async def list_related(
    state: AppState,
    request: Request,
    name: str,
    key: str,
    related_name: str,
) -> Response:
    """Answer ``GET /users/1/posts`` with a page of the records that are related to one record.

    ``GET /posts/1/user`` is the one record that it refers to.
    """
    rows = state.store.rows(name)
    join = find_join(state.store, name, related_name)
    if join:
        return _list_joined(state, request, rows, join, key)
    referrers = {owner.name for owner, _ in state.store.schema.list_referrers(name)}
    for reference in rows.resource.references if related_name not in referrers else ():
        if related_name in list_reference_names(reference.field, reference.target):
            parent_key = loads(rows.get(rows.parse_key(key))).get(reference.field)
            if parent_key is None:
                raise MissingError(
                    f"{name} {key!r} has no {related_name}.", hint=f"Set {reference.field}."
                )
            return await show_record(
                state,
                request,
                reference.target,
                str(parent_key),
            )
    resource, field = find_referrer(state.store, rows, related_name)
    parsed_key = rows.parse_key(key)
    rows.get(parsed_key)  # raises MissingError for an unknown key
    parameters = [(field, str(parsed_key)), *read_parameters(request)]
    query, view = read_query(
        resource,
        parameters,
        state.config.page_size,
    )
    return _make_page_response(
        state,
        request,
        state.store.rows(related_name),
        query,
        view,
    )


def _list_joined(
    state: AppState,
    request: Request,
    rows: ResourceRows,
    join: ManyToMany,
    key: str,
) -> Response:
    """Return a page of the records that a third resource joins with the record *key*."""
    parsed_key = rows.parse_key(key)
    rows.get(parsed_key)  # raises MissingError for an unknown key
    target_rows = state.store.rows(join.target)
    target = target_rows.resource
    keys = list_joined_keys(state.store, join, [parsed_key])[parsed_key]
    if not keys:
        return make_tagged_response(request, b"[]", {"x-total-count": "0"})
    query, view = read_query(
        target,
        read_parameters(request),
        state.config.page_size,
    )
    is_joined = Filter(
        target.columns[target.key],
        "in",
        tuple(keys),
    )
    query = replace(query, filters=(*query.filters, is_joined))
    return _make_page_response(state, request, target_rows, query, view)


def read_parameters(request: Request) -> list[tuple[str, str]]:
    """Return the query parameters of *request* in order.

    Raises BadQueryError if they are not percent-encoded UTF-8.
    """
    text = request.scope["query_string"]
    try:
        return parse_qsl(
            text.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
        )
    except (ValueError, UnicodeDecodeError) as error:
        raise BadQueryError(
            f"The query cannot be read: {error}.", hint="Send it percent-encoded, in UTF-8."
        ) from error


def refuse_parameters(request: Request) -> None:
    """Raise BadQueryError if *request* has query parameters, which its endpoint would ignore."""
    parameters = read_parameters(request)
    if not parameters:
        return
    name = shorten(parameters[0][0], 80)
    has_body = request.method in ("POST", "PUT", "PATCH")
    raise BadQueryError(
        f"{request.method} takes no parameter {name!r}.",
        hint="Send it in the body." if has_body else "Leave it out.",
    )


def _read_view_parameters(request: Request) -> list[tuple[str, str]]:
    """Return the parameters of a request for one record.

    Raise BadQueryError if one of them does not apply to a single record.
    """
    parameters = read_parameters(request)
    for name, _ in parameters:
        if name not in VIEW_PARAMETERS:
            raise make_unknown_error(
                "parameter of one record", name, VIEW_PARAMETERS, BadQueryError
            )
    return parameters


def _make_page_response(
    state: AppState,
    request: Request,
    rows: ResourceRows,
    query: Query,
    view: RecordView,
) -> Response:
    """Return the response with one page of records.

    Its headers hold the total, and the links to other pages if there are any.
    """
    page = rows.find(query)
    headers = {"x-total-count": str(page.total)}
    link = _build_page_links(request, query, view, page)
    if link:
        headers["link"] = link
    body = join_records(
        _apply_view(
            state,
            rows,
            page.texts,
            view,
        )
    )
    return make_tagged_response(request, body, headers)


def _build_page_links(
    request: Request,
    query: Query,
    view: RecordView,
    page: Page,
) -> str:
    """Return the Link header with the first, previous, next and last page [RFC 8288].

    Links count in pages, or in records if the request gave an offset. One page needs no links.
    """
    if view.by_offset:
        name, first, step, current = "offset", 0, view.size, query.offset
    else:
        name, first, step, current = "page", 1, 1, view.page
    page_count = max(-(-page.total // view.size), 1)
    last = first + (page_count - 1) * step
    if current == first == last:
        return ""
    targets = {"first": first, "last": last}
    if current > first:
        targets["prev"] = min(max(current - step, first), last)
    if query.offset + view.size < page.total:
        targets["next"] = current + step
    other_parameters = [pair for pair in read_parameters(request) if pair[0] != name]
    prefix = f"{urlencode(other_parameters)}&" if other_parameters else ""
    address = f"{quote(request.scope['path'])}?{prefix}{name}="
    return ", ".join(f'<{address}{target}>; rel="{rel}"' for rel, target in targets.items())


def _format_address(name: str, key: Key) -> str:
    return f"/{quote(name)}/{quote(str(key), safe='')}"


def _apply_view(
    state: AppState,
    rows: ResourceRows,
    texts: Sequence[bytes],
    view: RecordView,
) -> Sequence[bytes]:
    """Return the records *texts* with the fields and the expanded relations of *view*."""
    if not view.fields and not view.expand:
        return texts
    records = [loads(text) for text in texts]
    expanded = {
        name: _expand_relation(
            state,
            rows,
            records,
            name,
        )
        for name in view.expand
    }
    shown = [_select_fields(rows.resource, record, view.fields) for record in records]
    for name, values in expanded.items():
        for record, value in zip(shown, values, strict=True):
            record[name] = value
    return [dumps(record) for record in shown]


def _select_fields(
    resource: Resource,
    record: Record,
    fields: Sequence[str],
) -> Record:
    """Return *record* with only *fields*, nested as before, or all of it if there are none."""
    if not fields:
        return record
    selected: Record = {}
    for name in fields:
        column = resource.columns[name]
        parent = selected
        for part in column.path[:-1]:
            parent = parent.setdefault(part, {})
        parent[column.path[-1]] = column.read_value(record)
    return selected


def _expand_relation(
    state: AppState,
    rows: ResourceRows,
    records: Sequence[Record],
    name: str,
) -> list[Any]:
    """Return for each of *records* what its relation *name* leads to.

    That is the record it refers to, or the list of records that refer to it. Raises BadQueryError
    for an unknown relation.
    """
    schema = state.store.schema
    for reference in rows.resource.references:
        if name in list_reference_names(reference.field, reference.target):
            target_rows = state.store.rows(reference.target)
            return _find_parents(target_rows, records, reference.field)
    join = find_join(
        state.store,
        rows.resource.name,
        name,
    )
    if join:
        return expand_join(state.store, rows, join, records)
    referrers = schema.list_referrers(rows.resource.name)
    for owner, reference in referrers:
        if name == owner.name:
            return _find_children(
                state,
                rows,
                records,
                owner,
                reference.field,
            )
    own_names = [
        list_reference_names(reference.field, reference.target)[0]
        for reference in rows.resource.references
    ]
    known = [*own_names, *(owner.name for owner, _ in referrers)]
    raise make_unknown_error(f"relation of {rows.resource.name}", name, known, BadQueryError)


def list_reference_names(field: str, target: str) -> tuple[str, ...]:
    """Return the names of a reference: the field without its key ending, the field, the target."""
    bare = field
    for ending in KEY_ENDINGS:
        bare = bare.removesuffix(ending)
    return bare, field, target


def _find_parents(
    rows: ResourceRows,
    records: Sequence[Record],
    field: str,
) -> list[Any]:
    """Return for each record the one it refers to, or None.

    Each parent is read once, even if many records refer to it.
    """
    keys = {record.get(field) for record in records}
    parents = {key: _find_record(rows, key) for key in keys if key is not None}
    return [parents.get(record.get(field)) for record in records]


def _find_record(rows: ResourceRows, key: Key) -> Record | None:
    """Return the record with *key*, or None if storage without foreign keys has lost it."""
    try:
        record: Record = loads(rows.get(key))
    except MissingError:
        return None
    return record


def _find_children(
    state: AppState,
    rows: ResourceRows,
    records: Sequence[Record],
    owner: Resource,
    field: str,
) -> list[Any]:
    """Return for each record the list of *owner*'s records that refer to it by *field*.

    One query finds the records of all lists.
    """
    keys = [rows.resource.get_key(record) for record in records]
    with state.store.lock:
        related = state.store.adapter.find_related(
            owner.name,
            field,
            keys,
        )
    children: dict[Key, list[Record]] = {key: [] for key in keys}
    for _, text in related:
        child = loads(text)
        children[child[field]].append(child)
    return [children[key] for key in keys]


def parse_object(text: bytes, *known_keys: str) -> dict[str, Any]:
    """Return the JSON object of *text*, which is empty if the text is.

    Raises BadRequestError for other JSON, and for a key that is not one of *known_keys*.
    """
    body = parse_json(text) if text.strip() else {}
    if not isinstance(body, dict):
        raise BadRequestError(
            "Invalid body: expected a JSON object.", hint=f"Send {{{', '.join(known_keys)}}}."
        )
    for name in body:
        if name not in known_keys:
            raise make_unknown_error("key", str(name), known_keys, BadRequestError)
    return body
