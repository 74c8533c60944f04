# databases/from_polyfactory/before/conftest.py
import pytest_asyncio
from models import Owner, Pet, PetIn, Species, VisitRequest
from polyfactory import Use
from polyfactory.factories.pydantic_factory import ModelFactory
from polyfactory.factories.sqlalchemy_factory import SQLAlchemyFactory, SQLAlchemyPersistenceMethod
from polyfactory.pytest_plugin import register_fixture


class RowFactory(SQLAlchemyFactory):
    __is_base_factory__ = True
    __set_relationships__ = False
    __persistence_method__ = SQLAlchemyPersistenceMethod.FLUSH


@register_fixture
class OwnerFactory(RowFactory):
    __model__ = Owner

    @classmethod
    def email(cls) -> str:
        return f"{cls.__random__.getrandbits(64)}@example.com"


@register_fixture
class PetFactory(RowFactory):
    __model__ = Pet
    chip = None


@register_fixture
class PetInFactory(ModelFactory[PetIn]):
    pass


@register_fixture
class VisitRequestFactory(ModelFactory[VisitRequest]):
    pets = Use(PetInFactory.batch, size=2, species=Species.CAT)


@pytest_asyncio.fixture(autouse=True)
async def set_session(db_session):
    for each in (OwnerFactory, PetFactory):
        each.__async_session__ = db_session
