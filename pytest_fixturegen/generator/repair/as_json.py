"""Strategy: the record as its JSON."""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import ReadAsJson
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

NAME = "as JSON"

JSON_TYPES = (str, int, float, list, dict, NoneType)


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[ReadAsJson]:
    """Yield one patch, if a validator may have failed on a value that JSON has no type for.

    A validator may also ask which of the two it reads, in ``info.mode``.
    """
    is_in_json = isinstance(drawn.refused.value, JSON_TYPES)
    if not refusal.kind or not is_in_json or drawn.code.uses("mode"):
        yield ReadAsJson(NAME, drawn.refused.path)


STRATEGY = RepairStrategy(
    NAME,
    "Validate the JSON of the record: some validators read nothing but text.",
    propose,
)
