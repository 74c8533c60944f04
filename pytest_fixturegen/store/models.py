"""Resources from models: which of them are resources, what their keys and references are, how their fields compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, get_args

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CustomJsonShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TypeReading,
)
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.store.errors import is_store_error
from pytest_fixturegen.store.schema import (
    Column,
    OnDelete,
    Reference,
    Resource,
    Schema,
    UncheckedLink,
    order_resources,
)
from pytest_fixturegen.store.validation import to_canonical_json
from pytest_fixturegen.store.values import build_text_schema, get_column_kind, get_parser

__tracebackhide__ = is_store_error

KEY_NAMES = ("id", "pk", "uuid", "guid")
"""What a key is called where nobody says what it is."""

RESOURCE_NAME = re.compile(r"(?!pfg_|sqlite_)[A-Za-z_][\w-]{0,99}", re.ASCII | re.IGNORECASE)
RESERVED_NAMES = ("admin", "page")
MAX_QUERY_DEPTH = 3
"""How many models deep a query may reach."""


@dataclass(frozen=True, slots=True)
class ResourceOptions:
    """What the user declares of resources: each text is ``Model.field``, a link ``Order.user_id=User.id``.

    A model may be named by its class or by its resource. *on_delete* is a pair of a reference and what happens.
    """

    keys: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    on_delete: tuple[tuple[str, str], ...] = ()
    unique: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()


def build_schema(
    models: Mapping[str, Any], resource_options: ResourceOptions = ResourceOptions()
) -> Schema:  # noqa: B008 - frozen
    """The resources of *models*, by name. Models without a key are parts of others, and no resources.

    Raises ConfigError when none has a key, or when *wishes* name what is not there.
    """
    _require_names(models)
    drafts = {
        name: _ResourceDraft(name, model, read_type(model), _find_model_shape(read_type(model)))
        for name, model in models.items()
    }
    keys = {name: draft.find_key(resource_options) for name, draft in drafts.items()}
    chosen = {name: draft for name, draft in drafts.items() if keys[name]}
    if not chosen:
        raise ConfigError(
            f"None of {', '.join(models) or 'no models'} has a key.",
            hint=f"Give a model a field {', '.join(KEY_NAMES[:-1])} or {KEY_NAMES[-1]}, or name one with --key Model.field.",
        )
    _require_links(chosen, resource_options)
    return Schema(
        order_resources(
            [
                _build_resource(draft, keys[name], chosen, resource_options)
                for name, draft in chosen.items()
            ]
        )
    )


@dataclass(frozen=True, slots=True)
class _ResourceDraft:
    """A model on its way to be a resource."""

    name: str
    model: Any
    reading: TypeReading
    shape: ModelShape | None

    @property
    def fields(self) -> tuple[ModelField, ...]:
        return tuple(each for each in self.shape.fields if each.json_key) if self.shape else ()

    @property
    def json_fields(self) -> tuple[ModelField, ...]:
        """All that stands in its JSON."""
        return _list_json_fields(self.shape) if self.shape else ()

    def find_field(self, text: str) -> str | None:
        """The field that *text* (``Model.field``) names, if it speaks of this model."""
        model, _, name = text.rpartition(".")
        if model.rpartition(".")[2] not in (self.name, getattr(self.model, "__name__", "")):
            return None
        known = {
            spelt: each.json_key for each in self.fields for spelt in (each.name, each.json_key)
        }
        if name not in known:
            raise ConfigError(
                f"{model} has no field {name!r}.",
                hint=suggest_nearest(name, [str(each) for each in known]),
                key=text,
            )
        return known[name]

    def find_shape(self, name: str) -> Shape:
        """The shape of the field that JSON calls *name*."""
        return next(each.shape for each in self.fields if each.json_key == name)

    def find_bare_shape(self, name: str) -> Shape:
        """The same without None, names and rules around it."""
        return unwrap_shape(self.find_shape(name), self.reading)

    def find_fields(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(found for text in texts if (found := self.find_field(text)))

    def find_key(self, resource_options: ResourceOptions) -> str | None:
        wished = self.find_fields(resource_options.keys)
        if wished:
            _require_key_type(self.name, wished[0], self.find_bare_shape(wished[0]))
        own = f"{to_snake_case(getattr(self.model, '__name__', self.name))}_id"
        comparable = [each for each in self.fields if can_be_key(each.shape)]
        known = {
            spelt: each.json_key for each in comparable for spelt in (each.json_key, each.name)
        }
        return (
            wished[0]
            if wished
            else next((known[name] for name in (*KEY_NAMES, own) if name in known), None)
        )


def _build_resource(
    draft: _ResourceDraft,
    key: str | None,
    drafts: Mapping[str, _ResourceDraft],
    resource_options: ResourceOptions,
) -> Resource:
    assert key is not None
    columns = {column.name: column for column in _list_columns(draft.json_fields, draft.reading)}
    found = list(_build_links(draft, drafts, resource_options))
    text_key = key if columns[key].kind == "text" else ""
    for text in (*resource_options.keys, *resource_options.unique, *resource_options.indexed):
        _require_model(text, drafts)
    return Resource(
        name=draft.name,
        model=draft.model,
        key=key,
        columns=columns,
        validate=partial(
            to_canonical_json,
            draft.reading,
            draft.shape is not None and draft.shape.has_exact_json,
            draft.name,
            text_key,
        ),
        references=tuple(each for each in found if isinstance(each, Reference)),
        links=tuple(each for each in found if isinstance(each, UncheckedLink)),
        unique=draft.find_fields(resource_options.unique),
        indexed=draft.find_fields(resource_options.indexed),
        nullable=frozenset(
            str(each.json_key) for each in draft.json_fields if _is_nullable(each.shape)
        ),
        is_numbered=_is_numbered(draft, key),
        json_names={each.name: str(each.json_key) for each in draft.json_fields},
    )


def _build_links(
    draft: _ResourceDraft, drafts: Mapping[str, _ResourceDraft], resource_options: ResourceOptions
) -> Iterator[Reference | UncheckedLink]:
    """The links of a model: those that hold one key of another record are references, and watched over."""
    fates = dict(resource_options.on_delete)
    for link in resource_options.links:
        source, _, target = (part.strip() for part in link.partition("="))
        _require_model(source, drafts)
        name = draft.find_field(source)
        if name is None:
            continue
        held = next((each for each in drafts.values() if each.find_field(target)), None)
        if held is None:
            raise ConfigError(
                f"The link {link!r} leads to no resource.",
                hint=suggest_nearest(target, drafts),
                key=link,
            )
        fate = next((said for text, said in fates.items() if draft.find_field(text) == name), "")
        of = str(held.find_field(target))
        if _is_list(draft, name) or of != held.find_key(resource_options):
            _require_no_on_delete(source, fate)
            yield UncheckedLink(name, held.name, of)
            continue
        _require_same_type(draft.find_bare_shape(name), held.find_bare_shape(of), link)
        fate = fate or "restrict"
        if fate not in get_args(OnDelete):
            raise ConfigError(
                f"{source} is to {fate!r} on delete.",
                hint=suggest_nearest(fate, get_args(OnDelete)),
                key=source,
            )
        if fate == "nullify" and not _is_nullable(draft.find_shape(name)):
            raise ConfigError(
                f"{source} cannot be None, so it cannot nullify.",
                hint="Let it be None.",
                key=source,
            )
        yield Reference(name, held.name, fate)  # type: ignore[arg-type]  # one of them, as was just seen


def _require_key_type(resource: str, name: str, shape: Shape) -> None:
    """Raise ConfigError for a field that cannot tell records apart: a list, an object, a number with a fraction, a flag."""
    kind = get_column_kind(shape)
    if kind in ("list", "other") or (
        isinstance(shape, Scalar) and kind in ("number", "decimal", "flag")
    ):
        words = f"{resource}.{name} cannot be a key."
        raise ConfigError(
            words, hint="A key is a text or a whole number.", key=f"{resource}.{name}"
        )


def _require_no_on_delete(source: str, on_delete: str) -> None:
    """Raise ConfigError where something shall happen on delete to what is not watched over."""
    if on_delete:
        words = f"{source} is to {on_delete} on delete, but it holds no single key: nobody watches over it."
        raise ConfigError(
            words, hint="Leave that out, or refer to the key of one record.", key=source
        )


def _require_same_type(source_shape: Shape, target_shape: Shape, link: str) -> None:
    """Raise ConfigError for a *link* of a text to a whole number, or the other way round."""
    words = {"whole": "a whole number", "text": "a text"}
    said = [
        words.get(get_column_kind(shape))
        for shape in (source_shape, target_shape)
        if isinstance(shape, Scalar | NamedShape)
    ]
    if len(said) == 2 and all(said) and said[0] != said[1]:
        source, _, target = link.partition("=")
        problem = f"{source.strip()} is {said[0]}, and {target.strip()} {said[1]}: the one cannot refer to the other."
        raise ConfigError(problem, hint="Give them the same type.", key=link)


def _is_numbered(draft: _ResourceDraft, key: str) -> bool:
    """Whether keys may be 1, 2, 3 and so on: whole numbers, and no rule that could stand against one of them."""
    shape = draft.reading.shape
    shape = draft.reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape
    found = draft.find_shape(key)
    found = (
        found.inner if isinstance(found, OptionalShape) else found
    )  # None before it has one, as tables' models have it
    if not isinstance(shape, ModelShape) or not isinstance(found, Scalar) or found.kind != "int":
        return False
    rules = found.constraints
    above = rules.le is None and rules.lt is None and rules.multiple_of is None
    return above and (rules.ge is None or rules.ge <= 1) and (rules.gt is None or rules.gt < 1)


def _is_list(draft: _ResourceDraft, name: str) -> bool:
    """Whether the field *name* holds several values."""
    return get_column_kind(draft.find_bare_shape(name)) == "list"


def _require_names(names: Iterable[str]) -> None:
    """Raise ConfigError for what cannot be the name of a resource: it is a table, and the beginning of an address."""
    seen: set[str] = set()
    for name in names:
        if not RESOURCE_NAME.fullmatch(name) or name.lower() in (*RESERVED_NAMES, *seen):
            words = f"{name!r} cannot be the name of a resource."
            raise ConfigError(
                words,
                hint=f"Use letters, digits, '_' and '-', and none of {', '.join(RESERVED_NAMES)}.",
                key=name,
            )
        seen.add(name.lower())


def _require_links(drafts: Mapping[str, _ResourceDraft], resource_options: ResourceOptions) -> None:
    """Raise ConfigError where something shall happen on delete to what is no link."""
    sources = {
        (draft.name, draft.find_field(link.partition("=")[0].strip()))
        for link in resource_options.links
        for draft in drafts.values()
    }
    for text, _ in resource_options.on_delete:
        _require_model(text, drafts)
        if not any(
            (draft.name, field) in sources
            for draft in drafts.values()
            if (field := draft.find_field(text))
        ):
            raise ConfigError(
                f"{text} is no link, so nothing happens to it on delete.",
                hint="Declare it: --link.",
                key=text,
            )


def _require_model(text: str, drafts: Mapping[str, _ResourceDraft]) -> None:
    model = text.rpartition(".")[0].rpartition(".")[2]
    known = {
        name
        for each in drafts.values()
        for name in (each.name, getattr(each.model, "__name__", ""))
    }
    if model not in known:
        raise ConfigError(
            f"{text!r} names no resource: there is no {model!r}.",
            hint=suggest_nearest(model, known),
            key=text,
        )


def _list_columns(
    fields: Sequence[ModelField], reading: TypeReading, parent_path: tuple[str, ...] = ()
) -> Iterator[Column]:
    """A column for each of *fields*, and for the fields of the models within them."""
    for each in fields:
        path = (*parent_path, str(each.json_key))
        shape = unwrap_shape(each.shape, reading)
        yield Column(path, get_column_kind(shape), get_parser(shape), build_text_schema(shape))
        if isinstance(shape, ModelShape) and len(path) < MAX_QUERY_DEPTH:
            yield from _list_columns(_list_json_fields(shape), reading, path)


def _list_json_fields(shape: ModelShape) -> tuple[ModelField, ...]:
    return tuple(each for each in (*shape.fields, *shape.computed_fields) if each.json_key)


def unwrap_shape(shape: Shape, reading: TypeReading) -> Shape:
    """*shape* without None, names and rules around it."""
    while isinstance(shape, OptionalShape | CheckedShape | CustomJsonShape | ShapeRef | RootShape):
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape


def can_be_key(shape: Shape) -> bool:
    """Whether values of *shape* can be keys: whole numbers and texts."""
    while isinstance(shape, CheckedShape | CustomJsonShape | OptionalShape):
        shape = shape.inner
    return isinstance(shape, NamedShape | ChoiceShape) or (
        isinstance(shape, Scalar) and get_column_kind(shape) in ("whole", "text")
    )


def _is_nullable(shape: Shape) -> bool:
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return isinstance(shape, OptionalShape)


def _find_model_shape(reading: TypeReading) -> ModelShape | None:
    shape = unwrap_shape(reading.shape, reading)
    return shape if isinstance(shape, ModelShape) else None
