"""Values with an id each: what a test is parametrized with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, overload

T = TypeVar("T")


class NamedValues(Sequence[T]):
    """*values* as a sequence, and their *ids* in the same order."""

    def __init__(
        self,
        values: Sequence[T],
        ids: tuple[str, ...],
    ) -> None:
        """Keep the values and their ids."""
        self._values = values
        self._ids = ids

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the cases, for ``pytest.mark.parametrize``."""
        return self._ids

    def __len__(self) -> int:
        """Return the number of cases."""
        return len(self._values)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> Any:
        """Return the value of a case, or the values of several."""
        return self._values[index]

    def __iter__(self) -> Iterator[T]:
        """Yield the values."""
        return iter(self._values)
