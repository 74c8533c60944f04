"""Declarations of the options of commands, apart from ``options`` since pytest does not need
them.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.config.options import (
    EMPTY_OBJECT,
    GenerationConfig,
    JsonObject,
    OptionGroup,
    Pairs,
    Policies,
    PytestConfig,
    declare_option,
)
from pytest_fixturegen.config.range_options import (
    ENGINE_OPTION,
    SCHEDULER_OPTION,
    SHARD_OPTION,
    START_OPTION,
    WORKERS_OPTION,
    Engine,
)

Style = Literal["functions", "factory", "class"]
Scope = Literal["function", "class", "module", "package", "session"]
ReturnType = Literal["model", "dict"]
Cover = Literal["each", "pairs", "triples", "bounds"]
"""Which combinations of classes of values cases cover."""

CoverChoice = Literal["none", "each", "pairs", "triples", "bounds"]
"""The same for a command, which may write ordinary records instead."""

Sandbox = Literal["auto", "strict", "off"]
Replaced = Literal["none", "invalid", "all"]

CHECK_OPTION: bool = declare_option(
    False,
    "Write nothing; show what would change in the files, and exit with 1 if anything would.",
)
COVER_OPTION: CoverChoice = declare_option(
    "none",
    "Write few records that cover the classes of values: each class, all pairs or triples of "
    "classes, or one bound at a time.",
)
INVALID_OPTION: bool = declare_option(
    False, "Write invalid records: one for each rule of a model, with the error to expect."
)
MAX_CASES_OPTION: int = declare_option(
    0,
    "Most records that --cover and --invalid write, those that find most bugs; 0 writes all.",
    low=0,
    high=10_000,
)
WITH_RELATED_OPTION: bool = declare_option(False, "Also write the models that links point to.")


MAX_GENERATED = 10_000_000
"""Records of a resource that a store may draw for its start, whoever asks for them."""

HARMLESS_HANDLERS = ("jsonl", "memory", "sqlite-json")
"""Handlers that deliver to a file or to memory."""

HARMLESS_ALIASES = (
    *HARMLESS_HANDLERS,
    "pydantic_fixturegen.persistence.handlers:SQLiteJSONPersistenceHandler",
)
"""The same, as aliases name them: also as those of pydantic-fixturegen do."""

EMIT_OPTION: str = declare_option(
    "",
    "Output format of a plugin, such as csv.",
    widens="set",
)


@dataclass(frozen=True, kw_only=True)
class SelectionConfig(OptionGroup):
    """Options that select models of a target."""

    section: ClassVar[str] = ""

    include: tuple[str, ...] = declare_option(
        (), "Select models whose full name matches this pattern, such as 'app.models.*'."
    )
    exclude: tuple[str, ...] = declare_option(
        (), "Skip models whose full name matches this pattern."
    )
    type: str = declare_option(
        "",
        "A type instead of models, such as 'list[EmailStr]'; it may use names of the target.",
    )


@dataclass(frozen=True, kw_only=True)
class ImportConfig(OptionGroup):
    """Rights and limits of the sandboxed child that imports the target."""

    section: ClassVar[str] = ""

    sandbox: Sandbox = declare_option(
        "auto",
        "Sandbox of the target: what the machine offers, all layers or an error, or none.",
        widens="set",
        harmless=("strict",),
    )
    trust: bool = declare_option(
        False,
        "Run the target with all your rights, like --sandbox off, and obey the whole "
        "configuration of the project.",
        widens="set",
    )
    timeout: float = declare_option(
        10.0,
        "Seconds for the import, and then for each next group of records.",
        low=0.1,
        widens="raised",
    )
    memory_limit_mb: int = declare_option(
        1024,
        "Memory limit of the target, in megabytes.",
        low=64,
        high=1_000_000,
        widens="raised",
    )
    output_limit_mb: int = declare_option(
        10240,
        "Output limit of one run, in megabytes.",
        low=1,
        widens="raised",
    )
    allow_read: tuple[str, ...] = declare_option(
        (),
        "A file or folder outside the project that the target may read.",
        widens="set",
    )
    allow_write: tuple[str, ...] = declare_option(
        (),
        "A file or folder that the target may write to.",
        widens="set",
    )
    allow_env: tuple[str, ...] = declare_option(
        (),
        "An environment variable that the target may read.",
        widens="set",
    )
    allow_net: tuple[str, ...] = declare_option(
        (),
        "An address that the target may connect to, such as db.internal:5432.",
        widens="set",
    )


@dataclass(frozen=True, kw_only=True)
class InProcessImportConfig(OptionGroup):
    """The limit of a target that is imported into this process."""

    section: ClassVar[str] = ""

    timeout: float = declare_option(
        10.0,
        "Seconds for the import of the target.",
        low=0.1,
        widens="raised",
    )


@dataclass(frozen=True, kw_only=True)
class JsonConfig(OptionGroup):
    """Options of JSON output."""

    section: ClassVar[str] = "json"

    n: int = declare_option(
        1,
        "Number of records of each model.",
        low=0,
        flag="-n",
    )
    start: int = START_OPTION
    shard: str = SHARD_OPTION
    out: str = declare_option(
        "-",
        "Output file; {model} {seed} {shard} {number} {index} are replaced, - is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    jsonl: bool = declare_option(False, "Write one record per line instead of an array.")
    indent: int = declare_option(
        0,
        "Spaces of indentation; 0 keeps a record on one line, as JSON Lines always does.",
        low=0,
        high=8,
    )
    shard_size: int = declare_option(
        0, "Records per file, numbered by {shard} or {number}; 0 writes one file.", low=0
    )
    cover: CoverChoice = COVER_OPTION
    invalid: bool = INVALID_OPTION
    max_cases: int = MAX_CASES_OPTION
    with_related: bool = WITH_RELATED_OPTION
    orjson: bool = declare_option(
        True, "Write JSON with orjson; otherwise with Python's json module."
    )
    workers: int = WORKERS_OPTION
    engine: Engine = ENGINE_OPTION
    scheduler: str = SCHEDULER_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class SchemaConfig(OptionGroup):
    """Options of JSON Schema output."""

    section: ClassVar[str] = "schema"

    out: str = declare_option(
        "-",
        "Output file; {model} is replaced, - is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    with_related: bool = WITH_RELATED_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class ExplainConfig(OptionGroup):
    """Options of explanations."""

    section: ClassVar[str] = "explain"

    with_related: bool = declare_option(False, "Also explain the models that links point to.")
    classes: bool = declare_option(
        False, "List the classes of values of each place, which --cover shows, instead."
    )


@dataclass(frozen=True, kw_only=True)
class OverridesConfig(OptionGroup):
    """Options of modules with TypedDicts of overrides."""

    section: ClassVar[str] = "override_types"

    out: str = declare_option(
        "-",
        "Output file, - is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class FixturesConfig(OptionGroup):
    """Options of fixture modules."""

    section: ClassVar[str] = "fixtures"

    out: str = declare_option(
        "-",
        "Output file; {model} {seed} are replaced, - is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    style: Style = declare_option(
        "functions",
        "Write fixtures as functions, as factories, or as methods of a class to inherit.",
    )
    scope: Scope = declare_option("function", "Scope of the fixtures.")
    cases: int = declare_option(
        1, "Number of values of each fixture; tests run once per value.", low=1
    )
    cover: CoverChoice = COVER_OPTION
    invalid: bool = INVALID_OPTION
    max_cases: int = MAX_CASES_OPTION
    return_type: ReturnType = declare_option(
        "model", "Whether a fixture returns an instance or a dict."
    )
    with_related: bool = WITH_RELATED_OPTION
    emit: str = EMIT_OPTION


@dataclass(frozen=True, kw_only=True)
class ExamplesConfig(OptionGroup):
    """Options of examples in a document."""

    section: ClassVar[str] = "examples"

    out: str = declare_option(
        "-",
        "Output file, which may be the document itself; - is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    replace: Replaced = declare_option(
        "none",
        "Replace examples that the document has: none, those that their schemas refuse, or all.",
    )


@dataclass(frozen=True, kw_only=True)
class MswConfig(OptionGroup):
    """Options of handlers for Mock Service Worker."""

    section: ClassVar[str] = "msw"

    out: str = declare_option(
        "src/mocks",
        "Folder of the handlers and their data.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    n: int = declare_option(
        10,
        "Records of each collection.",
        flag="-n",
        low=1,
        high=10_000,
    )
    base_url: str = declare_option(
        "", "Address before all paths; without it, that of the first server of the document."
    )


@dataclass(frozen=True, kw_only=True)
class RequestTestsConfig(OptionGroup):
    """Options of test modules that send requests to an application."""

    section: ClassVar[str] = "tests"

    out: str = declare_option(
        "-",
        "Output file, - is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = CHECK_OPTION
    include: tuple[str, ...] = declare_option(
        (), "Select operations by method and path, path or id, such as 'POST *' or '/users*'."
    )
    exclude: tuple[str, ...] = declare_option((), "Skip operations that match this pattern.")
    cover: Cover = declare_option("each", "Which combinations of values the valid requests show.")
    max_cases: int = declare_option(
        0,
        "The most valid and the most invalid requests to each operation; 0 is all of them.",
        low=0,
    )
    known: Pairs = declare_option(
        (),
        "A record that exists: the parameter that refers to it, and a fixture with an attribute, "
        "such as user_id=user.id.",
    )
    client: str = declare_option(
        "", "The fixture of the client, if the project has one; otherwise the module has its own."
    )


@dataclass(frozen=True, kw_only=True)
class FreezeConfig(OptionGroup):
    """Options that freeze the seed of each model."""

    section: ClassVar[str] = ""

    freeze_seeds: bool = declare_option(
        False, "Store the seed of each model in a file; models in the file keep their seed."
    )
    freeze_seeds_file: str = declare_option(
        ".pfg-seeds.json",
        "File of frozen seeds.",
        widens="outside",
    )


@dataclass(frozen=True, kw_only=True)
class PersistConfig(OptionGroup):
    """Options that choose a persistence handler and the records."""

    section: ClassVar[str] = "persist"

    handler: str = declare_option(
        "",
        "Name of a handler, an alias of the configuration, or pkg.module:callable.",
        flag="-H",
        widens="set",
        harmless=HARMLESS_HANDLERS,
    )
    handler_config: JsonObject = declare_option(
        EMPTY_OBJECT,
        "Options of the handler as a JSON object; $NAME is replaced by a variable.",
        widens="destination",
    )
    n: int = declare_option(
        1,
        "Number of records of each model.",
        low=0,
        flag="-n",
    )
    start: int = START_OPTION
    shard: str = SHARD_OPTION
    workers: int = WORKERS_OPTION
    with_related: bool = declare_option(False, "Also deliver the models that links point to.")


@dataclass(frozen=True, kw_only=True)
class DeliveryConfig(OptionGroup):
    """Options of delivery: batches, retries and the journal."""

    section: ClassVar[str] = "persist"

    batch_size: int = declare_option(
        50,
        "Number of records in a batch.",
        low=1,
    )
    max_retries: int = declare_option(
        2, "How often a batch is retried after a transient failure.", low=0
    )
    retry_wait: float = declare_option(
        0.5, "Seconds before the first retry; doubled before each further one.", low=0
    )
    dry_run: bool = declare_option(
        False, "Do everything except delivery: nothing is opened or written."
    )
    resume: bool = declare_option(
        False, "Deliver the records that an interrupted run of the same command left."
    )
    journal: str = declare_option(
        "",
        "File that records acknowledged batches; by default in the target's folder.",
        widens="outside",
    )
    keep_journal: bool = declare_option(
        False, "Keep the journal after a complete run, which deletes it otherwise."
    )


@dataclass(frozen=True, kw_only=True)
class DoctorConfig(OptionGroup):
    """Options of the data-quality report."""

    section: ClassVar[str] = "doctor"

    n: int = declare_option(
        100,
        "Number of records of each model to examine.",
        low=1,
        high=10_000,
        flag="-n",
    )
    html: str = declare_option(
        "",
        "File for an HTML report with samples and plots of every field.",
        widens="outside",
    )
    fail_on_warn: bool = declare_option(False, "Exit with 1 if there is a warning or an error.")


@dataclass(frozen=True, kw_only=True)
class PersistenceConfig(OptionGroup):
    """Aliases of persistence handlers."""

    section: ClassVar[str] = "persistence"

    handlers: Policies = declare_option(
        (),
        "Aliases of handlers: a path and options for each.",
        widens="aliases",
    )


@dataclass(frozen=True, kw_only=True)
class StoreConfig(OptionGroup):
    """Options of a store: its storage and its initial data."""

    section: ClassVar[str] = "store"

    adapter: str = declare_option(
        "memory",
        "Storage of records: the name of an adapter, or pkg.module:callable.",
        flag="--database.adapter",
        widens="set",
        harmless=("sqlite", "json-file"),
    )
    db_path: str = declare_option(
        "",
        "File of sqlite and json-file, or DSN of postgres.",
        flag="--database.dbPath",
        widens="outside",
    )
    auto_save: bool = declare_option(
        True, "Save the changes of json-file in its log, and in the file soon and at the end."
    )
    save_interval: float = declare_option(
        0.0,
        "Seconds until json-file moves a change from its log to the file; 0 is half a second.",
        low=0,
    )
    file_limit_mb: int = declare_option(
        256,
        "Size limit of the files of json-file and of a snapshot, in megabytes.",
        low=1,
        high=1_000_000,
        widens="raised",
    )
    snapshots: bool = declare_option(True, "Allow snapshots to be saved and restored.")
    snapshots_directory: str = declare_option(
        "",
        "Folder for snapshot files; without it, snapshots are where the data is.",
        widens="outside",
    )
    generate: bool = declare_option(
        True, "Generate records for a new store, in addition to given data."
    )
    count: int = declare_option(
        10, "Number of generated records of each resource.", low=0, high=MAX_GENERATED
    )
    counts: Pairs = declare_option((), "Number of records of one resource, such as users=50.")
    key: tuple[str, ...] = declare_option(
        (), "Primary key of a model, if it is not id: Product.sku."
    )
    on_delete: Pairs = declare_option(
        (),
        "Reaction of a reference to the deletion of its target: Order.user_id=cascade, "
        "restrict or nullify.",
    )
    indexed_fields: tuple[str, ...] = declare_option(
        (), "Fields with an index for filters and sorting: User.city."
    )
    cache_size: int = declare_option(
        1000,
        "Number of records in the cache.",
        low=0,
    )
    lazy_loading: bool = declare_option(False, "Open the storage with the first request.")
    seed_script: str = declare_option(
        "",
        "Python file whose generate() returns records for a new store.",
        widens="set",
    )


@dataclass(frozen=True, kw_only=True)
class ServeConfig(OptionGroup):
    """Options of the server."""

    section: ClassVar[str] = "serve"

    host: str = declare_option(
        "127.0.0.1",
        "Address to listen on; addresses other than loopback need a token.",
        widens="set",
        harmless=("localhost", "::1"),
    )
    port: int = declare_option(
        8000,
        "Port to listen on; 0 chooses a free port.",
        low=0,
        high=65535,
    )
    token: str = declare_option(
        "",
        "Token that requests must send as 'Authorization: Bearer TOKEN'.",
        widens="set",
    )
    resource: Pairs = declare_option(
        (), "Name of the resource of a model, instead of its English plural: heroes=Hero."
    )
    reset: bool = declare_option(
        False,
        "Start with the initial data; existing data is replaced.",
        widens="set",
    )
    snapshot: str = declare_option(
        "",
        "Start with the state of this snapshot.",
        widens="set",
    )
    page_size: int = declare_option(
        100,
        "Default number of records in a page.",
        low=1,
        high=10_000,
    )
    body_limit: int = declare_option(
        1_048_576,
        "Maximum size of a request body, in bytes.",
        low=1,
        widens="raised",
    )
    cors: tuple[str, ...] = declare_option(
        ("loopback",),
        "Origins whose pages may send requests; loopback is any on this machine, * is any.",
        widens="set",
    )
    allowed_host: tuple[str, ...] = declare_option(
        (),
        "Names other than localhost that requests may have as Host; * is any.",
        widens="set",
    )
    latency: tuple[str, ...] = declare_option(
        (), "Delay of responses in milliseconds: '50', '20-80' or 'GET /users=20-80'."
    )
    fail: tuple[str, ...] = declare_option(
        (), "Failing requests: 'POST /orders=503:0.1' fails one in ten."
    )
    network_profile: str = declare_option("", "Network profile of the API file, such as '3g'.")
    roles: str = declare_option(
        "",
        "File that says what operations of a description do, where it does not show that.",
        widens="outside",
    )
    base_path: str = declare_option(
        "", "Path in front of the addresses, such as /v1, instead of those of the description."
    )


CONFIGS: tuple[type, ...] = (
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
    JsonConfig,
    DatasetConfig,
    SchemaConfig,
    FixturesConfig,
    RequestTestsConfig,
    ExamplesConfig,
    MswConfig,
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
