"""``pfg list``: the models of a target."""

from __future__ import annotations

import json
from typing import Any

import click

from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig


@click.command("list", cls=Command)
@click.argument("target")
@click.option(
    "--ast", "unrun", is_flag=True, help="Read the source only; nothing of it is executed."
)
@click.option(
    "--hybrid",
    is_flag=True,
    help="Read the source first; import only where it shows a model that is selected.",
)
@click.option(
    "--public-only",
    is_flag=True,
    help="Only what __all__ lists; without one, what has no leading underscore.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@add_flags(SelectionConfig, ImportConfig, excluded=("type",))
@add_common_flags
def list_models(
    target: str, unrun: bool, hybrid: bool, public_only: bool, as_json: bool, **flag_values: Any
) -> None:
    """List the models of TARGET: a file, a module, or module:Class."""
    from pytest_fixturegen.worker import client

    ways: dict[str, Any] = {"unrun": unrun, "hybrid": hybrid, "public_only": public_only}
    found = client.list_models(
        target, *resolve_settings(flag_values, SelectionConfig, ImportConfig), **ways
    )
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for model in found:
        click.echo(f"{model['module']}.{model['name']}  {model['kind']}")
