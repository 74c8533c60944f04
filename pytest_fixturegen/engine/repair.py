"""A record that its model refuses is drawn again where it failed.

A refusal says where and why. Only that part is drawn again, under the number of its attempt, so that the rest of the
record, and every other record, stays what it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pytest_fixturegen.engine.columns import Reader
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import ROOT, child, shown
from pytest_fixturegen.nodes import Array, Built, Converted, Node, Nullable, OneOf, Quoted, Record, Row, Table
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.streams import BLOCK

Loc = tuple[Any, ...]


class Refusal:
    """Why a model refused a record: places and words, whether Pydantic or a validator of the user's raised."""

    def __init__(self, error: Exception) -> None:
        listed = getattr(error, "errors", None)
        self.cause = error
        self.faults: list[tuple[Loc, str]] = [((), f"{type(error).__name__}: {error}")]
        if callable(listed) and hasattr(error, "error_count"):
            self.faults = [(fault["loc"], fault["msg"]) for fault in listed(include_url=False, include_context=False)]

    def as_error(self, model: str, index: int, what: str) -> MappingError:
        """One sentence that names the model, the field and the validator's words."""
        loc, words = self.faults[0]
        path = ".".join(map(str, loc))
        first = words.splitlines()[0] if words else "no reason given"
        error = MappingError(
            f"{shown(model, path)} {what} (record {index}): {first}.".replace("..", "."),
            hint="Override the field with a value that its validators accept.",
            model=model,
            path=path,
            index=index,
        )
        error.__cause__ = self.cause
        return error


def mended(plan: Plan, reader: Reader, row: int, error: Exception) -> Any:
    """The value of *row* once its model accepts it.

    Raises MappingError after as many attempts as the plan allows, with what the validators said last.
    """
    attempts: dict[str, int] = {}
    for _ in range(plan.retries):
        for path in {path_of(plan.node, loc) for loc, _ in Refusal(error).faults}:
            attempts[path] = attempts.get(path, 0) + 1
        again = replace(reader, attempts=attempts)
        try:
            return plan.reading.validate(again.column(plan.node, ROOT, [row], ROOT)[0])
        except MappingError:
            raise
        except Exception as refusal:
            error = refusal
    index = reader.block * BLOCK + row
    raise Refusal(error).as_error(reader.stream.name, index, f"is refused after {plan.retries} more attempts")


def path_of(node: Node, loc: Loc) -> str:
    """The path of the deepest node that *loc*, Pydantic's place of an error, leads to."""
    left, path = list(loc), ROOT
    while left:
        step = _step(node, left, path)
        if step is None:
            break
        node, path = step
    return path


def _step(node: Node, loc: list[Any], path: str) -> tuple[Node, str] | None:
    """One node further down, with what of *loc* it took removed; None where *loc* says no more that is known."""
    match node:
        case Nullable(inner) | Converted(inner) | Built(inner) | Quoted(inner):
            return inner, path
        case Record(slots):
            part = loc.pop(0)
            found = next((slot for slot in slots if part == slot.name or (slot.key and part == slot.key[0])), None)
            return (found.node, child(path, found.name)) if found else None
        case Array(item) | Table(value=item):
            part = loc.pop(0)
            return (item, child(path, str(part))) if isinstance(part, int) and isinstance(node, Array) else None
        case Row(items):
            part = loc.pop(0)
            return (items[part], child(path, str(part))) if isinstance(part, int) and part < len(items) else None
        case OneOf(members):
            label = str(loc.pop(0))
            return next(((member, f"{path}|{name}") for name, member in members if name == label), None)
        case _:
            return None
