# databases/from_polyfactory/after/test_clinic.py
import pytest
from models import Owner, Pet, PetIn, Species, VisitRequest, admit, count_pets, estimate_minutes
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from pytest_fixturegen import AsyncMake, Make


def test_cats_take_ten_minutes(make_visit_request: Make[VisitRequest]):
    assert estimate_minutes(make_visit_request()) == 20


def test_dogs_take_fifteen_minutes(make_visit_request: Make[VisitRequest]):
    pets = [{"species": Species.DOG}, {"species": Species.CAT}]
    assert estimate_minutes(make_visit_request(pets=pets)) == 25


def test_a_visit_needs_a_pet(make_visit_request: Make[VisitRequest]):
    with pytest.raises(ValidationError):
        make_visit_request(pets=[])


async def test_each_species_is_admitted(db_session: AsyncSession, owner: Owner, admission: PetIn):
    pet = await admit(db_session, owner, admission)
    assert (pet.species, pet.owner_id) == (admission.species, owner.id)


async def test_the_pets_of_an_owner_are_counted(
    db_session: AsyncSession, owner: Owner, make_owner: AsyncMake[Owner], make_pet: AsyncMake[Pet]
):
    await make_pet.batch(3)  # of the owner of the test
    await make_pet(owner=await make_owner())
    assert await count_pets(db_session, owner) == 3


async def test_a_pet_has_an_owner(make_pet: AsyncMake[Pet]):
    assert (await make_pet(owner={"name": "Ada"})).owner.name == "Ada"
