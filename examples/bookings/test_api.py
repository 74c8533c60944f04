# bookings/test_api.py
import pytest
from bookings.app import BOOKINGS, ROOMS, TOKEN, Room, app
from fastapi.testclient import TestClient

from pytest_fixturegen import ApiRequest, pfg_fixture, pfg_requests

room = pfg_fixture(Room)
api_request = pfg_requests(app, known={"room_id": "room.id"})


@pytest.fixture
def client(room: Room) -> TestClient:
    BOOKINGS.clear()
    ROOMS.clear()
    ROOMS[room.id] = room
    return TestClient(app, headers={"Authorization": f"Bearer {TOKEN}"})


def test_the_api(api_request: ApiRequest, client: TestClient) -> None:
    api_request.check(api_request.send(client))
