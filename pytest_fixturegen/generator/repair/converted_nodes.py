"""Nodes that change what another node draws, so that records stay as varied as planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import Any

from pydantic_core import to_jsonable_python

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.nodes import Converted, Node, OneOf, Tuple

TextChange = Callable[[str], str]


def convert_node(node: Node, convert: Callable[[Any], Any]) -> Converted:
    """Return a node that draws *node* and converts its value.

    A value that cannot be converted, because another patch changed its type, stays what it is.
    """
    return Converted(
        node,
        partial(_convert_or_keep, convert),
        partial(_convert_for_json, convert),
    )


def change_text(node: Node, change: TextChange) -> Converted:
    """Return a node that draws *node* and applies *change*, if the value is a text or a path."""
    return convert_node(node, partial(_change_if_text, change))


def join_nodes(nodes: Sequence[Node], separator: str = "") -> Converted:
    """Return a node that draws the texts of *nodes*, joined by *separator*."""
    return convert_node(
        Tuple(tuple(nodes)),
        partial(_join_texts, separator),
    )


def choose_node(nodes: Sequence[Node]) -> Node:
    """Return a node that draws one of *nodes*."""
    if len(nodes) == 1:
        return nodes[0]
    return OneOf(tuple((str(number), node) for number, node in enumerate(nodes)))


def _convert_or_keep(convert: Callable[[Any], Any], value: Any) -> Any:
    """Return *value* converted; as it is if *convert* rejects it."""
    return call_or_default(partial(convert, value), value)


def _convert_for_json(convert: Callable[[Any], Any], value: Any) -> Any:
    """Return *value* converted, as a value of JSON."""
    return to_jsonable_python(_convert_or_keep(convert, value))


def _change_if_text(change: TextChange, value: Any) -> Any:
    """Return *value* changed if it is a text or a path; other values as they are."""
    if isinstance(value, PurePath):
        return type(value)(change(str(value)))
    return change(value) if isinstance(value, str) else value


def _join_texts(separator: str, values: Sequence[Any]) -> str:
    """Return *values* as one text."""
    return separator.join(map(str, values))
