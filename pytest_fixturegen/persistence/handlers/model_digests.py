"""Digests of models, stored with the rows of a database, so that no run mixes two shapes."""

from __future__ import annotations

from pytest_fixturegen.errors import PersistError
from pytest_fixturegen.persistence.contract import PersistenceContext

DIGEST_TABLE = "pfg_models"
"""Table with the digest of the model whose records are in another table.

The columns are the name of that table, the key of the rows (model, seed, variant), and the digest.
"""

CREATE_DIGESTS_SQL = """
create table if not exists {digests} (
    records varchar(200) not null, model varchar(200) not null, seed varchar(200) not null,
    variant varchar(200) not null, digest varchar(64) not null,
    primary key (records, model, seed, variant)
)
"""


def is_same_model(
    context: PersistenceContext,
    recorded: str | None,
    place: str,
) -> bool:
    """Return whether the rows at *place* may stay; *recorded* is their digest, None if unknown.

    Rows of a model that has changed since must be deleted. Raises PersistError if the run resumes
    an earlier one, which has to have the same model.
    """
    if recorded in (None, context.schema_digest):
        return True
    if context.resume:
        raise PersistError(
            f"{place} has records of {context.model} as it was before: the model has changed.",
            hint="Restore the model to resume, or leave out --resume to replace the records.",
            model=context.model,
        )
    return False
