"""Statements that insert rows with the keys that were generated."""

from __future__ import annotations

from typing import Any


def build_insert(engine: Any, table: Any) -> Any:
    """Return the statement that inserts into *table*, keys included.

    PostgreSQL refuses values of a column that is GENERATED ALWAYS AS IDENTITY unless the statement
    says that they are meant. SQLAlchemy has no such clause, so it is put before VALUES.
    """
    if engine.dialect.name != "postgresql" or not any(map(_is_always_identity, table.columns)):
        return table.insert()
    return _get_overriding_insert()(table)


def _is_always_identity(column: Any) -> bool:
    """Return whether the database always computes the values of *column*."""
    return column.identity is not None and bool(column.identity.always)


def _get_overriding_insert() -> Any:
    """Return a class of statements that insert values of identity columns, too."""
    from sqlalchemy import Insert
    from sqlalchemy.ext.compiler import compiles

    class OverridingInsert(Insert):
        inherit_cache = False

    def compile_insert(
        statement: Any,
        compiler: Any,
        **options: Any,
    ) -> str:
        text = str(compiler.visit_insert(statement, **options))
        return text.replace(" VALUES ", " OVERRIDING SYSTEM VALUE VALUES ", 1)

    compiles(OverridingInsert, "postgresql")(compile_insert)
    return OverridingInsert
