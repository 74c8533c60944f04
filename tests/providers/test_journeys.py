"""The ends of a journey are two cities; a ride stays in one."""

from __future__ import annotations

from tests.providers.samples import model, records


def test_the_ends_of_a_journey_differ():
    shipment = model("Shipment", origin_city=str, destination_city=str, recipient_city=str)
    for record in records(shipment, 200):
        assert record["origin_city"] not in (record["destination_city"], record["recipient_city"])


def test_the_parts_of_one_end_agree():
    shipment = model("Shipment", origin_city=str, origin_state=str, origin=str)
    states = {}
    for record in records(shipment, 200):
        assert (
            states.setdefault(record["origin_city"], record["origin_state"])
            == (record["origin_state"])
        )


def test_a_ride_stays_in_its_city():
    ride = model("Ride", pickup_lat=float, pickup_lng=float, dropoff_lat=float, dropoff_lng=float)
    for record in records(ride):
        assert abs(record["pickup_lat"] - record["dropoff_lat"]) < 0.5
        assert abs(record["pickup_lng"] - record["dropoff_lng"]) < 0.5
        assert record["pickup_lat"] != record["dropoff_lat"]
