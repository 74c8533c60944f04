"""What the child does for ``pfg list``: apart from the other jobs, since it draws nothing and is waited for."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.discovery.importer import FoundModel, find_models, select_public
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.worker.frames import REPORT, FrameSender


def list_models(
    sender: FrameSender,
    target: dict[str, str],
    selection: dict[str, Any],
    public_only: bool = False,
) -> None:
    """A report for each model: its module, name and kind."""
    found = select_models(target, selection)
    for model in select_public(found, Target(**target)) if public_only else found:
        sender.send_json(REPORT, {"module": model.module, "name": model.name, "kind": model.kind})


def select_models(target: dict[str, str], selection: dict[str, Any]) -> list[FoundModel]:
    """The models of *target* that *selection* means, or the type that it asks for instead."""
    if selection.get("type"):
        from pytest_fixturegen.discovery.type_expressions import build_type_model

        return [build_type_model(Target(**target), selection["type"])]
    return find_models(Target(**target), selection["include"], selection["exclude"])
