"""What the target may read: its project, but not the home, other runs, or what is above it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.sandbox.environment import RUN_FOLDER_PREFIX, build_policy
from pytest_fixturegen.sandbox.policy import SandboxPolicy


def build_policy_for(target: str, scratch: Path) -> SandboxPolicy:
    """Return the policy of a child that imports *target* from the working directory."""
    parsed = parse_target(target, Path.cwd())
    return build_policy(ImportConfig(), {"target": parsed.as_json()}, scratch)


def can_read(policy: SandboxPolicy, path: Path) -> bool:
    return any(path.resolve().is_relative_to(folder) for folder in policy.readable_paths)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout with a model as the working directory; around it are other files."""
    folder = tmp_path / "work" / "checkout"
    folder.mkdir(parents=True)
    (folder / "models.py").touch()
    (folder / "data.txt").touch()
    (tmp_path / "work" / "secret.txt").touch()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "tmp").mkdir()
    return folder


def test_a_checkout_is_readable(checkout: Path) -> None:
    policy = build_policy_for("models.py", checkout.parent / "scratch")
    assert can_read(policy, checkout / "data.txt")
    assert not can_read(policy, checkout.parent / "secret.txt")


@pytest.mark.parametrize(
    ("file", "text"), [("__init__.py", ""), ("other.py", "from checkout.models import User\n")]
)
def test_no_file_of_a_checkout_makes_the_folder_above_readable(
    checkout: Path, file: str, text: str
) -> None:
    (checkout / file).write_text(text)
    (checkout.parent / "neighbour.py").touch()
    policy = build_policy_for("models.py", checkout.parent / "scratch")
    assert can_read(policy, checkout / "data.txt")
    assert not can_read(policy, checkout.parent / "secret.txt")
    assert can_read(policy, checkout.parent / "neighbour.py")
    assert str(checkout.parent) in policy.listable_folders


def test_a_project_above_the_folder_is_readable(checkout: Path) -> None:
    (checkout / "__init__.py").touch()
    (checkout.parent / "pyproject.toml").touch()
    policy = build_policy_for("models.py", checkout.parent / "scratch")
    assert can_read(policy, checkout.parent / "secret.txt")


@pytest.mark.parametrize("is_above", [False, True])
def test_a_project_in_the_home_reads_code_alone(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, is_above: bool
) -> None:
    home = checkout / "ada" if is_above else checkout
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    (checkout / "key.py").symlink_to(checkout.parent / "secret.txt")
    policy = build_policy_for("models.py", checkout.parent / "scratch")
    assert can_read(policy, checkout / "models.py")
    assert not can_read(policy, checkout / "data.txt")
    assert not can_read(policy, checkout.parent / "secret.txt")
    assert (str(checkout) in policy.listable_folders) is not is_above


def test_the_home_of_the_user_database_is_one_too(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pwd = pytest.importorskip("pwd")
    home = Path(pwd.getpwuid(os.getuid()).pw_dir).resolve()
    monkeypatch.chdir(home)
    policy = build_policy_for(str(checkout / "models.py"), checkout / "scratch")
    assert str(home) not in policy.readable_paths
    assert not can_read(policy, home / ".ssh")


@pytest.mark.parametrize("keys", [".ssh", ".gnupg"])
def test_a_folder_with_keys_counts_as_a_home(checkout: Path, keys: str) -> None:
    (checkout / keys).mkdir()
    policy = build_policy_for("models.py", checkout.parent / "scratch")
    assert can_read(policy, checkout / "models.py")
    assert not can_read(policy, checkout / keys)


def test_a_project_with_temporary_files_cannot_read_other_runs(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tmp/pfg-run-other/scratch", "tmp/own", "state"):
        (checkout / name).mkdir(parents=True)
    (checkout / "tmp" / "loop").symlink_to(checkout)
    monkeypatch.setenv("TMPDIR", str(checkout / "tmp"))
    policy = build_policy_for(
        "models.py", checkout / "tmp" / f"{RUN_FOLDER_PREFIX}mine" / "scratch"
    )
    assert can_read(policy, checkout / "data.txt")
    assert can_read(policy, checkout / "state")
    assert can_read(policy, checkout / "tmp" / "own")
    assert not can_read(policy, checkout / "tmp" / "pfg-run-other" / "scratch")
