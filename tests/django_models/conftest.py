"""Databases for projects of Django, as the values of their settings."""

from __future__ import annotations

import json

import pytest

collect_ignore = ["wide"]  # a project of its own

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": "shop.sqlite3",
    "TEST": {"NAME": "test.sqlite3"},
}


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, server: str) -> str:
    """Return the JSON of the settings of an SQLite database, and of one of PostgreSQL."""
    if request.param == "sqlite":
        return json.dumps(SQLITE)
    from psycopg.conninfo import conninfo_to_dict

    parts = conninfo_to_dict(server)
    settings = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts["dbname"],
        "USER": parts["user"],
        "PASSWORD": parts.get("password", ""),
        "HOST": parts["host"],
    }
    return json.dumps(settings)
