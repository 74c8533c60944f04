"""A command ends with a result or a deliberate error, whatever bytes its child sends."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_fixturegen.config.command_options import (
    DoctorConfig,
    FixturesConfig,
    ImportConfig,
    JsonConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.worker import client, doctor_client, pool
from pytest_fixturegen.worker.frames import END, MAX_PAYLOAD_BYTES, TAGS
from pytest_fixturegen.worker.relay import build_run, relay_frames

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["\x1b]0;x\x07", "../x", "User"])
)
KEYS = """
    module name kind model shard fields error message details hint symbol cases code
    active missing place outputs index full_name digest
""".split()
keys = st.sampled_from(KEYS)
bodies = st.dictionaries(
    keys | st.text(max_size=3),
    st.recursive(leaves, lambda inner: st.lists(inner, max_size=3)),
    max_size=6,
)
payloads = (
    st.binary(max_size=60)
    | bodies.map(lambda body: json.dumps(body).encode())
    | st.just(b"[" * 50_000)
)
frames = st.tuples(st.sampled_from(TAGS), payloads).map(
    lambda part: part[0] + len(part[1]).to_bytes(4, "big") + part[1]
)
truncated_frames = st.tuples(st.sampled_from(TAGS), st.integers(0, 2**32 - 1)).map(
    lambda part: part[0] + part[1].to_bytes(4, "big")
)
streams = st.lists(frames | truncated_frames | st.binary(max_size=9), max_size=6).map(b"".join)

SELECTION, IMPORTS, GENERATION = SelectionConfig(), ImportConfig(), GenerationConfig()
COMMANDS: dict[str, Callable[[Path], object]] = {
    "list": lambda _: client.list_models("m", SELECTION, IMPORTS),
    "explain": lambda _: client.explain_models("m", GENERATION, SELECTION, IMPORTS),
    "json": lambda out: client.emit_json(
        "m",
        JsonConfig(out=str(out / "in" / "{model}")),
        GENERATION,
        SELECTION,
        IMPORTS,
        stdout=io.BytesIO(),
    ),
    "workers": lambda out: client.emit_json(
        "m",
        JsonConfig(n=900, workers=3, out=str(out / "in" / "{model}")),
        GENERATION,
        SELECTION,
        IMPORTS,
        stdout=io.BytesIO(),
    ),
    "fixtures": lambda out: client.emit_fixtures(
        "m",
        FixturesConfig(out=str(out / "in" / "{model}.py")),
        GENERATION,
        SELECTION,
        IMPORTS,
        stdout=io.BytesIO(),
    ),
    "doctor": lambda _: doctor_client.examine_target(
        "m", DoctorConfig(), GENERATION, SELECTION, IMPORTS
    ),
}


def replay(stream: bytes) -> Callable[..., Any]:
    """Return a replacement of ``run_child``: a child that has sent *stream* and exited."""

    @contextmanager
    def run_replayed_child(
        job: str,
        request: dict[str, Any],
        imports: ImportConfig,
        attempts: Any = None,
        *,
        is_silent: bool = False,
    ) -> Any:
        child: Any = SimpleNamespace(wait=lambda seconds: 0)
        yield relay_frames(build_run(child, io.BytesIO(stream), job, request, imports))

    return run_replayed_child


@pytest.mark.parametrize("command", COMMANDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stream=streams, is_complete=st.booleans())
def test_any_stream_ends_in_a_result_or_an_error_of_the_target(
    command: str, stream: bytes, is_complete: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pool, doctor_client):
        monkeypatch.setattr(module, "run_child", replay(stream + (END + bytes(4)) * is_complete))
    try:
        COMMANDS[command](tmp_path)
    except FixturegenError as error:
        raised = error
    else:
        raised = None
    assert raised is None or raised.code in (10, 30, 40)  # 30: two outputs share a name
    assert not {"\x1b", "\x07"} & set(str(raised))
    assert all(path.name == "in" for path in tmp_path.iterdir())


def test_a_frame_that_claims_to_be_long_takes_little_memory() -> None:
    tracemalloc.start()
    with (
        pytest.raises(FixturegenError),
        replay(b"D" + MAX_PAYLOAD_BYTES.to_bytes(4, "big") + b"x")("", {}, IMPORTS) as frame_stream,
    ):
        list(frame_stream)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * MAX_PAYLOAD_BYTES
