"""People beside the one of the record: relatives, roles, former names."""

from __future__ import annotations

from pytest_fixturegen.providers.person_facts import FEMALE, MALE, list_first_names
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.samples import model, records

SEXES = {
    sex: {name.name for name in list_first_names(Vocabulary("en_US")) if name.sex == sex}
    for sex in (FEMALE, MALE)
}


def test_relatives_have_their_sex():
    person = model("Person", mother_name=str, father_name=str, wife_first_name=str)
    for record in records(person):
        assert record["mother_name"].split()[0] in SEXES[FEMALE]
        assert record["father_name"].split()[0] in SEXES[MALE]
        assert record["wife_first_name"] in SEXES[FEMALE]


def test_each_role_of_a_record_is_another_person():
    flight = model("Flight", captain=str, first_officer=str, passenger_name=str)
    for record in records(flight):
        assert len(set(record.values())) == 3


def test_a_role_with_an_address_is_one_person():
    policy = model("Policy", policyholder_name=str, policyholder_email=str, policy_number=str)
    for record in records(policy):
        assert record["policyholder_email"].startswith(
            record["policyholder_name"].split()[0].lower()
        )


def test_a_name_beside_a_birthday_is_a_persons():
    entry = model("Entry", name=str, date_of_birth=str, suffix=str)
    lasts = set()
    for record in records(entry):
        lasts.add(record["suffix"])
        assert record["name"].split()[0] in SEXES[FEMALE] | SEXES[MALE]
    assert lasts <= {"PhD", "MD", "Esq.", "Jr.", "Sr.", "II", "III"}


def test_codes_and_pronouns_go_with_the_name():
    person = model("Person", first_name=str, gender_code=str, pronouns=str)
    for record in records(person):
        sex = FEMALE if record["gender_code"] == "F" else MALE
        assert record["first_name"] in SEXES[sex]
        assert record["pronouns"] == ("she/her", "he/him")[sex]


def test_the_former_name_is_another_one():
    person = model("Person", last_name=str, maiden_name=str)
    differing = [each["last_name"] != each["maiden_name"] for each in records(person)]
    assert sum(differing) > 40
