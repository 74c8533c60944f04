"""Expands the bare names of indexed fields to the resources that have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pytest_fixturegen.errors import ConfigError, suggest_nearest


def expand_indexed_fields(
    indexed: Sequence[str],
    fields_by_resource: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    """Yield each of *indexed* as ``resource.field``.

    A name without a resource means that field of every resource. Raise ConfigError if no resource
    has it.
    """
    for text in indexed:
        if "." in text:
            yield text
            continue
        owners = [name for name, fields in fields_by_resource.items() if text in fields]
        if not owners:
            known = {field for fields in fields_by_resource.values() for field in fields}
            raise ConfigError(
                f"Cannot index {text!r}: no resource has such a field.",
                hint=suggest_nearest(text, known),
                key=text,
            )
        for owner in owners:
            yield f"{owner}.{text}"
