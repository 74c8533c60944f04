"""Plugin: stores in folders of documents.

pfg serve models.py --database.adapter documents --db-path docs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.registries import Registry


@hookimpl
def pfg_register_store_adapters(registry: Registry) -> None:
    """Register the adapter ``documents``."""
    registry.add("documents", "document_store:Documents")
