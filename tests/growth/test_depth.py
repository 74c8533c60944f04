"""Types nest as deep as Pydantic takes them, in a test as in a command."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen import generate_instances, generate_lines
from pytest_fixturegen._internal.deep_calls import allow_levels, iterate_with_levels
from pytest_fixturegen.api.generate import describe_cases, explain
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor.examine import examine
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.type_reader import read_type
from tests.growth.nested import HEADER, SOURCES, write_chain, write_classes, write_cycle

DEPTH = 200
CONFIG = GenerationConfig()


def load_top(source: str) -> Any:
    """Return the class ``Top`` of *source*."""
    namespace: dict[str, Any] = {"__name__": __name__}
    run_source(source, namespace)
    return namespace["Top"]


def run_source(source: str, namespace: dict[str, Any]) -> None:
    """Execute *source*, whose annotations are values and no texts."""
    exec(compile(f"{HEADER}\n{source}", "nested", "exec", dont_inherit=True), namespace)


def nest_calls(count: int, run: Callable[[], Any]) -> Any:
    """Return what *run* returns, *count* calls deep."""
    return nest_calls(count - 1, run) if count else run()


def count_levels(value: Any) -> int:
    """Return how many objects and arrays nest in *value*."""
    levels, parts = 0, [value]
    while parts:
        inner = [list(part.values()) if isinstance(part, dict) else part for part in parts]
        parts = [each for part in inner if isinstance(part, list) for each in part]
        levels += 1
    return levels - 1


@pytest.mark.parametrize("kind", SOURCES)
def test_deep_types_are_planned_drawn_and_examined(kind: str) -> None:
    top = load_top(SOURCES[kind](DEPTH))
    assert len(list(generate_instances(top, 2))) == 2
    assert explain(top) or kind in ("lists of models", "unions")
    for line in generate_lines(top, 2):
        assert read_type(top).validate_json(line) is not None
    report = examine(top, ("app", "Top", "model"), CONFIG, 2, 60.0)
    assert (report.drawn, report.failures) == (2, ())


def test_classes_that_pydantic_does_not_know_nest_deep() -> None:
    top = load_top(write_classes(DEPTH))
    assert len(list(generate_instances(top, 2))) == 2


def test_every_model_of_a_deep_chain_is_drawn() -> None:
    (line,) = generate_lines(load_top(write_chain(DEPTH)), 1)
    assert line.count(b"part") == DEPTH


def test_calls_around_a_test_change_nothing() -> None:
    limit = sys.getrecursionlimit()
    shallow, deep = (load_top(write_chain(DEPTH)) for _ in range(2))
    expected = list(generate_lines(shallow, 3))
    room = limit - 250 - len(list(iter_frames()))
    assert nest_calls(room, lambda: list(generate_lines(deep, 3))) == expected
    assert sys.getrecursionlimit() == limit


def iter_frames() -> Any:
    """Yield the frames of the calls that are running."""
    frame = sys._getframe()
    while frame is not None:
        yield frame
        frame = frame.f_back  # type: ignore[assignment]


def test_threads_draw_deep_models_and_leave_the_limit() -> None:
    limit = sys.getrecursionlimit()
    drawn: list[Any] = []
    tops = [load_top(write_chain(DEPTH)) for _ in range(4)]
    threads = [
        threading.Thread(target=lambda top=top: drawn.append(list(generate_instances(top, 2))))
        for top in tops
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(records) for records in drawn] == [2, 2, 2, 2]
    assert sys.getrecursionlimit() == limit


def test_the_limit_is_restored_between_records_and_after_errors() -> None:
    limit = sys.getrecursionlimit()
    records = generate_instances(load_top(write_chain(DEPTH)), 3)
    next(records)
    assert sys.getrecursionlimit() == limit
    with pytest.raises(MappingError):
        list(generate_lines(load_top(write_chain(DEPTH + 5)), 1))
    assert sys.getrecursionlimit() == limit


def test_a_limit_that_the_user_sets_stays() -> None:
    limit = sys.getrecursionlimit()
    try:
        with allow_levels(100):
            sys.setrecursionlimit(limit + 7777)
        assert sys.getrecursionlimit() == limit + 7777
    finally:
        sys.setrecursionlimit(limit)


def test_shallow_types_leave_the_limit_alone() -> None:
    limit = sys.getrecursionlimit()
    with allow_levels(20):
        assert sys.getrecursionlimit() == limit
    with allow_levels(21):
        assert sys.getrecursionlimit() > limit
    items = iter([1, 2])
    assert iterate_with_levels(20, items) is items
    assert list(iterate_with_levels(21, items)) == [1, 2]


@pytest.mark.parametrize("depth", [DEPTH + 1, 300])
def test_json_that_pydantic_cannot_read_is_refused_with_the_path(depth: int) -> None:
    top = load_top(write_chain(depth))
    assert len(list(generate_instances(top, 1))) == 1
    with pytest.raises(MappingError, match="Pydantic reads at most 200 levels") as caught:
        list(generate_lines(top, 1))
    assert caught.value.facts["path"] == ".".join(["part"] * depth)


def test_a_type_without_end_is_refused_with_the_path() -> None:
    top = load_top(write_chain(600))
    with pytest.raises(MappingError, match="this type nests too deep") as caught:
        explain(top)
    assert caught.value.facts["path"].startswith("part.part.part")


def test_records_of_a_recursive_model_nest_as_deep_as_asked() -> None:
    top = load_top(write_cycle(8))
    config = GenerationConfig(max_depth=20, on_cycle="reuse", p_none=0.0, object_budget=10**9)
    (line,) = generate_lines(top, 1, config=config)
    assert count_levels(json.loads(line)) > 150


def test_source_of_170_levels_can_be_compiled() -> None:
    assert describe_cases(Chain170, 1, CONFIG)["cases"]


def test_source_that_python_cannot_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="Python reads at most 199 brackets"):
        describe_cases(Chain190, 1, CONFIG)


run_source(write_chain(190), globals())
Chain170 = globals()["A169"]
Chain190 = globals()["A189"]


def write_doubling(depth: int) -> str:
    """Return the source of *depth* models, each with two fields of the one before."""
    chain = write_chain(depth)
    return "\n".join(
        f"{line}\n{line.replace('part', 'other')}" if line.startswith("    part: A") else line
        for line in chain.splitlines()
    )


def test_a_record_of_millions_of_values_is_refused_but_explained() -> None:
    top = load_top(write_doubling(24))
    with pytest.raises(MappingError, match="at least 8,388,608 values: expected at most 100,000"):
        list(generate_instances(top, 1))
    assert explain(top)


def test_lists_within_lists_do_not_multiply() -> None:
    (line,) = generate_lines(load_top(SOURCES["lists"](DEPTH)), 1)
    assert len(line) < 100 * DEPTH
