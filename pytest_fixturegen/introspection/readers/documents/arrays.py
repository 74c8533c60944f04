"""Shapes of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen.introspection.readers.documents.conflicts import read_sizes
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    Conjunct,
    Conjunction,
    Impossible,
    Place,
)
from pytest_fixturegen.introspection.readers.documents.properties import (
    collect_item,
    count_prefix,
)
from pytest_fixturegen.introspection.shapes import (
    CollectionShape,
    Shape,
    TupleShape,
)

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.documents.place_reader import PlaceReader

UNIQUE_LIST = "unique-list"
"""The kind of a list whose items differ. Unlike those of a set, they have an order."""

USUAL_REST = 1
"""Usual number of items after those that ``prefixItems`` describes."""

MAX_SINGLE_ITEMS = 1000
"""The most items that are described one by one."""


class ArrayReader:
    """Reads the list of one *conjunction*; its items are called *name*."""

    def __init__(
        self,
        reader: PlaceReader,
        conjunction: Conjunction,
        name: str,
    ) -> None:
        self.reader = reader
        self.conjunction = conjunction
        self.name = name
        self.low, self.high = read_sizes(
            conjunction,
            "minItems",
            "maxItems",
        )
        self.prefix = count_prefix(conjunction.conjuncts)
        self.is_unique = any(value is True for value, _ in conjunction.get_values("uniqueItems"))

    def read(self) -> Shape:
        """Return the shape of the list. Raise Impossible if an item that must be there has none."""
        needed = self._list_contained()
        if self.prefix or (needed and self._is_limited()):
            return self._read_tuple(needed)
        place = self._collect(self.prefix)
        if not needed:
            return self._read_collection(place, self.low)
        # All items satisfy what the list has to contain: it may be longer, and stays valid.
        contained = tuple(conjunct for each, _ in needed for conjunct in each)
        least = max(count for _, count in needed)
        try:
            return self._read_collection((*place, *contained), max(self.low, least))
        except Impossible:
            if len(needed) == 1:
                raise
        return self._read_tuple(needed)

    def _collect(
        self,
        position: int,
    ) -> Place:
        return collect_item(self.conjunction.conjuncts, position)

    def _read_collection(
        self,
        place: Place,
        low: int,
    ) -> Shape:
        """Return the shape of a list whose items all satisfy *place*."""
        kind = UNIQUE_LIST if self.is_unique else "list"
        high = self.high
        try:
            item = self.reader.read(
                place,
                self.name,
                is_needed=low > 0,
            )
        except Impossible:
            if low:
                raise
            item, high = self.reader.read((), self.name), 0
        if high is not None and low > high:
            schema = self.conjunction.conjuncts[0].schema
            place_text = self.reader.resources.describe(schema)
            raise Impossible(
                place_text,
                "contains",
                "it needs more items than maxItems allows",
            )
        return CollectionShape(
            kind,
            item,
            low,
            high,
        )

    def _list_contained(self) -> list[tuple[Place, int]]:
        """Return the places of items that the list has to contain, each with its minimum count."""
        needed: list[tuple[Place, int]] = []
        for schema, conjunct in self.conjunction.get_values("contains"):
            count = conjunct.schema.get("minContains", 1)
            if isinstance(count, int | float) and count > 0:
                needed.append(((Conjunct(schema, conjunct.scope),), int(count)))
        return needed

    def _is_limited(self) -> bool:
        """Return whether a list may contain too many of something."""
        return any(True for _ in self.conjunction.get_values("maxContains"))

    def _list_unwanted(self) -> Place:
        """Return schemas that exclude the items whose number ``maxContains`` limits."""
        return tuple(
            Conjunct(self.reader.keep({"not": schema}, schema), conjunct.scope)
            for schema, conjunct in self.conjunction.get_values("contains")
            if "maxContains" in conjunct.schema
        )

    def _read_tuple(
        self,
        needed: list[tuple[Place, int]],
    ) -> Shape:
        """Return the shape of a list whose items are described one by one."""
        extra = [place for place, count in needed for _ in range(count)]
        unwanted = self._list_unwanted()
        length = max(
            self.prefix,
            self.low,
            len(extra),
        )
        if self.high is not None:
            length = min(length, self.high)
        if length > MAX_SINGLE_ITEMS:
            return self._read_collection(self._collect(self.prefix), self.low)
        items: list[Shape] = []
        for position in range(length):
            place = self._collect(position)
            is_needed = position < self.low or bool(extra)
            cycles = self.reader.cycles
            try:
                item = self._read_item(
                    place,
                    extra,
                    unwanted,
                )
            except Impossible:
                if is_needed:
                    raise
                break
            if self.reader.cycles > cycles and not is_needed:
                break  # the list would hold itself without end
            items.append(item)
        return TupleShape(tuple(items))

    def _read_item(
        self,
        place: Place,
        extra: list[Place],
        unwanted: Place,
    ) -> Shape:
        """Return the shape of an item of *place*; it takes one of *extra* if it can."""
        for number, contained in enumerate(extra):
            try:
                shape = self.reader.read((*place, *contained), self.name)
            except Impossible:
                continue
            del extra[number]
            return shape
        return self.reader.read((*place, *unwanted), self.name)
