"""URLs, IP and email addresses: the scheme matches, and the host is reserved for examples."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic
import pytest
from pydantic import AnyUrl, UrlConstraints

from tests.golden.kinds.network import INTERNET, SCHEMES, Contact
from tests.kinds.round_trips import draw, round_trip, to_json


@pytest.mark.parametrize("name", SCHEMES)
def test_an_address_has_its_scheme_and_an_example_host(name: str) -> None:
    for each in round_trip(getattr(pydantic, name)):
        assert each.scheme.startswith(SCHEMES[name])
        hosts = each.hosts() if hasattr(each, "hosts") else [{"host": each.host}]
        assert all(
            part["host"] is None or part["host"].split(".")[-2:][0] == "example" for part in hosts
        )


def test_a_constrained_url_keeps_its_constraints() -> None:
    kind = Annotated[AnyUrl, UrlConstraints(allowed_schemes=["ldap"], max_length=60)]
    assert {each.scheme for each in round_trip(kind)} == {"ldap"}


@pytest.mark.parametrize(("kind", "classes"), INTERNET, ids=str)
def test_an_ip_type_yields_its_class(kind: Any, classes: tuple[type, ...]) -> None:
    assert all(isinstance(each, classes) for each in round_trip(kind))


def test_email_addresses_use_example_hosts() -> None:
    for each, line in zip(round_trip(Contact), to_json(Contact), strict=True):
        assert ".example" in each.email or "@example." in each.email
        assert line["full"] == str(each.full)
    assert len({each.email for each in draw(Contact)}) == 20
