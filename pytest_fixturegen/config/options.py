"""Declarations of the options that generation and pytest need.

The annotation says which values an option accepts, ``declare_option(default, help)`` what it means.
Flags, environment variables, configuration keys and the table in the docs derive from here. Pytest
imports this module at every start, so it imports only the standard library; values are converted
and checked when they are first read. Options of commands are declared in ``command_options``.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass

ChoicePolicy = Literal["first", "random", "weighted"]
FieldLanguage = Literal["auto", "en", "sv", "de", "fr", "es", "pt", "it", "nl", "ja"]
FieldHints = Literal[
    "none", "defaults", "examples", "defaults-then-examples", "examples-then-defaults"
]
NumberDistribution = Literal["uniform", "normal", "spike", "bounds", "maximum"]
SizeDistribution = Literal["uniform", "min-heavy", "max-heavy", "bounds", "maximum"]
TextStyle = Literal["natural", "bounds", "longest", "odd"]
IdentityStyle = Literal["natural", "synthetic"]
RngMode = Literal["portable", "entropy"]
CyclePolicy = Literal["null", "stub", "reuse"]
Fill = Literal["required", "usual", "all"]
Preset = Literal["none", "boundary", "boundary-max", "realistic", "pii-safe", "edge", "adversarial"]
"""Names of sets of options; ``strategies.presets`` holds what each sets."""

VaryScope = Literal["session", "test", "run"]

Policies = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]
"""Settings of fields by path or pattern; :func:`policies_of` builds them from a mapping."""

Pairs = tuple[tuple[str, str], ...]
"""Pairs of a name and its value."""


class JsonObject(str):
    """A JSON object as its text, which is immutable and hashable."""

    __slots__ = ()


EMPTY_OBJECT = JsonObject("{}")
DEFAULT_NOW = datetime(
    2026,
    1,
    1,
    tzinfo=timezone.utc,
)
"""The reference time of generated data. It is a constant, so that the data of a seed never ages."""


PROJECT_FILES = ("pyproject.toml", "pfg.yaml", "pfg.yml")
"""Names of configuration files."""

Widening = Literal["never", "set", "raised", "outside", "destination", "code", "aliases"]
"""When a value of an option gives a project more rights: see ``config.trust``."""


def declare_option(  # noqa: PLR0913 - one argument for each fact
    default: Any,
    help_text: str,
    *,
    low: float | None = None,
    high: float | None = None,
    flag: str = "",
    alias: str = "",
    widens: Widening = "never",
    harmless: tuple[Any, ...] = (),
) -> Any:
    """Return a dataclass field that declares one option.

    *help_text* is one sentence, *low* and *high* are the bounds of a number (both included), and
    *flag* holds further spellings of the flag, separated by spaces. *alias* is another name of the
    option in Python and in project files. *widens* says when the project's own configuration needs
    trust to set it; *harmless* values never do.
    """
    metadata = {
        "help": help_text,
        "low": low,
        "high": high,
        "flag": flag,
        "alias": alias,
        "widens": widens,
        "harmless": harmless,
    }
    return dataclasses.field(default=default, metadata=metadata)


class OptionGroup:
    """Base of the groups of options. Values that Python passes are checked as flags are."""

    @classmethod
    def _read_keywords(cls, keywords: dict[str, Any]) -> dict[str, Any]:
        """Return *keywords* by the names of options, in their types.

        Raises:
            ConfigError: If an option is unknown or given twice, or if its value is invalid.
        """
        from pytest_fixturegen.config.keyword_options import read_keywords

        return read_keywords(cls, keywords)


@dataclass(frozen=True, kw_only=True)
class GenerationConfig(OptionGroup):
    """Options of value generation. They are read while planning, never while generating."""

    section: ClassVar[str] = ""

    seed: int = declare_option(0, "Master seed: the same seed gives the same data.")
    locale: str = declare_option("en_US", "Locale of names, places and words, such as de_DE.")
    field_language: FieldLanguage = declare_option(
        "auto", "Language of the names of fields; auto recognises it in each model."
    )
    now: datetime = declare_option(DEFAULT_NOW, "Reference time of generated data, in ISO 8601.")
    p_none: float = declare_option(
        0.0,
        "Chance that an optional field is None.",
        low=0,
        high=1,
        alias="p_none_default",
    )
    fill: Fill = declare_option(
        "usual",
        "Which optional fields have a value: those that must, those that usually do, or all.",
    )
    max_depth: int = declare_option(
        5,
        "How many nested models deep optional fields are filled.",
        low=0,
        high=20,
        alias="recursion_limit",
    )
    ignore_defaults: bool = declare_option(
        False, "Also generate fields that have a constant default."
    )
    respect_validators: bool = declare_option(
        True, "Repair records that their validators reject; otherwise a rejection is an error."
    )
    validator_max_retries: int = declare_option(
        100, "How often the repair of a rejected record is tried.", low=0
    )
    overrides: Policies = declare_option(
        (),
        "Value or settings of a field or a type, such as User.role=admin or EmailStr={...}.",
        flag="-O --override",
        widens="code",
    )
    field_policies: Policies = declare_option(
        (),
        "Settings of every field that a pattern matches: *.nickname={...}.",
        widens="code",
    )
    domains: Policies = declare_option(
        (),
        "Models and names of a domain, built-in or new: brewing={...}.",
        flag="--domain",
    )
    union_policy: ChoicePolicy = declare_option(
        "random", "Which member of a union is chosen; weighted prefers the first ones."
    )
    enum_policy: ChoicePolicy = declare_option(
        "random", "Which member of an enum or Literal is chosen; weighted prefers the first ones."
    )
    field_hints: FieldHints = declare_option(
        "defaults", "Whether fields take their constant default or one of their examples."
    )
    collection_min_items: int = declare_option(
        1, "Minimum number of items in a list or mapping, if its type allows it.", low=0
    )
    collection_max_items: int = declare_option(
        3, "Maximum number of items, if the type allows it; nested lists have fewer.", low=0
    )
    collection_distribution: SizeDistribution = declare_option(
        "uniform", "Distribution of sizes between the minimum and the maximum."
    )
    number_distribution: NumberDistribution = declare_option(
        "uniform", "Distribution of numbers between their bounds."
    )
    text_style: TextStyle = declare_option(
        "natural",
        "Natural text, text at the length limits, the longest text, or unusual but valid text.",
    )
    identities: IdentityStyle = declare_option(
        "natural", "Realistic names and addresses of people, or obviously synthetic ones."
    )
    preset: Preset = declare_option(
        "none",
        "Named set of values for options that are not set: see Presets and profiles.",
    )
    profile: Preset = declare_option(
        "none", "Another name of preset; if both are set, they add up and preset wins."
    )
    rng_mode: RngMode = declare_option(
        "portable", "Use the given seed, or with entropy a random one, which is printed."
    )
    locale_map: Pairs = declare_option(
        (), "Locale of the fields that a pattern matches, such as User.*=sv_SE."
    )
    on_cycle: CyclePolicy = declare_option("null", "How recursion of models ends: see Cycles.")
    allow_fallback: bool = declare_option(
        True, "Guess a value if the type allows anything; otherwise that is an error."
    )
    object_budget: int = declare_option(
        300, "Maximum number of values in a record; optional fields are left out beyond it.", low=1
    )
    unique: tuple[str, ...] = declare_option(
        (), "A field, or a group of fields, that never repeats: User.email, User.name,city."
    )
    link: tuple[str, ...] = declare_option(
        (),
        "A field that takes its value from another model: Order.user_id=User.id, "
        "or Order.user_id=User.id;1..8 for 1 to 8 orders of each user.",
    )
    related: int = declare_option(
        0,
        "Number of records that links point to; 0: as many as are written, "
        "or 100 in Python and pytest.",
        low=0,
    )
    plugins: tuple[str, ...] = declare_option(
        (),
        "Module of a plugin, such as app.pfg_plugin.",
        flag="--plugin",
        widens="set",
    )

    if TYPE_CHECKING:  # parameters for type checkers; at run time they are read as aliases
        p_none_default: dataclasses.InitVar[float] = 0.0
        recursion_limit: dataclasses.InitVar[int] = 5
    else:

        @property
        def p_none_default(self):
            """Another name of ``p_none``."""
            return self.p_none

        @property
        def recursion_limit(self):
            """Another name of ``max_depth``."""
            return self.max_depth


@dataclass(frozen=True, kw_only=True)
class PytestConfig(OptionGroup):
    """Options of a pytest run."""

    section: ClassVar[str] = ""

    models: tuple[str, ...] = declare_option(
        (), "Models that become fixtures in every test, such as app.models:User."
    )
    vary: VaryScope = declare_option(
        "session",
        "Whether all tests get the same values, each test its own, or each run other ones.",
    )


def resolve_seed(config: GenerationConfig) -> GenerationConfig:
    """Return *config* with a fixed seed: a random one if ``rng_mode`` is ``"entropy"``."""
    if config.rng_mode == "portable":
        return config
    import secrets

    return dataclasses.replace(config, seed=secrets.randbelow(2**32), rng_mode="portable")
