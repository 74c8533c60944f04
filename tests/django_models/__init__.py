"""Tests of models of Django, with real projects on SQLite and PostgreSQL."""
