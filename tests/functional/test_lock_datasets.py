"""Locks of datasets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.functional.conftest import Pfg, assert_success, error_of


def test_the_library_of_columnar_files_is_locked(pfg: Pfg, project: Path) -> None:
    lock = project / "pfg.lock"
    for form, libraries in (("csv", 2), ("parquet", 3)):
        lock.unlink(missing_ok=True)
        command = f"gen dataset app/models.py:User -n 5 --format {form} --out users.{form}"
        assert_success(pfg(*command.split()))
        assert_success(pfg("lock", command))
        body = json.loads(lock.read_text())
        assert len(body["libraries"]) == libraries
    body["libraries"]["pyarrow"] = "1.0"
    lock.write_text(json.dumps(body))
    result = pfg("verify", "--json-errors")
    assert result.exit_code == 1
    details: Any = error_of(result)["details"]
    assert [each["cause"] for each in details["drift"]] == ["library"]
