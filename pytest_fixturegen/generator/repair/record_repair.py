"""Repair of a record that its model refuses.

The record is drawn again, turn by turn, each time with one more patch for every rule that refused
it. A patch changes one part, under the number of its attempt, so that the rest of the record, and
every other record, stays what it was.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

from pytest_fixturegen._internal.type_names import is_below, list_ancestors
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.code_seeds import seed_validation
from pytest_fixturegen.generator.columns import ColumnReader, choose_members
from pytest_fixturegen.generator.draft import Draft, Replacement
from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn, DrawnRecord, locate, read_loc
from pytest_fixturegen.generator.repair.patches import DrawInstead, Patch, Solution
from pytest_fixturegen.generator.repair.record_source import (
    Accept,
    RecordSource,
    Repaired,
    copy_containers,
)
from pytest_fixturegen.generator.repair.refusal import (
    Refusal,
    build_refusal_error,
    drop_instance_checks,
    read_refusals,
)
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode, read_validator_code
from pytest_fixturegen.nodes import Array, Converted, Dictionary, Node
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE

Cause = tuple[Refusal, list[DrawnPart]]
"""A refusal, and the parts from the record to the refused one."""

MAX_REPEATS = 4
"""How often a patch that satisfied a rule is applied again when the rule refuses once more."""

Solutions = dict[Hashable, Solution]
"""The patch that satisfied a rule, by the text of the rule."""


@dataclass(slots=True)
class RecordRepair:
    """The state of one repair.

    *draft* is how the record is drawn now. *solutions* say which patch satisfied a rule before, in
    this record or in another one. *laps* says in which lap over the schedule each rule is,
    *applied* in which lap each patch for a rule was applied last, and *tried* which strategies
    proposed the patches. *pending* has the last patch for each rule that refused the record last,
    *satisfied* says how often each patch satisfied a rule, *node_paths* the paths at which each
    rule has put nodes. *undrawable* holds the numbers of the plans that draw no record at all,
    *codes* what the codes of validators refer to. *attempts* counts the attempts. *last_drawn*
    is the record that was drawn last, as it was before validators could change it, and its draft.
    """

    plan: Plan
    reader: ColumnReader
    row: int
    draft: Draft = Draft()
    solutions: Solutions = field(default_factory=dict)
    laps: dict[Hashable, int] = field(default_factory=dict)
    applied: dict[tuple[Hashable, Hashable], int] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    pending: dict[Hashable, tuple[Hashable, Patch]] = field(default_factory=dict)
    satisfied: dict[tuple[Hashable, Hashable], int] = field(default_factory=dict)
    node_paths: dict[Hashable, dict[str, None]] = field(default_factory=dict)
    undrawable: set[int] = field(default_factory=set)
    codes: dict[Hashable, ValidatorCode] = field(default_factory=dict)
    attempts: int = 0
    last_drawn: tuple[Draft, Any] | None = None

    def run(
        self,
        error: Exception,
        accept: Accept,
        attempts: int,
    ) -> Repaired | Raised:
        """Repair the record, which *error* refuses, with that many *attempts*.

        Return what *accept* makes of the record and how it is drawn, or the last error. *accept* is
        called with a record that the model takes, and may refuse it, too. Raise MappingError if a
        record cannot be drawn.
        """
        result: Repaired | Raised = Raised(error)
        for _ in range(attempts):
            self.attempts += 1
            result = attempt(partial(self.try_again, error, accept))
            if not isinstance(result, Raised):
                self._note_solutions(set())
                break
            error = result.error
            if isinstance(error, MappingError):
                raise error
        return result

    def try_again(
        self,
        error: Exception,
        accept: Accept,
    ) -> Repaired:
        """Patch the draft because of *error*.

        Return what *accept* makes of its record, and how the record is drawn.
        """
        plan_number = self.draft.plan_number
        self.patch_draft(error)
        try:
            return self.draw_accepted(accept)
        except MappingError:
            if self.draft.plan_number == plan_number:
                raise
        self.undrawable.add(self.draft.plan_number)
        self.draft = self.draft._replace(plan_number=plan_number)
        return self.try_again(error, accept)

    def draw_accepted(self, accept: Accept) -> Repaired:
        """Draw the record and validate it; see :meth:`try_again`."""
        with seed_validation(
            self.plan,
            self.reader,
            self.row,
            self.attempts,
        ):
            return self._accept_source(self._build_source(), accept)

    def _accept_source(
        self,
        source: RecordSource,
        accept: Accept,
    ) -> tuple[Any, RecordSource]:
        """Validate what *source* draws, as JSON first if the draft asks for it."""
        reading = self.plan.reading
        if self.draft.reads_json:
            # If the text is refused, the record itself is tried next.
            accepted = attempt(lambda: accept(reading.read_json(source.draw_json())))
            if not isinstance(accepted, Raised):
                return accepted, source
        record = source.draw_record()
        self.last_drawn = self.draft, record
        return accept(reading.validate(copy_containers(record))), source

    def patch_draft(self, error: Exception) -> None:
        """Apply one patch for each thing that *error* says is wrong."""
        record = self._draw_record()
        draft = self.draft._replace(reads_json=False)
        causes = self._find_causes(record, error)
        self._note_solutions({refusal.rule for refusal, _ in causes})
        for refusal, trail in causes:
            # Not every strategy asks for the named parts, which take a walk through the record.
            read_code = cache(partial(read_validator_code, refusal.error, self.codes))
            list_named = cache(partial(record.find_named_on_trail, trail, refusal))
            drawn = Drawn(
                record,
                trail,
                list_named,
                read_code,
                self._draw_word,
                refusal.rule,
                self.plan.now,
            )
            patch = self.choose_patch(refusal, drawn)
            draft = patch.apply(
                self._withdraw_nodes(draft, refusal, drawn),
                refusal,
            )
            if isinstance(patch, DrawInstead):
                self.node_paths.setdefault(refusal.rule, {})[patch.path] = None
        if draft.plan_number != self.draft.plan_number:
            self.laps.clear()
            self.applied.clear()
        self.draft = draft

    def choose_patch(
        self,
        refusal: Refusal,
        drawn: Drawn,
    ) -> Patch:
        """Return the first patch for *refusal* that the lap of its rule has not applied yet."""
        # Most records need no repair: the strategies are imported for the first one that does.
        from pytest_fixturegen.generator.repair.schedule import propose_patches

        rule, text = refusal.rule, refusal.rule_text
        _, last = self.pending.get(rule, (text, None))
        if last is not None and drawn.list_named() and last.path not in list_suspected_paths(drawn):
            self._allow_again(rule, last)
        lap = self.laps.get(rule, 1)
        while True:
            drawn = drawn._replace(
                lap=lap,
                next_plan=self._find_next_plan(),
            )
            # What worked once is tried first once: the schedule serves a rule that refuses again.
            solution = self.solutions.get(text) if lap == 1 else None
            for patch in propose_patches(refusal, drawn, solution):
                if self.applied.get((rule, patch.key), 0) < lap:
                    self.laps[rule] = self.applied[rule, patch.key] = lap
                    self.pending[rule] = text, patch
                    self.tried.add(patch.strategy)
                    return patch
            lap += 1  # every lap has a patch: the refused part can always be drawn again

    def _withdraw_nodes(
        self,
        draft: Draft,
        refusal: Refusal,
        drawn: Drawn,
    ) -> Draft:
        """Return *draft* without the nodes that did not satisfy the rule of *refusal*.

        If the message names other parts now, those that it named before are satisfied.
        """
        rule = refusal.rule
        own_paths = []
        for path in self.node_paths.get(rule, ()):
            replacement = draft.replacements.get(path)
            if replacement is not None and replacement.owner.rule == rule:
                own_paths += [] if replacement.is_lasting else [path]
        named = drawn.list_named() if own_paths else []
        if named:
            suspected = list_suspected_paths(drawn)
            own_paths = [path for path in own_paths if path in suspected]
        return draft.withdraw_nodes(own_paths) if own_paths else draft

    def _note_solutions(self, refusing: set[Hashable]) -> None:
        """Keep the last patch of each rule that is not among those *refusing* the record now."""
        for rule in [rule for rule in self.pending if rule not in refusing]:
            text, patch = self.pending.pop(rule)
            self.solutions[text] = patch.solution
            self._allow_again(rule, patch)

    def _allow_again(self, rule: Hashable, patch: Patch) -> None:
        """Allow *patch*, which satisfied *rule*, once more if it draws a value.

        When the fields that the rule compares change, it needs another value of the same kind.
        """
        key = rule, patch.key
        self.satisfied[key] = self.satisfied.get(key, 0) + 1
        if isinstance(patch, DrawInstead) and self.satisfied[key] <= MAX_REPEATS:
            self.applied.pop(key, None)

    def _build_source(self) -> RecordSource:
        """Return how the record is drawn now."""
        return RecordSource(
            self.get_node(),
            replace(self.reader, draft=self.draft),
            self.row,
        )

    def get_node(self) -> Node:
        """Return the node that draws the record now: of the plan, or of one of its fallbacks."""
        number = self.draft.plan_number
        return self.plan.fallbacks[number - 1]() if number else self.plan.node

    def build_error(self, error: Exception) -> MappingError:
        """Return the error of a record that no attempt repaired; *error* is the last refusal."""
        from pytest_fixturegen.generator.repair.schedule import order_names

        tried = order_names(self.tried)
        facts = {
            "model": self.reader.stream.name,
            "index": self.reader.block * BLOCK_SIZE + self.row,
            "tried": tried or None,
        }
        record = self._draw_record()
        refusals = drop_instance_checks(read_refusals(error))
        causes = [(each, trace_refusal(record, each)) for each in refusals]
        named = [(name_place(record, refusal, trail), trail[-1]) for refusal, trail in causes]
        for refusal, part in named:
            if part.is_pinned:
                problem = f"was given {part.value!r:.80}, which is refused"
                hint = "Give it a value that its validators accept."
                return build_refusal_error(error, refusal, problem, hint, **facts)
        problem = "is refused, and repair is disabled"
        if self.plan.retries:
            problem = f"is refused after {self.plan.retries} more attempts"
        refusal, part = named[0]
        hint = suggest_override(record, refusal, part)
        if tried:
            hint += f" Repair tried: {', '.join(tried)}."
        return build_refusal_error(
            error,
            refusal,
            problem,
            hint,
            **facts,
        )

    def _find_next_plan(self) -> int:
        """Return the number of the plan after the present one; after the last comes the first."""
        count = len(self.plan.fallbacks) + 1
        number = (self.draft.plan_number + 1) % count
        while number in self.undrawable:
            number = (number + 1) % count
        return number

    def _draw_record(self) -> DrawnRecord:
        """Return the record as the draft draws it, with the node that drew it."""
        source = self._build_source()
        draft, record = self.last_drawn or (None, None)
        return DrawnRecord(
            source.node,
            record if draft is self.draft else source.draw_record(),
            self.draft,
            self._choose_member,
        )

    def _choose_member(
        self,
        path: str,
        count: int,
    ) -> int:
        """Return the position of the member, of *count*, that draws the union at *path*."""
        return choose_members([self._draw_word(path + "|")], count)[0]

    def _draw_word(self, path: str) -> int:
        """Return the word of *path* for this record and the attempt that the draft counts."""
        attempts = self.draft.count_attempts(path)
        stream, block = self.reader.stream, self.reader.block
        return stream.read_words(
            path,
            block,
            self.row + 1,
            attempts,
        )[self.row]

    def _find_causes(
        self,
        record: DrawnRecord,
        error: Exception,
    ) -> list[Cause]:
        """Return the errors of *record*, each with the path of parts that leads to it.

        For a union, Pydantic reports the errors of every member. Only those of the member that
        drew the value count, unless it reports none.
        """
        refusals = drop_instance_checks(read_refusals(error))
        causes = [self._find_cause(record, refusal) for refusal in refusals]
        drawn = [cause for cause in causes if record.is_drawn(cause[1])]
        return drawn or causes

    def _find_cause(
        self,
        record: DrawnRecord,
        refusal: Refusal,
    ) -> tuple[Refusal, list[DrawnPart]]:
        """Return *refusal* with its place, or the refusal whose patch led to it; and its trail.

        If a node that one rule had put somewhere is refused by the type, or breaks another
        validator, that rule goes on to its next patch. The message would only mislead it.
        """
        trail = trace_refusal(record, refusal)
        located = locate(refusal, trail)
        if refusal.error is not None and not refusal.is_crash:
            return located, trail
        for path in sorted(list_ancestors(trail[-1].path), key=len):
            replacement = self.draft.replacements.get(path)
            if replacement is None:
                continue
            owner: Refusal = replacement.owner
            is_other = owner.rule != located.rule and not (refusal.is_crash and owner.is_crash)
            if is_other and _is_drawn_by(trail[-1], path, replacement):
                return owner, record.trace(owner.loc)
        return located, trail


def suggest_override(
    record: DrawnRecord,
    refusal: Refusal,
    part: DrawnPart,
) -> str:
    """Return a hint: it names the fields that the validator of *part*, a record, reads."""
    fields = record.find_parts_in_code(part, read_validator_code(refusal.error))
    if not fields:
        return "Override the field with a value that its validators accept."
    names = ", ".join(str(field.names[0]) for field in fields)
    return f"The validator reads {names}: override what it refuses."


def name_place(
    record: DrawnRecord,
    refusal: Refusal,
    trail: list[DrawnPart],
) -> Refusal:
    """Return *refusal* with the place that *trail* leads to, if Pydantic does not say it."""
    if not refusal.is_crash:
        return refusal
    # A validator of a record that reads one field is about that field.
    fields = record.find_parts_in_code(
        trail[-1],
        read_validator_code(refusal.error),
    )
    return refusal._replace(loc=read_loc([*trail, *fields] if len(fields) == 1 else trail))


def trace_refusal(record: DrawnRecord, refusal: Refusal) -> list[DrawnPart]:
    """Return the parts from *record* to the one that *refusal* is about."""
    trail = record.trace(refusal.loc)
    if refusal.error is None or not refusal.is_crash:
        return trail
    names_parts = bool(record.find_named_parts(trail[-1], refusal))
    return trail if names_parts else record.trace_argument(refusal.error)


def _is_drawn_by(
    part: DrawnPart,
    path: str,
    replacement: Replacement,
) -> bool:
    """Return whether *replacement*, drawn at *path*, drew the value of *part*."""
    if part.path == path:
        return True
    is_collection = isinstance(replacement.node, Array | Dictionary | Converted)
    return is_collection and is_below(part.path, path)


def list_suspected_paths(drawn: Drawn) -> set[str]:
    """Return the paths of the refused part and of those that the message names."""
    return {part.path for part in (*drawn.list_named(), drawn.refused)}
