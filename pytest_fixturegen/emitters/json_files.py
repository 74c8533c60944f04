"""Files of ``pfg gen json``: how many there are, and the layout of each."""

from __future__ import annotations

from pathlib import Path

from pytest_fixturegen.config.command_options import JsonConfig
from pytest_fixturegen.emitters.json_text import JsonLayout
from pytest_fixturegen.emitters.outputs import SHARD_PLACEHOLDERS, STDOUT_MARK


def needs_numbers(settings: JsonConfig) -> bool:
    """Return whether the shards need numbers that the path does not have."""
    is_sharded = settings.shard_size > 0 and settings.out != STDOUT_MARK
    return is_sharded and not any(mark in settings.out for mark in SHARD_PLACEHOLDERS)


def add_placeholders(template: str, *names: str) -> str:
    """Return *template* with the placeholders *names* at the end of the name of the file."""
    path = Path(template)
    parts = [path.stem, *(f"{{{name}}}" for name in names)]
    return str(path.with_stem("-".join(parts)))


def get_shard_size(settings: JsonConfig) -> int:
    """Return the most records in a file; 0 puts all of them into one, as standard output needs."""
    if settings.out == STDOUT_MARK:
        return 0
    return settings.shard_size or int("{index}" in settings.out)


def choose_layout(settings: JsonConfig) -> JsonLayout:
    """Return the layout of the records in a file."""
    indent, is_plain = settings.indent, not settings.orjson
    if settings.jsonl:
        return JsonLayout("lines", indent, is_plain)
    is_record_alone = "{index}" in settings.out and not settings.shard_size
    return JsonLayout("alone" if is_record_alone else "array", indent, is_plain)
