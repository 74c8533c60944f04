"""Types that a handler sees: the context it is opened with, and the batches it receives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeVar, overload

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.errors import PersistError

Record = dict[str, Any]
BatchWriter = Callable[["Batch"], Any]
"""Takes a batch. The journal keeps the value it returns, awaited if necessary, as a receipt."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class ResumableWriter:
    """A writer that knows which records its destination contains already.

    Batches that lie within one of the *known* ranges of positions are not written again.
    """

    write: BatchWriter
    known: Sequence[range] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersistenceContext:
    """Facts about a delivery that a handler is opened with.

    *has_tables* says that other models of the run are mapped to tables, and this one is not.
    *total* is the number of records of *model* in the whole run, from the index *start*. *config*
    holds the options that the data is generated with. *table* describes the table of a table model
    and is empty for other models. *receipt* is the value that the last batch in the journal
    returned. *resume* is true if
    an earlier run may have delivered some of these records.
    """

    model: str
    module: str
    schema: Mapping[str, Any]
    seed: int
    total: int
    batch_size: int
    config: Mapping[str, Any]
    table: Mapping[str, Any] = field(default_factory=dict)
    receipt: Any = None
    resume: bool = False
    has_tables: bool = False
    start: int = 0

    @property
    def variant(self) -> str:
        """A digest of everything but the seed that decides the content of a record.

        Records with the same model, seed, variant and index are the same record.
        """
        options = dict(self.config)
        for name in ("seed", "rng_mode"):
            options.pop(name, None)
        if not options.get("link"):  # without links, related records change nothing
            options.pop("related", None)
        return compute_digest([self.module, self.model, options])[:16]

    @property
    def schema_digest(self) -> str:
        """A digest of the model's JSON Schema: another one means that the model has changed."""
        return compute_digest(dict(self.schema))

    def key(
        self,
        start: int,
        stop: int,
    ) -> str:
        """Return the idempotency key of the records from *start* up to, but not including, *stop*.

        The key is the same in every run.
        """
        return compute_digest([self.seed, self.variant, start, stop])[:32]


class UnmappedModelError(PersistError):
    """A model has no place in the destination, while other models of the run have one.

    The run passes it over, and says so.
    """


@dataclass(frozen=True, slots=True)
class Batch(Sequence[Record]):
    """Consecutive records, the first at index *start*; as a sequence, they are mappings.

    *lines* holds the JSON of each record, byte for byte as ``pfg gen json --jsonl`` writes it.
    *key* is the same whenever the same records are delivered, so that a receiver recognizes a
    repetition.
    """

    start: int
    lines: tuple[bytes, ...]
    key: str

    @property
    def stop(self) -> int:
        """The index after that of the last record."""
        return self.start + len(self.lines)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        """Return the record at *index*, or the list of a slice.

        The JSON is parsed at each access, so that a batch holds only bytes.
        """
        if isinstance(index, slice):
            return [loads(line) for line in self.lines[index]]
        record: Record = loads(self.lines[index])
        return record

    def __len__(self) -> int:
        return len(self.lines)


def remembers(handler: F) -> F:
    """Mark *handler* as one that remembers its records itself, and needs no journal."""
    handler.remembers = True  # type: ignore[attr-defined]
    return handler


def compute_digest(value: Any) -> str:
    """Return the SHA-256 digest, in hexadecimal, of *value* as JSON with sorted keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()
