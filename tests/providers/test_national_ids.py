"""Numbers of people and firms: valid, of the person, and given to nobody."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest

from pytest_fixturegen.providers.check_digits import iso7064_digit, luhn_digit
from tests.providers.samples import model, records

VALID = """
sv_SE personnummer se.personnummer
sv_SE national_id se.personnummer
sv_SE organization_number se.orgnr
fr_FR ssn fr.nir
fr_FR siren fr.siren
fr_FR siret fr.siret
es_ES dni es.dni
es_ES cif es.cif
es_MX curp mx.curp
es_MX rfc mx.rfc
pt_BR cpf br.cpf
pt_BR cnpj br.cnpj
nl_NL bsn nl.bsn
ja_JP corporate_number jp.cn
ja_JP my_number jp.in_
"""


@pytest.mark.parametrize("row", VALID.strip().splitlines())
def test_numbers_are_valid(row):
    locale, name, module = row.split()
    try:
        validator = import_module(f"stdnum.{module}")
    except ModuleNotFoundError:
        pytest.skip(f"this version of python-stdnum has no {module}")
    person = model(**{name: str})
    for record in records(person, locale=locale):
        assert validator.is_valid(record[name]), record


def test_a_number_is_that_of_its_person():
    person = model(personnummer=str, birth_date=date, gender=str)
    for record in records(person, locale="sv_SE"):
        number = record["personnummer"]
        assert number.startswith(record["birth_date"].replace("-", ""))
        assert int(number[-2]) % 2 == (record["gender"] == "man")
        assert number[9:11] in ("98", "99")


def test_a_curp_has_the_initials_and_the_birthday():
    person = model(first_name=str, last_name=str, curp=str, birth_date=date)
    for record in records(person, locale="es_MX"):
        assert record["curp"][4:10] == record["birth_date"].replace("-", "")[2:]
        assert record["curp"][11:13] == "NE"


def test_a_german_tax_number_is_one_for_tests():
    for record in records(model(steuer_id=str, ssn=str), locale="de_DE"):
        number = record["steuer_id"]
        assert number[0] == "0"
        assert number[-1] == iso7064_digit(number[:-1])
        assert len(set(number[:-1])) == 9
        assert record["ssn"].startswith("99")


def test_numbers_fit_the_field():
    from typing import Annotated

    from pydantic import Field

    person = model(cpf=Annotated[str, Field(pattern=r"^\d{11}$")])
    for record in records(person, locale="pt_BR"):
        assert record["cpf"].startswith("000")


def test_luhn_digit():
    assert luhn_digit("7992739871") == "3"
