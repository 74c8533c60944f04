"""Compare what is drawn with the files of digests, in chunks that can run in parallel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.golden.cases import GROUPS, PACKAGES, Case, cases_of
from tests.golden.digests import FOLDER, INDICES, Row, compute_case, fingerprint, version_of

CASES_PER_CHUNK = {"repaired": 10, "openapi_pydantic": 6}
USUAL = 30
"""Cases in a chunk of a group that is not named above."""

LIBRARIES = ("pydantic", "faker", *PACKAGES.values())
"""Packages whose versions may change the data."""

ADVICE = """
The same seed no longer gives the same data. If that is not intended, it is a bug: users keep seeds.
If it is intended, add an entry to changes/ that says which data changes and why.
Then run: python -m tests.golden"""


class Chunk(NamedTuple):
    """The cases of *group* from *start* on."""

    group: str
    start: int

    def __str__(self) -> str:
        return f"{self.group}-{self.start}"

    @property
    def cases(self) -> list[Case]:
        """Return the cases of this chunk."""
        size = CASES_PER_CHUNK.get(self.group, USUAL)
        return list(cases_of(self.group).values())[self.start : self.start + size]


def list_chunks() -> Iterator[Chunk]:
    """Yield every chunk."""
    for group in GROUPS:
        size = CASES_PER_CHUNK.get(group, USUAL)
        yield from (Chunk(group, start) for start in range(0, len(cases_of(group)), size))


def check_chunk(chunk: Chunk) -> str:
    """Return what differs from the file, or an empty text."""
    stored = read_rows(chunk.group)
    found = [
        line
        for case in chunk.cases
        for row in compute_case(case)
        for line in compare(stored.get(row.name), row, case, chunk.group)
    ]
    return write_report(chunk.group, found)


def compare(stored: Row | None, row: Row, case: Case, group: str) -> Iterator[str]:
    """Yield a line that says how *row* differs from what is *stored*."""
    if stored is not None and stored.digest != row.digest:
        name, locale, seed = row.name.split(" ")
        pairs = zip(INDICES, stored.marks, row.marks, strict=True)
        indices = [str(index) for index, before, now in pairs if before != now]
        place = f"{name}: locale {locale}, seed {seed}, records {', '.join(indices)}"
        yield place + blame(case, group)


def blame(case: Case, group: str) -> str:
    """Return a note if the model itself changed since its digests were written."""
    marks = read_fingerprints(group)
    if case.name not in marks or marks[case.name] == fingerprint(case.model):
        return ""
    return " (its package changed the model: regenerate)"


def check_names(group: str) -> str:
    """Return which cases lack a digest and which digests lack a case, or an empty text."""
    stored = {name.split(" ")[0] for name in read_rows(group)}
    cases = set(cases_of(group))
    found = [f"{name}: is new, and has no digest" for name in sorted(cases - stored)]
    found += [f"{name}: is gone" for name in sorted(stored - cases)]
    return write_report(group, found)


def check_rows(group: str, rows: Iterable[Row]) -> str:
    """Return how *rows* differ from the file of *group*, or an empty text."""
    stored, now = read_rows(group), {row.name: row for row in rows}
    changed = [name for name in sorted(now) if name in stored and now[name] != stored[name]]
    found = [f"{name}: changed" for name in changed]
    found += [f"{name}: is new, and has no digest" for name in sorted(now.keys() - stored.keys())]
    found += [f"{name}: is gone" for name in sorted(stored.keys() - now.keys())]
    return write_report(group, found)


def write_report(group: str, found: list[str]) -> str:
    """Return a message for the lines *found* in *group*, or an empty text for none."""
    if not found:
        return ""
    shown = found[:30] + [f"... and {len(found) - 30} more"] * (len(found) > 30)
    changed = [f"{name} {before} -> {now}" for name, before, now in compare_versions()]
    note = ["These packages changed since: " + ", ".join(changed)] if changed else []
    return (
        "\n".join([f"{len(found)} differences in {path_of(group).name}:", *shown, *note]) + ADVICE
    )


def compare_versions() -> Iterator[tuple[str, str, str]]:
    """Yield each library that changed since the digests were made, with both versions."""
    for row in read_rows("versions").values():
        if version_of(row.name) != row.digest:
            yield row.name, row.digest, version_of(row.name)


def path_of(group: str) -> Path:
    """Return the file of *group*."""
    return FOLDER / f"{group}.txt"


@cache
def read_rows(group: str) -> dict[str, Row]:
    """Return the rows of the file of *group* by name."""
    path = path_of(group)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    width = 1 if group in NAMED_BY_ONE_WORD else 3
    rows = (line.split(" ") for line in lines)
    found = (Row(" ".join(row[:width]), row[width], tuple(row[width + 1 :])) for row in rows)
    return {row.name: row for row in found}


NAMED_BY_ONE_WORD = ("versions", "fingerprints", "words", "artifacts")


def read_fingerprints(group: str) -> dict[str, str]:
    """Return the fingerprints of the models of *group* by name."""
    prefix = f"{group}/"
    rows = read_rows("fingerprints").values()
    return {
        row.name.removeprefix(prefix): row.digest for row in rows if row.name.startswith(prefix)
    }


CHUNKS = list(list_chunks())
