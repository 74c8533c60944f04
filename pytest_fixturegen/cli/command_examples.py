"""The examples at the end of each command's help."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "init": ("pfg init",),
    "list": ("pfg list app/models.py", "pfg list app.models --include '*.Order*' --json"),
    "gen": ("pfg gen json app/models.py:User -n 5 --seed 42",),
    "gen json": (
        "pfg gen json app/models.py:User -n 5 --seed 42 --indent 2",
        "pfg gen json app/models.py -n 1000 --jsonl --out 'data/{model}.jsonl'",
        "pfg gen json app/models.py:User -O User.role=admin --locale de_DE",
        "pfg gen json app/models.py:User --cover pairs --max-cases 20 --jsonl",
    ),
    "gen dataset": (
        "pfg gen dataset app/models.py:User -n 100000 --seed 42 --out data/users.parquet",
        "pfg gen dataset app/models.py -n 1000000 --shard-size 100000 --out data",
        "pfg gen dataset app/models.py:Order -n 5000 --format csv --partition-by status --out data",
        "pfg gen dataset app/models.py:User -n 100 --format sql --dialect postgresql",
    ),
    "gen schema": ("pfg gen schema app/models.py --out schemas/models.json",),
    "gen overrides": ("pfg gen overrides app/models.py --out tests/overrides.py",),
    "gen fixtures": (
        "pfg gen fixtures app/models.py --seed 7 --out tests/fixtures_models.py",
        "pfg gen fixtures app/models.py --seed 7 --out tests/fixtures_models.py --check",
        "pfg gen fixtures app/models.py:User --invalid --out tests/bad_users.py",
    ),
    "gen tests": (
        "pfg gen tests app.main:app --out tests/test_api.py",
        "pfg gen tests app.main:app --known user_id=user.id --out tests/test_api.py --check",
    ),
    "gen examples": (
        "pfg gen examples openapi.yaml --out openapi.yaml",
        "pfg gen examples openapi.yaml --out openapi.yaml --replace invalid --check",
    ),
    "gen msw": (
        "pfg gen msw openapi.yaml --out src/mocks",
        "pfg gen msw openapi.yaml --out src/mocks -n 50 --base-url https://api.test/v1 --check",
    ),
    "gen explain": (
        "pfg gen explain app/models.py:User",
        "pfg gen explain app/models.py:User --classes",
    ),
    "lock": (
        "pfg lock app/models.py:User -n 1000 --seed 7 --jsonl --out data/users.jsonl",
        "pfg lock tests/fixtures_models.py 'gen schema app/models.py --out models.json'",
        "pfg lock",
    ),
    "verify": ("pfg verify", "pfg verify --sample 1000"),
    "doctor": (
        "pfg doctor app/models.py --html report.html",
        "pfg doctor app/models.py --fail-on-warn",
    ),
    "persist": (
        "pfg persist app/models.py:User -H sqlite-json -n 200"
        ' --handler-config \'{"database": "dev.db"}\'',
    ),
    "serve": (
        "pfg serve app/models.py --counts users=50,orders=200 --link Order.user_id=User.id",
        "pfg serve api.yml --adapter sqlite --seed 42",
    ),
    "config": ("pfg config",),
    "schema": ("pfg schema config",),
    "schema config": ("pfg schema config",),
    "plugin": ("pfg plugin list",),
    "plugin list": ("pfg plugin list",),
    "trust": ("pfg trust", "pfg trust --list", "pfg trust --revoke"),
    "completion": ("pfg completion bash",),
}
"""The examples of each command, by its name after ``pfg``."""
