"""The job of ``pfg list``, apart from the other jobs: it imports less, so it answers sooner."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.discovery.documents import (
    OPERATION_KIND,
    find_description,
    find_document_models,
    make_printable,
)
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError, FixturegenError
from pytest_fixturegen.worker.frames import REPORT, FrameSender

if TYPE_CHECKING:
    from pytest_fixturegen.discovery.folder_models import (
        FileCallback,
        find_folder_models,
        find_target_models,
    )
    from pytest_fixturegen.discovery.importer import select_public
else:
    find_folder_models, find_target_models = import_on_call(
        "pytest_fixturegen.discovery.folder_models", "find_folder_models", "find_target_models"
    )
    (select_public,) = import_on_call("pytest_fixturegen.discovery.importer", "select_public")


def list_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    public_only: bool = False,
) -> None:
    """Send a report for each model, also for private and nested ones, and for each operation."""
    path = find_description(Target.from_json(target))
    if path is not None:
        target = asdict(Target("", str(path.parent), str(path), is_document=True))
    operations = list_operations(path) if path else []
    try:
        models = _list_models(sender, target, selection, public_only)
    except DiscoveryError:
        if not operations:
            raise
        models = []  # a description may have no schemas
    for model in models:
        sender.send_json(
            REPORT,
            {"module": model.module, "name": model.name, "kind": model.kind},
        )
    for operation in operations:
        sender.send_json(REPORT, operation)


def list_operations(path: Path) -> list[dict[str, Any]]:
    """Return a report on each operation of the description at *path*, with its role in a mock API.

    The names are numbers, since names in reports of models must be Python identifiers.
    """
    # Most targets have no operations, and these modules take long to import.
    from pytest_fixturegen.introspection.readers.documents.operations import read_description
    from pytest_fixturegen.store.documented.derive import derive_api

    description = read_description(path)
    roles = {rule.operation.name: rule for rule in derive_api(description).operations}
    reports = []
    for number, operation in enumerate(description.operations, 1):
        rule = None if operation.is_webhook else roles[operation.name]
        does = f"{rule.role} {rule.resource}".strip() if rule else "webhook"
        reports.append(
            {
                "module": path.name,
                "name": f"operation_{number}",
                "kind": OPERATION_KIND,
                "method": operation.method,
                "path": make_printable(operation.path),
                "operation_id": make_printable(operation.operation_id),
                "does": does,
            }
        )
    return reports


def _list_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    public_only: bool,
) -> list[FoundModel]:
    """Return the models to list, private and nested ones too unless *public_only*."""
    parsed = Target.from_json(target)
    if public_only and parsed.folder:
        include, exclude = selection["include"], selection["exclude"]
        return find_folder_models(
            parsed,
            include,
            exclude,
            with_hidden=True,
            public_only=True,
            on_file=build_file_sender(sender),
        )
    models = select_models(sender, target, selection, with_hidden=True)
    return select_public(models, parsed) if public_only and not parsed.is_document else models


def select_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    *,
    with_hidden: bool = False,
) -> list[FoundModel]:
    """Return the models of *target* that *selection* matches, or the type that it names.

    *with_hidden* adds private and nested models. If the target is a folder, send a frame for each
    of its files.
    """
    parsed = Target.from_json(target)
    if selection.get("type"):
        from pytest_fixturegen.discovery.type_expressions import build_type_model

        on_file = build_file_sender(sender)
        return [build_type_model(parsed, selection["type"], on_file)]
    include, exclude = selection["include"], selection["exclude"]
    if parsed.is_document:
        return find_document_models(
            parsed,
            include,
            exclude,
        )
    return find_target_models(
        parsed,
        include,
        exclude,
        with_hidden=with_hidden,
        on_file=build_file_sender(sender),
    )


def build_file_sender(sender: FrameSender) -> FileCallback:
    """Return a function that sends a frame for each file of a folder, with the error of a file."""

    def send_file(number: int, error: FixturegenError | None) -> None:
        body = error.to_json()["error"] if error else None
        sender.send_file(number, body)

    return send_file
