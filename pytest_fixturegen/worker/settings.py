"""Groups of options as a request carries them.

The parent has read and validated the options. The child only restores the types that JSON lacks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from pytest_fixturegen.config.field_policies import POLICY_OPTIONS, policies_of

T = TypeVar("T")


def restore_settings(config_class: type[T], values: dict[str, Any]) -> T:
    """Return the group of options that ``to_json_dict`` turned into *values*."""
    restored = {name: _restore_tuples(value) for name, value in values.items()}
    for name in POLICY_OPTIONS:
        if name in values:
            restored[name] = policies_of(values[name])
    if "now" in values:
        restored["now"] = datetime.fromisoformat(values["now"])
    return config_class(**restored)


def _restore_tuples(value: Any) -> Any:
    """Return *value* with tuples for its lists."""
    return tuple(map(_restore_tuples, value)) if isinstance(value, list) else value
