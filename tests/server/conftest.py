"""A small blog over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, EmailStr, Field

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig, StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.server.app import App, Sleep, make_app
from pytest_fixturegen.server.asgi_transport import sleep_blocking
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.store.store import Store


class Home(BaseModel):
    city: str


class User(BaseModel):
    id: int
    name: str = Field(min_length=1)
    email: EmailStr
    age: int = Field(ge=18, le=99)
    home: Home
    created_at: datetime
    is_admin: bool = False


class Post(BaseModel):
    id: int
    user_id: int
    title: str
    price: Decimal = Field(ge=0, max_digits=6, decimal_places=2)
    tags: list[str]
    editor_id: int | None = None


LINKS = ("Post.user_id=User.id", "Post.editor_id=User.id")
ON_DELETE = (("Post.user_id", "cascade"), ("Post.editor_id", "nullify"))


def blog(generation: GenerationConfig | None = None, **settings: Any) -> Store:
    """Return a store of six users and twelve posts."""
    counts = (("users", "6"), ("posts", "12"))
    config = StoreConfig(**{"counts": counts, "on_delete": ON_DELETE, **settings})
    return open_store(
        [User, Post], config, generation or GenerationConfig(link=LINKS, unique=("User.email",))
    )


@pytest.fixture(scope="session")
def filled() -> Iterator[Store]:
    """One blog for all tests, which must leave it unchanged."""
    store = blog()
    yield store
    store.close()


@pytest.fixture
def store(filled: Store) -> Iterator[Store]:
    """The blog for one test; its changes are rolled back."""
    with filled.rollback():
        yield filled


def client_of(
    store: Store, seed: int = 0, sleep: Sleep = sleep_blocking, **settings: Any
) -> ApiClient:
    """Return a client of an application over *store*."""
    app: App = make_app(store, ServeConfig(**settings), seed=seed, sleep=sleep)
    return make_asgi_client(app)


@pytest.fixture
def api(store: Store) -> ApiClient:
    """A client of the blog of the test."""
    return client_of(store)
