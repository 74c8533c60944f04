"""How long the cases of a model take: one record for every choice, and one for every broken rule.

    python -m benchmarks.cases mcp.types geojson_pydantic
    python -m benchmarks.cases lists/*.json

A source is a module, whose models are measured, or a JSON file with the names of models: an object
with ``models``, a list of objects with ``module`` and ``qualname``. A row of the table contains the
source, the number of its models, and for both kinds of cases the milliseconds of processor time per
model (the median, the 95th percentile and the most), the median number of cases, and the number of
models that had none in time or were refused. A model is planned before it is measured.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import signal
import statistics
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

from pydantic import BaseModel

from pytest_fixturegen.api import cases
from pytest_fixturegen.api.case_bases import CaseBase
from pytest_fixturegen.config.options import GenerationConfig

MAX_SECONDS = 30
"""Processor time that the cases of one model may take."""

COLUMNS = ("source", "models", "each ms", "p95", "max", "cases", "failed")
COLUMNS = (*COLUMNS, "invalid ms", "p95", "max", "cases", "failed")


class OutOfTimeError(BaseException):
    """The cases of a model took too long. It is no Exception, which validators may catch."""


@dataclass
class Measures:
    """The milliseconds and the numbers of cases of several models, and how many failed."""

    times: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    failed: int = 0

    def add(self, find_cases: Callable[[], Any]) -> None:
        """Measure the cases of one model."""
        started = process_time()
        signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)
        try:
            size = len(find_cases().cases)
        except (Exception, OutOfTimeError):
            self.failed += 1
            return
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self.times.append(1000 * (process_time() - started))
        self.sizes.append(size)

    def list_cells(self) -> list[str]:
        """Return the cells of the table."""
        if not self.times:
            return ["-", "-", "-", "-", str(self.failed)]
        times = sorted(self.times)
        figures = (statistics.median(times), times[int(len(times) * 0.95)], times[-1])
        sizes = statistics.median(self.sizes)
        return [*(f"{each:,.1f}" for each in figures), f"{sizes:g}", str(self.failed)]


def list_models(source: str) -> Iterator[Any]:
    """Yield the models of *source*: a module, or a file with their names."""
    if not source.endswith(".json"):
        module = importlib.import_module(source)
        for _, value in inspect.getmembers(module, inspect.isclass):
            if issubclass(value, BaseModel) and value is not BaseModel:
                yield value
        return
    listing = json.loads(Path(source).read_text("utf-8"))
    for name in listing.get("preload", ()):
        importlib.import_module(name)
    for entry in listing["models"]:
        value: Any = importlib.import_module(entry["module"])
        for step in entry["qualname"].split("."):
            value = getattr(value, step)
        yield value


def measure(models: Sequence[Any]) -> list[str]:
    """Return the cells of a row of the table."""
    each, invalid = Measures(), Measures()
    for model in models:
        base = CaseBase(model, GenerationConfig())
        try:
            base.make_plan()
        except Exception:
            each.failed += 1
            invalid.failed += 1
            continue
        each.add(partial(cases.find_cases, base, "each"))
        invalid.add(partial(cases.find_invalid, base))
    return [f"{len(models):,}", *each.list_cells(), *invalid.list_cells()]


def stop_model(*_: object) -> None:
    """End the cases of one model."""
    raise OutOfTimeError


def main(sources: Sequence[str]) -> None:
    """Print the table, a row as soon as it is known."""
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGPROF, stop_model)
    print(" | ".join(COLUMNS))
    for source in sources:
        print(" | ".join([Path(source).stem, *measure(list(list_models(source)))]), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", nargs="+", metavar="MODULE|FILE")
    main(parser.parse_args().sources)
