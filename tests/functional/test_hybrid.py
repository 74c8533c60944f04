"""``pfg list --hybrid`` reads the source before it imports the module."""

from __future__ import annotations

from pathlib import Path

from tests.functional.conftest import Pfg


def test_a_module_without_selected_models_is_not_imported(pfg: Pfg, project: Path) -> None:
    (project / "app" / "slow.py").write_text(
        "from pydantic import BaseModel\nclass A(BaseModel): ...\nraise SystemExit\n"
    )
    result = pfg("list", "app/slow.py", "--hybrid", "--include", "*.B")
    assert result.exit_code == 10, result.output
    assert "shows no models" in result.stderr


def test_models_only_the_import_finds_are_listed_with_a_warning(pfg: Pfg, project: Path) -> None:
    code = (
        "from pydantic import BaseModel, create_model\nclass A(BaseModel): ...\n"
        "B = create_model('B', x=(int, 1))\n"
    )
    (project / "app" / "made.py").write_text(code + "B.__module__ = __name__\n")
    result = pfg("list", "app/made.py", "--hybrid", "--timeout", "60")
    assert result.stdout.splitlines() == ["app.made.A  model", "app.made.B  model"]
    assert "the source does not show B; only the import does" in result.stderr
