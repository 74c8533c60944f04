"""Shelves, books and pages: the sample data of the adapter contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.store.adapters.adapter import Adapter, State
from pytest_fixturegen.store.models import ResourceOptions, build_schema
from pytest_fixturegen.store.queries import Page, read_query
from pytest_fixturegen.store.schema import Schema
from pytest_fixturegen.store.store import Store

ODD_NAME = """it's "so" 5%"""
"""The name of a field that every dialect has to quote."""


def build_sample_schema() -> Schema:
    """Return the schema of shelves, books and pages."""
    from datetime import datetime
    from decimal import Decimal

    from pydantic import Field, create_model

    shelf = create_model(
        "Shelf",
        id=(int, ...),
        room=(str, ...),
    )
    maker: Any = create_model(
        "Maker",
        name=(str, ...),
        founded=(datetime, ...),
        share=(Decimal, ...),
        staff=(int, ...),
        rate=(float, ...),
        open=(bool, ...),
        odd=(str, Field(alias=ODD_NAME)),
    )
    book = create_model(
        "Book",
        id=(int, ...),
        title=(str, ...),
        shelf_id=(int | None, None),
        price=(Decimal, ...),
        sold=(bool, False),
        printed=(datetime, ...),
        tags=(list[str], []),
        isbn=(str | None, None),
        twin_id=(int | None, None),
        notes=(list[str] | None, None),
        maker=(maker | None, None),
        odd=(str | None, Field(None, alias=ODD_NAME)),
    )
    page = create_model(
        "Page",
        id=(int, ...),
        book_id=(int, ...),
        text=(str, ""),
        after_id=(int | None, None),
    )
    return build_schema(
        {"shelves": shelf, "books": book, "pages": page},
        ResourceOptions(
            links=(
                "Book.shelf_id=Shelf.id",
                "Book.twin_id=Book.id",
                "Page.book_id=Book.id",
                "Page.after_id=Page.id",
            ),
            on_delete=(
                ("Book.shelf_id", "restrict"),
                ("Book.twin_id", "nullify"),
                ("Page.book_id", "cascade"),
                ("Page.after_id", "cascade"),
            ),
            unique=("Book.isbn",),
            indexed=("Book.price", "Book.title"),
        ),
    )


MAKERS: tuple[dict[str, Any], ...] = (
    {
        "name": "beta",
        "founded": "1990-01-01T02:00:00+02:00",
        "share": "9.5",
        "staff": 10,
        "rate": 9.5,
        "open": True,
        ODD_NAME: "x",
    },
    {
        "name": "Alfa",
        "founded": "1990-01-01T01:00:00",
        "share": "10.25",
        "staff": 9,
        "rate": 10.0,
        "open": False,
        ODD_NAME: "y",
    },
)
BOOKS: tuple[dict[str, Any], ...] = (
    {
        "id": 1,
        "title": "Zebra",
        "shelf_id": 1,
        "price": "9.50",
        "printed": "2024-01-01T00:00:00Z",
        "tags": ["new", "big"],
        "maker": MAKERS[0],
        "notes": ["x"],
    },
    {
        "id": 2,
        "title": "apple",
        "shelf_id": 1,
        "price": "10.00",
        "printed": "2024-01-01T02:00:00+05:00",
        "sold": True,
        ODD_NAME: "Fünf Äpfel",
    },
    {
        "id": 3,
        "title": "Mango 100%",
        "shelf_id": 2,
        "price": "10.0",
        "printed": "2023-05-05T00:00:00Z",
        "isbn": "a-1",
        "maker": MAKERS[1],
    },
    {
        "id": 4,
        "title": 'it\'s "quoted"',
        "shelf_id": None,
        "price": "100",
        "printed": "2025-01-01T00:00:00Z",
        "tags": ["new"],
        ODD_NAME: "fifty",
    },
)
QUERIES: tuple[tuple[str, list[int]], ...] = (
    ("", [1, 2, 3, 4]),
    ("title=apple", [2]),
    ('title=it\'s "quoted"', [4]),
    ("title_like=A", [1, 2, 3]),
    ("title_like=%", [3]),
    ("title_starts=m", [3]),
    ("title_starts=a", [2]),
    ("title_gt=Z", [1, 2, 4]),
    (f"{ODD_NAME}=fifty", [4]),
    (f"{ODD_NAME}_like=ÄPFEL", [2]),
    (f"{ODD_NAME}_starts=FÜNF", [2]),
    (f"sort=-{ODD_NAME}", [4, 2, 1, 3]),
    ("maker.name=Alfa", [3]),
    ("maker.name_gt=Z", [1]),
    ("maker.name_starts=B", [1]),
    (f"maker.{ODD_NAME}=x", [1]),
    ("maker.founded=1990-01-01T00:00:00Z", [1]),
    ("maker.founded_gt=1990-01-01T00:30:00Z", [3]),
    ("sort=-maker.founded", [3, 1, 2, 4]),
    ("maker.share_gte=10", [3]),
    ("maker.share_in=9.50,1", [1]),
    ("sort=maker.share", [1, 3, 2, 4]),
    ("maker.staff_gt=9", [1]),
    ("sort=maker.staff", [3, 1, 2, 4]),
    ("maker.rate_lt=10", [1]),
    ("sort=-maker.rate", [3, 1, 2, 4]),
    ("maker.open=true", [1]),
    ("maker.open_ne=true", [2, 3, 4]),
    ("maker_null=true", [2, 4]),
    ("sort=maker.name", [3, 1, 2, 4]),
    ("price=10", [2, 3]),
    ("price_gte=9.5&price_lt=100", [1, 2, 3]),
    ("price[lte]=9.50", [1]),
    ("price_in=9.5,100", [1, 4]),
    ("price_nin=9.5,100", [2, 3]),
    ("id_ne=2", [1, 3, 4]),
    ("sold=true", [2]),
    ("sold_ne=true", [1, 3, 4]),
    ("printed_lt=2024-01-01T00:00:00Z", [2, 3]),
    ("tags=new", [1, 4]),
    ("tags_ne=new", [2, 3]),
    ("tags_in=big,small", [1]),
    ("notes=x", [1]),
    ("notes_ne=x", [2, 3, 4]),
    ("notes_null=true", [2, 3, 4]),
    ("shelf_id_null=true", [4]),
    ("shelf_id_null=false", [1, 2, 3]),
    ("shelf_id_ne=1", [3, 4]),
    ("isbn=a-1", [3]),
    ("isbn_in=", []),
    ("q=QUOTED", [4]),
    ("q=ALFA", [3]),
    ("q=äpfel", [2]),
    ("q=big&sold=false", [1]),
    ("q=big&sold=true", []),
    ("sold=false&price_gt=9.5", [3, 4]),
    ("isbn_nin=", [1, 2, 3, 4]),
    ("isbn_nin=a-1", [1, 2, 4]),
    ("price_gt=10", [4]),
    ("price_gte=10", [2, 3, 4]),
    ("price_lt=10", [1]),
    ("price_lte=10", [1, 2, 3]),
    ("q=big", [1]),
    ("sort=title", [3, 1, 2, 4]),
    ("sort=-price", [4, 2, 3, 1]),
    ("sort=shelf_id,-id", [2, 1, 3, 4]),
    ("sort=-shelf_id", [3, 1, 2, 4]),
    ("sort=printed", [3, 2, 1, 4]),
    ("limit=2", [1, 2]),
    ("limit=2&page=2", [3, 4]),
    ("offset=3", [4]),
    ("offset=9", []),
    ("sold=false&sort=-id&limit=2", [4, 3]),
    ("sold=false&limit=1&offset=1", [3]),
    ("sort=sold", [1, 3, 4, 2]),
    ("sort=-sold", [2, 1, 3, 4]),
    ("sort=twin_id,-price&limit=3", [4, 2, 3]),
)


@dataclass
class SampleStore:
    """A *store* of shelves, books and pages over the *adapter* under test."""

    store: Store
    adapter: Adapter

    def list_ids(
        self,
        text: str = "",
        resource: str = "books",
    ) -> list[int]:
        """Return the ids of the records that match the query *text*."""
        return [loads(record)["id"] for record in self.read_page(text, resource).texts]

    def read_page(
        self,
        text: str,
        resource: str = "books",
    ) -> Page:
        """Return the page of the query *text*, such as ``sold=true&limit=2``."""
        parts = [part.partition("=") for part in text.split("&") if part]
        pairs = [(name, value) for name, _, value in parts]
        query, _ = read_query(
            self.store.schema.find_resource(resource),
            pairs,
            100,
        )
        return self.adapter.get_resources(resource, query)

    def delete_and_fail(self) -> None:
        """Delete a book in a savepoint that ends with an exception."""
        with self.adapter.savepoint():
            self.store.rows("books").delete(4)
            raise ZeroDivisionError

    def take_backup(self) -> State:
        """Return the whole state."""
        return self.adapter.backup()


def is_same_state(one: State, other: State) -> bool:
    """Return whether two states have the same records in the same order."""
    names = {*one.texts, *other.texts}
    return all(_list_texts(one, name) == _list_texts(other, name) for name in names)


def _list_texts(state: State, name: str) -> list[bytes]:
    """Return the records of the resource *name* as JSON."""
    return list(state.texts.get(name, ()))
