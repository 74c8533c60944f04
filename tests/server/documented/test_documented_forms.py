"""Operations of an OpenAPI description whose values and bodies have unusual forms."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.asgi_transport import sleep_blocking
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.server.live_server import serve_in_thread
from pytest_fixturegen.store.store import Store
from tests.server.raw import parse_address

HARBOUR = Path(__file__).parent / "harbour.yaml"
JSON = {"content-type": "application/json"}
XML = {"content-type": "application/xml", "accept": "application/xml"}
SHIP = {"id": 77, "name": "Vega", "fast": True, "holds": [3, 4]}


@pytest.fixture(scope="module")
def harbour() -> Iterator[Store]:
    """The store of the description, for all tests."""
    store = open_store(HARBOUR)
    yield store
    store.close()


@pytest.fixture
def api(harbour: Store) -> Iterator[ApiClient]:
    """A client of the mock; its changes are rolled back."""
    with harbour.rollback():
        yield make_asgi_client(make_app(harbour, ServeConfig(), sleep=sleep_blocking))


def test_an_address_keeps_a_text(api: ApiClient) -> None:
    other = api.get("/berths/2/2").json()
    for mark in ("X", "O"):
        assert api.put("/berths/1/2", json=mark).json().keys() == {"free"}
        assert api.get("/berths/1/2").json() == mark
    assert api.get("/berths/2/2").json() == other
    assert api.put("/berths/1/2", json="Y").status_code == 422
    assert api.get("/berths/4/2").status_code == 422


def test_an_address_keeps_a_list(api: ApiClient) -> None:
    assert api.put("/labels", json=["old", "new"]).json() == ["old", "new"]
    assert api.get("/labels").json() == ["old", "new"]
    assert api.delete("/labels").status_code == 204
    assert api.get("/labels").status_code == 404


def test_an_envelope_may_refine_its_list(api: ApiClient) -> None:
    first = api.get("/pilots").json()
    assert [pilot["id"] for pilot in first["data"]] == [1, 2, 3, 4]
    assert "prev" not in first["links"]
    second = api.get(first["links"]["next"]).json()
    assert [pilot["id"] for pilot in second["data"]] == [5, 6, 7, 8]
    assert second["links"]["prev"].endswith("/pilots?page=1")


def test_a_body_may_be_a_member_of_the_record(api: ApiClient) -> None:
    made = api.post("/visits", json={"nights": 4, "name": "Ada"})
    assert made.status_code == 202
    assert made.json()["stay"] == {"nights": 4, "name": "Ada"}
    assert api.get(made.headers["location"]).json() == made.json()


def test_responses_may_describe_one_record_in_two_ways(api: ApiClient) -> None:
    made = api.post("/jobs", json={"title": "Paint", "hours": 5}).json()["data"]
    assert made["title"] == "Paint"
    assert api.get(f"/jobs/{made['id']}").json()["data"] == {**made, "hours": 5}


def test_a_delete_that_answers_with_its_owner_is_an_action(api: ApiClient) -> None:
    api.post("/ships", json=SHIP)
    assert api.delete("/ships/77/flag").json() == SHIP
    assert api.get("/ships/77").json() == SHIP
    assert api.delete("/ships/78/flag").status_code == 404


def test_a_refusal_has_a_documented_status(api: ApiClient) -> None:
    assert api.post("/ships", json=SHIP).status_code == 201
    assert api.post("/ships", json=SHIP).status_code == 400
    assert api.post("/ships", content=b"x", headers={"content-type": "text/csv"}).status_code == 400


def test_names_lists_and_attributes_of_xml_are_those_of_the_schema(api: ApiClient) -> None:
    body = (
        '<ship id="77"><title>Vega</title><fast>true</fast>'
        "<holds><hold>3</hold><hold>4</hold></holds><flags>red</flags><flags>blue</flags></ship>"
    )
    made = api.post("/ships", content=body.encode(), headers=XML)
    assert (made.status_code, made.headers["content-type"]) == (201, "application/xml")
    assert api.get("/ships/77").json() == {**SHIP, "flags": ["red", "blue"]}
    for response in (made, api.get("/ships/77", headers=XML)):
        assert ElementTree.canonicalize(response.text) == body


def test_a_list_in_xml_has_one_root(api: ApiClient) -> None:
    root = ElementTree.fromstring(api.get("/pilots", headers=XML).text)
    assert [pilot.findtext("id") for pilot in root.findall("pilots/pilot")] == ["1", "2", "3", "4"]
    assert root.findtext("links/next", "").endswith("page=2")


@pytest.mark.parametrize(
    "body",
    [
        "<ship>",
        "<!DOCTYPE ship [<!ENTITY a 'b'>]><ship id='1'><title>&a;</title></ship>",
        "<ship id='one'/>",
        "<a>" * 5000,
    ],
)
def test_xml_that_is_not_as_described_is_refused(api: ApiClient, body: str) -> None:
    assert api.post("/ships", content=body.encode(), headers=XML).status_code == 400


@pytest.mark.parametrize(
    ("extra", "status"),
    [
        ('"big": 11161103754368468910080', 201),
        ('"big": -1e300', 201),
        ('"half": "\\ud800"', 400),
        ('"\\udfff": 1', 400),
        ('"deep": ' + "[" * 300 + "]" * 300, 201),
        ('"deep": ' + "[" * 5000 + "]" * 5000, 400),
    ],
)
def test_any_json_gets_an_answer(api: ApiClient, extra: str, status: int) -> None:
    body = f'{{"id": 77, "name": "Vega", "fast": true, "holds": [], {extra}}}'
    assert api.post("/ships", content=body.encode(), headers=JSON).status_code == status


def test_drawn_keys_fit_the_parameter_of_their_address(api: ApiClient, harbour: Store) -> None:
    visits: list[Any] = api.get("/admin/records/visits").json()
    assert len(visits) == 10
    for visit in visits:
        assert api.get(f"/visits/{visit['visitId']}").json() == visit


def test_a_chosen_key_is_unique_below_its_parent(api: ApiClient) -> None:
    for ship in (1, 2):
        made = api.post(f"/ships/{ship}/crew", json={"name": "Ada", "role": f"{ship}"})
        assert made.headers["location"].endswith(f"/ships/{ship}/crew/Ada")
        assert made.json() == {"name": "Ada", "role": f"{ship}"}
    assert api.post("/ships/2/crew", json={"name": "Ada"}).status_code == 422
    changed = api.patch("/ships/2/crew/Ada", json={"role": "cook", "name": "Eve"})
    assert changed.json() == {"name": "Ada", "role": "cook"}
    assert api.delete("/ships/1/crew/Ada").status_code == 204
    assert [api.get(f"/ships/{ship}/crew/Ada").status_code for ship in (1, 2, 3)] == [404, 200, 404]
    assert changed.json() in api.get("/ships/2/crew").json()
    assert api.post("/ships/99/crew", json={"name": "Ada"}).status_code == 422


def test_an_address_that_a_client_chooses_is_below_its_parent(api: ApiClient) -> None:
    for ship, lit in ((1, True), (2, False)):
        assert api.put(f"/ships/{ship}/lamps/bow", json={"lit": lit}).json() == {"lit": lit}
    assert [api.get(f"/ships/{ship}/lamps/bow").json()["lit"] for ship in (1, 2)] == [True, False]
    assert api.get("/ships/3/lamps/bow").status_code == 404
    assert api.put("/ships/99/lamps/bow", json={"lit": True}).status_code == 404


def test_a_delete_waits_for_its_body(harbour: Store) -> None:
    head = (
        b"DELETE /labels HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 8\r\n"
        b"expect: 100-continue\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with harbour.rollback(), serve_in_thread(make_app(harbour, ServeConfig())) as address:
        for body, status in ((b"before=1", b"204"), (b"before=x", b"422")):
            with socket.create_connection(parse_address(address), timeout=20) as connection:
                connection.sendall(head)
                assert connection.recv(100).startswith(b"HTTP/1.1 100")
                connection.sendall(body)
                assert connection.recv(100).split()[1] == status


def test_a_record_may_be_below_one_of_several_parents(api: ApiClient) -> None:
    notes = {}
    for parent in ("ships/2", "docks/3"):
        made = api.post(f"/{parent}/notes", json={"text": parent})
        assert (made.status_code, made.json()["text"]) == (201, parent)
        notes[parent] = made.json()
        assert api.get(made.headers["location"]).json() == {"found": made.json()}
    assert notes["docks/3"]["dockId"] == 3
    assert api.get(f"/docks/{notes['ships/2']['dockId']}").status_code == 200
    assert notes["docks/3"] not in api.get("/ships/2/notes").json()
    assert notes["ships/2"] in api.get("/ships/2/notes").json()
    number = notes["ships/2"]["id"]
    assert api.delete(f"/ships/3/notes/{number}").status_code == 404
    assert api.delete(f"/ships/2/notes/{number}").status_code == 204
    assert api.get(f"/notes/{number}").status_code == 404


def test_headers_of_the_transport_are_not_drawn(api: ApiClient) -> None:
    headers = api.get("/berths/1/1").headers
    assert "content-encoding" not in headers
    assert headers["content-length"] == "3"
