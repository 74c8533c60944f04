"""One run from the handler's name to the last acknowledgement."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

from pytest_fixturegen import plugins
from pytest_fixturegen.command_options import DeliveryConfig
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.persist import handlers
from pytest_fixturegen.persist.contract import PersistenceContext
from pytest_fixturegen.persist.delivery import Delivery
from pytest_fixturegen.persist.handlers import Handler
from pytest_fixturegen.persist.interruption import Interruption, interrupted
from pytest_fixturegen.persist.journal import Journal, resumed, started
from pytest_fixturegen.persist.tally import Delivered
from pytest_fixturegen.persist.variables import Secrets

T = TypeVar("T")
Models = Iterable[tuple[PersistenceContext, Iterator[bytes]]]
"""Each model to deliver, and its records as lines of JSON."""

SERVING = (MappingError, EmitError)
"""What may be wrong with one model and no other."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was *delivered*, and the error of each model that could not be served."""

    delivered: Delivered
    failures: list[FixturegenError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """A handler that is ready, how to deliver to it, and where to remember it. *facts*: what a resumed run must share."""

    handler: Handler
    settings: DeliveryConfig
    facts: Mapping[str, Any]
    journal: Path | None = None
    told: Callable[[Delivered], None] = lambda _: None

    def deliver(self, models: Models) -> Result:
        """Deliver *models* one after the other. Raises PersistError, and InterruptedRun or TerminatedRun after a signal."""
        with self._remembered() as kept:
            delivery = Delivery(self.handler, self.settings, kept, told=self.told)
            interruption = Interruption(delivery)
            try:
                with interruption.listening():
                    failures = _run(_all(delivery, models))
            except (KeyboardInterrupt, FixturegenError):
                if interruption.heard is None:
                    raise
                raise interrupted(interruption.heard, delivery.tally.delivered) from None
            if interruption.heard is not None:
                raise interrupted(interruption.heard, delivery.tally.delivered)
            return Result(delivery.tally.delivered, failures)

    @contextmanager
    def _remembered(self) -> Iterator[Journal | None]:
        if self.journal is None or self.settings.dry_run or self.handler.remembers:
            yield None
            return
        facts = {"handler": self.handler.name, "the handler's options": self.handler.digest, **self.facts}
        kept = (resumed if self.settings.resume else started)(self.journal, facts)
        try:
            yield kept
        finally:
            kept.close()


@contextmanager
def prepared(
    named: str | Callable[..., Any],
    options: Mapping[str, Any],
    aliases: Mapping[str, Mapping[str, Any]],
    environ: Mapping[str, str] = os.environ,
    names: Sequence[str] = (),
) -> Iterator[Handler]:
    """The handler that *named* means, with its *options* checked and variables of *environ* filled in. *names*: plugins.

    Within the block no error shows the value of such a variable.
    """
    secrets = Secrets(environ)
    with secrets.kept():
        if callable(named):
            name = getattr(named, "__qualname__", repr(named))
            handlers.check_options(name, named, options)
            yield Handler(name, named, secrets.filled(dict(options)), options)
        else:
            wanted = aliases.get(named, {}).get("path", named)
            known = plugins.paths("pfg_register_persistence_handlers", str(wanted), names)
            path, given = handlers.find(named, options, aliases, known)
            yield handlers.ready(path, named, given, secrets.filled(given))


async def _all(delivery: Delivery, models: Models) -> list[FixturegenError]:
    """Deliver each of *models*; the errors of those that cannot be served."""
    failures: list[FixturegenError] = []
    for context, lines in models:
        try:
            await delivery.model(context, lines)
        except SERVING as error:
            failures.append(error)
        if delivery.stopped:
            break
    return failures


def _run(wish: Coroutine[Any, Any, T]) -> T:
    """What *wish* comes to, in a loop of its own; where a loop is running already, in a thread of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(wish)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, wish).result()
