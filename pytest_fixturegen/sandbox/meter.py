"""How far a run of the child is, and how long its stages took, read off the frames that pass."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pytest_fixturegen.sandbox.frames import CLOSE, DATA, OUTPUT, REPORT, Frame, as_mapping

log = logging.getLogger(__name__)
Told = Callable[[int, str], None]


@dataclass(slots=True)
class Meter:
    """Counts the records of *models*, *outputs* (files, shards) that came to their end, and bytes (*size*).

    Seconds are spent *importing* (from its making to the first frame), *drawing* (waiting for the next one) and *writing*
    (until it is asked for).

    *told* is called as bytes come with the model's records so far, each of which ends in *mark*, and its name.
    """

    told: Told = lambda _, __: None
    mark: bytes = b"\n"
    models: dict[str, int] = field(default_factory=dict)
    outputs: int = 0
    size: int = 0
    importing: float = 0.0
    drawing: float = 0.0
    writing: float = 0.0
    _asked: float = field(default_factory=time.perf_counter)
    _begun: bool = False
    _model: str = ""
    _expected: int = 0
    _passed: int = 0

    def over(self, received: Iterator[Frame]) -> Iterator[Frame]:
        """The frames of *received*, each counted when it comes."""
        for tag, payload in received:
            came = time.perf_counter()
            if self._begun:
                self.drawing += came - self._asked
            else:
                self.importing += came - self._asked
            self._count(tag, payload)
            yield tag, payload
            self._asked = time.perf_counter()
            self.writing += self._asked - came
        self.drawing += time.perf_counter() - self._asked

    def _count(self, tag: bytes, payload: bytes) -> None:
        if tag == DATA:
            self.size += len(payload)
            self._passed += payload.count(self.mark)
            self.told(self.models.get(self._model, 0) + self._passed, self._model)
        elif tag == CLOSE:
            self.outputs += 1
            self.models[self._model] = self.models.get(self._model, 0) + self._expected
        elif tag in (OUTPUT, REPORT):
            facts = as_mapping(payload)
            expected = facts.get("records", facts.get("total", 0))
            self._model, self._passed = str(facts.get("model", facts.get("name", ""))), 0
            self._expected = expected if isinstance(expected, int) else 0
            drawn = facts.get("drawn", 0)
            self.models[self._model] = self.models.get(self._model, 0) + (drawn if isinstance(drawn, int) else 0)
            self._begun = True

    def tell(self) -> None:
        """Say it in a line for people, after all else."""
        records, made = sum(self.models.values()), self.drawing + self.writing
        speed = f" ({records / made:,.0f} a second)" if records and made else ""
        counts = [(len(self.models), "model"), (self.outputs, "output"), (self.size, "byte"), (records, "record")]
        parts = [f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
        stages = f"import {self.importing:.2f}s, draw {self.drawing:.2f}s, write {self.writing:.2f}s"
        log.info("%s%s; %s", ", ".join(parts), speed, stages, extra={"last": True})
