"""From the schemas of a document to shapes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pytest_fixturegen.introspection.readers.documents.acceptance import Judge
from pytest_fixturegen.introspection.readers.documents.alternatives import Alternatives
from pytest_fixturegen.introspection.readers.documents.arrays import ArrayReader
from pytest_fixturegen.introspection.readers.documents.conflicts import (
    find_likely_types,
    find_types,
    list_options,
)
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    Collector,
    Conjunction,
    Impossible,
    Place,
)
from pytest_fixturegen.introspection.readers.documents.objects import (
    ObjectReader,
    to_record_name,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet
from pytest_fixturegen.introspection.readers.documents.scalars import (
    read_integer,
    read_number,
    read_options,
    read_text,
)
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    NamedShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
    UnionShape,
)

MAX_PLACES = 5_000
"""Places of one document that are read, the outer ones first: beyond, optional properties are left
out. Records do not nest so deep that they could show them.
"""

MAX_NEEDED_PLACES = 50_000
"""Places that are read at most, if records need them."""

MAX_OPEN = 24
"""Places within each other that are read at once."""

MAX_WIDE_OPEN = 8
"""Places around a union up to which it has all of its members."""

MAX_ROUNDS = 8
"""How often a document is read: each round leaves out places that are impossible."""

ALL_TYPES = 7
"""The number of basic types: a place that allows all of them says nothing."""

SCALARS: dict[str, Callable[[Conjunction], Shape]] = {
    "integer": read_integer,
    "number": read_number,
    "string": read_text,
    "boolean": lambda conjunction: Scalar("bool"),
    "null": lambda conjunction: Scalar("none"),
}
"""The shapes of values without parts, by the basic type."""

NONE = Scalar("none")

TYPE_ORDER = ("string", "integer", "number", "boolean", "object", "array", "null")

PlaceKey = frozenset[Any]


class PlaceReader:
    """Reads places of *resources*; each place is read once, and referred to afterwards.

    *cycles* counts the references to places that are being read.
    """

    def __init__(
        self,
        resources: ResourceSet,
    ) -> None:
        self.resources = resources
        self.judge = Judge(resources)
        self.alternatives = Alternatives(resources)
        self.refs: dict[str, Shape] = {}
        self._shapes: dict[PlaceKey, Shape] = {}
        self._open: dict[PlaceKey, str] = {}
        self._deferred: dict[PlaceKey, tuple[Place, str, str]] = {}
        self._used: set[str] = set()
        self._count = 0
        self._impossible: dict[PlaceKey, Impossible] = {}
        self._failed_names: dict[PlaceKey, str] = {}
        self.cycles = 0
        self._examples: dict[PlaceKey, tuple[Any, ...]] = {}
        self._kept: dict[tuple[int, str], Any] = {}

    def _forget(
        self,
        impossible: dict[PlaceKey, Impossible],
    ) -> None:
        """Forget what was read, except that some places are *impossible*."""
        self.refs.clear()
        self._shapes.clear()
        self._deferred.clear()
        self._count = 0
        self._used.clear()
        self._impossible = impossible

    @property
    def depth(self) -> int:
        """How many places are being read, each within the one before."""
        return len(self._open)

    def keep(
        self,
        schema: dict[str, Any],
        origin: Any,
    ) -> Any:
        """Return a *schema* that is derived from *origin*, always the same one."""
        key = (id(origin), repr(list(schema)))
        if key not in self._kept:
            self._kept[key] = (self.resources.add_synthetic(schema, origin), origin)
        return self._kept[key][0]

    def read_root(
        self,
        place: Place,
        name: str,
    ) -> Shape:
        """Return the shape of the records, named *name*, that satisfy *place*.

        A recursive place may prove impossible after places inside it have referred to it. Then
        all places are read again without it.

        Raise Impossible if no record satisfies *place*.
        """
        for _ in range(MAX_ROUNDS):
            shape = self.read(place, name)
            self._read_deferred()
            dangling = self._used - self.refs.keys()
            if not dangling:
                return shape
            impossible = {
                key: reason
                for key, reason in self._impossible.items()
                if self._failed_names[key] in dangling
            }
            self._forget(impossible)
        raise Impossible(
            self._describe(place),
            "$ref",
            "its schemas contradict each other in turn",
        )

    def read(
        self,
        place: Place,
        name: str,
        *,
        is_needed: bool = True,
    ) -> Shape:
        """Return the shape of values that satisfy *place*; objects in it are named *name*.

        Raise Impossible if no value satisfies it, or if the document has too many places and a
        valid record does not need this one.
        """
        key = frozenset(conjunct.key for conjunct in place)
        if key in self._shapes:
            return self._shapes[key]
        if key in self._open:
            self._used.add(self._open[key])
            self.cycles += 1
            return ShapeRef(self._open[key])
        if key in self._deferred:
            return ShapeRef(self._deferred[key][2])
        if key in self._impossible:
            raise self._impossible[key]
        self._count += 1
        if self._count > (MAX_NEEDED_PLACES if is_needed else MAX_PLACES):
            raise Impossible(
                self._describe(place),
                "$ref",
                "the document has too many places",
            )
        ref = f"{name}:{self._count}"
        if len(self._open) >= MAX_OPEN:
            # Python cannot nest calls as deep as the parts of a large document may lead.
            self._deferred[key] = (place, name, ref)
            self._used.add(ref)
            return ShapeRef(ref)
        return self._read_now(
            key,
            place,
            name,
            ref,
        )

    def _read_now(
        self,
        key: PlaceKey,
        place: Place,
        name: str,
        ref: str,
    ) -> Shape:
        """Return the shape of *place*, to which others refer as *ref*."""
        self._open[key] = ref
        try:
            shape = self._read_alternatives(place, name)
        except Impossible as reason:
            self._impossible[key] = reason
            self._failed_names[key] = ref
            raise
        finally:
            del self._open[key]
        self._shapes[key] = self._name_shape(ref, shape)
        return self._shapes[key]

    def _read_deferred(self) -> None:
        """Read the places that were too deep to be read at once; they may defer others."""
        while self._deferred:
            key = next(iter(self._deferred))
            place, name, ref = self._deferred.pop(key)
            with suppress(Impossible):  # what refers to it is read again without it
                self._read_now(
                    key,
                    place,
                    name,
                    ref,
                )

    def _name_shape(
        self,
        ref: str,
        shape: Shape,
    ) -> Shape:
        """Return a reference to *shape*, unless it is a plain value that nothing refers to."""
        is_plain = isinstance(shape, Scalar | NamedShape | ChoiceShape | ShapeRef)
        if is_plain and ref not in self._used:
            return shape
        self.refs[ref] = shape
        return ShapeRef(ref)

    def _describe(
        self,
        place: Place,
    ) -> str:
        return self.resources.describe(place[0].schema) if place else "#"

    def _read_alternatives(
        self,
        place: Place,
        name: str,
    ) -> Shape:
        """Return the shape of *place*: a union, if there are several ways to satisfy it."""
        members: list[Shape] = []
        conflict: Impossible | None = None
        is_wide = len(self._open) <= MAX_WIDE_OPEN
        alternatives = self.alternatives.list_alternatives(place, is_wide=is_wide)
        for alternative in alternatives:
            # The members of a union are named apart, the only alternative like its schema.
            candidates = alternative.conjuncts[:: -1 if len(alternatives) > 1 else 1]
            names = (self.resources.find_name(each.schema) for each in candidates)
            own_name = next(filter(None, names), "")
            try:
                members += self._read_types(
                    alternative, to_record_name(own_name) if own_name else name
                )
            except Impossible as reason:
                conflict = conflict or reason
        if not members:
            raise conflict or Impossible(
                self._describe(place),
                "type",
                "nothing is left",
            )
        return _join(members)

    def _read_types(
        self,
        conjunction: Conjunction,
        name: str,
    ) -> list[Shape]:
        """Return the shape of each basic type that *conjunction* allows.

        Raise the first conflict if no type is possible.
        """
        options = list_options(conjunction, self.judge)
        if options is not None:
            return [read_options(options)]
        likely = find_likely_types(conjunction)
        if len(likely) == ALL_TYPES:
            return [Scalar("any")]
        try:
            return self._read_each_type(
                likely,
                conjunction,
                name,
            )
        except Impossible:
            others = find_types(conjunction) - likely
            if not others:
                raise
        # Keywords about lists say nothing of a text: it satisfies those that no list can satisfy.
        return self._read_each_type(
            others,
            conjunction,
            name,
        )

    def _read_each_type(
        self,
        types: frozenset[str],
        conjunction: Conjunction,
        name: str,
    ) -> list[Shape]:
        """Return the shape of each of *types* that is possible, the first conflict if none is."""
        types -= {"integer"} if "number" in types else frozenset()
        shapes = []
        conflict: Impossible | None = None
        for kind in sorted(types, key=TYPE_ORDER.index):
            try:
                shapes.append(
                    self._read_type(
                        kind,
                        conjunction,
                        name,
                    )
                )
            except Impossible as reason:
                conflict = conflict or reason
        if not shapes and conflict is not None:
            raise conflict
        return shapes

    def _read_type(
        self,
        kind: str,
        conjunction: Conjunction,
        name: str,
    ) -> Shape:
        """Return the shape of values of the basic type *kind*."""
        if kind == "object":
            return ObjectReader(
                self,
                conjunction,
                name,
            ).read()
        if kind == "array":
            return ArrayReader(
                self,
                conjunction,
                name,
            ).read()
        return SCALARS[kind](conjunction)

    def list_examples(
        self,
        place: Place,
    ) -> tuple[Any, ...]:
        """Return the examples and the defaults of *place* that satisfy it."""
        key = frozenset(conjunct.key for conjunct in place)
        if key not in self._examples:
            self._examples[key] = self._collect_examples(place)
        return self._examples[key]

    def _collect_examples(
        self,
        place: Place,
    ) -> tuple[Any, ...]:
        """Return what :meth:`list_examples` does."""
        conjunction = Collector(self.resources).collect(place)
        found: list[Any] = []
        for keyword in ("examples", "example", "default"):
            for value, _ in conjunction.get_values(keyword):
                found += value if keyword == "examples" and isinstance(value, list) else [value]
        return tuple(each for each in found if self.judge.accepts_all(each, place))


def _join(shapes: list[Shape]) -> Shape:
    """Return the union of *shapes*, each once; None makes the rest of them optional."""
    distinct = list({_identify(shape): shape for shape in shapes}.values())
    rest = [shape for shape in distinct if shape != NONE]
    if rest and len(rest) < len(distinct):
        return OptionalShape(_build_union(rest))
    return _build_union(distinct)


def _identify(shape: Shape) -> Any:
    """Return a key that identifies *shape*; records and lists are compared by identity."""
    if isinstance(shape, Scalar | NamedShape | ShapeRef):
        return shape
    return repr(shape) if isinstance(shape, ChoiceShape) else id(shape)


def _build_union(shapes: list[Shape]) -> Shape:
    """Return the union of *shapes*, or the only one."""
    if len(shapes) == 1:
        return shapes[0]
    return UnionShape(tuple((str(place), shape) for place, shape in enumerate(shapes)))
