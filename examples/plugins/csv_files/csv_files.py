"""Records as CSV: ``pfg gen json models.py --emit csv --out '{model}.csv'``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pytest_fixturegen import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen import Artifact

ROWS = 500
"""Number of rows in one chunk."""


@hookimpl
def pfg_emit_artifact(kind: str, ctx: Artifact) -> Iterable[bytes] | None:
    """Write records as CSV for the form ``csv``; return None for other kinds and forms."""
    return rows(ctx.records()) if (kind, ctx.form) == ("json", "csv") else None


def rows(records: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """Yield a header, then a line for each record. Nested values are JSON within their cell."""
    first = next(records, None)
    if first is None:
        return
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, list(first), lineterminator="\n")
    table.writeheader()
    table.writerow({name: cell(value) for name, value in first.items()})
    for number, record in enumerate(records):
        if number % ROWS == 0:
            yield taken(text)
        table.writerow({name: cell(value) for name, value in record.items()})
    yield taken(text)


def cell(value: Any) -> Any:
    """Return *value* as the text of a cell."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | bool) else value


def taken(text: io.StringIO) -> bytes:
    """Return the content of *text*, and clear it."""
    written = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return written
