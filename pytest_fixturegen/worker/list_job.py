"""The job of ``pfg list``, apart from the other jobs: it imports less, so it answers sooner."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from pytest_fixturegen.discovery.documents import (
    OPERATION_KIND,
    find_description,
    find_document_models,
    make_printable,
)
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.importer import find_models, select_public
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.worker.frames import REPORT, FrameSender


def list_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    public_only: bool = False,
) -> None:
    """Send a report for each model, also for private and nested ones, and for each operation."""
    path = find_description(Target(**target))
    if path is not None:
        target = asdict(Target("", str(path.parent), str(path), is_document=True))
    operations = list_operations(path) if path else []
    for model in _select_listed(target, selection, public_only, bool(operations)):
        sender.send_json(
            REPORT,
            {"module": model.module, "name": model.name, "kind": model.kind},
        )
    for operation in operations:
        sender.send_json(REPORT, operation)


def list_operations(path: Path) -> list[dict[str, Any]]:
    """Return what the description at *path* documents, and what a mock of it would do.

    The names are numbers, since reports of models have names of Python only.
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


def _select_listed(
    target: dict[str, Any],
    selection: dict[str, Any],
    public_only: bool,
    may_be_empty: bool,
) -> list[FoundModel]:
    """Return the models to list. A description without schemas has none if it *may be empty*."""
    try:
        models = select_models(target, selection, with_hidden=True)
    except DiscoveryError:
        if not may_be_empty:
            raise
        return []
    if public_only and not target["is_document"]:
        return select_public(models, Target(**target))
    return models


def select_models(
    target: dict[str, Any],
    selection: dict[str, Any],
    *,
    with_hidden: bool = False,
) -> list[FoundModel]:
    """Return the models of *target* that *selection* matches, or the type that it names.

    *with_hidden* adds private and nested models.
    """
    if selection.get("type"):
        from pytest_fixturegen.discovery.type_expressions import build_type_model

        return [build_type_model(Target(**target), selection["type"])]
    include, exclude = selection["include"], selection["exclude"]
    if target["is_document"]:
        return find_document_models(
            Target(**target),
            include,
            exclude,
        )
    return find_models(
        Target(**target),
        include,
        exclude,
        with_hidden=with_hidden,
    )
