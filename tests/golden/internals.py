"""The only imports of the golden tests that are not public: update them when code moves."""

from __future__ import annotations

from pytest_fixturegen.streams import Stream


def draw_words(seed: int, name: str, path: str, block: int, attempt: int) -> tuple[int, ...]:
    """Return the first 256 words of *path* in *block*."""
    return Stream(seed, name).read_words(path, block, 256, attempt)
