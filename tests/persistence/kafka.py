"""A typical publisher for Kafka, and a broker in memory that it can talk to."""

from __future__ import annotations

from dataclasses import dataclass, field

from pytest_fixturegen import Batch, PersistenceContext, TransientError


@dataclass
class FakeBroker:
    """Topics of keyed messages. The first *outages* sends fail."""

    outages: int = 0
    topics: dict[str, dict[str, bytes]] = field(default_factory=dict)
    open: bool = False

    def send(self, topic: str, messages: dict[str, bytes]) -> None:
        if self.outages:
            self.outages -= 1
            raise ConnectionResetError("leader is not available")
        self.topics.setdefault(topic, {}).update(messages)


BROKERS: dict[str, FakeBroker] = {}
"""The running brokers by address."""


class KafkaPublisher:
    """Publishes each record as a message of *topic*, keyed by model and index."""

    def __init__(self, brokers: list[str], topic: str = "{model}") -> None:
        self.brokers, self.topic = brokers, topic

    def open(self, context: PersistenceContext) -> None:
        self.model = context.model
        self.broker = BROKERS[self.brokers[0]]
        self.broker.open = True

    def write(self, batch: Batch) -> None:
        messages = {
            f"{self.model}-{index}": line for index, line in enumerate(batch.lines, batch.start)
        }
        try:
            self.broker.send(self.topic.format(model=self.model), messages)
        except ConnectionResetError as error:
            raise TransientError(f"{self.brokers[0]}: {error}") from error

    def close(self) -> None:
        self.broker.open = False
