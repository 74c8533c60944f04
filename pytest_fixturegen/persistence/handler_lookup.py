"""Finds a handler by name, and checks its options by its signature before any data is drawn."""

from __future__ import annotations

import importlib
import inspect
import json
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from inspect import Parameter
from pathlib import Path
from types import UnionType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.import_strings import search_folders
from pytest_fixturegen._internal.interrupts import defer_interrupts
from pytest_fixturegen._internal.user_code import format_user_error, translate_user_errors
from pytest_fixturegen.errors import (
    ConfigError,
    FixturegenError,
    PersistError,
    UsageError,
    suggest_nearest,
)
from pytest_fixturegen.persistence.contract import compute_digest
from pytest_fixturegen.persistence.foreign_paths import FOREIGN_HINT, translate_foreign_path

RESERVED_PARAMETERS = ("context", "batch", "self")
"""Parameters that are not options."""

ALIAS_KEYS = ("path", "options", "kind")
"""Keys of an alias. ``kind`` belongs to pydantic-fixturegen; here the handler itself shows it."""

HANDLER_ERROR_HINT = "The handler raised this error; --debug shows where."

JSON_TYPES: dict[Any, tuple[type, ...]] = {
    str: (str,),
    bool: (bool,),
    int: (int,),
    float: (int, float),
    Path: (str,),
    type(None): (type(None),),
}
"""Types that the JSON value of an option may have, by its annotation."""

TYPE_NAMES = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    Path: "a path",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class Handler:
    """A function or class, *factory*, with the *options* to call it with.

    *raw_options* are the options as the user wrote them, before variables were filled in.
    """

    name: str
    factory: Callable[..., Any]
    options: Mapping[str, Any] = field(default_factory=dict)
    raw_options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def remembers(self) -> bool:
        """Whether the handler remembers its records itself."""
        return bool(getattr(self.factory, "remembers", False))

    @property
    def options_digest(self) -> str:
        """A digest of the destination, without the values of secrets."""
        return compute_digest([self.name, dict(self.raw_options)])[:16]


def resolve_handler_path(
    name: str,
    explicit_options: Mapping[str, Any],
    aliases: Mapping[str, Mapping[str, Any]],
    paths: Mapping[str, str],
) -> tuple[str, dict[str, Any]]:
    """Return the dotted path of the handler *name*, and its options.

    *name* is an alias, one of *paths*, or a dotted path. *explicit_options* override those of the
    alias. Raises UsageError for an unknown name, ConfigError for an invalid alias.
    """
    if name in aliases:
        alias = aliases[name]
        _require_alias(name, alias)
        path, options = resolve_handler_path(
            alias["path"],
            {},
            {},
            paths,
        )
        return path, {**options, **alias.get("options", {}), **explicit_options}
    path = paths.get(name) or translate_foreign_path(name)
    if ":" not in path:
        raise _make_unknown_error(name, [*aliases, *paths])
    return path, dict(explicit_options)


def load_handler(path: str, folders: Sequence[Path] = ()) -> Callable[..., Any]:
    """Return the callable at *path*, ``pkg.module:callable``.

    A module that is not installed is also searched in *folders*. Other imports must not come from
    there.

    Raises UsageError if the module cannot be imported or has no such callable.
    """
    module_name, _, name = path.partition(":")

    def build_error(error: Exception) -> UsageError:
        """Return the error that the module cannot be imported, because of *error*."""
        hint = "Name it pkg.module:callable, of a module that can be imported from here."
        return UsageError(
            f"The handler {path} cannot be imported: {format_user_error(error)}",
            hint=FOREIGN_HINT if path.startswith("pydantic_fixturegen.") else hint,
            handler=path,
        )

    with (
        search_folders(folders, module_name),
        defer_interrupts(),
        translate_user_errors(build_error),
    ):
        target: Any = importlib.import_module(module_name)
    for part in name.split("."):
        if not hasattr(target, part):
            public_names = [known for known in vars(target) if not known.startswith("_")]
            raise UsageError(
                f"{module_name} has no handler {name!r}.",
                hint=suggest_nearest(part, public_names),
                handler=path,
            )
        target = getattr(target, part)
    if not callable(target):
        raise UsageError(
            f"{path} is not a handler: expected a callable, got {type(target).__name__}.",
            hint="A handler is a function or a class.",
            handler=path,
        )
    return typing.cast(Callable[..., Any], target)


def check_options(
    name: str,
    factory: Callable[..., Any],
    options: Mapping[str, Any],
) -> None:
    """Raise UsageError if *factory* cannot be called with *options*.

    That is, if an option is unknown, missing, or of another type than its annotation.
    """
    parameters = {
        parameter.name: parameter
        for parameter in list_parameters(factory)
        if parameter.name not in RESERVED_PARAMETERS
    }
    known = [option for option, parameter in parameters.items() if _is_keyword(parameter)]
    listed = f"Its options: {', '.join(known) or 'none'}."
    accepts_any = any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters.values())
    for option in options:
        if option not in known and not accepts_any:
            raise UsageError(
                f"{name} has no option {option!r}.",
                hint=_suggest_option(option, known, listed),
                handler=name,
                option=option,
            )
    required = [option for option in known if parameters[option].default is Parameter.empty]
    _require_options(name, required, options, listed)
    _check_types(name, parameters, options)


def _require_options(
    name: str,
    required: Sequence[str],
    options: Mapping[str, Any],
    listed: str,
) -> None:
    """Raise UsageError for the first of the *required* options that *options* lack.

    *listed* names all options of the handler *name*, as the hint.
    """
    for option in required:
        if option not in options:
            raise UsageError(
                f"{name} needs the option {option!r}.",
                hint=listed,
                handler=name,
                option=option,
            )


def has_parameter(factory: Callable[..., Any], name: str) -> bool:
    """Return whether *factory* has a parameter *name*."""
    return any(parameter.name == name for parameter in list_parameters(factory))


def build_handler_error(
    handler: str,
    action: str,
    error: Exception,
) -> FixturegenError:
    """Return the error that *handler* could not *action*, as in "be opened", because of *error*."""
    if isinstance(error, FixturegenError):
        hint = error.hint or (
            "Check that the destination is available and that the handler's options describe it."
        )
        facts = {"handler": handler, **error.facts}
        return PersistError(f"{handler} could not {action}: {error.message}", hint=hint, **facts)
    return PersistError(
        f"{handler} could not {action}: {format_user_error(error)}",
        hint=HANDLER_ERROR_HINT,
        handler=handler,
    )


def _make_unknown_error(name: str, known_names: Sequence[str]) -> UsageError:
    """Return the error for an unknown handler.

    An empty *name* gets the list of all handlers as its hint.
    """
    if name:
        return UsageError(
            f"Unknown handler {name!r}.", hint=suggest_nearest(name, known_names), handler=name
        )
    listed = ", ".join(sorted(set(known_names)))
    return UsageError(
        "No handler is named.",
        hint=f"Name one with --handler: {listed}, or pkg.module:callable.",
        handler=name,
    )


def _require_alias(name: str, alias: Mapping[str, Any]) -> None:
    """Raise ConfigError unless *alias* has a path and, at most, a table of options.

    An unknown key is reported before all else, since it may be a misspelled one.
    """
    unknown = [key for key in alias if key not in ALIAS_KEYS]
    has_path = isinstance(alias.get("path"), str)
    has_table = isinstance(alias.get("options", {}), Mapping)
    if not unknown and has_path and has_table:
        return
    problem = "has no path"
    if has_path:
        problem = "has options that are not a table"
    if unknown:
        problem = f"has the unknown key {unknown[0]!r}"
    raise ConfigError(
        f"The handler {name!r} {problem}.",
        hint="Give it a path, the name of a handler or pkg.module:callable, and a table of "
        "options.",
        handler=name,
    )


def _suggest_option(
    option: str,
    known: Sequence[str],
    listed: str,
) -> str:
    """Return *listed*, preceded by a known option that *option* may be a misspelling of."""
    suggestion = suggest_nearest(option, known)
    return f"{suggestion} {listed}" if suggestion.startswith("Did") else listed


def list_parameters(factory: Callable[..., Any]) -> Sequence[Parameter]:
    """Return the parameters of *factory*.

    Their annotations stay text if they cannot be evaluated; a callable without a signature accepts
    any option.
    """
    try:
        return list(inspect.signature(factory, eval_str=True).parameters.values())
    except NameError:  # an annotation that only a type checker can resolve
        return list(inspect.signature(factory).parameters.values())
    except (TypeError, ValueError):  # written in C, without a signature
        return [Parameter("options", Parameter.VAR_KEYWORD)]


def find_choice(choices: Sequence[Any], value: Any) -> Any:
    """Return the one of *choices* that *value* spells, perhaps in another case, or else *value*."""
    if value in choices or not isinstance(value, str):
        return value
    spelled = (choice for choice in choices if str(choice).casefold() == value.casefold())
    return next(spelled, value)


def _is_keyword(parameter: Parameter) -> bool:
    """Return whether *parameter* can be given by its name, as options are."""
    return parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


def _check_types(
    name: str,
    parameters: Mapping[str, Parameter],
    options: Mapping[str, Any],
) -> None:
    """Raise UsageError for the first option whose value does not fit its annotation."""
    for option, value in options.items():
        annotation = parameters[option].annotation if option in parameters else Any
        if not _matches_annotation(annotation, value):
            expected = _format_annotation(annotation)
            raise UsageError(
                f"Invalid option {option!r} of {name}: expected {expected}, "
                f"got {json.dumps(value)}.",
                hint=f"Give it {expected}.",
                handler=name,
                option=option,
            )


def _matches_annotation(annotation: Any, value: Any) -> bool:
    """Return whether the JSON *value* fits *annotation*; types that JSON lacks always fit."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, UnionType):
        return any(_matches_annotation(member, value) for member in typing.get_args(annotation))
    if origin is typing.Literal:
        return find_choice(typing.get_args(annotation), value) in typing.get_args(annotation)
    if annotation in JSON_TYPES:
        return _matches_scalar(annotation, value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return isinstance(value, dict)
    return True


def _matches_scalar(annotation: Any, value: Any) -> bool:
    """Return whether *value* has one of the JSON types of *annotation*, a key of JSON_TYPES."""
    if isinstance(value, bool):  # which Python takes for an int
        return annotation is bool
    return isinstance(value, JSON_TYPES[annotation])


def _format_annotation(annotation: Any) -> str:
    """Return the values that *annotation* accepts, in words for an error message."""
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return " or ".join(json.dumps(choice) for choice in typing.get_args(annotation))
    if origin in (typing.Union, UnionType):
        return " or ".join(map(_format_annotation, typing.get_args(annotation)))
    return TYPE_NAMES.get(annotation, "a JSON object")
