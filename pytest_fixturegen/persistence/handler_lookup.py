"""Finds a handler by its name and checks its options by its signature, before anything is drawn."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from types import UnionType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import (
    ConfigError,
    FixturegenError,
    PersistError,
    UsageError,
    suggest_nearest,
)
from pytest_fixturegen.persistence.contract import compute_digest

RESERVED_PARAMETERS = ("context", "batch", "self")
"""Parameters that are no options."""


@dataclass(frozen=True, slots=True)
class Handler:
    """A function or class, *make*, with the *options* it is to be called with. *origin*: the options as they were given."""

    name: str
    factory: Callable[..., Any]
    options: Mapping[str, Any] = field(default_factory=dict)
    raw_options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def remembers(self) -> bool:
        """Whether it knows itself what it was given."""
        return bool(getattr(self.factory, "remembers", False))

    @property
    def options_digest(self) -> str:
        """A digest of where it delivers to, without the values of secrets."""
        return compute_digest([self.name, dict(self.raw_options)])[:16]


def resolve_handler_path(
    name: str,
    explicit_options: Mapping[str, Any],
    aliases: Mapping[str, Mapping[str, Any]],
    paths: Mapping[str, str],
) -> tuple[str, dict[str, Any]]:
    """The dotted path that *named* stands for, and its options: those of its alias, and over them the ones *given*.

    Raises UsageError for a name that is neither an alias, nor one of *paths*, nor a dotted path; ConfigError for an
    alias without a path.
    """
    if name in aliases:
        alias = aliases[name]
        _require_alias(name, alias)
        path, options = resolve_handler_path(alias["path"], {}, {}, paths)
        return path, {**options, **alias.get("options", {}), **explicit_options}
    path = paths.get(name, name)
    if ":" not in path:
        known = ", ".join(sorted({*aliases, *paths}))
        message = f"There is no handler {name!r}." if name else "No handler is named."
        hint = (
            suggest_nearest(name, [*aliases, *paths])
            if name
            else f"Name one with --handler: {known}, or pkg.module:callable."
        )
        raise UsageError(message, hint=hint, handler=name)
    return path, dict(explicit_options)


def load_handler(path: str) -> Callable[..., Any]:
    """The callable at *path*, ``pkg.module:callable``. Raises UsageError where there is none."""
    module, _, name = path.partition(":")
    if str(Path.cwd()) not in sys.path:
        sys.path.append(
            str(Path.cwd())
        )  # the last place, so that nothing of the project hides what is installed
    try:
        thing: Any = importlib.import_module(module)
    except Exception as error:
        raise UsageError(
            f"The handler {path} cannot be imported: {type(error).__name__}: {error}",
            hint="Name it pkg.module:callable, of a module that can be imported from here.",
            handler=path,
        ) from error
    for part in name.split("."):
        if not hasattr(thing, part):
            public = [each for each in vars(thing) if not each.startswith("_")]
            raise UsageError(
                f"{module} has no handler {name!r}.",
                hint=suggest_nearest(part, public),
                handler=path,
            )
        thing = getattr(thing, part)
    if not callable(thing):
        raise UsageError(
            f"{path} is no handler.", hint="A handler is a function or a class.", handler=path
        )
    return typing.cast(Callable[..., Any], thing)


def check_options(name: str, factory: Callable[..., Any], options: Mapping[str, Any]) -> None:
    """Raises UsageError for an option that *make* does not take, lacks, or takes only with another type."""
    parameters = {
        each.name: each
        for each in _list_parameters(factory)
        if each.name not in RESERVED_PARAMETERS
    }
    takes = [
        each
        for each, one in parameters.items()
        if one.kind in (one.KEYWORD_ONLY, one.POSITIONAL_OR_KEYWORD)
    ]
    listed = f"Its options: {', '.join(takes) or 'none'}."
    free = any(each.kind is each.VAR_KEYWORD for each in parameters.values())
    for option in options:
        if option not in takes and not free:
            close = suggest_nearest(option, takes)
            hint = f"{close} {listed}" if close.startswith("Did") else listed
            raise UsageError(
                f"{name} has no option {option!r}.", hint=hint, handler=name, option=option
            )
    for option in takes:
        if parameters[option].default is inspect.Parameter.empty and option not in options:
            raise UsageError(
                f"{name} needs the option {option!r}.", hint=listed, handler=name, option=option
            )
    _check_types(name, parameters, options)


def has_parameter(factory: Callable[..., Any], name: str) -> bool:
    """Whether *make* has a parameter *name*."""
    return any(each.name == name for each in _list_parameters(factory))


def build_handler(
    path: str, name: str, raw_options: Mapping[str, Any], options: Mapping[str, Any]
) -> Handler:
    """The handler at *path*, its options checked: *origin* as they were given, *filled* with variables in place."""
    make = load_handler(path)
    check_options(name, make, options)
    return Handler(name, make, options, raw_options)


def _require_alias(name: str, alias: Mapping[str, Any]) -> None:
    unknown = next((each for each in alias if each not in ("path", "options")), None)
    if (
        unknown
        or not isinstance(alias.get("path"), str)
        or not isinstance(alias.get("options", {}), Mapping)
    ):
        raise ConfigError(
            f"The handler {name!r} is configured with {unknown!r}."
            if unknown
            else f"The handler {name!r} has no path.",
            hint="A configured handler has a path, the name of a handler or pkg.module:callable, and a table of options.",
            handler=name,
        )


def _list_parameters(factory: Callable[..., Any]) -> Sequence[inspect.Parameter]:
    try:
        return list(inspect.signature(factory, eval_str=True).parameters.values())
    except NameError:  # names that only a type checker knows
        return list(inspect.signature(factory).parameters.values())
    except (TypeError, ValueError):  # written in C, without a signature
        return [inspect.Parameter("options", inspect.Parameter.VAR_KEYWORD)]


def _check_types(
    name: str, parameters: Mapping[str, inspect.Parameter], options: Mapping[str, Any]
) -> None:
    for option, value in options.items():
        hint = parameters[option].annotation if option in parameters else Any
        if not _matches_annotation(hint, value):
            raise UsageError(
                f"The option {option!r} of {name} is {json.dumps(value)}, which is not {_format_annotation(hint)}.",
                hint=f"Give it {_format_annotation(hint)}.",
                handler=name,
                option=option,
            )


def _matches_annotation(annotation: Any, value: Any) -> bool:
    """Whether a *value* of JSON is what *hint* asks, as far as JSON can say."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, UnionType):
        return any(_matches_annotation(each, value) for each in typing.get_args(annotation))
    if origin is typing.Literal:
        return value in typing.get_args(annotation)
    plain: dict[Any, Any] = {
        str: str,
        bool: bool,
        int: int,
        float: (int, float),
        type(None): type(None),
    }
    if annotation in plain:
        return isinstance(value, plain[annotation]) and not (
            isinstance(value, bool) and annotation is not bool
        )
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return isinstance(value, dict)
    return True


def _format_annotation(annotation: Any) -> str:
    if typing.get_origin(annotation) is typing.Literal:
        return " or ".join(json.dumps(each) for each in typing.get_args(annotation))
    names = {
        str: "a text",
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        type(None): "null",
    }
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        return " or ".join(_format_annotation(each) for each in typing.get_args(annotation))
    return names.get(annotation, "an object of JSON")


def build_handler_error(handler: str, action: str, error: Exception) -> FixturegenError:
    """What *error* says, raised while *handler* did *what*."""
    if isinstance(error, FixturegenError):
        hint = (
            error.hint
            or "Look whether the other side is up, and what the handler's options say of it."
        )
        return PersistError(
            f"{handler} could not {action}: {error.message}",
            hint=hint,
            **{"handler": handler, **error.facts},
        )
    words = f"{handler} could not {action}: {type(error).__name__}: {error}"
    return PersistError(
        words, hint="The words are the handler's; --debug shows where.", handler=handler
    )
