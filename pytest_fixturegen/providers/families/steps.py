"""How the numbers of a family follow from each other: one step for each role.

A row is ``names | operation arguments``. The first name is the role that other steps refer to; a
role that begins with ``_`` is never shown. A row that begins with ``?`` serves its names only in a
record with another role of the family, because alone they may mean anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from math import ceil, floor, log10
from typing import Any, NamedTuple
from zlib import crc32

from pytest_fixturegen.providers.units.specs import join_rows, list_values, parse_spec
from pytest_fixturegen.streams import mix_word

COUNT, MONEY, REAL = "count", "money", "real"
"""What a role is: a whole number, an amount in the smallest unit, or a number with decimals."""


class Step(NamedTuple):
    """How *role* follows from others: *operation* of *arguments*, a number of *kind*.

    *spec* is the range of what it draws, and *grain* how the result is rounded. *salt* is the
    number of the role, with which the word of the family is mixed.
    """

    role: str
    names: tuple[str, ...]
    needs_company: bool
    operation: str
    arguments: tuple[str, ...]
    kind: str
    spec: str = ""
    grain: str = ""
    salt: int = 0


class Family:
    """A family of numbers: its steps by role, and the words of classes that speak of it.

    Names that need company serve in a record with *min_roles* of its roles.
    """

    __slots__ = ("min_roles", "name", "steps", "words")

    def __init__(
        self,
        name: str,
        words: frozenset[str],
        steps: Mapping[str, Step],
        min_roles: int = 2,
    ) -> None:
        self.name = name
        self.min_roles = min_roles
        self.words = words
        self.steps = steps


class FamilySetting:
    """What the values of a family depend on besides the fact.

    *scale* is how many of the smallest unit of money an amount has, *present* are the roles that
    the record shows, and *base* are the numbers that the whole of the family is drawn from.
    Settings are keys of a cache, and hashed as objects, since *base* may be long.
    """

    __slots__ = ("base", "family", "present", "scale")

    def __init__(
        self,
        family: Family,
        scale: int,
        present: frozenset[str],
        base: tuple[Any, ...] = (),
    ) -> None:
        self.family = family
        self.scale = scale
        self.present = present
        self.base = base


class Evaluation:
    """The values of a family in one record, computed when they are asked for.

    *fixed* are values that the user fixed, by role.
    """

    __slots__ = ("_setting", "_steps", "_values", "_word")

    def __init__(
        self,
        setting: FamilySetting,
        word: int,
        fixed: tuple[tuple[str, Any], ...],
    ) -> None:
        self._setting = setting
        self._word = word
        self._values: dict[str, Any] = {}
        self._steps = setting.family.steps
        if fixed:
            self._values.update((role, self._fit(role, amount)) for role, amount in fixed)
        for role, _ in fixed:
            self._fix_source(role)

    def get(self, role: str) -> Any:
        """Return the value of *role*."""
        values = self._values
        if role in values:
            return values[role]
        step = self._steps[role]
        value = values[role] = OPERATIONS[step.operation](
            self,
            step,
        )
        return value

    def get_amount(self, role: str) -> Any:
        """Return the value of *role*, money in whole units of the currency."""
        value = self.get(role)
        return value / self._setting.scale if self._steps[role].kind == MONEY else value

    def get_step(self, role: str) -> Step:
        """Return the step of *role*."""
        return self._steps[role]

    def is_present(self, role: str) -> bool:
        """Return whether the record shows *role*."""
        return role in self._setting.present

    @property
    def scale(self) -> int:
        """How many of the smallest unit of money an amount has."""
        return self._setting.scale

    @property
    def base(self) -> tuple[Any, ...]:
        """The numbers that the whole is drawn from."""
        return self._setting.base

    def hold(self, role: str) -> None:
        """Let *role* be nothing, and the roles that follow from it with it."""
        self._values[role] = 0

    def draw(self, step: Step) -> float:
        """Return a number of the range of *step* that the word of the family and the role draw."""
        values = list_range(step.spec)
        return values[mix_word(self._word, step.salt) * len(values) >> 64]

    def draw_word(self, step: Step) -> int:
        """Return the word of *step*."""
        return mix_word(self._word, step.salt)

    def _fix_source(self, role: str) -> None:
        """Give the role that *role* follows from a value with which it has its fixed one."""
        step = self.get_step(role)
        source = step.arguments[0].lstrip("+") if step.arguments else ""
        is_open = source in self._setting.family.steps and source not in self._values
        if not is_open or step.operation not in INVERTIBLE:
            return
        self._values[source] = self._solve(step, source)
        self._fix_source(source)

    def _solve(
        self,
        step: Step,
        source: str,
    ) -> Any:
        """Return the value of *source* for which *step* gives the fixed value of its role."""
        wanted = self._values[step.role]
        kind = self.get_step(source).kind
        others = {role: value for role, value in self._values.items() if role != step.role}
        guess = self._draw_with(others).get(source)
        drawn = self._draw_with(others).get(step.role)
        guess = _fit_kind(guess * wanted / drawn if drawn else wanted, kind)
        for _ in range(MAX_TRIALS):
            got = self._draw_with({**others, source: guess}).get(step.role)
            if got == wanted or not got:
                break
            is_additive = INVERTIBLE[step.operation]
            guess = _fit_kind(
                guess + wanted - got if is_additive else guess * wanted / got,
                kind,
            )
        return guess

    def _draw_with(self, values: dict[str, Any]) -> Evaluation:
        """Return another drawing of the family in which *values* are fixed."""
        evaluation = Evaluation(
            self._setting,
            self._word,
            (),
        )
        evaluation._values = dict(values)
        return evaluation

    def _fit(
        self,
        role: str,
        amount: float,
    ) -> Any:
        """Return *amount* as a value of *role*: money in its smallest unit."""
        kind = self.get_step(role).kind
        return _fit_kind(
            amount * self.scale if kind == MONEY else amount,
            kind,
        )


def _fit_kind(value: float, kind: str) -> Any:
    return value if kind == REAL else round(value)


# Operations. Each takes the values of the record and the step.


def _draw_count(values: Evaluation, step: Step) -> int:
    """Return a whole number."""
    return round(values.draw(step))


def _draw_money(values: Evaluation, step: Step) -> int:
    """Return an amount in the units of the family, cents or whole ones."""
    return round(round_to_grain(values.draw(step), step.grain) * values.scale)


def _draw_real(values: Evaluation, step: Step) -> float:
    return round_to_grain(values.draw(step), step.grain)


def round_to_grain(number: float, grain: str) -> float:
    """Return *number* in multiples of ``/5``, with ``~2`` digits, or with the places of ``.01``."""
    if grain.startswith("/"):
        step = float(grain[1:])
        return round(number / step) * step
    if grain.startswith("~"):
        return round_nicely(number, int(grain[1:]))
    if grain.startswith("."):
        return round(number, len(grain) - 1)
    return float(round(number)) if grain in ("0", "1") else number


def round_nicely(number: float, digits: int) -> float:
    """Return *number* with so many significant *digits*."""
    return round(number, digits - 1 - floor(log10(abs(number)))) if number else 0.0


def _take_part(values: Evaluation, step: Step) -> Any:
    """Return a drawn share of the first argument, never more than it has."""
    whole = values.get(step.arguments[0])
    part = whole * values.draw(step)
    return round(part, 2) if isinstance(whole, float) else floor(part)


def _take_done(values: Evaluation, step: Step) -> Any:
    """Return a drawn share of the first argument: none before, and all once the second is 2."""
    whole, state = map(values.get, step.arguments[:2])
    if state == 1:
        return _take_part(values, step)
    if state == SOME:
        return (
            round(whole * (1 + values.draw(step)) / 4, 2)
            if isinstance(whole, float)
            else (floor(whole * (1 + values.draw(step)) / 4))
        )
    return whole if state else type(whole)(0)


SOME = 3
"""The state of a step to which a part of its whole has come, but not all."""


def _find_whole(values: Evaluation, step: Step) -> Any:
    """Return a round number of which the first argument is a drawn share."""
    number = values.get_amount(step.arguments[0]) / max(values.draw(step), 1e-6)
    digits = 1 - (floor(log10(number)) if number else 0)
    whole = ceil(number * 10**digits) / 10**digits if number else 0
    return _fit_money(whole, step, values)


def _fit_money(
    number: float,
    step: Step,
    values: Evaluation,
) -> Any:
    """Return *number* as a value of the kind of *step*."""
    if step.kind == MONEY:
        return round(number * values.scale)
    return round(number) if step.kind == COUNT else round(number, 4)


def _subtract(values: Evaluation, step: Step) -> Any:
    """Return what the others leave of the first argument, at least nothing."""
    whole, *parts = step.arguments
    rest = values.get(whole) - sum(map(values.get, parts))
    return rest if type(rest) is int and rest > 0 else max(_round_real(rest), 0)


def _add(values: Evaluation, step: Step) -> Any:
    """Return the sum of the arguments; one after ``-`` is subtracted."""
    return _round_real(sum(_get_signed(values, term) for term in step.arguments))


def _add_present(values: Evaluation, step: Step) -> Any:
    """Return the sum of those arguments that the record shows; of the first one if it shows none.

    An argument after ``+`` belongs to it in any case.
    """
    terms = [
        term.lstrip("+")
        for term in step.arguments
        if term.startswith("+") or values.is_present(term.lstrip("-"))
    ]
    used = terms or step.arguments[:1]
    return _round_real(sum(_get_signed(values, term) for term in used))


def _get_signed(values: Evaluation, term: str) -> Any:
    """Return the value of *term*, negated if it begins with a minus."""
    return -values.get(term[1:]) if term.startswith("-") else values.get(term)


def _round_real(number: Any) -> Any:
    return round(number, 4) if isinstance(number, float) else number


def _multiply(values: Evaluation, step: Step) -> Any:
    """Return the product of the arguments, some of which may be numbers."""
    product = 1.0
    for term in step.arguments:
        product *= values.get_amount(term) if _is_role(term, values) else float(term)
    return _fit_money(product, step, values)


def _is_role(term: str, values: Evaluation) -> bool:
    """Return whether *term* is the name of a role, not a number."""
    return not term[0].isdigit() and term[0] != "."


def _divide(values: Evaluation, step: Step) -> float:
    """Return a factor times the first argument by the second; 0 if that is 0."""
    number, divisor, *more = step.arguments
    factor = float(more[0]) if more else 1.0
    places = int(more[1]) if len(more) > 1 else 2
    below = values.get_amount(divisor)
    result = factor * values.get_amount(number) / below if below else 0.0
    return _fit_money(result, step, values) if step.kind == MONEY else round(result, places)


def _divide_parts(values: Evaluation, step: Step) -> float:
    """Return the first argument as a part of the second; 0 if that is 0."""
    number, divisor = step.arguments[:2]
    below = values.get_amount(divisor)
    return values.get_amount(number) / below if below else 0.0


def _draw_whole(values: Evaluation, step: Step) -> Any:
    """Return a number of the record's kind of whole."""
    return values.base[values.draw_word(step) * len(values.base) >> 64]


def _take_least(values: Evaluation, step: Step) -> Any:
    """Return the least value of the arguments of *step*."""
    return min(map(values.get, step.arguments))


def _offset(values: Evaluation, step: Step) -> Any:
    """Return the first argument plus a drawn difference."""
    number = values.get_amount(step.arguments[0]) + values.draw(step)
    return _fit_money(
        round_to_grain(number, step.grain),
        step,
        values,
    )


def _is_below(values: Evaluation, step: Step) -> bool:
    """Return whether the first argument is less than the second."""
    return bool(values.get_amount(step.arguments[0]) < _get_bound(values, step))


def _is_above(values: Evaluation, step: Step) -> bool:
    """Return whether the first argument is at least the second, or more than 0."""
    number, bound = values.get_amount(step.arguments[0]), _get_bound(values, step)
    return bool(number >= bound if bound else number > 0)


def _is_within(values: Evaluation, step: Step) -> bool:
    """Return whether the first argument lies between the second and the third."""
    number, low, high = map(values.get_amount, step.arguments)
    return bool(low <= number <= high)


def _get_bound(values: Evaluation, step: Step) -> Any:
    """Return the bound of *step*: the value of a role, or a number."""
    bound = step.arguments[1]
    return values.get_amount(bound) if _is_role(bound, values) else float(bound)


def _pay_off(values: Evaluation, step: Step) -> Any:
    """Return the monthly payment of a principal, at a rate of a year in per cent, over months."""
    principal, rate, months = map(values.get_amount, step.arguments)
    return _fit_money(compute_annuity(principal, rate, months), step, values)


MONTHS_OF_YEAR, PERCENT = 12, 100


def compute_annuity(
    principal: float,
    rate: float,
    months: float,
) -> float:
    """Return the monthly payment that repays a principal with its interest.

    Args:
        principal: What is borrowed, in whole units of the currency.
        rate: The interest of a year in per cent; 0 is a loan without interest.
        months: The number of payments. Fewer than one count as one.
    """
    monthly = rate / PERCENT / MONTHS_OF_YEAR
    payments = max(months, 1)
    interest = 1 - (1 + monthly) ** -payments
    return float(principal * monthly / interest if monthly else principal / payments)


def _repay(values: Evaluation, step: Step) -> Any:
    """Return what some payments have repaid of a principal: all after the last one.

    The first payments are mostly interest, so less than their share of the term is repaid.
    """
    principal, rate, months, made = map(values.get_amount, step.arguments)
    growth = 1 + rate / PERCENT / MONTHS_OF_YEAR
    total = growth ** max(months, 1) - 1
    done = growth ** min(made, max(months, 1)) - 1
    return _fit_money(principal * done / total, step, values)


Operation = Callable[[Evaluation, Step], Any]

OPERATIONS: dict[str, Operation] = {
    "count": _draw_count,
    "money": _draw_money,
    "real": _draw_real,
    "part": _take_part,
    "done": _take_done,
    "over": _find_whole,
    "rest": _subtract,
    "sum": _add,
    "present": _add_present,
    "times": _multiply,
    "ratio": _divide,
    "rate": _divide_parts,
    "whole": _draw_whole,
    "least": _take_least,
    "plus": _offset,
    "annuity": _pay_off,
    "repaid": _repay,
    "below": _is_below,
    "above": _is_above,
    "within": _is_within,
}
"""The operations by name."""

FLAGS = ("below", "above", "within")
"""The operations that make a flag."""

KINDS = {"count": COUNT, "money": MONEY, "real": REAL, "ratio": REAL, "rate": REAL, "times": REAL}
"""The kind of number that an operation makes; others keep that of their first argument."""

DRAWING = {"count": 0, "money": 0, "real": 0, "part": 1, "over": 1, "plus": 1, "done": 2}
"""The operations that draw from a range, and how many arguments stand before it."""

INVERTIBLE = {
    **dict.fromkeys(("part", "over", "rate", "ratio", "times", "done"), False),
    **dict.fromkeys(("sum", "rest", "present", "plus"), True),
}
"""The operations that grow with their first argument: True for those that add to it."""

MAX_TRIALS = 12
"""How often the value of a first argument is corrected until the result is the fixed one."""


def iter_roles(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the roles of the family that *text* describes, each with the names that show it."""
    for row in join_rows(text).splitlines()[1:]:
        role, shown, _ = _split_names(row.partition("|")[0])
        yield role, shown


def _split_names(names: str) -> tuple[str, list[str], bool]:
    """Return the role of a row with *names*, those that show it, and whether they need company."""
    words = names.split()
    needs_company = words[0] == "?"
    if needs_company:
        del words[0]
    return words[0], [word for word in words if not word.startswith("_")], needs_company


@lru_cache(maxsize=512)
def parse_family(text: str) -> Family:
    """Return the family that *text* describes; its first line is ``name 2: words of classes``.

    The number is that of the roles that are company enough; without it, they are two.
    """
    title, *rows = join_rows(text).splitlines()
    name, _, words = title.partition(":")
    steps: dict[str, Step] = {}
    for row in rows:
        step = _parse_step(row, steps)
        steps[step.role] = step
    name, _, count = name.partition(" ")
    return Family(
        name,
        frozenset(words.split()),
        steps,
        int(count or 2),
    )


def _parse_step(row: str, steps: Mapping[str, Step]) -> Step:
    """Return the step that *row* describes, after *steps*."""
    names, _, rule = row.partition("|")
    role, shown, needs_company = _split_names(names)
    operation, *arguments = rule.split()
    is_money = operation.endswith("$")
    operation = operation.rstrip("$")
    kind = MONEY if is_money else KINDS.get(operation, "")
    if not kind:
        source = arguments[0].lstrip("+-") if arguments else ""
        kind = steps[source].kind if source in steps else COUNT
    salt = crc32(role.encode())
    step = Step(
        role,
        tuple(shown),
        needs_company,
        operation,
        tuple(arguments),
        kind,
        salt=salt,
    )
    if operation not in DRAWING:
        return step
    given = arguments[DRAWING[operation] :]
    is_list = given[0] == "="
    spec = ["0 0 0 |", *given] if is_list else [*given[:3], "|", *given[3:]]
    grain = "" if is_list or len(given) < 4 else given[3]
    return step._replace(
        spec=" ".join(spec),
        grain=grain,
    )


@lru_cache(maxsize=1024)
def list_range(spec: str) -> tuple[float, ...]:
    """Return the values of the range *spec*."""
    return list_values(parse_spec(spec))


@lru_cache(maxsize=4096)
def evaluate(
    setting: FamilySetting,
    word: int,
    fixed: tuple[tuple[str, Any], ...],
) -> Evaluation:
    """Return the values of a record; those who ask for the same record share them."""
    return Evaluation(setting, word, fixed)
