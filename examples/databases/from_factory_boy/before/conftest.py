import pytest
from pytest_factoryboy import register

from . import factories

FACTORIES = [
    factories.AuthorFactory,
    factories.GenreFactory,
    factories.BookFactory,
    factories.MemberFactory,
    factories.LoanFactory,
]
for each in FACTORIES:
    register(each)
register(factories.MemberFactory, "child", kind="child")


@pytest.fixture(autouse=True)
def set_session(db_session):
    for each in FACTORIES:
        each._meta.sqlalchemy_session = db_session
