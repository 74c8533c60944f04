"""Plugin for books: it registers dotted names, which are imported when a model needs them."""

from pytest_fixturegen import hookimpl
from pytest_fixturegen.plugins.registries import Providers


@hookimpl
def pfg_register_providers(registry: Providers) -> None:
    """Register ISBNs by type, and shelf marks by field name."""
    registry.add("acme_books:Isbn", "acme_books.fakes:isbn")
    registry.add_name("shelf_mark", "acme_books.fakes:shelf_mark")
