"""Classes of attrs and msgspec, and plain ones: dataclasses that their constructors build.

Pydantic does not know these classes. A dataclass with the same fields is the stand-in of such a
class, and a :class:`Bridge` converts between the two. The libraries are imported only if a class of
theirs occurs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, make_dataclass
from functools import lru_cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers import attrs_rules, plain_classes
from pytest_fixturegen.introspection.readers.argument_models import construct
from pytest_fixturegen.introspection.readers.function_calls import bridge_call, is_function
from pytest_fixturegen.introspection.readers.generic_bases import find_specialized_hints
from pytest_fixturegen.introspection.readers.tables.bridges import TableBridge
from pytest_fixturegen.introspection.readers.tables.mapped_classes import is_plain_table
from pytest_fixturegen.introspection.schema_walk import iter_schemas

CONVERTER_MARK = "__reads_other_types__"
"""The attribute of a stand-in that says whether a converter reads another type than it makes."""

WHOLE_TYPES = (Literal, Callable)
"""Generic types whose arguments do not describe the types of contained values."""

MSGSPEC_CONSTRAINTS = ("gt", "ge", "lt", "le", "multiple_of", "pattern", "min_length", "max_length")
"""Constraints of msgspec's ``Meta`` that Pydantic's ``Field`` knows by the same name."""


@dataclass(frozen=True, slots=True)
class ForeignField:
    """An argument of a foreign constructor: its name, type, default, and arguments of ``Field``."""

    name: str
    hint: Any
    default: dict[str, Any]
    field_arguments: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Metadata in ``Annotated`` that lets Pydantic read, build and write a foreign class."""

    annotation: Any

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: Any,
    ) -> Any:
        """Return a schema that reads the stand-in class instead of the foreign class."""
        from pydantic_core import core_schema

        stand_in = build_stand_in(self.annotation)
        stand_in_schema = handler.generate_schema(stand_in)
        convert, return_schema = _to_stand_in, stand_in_schema
        if is_array_like(self.annotation):
            hints = get_type_hints(stand_in, include_extras=True)
            row: Any = tuple.__class_getitem__(
                tuple(hints[name] for name in list_array_names(self.annotation))
            )
            convert, return_schema = _to_array, handler.generate_schema(row)
        serialization = core_schema.plain_serializer_function_ser_schema(
            partial(convert, self.annotation), return_schema=return_schema
        )
        return core_schema.no_info_wrap_validator_function(
            partial(_build_instance, self.annotation), stand_in_schema, serialization=serialization
        )


def is_foreign(cls: Any) -> bool:
    """Return whether *cls* is a class of attrs or msgspec."""
    if not isinstance(cls, type):
        return False
    return hasattr(cls, "__attrs_attrs__") or hasattr(cls, "__struct_fields__")


def needs_bridge(cls: Any) -> bool:
    """Return whether Pydantic reads *cls* by its stand-in only: a class of a library, or any."""
    return isinstance(cls, type) and (is_foreign(cls) or plain_classes.is_plain_class(cls))


def add_bridges(annotation: Any) -> Any:
    """Return *annotation* in terms of Pydantic.

    Every foreign or plain class in it gets a bridge. The constraints of msgspec become those of
    ``Field``.
    """
    if is_function(annotation):
        return bridge_call(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_plain_table(annotation):
        return Annotated[annotation, TableBridge(annotation)]
    if needs_bridge(origin or annotation):
        return Annotated[annotation, Bridge(annotation)]
    if origin is Annotated:
        parts = (add_bridges(arguments[0]), *map(_translate_metadata, annotation.__metadata__))
        return Annotated[parts]
    inner = tuple(add_bridges(argument) for argument in arguments if not _is_unset(argument))
    if origin in WHOLE_TYPES or inner == arguments:
        return annotation
    if origin in (Union, UnionType):
        return Union[inner]  # noqa: UP007 - the members are known at run time only
    return annotation.copy_with(inner) if hasattr(annotation, "copy_with") else origin[inner]


def get_constructor_arguments(value: Any) -> dict[str, Any]:
    """Return the constructor arguments that build an instance equal to *value*."""
    cls = _get_class(value)
    if not is_foreign(cls):
        return plain_classes.read_plain_arguments(value)
    attributes = getattr(cls, "__attrs_attrs__", ())
    # attrs strips underscores from the names of arguments.
    names = {attribute.alias: attribute.name for attribute in attributes}
    return {name: getattr(value, names.get(name, name)) for name in _list_field_names(cls)}


def split_call(cls: Any, arguments: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return those of *arguments* that *cls* takes by position, and those that it takes by name."""
    if is_foreign(cls):
        return [], arguments
    return plain_classes.split_arguments(cls, arguments)


def _get_class(value: Any) -> Any:
    """Return the class of *value*, which can be a key of a cache."""
    return type(value)


def is_converted_again(value: Any) -> bool:
    """Return whether the constructor arguments of *value* do not build an equal instance."""
    cls: Any = type(value)
    if not is_foreign(cls):
        return not plain_classes.has_known_call(value)
    if not _has_converter(cls):
        return False
    arguments = get_constructor_arguments(value)
    return not call_or_default(lambda: bool(cls(**arguments) == value), False)


@lru_cache(maxsize=1024)
def build_stand_in(annotation: Any) -> Any:
    """Return a dataclass with the fields of a foreign class and its generic arguments."""
    cls = get_origin(annotation) or annotation
    parameters = getattr(cls, "__parameters__", ())
    type_arguments = dict(zip(parameters, get_args(annotation), strict=False))
    fields = [
        (
            foreign_field.name,
            _build_hint(foreign_field, type_arguments),
            field(**foreign_field.default),
        )
        for foreign_field in _list_fields(cls)
    ]
    tag = _find_tag(cls)
    if tag is not None:
        name, value = tag
        fields.append((name, Literal[value], field(default=value)))
    return make_dataclass(
        cls.__name__,
        fields,
        kw_only=True,
        namespace={
            "__doc__": cls.__doc__,
            "__module__": cls.__module__,
            "__pydantic_config__": attrs_rules.CONFIG,
            CONVERTER_MARK: _has_converter(cls),
        },
    )


def _has_converter(cls: Any) -> bool:
    """Return whether an attribute of *cls* holds something else than its constructor reads."""
    if not is_foreign(cls):
        return False
    hints = get_type_hints(cls, include_extras=True)
    attributes = getattr(cls, "__attrs_attrs__", ())
    return any(
        attribute.init and find_input_type(attribute, hints) is not None for attribute in attributes
    )


def writes_inputs(schema: Any) -> bool:
    """Return whether the JSON of an object in a core *schema* would be converted once more."""
    parts = iter_schemas(schema)
    return any(getattr(part.get("cls"), CONVERTER_MARK, False) for part in parts)


def _build_hint(
    foreign_field: ForeignField,
    type_arguments: dict[Any, Any],
) -> Any:
    """Return the type hint of the field, with type variables replaced and constraints added."""
    from pydantic import Field

    hint = type_arguments.get(foreign_field.hint, foreign_field.hint)
    parameters = getattr(hint, "__parameters__", ())
    if parameters and get_args(hint):  # a generic type such as list[T]
        arguments = [type_arguments.get(parameter, parameter) for parameter in parameters]
        hint = hint[tuple(arguments)]
    hint = add_bridges(hint)
    if not foreign_field.field_arguments:
        return hint
    return Annotated[hint, Field(**foreign_field.field_arguments)]


def _list_fields(cls: Any) -> Iterator[ForeignField]:
    """Return the constructor arguments of *cls*: a class of attrs, of msgspec, or a plain one."""
    if not is_foreign(cls):
        return _list_plain_fields(cls)
    return _list_attrs_fields(cls) if hasattr(cls, "__attrs_attrs__") else _list_struct_fields(cls)


@lru_cache(maxsize=1024)
def _list_field_names(cls: Any) -> tuple[str, ...]:
    """Return the names of the constructor arguments of *cls*.

    To read the type hints for each instance took half of the time of a record.
    """
    return tuple(field.name for field in _list_fields(cls))


def _list_attrs_fields(cls: Any) -> Iterator[ForeignField]:
    """Yield the constructor arguments of an attrs class."""
    hints = get_type_hints(cls, include_extras=True) | find_specialized_hints(cls)
    for attribute in cls.__attrs_attrs__:
        if attribute.init:
            yield ForeignField(
                attribute.alias,
                _find_attrs_hint(attribute, hints),
                _read_attrs_default(attribute.default),
                {},
            )


def _find_attrs_hint(attribute: Any, hints: dict[str, Any]) -> Any:
    """Return the type of the values that the constructor takes for *attribute*.

    A converter may read another type. Validators limit what it makes of it.
    """
    hint = find_input_type(attribute, hints)
    if hint is not None:
        return hint
    hint = hints.get(attribute.name, attribute.type or Any)
    if hint is Any and isinstance(attribute.converter, type):
        hint = attribute.converter
    return attrs_rules.apply_validator(hint, attribute.validator)


def find_input_type(attribute: Any, hints: dict[str, Any]) -> Any:
    """Return the type that the converter of *attribute* reads; None if it is the same."""
    read_type = attrs_rules.find_converter_input(attribute.converter)
    is_same = read_type == hints.get(attribute.name, attribute.type)
    return None if is_same else read_type


def _read_attrs_default(default: Any) -> dict[str, Any]:
    """Return the default as arguments of a field; none if a factory needs the instance."""
    is_missing = type(default).__name__ == "_Nothing"
    # A stand-in cannot call a factory that takes the unfinished instance.
    takes_instance = getattr(default, "takes_self", False)
    if is_missing or takes_instance:
        return {}
    return _build_default(default, getattr(default, "factory", None))


def _list_struct_fields(cls: Any) -> Iterator[ForeignField]:
    """Yield the constructor arguments of a msgspec Struct. ``UNSET`` is never drawn."""
    import msgspec

    for struct_field in msgspec.structs.fields(cls):
        factory = struct_field.default_factory
        if factory is not msgspec.NODEFAULT:
            default = _build_default(struct_field.default, factory)
        elif struct_field.default in (msgspec.NODEFAULT, msgspec.UNSET):
            default = {}
        else:
            default = _build_default(struct_field.default, None)
        # An array has no keys.
        has_alias = struct_field.encode_name != struct_field.name and not is_array_like(cls)
        rules = {"alias": struct_field.encode_name} if has_alias else {}
        yield ForeignField(
            struct_field.name,
            struct_field.type,
            default,
            rules,
        )


def _list_plain_fields(cls: Any) -> Iterator[ForeignField]:
    """Yield the constructor arguments of a plain class."""
    for parameter in plain_classes.list_arguments(cls):
        is_required = parameter.default is parameter.empty
        default = {} if is_required else _build_default(parameter.default, None)
        yield ForeignField(
            parameter.name,
            parameter.annotation,
            default,
            {},
        )


def _build_default(
    default: Any,
    factory: Callable[[], Any] | None,
) -> dict[str, Any]:
    """Return the default as arguments of ``dataclasses.field``.

    Dataclasses reject mutable defaults, so that these are returned by a factory.
    """
    if factory is not None:
        return {"default_factory": factory}
    if getattr(default, "__hash__", None):
        return {"default": default}
    return {"default_factory": lambda: default}


def _build_instance(
    annotation: Any,
    value: Any,
    read: Callable[[Any], Any],
) -> Any:
    """Return *value* if it is an instance of the foreign class, else build one from it.

    *read* reads *value* as the stand-in. Raise ValueError if a plain constructor raises, or if
    msgspec rejects the instance: its constructor does not validate.
    """
    cls = get_origin(annotation) or annotation
    if isinstance(value, cls):
        return value
    if isinstance(value, list | tuple) and is_array_like(annotation):
        value = dict(zip(list_array_names(annotation), value, strict=False))
    stand_in = read(value)
    arguments = {name: getattr(stand_in, name) for name in _list_field_names(cls)}
    if not is_foreign(cls):
        return construct(partial(plain_classes.build_plain_instance, cls, arguments), "")
    instance = cls(**arguments)
    if hasattr(cls, "__struct_fields__"):
        _validate_struct(annotation, instance)
    return instance


def _validate_struct(annotation: Any, instance: Any) -> None:
    """Raise ValueError if *instance* breaks a constraint, which its constructor does not check."""
    import msgspec

    try:
        msgspec.convert(msgspec.to_builtins(instance), annotation)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def _to_stand_in(annotation: Any, value: Any) -> Any:
    """Return the stand-in with the values of the foreign instance *value*."""
    return build_stand_in(annotation)(**get_constructor_arguments(value))


def _to_array(annotation: Any, value: Any) -> Any:
    """Return the values of the foreign instance *value* in the order of msgspec's array."""
    stand_in = _to_stand_in(annotation, value)
    return tuple(getattr(stand_in, name) for name in list_array_names(annotation))


def is_array_like(annotation: Any) -> bool:
    """Return whether msgspec writes the Struct *annotation* as an array."""
    config = getattr(get_origin(annotation) or annotation, "__struct_config__", None)
    return bool(getattr(config, "array_like", False))


def list_array_names(annotation: Any) -> list[str]:
    """Return the names of the values of an array, the tag first, as msgspec orders them."""
    cls = get_origin(annotation) or annotation
    tag = _find_tag(cls)
    return [*([tag[0]] if tag else []), *cls.__struct_fields__]


def _find_tag(cls: Any) -> tuple[str, Any] | None:
    """Return the name and the value of the field that tags a Struct of a union, or None."""
    config = getattr(cls, "__struct_config__", None)
    if config is None or config.tag is None:
        return None
    return config.tag_field, config.tag


def _translate_metadata(metadata: Any) -> Any:
    """Return a ``Field`` with the constraints of msgspec's ``Meta``; other metadata unchanged."""
    if not (type(metadata).__module__ or "").startswith("msgspec"):
        return metadata
    from pydantic import Field

    rules = {rule: getattr(metadata, rule) for rule in MSGSPEC_CONSTRAINTS}
    return Field(**{rule: value for rule, value in rules.items() if value is not None})


def _is_unset(annotation: Any) -> bool:
    """Return whether *annotation* is msgspec's type of a missing field, which Pydantic lacks."""
    is_named_unset = getattr(annotation, "__name__", "") == "UnsetType"
    return is_named_unset and annotation.__module__.startswith("msgspec")
