"""The text of a YAML or JSON document: where each value is, and changes that keep the rest.

Writing a parsed document again would change quotes, folded lines and indentation. So a change is an
edit of the text at the place of one value, and every other byte stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.emitters.yaml_text import format_block, format_flow
from pytest_fixturegen.errors import DiscoveryError

JSON_SPACE = re.compile(r"[ \t\r\n]*")
JSON_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,\]}]+', re.DOTALL)
KEEP_CHOMPING = re.compile(r"[|>][0-9]*\+")
"""The header of a block scalar whose last blank lines are part of it."""


class Entry(NamedTuple):
    """A key of an object, the offset at which it starts, and its value."""

    key: str
    start: int
    value: Node


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a text: the offsets of its *start* and its *end*.

    *entries* are those of an object, *items* those of a list; both are empty for other values. If
    it *is_block*, indentation shows what belongs to it.
    """

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    items: tuple[Node, ...] = ()
    is_block: bool = False
    is_object: bool = False

    def find(self, key: str) -> Entry | None:
        """Return the entry of *key*; None if it is missing."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def enter(self, steps: Sequence[str | int]) -> Node | None:
        """Return the value at *steps* below this one; None if it is missing."""
        node: Node | None = self
        for step in steps:
            if isinstance(step, int):
                node = node.items[step] if node and step < len(node.items) else None
            else:
                entry = node.find(step) if node else None
                node = entry.value if entry else None
        return node


class Edit(NamedTuple):
    """A change of a text: *text* takes the place of what is from *start* to *end*."""

    start: int
    end: int
    text: str


class DocumentText:
    """The text of a document, and edits of it. *is_json* says in which language it is."""

    def __init__(
        self,
        text: str,
        *,
        is_json: bool,
    ) -> None:
        self._start = "\ufeff" if text.startswith("\ufeff") else ""
        self.text = text = text.removeprefix("\ufeff")
        self.is_json = is_json
        self.root = _JsonScanner(text).read() if is_json else read_yaml_nodes(text)
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._unit = self._measure_unit()

    def build_edit(
        self,
        steps: Sequence[str | int],
        key: str,
        value: Any,
    ) -> Edit | None:
        """Return the edit that sets *key* of the object at *steps* to *value*.

        Return None if an alias of YAML is there instead of an object.
        """
        node = self.root.enter(steps)
        if node is None or not node.entries:
            return None
        known = node.find(key)
        if known:
            return self._build_replacement(
                node,
                known,
                value,
            )
        return self._build_insertion(
            node,
            key,
            value,
        )

    def apply(self, edits: Sequence[Edit]) -> str:
        """Return the text after *edits*, which do not overlap."""
        parts, end = [self._start], 0
        for edit in sorted(edits, key=lambda edit: edit.start):
            parts += [self.text[end : edit.start], edit.text]
            end = edit.end
        return "".join([*parts, self.text[end:]])

    def _measure_unit(self) -> str:
        """Return the indentation of one level in JSON, or "" if the document is on one line."""
        entries = self.root.entries
        return self._get_indent(entries[0].start) or "" if entries else ""

    def _get_indent(self, start: int) -> str | None:
        """Return the space before *start* on its line; None if there is something else."""
        line_start = (
            self.text.rfind(
                "\n",
                0,
                start,
            )
            + 1
        )
        before = self.text[line_start:start]
        return before if not before.strip() and line_start else None

    def _build_replacement(
        self,
        node: Node,
        entry: Entry,
        value: Any,
    ) -> Edit:
        """Return the edit that gives *entry* of *node* another value."""
        if not node.is_block:
            return Edit(
                entry.value.start,
                entry.value.end,
                self._format_inline(node, value),
            )
        indent = " " * self._get_column(entry.start)
        lines = format_block(entry.key, value)
        text = (self._line_end + indent).join(lines)
        return Edit(
            entry.start,
            max(entry.value.end, entry.start),
            text,
        )

    def _build_insertion(
        self,
        node: Node,
        key: str,
        value: Any,
    ) -> Edit:
        """Return the edit that adds *key* with *value* as the last entry of *node*."""
        last = node.entries[-1].value.end
        if not node.is_block:
            separator, colon = self._get_separators(node)
            text = f"{separator}{json.dumps(key)}{colon}{self._format_inline(node, value)}"
            return Edit(
                last,
                last,
                text,
            )
        indent = " " * self._get_column(node.entries[0].start)
        lines = [indent + line if line else line for line in format_block(key, value)]
        line_end = self.text.find("\n", last)
        if last and self.text[last - 1] == "\n":  # a block scalar that ends with its line
            line_end = last - 1
        if line_end < 0:
            end = len(self.text)
            return Edit(
                end,
                end,
                self._line_end + self._line_end.join(lines),
            )
        place = line_end + 1
        return Edit(
            place,
            place,
            "".join(line + self._line_end for line in lines),
        )

    def _get_column(self, start: int) -> int:
        """Return the column of the offset *start*, from 0."""
        return (
            start
            - self.text.rfind(
                "\n",
                0,
                start,
            )
            - 1
        )

    def _get_separators(self, node: Node) -> tuple[str, str]:
        """Return the separators between two entries of *node*, and between a key and its value."""
        first = node.entries[0]
        after_key = self.text[first.start : first.value.start]
        colon = ": " if not self.is_json or after_key.endswith((" ", "\t")) else ":"
        indent = self._get_indent(first.start)
        if indent is None:
            return (", " if colon == ": " else ","), colon
        return f",{self._line_end}{indent}", colon

    def _format_inline(
        self,
        node: Node,
        value: Any,
    ) -> str:
        """Return *value* as JSON, indented like *node*."""
        if not self.is_json:
            return format_flow(value)
        _, colon = self._get_separators(node)
        indent = self._get_indent(node.entries[0].start)
        is_ascii = self.text.isascii()
        if indent is None or not self._unit:
            separators = (", ", ": ") if colon == ": " else (",", ":")
            return json.dumps(
                value,
                ensure_ascii=is_ascii,
                separators=separators,
            )
        text = json.dumps(
            value,
            ensure_ascii=is_ascii,
            indent=self._unit,
        )
        return text.replace("\n", self._line_end + indent)


def read_yaml_nodes(text: str) -> Node:
    """Return the root of the YAML *text*, with the offsets of all values."""
    import yaml

    loader: Any = getattr(
        yaml,
        "CSafeLoader",
        yaml.SafeLoader,
    )
    return _convert_yaml(
        yaml.compose(text, Loader=loader),
        text,
        0,
    )


def _convert_yaml(
    node: Any,
    text: str,
    earliest: int,
) -> Node:
    """Return the *node* of PyYAML as a node; an alias, which starts before *earliest*, is empty."""
    import yaml

    start, end = node.start_mark.index, node.end_mark.index
    if start < earliest:
        return Node(earliest, earliest)
    is_block = not getattr(
        node,
        "flow_style",
        True,
    )
    if isinstance(node, yaml.MappingNode):
        entries = tuple(_iter_yaml_entries(node, text))
        inner_end = max((entry.value.end for entry in entries), default=end)
        return Node(
            start,
            inner_end if is_block else end,
            entries,
            (),
            is_block,
            True,
        )
    if isinstance(node, yaml.SequenceNode):
        items = tuple(
            _convert_yaml(
                item,
                text,
                start,
            )
            for item in node.value
        )
        inner_end = max((item.end for item in items), default=end)
        return Node(
            start,
            inner_end if is_block else end,
            (),
            items,
            is_block,
        )
    if node.style in ("|", ">"):
        end = _find_block_end(
            text,
            start,
            end,
        )
    return Node(start, end)


def _iter_yaml_entries(node: Any, text: str) -> Iterator[Entry]:
    """Yield the entries of the mapping *node*."""
    for key, value in node.value:
        name = "null" if key.value is None else str(key.value)
        inner = _convert_yaml(
            value,
            text,
            key.end_mark.index,
        )
        yield Entry(
            name,
            key.start_mark.index,
            inner,
        )


def _find_block_end(
    text: str,
    start: int,
    end: int,
) -> int:
    """Return the offset after the last line of a block scalar, without blank lines after it."""
    content = text[start:end]
    if KEEP_CHOMPING.match(content):
        return end
    return start + len(content.rstrip())


class _JsonScanner:
    """Finds the offsets of the values in the JSON *text*, which is known to be valid."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0

    def read(self) -> Node:
        """Return the value at the current place, and go behind it."""
        self._skip()
        start = self._place
        character = self._text[start : start + 1]
        if character == "{":
            entries = tuple(self._iter_entries())
            return Node(
                start,
                self._place,
                entries,
                is_object=True,
            )
        if character == "[":
            items = tuple(self._iter_items())
            return Node(
                start,
                self._place,
                (),
                items,
            )
        match = JSON_SCALAR.match(self._text, start)
        if match is None:
            raise DiscoveryError("The document is not JSON.", hint="Correct the file.")
        self._place = match.end()
        return Node(start, self._place)

    def _skip(self) -> None:
        """Go behind white space."""
        match = JSON_SPACE.match(self._text, self._place)
        self._place = match.end() if match else self._place

    def _iter_parts(self, end: str) -> Iterator[int]:
        """Yield the offset of each part of a container that ends with *end*, and go behind it."""
        self._place += 1
        self._skip()
        while self._text[self._place] != end:
            yield self._place
            self._skip()
            self._place += self._text[self._place] == ","
            self._skip()
        self._place += 1

    def _iter_items(self) -> Iterator[Node]:
        """Yield the items of a list."""
        for _ in self._iter_parts("]"):
            yield self.read()

    def _iter_entries(self) -> Iterator[Entry]:
        """Yield the entries of an object."""
        for start in self._iter_parts("}"):
            key = self.read()
            self._skip()
            self._place += 1  # the colon
            yield Entry(
                json.loads(self._text[start : key.end]),
                start,
                self.read(),
            )
