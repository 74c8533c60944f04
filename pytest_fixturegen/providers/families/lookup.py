"""Find the family of numbers that a field belongs to, by its name and those around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache, partial
from itertools import pairwise
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Fact, FactPin, FactView, Integer, Node
from pytest_fixturegen.providers import amounts, field_names
from pytest_fixturegen.providers.amounts import get_decimal_places
from pytest_fixturegen.providers.domains.choices import leads_relations
from pytest_fixturegen.providers.domains.nodes import find_domain_node
from pytest_fixturegen.providers.fact_fields import (
    build_draw,
    format_fact_name,
    get_json_converter,
    list_sample_words,
)
from pytest_fixturegen.providers.fact_pins import read_number
from pytest_fixturegen.providers.families.bills import find_bill_nodes, find_bill_roles
from pytest_fixturegen.providers.families.chains import find_chains
from pytest_fixturegen.providers.families.cost_views import build_cost_view
from pytest_fixturegen.providers.families.costs import FAMILY_NAME, CostFamily, find_costs
from pytest_fixturegen.providers.families.direct import make_direct_draw
from pytest_fixturegen.providers.families.goods import find_goods_nodes
from pytest_fixturegen.providers.families.ledgers import find_ledgers
from pytest_fixturegen.providers.families.steps import (
    FLAGS,
    MONEY,
    Evaluation,
    Family,
    FamilySetting,
    Step,
    evaluate,
    iter_roles,
    parse_family,
)
from pytest_fixturegen.providers.families.tallies import STAGE_ROLE, find_tallies
from pytest_fixturegen.providers.families.wholes import (
    find_part,
    find_whole_name,
    list_whole_numbers,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.durations import find_interval_provider
from pytest_fixturegen.providers.quantity import make_number_check
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.units import lookup as units
from pytest_fixturegen.providers.units.suffixes import TIME_PLURALS, index_units

NUMBER_KINDS = ("int", "float", "decimal")
ANY_WORD = Integer(0, (1 << 64) - 1)

CLASS_BONUS = 3
"""A word of the class counts for so many roles when two families compete."""

COUNT_AFFIXES = (
    ("num_", ""),
    ("number_of_", ""),
    ("no_of_", ""),
    ("n_", ""),
    ("total_", ""),
    ("", "_count"),
    ("", "_cnt"),
    ("", "_counts"),
    ("", "_total"),
    ("", "_amount"),
    ("", "_amt"),
    ("", "_number"),
    ("", "_quantity"),
    ("", "_qty"),
    ("quantity_", ""),
)
"""Beginnings and endings that do not change which role a name is."""


GENERIC_NAMES = frozenset(
    "total amount price value quantity qty cost rate balance paid change volume units area size "
    "count subtotal tax net gross unit_price total_amount total_price total_cost discount score "
    "points tax_amount amount_due net_amount item_total line_total temperature gross_amount "
    "net_total gross_total total_net total_gross paid_amount amount_paid hours".split()
)
"""Names of so many families that they serve only where another sign speaks of the family."""


class Role(NamedTuple):
    """A *step* of a *family*, and the *owner* of its facts."""

    family: Family
    step: Step
    owner: str = ""


def find_family_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the view of the numbers of a family that the field shows."""
    if context.kind not in (*NUMBER_KINDS, "bool") or context.is_item:
        return
    role = find_roles(context.record).get(context.name) or _find_alone(context)
    is_sure = context.kind == "bool" or _outweighs_goods(role, context)
    yield from () if is_sure else find_goods_nodes(context)
    if context.kind != "bool":
        yield from () if _is_of_family(role, context) else find_bill_nodes(context)
        role = role if _is_sure(role, context) else _find_part_role(context) or role
    yield from _show_role(role, context)


def _outweighs_goods(role: Role | None, context: FieldContext) -> bool:
    """Return whether the field counts the seats of a place or a stock, or is the price of one."""
    is_whole = role is not None and role.family.name in WHOLE_GOODS
    return is_whole and count_family_fields(context) > MIN_WHOLE_ROLES


WHOLE_GOODS = frozenset(("seats", "stock", "ledger"))
MIN_WHOLE_ROLES = 2
"""More roles than these tell that a record sells the seats of a place, not some of them."""


def _show_role(role: Role | None, context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the view of *role*, if there is one."""
    node = build_role_view(role, context) if role else None
    if role and node is not None:
        yield f"families.{role.family.name}.{role.step.role}", node


def _find_part_role(context: FieldContext) -> Role | None:
    """Return the role of the field in a whole; None if it has none."""
    part = find_part(context)
    return Role(*part) if part else None


def _is_of_family(role: Role | None, context: FieldContext) -> bool:
    """Return whether the record was read as the family of *role*, or its class speaks of it."""
    if role is None:
        return False
    is_made = role.family.name == FAMILY_NAME or _outweighs_goods(role, context)
    return is_made or _speaks_of(context.model, role.family)


def count_family_fields(context: FieldContext) -> int:
    """Return how many roles of the family of the field its record shows; 0 without a family."""
    role = find_roles(context.record).get(context.name)
    return _count_known_roles(context.record)[role.family] if role else 0


@lru_cache(maxsize=256)
def _count_known_roles(record: RecordOutline) -> Counter[Family | None]:
    """Return how many roles *record* shows of each family."""
    return _count_roles(find_roles(record))


def reads_whole_meter(context: FieldContext) -> bool:
    """Return whether the field belongs to the readings of a meter that counts whole units only.

    A table of the domain has decimals, which are rounded one by one.
    """
    role = find_roles(context.record).get(context.name)
    if context.kind != "int" or role is None or role.family.name not in METERS:
        return False
    names = _list_members(role, context.record).keys()
    kinds = {field.kind for field in context.record.fields if field.name in names}
    return kinds == {"int"} and len(names) > MIN_WHOLE_ROLES


def _list_members(role: Role, record: RecordOutline) -> dict[str, str]:
    """Return the roles that *record* shows of the family of *role*, by field."""
    return _index_members(record).get((role.family, role.owner), {})


@lru_cache(maxsize=256)
def _index_members(record: RecordOutline) -> dict[tuple[Family, str], dict[str, str]]:
    """Return the roles that *record* shows of each family and owner, by field."""
    members: dict[tuple[Family, str], dict[str, str]] = {}
    for name, role in find_roles(record).items():
        members.setdefault((role.family, role.owner), {})[name] = role.step.role
    return members


METERS = frozenset(("meter", "odometer", "ledger"))


def _count_roles(roles: Mapping[str, Role]) -> Counter[Family | None]:
    """Return how many of *roles* each family has."""
    shown = {(role.family, role.step.role) for role in roles.values()}
    return Counter(family for family, _ in shown)


def compares_numbers(context: FieldContext) -> bool:
    """Return whether the field is a flag that compares numbers of its record."""
    return context.kind == "bool" and context.name in find_roles(context.record)


def _is_sure(role: Role | None, context: FieldContext) -> bool:
    """Return whether the name has *role* in every record, or the record is of its family."""
    is_own = role is not None and not _needs_company(context.name, role.step)
    return is_own or _is_of_family(role, context)


def _find_alone(context: FieldContext) -> Role | None:
    """Return the role of a name that needs no company."""
    for family, step in find_steps(units.normalize(context.name)):
        if (step.operation in FLAGS) != (context.kind == "bool"):
            continue
        is_alone = not context.record.fields and _speaks_of(context.model, family)
        if is_alone or not _needs_company(context.name, step):
            return Role(family, step)
    return None


def _needs_company(name: str, step: Step) -> bool:
    """Return whether *name* has the role of *step* only beside other roles of its family."""
    return step.needs_company or name in GENERIC_NAMES


def list_families() -> tuple[Family, ...]:
    """Return the families whose roles have names of their own."""
    return tuple(map(parse_family, list_family_texts()))


@lru_cache(maxsize=1)
def list_family_texts() -> tuple[str, ...]:
    """Return the texts of the families."""
    from pytest_fixturegen.providers.families import business, places, science, work

    tables = (
        business.FAMILIES,
        work.FAMILIES,
        science.FAMILIES,
        places.FAMILIES,
    )
    return tuple(text for table in tables for text in table.strip().split("\n\n"))


@lru_cache(maxsize=1)
def index_names() -> dict[str, str]:
    """Return the roles of each name as a text, ``3.cost 17.price``, with numbers of families."""
    names: dict[str, str] = {}
    for number, text in enumerate(list_family_texts()):
        for role, shown in iter_roles(text):
            normalized = units.normalize_names(" ".join(shown))
            for name in dict.fromkeys((*shown, *normalized)):
                names[name] = f"{names.get(name, '')} {number}.{role}"
    return names


def find_steps(name: str) -> tuple[tuple[Family, Step], ...]:
    """Return the families and steps of *name*; a family is parsed when it is first asked for."""
    texts = list_family_texts()
    pairs = (each.partition(".") for each in index_names().get(name, "").split())
    families = ((parse_family(texts[int(number)]), role) for number, _, role in pairs)
    return tuple((family, family.steps[role]) for family, role in families)


@lru_cache(maxsize=128)
def find_roles(record: RecordOutline) -> dict[str, Role]:
    """Return the roles of the numbers of *record*, by field.

    A name of several families belongs to the one with most roles in the record.
    """
    candidates = {
        field.name: tuple(_find_candidates(field.name, is_flag=field.kind == "bool"))
        for field in record.fields
        if field.kind in (*NUMBER_KINDS, "bool")
    }
    weights = _weigh_families(record.model, candidates)
    chosen = {}
    for name, found in candidates.items():
        usable = [
            (family, step)
            for family, step in found
            if not _needs_company(name, step)
            or _has_company(
                name,
                family,
                candidates,
                weights,
            )
        ]
        if usable:
            chosen[name] = Role(*max(usable, key=lambda pair: weights[pair[0]]))
    chains = find_chains(record)
    for name in chains.keys() - chosen.keys():
        family, base = chains[name]
        chosen[name] = Role(
            family,
            family.steps[name],
            base,
        )
    _add_tallies(record, chosen)
    _add_ledgers(record, chosen)
    costs = find_costs(record)
    if costs is not None and _explains_more(
        costs,
        chosen,
        record,
    ):
        steps = costs.family.steps
        chosen.update((name, Role(costs.family, steps[role])) for name, role in costs.roles.items())
    return chosen


def _add_tallies(record: RecordOutline, chosen: dict[str, Role]) -> None:
    """Add the counts of *record* that explain more fields than the families of *chosen* do."""
    counts = _count_roles(chosen)
    for tally in find_tallies(record):
        names = tally.roles.keys()
        best = max((counts[chosen[name].family] for name in names & chosen.keys()), default=0)
        if len(names) >= max(best, 2):
            steps = tally.family.steps
            chosen.update((name, Role(tally.family, steps[name])) for name in names)


def _add_ledgers(record: RecordOutline, chosen: dict[str, Role]) -> None:
    """Add the balances of *record* that explain more fields than the families of *chosen* do."""
    bill = find_bill_roles(record).keys()
    for ledger in find_ledgers(record):
        if bill >= set(ledger.roles):
            continue  # a bill has its taxes as well
        steps = ledger.family.steps
        _add_better(chosen, {name: Role(ledger.family, steps[name]) for name in ledger.roles})


def _add_better(chosen: dict[str, Role], roles: dict[str, Role]) -> None:
    """Add *roles* to *chosen* if they explain more fields than its families do of the same."""
    counts = _count_roles(chosen)
    known = (chosen[name].family for name in roles.keys() & chosen.keys())
    if len(roles) > max((counts[family] for family in known), default=0):
        chosen.update(roles)


@lru_cache(maxsize=1)
def list_plain_amounts() -> frozenset[str]:
    """Return the names of amounts that follow from a quantity, a price and a tax rate."""
    return frozenset(name for name, _ in amounts.NAMES) - {"amount"}


def _explains_more(
    costs: CostFamily,
    chosen: dict[str, Role],
    record: RecordOutline,
) -> bool:
    """Return whether *costs* explains more fields than a family of *chosen*, or a bill, does."""
    names = costs.roles.keys()
    if list_plain_amounts().issuperset(names):
        return False  # a quantity, a price and a tax rate decide all of them
    bill = find_bill_roles(record)
    is_bill = names <= bill.keys() and len(set(bill.values())) == len(bill)
    counts = _count_roles(chosen)
    best = max((counts[chosen[name].family] for name in names & chosen.keys()), default=0)
    return not is_bill and len(names) > best


def _has_company(
    name: str,
    family: Family,
    candidates: Candidates,
    weights: dict[Family, float],
) -> bool:
    """Return whether enough of the record speaks of *family* to read *name* as one of its roles."""
    if weights[family] < family.min_roles:
        return False
    others = (found for other, found in candidates.items() if other != name)
    has_other = any(family is one for found in others for one, _ in found)
    return has_other or name not in GENERIC_NAMES


Candidates = dict[str, tuple[tuple[Family, Step], ...]]


def _weigh_families(model: str, candidates: Candidates) -> dict[Family, float]:
    """Return how much speaks for each family: its roles in the record, and its class.

    Names of many families count only if there is another sign.
    """
    roles: dict[Family, set[str]] = {}
    generic: dict[Family, set[str]] = {}
    for name, found in candidates.items():
        table = generic if name in GENERIC_NAMES else roles
        for family, step in found:
            table.setdefault(family, set()).add(step.role)
    weights = {}
    for family in {**roles, **generic}:
        signs = len(roles.get(family, ())) + CLASS_BONUS * _speaks_of(model, family)
        extra = len(generic.get(family, set()) - roles.get(family, set()))
        weights[family] = signs + extra * (0.1 if signs < 2 else 1)
    return weights


def _find_candidates(name: str, *, is_flag: bool) -> Iterator[tuple[Family, Step]]:
    """Yield the families and steps of *name*, or of its closest spelling that has any.

    A flag has the steps that make one, a number the others. A ``bonus_percent`` is not an amount of
    money in another unit.
    """
    is_share = PERCENT_WORDS.fullmatch(name.rpartition("_")[2]) is not None
    for spelling in (name, *_list_spellings(units.normalize(name))):
        is_other_unit = is_share and spelling != name
        found = [
            pair
            for pair in find_steps(spelling)
            if (pair[1].operation in FLAGS) == is_flag
            and not (is_other_unit and pair[1].operation in AMOUNTS)
        ]
        if found:
            yield from found
            return


AMOUNTS = ("money", "part")
"""The operations that draw amounts of money, and parts of other amounts."""


def _list_spellings(name: str) -> Iterator[str]:
    """Yield *name*, then without its unit, then without what says that it is a count."""
    yield name
    bare = [name]
    head, _, unit = name.rpartition("_")
    is_time = unit in TIME_PLURALS and not head.endswith(("time", "duration"))
    if head and unit in index_units() and not is_time:
        bare.append(head)
        yield head
    for spelling in bare:
        for start, end in COUNT_AFFIXES:
            if spelling.startswith(start) and spelling.endswith(end):
                yield spelling.removeprefix(start).removesuffix(end)
        first, _, second = spelling.partition("_")
        if second and "_" not in second:  # replicas_ready
            yield f"{second}_{first}"


def _speaks_of(model: str, family: Family) -> bool:
    parts = model.split("_")
    words = {*parts, *map("_".join, pairwise(parts))}
    words |= {field_names.to_singular(word) or word for word in words}
    return not family.words.isdisjoint(words)


def build_role_view(role: Role, context: FieldContext) -> Node | None:
    """Return the view of *role*; None if the field may refuse its numbers."""
    setting = make_setting(role, context)
    if setting is None:
        return None
    fact = Fact(format_fact_name(role.owner, f"family_{role.family.name}"), ANY_WORD)
    if role.family.name == FAMILY_NAME:
        view = _build_cost_view(
            role,
            setting,
            context,
            fact,
        )
        if view is not None:
            return view if _accepts_values(view, context.constraints) else None
    if STAGE_ROLE in role.family.steps:
        view = _build_tally_view(
            role,
            setting,
            context,
            fact,
        )
        if view is not None:
            return view if _accepts_values(view, context.constraints) else None
    show = make_show(
        role.step,
        setting,
        context,
    )
    whole = _find_row_of_whole(role, context)
    if whole is not None:
        return _build_part_of_row(
            role,
            setting,
            context,
            whole,
            fact,
        )
    pin = FactPin(
        read_number,
        partial(
            _pin_role,
            role.step,
            context.kind,
        ),
    )
    view = FactView(
        show,
        (fact,),
        get_json_converter(context.kind),
        pin,
    )
    from pytest_fixturegen.providers.families.gates import find_gates, gate_view

    shown = tuple(_list_members(role, context.record).items())
    gates = find_gates(role.family, shown, context.record)
    if gates:
        convert = _find_converter(
            role.step,
            setting,
            context,
        )
        view = gate_view(view, gates, setting, role.step, convert, context)
    return view if _accepts_values(view, context.constraints) else None


def _build_cost_view(
    role: Role,
    setting: FamilySetting,
    context: FieldContext,
    fact: Fact,
) -> FactView | None:
    """Return the view of an amount that also follows from what the record buys, or from its tax."""
    convert = _find_converter(
        role.step,
        setting,
        context,
    )
    costs = find_costs(context.record)
    return costs and build_cost_view(
        costs,
        role.step,
        setting,
        convert,
        context,
        fact,
    )


def _build_tally_view(
    role: Role,
    setting: FamilySetting,
    context: FieldContext,
    fact: Fact,
) -> FactView | None:
    """Return the view of a count that depends on the stage of its record."""
    from pytest_fixturegen.providers.families.tally_views import build_tally_view

    convert = _find_converter(
        role.step,
        setting,
        context,
    )
    return build_tally_view(
        role.step,
        setting,
        convert,
        context,
        fact,
        _find_term(role, context),
    )


def _find_term(role: Role, context: FieldContext) -> tuple[str, FactView] | None:
    """Return the role of a term in months, and its view, if the dates of the record decide it.

    The term is the time between the first and the last day of a loan then, and its payments follow
    from it.
    """
    names = {shown: name for name, shown in _list_members(role, context.record).items()}
    question = replace(
        context,
        name=names.get(TERM_ROLE, ""),
        kind="int",
        constraints=Constraints(),
    )
    provide = find_interval_provider(question)
    view = provide(question, "") if provide else None
    return (TERM_ROLE, view) if isinstance(view, FactView) else None


TERM_ROLE = "term_months"


def _find_row_of_whole(role: Role, context: FieldContext) -> FactView | None:
    """Return the view of the whole, if that is an attribute of something in a table.

    The memory of a kind of machine is known; what is used of it is not.
    """
    name = find_whole_name(context, role.owner) if role.family.name == "parts" else ""
    if not name or name == context.name:
        return None
    whole = replace(
        context,
        name=name,
        constraints=Constraints(),
    )
    found = find_domain_node(whole, owned=False) if leads_relations(whole) else None
    return found[1] if found and isinstance(found[1], FactView) else None


def _build_part_of_row(
    role: Role,
    setting: FamilySetting,
    context: FieldContext,
    whole: FactView,
    fact: Fact,
) -> Node | None:
    """Return the view of the part *role* of what the view *whole* shows."""
    convert = _find_converter(
        role.step,
        setting,
        context,
    )

    def show_part(
        word: int,
        family_word: Any,
        *facts: Any,
    ) -> Any:
        """Return the part of the whole that *facts* decide."""
        amount = float(whole.show(0, *facts) or 0)
        return convert(
            evaluate(
                setting,
                family_word,
                (("whole", amount),),
            ).get(role.step.role)
        )

    view = FactView(
        show_part,
        (fact, *whole.facts),
        get_json_converter(context.kind),
    )
    return view if _accepts_values(view, context.constraints) else None


def make_setting(role: Role, context: FieldContext) -> FamilySetting | None:
    """Return what the values of the family of *role* depend on in the record of *context*."""
    roles = find_roles(context.record).values() if context.record.fields else ()
    present = frozenset(
        one.step.role for one in roles if one.family is role.family and one.owner == role.owner
    )
    if role.family.name == "parts":
        base = list_whole_numbers(context, role.owner)
        return _share_setting(
            role.family,
            1,
            frozenset(),
            base,
        )
    places = get_decimal_places(context)
    is_whole = context.kind == "int" and places == 2
    return _share_setting(
        role.family,
        1 if is_whole or not places else 100,
        present,
        (),
    )


@lru_cache(maxsize=256)
def _share_setting(
    family: Family,
    scale: int,
    present: frozenset[str],
    base: tuple[Any, ...],
) -> FamilySetting:
    return FamilySetting(
        family,
        scale,
        present,
        base,
    )


def make_show(
    step: Step, setting: FamilySetting, context: FieldContext
) -> Callable[[int, Any], Any]:
    """Return the function that shows the role of *step* as a value of the field's kind."""
    convert = _find_converter(
        step,
        setting,
        context,
    )
    role = step.role
    draw = make_direct_draw(
        setting,
        step,
        convert,
    )

    def show_role(word: int, fact: Any) -> Any:
        return convert(_evaluate(setting, fact).get(role))

    if draw is None:
        return show_role
    return lambda word, fact: draw(fact) if type(fact) is int else show_role(word, fact)


def _evaluate(setting: FamilySetting, fact: Any) -> Evaluation:
    """Return the values that *fact* gives: a word, or a word and what the user fixed."""
    if isinstance(fact, tuple):
        return evaluate(setting, *fact)
    return evaluate(
        setting,
        fact,
        (),
    )


def _find_converter(
    step: Step, setting: FamilySetting, context: FieldContext
) -> Callable[[Any], Any]:
    """Return what makes a value of the field's kind of a value of *step*."""
    kind = context.kind
    if step.operation == "rate":
        factor, places = (100, 2) if is_percentage(context) else (1, 4)
        return partial(
            _convert_rate,
            KIND_CONVERTERS[kind],
            factor,
            0 if kind == "int" else places,
        )
    if step.kind == MONEY and setting.scale != 1:
        return MONEY_CONVERTERS[kind]
    return KIND_CONVERTERS[kind]


def _convert_rate(
    convert: Callable[[Any], Any],
    factor: int,
    places: int,
    value: float,
) -> Any:
    return convert(round(value * factor, places))


KIND_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "bool": bool,
    "int": round,
    "float": float,
    "decimal": lambda value: Decimal(str(value)),
}
MONEY_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "int": int,
    "float": lambda value: float(value / 100),
    "decimal": lambda value: Decimal(value).scaleb(-2),
}
"""By kind, what makes a value of a number, and of hundredths."""

PERCENT_WORDS = re.compile("percent|pct|perc")


def is_percentage(context: FieldContext) -> bool:
    """Return whether a rate is shown as a percentage, not as a part of 1."""
    is_named = PERCENT_WORDS.search(context.name) is not None
    limits = filter(None, (context.constraints.le, context.constraints.lt))
    return is_named or context.kind == "int" or max(limits, default=0) > 1


def _accepts_values(view: FactView, constraints: Constraints) -> bool:
    """Return whether the field accepts the first values of *view*."""
    if constraints == Constraints():
        return True
    draw = build_draw(view)
    numbers = (Decimal(str(draw(word))) for word in list_sample_words())
    return all(map(make_number_check(constraints), numbers))


def _pin_role(
    step: Step,
    kind: str,
    number: Decimal,
    node: Node,
) -> tuple[Node | None, ...]:
    """Return the node of the fact with which *step* shows *number*."""
    is_percent = step.operation == "rate" and (kind == "int" or number > 1)
    value = float(number) / (100 if is_percent else 1)
    return (
        FactView(
            partial(
                _add_fixed,
                step.role,
                value,
            ),
            (Fact("drawn family", node),),
        ),
    )


def _add_fixed(
    role: str,
    value: Any,
    word: int,
    drawn: Any,
) -> Any:
    """Return the fact *drawn* with the fixed *value* of *role*."""
    if isinstance(drawn, tuple):
        return drawn[0], (*drawn[1], (role, value))
    return drawn, ((role, value),)
