"""Which failures of a batch another try may put right, and how long to wait before it."""

from __future__ import annotations

from pytest_fixturegen.errors import TransientError

LONGEST = 300.0
"""Seconds that a ``Retry-After`` may ask for: beyond that the run ends, to be resumed."""

PASSING: tuple[type[Exception], ...] = (TransientError, ConnectionError, TimeoutError)
"""What any handler may raise to be called again with the same batch."""


def wait_before(tries: int, error: Exception, max_retries: int, retry_wait: float) -> float | None:
    """Seconds to wait after *tries* of a batch have failed, the last with *error*; None when there is no other try.

    *retry_wait* doubles with each try; what the other side asks for is honoured where that is longer.
    """
    if not isinstance(error, PASSING) or tries > max_retries:
        return None
    asked = getattr(error, "retry_after", None) or 0.0
    return None if asked > LONGEST else max(asked, retry_wait * 2 ** (tries - 1))
