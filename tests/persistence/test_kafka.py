"""A complete example for authors of handlers."""

from __future__ import annotations

import pytest

from pytest_fixturegen import DeliveryConfig, PersistError, generate_lines, persist_records
from tests.persistence.conftest import User
from tests.persistence.kafka import BROKERS, FakeBroker, KafkaPublisher

OPTIONS = {"brokers": ["localhost:9092"], "topic": "users"}


@pytest.fixture
def broker() -> FakeBroker:
    BROKERS["localhost:9092"] = FakeBroker()
    return BROKERS["localhost:9092"]


def test_each_record_becomes_a_message(broker: FakeBroker) -> None:
    persist_records(User, KafkaPublisher, 120, options=OPTIONS)
    assert list(broker.topics["users"].values()) == list(generate_lines(User, 120))
    assert not broker.open


def test_an_outage_is_retried(broker: FakeBroker) -> None:
    broker.outages = 2
    assert (
        persist_records(
            User, KafkaPublisher, 60, options=OPTIONS, delivery=DeliveryConfig(retry_wait=0)
        ).retries
        == 2
    )
    assert len(broker.topics["users"]) == 60


def test_an_unknown_broker_is_an_error() -> None:
    with pytest.raises(PersistError, match="KafkaPublisher could not be opened for User: KeyError"):
        persist_records(User, KafkaPublisher, options={"brokers": ["nowhere:1"]})
