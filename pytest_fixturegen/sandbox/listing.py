"""What the child does for ``pfg list``: apart from the other jobs, since it draws nothing and is waited for."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.sandbox.discovery import FoundModel, find_models, public
from pytest_fixturegen.sandbox.frames import REPORT, Sender
from pytest_fixturegen.sandbox.targets import Target


def list_models(sender: Sender, target: dict[str, str], selection: dict[str, Any], public_only: bool = False) -> None:
    """A report for each model: its module, name and kind."""
    found = models_of(target, selection)
    for model in public(found, Target(**target)) if public_only else found:
        sender.say(REPORT, {"module": model.module, "name": model.name, "kind": model.kind})


def models_of(target: dict[str, str], selection: dict[str, Any]) -> list[FoundModel]:
    """The models of *target* that *selection* means, or the type that it asks for instead."""
    if selection.get("type"):
        from pytest_fixturegen.sandbox.expressions import typed

        return [typed(Target(**target), selection["type"])]
    return find_models(Target(**target), selection["include"], selection["exclude"])
