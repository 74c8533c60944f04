"""What the operations of a description do with the records of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    find_keyword,
    list_properties,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.validation import write_json
from pytest_fixturegen.server.documented.pages import (
    SEARCH_WORDS,
    PageInfo,
    iter_page_members,
    list_page_values,
    read_page,
)
from pytest_fixturegen.server.documented.prepared_schemas import (
    PreparedSchema,
    SchemaDesk,
    UndrawableError,
    read_at,
    remove_at,
    write_at,
)
from pytest_fixturegen.server.documented.queries import build_query, can_compare
from pytest_fixturegen.server.documented.record_changes import RecordBuilder, read_sent_fields
from pytest_fixturegen.server.documented.request_values import RequestValues
from pytest_fixturegen.server.documented.written_responses import (
    UNSET,
    ResponseWriter,
    choose_index,
    choose_success,
)
from pytest_fixturegen.server.etags import compute_etag
from pytest_fixturegen.store.documented.derive import DELETED_FIELD, SINGLE_KEY
from pytest_fixturegen.store.documented.derive_resources import find_body_schema
from pytest_fixturegen.store.documented.envelopes import follow_path
from pytest_fixturegen.store.documented.rules import (
    DocumentedApi,
    OperationRule,
    ParentLink,
    ResourceRule,
)
from pytest_fixturegen.store.documented.words import find_same_name, normalize_name
from pytest_fixturegen.store.errors import ConflictError, MissingError
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.rows import ResourceRows
from pytest_fixturegen.store.schema import Key, Record
from pytest_fixturegen.store.store import Store


class ServedRequest(NamedTuple):
    """A valid request: its *values*, the texts of its path, and the address of the server."""

    request: Request
    values: RequestValues
    path: Mapping[str, str]
    base_url: str
    content: bytes


class Result(NamedTuple):
    """The answer to a request: a *value*, or ``UNSET``, and known headers."""

    value: Any
    headers: Mapping[str, str] = {}
    status: int | None = None


@dataclass(frozen=True, slots=True)
class OperationServer:
    """Serves the requests of one operation of *api* by its *rule*."""

    api: DocumentedApi
    rule: OperationRule
    store: Store
    desk: SchemaDesk
    page_size: int

    @property
    def writer(self) -> ResponseWriter:
        """What writes the responses of the operation."""
        return ResponseWriter(self.rule.operation, self.desk)

    def serve(self, served: ServedRequest) -> Response:
        """Return the response to a valid request. Raise an error of the store otherwise."""
        self._require_parents(served)
        result = HANDLERS[self.rule.role](self, served)
        status = result.status or choose_success(self.rule.operation, self.rule.role)
        return self.writer.write(
            served.request,
            status,
            result.value,
            self._choose_index(served),
            result.headers,
        )

    def _choose_index(self, served: ServedRequest) -> int:
        """Return the index of what is drawn for a request: the same for the same request."""
        query = served.request.scope["query_string"]
        operation = self.rule.operation
        return choose_index(
            operation.name,
            sorted(served.path.items()),
            query,
            served.content,
        )

    def _require_parents(self, served: ServedRequest) -> None:
        """Raise MissingError if a record that the address is below does not exist."""
        parents = self.rule.parents
        key: Key | None = None
        for parent in parents:
            rows = self.store.rows(parent.resource)
            outer = key
            key = rows.parse_key(served.path[parent.parameter])
            record = loads(rows.get(key))
            owner = record.get(parent.field) if parent.field else None
            if outer is not None and owner is not None and owner != outer:
                raise MissingError(f"{parent.resource} has no record {key!r} below {outer!r}.")

    # Records

    @property
    def rows(self) -> ResourceRows:
        """The records of the resource."""
        return self.store.rows(self.rule.resource)

    @property
    def resource_rule(self) -> ResourceRule:
        """The rule of the resource."""
        return self.api.resources[self.rule.resource]

    def find_key(self, served: ServedRequest) -> Key:
        """Return the key in the store of the record that a request names."""
        key = self.read_key(served)
        found = self.find_scoped(served, key) if self.resource_rule.scope else None
        return found[self.resource_rule.store_key] if found else key

    def find_scoped(self, served: ServedRequest, key: Key) -> Record:
        """Return the record with *key* below the parent that a request names.

        Raise MissingError if it does not exist.
        """
        rule = self.resource_rule
        owner = self.list_fixed(served)[rule.scope]
        columns = self.rows.resource.columns
        wanted = {rule.key: key, rule.scope: owner}
        filters = [Filter(columns[name], "eq", value) for name, value in wanted.items()]
        is_found = can_compare(columns[rule.key], key)
        found = self.rows.find(Query(filters=tuple(filters))).texts if is_found else []
        if not found:
            raise MissingError(f"{rule.name} has no record {key!r} below {owner!r}.")
        record: Record = loads(found[0])
        return record

    def parse_key(self, text: str) -> Key:
        """Return the key that *text* means; raise MissingError if it means none."""
        rule = self.resource_rule
        if not rule.scope:
            return self.rows.parse_key(text)
        try:
            key: Key = self.rows.resource.columns[rule.key].parse(text)
        except ValueError:
            raise MissingError(f"{rule.name} has no record {text!r}.") from None
        return key

    def read_key(self, served: ServedRequest) -> Key:
        """Return the key of the record that a request names in its address, or in its body."""
        parameter = self.rule.template.last_parameter
        body = served.values.body
        key = body.get(self.resource_rule.key) if isinstance(body, Mapping) else None
        is_item = self.rule.template.ends_with_parameter or key is None
        if is_item and parameter in served.path:
            return self.parse_key(served.path[parameter])
        if key is None:
            raise MissingError(f"The body has no {self.resource_rule.key!r}.")
        return self.parse_key(str(key))

    def read_owned(self, served: ServedRequest) -> tuple[Key, Record]:
        """Return the record of a request, and its key. Raise MissingError for another parent."""
        key = self.find_key(served)
        record: Record = loads(self.rows.get(key))
        link = self.rule.link
        if link is not None and link.parameter in served.path:
            owner = record.get(link.field)
            if owner is not None and str(owner) != served.path[link.parameter]:
                text = served.path[link.parameter]
                raise MissingError(f"{self.rule.resource} has no record {key!r} below {text!r}.")
        return key, record

    def list_fixed(self, served: ServedRequest) -> Record:
        """Return the fields of a new record that the address decides."""
        link = self.rule.link
        fixed: Record = {}
        if link is not None and link.parameter in served.path:
            text = served.path[link.parameter]
            is_known = bool(link.resource)
            fixed[link.field] = self.store.rows(link.resource).parse_key(text) if is_known else text
        fields = list_properties(self.resource_rule.record)
        for parent in self.rule.parents:
            name = find_same_name(parent.parameter, fields)
            if name is not None and name != self.resource_rule.key and name not in fixed:
                text = served.path[parent.parameter]
                fixed[name] = self.store.rows(parent.resource).parse_key(text)
        return fixed

    @property
    def builder(self) -> RecordBuilder:
        """What builds records from bodies."""
        body = find_body_schema(self.rule.operation)
        return RecordBuilder(
            self.rows.resource,
            self.resource_rule,
            body,
        )

    def find_address(self, served: ServedRequest, key: Key) -> str | None:
        """Return the path of the record with *key*, which a request has created.

        It is None if the description has no path of single records that the request can fill.
        """
        own = self.rule.template.shape
        items = [
            rule
            for rule in self.api.operations
            if rule.resource == self.rule.resource and rule.template.ends_with_parameter
        ]
        readable = [rule.template for rule in items if rule.role == "read"]
        templates = readable or [rule.template for rule in items]
        for template in sorted(templates, key=lambda each: own not in each.list_collections()):
            *outer, last = template.parameters
            texts = dict(served.path)
            if own in template.list_collections():  # with other names for its parameters
                texts |= dict(zip(outer, served.path.values(), strict=False))
            if set(outer) <= texts.keys():
                texts[last] = str(key)
                return template.fill({name: quote(text, safe="") for name, text in texts.items()})
        return None

    def draw_record(self, index: int) -> Record:
        """Return the drawn record with this *index*."""
        return self.desk.draw_record(self.rows.resource.model, index)

    def show(
        self,
        record: Record,
        served: ServedRequest,
    ) -> Record:
        """Return *record* as responses have it: without the fields that only the store has."""
        hidden = self.resource_rule.hidden
        shown = {name: value for name, value in record.items() if name not in hidden}
        fields = list_properties(self.resource_rule.record)
        for link in (*self.rule.parents, *filter(None, [self.rule.link])):
            name = find_same_name(link.parameter, fields)
            is_own = name in (None, self.resource_rule.key)
            if (
                not is_own
                and link.parameter in served.path
                and isinstance(shown.get(str(name)), str)
            ):
                shown[str(name)] = served.path[link.parameter]
        return shown

    def wrap(
        self,
        record: Record,
        served: ServedRequest,
    ) -> Any:
        """Return the body of a response that holds *record*."""
        if self.resource_rule.value:
            value = record[self.resource_rule.value]
            prepared = self.prepare_response(served)
            return value if prepared is None or prepared.accepts(value) else UNSET
        shown = self.show(record, served)
        path = self.rule.record_path
        if not path:
            return shown
        base = self.draw_response(served)
        return write_at(
            base,
            path,
            self._fit_record(shown, served),
        )

    def _fit_record(
        self,
        shown: Record,
        served: ServedRequest,
    ) -> Any:
        """Return *shown* so that the schema within the envelope of the response accepts it.

        Operations may describe one record by several schemas.
        """
        prepared = self.prepare_response(served)
        place = follow_path(prepared.place, self.rule.record_path) if prepared else None
        if place is None:
            return shown
        try:
            return self.desk.prepare(place, "response").fit(shown, self._choose_index(served))
        except UndrawableError:
            return shown

    def prepare_response(self, served: ServedRequest) -> PreparedSchema | None:
        """Return the schema of the response to a served request."""
        status = choose_success(self.rule.operation, self.rule.role)
        return self.writer.prepare(status, served.request.headers.get("accept", ""))

    def draw_response(self, served: ServedRequest) -> Any:
        """Return a drawn response to a served request; an empty object if it is missing."""
        prepared = self.prepare_response(served)
        try:
            return prepared.draw(self._choose_index(served)) if prepared else {}
        except UndrawableError:
            return {}


# Handlers of the roles


def _list(server: OperationServer, served: ServedRequest) -> Result:
    """Answer with a page of records."""
    rows = server.rows
    operation = server.rule.operation
    values = served.values.parameters.get("query", {})
    page = read_page(
        operation,
        values,
        server.page_size,
    )
    query = build_query(
        rows.resource,
        values,
        page.parameters,
        SEARCH_WORDS,
    )
    link = server.rule.link
    filters = list(query.filters)
    shared: list[bytes] = []
    if link is not None and link.parameter in served.path:
        column = rows.resource.columns[link.field]
        wanted = server.list_fixed(served)[link.field]
        filters.append(
            Filter(
                column,
                "eq",
                wanted,
            )
        )
        if not link.resource:  # initial records belong to no parent that is described
            is_free = replace(
                query,
                filters=(
                    *query.filters,
                    Filter(
                        column,
                        "null",
                        True,
                    ),
                ),
            )
            shared = list(rows.find(is_free).texts)
    found = rows.find(replace(query, filters=tuple(filters)))
    texts = [*shared, *found.texts]
    prepared = server.prepare_response(served)
    size = page.size if prepared is None else min(page.size, _find_limit(prepared, server))
    page = page._replace(size=size)
    part = texts[page.offset : page.offset + page.size]
    records = [server.show(loads(text), served) for text in part]
    info = PageInfo(
        page,
        len(records),
        len(texts),
        served.base_url + quote(served.request.scope["path"]),
        served.request.scope["query_string"].decode("latin-1"),
    )
    body = _fill_envelope(
        server,
        served,
        prepared,
        records,
        info,
    )
    return Result(body, dict(_iter_list_headers(info)))


def _find_limit(prepared: PreparedSchema, server: OperationServer) -> int:
    """Return how many records the schema of a list allows."""
    place = follow_path(prepared.place, server.rule.list_path)
    limit = find_keyword(place, "maxItems") if place else None
    return limit if isinstance(limit, int) else 10_000


def _fill_envelope(
    server: OperationServer,
    served: ServedRequest,
    prepared: PreparedSchema | None,
    records: list[Record],
    info: PageInfo,
) -> Any:
    """Return the body of a list: *records*, and what an envelope says of their page."""
    if prepared is None:
        return records
    path = server.rule.list_path
    base = server.draw_response(served) if path else records
    value = write_at(
        base,
        path,
        records,
    )
    if not prepared.accepts(value):
        value = write_at(
            base,
            path,
            _fit_items(
                server,
                prepared,
                records,
            ),
        )
    if not path or not prepared.accepts(value):
        return value
    return _fill_page_members(
        prepared,
        value,
        path,
        info,
    )


def _fill_page_members(
    prepared: PreparedSchema,
    value: Any,
    path: tuple[str, ...],
    info: PageInfo,
) -> Any:
    """Return the envelope *value*, whose records are at *path*, with what *info* says of them."""
    members = list(iter_page_members(value, path))
    words = {normalize_name(member[-1]) for member in members}
    has_total = any(word.startswith("total") or word == "numfound" for word in words)
    for member in members:
        word = normalize_name(member[-1])
        if len(member) > 1 and word == "href":
            word = normalize_name(member[-2])
        candidates = list_page_values(
            info,
            word,
            has_total=has_total,
        )
        for candidate in candidates:
            changed = write_at(
                value,
                member,
                candidate,
            )
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
    server: OperationServer,
    prepared: PreparedSchema,
    records: list[Record],
) -> list[Any]:
    """Return *records* so that the schema of the items of a list accepts them."""
    place = follow_path(prepared.place, server.rule.list_path)
    items = find_items(place) if place else None
    if items is None:
        return list(records)
    schema = server.desk.prepare(items, "response")
    key = server.resource_rule.key
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


def _create(server: OperationServer, served: ServedRequest) -> Result:
    """Create the record of the body, or each record of a list."""
    body = served.values.body
    if isinstance(body, list):
        with server.store.transaction():
            created = [
                _create_one(
                    server,
                    served,
                    each,
                    place,
                )
                for place, each in enumerate(body)
            ]
        shown = [server.show(record, served) for _, record in created]
        path = server.rule.list_path
        return Result(
            write_at(
                server.draw_response(served),
                path,
                shown,
            )
            if path
            else shown
        )
    key, record = _create_one(
        server,
        served,
        body,
        0,
    )
    headers = {
        "location": server.find_address(served, key) or "",
        "etag": compute_etag(write_json(record)),
    }
    return Result(server.wrap(record, served), headers)


def _create_one(
    server: OperationServer,
    served: ServedRequest,
    body: Any,
    place: int,
) -> tuple[Key, Record]:
    """Create one record, and return its key and the record."""
    rows = server.rows
    key_name = server.resource_rule.key
    sent = _read_sent(
        server,
        served,
        body,
    )
    index = choose_index(
        server.rule.resource,
        server.store.changes,
        place,
        write_json(sent),
    )
    record = server.builder.create(
        sent,
        server.draw_record(index),
        server.list_fixed(served),
    )
    has_key = find_same_name(key_name, sent) is not None
    _choose_parents(server, served, sent, record)
    if server.resource_rule.scope:
        _require_free(server, served, record)
    elif not has_key:
        record.pop(key_name, None)
    _, text = rows.create(write_json(record))
    created: Record = loads(text)
    return created[key_name], created


def _choose_parents(
    server: OperationServer,
    served: ServedRequest,
    sent: Mapping[str, Any],
    record: Record,
) -> None:
    """Put existing parents into the new *record* for those that a request does not name.

    A record may be below one of several parents; it has none of the others.
    """
    fixed = server.list_fixed(served)
    required = list_required(server.resource_rule.record)
    for link in server.resource_rule.links:
        is_named = link.field in fixed or find_same_name(link.field, sent) is not None
        if is_named or not link.resource:
            continue
        record.pop(link.field, None)
        found = server.store.rows(link.resource).find(Query(limit=1)).texts
        if link.field in required and found:
            key = server.api.resources[link.resource].store_key
            record[link.field] = loads(found[0])[key]


def _require_free(
    server: OperationServer,
    served: ServedRequest,
    record: Record,
) -> None:
    """Raise ConflictError if the parent of *record* has another record with its key."""
    rule = server.resource_rule
    record.pop(rule.store_key, None)
    key = record[rule.key]
    try:
        server.find_scoped(served, key)
    except MissingError:
        return
    raise ConflictError(
        f"{rule.name}.{rule.key} is unique below its parent, and {key!r} is taken.",
        hint="Give another value.",
    )


def _read_sent(
    server: OperationServer,
    served: ServedRequest,
    body: Any,
) -> dict[str, Any]:
    """Return the fields that a request sends: those of *body* go before those of its query."""
    fields = read_sent_fields(server.rule.operation, server.resource_rule, body)
    return {**served.values.parameters.get("query", {}), **fields}


def _read(server: OperationServer, served: ServedRequest) -> Result:
    """Answer with one record."""
    _, record = server.read_owned(served)
    return Result(server.wrap(record, served), {"etag": compute_etag(write_json(record))})


def _replace(server: OperationServer, served: ServedRequest) -> Result:
    """Replace a record; create it if no other operation creates records."""
    try:
        key, old = server.read_owned(served)
    except MissingError:
        roles = {
            rule.role for rule in server.api.operations if rule.resource == server.rule.resource
        }
        if "create" in roles:
            raise
        return _create_at(server, served)
    record = server.builder.replace(
        _read_sent(
            server,
            served,
            served.values.body,
        ),
        old,
    )
    return _store(
        server,
        served,
        key,
        record,
    )


def _create_at(server: OperationServer, served: ServedRequest) -> Result:
    """Create the record at an address that a client has chosen."""
    key = server.read_key(served)
    fixed = {**server.list_fixed(served), server.resource_rule.key: key}
    drawn = server.draw_record(choose_index(server.rule.resource, key))
    sent = _read_sent(
        server,
        served,
        served.values.body,
    )
    record = server.builder.create(
        sent,
        {**drawn, **fixed},
        fixed,
    )
    if server.resource_rule.scope:
        record.pop(server.resource_rule.store_key, None)
    server.rows.create(write_json(record))
    statuses = {each.status for each in server.rule.operation.responses}
    return Result(server.wrap(record, served), status=201 if "201" in statuses else None)


def _store(
    server: OperationServer,
    served: ServedRequest,
    key: Key,
    record: Record,
) -> Result:
    """Store the changed *record*, and answer with it."""
    rule = server.resource_rule
    if rule.scope:
        record = {**record, rule.key: server.read_key(served)}
    record = {**record, rule.store_key: key}
    stored: Record = loads(server.rows.replace(key, write_json(record)))
    return Result(server.wrap(stored, served), {"etag": compute_etag(write_json(stored))})


def _patch(server: OperationServer, served: ServedRequest) -> Result:
    """Change the fields of a record that the body has."""
    key, old = server.read_owned(served)
    record = server.builder.patch(
        _read_sent(
            server,
            served,
            served.values.body,
        ),
        old,
    )
    return _store(
        server,
        served,
        key,
        record,
    )


def _delete(server: OperationServer, served: ServedRequest) -> Result:
    """Delete a record, and answer with it if the response has its schema."""
    key, record = server.read_owned(served)
    server.rows.delete(key)
    return Result(server.wrap(record, served))


def _act(server: OperationServer, served: ServedRequest) -> Result:
    """Change the record that the address is below, and answer with it."""
    parent: ParentLink = server.rule.parents[-1]
    key = server.rows.parse_key(served.path[parent.parameter])
    old: Record = loads(server.rows.get(key))
    record = server.builder.patch(
        _read_sent(
            server,
            served,
            served.values.body,
        ),
        old,
    )
    return _store(
        server,
        served,
        key,
        record,
    )


def _find_single(server: OperationServer, served: ServedRequest) -> tuple[str, Record | None]:
    """Return the key of the record at an address, and the record if it is stored."""
    key = served.request.scope["path"].strip("/")
    try:
        return key, loads(server.rows.get(key))
    except MissingError:
        return key, None


def _draw_single(server: OperationServer, key: str) -> Record:
    """Return the record that an address has before anything is written there."""
    return {**server.draw_record(choose_index(key)), SINGLE_KEY: key}


def _read_single(server: OperationServer, served: ServedRequest) -> Result:
    """Answer with the record at an address."""
    key, record = _find_single(server, served)
    if record is not None and record.get(DELETED_FIELD):
        raise MissingError(f"{server.rule.resource} has been deleted.", hint="Write it again.")
    return Result(server.wrap(record or _draw_single(server, key), served))


def _write_single(server: OperationServer, served: ServedRequest) -> Result:
    """Change the record at an address."""
    key, stored = _find_single(server, served)
    old = stored or _draw_single(server, key)
    old.pop(DELETED_FIELD, None)
    sent = _read_sent(
        server,
        served,
        served.values.body,
    )
    is_whole = server.rule.operation.method == "PUT"
    change = server.builder.replace if is_whole else server.builder.patch
    record = {**change(sent, old), SINGLE_KEY: key}
    if stored is None:
        server.rows.create(write_json(record))
    else:
        server.rows.replace(key, write_json(record))
    return Result(server.wrap(record, served))


def _delete_single(server: OperationServer, served: ServedRequest) -> Result:
    """Delete the record at an address."""
    key, stored = _find_single(server, served)
    old = stored or _draw_single(server, key)
    if old.get(DELETED_FIELD):
        raise MissingError(f"{server.rule.resource} has been deleted.", hint="Write it again.")
    text = write_json({**old, DELETED_FIELD: True})
    if stored is None:
        server.rows.create(text)
    else:
        server.rows.replace(key, text)
    return Result(server.wrap(old, served))


def _answer(server: OperationServer, served: ServedRequest) -> Result:
    """Answer without state: with an example, or with a drawn value that repeats what was sent."""
    status = choose_success(server.rule.operation, server.rule.role)
    accept = served.request.headers.get("accept", "")
    example = server.writer.find_example(status, accept)
    prepared = server.prepare_response(served)
    if example is not UNSET or prepared is None:
        return Result(example)
    sent: dict[str, Any] = {}
    body = served.values.body
    for values in (body, *served.values.parameters.values()):
        sent |= values if isinstance(values, Mapping) else {}
    base = server.draw_response(served)
    if not isinstance(base, dict):
        return Result(base)
    for name in base:
        field = find_same_name(name, sent)
        changed = {**base, name: sent.get(field or "")}
        if field is not None and prepared.accepts(changed):
            base = changed
    return Result(base)


HANDLERS: Mapping[str, Callable[[OperationServer, ServedRequest], Result]] = {
    "list": _list,
    "create": _create,
    "read": _read,
    "replace": _replace,
    "patch": _patch,
    "delete": _delete,
    "action": _act,
    "read-single": _read_single,
    "write-single": _write_single,
    "delete-single": _delete_single,
    "stateless": _answer,
}
