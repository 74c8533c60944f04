"""Builds the schema of a store from models: resources, their keys, references and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast, get_args

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.readers.table_classes import is_table
from pytest_fixturegen.introspection.set_order import order_sets
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
from pytest_fixturegen.introspection.type_reader import make_validating, read_type
from pytest_fixturegen.store.errors import is_store_error
from pytest_fixturegen.store.indexed_fields import expand_indexed_fields
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
"""Names of key fields, in order, for models without a declared key."""

RESOURCE_NAME = re.compile(
    r"(?!pfg_|sqlite_|_numbers$|_snapshot$)[A-Za-z_][\w-]{0,99}", re.ASCII | re.IGNORECASE
)
"""A valid name of a resource: it names a table, and begins a URL path."""

RESERVED_NAMES = ("admin", "page")
"""Names of paths that the server uses itself."""

MAX_QUERY_DEPTH = 3
"""How many names the path of a column has at most."""


@dataclass(frozen=True, slots=True)
class ResourceOptions:
    """The user's declarations about resources.

    Each text is ``Model.field``, a link ``Order.user_id=User.id``. A model is named by its class or
    by its resource. *on_delete* has pairs of a reference and an action.
    """

    keys: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    on_delete: tuple[tuple[str, str], ...] = ()
    unique: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()


NO_OPTIONS = ResourceOptions()


def build_schema(
    models: Mapping[str, Any], resource_options: ResourceOptions = NO_OPTIONS
) -> Schema:
    """Return the schema of *models*, by the names of their resources.

    A model without a key is part of other models, not a resource. Raise ConfigError if no model has
    a key, or if the options name an unknown model or field.
    """
    _require_resource_names(models)
    drafts = {
        name: _ResourceDraft(
            name,
            model,
            read_type(model),
            _find_model_shape(read_type(model)),
        )
        for name, model in models.items()
    }
    keys = {name: draft.find_key(resource_options) for name, draft in drafts.items()}
    with_key = {name: draft for name, draft in drafts.items() if keys[name]}
    if not with_key:
        key_names = f"{', '.join(KEY_NAMES[:-1])} or {KEY_NAMES[-1]}"
        raise ConfigError(
            f"None of the models has a key: {', '.join(models) or 'got no models'}.",
            hint=f"Give a model a field {key_names}, or name its key with --key Model.field.",
        )
    _require_linked(with_key, resource_options)
    names = {name: [*_map_json_keys(draft.fields)] for name, draft in with_key.items()}
    indexed = tuple(expand_indexed_fields(resource_options.indexed, names))
    resource_options = replace(resource_options, indexed=indexed)
    resources = [
        _build_resource(
            draft,
            str(keys[name]),
            with_key,
            resource_options,
        )
        for name, draft in with_key.items()
    ]
    return Schema(order_resources(resources))


@dataclass(frozen=True, slots=True)
class _ResourceDraft:
    """A model that may become a resource."""

    name: str
    model: Any
    reading: TypeReading
    shape: ModelShape | None

    @property
    def names(self) -> tuple[str, str]:
        """The names of the resource: its own, and the one of its class."""
        return self.name, getattr(self.model, "__name__", "")

    @property
    def fields(self) -> tuple[ModelField, ...]:
        """The fields that are written in JSON."""
        if self.shape is None:
            return ()
        return tuple(field for field in self.shape.fields if field.json_key)

    @property
    def json_fields(self) -> tuple[ModelField, ...]:
        """Everything that is written in JSON, computed fields included."""
        return _list_json_fields(self.shape) if self.shape else ()

    def find_field(self, text: str) -> str | None:
        """Return the JSON name of the field that *text* (``Model.field``) names.

        Return None if *text* names another model. Raise ConfigError for an unknown field.
        """
        model, _, name = text.rpartition(".")
        if model.rpartition(".")[2] not in self.names:
            return None
        json_keys = _map_json_keys(self.fields)
        if name not in json_keys:
            known = [str(each) for each in json_keys]
            raise ConfigError(
                f"{model} has no field {name!r}.", hint=suggest_nearest(name, known), key=text
            )
        return json_keys[name]

    def find_fields(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return the JSON names of the fields of this model that *texts* name."""
        found = (self.find_field(text) for text in texts)
        return tuple(name for name in found if name)

    def find_shape(self, name: str) -> Shape:
        """Return the shape of the field that JSON calls *name*."""
        return next(field.shape for field in self.fields if field.json_key == name)

    def find_bare_shape(self, name: str) -> Shape:
        """Return the shape of the field without None, names and constraints."""
        return unwrap_shape(self.find_shape(name), self.reading)

    def find_key(self, resource_options: ResourceOptions) -> str | None:
        """Return the declared key, or the first field with the name of a key, or None."""
        declared = self.find_fields(resource_options.keys)
        if declared:
            _require_key_type(
                self.name,
                declared[0],
                self.find_bare_shape(declared[0]),
            )
            return declared[0]
        class_name = getattr(self.model, "__name__", self.name)
        json_keys = _map_json_keys([each for each in self.fields if can_be_key(each.shape)])
        for name in (*KEY_NAMES, f"{to_snake_case(class_name)}_id"):
            if name in json_keys:
                return json_keys[name]
        return None


def _map_json_keys(fields: Iterable[ModelField]) -> dict[str, str]:
    """Return the JSON names of *fields* by their names in JSON and in Python."""
    names: dict[str, str] = {}
    for field in fields:
        json_key = str(field.json_key)
        names[field.name] = names[json_key] = json_key
    return names


def _build_resource(
    draft: _ResourceDraft,
    key: str,
    drafts: Mapping[str, _ResourceDraft],
    resource_options: ResourceOptions,
) -> Resource:
    """Return the resource of *draft*, with the links and constraints that the options name.

    Raise ConfigError if an option names a resource that is not among *drafts*.
    """
    for text in (*resource_options.keys, *resource_options.unique, *resource_options.indexed):
        _require_model(text, drafts)
    columns = {column.name: column for column in _list_columns(draft.json_fields, draft.reading)}
    links = list(_build_links(draft, drafts, resource_options))
    nullable = [field for field in draft.json_fields if _is_nullable(field.shape)]
    has_exact_json = draft.shape is not None and draft.shape.has_exact_json
    text_key = key if columns[key].kind == "text" else ""
    return Resource(
        name=draft.name,
        model=draft.model,
        key=key,
        columns=columns,
        validate=partial(
            to_canonical_json,
            order_sets(make_validating(draft.model, draft.reading)),
            has_exact_json,
            draft.name,
            text_key,
        ),
        references=tuple(link for link in links if isinstance(link, Reference)),
        links=tuple(link for link in links if isinstance(link, UncheckedLink)),
        unique=draft.find_fields(resource_options.unique),
        indexed=draft.find_fields(resource_options.indexed),
        nullable=frozenset(str(field.json_key) for field in nullable),
        is_numbered=_is_numbered(draft, key),
        json_names={field.name: str(field.json_key) for field in draft.json_fields},
    )


def _build_links(
    draft: _ResourceDraft,
    drafts: Mapping[str, _ResourceDraft],
    resource_options: ResourceOptions,
) -> Iterator[Reference | UncheckedLink]:
    """Yield the links of a model. A field with the key of one other record is a reference."""
    for link in resource_options.links:
        source, _, target = (part.strip() for part in link.partition("="))
        _require_model(source, drafts)
        field = draft.find_field(source)
        if field is None:
            continue
        targets = (each for each in drafts.values() if each.find_field(target))
        target_draft = next(targets, None)
        if target_draft is None:
            raise ConfigError(
                f"The link {link!r} does not lead to a resource.",
                hint=suggest_nearest(target, drafts),
                key=link,
            )
        target_field = str(target_draft.find_field(target))
        on_delete = _find_on_delete(draft, field, resource_options)
        is_key = target_field == target_draft.find_key(resource_options)
        if is_key and not _is_list(draft, field):
            source_shape = draft.find_bare_shape(field)
            _require_same_type(source_shape, target_draft.find_bare_shape(target_field), link)
            is_nullable = _is_nullable(draft.find_shape(field))
            action = _parse_on_delete(source, on_delete, is_nullable=is_nullable)
            yield Reference(field, target_draft.name, action)
        else:
            _require_no_on_delete(source, on_delete)
            yield UncheckedLink(field, target_draft.name, target_field)


def _find_on_delete(
    draft: _ResourceDraft,
    field: str,
    resource_options: ResourceOptions,
) -> str:
    """Return the declared action of the reference *field*, or an empty text."""
    for text, action in resource_options.on_delete:
        if draft.find_field(text) == field:
            return action
    return ""


def _parse_on_delete(
    source: str,
    text: str,
    *,
    is_nullable: bool,
) -> OnDelete:
    """Return the action *text* of the reference *source*. Raise ConfigError if it is invalid."""
    action = text or "restrict"
    actions = get_args(OnDelete)
    if action not in actions:
        raise ConfigError(
            f"{source} has an unknown action on delete: {action!r}.",
            hint=suggest_nearest(action, actions),
            key=source,
        )
    if action == "nullify" and not is_nullable:
        raise ConfigError(
            f"{source} cannot nullify on delete, because its field does not allow None.",
            hint="Allow None, or use cascade or restrict.",
            key=source,
        )
    return cast(OnDelete, action)


def _require_key_type(
    resource: str,
    name: str,
    shape: Shape,
) -> None:
    """Raise ConfigError for a field whose values cannot identify records."""
    kind = get_column_kind(shape)
    is_inexact = isinstance(shape, Scalar) and kind in ("number", "decimal", "flag")
    if kind in ("list", "other") or is_inexact:
        raise ConfigError(
            f"The field {resource}.{name} cannot be the key of a record.",
            hint="A key is a text or a whole number.",
            key=f"{resource}.{name}",
        )


def _require_no_on_delete(source: str, on_delete: str) -> None:
    """Raise ConfigError for an action on delete of a link that the store does not enforce."""
    if on_delete:
        raise ConfigError(
            f"{source} cannot {on_delete} on delete, because it does not hold the key of one"
            " record.",
            hint="Remove the action, or refer to the key of one record.",
            key=source,
        )


def _require_same_type(
    source_shape: Shape,
    target_shape: Shape,
    link: str,
) -> None:
    """Raise ConfigError for a *link* from a text to a whole number, or the other way round."""
    labels = {"whole": "a whole number", "text": "a text"}
    shapes = (source_shape, target_shape)
    if not all(isinstance(shape, Scalar | NamedShape) for shape in shapes):
        return
    source_label, target_label = (labels.get(get_column_kind(shape)) for shape in shapes)
    has_labels = source_label is not None and target_label is not None
    if has_labels and source_label != target_label:
        source, _, target = (part.strip() for part in link.partition("="))
        raise ConfigError(
            f"{source} cannot refer to {target}: {source} is {source_label},"
            f" and {target} is {target_label}.",
            hint="Give them the same type.",
            key=link,
        )


def _is_numbered(draft: _ResourceDraft, key: str) -> bool:
    """Return whether keys can be 1, 2, 3, …: whole numbers whose constraints allow each of them."""
    model_shape: Shape | None = draft.reading.shape
    if isinstance(model_shape, ShapeRef):
        model_shape = draft.reading.refs[model_shape.name]
    if is_table(draft.model):  # the constructor of SQLModel, unlike that of a user, takes any key
        model_shape = draft.shape
    shape = draft.find_shape(key)
    if isinstance(shape, OptionalShape):  # the key of a table's model is None until it is saved
        shape = shape.inner
    if not isinstance(model_shape, ModelShape):
        return False
    if not isinstance(shape, Scalar) or shape.kind != "int":
        return False
    rules = shape.constraints
    limits = (
        rules.le,
        rules.lt,
        rules.multiple_of,
    )
    if any(limit is not None for limit in limits):
        return False
    if rules.ge is not None and rules.ge > 1:
        return False
    return rules.gt is None or rules.gt < 1


def _is_list(draft: _ResourceDraft, name: str) -> bool:
    """Return whether the field *name* holds several values."""
    return get_column_kind(draft.find_bare_shape(name)) == "list"


def _require_resource_names(names: Iterable[str]) -> None:
    """Raise ConfigError for an invalid, reserved or repeated name, whatever its case."""
    seen: set[str] = set()
    for name in names:
        is_taken = name.lower() in (*RESERVED_NAMES, *seen)
        if is_taken or not RESOURCE_NAME.fullmatch(name):
            reserved = " or ".join(RESERVED_NAMES)
            raise ConfigError(
                f"Invalid name of a resource: {name!r}.",
                hint=f"Use letters, digits, '_' and '-', each name once, and not {reserved}.",
                key=name,
            )
        seen.add(name.lower())


def _require_linked(
    drafts: Mapping[str, _ResourceDraft], resource_options: ResourceOptions
) -> None:
    """Raise ConfigError for an action on delete of a field without a link."""
    sources = [link.partition("=")[0].strip() for link in resource_options.links]
    linked: set[tuple[str, str]] = set()
    for source in sources:
        linked |= _find_named_fields(source, drafts)
    for text, _ in resource_options.on_delete:
        _require_model(text, drafts)
        if not _find_named_fields(text, drafts) & linked:
            raise ConfigError(
                f"{text} is not a link, so it has no action on delete.",
                hint="Declare the link with --link.",
                key=text,
            )


def _find_named_fields(
    text: str,
    drafts: Mapping[str, _ResourceDraft],
) -> set[tuple[str, str]]:
    """Return the fields that *text* names, each with its resource."""
    named = {(draft.name, draft.find_field(text)) for draft in drafts.values()}
    return {(name, field) for name, field in named if field}


def _require_model(text: str, drafts: Mapping[str, _ResourceDraft]) -> None:
    """Raise ConfigError if no resource has the model that *text* (``Model.field``) names."""
    model = text.rpartition(".")[0].rpartition(".")[2]
    known = {name for draft in drafts.values() for name in draft.names}
    if model not in known:
        raise ConfigError(
            f"Unknown resource {model!r} in {text!r}.",
            hint=suggest_nearest(model, known),
            key=text,
        )


def _list_columns(
    fields: Sequence[ModelField],
    reading: TypeReading,
    parent_path: tuple[str, ...] = (),
) -> Iterator[Column]:
    """Yield a column for each of *fields*, and for the fields of the models within them."""
    for field in fields:
        path = (*parent_path, str(field.json_key))
        shape = unwrap_shape(field.shape, reading)
        yield Column(
            path,
            get_column_kind(shape),
            get_parser(shape),
            build_text_schema(shape),
        )
        if isinstance(shape, ModelShape) and len(path) < MAX_QUERY_DEPTH:
            yield from _list_columns(_list_json_fields(shape), reading, path)


def _list_json_fields(shape: ModelShape) -> tuple[ModelField, ...]:
    """Return the fields of *shape* that its JSON shows."""
    return tuple(field for field in (*shape.fields, *shape.computed_fields) if field.json_key)


def unwrap_shape(shape: Shape, reading: TypeReading) -> Shape:
    """Return *shape* without None, names and constraints."""
    while isinstance(shape, OptionalShape | CheckedShape | CustomJsonShape | ShapeRef | RootShape):
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape


def can_be_key(shape: Shape) -> bool:
    """Return whether values of *shape* can be keys: whole numbers and texts."""
    while isinstance(shape, CheckedShape | CustomJsonShape | OptionalShape):
        shape = shape.inner
    if isinstance(shape, NamedShape | ChoiceShape):
        return True
    return isinstance(shape, Scalar) and get_column_kind(shape) in ("whole", "text")


def _is_nullable(shape: Shape) -> bool:
    """Return whether *shape* accepts None."""
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return isinstance(shape, OptionalShape)


def _find_model_shape(reading: TypeReading) -> ModelShape | None:
    """Return the shape of the model of *reading*, or None if it is not a model."""
    shape = unwrap_shape(reading.shape, reading)
    return shape if isinstance(shape, ModelShape) else None
