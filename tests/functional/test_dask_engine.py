"""``--engine dask``: the files of a cluster are those of a local run, and lazy collections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pytest_fixturegen import frame_dask, generate_bag, generate_instances
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.worker import dask_engine
from tests.functional.conftest import Pfg, assert_success, error_of
from tests.persistence.conftest import User

fsspec = pytest.importorskip("fsspec")
distributed = pytest.importorskip("distributed")
WORDS = ("app/models.py:User", "--seed", "3", "-n", "1000", "--shard-size", "250")
NO_CLUSTER = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")


@pytest.mark.usefixtures("in_process")
def test_files_of_a_cluster_are_those_of_a_local_run(pfg: Pfg, project: Path) -> None:
    words = (*WORDS, "--jsonl", "--out")
    assert_success(pfg("gen", "json", *words, "users/{number}.jsonl"))
    local = {path.name: path.read_bytes() for path in (project / "users").iterdir()}
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        engine = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
        for out in ("memory://bucket/{number}.jsonl", "written/{number}.jsonl"):
            assert_success(pfg("gen", "json", *words, out, *engine))
    memory = fsspec.filesystem("memory")
    stored = {Path(name).name: memory.cat(name) for name in memory.find("/bucket")}
    written = {path.name: path.read_bytes() for path in (project / "written").iterdir()}
    for files, lock_file in ((stored, "memory://bucket/pfg.lock"), (written, "written/pfg.lock")):
        lock = json.loads(files.pop("pfg.lock"))
        assert (len(local), files) == (4, local)
        assert [each["records"] for each in lock["entries"][0]["artifacts"]] == [250] * 4
        assert_success(pfg("verify", "--lock-file", lock_file))
    memory.pipe("/bucket/00002.jsonl", b"{}\n")
    result = pfg("verify", "--lock-file", "memory://bucket/pfg.lock", "--json-errors")
    (drift,) = error_of(result)["details"]["drift"]  # type: ignore[index]
    assert (result.exit_code, drift["artifact"]) == (1, "memory://bucket/00002.jsonl")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--out", "-"), "--out"),
        (("--out", "a", "--shard-size", "0"), "--shard-size"),
        (("--out", "a", "--with-related"), "--with-related"),
        (("--out", "a", "--check"), "--check"),
    ],
)
def test_what_cannot_be_divided_is_a_usage_error(
    pfg: Pfg, project: Path, words: tuple[str, ...], named: str
) -> None:
    result = pfg("gen", "json", *WORDS, *words, *NO_CLUSTER, "--json-errors")
    assert (result.exit_code, named in str(error_of(result)["message"])) == (2, True)


def test_a_silent_scheduler_is_an_error(
    pfg: Pfg, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_engine, "CONNECT_SECONDS", 1)
    for kind in ("json", "dataset"):
        result = pfg("gen", kind, *WORDS, "--out", "{model}-{index}", *NO_CLUSTER, "--json-errors")
        error = error_of(result)
        assert (result.exit_code, "tcp://127.0.0.1:9" in str(error["message"])) == (30, True)


@pytest.mark.parametrize(
    ("out", "lock"),
    [
        ("s3://bucket/users", "s3://bucket/users/pfg.lock"),
        ("s3://bucket/users/{number}.jsonl", "s3://bucket/users/pfg.lock"),
        ("s3://bucket/{model}/{number}.jsonl", "s3://bucket/pfg.lock"),
        ("/data/users", "/data/users/pfg.lock"),
        ("memory://users/a.csv", "memory://users/pfg.lock"),
        ("a.jsonl", "pfg.lock"),
    ],
)
def test_the_lock_lies_beside_the_files(out: str, lock: str) -> None:
    assert dask_engine.find_manifest(out) == lock


def test_a_lazy_bag_has_the_instances_of_the_model() -> None:
    import dask

    bag = generate_bag(User, 70, seed=3, partition_size=30)
    assert bag.npartitions == 3
    with dask.config.set(scheduler="synchronous"):
        assert bag.compute() == list(generate_instances(User, 70, seed=3))
    with pytest.raises(UsageError, match="partition_size=0"):
        generate_bag(User, 70, partition_size=0)


def test_a_lazy_frame_has_the_rows_of_the_table() -> None:
    pytest.importorskip("pandas")
    import dask
    import pandas as pd

    from pytest_fixturegen import frame

    lazy = frame_dask(User, 70, seed=3, partition_size=30)
    assert (lazy.npartitions, lazy.divisions) == (3, (0, 30, 60, 69))
    whole = frame(User, 70, seed=3).to_pandas(types_mapper=pd.ArrowDtype)
    with dask.config.set(scheduler="synchronous"):
        assert lazy.compute().equals(whole)
        assert int(lazy.id.sum().compute()) == int(whole.id.sum())
