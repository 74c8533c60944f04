"""``pfg completion``: print the script with which a shell completes commands and targets."""

from __future__ import annotations

import click

from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.param_types import TextParam
from pytest_fixturegen.errors import UsageError, suggest_nearest

SHELLS = ("bash", "zsh", "fish")
COMPLETE_VARIABLE = "_PFG_COMPLETE"


@click.command("completion", cls=Command)
@click.argument("shell", type=TextParam(SHELLS))
@add_common_flags
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script with which SHELL completes commands, options, their values and targets.

    \b
    bash:  eval "$(pfg completion bash)"        in ~/.bashrc
    zsh:   eval "$(pfg completion zsh)"         in ~/.zshrc, after compinit
    fish:  pfg completion fish > ~/.config/fish/completions/pfg.fish
    """
    from click.shell_completion import get_completion_class

    complete_class = get_completion_class(shell) if shell in SHELLS else None
    if complete_class is None:
        raise UsageError(
            f"Completion is not available for {shell!r}.",
            hint=suggest_nearest(shell, SHELLS),
            shell=shell,
        )
    complete = complete_class(
        ctx.find_root().command,
        {},
        "pfg",
        COMPLETE_VARIABLE,
    )
    click.echo(complete.source_template % complete.source_vars())
