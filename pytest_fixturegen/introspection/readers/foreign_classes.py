"""Classes of attrs and of msgspec: read as a dataclass with their fields, built by their own constructors.

Pydantic knows neither. A class of theirs gets a stand-in that it does know, and a :class:`Bridge` that leads from the
one to the other. Either library is imported only where a class of it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, make_dataclass
from functools import lru_cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pytest_fixturegen._internal.frozen_dataclass import dataclass

MSGSPEC_CONSTRAINTS = ("gt", "ge", "lt", "le", "multiple_of", "pattern", "min_length", "max_length")
"""What msgspec's ``Meta`` may ask of a value, in the words of Pydantic's ``Field``."""

ATTRS_OPERATORS = {">": "gt", ">=": "ge", "<": "lt", "<=": "le"}
"""How attrs names its comparisons, and how Pydantic does."""


@dataclass(frozen=True, slots=True)
class ForeignField:
    """One argument of a foreign constructor: its name there, its type, its default, and what Pydantic's ``Field`` says."""

    name: str
    hint: Any
    default: dict[str, Any]
    field_arguments: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Stands beside the class *annotation* in ``Annotated``, so that Pydantic reads, builds and writes its instances."""

    annotation: Any

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        inner = handler.generate_schema(build_stand_in(self.annotation))
        written = core_schema.plain_serializer_function_ser_schema(
            partial(_to_stand_in, self.annotation), return_schema=inner
        )
        return core_schema.no_info_wrap_validator_function(
            partial(_made, self.annotation), inner, serialization=written
        )


def is_foreign(cls: Any) -> bool:
    """Whether *cls* is a class of attrs or of msgspec."""
    return isinstance(cls, type) and any(
        hasattr(cls, mark) for mark in ("__attrs_attrs__", "__struct_fields__")
    )


def add_bridges(annotation: Any) -> Any:
    """*annotation* with a bridge beside every foreign class in it, and Pydantic's words for msgspec's constraints."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_foreign(origin or annotation):
        return Annotated[annotation, Bridge(annotation)]
    if origin is Annotated:
        parts = (add_bridges(arguments[0]), *map(_translate_metadata, annotation.__metadata__))
        return Annotated[parts]
    inner = tuple(add_bridges(each) for each in arguments if not _is_unset(each))
    if origin is Literal or inner == arguments:
        return annotation
    if origin in (Union, UnionType):
        return Union[inner]  # noqa: UP007 - of types that are known at run time only
    return annotation.copy_with(inner) if hasattr(annotation, "copy_with") else origin[inner]


def get_constructor_arguments(value: Any) -> dict[str, Any]:
    """What the constructor of the foreign instance *value* is given for an equal one."""
    names = {each.alias: each.name for each in getattr(type(value), "__attrs_attrs__", ())}
    return {
        each.name: getattr(value, names.get(each.name, each.name))
        for each in _list_fields(type(value))
    }


@lru_cache(maxsize=1024)
def build_stand_in(annotation: Any) -> Any:
    """A dataclass with the fields of a foreign class, generic arguments filled in."""
    cls = get_origin(annotation) or annotation
    filled = dict(zip(getattr(cls, "__parameters__", ()), get_args(annotation), strict=False))
    fields = [
        (place.name, _build_hint(place, filled), field(**place.default))
        for place in _list_fields(cls)
    ]
    tag = _find_tag(cls)
    if tag is not None:
        fields.append((tag[0], Literal[tag[1]], field(default=tag[1])))
    return make_dataclass(cls.__name__, fields, kw_only=True, namespace={"__doc__": cls.__doc__})


def _build_hint(foreign_field: ForeignField, type_arguments: dict[Any, Any]) -> Any:
    from pydantic import Field

    hint = type_arguments.get(foreign_field.hint, foreign_field.hint)
    inner = getattr(hint, "__parameters__", ())
    hint = add_bridges(
        hint[tuple(type_arguments.get(each, each) for each in inner)]
        if inner and get_args(hint)
        else hint
    )
    return (
        Annotated[hint, Field(**foreign_field.field_arguments)]
        if foreign_field.field_arguments
        else hint
    )


def _list_fields(cls: Any) -> Iterator[ForeignField]:
    return _list_attrs_fields(cls) if hasattr(cls, "__attrs_attrs__") else _list_struct_fields(cls)


def _list_attrs_fields(cls: Any) -> Iterator[ForeignField]:
    """The arguments of an attrs class. A factory that asks for the instance is none that a stand-in can call."""
    hints = get_type_hints(cls, include_extras=True)
    for each in cls.__attrs_attrs__:
        if not each.init:
            continue
        factory = getattr(each.default, "factory", None)
        missing = type(each.default).__name__ == "_Nothing" or getattr(
            each.default, "takes_self", False
        )
        default = {} if missing else _build_default(each.default, factory)
        rules = dict(_read_validator_rules(each.validator))
        hint = hints.get(each.name, each.type or Any)
        yield ForeignField(
            each.alias,
            Literal[rules.pop("options")] if "options" in rules else hint,
            default,
            rules,
        )


def _read_validator_rules(validator: Any) -> Iterator[tuple[str, Any]]:
    """What the validators of attrs ask of a value, as far as ``Field`` or a Literal can say it; theirs is the last word."""
    for each in getattr(validator, "_validators", (validator,)):
        if hasattr(each, "bound") and getattr(each, "compare_op", "") in ATTRS_OPERATORS:
            yield ATTRS_OPERATORS[each.compare_op], each.bound
        if hasattr(each, "options") and all(
            isinstance(option, str | int) for option in each.options
        ):
            yield "options", tuple(each.options)
        if hasattr(each, "pattern"):
            yield "pattern", each.pattern.pattern
        yield from (
            (rule, getattr(each, rule))
            for rule in ("min_length", "max_length")
            if hasattr(each, rule)
        )
        yield from _read_validator_rules(each.validator) if hasattr(each, "validator") else ()


def _list_struct_fields(cls: Any) -> Iterator[ForeignField]:
    """The arguments of a msgspec Struct. One that may be unset is always set."""
    import msgspec

    for each in msgspec.structs.fields(cls):
        factory = None if each.default_factory is msgspec.NODEFAULT else each.default_factory
        missing = factory is None and each.default in (msgspec.NODEFAULT, msgspec.UNSET)
        rules = {} if each.encode_name == each.name else {"alias": each.encode_name}
        yield ForeignField(
            each.name, each.type, {} if missing else _build_default(each.default, factory), rules
        )


def _build_default(default: Any, factory: Callable[[], Any] | None) -> dict[str, Any]:
    """*default* as a dataclass takes it: what can be changed comes from a function."""
    if factory is not None:
        return {"default_factory": factory}
    return (
        {"default": default}
        if getattr(default, "__hash__", None)
        else {"default_factory": lambda: default}
    )


def _made(annotation: Any, value: Any, read: Callable[[Any], Any]) -> Any:
    """The foreign instance of what *read* reads in *value*, if that is none already.

    Raises ValueError for what msgspec would not read.
    """
    cls = get_origin(annotation) or annotation
    if isinstance(value, cls):
        return value
    stand = read(value)
    made = cls(**{place.name: getattr(stand, place.name) for place in _list_fields(cls)})
    if hasattr(cls, "__struct_fields__"):
        import msgspec

        try:
            msgspec.convert(msgspec.to_builtins(made), annotation)
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from error
    return made


def _to_stand_in(annotation: Any, value: Any) -> Any:
    """The stand-in with what the foreign instance *value* holds."""
    return build_stand_in(annotation)(**get_constructor_arguments(value))


def _find_tag(cls: Any) -> tuple[str, Any] | None:
    """The field by which msgspec tells a Struct from others, and what stands there; None without one."""
    config = getattr(cls, "__struct_config__", None)
    return (config.tag_field, config.tag) if config is not None and config.tag is not None else None


def _translate_metadata(metadata: Any) -> Any:
    """*metadata*, or Pydantic's words for it when it is msgspec's."""
    if not (type(metadata).__module__ or "").startswith("msgspec"):
        return metadata
    from pydantic import Field

    return Field(
        **{
            rule: getattr(metadata, rule)
            for rule in MSGSPEC_CONSTRAINTS
            if getattr(metadata, rule) is not None
        }
    )


def _is_unset(annotation: Any) -> bool:
    return getattr(annotation, "__name__", "") == "UnsetType" and annotation.__module__.startswith(
        "msgspec"
    )
