"""Lists of records: a page of them, in the envelope of the response."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.readers.documents.schema_places import find_items, find_keyword
from pytest_fixturegen.server.documented.operation_context import (
    OperationContext,
    Result,
    ServedRequest,
)
from pytest_fixturegen.server.documented.pages import (
    SEARCH_WORDS,
    PageInfo,
    iter_page_members,
    list_page_values,
    read_page,
)
from pytest_fixturegen.server.documented.prepared_schemas import (
    PreparedSchema,
    read_at,
    remove_at,
    write_at,
)
from pytest_fixturegen.server.documented.queries import build_query
from pytest_fixturegen.server.documented.written_responses import choose_index
from pytest_fixturegen.store.documented.envelopes import follow_path
from pytest_fixturegen.store.documented.words import normalize_name
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.schema import Record


def list_records(context: OperationContext, served: ServedRequest) -> Result:
    """Answer with a page of records."""
    values = served.values.parameters.get("query", {})
    page = read_page(context.rule.operation, values, context.page_size)
    texts = _find_texts(
        context,
        served,
        build_query(context.rows.resource, values, page.parameters, SEARCH_WORDS),
    )
    prepared = context.prepare_response(served)
    if prepared is not None:
        page = page._replace(size=min(page.size, _find_limit(prepared, context)))
    part = texts[page.offset : page.offset + page.size]
    records = [context.show(loads(text), served) for text in part]
    info = PageInfo(
        page,
        len(records),
        len(texts),
        served.base_url + quote(served.request.scope["path"]),
        served.request.scope["query_string"].decode("latin-1"),
    )
    body = _fill_envelope(context, served, prepared, records, info)
    return Result(body, dict(_iter_list_headers(info)))


def _find_texts(
    context: OperationContext,
    served: ServedRequest,
    query: Query,
) -> list[bytes]:
    """Return the JSON of the records that *query* selects, below the parent of a request.

    If the parent has no resource, initial records have none either: they come first.
    """
    rows, link = context.rows, context.rule.link
    if link is None or link.parameter not in served.path:
        return list(rows.find(query).texts)
    column = rows.resource.columns[link.field]
    owned = Filter(column, "eq", context.list_fixed(served)[link.field])
    wanted = [owned] if link.resource else [Filter(column, "null", True), owned]
    return [
        text
        for each in wanted
        for text in rows.find(replace(query, filters=(*query.filters, each))).texts
    ]


def _find_limit(prepared: PreparedSchema, context: OperationContext) -> int:
    """Return how many records the schema of a list allows."""
    place = follow_path(prepared.place, context.rule.list_path)
    limit = find_keyword(place, "maxItems") if place else None
    return limit if isinstance(limit, int) else 10_000


def _fill_envelope(
    context: OperationContext,
    served: ServedRequest,
    prepared: PreparedSchema | None,
    records: list[Record],
    info: PageInfo,
) -> Any:
    """Return the body of a list: *records*, and what an envelope says of their page."""
    if prepared is None:
        return records
    path = context.rule.list_path
    base = context.draw_response(served) if path else records
    value = write_at(base, path, records)
    if not prepared.accepts(value):
        value = write_at(base, path, _fit_items(context, prepared, records))
    if not path or not prepared.accepts(value):
        return value
    return _fill_page_members(prepared, value, path, info)


def _fill_page_members(
    prepared: PreparedSchema, value: Any, path: tuple[str, ...], info: PageInfo
) -> Any:
    """Return the envelope *value*, whose records are at *path*, with what *info* says of them."""
    members = list(iter_page_members(value, path))
    words = {normalize_name(member[-1]) for member in members}
    has_total = any(word.startswith("total") or word == "numfound" for word in words)
    for member in members:
        word = normalize_name(member[-1])
        if len(member) > 1 and word == "href":
            word = normalize_name(member[-2])
        candidates = list_page_values(info, word, has_total=has_total)
        for candidate in candidates:
            changed = write_at(value, member, candidate)
            if _is_same_kind(read_at(value, member), candidate) and prepared.accepts(changed):
                value = changed
                break
        else:
            if candidates[:1] == [None]:  # there is no such page
                shorter = remove_at(value, member)
                value = shorter if prepared.accepts(shorter) else value
    return value


def _is_same_kind(old: Any, new: Any) -> bool:
    """Return whether *new* may take the place of the drawn value *old*."""
    return old is None or new is None or isinstance(old, bool) == isinstance(new, bool)


def _fit_items(
    context: OperationContext, prepared: PreparedSchema, records: list[Record]
) -> list[Any]:
    """Return *records* so that the schema of the items of a list accepts them."""
    place = follow_path(prepared.place, context.rule.list_path)
    items = find_items(place) if place else None
    if items is None:
        return list(records)
    schema = context.desk.prepare(items, "response")
    key = context.resource_rule.key
    return [schema.fit(record, choose_index(record.get(key))) for record in records]


def _iter_list_headers(info: PageInfo) -> Iterator[tuple[str, str]]:
    """Yield the headers that tell clients of other pages."""
    yield "x-total-count", str(info.total)
    links = {"next": info.next_offset, "prev": info.previous_offset}
    targets = {rel: info.build_url(offset) for rel, offset in links.items()}
    shown = [f'<{url}>; rel="{rel}"' for rel, url in targets.items() if url]
    yield "link", ", ".join(shown)
    yield "x-next", targets["next"] or ""
    yield "x-next-page", str(info.page + 1) if targets["next"] else ""
