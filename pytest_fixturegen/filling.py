"""What a new store holds: the records it is given, those of a seed script, and those the engine draws.

Drawn records refer to records that are there: which one is decided by the seed, the field and the index alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen import api
from pytest_fixturegen.errors import ConfigError, StoreError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.records import dumps, loads
from pytest_fixturegen.store.queries import ALL
from pytest_fixturegen.store.refusals import told_of
from pytest_fixturegen.store.schema import UNADDRESSED, Key, Link, Reference, Resource, Schema
from pytest_fixturegen.store.store import Store
from pytest_fixturegen.streams import BLOCK, Stream

DRAWS = 20
"""How many records are drawn for each that is wanted, before it is plain that not so many different ones exist."""

LATER = 1 << 20
"""The index from which keys are drawn for records that come without one."""

STEP = 6_364_136_223_846_793_005
"""What leads from one word to another, all of 64 bits, before the first comes again [Knuth, MMIX]."""

Data = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Filling:
    """The makings of initial data: *data* by resource, how many to draw (*counts*), and how, for each resource."""

    schema: Schema
    data: Data
    counts: Mapping[str, int]
    configs: Mapping[str, GenerationConfig] = field(default_factory=dict)
    script: str = ""
    keys: dict[tuple[str, int], list[Key]] = field(default_factory=dict, compare=False)
    """The block of keys last drawn: a record alone costs much more."""

    def __call__(self, store: Store) -> None:
        """Put everything into *store*, which is empty."""
        scripted = self._scripted()
        for resource in self.schema.resources:
            for place, given in (("The initial data", self.data), (self.script, scripted)):
                with told_of(place):
                    store.rows(resource.name).create_many(map(_as_json, given.get(resource.name, ())))
            self.grow(store, resource, self.counts.get(resource.name, 0))

    def draw_key(self, resource: Resource, number: int) -> Key:
        """A key for a record of *resource* that came without one, the *number*-th of those."""
        block, place = divmod(number, BLOCK)
        if (resource.name, block) not in self.keys:
            lines = api.generate_lines(resource.model, BLOCK, config=self._config(resource), start=LATER + block * BLOCK)
            self.keys.clear()
            self.keys[resource.name, block] = [loads(line)[resource.key] for line in lines]
        return self.keys[resource.name, block][place]

    def _config(self, resource: Resource) -> GenerationConfig:
        return self.configs.get(resource.name, GenerationConfig())

    def grow(self, store: Store, resource: Resource, count: int) -> None:
        """Draw *count* more records of *resource*."""
        if count > 0:
            drawing = _Drawing(store, resource, self._config(resource))
            store.rows(resource.name).create_many(drawing.texts(count), are_valid=True)

    def _scripted(self) -> Data:
        """What the seed script gives. Raises ConfigError for a script that fails, or speaks of other resources."""
        if not self.script:
            return {}
        from pytest_fixturegen.seeds import run_script

        numbers = {each.name: self._first_number(each) for each in self.schema.resources}
        found = run_script(self.script, self.schema, self.configs, {name: number for name, number in numbers.items() if number})
        names = [each.name for each in self.schema.resources]
        for name in found:
            if name not in names:
                raise ConfigError(f"{self.script} gives {name!r}, which is no resource.", hint=nearest(str(name), names))
        return found

    def _first_number(self, resource: Resource) -> int:
        """The first key after those of the data that is given; 0 where keys are no mere numbers."""
        if not is_numbered(resource, self._config(resource)):
            return 0
        given = (each.get(resource.key) for each in map(loads, map(_as_json, self.data.get(resource.name, ()))))
        return max((key for key in given if isinstance(key, int)), default=0) + 1


class _Drawing:
    """Draws records of one resource that break no rule of the *store*."""

    def __init__(self, store: Store, resource: Resource, config: GenerationConfig) -> None:
        self._store = store
        self._resource = resource
        self._config = _without_links(config, resource)
        there = [loads(text) for text in store.rows(resource.name).find(ALL).texts]
        self._taken = {name: {record.get(name) for record in there} for name in (resource.key, *resource.unique)}
        self._taken[resource.key].update(UNADDRESSED)
        self._keys = [resource.key_of(record) for record in there]
        self._targets = {each.field: self._keys_of(each) for each in resource.references}
        self._linked = {each.field: self._values_of(each) for each in resource.links}
        self._number = store.adapter.next_number(resource.name) if is_numbered(resource, config) else 0

    def texts(self, count: int) -> Iterator[bytes]:
        """*count* records. Raises StoreError when not so many that differ can be drawn."""
        start, left = 0, count
        while left:
            if start > DRAWS * count + 1000:
                raise StoreError(
                    f"{self._resource.name}: {count} records that differ in {', '.join(self._taken)} cannot be drawn.",
                    hint="Ask for fewer, or widen the type.",
                )
            some = min(left, BLOCK)
            lines = api.generate_lines(self._resource.model, some, config=self._config, start=start)
            fresh = [text for index, line in enumerate(lines, start) if (text := self._settled(index, line)) is not None]
            start, left = start + some, left - len(fresh)
            yield from fresh

    def _settled(self, index: int, line: bytes) -> bytes | None:
        """The record *line* with its references set; None where another has what must be its own."""
        record = loads(line)
        if self._number:
            line = self._numbered(record, line)
        for reference in self._resource.references:
            if record.get(reference.field) is not None:
                record[reference.field] = self._target(reference, index, record)
        for name, values in self._linked.items():
            if record.get(name) is not None:
                record[name] = self._among(values, record[name], self._word(f"{name}~link", index))
        if any(record.get(name) is not None and record[name] in taken for name, taken in self._taken.items()):
            return None
        for name, taken in self._taken.items():
            taken.add(record.get(name))
        self._keys.append(self._resource.key_of(record))
        return self._resource.validate(dumps(record)) if self._targets or self._linked else line

    def _numbered(self, record: dict[str, Any], line: bytes) -> bytes:
        """*line*, and *record* that it says, with the next number as its key."""
        key, drawn = self._resource.key, self._resource.key_of(record)
        record[key], self._number = self._number, self._number + 1
        begin = dumps({key: drawn})[:-1] + b","
        if line.startswith(begin):  # its other fields stay as they are written
            return dumps({key: record[key]})[:-1] + b"," + line[len(begin) :]
        return self._resource.validate(dumps(record))

    def _target(self, reference: Reference, index: int, record: Mapping[str, Any]) -> Key | None:
        keys = self._targets[reference.field]
        itself = reference.target == self._resource.name
        if not keys and reference.field in self._resource.nullable:
            return None
        if not keys and not itself:
            raise StoreError(
                f"{self._resource.name}.{reference.field} refers to {reference.target}, which has no records.",
                hint=f"Draw some of {reference.target}, or let the field be None.",
            )
        if not keys:
            return self._resource.key_of(record)
        if reference.field in self._taken:
            return keys[index % len(keys)]
        return keys[self._word(f"{reference.field}~reference", index) * len(keys) >> 64]

    def _among(self, values: Sequence[Any], drawn: Any, word: int) -> Any:
        """One of *values* in the place of what was *drawn*; of a list as many, none twice. Nothing is put where none is."""
        if not isinstance(drawn, list):
            return values[word * len(values) >> 64] if values else drawn
        found: dict[Any, None] = {}
        while len(found) < min(len(drawn), len(values)):
            found[values[word * len(values) >> 64]] = None
            word = (word * STEP + 1) & (2**64 - 1)
        return list(found)

    def _keys_of(self, reference: Reference) -> list[Key]:
        if reference.target == self._resource.name:
            return self._keys
        rows = self._store.rows(reference.target)
        return [rows.resource.key_of(loads(text)) for text in rows.find(ALL).texts]

    def _values_of(self, link: Link) -> Sequence[Any]:
        """What a link may repeat, none of it twice. Of the resource itself, all keys that are there by then."""
        if (link.target, link.of) == (self._resource.name, self._resource.key):
            return self._keys
        records = (loads(text) for text in self._store.rows(link.target).find(ALL).texts)
        return list({dumps(each): each for record in records if (each := record.get(link.of)) is not None}.values())

    def _word(self, path: str, index: int) -> int:
        stream = Stream(self._config.seed, self._resource.name)
        return stream.words(path, index // BLOCK, index % BLOCK + 1)[index % BLOCK]


def is_numbered(resource: Resource, config: GenerationConfig) -> bool:
    """Whether records of *resource* are drawn with the keys 1, 2, 3, …: nobody says anything else of them."""
    said = {path.rpartition(".")[2] for path, _ in config.overrides} | {each.field for each in resource.references}
    return resource.numbered and not said & {resource.key, "*"}


def _without_links(config: GenerationConfig, resource: Resource) -> GenerationConfig:
    """*config* without the links that the store draws itself."""
    fields = {each.field for each in resource.leads}
    spelt = fields | {name for name, key in resource.names.items() if key in fields}
    own = getattr(resource.model, "__name__", resource.name)
    kept = [link for link in config.link if not _is_of(link, own, spelt)]
    return replace(config, link=tuple(kept))


def _is_of(link: str, model: str, fields: set[str]) -> bool:
    head, _, name = link.partition("=")[0].strip().rpartition(".")
    return head.rpartition(".")[2] == model and name in fields


def _as_json(record: Any) -> bytes:
    """*record*, a mapping or an instance that somebody gave, as JSON."""
    from pydantic_core import to_json

    return to_json(record, by_alias=True)
