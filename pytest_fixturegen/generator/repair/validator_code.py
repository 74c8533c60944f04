"""Constants, names and lookup tables that the code of a validator refers to.

The message of a validator that looks a value up may say only that the value is unknown. The
traceback of its exception leads to the code, the code names the table, and the keys of the table
are the values that the validator accepts.
"""

from __future__ import annotations

import dis
import inspect
import re
import sys
from collections import ChainMap
from collections.abc import Collection, Hashable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import CodeType, FrameType, FunctionType, MethodType, ModuleType, TracebackType
from typing import Any, NamedTuple

MAX_SEARCH_DEPTH = 2
"""How many functions and objects away from the validator literals are looked for."""

MAX_WORDS = 300
"""Words that are collected at most."""

MAX_WORD_LENGTH = 80
"""Characters of a text that may be a word of a table."""

MAX_BLANKS = 2
"""Blanks in a text of the code that is not a message."""

MAX_CODES = 256
"""Functions whose instructions are kept: the same validator refuses many values."""

CACHE_NAME_PATTERN = re.compile(r"cache|memo(?!ry)|seen|visited|used", re.IGNORECASE)
"""Names of caches. Their content depends on earlier records, so they must not be used."""

VALIDATION_PACKAGES = {"pytest_fixturegen", "pydantic", "pydantic_core"}
LIBRARY_PACKAGES = {*VALIDATION_PACKAGES, *sys.stdlib_module_names}
"""Packages whose words are of no use. ``enum``, for example, raises errors on behalf of users."""

MODULO, MEMBERSHIP, SUBSCRIPT = "%", "in", "[]"
"""The names under which operators are collected."""

OPERATORS = {
    "CONTAINS_OP": MEMBERSHIP,
    "BINARY_SUBSCR": SUBSCRIPT,
    "BINARY_SLICE": SUBSCRIPT,
    "BINARY_MODULO": MODULO,
}
"""The names of operators by their instructions."""

CONSTRUCTORS = ("__init__", "__post_init__", "__attrs_post_init__", "__new__")
"""Methods in which ``self`` is a record, not an object that belongs to the code."""

CONSTANT_TYPES = (
    str,
    int,
    float,
    Decimal,
    date,
    re.Pattern,
    type,
    tuple,
    list,
    set,
    frozenset,
    Mapping,
    FunctionType,
)
"""Types of the attributes of classes that code refers to."""


@dataclass(slots=True)
class ValidatorCode:
    """Findings in a validator's code, ordered by distance from the line that raised.

    *texts* and *numbers* are single constants, *moments* dates. *groups* are the texts or numbers
    of one collection, *mappings* whole tables. *words* are all texts of collections and enums,
    *patterns* the regular expressions that were compiled. *names* are the functions and attributes
    that the code uses. *seen_ids* are the objects that were searched.
    """

    texts: dict[str, None] = field(default_factory=dict)
    numbers: dict[int | float | Decimal, None] = field(default_factory=dict)
    moments: list[date] = field(default_factory=list)
    groups: list[tuple[Any, ...]] = field(default_factory=list)
    mappings: list[Mapping[Any, Any]] = field(default_factory=list)
    words: dict[str, None] = field(default_factory=dict)
    patterns: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    seen_ids: set[int] = field(default_factory=set)

    def uses(self, *names: str) -> bool:
        """Return whether the code uses one of *names*."""
        return any(name in self.names for name in names)

    def without_texts(self, texts: Collection[str]) -> ValidatorCode:
        """Return the same code without *texts*, such as the names of fields."""
        others = {text: None for text in self.texts if text not in texts}
        return replace(self, texts=others)

    def collect_from_code(
        self,
        code: CodeType,
        names: Mapping[str, Any],
        depth: int,
        line: int = 0,
    ) -> None:
        """Collect from *code*, from *line* backwards, then from the lines after it.

        *names* are the global names and the names of functions around it, with what they mean.
        """
        for instruction in _list_instructions(code, line):
            value = instruction.argval
            if instruction.opname in CONSTANT_OPERATIONS:
                self._add_constant(value, depth)
            elif instruction.opname in OPERATORS:
                self.names[OPERATORS[instruction.opname]] = None
            elif instruction.opname == "COMPARE_OP":
                self.names[value] = None
            elif instruction.argrepr in (MODULO, SUBSCRIPT):
                self.names[instruction.argrepr] = None
            elif instruction.opname in NAME_OPERATIONS and isinstance(value, str):
                self.names[value] = None
                if value in names and not CACHE_NAME_PATTERN.search(value):
                    self.collect_from_value(names[value], depth)
                    self._collect_from_methods(names[value], code, depth)

    def _collect_from_methods(
        self,
        owner: Any,
        code: CodeType,
        depth: int,
    ) -> None:
        """Collect from the methods and constants of *owner*, a class of the user, in *code*."""
        if not depth or not isinstance(owner, type) or _is_library(owner.__module__):
            return
        for name in code.co_names:
            value = inspect.getattr_static(owner, name, None)
            value = getattr(value, "__func__", value)  # of a static method or a class method
            if isinstance(value, FunctionType | re.Pattern):
                self.collect_from_value(value, depth)

    def _add_constant(
        self,
        value: Any,
        depth: int,
    ) -> None:
        """Collect from a constant of the code itself: a slice is one since Python 3.14."""
        constants = (value.start, value.stop) if isinstance(value, slice) else (value,)
        for constant in constants:
            self.collect_from_value(constant, depth)

    def collect_from_value(
        self,
        value: Any,
        depth: int,
    ) -> None:
        """Collect from *value*, which a validator's code refers to."""
        if isinstance(value, str | int | float | Decimal | date):
            self._add_scalar(value)
            return
        if len(self.words) >= MAX_WORDS or id(value) in self.seen_ids:
            return
        self.seen_ids.add(id(value))
        if isinstance(value, re.Pattern):
            self.patterns[str(value.pattern)] = None
        elif isinstance(value, Mapping | tuple | list | set | frozenset):
            self._add_collection(value)
        elif isinstance(value, type) and issubclass(value, Enum):
            self._add_group(_list_enum_words(value))
        elif depth and not isinstance(value, ModuleType | type):
            self._collect_from_object(value, depth - 1)

    def _add_collection(self, value: Any) -> None:
        """Add what a collection contains: the keys of a table."""
        if isinstance(value, Mapping):
            self.mappings.append(value)
        if isinstance(value, set | frozenset):
            # Sorted, since the order of a set differs between processes.
            value = sorted(value, key=lambda item: (str(type(item)), str(item)))
        self._add_group(list(value))

    def _add_scalar(self, value: str | int | float | Decimal | date) -> None:
        """Add a single constant. A text of many words is a message or a docstring."""
        if isinstance(value, str):
            is_function = "<locals>" in value or value in ("<lambda>", "<listcomp>", "<genexpr>")
            is_short = 0 < len(value) <= MAX_WORD_LENGTH and value.count(" ") <= MAX_BLANKS
            is_fragment = value != value.strip() and re.search(r"\w", value)  # of a message
            if is_short and not is_function and not is_fragment:
                self.texts[value] = None
        elif isinstance(value, date):
            self.moments.append(value)
        elif not isinstance(value, bool) and not isinstance(value, Enum):
            self.numbers[value] = None

    def _collect_from_object(
        self,
        value: Any,
        depth: int,
    ) -> None:
        """Collect from the code of a function or method, or from the attributes of an object."""
        if isinstance(value, MethodType):
            self._collect_from_object(value.__func__, depth)
            self.collect_from_value(value.__self__, depth)
        elif isinstance(value, FunctionType) and not _is_library(value.__module__):
            names = ChainMap(_read_closure(value), value.__globals__)
            self.collect_from_code(value.__code__, names, depth)
        elif hasattr(value, "__dict__") and not _is_library(type(value).__module__):
            attributes = list(vars(value).items())
            for name, attribute in attributes:
                if not CACHE_NAME_PATTERN.search(name):
                    self.collect_from_value(attribute, depth)

    def _add_group(self, values: list[Any]) -> None:
        """Add the first *values* of one collection; the texts are words as well."""
        items = [value.value if isinstance(value, Enum) else value for value in values[:MAX_WORDS]]
        for text in items:
            if isinstance(text, str) and 0 < len(text) <= MAX_WORD_LENGTH:
                self.words[text] = None
        scalars = [item for item in items if isinstance(item, str | int | float | Decimal)]
        if scalars:
            self.groups.append(tuple(scalars))


CONSTANT_OPERATIONS = ("LOAD_CONST", "LOAD_SMALL_INT", "RETURN_CONST")
KEYWORD_OPERATIONS = ("CALL_FUNCTION_KW", "CALL_KW")
"""Calls with the names of their keyword arguments as the constant before them."""

NAME_OPERATIONS = (
    "LOAD_GLOBAL",
    "LOAD_NAME",
    "LOAD_ATTR",
    "LOAD_METHOD",
    "LOAD_DEREF",
    "LOAD_CLASSDEREF",
    "LOAD_SUPER_ATTR",
)


def _list_enum_words(enum_class: type[Enum]) -> list[Any]:
    """Return the value and the name of each member, since a validator may look up either."""
    words: list[Any] = []
    for member in enum_class:
        words += (member.value, member.name)
    return words


def read_validator_code(
    error: BaseException | None,
    known: dict[Hashable, ValidatorCode] | None = None,
) -> ValidatorCode:
    """Return the findings in the code that raised *error*, those of the innermost function first.

    *known* are the codes that were read before, since the same rule refuses many values.
    """
    known = {} if known is None else known
    frames = list_validator_frames(error)
    key = tuple(map(_identify_frame, frames))
    if key not in known:
        known[key] = _read_frames(frames)
    if not frames:  # a function of a library is the validator
        return ValidatorCode(
            names={each.frame.f_code.co_name: None for each in _list_frames(error)}
        )
    found, message = known[key], str(error)
    texts = {text: None for text in found.texts if not _is_part_of_message(text, message)}
    return replace(found, texts=texts)


def _read_frames(frames: list[CodeFrame]) -> ValidatorCode:
    """Return the findings in the code of *frames*, those of the innermost frame first."""
    found = ValidatorCode()
    # A validator that calls itself fails a thousand frames deep.
    distinct = {(frame.f_code, line): (frame, line) for frame, line in frames}
    for frame, line in reversed(distinct.values()):
        found.collect_from_code(
            frame.f_code,
            _build_names(frame),
            MAX_SEARCH_DEPTH,
            line,
        )
    return found


def _identify_frame(code_frame: CodeFrame) -> Hashable:
    """Return a cache key: frames with equal keys have the same names and constants."""
    frame, line = code_frame
    code, values = frame.f_code, frame.f_locals
    around = tuple(id(values[name]) for name in code.co_freevars if name in values)
    owner = values.get(code.co_varnames[0]) if code.co_argcount else None
    is_record = _is_record(owner, code)
    return code, line, around, id(type(owner)) if is_record else id(owner)


def _is_record(owner: Any, code: CodeType) -> bool:
    """Return whether *owner*, the first argument of *code*, is a record that is being made."""
    return hasattr(type(owner), "__pydantic_fields__") or code.co_name in CONSTRUCTORS


def _is_part_of_message(text: str, message: str) -> bool:
    """Return whether *text* is the whole *message*, or words of it, not what it quotes."""
    return text == message or (" " in text.strip() and text in message)


class CodeFrame(NamedTuple):
    """A *frame* of the user's code, and the *line* that raised."""

    frame: FrameType
    line: int


def list_validator_frames(error: BaseException | None) -> list[CodeFrame]:
    """Return the frames of the user's code in the traceback of *error*, the outermost first."""
    return [each for each in _list_frames(error) if not _is_library(_get_module(each.frame))]


def _list_frames(error: BaseException | None) -> list[CodeFrame]:
    """Return the frames in the traceback of *error*, the outermost first, without our own."""
    frames = []
    traceback: TracebackType | None = error.__traceback__ if error is not None else None
    while traceback is not None:
        if _get_module(traceback.tb_frame).partition(".")[0] not in VALIDATION_PACKAGES:
            frames.append(CodeFrame(traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return frames


def _get_module(frame: FrameType) -> str:
    """Return the name of the module whose code *frame* runs."""
    return str(frame.f_globals.get("__name__"))


def read_arguments(error: BaseException | None) -> Iterator[Any]:
    """Yield the arguments of the outermost function in the traceback of *error*.

    The arguments of constructors are left out: they are those of the whole record.
    """
    frames = list_validator_frames(error) or _list_frames(error)
    validators = [each for each in frames if each.frame.f_code.co_name not in CONSTRUCTORS]
    for frame, _ in validators[:1]:
        code = frame.f_code
        for name in code.co_varnames[: code.co_argcount]:
            if name in frame.f_locals and not isinstance(frame.f_locals[name], type):
                yield frame.f_locals[name]


def _build_names(frame: FrameType) -> Mapping[str, Any]:
    """Return the names visible in *frame*: of enclosing functions, of its class, and globals.

    The local names are left out, because they hold the refused values.
    """
    code, values = frame.f_code, frame.f_locals
    around = {name: values[name] for name in code.co_freevars if name in values}
    attributes: dict[str, Any] = {}
    for name in code.co_varnames[: code.co_argcount][:1]:
        attributes = _read_attributes(values.get(name), code)
    return ChainMap(around, attributes, frame.f_globals)


def _read_closure(function: FunctionType) -> dict[str, Any]:
    """Return the names of the functions around *function* that it uses, with what they mean."""
    names = {}
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        with suppress(ValueError):  # the name has no meaning yet
            names[name] = cell.cell_contents
    return names


def _read_attributes(owner: Any, code: CodeType) -> dict[str, Any]:
    """Return the constants among the attributes of *owner*, ``self`` or ``cls``, that *code* uses.

    The attributes of a record are left out: they are what is refused.
    """
    owner_class = owner if isinstance(owner, type) else type(owner)
    has_constants = not isinstance(owner, type) and not _is_record(owner, code)
    own = getattr(owner, "__dict__", {}) if has_constants else {}
    attributes = {}
    for name in code.co_names:
        value = own.get(
            name,
            inspect.getattr_static(owner_class, name, None),
        )
        value = getattr(value, "__func__", value)  # of a static method or a class method
        if isinstance(value, CONSTANT_TYPES):
            attributes[name] = value
    return attributes


@lru_cache(MAX_CODES)
def _list_instructions(code: CodeType, line: int) -> list[dis.Instruction]:
    """Return the instructions of *code*: those of *line*, of the lines before it, of those after.

    Lines count, not instructions, because each version of Python orders these differently. For the
    same reason, the names of a line are sorted, and the names of keywords are left out.
    """
    by_line: dict[int, list[dis.Instruction]] = {}
    for current, instruction in _iter_lines_of_code(code):
        by_line.setdefault(current, []).append(instruction)
    ordered = sorted(by_line, key=lambda each: (each > line, abs(each - line)))
    return [instruction for each in ordered for instruction in sorted(by_line[each], key=_get_name)]


def _iter_lines_of_code(code: CodeType) -> Iterator[tuple[int, dis.Instruction]]:
    """Yield each instruction of *code* and of the functions in it, with its line."""
    current = code.co_firstlineno
    instructions = list(dis.get_instructions(code))
    for instruction, following in zip(instructions, [*instructions[1:], None], strict=True):
        # Since Python 3.13, ``starts_line`` is a flag.
        current = getattr(instruction, "line_number", instruction.starts_line) or current
        if isinstance(instruction.argval, CodeType):
            yield from _iter_lines_of_code(instruction.argval)
        elif following is None or following.opname not in KEYWORD_OPERATIONS:
            yield current, instruction


def _get_name(instruction: dis.Instruction) -> str:
    """Return the name that *instruction* loads, or nothing."""
    return str(instruction.argval) if instruction.opname in NAME_OPERATIONS else ""


def _is_library(module: str | None) -> bool:
    """Return whether *module* belongs to a package whose words are of no use."""
    return (module or "").split(".")[0] in LIBRARY_PACKAGES
