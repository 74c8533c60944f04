"""Relations between records: the options ``link`` and ``unique``.

``Order.user_id=User.id`` and ``User.email`` name a class and one of its fields. A class is looked
up in the module of the model that is drawn, and in the packages around that module.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UsageError, suggest_nearest
from pytest_fixturegen.introspection.readers.documents.document import SchemaClass, list_documents
from pytest_fixturegen.introspection.readers.tables.class_names import find_named_class
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelShape,
    RootShape,
    Shape,
    ShapeRef,
    TypeReading,
    unwrap_shape,
)
from pytest_fixturegen.strategies.child_counts import MAX_CHILDREN, ChildCounts

DOTTED_NAME_PATTERN = r"[^\W\d]\w*(?:\.[^\W\d]\w*)+"
FIELDS_PATTERN = rf"{DOTTED_NAME_PATTERN}(?:\+[^\W\d]\w*)*"
COUNTS_PATTERN = r"(?:;\s*(\d{1,5})\.\.(\d{1,5})\s*)?"
LINK_PATTERN = rf"\s*({FIELDS_PATTERN})\s*=\s*({FIELDS_PATTERN})\s*{COUNTS_PATTERN}"

LINK_SEPARATOR = "+"
"""Separator between the fields of a composite link, which takes several values of one record."""

DEFAULT_RECORD_COUNT = 100
"""The number of records that links point to, if the option ``related`` is not set."""


@dataclass(frozen=True, slots=True)
class FieldPath:
    """A *field* of the class that *model* names; the name may begin with modules and classes."""

    model: str
    field: str

    @property
    def name(self) -> str:
        """The name of the class alone."""
        return self.model.rpartition(".")[2]

    def __str__(self) -> str:
        return f"{self.model}.{self.field}"


@dataclass(frozen=True, slots=True)
class LinkRule:
    """A link: the field *source* holds the value of the field *target* of another record.

    Links with the same *entry*, in which the option gives several fields, take one record.
    *children* says how many records link to each.
    """

    source: FieldPath
    target: FieldPath
    entry: str = ""
    children: ChildCounts | None = None

    def __str__(self) -> str:
        return self.entry or f"{self.source}={self.target}"


@dataclass(frozen=True, slots=True)
class UniqueGroup:
    """The *fields* of *model* whose values together never repeat."""

    model: str
    fields: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the class alone."""
        return self.model.rpartition(".")[2]

    def __str__(self) -> str:
        return f"{self.name}.{','.join(self.fields)}"


@dataclass(frozen=True, slots=True)
class Relations:
    """The links and unique fields of one plan.

    *record_count* is the number of records that links point to. Classes are looked up in *modules*,
    and schemas in *documents*.
    """

    rules: tuple[LinkRule, ...] = ()
    groups: tuple[UniqueGroup, ...] = ()
    record_count: int = DEFAULT_RECORD_COUNT
    modules: tuple[str, ...] = ()
    documents: tuple[Path, ...] = ()

    @staticmethod
    def for_reading(reading: TypeReading, config: GenerationConfig) -> Relations:
        """Return the relations of *config* for *reading*. Raise UsageError for an invalid entry."""
        models = list_models(reading)
        modules = dict.fromkeys(model.cls.__module__ for model in models)
        files = (model.cls.path for model in models if isinstance(model.cls, SchemaClass))
        return Relations(
            parse_link_rules(config.link),
            parse_unique_groups(config.unique),
            config.related or DEFAULT_RECORD_COUNT,
            tuple(modules),
            tuple(dict.fromkeys(files)),
        )

    def find_class(self, name: str) -> Any:
        """Return the class or the schema *name*. Raise UsageError if nothing is found."""
        return find_class(name, self.modules, self.documents)

    def find_rule(
        self,
        model: str,
        field: str,
    ) -> LinkRule | None:
        """Return the link of *field* of *model*; None if it has none."""
        for rule in self.rules:
            if (rule.source.name, rule.source.field) == (model, field):
                return rule
        return None

    def list_linked_fields(self, model: str) -> tuple[str, ...]:
        """Return the fields of *model* that link to records of other models."""
        own = [rule for rule in self.rules if rule.source.name == model]
        return tuple(rule.source.field for rule in own if rule.target.name != model)

    def find_groups(self, model: str) -> list[UniqueGroup]:
        """Return the groups of unique fields of *model*."""
        return [group for group in self.groups if group.name == model]

    def is_declared_unique(
        self,
        model: str,
        field: str,
    ) -> bool:
        """Whether *field* of *model* is in a group of unique fields."""
        return any(field in group.fields for group in self.find_groups(model))


NO_RELATIONS = Relations()
"""The relations of a type for which the configuration declares none."""


def parse_link_rules(entries: Sequence[str]) -> tuple[LinkRule, ...]:
    """Return the links of *entries*, such as ``Order.user_id=User.id``.

    Raise UsageError for an entry of another form, and for links that form a cycle.
    """
    rules: list[LinkRule] = []
    for entry in entries:
        match = re.fullmatch(LINK_PATTERN, entry)
        if match is None:
            raise UsageError(
                f"Invalid link {entry!r}: expected two fields, such as Order.user_id=User.id.",
                hint="Write it as Order.user_id=User.id.",
                link=entry,
            )
        children = _read_counts(
            entry,
            match[3],
            match[4],
        )
        rules += _read_link(match[1], match[2], entry, children)
    for rule in rules:
        _require_acyclic(rule, rules)
    return tuple(rules)


def _read_counts(
    entry: str,
    low: str | None,
    high: str | None,
) -> ChildCounts | None:
    """Return the range of children per parent, or None if the link does not set one.

    Raise UsageError if the range is not valid.
    """
    if low is None or high is None:
        return None
    counts = ChildCounts(int(low), int(high))
    if counts.low > counts.high or not 1 <= counts.high <= MAX_CHILDREN:
        raise UsageError(
            f"Invalid link {entry!r}: expected 0 to {MAX_CHILDREN:,} records for each, the smaller "
            f"number first, got {low}..{high}.",
            hint="Write it as Order.user_id=User.id;1..8.",
            link=entry,
        )
    return counts


def _read_link(
    source: str,
    target: str,
    entry: str,
    children: ChildCounts | None,
) -> Iterator[LinkRule]:
    """Yield the links from each field of *source* to the field of *target* in its place.

    Raise UsageError if they have different numbers of fields.
    """
    sources, targets = _split_fields(source), _split_fields(target)
    if len(sources) != len(targets):
        raise UsageError(
            f"Invalid link {entry!r}: expected as many fields before the '=' as after it, got"
            f" {len(sources)} and {len(targets)}.",
            hint="Write it as Line.shop+order_no=Order.shop+no.",
            link=entry,
        )
    for source_path, target_path in zip(sources, targets, strict=True):
        shared_entry = entry if len(sources) > 1 else ""
        yield LinkRule(source_path, target_path, shared_entry, children)


def _split_fields(text: str) -> list[FieldPath]:
    """Return each of the fields in *text* with the model that the first one names."""
    first, *others = text.split(LINK_SEPARATOR)
    path = _parse_field_path(first)
    return [path, *(FieldPath(path.model, field) for field in others)]


def _require_acyclic(rule: LinkRule, rules: Sequence[LinkRule]) -> None:
    """Raise UsageError if the values of *rule* come from themselves."""
    sources = {(other.source.name, other.source.field): other for other in reversed(rules)}
    chain = [rule]
    while True:
        target = chain[-1].target
        following = sources.get((target.name, target.field))
        if following is None:
            return
        if following in chain:
            links = " = ".join(str(link.source) for link in chain)
            raise UsageError(
                f"The links {links} form a cycle.",
                hint="Remove one of the links: one field must have independent values.",
            )
        chain.append(following)


def parse_unique_groups(entries: Sequence[str]) -> tuple[UniqueGroup, ...]:
    """Return the groups of *entries*, such as ``User.email`` and ``User.first_name,last_name``.

    Raise UsageError for an entry of another form.
    """
    groups: list[UniqueGroup] = []
    for part in (part.strip() for entry in entries for part in entry.split(",")):
        if re.fullmatch(DOTTED_NAME_PATTERN, part):
            path = _parse_field_path(part)
            groups.append(UniqueGroup(path.model, (path.field,)))
        elif groups and part.isidentifier():
            *earlier, last = groups
            groups = [*earlier, UniqueGroup(last.model, (*last.fields, part))]
        else:
            raise UsageError(
                f"Invalid unique field {part!r}: expected a field of a model, such as User.email.",
                hint="Write it as User.email, or User.name,city.",
            )
    return tuple(groups)


def _parse_field_path(text: str) -> FieldPath:
    """Return the model and the field in *text*; the model is all before the last dot."""
    model, _, field = text.rpartition(".")
    return FieldPath(model, field)


def find_class(
    name: str,
    modules: Iterable[str],
    documents: Iterable[Path] = (),
) -> Any:
    """Return the class that *name* means in one of *modules*, or by its full name.

    A schema of one of *documents* counts as a class, too. Raise UsageError if none has the name.
    """
    known: set[str] = set()
    for schema in chain.from_iterable(map(list_documents, documents)):
        if schema.name == name:
            return schema
        known.add(schema.name)
    places = (package for module in modules for package in _list_enclosing_packages(module))
    for place in dict.fromkeys(places):
        module = sys.modules.get(place)
        found = _find_attribute(module, name)
        if isinstance(found, type):
            return found
        known |= _list_class_names(module)
    for place in _list_enclosing_packages(name):
        found = _find_attribute(
            sys.modules.get(place),
            name[len(place) + 1 :],
        )
        if isinstance(found, type):
            return found
    named = find_named_class(name)
    if named is not None:
        return named
    raise UsageError(
        f"Unknown model {name!r}.",
        hint=suggest_nearest(name, known),
        model=name,
    )


def _list_enclosing_packages(module: str) -> Iterable[str]:
    """Yield *module*, then each package around it."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def _list_class_names(module: Any) -> set[str]:
    """Return the names of the classes in *module*; none if it is None, since nobody imported it."""
    attributes = vars(module) if module else {}
    return {name for name, value in attributes.items() if isinstance(value, type)}


def _find_attribute(namespace: Any, name: str) -> Any:
    """Return the attribute at the dotted *name*, or None if a part of it does not exist."""
    for part in name.split("."):
        namespace = getattr(namespace, part, None)
    return namespace


def list_models(reading: TypeReading) -> list[ModelShape | RootShape]:
    """Return the shapes of all classes of *reading*."""
    shapes = [unwrap_shape(shape) for shape in (reading.shape, *reading.refs.values())]
    return [shape for shape in shapes if isinstance(shape, ModelShape | RootShape)]


def find_root_model(reading: TypeReading) -> ModelShape | None:
    """Return the shape of the model that *reading* is of; None if it has no fields."""
    shape: Shape = reading.shape
    while isinstance(shape, ShapeRef | CheckedShape | CustomJsonShape):
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape if isinstance(shape, ModelShape) else None


def require_field(model: ModelShape, name: str) -> None:
    """Raise UsageError if *model* has no field *name*."""
    names = [field.name for field in model.fields]
    if name not in names:
        raise UsageError(
            f"{model.cls.__name__} has no field {name!r}.",
            hint=suggest_nearest(name, names),
            model=model.cls.__name__,
            field=name,
        )
