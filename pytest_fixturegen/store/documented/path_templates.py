"""Templates of paths, such as ``/pets/{petId}``: which addresses they match."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pytest_fixturegen._internal.frozen_dataclass import dataclass

PARAMETER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class PathTemplate:
    """The template of a path by its *segments*."""

    segments: tuple[str, ...]

    @property
    def shape(self) -> tuple[str, ...]:
        """The segments without the names of parameters: what two paths of one address share."""
        return tuple(PARAMETER.sub("{}", segment) for segment in self.segments)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters, in order."""
        return tuple(PARAMETER.findall("/".join(self.segments)))

    @property
    def rank(self) -> tuple[int, ...]:
        """The order of templates that match one address: literal segments precede parameters."""
        return tuple(_rank_segment(segment) for segment in self.segments)

    @property
    def ends_with_parameter(self) -> bool:
        """Whether the last segment has a parameter."""
        return bool(self.segments) and PARAMETER.search(self.segments[-1]) is not None

    @property
    def last_parameter(self) -> str:
        """The name of the last parameter; empty if it is missing."""
        return self.parameters[-1] if self.parameters else ""

    @property
    def last_word(self) -> str:
        """The last fixed segment; empty if it is missing."""
        fixed = [each for each in self.segments if not PARAMETER.search(each)]
        return fixed[-1] if fixed else ""

    def list_collections(self) -> list[tuple[str, ...]]:
        """Return the shapes that the collection of this item may have.

        ``/calls/{id}.json`` is an item of ``/calls.json`` or of ``/calls``.
        """
        *start, last = self.shape
        suffix = last.removeprefix("{}")
        shapes = [tuple(start)]
        if suffix and start:
            shapes.insert(0, (*start[:-1], start[-1] + suffix))
        return shapes

    def fill(self, texts: Mapping[str, str]) -> str:
        """Return the path with the quoted *texts* in place of the parameters."""
        segments = [
            PARAMETER.sub(lambda found: texts[found[1]], segment) for segment in self.segments
        ]
        return "/" + "/".join(segments)

    def match(self, parts: Sequence[str]) -> dict[str, str] | None:
        """Return the parameters in the address *parts*; None if it is another address."""
        if len(parts) != len(self.segments):
            return None
        found: dict[str, str] = {}
        for segment, part in zip(
            self.segments,
            parts,
            strict=True,
        ):
            match = _compile_segment(segment).fullmatch(part)
            if match is None:
                return None
            found |= dict(
                zip(
                    PARAMETER.findall(segment),
                    match.groups(),
                    strict=True,
                )
            )
        return found


@lru_cache(maxsize=4096)
def _compile_segment(segment: str) -> re.Pattern[str]:
    """Return the pattern of one *segment* of a template."""
    fixed = [re.escape(each) for each in PARAMETER.split(segment)[::2]]
    return re.compile("(.+?)".join(fixed), re.DOTALL)


def _rank_segment(segment: str) -> int:
    """Return 0 for a fixed text, 1 for a text with a parameter, and 2 for a parameter alone."""
    if not PARAMETER.search(segment):
        return 0
    return 2 if PARAMETER.fullmatch(segment) else 1


def parse_path(path: str) -> PathTemplate:
    """Return the template of *path*; a slash at its end means nothing."""
    segments = path.partition("?")[0].partition("#")[0].split("/")[1:]
    if segments and not segments[-1]:
        segments.pop()
    return PathTemplate(tuple(segments))
