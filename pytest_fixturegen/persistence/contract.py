"""What a handler is told before the first batch, and what a batch is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeVar, overload

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import loads

Record = dict[str, Any]
BatchWriter = Callable[["Batch"], Any]
"""Takes a batch. What it returns, or what awaiting that gives, is remembered in the journal as the batch's receipt."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class ResumableWriter:
    """What a handler may yield that knows what it was given: how to *write*, and the positions *known* to be there.

    Batches of which nothing is missing there are not handed over again.
    """

    write: BatchWriter
    known: Sequence[range] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersistenceContext:
    """What a handler is told when it is opened.

    *total*: records of *model* that the whole run means. *config*: the options that the data comes from. *table*: what
    a table model says of its table, empty for other models. *receipt*: what the last batch returned that the journal
    remembers. *resume*: whether an earlier run may have delivered some of these records.
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

    @property
    def variant(self) -> str:
        """A digest of all but the seed that decides what a record of this model holds.

        Records of the same model, seed, variant and index are the same record.
        """
        told = {
            name: value for name, value in self.config.items() if name not in ("seed", "rng_mode")
        }
        if not told.get("link"):
            told.pop("related", None)
        return compute_digest([self.module, self.model, told])[:16]

    def key(self, start: int, stop: int) -> str:
        """The idempotency key of the records *start* to *stop* (end not in): the same in every run."""
        return compute_digest([self.seed, self.variant, start, stop])[:32]


@dataclass(frozen=True, slots=True)
class Batch(Sequence[Record]):
    """Consecutive records, the first at index *start*; read as a sequence they are mappings.

    *lines* holds the JSON of each, byte for byte what ``pfg gen json --jsonl`` writes. *key* is the same whenever the
    same records are handed over, so that the other side can tell a repetition.
    """

    start: int
    lines: tuple[bytes, ...]
    key: str

    @property
    def stop(self) -> int:
        """The index after the last record's."""
        return self.start + len(self.lines)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        if isinstance(index, slice):
            return [loads(line) for line in self.lines[index]]
        record: Record = loads(self.lines[index])
        return record

    def __len__(self) -> int:
        return len(self.lines)


def remembers(handler: F) -> F:
    """Mark *handler* as one that knows itself what it was given, and so needs no journal."""
    handler.remembers = True  # type: ignore[attr-defined]
    return handler


def compute_digest(value: Any) -> str:
    """A digest of what JSON says of *value*."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()
