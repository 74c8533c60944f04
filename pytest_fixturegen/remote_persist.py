"""``pfg persist``: the child draws, and what it draws is handed to a handler here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pytest_fixturegen.command_options import DeliveryConfig, ImportConfig, PersistConfig, PersistenceConfig, SelectionConfig
from pytest_fixturegen.errors import from_json
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.persist.contract import PersistenceContext
from pytest_fixturegen.persist.run import Models, Result, Run, prepared
from pytest_fixturegen.persist.tally import Delivered
from pytest_fixturegen.plugins import reach
from pytest_fixturegen.policies import as_mapping, plain
from pytest_fixturegen.remote import child, parsed_target
from pytest_fixturegen.sandbox import frames
from pytest_fixturegen.sandbox.frames import Frame
from pytest_fixturegen.sandbox.targets import Target


def persist(  # noqa: PLR0913 - a group of options each
    target: str | None,
    wish: PersistConfig,
    settings: DeliveryConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    persistence: PersistenceConfig,
    told: Callable[[Delivered], None] = lambda _: None,
) -> Result:
    """Draw the records of *target*'s models in a child, and deliver them. *told* is called after each acknowledgement."""
    options, aliases = json.loads(wish.handler_config), as_mapping(persistence.handlers)
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(wish)}
    facts = {"target": target, "n": wish.n, "with_related": wish.with_related, "batch_size": settings.batch_size}
    facts |= {**plain(selection), **plain(config)}
    parsed = parsed_target(target, selection)
    if config.plugins:
        reach(Path.cwd(), parsed.root)
    with prepared(wish.handler, options, aliases, names=config.plugins) as handler:
        run = Run(handler, settings, facts, _journal_of(parsed, handler.name, settings), told)
        with child("draw_records", target, selection, imports, **request) as received:
            return run.deliver(_models(received, settings.batch_size))


def _journal_of(target: Target, handler: str, settings: DeliveryConfig) -> Path:
    """Where the run is remembered: beside the target's file, or for a module in the working directory."""
    if settings.journal:
        return Path(settings.journal)
    folder = Path(target.file).parent if target.file else Path.cwd()
    name = ".".join(part for part in (target.module or "type", target.qualname) if part)
    return folder / f".{name}.{handler.replace(':', '.')}.pfg-journal"


def _models(received: Iterator[Frame], batch_size: int) -> Models:
    for tag, payload in received:
        if tag != frames.OUTPUT:
            raise frames.broken("spoke out of turn")
        yield _context(frames.as_mapping(payload), batch_size), _lines(received)


def _context(said: dict[str, Any], batch_size: int) -> PersistenceContext:
    try:
        return PersistenceContext(
            model=str(said["model"]),
            module=str(said["module"]),
            schema=dict(said["schema"]),
            seed=int(said["config"]["seed"]),
            total=int(said["total"]),
            batch_size=batch_size,
            config=dict(said["config"]),
            table=dict(said["table"]),
        )
    except (KeyError, TypeError, ValueError):
        raise frames.broken("sent a model that is none") from None


def _lines(received: Iterator[Frame]) -> Iterator[bytes]:
    """The records of one model, up to its end. Raises the error of a model that cannot be served."""
    rest = b""
    for tag, payload in received:
        if tag == frames.CLOSE and not rest:
            return
        if tag == frames.FAILURE:
            raise from_json(frames.as_mapping(payload))
        if tag != frames.DATA:
            break
        *lines, rest = (rest + payload).split(b"\n")
        yield from lines
    raise frames.broken("left an output open")
