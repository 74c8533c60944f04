"""Files of ``pfg gen json``: how many there are, and the layout of each."""

from __future__ import annotations

from pathlib import Path

from pytest_fixturegen.config.command_options import JsonConfig
from pytest_fixturegen.emitters.json_text import JsonLayout
from pytest_fixturegen.emitters.outputs import SHARD_PLACEHOLDERS, STDOUT_MARK


def number_shards(template: str, shard_size: int) -> str:
    """Return *template* with a number for each shard, if the shards need one."""
    needs_number = shard_size > 0 and template != STDOUT_MARK
    if not needs_number or any(mark in template for mark in SHARD_PLACEHOLDERS):
        return template
    path = Path(template)
    return str(path.with_stem(f"{path.stem}-{{number}}"))


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
