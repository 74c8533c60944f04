"""``--engine dask``: workers write their files to an object store, although some are killed.

python -m pytest tests/soak/dask_cluster.py    # some minutes
"""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Pfg, assert_success, error_of, pfg, project

__all__ = ["pfg", "project"]  # fixtures

distributed = pytest.importorskip("distributed")
WORDS = ("app/models.py:User", "--seed", "3", "-n", "1000", "--shard-size", "250")


@pytest.fixture(scope="module")
def store() -> Iterator[None]:
    """Start an S3-compatible server; variables lead all processes to it."""
    server_module = pytest.importorskip("moto.server")
    server = server_module.ThreadedMotoServer(port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("PFG_TIMEOUT", "120")
        patch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        yield
    server.stop()


@pytest.fixture(scope="module")
def cluster(store: None) -> Iterator[Any]:
    """Start a cluster of 4 worker processes."""
    with distributed.LocalCluster(
        n_workers=4, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


def kill_worker_later(cluster: Any, seconds: float) -> threading.Timer:
    """Kill the process of one worker after some seconds, whatever it is doing."""
    (first, *_) = cluster.workers.values()
    timer = threading.Timer(seconds, os.kill, (first.pid, signal.SIGKILL))
    timer.start()
    return timer


def test_files_in_an_object_store_are_those_of_a_local_run(
    pfg: Pfg, project: Path, cluster: Any
) -> None:
    import s3fs

    bucket = s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
    bucket.mkdir("bucket")
    engine = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
    kinds = {
        "json": ("users/{number}.jsonl", "--jsonl"),
        "dataset": ("table", "--format", "parquet"),
    }
    for kind, (out, *words) in kinds.items():
        timer = kill_worker_later(cluster, 1)
        remote = pfg("gen", kind, *WORDS, *words, "--out", f"s3://bucket/{out}", *engine)
        assert_success(remote)
        timer.join()
        assert_success(pfg("gen", kind, *WORDS, *words, "--out", out))
        folder = out.partition("/")[0]
        local = {path.name: path.read_bytes() for path in (project / folder).iterdir()}
        stored = {Path(name).name: bucket.cat(name) for name in bucket.find(f"bucket/{folder}")}
        lock = json.loads(stored.pop("pfg.lock"))
        assert (len(local), stored) == (4, local)
        artifacts = lock["entries"][0]["artifacts"]
        assert [each["records"] for each in artifacts] == [250] * 4
    words = ("verify", "--lock-file", "s3://bucket/users/pfg.lock")
    assert_success(pfg(*words))
    bucket.pipe("bucket/users/00002.jsonl", b"{}\n" + local.popitem()[1])
    result = pfg(*words, "--json-errors")
    (drift,) = error_of(result)["details"]["drift"]  # type: ignore[index]
    assert (result.exit_code, drift["artifact"]) == (1, "s3://bucket/users/00002.jsonl")
