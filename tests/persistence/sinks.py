"""Handlers that raise what ends a process, in each phase of a delivery."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pytest_fixturegen import Batch
from pytest_fixturegen.persistence.contract import BatchWriter


class Stop(BaseException):
    """An exception that ``except Exception`` does not catch."""


def exit_in_write(batch: Batch) -> None:
    sys.exit(3)


def stop_in_write(batch: Batch) -> None:
    raise Stop("enough")


async def exit_in_async_write(batch: Batch) -> None:
    sys.exit("no more")


def exit_in_open(context: object) -> Iterator[BatchWriter]:
    sys.exit(3)
    yield lambda batch: None


def exit_in_close(context: object) -> Iterator[BatchWriter]:
    yield lambda batch: None
    raise SystemExit(3)
