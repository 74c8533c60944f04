"""The changes with which a refused record is drawn: what repair writes and the column reader
reads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import is_below, list_ancestors
from pytest_fixturegen.nodes import Node

MAX_COMPARED_ATTEMPTS = 12
"""Up to so many redrawn paths are compared with a path; among more, its ancestors are looked up."""


class Replacement(NamedTuple):
    """A *node* that is drawn instead of the planned one.

    It is drawn at the path *source*, or at the path that it replaces if *source* is None. *owner*
    is what led to it; if *is_lasting*, the replacement stays although it alone did not satisfy
    its owner. *base* is the replacement of another owner on which the node builds.
    """

    node: Node
    source: str | None = None
    owner: Any = None
    is_lasting: bool = False
    base: Replacement | None = None


class Draft(NamedTuple):
    """How one record is drawn differently from its plan. Each method returns a changed copy.

    *attempts* says how often each path has been drawn again, *replacements* what is drawn there
    instead. Fields at the paths *omitted* are left out; those at the paths *required* must not
    be. *plan_number* is 0 for the plan itself, 1 for its first fallback. *reads_json* asks for a
    validation of the record's JSON before that of the record.
    """

    attempts: Mapping[str, int] = {}
    replacements: Mapping[str, Replacement] = {}
    omitted: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    plan_number: int = 0
    reads_json: bool = False

    def count_attempts(self, path: str) -> int:
        """Return how often *path* was drawn again, alone or as a part of something else."""
        if not path.startswith(tuple(self.attempts)):
            return 0  # at once for almost every path of a large record
        if len(self.attempts) > MAX_COMPARED_ATTEMPTS:
            return sum(self.attempts.get(ancestor, 0) for ancestor in list_ancestors(path))
        return sum(self.attempts[place] for place in self.attempts if is_below(path, place))

    def redraw(self, path: str) -> Draft:
        """Draw the part at *path* once more."""
        return self._replace(attempts={**self.attempts, path: self.attempts.get(path, 0) + 1})

    def replace_node(
        self,
        path: str,
        replacement: Replacement,
    ) -> Draft:
        """Draw *replacement* at *path*."""
        return self._replace(replacements={**self.replacements, path: replacement})

    def restore_nodes(self, paths: Collection[str]) -> Draft:
        """Draw at *paths* what the plan says."""
        others = {at: node for at, node in self.replacements.items() if at not in paths}
        return self._replace(replacements=others)

    def withdraw_nodes(self, paths: Collection[str]) -> Draft:
        """Draw at *paths* what was drawn there before their last replacements."""
        bases = {path: self.replacements[path].base for path in paths}
        restored = self.restore_nodes(paths)
        for path, base in bases.items():
            if base is not None:
                restored = restored.replace_node(path, base)
        return restored

    def omit(self, paths: Iterable[str]) -> Draft:
        """Leave out the fields at *paths*."""
        omitted = frozenset(paths)
        return self._replace(
            omitted=self.omitted | omitted,
            required=self.required - omitted,
        )

    def require(self, paths: Iterable[str]) -> Draft:
        """Keep the fields at *paths* whatever is left out by chance."""
        required = frozenset(paths)
        return self._replace(
            omitted=self.omitted - required,
            required=self.required | required,
        )
