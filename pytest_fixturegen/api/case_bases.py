"""The record that cases differ from, and which of its values cases leave alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import ROOT, format_type, list_ancestors
from pytest_fixturegen._internal.user_code import Raised
from pytest_fixturegen.api.generate import ModelSeeds, make_plan
from pytest_fixturegen.cases.case_builder import CaseBuilder, Choice
from pytest_fixturegen.cases.places import FixedPlaces
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.generator.generate import iter_accepted
from pytest_fixturegen.generator.repair.record_source import Repaired
from pytest_fixturegen.introspection.readers.table_classes import is_table
from pytest_fixturegen.nodes import Link, Node, Pinned
from pytest_fixturegen.strategies.node_parts import list_inner
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.rules.fixed_default import fixed_default
from pytest_fixturegen.strategies.rules.left_out import left_out
from pytest_fixturegen.strategies.sql_keys import list_free_keys
from pytest_fixturegen.strategies.unique import UNIQUE_PROVIDER
from pytest_fixturegen.streams import KeyedStream, Stream

LEAVING_RULES = (fixed_default.name, left_out.name)
"""The rules by which a plan leaves a field to its model, so that another plan has to fill it."""


@dataclass(frozen=True, slots=True)
class CaseBase:
    """The base record of the cases of *model*, from which each case differs.

    It is the record at *index* of the stream *key*, which is the name of the model by default, with
    *overrides*. *n* is the number of items if the model is a list. Cases leave the fields *fixed*
    alone, as they do with overrides, links and unique fields. *model_seeds* are the seeds of models
    that have their own.
    """

    model: Any
    config: GenerationConfig
    key: str = ""
    index: int = 0
    overrides: Mapping[str, Any] = field(default_factory=dict)
    n: int | None = None
    fixed: tuple[str, ...] = ()
    model_seeds: ModelSeeds = ()

    def make_plan(self) -> Plan:
        """Return the plan of the record."""
        return make_plan(
            self.model,
            self.config,
            self.overrides,
            self.n,
        )

    def make_builder(self, stream: Stream | None = None) -> CaseBuilder:
        """Return a builder of cases of the record that *stream*, by default its own, draws."""
        plan = self.make_plan()
        filled = plan
        if any(strategy.rule in LEAVING_RULES for strategy in plan.strategies):
            settings = replace(
                self.config,
                ignore_defaults=True,
                fill="all",
            )
            filled = make_plan(
                self.model,
                settings,
                self.overrides,
                self.n,
            )
        words = stream or self._make_stream(plan)
        with allow_levels(plan.levels):
            value, source = next(
                iter_accepted(
                    plan,
                    words,
                    self.index,
                    self.index + 1,
                )
            )
            return CaseBuilder(
                plan,
                filled,
                value,
                source,
                self.find_fixed(plan),
            )

    def find_fixed(self, plan: Plan) -> FixedPlaces:
        """Return the places of the record that cases leave alone."""
        pinned = [*self.fixed, *_list_paths(plan, Pinned), *_list_key_fields(self)]
        whole = {*pinned, *_list_paths(plan, Link), *_list_unique_paths(plan)}
        above = {path for each in pinned for path in list_ancestors(each)}
        if self.n is not None:
            above.add(ROOT)
        return FixedPlaces(frozenset(whole), frozenset(above))

    def build(self, choices: Sequence[Choice]) -> Repaired | Raised:
        """Return the record with *choices*, or what refused it.

        Choices that touch a fixed place are left out.
        """
        plan = self.make_plan()
        fixed = self.find_fixed(plan)
        kept = [(place, option) for place, option in choices if not fixed.has(place.path)]
        with allow_levels(plan.levels):
            return self.make_builder().build(kept)

    def _make_stream(self, plan: Plan) -> Stream:
        """Return the random words of the record."""
        key = self.key or plan.reading.name
        stream_class = KeyedStream if key != format_type(self.model) and self.key else Stream
        return stream_class(
            self.config.seed,
            key,
            model_seeds=self.model_seeds,
        )


def _list_paths(plan: Plan, kind: type[Any]) -> Iterator[str]:
    """Yield the paths of the nodes of *kind*; ``0`` is any position, as in the paths of places."""
    waiting: list[tuple[str, Node]] = [(ROOT, plan.node)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, kind):
            yield path.replace("*", "0")
        waiting.extend((f"{path}{step}".lstrip("."), inner) for step, inner in list_inner(node))


def _list_key_fields(base: CaseBase) -> Iterator[str]:
    """Yield the fields of a table that refer to rows of others; not all of them are links."""
    if is_table(base.model):
        for key in list_free_keys([base.model], base.config):
            yield from key.fields


def _list_unique_paths(plan: Plan) -> Iterator[str]:
    """Yield the paths of the fields that must be unique."""
    for strategy in plan.strategies:
        if strategy.provider == UNIQUE_PROVIDER:
            yield strategy.path.replace("*", "0")
