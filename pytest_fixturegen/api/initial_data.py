"""The initial data of a new store: given records, those of a seed script, and drawn ones.

Drawn records refer to existing records. The seed, the field and the index alone decide which.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.seeded_globals import seed_globals
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.field_policies import merge_policies, policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError, StoreError, suggest_nearest
from pytest_fixturegen.introspection.readers.table_classes import is_table
from pytest_fixturegen.store.errors import prefix_errors
from pytest_fixturegen.store.queries import ALL_RECORDS
from pytest_fixturegen.store.schema import (
    UNADDRESSABLE_KEYS,
    Key,
    Record,
    Reference,
    Resource,
    Schema,
    UncheckedLink,
)
from pytest_fixturegen.store.store import Store
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

MAX_DRAWS_PER_RECORD = 20
"""How many records are drawn for each new one before the values count as exhausted."""

MIN_DRAWS = 1000
"""How many records are drawn, in addition, before the values count as exhausted."""

KEY_START_INDEX = 1 << 20
"""The index from which keys of records without one are drawn: records have smaller ones."""

WORD_BITS = 64
LCG_MULTIPLIER = 6_364_136_223_846_793_005
"""The multiplier of a generator that visits every word of 64 bits before any repeats [MMIX]."""

DrawnKeys = dict[tuple[str, int], list[Key]]
"""Keys by resource and block."""

InitialData = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Seeder:
    """Fills a new store with *data* by resource, and with drawn records.

    *counts* says how many records of a resource are drawn, *configs* how. *seed_script* is the path
    of a script, or empty.
    """

    schema: Schema
    data: InitialData
    counts: Mapping[str, int]
    configs: Mapping[str, GenerationConfig] = field(default_factory=dict)
    seed_script: str = ""
    drawn_keys: DrawnKeys = field(default_factory=dict, compare=False)
    """The block of keys that was drawn last: to draw a single record costs much more."""

    def __call__(self, store: Store) -> None:
        """Write all initial data into *store*, which is empty."""
        scripted = self._run_seed_script()
        sources = (("The initial data", self.data), (self.seed_script, scripted))
        for resource in self.schema.resources:
            rows = store.rows(resource.name)
            for location, records in sources:
                with prefix_errors(location):
                    rows.create_many(map(_to_json, records.get(resource.name, ())))
            self.grow(
                store,
                resource,
                self.counts.get(resource.name, 0),
            )

    def draw_key(
        self,
        resource: Resource,
        number: int,
    ) -> Key:
        """Return the key of the record with this *number* among those that came without a key."""
        block, position = divmod(number, BLOCK_SIZE)
        block_id = (resource.name, block)
        if block_id not in self.drawn_keys:
            lines = generate.generate_lines(
                resource.model,
                BLOCK_SIZE,
                config=self._get_config(resource),
                start=KEY_START_INDEX + block * BLOCK_SIZE,
            )
            records = map(loads, lines)
            self.drawn_keys.clear()
            self.drawn_keys[block_id] = [resource.get_key(record) for record in records]
        return self.drawn_keys[block_id][position]

    def grow(
        self,
        store: Store,
        resource: Resource,
        count: int,
    ) -> None:
        """Draw *count* more records of *resource*."""
        if count > 0:
            drawer = _RecordDrawer(
                store,
                resource,
                self._get_config(resource),
            )
            store.rows(resource.name).create_many(drawer.draw_texts(count), are_valid=True)

    def _get_config(self, resource: Resource) -> GenerationConfig:
        """Return the configuration for records of *resource*."""
        return self.configs.get(resource.name, GenerationConfig())

    def _run_seed_script(self) -> InitialData:
        """Return the records of the seed script. Raise ConfigError if it fails."""
        if not self.seed_script:
            return {}
        from pytest_fixturegen.api.seed_script import run_seed_script

        first_numbers = {
            resource.name: self._find_first_number(resource)
            for resource in self.schema.resources
            if has_number_keys(resource, self._get_config(resource))
        }
        records = run_seed_script(
            self.seed_script,
            self.schema,
            self.configs,
            first_numbers,
        )
        names = [resource.name for resource in self.schema.resources]
        for name in records:
            if name not in names:
                raise ConfigError(
                    f"{self.seed_script} returns {name!r}, which is not a resource.",
                    hint=suggest_nearest(str(name), names),
                )
        return records

    def _find_first_number(self, resource: Resource) -> int:
        """Return the first number after the keys of the given data."""
        texts = map(_to_json, self.data.get(resource.name, ()))
        keys = [loads(text).get(resource.key) for text in texts]
        numbers = [key for key in keys if isinstance(key, int)]
        return max(numbers, default=0) + 1


class _RecordDrawer:
    """Draws records of one resource that break no constraint of the *store*."""

    def __init__(
        self,
        store: Store,
        resource: Resource,
        config: GenerationConfig,
    ) -> None:
        """Read the existing records, whose keys and unique values new records must not repeat.

        The next number is taken from the adapter only if the records have number keys.
        """
        self._store = store
        self._resource = resource
        self._config = _remove_own_links(config, resource)
        self._has_user_code = bool(
            generate.make_plan(resource.model, self._config).reading.user_code
        )
        existing = _read_records(store, resource.name)
        self._used_values = {
            name: {record.get(name) for record in existing}
            for name in (resource.key, *resource.unique)
        }
        self._used_values[resource.key].update(UNADDRESSABLE_KEYS)
        self._keys = [resource.get_key(record) for record in existing]
        self._target_keys = {each.field: self._list_keys(each) for each in resource.references}
        self._link_values = {each.field: self._list_values(each) for each in resource.links}
        self._number = 0
        if has_number_keys(resource, config):
            self._number = store.adapter.next_number(resource.name)

    def draw_texts(self, count: int) -> Iterator[bytes]:
        """Yield *count* records. Raise StoreError if there are too few distinct values."""
        start, missing = 0, count
        while missing:
            if start > MAX_DRAWS_PER_RECORD * count + MIN_DRAWS:
                raise StoreError(
                    f"{self._resource.name}: cannot draw {count} records that differ in"
                    f" {', '.join(self._used_values)}.",
                    hint="Ask for fewer, or allow more values.",
                )
            size = min(missing, BLOCK_SIZE)
            lines = generate.generate_lines(
                self._resource.model, size, config=self._config, start=start
            )
            indexed = enumerate(lines, start)
            resolved = [self._resolve_seeded(index, line) for index, line in indexed]
            fresh = [text for text in resolved if text is not None]
            start += size
            missing -= len(fresh)
            yield from fresh

    def _resolve_seeded(
        self,
        index: int,
        line: bytes,
    ) -> bytes | None:
        """Return what :meth:`_resolve_record` does; *line* seeds the user code of the model."""
        if not self._has_user_code:
            return self._resolve_record(index, line)
        word = int.from_bytes(hashlib.blake2b(line, digest_size=8).digest(), "big")
        with seed_globals(word):
            return self._resolve_record(index, line)

    def _resolve_record(
        self,
        index: int,
        line: bytes,
    ) -> bytes | None:
        """Return the record *line* with its references, or None if a unique value repeats."""
        record = loads(line)
        if self._number:
            line = self._assign_number(record, line)
        self._assign_links(record, index)
        if self._has_used_value(record):
            return None
        for name, values in self._used_values.items():
            values.add(record.get(name))
        self._keys.append(self._resource.get_key(record))
        if self._target_keys or self._link_values:
            return self._resource.validate(dumps(record))
        return line

    def _assign_number(
        self,
        record: Record,
        line: bytes,
    ) -> bytes:
        """Set the key of *record* to the next number, and return the new line."""
        key, drawn_key = self._resource.key, self._resource.get_key(record)
        record[key] = self._number
        self._number += 1
        # Usually the key comes first: the rest of the line then stays as the model wrote it.
        old_start = dumps({key: drawn_key}).removesuffix(b"}") + b","
        if line.startswith(old_start):
            new_start = dumps({key: record[key]}).removesuffix(b"}") + b","
            return new_start + line.removeprefix(old_start)
        return self._resource.validate(dumps(record))

    def _assign_links(
        self,
        record: Record,
        index: int,
    ) -> None:
        """Replace the drawn values of references and links by values of existing records."""
        for reference in self._resource.references:
            if record.get(reference.field) is not None:
                record[reference.field] = self._draw_target(
                    reference,
                    index,
                    record,
                )
        for name, values in self._link_values.items():
            if record.get(name) is not None:
                word = self._draw_word(f"{name}~link", index)
                record[name] = _draw_value(
                    values,
                    record[name],
                    word,
                )

    def _has_used_value(self, record: Record) -> bool:
        """Return whether a key or unique value of *record* exists already; None never does."""
        for name, values in self._used_values.items():
            if record.get(name) is not None and record[name] in values:
                return True
        return False

    def _draw_target(
        self,
        reference: Reference,
        index: int,
        record: Mapping[str, Any],
    ) -> Key | None:
        """Return the key of an existing record.

        Without one, return None if the field allows it, or the record's own key if it may refer to
        itself. Raise StoreError otherwise.
        """
        field = reference.field
        keys = self._target_keys[field]
        if keys:
            if field in self._used_values:  # a unique reference takes each target once
                return keys[index % len(keys)]
            key: Key = _pick(keys, self._draw_word(f"{field}~reference", index))
            return key
        if field in self._resource.nullable:
            return None
        if reference.target == self._resource.name:
            return self._resource.get_key(record)
        raise StoreError(
            f"{self._resource.name}.{field} refers to {reference.target}, which is empty.",
            hint=f"Draw some of {reference.target}, or let the field be None.",
        )

    def _list_keys(self, reference: Reference) -> list[Key]:
        """Return the keys of the target.

        If it is the resource itself, they grow with each record.
        """
        if reference.target == self._resource.name:
            return self._keys
        target = self._store.schema.find_resource(reference.target)
        return [target.get_key(record) for record in _read_records(self._store, target.name)]

    def _list_values(self, link: UncheckedLink) -> Sequence[Any]:
        """Return the distinct values of the linked field.

        The keys of the resource itself grow with each record.
        """
        is_own_key = link.target_field == self._resource.key
        if is_own_key and link.target == self._resource.name:
            return self._keys
        distinct: dict[bytes, Any] = {}
        for record in _read_records(self._store, link.target):
            value = record.get(link.target_field)
            if value is not None:
                distinct[dumps(value)] = value
        return list(distinct.values())

    def _draw_word(
        self,
        path: str,
        index: int,
    ) -> int:
        """Return a random word that depends only on the seed, the resource, *path* and *index*."""
        stream = Stream(self._config.seed, self._resource.name)
        block, position = divmod(index, BLOCK_SIZE)
        return stream.read_words(path, block, position + 1)[position]


def _read_records(store: Store, name: str) -> list[Record]:
    """Return all records of the resource *name*."""
    page = store.rows(name).find(ALL_RECORDS)
    return [loads(text) for text in page.texts]


def _pick(values: Sequence[Any], word: int) -> Any:
    """Return the value that a random *word* of 64 bits selects."""
    return values[word * len(values) >> WORD_BITS]


def _draw_value(
    values: Sequence[Any],
    drawn_value: Any,
    word: int,
) -> Any:
    """Return one of *values* in place of *drawn_value*, or a list of as many distinct ones.

    Without any values, return *drawn_value* itself, or an empty list in place of a list.
    """
    if not isinstance(drawn_value, list):
        return _pick(values, word) if values else drawn_value
    picked: dict[Any, None] = {}
    count = min(len(drawn_value), len(values))
    while len(picked) < count:
        picked[_pick(values, word)] = None
        word = (word * LCG_MULTIPLIER + 1) & (2**WORD_BITS - 1)
    return list(picked)


def has_number_keys(resource: Resource, config: GenerationConfig) -> bool:
    """Return whether records of *resource* are drawn with the keys 1, 2, 3, …

    They are not if an override or a reference decides the key.
    """
    overridden = {path.rpartition(".")[2] for path, _ in config.overrides}
    referring = {reference.field for reference in resource.references}
    return resource.is_numbered and not {resource.key, "*"} & (overridden | referring)


def _remove_own_links(config: GenerationConfig, resource: Resource) -> GenerationConfig:
    """Return *config* without the links that the store draws itself."""
    fields = {link.field for link in resource.outgoing_links}
    python_names = {name for name, key in resource.json_names.items() if key in fields}
    model_name = getattr(resource.model, "__name__", resource.name)
    names = fields | python_names
    others = tuple(link for link in config.link if not _is_own_link(link, model_name, names))
    if not is_table(resource.model):
        return replace(config, link=others)
    # A setting that changes nothing keeps the foreign key of a table from being linked or NULL.
    settings = policies_of({f"{model_name}.{name}": {"p_none": config.p_none} for name in names})
    return replace(config, link=others, overrides=merge_policies(settings, config.overrides))


def _is_own_link(
    link: str,
    model_name: str,
    fields: set[str],
) -> bool:
    """Return whether *link* ("Model.field=…") starts at one of *fields* of the model.

    The model may be given with its module.
    """
    source, _, _ = link.partition("=")
    model, _, name = source.strip().rpartition(".")
    return model.rpartition(".")[2] == model_name and name in fields


def _to_json(record: Any) -> bytes:
    """Return *record*, a mapping or an instance, as JSON."""
    from pydantic_core import to_json

    return to_json(record, by_alias=True)
