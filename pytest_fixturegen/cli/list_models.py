"""``pfg list``: the models of a target."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from pytest_fixturegen.cli import terminal
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig

OPERATION_KIND = "operation"

DISCOVERY_LOGGERS = ("pytest_fixturegen.discovery", "pytest_fixturegen.worker.client")
"""Loggers of what a listing may lack."""


class WarningCollector(logging.Handler):
    """Adds the text of each warning to *messages*."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        """Add the message of *record*."""
        self._messages.append(record.getMessage())


@contextmanager
def collect_warnings() -> Iterator[list[str]]:
    """Yield a list to which the warnings of the discovery are added; they are logged as well."""
    messages: list[str] = []
    handler = WarningCollector(messages)
    loggers = [logging.getLogger(name) for name in DISCOVERY_LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield messages
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


@click.command("list", cls=Command)
@click.argument("target")
@click.option(
    "--ast",
    "unrun",
    is_flag=True,
    help="Read the source only; execute nothing.",
)
@click.option(
    "--hybrid",
    is_flag=True,
    help="Read the source first; import only if it has a selected model.",
)
@click.option(
    "--public-only",
    is_flag=True,
    help="Only names in __all__; without it, names without a leading underscore.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print a JSON object with models and warnings.",
)
@add_flags(SelectionConfig, ImportConfig, excluded=("type",))
@add_common_flags
def list_models(
    target: str,
    unrun: bool,
    hybrid: bool,
    public_only: bool,
    as_json: bool,
    **flag_values: Any,
) -> None:
    """List the models of TARGET: a file, a folder, a module, or module:Class.

    Of an OpenAPI description, or an application such as app.main:app, list the operations, too.
    """
    from pytest_fixturegen.worker import client
    from pytest_fixturegen.worker.unread_files import UnreadFiles

    selection, imports = resolve_settings(flag_values, SelectionConfig, ImportConfig)
    unread = UnreadFiles()
    ways = {"source_only": unrun, "hybrid": hybrid, "public_only": public_only}
    with collect_warnings() as warnings:
        models = client.list_models(target, selection, imports, **ways, unread=unread)
    operations = [each for each in models if each["kind"] == OPERATION_KIND]
    models = [each for each in models if each["kind"] != OPERATION_KIND]
    if as_json:
        described = [{**model, "qualname": model["name"]} for model in models]
        listed = {"operations": operations} if operations else {}
        terminal.print_json({"models": described, **listed, "warnings": warnings})
    else:
        _print_lines(operations, models)
    unread.require_read()


def _print_lines(
    operations: list[dict[str, Any]],
    models: list[dict[str, Any]],
) -> None:
    """Print a line for each operation and for each model."""
    for operation in operations:
        line = " ".join(str(operation.get(key, "")) for key in ("method", "path"))
        terminal.print_line(f"{line}  {operation.get('does', '')}")
    for model in models:
        terminal.print_line(f"{model['module']}.{model['name']}  {model['kind']}")
