"""The job of ``pfg list``, apart from the other jobs: it imports less, so it answers sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.discovery.documents import find_document_models
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.worker.frames import REPORT, FrameSender

if TYPE_CHECKING:
    from pytest_fixturegen.discovery.importer import find_models, select_public
else:
    find_models, select_public = import_on_call(
        "pytest_fixturegen.discovery.importer", "find_models", "select_public"
    )


def list_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    public_only: bool = False,
) -> None:
    """Send a report for each model, also for private and nested ones."""
    models = select_models(
        target,
        selection,
        with_hidden=True,
    )
    if public_only and not target["is_document"]:
        models = select_public(models, Target(**target))
    for model in models:
        sender.send_json(
            REPORT,
            {"module": model.module, "name": model.name, "kind": model.kind},
        )


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
