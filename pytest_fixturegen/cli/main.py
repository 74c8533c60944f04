"""``pfg``: the command group, and the one place that turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, NoReturn

import click

from pytest_fixturegen.cli import config, doctor, explain, gen, init, listing, persist, report, serve
from pytest_fixturegen.errors import UsageError


class Pfg(click.Group):
    """A group that reports every failure the same way, and exits with its code."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run the command that *args* name, and exit."""
        sys.exit(self._code(list(sys.argv[1:] if args is None else args), prog_name))

    def _code(self, given: list[str], name: str | None) -> int:
        as_json, debug = "--json-errors" in given, "--debug" in given
        report.listen(verbose="--verbose" in given or "-v" in given)
        try:
            code = super().main(given, name, standalone_mode=False)
        except click.ClickException as error:
            return report.fail(_usage(error), as_json=as_json, debug=debug)
        except (click.Abort, KeyboardInterrupt):
            return 130
        except BrokenPipeError:  # whoever read us has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 0
        except Exception as error:
            return report.fail(error, as_json=as_json, debug=debug)
        return code if isinstance(code, int) else 0


def _usage(error: click.ClickException) -> UsageError:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "pfg"
    message = error.format_message()
    return UsageError(message if message.endswith((".", "?")) else f"{message}.", hint=f"See '{path} --help'.")


@click.group(cls=Pfg, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("pytest-fixturegen"), prog_name="pfg")
def main() -> None:
    """Deterministic, valid, realistic test data from the types you already have."""


main.add_command(listing.list_models)
main.add_command(gen.gen)
main.add_command(config.config_command)
main.add_command(config.schema_group)
main.add_command(init.init_command)
main.add_command(doctor.doctor_command)
main.add_command(serve.serve_command)
gen.gen.add_command(explain.explain_command)
main.add_command(persist.persist_command)


def run() -> NoReturn:
    """The console script."""
    main.main(prog_name="pfg")
