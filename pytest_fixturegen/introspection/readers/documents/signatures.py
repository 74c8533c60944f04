"""Signatures: a fast test whether two members of a ``oneOf`` exclude each other.

Most members differ in their type, or in a constant property. Comparing signatures takes a
thousandth of the time of a search for a contradiction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.readers.documents.acceptance import (
    Judge,
    freeze,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.conflicts import find_types, list_options
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    Collector,
    Conjunct,
    Conjunction,
    ConjunctKey,
    Impossible,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet

OBJECT_ONLY = frozenset(("object",))


class Signature(NamedTuple):
    """The basic *types* of values, the *required* properties, and the *options* of properties."""

    types: frozenset[str]
    required: frozenset[str] = frozenset()
    options: Mapping[str, frozenset[Any]] = {}

    def excludes(self, other: Signature) -> bool:
        """Return whether no value has both signatures."""
        types = self.types & other.types
        if not types:
            return True
        if types != OBJECT_ONLY:
            return False
        required = self.required | other.required
        return any(
            name in required and options.isdisjoint(other.options.get(name, options))
            for name, options in self.options.items()
        )


NOTHING = Signature(frozenset())
"""The signature of a schema that nothing satisfies."""


class SignatureReader:
    """Reads the signatures of schemas, each once."""

    def __init__(
        self,
        resources: ResourceSet,
        judge: Judge,
    ) -> None:
        self._resources = resources
        self._judge = judge
        self._known: dict[ConjunctKey, Signature] = {}

    def read(self, conjunct: Conjunct) -> Signature:
        """Return the signature of *conjunct*."""
        if conjunct.key not in self._known:
            try:
                conjunction = Collector(self._resources).collect((conjunct,))
            except Impossible:
                self._known[conjunct.key] = NOTHING
            else:
                self._known[conjunct.key] = self._build(conjunction)
        return self._known[conjunct.key]

    def _build(self, conjunction: Conjunction) -> Signature:
        """Return the signature of *conjunction*."""
        lists = [list_required(each.schema) for each in conjunction.conjuncts]
        options: dict[str, frozenset[Any]] = {}
        for table, conjunct in conjunction.get_values("properties"):
            for name, schema in table.items():
                if name not in options:
                    values = self._list_values(conjunct._replace(schema=schema))
                    options |= {} if values is None else {name: values}
        return Signature(
            find_types(conjunction),
            frozenset(name for names in lists for name in names),
            options,
        )

    def _list_values(self, conjunct: Conjunct) -> frozenset[Any] | None:
        """Return the values that a property may have, if its schema lists them."""
        try:
            conjunction = Collector(self._resources).collect((conjunct,))
        except Impossible:
            return frozenset()
        values = list_options(conjunction, self._judge)
        return None if values is None else frozenset(map(freeze, values))
