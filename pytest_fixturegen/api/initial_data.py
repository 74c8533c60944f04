"""What a new store holds: the records it is given, those of a seed script, and those the engine draws.

Drawn records refer to records that are there: which one is decided by the seed, the field and the index alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError, StoreError, suggest_nearest
from pytest_fixturegen.store.errors import prefix_errors
from pytest_fixturegen.store.queries import ALL_RECORDS
from pytest_fixturegen.store.schema import (
    UNADDRESSABLE_KEYS,
    Key,
    Reference,
    Resource,
    Schema,
    UncheckedLink,
)
from pytest_fixturegen.store.store import Store
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

MAX_DRAWS_PER_RECORD = 20
"""How many records are drawn for each that is wanted, before it is plain that not so many different ones exist."""

KEY_START_INDEX = 1 << 20
"""The index from which keys are drawn for records that come without one."""

LCG_MULTIPLIER = 6_364_136_223_846_793_005
"""What leads from one word to another, all of 64 bits, before the first comes again [Knuth, MMIX]."""

InitialData = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Seeder:
    """The makings of initial data: *data* by resource, how many to draw (*counts*), and how, for each resource."""

    schema: Schema
    data: InitialData
    counts: Mapping[str, int]
    configs: Mapping[str, GenerationConfig] = field(default_factory=dict)
    seed_script: str = ""
    drawn_keys: dict[tuple[str, int], list[Key]] = field(default_factory=dict, compare=False)
    """The block of keys last drawn: a record alone costs much more."""

    def __call__(self, store: Store) -> None:
        """Put everything into *store*, which is empty."""
        scripted = self._run_seed_script()
        for resource in self.schema.resources:
            for place, given in (("The initial data", self.data), (self.seed_script, scripted)):
                with prefix_errors(place):
                    store.rows(resource.name).create_many(
                        map(_to_json, given.get(resource.name, ()))
                    )
            self.grow(store, resource, self.counts.get(resource.name, 0))

    def draw_key(self, resource: Resource, number: int) -> Key:
        """A key for a record of *resource* that came without one, the *number*-th of those."""
        block, place = divmod(number, BLOCK_SIZE)
        if (resource.name, block) not in self.drawn_keys:
            lines = generate.generate_lines(
                resource.model,
                BLOCK_SIZE,
                config=self._get_config(resource),
                start=KEY_START_INDEX + block * BLOCK_SIZE,
            )
            self.drawn_keys.clear()
            self.drawn_keys[resource.name, block] = [loads(line)[resource.key] for line in lines]
        return self.drawn_keys[resource.name, block][place]

    def _get_config(self, resource: Resource) -> GenerationConfig:
        return self.configs.get(resource.name, GenerationConfig())

    def grow(self, store: Store, resource: Resource, count: int) -> None:
        """Draw *count* more records of *resource*."""
        if count > 0:
            drawing = _RecordDrawer(store, resource, self._get_config(resource))
            store.rows(resource.name).create_many(drawing.draw_texts(count), are_valid=True)

    def _run_seed_script(self) -> InitialData:
        """What the seed script gives. Raises ConfigError for a script that fails, or speaks of other resources."""
        if not self.seed_script:
            return {}
        from pytest_fixturegen.api.seed_script import run_seed_script

        numbers = {each.name: self._find_first_number(each) for each in self.schema.resources}
        found = run_seed_script(
            self.seed_script,
            self.schema,
            self.configs,
            {name: number for name, number in numbers.items() if number},
        )
        names = [each.name for each in self.schema.resources]
        for name in found:
            if name not in names:
                raise ConfigError(
                    f"{self.seed_script} gives {name!r}, which is no resource.",
                    hint=suggest_nearest(str(name), names),
                )
        return found

    def _find_first_number(self, resource: Resource) -> int:
        """The first key after those of the data that is given; 0 where keys are no mere numbers."""
        if not has_number_keys(resource, self._get_config(resource)):
            return 0
        given = (
            each.get(resource.key)
            for each in map(loads, map(_to_json, self.data.get(resource.name, ())))
        )
        return max((key for key in given if isinstance(key, int)), default=0) + 1


class _RecordDrawer:
    """Draws records of one resource that break no rule of the *store*."""

    def __init__(self, store: Store, resource: Resource, config: GenerationConfig) -> None:
        self._store = store
        self._resource = resource
        self._config = _remove_own_links(config, resource)
        there = [loads(text) for text in store.rows(resource.name).find(ALL_RECORDS).texts]
        self._taken = {
            name: {record.get(name) for record in there}
            for name in (resource.key, *resource.unique)
        }
        self._taken[resource.key].update(UNADDRESSABLE_KEYS)
        self._keys = [resource.get_key(record) for record in there]
        self._targets = {each.field: self._list_keys(each) for each in resource.references}
        self._linked = {each.field: self._list_values(each) for each in resource.links}
        self._number = (
            store.adapter.next_number(resource.name) if has_number_keys(resource, config) else 0
        )

    def draw_texts(self, count: int) -> Iterator[bytes]:
        """*count* records. Raises StoreError when not so many that differ can be drawn."""
        start, left = 0, count
        while left:
            if start > MAX_DRAWS_PER_RECORD * count + 1000:
                raise StoreError(
                    f"{self._resource.name}: {count} records that differ in {', '.join(self._taken)} cannot be drawn.",
                    hint="Ask for fewer, or widen the type.",
                )
            some = min(left, BLOCK_SIZE)
            lines = generate.generate_lines(
                self._resource.model, some, config=self._config, start=start
            )
            fresh = [
                text
                for index, line in enumerate(lines, start)
                if (text := self._resolve_record(index, line)) is not None
            ]
            start, left = start + some, left - len(fresh)
            yield from fresh

    def _resolve_record(self, index: int, line: bytes) -> bytes | None:
        """The record *line* with its references set; None where another has what must be its own."""
        record = loads(line)
        if self._number:
            line = self._assign_number(record, line)
        for reference in self._resource.references:
            if record.get(reference.field) is not None:
                record[reference.field] = self._draw_target(reference, index, record)
        for name, values in self._linked.items():
            if record.get(name) is not None:
                record[name] = self._draw_value(
                    values, record[name], self._draw_word(f"{name}~link", index)
                )
        if any(
            record.get(name) is not None and record[name] in taken
            for name, taken in self._taken.items()
        ):
            return None
        for name, taken in self._taken.items():
            taken.add(record.get(name))
        self._keys.append(self._resource.get_key(record))
        return self._resource.validate(dumps(record)) if self._targets or self._linked else line

    def _assign_number(self, record: dict[str, Any], line: bytes) -> bytes:
        """*line*, and *record* that it says, with the next number as its key."""
        key, drawn = self._resource.key, self._resource.get_key(record)
        record[key], self._number = self._number, self._number + 1
        begin = dumps({key: drawn})[:-1] + b","
        if line.startswith(begin):  # its other fields stay as they are written
            return dumps({key: record[key]})[:-1] + b"," + line[len(begin) :]
        return self._resource.validate(dumps(record))

    def _draw_target(
        self, reference: Reference, index: int, record: Mapping[str, Any]
    ) -> Key | None:
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
            return self._resource.get_key(record)
        if reference.field in self._taken:
            return keys[index % len(keys)]
        return keys[self._draw_word(f"{reference.field}~reference", index) * len(keys) >> 64]

    def _draw_value(self, values: Sequence[Any], drawn_value: Any, word: int) -> Any:
        """One of *values* in the place of what was *drawn*; of a list as many, none twice. Nothing is put where none is."""
        if not isinstance(drawn_value, list):
            return values[word * len(values) >> 64] if values else drawn_value
        found: dict[Any, None] = {}
        while len(found) < min(len(drawn_value), len(values)):
            found[values[word * len(values) >> 64]] = None
            word = (word * LCG_MULTIPLIER + 1) & (2**64 - 1)
        return list(found)

    def _list_keys(self, reference: Reference) -> list[Key]:
        if reference.target == self._resource.name:
            return self._keys
        rows = self._store.rows(reference.target)
        return [rows.resource.get_key(loads(text)) for text in rows.find(ALL_RECORDS).texts]

    def _list_values(self, link: UncheckedLink) -> Sequence[Any]:
        """What a link may repeat, none of it twice. Of the resource itself, all keys that are there by then."""
        if (link.target, link.target_field) == (self._resource.name, self._resource.key):
            return self._keys
        records = (loads(text) for text in self._store.rows(link.target).find(ALL_RECORDS).texts)
        return list(
            {
                dumps(each): each
                for record in records
                if (each := record.get(link.target_field)) is not None
            }.values()
        )

    def _draw_word(self, path: str, index: int) -> int:
        stream = Stream(self._config.seed, self._resource.name)
        return stream.read_words(path, index // BLOCK_SIZE, index % BLOCK_SIZE + 1)[
            index % BLOCK_SIZE
        ]


def has_number_keys(resource: Resource, config: GenerationConfig) -> bool:
    """Whether records of *resource* are drawn with the keys 1, 2, 3, …: nobody says anything else of them."""
    said = {path.rpartition(".")[2] for path, _ in config.overrides} | {
        each.field for each in resource.references
    }
    return resource.is_numbered and not said & {resource.key, "*"}


def _remove_own_links(config: GenerationConfig, resource: Resource) -> GenerationConfig:
    """*config* without the links that the store draws itself."""
    fields = {each.field for each in resource.outgoing_links}
    spelt = fields | {name for name, key in resource.json_names.items() if key in fields}
    own = getattr(resource.model, "__name__", resource.name)
    kept = [link for link in config.link if not _is_own_link(link, own, spelt)]
    return replace(config, link=tuple(kept))


def _is_own_link(link: str, model: str, fields: set[str]) -> bool:
    head, _, name = link.partition("=")[0].strip().rpartition(".")
    return head.rpartition(".")[2] == model and name in fields


def _to_json(record: Any) -> bytes:
    """*record*, a mapping or an instance that somebody gave, as JSON."""
    from pydantic_core import to_json

    return to_json(record, by_alias=True)
