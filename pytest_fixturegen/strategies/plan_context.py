"""The question that a planning rule answers: what to draw for a shape, in a place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from pytest_fixturegen._internal.deep_calls import ORDINARY_LEVELS
from pytest_fixturegen._internal.type_names import join_path, to_snake_case
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    Constraints,
    ModelField,
    NamedShape,
    Scalar,
    Shape,
    TypeReading,
)
from pytest_fixturegen.nodes import Unsatisfiable
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import NO_RECORD, RecordOutline
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.strategies.fields.field_settings import (
    NO_SETTINGS,
    FieldSettings,
    Settings,
    SettingsSource,
)
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.plugin_rules import PluginRules
from pytest_fixturegen.strategies.recursion_limits import RecursionLimits
from pytest_fixturegen.strategies.relations import Relations

NO_RULE = Unsatisfiable("no rule of planning serves its type.", "Override the field.")
"""The node of a place for which no rule returns a plan. The last rule of ``RULES`` always does."""

MAX_NESTED_CONTAINERS = 4
"""Up to so many containers around a container, its size does not depend on them."""


PlanTarget = Callable[[TypeReading, GenerationConfig], Plan]
"""Plans the target of a link, under its own configuration."""


class PlanningRule(Protocol):
    """The part of a rule that :meth:`PlanContext.plan` uses, see :class:`rule.Rule`."""

    @property
    def plan(self) -> Callable[[PlanContext], Planned | None]: ...


class PlanCache:
    """The plans of references: a model that many fields hold is planned once for each depth.

    This is a cache, not a part of any decision. A plan is found by everything that it depends on,
    so a cached plan is equal to the plan that would be made. A node knows no path, so many places
    can share it. A cached plan has no decisions, because its first use has reported them.
    """

    def __init__(self) -> None:
        self._planned: dict[Hashable, Planned] = {}
        self.related_levels = 0

    def add_related_levels(self, reading: TypeReading) -> int:
        """Return the levels of a related model and its field, and count them for the whole plan."""
        levels = reading.levels + ORDINARY_LEVELS
        self.related_levels += levels
        return levels

    def find(self, key: Hashable) -> Planned | None:
        """Return the plan that was put at *key*, without its decisions."""
        return self._planned.get(key)

    def put(
        self,
        key: Hashable,
        planned: Planned,
    ) -> None:
        """Keep *planned* for the next use of *key*."""
        self._planned[key] = planned._replace(
            decisions=(),
            limits=(),
        )


class PlanInputs(NamedTuple):
    """Everything that stays the same while one type is planned.

    *rules* are tried in their order. *with_instances* asks for instances instead of mappings in
    nested models. *plan_target* plans the target of a link.
    """

    config: GenerationConfig
    reading: TypeReading
    recursion_limits: RecursionLimits
    field_settings: FieldSettings
    relations: Relations
    plugin_rules: PluginRules | None
    rules: tuple[PlanningRule, ...]
    cache: PlanCache
    plan_target: PlanTarget
    with_instances: bool = False


class FieldRequest(NamedTuple):
    """A field of a record that is to be filled.

    *field* is the field as the settings of the user change it. *source* names the settings that
    choose how its value is made. *is_tag* says that the record is one of several models of a union,
    which a field with one possible value tells apart.
    """

    field: ModelField
    source: SettingsSource
    is_tag: bool


class _PlanContextFields(NamedTuple):
    inputs: PlanInputs
    shape: Shape
    path: str = ""
    name: str = ""
    model: str = ""
    cls: Any = None
    depth: int = 0
    with_instances: bool = False
    with_discriminator: bool = False
    is_item: bool = False
    is_stub: bool = False
    overrides: Overrides = NO_OVERRIDES
    settings: Settings = NO_SETTINGS
    request: FieldRequest | None = None
    outline: RecordOutline = NO_RECORD


# A tuple, because a changed copy of a frozen dataclass takes seven times as long as that of a tuple
# (18 µs and 2.7 µs), and planning makes several for each field.
class PlanContext(_PlanContextFields):
    """A place to fill.

    *shape* is the shape of its values, *path* its position in the record, *name* the name of its
    field (for an item, that of its list). *model* and *cls* are the record around it, *depth* is
    the number of models around it. *with_instances* asks for instances instead of mappings.
    *with_discriminator* says that a model here is one of several in a union. *is_item* marks an
    item of a container. *is_stub* asks for a record with nothing but its required parts.
    *overrides* are the values that a call fixes here and below, *settings* those of the
    configuration for the field. *request* is the field, if the place is a field of a record.
    *outline* names the fields of the record around it.
    """

    def plan(self) -> Planned:
        """Return the plan of the first rule that serves this place."""
        for rule in self.inputs.rules:
            planned = rule.plan(self)
            if planned is not None:
                return planned
        return Planned(NO_RULE)

    def plan_shape(self, shape: Shape) -> Planned:
        """Return the plan of *shape*, which is the value of this place or a part of its type."""
        return self._replace(shape=shape, request=None).plan()

    def descend(
        self,
        step: str,
        shape: Shape,
    ) -> PlanContext:
        """Return the context of an item with *shape*, one *step* into this container."""
        return self._replace(
            shape=shape,
            path=join_path(self.path, step),
            overrides=NO_OVERRIDES,
            settings=NO_SETTINGS,
            is_item=True,
            request=None,
        )

    @property
    def config(self) -> GenerationConfig:
        """The options of the plan."""
        return self.inputs.config

    @property
    def limits(self) -> RecursionLimits:
        """The depth to which models are filled."""
        return self.inputs.recursion_limits

    @property
    def size_depth(self) -> int:
        """The depth that limits the size of a container here: the models around it.

        In many containers, a container has one item: two in each would be millions of values.
        """
        is_crowded = self.path.count("*") >= MAX_NESTED_CONTAINERS
        return self.depth + (self.config.collection_max_items if is_crowded else 0)

    @property
    def refs(self) -> Mapping[str, Shape]:
        """The shapes that references name."""
        return self.inputs.reading.refs

    @property
    def plain_name(self) -> str:
        """The name of the field in snake case and plain English."""
        return self.outline.read_name(to_snake_case(self.name))

    @property
    def is_free(self) -> bool:
        """Whether no call fixes a value here or below."""
        return self.overrides is NO_OVERRIDES

    @cached_property
    def question(self) -> FieldContext:
        """The question for providers of the shape's kind of value."""
        match self.shape:
            case Scalar(kind, constraints):
                return self.ask(kind, constraints)
            case NamedShape(kind, constraints):
                return self.ask(kind, constraints)
            case _:
                return self.ask("options", NO_CONSTRAINTS)

    def ask(
        self,
        kind: Any,
        constraints: Constraints,
    ) -> FieldContext:
        """Return the question for a provider of *kind* in this place."""
        locale = self.inputs.field_settings.find_locale(
            self.model, self.name, self.path, self.config.locale
        )
        return FieldContext(
            self.plain_name,
            self.outline.model or to_snake_case(self.model),
            kind,
            constraints,
            Vocabulary(locale),
            self.config.now,
            self.is_item,
            self.outline,
            to_snake_case(self.name),
        )
