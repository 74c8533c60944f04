# databases/from_polyfactory/before/test_clinic.py
import pytest
from models import Species, admit, count_pets, estimate_minutes
from pydantic import ValidationError


def test_cats_take_ten_minutes(visit_request_factory):
    assert estimate_minutes(visit_request_factory.build()) == 20


def test_dogs_take_fifteen_minutes(visit_request_factory, pet_in_factory):
    pets = [pet_in_factory.build(species=each) for each in (Species.DOG, Species.CAT)]
    assert estimate_minutes(visit_request_factory.build(pets=pets)) == 25


def test_a_visit_needs_a_pet(visit_request_factory):
    with pytest.raises(ValidationError):
        visit_request_factory.build(pets=[])


@pytest.mark.parametrize("species", Species)
async def test_each_species_is_admitted(db_session, owner_factory, pet_in_factory, species):
    owner = await owner_factory.create_async()
    pet = await admit(db_session, owner, pet_in_factory.build(species=species))
    assert (pet.species, pet.owner_id) == (species, owner.id)


async def test_the_pets_of_an_owner_are_counted(db_session, owner_factory, pet_factory):
    owner = await owner_factory.create_async()
    other = await owner_factory.create_async()
    await pet_factory.create_batch_async(3, owner_id=owner.id)
    await pet_factory.create_async(owner_id=other.id)
    assert await count_pets(db_session, owner) == 3


async def test_a_pet_has_an_owner(owner_factory, pet_factory):
    owner = await owner_factory.create_async(name="Ada")
    pet = await pet_factory.create_async(owner=owner, owner_id=owner.id)
    assert pet.owner.name == "Ada"
