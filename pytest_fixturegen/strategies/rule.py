"""A planning rule: a function with a name and a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned

PlanFunction = Callable[[PlanContext], Planned | None]

FillKind = Literal[
    "override",
    "link",
    "default",
    "left out",
    "style",
    "field name",
    "named type",
    "plain type",
    "model",
    "fallback",
]
"""The ways to fill a field that ``pfg doctor`` tells apart."""


class Rule(NamedTuple):
    """One way to fill a place.

    *plan* returns the plan of a place, or None if the rule does not serve it. *description* is one
    sentence for the docs. *reason* is the reason that decisions of the rule give. *fills* is the
    kind by which reports count them.
    """

    name: str
    description: str
    reason: str
    fills: FillKind
    plan: PlanFunction

    def decide(
        self,
        context: PlanContext,
        provider: str,
        reason: str = "",
        plugin: str = "",
    ) -> Strategy:
        """Return the decision that *provider* fills the place of *context* by this rule."""
        return Strategy(
            context.path,
            provider,
            reason or self.reason,
            context.model,
            plugin,
            rule=self.name,
        )


def rule(*, reason: str, fills: FillKind) -> Callable[[PlanFunction], Rule]:
    """Make a rule of a function: its name is the rule's, its docstring the description."""

    def decorate(plan: PlanFunction) -> Rule:
        """Return the rule that *plan* implements, described by its docstring on one line."""
        description = " ".join((plan.__doc__ or "").split())
        return Rule(
            plan.__name__,
            description,
            reason,
            fills,
            plan,
        )

    return decorate
