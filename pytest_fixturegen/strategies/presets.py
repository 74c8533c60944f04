"""Presets and profiles: values for several options under one name.

A bundle sets an option that still has its default: an option that was set wins over a preset, and a
preset wins over a profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from pytest_fixturegen.config.options import GenerationConfig

BOUNDARY: Mapping[str, Any] = {
    "number_distribution": "bounds",
    "collection_distribution": "bounds",
    "text_style": "bounds",
    "fill": "all",
    "p_none": 0.25,
}
EDGE: Mapping[str, Any] = {**BOUNDARY, "ignore_defaults": True, "collection_min_items": 0}

OPTION_BUNDLES: Mapping[str, Mapping[str, Any]] = {
    "boundary": BOUNDARY,
    "boundary-max": {
        "number_distribution": "maximum",
        "collection_distribution": "maximum",
        "text_style": "longest",
    },
    "realistic": {
        "number_distribution": "normal",
        "collection_distribution": "min-heavy",
        "p_none": 0.1,
    },
    "pii-safe": {"identities": "synthetic"},
    "edge": EDGE,
    "adversarial": {**EDGE, "text_style": "odd"},
}
"""The options that each preset and each profile sets."""


def expand_bundles(config: GenerationConfig) -> GenerationConfig:
    """Return *config* with the options of its preset and its profile."""
    bundle = {**OPTION_BUNDLES.get(config.profile, {}), **OPTION_BUNDLES.get(config.preset, {})}
    if not bundle:
        return config
    defaults = {option.name: option.default for option in fields(config)}
    unset = {
        name: value for name, value in bundle.items() if getattr(config, name) == defaults[name]
    }
    return replace(config, **unset)
