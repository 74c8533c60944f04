"""One run, from the name of the handler to the last acknowledged batch."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import DeliveryConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import FixturegenError, UsageError
from pytest_fixturegen.persistence import handler_lookup
from pytest_fixturegen.persistence.contract import PersistenceContext, UnmappedModelError
from pytest_fixturegen.persistence.counts import DeliverySummary
from pytest_fixturegen.persistence.delivery import MODEL_ERRORS, Delivery
from pytest_fixturegen.persistence.destination_locks import lock_destination
from pytest_fixturegen.persistence.environment import Secrets
from pytest_fixturegen.persistence.handler_lookup import Handler
from pytest_fixturegen.persistence.interruption import SignalListener, build_interruption_error
from pytest_fixturegen.persistence.journal import (
    OTHER_FILE_HINT,
    Journal,
    create_journal,
    resume_journal,
)
from pytest_fixturegen.persistence.option_values import FileOptions, convert_options
from pytest_fixturegen.plugins import manager

log = logging.getLogger(__name__)
T = TypeVar("T")
ModelStreams = Iterable[tuple[PersistenceContext, Iterator[bytes]]]
"""Each model to deliver, with its records as lines of JSON."""

HANDLER_HOOK = "pfg_register_persistence_handlers"

NO_FILE_OPTIONS = FileOptions()


@dataclass(frozen=True, slots=True)
class PersistResult:
    """Result of a run: what was delivered, of how many models, and the errors of those that failed.

    A model fails if its records cannot be drawn.
    """

    summary: DeliverySummary
    model_count: int
    failures: list[FixturegenError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DeliveryRun:
    """A delivery to be run.

    *facts* describe the data; a resumed run must have the same facts. *journal* is the path of the
    journal, None for none.
    """

    handler: Handler
    settings: DeliveryConfig
    facts: Mapping[str, Any]
    journal: Path | None = None
    on_progress: Callable[[DeliverySummary], None] = lambda _: None

    def deliver(self, models: ModelStreams) -> PersistResult:
        """Deliver *models* one after the other.

        Raises PersistError if a batch is refused, InterruptedRun or TerminatedRun after a signal.
        """
        with self._open_journal() as journal:
            delivery = Delivery(
                self.handler,
                self.settings,
                journal,
                on_progress=self.on_progress,
            )
            signals = SignalListener(delivery)
            try:
                with signals.listen_for_signals():
                    count, failures = _run_coroutine(_deliver_models(delivery, models))
            except (KeyboardInterrupt, FixturegenError):
                if signals.received is None:
                    raise
                raise self._build_interruption_error(delivery, signals.received) from None
            if signals.received is not None:
                raise self._build_interruption_error(delivery, signals.received)
            if journal is not None and not failures and not self.settings.keep_journal:
                journal.remove()
            return PersistResult(delivery.counter.summary, count, failures)

    def _build_interruption_error(
        self,
        delivery: Delivery,
        number: int,
    ) -> FixturegenError:
        """Return the error that signal *number* stopped *delivery*."""
        return build_interruption_error(
            number, delivery.counter.summary, is_dry_run=self.settings.dry_run
        )

    @contextmanager
    def _open_journal(self) -> Iterator[Journal | None]:
        """Yield the journal, new or resumed, and close it after the block.

        It is None for a dry run, and for a handler that remembers its records itself.
        """
        if self.journal is None or self.settings.dry_run or self.handler.remembers:
            yield None
            return
        facts = {
            "handler": self.handler.name,
            "the handler's options": self.handler.options_digest,
            **self.facts,
        }
        open_journal = resume_journal if self.settings.resume else create_journal
        with lock_destination(self.journal, OTHER_FILE_HINT):
            if self.settings.resume and not self.journal.exists():
                log.warning(
                    "there is no journal %s: the run starts with the first record", self.journal
                )
            journal = open_journal(self.journal, facts)
            try:
                yield journal
            finally:
                journal.close()


def require_resumable(config: GenerationConfig, settings: DeliveryConfig) -> None:
    """Raise UsageError if a run that is resumed would draw other data than the first one."""
    if settings.resume and config.rng_mode == "entropy":
        raise UsageError(
            "Cannot resume with rng_mode 'entropy': each run draws other records.",
            hint="Leave out --resume, or repeat the first run with the --seed that it printed.",
        )


@contextmanager
def prepare_handler(  # noqa: PLR0913 - one argument for each source of the handler
    handler: str | Callable[..., Any],
    options: Mapping[str, Any],
    aliases: Mapping[str, Mapping[str, Any]],
    environ: Mapping[str, str] = os.environ,
    plugin_names: Sequence[str] = (),
    *,
    file_options: FileOptions = NO_FILE_OPTIONS,
    folders: Sequence[Path] = (),
) -> Iterator[Handler]:
    """Yield *handler*, a callable or a name, with checked *options* and variables filled in.

    A name may come from *aliases*, or from the plugins that are installed or in *plugin_names*.
    A handler by path may be in the working directory or in *folders*, which are searched for it
    alone. Relative paths among the *file_options* start at the folder of their file. Errors that
    leave the block show no value of a variable of *environ*.
    """
    secrets = Secrets(environ)
    with secrets.mask_errors():
        if callable(handler):
            name, factory, raw = getattr(handler, "__qualname__", repr(handler)), handler, options
        else:
            name = handler
            factory, raw = _load_named_handler(
                handler,
                options,
                aliases,
                plugin_names,
                folders or [Path.cwd()],
            )
        filled = secrets.fill_variables(dict(raw))
        handler_lookup.check_options(name, factory, filled)
        option_folders = file_options.find_folders(name, options, raw)
        yield Handler(
            name,
            factory,
            convert_options(factory, filled, option_folders),
            raw,
        )


def _load_named_handler(
    handler: str,
    options: Mapping[str, Any],
    aliases: Mapping[str, Mapping[str, Any]],
    plugin_names: Sequence[str],
    folders: Sequence[Path],
) -> tuple[Callable[..., Any], dict[str, Any]]:
    """Return the function or class that *handler* names, and its options with those of an alias."""
    target = str(aliases.get(handler, {}).get("path", handler))
    paths = manager.find_dotted_paths(HANDLER_HOOK, target, plugin_names, folders)
    path, raw = handler_lookup.resolve_handler_path(
        handler,
        options,
        aliases,
        paths,
    )
    return handler_lookup.load_handler(path, folders), raw


async def _deliver_models(
    delivery: Delivery, models: ModelStreams
) -> tuple[int, list[FixturegenError]]:
    """Deliver *models*, and return their number and the errors of those that failed."""
    count = 0
    failures: list[FixturegenError] = []
    for context, lines in models:
        count += 1
        try:
            await delivery.deliver_model(context, lines)
        except UnmappedModelError as error:
            count -= 1
            log.warning("%s It was passed over.", error.message)
            _read_to_end(lines)
        except MODEL_ERRORS as error:
            failures.append(error)
        if delivery.is_stopped:
            break
    return count, failures


def _read_to_end(lines: Iterator[bytes]) -> None:
    """Read all *lines*, which nobody needs, so that those of the next model follow."""
    with suppress(*MODEL_ERRORS):  # what is not delivered need not be served
        for _ in lines:
            pass


def _run_coroutine(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run *coroutine* in a new event loop, in another thread if this one has a loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
