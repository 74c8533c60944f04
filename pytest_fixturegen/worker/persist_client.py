"""The parent's side of ``pfg persist``: a child draws the records, a handler here receives them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pytest_fixturegen.config.command_options import (
    DeliveryConfig,
    ImportConfig,
    PersistConfig,
    PersistenceConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.field_policies import to_json_dict, to_mapping
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import is_range, select_rows
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import rebuild_error
from pytest_fixturegen.persistence.contract import PersistenceContext
from pytest_fixturegen.persistence.counts import DeliverySummary
from pytest_fixturegen.persistence.option_values import FileOptions
from pytest_fixturegen.persistence.run import (
    DeliveryRun,
    ModelStreams,
    PersistResult,
    prepare_handler,
)
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.client import count_blocks, resolve_target, run_job
from pytest_fixturegen.worker.frames import FrameStream
from pytest_fixturegen.worker.unread_files import UnreadFiles
from pytest_fixturegen.worker.worker_count import choose_worker_count

LONG_LINE_BYTES = 100 << 10
"""Bytes of a record from which on its memory is estimated: a shorter one cannot take much."""


def persist_target(  # noqa: PLR0913 - one argument for each group of options
    target: str | None,
    persist_settings: PersistConfig,
    settings: DeliveryConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    persistence: PersistenceConfig,
    file_options: FileOptions = FileOptions(),  # noqa: B008 - frozen
    on_progress: Callable[[DeliverySummary], None] = lambda _: None,
    unread: UnreadFiles | None = None,
) -> PersistResult:
    """Draw the records of *target*'s models in a child, and deliver them to a handler.

    *file_options* are those that a configuration file sets. *on_progress* is called after each
    batch that the handler acknowledges. *unread* receives the files of a folder whose import
    fails.
    """
    rows = select_rows(persist_settings)
    range_name = f"{rows.start}-{rows.stop}" if is_range(persist_settings) else ""
    options = json.loads(persist_settings.handler_config)
    aliases = to_mapping(persistence.handlers)
    # The journal compares these facts: a run can be resumed only with the same ones.
    facts = {
        "target": target,
        "n": persist_settings.n,
        "with_related": persist_settings.with_related,
        "batch_size": settings.batch_size,
        **to_json_dict(selection),
        **to_json_dict(config),
    }
    if range_name:
        facts["range"] = range_name
    request: dict[str, Any] = {
        "generation": to_json_dict(config),
        "emission": to_json_dict(persist_settings),
    }
    alias = aliases.get(persist_settings.handler, {})
    request["emission"]["handler"] = str(alias.get("path", persist_settings.handler))
    parsed = resolve_target(target, selection)
    with prepare_handler(
        persist_settings.handler,
        options,
        aliases,
        plugin_names=config.plugins,
        file_options=file_options,
        folders=(Path.cwd(), Path(parsed.root)) if config.plugins else (Path.cwd(),),
    ) as handler:
        journal = _find_journal_path(parsed, handler.name, settings, range_name)
        run = DeliveryRun(
            handler,
            settings,
            facts,
            journal,
            on_progress,
        )
        with run_job(
            "draw_records",
            target,
            selection,
            imports,
            unread=unread,
            workers=choose_worker_count(persist_settings.workers, count_blocks(rows, config)),
            **request,
        ) as frame_stream:
            return run.deliver(_read_models(frame_stream, settings.batch_size))


def _find_journal_path(
    target: Target,
    handler: str,
    settings: DeliveryConfig,
    range_name: str,
) -> Path:
    """Return the journal's path: next to the target's file, or for a module in this folder.

    Each range has its own journal, so that several can be delivered at the same time.
    """
    if settings.journal:
        return Path(settings.journal)
    folder = Path(target.file).parent if target.file else Path.cwd()
    parts = [
        target.module or "type",
        target.qualname,
        handler.replace(":", "."),
        range_name,
    ]
    name = ".".join(part for part in parts if part)
    return folder / f".{name}.pfg-journal"


def _read_models(frame_stream: FrameStream, batch_size: int) -> ModelStreams:
    """Yield each model with an iterator of its records."""
    for tag, payload in frame_stream:
        if tag == frames.MODEL:
            continue
        if tag != frames.OUTPUT:
            raise frames.build_order_error()
        context = _parse_context(frames.parse_json_object(payload), batch_size)
        yield context, _read_lines(frame_stream)


def _parse_context(facts: dict[str, Any], batch_size: int) -> PersistenceContext:
    """Return the context of a handler for one model.

    Raise a protocol error if the child left out a fact, or sent one of another type.
    """
    try:
        return PersistenceContext(
            model=str(facts["model"]),
            module=str(facts["module"]),
            schema=dict(facts["schema"]),
            seed=int(facts["config"]["seed"]),
            total=int(facts["total"]),
            start=int(facts["start"]),
            batch_size=batch_size,
            config=dict(facts["config"]),
            table=dict(facts["table"]),
            has_tables=bool(facts["has_tables"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        raise frames.build_protocol_error("sent an invalid model") from None


def _read_lines(frame_stream: FrameStream) -> Iterator[bytes]:
    """Yield the records of one model up to its end. Raise the model's error if it fails."""
    incomplete: list[bytes] = []  # joined once, so that a long record costs no more than others
    for tag, payload in frame_stream:
        if tag == frames.CLOSE and not incomplete:
            return
        if tag == frames.FAILURE:
            raise rebuild_error(frames.parse_json_object(payload))
        if tag != frames.DATA:
            break
        *ends, rest = payload.split(b"\n")
        for end in ends:
            yield _check_line(b"".join((*incomplete, end)))
            incomplete.clear()
        if rest:
            incomplete.append(rest)
    raise frames.build_protocol_error("did not finish an output")


def _check_line(line: bytes) -> bytes:
    """Return *line*; raise UnsafeImportViolation if it takes too much memory once it is parsed."""
    if len(line) > LONG_LINE_BYTES and frames.estimate_memory(line) > frames.MAX_FRAME_MEMORY:
        raise frames.build_protocol_error("sent a record that is too large", limit="record")
    return line
