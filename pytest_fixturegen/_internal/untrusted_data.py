"""Parse YAML and TOML of others within limits, and refuse values that JSON does not have.

Both parsers take quadratic time for some small files: PyYAML for integers to the base 60, tomllib
for long dotted keys.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

MAX_INDICATORS = 60_000
"""Characters of a YAML text that may begin a value: PyYAML takes up to 50 µs for each."""

MAX_DOT_STEPS = 4_000_000
"""Steps that the dotted keys of a TOML text may cost: about a second."""

MAX_NODES = 100_000
"""Values that a YAML text may expand to: each may repeat others by an alias."""

MAX_INT_BITS = 1024
"""Bits of an integer in a file. Python writes no decimal number of more than 4300 digits."""

YAML_INDICATOR = re.compile(r"[-\[{,:?&*!\n]")
SURROGATE = re.compile("[\ud800-\udfff]")
PLAIN_TYPES = (str, bool, int, float, type(None))
DATE_TYPES = (dt.date, dt.time)


class PlainDataError(ValueError):
    """A value at the path *key* of a file is not plain data of JSON or TOML; *problem* says why."""

    def __init__(
        self,
        key: str,
        problem: str,
    ) -> None:
        super().__init__(f"{key} is {problem}" if key else f"the file is {problem}")
        self.key = key
        self.problem = problem


def parse_yaml(text: str) -> Any:
    """Return the data in *text*, in which ``1:30`` is a text.

    Raise ImportError if PyYAML is missing, and ValueError, on one line, if *text* is invalid.
    """
    import yaml

    if sum(1 for _ in YAML_INDICATOR.finditer(text)) > MAX_INDICATORS:
        raise ValueError(f"it has more than {MAX_INDICATORS:,} signs of structure")
    try:
        return _load_document(_build_loader_class()(text))
    except yaml.YAMLError as error:
        raise ValueError(_explain_yaml_error(error)) from error


def _load_document(loader: Any) -> Any:
    """Return the only document that *loader* reads.

    Raise ValueError if its aliases expand to too many values.
    """
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        if _count_nodes(node, {}) > MAX_NODES:
            raise ValueError(f"it expands to more than {MAX_NODES:,} values; use fewer aliases")
        return loader.construct_document(node)
    finally:
        loader.dispose()


@lru_cache(maxsize=1)
def _build_loader_class() -> Any:
    """Return PyYAML's safe loader, without the numbers to the base 60 of YAML 1.1."""
    import yaml

    class BoundedLoader(yaml.SafeLoader):
        """A loader whose numbers take linear time."""

    for kind in ("int", "float"):
        tag = f"tag:yaml.org,2002:{kind}"
        construct = BoundedLoader.yaml_constructors[tag]
        BoundedLoader.add_constructor(tag, _make_number_constructor(construct))
    return BoundedLoader


def _make_number_constructor(construct: Any) -> Any:
    """Return *construct*, the constructor of a number, except that ``1:30`` is a text."""

    def construct_number(loader: Any, node: Any) -> Any:
        text = loader.construct_scalar(node)
        return text if ":" in text else construct(loader, node)

    return construct_number


def _count_nodes(node: Any, counts_by_id: dict[int, float]) -> float:
    """Return how many values *node* expands to; infinity if it contains itself."""
    key = id(node)
    if key not in counts_by_id:
        counts_by_id[key] = float("inf")  # while its children are counted
        children = _list_child_nodes(node)
        counts_by_id[key] = 1 + sum(_count_nodes(child, counts_by_id) for child in children)
    return counts_by_id[key]


def _list_child_nodes(node: Any) -> list[Any]:
    """Return the items of a sequence of YAML, or the keys and values of a mapping."""
    if isinstance(node.value, str):
        return []
    children: list[Any] = []
    for part in node.value:
        children += part if isinstance(part, tuple) else (part,)
    return children


def _explain_yaml_error(error: Exception) -> str:
    """Return the problem that *error* of PyYAML describes, with its line and column."""
    mark = getattr(error, "problem_mark", None)
    at = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    return " ".join(f"{getattr(error, 'problem', None) or error}{at}".split())


def parse_toml(text: str) -> Any:
    """Return the data in *text*; raise ValueError if it is invalid or has endless dotted keys."""
    deepest = 0
    steps = 0
    for line in text.splitlines():
        dots = line.count(".")
        deepest = max(deepest, dots)
        steps += (dots + 1) * (deepest + 1)
    if steps > MAX_DOT_STEPS:
        raise ValueError("its dotted names are too long")
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli").loads(text)


def require_plain_data(data: Any) -> None:
    """Raise PlainDataError for a value that JSON and TOML do not have, or for a huge integer.

    *data* must not contain itself.
    """
    pending: list[tuple[str, Any]] = [("", data)]
    while pending:
        key, value = pending.pop()
        _require_plain_value(key, value)
        pending += _list_children(key, value)


def _require_plain_value(key: str, value: Any) -> None:
    """Raise PlainDataError unless *value*, at *key*, is plain; its children are not checked."""
    if isinstance(value, int) and value.bit_length() > MAX_INT_BITS:
        raise PlainDataError(key, f"an integer of {value.bit_length():,} bits")
    if isinstance(value, Mapping):
        odd_keys = [name for name in value if not isinstance(name, PLAIN_TYPES)]
        if any(map(_has_surrogate, value)):
            raise PlainDataError(key, "a table with half of a character in a name")
        if odd_keys:
            raise PlainDataError(key, f"a table with a {type(odd_keys[0]).__name__} as a name")
    elif _has_surrogate(value):
        raise PlainDataError(key, "a text with half of a character")
    elif not isinstance(value, (*PLAIN_TYPES, *DATE_TYPES, list)):
        raise PlainDataError(key, f"a {type(value).__name__}")


def _has_surrogate(value: Any) -> bool:
    """Return whether *value* is a text that no file can hold: JSON may escape half of a pair."""
    return isinstance(value, str) and SURROGATE.search(value) is not None


def _list_children(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the path and the value of each item of a table or a list at the path *key*."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield (f"{key}.{name}" if key else str(name)), item
    elif isinstance(value, list):
        yield from ((key, item) for item in value)
