"""Answers to requests with an Idempotency-Key, in bounded memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

MAX_ANSWERS = 10_000
MAX_BYTES = 8 * 1024 * 1024
"""Size of all answers together. The newest one is kept even if it is larger."""

ENTRY_BYTES = 400
"""Memory of an answer beyond its body: the key, the headers and the entry."""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """The answer to a request whose changes are in the store. *number* grows with each answer."""

    number: int
    status: int
    body: bytes
    headers: Mapping[str, str]


class IdempotentAnswers:
    """The newest answers by the identity of their requests.

    An answer is forgotten when the changes of its request are undone, and the oldest ones when the
    answers become too many or too large.
    """

    def __init__(
        self,
        max_answers: int = MAX_ANSWERS,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        """Start without answers."""
        self._max_answers = max_answers
        self._max_bytes = max_bytes
        self._answers: OrderedDict[Any, StoredAnswer] = OrderedDict()
        self._bytes = 0
        self._last_number = 0

    def __len__(self) -> int:
        return len(self._answers)

    @property
    def last_number(self) -> int:
        """The number of the newest answer; *forget_since* takes it."""
        return self._last_number

    def get(self, identity: Any) -> StoredAnswer | None:
        """Return the answer to the request with this *identity*, or None."""
        return self._answers.get(identity)

    def put(
        self,
        identity: Any,
        status: int,
        body: bytes,
        headers: Mapping[str, str],
    ) -> None:
        """Remember an answer, and forget the oldest ones if there are too many."""
        self._remove(identity)
        self._last_number += 1
        self._answers[identity] = StoredAnswer(
            self._last_number,
            status,
            body,
            dict(headers),
        )
        self._bytes += ENTRY_BYTES + len(body)
        while len(self._answers) > 1 and self._is_full():
            self._remove(next(iter(self._answers)))

    def forget_since(self, number: int) -> None:
        """Forget the answers after the one with this *number*: their changes are undone."""
        while self._answers:
            identity, answer = next(reversed(self._answers.items()))
            if answer.number <= number:
                return
            self._remove(identity)

    def clear(self) -> None:
        """Forget all answers."""
        self._answers.clear()
        self._bytes = 0

    def _is_full(self) -> bool:
        """Return whether more is kept than the limits allow."""
        return len(self._answers) > self._max_answers or self._bytes > self._max_bytes

    def _remove(self, identity: Any) -> None:
        """Forget the answer to the request *identity*."""
        answer = self._answers.pop(identity, None)
        if answer:
            self._bytes -= ENTRY_BYTES + len(answer.body)
