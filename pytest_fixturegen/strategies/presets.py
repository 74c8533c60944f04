"""Presets and profiles: settings under one name.

What a bundle says holds where the option has its default value: an option that was set goes before it, and a preset
before a profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from pytest_fixturegen.config.options import GenerationConfig

OPTION_BUNDLES: Mapping[str, Mapping[str, Any]] = {
    "boundary": {"number_distribution": "bounds", "collection_distribution": "bounds", "text_style": "bounds", "p_none": 0.25},
    "boundary-max": {"number_distribution": "maximum", "collection_distribution": "maximum", "text_style": "longest"},
    "realistic": {"number_distribution": "normal", "collection_distribution": "min-heavy", "p_none": 0.1},
    "pii-safe": {"identities": "synthetic"},
    "edge": {
        "number_distribution": "bounds", "collection_distribution": "bounds", "text_style": "bounds", "p_none": 0.25,
        "ignore_defaults": True, "collection_min_items": 0,
    },
    "adversarial": {
        "number_distribution": "bounds", "collection_distribution": "bounds", "text_style": "odd", "p_none": 0.25,
        "ignore_defaults": True, "collection_min_items": 0,
    },
}  # fmt: skip
"""What each preset and each profile sets."""


def expand_bundles(config: GenerationConfig) -> GenerationConfig:
    """*config* with what its preset and its profile say put where nothing else was said."""
    bundle = {**OPTION_BUNDLES.get(config.profile, {}), **OPTION_BUNDLES.get(config.preset, {})}
    if not bundle:
        return config
    defaults = {each.name: each.default for each in fields(config)}
    return replace(
        config,
        **{
            name: value for name, value in bundle.items() if getattr(config, name) == defaults[name]
        },
    )
