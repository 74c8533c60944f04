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

DEEP = 2
"""How many functions and objects deep the words are looked for."""

MOST = 300
"""Words taken at most."""

TOO_LONG = 80
"""Characters of a text that is no word."""

MEMORIES = re.compile(r"cache|memo(?!ry)|seen|visited|used", re.IGNORECASE)
"""Names of what code fills while it runs: what is there depends on the records before, and tells nothing."""

LIBRARIES = ("pytest_fixturegen", "pydantic", "pydantic_core")
"""Whose code is no validator's."""


@dataclass(slots=True)
class Testimony:
    """The *words* and *patterns* found so far, and the objects that were *seen*."""

    words: dict[str, None] = field(default_factory=dict)
    patterns: dict[str, None] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def of_code(self, code: CodeType, names: Mapping[str, Any], deep: int) -> None:
        """What *code* refers to by its constants and, where *names* tell what they mean, by its names."""
        for constant in code.co_consts[1:] if code.co_consts and isinstance(code.co_consts[0], str) else code.co_consts:
            if isinstance(constant, CodeType):
                self.of_code(constant, names, deep)
            elif isinstance(constant, tuple | frozenset):
                self.of_thing(constant, deep)
        for name in code.co_names:
            if name in names and not MEMORIES.search(name):
                self.of_thing(names[name], deep)

    def of_thing(self, thing: Any, deep: int) -> None:
        """What *thing*, which a validator's code names, holds."""
        if len(self.words) >= MOST or id(thing) in self.seen:
            return
        self.seen.add(id(thing))
        match thing:
            case re.Pattern():
                self.patterns[str(thing.pattern)] = None
            case type() if issubclass(thing, Enum):
                self._take([word for member in thing for word in (member.value, member.name)])
            case Mapping() | tuple() | list():
                self._take(list(thing))
            case set() | frozenset():
                self._take(sorted(each for each in thing if isinstance(each, str)))
            case ModuleType() | type():
                pass
            case _ if deep:
                self._of_owner(thing, deep - 1)

    def _of_owner(self, thing: Any, deep: int) -> None:
        """What the code of *thing*, a function or a method, names, or what *thing*, an object, keeps."""
        if isinstance(thing, MethodType):
            self._of_owner(thing.__func__, deep)
            self.of_thing(thing.__self__, deep)
        elif isinstance(thing, FunctionType) and not _is_foreign(thing.__module__):
            self.of_code(thing.__code__, thing.__globals__, deep)
        elif hasattr(thing, "__dict__") and not _is_foreign(type(thing).__module__):
            for name, held in list(vars(thing).items()):
                if not MEMORIES.search(name):
                    self.of_thing(held, deep)

    def _take(self, found: list[Any]) -> None:
        texts = [each.value if isinstance(each, Enum) else each for each in found[:MOST]]
        self.words.update(dict.fromkeys(text for text in texts if isinstance(text, str) and 0 < len(text) <= TOO_LONG))


def testimony(error: Any) -> Testimony:
    """What the code knows that raised *error*: the frame that did, and those of the same code around it."""
    found = Testimony()
    for frame in reversed(list(_frames(getattr(error, "__traceback__", None)))):
        found.of_code(frame.f_code, frame.f_globals, DEEP)
    return found


def _frames(traceback: TracebackType | None) -> Iterator[Any]:
    while traceback is not None:
        if not _is_foreign(str(traceback.tb_frame.f_globals.get("__name__"))):
            yield traceback.tb_frame
        traceback = traceback.tb_next


def _is_foreign(module: str | None) -> bool:
    return (module or "").split(".")[0] in LIBRARIES
