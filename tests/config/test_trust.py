"""Which settings of a project need the user's trust, and how trust is given and remembered."""

from __future__ import annotations

import dataclasses
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.config import trust, trust_store
from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.project_file import load_configuration, read_project_file
from pytest_fixturegen.config.safe_folders import is_own_group, is_private, list_homes
from pytest_fixturegen.config.sources import Source, get_option_key, list_known_keys
from pytest_fixturegen.errors import ConfigError
from tests.config.trust_rows import HARMLESS, WIDENING

OPTIONS = {
    get_option_key(config, option.name): option
    for config in CONFIGS
    for option in dataclasses.fields(config)
}
NO_FLAGS = Source({}, "--{flag}")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project as the working directory, with links, and a folder of trust outside."""
    folder = tmp_path / "project"
    for name in ("venv/lib", "out", ".git/hooks"):
        (folder / name).mkdir(parents=True)
    (folder / "venv" / "pyvenv.cfg").touch()
    (folder / "away").symlink_to(tmp_path)
    (folder / "leads-away.json").symlink_to(tmp_path / "new.json")
    (folder / "back").symlink_to(folder / "out")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(folder)
    return folder


def make_source(folder: Path, values: dict[str, Any]) -> Source:
    return Source(values, "{key}", file=str(folder / "pyproject.toml"), is_found=True)


def refuse(source: Source, *stronger: Source) -> Source:
    return trust.refuse_untrusted(source, CONFIGS, stronger, is_in_process=True)


def list_refused(source: Source, *stronger: Source) -> list[str]:
    """Return the keys that the refusal of *source* lists."""
    with pytest.raises(ConfigError) as caught:
        refuse(source, *stronger)
    keys: list[str] = caught.value.facts["keys"]
    return keys


def test_every_key_has_a_decision() -> None:
    assert WIDENING.keys() | {*HARMLESS} == list_known_keys()
    assert not WIDENING.keys() & {*HARMLESS}


def test_the_declarations_follow_the_decisions() -> None:
    widening = {key for key, option in OPTIONS.items() if option.metadata["widens"] != "never"}
    assert widening == WIDENING.keys()


@pytest.mark.parametrize(
    ("key", "value"),
    [(key, value) for key, (refused, _) in WIDENING.items() for value in refused],
)
def test_a_value_that_widens_rights_needs_trust(project: Path, key: str, value: Any) -> None:
    assert list_refused(make_source(project, {key: value, "seed": 7})) == [key]


@pytest.mark.parametrize(
    ("key", "value"),
    [(key, value) for key, (_, allowed) in WIDENING.items() for value in allowed],
)
def test_a_value_without_more_rights_is_obeyed(project: Path, key: str, value: Any) -> None:
    source = make_source(project, {key: value, "seed": 7})
    assert refuse(source) is source


def test_one_sentence_lists_the_file_and_all_keys(project: Path) -> None:
    source = make_source(project, {"trust": True, "json.out": "/x", "allow_env": ["A"], "seed": 1})
    with pytest.raises(ConfigError) as caught:
        refuse(source)
    message, hint = caught.value.message, caught.value.hint
    assert "pyproject.toml sets 'trust', 'allow_env' and 'json.out': expected" in message
    assert all(way in hint for way in ("pfg trust pyproject.toml", "--trust", "command line"))


def test_functions_of_fields_need_trust_only_without_a_sandbox(project: Path) -> None:
    source = make_source(project, {"overrides": {"User.name": {"factory": "app.fakes:name"}}})
    assert trust.refuse_untrusted(source, CONFIGS, []) is source


def test_a_command_asks_only_for_its_own_options(project: Path) -> None:
    source = make_source(project, {"json.out": "/x"})
    others = [config for config in CONFIGS if getattr(config, "section", "") != "json"]
    assert trust.refuse_untrusted(source, others, []) is source


def test_what_a_stronger_source_repeats_is_not_asked(project: Path) -> None:
    source = make_source(project, {"allow_read": ["/etc"], "seed": 1})
    assert refuse(source, Source({"allow_read": ("/usr",)}, "")).values == {"seed": 1}


def test_aliases_of_the_project_are_not_merged(project: Path) -> None:
    aliases = {"jsonl": {"path": "evil:Handler"}}
    source = make_source(project, {"persistence.handlers": aliases})
    assert refuse(source, Source({"persistence.handlers": {}}, "")).values == {}


@pytest.mark.parametrize("value", [True, "1", "yes"])
def test_trust_of_the_run_allows_everything(project: Path, value: Any) -> None:
    source = make_source(project, {"json.out": "/x", "allow_read": ["/etc"]})
    assert refuse(source, Source({"trust": value}, "")) is source


def test_no_trust_beats_a_weaker_trust(project: Path) -> None:
    source = make_source(project, {"json.out": "/x"})
    flag, variable = Source({"trust": False}, ""), Source({"trust": "1"}, "")
    assert list_refused(source, flag, variable) == ["json.out"]


def test_the_project_cannot_trust_itself(project: Path) -> None:
    file = make_source(project, {"trust": True})
    assert list_refused(make_source(project, {"store.adapter": "a:b"}), file) == ["store.adapter"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (({"sandbox": "strict"}, {"trust": True}), [{"sandbox": "strict"}, {}]),
        (({"sandbox": "strict", "trust": True}, {}), [{"sandbox": "strict"}, {}]),
        (({"trust": True}, {"sandbox": "strict"}), [{"trust": True}, {}]),
        (({"trust": False}, {"sandbox": "off"}), [{"trust": False}, {}]),
        (({}, {"sandbox": "strict", "trust": True}), [{}, {"sandbox": "strict"}]),
    ],
)
def test_the_strongest_source_decides_the_sandbox(
    given: tuple[dict[str, Any], ...], expected: list[dict[str, Any]]
) -> None:
    sources = [Source(values, "") for values in given]
    assert [source.values for source in trust.combine_sandbox_keys(sources)] == expected


def test_trust_is_remembered_by_path_and_settings(project: Path) -> None:
    source = make_source(project, {"json.out": "/x"})
    trust_store.add_trust(source)
    assert refuse(source) is source
    changed = dataclasses.replace(source, values={"json.out": "/y"})
    assert list_refused(changed) == ["json.out"]
    moved = dataclasses.replace(source, file=str(project / "out" / "pyproject.toml"))
    assert list_refused(moved) == ["json.out"]


def test_a_changed_project_is_told_apart_from_a_new_one(project: Path) -> None:
    trust_store.add_trust(make_source(project, {"json.out": "/x"}))
    with pytest.raises(ConfigError, match="got trust in an earlier version"):
        refuse(make_source(project, {"json.out": "/y"}))


def test_trust_holds_in_every_folder_of_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[tool.pytest_fixturegen]\nallow_read = ["data", "../shared"]\n'
    (project / "pyproject.toml").write_text(text)
    trust_store.add_trust(load_configuration(project))
    monkeypatch.chdir(project / "out")
    assert trust_store.is_trusted(load_configuration(project / "out"))


def test_revoked_trust_is_gone(project: Path) -> None:
    source = make_source(project, {"json.out": "/x"})
    trust_store.add_trust(source)
    assert trust_store.remove_trust(str(project))
    assert not trust_store.remove_trust(str(project))
    assert list_refused(source) == ["json.out"]


def test_only_the_user_can_read_the_list(project: Path) -> None:
    trust_store.add_trust(make_source(project, {}))
    file = trust_store.find_trust_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not file.is_relative_to(project)


@pytest.mark.parametrize("mode", [0o666, 0o606])
def test_a_list_that_others_can_write_counts_for_nothing(project: Path, mode: int) -> None:
    source = make_source(project, {"json.out": "/x"})
    trust_store.add_trust(source)
    trust_store.find_trust_file().chmod(mode)
    assert list_refused(source) == ["json.out"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', "null"])
def test_a_broken_list_counts_for_nothing(project: Path, text: str) -> None:
    source = make_source(project, {"json.out": "/x"})
    trust_store.add_trust(source)
    trust_store.find_trust_file().write_text(text)
    assert list_refused(source) == ["json.out"]


def test_a_list_of_the_checkout_counts_for_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container may have the project as its home, where the list then lies."""
    source = make_source(project, {"json.out": "/x"})
    trust_store.add_trust(source)
    own_list = project / ".config" / "pytest-fixturegen" / "trusted.json"
    own_list.parent.mkdir(parents=True, mode=0o700)
    own_list.write_text(trust_store.find_trust_file().read_text())
    monkeypatch.setenv("XDG_CONFIG_HOME", str(project / ".config"))
    assert list_refused(source) == ["json.out"]
    with pytest.raises(ConfigError, match="would be a part of it"):
        trust_store.add_trust(source)


def test_nothing_is_an_ordinary_place_of_a_project_with_the_home(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(project / "out"))
    assert not trust.is_project_file("x.json", str(project))


def test_both_homes_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pwd = pytest.importorskip("pwd")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert {Path(pwd.getpwuid(os.getuid()).pw_dir).resolve(), tmp_path} == {*list_homes()}


def write_pyproject(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nseed = 7\n")


@pytest.mark.parametrize("place", ["", "sub", "sub/deeper"])
def test_a_folder_that_others_can_write_ends_the_search(
    project: Path, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    shared = project / "shared"
    write_pyproject(shared)
    start = shared / place
    start.mkdir(parents=True, exist_ok=True)
    assert read_project_file(start).values == {"seed": 7}
    shared.chmod(0o1777)
    write_pyproject(project)  # above it: not reached
    assert read_project_file(start).values == {}
    assert "other users can write it" in caplog.text


def test_a_file_that_others_can_write_is_ignored(project: Path) -> None:
    write_pyproject(project)
    (project / "pyproject.toml").chmod(0o666)
    assert read_project_file(project).values == {}


def test_a_link_to_a_file_that_others_can_write_is_ignored(project: Path, tmp_path: Path) -> None:
    write_pyproject(tmp_path / "other")
    (tmp_path / "other" / "pyproject.toml").chmod(0o646)
    (project / "pyproject.toml").symlink_to(tmp_path / "other" / "pyproject.toml")
    assert read_project_file(project).values == {}


def test_ignored_files_without_options_cause_no_warning(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    project.chmod(0o777)
    assert read_project_file(project).values == {}
    assert caplog.text == ""


def test_a_named_file_may_be_anywhere(project: Path) -> None:
    write_pyproject(project)
    project.chmod(0o777)
    named = load_configuration(project, str(project / "pyproject.toml"))
    assert named.values == {"seed": 7}
    assert not named.is_found


def test_files_of_other_users_are_not_private(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        os.chown(tmp_path, 12345, -1)
    assert is_private(tmp_path, user_id=tmp_path.stat().st_uid)
    assert not is_private(tmp_path, user_id=54321)
    assert is_private("/", user_id=54321)  # root may change everything anyway


def test_a_group_with_other_members_is_not_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o770)
    assert is_private(tmp_path) == is_own_group(tmp_path.stat().st_gid)
    assert not is_own_group(1)  # that of the system's daemons


def test_a_missing_file_is_not_private(tmp_path: Path) -> None:
    assert not is_private(tmp_path / "missing")
    assert not is_private("\0")


def test_the_list_holds_paths_and_digests_alone(project: Path) -> None:
    trust_store.add_trust(make_source(project, {"serve.token": "secret"}))
    content = json.loads(trust_store.find_trust_file().read_text())
    assert list(content) == [str(project / "pyproject.toml")]
    assert "secret" not in str(content)


def test_the_root_directory_of_pytest_is_trusted_but_not_what_is_above(project: Path) -> None:
    write_pyproject(project)
    (project / "out").chmod(0o777)
    project.chmod(0o777)
    assert read_project_file(project, is_start_trusted=True).values == {"seed": 7}
    assert read_project_file(project / "out", is_start_trusted=True).values == {}
