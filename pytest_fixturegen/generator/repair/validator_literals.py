"""What the code that refused a value knows: the words, tables, enums and patterns that it refers to.

A validator that looks a name up says only that it is unknown. The traceback of its refusal shows the code, the code names
the table, and the keys of the table are what it would take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import CodeType, FunctionType, MethodType, ModuleType, TracebackType
from typing import Any

MAX_SEARCH_DEPTH = 2
"""How many functions and objects deep the words are looked for."""

MAX_WORDS = 300
"""Words taken at most."""

MAX_WORD_LENGTH = 80
"""Characters of a text that is no word."""

CACHE_NAME_PATTERN = re.compile(r"cache|memo(?!ry)|seen|visited|used", re.IGNORECASE)
"""Names of what code fills while it runs: what is there depends on the records before, and tells nothing."""

LIBRARY_PACKAGES = ("pytest_fixturegen", "pydantic", "pydantic_core")
"""Whose code is no validator's."""


@dataclass(slots=True)
class ValidatorLiterals:
    """The *words* and *patterns* found so far, and the objects that were *seen*."""

    words: dict[str, None] = field(default_factory=dict)
    patterns: dict[str, None] = field(default_factory=dict)
    seen_ids: set[int] = field(default_factory=set)

    def collect_from_code(self, code: CodeType, names: Mapping[str, Any], depth: int) -> None:
        """What *code* refers to by its constants and, where *names* tell what they mean, by its names."""
        for constant in (
            code.co_consts[1:]
            if code.co_consts and isinstance(code.co_consts[0], str)
            else code.co_consts
        ):
            if isinstance(constant, CodeType):
                self.collect_from_code(constant, names, depth)
            elif isinstance(constant, tuple | frozenset):
                self.collect_from_value(constant, depth)
        for name in code.co_names:
            if name in names and not CACHE_NAME_PATTERN.search(name):
                self.collect_from_value(names[name], depth)

    def collect_from_value(self, value: Any, depth: int) -> None:
        """What *thing*, which a validator's code names, holds."""
        if len(self.words) >= MAX_WORDS or id(value) in self.seen_ids:
            return
        self.seen_ids.add(id(value))
        match value:
            case re.Pattern():
                self.patterns[str(value.pattern)] = None
            case type() if issubclass(value, Enum):
                self._add_words([word for member in value for word in (member.value, member.name)])
            case Mapping() | tuple() | list():
                self._add_words(list(value))
            case set() | frozenset():
                self._add_words(sorted(each for each in value if isinstance(each, str)))
            case ModuleType() | type():
                pass
            case _ if depth:
                self._collect_from_owner(value, depth - 1)

    def _collect_from_owner(self, value: Any, depth: int) -> None:
        """What the code of *thing*, a function or a method, names, or what *thing*, an object, keeps."""
        if isinstance(value, MethodType):
            self._collect_from_owner(value.__func__, depth)
            self.collect_from_value(value.__self__, depth)
        elif isinstance(value, FunctionType) and not _is_library(value.__module__):
            self.collect_from_code(value.__code__, value.__globals__, depth)
        elif hasattr(value, "__dict__") and not _is_library(type(value).__module__):
            for name, held in list(vars(value).items()):
                if not CACHE_NAME_PATTERN.search(name):
                    self.collect_from_value(held, depth)

    def _add_words(self, values: list[Any]) -> None:
        texts = [each.value if isinstance(each, Enum) else each for each in values[:MAX_WORDS]]
        self.words.update(
            dict.fromkeys(
                text for text in texts if isinstance(text, str) and 0 < len(text) <= MAX_WORD_LENGTH
            )
        )


def find_validator_literals(error: Any) -> ValidatorLiterals:
    """What the code knows that raised *error*: the frame that did, and those of the same code around it."""
    found = ValidatorLiterals()
    for frame in reversed(list(_iter_validator_frames(getattr(error, "__traceback__", None)))):
        found.collect_from_code(frame.f_code, frame.f_globals, MAX_SEARCH_DEPTH)
    return found


def _iter_validator_frames(traceback: TracebackType | None) -> Iterator[Any]:
    while traceback is not None:
        if not _is_library(str(traceback.tb_frame.f_globals.get("__name__"))):
            yield traceback.tb_frame
        traceback = traceback.tb_next


def _is_library(module: str | None) -> bool:
    return (module or "").split(".")[0] in LIBRARY_PACKAGES
