"""What the outlets write for the models of ``examples/``: modules, JSON Schemas, batches."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pytest_fixturegen import (
    DeliveryConfig,
    GenerationConfig,
    emit_pytest_fixtures,
    persist_records,
)
from tests.golden.cases import EXAMPLES, classes_of, load_example
from tests.golden.digests import Row, shorten

STYLES = ("functions", "factory", "class")
RETURNED = ("model", "dict")
DOCSTRING = re.compile(r'"""[^"]*"""\n')
"""Texts for readers: they name versions, and may be reworded."""


def compute_artifacts() -> Iterator[Row]:
    """Yield a row for each artifact."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(EXAMPLES.glob("*/models.py")):
            example = path.parent.name
            models = classes_of(load_example(path))
            yield from compute_fixtures(example, models, Path(folder))
            yield from compute_schemas(example, path, Path(folder) / example)
            yield from compute_batches(example, models, Path(folder))


def compute_fixtures(example: str, models: dict[str, Any], folder: Path) -> Iterator[Row]:
    """Yield a row for the fixture module of each style."""
    for style in STYLES:
        for returned in RETURNED:
            for cases in (1, 3):
                target = folder / f"{example}.py"
                emit_pytest_fixtures(
                    list(models.values()), target, style, seed=7, return_type=returned, cases=cases
                )
                source = DOCSTRING.sub("", target.read_text("utf-8"))
                yield Row(f"fixtures/{example}/{style}/{returned}/{cases}", shorten([source]))
    target = folder / f"{example}_session.py"
    config = GenerationConfig(locale="ja_JP", p_none=0.5)
    emit_pytest_fixtures(list(models.values()), target, scope="session", config=config)
    yield Row(
        f"fixtures/{example}/session", shorten([DOCSTRING.sub("", target.read_text("utf-8"))])
    )


def compute_schemas(example: str, path: Path, folder: Path) -> Iterator[Row]:
    """Yield a row for the JSON Schemas that the command line writes, and one for its records."""
    yield Row(f"schema/{example}", shorten([run_command(folder, "schema", str(path))]))
    if example == "tour":
        options = ("--n", "2", "--seed", "7", "--indent", "2")
        text = run_command(folder, "json", str(path), *options)
        yield Row(f"json/{example}/indented", shorten([text]))


def run_command(folder: Path, *words: str) -> bytes:
    """Return the files that ``pfg gen`` writes for *words*, one a model, in their order."""
    out = folder / words[0] / "{model}.json"
    command = [sys.executable, "-m", "pytest_fixturegen", "gen", *words, "--sandbox", "off"]
    done = subprocess.run(
        [*command, "--out", str(out)], capture_output=True, check=True, cwd=EXAMPLES.parent
    )
    lines = done.stderr.decode().splitlines()
    paths = [Path(line.removeprefix("wrote ")) for line in lines if line.startswith("wrote ")]
    return b"".join(path.read_bytes() for path in paths)


def compute_batches(example: str, models: dict[str, Any], folder: Path) -> Iterator[Row]:
    """Yield rows for the batches of each model, for their keys, and for the file of a handler."""
    for name, model in models.items():
        batches: list[Any] = []
        handler = make_handler(batches)
        persist_records(model, handler, n=7, seed=7, delivery=DeliveryConfig(batch_size=3))
        lines = [line for batch in batches for line in (str(batch.start), *batch.lines)]
        yield Row(f"persist/{example}.{name}/batches", shorten(lines))
        # A new option changes these keys: they are pinned apart from the records.
        yield Row(f"persist/{example}.{name}/keys", shorten(batch.key for batch in batches))
        target = folder / f"{example}.{name}.jsonl"
        persist_records(model, "jsonl", n=4, seed=7, options={"path": str(target)})
        yield Row(f"persist/{example}.{name}/jsonl", shorten([target.read_bytes()]))


def make_handler(batches: list[Any]) -> Callable[[Any], None]:
    """Return a handler that adds each batch to *batches*."""

    def keep(batch: Any) -> None:
        batches.append(batch)

    return keep
