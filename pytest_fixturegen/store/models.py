"""Resources from models: which of them are resources, what their keys and references are, how their fields compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, get_args

from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import snake_case
from pytest_fixturegen.shape.reading import read_type
from pytest_fixturegen.shape.shapes import (
    Checked,
    Field,
    Maybe,
    Model,
    Named,
    Options,
    Reading,
    Ref,
    Scalar,
    Shape,
    Unlike,
    Wrapped,
)
from pytest_fixturegen.store.refusals import is_refusal
from pytest_fixturegen.store.schema import Column, Link, OnDelete, Reference, Resource, Schema, ordered
from pytest_fixturegen.store.validation import canonical
from pytest_fixturegen.store.values import kind_of, parser_of, schema_of_text

__tracebackhide__ = is_refusal

KEYS = ("id", "pk", "uuid", "guid")
"""What a key is called where nobody says what it is."""

NAME = re.compile(r"(?!pfg_|sqlite_)[A-Za-z_][\w-]{0,99}", re.ASCII | re.IGNORECASE)
RESERVED = ("admin", "page")
DEEP = 3
"""How many models deep a query may reach."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user declares of resources: each text is ``Model.field``, a link ``Order.user_id=User.id``.

    A model may be named by its class or by its resource. *on_delete* is a pair of a reference and what happens.
    """

    keys: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    on_delete: tuple[tuple[str, str], ...] = ()
    unique: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()


def schema_of(models: Mapping[str, Any], wishes: Wishes = Wishes()) -> Schema:  # noqa: B008 - frozen
    """The resources of *models*, by name. Models without a key are parts of others, and no resources.

    Raises ConfigError when none has a key, or when *wishes* name what is not there.
    """
    _require_names(models)
    drafts = {name: _Draft(name, model, read_type(model), _shape_of(read_type(model))) for name, model in models.items()}
    keys = {name: draft.key(wishes) for name, draft in drafts.items()}
    chosen = {name: draft for name, draft in drafts.items() if keys[name]}
    if not chosen:
        raise ConfigError(
            f"None of {', '.join(models) or 'no models'} has a key.",
            hint=f"Give a model a field {', '.join(KEYS[:-1])} or {KEYS[-1]}, or name one with --key Model.field.",
        )
    _require_links(chosen, wishes)
    return Schema(ordered([_resource(draft, keys[name], chosen, wishes) for name, draft in chosen.items()]))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A model on its way to be a resource."""

    name: str
    model: Any
    reading: Reading
    shape: Model | None

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(each for each in self.shape.fields if each.json_key) if self.shape else ()

    @property
    def shown(self) -> tuple[Field, ...]:
        """All that stands in its JSON."""
        return _shown(self.shape) if self.shape else ()

    def named(self, text: str) -> str | None:
        """The field that *text* (``Model.field``) names, if it speaks of this model."""
        model, _, name = text.rpartition(".")
        if model.rpartition(".")[2] not in (self.name, getattr(self.model, "__name__", "")):
            return None
        known = {spelt: each.json_key for each in self.fields for spelt in (each.name, each.json_key)}
        if name not in known:
            raise ConfigError(f"{model} has no field {name!r}.", hint=nearest(name, [str(each) for each in known]), key=text)
        return known[name]

    def shape_of(self, name: str) -> Shape:
        """The shape of the field that JSON calls *name*."""
        return next(each.shape for each in self.fields if each.json_key == name)

    def bare_of(self, name: str) -> Shape:
        """The same without None, names and rules around it."""
        return bare(self.shape_of(name), self.reading)

    def all_named(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(found for text in texts if (found := self.named(text)))

    def key(self, wishes: Wishes) -> str | None:
        wished = self.all_named(wishes.keys)
        if wished:
            _require_key(self.name, wished[0], self.bare_of(wished[0]))
        own = f"{snake_case(getattr(self.model, '__name__', self.name))}_id"
        comparable = [each for each in self.fields if is_comparable(each.shape)]
        known = {spelt: each.json_key for each in comparable for spelt in (each.json_key, each.name)}
        return wished[0] if wished else next((known[name] for name in (*KEYS, own) if name in known), None)


def _resource(draft: _Draft, key: str | None, drafts: Mapping[str, _Draft], wishes: Wishes) -> Resource:
    assert key is not None
    columns = {column.name: column for column in _columns(draft.shown, draft.reading)}
    found = list(_links(draft, drafts, wishes))
    text_key = key if columns[key].kind == "text" else ""
    for text in (*wishes.keys, *wishes.unique, *wishes.indexed):
        _require_model(text, drafts)
    return Resource(
        name=draft.name,
        model=draft.model,
        key=key,
        columns=columns,
        validate=partial(canonical, draft.reading, draft.shape is not None and draft.shape.exact, draft.name, text_key),
        references=tuple(each for each in found if isinstance(each, Reference)),
        links=tuple(each for each in found if isinstance(each, Link)),
        unique=draft.all_named(wishes.unique),
        indexed=draft.all_named(wishes.indexed),
        nullable=frozenset(str(each.json_key) for each in draft.shown if _is_nullable(each.shape)),
        numbered=_is_numbered(draft, key),
        names={each.name: str(each.json_key) for each in draft.shown},
    )


def _links(draft: _Draft, drafts: Mapping[str, _Draft], wishes: Wishes) -> Iterator[Reference | Link]:
    """The links of a model: those that hold one key of another record are references, and watched over."""
    fates = dict(wishes.on_delete)
    for link in wishes.links:
        source, _, target = (part.strip() for part in link.partition("="))
        _require_model(source, drafts)
        name = draft.named(source)
        if name is None:
            continue
        held = next((each for each in drafts.values() if each.named(target)), None)
        if held is None:
            raise ConfigError(f"The link {link!r} leads to no resource.", hint=nearest(target, drafts), key=link)
        fate = next((said for text, said in fates.items() if draft.named(text) == name), "")
        of = str(held.named(target))
        if _is_list(draft, name) or of != held.key(wishes):
            _require_no_fate(source, fate)
            yield Link(name, held.name, of)
            continue
        _require_alike(draft.bare_of(name), held.bare_of(of), link)
        fate = fate or "restrict"
        if fate not in get_args(OnDelete):
            raise ConfigError(f"{source} is to {fate!r} on delete.", hint=nearest(fate, get_args(OnDelete)), key=source)
        if fate == "nullify" and not _is_nullable(draft.shape_of(name)):
            raise ConfigError(f"{source} cannot be None, so it cannot nullify.", hint="Let it be None.", key=source)
        yield Reference(name, held.name, fate)  # type: ignore[arg-type]  # one of them, as was just seen


def _require_key(resource: str, name: str, shape: Shape) -> None:
    """Raise ConfigError for a field that cannot tell records apart: a list, an object, a number with a fraction, a flag."""
    kind = kind_of(shape)
    if kind in ("list", "other") or (isinstance(shape, Scalar) and kind in ("number", "decimal", "flag")):
        words = f"{resource}.{name} cannot be a key."
        raise ConfigError(words, hint="A key is a text or a whole number.", key=f"{resource}.{name}")


def _require_no_fate(source: str, fate: str) -> None:
    """Raise ConfigError where something shall happen on delete to what is not watched over."""
    if fate:
        words = f"{source} is to {fate} on delete, but it holds no single key: nobody watches over it."
        raise ConfigError(words, hint="Leave that out, or refer to the key of one record.", key=source)


def _require_alike(one: Shape, other: Shape, link: str) -> None:
    """Raise ConfigError for a *link* of a text to a whole number, or the other way round."""
    words = {"whole": "a whole number", "text": "a text"}
    said = [words.get(kind_of(shape)) for shape in (one, other) if isinstance(shape, Scalar | Named)]
    if len(said) == 2 and all(said) and said[0] != said[1]:
        source, _, target = link.partition("=")
        problem = f"{source.strip()} is {said[0]}, and {target.strip()} {said[1]}: the one cannot refer to the other."
        raise ConfigError(problem, hint="Give them the same type.", key=link)


def _is_numbered(draft: _Draft, key: str) -> bool:
    """Whether keys may be 1, 2, 3 and so on: whole numbers, and no rule that could stand against one of them."""
    shape = draft.reading.shape
    shape = draft.reading.refs[shape.name] if isinstance(shape, Ref) else shape
    found = draft.shape_of(key)
    found = found.inner if isinstance(found, Maybe) else found  # None before it has one, as tables' models have it
    if not isinstance(shape, Model) or not isinstance(found, Scalar) or found.kind != "int":
        return False
    rules = found.rules
    above = rules.le is None and rules.lt is None and rules.multiple_of is None
    return above and (rules.ge is None or rules.ge <= 1) and (rules.gt is None or rules.gt < 1)


def _is_list(draft: _Draft, name: str) -> bool:
    """Whether the field *name* holds several values."""
    return kind_of(draft.bare_of(name)) == "list"


def _require_names(names: Iterable[str]) -> None:
    """Raise ConfigError for what cannot be the name of a resource: it is a table, and the beginning of an address."""
    seen: set[str] = set()
    for name in names:
        if not NAME.fullmatch(name) or name.lower() in (*RESERVED, *seen):
            words = f"{name!r} cannot be the name of a resource."
            raise ConfigError(words, hint=f"Use letters, digits, '_' and '-', and none of {', '.join(RESERVED)}.", key=name)
        seen.add(name.lower())


def _require_links(drafts: Mapping[str, _Draft], wishes: Wishes) -> None:
    """Raise ConfigError where something shall happen on delete to what is no link."""
    sources = {(draft.name, draft.named(link.partition("=")[0].strip())) for link in wishes.links for draft in drafts.values()}
    for text, _ in wishes.on_delete:
        _require_model(text, drafts)
        if not any((draft.name, field) in sources for draft in drafts.values() if (field := draft.named(text))):
            raise ConfigError(f"{text} is no link, so nothing happens to it on delete.", hint="Declare it: --link.", key=text)


def _require_model(text: str, drafts: Mapping[str, _Draft]) -> None:
    model = text.rpartition(".")[0].rpartition(".")[2]
    known = {name for each in drafts.values() for name in (each.name, getattr(each.model, "__name__", ""))}
    if model not in known:
        raise ConfigError(f"{text!r} names no resource: there is no {model!r}.", hint=nearest(model, known), key=text)


def _columns(fields: Sequence[Field], reading: Reading, above: tuple[str, ...] = ()) -> Iterator[Column]:
    """A column for each of *fields*, and for the fields of the models within them."""
    for each in fields:
        path = (*above, str(each.json_key))
        shape = bare(each.shape, reading)
        yield Column(path, kind_of(shape), parser_of(shape), schema_of_text(shape))
        if isinstance(shape, Model) and len(path) < DEEP:
            yield from _columns(_shown(shape), reading, path)


def _shown(shape: Model) -> tuple[Field, ...]:
    return tuple(each for each in (*shape.fields, *shape.computed) if each.json_key)


def bare(shape: Shape, reading: Reading) -> Shape:
    """*shape* without None, names and rules around it."""
    while isinstance(shape, Maybe | Checked | Unlike | Ref | Wrapped):
        shape = reading.refs[shape.name] if isinstance(shape, Ref) else shape.inner
    return shape


def is_comparable(shape: Shape) -> bool:
    """Whether values of *shape* can be keys: whole numbers and texts."""
    while isinstance(shape, Checked | Unlike | Maybe):
        shape = shape.inner
    return isinstance(shape, Named | Options) or (isinstance(shape, Scalar) and kind_of(shape) in ("whole", "text"))


def _is_nullable(shape: Shape) -> bool:
    while isinstance(shape, Checked | Unlike):
        shape = shape.inner
    return isinstance(shape, Maybe)


def _shape_of(reading: Reading) -> Model | None:
    shape = bare(reading.shape, reading)
    return shape if isinstance(shape, Model) else None
