"""What the handlers of an operation read, find and show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from starlette.requests import Request

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.introspection.readers.documents.schema_places import list_properties
from pytest_fixturegen.server.documented.prepared_schemas import (
    PreparedSchema,
    SchemaDesk,
    UndrawableError,
    write_at,
)
from pytest_fixturegen.server.documented.queries import can_compare
from pytest_fixturegen.server.documented.record_changes import RecordBuilder, read_sent_fields
from pytest_fixturegen.server.documented.request_values import RequestValues
from pytest_fixturegen.server.documented.written_responses import (
    UNSET,
    ResponseWriter,
    choose_index,
    choose_success,
)
from pytest_fixturegen.store.documented.derive_resources import find_body_schema
from pytest_fixturegen.store.documented.envelopes import follow_path
from pytest_fixturegen.store.documented.rules import DocumentedApi, OperationRule, ResourceRule
from pytest_fixturegen.store.documented.words import find_same_name
from pytest_fixturegen.store.errors import MissingError
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.rows import ResourceRows
from pytest_fixturegen.store.schema import Key, Record
from pytest_fixturegen.store.store import Store


class ServedRequest(NamedTuple):
    """A valid request: its *values*, the texts of its path, and the address of the context."""

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
class OperationContext:
    """One operation of *api*, with the records of its resource in *store*.

    *rule* says what the operation does, *desk* draws values, and a page of a list has *page_size*
    records unless the request asks for another number.
    """

    api: DocumentedApi
    rule: OperationRule
    store: Store
    desk: SchemaDesk
    page_size: int

    @property
    def writer(self) -> ResponseWriter:
        """What writes the responses of the operation."""
        return ResponseWriter(self.rule.operation, self.desk)

    def choose_index_of(self, served: ServedRequest) -> int:
        """Return the index of what is drawn for a request: the same for the same request."""
        query = served.request.scope["query_string"]
        operation = self.rule.operation
        return choose_index(operation.name, sorted(served.path.items()), query, served.content)

    def require_parents(self, served: ServedRequest) -> None:
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

    def find_scoped(
        self,
        served: ServedRequest,
        key: Key,
    ) -> Record:
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

    def read_sent(
        self,
        served: ServedRequest,
        body: Any,
    ) -> dict[str, Any]:
        """Return the fields that a request sends: those of *body* go before those of its query."""
        fields = read_sent_fields(self.rule.operation, self.resource_rule, body)
        return {**served.values.parameters.get("query", {}), **fields}

    @property
    def builder(self) -> RecordBuilder:
        """What builds records from bodies."""
        body = find_body_schema(self.rule.operation)
        return RecordBuilder(self.rows.resource, self.resource_rule, body)

    def find_address(
        self,
        served: ServedRequest,
        key: Key,
    ) -> str | None:
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
        return write_at(base, path, self._fit_record(shown, served))

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
            return self.desk.prepare(place, "response").fit(shown, self.choose_index_of(served))
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
            return prepared.draw(self.choose_index_of(served)) if prepared else {}
        except UndrawableError:
            return {}
