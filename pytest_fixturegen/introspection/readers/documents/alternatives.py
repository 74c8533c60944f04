"""Alternatives: the ways to satisfy a place whose schemas leave choices.

Every keyword with alternatives (``oneOf``, ``anyOf``, ``if``, ``not``, dependencies) is decided,
and ways that contradict themselves are left out. So a value that satisfies what is left satisfies
the choices, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pytest_fixturegen.introspection.readers.documents.acceptance import (
    Judge,
    list_property_schemas,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.conflicts import (
    find_conflict,
    find_likely_types,
)
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    Collector,
    Conjunct,
    Conjunction,
    Impossible,
    OpenChoice,
    Place,
)
from pytest_fixturegen.introspection.readers.documents.discriminators import (
    MEMBER_RULES,
    UNIONS,
)
from pytest_fixturegen.introspection.readers.documents.negation import Negator
from pytest_fixturegen.introspection.readers.documents.properties import (
    collect_property,
    list_declared,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet
from pytest_fixturegen.introspection.readers.documents.signatures import SignatureReader

MAX_ALTERNATIVES = 12
"""Alternatives of one place that are drawn, unless a single ``oneOf`` has more members."""

MAX_MEMBERS = 80
"""Members of one ``oneOf`` or ``anyOf`` that are drawn."""

MAX_SEARCH_DEPTH = 4
"""Levels of required properties that are searched for a contradiction."""

MAX_STEPS = 2000
"""Steps of the search for alternatives of one document: beyond, the first ones have to do."""

PRIORITIES = {"oneOf": 0, "anyOf": 0, "if": 1, "not": 2}
"""Choices are made in this order; dependencies come last, because other choices add properties."""

SINGLE = frozenset(("not", "dependentRequired", "dependentSchemas", "dependencies"))
"""Choices of which one way is enough: what differs between the ways is rarely of interest."""

Way = tuple[Conjunct, ...]


class Alternatives:
    """Finds the alternatives of places in *resources*."""

    def __init__(
        self,
        resources: ResourceSet,
    ) -> None:
        self.resources = resources
        self.judge = Judge(resources)
        self.negator = Negator(resources)
        self.signatures = SignatureReader(resources, self.judge)
        self.steps = 0
        self._conflicts: dict[tuple[Any, int], Impossible | None] = {}
        self._derived: dict[tuple[int, str], Any] = {}

    def list_alternatives(
        self,
        place: Place,
        *,
        is_wide: bool = True,
    ) -> list[Conjunction]:
        """Return the alternatives of *place*, with every choice resolved.

        If the place *is_wide*, all members of a ``oneOf`` are among them.

        Raise Impossible with the first contradiction if no alternative is possible.
        """
        start = Collector(self.resources).collect(place)
        limit = MAX_ALTERNATIVES
        members = [len(choice.value) for choice in start.choices if choice.keyword == "oneOf"]
        if is_wide:
            limit = min(max([limit, *members]), MAX_MEMBERS)
        found, conflict = self._expand(
            start,
            limit,
            0,
            MAX_SEARCH_DEPTH,
        )
        if not found:
            raise conflict or Impossible(
                self._describe(place),
                "allOf",
                "its parts contradict",
            )
        return found

    def _describe(
        self,
        place: Place,
    ) -> str:
        return self.resources.describe(place[0].schema) if place else "#"

    def _expand(
        self,
        conjunction: Conjunction,
        limit: int,
        turn: int,
        depth: int,
    ) -> tuple[list[Conjunction], Impossible | None]:
        """Return at most *limit* alternatives of *conjunction*, and a conflict if it has none.

        *turn* is the index of the first option to try. It differs between the alternatives of one
        choice, so that each is combined with another alternative of the next choice.
        """
        self.steps += 1
        conflict = self.find_conflict(conjunction, depth)
        if conflict is not None:
            return [], conflict
        if not conjunction.choices:
            return [conjunction], None
        choice = min(conjunction.choices, key=lambda each: PRIORITIES.get(each.keyword, 3))
        rest = tuple(each for each in conjunction.choices if each is not choice)
        remaining = conjunction._replace(choices=rest)
        is_left = self.steps > MAX_STEPS and choice.keyword in SINGLE
        ways = None if is_left else self._list_ways(choice, remaining)
        if ways is None:
            return self._expand(
                remaining,
                limit,
                turn,
                depth,
            )
        if self.steps > MAX_STEPS:
            limit = 1
        return self._take_ways(
            choice,
            remaining,
            ways,
            (limit, turn, depth),
        )

    def _take_ways(
        self,
        choice: OpenChoice,
        remaining: Conjunction,
        ways: Sequence[Way],
        bounds: tuple[int, int, int],
    ) -> tuple[list[Conjunction], Impossible | None]:
        """Return the alternatives in which *choice* takes one of *ways*."""
        limit, turn, depth = bounds
        wanted = 1 if choice.keyword in SINGLE else limit
        share = max(1, -(-wanted // max(len(ways), 1)))
        start = turn % len(ways) if ways and choice.keyword not in SINGLE else 0
        found: list[Conjunction] = []
        conflict = None
        for number in range(len(ways)):
            way = ways[(start + number) % len(ways)]
            inner_bounds = share, turn + number, depth
            part, dead_end = self._take_way(choice, remaining, way, inner_bounds)
            if not part and choice.keyword in UNIONS and len(way) > 1:
                # Members that exclude each other only by the name of another one.
                part, dead_end = self._take_way(choice, remaining, way[:1], inner_bounds)
            found += part
            conflict = conflict or dead_end
            if len(found) >= wanted:
                break
        if not found and conflict is None:
            conflict = self._build_conflict(choice)
        return found, conflict

    def _take_way(
        self,
        choice: OpenChoice,
        remaining: Conjunction,
        way: Way,
        bounds: tuple[int, int, int],
    ) -> tuple[list[Conjunction], Impossible | None]:
        """Return the alternatives in which *choice* takes *way*, and a conflict if it has none."""
        limit, turn, depth = bounds
        try:
            chosen = Collector(self.resources, remaining).collect(way)
            chosen = self._exclude_others(
                choice,
                way,
                chosen,
                depth,
            )
        except Impossible as reason:
            return [], reason
        return self._expand(
            chosen,
            limit,
            turn,
            depth,
        )

    def _build_conflict(
        self,
        choice: OpenChoice,
    ) -> Impossible:
        """Return the reason if no way of *choice* remains."""
        place = self.resources.describe(choice.conjunct.schema)
        return Impossible(
            place,
            choice.keyword,
            "none of its alternatives is possible",
        )

    def _list_ways(
        self,
        choice: OpenChoice,
        around: Conjunction,
    ) -> Sequence[Way] | None:
        """Return the ways to satisfy *choice*; None if it concerns no value of *around*."""
        scope = choice.conjunct.scope
        value = choice.value
        match choice.keyword:
            case "oneOf" | "anyOf":
                return self._list_members(choice)
            case "not":
                return self.negator.list_ways(Conjunct(value, scope))
            case "if":
                return self._list_branches(choice.conjunct)
        return self._list_dependency_ways(choice, around)

    def _list_members(
        self,
        choice: OpenChoice,
    ) -> list[Way]:
        """Return the way of each member of a union, with what a discriminator asks of it."""
        schema, scope, owners = choice.conjunct
        rules = schema.get(MEMBER_RULES, {}).get(choice.keyword, [])
        ways: list[Way] = []
        for place, member in enumerate(choice.value[:MAX_MEMBERS]):
            conjunct = Conjunct(
                member,
                scope,
                owners,
            )
            rule = rules[place] if place < len(rules) else True
            ways.append((conjunct, Conjunct(rule, scope)) if rule is not True else (conjunct,))
        return ways

    def _list_branches(
        self,
        conjunct: Conjunct,
    ) -> list[Way]:
        """Return the ways of ``if``: it holds and ``then``, too, or it fails and ``else`` holds."""
        schema, scope, owners = conjunct

        def build(inner: Any) -> Conjunct:
            return Conjunct(
                inner,
                scope,
                owners,
            )

        holds = (build(schema["if"]), build(schema.get("then", True)))
        fails = self.negator.list_ways(Conjunct(schema["if"], scope))
        return [holds, *((*way, build(schema.get("else", True))) for way in fails[:3])]

    def _list_dependency_ways(
        self,
        choice: OpenChoice,
        around: Conjunction,
    ) -> list[Way] | None:
        """Return the ways of a dependency: what it requires is there, or its property is not."""
        schema, scope, owners = choice.conjunct
        if not _may_have_property(around, choice.name):
            return None
        needed = choice.value
        if isinstance(needed, list):
            needed = self._derive(
                needed,
                "required",
                {"required": needed},
            )
        absent = self._derive(
            schema[choice.keyword],
            choice.name,
            {"properties": {choice.name: False}},
        )
        return [
            (
                Conjunct(
                    needed,
                    scope,
                    owners,
                ),
            ),
            (Conjunct(absent, scope),),
        ]

    def _derive(
        self,
        origin: Any,
        purpose: str,
        schema: dict[str, Any],
    ) -> Any:
        """Return *schema*, which is derived from *origin* for a *purpose*: always the same one."""
        key = (id(origin), purpose)
        if key not in self._derived:
            self._derived[key] = self.resources.add_synthetic(schema, origin)
        return self._derived[key]

    def _exclude_others(
        self,
        choice: OpenChoice,
        way: Way,
        chosen: Conjunction,
        depth: int,
    ) -> Conjunction:
        """Return *chosen* so that no other member of a ``oneOf`` accepts the value.

        Raise Impossible if every value of *way* satisfies another member, too.
        """
        if choice.keyword != "oneOf" or self.steps > MAX_STEPS:
            return chosen  # after too many steps, validation has to find out
        signature = self.signatures.read(way[0])
        for member in choice.value:
            if member is way[0].schema:
                continue
            other = Conjunct(member, choice.conjunct.scope)
            if signature.excludes(self.signatures.read(other)):
                continue
            if not self._contradicts(
                chosen,
                other,
                depth,
            ):
                chosen = self._exclude(
                    chosen,
                    other,
                    choice,
                    depth,
                )
        return chosen

    def _contradicts(
        self,
        chosen: Conjunction,
        other: Conjunct,
        depth: int,
    ) -> bool:
        """Return whether no value of *chosen* satisfies *other*."""
        try:
            both = Collector(self.resources, chosen._replace(choices=())).collect((other,))
        except Impossible:
            return True
        if self.find_conflict(both, depth) is not None:
            return True
        return (
            bool(both.choices)
            and not self._expand(
                both,
                1,
                0,
                min(depth, 2),
            )[0]
        )

    def _exclude(
        self,
        chosen: Conjunction,
        other: Conjunct,
        choice: OpenChoice,
        depth: int,
    ) -> Conjunction:
        """Return *chosen* with the first way to fail *other* that it allows."""
        foreign = (*self._list_missing_ways(chosen, other), *self._list_foreign_ways(chosen, other))
        for way in (*foreign, *self.negator.list_ways(other)):
            try:
                narrowed = Collector(self.resources, chosen).collect(way)
            except Impossible:
                continue
            if self.find_conflict(narrowed, depth) is None:
                return narrowed
        raise self._build_conflict(choice)

    def _list_missing_ways(
        self,
        chosen: Conjunction,
        other: Conjunct,
    ) -> Iterator[Way]:
        """Yield ways to fail *other*: a property that it requires and *chosen* does not know."""
        if other.schema is False:
            return
        names = set(list_declared(chosen.conjuncts))
        for conjunct in Collector(self.resources).collect((other,)).conjuncts:
            for name in list_required(conjunct.schema):
                if name not in names:
                    absent = {"type": "object", "properties": {name: False}}
                    derived = self._derive(
                        conjunct.schema,
                        f"missing {name}",
                        absent,
                    )
                    yield (Conjunct(derived, conjunct.scope),)

    def _list_foreign_ways(
        self,
        chosen: Conjunction,
        other: Conjunct,
    ) -> Iterator[Way]:
        """Yield ways to fail *other*: a property of *chosen* that *other* does not allow."""
        if other.schema is False:
            return
        names = list_declared(chosen.conjuncts)
        for conjunct in Collector(self.resources).collect((other,)).conjuncts:
            if conjunct.schema.get("additionalProperties") is not False:
                continue
            for name in names:
                if list_property_schemas(conjunct.schema, name) == [False]:
                    required = {"type": "object", "required": [name]}
                    derived = self._derive(
                        conjunct.schema,
                        f"foreign {name}",
                        required,
                    )
                    yield (Conjunct(derived, conjunct.scope),)

    def find_conflict(
        self,
        conjunction: Conjunction,
        depth: int,
    ) -> Impossible | None:
        """Return why no value satisfies *conjunction*, as far as *depth* levels show it."""
        key = (conjunction.key, depth)
        if key not in self._conflicts:
            self._conflicts[key] = None  # a place within itself may be finite
            self._conflicts[key] = self._search_conflict(conjunction, depth)
        return self._conflicts[key]

    def _search_conflict(
        self,
        conjunction: Conjunction,
        depth: int,
    ) -> Impossible | None:
        """Return the conflict of *conjunction* itself, or of a property that it requires."""
        conflict = find_conflict(
            conjunction,
            self.judge,
            self.resources,
        )
        if conflict is not None or depth <= 0:
            return conflict
        required = {
            name: None for each in conjunction.conjuncts for name in list_required(each.schema)
        }
        if required and _is_object(conjunction):
            for name in required:
                conflict = self._find_property_conflict(
                    conjunction,
                    name,
                    depth,
                )
                if conflict is not None:
                    return conflict
        return None

    def _find_property_conflict(
        self,
        conjunction: Conjunction,
        name: str,
        depth: int,
    ) -> Impossible | None:
        """Return why no value satisfies the required property *name*."""
        try:
            place = collect_property(
                conjunction.conjuncts,
                name,
                self.judge,
                self.resources,
            )
            inner = Collector(self.resources).collect(place)
        except Impossible as reason:
            return reason
        conflict = self.find_conflict(inner._replace(choices=()), depth - 1)
        if conflict is not None or not inner.choices or depth < MAX_SEARCH_DEPTH - 1:
            return conflict
        found, conflict = self._expand(
            inner,
            1,
            0,
            depth - 2,
        )
        return None if found else conflict


def _is_object(conjunction: Conjunction) -> bool:
    """Return whether the value is an object, as far as its keywords tell."""
    return find_likely_types(conjunction) == {"object"}


def _may_have_property(
    conjunction: Conjunction,
    name: str,
) -> bool:
    """Return whether the value may have the property *name*, because a schema mentions it."""
    for conjunct in conjunction.conjuncts:
        properties = conjunct.schema.get("properties")
        is_declared = isinstance(properties, dict) and properties.get(name, False) is not False
        if is_declared or name in list_required(conjunct.schema):
            return True
    return False
