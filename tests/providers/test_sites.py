"""A slug is that of its title, and a company's site, domain and mailbox have its name."""

from __future__ import annotations

import pytest
from pydantic import EmailStr, HttpUrl

from pytest_fixturegen.providers.sites import to_slug
from tests.providers.samples import model, records


@pytest.mark.parametrize("name", ["Article", "Product", "Book", "Thing"])
@pytest.mark.parametrize("locale", ["en_US", "de_DE", "ja_JP"])
def test_a_slug_is_that_of_its_title(name, locale):
    for record in records(model(name, title=str, slug=str, url=HttpUrl), locale=locale):
        assert record["slug"] == to_slug(record["title"])
        assert record["url"].endswith(f"/{record['slug']}")
        assert record["slug"].isascii()


def test_a_thing_with_a_name_has_its_slug():
    for record in records(model("Project", name=str, slug=str)):
        assert record["slug"] == to_slug(record["name"])


@pytest.mark.parametrize("locale", ["en_US", "sv_SE", "fr_FR"])
def test_a_company_is_reached_under_its_own_name(locale):
    firm = model("Company", name=str, domain=str, website=HttpUrl, email=EmailStr, url=str)
    for record in records(firm, locale=locale):
        assert record["domain"].startswith(to_slug(record["name"]))
        assert record["website"] == record["url"] == f"https://{record['domain']}/"
        assert record["email"].endswith(f"@{record['domain']}")


def test_an_employee_s_company_has_a_site_too():
    for record in records(
        model("Employee", company_name=str, company_website=str, vendor=str, vendor_website=str)
    ):
        assert to_slug(record["company_name"]) in record["company_website"]
        assert to_slug(record["vendor"]) in record["vendor_website"]


def test_a_slug_has_no_accents_and_no_apostrophes():
    assert to_slug("L'été à Zürich & Größe") == "lete-a-zuerich-groesse"
    assert len(to_slug("word " * 40)) <= 60
    assert to_slug("…") != ""
