"""``pfg gen msw``: write handlers for Mock Service Worker and their data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from pytest_fixturegen._internal.owned_files import TYPESCRIPT_OUTPUT
from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.api.mock_handlers import MockHandlers, build_handlers
from pytest_fixturegen.config.command_options import MswConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters import modules, msw_source
from pytest_fixturegen.emitters.msw_routes import to_file_name
from pytest_fixturegen.emitters.outputs import STDOUT_MARK, Outlet
from pytest_fixturegen.errors import DiscoveryError, UsageError
from pytest_fixturegen.introspection.readers.documents.operations import (
    Description,
    DocumentedOperation,
    read_served_description,
)
from pytest_fixturegen.strategies.plugin_rules import load_plugin_rules
from pytest_fixturegen.worker.examples_client import parse_document_target
from pytest_fixturegen.worker.output_receiver import EmitResult

ANY_ORIGIN = "*"


def emit_handlers(
    target: str | None,
    settings: MswConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    *,
    stdout: BinaryIO,
) -> EmitResult:
    """Write the handlers of the OpenAPI description *target* into the folder ``settings.out``.

    Raise UsageError if *target* is not a document, or if the folder is standard output.
    """
    parsed = parse_document_target(target, "gen msw")
    if settings.out == STDOUT_MARK:
        raise UsageError(
            "pfg gen msw writes several files: expected a folder, got standard output.",
            hint="Name it with --out src/mocks.",
        )
    outlet = Outlet(
        f"{settings.out.rstrip('/')}/{{file}}",
        stdout,
        ("file",),
        settings.check,
        parsed.file,
        kind=TYPESCRIPT_OUTPUT,
    )
    load_plugin_rules(config.plugins)
    description = read_served_description(Path(parsed.file))
    if not description.operations:
        raise DiscoveryError(
            f"{parsed.file} has no operations: expected paths with methods.",
            hint="Describe what the API does below 'paths', such as GET /orders.",
            path=parsed.file,
        )
    operations = _select_operations(description, selection)
    built = build_handlers(description, operations, config, settings.n)
    command = modules.build_command("msw", target, settings, config, selection)
    files = list(_iter_files(built, _choose_address(description, settings), command))
    paths = [
        outlet.claim_path(name, place=place, file=name) for place, (name, _) in enumerate(files)
    ]
    outputs = [
        outlet.write(path, iter([text.encode("utf-8")]), [])
        for path, (_, text) in zip(paths, files, strict=True)
    ]
    return EmitResult(outputs, list(built.failures), model_count=len(operations))


def _iter_files(
    built: MockHandlers,
    address: str,
    command: str,
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, the data first."""
    for collection in built.collections:
        name = f"data/{to_file_name(collection.name)}.json"
        yield name, msw_source.format_data(collection.records)
    for group in built.groups:
        text = msw_source.build_group(group, command)
        if "responses." in text:
            used = {name: value for name, value in group.responses.items() if name in text}
            yield f"data/{group.name}-responses.json", msw_source.format_data(used)
        yield f"handlers/{group.name}.ts", text
    yield "helpers.ts", msw_source.build_helpers(command)
    yield "base-url.ts", msw_source.build_base_url(address, command)
    yield "index.ts", msw_source.build_index(built.groups, command)


def _choose_address(description: Description, settings: MswConfig) -> str:
    """Return the address before all paths: a full one, or a path of any origin."""
    address = settings.base_url or next(iter(description.servers), "")
    address = address.rstrip("/")
    has_origin = bool(urlsplit(address).netloc) and not address.startswith("//")
    return address if has_origin or address.startswith(ANY_ORIGIN) else f"{ANY_ORIGIN}{address}"


def _select_operations(
    description: Description,
    selection: SelectionConfig,
) -> Sequence[DocumentedOperation]:
    """Return the operations of *description* that *selection* matches.

    Raise DiscoveryError if nothing is found.
    """
    chosen = [
        each
        for each in description.operations
        if is_chosen(
            (each.name, each.path, each.operation_id), selection.include, selection.exclude
        )
    ]
    if not chosen:
        raise DiscoveryError(
            f"None of the {len(description.operations)} operations is selected.",
            hint=f"Their names look like {description.operations[0].name!r}.",
        )
    return chosen
