"""Strategy: fields of a record that depend on each other.

The code of the validator shows which fields it compares. Which relation it wants is found by
trying: the same value, an order, a sum, or what a table has for the other field.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import permutations
from operator import add, mul, sub
from typing import Any
from zlib import crc32

from pytest_fixturegen.generator.repair.converted_nodes import convert_node
from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy, take_share
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode

NAME = "related fields"

MAX_FIELDS = 4
"""Fields of one validator that are related."""

ORDER_OPERATORS = ("<", "<=", ">", ">=")

Fields = dict[str, Any]
Change = Callable[[Fields], Fields]
Labelled = Iterator[tuple[str, Change]]
NUMBER_TYPES = (int, float, Decimal)
PLAIN = str | int | float | Decimal


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each relation between the fields that the code names."""
    record, failed_field = drawn.find_enclosing_record()
    if refusal.error is None or not isinstance(record.value, dict):
        return iter(())
    # If the message names one field, other values of that field are tried first.
    first_lap = 2 if failed_field is None and len(drawn.list_named()) == 1 else 1
    if drawn.lap < first_lap:
        return iter(())
    keys = find_related_keys(drawn, record, failed_field)
    if len(keys) < 2:
        return iter(())
    patches = (
        DrawInstead(
            NAME,
            record.path,
            label,
            node=convert_node(drawn.get_node(record), partial(_change_mapping, change)),
        )
        for label, change in list_relations(drawn.code, record.value, keys)
    )
    return take_share(patches, drawn.lap - first_lap + 1)


def find_related_keys(
    drawn: Drawn,
    record: DrawnPart,
    failed_field: str | None,
) -> list[str]:
    """Return the keys of the fields that the code reads, the one that is refused last."""
    used = {*drawn.code.names, *drawn.code.texts}
    keys = []
    for part in drawn.record.list_parts(record):
        is_failed = part.names[0] == failed_field
        if (is_failed or not used.isdisjoint(part.names)) and not part.has_pinned:
            keys.append((is_failed, str(part.names[-1])))
    return [key for _, key in sorted(keys, key=lambda pair: pair[0])][:MAX_FIELDS]


def list_relations(
    code: ValidatorCode,
    fields: Fields,
    keys: list[str],
) -> Labelled:
    """Yield a label and a change for each relation that *code* may want between *keys*."""
    for source, target in permutations(keys, 2):
        for number, table in enumerate(code.mappings):
            label = f"{target} from table {number} for {source}"
            yield label, partial(look_up, _Table(table), source, target)
    if code.uses("len"):
        yield from _list_counts(fields, keys)
    if code.uses("sum", "fsum"):
        yield from _list_sums(code, fields, keys)
    operators = [name for name in code.names if name in (*ORDER_OPERATORS, "==", "!=")]
    if not operators:
        return
    relations = [_list_copies(fields, keys), _list_orders(fields, keys)]
    if operators[0] in ORDER_OPERATORS:
        relations.reverse()
    for relation in (_list_results(fields, keys), *relations):
        yield from relation


class _Table:
    """A table of the code, which is compared by identity."""

    def __init__(self, values: Mapping[Any, Any]) -> None:
        self.values = values


def look_up(
    table: _Table,
    source: str,
    target: str,
    fields: Fields,
) -> Fields:
    """Return *fields* with a key of *table* as *source*, and what it has for it as *target*."""
    options = list(table.values)
    if not options:
        return fields
    chosen = fields[source]
    # Related fields show few facts, so that all plain values of the record choose together.
    number = crc32(repr([each for each in fields.values() if isinstance(each, PLAIN)]).encode())
    if not isinstance(chosen, Hashable) or chosen not in table.values:
        chosen = options[number % len(options)]
    value = table.values[chosen]
    if isinstance(value, set | frozenset):
        value = sorted(value, key=repr)
    if isinstance(value, list | tuple) and value and not isinstance(fields[target], list | tuple):
        value = value[number // len(options) % len(value)]
    return {**fields, source: chosen, target: value}


def _list_counts(fields: Fields, keys: list[str]) -> Labelled:
    """Yield changes that count the items of one field in another one."""
    for source, target in permutations(keys, 2):
        if isinstance(fields[source], list | tuple | dict | str) and _is_number(fields[target]):
            yield f"{target} counts {source}", partial(_count_items, source, target)


def _count_items(
    source: str,
    target: str,
    fields: Fields,
) -> Fields:
    """Return *fields* with the length of *source* as *target*."""
    return {**fields, target: type(fields[target])(len(fields[source]))}


def _list_sums(
    code: ValidatorCode,
    fields: Fields,
    keys: list[str],
) -> Labelled:
    """Yield changes that put the sum of a list into another field."""
    for source, target in permutations(keys, 2):
        items = fields[source]
        if isinstance(items, list | tuple | dict) and _is_number(fields[target]):
            yield f"{target} sums {source}", partial(sum_items, source, target, tuple(code.names))
    numbers = [key for key in keys if _is_number(fields[key])]
    if len(numbers) > 2:
        yield f"{numbers[-1]} sums all", partial(_sum_fields, tuple(numbers))


def sum_items(
    source: str,
    target: str,
    names: Sequence[str],
    fields: Fields,
) -> Fields:
    """Return *fields* with the sum of the items of *source* as *target*.

    Items that are records count with the product of their fields *names*.
    """
    items = fields[source]
    values = list(items.values()) if isinstance(items, dict) else items
    total = sum(_multiply_fields(value, names) for value in values)
    return {**fields, target: type(fields[target])(total)}


def _multiply_fields(value: Any, names: Sequence[str]) -> Any:
    """Return the product of the numbers among the fields *names* of *value*, or *value* itself."""
    if not isinstance(value, dict):
        return value if _is_number(value) else 0
    numbers = [value[name] for name in names if name in value and _is_number(value[name])]
    return math.prod(numbers) if numbers else 0


def _sum_fields(keys: Sequence[str], fields: Fields) -> Fields:
    """Return *fields* with the sum of the other *keys* as the last of them."""
    total = sum(fields[key] for key in keys[:-1])
    return {**fields, keys[-1]: type(fields[keys[-1]])(total)}


def _list_results(fields: Fields, keys: list[str]) -> Labelled:
    """Yield changes that make one number the sum, the product or the difference of two others."""
    numbers = [key for key in keys if _is_number(fields[key])]
    for one, other, target in sorted(
        permutations(numbers, 3), key=lambda each: each[2] != keys[-1]
    ):
        for name, operate in (("+", add), ("*", mul), ("-", sub)):
            if numbers.index(one) < numbers.index(other) or name == "-":
                label = f"{target} = {one} {name} {other}"
                yield label, partial(_compute_field, operate, one, other, target)


def _compute_field(
    operate: Callable[[Any, Any], Any],
    one: str,
    other: str,
    target: str,
    fields: Fields,
) -> Fields:
    """Return *fields* with the result of *operate* on two of them as *target*."""
    return {**fields, target: type(fields[target])(operate(fields[one], fields[other]))}


def _list_copies(fields: Fields, keys: list[str]) -> Labelled:
    """Yield changes that make one field like another one."""
    for position, target in reversed(list(enumerate(keys))):
        for source in keys[:position]:
            if type(fields[source]) is type(fields[target]):
                yield f"{target} like {source}", partial(_copy_field, source, target)


def _copy_field(
    source: str,
    target: str,
    fields: Fields,
) -> Fields:
    """Return *fields* with the value of *source* as *target*."""
    return {**fields, target: fields[source]}


def _list_orders(fields: Fields, keys: list[str]) -> Labelled:
    """Yield changes that exchange the values of the fields until they ascend, or descend."""
    for key in keys:
        alike = [other for other in keys if type(fields[other]) is type(fields[key])]
        if len(alike) > 1 and alike[0] == key:
            for is_descending in (False, True):
                label = f"{', '.join(alike)} {'descend' if is_descending else 'ascend'}"
                yield label, partial(order_fields, tuple(alike), is_descending)


def order_fields(
    keys: Sequence[str],
    is_descending: bool,
    fields: Fields,
) -> Fields:
    """Return *fields* with the values at *keys* in order, unless they cannot be compared."""
    try:
        ordered = sorted((fields[key] for key in keys), reverse=is_descending)
    except TypeError:
        return fields
    return {**fields, **dict(zip(keys, ordered, strict=True))}


def _change_mapping(change: Change, value: Any) -> Any:
    """Return the record *value* after *change*, or unchanged if it is not a mapping."""
    return change(value) if isinstance(value, dict) else value


def _is_number(value: Any) -> bool:
    """Return whether *value* is a number, and no bool."""
    return isinstance(value, NUMBER_TYPES) and not isinstance(value, bool)


STRATEGY = RepairStrategy(
    NAME,
    "Relate the fields that the code compares: equal, in order, a sum, an entry of a table.",
    propose,
    last_lap=3,
)
