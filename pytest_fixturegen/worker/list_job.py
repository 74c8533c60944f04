"""The job of ``pfg list``, apart from the other jobs: it imports less, so it answers sooner."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pytest_fixturegen.discovery.documents import (
    find_description,
    find_document_models,
    list_operations,
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
