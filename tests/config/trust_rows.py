"""The decision for each key of the configuration: may a project set it without trust?

A new option needs a row here: in WIDENING if some of its values give the project more rights, or in
HARMLESS if none does.
"""

from __future__ import annotations

from typing import Any

WIDENING: dict[str, tuple[list[Any], list[Any]]] = {
    # key: (values that need trust, values that do not)
    "overrides": (
        [
            {"User.name": {"post_generate": "os:system"}},
            {"*": {"factory": "evil:run"}},
            {"EmailStr": {"factory": "app.fakes:email"}},
            {"app.types:Version": {"value": 1, "factory": "app.fakes:version"}},
        ],
        [
            {"User.name": {"value": "Bob"}},
            {"User.name": {"factory": "faker.iban"}},
            {"EmailStr": {"value": "a@example.com"}},
            {"app.types:Version": {"factory": "faker.iban"}},
        ],
    ),
    "field_policies": (
        [{"*.name": {"factory": "os:getcwd"}}],
        [{"*.name": {"provider": "faker.iban", "p_none": 0.5}}],
    ),
    "plugins": ([["evil"], "evil"], [[]]),
    "sandbox": (["off"], ["strict", "auto"]),
    "trust": ([True, "yes"], [False]),
    "timeout": ([10.5, 3600], [1, 10]),
    "memory_limit_mb": ([1025], [64, 1024]),
    "output_limit_mb": ([99_999], [1]),
    "allow_read": ([["data"], "/etc"], [[]]),
    "allow_write": ([["out"]], [[]]),
    "allow_env": ([["AWS_SECRET_ACCESS_KEY"]], [[]]),
    "allow_net": ([["example.com:443"]], [[]]),
    "json.out": (
        [
            "/etc/x.json",
            "../x.json",
            "a/../../x.json",
            "away/x.json",
            "leads-away.json",
            ".git/hooks/pre-commit",
            ".git/../.venv/x.pth",
            "venv/lib/x.pth",
            "https://example.com/x",
            "x\0.json",
        ],
        ["-", "out.json", "out/{model}.json", "{model}/../x.json", "back/x.json", ".x.json"],
    ),
    "json.emit": (["csv"], [""]),
    "json.engine": (["dask"], ["local"]),
    "json.scheduler": (["tcp://10.0.0.5:8786"], ["local"]),
    "dataset.out": (["../data", "https://example.com/x"], ["-", "data/"]),
    "examples.out": (["/tmp/openapi.yaml"], ["openapi.yaml"]),
    "msw.out": (["../mocks"], ["src/mocks"]),
    "dataset.engine": (["dask"], ["local"]),
    "dataset.scheduler": (["tcp://10.0.0.5:8786"], ["local"]),
    "schema.out": (["../schema.json"], ["schema/{model}.json"]),
    "schema.emit": (["csv"], [""]),
    "fixtures.out": (["venv/sitecustomize.py"], ["tests/fixtures.py"]),
    "fixtures.emit": (["csv"], [""]),
    "override_types.out": (["/tmp/types.py"], ["types.py"]),
    "override_types.emit": (["csv"], [""]),
    "tests.out": (["/tmp/test_api.py"], ["tests/test_api.py"]),
    "freeze_seeds_file": (["../seeds.json"], [".pfg-seeds.json", "seeds.json"]),
    "persist.handler": (
        ["evil:Handler", "http-post", "sql", "postgres-json", "alias"],
        ["", "jsonl", "sqlite-json", "memory"],
    ),
    "persist.handler_config": (
        [
            {"path": "../x"},
            {"path": "/etc/x"},
            {"path": "$AWS_SECRET_ACCESS_KEY"},
            {"path": "x", "headers": [{"a": "${HOME}"}]},
            {"path": "x", "$HOME": 1},
            '{"url": "http://example.com"}',
            {"dsn": "host=example.com"},
            {"path": "~/x"},
            {"database": ".git/x.db"},
        ],
        [{}, {"path": "x.jsonl"}, '{"database": "data/dev.db", "table": "users", "size": 3}'],
    ),
    "persist.journal": (["../journal"], [".journal"]),
    "persistence.handlers": (
        [
            {"jsonl": {"path": "evil:Handler"}},
            {"dev": {"path": "http-post", "options": {"url": "x"}}},
            {"dev": {"path": "jsonl", "options": {"path": "../x"}}},
            {"dev": {"path": "jsonl", "options": {"path": "$HOME/x"}}},
            {"dev": {"path": "jsonl"}, "other": {"options": {}}},
        ],
        [{}, {"dev": {"path": "jsonl", "options": {"path": "data/x.jsonl"}}}],
    ),
    "doctor.html": (["../report.html"], ["report.html"]),
    "store.adapter": (["evil:Adapter", "postgres", "alias"], ["memory", "sqlite", "json-file"]),
    "store.db_path": (
        ["../x.db", "postgresql://example.com/x", "host=example.com", ".git/config"],
        ["", "dev.db"],
    ),
    "store.snapshots_directory": (["/var/x"], ["snapshots"]),
    "store.file_limit_mb": ([257], [1, 256]),
    "store.seed_script": (["seeds.py"], [""]),
    "serve.host": (["0.0.0.0", "example.com"], ["127.0.0.1", "localhost", "::1"]),
    "serve.roles": (["../roles.yaml"], ["roles.yaml", ""]),
    "serve.token": (["known"], [""]),
    "serve.reset": ([True], [False]),
    "serve.snapshot": (["old"], [""]),
    "serve.body_limit": ([10_000_000], [10]),
    "serve.cors": ([["*"], ["https://example.com"]], [["loopback"], []]),
    "serve.allowed_host": ([["*"]], [[]]),
}

HARMLESS = """
seed locale field_language
now p_none fill max_depth ignore_defaults respect_validators validator_max_retries
union_policy enum_policy field_hints collection_min_items collection_max_items
collection_distribution number_distribution text_style identities preset profile rng_mode locale_map
on_cycle domains allow_fallback object_budget unique link related include exclude type
json.n json.cover json.invalid json.max_cases
json.check json.jsonl json.indent json.shard_size json.with_related json.orjson json.workers
json.start json.shard persist.start persist.shard persist.workers dataset.start dataset.shard
dataset.n dataset.check dataset.format dataset.compression dataset.row_group_size dataset.shard_size
dataset.partition_by dataset.dialect dataset.with_related dataset.workers
examples.check examples.replace msw.n msw.check msw.base_url serve.base_path
schema.check schema.with_related
fixtures.cover fixtures.invalid fixtures.max_cases explain.classes
fixtures.check fixtures.style fixtures.scope fixtures.cases fixtures.return_type
fixtures.with_related override_types.check explain.with_related
freeze_seeds models vary
tests.check tests.include tests.exclude tests.cover tests.max_cases tests.known tests.client
persist.n persist.with_related persist.batch_size persist.max_retries persist.retry_wait
persist.dry_run persist.resume persist.keep_journal
doctor.n doctor.fail_on_warn
store.auto_save store.save_interval store.snapshots store.generate store.count store.counts
store.key store.on_delete store.indexed_fields store.cache_size store.lazy_loading
serve.port serve.resource serve.page_size serve.latency serve.fail serve.network_profile
""".split()
"""Keys that only change data, or what a run does within the rights that every project has."""
