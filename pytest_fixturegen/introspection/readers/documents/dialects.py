"""Dialects: what the keywords of a schema mean depends on the draft that it is written in."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import DiscoveryError


@dataclass(frozen=True, slots=True)
class Dialect:
    """One draft of JSON Schema.

    *version* orders the drafts, *uri* is the address, *validator* the class of jsonschema-rs. If
    *ref_stands_alone*, the keywords next to ``$ref`` mean nothing. *id_keyword* names a schema.
    """

    version: int
    uri: str
    validator: str
    id_keyword: str = "$id"
    ref_stands_alone: bool = False

    @property
    def has_boolean_bounds(self) -> bool:
        """Whether ``exclusiveMinimum`` is a boolean that changes ``minimum``."""
        return self.version == 4

    @property
    def has_prefix_items(self) -> bool:
        """Whether ``prefixItems`` describes the first items; before, a list of ``items`` did."""
        return self.version >= 2020

    @property
    def has_anchors(self) -> bool:
        """Whether ``$anchor`` names a schema; before, an ``$id`` that is a fragment did."""
        return self.version >= 2019


DRAFT_4 = Dialect(
    4,
    "http://json-schema.org/draft-04/schema#",
    "Draft4Validator",
    "id",
    ref_stands_alone=True,
)
DRAFT_6 = Dialect(
    6,
    "http://json-schema.org/draft-06/schema#",
    "Draft6Validator",
    ref_stands_alone=True,
)
DRAFT_7 = Dialect(
    7,
    "http://json-schema.org/draft-07/schema#",
    "Draft7Validator",
    ref_stands_alone=True,
)
DRAFT_2019 = Dialect(
    2019,
    "https://json-schema.org/draft/2019-09/schema",
    "Draft201909Validator",
)
DRAFT_2020 = Dialect(
    2020,
    "https://json-schema.org/draft/2020-12/schema",
    "Draft202012Validator",
)

DIALECTS = {
    "json-schema.org/draft-04/schema": DRAFT_4,
    "json-schema.org/draft-06/schema": DRAFT_6,
    "json-schema.org/draft-07/schema": DRAFT_7,
    "json-schema.org/draft/2019-09/schema": DRAFT_2019,
    "json-schema.org/draft/2020-12/schema": DRAFT_2020,
    "json-schema.org/schema": DRAFT_2020,
    "spec.openapis.org/oas/3.1/dialect/base": DRAFT_2020,
}
"""The dialect of each ``$schema``, without the scheme of its address."""

DEFAULT = DRAFT_2020
"""The dialect of a schema that names none."""

SUPPORTED = "drafts 4, 6, 7, 2019-09 and 2020-12"


def find_dialect(
    schema: Any,
    default: Dialect = DEFAULT,
) -> Dialect | None:
    """Return the dialect that *schema* names; *default* if it names none, None if unknown."""
    name = schema.get("$schema") if isinstance(schema, dict) else None
    if not isinstance(name, str):
        return default
    plain = name.partition("://")[2] or name
    return DIALECTS.get(plain.rstrip("#").rstrip("/"))


def require_dialect(
    schema: Any,
    file: str,
) -> Dialect:
    """Return the dialect of *schema*. Raise DiscoveryError if it is not supported."""
    dialect = find_dialect(schema)
    if dialect is None:
        raise DiscoveryError(
            f"{file}: unsupported draft at #/$schema: expected {SUPPORTED},"
            f" got {schema['$schema']!r:.100}.",
            hint="Change $schema to a supported draft, such as"
            " https://json-schema.org/draft/2020-12/schema.",
            path=file,
            pointer="#/$schema",
        )
    return dialect
