"""Every option, declared once.

Annotation: what is accepted. ``option(default, help)``: what it means. Flags, environment variables, configuration keys
and the docs table are derived from here. Pytest reads this at every start, so it imports the standard library alone;
Pydantic coerces and checks a value when it is first read.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, ClassVar, Literal

Style = Literal["functions", "factory", "class"]
Scope = Literal["function", "class", "module", "package", "session"]
ReturnType = Literal["model", "dict"]
Policy = Literal["first", "random", "weighted"]
Hints = Literal["none", "defaults", "examples", "defaults-then-examples", "examples-then-defaults"]
Numbers = Literal["uniform", "normal", "spike", "bounds", "maximum"]
Sizes = Literal["uniform", "min-heavy", "max-heavy", "bounds", "maximum"]
Texts = Literal["natural", "bounds", "longest", "odd"]
Identities = Literal["natural", "synthetic"]
RngMode = Literal["portable", "entropy"]
Cycles = Literal["null", "stub", "reuse"]
Preset = Literal["none", "boundary", "boundary-max", "realistic"]
Profile = Literal["none", "pii-safe", "realistic", "edge", "adversarial"]

Policies = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]
"""What is asked of fields: settings by path or pattern. ``policies_of`` makes them of a mapping."""

Pairs = tuple[tuple[str, str], ...]
"""Names and what each stands for."""

NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)
"""The moment that data takes for the present unless told otherwise: a constant, so that a seed's data never ages."""


def option(default: Any, help: str, *, low: float | None = None, high: float | None = None, flag: str = "") -> Any:  # noqa: A002
    """One option: its *default*, one sentence of *help*, the bounds of a number (both ends in), a short *flag*."""
    facts = {"help": help, "low": low, "high": high, "flag": flag}
    if isinstance(default, list | dict):
        return dataclasses.field(default_factory=type(default), metadata=facts)
    return dataclasses.field(default=default, metadata=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationConfig:
    """How values are chosen. Read while planning, never while drawing."""

    section: ClassVar[str] = ""

    seed: int = option(0, "Master seed: the same seed gives the same data.")
    locale: str = option("en_US", "Whose names, places and words to use, such as de_DE.")
    now: datetime = option(NOW, "The moment that data takes for the present, in ISO 8601.")
    p_none: float = option(0.0, "Chance that an optional field is None.", low=0, high=1)
    max_depth: int = option(5, "How many models deep optional parts are filled.", low=0, high=20)
    ignore_defaults: bool = option(False, "Draw fields that have a constant default, too.")
    respect_validators: bool = option(True, "Draw a record again that its validators refuse; otherwise that is an error.")
    validator_max_retries: int = option(100, "How often a record that its own validators refuse is drawn again.", low=0)
    overrides: Policies = option((), "What a field holds, such as User.role=admin or User.bio={...}.", flag="-O --override")
    field_policies: Policies = option((), "The same for every field that a pattern names: *.nickname={...}.")
    union_policy: Policy = option("random", "Which member of a union is drawn; weighted prefers the first ones.")
    enum_policy: Policy = option("random", "Which member of an enum or Literal is drawn; weighted prefers the first ones.")
    field_hints: Hints = option("defaults", "Whether a field's constant default, or one of its examples, is its value.")
    collection_min_items: int = option(1, "Items in a list or mapping at least, where its type lets it choose.", low=0)
    collection_max_items: int = option(3, "Items at most, where its type lets it choose; deeper lists have fewer.", low=0)
    collection_distribution: Sizes = option("uniform", "How sizes are spread between the least and the most.")
    number_distribution: Numbers = option("uniform", "How numbers are spread between their bounds.")
    text_style: Texts = option("natural", "Texts that read; as short or long as they may be; or odd ones, valid all the same.")
    identities: Identities = option("natural", "Names and addresses of people that look real, or plainly synthetic ones.")
    preset: Preset = option("none", "Settings under one name, for those options that are not set: see Presets and profiles.")
    profile: Profile = option("none", "The same, by what the data is for; a preset goes before it.")
    rng_mode: RngMode = option("portable", "The seed that is given, or with entropy a fresh one that is printed.")
    locale_map: Pairs = option((), "Another locale for the fields that a pattern names, such as User.*=sv_SE.")
    on_cycle: Cycles = option("null", "What a model that may hold itself holds in the end: see Cycles.")
    allow_fallback: bool = option(True, "Guess a value where a type says nothing; otherwise that is an error.")
    object_budget: int = option(300, "Values in a record at most, as far as optional parts decide it.", low=1)
    unique: tuple[str, ...] = option((), "A field, or several together, that never repeat: User.email, User.name,city.")
    link: tuple[str, ...] = option((), "A field that holds what a field of another model holds: Order.user_id=User.id.")
    related: int = option(0, "How many records links point to; 0: as many as are written, or 100 in Python and pytest.", low=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionConfig:
    """Which of a target's models are meant."""

    section: ClassVar[str] = ""

    include: tuple[str, ...] = option((), "Only models whose full name matches this pattern, such as 'app.models.*'.")
    exclude: tuple[str, ...] = option((), "No models whose full name matches this pattern.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportConfig:
    """How the child that imports the target is kept in bounds."""

    section: ClassVar[str] = ""

    timeout: float = option(60.0, "Seconds that the import of the target may take.", low=0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonConfig:
    """How records become JSON files."""

    section: ClassVar[str] = "json"

    n: int = option(1, "How many records of each model.", low=0, flag="-n")
    out: str = option("-", "File to write; {model} {seed} {shard} are filled in, - is standard output.", flag="-o")
    jsonl: bool = option(False, "One record a line instead of one array.")
    indent: int = option(0, "Spaces to indent by; 0 keeps a record on one line.", low=0, high=8)
    shard_size: int = option(0, "Records a file, numbered by {shard}; 0 keeps them in one.", low=0)
    with_related: bool = option(False, "Write the models that links point to, too.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaConfig:
    """How JSON Schemas are written."""

    section: ClassVar[str] = "schema"

    out: str = option("-", "File to write; {model} is filled in, - is standard output.", flag="-o")


@dataclass(frozen=True, slots=True, kw_only=True)
class FixturesConfig:
    """How pytest fixtures are written."""

    section: ClassVar[str] = "fixtures"

    out: str = option("-", "File to write; {model} {seed} are filled in, - is standard output.", flag="-o")
    style: Style = option("functions", "How fixtures are written: as functions, as factories, or in a class to inherit.")
    scope: Scope = option("function", "Pytest's scope of each fixture.")
    cases: int = option(1, "How many values each fixture runs with.", low=1)
    return_type: ReturnType = option("model", "Whether a fixture gives an instance or a dict.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreConfig:
    """What a store holds at first, and where it keeps it."""

    section: ClassVar[str] = "store"

    adapter: str = option("memory", "Where records are kept: a name, or pkg.module:callable.", flag="--database.adapter")
    db_path: str = option("", "The file of sqlite and json-file, or the DSN of postgres.", flag="--database.dbPath")
    auto_save: bool = option(True, "Write the file of json-file unasked, and at the end.")
    save_interval: float = option(0.0, "Seconds that a change of json-file may wait; 0 writes before it is answered.", low=0)
    snapshots: bool = option(True, "Let named states be saved and restored.")
    snapshots_directory: str = option("", "Keep named states as files in this directory instead of in the store.")
    generate: bool = option(True, "Draw records for a new store, beside the data that it is given.")
    count: int = option(10, "How many records of each resource are drawn.", low=0)
    counts: Pairs = option((), "How many of one resource, such as users=50.")
    key: tuple[str, ...] = option((), "The field that tells records apart, where it is not called id: Product.sku.")
    on_delete: Pairs = option((), "What a link does when its target goes: Order.user_id=cascade, restrict or nullify.")
    indexed_fields: tuple[str, ...] = option((), "Fields that are searched and sorted by an index: User.city.")
    cache_size: int = option(1000, "How many of the records last asked for are kept at hand.", low=0)
    lazy_loading: bool = option(False, "Open the storage when it is first asked for, not before.")
    seed_script: str = option("", "A Python file whose generate() gives records of a new store.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeConfig:
    """How a store is served."""

    section: ClassVar[str] = "serve"

    host: str = option("127.0.0.1", "Address to listen on; any but a loopback one needs a token.")
    port: int = option(8000, "Port to listen on; 0 takes a free one.", low=0, high=65535)
    token: str = option("", "What requests must send as 'Authorization: Bearer TOKEN'.")
    reset: bool = option(False, "Begin with the initial data, whatever the storage holds.")
    snapshot: str = option("", "Begin with the state of this snapshot.")
    page_size: int = option(100, "How many records a page has where the request does not say.", low=1, high=10_000)
    body_limit: int = option(1_048_576, "Bytes that a request's body has at most.", low=1)
    cors: tuple[str, ...] = option(("*",), "Origins whose pages may ask; * is any.")
    latency: tuple[str, ...] = option((), "Milliseconds that answers take: 50, 20-80, or 'GET /users=20-80'.")
    fail: tuple[str, ...] = option((), "Requests that fail: 'POST /orders=503:0.1' is one in ten.")


def settled_seed(config: GenerationConfig) -> GenerationConfig:
    """*config* with the seed that it is to use: with ``rng_mode="entropy"`` a fresh one, from then on like any other."""
    if config.rng_mode == "portable":
        return config
    import secrets

    return dataclasses.replace(config, seed=secrets.randbelow(2**32), rng_mode="portable")


CONFIGS: tuple[type, ...] = (
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
    JsonConfig,
    SchemaConfig,
    FixturesConfig,
    StoreConfig,
    ServeConfig,
)
"""Every group of options, in the order of the docs."""
