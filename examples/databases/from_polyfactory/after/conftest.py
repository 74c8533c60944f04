# databases/from_polyfactory/after/conftest.py
from models import Owner, Pet, PetIn, Species, VisitRequest

from pytest_fixturegen import pfg_factory, pfg_fixture

owner = pfg_fixture(Owner, persist="db_session")
make_owner = pfg_factory(Owner, persist="db_session")
make_pet = pfg_factory(Pet, persist="db_session")
admission = pfg_fixture(PetIn, variants={each.value: {"species": each} for each in Species})
make_visit_request = pfg_factory(
    VisitRequest, {"pets": [{"species": Species.CAT}, {"species": Species.CAT}]}
)
