"""Every option that decides how values are chosen, on models that it matters for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pytest_fixturegen import policies_of

from tests.golden import models


def pick_policy(**paths: dict[str, Any]) -> Any:
    """Return policies of paths that have two underscores for a dot and ``any`` for a star."""
    return policies_of(
        {path.replace("__", ".").replace("any", "*"): asked for path, asked in paths.items()}
    )


OPTIONS: dict[str, dict[str, Any]] = {
    "p_none": {"p_none": 0.5},
    "p_none_few": {"p_none": 0.1},
    "p_none_all": {"p_none": 1.0},
    "depth_0": {"max_depth": 0},
    "depth_1": {"max_depth": 1},
    "ignore_defaults": {"ignore_defaults": True},
    "union_first": {"union_policy": "first"},
    "union_weighted": {"union_policy": "weighted"},
    "enum_first": {"enum_policy": "first"},
    "enum_weighted": {"enum_policy": "weighted"},
    "hints_none": {"field_hints": "none"},
    "hints_examples": {"field_hints": "examples"},
    "hints_defaults_first": {"field_hints": "defaults-then-examples"},
    "hints_examples_first": {"field_hints": "examples-then-defaults"},
    "items": {"collection_min_items": 2, "collection_max_items": 6},
    "items_min_heavy": {"collection_max_items": 6, "collection_distribution": "min-heavy"},
    "items_max_heavy": {"collection_max_items": 6, "collection_distribution": "max-heavy"},
    "items_bounds": {"collection_max_items": 5, "collection_distribution": "bounds"},
    "items_maximum": {"collection_distribution": "maximum"},
    "numbers_normal": {"number_distribution": "normal"},
    "numbers_spike": {"number_distribution": "spike"},
    "numbers_bounds": {"number_distribution": "bounds"},
    "numbers_maximum": {"number_distribution": "maximum"},
    "text_bounds": {"text_style": "bounds"},
    "text_longest": {"text_style": "longest"},
    "text_odd": {"text_style": "odd"},
    "synthetic": {"identities": "synthetic"},
    "boundary": {"preset": "boundary"},
    "boundary_max": {"preset": "boundary-max"},
    "preset_realistic": {"preset": "realistic"},
    "pii_safe": {"profile": "pii-safe"},
    "realistic": {"profile": "realistic"},
    "edge": {"profile": "edge"},
    "adversarial": {"profile": "adversarial"},
    "preset_over_profile": {"preset": "realistic", "profile": "edge"},
    "now": {"now": dt.datetime(2031, 5, 17, 8, 30, tzinfo=dt.timezone.utc)},
    "cycle_stub": {"on_cycle": "stub"},
    "cycle_reuse": {"on_cycle": "reuse"},
    "budget": {"object_budget": 20},
    "locale_map": {"locale_map": (("*.city", "sv_SE"), ("Person.*", "fr_FR"))},
}
"""Options by a name of their own."""

MODELS = (models.Mixed, models.Person, models.Task, models.Tree, models.Defaults, models.Measures)
"""Models that show every option."""

CONTROLLED: dict[str, tuple[Any, dict[str, Any]]] = {
    "unique": (models.Customer, {"unique": ("Customer.email",)}),
    "unique_two": (models.Customer, {"unique": ("Customer.name,city", "Customer.id")}),
    "unique_number": (models.Order, {"unique": ("Order.id",), "number_distribution": "normal"}),
    "link": (models.Order, {"link": ("Order.customer_id=Customer.id",), "related": 50}),
    "link_usual": (models.Order, {"link": ("Order.customer_id=Customer.id",)}),
    "link_two": (
        models.Order,
        {
            "link": ("Order.customer_id=Customer.id", "Order.customer_city=Customer.city"),
            "related": 9,
        },
    ),
    "link_unique": (
        models.Order,
        {"link": ("Order.customer_id=Customer.id",), "unique": ("Customer.id",), "related": 30},
    ),
    "override_value": (
        models.Person,
        {"overrides": pick_policy(Person__gender={"value": "female"})},
    ),
    "override_provider": (
        models.Person,
        {"overrides": pick_policy(Person__nickname={"provider": "city"})},
    ),
    "override_faker": (
        models.Person,
        {"overrides": pick_policy(Person__job_title={"provider": "faker.color_name"})},
    ),
    "override_none": (models.Task, {"overrides": pick_policy(Task__completed_at={"p_none": 0.5})}),
    "override_items": (
        models.Task,
        {"overrides": pick_policy(Task__children={"min_items": 2, "max_items": 2})},
    ),
    "override_deep": (
        models.Team,
        {"overrides": pick_policy(Team__members__nickname={"value": "Bo"})},
    ),
    "override_ignore": (
        models.Defaults,
        {"overrides": pick_policy(Defaults__name={"ignore": True})},
    ),
    "override_require": (
        models.Defaults,
        {"overrides": pick_policy(Defaults__size={"require": True})},
    ),
    "override_wins": (
        models.Customer,
        {
            "overrides": pick_policy(Customer__city={"value": "Oslo"}),
            "field_policies": pick_policy(any__city={"value": "Rome"}, any__name={"value": "Ada"}),
        },
    ),
    "policy_none": (models.Mixed, {"field_policies": pick_policy(any__optional={"p_none": 0.7})}),
    "policy_pattern": (
        models.Machine,
        {"field_policies": policies_of({"re:.*number": {"provider": "isbn"}})},
    ),
}
"""Options that name a field of one model."""

CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    **{
        f"{name}.{model.__name__}": (model, options)
        for name, options in OPTIONS.items()
        for model in MODELS
    },
    **CONTROLLED,
}
"""Each model with its options, by name."""
