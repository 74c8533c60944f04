"""Types of the arguments of attrs classes: what converters read, and what validators accept.

A validator becomes a part of the type: ``ge(3)`` a constraint, ``in_`` a Literal, ``deep_iterable``
a constraint of the items. The constructor runs all validators, so that rules without a type are
enforced, too.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Optional, TypeVar, Union, get_args, get_origin

from pytest_fixturegen._internal.user_code import call_or_default

OPERATORS = {">": "gt", ">=": "ge", "<": "lt", "<=": "le"}
"""Pydantic's names for the comparisons of attrs."""

MAX_OPTIONS = 300
"""Values of ``in_`` that become a Literal; of more, such as a long range, only validation knows."""

CONFIG: Any = {"regex_engine": "python-re", "arbitrary_types_allowed": True}
"""The settings of Pydantic under which classes of attrs and msgspec are read: their own patterns
are those of Python."""

PATTERN_FORMS = {"fullmatch": "^{}$", "match": "^{}"}
"""Patterns that search like the functions of ``re``."""

LIBRARY = "attr"
"""The package that defines the converters and validators of attrs."""

PLAIN_TYPES = (str, int, NoneType)
"""Types of values that a Literal reads from JSON. Most enum members have another type."""

UNIONS = (Union, UnionType)


def find_converter_input(converter: Any) -> Any:
    """Return the type of the values that *converter* reads; None if it has no annotation for it."""
    function = getattr(converter, "converter", converter)
    if not _is_from_attrs(function):
        return _read_first_parameter(function)
    parts = _read_closure(function)
    if "converters" in parts:  # of pipe
        return _find_pipe_input(parts["converters"])
    inner = find_converter_input(parts["converter"]) if "converter" in parts else None
    return None if inner is None else Optional[inner]  # noqa: UP045 - known at run time only


def _find_pipe_input(converters: Iterable[Any]) -> Any:
    """Return the input of the first converter that changes other values than None."""
    changing = (each for each in converters if "default_if_none" not in _get_name(each))
    return find_converter_input(next(changing, None))


def _read_first_parameter(function: Any) -> Any:
    """Return the annotation of the first argument of *function*; None if that says nothing."""
    annotated = getattr(function, "__init__") if isinstance(function, type) else function  # noqa: B009
    hints = call_or_default(
        lambda: typing.get_type_hints(annotated, include_extras=True),
        {},
    )
    # The signature of a class does not have ``self``.
    names = call_or_default(
        lambda: list(inspect.signature(function).parameters),
        [],
    )
    hint = hints.get(next(iter(names), ""))
    says_nothing = hint in (Any, object) or isinstance(hint, TypeVar)
    return None if says_nothing else hint


def _read_closure(function: Any) -> Mapping[str, Any]:
    """Return the values of the names in the closure of *function*."""
    nonlocals = call_or_default(
        lambda: inspect.getclosurevars(function).nonlocals,
        {},
    )
    return dict(nonlocals)


def _get_name(function: Any) -> str:
    """Return the qualified name of *function*; empty if it has none."""
    return str(getattr(function, "__qualname__", ""))


def _is_from_attrs(value: Any) -> bool:
    """Return whether attrs defines the class or function *value*."""
    module = getattr(value, "__module__", None) or ""
    return module.partition(".")[0] == LIBRARY


def apply_validator(hint: Any, validator: Any) -> Any:
    """Return *hint* limited to the values that *validator* of attrs accepts, as far as known."""
    apply = RULES.get(type(validator).__name__) if _is_from_attrs(type(validator)) else None
    return hint if apply is None else apply(hint, validator)


def _apply_all(hint: Any, validator: Any) -> Any:
    """Return *hint* with the limits of all validators that *validator* joins."""
    return reduce(apply_validator, validator._validators, hint)


def _apply_any(hint: Any, validator: Any) -> Any:
    """Return the union of the types by each alternative."""
    return _unite(apply_validator(hint, each) for each in validator.validators)


def _apply_optional(hint: Any, validator: Any) -> Any:
    """Return *hint* limited by the inner validator; None stays what it was."""
    members = _list_members(hint)
    if type(None) not in members:
        return apply_validator(hint, validator.validator)
    others = _unite(member for member in members if member is not type(None))
    return Optional[apply_validator(others, validator.validator)]  # noqa: UP045 - at run time


def _apply_type(hint: Any, validator: Any) -> Any:
    """Return the members of *hint* that are of the type, or the type if *hint* is anything."""
    types = validator.type if isinstance(validator.type, tuple) else (validator.type,)
    if hint in (Any, object):
        return _unite(types)
    members = _list_members(hint)
    fitting = [member for member in members if _is_of(member, types)]
    return _unite(fitting) if fitting else hint


def _is_of(member: Any, types: tuple[Any, ...]) -> bool:
    """Return whether the values of *member* are instances of one of *types*."""
    while hasattr(member, "__origin__"):
        member = member.__origin__
    return isinstance(member, type) and issubclass(member, types)


def _apply_subclass(hint: Any, validator: Any) -> Any:
    """Return the hint of a subclass; a closer *hint* stays."""
    return type[validator.type] if hint in (Any, object, type) else hint


def _apply_options(hint: Any, validator: Any) -> Any:
    """Return the Literal of the options, if it can have all of them."""
    # A container need not be iterable, and a range may be very long.
    values: tuple[Any, ...] = ()
    values = call_or_default(
        lambda: tuple(islice(validator.options, MAX_OPTIONS + 1)),
        values,
    )
    are_plain = all(isinstance(value, PLAIN_TYPES) for value in values)
    can_be_literal = are_plain and 0 < len(values) <= MAX_OPTIONS
    return Literal[values] if can_be_literal else hint


def _apply_pattern(hint: Any, validator: Any) -> Any:
    """Return *hint* with the pattern, which has to match the whole text unless attrs searches."""
    text = validator.pattern.pattern
    if not isinstance(text, str):
        return hint
    flags = "i" * bool(validator.pattern.flags & re.IGNORECASE)
    form = PATTERN_FORMS.get(validator.match_func.__name__, "{}")
    return _add_rule(hint, "pattern", form.replace("{}", f"(?{flags}:{text})"))


def _apply_bound(hint: Any, validator: Any) -> Any:
    """Return *hint* with the bound of *validator*, if its operator is known."""
    rule = OPERATORS.get(validator.compare_op)
    return _add_rule(hint, rule, validator.bound) if rule else hint


def _apply_max_length(hint: Any, validator: Any) -> Any:
    """Return *hint* with the greatest length that *validator* accepts."""
    return _add_rule(hint, "max_length", validator.max_length)


def _apply_min_length(hint: Any, validator: Any) -> Any:
    """Return *hint* with the least length that *validator* accepts."""
    return _add_rule(hint, "min_length", validator.min_length)


def _add_rule(
    hint: Any,
    rule: str,
    value: Any,
) -> Any:
    """Return *hint* with the *rule* of ``Field``; unchanged if it cannot have that rule."""
    from pydantic import Field, TypeAdapter

    constrained = Annotated[hint, Field(**{rule: value})]
    if getattr(hint, "__parameters__", ()) or isinstance(hint, TypeVar):
        return constrained
    is_readable = call_or_default(
        lambda: bool(TypeAdapter(constrained, config=CONFIG)), hint is Any
    )
    return constrained if is_readable else hint


def _apply_items(hint: Any, validator: Any) -> Any:
    """Return *hint* with limited items, and limited itself."""

    def limit(argument: Any) -> Any:
        is_item = argument is not Ellipsis
        return apply_validator(argument, validator.member_validator) if is_item else argument

    return _limit_arguments(hint, limit, validator.iterable_validator)


def _apply_entries(hint: Any, validator: Any) -> Any:
    """Return *hint* with limited keys and values, and limited itself."""
    validators = iter((validator.key_validator, validator.value_validator))
    return _limit_arguments(
        hint,
        lambda argument: apply_validator(argument, next(validators, None)),
        validator.mapping_validator,
    )


def _limit_arguments(
    hint: Any,
    limit: Callable[[Any], Any],
    outer_validator: Any,
) -> Any:
    """Return *hint*, each type argument replaced by what *limit* makes of it, and then limited.

    A container without type arguments holds anything.
    """
    limited = apply_validator(hint, outer_validator)
    origin, arguments = get_origin(limited) or limited, get_args(limited)
    if origin is Annotated:
        inner = _limit_arguments(arguments[0], limit, None)
        parts = (inner, *limited.__metadata__)
        return Annotated[parts]
    count = ARGUMENT_COUNTS.get(origin, 0)
    arguments = tuple(map(limit, arguments or (Any,) * count))
    return origin[arguments] if arguments and origin in ARGUMENT_COUNTS else limited


ARGUMENT_COUNTS: dict[Any, int] = {list: 1, set: 1, frozenset: 1, dict: 2, tuple: 0}
"""Containers whose arguments may be limited, with the number that they have in general."""


def _list_members(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union, or *hint* alone."""
    return get_args(hint) if get_origin(hint) in UNIONS else (hint,)


def _unite(members: Iterable[Any]) -> Any:
    """Return the union of *members*."""
    return Union[tuple(members)]  # noqa: UP007 - the members are known at run time only


RULES: Mapping[str, Callable[[Any, Any], Any]] = {
    "_AndValidator": _apply_all,
    "_OrValidator": _apply_any,
    "_OptionalValidator": _apply_optional,
    "_InstanceOfValidator": _apply_type,
    "_SubclassOfValidator": _apply_subclass,
    "_InValidator": _apply_options,
    "_MatchesReValidator": _apply_pattern,
    "_NumberValidator": _apply_bound,
    "_MaxLengthValidator": _apply_max_length,
    "_MinLengthValidator": _apply_min_length,
    "_DeepIterable": _apply_items,
    "_DeepMapping": _apply_entries,
}
"""How each class of validators limits a type. The opposite (``not_``) of one is not a type."""
