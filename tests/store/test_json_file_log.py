"""The log of json-file: what survives a kill, the lock, and files that are edited by hand."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.change_log import HEADER_LENGTH, ChangeLog
from pytest_fixturegen.store.adapters.json_file import JsonFileAdapter
from pytest_fixturegen.store.errors import BadRequestError, ConflictError
from pytest_fixturegen.store.store import Store
from tests.store.manual_timer import ManualTimer

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.store.test_json_file_log import open_towns
store = open_towns(Path(sys.argv[1]), **{options!r})
for number in range(3):
    store["towns"].create(name=f"town {{number}}")
store["towns"].patch(1, name="renamed")
store["towns"].delete(2)
with store.rollback():
    store["towns"].create(name="undone")
print("ready", flush=True)
sys.stdin.read()
"""


class Town(BaseModel):
    id: int
    name: str
    region_id: int | None = None


class Region(BaseModel):
    id: int
    name: str


LINKS = GenerationConfig(link=("Town.region_id=Region.id",))


def open_towns(path: Path, **options: Any) -> Store:
    """Return a store of towns in the JSON file at *path*, without drawn records."""
    config = StoreConfig(adapter="json-file", db_path=str(path), generate=False, **options)
    return open_store({"towns": Town, "regions": Region}, config, LINKS)


def open_timed(path: Path, timer: ManualTimer) -> Store:
    """Return a store of towns whose file is written at the ticks of *timer*."""

    def make_adapter(lock: Any) -> JsonFileAdapter:
        return JsonFileAdapter(str(path), auto_save=True, interval=0, lock=lock, stop_event=timer)

    config = StoreConfig(generate=False)
    return open_store({"towns": Town, "regions": Region}, config, LINKS, adapter=make_adapter)


def start_writer(path: Path, **options: Any) -> subprocess.Popen[str]:
    """Start a process that changes five records of the store at *path* and then waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER.format(root=str(ROOT), options=options), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def log_of(path: Path) -> Path:
    return path.with_name(path.name + ".log")


def names_of(path: Path) -> list[str]:
    return [town["name"] for town in json.loads(path.read_text("utf-8"))["towns"]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "db.json"


@pytest.fixture
def killed(path: Path) -> Path:
    """Return the path of a file whose log has all changes of a killed process."""
    with closing(open_towns(path)):
        pass
    process = start_writer(path, save_interval=3600)
    kill(process)
    assert log_of(path).stat().st_size > HEADER_LENGTH
    return path


@pytest.mark.parametrize("interval", [0, 3600])
def test_a_killed_store_loses_no_acknowledged_change(path: Path, interval: float) -> None:
    kill(start_writer(path, save_interval=interval))
    with closing(open_towns(path)) as store:
        assert [town.name for town in store["towns"]] == ["renamed", "town 2"]
        assert store["towns"].create(name="next").id == 4
    assert names_of(path) == ["renamed", "town 2", "next"]
    assert not log_of(path).exists()


def test_recovered_changes_are_written_at_once(killed: Path) -> None:
    with closing(open_towns(killed, auto_save=False)):
        assert names_of(killed) == ["renamed", "town 2"]


@pytest.mark.parametrize("cut", [2, 5, 12])
def test_a_torn_end_of_the_log_is_dropped(killed: Path, cut: int) -> None:
    log = log_of(killed)
    log.write_bytes(log.read_bytes()[:-cut])
    with closing(open_towns(killed)) as store:  # the delete was the last change
        assert [town.name for town in store["towns"]] == ["renamed", "town 1", "town 2"]


def test_a_damaged_entry_ends_the_log(killed: Path) -> None:
    log = log_of(killed)
    log.write_bytes(log.read_bytes().replace(b"town 1", b"town 7"))
    with closing(open_towns(killed)) as store:
        assert [town.name for town in store["towns"]] == ["town 0"]


def test_a_transaction_in_the_log_is_applied_as_a_whole(path: Path) -> None:
    timer = ManualTimer()
    store = open_timed(path, timer)
    before = path.read_bytes()
    store["towns"].create(name="first")
    with store.transaction():
        store["towns"].create(name="second")
        store["towns"].create(name="third")
    content = log_of(path).read_bytes()
    store.close()
    path.write_bytes(before)
    for end in range(len(content) - 100, len(content) - 1):
        names = recover(path, content[:end])
        assert names in (["first"], []), end
    assert recover(path, content) == ["first", "second", "third"]


def recover(path: Path, log: bytes) -> list[str]:
    """Return the towns after a start with the empty file and *log*."""
    log_of(path).write_bytes(log)
    before = path.read_bytes()
    with closing(open_towns(path)) as store:
        names = [town.name for town in store["towns"]]
    path.write_bytes(before)
    return names


def test_changes_that_the_file_already_contains_are_not_pending(path: Path) -> None:
    """A crash between the new file and the new log leaves both."""
    log = ChangeLog(path)
    log.acquire()
    log.restart("a" * 64)
    log.append([b"put towns 1\n"])
    log.append_base("b" * 64)
    assert log.read_pending("b" * 64) == ()
    log.append([b"put towns 2\n", b"put towns 3\n"])
    assert log.read_pending("a" * 64) == (b"put towns 1\n", b"put towns 2\n", b"put towns 3\n")
    assert log.read_pending("b" * 64) == (b"put towns 2\n", b"put towns 3\n")
    assert log.read_pending("c" * 64) is None
    old_entries = log.path.read_bytes()[HEADER_LENGTH:]
    log.restart("c" * 64)
    with log.path.open("ab") as file:
        file.write(old_entries)
    assert log.read_pending("c" * 64) == ()
    log.close(is_obsolete=True)
    assert not log.path.exists()


def test_the_file_is_written_now_and_then(path: Path) -> None:
    timer = ManualTimer()
    with closing(open_timed(path, timer)) as store:
        for number in range(50):
            store["towns"].create(name=f"town {number}")
        assert names_of(path) == []
        assert store.get_stats()["storage"] == {"file": str(path), "saves": 1, "unsaved": True}
        timer.tick()
        assert len(names_of(path)) == 50
        assert log_of(path).stat().st_size == HEADER_LENGTH
        assert store.get_stats()["storage"] == {"file": str(path), "saves": 2, "unsaved": False}


def test_a_refused_change_is_not_in_the_log(path: Path) -> None:
    with closing(open_timed(path, ManualTimer())) as store:
        size = log_of(path).stat().st_size
        body = b'{"name": "x", "region_id": %d}'
        with pytest.raises(ConflictError):
            store.rows("towns").create_many([b'{"name": "x"}', body % 9])
        assert log_of(path).stat().st_size == size


def test_a_second_process_is_refused_with_the_id_of_the_first(path: Path) -> None:
    process = start_writer(path)
    with pytest.raises(StoreError, match=rf"db\.json is in use by process {process.pid}: "):
        open_towns(path)
    kill(process)
    open_towns(path).close()


@pytest.mark.parametrize("options", [{"auto_save": False}, {"save_interval": 3600}])
def test_a_second_store_of_a_process_is_refused(path: Path, options: Any) -> None:
    with closing(open_towns(path, **options)):
        message = rf"db\.json is in use by this process {os.getpid()}"
        with pytest.raises(StoreError, match=message):
            open_towns(path)
    open_towns(path).close()


def test_a_link_to_a_file_shares_its_lock(path: Path) -> None:
    link = path.with_name("link.json")
    with closing(open_towns(path)):
        link.symlink_to(path)
        with pytest.raises(StoreError, match="is in use by"):
            open_towns(link)


def edit(path: Path, text: str) -> None:
    """Replace the file, as an editor does."""
    path.with_name("edited").write_text(text)
    path.with_name("edited").replace(path)


def test_an_edited_file_is_read_if_nothing_is_unsaved(path: Path) -> None:
    timer = ManualTimer()
    with closing(open_timed(path, timer)) as store:
        store["towns"].create(name="Oslo")
        assert store["towns"].get(1).name == "Oslo"
        timer.tick()
        edit(path, path.read_text().replace("Oslo", "Rome"))
        assert store["towns"].get(1).name == "Rome"
        store["towns"].create(name="Bern")
    assert names_of(path) == ["Rome", "Bern"]


def test_a_change_is_refused_if_the_file_was_edited_meanwhile(path: Path) -> None:
    timer = ManualTimer()
    with closing(open_timed(path, timer)) as store:
        store["towns"].create(name="Oslo")  # only the log has it
        edited = '{"towns": [{"id": 7, "name": "Rome"}]}'
        edit(path, edited)
        for _ in range(2):
            with pytest.raises(ConflictError, match=r"db\.json was edited by another program"):
                store["towns"].create(name="Bern")
        timer.tick()  # the thread does not overwrite it either
        assert path.read_text() == edited
        with pytest.raises(ConflictError, match="was edited"):
            store.save()
        assert [town.name for town in store["towns"]] == ["Oslo"]
        store.load()
        assert store["towns"].create(name="Bern").id == 8
    assert names_of(path) == ["Rome", "Bern"]


def test_the_records_of_the_store_win_if_the_edited_file_is_moved_away(path: Path) -> None:
    timer = ManualTimer()
    with closing(open_timed(path, timer)) as store:
        store["towns"].create(name="Oslo")
        path.write_text('{"towns": []}')
        with pytest.raises(ConflictError, match="was edited"):
            store["towns"].create(name="Bern")
        path.unlink()
        store["towns"].create(name="Bern")
    assert names_of(path) == ["Oslo", "Bern"]


def test_an_edit_that_is_not_valid_leaves_the_records_readable(path: Path) -> None:
    timer = ManualTimer()
    with closing(open_timed(path, timer)) as store:
        store["towns"].create(name="Oslo")
        timer.tick()
        good = path.read_text()
        path.write_text(good.replace('"Oslo"', ""))
        assert [town.name for town in store["towns"]] == ["Oslo"]
        with pytest.raises(ConflictError, match=r"It is not valid: .*db\.json"):
            store["towns"].create(name="Bern")
        path.write_text(good.replace("Oslo", "Rome"))
        assert [town.name for town in store["towns"]] == ["Rome"]


def test_a_file_that_was_only_touched_is_not_edited(path: Path) -> None:
    with closing(open_timed(path, ManualTimer())) as store:
        store["towns"].create(name="Oslo")
        os.utime(path, (1, 1))
        store["towns"].create(name="Bern")
    assert names_of(path) == ["Oslo", "Bern"]


def test_an_edit_after_a_kill_is_refused_until_the_log_is_deleted(killed: Path) -> None:
    killed.write_text('{"towns": [{"id": 7, "name": "Rome"}]}')
    with pytest.raises(StoreError, match=r"was edited after .* changes in db\.json\.log") as caught:
        open_towns(killed)
    assert str(log_of(killed)) in caught.value.hint
    log_of(killed).unlink()
    with closing(open_towns(killed)) as store:
        assert [town.name for town in store["towns"]] == ["Rome"]


def test_reset_replaces_a_corrupt_file_and_its_log(killed: Path) -> None:
    killed.write_bytes(b"\xff no json")
    config = StoreConfig(adapter="json-file", db_path=str(killed), generate=False)
    data = {"towns": [{"id": 1, "name": "new"}]}
    with closing(open_store([Town, Region], config, LINKS, data=data, reset=True)):
        pass
    assert names_of(killed) == ["new"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "expected an object, got an array"),
        ("7", "expected an object, got a number"),
        ('{"towns": {}}', "expected a list of the records of 'towns', got an object"),
        ('{"towns": null}', "expected a list of the records of 'towns', got null"),
        ('{"towns": [1]}', r"towns\[0\]"),
        ('{"_numbers": 3}', "_numbers"),
        ('{"_numbers": {"towns": "x"}}', "_numbers"),
        ("", "Expecting value"),
    ],
)
def test_a_corrupt_file_has_a_clear_error(path: Path, text: str, reason: str) -> None:
    path.write_text(text)
    with pytest.raises(StoreError, match=rf"db\.json.*{reason}"):
        open_towns(path)
    assert path.read_text() == text


def test_numbers_continue_after_a_file_written_by_hand(path: Path) -> None:
    towns = [{"id": number, "name": "x"} for number in range(1, 2001)]
    path.write_text(json.dumps({"towns": towns}))
    with closing(open_towns(path)) as store:
        store["towns"].delete(2000)
        assert store["towns"].create(name="next").id == 2001
        assert store.restore(json.dumps({"towns": towns}).encode()) is None
        assert store["towns"].create(name="next").id == 2001


def test_a_read_only_folder_allows_reading_alone(path: Path) -> None:
    """A folder in the place of the log: root may write to a read-only folder."""
    path.write_text('{"towns": [{"id": 1, "name": "Oslo"}]}')
    log_of(path).mkdir()
    with closing(open_towns(path)) as store:
        assert store["towns"].get(1).name == "Oslo"
        with pytest.raises(StoreError, match=r"db\.json cannot be written"):
            store["towns"].create(name="Bern")
        assert len(store["towns"]) == 1
    assert names_of(path) == ["Oslo"]


def test_threads_share_a_store(path: Path) -> None:
    with closing(open_towns(path)) as store:

        def write(number: int) -> None:
            for index in range(20):
                store["towns"].create(name=f"{number}-{index}")
                with suppress(BadRequestError):
                    store.backup()

        threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({town.id for town in store["towns"]}) == 160
    assert len(names_of(path)) == 160
