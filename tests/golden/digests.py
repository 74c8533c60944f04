"""Compute digests, read and write their files, and say what differs."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from pytest_fixturegen import FixturegenError, GenerationConfig, generate_instances, generate_lines

from tests.golden.cases import Case
from tests.golden.describe import describe

FOLDER = Path(__file__).parent / "digests"
SEEDS = (0, 7)
RANGES = ((0, 3), (255, 1), (1_000_000, 1))
"""First index and number of records: the last of a block of 256, and one far away, too."""

INDICES = tuple(index for start, n in RANGES for index in range(start, start + n))
DIGITS = 12
MARK = 4
"""Hexadecimal digits of a whole case, and of each record: the latter only say where it differs."""


class Row(NamedTuple):
    """A line of a file: what is pinned, its digest, and a mark for each of its records."""

    name: str
    digest: str
    marks: tuple[str, ...] = ()

    def write(self) -> str:
        """Return the line."""
        return " ".join((self.name, self.digest, *self.marks))


def shorten(texts: Iterable[str | bytes], digits: int = DIGITS) -> str:
    """Return the digest of *texts*."""
    whole = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        whole.update(len(data).to_bytes(8, "little") + data)
    return whole.hexdigest()[:digits]


def fingerprint(model: Any) -> str:
    """Return a digest of the schema of *model*, to tell its changes from those of its data."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            schema = TypeAdapter(model).json_schema()
    except Exception:  # some models have none
        return "none"
    return shorten([json.dumps(schema, sort_keys=True, default=str)])


def compute_case(case: Case) -> Iterator[Row]:
    """Yield a row for each locale and seed of *case*."""
    for locale in case.locales:
        for seed in SEEDS:
            texts = list(draw_texts(case, locale, seed))
            marks = tuple(shorten(pair, MARK) for pair in texts)
            yield Row(f"{case.name} {locale} {seed}", shorten(sum(texts, ())), marks)


def draw_texts(case: Case, locale: str, seed: int) -> Iterator[tuple[str, str]]:
    """Yield the line of JSON and the description of each record, or :data:`REFUSED` for both."""
    config = GenerationConfig(locale=locale, **case.options)
    for start, n in RANGES:
        refused = [REFUSED] * n
        lines = draw(generate_lines, case, start, n, seed, config) if case.has_json else refused
        instances = draw(generate_instances, case, start, n, seed, config)
        yield from zip(lines, instances, strict=True)


REFUSED = "<refused>"
"""What is pinned for a record that cannot be made, whatever the message."""


def draw(
    generate: Any, case: Case, start: int, n: int, seed: int, config: GenerationConfig
) -> list[str]:
    """Return a text for each of *n* records."""
    made: list[str] = []
    write = bytes.decode if generate is generate_lines else describe
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for each in generate(case.model, n, seed, config, start=start):
                # A list comprehension would lose the records before the one that is refused.
                made.append(write(each))  # noqa: PERF401
        except FixturegenError:
            made += [REFUSED] * (n - len(made))
    return made


def version_of(package: str) -> str:
    """Return the version of *package* that is installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
