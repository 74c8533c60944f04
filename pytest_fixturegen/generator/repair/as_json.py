"""Strategy: the record as its JSON."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import ReadAsJson
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

NAME = "as JSON"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[ReadAsJson]:
    """Yield one patch."""
    yield ReadAsJson(NAME, drawn.refused.path)


STRATEGY = RepairStrategy(
    NAME,
    "Validate the JSON of the record: some validators read nothing but text.",
    propose,
)
