"""Refusals: why a model or a validator did not take a record."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import format_path
from pytest_fixturegen.errors import MappingError

OWN_PACKAGE = __name__.partition(".")[0]

INSTANCE_CHECK = "is_instance_of"
"""Pydantic's error type for a value that is not an instance of the expected class."""

Loc = tuple[Any, ...]
"""The place of a refusal, as Pydantic writes it."""


class Refusal(NamedTuple):
    """One thing that is wrong with a record: where, in whose words, and what Pydantic adds to them.

    *kind* is Pydantic's name of the error; it is empty if the model raised something else. *place*
    says where, like *loc*, but names the entries of a mapping by their positions instead of their
    keys, which may be drawn again. *lines* are those on which the exception was raised.
    """

    loc: Loc
    message: str
    context: Mapping[str, Any] = {}
    kind: str = ""
    place: Hashable = ()
    lines: tuple[int, ...] = ()

    @property
    def error(self) -> BaseException | None:
        """The exception that a validator raised, or None."""
        error = self.context.get("error")  # Pydantic's own errors may have a text of this name
        return error if isinstance(error, BaseException) else None

    @property
    def is_crash(self) -> bool:
        """Whether a validator raised an exception that Pydantic does not take for a refusal."""
        return not self.kind

    @property
    def is_type_crash(self) -> bool:
        """Whether code failed on the type of a value, so that the message is Python's."""
        return self.is_crash and isinstance(self.error, TypeError | AttributeError)

    @property
    def rule(self) -> Hashable:
        """The identity of the rule that refuses.

        The message will not do, because it often repeats the refused value. The lines where the
        exception was raised tell two rules of one validator apart.
        """
        return self.place, self.kind, self.lines

    @property
    def rule_text(self) -> Hashable:
        """The identity of the rule wherever its model is nested: only the field is compared."""
        names = [name for name in self.loc if isinstance(name, str)]
        return tuple(names[-1:]), self.kind, self.lines


def read_refusals(error: Exception) -> list[Refusal]:
    """Return the refusals in *error*: each error that Pydantic lists, or the exception itself."""
    list_errors = getattr(error, "errors", None)
    if not callable(list_errors) or not hasattr(error, "error_count"):
        message = f"{type(error).__name__}: {error}"
        return [
            Refusal(
                (),
                message,
                {"error": error},
                lines=tuple(_iter_lines(error)),
            )
        ]
    return [_read_refusal(details) for details in list_errors(include_url=False)]


def _read_refusal(details: Mapping[str, Any]) -> Refusal:
    """Return the refusal that Pydantic describes by *details*."""
    refusal = Refusal(
        details["loc"],
        details["msg"],
        details.get("ctx", {}),
        details["type"],
    )
    return refusal._replace(lines=tuple(_iter_lines(refusal.error)))


def drop_instance_checks(refusals: list[Refusal]) -> list[Refusal]:
    """Return *refusals* without ``is_instance_of`` errors of unions that report other errors.

    A union of "an instance, or the input that makes one" draws the input.
    """
    inputs = {
        refusal.loc[:length]
        for refusal in refusals
        if refusal.kind != INSTANCE_CHECK
        for length in range(len(refusal.loc))
    }
    return [
        refusal
        for refusal in refusals
        if refusal.kind != INSTANCE_CHECK or refusal.loc[:-1] not in inputs
    ]


def build_refusal_error(
    error: Exception,
    refusal: Refusal,
    problem: str,
    hint: str,
    **facts: Any,
) -> MappingError:
    """Return the error that names the field of *refusal*, the *problem* and the validator's words.

    *facts* are the details of the error. They include ``model``, the name of the model, and
    ``index``, the index of the record.
    """
    path = ".".join(map(str, refusal.loc))
    reason = next(iter(refusal.message.splitlines()), "no reason given")
    sentence = f"{format_path(facts['model'], path)} {problem} (record {facts['index']}): {reason}."
    mapping_error = MappingError(
        sentence.replace("..", "."),
        hint=hint,
        path=path,
        **facts,
    )
    mapping_error.__cause__ = error
    return mapping_error


def _iter_lines(error: BaseException | None) -> Iterator[int]:
    """Yield the line numbers in the traceback of *error*, other than those of this package."""
    traceback = error.__traceback__ if error is not None else None
    while traceback is not None:
        module = str(traceback.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] != OWN_PACKAGE:
            yield traceback.tb_lineno
        traceback = traceback.tb_next
