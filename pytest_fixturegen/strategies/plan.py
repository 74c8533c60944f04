"""The finished plan of a type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.planned import OMITTED_PROVIDER, UniqueLimit


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the generator needs to draw records of one type, for any seed.

    *strategies* are the decisions that chose the nodes, in the order of the places. *is_exact*
    says that the JSON of the nodes is the JSON of the model. *needs_validation* says that a drawn
    record may be invalid, because validators of the user's judge it. *retries* is the number of
    repairs of a refused record. *limits* say how many records can be unique.
    *fallbacks* are other ways to draw a record that is refused again and again; each is planned
    when it is first called, see :mod:`fallback_plans`. *now* is the reference time of the data.
    The shapes of a record nest in about so many *levels* at most. A plan equals only itself, so
    that caches need not compare its parts.
    """

    reading: TypeReading
    node: Node
    strategies: tuple[Strategy, ...]
    is_exact: bool
    needs_validation: bool
    retries: int
    limits: tuple[UniqueLimit, ...] = ()
    fallbacks: tuple[Callable[[], Node], ...] = ()
    now: datetime = DEFAULT_NOW
    levels: int = 0

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def is_direct(self) -> bool:
        """Whether JSON can be written without an instance: records are valid by construction."""
        return self.is_exact and not self.needs_validation

    @property
    def runs_user_code(self) -> bool:
        """Whether the validation of a drawn record runs code of the user.

        Default factories are called for fields that are left out only.
        """
        code = self.reading.user_code
        if "factory" in code and "validation" not in code:
            return any(strategy.provider == OMITTED_PROVIDER for strategy in self.strategies)
        return "validation" in code
