"""What the user said of fields that repeat another record's, and of fields that never repeat.

``Order.user_id=User.id`` and ``User.email`` name a class and one of its fields. A class is looked up where the model that
is drawn is defined, and in the packages around that.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UsageError, suggest_nearest
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelShape,
    RootShape,
    Shape,
    ShapeRef,
    TypeReading,
)

DOTTED_NAME_PATTERN = r"[^\W\d]\w*(?:\.[^\W\d]\w*)+"
DEFAULT_RECORD_COUNT = 100
"""How many records links point to where nobody says how many there are."""


@dataclass(frozen=True, slots=True)
class FieldPath:
    """A *field* of the class that *model* names, with or without modules and classes around it."""

    model: str
    field: str

    @property
    def name(self) -> str:
        """The class's own name."""
        return self.model.rpartition(".")[2]

    def __str__(self) -> str:
        return f"{self.model}.{self.field}"


@dataclass(frozen=True, slots=True)
class LinkRule:
    """*source* holds what *target* holds in another record."""

    source: FieldPath
    target: FieldPath

    def __str__(self) -> str:
        return f"{self.source}={self.target}"


@dataclass(frozen=True, slots=True)
class UniqueGroup:
    """The *fields* of *model* that together never repeat."""

    model: str
    fields: tuple[str, ...]

    @property
    def name(self) -> str:
        """The class's own name."""
        return self.model.rpartition(".")[2]

    def __str__(self) -> str:
        return f"{self.name}.{','.join(self.fields)}"


@dataclass(frozen=True, slots=True)
class Relations:
    """The rules that a plan keeps, the *count* of records that links point to, and the *modules* to look classes up in."""

    rules: tuple[LinkRule, ...] = ()
    groups: tuple[UniqueGroup, ...] = ()
    record_count: int = DEFAULT_RECORD_COUNT
    modules: tuple[str, ...] = ()

    @staticmethod
    def for_reading(reading: TypeReading, config: GenerationConfig) -> Relations:
        """What *config* says, for the models of *reading*. Raises UsageError for what cannot be read."""
        modules = dict.fromkeys(model.cls.__module__ for model in list_models(reading))
        return Relations(
            parse_link_rules(config.link),
            parse_unique_groups(config.unique),
            config.related or DEFAULT_RECORD_COUNT,
            tuple(modules),
        )

    def find_rule(self, model: str, field: str) -> LinkRule | None:
        """The link of a *field* of *model*."""
        return next(
            (
                rule
                for rule in self.rules
                if (rule.source.name, rule.source.field) == (model, field)
            ),
            None,
        )

    def find_groups(self, model: str) -> list[UniqueGroup]:
        """What of *model* was asked to be unique."""
        return [group for group in self.groups if group.name == model]

    def is_declared_unique(self, model: str, field: str) -> bool:
        """Whether *field* of *model* was asked to be unique."""
        return any(field in group.fields for group in self.find_groups(model))


NO_RELATIONS = Relations()
"""The relations of a type for which the configuration declares none."""


def parse_link_rules(entries: Sequence[str]) -> tuple[LinkRule, ...]:
    """``Order.user_id=User.id`` as rules. Raises UsageError for another form, and for links that lead back to themselves."""
    rules = []
    for entry in entries:
        found = re.fullmatch(rf"\s*({DOTTED_NAME_PATTERN})\s*=\s*({DOTTED_NAME_PATTERN})\s*", entry)
        if found is None:
            raise UsageError(
                f"The link {entry!r} does not name two fields.",
                hint="Write it as Order.user_id=User.id.",
                link=entry,
            )
        rules.append(LinkRule(_parse_field_path(found[1]), _parse_field_path(found[2])))
    for rule in rules:
        _require_acyclic(rule, rules)
    return tuple(rules)


def parse_unique_groups(entries: Sequence[str]) -> tuple[UniqueGroup, ...]:
    """``User.email`` and ``User.first_name,last_name`` as groups. Raises UsageError for another form."""
    groups: list[UniqueGroup] = []
    for part in (part.strip() for entry in entries for part in entry.split(",")):
        if re.fullmatch(DOTTED_NAME_PATTERN, part):
            groups.append(
                UniqueGroup(_parse_field_path(part).model, (_parse_field_path(part).field,))
            )
        elif groups and part.isidentifier():
            groups[-1] = UniqueGroup(groups[-1].model, (*groups[-1].fields, part))
        else:
            raise UsageError(
                f"{part!r} names no field of a model to be unique.",
                hint="Write it as User.email, or User.name,city.",
            )
    return tuple(groups)


def find_class(name: str, modules: Iterable[str]) -> Any:
    """The class that *name* means in one of *modules*, or by its full name. Raises UsageError when there is none."""
    known: set[str] = set()
    for module in dict.fromkeys(
        place for each in modules for place in _list_enclosing_packages(each)
    ):
        space = sys.modules.get(module)
        found = _find_attribute(space, name)
        if isinstance(found, type):
            return found
        known |= (
            {key for key, value in vars(space).items() if isinstance(value, type)}
            if space
            else set()
        )
    for module in _list_enclosing_packages(name):
        found = _find_attribute(sys.modules.get(module), name[len(module) + 1 :])
        if isinstance(found, type):
            return found
    raise UsageError(f"There is no model {name!r}.", hint=suggest_nearest(name, known), model=name)


def list_models(reading: TypeReading) -> list[Any]:
    """The shapes of all classes in *reading*."""
    shapes = [_unwrap_shape(shape) for shape in (reading.shape, *reading.refs.values())]
    return [shape for shape in shapes if isinstance(shape, ModelShape | RootShape)]


def _unwrap_shape(shape: Shape) -> Shape:
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return shape


def find_root_model(reading: TypeReading) -> ModelShape | None:
    """The model that *reading* is of, if its records have fields."""
    shape: Shape = reading.shape
    while isinstance(shape, ShapeRef | CheckedShape | CustomJsonShape):
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape if isinstance(shape, ModelShape) else None


def require_field(model: ModelShape, name: str) -> None:
    """Raises UsageError when *model* has no field *name*."""
    names = [each.name for each in model.fields]
    if name not in names:
        raise UsageError(
            f"{model.cls.__name__} has no field {name!r}.",
            hint=suggest_nearest(name, names),
            model=model.cls.__name__,
            field=name,
        )


def _parse_field_path(text: str) -> FieldPath:
    model, _, field = text.rpartition(".")
    return FieldPath(model, field)


def _require_acyclic(rule: LinkRule, rules: Sequence[LinkRule]) -> None:
    """Raises UsageError when the values of *rule* come from themselves."""
    chain = [rule]
    while True:
        target = chain[-1].target
        onward = next(
            (
                each
                for each in rules
                if (each.source.name, each.source.field) == (target.name, target.field)
            ),
            None,
        )
        if onward is None:
            return
        if onward in chain:
            shown = " = ".join(str(each.source) for each in chain)
            raise UsageError(
                f"The links {shown} lead back to themselves.",
                hint="Let one of the fields have values of its own.",
            )
        chain.append(onward)


def _list_enclosing_packages(module: str) -> Iterable[str]:
    """*module*, then each package around it."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def _find_attribute(namespace: Any, name: str) -> Any:
    for part in name.split("."):
        namespace = getattr(namespace, part, None)
    return namespace
