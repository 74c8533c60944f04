"""Classes of one hierarchy that share tables: the column that tells their rows apart."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.tables.mapped_classes import map_columns

LITERAL_TYPES = (str, int, bytes, Enum)
"""Types of values that a Literal can name."""


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The attribute that names the class of a row, and the values that it may have."""

    field: str
    values: tuple[Any, ...]


@use_for_django(lambda cls: None)
def find_discriminator(cls: Any) -> Discriminator | None:
    """Return the discriminator of *cls*; None if rows of other classes have other tables.

    A class without an identity has rows of any class of its hierarchy.
    """
    mapper = cls.__mapper__
    # An expression over several columns has no attribute.
    attribute = map_columns(cls).get(mapper.polymorphic_on)
    if attribute is None or mapper.concrete:
        return None
    identity = mapper.polymorphic_identity
    known = tuple(mapper.polymorphic_map) if identity is None else (identity,)
    values = tuple(value for value in known if isinstance(value, LITERAL_TYPES))
    return Discriminator(attribute, values) if values else None


@use_for_django(lambda cls: (0, 1))
def find_share(cls: Any) -> tuple[int, int]:
    """Return the position of *cls* among the classes that share its tables, and their number.

    The number is rounded up to a power of two, so that one more class rarely changes the data of
    the others.
    """
    sharing = [
        mapper.class_
        for mapper in cls.__mapper__.base_mapper.self_and_descendants
        if not mapper.concrete
    ]
    if cls not in sharing:
        return 0, 1
    return sharing.index(cls), 1 << (len(sharing) - 1).bit_length()
