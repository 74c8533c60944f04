"""The share of one worker: its pieces of each model, and the point at which it resumes.

A piece is a block of indices, so that no random word is drawn twice, or a whole file. The workers
take pieces in turn (round-robin). Turns are counted across the outputs of a model, starting with
the worker of the model's index, so that small models are spread over the workers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.streams import BLOCK_SIZE


@dataclass(frozen=True, slots=True)
class ResumePoint:
    """Where a worker goes on that replaces a killed one.

    The models before *model* are done. Of this one, the killed worker has sent so many *pieces* of
    its share, and so many *outputs*: of the model, or of the next piece if pieces are whole files.
    """

    model: int = 0
    outputs: int = 0
    pieces: int = 0


FIRST_POINT = ResumePoint()


@dataclass(frozen=True, slots=True)
class WorkShare:
    """The share of number *worker* (from 0) of *workers*, from the point *resume* on."""

    worker: int = 0
    workers: int = 1
    resume: ResumePoint = FIRST_POINT

    @property
    def is_shared(self) -> bool:
        """Whether other workers send pieces, too."""
        return self.workers > 1

    def is_done(self, model_index: int) -> bool:
        """Return whether all of a model has been sent before."""
        return model_index < self.resume.model

    def count_sent_outputs(self, model_index: int) -> int:
        """Return how many outputs of a model have been sent before."""
        return self.resume.outputs if model_index == self.resume.model else 0

    def begin_model(self, model_index: int) -> PieceDealer:
        """Return a dealer for the pieces of a model."""
        sent_pieces = self.resume.pieces if model_index == self.resume.model else 0
        return PieceDealer(self, model_index, sent_pieces)


class PieceDealer:
    """Deals the pieces of one model to the workers, in the order of its outputs."""

    def __init__(
        self,
        share: WorkShare,
        turn: int,
        sent_pieces: int,
    ) -> None:
        """Start with the worker *turn*; the first *sent_pieces* of the share have been sent."""
        self._share = share
        self._turn = turn
        self._sent_pieces = sent_pieces

    def take_pieces(self, rows: range) -> Iterator[range]:
        """Yield the pieces of *rows*, the next output, that this worker has to send."""
        for piece in split_blocks(rows) if self._share.is_shared else [rows]:
            if self.take_turn():
                yield piece

    def take_turn(self) -> bool:
        """Return whether this worker has to send the next piece."""
        is_own = self._turn % self._share.workers == self._share.worker
        self._turn += 1
        if is_own and self._sent_pieces:
            self._sent_pieces -= 1
            return False
        return is_own

    def skip_output(self, rows: range) -> None:
        """Pass over *rows*, an output that has been sent."""
        deque(self.take_pieces(rows), maxlen=0)


def split_blocks(rows: range) -> list[range]:
    """Return *rows* in pieces that end where blocks end."""
    first_end = rows.start - rows.start % BLOCK_SIZE + BLOCK_SIZE
    cuts = [
        rows.start,
        *range(
            first_end,
            rows.stop,
            BLOCK_SIZE,
        ),
        rows.stop,
    ]
    return [range(start, stop) for start, stop in pairwise(cuts)]
