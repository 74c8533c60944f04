"""The parent's side of ``pfg gen tests``: it writes the module for the application in the child."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen._internal.owned_files import choose_output_kind
from pytest_fixturegen.config.command_options import (
    ImportConfig,
    RequestTestsConfig,
    SelectionConfig,
)
from pytest_fixturegen.discovery.targets import parse_target, require_code
from pytest_fixturegen.emitters import modules, request_tests
from pytest_fixturegen.emitters.outputs import Outlet
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.client import run_job
from pytest_fixturegen.worker.output_receiver import EmitResult

APP_JOB = "pytest_fixturegen.worker.app_job:describe_app"


def emit_tests(
    target: str | None,
    settings: RequestTestsConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
) -> EmitResult:
    """Write a module of tests that send requests to the application *target*.

    Raises:
        UsageError: If *target* is missing, or if an option is not a valid name.
    """
    if not target:
        raise UsageError("Missing argument 'TARGET'.", hint="Name it, such as app.main:app.")
    require_code(target, "application to send requests to")
    request_tests.require_names(settings)
    parsed = parse_target(target, Path.cwd())
    outlet = Outlet(
        settings.out,
        stdout,
        (),
        settings.check,
        parsed.file,
        kind=choose_output_kind("tests", settings.out),
    )
    path = outlet.claim_path("the tests")
    request: dict[str, Any] = {
        "include": list(settings.include),
        "exclude": list(settings.exclude),
        "known": [name for name, _ in settings.known],
    }
    with run_job(
        APP_JOB,
        target,
        SelectionConfig(),
        imports,
        **request,
    ) as frame_stream:
        reports = frames.parse_reports(frame_stream)
    command = modules.build_command(
        "tests",
        target,
        settings,
    )
    first_party = modules.list_first_party(reports)
    source = request_tests.build_tests_module(
        reports,
        settings,
        command,
        first_party,
    )
    written = outlet.write(
        path,
        iter([source.encode("utf-8")]),
        [target],
    )
    return EmitResult([written])
