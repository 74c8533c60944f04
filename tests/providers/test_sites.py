"""A slug is that of its title; the site, domain and mailbox of a company have its name."""

from __future__ import annotations

import pytest
from pydantic import EmailStr, HttpUrl

from pytest_fixturegen.providers import sites
from pytest_fixturegen.providers.sites import to_slug
from tests.providers.contexts import make_context
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
def test_site_domain_and_mailbox_have_the_name_of_the_company(locale):
    firm = model("Company", name=str, domain=str, website=HttpUrl, email=EmailStr, url=str)
    for record in records(firm, locale=locale):
        assert record["domain"].startswith(to_slug(record["name"]))
        assert record["website"] == record["url"] == f"https://{record['domain']}/"
        assert record["email"].endswith(f"@{record['domain']}")


def test_the_company_of_an_employee_has_a_site_too():
    for record in records(
        model("Employee", company_name=str, company_website=str, vendor=str, vendor_website=str)
    ):
        assert to_slug(record["company_name"]) in record["company_website"]
        assert to_slug(record["vendor"]) in record["vendor_website"]


def test_a_slug_has_no_accents_and_no_apostrophes():
    assert to_slug("L'été à Zürich & Größe") == "lete-a-zuerich-groesse"
    assert len(to_slug("word " * 40)) <= 60
    assert to_slug("…") != ""


@pytest.mark.parametrize(
    ("name", "folder"),
    [("Article", "news"), ("Post", "blog"), ("Story", "stories"), ("Product", "products")],
)
def test_a_page_is_in_the_folder_of_its_noun(name, folder):
    for record in records(model(name, title=str, url=str)):
        assert record["url"] == f"https://www.example.com/{folder}/{to_slug(record['title'])}"


@pytest.mark.parametrize(
    ("field", "kind", "noun", "provide"),
    [
        ("slug", "str", "article", sites.provide_slug),
        ("slug", "int", "article", None),
        ("page_url", "url", "article", sites.provide_page_url),
        ("page_url", "url", "user", None),
        ("page_url", "url", "", None),
        ("title", "str", "article", None),
    ],
)
def test_only_slugs_and_pages_follow_from_the_title(field, kind, noun, provide):
    assert sites.find_thing_provider(field, kind, noun) is provide


@pytest.mark.parametrize(
    ("field", "kind", "provide"),
    [
        ("website", "url", sites.provide_website),
        ("url", "str", sites.provide_website),
        ("domain", "str", sites.provide_domain),
        ("domain", "url", None),
        ("contact_email", "EmailStr", sites.provide_mailbox),
        ("email", "int", None),
        ("name", "str", None),
    ],
)
def test_only_sites_domains_and_mailboxes_follow_from_the_name(field, kind, provide):
    assert sites.find_company_provider(field, kind) is provide


@pytest.mark.parametrize(
    "rules", [{"max_length": 119}, {"min_length": 21}, {"pattern": "x"}, {"schemes": ("ftp",)}]
)
def test_a_url_that_the_rules_may_refuse_is_none(rules):
    context = make_context("url", "url", model="article", **rules)
    assert sites.provide_page_url(context, "") is None
    assert sites.provide_website(context, "") is None


def test_a_typed_address_with_rules_has_no_mailbox():
    assert sites.provide_mailbox(make_context("email", "EmailStr", max_length=90), "") is None
    assert sites.provide_mailbox(make_context("email", "EmailStr"), "") is not None
