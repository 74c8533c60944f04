"""A bug of this package in the child is exit code 99; what the target breaks or forges is not."""

from __future__ import annotations

import builtins
from pathlib import Path
from types import ModuleType

import pytest

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import ISSUES_URL, InternalError
from pytest_fixturegen.worker import seal
from pytest_fixturegen.worker.process import run_child


def test_an_unexpected_exception_of_a_job_is_an_internal_error(tmp_path: Path) -> None:
    """The probe of the sandbox, asked for nothing, is a job that fails in our own code."""
    request = {"outside": 5}
    with (
        pytest.raises(InternalError) as caught,
        run_child(
            "pytest_fixturegen.worker.probes:probe_native_calls",
            request,
            ImportConfig(timeout=60),
            is_silent=True,
        ) as frames,
    ):
        list(frames)
    assert caught.value.code == 99
    assert caught.value.facts["report"] == ISSUES_URL


def test_the_seal_of_untouched_modules_is_whole() -> None:
    whole = seal.Seal("abc")
    whole.take_inventory()
    assert whole.get_text() == "abc"


@pytest.mark.parametrize("module", [seal, builtins], ids=["this package", "builtins"])
def test_a_replaced_function_breaks_the_seal(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = seal.Seal("abc")
    monkeypatch.setattr(module, "probe_of_the_seal", 1, raising=False)
    broken.take_inventory()
    monkeypatch.setattr(module, "probe_of_the_seal", 2)
    assert not broken.get_text()
