# tour/conftest.py
import pytest
from models import Order, Role, User

from pytest_fixturegen import Pfg, pfg_factory, pfg_fixture


@pytest.fixture
def table() -> dict[int, User]:
    """Saved users: a dict here, a database in your project."""
    return {}


def save(user: User, table: dict[int, User]) -> None:  # the other parameters are fixtures
    table[user.id] = user


user = pfg_fixture(User)
admin = pfg_fixture(User, {"role": "admin"}, doc="An administrator.", scope="session")
any_role = pfg_fixture(User, variants={f"as-{role.value}": {"role": role} for role in Role})
some = pfg_fixture(User, cases=3, unique=["email"])
orders = pfg_fixture(list[Order], n=5)
order = pfg_fixture(Order, links={"user_id": "user.id"})
saved = pfg_fixture(User, persist=save)
pfg_factory(Order)  # a bare statement binds make_order


@pytest.fixture
def owner(pfg: Pfg) -> User:
    """An ordinary fixture that uses the fixture ``pfg``."""
    return pfg.build(User, role="editor")
