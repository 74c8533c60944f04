"""What the user said of fields that repeat another record's, and of fields that never repeat.

``Order.user_id=User.id`` and ``User.email`` name a class and one of its fields. A class is looked up where the model that
is drawn is defined, and in the packages around that.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from pytest_fixturegen.errors import UsageError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.shape.shapes import Checked, Model, Reading, Ref, Shape, Unlike, Wrapped

NAME = r"[^\W\d]\w*(?:\.[^\W\d]\w*)+"
USUAL = 100
"""How many records links point to where nobody says how many there are."""


@dataclass(frozen=True, slots=True)
class Place:
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
class Rule:
    """*source* holds what *target* holds in another record."""

    source: Place
    target: Place

    def __str__(self) -> str:
        return f"{self.source}={self.target}"


@dataclass(frozen=True, slots=True)
class Group:
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

    rules: tuple[Rule, ...] = ()
    groups: tuple[Group, ...] = ()
    count: int = USUAL
    modules: tuple[str, ...] = ()

    @staticmethod
    def of(reading: Reading, config: GenerationConfig) -> Relations:
        """What *config* says, for the models of *reading*. Raises UsageError for what cannot be read."""
        modules = dict.fromkeys(model.cls.__module__ for model in models_of(reading))
        return Relations(rules_of(config.link), groups_of(config.unique), config.related or USUAL, tuple(modules))

    def rule(self, model: str, field: str) -> Rule | None:
        """The link of a *field* of *model*."""
        return next((rule for rule in self.rules if (rule.source.name, rule.source.field) == (model, field)), None)

    def groups_of(self, model: str) -> list[Group]:
        """What of *model* was asked to be unique."""
        return [group for group in self.groups if group.name == model]

    def is_declared(self, model: str, field: str) -> bool:
        """Whether *field* of *model* was asked to be unique."""
        return any(field in group.fields for group in self.groups_of(model))


def rules_of(entries: Sequence[str]) -> tuple[Rule, ...]:
    """``Order.user_id=User.id`` as rules. Raises UsageError for another form, and for links that lead back to themselves."""
    rules = []
    for entry in entries:
        found = re.fullmatch(rf"\s*({NAME})\s*=\s*({NAME})\s*", entry)
        if found is None:
            raise UsageError(
                f"The link {entry!r} does not name two fields.", hint="Write it as Order.user_id=User.id.", link=entry
            )
        rules.append(Rule(_place(found[1]), _place(found[2])))
    for rule in rules:
        _require_end(rule, rules)
    return tuple(rules)


def groups_of(entries: Sequence[str]) -> tuple[Group, ...]:
    """``User.email`` and ``User.first_name,last_name`` as groups. Raises UsageError for another form."""
    groups: list[Group] = []
    for part in (part.strip() for entry in entries for part in entry.split(",")):
        if re.fullmatch(NAME, part):
            groups.append(Group(_place(part).model, (_place(part).field,)))
        elif groups and part.isidentifier():
            groups[-1] = Group(groups[-1].model, (*groups[-1].fields, part))
        else:
            raise UsageError(
                f"{part!r} names no field of a model to be unique.", hint="Write it as User.email, or User.name,city."
            )
    return tuple(groups)


def find_class(name: str, modules: Iterable[str]) -> Any:
    """The class that *name* means in one of *modules*, or by its full name. Raises UsageError when there is none."""
    known: set[str] = set()
    for module in dict.fromkeys(place for each in modules for place in _around(each)):
        space = sys.modules.get(module)
        found = _attribute(space, name)
        if isinstance(found, type):
            return found
        known |= {key for key, value in vars(space).items() if isinstance(value, type)} if space else set()
    for module in _around(name):
        found = _attribute(sys.modules.get(module), name[len(module) + 1 :])
        if isinstance(found, type):
            return found
    raise UsageError(f"There is no model {name!r}.", hint=nearest(name, known), model=name)


def models_of(reading: Reading) -> list[Any]:
    """The shapes of all classes in *reading*."""
    shapes = [_bare(shape) for shape in (reading.shape, *reading.refs.values())]
    return [shape for shape in shapes if isinstance(shape, Model | Wrapped)]


def _bare(shape: Shape) -> Shape:
    while isinstance(shape, Checked | Unlike):
        shape = shape.inner
    return shape


def root_model(reading: Reading) -> Model | None:
    """The model that *reading* is of, if its records have fields."""
    shape: Shape = reading.shape
    while isinstance(shape, Ref | Checked | Unlike):
        shape = reading.refs[shape.name] if isinstance(shape, Ref) else shape.inner
    return shape if isinstance(shape, Model) else None


def require_field(model: Model, name: str) -> None:
    """Raises UsageError when *model* has no field *name*."""
    names = [each.name for each in model.fields]
    if name not in names:
        raise UsageError(
            f"{model.cls.__name__} has no field {name!r}.", hint=nearest(name, names), model=model.cls.__name__, field=name
        )


def _place(text: str) -> Place:
    model, _, field = text.rpartition(".")
    return Place(model, field)


def _require_end(rule: Rule, rules: Sequence[Rule]) -> None:
    """Raises UsageError when the values of *rule* come from themselves."""
    chain = [rule]
    while True:
        target = chain[-1].target
        onward = next((each for each in rules if (each.source.name, each.source.field) == (target.name, target.field)), None)
        if onward is None:
            return
        if onward in chain:
            shown = " = ".join(str(each.source) for each in chain)
            raise UsageError(
                f"The links {shown} lead back to themselves.", hint="Let one of the fields have values of its own."
            )
        chain.append(onward)


def _around(module: str) -> Iterable[str]:
    """*module*, then each package around it."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def _attribute(space: Any, name: str) -> Any:
    for part in name.split("."):
        space = getattr(space, part, None)
    return space
