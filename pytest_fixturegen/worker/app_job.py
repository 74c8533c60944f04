"""The job of ``pfg gen tests``: it imports an application and lists what its requests need."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.discovery.importer import import_target
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError, UsageError, suggest_nearest
from pytest_fixturegen.http_cases.applications import is_fastapi, list_operations
from pytest_fixturegen.http_cases.operations import Operation, select_operations
from pytest_fixturegen.worker.frames import REPORT, FrameSender

TEST_CLIENTS = {True: "fastapi.testclient", False: "starlette.testclient"}
"""The module of the test client, for applications of FastAPI and for others."""


def describe_app(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    include: list[str],
    exclude: list[str],
    known: list[str],
) -> None:
    """Send a report on the application of *target*: its operations, and what they refer to.

    *known* are the names of parameters whose records are known. The *selection* of models is empty.

    Raises:
        DiscoveryError: If the target is not an application.
        UsageError: If the application has no document, or no operation is selected.
    """
    parsed = Target.from_json(target)
    name, app = _find_app(parsed)
    operations = list_operations(app)
    selected = select_operations(
        operations,
        include,
        exclude,
    )
    if not selected:
        raise UsageError(
            f"No operation of {parsed.module}:{name} is selected.",
            hint=f"It has {', '.join(each.name for each in operations[:5])} …",
        )
    sender.send_json(
        REPORT,
        {
            "symbol": ["symbol", parsed.module, name],
            "operations": len(selected),
            "unknown": _list_unknown(selected, known),
            "test_client": TEST_CLIENTS[is_fastapi(app)],
        },
    )


def _find_app(target: Target) -> tuple[str, Any]:
    """Return the name of the application in its module, and the application."""
    module = import_target(target)
    names = [name for name, value in vars(module).items() if _is_app(value)]
    chosen = target.qualname or (names[0] if len(names) == 1 else "")
    value = (
        getattr(
            module,
            chosen,
            None,
        )
        if chosen
        else None
    )
    if value is not None and (_is_app(value) or not isinstance(value, type)):
        return chosen, value
    if len(names) > 1 and not target.qualname:
        raise DiscoveryError(
            f"{target.module} has several applications: {', '.join(names)}.",
            hint=f"Name one of them, such as {target.module}:{names[0]}.",
            module=target.module,
        )
    wanted = f"no application {target.qualname!r}" if target.qualname else "no application"
    raise DiscoveryError(
        f"{target.module} has {wanted}.",
        hint=suggest_nearest(target.qualname, names) or "Name one, such as app.main:app.",
        module=target.module,
    )


def _is_app(value: Any) -> bool:
    """Return whether *value* is an application whose document can be read."""
    if isinstance(value, type):
        return False
    return is_fastapi(value) or (
        callable(value)
        and callable(
            getattr(
                value,
                "openapi",
                None,
            )
        )
    )


def _list_unknown(operations: list[Operation], known: list[str]) -> list[str]:
    """Return the parameters of paths whose records are not *known*, each once."""
    names: dict[str, None] = {}
    for operation in operations:
        group = operation.model.model_fields.get("path")
        for name, field in getattr(
            group and group.annotation,
            "model_fields",
            {},
        ).items():
            alias = field.alias or name
            if not {name, alias, f"path.{name}", f"path.{alias}"} & {*known}:
                names[alias] = None
    return [*names]
