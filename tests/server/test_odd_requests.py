"""Unusual but legal requests: each does what REST clients expect, or gets a clear error."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, computed_field, create_model
from pydantic.alias_generators import to_camel

from examples.adapters.document import Documents
from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.server.clients import ApiClient
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.store import Store
from tests.server.conftest import client_of
from tests.server.test_rest import NEW, error_of, first


class Card(BaseModel):
    digits: str


class Cash(BaseModel):
    drawer: int


class Bill(BaseModel):
    id: int
    share: float
    numbers: list[int]
    payment: Card | Cash
    note: str | None = None


class Page(BaseModel):
    id: str
    title: str = ""


class Grade(BaseModel):
    id: Literal["", ".", "..", "a", "b"]


class Guest(BaseModel):
    model_config = ConfigDict(populate_by_name=True, alias_generator=to_camel)

    id: int
    first_name: str

    @computed_field
    def shown_name(self) -> str:
        return self.first_name.upper()


class Row(BaseModel):
    id: int | None = None


class Mark(BaseModel):
    id: UUID | None = None


class Town(BaseModel):
    id: int


class Street(BaseModel):
    id: int
    town_id: int


LINKED = GenerationConfig(link=("Street.town_id=Town.id",))


@pytest.fixture(scope="module")
def bills() -> Any:
    """A client of a store with three bills."""
    store = open_store([Bill], StoreConfig(count=3))
    yield client_of(store)
    store.close()


def ids(api: ApiClient, query: str) -> list[int]:
    return [user["id"] for user in api.get(f"/users?{query}").json()]


def test_repeated_list_parameters_are_joined(api: ApiClient) -> None:
    assert ids(api, "sort=is_admin&sort=-id") == ids(api, "sort=is_admin,-id")
    assert ids(api, "id_in=1&id[in]=3,4") == [1, 3, 4]
    assert 1 not in ids(api, "id_nin=1&id_nin=2")
    assert api.get("/users/1?fields=id&fields=name&expand=posts").json().keys() == {
        "id",
        "name",
        "posts",
    }


@pytest.mark.parametrize(
    "query",
    [
        "id_in[]=1&id_in[]=3",
        "id_in%5B%5D=1&id_in%5B%5D=3",
        "id_in[0]=1&id_in[1]=3",
        "id[in][]=1&id[in][]=3",
        "id[in][0]=1&id_in[]=3",
        "id_in=1&id_in[]=3",
        "id_in=1,3",
    ],
)
def test_arrays_of_clients_are_understood(api: ApiClient, query: str) -> None:
    assert ids(api, query) == [1, 3]


def test_parameters_may_be_arrays(api: ApiClient) -> None:
    query = "sort[]=is_admin&sort[]=-id&fields[]=id&fields[]=is_admin&id_nin[]=2"
    expected = api.get("/users?sort=is_admin,-id&fields=id,is_admin&id_nin=2").json()
    assert api.get(f"/users?{query}").json() == expected


def test_an_item_of_an_array_may_contain_a_comma(api: ApiClient, store: Store) -> None:
    store["users"].create({**NEW, "name": "Lovelace, Ada"})
    assert len(api.get("/users?name_in[]=Lovelace, Ada").json()) == 1
    assert api.get("/users?name_in=Lovelace, Ada").json() == []


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("_start", "offset"),
        ("_end", "limit"),
        ("_limit", "limit"),
        ("_page", "page"),
        ("_per_page", "limit"),
        ("pageSize", "limit"),
        ("page[size]", "limit"),
        ("_sort", "sort"),
        ("_order", "sort"),
        ("orderBy", "sort"),
        ("_embed", "expand"),
        ("_expand", "expand"),
        ("include", "expand"),
        ("$select", "fields"),
        ("$skip", "offset"),
        ("search", "q"),
        ("age:gt", "age_gt"),
        ("age__lte", "age_lte"),
        ("age>", "age_gte"),
        ("age!", "age_ne"),
        ("age.gt", "age_gt"),
        ("age_min", "age_gte"),
        ("name_contains", "name_like"),
        ("name__icontains", "name_like"),
        ("name_startsWith", "name_starts"),
        ("home.city_ilike", "home.city_like"),
        ("age_isnull", "age_null"),
        ("age_gte[]", "age_gte"),
        ("id[]", "id_in"),
        ("id[0]", "id_in"),
        ("agee_gte", "age"),
        ("nme", "name"),
        ("limitt", "limit"),
    ],
)
def test_spellings_of_other_servers_get_ours_as_a_hint(
    api: ApiClient, name: str, suggestion: str
) -> None:
    error = error_of(api.get("/users", params={name: "1"}))
    assert (error["status"], error["suggestions"][0]) == (400, suggestion)
    assert suggestion in error["hint"]


@pytest.mark.parametrize(
    ("query", "words", "hint"),
    [
        ("name=a&name=b", "name has two values, which no record can match.", "name_in=a,b"),
        ("age_null=true&age[null]=false", "age has two values, which no record can match.", ""),
        ("limit=2&limit=3", "limit is given more than once.", "Give it once."),
        ("page=2&offset=3", "page and offset both say where to begin.", "Give one of them."),
        ("home=x", "home is an object: the operator 'eq' does not apply.", "home.city"),
        ("age=", "age: '' is not a whole number.", "age_null=true"),
        ("age=null", "age: 'null' is not a whole number.", "age_null=true"),
        ("id=1,2", "id: '1,2' is not a whole number.", "id_in=1,2"),
        ("id[]=1&id[]=2", "Unknown operator ''.", "Write id_in."),
        ("home[city]=Oslo", "Unknown operator 'city'.", "Write home.city."),
        ("filter[name]=x", "Unknown field or parameter of users 'filter[name]'.", "Known: age"),
        ("&".join(["age_gt=1"] * 200), "200 parameters are too many.", "Give 50 at most."),
        (
            "created_at_gte=2025",
            "created_at: '2025' is not a date and time in ISO 8601.",
            "Give a date and time",
        ),
        ("age=1_8", "age: '1_8' is not a whole number.", "Give a whole number."),
        (
            "created_at=2024-05-01T14:00:00+02:00",
            "is not a date and time in ISO 8601.",
            "write + as %2B",
        ),
    ],
)
def test_contradictory_queries_get_an_error_with_a_hint(
    api: ApiClient, query: str, words: str, hint: str
) -> None:
    error = error_of(api.get(f"/users?{query}"))
    assert (error["status"], words in error["message"], hint in error["hint"]) == (400, True, True)


@pytest.mark.parametrize(
    "query", ["share=nan", "share_gt=-inf", "share=1e400", "payment=x", "numbers=" + "9" * 19]
)
def test_impossible_filter_values_are_errors_not_empty_lists(bills: ApiClient, query: str) -> None:
    assert error_of(bills.get(f"/bills?{query}"))["status"] in (400, 422)


def test_repeated_list_filters_require_every_item(bills: ApiClient) -> None:
    bill = {"share": 0.5, "numbers": [7001, 7002], "payment": {"drawer": 1}}
    made = bills.post("/bills", json=bill).json()["id"]
    assert [each["id"] for each in bills.get("/bills?numbers=7001&numbers=7002").json()] == [made]
    assert bills.get("/bills?numbers=7001&numbers=7003").json() == []


def test_related_lists_refuse_a_filter_for_another_owner(api: ApiClient, store: Store) -> None:
    owner = store["posts"].all()[0].user_id
    assert api.get(f"/users/{owner}/posts?user_id={owner}&user_id_in={owner},1").json() != []
    assert (
        "two values, which no record can match"
        in error_of(api.get(f"/users/{owner}/posts?user_id={owner + 1}"))["message"]
    )


def test_page_links_continue_from_an_offset(api: ApiClient) -> None:
    seen, address = [], "/users?offset=1&limit=2&fields=id"
    while address:
        answer = api.get(address)
        seen += [user["id"] for user in answer.json()]
        links = dict(
            reversed(each) for each in re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers["link"])
        )
        address = links.get("next", "")
    assert seen == ids(api, "offset=1")
    assert links["first"].endswith("offset=0")
    assert links["prev"].endswith("offset=3")


def test_a_page_beyond_the_last_links_to_the_last(api: ApiClient) -> None:
    link = api.get("/users?limit=4&page=9").headers["link"]
    assert 'page=2>; rel="prev"' in link
    assert 'rel="next"' not in link


def test_a_wrong_method_gets_the_allowed_methods(api: ApiClient) -> None:
    refused = api.delete("/users")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")


def test_if_match_may_span_several_header_lines(api: ApiClient, store: Store) -> None:
    path = f"/users/{first(store).id}"
    for before in ('"x", ', "W/"):
        headers = [("if-match", before + api.get(path).headers["etag"])]
        assert api.patch(path, json={"age": 40}, headers=headers).status_code == 200
    lines = [("if-match", '"x"'), ("if-match", api.get(path).headers["etag"])]
    assert api.patch(path, json={"age": 41}, headers=lines).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_if_none_match_star_refuses_changes_to_existing_records(
    api: ApiClient, store: Store, method: str
) -> None:
    path = f"/users/{first(store).id}"
    before = api.get(path).text
    assert (
        error_of(api.request(method, path, json=NEW, headers={"if-none-match": "*"}))["status"]
        == 412
    )
    assert api.get(path).text == before


def test_pages_of_unknown_origins_cannot_change_data(store: Store) -> None:
    api = client_of(store, cors=("https://app.example",))
    plain = {"content-type": "text/plain"}  # what a browser sends without asking first
    refused = api.post("/users", json=NEW, headers={**plain, "origin": "https://evil.example"})
    assert error_of(refused)["status"] == 403
    assert api.get("/users?email=ada@example.com").json() == []
    own = f"http://{api.base_url.host}"
    for number, origin in enumerate(("https://app.example", own)):
        made = api.post(
            "/users", json={**NEW, "email": f"{number}@example.com"}, headers={"origin": origin}
        )
        assert made.status_code == 201


def test_records_can_be_created_after_the_largest_key(api: ApiClient) -> None:
    assert api.post("/users", json={**NEW, "id": 2**63 - 1}).status_code == 201
    for _ in range(2):
        error = error_of(api.post("/users", json={**NEW, "email": "b@example.com"}))
        assert (error["status"], error["hint"]) == (400, "Send one as id.")
    assert api.post("/users", json={**NEW, "email": "b@example.com", "id": 70}).status_code == 201


def test_an_invalid_backup_changes_nothing(api: ApiClient) -> None:
    for body in ({"users": {}}, {"users": ""}, {"users": 5}, []):
        assert error_of(api.post("/admin/restore", json=body))["status"] == 400
    assert len(api.get("/users").json()) == 6


def test_python_filters_accept_text_with_commas(store: Store) -> None:
    store["users"].create({**NEW, "name": "Lovelace, Ada"})
    assert [user.email for user in store["users"].all(name_in=["Lovelace, Ada", "x"])] == [
        "ada@example.com"
    ]
    assert store["users"].all(id_in=()) == []


def test_a_dangling_reference_expands_to_null(tmp_path: Path) -> None:
    store = open_store(
        [Town, Street], StoreConfig(count=1), LINKED, adapter=Documents(str(tmp_path / "docs"))
    )
    store.adapter.delete_resource("towns", 1)
    assert client_of(store).get("/streets?expand=town").json() == [
        {"id": 1, "town_id": 1, "town": None}
    ]


def test_python_filters_accept_none(store: Store) -> None:
    posts = store["posts"].all()
    assert store["posts"].all(editor_id=None) == [post for post in posts if post.editor_id is None]
    assert store["users"].all(name=None) == []


@pytest.mark.parametrize("key", ["", ".", ".."])
def test_keys_that_cannot_be_addressed_are_refused(key: str) -> None:
    page = {"id": key}
    with closing(open_store([Page], StoreConfig(count=2))) as store:
        api = client_of(store)
        for refused in (
            api.post("/pages", json=page),
            api.post("/admin/restore", json={"pages": [page]}),
        ):
            assert error_of(refused)["status"] == 422
            assert error_of(refused)["details"]["problems"][0]["path"].endswith("id")
            assert f".id is {key!r}, which no address can hold." in error_of(refused)["message"]
        assert len(store["pages"]) == 2
    with pytest.raises(InvalidError, match=r"pages\[0\]\.id is .*, which no address can hold"):
        open_store([Page], data={"pages": [page]})


def test_keys_that_cannot_be_addressed_are_never_generated() -> None:
    with closing(open_store([Grade], StoreConfig(count=1))) as store:
        api = client_of(store)
        assert api.post("/grades", json={}).status_code == 201
        assert sorted(grade["id"] for grade in api.get("/grades").json()) == ["a", "b"]
        assert error_of(api.post("/grades", json={}))["hint"] == "Send one as id."


def test_keys_with_dots_and_slashes_can_be_addressed() -> None:
    with closing(open_store([Page], StoreConfig(count=0))) as store:
        api = client_of(store)
        for key in ("...", ".a", "a/../b", "%2e%2e", " "):
            made = api.post("/pages", json={"id": key})
            assert api.get(made.headers["location"]).json()["id"] == key


def test_errors_name_the_wrong_record_of_several(api: ApiClient, store: Store) -> None:
    made = [NEW, {**NEW, "email": "b@example.com", "age": 5, "home": {}}]
    error = error_of(api.post("/users", json=made))
    assert (
        error["message"] == "users[1].age: Input should be greater than or equal to 18, and 1 more."
    )
    assert [each["path"] for each in error["details"]["problems"]] == ["1.age", "1.home.city"]
    assert error_of(api.post("/users", json=[NEW, NEW]))["message"].startswith(
        "users[1].email is unique"
    )
    backup = api.post("/admin/backup").json()
    backup["users"][2]["age"] = 5
    assert error_of(api.post("/admin/restore", json=backup))["message"].startswith(
        "The backup: users[2].age: Input"
    )
    assert len(store["users"]) == 6


def test_errors_in_an_edited_json_file_name_file_and_record(tmp_path: Path) -> None:
    config = StoreConfig(adapter="json-file", db_path=str(tmp_path / "db.json"), count=2)
    open_store([Bill], config).close()
    text = (tmp_path / "db.json").read_text("utf-8")
    (tmp_path / "db.json").write_text(text.replace('"id":2', '"id":1'))
    with pytest.raises(ConflictError, match=r"db\.json: bills\.id is unique, and 1 is taken"):
        open_store([Bill], config)
    (tmp_path / "db.json").write_text(text.replace('"id":2', '"id":"x"'))
    with pytest.raises(
        InvalidError, match=r"db\.json: bills\[1\]\.id: Input should be a valid integer"
    ):
        open_store([Bill], config)


def test_a_patch_may_use_field_names_instead_of_aliases() -> None:
    with closing(open_store([Guest], StoreConfig(count=1))) as store:
        assert (
            client_of(store).patch("/guests/1", json={"first_name": "Ada"}).json()["firstName"]
            == "Ada"
        )


def test_computed_fields_can_be_filtered_and_sorted() -> None:
    with closing(
        open_store(
            [Guest],
            data={
                "guests": [{"id": key, "firstName": name} for key, name in ((1, "Bo"), (2, "al"))]
            },
        )
    ) as store:
        api = client_of(store)
        assert api.get("/guests?sort=shownName&fields=shownName&limit=2").json() == [
            {"shownName": "AL"},
            {"shownName": "BO"},
        ]
        assert [guest["id"] for guest in api.get("/guests?shownName_gte=B&limit=1").json()] == [1]
        assert (
            api.patch("/guests/1", json={"shownName": "X", "firstName": "Cy"}).json()["shownName"]
            == "CY"
        )
        assert store["guests"].get(1).shown_name == "CY"


def test_optional_keys_are_always_generated() -> None:
    config, often_none = StoreConfig(count=4), GenerationConfig(p_none=0.9)
    with closing(open_store([Row, Mark], config, often_none)) as store:
        assert [row.id for row in store["rows"]] == [1, 2, 3, 4]
        assert store["rows"].create().id == 5
        assert all(mark.id for mark in store["marks"])
        assert store["marks"].create().id is not None


@pytest.mark.parametrize("source", [Town, None, 5])
def test_unsupported_store_sources_are_refused(source: Any) -> None:
    with pytest.raises(ConfigError, match="Cannot open a store from") as caught:
        open_store(source)
    assert "a list of models" in caught.value.hint


def test_two_models_with_the_same_name_are_refused() -> None:
    other = create_model("Town", id=(int, ...), name=(str, ...))
    with pytest.raises(ConfigError, match="Two models have the same resource name 'towns'"):
        open_store([Town, other])
    with closing(open_store({"towns": Town, "others": other})) as store:
        assert store[other].get(1).name
