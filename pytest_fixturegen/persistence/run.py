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

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import DeliveryConfig
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.persistence import handler_lookup
from pytest_fixturegen.persistence.contract import PersistenceContext
from pytest_fixturegen.persistence.counts import DeliverySummary
from pytest_fixturegen.persistence.delivery import Delivery
from pytest_fixturegen.persistence.environment import Secrets
from pytest_fixturegen.persistence.handler_lookup import Handler
from pytest_fixturegen.persistence.interruption import SignalListener, build_interruption_error
from pytest_fixturegen.persistence.journal import Journal, create_journal, resume_journal
from pytest_fixturegen.plugins import manager

T = TypeVar("T")
ModelStreams = Iterable[tuple[PersistenceContext, Iterator[bytes]]]
"""Each model to deliver, and its records as lines of JSON."""

MODEL_ERRORS = (MappingError, EmitError)
"""What may be wrong with one model and no other."""


@dataclass(frozen=True, slots=True)
class PersistResult:
    """What was *delivered*, and the error of each model that could not be served."""

    summary: DeliverySummary
    failures: list[FixturegenError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DeliveryRun:
    """A handler that is ready, how to deliver to it, and where to remember it. *facts*: what a resumed run must share."""

    handler: Handler
    settings: DeliveryConfig
    facts: Mapping[str, Any]
    journal: Path | None = None
    on_progress: Callable[[DeliverySummary], None] = lambda _: None

    def deliver(self, models: ModelStreams) -> PersistResult:
        """Deliver *models* one after the other. Raises PersistError, and InterruptedRun or TerminatedRun after a signal."""
        with self._open_journal() as kept:
            delivery = Delivery(self.handler, self.settings, kept, on_progress=self.on_progress)
            interruption = SignalListener(delivery)
            try:
                with interruption.listen_for_signals():
                    failures = _run_coroutine(_deliver_models(delivery, models))
            except (KeyboardInterrupt, FixturegenError):
                if interruption.heard is None:
                    raise
                raise build_interruption_error(interruption.heard, delivery.tally.summary) from None
            if interruption.heard is not None:
                raise build_interruption_error(interruption.heard, delivery.tally.summary)
            return PersistResult(delivery.tally.summary, failures)

    @contextmanager
    def _open_journal(self) -> Iterator[Journal | None]:
        if self.journal is None or self.settings.dry_run or self.handler.remembers:
            yield None
            return
        facts = {
            "handler": self.handler.name,
            "the handler's options": self.handler.options_digest,
            **self.facts,
        }
        kept = (resume_journal if self.settings.resume else create_journal)(self.journal, facts)
        try:
            yield kept
        finally:
            kept.close()


@contextmanager
def prepare_handler(
    handler: str | Callable[..., Any],
    options: Mapping[str, Any],
    aliases: Mapping[str, Mapping[str, Any]],
    environ: Mapping[str, str] = os.environ,
    plugin_names: Sequence[str] = (),
) -> Iterator[Handler]:
    """The handler that *named* means, with its *options* checked and variables of *environ* filled in. *names*: plugins.

    Within the block no error shows the value of such a variable.
    """
    secrets = Secrets(environ)
    with secrets.mask_errors():
        if callable(handler):
            name = getattr(handler, "__qualname__", repr(handler))
            handler_lookup.check_options(name, handler, options)
            yield Handler(name, handler, secrets.fill_variables(dict(options)), options)
        else:
            wanted = aliases.get(handler, {}).get("path", handler)
            known = manager.find_dotted_paths(
                "pfg_register_persistence_handlers", str(wanted), plugin_names
            )
            path, given = handler_lookup.resolve_handler_path(handler, options, aliases, known)
            yield handler_lookup.build_handler(path, handler, given, secrets.fill_variables(given))


async def _deliver_models(delivery: Delivery, models: ModelStreams) -> list[FixturegenError]:
    """Deliver each of *models*; the errors of those that cannot be served."""
    failures: list[FixturegenError] = []
    for context, lines in models:
        try:
            await delivery.deliver_model(context, lines)
        except MODEL_ERRORS as error:
            failures.append(error)
        if delivery.is_stopped:
            break
    return failures


def _run_coroutine(coroutine: Coroutine[Any, Any, T]) -> T:
    """What *wish* comes to, in a loop of its own; where a loop is running already, in a thread of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
