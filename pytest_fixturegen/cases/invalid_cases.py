"""Invalid records: for each rule of a type, a payload that breaks this rule alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.cases.case_builder import CaseBuilder, Choice
from pytest_fixturegen.cases.full_records import FullRecords
from pytest_fixturegen.cases.mutations import Mutation, list_mutations
from pytest_fixturegen.cases.named_values import NamedValues
from pytest_fixturegen.cases.own_errors import ErrorFacts, read_errors
from pytest_fixturegen.cases.payload import PayloadPart, walk_payload
from pytest_fixturegen.cases.violations import Rank
from pytest_fixturegen.generator.json_output import encode_input

MAX_OCCURRENCES = 2
"""How often the rules of a field are broken if its model occurs at several places of a record."""


@dataclass(frozen=True, slots=True)
class InvalidCase:
    """A payload that its model refuses, and the error that the model itself reports.

    Attributes:
        id: A readable id, unique in its set: ``age=17 greater_than_equal``.
        payload: The invalid record as JSON-ready values.
        base: The valid payload from which it differs in one place.
        path: That place, such as ``lines[1].quantity``.
        rule: The rule that the value breaks, in words.
        errors: All errors of the model; a union reports one for each member.
    """

    id: str
    payload: Any
    base: Any
    path: str
    rule: str
    errors: tuple[ErrorFacts, ...]

    @property
    def json(self) -> bytes:
        """The payload as JSON."""
        return dumps(self.payload)

    @property
    def loc(self) -> tuple[int | str, ...]:
        """The place of the first error."""
        return self.errors[0].loc

    @property
    def type(self) -> str:
        """The type of the first error."""
        return self.errors[0].type

    @property
    def ctx(self) -> dict[str, Any]:
        """The context of the first error, such as ``{"ge": 18}``."""
        return self.errors[0].ctx

    def matches(self, error: Exception) -> bool:
        """Return whether *error* reports the same places and types as the model does."""
        return [(each.loc, each.type) for each in read_errors(error)] == [
            (each.loc, each.type) for each in self.errors
        ]


class Finding(NamedTuple):
    """A *value* at *path* that the model accepts although it has another type than declared."""

    path: str
    rule: str
    value: Any

    def __str__(self) -> str:
        """Return the finding as one sentence."""
        return f"{self.path or 'record'}: accepts {self.rule}: the model coerces."


class InvalidSet(NamedValues[InvalidCase]):
    """Invalid cases as a sequence; broken rules come before wrong types.

    Attributes:
        cases: The cases.
        findings: Values of another type that the model accepts.
    """

    def __init__(
        self,
        cases: Sequence[InvalidCase],
        findings: Sequence[Finding] = (),
    ) -> None:
        """Keep what was found."""
        super().__init__(tuple(cases), tuple(case.id for case in cases))
        self.cases = tuple(cases)
        self.findings = tuple(findings)


MAX_UNREADABLE = 4
"""Records that a model does not read from JSON before the search ends: each is repaired in vain."""

FIRST_IN_SECOND_ITEM, BROKEN_BEFORE, REPEATED, OTHER_TYPE = -1, 7, 8, 10
"""Places in the order of cases; rules that are broken for the first time have even numbers."""


class _Base(NamedTuple):
    """A valid record to change: its *choices*, its *payload*, and the *path* of its new parts.

    Only parts below *path* are changed; the others equal those of an earlier base.
    """

    choices: tuple[Choice, ...]
    payload: Any
    path: str


class InvalidSearch:
    """Searches invalid records: changes a valid one in one place, and asks the model."""

    def __init__(
        self,
        builder: CaseBuilder,
        validate_json: Callable[[bytes], Any],
    ) -> None:
        """Search among the records of *builder*, whose model validates by *validate_json*."""
        self.builder = builder
        self.validate_json = validate_json
        self.findings: dict[tuple[str, str], Finding] = {}
        self.found: dict[tuple[str, str, str], tuple[int, InvalidCase]] = {}
        self.counts: Counter[tuple[str, ...]] = Counter()
        self.probed: set[tuple[str, str, str]] = set()
        self.ids: set[str] = set()
        self.unreadable = 0
        self.records = FullRecords(builder.places)

    def run(self, max_cases: int | None = None) -> InvalidSet:
        """Return the invalid records, at most *max_cases*."""
        has_validators = "validation" in self.builder.plan.reading.user_code
        for base in self._list_bases():
            for part in self._walk(base):
                if self._is_new(part):
                    for mutation in list_mutations(part, has_validators=has_validators):
                        self._try_mutation(
                            base,
                            part,
                            mutation,
                        )
        ranked = sorted(self.found.values(), key=lambda each: each[0])
        cases = [case for _, case in ranked]
        return InvalidSet(cases[:max_cases], tuple(self.findings.values()))

    def _is_new(self, part: PayloadPart) -> bool:
        """Return whether the field of *part* did not occur at two other places before."""
        if part.field is None:
            return True
        key = (part.owner, part.field.name)
        self.counts[key] += 1
        return self.counts[key] <= MAX_OCCURRENCES

    def _walk(self, base: _Base) -> Iterator[PayloadPart]:
        """Yield the parts of *base* that other bases do not have."""
        plan = self.builder.plan
        chosen = {place.path: option.name for place, option in base.choices}

        def choose_member(path: str, labels: Sequence[str]) -> str:
            if chosen.get(path) in labels:
                return chosen[path]
            return labels[self.builder.choose_member(path, len(labels))]

        parts = walk_payload(
            plan.reading.shape, plan.node, base.payload, plan.reading.refs, choose_member
        )
        return (part for part in parts if part.path.startswith(base.path))

    def _try_mutation(
        self,
        base: _Base,
        part: PayloadPart,
        mutation: Mutation,
    ) -> None:
        """Keep *mutation* of *base* as a case if the model refuses it, or as a finding."""
        payload = mutation.apply(base.payload)
        result = attempt(lambda: self.validate_json(dumps(payload)))
        if not isinstance(result, Raised):
            is_document = self.builder.plan.reading.is_document  # whose members say what is valid
            if mutation.rank is Rank.COERCION and not is_document:
                finding = Finding(
                    part.title,
                    mutation.rule,
                    mutation.value,
                )
                self.findings.setdefault((_mask(part.title), mutation.rule), finding)
            return
        errors = read_errors(result.error)
        if errors[0].type == "json_invalid":
            return
        if mutation.is_probe and self._is_known(mutation, errors):
            return
        case = InvalidCase(
            self._make_id(
                part,
                mutation,
                errors[0].type,
            ),
            payload,
            base.payload,
            mutation.title,
            mutation.rule,
            errors,
        )
        key = (mutation.title, mutation.rule, repr(mutation.value))
        if key not in self.found:
            self.found[key] = self._find_priority(part, mutation), case

    def _find_priority(
        self,
        part: PayloadPart,
        mutation: Mutation,
    ) -> int:
        """Return the place of *mutation* in the order of cases: low if it is likely to find a bug.

        A rule is broken once before it is broken in other ways, and once in the second item of
        each list before it is broken in all fields of that item.
        """
        rank = mutation.rank
        if rank > Rank.MEMBER:
            return OTHER_TYPE + rank
        key: tuple[str, ...] = (mutation.title, mutation.rule)
        if mutation.is_repeated:
            key = (part.title.partition("[")[0], rank.name)
        is_first = not self.counts[key]
        self.counts[key] += 1
        if mutation.is_repeated:
            return FIRST_IN_SECOND_ITEM if is_first and rank is Rank.RULE else REPEATED
        return 2 * rank if is_first else BROKEN_BEFORE

    def _is_known(
        self,
        mutation: Mutation,
        errors: tuple[ErrorFacts, ...],
    ) -> bool:
        """Return whether a value at the same place was refused in the same words before.

        A validator refuses most unusual values: one of them is enough.
        """
        key = (mutation.title, errors[0].type, errors[0].msg)
        is_known = key in self.probed
        self.probed.add(key)
        return is_known

    def _make_id(
        self,
        part: PayloadPart,
        mutation: Mutation,
        error_type: str,
    ) -> str:
        """Return a new id of a case."""
        change = mutation.describe()
        if change.strip() == error_type:  # "missing" once is enough
            change = ""
        text = f"{mutation.title or 'record'}{change} {error_type}"
        number, unique = 2, text
        while unique in self.ids:
            unique, number = f"{text} {number}", number + 1
        self.ids.add(unique)
        return unique

    def _list_bases(self) -> Iterator[_Base]:
        """Yield the valid records to change: one with all parts, then one for each other member."""
        full = self.records.fill({})
        for choices, path in ((full, ""), *self.records.list_members(full)):
            yield from self._build_base(choices, path)
            if self.unreadable >= MAX_UNREADABLE:
                return

    def _build_base(
        self,
        choices: Sequence[Choice],
        path: str,
    ) -> Iterator[_Base]:
        """Yield the base with *choices*, or with those of them that the model takes together.

        Yield nothing if the model does not read it from JSON.
        """
        result = self.builder.build(choices)
        if isinstance(result, Raised) and not path:
            choices, result = self._find_accepted(choices)
        if isinstance(result, Raised):
            return
        text = attempt(
            lambda: encode_input(
                self.builder.plan,
                *result,
                self.validate_json,
            )
        )
        if isinstance(text, Raised):
            self.unreadable += 1
            return
        yield _Base(tuple(choices), loads(text), path)

    def _find_accepted(self, choices: Sequence[Choice]) -> tuple[list[Choice], Any]:
        """Return those of *choices* that the model takes, each with the ones before it."""
        accepted: list[Choice] = []
        record: Any = (self.builder.value, self.builder.source)
        for choice in choices:
            result = self.builder.build([*accepted, choice])
            if not isinstance(result, Raised):
                accepted.append(choice)
                record = result
        return accepted, record


def _mask(title: str) -> str:
    """Return *title* with the same text for all items of a list."""
    return "".join("*" if char.isdigit() else char for char in title)
