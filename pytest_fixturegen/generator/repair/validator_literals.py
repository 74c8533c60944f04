"""Strategy: the words and patterns that the code of a validator refers to.

A validator that looks a name up says only that it is unknown. The traceback of its exception shows
the code, the code names the table, and the keys of the table are what the validator accepts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import CodeType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.text_formats import make_pattern_node
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Choice, Node

NAME = "validator literals"

MAX_SEARCH_DEPTH = 2
"""How many functions and objects away from the validator literals are looked for."""

MAX_WORDS = 300
"""Words that are collected at most."""

MAX_WORD_LENGTH = 80
"""Characters of a text that may be a word of a table."""

MAX_PATTERNS = 2
"""Patterns that are tried for one refusal."""

CACHE_NAME_PATTERN = re.compile(r"cache|memo(?!ry)|seen|visited|used", re.IGNORECASE)
"""Names of caches. Their content depends on earlier records, so they must not be used."""

LIBRARY_PACKAGES = {"pytest_fixturegen", "pydantic", "pydantic_core", *sys.stdlib_module_names}
"""Packages whose words are of no use. ``enum``, for example, raises errors on behalf of users."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each text: one for the words, one for each pattern."""
    targets = [target for target in list_value_targets(drawn) if target.may_be_text]
    if not targets:
        return
    nodes = list(build_literal_nodes(find_validator_literals(refusal.error)))
    for target in targets:
        for label, node in nodes:
            yield DrawInstead(
                NAME,
                target.path,
                label,
                node=target.wrap(node),
            )


STRATEGY = RepairStrategy(
    NAME,
    "Draw a word of the tables, enums and patterns that the validator's code refers to.",
    propose,
)


@dataclass(slots=True)
class ValidatorLiterals:
    """The *words* and *patterns* found so far, and the ids of the objects that were searched."""

    words: dict[str, None] = field(default_factory=dict)
    patterns: dict[str, None] = field(default_factory=dict)
    seen_ids: set[int] = field(default_factory=set)

    def collect_from_code(
        self,
        code: CodeType,
        names: Mapping[str, Any],
        depth: int,
    ) -> None:
        """Collect from the constants of *code*, and from what its names mean in *names*."""
        constants = code.co_consts
        if constants and isinstance(constants[0], str):
            constants = constants[1:]  # the docstring
        for constant in constants:
            if isinstance(constant, CodeType):
                self.collect_from_code(constant, names, depth)
            elif isinstance(constant, tuple | frozenset):
                self.collect_from_value(constant, depth)
        for name in code.co_names:
            if name in names and not CACHE_NAME_PATTERN.search(name):
                self.collect_from_value(names[name], depth)

    def collect_from_value(
        self,
        value: Any,
        depth: int,
    ) -> None:
        """Collect from *value*, which a validator's code refers to."""
        if len(self.words) >= MAX_WORDS or id(value) in self.seen_ids:
            return
        self.seen_ids.add(id(value))
        match value:
            case re.Pattern():
                self.patterns[str(value.pattern)] = None
            case type() if issubclass(value, Enum):
                self._add_words(_list_enum_words(value))
            case Mapping() | tuple() | list():
                self._add_words(list(value))
            case set() | frozenset():
                # Sorted, since the order of a set differs between processes.
                texts = [item for item in value if isinstance(item, str)]
                self._add_words(sorted(texts))
            case ModuleType() | type():
                pass
            case _ if depth:
                self._collect_from_object(value, depth - 1)

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
            self.collect_from_code(value.__code__, value.__globals__, depth)
        elif hasattr(value, "__dict__") and not _is_library(type(value).__module__):
            attributes = list(vars(value).items())
            for name, attribute in attributes:
                if not CACHE_NAME_PATTERN.search(name):
                    self.collect_from_value(attribute, depth)

    def _add_words(self, values: list[Any]) -> None:
        """Add the texts among the first *values*, unless they are empty or too long for a word."""
        for value in values[:MAX_WORDS]:
            text = value.value if isinstance(value, Enum) else value
            if not isinstance(text, str):
                continue
            if 0 < len(text) <= MAX_WORD_LENGTH:
                self.words[text] = None


def _list_enum_words(enum_class: type[Enum]) -> list[Any]:
    """Return the value and the name of each member, since a validator may look up either."""
    words: list[Any] = []
    for member in enum_class:
        words += (member.value, member.name)
    return words


def find_validator_literals(error: BaseException | None) -> ValidatorLiterals:
    """Return the literals of the code that raised *error*, the innermost function first."""
    found = ValidatorLiterals()
    for frame in reversed(_list_validator_frames(error)):
        found.collect_from_code(frame.f_code, frame.f_globals, MAX_SEARCH_DEPTH)
    return found


def build_literal_nodes(literals: ValidatorLiterals) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for the words of *literals*, and for each of the first patterns."""
    words = tuple(literals.words)
    if words:
        yield "words", Choice(words, words)
    for pattern in list(literals.patterns)[:MAX_PATTERNS]:
        node = make_pattern_node(pattern)
        if node is not None:
            yield pattern, node


def _list_validator_frames(error: BaseException | None) -> list[FrameType]:
    """Return the frames of the user's code in the traceback of *error*, the outermost first."""
    frames = []
    traceback = error.__traceback__ if error is not None else None
    while traceback is not None:
        if not _is_library(str(traceback.tb_frame.f_globals.get("__name__"))):
            frames.append(traceback.tb_frame)
        traceback = traceback.tb_next
    return frames


def _is_library(module: str | None) -> bool:
    """Return whether *module* belongs to a package whose words are of no use."""
    return (module or "").split(".")[0] in LIBRARY_PACKAGES
