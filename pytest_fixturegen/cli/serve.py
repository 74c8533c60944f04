"""``pfg serve``: serve a store over HTTP."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import notices, terminal
from pytest_fixturegen.cli.command_base import Command, HeadedOption, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.cli.start_limit import limit_import
from pytest_fixturegen.config.command_options import (
    InProcessImportConfig,
    SelectionConfig,
    ServeConfig,
    StoreConfig,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import StoreError, UsageError

COMPANION_SUFFIXES = (".log", "-wal", "-journal", "-shm")
"""Suffixes of the files that an adapter creates next to its database."""

CONFIGS = (StoreConfig, ServeConfig, GenerationConfig, SelectionConfig, InProcessImportConfig)


@click.command("serve", cls=Command)
@click.argument("target")
@add_flags(*CONFIGS, excluded=("seed", "type"))
@click.option(
    "--seed",
    "seeds",
    multiple=True,
    metavar="N|FILE",
    help="A number is the seed; a file is a seed script.",
)
@click.option(
    "--trust/--no-trust",
    "trust",
    default=None,
    cls=HeadedOption,
    help="Obey the whole configuration of the project, and run the code that an API file names.",
)
@add_common_flags
def serve_command(
    target: str,
    seeds: tuple[str, ...],
    **flag_values: Any,
) -> None:
    """Serve TARGET as a stateful REST API: models, an API file, or what OpenAPI describes.

    An application such as app.main:app is served as it describes itself. TARGET's module is
    imported into this process, as pytest would import it.
    """
    from pytest_fixturegen.api.stores import (
        choose_snapshots_folder,
        make_guarded_sources,
        open_store,
        read_source,
    )

    flag_values |= _parse_seeds(seeds)
    selection, naming, imports = resolve_settings(
        flag_values,
        SelectionConfig,
        ServeConfig,
        InProcessImportConfig,
    )
    with limit_import(imports.timeout):
        declared = read_source(target, selection, naming.resource, naming.roles)
    store_config, config, generation = resolve_settings(
        flag_values,
        StoreConfig,
        ServeConfig,
        GenerationConfig,
        extra_sources=make_guarded_sources(declared.settings, target),
        is_in_process=True,
    )
    _refuse_links(store_config, is_path_named=bool(flag_values.get("db_path")))
    live, make_app = _import_server()
    live.require_safe_host(config.host, config.token)
    with (
        closing(live.bind_socket(config.host, config.port)) as listening,
        closing(
            open_store(
                declared,
                store_config,
                generation,
                reset=config.reset,
            )
        ) as store,
    ):
        store.snapshots.keep_in(choose_snapshots_folder(store_config))
        if config.snapshot:
            store.snapshots.restore(config.snapshot)
        app = make_app(
            store,
            config,
            seed=generation.seed,
            name=store_config.adapter,
        )
        _print_address(live.format_address(listening), store)
        for notice in declared.notices:
            notices.print_notice(notice)
        live.serve_forever(app, listening)


def _parse_seeds(seeds: tuple[str, ...]) -> dict[str, str]:
    """Return the values of ``--seed``: a number, a script, or both."""
    found: dict[str, str] = {}
    for each in seeds:
        kind = "seed" if each.removeprefix("-").isdecimal() else "seed_script"
        if kind == "seed_script" and not Path(each).is_file():
            raise UsageError(
                f"--seed {each!r} is neither a number nor a file.",
                hint="Give a number, or the path of a seed script.",
            )
        found[kind] = each
    return found


def _refuse_links(config: StoreConfig, *, is_path_named: bool) -> None:
    """Raise StoreError if a file of the storage is a link: it may lead out of the checkout.

    The user may name a link as the path of the database, but the files next to it must not be
    links.
    """
    from pytest_fixturegen.api.stores import choose_snapshots_folder
    from pytest_fixturegen.store.adapters.lookup import DEFAULT_PATHS

    database = config.db_path or DEFAULT_PATHS.get(config.adapter, "")
    snapshots = config.snapshots_directory or choose_snapshots_folder(config)
    suffixes = COMPANION_SUFFIXES if is_path_named else ("", *COMPANION_SUFFIXES)
    for path in (snapshots, *(database + suffix for suffix in suffixes)):
        if Path(path).is_symlink():
            raise StoreError(
                f"{path} is a symbolic link: expected a file or folder of the store.",
                hint="Remove the link, or name its target with --db-path.",
                path=path,
            )


def _import_server() -> tuple[Any, Any]:
    """Return the server module and ``make_app``; raise UsageError if an extra is missing."""
    try:
        import uvicorn  # noqa: F401

        from pytest_fixturegen.server import live_server
        from pytest_fixturegen.server.app import make_app
    except ModuleNotFoundError as error:
        raise UsageError(
            f"Serving needs {error.name}.", hint="pip install 'pytest-fixturegen[serve]'"
        ) from error
    return live_server, make_app


def _print_address(address: str, store: Any) -> None:
    """Print the address first: programs that start the server read one line."""
    terminal.print_line(address)
    names = ", ".join(each.name for each in store.schema.resources) or "no resources"
    notices.print_notice(f"serving {names}; stop with Ctrl-C")
