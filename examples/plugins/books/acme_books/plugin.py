"""The plugin: names alone, so that nothing is imported that no model asks for."""

from pytest_fixturegen import hookimpl
from pytest_fixturegen.plugins.registries import Providers


@hookimpl
def pfg_register_providers(registry: Providers) -> None:
    """ISBNs by their type, shelf marks by the name of their field."""
    registry.add("acme_books:Isbn", "acme_books.fakes:isbn")
    registry.add_name("shelf_mark", "acme_books.fakes:shelf_mark")
