"""A plugin that registers providers and asks for values, for the tests of rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from pydantic_core import core_schema

from pytest_fixturegen import FieldFacts, Strategy, hookimpl
from pytest_fixturegen.nodes import Choice, Node
from pytest_fixturegen.providers.field_context import FieldContext

NAME = __name__


class Badge:
    """A class that is not a model."""

    def __init__(self, number: int) -> None:
        self.number = number

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema.is_instance_schema(cls)


Hook = Optional[Callable[[], int]]


def make_badge(index: int) -> Badge:
    return Badge(index)


def make_hook() -> Callable[[], int]:
    return int


def provide_word(context: FieldContext) -> Node:
    return Choice(("one", "two"), ("one", "two"))


class PlainTypes:
    """Serves texts."""

    @hookimpl
    def pfg_register_providers(self, registry: Any) -> None:
        registry.add(str, f"{NAME}:provide_word")


class Names:
    """Serves fields called ``emblem``."""

    @hookimpl
    def pfg_register_providers(self, registry: Any) -> None:
        registry.add_name("emblem", f"{NAME}:provide_word")


class Types:
    """Serves a class, and an optional function."""

    @hookimpl
    def pfg_register_providers(self, registry: Any) -> None:
        registry.add(Badge, f"{NAME}:make_badge")
        registry.add(Hook, f"{NAME}:make_hook")


class Values:
    """Asks for one value of each field called ``name``."""

    @hookimpl
    def pfg_modify_strategy(
        self, model: type[Any], field: FieldFacts, strategy: Strategy
    ) -> Strategy | None:
        return strategy.with_settings(value="plugin") if field.name == "name" else None


PLAIN_TYPES = PlainTypes()
NAMES = Names()
TYPES = Types()
VALUES = Values()


def plugins(*names: str) -> tuple[str, ...]:
    """Return the option ``plugins`` for plugins of this module."""
    return tuple(f"{NAME}:{name}" for name in names)
