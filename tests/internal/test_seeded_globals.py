"""Global random generators around user code: seeded within, unchanged outside."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from faker import Faker
from faker import generator as faker_generator

from pytest_fixturegen._internal.seeded_globals import UserFunction, call_seeded, seed_globals


def draw() -> tuple[Any, ...]:
    """Return a number of each generator; gauss keeps a second number for its next call."""
    faker = Faker().pyint()
    return random.random(), random.gauss(0, 1), faker, np.random.rand(), np.random.normal()


def read_states() -> list[str]:
    """Return the states of the three generators as texts."""
    states = (
        random.getstate(),
        faker_generator.random.getstate(),
        np.random.get_state(legacy=False),
    )
    return [repr(state) for state in states]


def test_equal_words_give_equal_numbers() -> None:
    assert call_seeded(7, draw) == call_seeded(7, draw)
    assert len({call_seeded(word, draw) for word in range(10)}) == 10


def test_the_generators_draw_different_numbers() -> None:
    with seed_globals(5):
        numbers = random.random(), faker_generator.random.random(), np.random.rand()
    assert len(set(numbers)) == 3


def test_the_state_outside_is_unchanged() -> None:
    draw()
    before = read_states()
    call_seeded(1, draw)
    assert read_states() == before


def test_the_state_outside_is_unchanged_after_an_error() -> None:
    before = read_states()
    with pytest.raises(ZeroDivisionError):
        call_seeded(1, lambda: (draw(), 1 / 0))
    assert read_states() == before


def test_blocks_may_be_nested() -> None:
    with seed_globals(1):
        numbers = draw(), draw()
    with seed_globals(1):
        first = draw()
        inner = call_seeded(2, draw)
        assert (first, draw()) == numbers
    assert inner == call_seeded(2, draw)


def test_threads_wait_for_each_other() -> None:
    expected = [call_seeded(word, draw) for word in range(50)]
    before = read_states()
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda word: call_seeded(word, draw), range(50))) == expected
    assert read_states() == before


def test_user_code_may_wait_for_a_thread_with_user_code() -> None:
    def draw_in_thread() -> None:
        with seed_globals(2, timeout=0.01):
            draw()

    before = read_states()
    with seed_globals(1):
        thread = threading.Thread(target=draw_in_thread)
        thread.start()
        thread.join()
    assert read_states() == before


def test_a_numpy_generator_of_another_kind_is_left_alone() -> None:
    set_generator = np.random.set_bit_generator
    original = np.random.get_bit_generator()
    set_generator(np.random.PCG64(1))
    try:
        before = read_states()[2]
        call_seeded(1, random.random)
        assert read_states()[2] == before
    finally:
        set_generator(original)


def test_a_user_function_is_seeded_by_its_word() -> None:
    function = UserFunction(lambda value: (value, random.random()))
    assert function.call_seeded("a", 3) == function.call_seeded("a", 3)
    assert function.call_seeded("a", 3) != function.call_seeded("a", 4)
    assert function("a")[0] == "a"


def test_numpy_is_seeded_at_its_first_use() -> None:
    # NumPy imports numpy.random at the first access.
    code = (
        "import sys, numpy; from pytest_fixturegen._internal.seeded_globals import call_seeded; "
        "print([call_seeded(1, lambda: numpy.random.rand()) for _ in range(2)])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    first, second = json.loads(result.stdout)
    assert first == second
