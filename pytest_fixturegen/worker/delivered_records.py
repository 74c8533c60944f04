"""Records for a handler: the lines of one model, in the pieces that fall to a worker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.command_options import PersistConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.emitters import json_text
from pytest_fixturegen.emitters.json_text import JsonLayout
from pytest_fixturegen.worker.frames import CLOSE, FAILURE, OUTPUT, TURN, FrameSender
from pytest_fixturegen.worker.json_shards import (
    MODEL_ERRORS,
    build_failure_report,
    send_chunks,
)
from pytest_fixturegen.worker.work_share import WorkShare

SQL_HANDLER = "sql"
"""The handler that inserts values as types of the user store them."""


@dataclass(frozen=True, slots=True)
class RecordSender:
    """Sends the records of models for the handler of *settings*, as far as they are of *share*."""

    sender: FrameSender
    settings: PersistConfig
    config: GenerationConfig
    share: WorkShare

    def send_model(
        self,
        model: FoundModel,
        rows: range,
        model_index: int,
        facts: dict[str, Any],
    ) -> None:
        """Send one output with the records of *model* at *rows*, or its error."""
        share = self.share
        if share.is_done(model_index) or share.count_sent_outputs(model_index):
            return
        self.sender.send_json(OUTPUT, {"model": model.name, "place": model_index, **facts})
        try:
            for piece in share.begin_model(model_index).take_pieces(rows):
                lines = self._draw_lines(model, piece)
                send_chunks(self.sender, json_text.format_records(lines, JsonLayout("lines")))
                if share.is_shared:
                    self.sender.send(TURN)
                    self.sender.flush()
        except MODEL_ERRORS as error:
            self.sender.send_error(FAILURE, build_failure_report(error, model))
            return
        self.sender.send(CLOSE)
        self.sender.flush()

    def _draw_lines(self, model: FoundModel, rows: range) -> Iterator[bytes]:
        """Return the JSON of the records at *rows*, as the handler takes it."""
        lines = generate.generate_lines(
            model.cls,
            len(rows),
            config=self.config,
            start=rows.start,
        )
        if self.settings.handler != SQL_HANDLER:
            return lines
        from pytest_fixturegen.introspection.readers.tables.bound_values import bind_lines

        return bind_lines(model.cls, lines, find_url(self.settings.handler_config))


def find_url(options: str) -> str:
    """Return the URL in the *options* of a handler, JSON that may be invalid; empty without one."""
    try:
        return str(json.loads(options)["url"])
    except (ValueError, KeyError, TypeError):
        return ""
