"""The options of the commands, beside how values are chosen: declared apart, since pytest's start has no use for them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.options import NOTHING, GenerationConfig, JsonObject, Pairs, Policies, PytestConfig, option

Style = Literal["functions", "factory", "class"]
Scope = Literal["function", "class", "module", "package", "session"]
ReturnType = Literal["model", "dict"]
Sandbox = Literal["auto", "strict", "off"]

CHECK: bool = option(False, "Write nothing; show what would change in the files, and end with exit 1 if anything would.")
WITH_RELATED: bool = option(False, "Write the models that links point to, too.")


EMIT: str = option("", "Let a plugin write it in a form of the plugin's own, such as csv.")


@dataclass(frozen=True, kw_only=True)
class SelectionConfig:
    """Which of a target's models are meant."""

    section: ClassVar[str] = ""

    include: tuple[str, ...] = option((), "Only models whose full name matches this pattern, such as 'app.models.*'.")
    exclude: tuple[str, ...] = option((), "No models whose full name matches this pattern.")
    type: str = option("", "A type instead of models, such as 'list[EmailStr]'; it may use the names of the target's module.")


@dataclass(frozen=True, kw_only=True)
class ImportConfig:
    """What the child that imports the target may do, and how it is kept in bounds."""

    section: ClassVar[str] = ""

    sandbox: Sandbox = option("auto", "Walls around the target: what the machine offers, all or an error, or none.")
    trust: bool = option(False, "Run the target with all your rights, as --sandbox off does.")
    timeout: float = option(10.0, "Seconds that the import may take, and after it the making of the next records.", low=0.1)
    memory_limit_mb: int = option(1024, "Megabytes of memory that the target may use.", low=64, high=1_000_000)
    output_limit_mb: int = option(10240, "Megabytes that may come out of one run.", low=1)
    allow_read: tuple[str, ...] = option((), "A file or folder outside the project that the target may read.")
    allow_write: tuple[str, ...] = option((), "A file or folder that the target may change.")
    allow_env: tuple[str, ...] = option((), "A variable of the environment that the target may see.")
    allow_net: tuple[str, ...] = option((), "An address that the target may connect to, such as db.internal:5432.")


@dataclass(frozen=True, kw_only=True)
class JsonConfig:
    """How records become JSON files."""

    section: ClassVar[str] = "json"

    n: int = option(1, "How many records of each model.", low=0, flag="-n")
    out: str = option("-", "File to write; {model} {seed} {shard} {index} are filled in, - is standard output.", flag="-o")
    check: bool = CHECK
    jsonl: bool = option(False, "One record a line instead of one array.")
    indent: int = option(0, "Spaces to indent by; 0 keeps a record on one line, as JSON lines always do.", low=0, high=8)
    shard_size: int = option(0, "Records a file, numbered by {shard}; 0 keeps them in one.", low=0)
    with_related: bool = WITH_RELATED
    orjson: bool = option(True, "Write the text that orjson makes; otherwise that of Python's json module.")
    workers: int = option(1, "Processes that draw at the same time; 0: one for each core. The bytes are the same.", low=0)
    emit: str = EMIT


@dataclass(frozen=True, kw_only=True)
class SchemaConfig:
    """How JSON Schemas are written."""

    section: ClassVar[str] = "schema"

    out: str = option("-", "File to write; {model} is filled in, - is standard output.", flag="-o")
    check: bool = CHECK
    with_related: bool = WITH_RELATED
    emit: str = EMIT


@dataclass(frozen=True, kw_only=True)
class ExplainConfig:
    """What is explained."""

    section: ClassVar[str] = "explain"

    with_related: bool = option(False, "Explain the models that links point to, too.")


@dataclass(frozen=True, kw_only=True)
class OverridesConfig:
    """How TypedDicts of overrides are written."""

    section: ClassVar[str] = "override_types"

    out: str = option("-", "File to write, - is standard output.", flag="-o")
    check: bool = CHECK
    emit: str = EMIT


@dataclass(frozen=True, kw_only=True)
class FixturesConfig:
    """How pytest fixtures are written."""

    section: ClassVar[str] = "fixtures"

    out: str = option("-", "File to write; {model} {seed} are filled in, - is standard output.", flag="-o")
    check: bool = CHECK
    style: Style = option("functions", "How fixtures are written: as functions, as factories, or in a class to inherit.")
    scope: Scope = option("function", "Pytest's scope of each fixture.")
    cases: int = option(1, "How many values each fixture runs with.", low=1)
    return_type: ReturnType = option("model", "Whether a fixture gives an instance or a dict.")
    with_related: bool = WITH_RELATED
    emit: str = EMIT


@dataclass(frozen=True, kw_only=True)
class FreezeConfig:
    """Whether the seed of each model is remembered."""

    section: ClassVar[str] = ""

    freeze_seeds: bool = option(False, "Remember the seed of each model in a file; a model that is in it keeps that seed.")
    freeze_seeds_file: str = option(".pfg-seeds.json", "The file that remembers seeds.")


@dataclass(frozen=True, kw_only=True)
class PersistConfig:
    """What is handed to which handler."""

    section: ClassVar[str] = "persist"

    handler: str = option("", "A handler's name, an alias of the configuration, or pkg.module:callable.", flag="-H")
    handler_config: JsonObject = option(NOTHING, "The handler's options, as a JSON object; $NAME stands for a variable.")
    n: int = option(1, "How many records of each model.", low=0, flag="-n")
    with_related: bool = option(False, "Deliver the models that links point to, too.")


@dataclass(frozen=True, kw_only=True)
class DeliveryConfig:
    """How records go to a handler: in which pieces, how often tried, and what is remembered of it."""

    section: ClassVar[str] = "persist"

    batch_size: int = option(50, "Records that are handed over at once.", low=1)
    max_retries: int = option(2, "How often a batch is tried again, if that may help.", low=0)
    retry_wait: float = option(0.5, "Seconds before the second try; twice as many before each further one.", low=0)
    dry_run: bool = option(False, "Do everything but deliver: nothing is opened, nothing is written.")
    resume: bool = option(False, "Deliver what an earlier run of the same command left.")
    journal: str = option("", "File that remembers what was acknowledged; unset, it lies beside the target.")


@dataclass(frozen=True, kw_only=True)
class DoctorConfig:
    """How much the doctor looks at, and what it makes of it."""

    section: ClassVar[str] = "doctor"

    n: int = option(100, "How many records of each model are drawn and looked at.", low=1, high=10_000, flag="-n")
    html: str = option("", "File for a page with samples and plots of every field.")
    fail_on_warn: bool = option(False, "Exit with 1 when there is a finding that is more than a note.")


@dataclass(frozen=True, kw_only=True)
class PersistenceConfig:
    """Handlers under names of your own."""

    section: ClassVar[str] = "persistence"

    handlers: Policies = option((), "Names for handlers: a path and options for each.")


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
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
    latency: tuple[str, ...] = option((), "Milliseconds that answers take: '50', '20-80' or 'GET /users=20-80'.")
    fail: tuple[str, ...] = option((), "Requests that fail: 'POST /orders=503:0.1' is one in ten.")


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
