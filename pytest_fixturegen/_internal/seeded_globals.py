"""Seeded global generators: user code draws the same random numbers for the same record.

Validators, factories and post-init methods may use ``random``, Faker or NumPy without a seed of
their own. Around such code the global generators are seeded; afterwards they are as they were, so
that the code outside notices nothing.
"""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass

T = TypeVar("T")

LOCK_TIMEOUT = 10.0
"""Seconds that a thread waits for user code of another one. Then it runs with the seed of that
code: user code may wait for a thread that wants to run user code.
"""

PLANNING_WORD = 0
"""Seeds user code that runs for no record in particular, such as that of a plan."""

FAKER_SALT = 0x6661_6B65_7200_0000
NUMPY_SALT = 0x6E75_6D70
"""Different seeds keep Faker and NumPy from repeating the numbers of ``random``."""

NUMPY_SEED_MASK = 0xFFFF_FFFF
MERSENNE_TWISTER = "MT19937"

_LOCK = threading.RLock()


@contextmanager
def seed_globals(word: int, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
    """Seed ``random``, Faker and NumPy with *word* in the block, and restore them after it.

    Faker and NumPy are seeded if they are imported already. Blocks may be nested. A block of
    another thread waits for up to *timeout* seconds, because all threads share these generators.
    """
    if not _LOCK.acquire(timeout=timeout):
        yield
        return
    try:
        restore = _seed_imported(word)
        try:
            yield
        finally:
            for undo in restore:
                undo()
    finally:
        _LOCK.release()


def call_seeded(
    word: int,
    function: Callable[..., T],
    *arguments: Any,
) -> T:
    """Return what *function* returns for *arguments*, with the global generators seeded."""
    with seed_globals(word):
        return function(*arguments)


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function that runs user code, so that it is called with the generators seeded."""

    function: Callable[[Any], Any]

    def __call__(self, value: Any) -> Any:
        """Return what the function makes of *value*, without a seed."""
        return self.function(value)

    def call_seeded(
        self,
        value: Any,
        word: int,
    ) -> Any:
        """Return what the function makes of *value*; equal words give equal results."""
        return call_seeded(word, self.function, value)


def _seed_imported(word: int) -> list[Callable[[], None]]:
    """Seed each global generator that is imported; return the functions that restore them."""
    restore = [_seed_generator(random, word)]
    faker = sys.modules.get("faker.generator")
    shared = getattr(faker, "random", None)  # absent while another thread imports Faker
    if shared is not None:
        restore.append(_seed_generator(shared, word ^ FAKER_SALT))
    numpy = getattr(sys.modules.get("numpy"), "random", None)  # imported at the first access
    if numpy is not None:
        restore += _seed_numpy(numpy, word)
    return restore


def _seed_generator(generator: Any, seed: int) -> Callable[[], None]:
    """Seed *generator*, a ``random.Random`` or the module; return what restores its state."""
    state = generator.getstate()
    generator.seed(seed)
    return lambda: generator.setstate(state)


def _seed_numpy(numpy: Any, word: int) -> list[Callable[[], None]]:
    """Seed the legacy generator of ``numpy.random``; return what restores its state.

    A generator of another kind, which the user has set, takes no such seed and is left alone.
    """
    state = numpy.get_state(legacy=False)
    if state["bit_generator"] != MERSENNE_TWISTER:
        return []
    numpy.seed((word ^ NUMPY_SALT) & NUMPY_SEED_MASK)
    return [lambda: numpy.set_state(state)]
