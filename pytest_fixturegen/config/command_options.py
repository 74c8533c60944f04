"""The options of the commands, beside how values are chosen: declared apart, since pytest's start has no use for them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.options import (
    EMPTY_OBJECT,
    GenerationConfig,
    JsonObject,
    Pairs,
    Policies,
    PytestConfig,
    declare_option,
)

Style = Literal["functions", "factory", "class"]
Scope = Literal["function", "class", "module", "package", "session"]
ReturnType = Literal["model", "dict"]
Sandbox = Literal["auto", "strict", "off"]

CHECK_OPTION: bool = declare_option(
    False,
    "Write nothing; show what would change in the files, and end with exit 1 if anything would.",
)
WITH_RELATED_OPTION: bool = declare_option(False, "Write the models that links point to, too.")


EMIT_OPTION: str = declare_option(
    "", "Let a plugin write it in a form of the plugin's own, such as csv."
)


@dataclass(frozen=True, kw_only=True)
class SelectionConfig:
    """Which of a target's models are meant."""

    section: ClassVar[str] = ""

    include: tuple[str, ...] = declare_option(
        (), "Only models whose full name matches this pattern, such as 'app.models.*'."
    )
    exclude: tuple[str, ...] = declare_option((), "No models whose full name matches this pattern.")
    type: str = declare_option(
        "",
        "A type instead of models, such as 'list[EmailStr]'; it may use the names of the target's module.",
    )


@dataclass(frozen=True, kw_only=True)
class ImportConfig:
    """What the child that imports the target may do, and how it is kept in bounds."""

    section: ClassVar[str] = ""

    sandbox: Sandbox = declare_option(
        "auto", "Walls around the target: what the machine offers, all or an error, or none."
    )
    trust: bool = declare_option(
        False, "Run the target with all your rights, as --sandbox off does."
    )
    timeout: float = declare_option(
        10.0,
        "Seconds that the import may take, and after it the making of the next records.",
        low=0.1,
    )
    memory_limit_mb: int = declare_option(
        1024, "Megabytes of memory that the target may use.", low=64, high=1_000_000
    )
    output_limit_mb: int = declare_option(10240, "Megabytes that may come out of one run.", low=1)
    allow_read: tuple[str, ...] = declare_option(
        (), "A file or folder outside the project that the target may read."
    )
    allow_write: tuple[str, ...] = declare_option(
        (), "A file or folder that the target may change."
    )
    allow_env: tuple[str, ...] = declare_option(
        (), "A variable of the environment that the target may see."
    )
    allow_net: tuple[str, ...] = declare_option(
        (), "An address that the target may connect to, such as db.internal:5432."
    )


@dataclass(frozen=True, kw_only=True)
class JsonConfig:
    """How records become JSON files."""

    section: ClassVar[str] = "json"

    n: int = declare_option(1, "How many records of each model.", low=0, flag="-n")
    out: str = declare_option(
        "-",
        "File to write; {model} {seed} {shard} {index} are filled in, - is standard output.",
        flag="-o",
    )
    check: bool = CHECK_OPTION
    jsonl: bool = declare_option(False, "One record a line instead of one array.")
    indent: int = declare_option(
        0,
        "Spaces to indent by; 0 keeps a record on one line, as JSON lines always do.",
        low=0,
        high=8,
    )
    shard_size: int = declare_option(
        0, "Records a file, numbered by {shard}; 0 keeps them in one.", low=0
    )
    with_related: bool = WITH_RELATED_OPTION
    orjson: bool = declare_option(
        True, "Write the text that orjson makes; otherwise that of Python's json module."
    )
    workers: int = declare_option(
        1,
        "Processes that draw at the same time; 0: one for each core. The bytes are the same.",
        low=0,
    )
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class SchemaConfig:
    """How JSON Schemas are written."""

    section: ClassVar[str] = "schema"

    out: str = declare_option(
        "-", "File to write; {model} is filled in, - is standard output.", flag="-o"
    )
    check: bool = CHECK_OPTION
    with_related: bool = WITH_RELATED_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class ExplainConfig:
    """What is explained."""

    section: ClassVar[str] = "explain"

    with_related: bool = declare_option(False, "Explain the models that links point to, too.")


@dataclass(frozen=True, kw_only=True)
class OverridesConfig:
    """How TypedDicts of overrides are written."""

    section: ClassVar[str] = "override_types"

    out: str = declare_option("-", "File to write, - is standard output.", flag="-o")
    check: bool = CHECK_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class FixturesConfig:
    """How pytest fixtures are written."""

    section: ClassVar[str] = "fixtures"

    out: str = declare_option(
        "-", "File to write; {model} {seed} are filled in, - is standard output.", flag="-o"
    )
    check: bool = CHECK_OPTION
    style: Style = declare_option(
        "functions",
        "How fixtures are written: as functions, as factories, or in a class to inherit.",
    )
    scope: Scope = declare_option("function", "Pytest's scope of each fixture.")
    cases: int = declare_option(1, "How many values each fixture runs with.", low=1)
    return_type: ReturnType = declare_option(
        "model", "Whether a fixture gives an instance or a dict."
    )
    with_related: bool = WITH_RELATED_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class FreezeConfig:
    """Whether the seed of each model is remembered."""

    section: ClassVar[str] = ""

    freeze_seeds: bool = declare_option(
        False, "Remember the seed of each model in a file; a model that is in it keeps that seed."
    )
    freeze_seeds_file: str = declare_option(".pfg-seeds.json", "The file that remembers seeds.")


@dataclass(frozen=True, kw_only=True)
class PersistConfig:
    """What is handed to which handler."""

    section: ClassVar[str] = "persist"

    handler: str = declare_option(
        "", "A handler's name, an alias of the configuration, or pkg.module:callable.", flag="-H"
    )
    handler_config: JsonObject = declare_option(
        EMPTY_OBJECT, "The handler's options, as a JSON object; $NAME stands for a variable."
    )
    n: int = declare_option(1, "How many records of each model.", low=0, flag="-n")
    with_related: bool = declare_option(False, "Deliver the models that links point to, too.")


@dataclass(frozen=True, kw_only=True)
class DeliveryConfig:
    """How records go to a handler: in which pieces, how often tried, and what is remembered of it."""

    section: ClassVar[str] = "persist"

    batch_size: int = declare_option(50, "Records that are handed over at once.", low=1)
    max_retries: int = declare_option(
        2, "How often a batch is tried again, if that may help.", low=0
    )
    retry_wait: float = declare_option(
        0.5, "Seconds before the second try; twice as many before each further one.", low=0
    )
    dry_run: bool = declare_option(
        False, "Do everything but deliver: nothing is opened, nothing is written."
    )
    resume: bool = declare_option(False, "Deliver what an earlier run of the same command left.")
    journal: str = declare_option(
        "", "File that remembers what was acknowledged; unset, it lies beside the target."
    )


@dataclass(frozen=True, kw_only=True)
class DoctorConfig:
    """How much the doctor looks at, and what it makes of it."""

    section: ClassVar[str] = "doctor"

    n: int = declare_option(
        100,
        "How many records of each model are drawn and looked at.",
        low=1,
        high=10_000,
        flag="-n",
    )
    html: str = declare_option("", "File for a page with samples and plots of every field.")
    fail_on_warn: bool = declare_option(
        False, "Exit with 1 when there is a finding that is more than a note."
    )


@dataclass(frozen=True, kw_only=True)
class PersistenceConfig:
    """Handlers under names of your own."""

    section: ClassVar[str] = "persistence"

    handlers: Policies = declare_option((), "Names for handlers: a path and options for each.")


@dataclass(frozen=True, kw_only=True)
class StoreConfig:
    """What a store holds at first, and where it keeps it."""

    section: ClassVar[str] = "store"

    adapter: str = declare_option(
        "memory",
        "Where records are kept: a name, or pkg.module:callable.",
        flag="--database.adapter",
    )
    db_path: str = declare_option(
        "", "The file of sqlite and json-file, or the DSN of postgres.", flag="--database.dbPath"
    )
    auto_save: bool = declare_option(True, "Write the file of json-file unasked, and at the end.")
    save_interval: float = declare_option(
        0.0, "Seconds that a change of json-file may wait; 0 writes before it is answered.", low=0
    )
    snapshots: bool = declare_option(True, "Let named states be saved and restored.")
    snapshots_directory: str = declare_option(
        "", "Keep named states as files in this directory instead of in the store."
    )
    generate: bool = declare_option(
        True, "Draw records for a new store, beside the data that it is given."
    )
    count: int = declare_option(10, "How many records of each resource are drawn.", low=0)
    counts: Pairs = declare_option((), "How many of one resource, such as users=50.")
    key: tuple[str, ...] = declare_option(
        (), "The field that tells records apart, where it is not called id: Product.sku."
    )
    on_delete: Pairs = declare_option(
        (), "What a link does when its target goes: Order.user_id=cascade, restrict or nullify."
    )
    indexed_fields: tuple[str, ...] = declare_option(
        (), "Fields that are searched and sorted by an index: User.city."
    )
    cache_size: int = declare_option(
        1000, "How many of the records last asked for are kept at hand.", low=0
    )
    lazy_loading: bool = declare_option(
        False, "Open the storage when it is first asked for, not before."
    )
    seed_script: str = declare_option(
        "", "A Python file whose generate() gives records of a new store."
    )


@dataclass(frozen=True, kw_only=True)
class ServeConfig:
    """How a store is served."""

    section: ClassVar[str] = "serve"

    host: str = declare_option(
        "127.0.0.1", "Address to listen on; any but a loopback one needs a token."
    )
    port: int = declare_option(8000, "Port to listen on; 0 takes a free one.", low=0, high=65535)
    token: str = declare_option("", "What requests must send as 'Authorization: Bearer TOKEN'.")
    reset: bool = declare_option(False, "Begin with the initial data, whatever the storage holds.")
    snapshot: str = declare_option("", "Begin with the state of this snapshot.")
    page_size: int = declare_option(
        100, "How many records a page has where the request does not say.", low=1, high=10_000
    )
    body_limit: int = declare_option(1_048_576, "Bytes that a request's body has at most.", low=1)
    cors: tuple[str, ...] = declare_option(("*",), "Origins whose pages may ask; * is any.")
    latency: tuple[str, ...] = declare_option(
        (), "Milliseconds that answers take: '50', '20-80' or 'GET /users=20-80'."
    )
    fail: tuple[str, ...] = declare_option(
        (), "Requests that fail: 'POST /orders=503:0.1' is one in ten."
    )


CONFIGS: tuple[type, ...] = (
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
    JsonConfig,
    SchemaConfig,
    FixturesConfig,
    OverridesConfig,
    ExplainConfig,
    FreezeConfig,
    PytestConfig,
    PersistConfig,
    DeliveryConfig,
    PersistenceConfig,
    DoctorConfig,
    StoreConfig,
    ServeConfig,
)
"""Every group of options, in the order of the docs."""
