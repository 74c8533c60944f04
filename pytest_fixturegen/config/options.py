"""Every option, declared once.

Annotation: what is accepted. ``option(default, help)``: what it means. Flags, environment variables, configuration keys
and the docs table are derived from here. Pytest reads this at every start, so it imports the standard library alone;
a value is coerced and checked when it is first read. What only commands need is declared in ``command_options``.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime, timezone
from typing import Any, ClassVar, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass

ChoicePolicy = Literal["first", "random", "weighted"]
FieldHints = Literal[
    "none", "defaults", "examples", "defaults-then-examples", "examples-then-defaults"
]
NumberDistribution = Literal["uniform", "normal", "spike", "bounds", "maximum"]
SizeDistribution = Literal["uniform", "min-heavy", "max-heavy", "bounds", "maximum"]
TextStyle = Literal["natural", "bounds", "longest", "odd"]
IdentityStyle = Literal["natural", "synthetic"]
RngMode = Literal["portable", "entropy"]
CyclePolicy = Literal["null", "stub", "reuse"]
Preset = Literal["none", "boundary", "boundary-max", "realistic"]
VaryScope = Literal["session", "test", "run"]
Profile = Literal["none", "pii-safe", "realistic", "edge", "adversarial"]

Policies = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]
"""What is asked of fields: settings by path or pattern. ``policies_of`` makes them of a mapping."""

Pairs = tuple[tuple[str, str], ...]
"""Names and what each stands for."""


class JsonObject(str):
    """An object of JSON, as its text: frozen, and fit to be a key."""

    __slots__ = ()


EMPTY_OBJECT = JsonObject("{}")
DEFAULT_NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)
"""The moment that data takes for the present unless told otherwise: a constant, so that a seed's data never ages."""


PROJECT_FILES = ("pyproject.toml", "pfg.yaml", "pfg.yml")
"""Names of files that configure a project."""


def declare_option(
    default: Any,
    help_text: str,
    *,
    low: float | None = None,
    high: float | None = None,
    flag: str = "",
) -> Any:  # noqa: A002
    """One option: its *default*, one sentence of *help*, the bounds of a number (both ends in), a short *flag*."""
    return dataclasses.field(
        default=default, metadata={"help": help_text, "low": low, "high": high, "flag": flag}
    )


@dataclass(frozen=True, kw_only=True)
class GenerationConfig:
    """How values are chosen. Read while planning, never while drawing."""

    section: ClassVar[str] = ""

    seed: int = declare_option(0, "Master seed: the same seed gives the same data.")
    locale: str = declare_option("en_US", "Whose names, places and words to use, such as de_DE.")
    now: datetime = declare_option(
        DEFAULT_NOW, "The moment that data takes for the present, in ISO 8601."
    )
    p_none: float = declare_option(0.0, "Chance that an optional field is None.", low=0, high=1)
    max_depth: int = declare_option(
        5, "How many models deep optional parts are filled.", low=0, high=20
    )
    ignore_defaults: bool = declare_option(False, "Draw fields that have a constant default, too.")
    respect_validators: bool = declare_option(
        True, "Draw a record again that its validators refuse; otherwise that is an error."
    )
    validator_max_retries: int = declare_option(
        100, "How often a record that its own validators refuse is drawn again.", low=0
    )
    overrides: Policies = declare_option(
        (), "What a field holds, such as User.role=admin or User.bio={...}.", flag="-O --override"
    )
    field_policies: Policies = declare_option(
        (), "The same for every field that a pattern names: *.nickname={...}."
    )
    union_policy: ChoicePolicy = declare_option(
        "random", "Which member of a union is drawn; weighted prefers the first ones."
    )
    enum_policy: ChoicePolicy = declare_option(
        "random", "Which member of an enum or Literal is drawn; weighted prefers the first ones."
    )
    field_hints: FieldHints = declare_option(
        "defaults", "Whether a field's constant default, or one of its examples, is its value."
    )
    collection_min_items: int = declare_option(
        1, "Items in a list or mapping at least, where its type lets it choose.", low=0
    )
    collection_max_items: int = declare_option(
        3, "Items at most, where its type lets it choose; deeper lists have fewer.", low=0
    )
    collection_distribution: SizeDistribution = declare_option(
        "uniform", "How sizes are spread between the least and the most."
    )
    number_distribution: NumberDistribution = declare_option(
        "uniform", "How numbers are spread between their bounds."
    )
    text_style: TextStyle = declare_option(
        "natural",
        "Texts that read; as short or long as they may be; or odd ones, valid all the same.",
    )
    identities: IdentityStyle = declare_option(
        "natural", "Names and addresses of people that look real, or plainly synthetic ones."
    )
    preset: Preset = declare_option(
        "none",
        "Settings under one name, for those options that are not set: see Presets and profiles.",
    )
    profile: Profile = declare_option(
        "none", "The same, by what the data is for; a preset goes before it."
    )
    rng_mode: RngMode = declare_option(
        "portable", "The seed that is given, or with entropy a fresh one that is printed."
    )
    locale_map: Pairs = declare_option(
        (), "Another locale for the fields that a pattern names, such as User.*=sv_SE."
    )
    on_cycle: CyclePolicy = declare_option(
        "null", "What a model that may hold itself holds in the end: see Cycles."
    )
    allow_fallback: bool = declare_option(
        True, "Guess a value where a type says nothing; otherwise that is an error."
    )
    object_budget: int = declare_option(
        300, "Values in a record at most, as far as optional parts decide it.", low=1
    )
    unique: tuple[str, ...] = declare_option(
        (), "A field, or several together, that never repeat: User.email, User.name,city."
    )
    link: tuple[str, ...] = declare_option(
        (), "A field that holds what a field of another model holds: Order.user_id=User.id."
    )
    related: int = declare_option(
        0,
        "How many records links point to; 0: as many as are written, or 100 in Python and pytest.",
        low=0,
    )
    plugins: tuple[str, ...] = declare_option(
        (), "A plugin of your own: a module such as app.pfg_plugin.", flag="--plugin"
    )


@dataclass(frozen=True, kw_only=True)
class PytestConfig:
    """What a run of pytest has beside how values are chosen."""

    section: ClassVar[str] = ""

    models: tuple[str, ...] = declare_option(
        (), "Models that are fixtures in every test, such as app.models:User."
    )
    vary: VaryScope = declare_option(
        "session",
        "Whether each test is given the same values, values of its own, or each run other ones.",
    )


def resolve_seed(config: GenerationConfig) -> GenerationConfig:
    """*config* with the seed that it is to use: with ``rng_mode="entropy"`` a fresh one, from then on like any other."""
    if config.rng_mode == "portable":
        return config
    import secrets

    return dataclasses.replace(config, seed=secrets.randbelow(2**32), rng_mode="portable")
