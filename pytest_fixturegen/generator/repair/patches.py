"""Patches: what a repair strategy may change in how a refused record is drawn."""

from __future__ import annotations

import re
from dataclasses import field
from typing import NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.generator.draft import Draft, Replacement
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.nodes import Constant, Node


class Solution(NamedTuple):
    """A kind of patch, whatever part of a record it changes: what satisfied a rule once.

    *label* is empty unless the patches of the strategy differ in what they draw.
    """

    strategy: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Patch:
    """One change to a draft, proposed by *strategy* for the part at *path*.

    *label* tells apart the patches that one strategy proposes for one path. It stays the same when
    the message of a rule repeats another refused value, so that a patch is recognized in the next
    turn.
    """

    strategy: str
    path: str
    label: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The strategy, the path and the label, which identify the patch."""
        return self.strategy, self.path, self.label

    @property
    def solution(self) -> Solution:
        """The solution to remember for a rule if this patch satisfies it."""
        return Solution(self.strategy)

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """Return *draft* with this change, made because of *refusal*."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Redraw(Patch):
    """Draw the part again."""

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        return draft.redraw(self.path)


@dataclass(frozen=True, slots=True)
class DrawInstead(Patch):
    """Draw *node* in place of the part, from the words of another path if *source* names one.

    The node is taken away if the same rule refuses again, unless it *is_lasting*: then a rule may
    need several.
    """

    node: Node = field(kw_only=True, default=Constant(None, None))
    source: str | None = field(kw_only=True, default=None)
    is_lasting: bool = field(kw_only=True, default=False)

    @property
    def solution(self) -> Solution:
        """The strategy and the label, in which the items of lists are all alike."""
        return Solution(
            self.strategy,
            re.sub(r"(?<=\.)\d+", "*", self.label),
        )

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        base = draft.replacements.get(self.path)
        if base is not None and base.owner.rule == refusal.rule:
            base = base.base
        replacement = Replacement(
            self.node,
            self.source,
            refusal,
            self.is_lasting,
            base,
        )
        return draft.redraw(self.path).replace_node(self.path, replacement)


@dataclass(frozen=True, slots=True)
class OmitFields(Patch):
    """Leave out the fields at the paths *fields*; the rest of the record stays what it was."""

    fields: tuple[str, ...] = field(kw_only=True, default=())

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        return draft.omit(self.fields)


@dataclass(frozen=True, slots=True)
class RequireFields(Patch):
    """Keep the fields at the paths *fields*; the rest of the record stays what it was."""

    fields: tuple[str, ...] = field(kw_only=True, default=())

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        return draft.require(self.fields)


@dataclass(frozen=True, slots=True)
class SelectFields(Patch):
    """Draw the record at the path again, without the fields *omitted* and with the fields *kept*.

    What messages asked for until now is forgotten, in case two of them contradict each other.
    """

    kept: tuple[str, ...] = field(kw_only=True, default=())
    omitted: tuple[str, ...] = field(kw_only=True, default=())

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        selected = draft.require(self.kept).omit(self.omitted)
        forgotten = selected.required.difference(self.kept)
        return selected._replace(required=forgotten).redraw(self.path)


@dataclass(frozen=True, slots=True)
class ReadAsJson(Patch):
    """Draw the part again, and validate the JSON of the record before the record itself, once."""

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        return draft.redraw(self.path)._replace(reads_json=True)


@dataclass(frozen=True, slots=True)
class SwitchPlan(Patch):
    """Draw the record by another plan, without earlier changes.

    The *number* of the plan itself is 0, that of its first fallback 1.
    """

    number: int = field(kw_only=True, default=0)

    def apply(
        self,
        draft: Draft,
        refusal: Refusal,
    ) -> Draft:
        """See :meth:`Patch.apply`."""
        return Draft(
            draft.redraw(self.path).attempts,
            plan_number=self.number,
        )
