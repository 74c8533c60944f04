"""Builds the record of a case: the base record, drawn with the options of the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from pytest_fixturegen._internal.type_names import ROOT, list_ancestors
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.cases.base_record import draft_base
from pytest_fixturegen.cases.options import Option
from pytest_fixturegen.cases.place_finder import PlaceFinder
from pytest_fixturegen.cases.places import FixedPlaces, Place
from pytest_fixturegen.cases.whole_plan import (
    build_whole_plan,
    expand_paths,
    find_largest_size,
)
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.columns import choose_members
from pytest_fixturegen.generator.draft import Draft, Replacement
from pytest_fixturegen.generator.repair.record_repair import RecordRepair
from pytest_fixturegen.generator.repair.record_source import RecordSource, Repaired
from pytest_fixturegen.generator.repair.refusal import read_refusals
from pytest_fixturegen.nodes import Constructed, Converted, Node, Pinned
from pytest_fixturegen.strategies.plan import Plan

Choice = tuple[Place, Option]
"""A place of the record, and what it shows in a case."""

REPAIR_ATTEMPTS = 16
"""Attempts to repair one case: a case that needs more is rare, and each costs milliseconds."""

MAX_FAILED_REPAIRS = 4
"""Failed repairs of one rule in a row after which the cases that it refuses count as refused.

No repair of a FHIR extension succeeds, for example: it takes exactly one of 50 fields.
"""

MAX_REPAIRS = 120
REPAIR_WORK = 1_000
"""Repairs of one set of cases, and the places of records that are repaired, at most.

Beyond, a case that is refused counts as refused. Repairs of a record of 200 places take 0.4 s each.
"""


class CaseBuilder:
    """Builds the cases of one base record: *value*, which *source* draws by the plan *plan*.

    *filled* is the plan of the same type that draws all fields. Cases leave *fixed* places alone.
    """

    def __init__(
        self,
        plan: Plan,
        filled: Plan,
        value: Any,
        source: RecordSource,
        fixed: FixedPlaces,
    ) -> None:
        """Start with the base record alone."""
        whole = build_whole_plan(plan, filled)
        self.plan = whole.plan
        self.left_out = whole.left_out
        self.value = value
        self.source = source
        self.fixed = fixed
        self.reader = replace(source.reader, draft=None)
        self.row = source.row
        self.changed = draft_base(plan.node, source)
        self.repair_count = 0
        self._failed_repairs: Counter[Hashable] = Counter()
        self._item_count = max(find_largest_size([self.plan.node]), 1)
        self.base_draft = self._omit_left_out(self._item_count)

    def _omit_left_out(self, item_count: int) -> Draft:
        """Return the draft of the base record, in which a list has at most *item_count* items."""
        omitted = expand_paths(self.left_out, item_count) - self.changed.replacements.keys()
        return self.changed._replace(omitted=self.changed.omitted | omitted)

    @cached_property
    def places(self) -> list[Place]:
        """The places at which the cases differ."""
        reader = replace(self.reader, draft=self.base_draft)
        drawn = RecordSource(
            self.plan.node,
            reader,
            self.row,
        ).draw_record()
        reading = self.plan.reading
        has_code = "validation" in reading.user_code
        finder = PlaceFinder(
            reading.refs,
            self.choose_member,
            self.fixed,
            frozenset(self.changed.replacements),
            has_code=has_code,
        )
        return finder.find(
            reading.shape,
            self.plan.node,
            drawn,
        )

    def build(
        self,
        chosen: Sequence[Choice],
        *,
        repairs: bool = True,
    ) -> Repaired | Raised:
        """Return the record with the *chosen* options and how it is drawn, or what refused it.

        What the case does not vary may be repaired: a second password must equal the first.
        """
        draft = self.build_draft(chosen)
        repair = RecordRepair(
            self.plan,
            self.reader,
            self.row,
            draft,
        )
        result = attempt(lambda: repair.draw_accepted(_keep_value))
        if not isinstance(result, Raised) or not repairs or not self._may_repair(result.error):
            return result
        self.repair_count += 1
        error = result.error
        repaired = attempt(lambda: repair.run(error, _keep_value, REPAIR_ATTEMPTS))
        is_lost = not isinstance(repaired, Raised) and not _shows(repair.draft, chosen)
        final = result if is_lost else repaired
        self._count_failures(error, final)
        return final

    def _may_repair(self, error: Exception) -> bool:
        if not self.plan.retries or isinstance(error, MappingError):
            return False
        if self.repair_count >= min(MAX_REPAIRS, REPAIR_WORK // (len(self.places) + 1)):
            return False
        return all(
            self._failed_repairs[refusal.rule_text] < MAX_FAILED_REPAIRS
            for refusal in read_refusals(error)
        )

    def _count_failures(
        self,
        error: Exception,
        result: Repaired | Raised,
    ) -> None:
        """Count for each rule of *error* how many repairs in a row did not satisfy it."""
        refusals = read_refusals(result.error) if isinstance(result, Raised) else []
        failed = {refusal.rule_text for refusal in refusals}
        for met in {refusal.rule_text for refusal in read_refusals(error)} - failed:
            del self._failed_repairs[met]
        self._failed_repairs.update(failed)

    def build_draft(self, chosen: Sequence[Choice]) -> Draft:
        """Return how the record with the *chosen* options is drawn."""
        replacements: dict[str, Replacement] = {}
        required: set[str] = set()
        omitted: set[str] = set()
        for place, option in chosen:
            replacements.update(option.changes)
            if option.omitted is None:
                required |= list_ancestors(place.path)
            else:
                omitted.add(option.omitted)
        draft = self.base_draft
        largest = find_largest_size(_list_drawn(replacements.values()))
        if largest > self._item_count and self.left_out:
            draft = self._omit_left_out(largest)
        return draft._replace(
            replacements={**draft.replacements, **replacements},
            omitted=(draft.omitted - required) | omitted,
            required=frozenset((draft.required | required) - {ROOT} - omitted),
        )

    def choose_member(
        self,
        path: str,
        count: int,
    ) -> int:
        """Return the position of the member, of *count*, that draws the union at *path*."""
        words = self.reader.stream.read_words(
            f"{path}|",
            self.reader.block,
            self.row + 1,
        )
        return choose_members(words[self.row :], count)[0]


def _keep_value(value: Any) -> Any:
    return value


def _shows(draft: Draft, chosen: Sequence[Choice]) -> bool:
    """Return whether *draft*, after a repair, still has the *chosen* options."""
    changes = [change for _, option in chosen for change in option.changes]
    is_drawn = all(draft.replacements.get(path) is wanted for path, wanted in changes)
    shown = {place.path for place, option in chosen if option.omitted is None}
    return is_drawn and draft.omitted.isdisjoint(shown)


def _list_drawn(replacements: Iterable[Replacement]) -> list[Node]:
    """Return the nodes of *replacements*, without the marks around them."""
    nodes: list[Node] = []
    for replacement in replacements:
        node = replacement.node
        while isinstance(node, Pinned | Converted | Constructed):
            node = node.inner
        nodes.append(node)
    return nodes
