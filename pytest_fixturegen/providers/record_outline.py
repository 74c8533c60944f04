"""What planning knows of a record before it plans the fields: its name and what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.field_policies import Policies


@dataclass(frozen=True, slots=True)
class FieldOutline:
    """One field of a record.

    Attributes:
        name: The name of the field, in snake case and plain English: ``customer_name`` for
            ``cust_nm``.
        kind: The kind of a scalar, such as ``"str"``; else ``"choice"``, ``"list"``, ``"mapping"``,
            ``"tuple"``, ``"record"`` or ``"other"``.
        is_optional: Whether the field accepts None.
        options: The texts of a closed list, in its order.
    """

    name: str
    kind: str
    is_optional: bool = False
    options: tuple[str, ...] = ()


class FieldOutlines(tuple[FieldOutline, ...]):
    """The fields of a record. Planning asks caches for it dozens of times a field.

    The hash of forty fields took a quarter of the time of planning; that of two names will do.
    """

    __slots__ = ()

    def __hash__(self) -> int:
        """Return a hash of the number of the fields and of the outer names."""
        return hash((len(self), self[0].name, self[-1].name)) if self else 0


@lru_cache(maxsize=1024)
def share_fields(fields: FieldOutlines) -> FieldOutlines:
    """Return *fields*, or the equal ones of an earlier plan.

    Every cache compares the fields of an outline with those that it knows. The same object is equal
    at once; equal ones are compared field by field, which would be done anew for each field.
    """
    return fields


@dataclass(frozen=True, slots=True)
class RecordOutline:
    """A record: the name of its class, and that of the *root* that is planned, in snake case.

    If *is_nested*, it is a part of another record; *links* are its fields that link to
    records of other models.
    All names are in plain English, see :mod:`name_words`; *readings* has that of each field which
    is written otherwise, and *language* is the one in which they are written.

    A field never shows the value of another one. But its name may mean several things, and the
    names around it tell which: ``image`` of a container, ``region`` of a cloud.

    *own_domains* are the domains that the user describes, *chosen_domains* those that the user
    gives to this class.
    """

    model: str = ""
    root: str = ""
    fields: FieldOutlines = FieldOutlines()
    own_domains: Policies = ()
    chosen_domains: tuple[str, ...] = ()
    language: str = "en"
    readings: Mapping[str, str] | None = field(default=None, compare=False)
    is_nested: bool = False
    links: tuple[str, ...] = ()

    def read_name(self, name: str) -> str:
        """Return what the field *name*, in snake case, is called in plain English."""
        return self.readings.get(name, name) if self.readings else name

    def has(self, *names: str) -> bool:
        """Return whether the record has a field with one of *names*."""
        return not index_fields(self).keys().isdisjoint(names)

    def find(self, name: str) -> FieldOutline | None:
        """Return the field *name*; None if nothing is found."""
        return index_fields(self).get(name)


NO_RECORD = RecordOutline()
"""The outline of a value that is not in a record."""


@lru_cache(maxsize=256)
def index_fields(outline: RecordOutline) -> dict[str, FieldOutline]:
    """Return the fields of *outline* by name."""
    return {field.name: field for field in outline.fields}


@lru_cache(maxsize=256)
def list_name_words(outline: RecordOutline) -> frozenset[str]:
    """Return the words in the names of the record, of its root and of its fields."""
    names = (
        outline.model,
        outline.root,
        *(field.name for field in outline.fields),
    )
    return frozenset(word for name in names for word in name.split("_"))
