"""Conjunctions: all schemas that one value has to satisfy together.

A schema applies others to the same value, by ``$ref`` and ``allOf``. They are collected into a flat
list, so that the readers of objects, lists and scalars see every keyword that counts. Keywords with
alternatives, such as ``oneOf``, are collected as choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.readers.documents.resources import (
    Located,
    ResourceSet,
    SchemaScope,
)

UNLESS = "\0unless"
"""Keyword of a schema that is derived from ``not``: a value must not satisfy what it holds."""

TYPES = "\0types"
"""Keyword of a derived schema: the names of basic types that remain."""

ConjunctKey = int | tuple[int, SchemaScope]

NO_OWNERS: frozenset[int] = frozenset()

CHOICE_KEYWORDS = frozenset(
    "oneOf anyOf if not dependentRequired dependentSchemas dependencies".split()
)
"""Keywords that leave a choice."""


class Impossible(Exception):  # noqa: N818 - an outcome of reading, not an error of the program
    """No value satisfies the schema at *place*, because of *keyword*."""

    def __init__(
        self,
        place: str,
        keyword: str,
        reason: str,
    ) -> None:
        super().__init__(reason)
        self.place = place
        self.keyword = keyword
        self.reason = reason


class Conjunct(NamedTuple):
    """One schema that applies.

    *owners* are the identities of the schemas through which it was applied in place, and its own:
    ``unevaluatedProperties`` of an owner counts the properties that it evaluates.
    """

    schema: Any
    scope: SchemaScope
    owners: frozenset[int] = NO_OWNERS

    @property
    def key(self) -> ConjunctKey:
        """The identity of the conjunct. A schema has one scope unless references are dynamic."""
        return (id(self.schema), self.scope) if self.scope.dynamic else id(self.schema)


Place = tuple[Conjunct, ...]
"""The schemas that apply to one value, as they are written."""


class OpenChoice(NamedTuple):
    """A *keyword* of *conjunct* that can be satisfied in several ways.

    *name* is the property that a dependency begins with.
    """

    keyword: str
    conjunct: Conjunct
    name: str = ""

    @property
    def key(self) -> tuple[Any, ...]:
        """The identity of the choice, for comparison."""
        return self.keyword, self.conjunct.key, self.name

    @property
    def value(self) -> Any:
        """The value of the keyword; for a dependency, of its property."""
        value = self.conjunct.schema[self.keyword]
        return value[self.name] if self.name else value


class Conjunction(NamedTuple):
    """Schemas that apply together: *conjuncts* without references, and open *choices*."""

    conjuncts: tuple[Conjunct, ...]
    choices: tuple[OpenChoice, ...] = ()

    @property
    def key(self) -> frozenset[ConjunctKey]:
        """The identity of the conjunction: the keys of its conjuncts."""
        return frozenset(conjunct.key for conjunct in self.conjuncts)

    def get_values(
        self,
        keyword: str,
    ) -> Iterator[tuple[Any, Conjunct]]:
        """Yield the value of *keyword* in each schema that has it, and the schema."""
        for conjunct in self.conjuncts:
            if keyword in conjunct.schema:
                yield conjunct.schema[keyword], conjunct


NOTHING = Conjunction(())


class Collector:
    """Collects the conjuncts and the choices of a place."""

    def __init__(
        self,
        resources: ResourceSet,
        start: Conjunction = NOTHING,
    ) -> None:
        self._resources = resources
        self._conjuncts = {conjunct.key: conjunct for conjunct in start.conjuncts}
        self._choices = {choice.key: choice for choice in start.choices}
        self._passed: set[ConjunctKey] = set()

    def collect(
        self,
        place: Iterable[Conjunct],
    ) -> Conjunction:
        """Return the conjunction of *place*. Raise Impossible if it contains ``false``."""
        for conjunct in place:
            self._add(conjunct)
        return Conjunction(tuple(self._conjuncts.values()), tuple(self._choices.values()))

    def _add(
        self,
        conjunct: Conjunct,
    ) -> None:
        """Add *conjunct* and what it applies to the same value."""
        schema = conjunct.schema
        if schema is False:
            raise Impossible(
                self._resources.describe(schema),
                "false",
                "nothing satisfies false",
            )
        if not isinstance(schema, dict):
            return
        scope = self._resources.enter(schema, conjunct.scope)
        conjunct = Conjunct(
            schema,
            scope,
            conjunct.owners | {id(schema)},
        )
        key = conjunct.key
        known = self._conjuncts.get(key)
        if known is not None:
            self._conjuncts[key] = known._replace(owners=known.owners | conjunct.owners)
        if key not in self._passed:
            self._passed.add(key)
            self._enter(conjunct, is_known=known is not None)

    def _enter(
        self,
        conjunct: Conjunct,
        *,
        is_known: bool,
    ) -> None:
        """Add *conjunct*, unless it *is_known*, and what it applies to the same value."""
        schema, scope, owners = conjunct
        for located in list_references(conjunct, self._resources):
            self._add(
                Conjunct(
                    located.schema,
                    located.scope,
                    owners,
                )
            )
        if "$ref" in schema and scope.resource.dialect.ref_stands_alone:
            return
        if not is_known:
            self._conjuncts[conjunct.key] = conjunct
            self._choices.update((choice.key, choice) for choice in _list_choices(conjunct))
        for member in _as_list(schema.get("allOf")):
            self._add(
                Conjunct(
                    member,
                    scope,
                    owners,
                )
            )


def list_references(
    conjunct: Conjunct,
    resources: ResourceSet,
) -> Iterator[Located]:
    """Yield the schemas to which *conjunct* refers in place."""
    schema, scope = conjunct.schema, conjunct.scope
    if "$ref" in schema and isinstance(schema["$ref"], str):
        yield resources.resolve(schema["$ref"], scope)
    if not resources.has_dynamic_refs:
        return
    if isinstance(schema.get("$dynamicRef"), str):
        yield resources.resolve_dynamic(schema["$dynamicRef"], scope)
    if "$recursiveRef" in schema:
        yield resources.resolve_recursive(scope)


def _list_choices(conjunct: Conjunct) -> Iterator[OpenChoice]:
    """Yield the choices that the keywords of *conjunct* leave."""
    schema = conjunct.schema
    if CHOICE_KEYWORDS.isdisjoint(schema):
        return
    has_branch = "then" in schema or "else" in schema
    for keyword, is_open in (
        ("oneOf", _as_list(schema.get("oneOf"))),
        ("anyOf", _as_list(schema.get("anyOf"))),
        ("not", "not" in schema),
        ("if", "if" in schema and has_branch),
    ):
        if is_open:
            yield OpenChoice(keyword, conjunct)
    for keyword in ("dependentRequired", "dependentSchemas", "dependencies"):
        table = schema.get(keyword)
        if isinstance(table, dict):
            for name in table:
                yield OpenChoice(
                    keyword,
                    conjunct,
                    name,
                )


def _as_list(value: Any) -> Sequence[Any]:
    """Return *value* if it is a list, else an empty one: a schema may have any value anywhere."""
    return value if isinstance(value, list) else ()
