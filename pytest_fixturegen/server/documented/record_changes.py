"""Records that requests create and change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytest_fixturegen.introspection.readers.documents.operations import (
    DocumentedOperation,
    SchemaPlace,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_keyword,
    is_same_schema,
    list_properties,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.validation import write_json
from pytest_fixturegen.server.documented.prepared_schemas import merge_accepted
from pytest_fixturegen.store.documented.derive_resources import find_body_schema
from pytest_fixturegen.store.documented.rules import ResourceRule
from pytest_fixturegen.store.documented.words import find_same_name
from pytest_fixturegen.store.errors import InvalidError
from pytest_fixturegen.store.schema import Record, Resource


class RecordBuilder:
    """Builds records of *resource* from what clients send.

    *rule* says which fields there are, *body* which ones a client can write; None if the
    description does not say.
    """

    def __init__(
        self,
        resource: Resource,
        rule: ResourceRule,
        body: SchemaPlace | None,
    ) -> None:
        self._resource = resource
        self._rule = rule
        self._fields = {
            name: place
            for name, place in list_properties(rule.record).items()
            if not find_keyword(place, "writeOnly")  # responses never show it
        }
        self._required = list_required(rule.record)
        self._writable = list_properties(body) if body else {}

    def create(
        self,
        sent: Any,
        drawn: Record,
        fixed: Mapping[str, Any],
    ) -> Record:
        """Return a new record: what the client *sent*, and *drawn* values of other fields.

        *fixed* are the fields that the address decides.
        """
        values = self._read_values(sent)
        defaults = self._list_defaults()
        base = {
            name: value
            for name, value in drawn.items()
            if name in self._required or not self._is_writable(name)
        }
        return self._merge({**drawn, **fixed}, {**base, **defaults, **values, **fixed})

    def replace(
        self,
        sent: Any,
        old: Record,
    ) -> Record:
        """Return the record *old* with the fields that the client *sent*, and no other ones."""
        values = self._read_values(sent)
        base = {
            name: value
            for name, value in old.items()
            if name in self._required or not self._is_writable(name)
        }
        return self._merge(old, {**base, **self._list_defaults(), **values})

    def patch(
        self,
        sent: Any,
        old: Record,
    ) -> Record:
        """Return the record *old* with the fields that the client *sent*."""
        return self._merge(old, {**old, **self._read_values(sent)})

    def _is_writable(self, name: str) -> bool:
        """Return whether clients write the field *name*; the store's own fields they do not."""
        kept = {self._resource.key, *self._rule.hidden, *(each.field for each in self._rule.links)}
        return name not in kept and find_same_name(name, self._writable) is not None

    def _read_values(self, sent: Any) -> Record:
        """Return the fields of the record in *sent*, which may write their names otherwise."""
        if not isinstance(sent, Mapping):
            return {}
        values: Record = {}
        for name, value in sent.items():
            field = name if name in self._fields else find_same_name(name, self._fields)
            if field is not None:
                values[field] = value
        return values if self._fields else dict(sent)

    def _list_defaults(self) -> Record:
        """Return the documented defaults of the fields that clients write."""
        defaults: Record = {}
        for name, place in self._writable.items():
            field = find_same_name(name, self._fields)
            value = find_keyword(place, "default")
            if field is not None and value is not None:
                defaults[field] = value
        return defaults

    def _merge(
        self,
        base: Record,
        values: Record,
    ) -> Record:
        """Return *values* with the parts of *base* in place of those that the store refuses."""
        return merge_accepted(
            base,
            values,
            self._find_refused,
        )

    def _find_refused(self, record: Mapping[str, Any]) -> set[str] | None:
        """Return the fields of *record* that the store refuses; None if it does not say which."""
        try:
            self._resource.validate(write_json(record))
        except InvalidError as error:
            paths = [str(problem["path"]) for problem in error.facts.get("problems", ())]
            names = {path.partition(".")[0] for path in paths if path}
            known = {name for name in record if name in names}
            return known or None
        return set()


def read_sent_fields(
    operation: DocumentedOperation,
    rule: ResourceRule,
    body: Any,
) -> Mapping[str, Any]:
    """Return the fields of a record of *rule* that the *body* of a request to *operation* has.

    The body may be an envelope of the record, or the value of one of its fields, such as the pin
    in ``{"id": 1, "pin": {"cid": "…"}}``.
    """
    if rule.value:
        return {rule.value: body}
    if not isinstance(body, Mapping):
        return {}
    fields = list_properties(rule.record)
    place = find_body_schema(operation)
    for name, each in fields.items():
        if place is not None and is_same_schema(each, place):
            return {name: body}
    if len(body) == 1:
        (name,) = body
        if isinstance(body[name], Mapping) and find_same_name(name, fields) is None:
            inner: Mapping[str, Any] = body[name]
            return inner
    return body
