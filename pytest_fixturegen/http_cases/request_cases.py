"""Which requests: the valid and the invalid cases of each operation, as they can be sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.api.cases import generate_cases, generate_invalid
from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.cases.case_set import Case
from pytest_fixturegen.cases.invalid_cases import InvalidCase
from pytest_fixturegen.config.command_options import Cover
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import FixturegenError, UsageError
from pytest_fixturegen.http_cases.api_request import ApiRequest, BrokenRule, FailedOperation
from pytest_fixturegen.http_cases.encoding import (
    ABSENT,
    FORM_TYPES,
    PARAMETER_LOCATIONS,
    HttpParts,
    UnsendableError,
    clean_payload,
    encode_payload,
)
from pytest_fixturegen.http_cases.operations import (
    LocatedError,
    Location,
    Operation,
    select_operations,
)

MAX_ID_LENGTH = 80
"""Characters of the part of an id that names the choices of a case."""

BODY_PREFIX = "body."

Payload = dict[str, Any]
RequestCase = ApiRequest | FailedOperation


@dataclass(
    frozen=True,
    slots=True,
    kw_only=True,
)
class RequestOptions:
    """The options of `pfg_requests` that choose requests; it documents them."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    cases: Cover = "each"
    valid: bool = True
    invalid: bool = True
    max_cases: int | None = None
    known: tuple[str, ...] = ()


def build_requests(
    operations: Sequence[Operation], options: RequestOptions, config: GenerationConfig
) -> list[RequestCase]:
    """Return the requests to *operations*; an operation without any has its reason instead.

    Raises:
        UsageError: If no operation is selected, or none reads a known value.
    """
    selected = select_operations(
        operations,
        options.include,
        options.exclude,
    )
    if not selected:
        names = ", ".join(operation.name for operation in operations[:5])
        raise UsageError(
            f"No operation is selected: include={options.include!r}, exclude={options.exclude!r}.",
            hint=f"The application has {names} …" if names else "The application documents none.",
        )
    builders = [
        OperationRequests(
            operation,
            options,
            config,
        )
        for operation in selected
    ]
    _require_read(options.known, builders)
    return [request for builder in builders for request in builder.build()]


def _require_read(known: Sequence[str], builders: Sequence[OperationRequests]) -> None:
    """Raise UsageError if no operation reads a value of *known*."""
    used = {name for builder in builders for name in builder.pinned.values()}
    for name in known:
        if name not in used:
            raise UsageError(
                f"known: no selected operation reads {name!r}.",
                hint="Name a parameter, such as user_id, or its place, such as path.user_id.",
            )


class OperationRequests:
    """Makes the requests of one operation."""

    def __init__(
        self, operation: Operation, options: RequestOptions, config: GenerationConfig
    ) -> None:
        """Find the values that are known."""
        self.operation = operation
        self.options = options
        self.config = config
        self.pinned = dict(_find_pinned(operation, options.known))
        self.sent: set[Any] = set()

    def build(self) -> Iterator[RequestCase]:
        """Yield the valid requests, then the invalid ones."""
        try:
            if self.options.valid:
                yield from self._list_valid()[: self.options.max_cases]
            if self.options.invalid:
                yield from [*self._list_invalid()][: self.options.max_cases]
        except FixturegenError as error:
            yield FailedOperation(f"{self.operation.name} without requests", str(error))

    def _list_valid(self) -> list[ApiRequest]:
        """Return the valid requests that differ from each other as they are sent."""
        model = self.operation.model
        found = generate_cases(
            model,
            self.options.cases,
            config=self.config,
        )
        lines = generate_lines(
            model,
            1,
            config=self.config,
        )
        base = clean_payload(loads(next(iter(lines))))
        requests = []
        for case in found.cases:
            text = attempt(lambda: case.encode_input(model.model_validate_json))  # noqa: B023
            if isinstance(text, Raised):
                continue
            payload = loads(text)
            usable, replaced = self._make_usable(payload, base)
            request = self._make_valid(
                case,
                usable,
                replaced,
            )
            if request is not None:
                requests.append(request)
        return requests or [self._make_base(base)]

    def _make_base(self, base: Payload) -> ApiRequest:
        """Return the request with the values *base*, valid for the application or not.

        Raises:
            UsageError: If a value cannot be sent, such as a URL in the path.
        """
        try:
            self._find_errors(self._encode(base))
        except UnsendableError as error:
            raise UsageError(
                f"No value of {error} can be sent in a request.",
                hint=f"Leave the operation out: exclude={self.operation.name!r}.",
            ) from error
        return self._make_request(f"{self.operation.name} valid", base)

    def _make_valid(
        self, case: Case[Any], payload: Payload, replaced: Sequence[Location]
    ) -> ApiRequest | None:
        """Return the request of *case*; None if it cannot be sent, or was sent before."""
        if self._find_unusable(payload) is not None:
            return None
        if not self._is_new(payload):
            return None
        titles = {".".join(location).replace("-", "_") for location in replaced}
        choices = [
            (title, label)
            for title, label in case.choices
            if not any(_is_within(title.replace("-", "_"), each) for each in titles)
            and not self._is_pinned_title(title)
        ]
        name = f"{self.operation.name} valid {_format_choices(choices)}".rstrip()
        return self._make_request(name, payload)

    def _is_pinned_title(self, title: str) -> bool:
        return any(_is_within(title, ".".join(location)) for location in self.pinned)

    def _make_usable(
        self,
        payload: Payload,
        base: Payload,
    ) -> tuple[Payload, list[Location]]:
        """Return *payload* with unsendable values replaced by those of *base*, and their places.

        For example, a header has no line breaks, and a query string cannot express an empty list.
        """
        for place in self.pinned:
            payload = _take_from_base(
                payload,
                base,
                place,
            )
        replaced: list[Location] = []
        for _ in range(len(self._list_keys(payload)) + 1):
            unusable = self._find_unusable(payload)
            if unusable is None or unusable in replaced:
                break
            payload = _take_from_base(
                payload,
                base,
                unusable,
            )
            replaced.append(unusable)
        return payload, replaced

    def _list_keys(self, payload: Payload) -> list[Location]:
        """Return the places of all parameters in *payload*."""
        groups = {name: group for name, group in payload.items() if isinstance(group, dict)}
        return [(name, key) for name, group in groups.items() for key in group]

    def _find_unusable(self, payload: Payload) -> Location | None:
        """Return the place of a parameter that cannot be sent, or not with its meaning."""
        try:
            errors = self._find_errors(self._encode(payload))
        except UnsendableError as error:
            return error.location
        places = [error.location for error in errors if self._is_parameter(error.location)]
        return places[0][:2] if places else None

    def _is_parameter(self, location: Location) -> bool:
        """Return whether *location* is that of a parameter or of a field of a form.

        Bodies in JSON mean what they say: if the application refuses a valid one, that is a bug.
        """
        is_form = self.operation.content_type in FORM_TYPES
        return location[0] in PARAMETER_LOCATIONS or (is_form and location[0] == "body")

    def _list_invalid(self) -> Iterator[ApiRequest]:
        """Yield the requests that break one rule each, if the application does refuse them."""
        for case in generate_invalid(self.operation.model, config=self.config).cases:
            with suppress(UnsendableError):
                request = self._make_invalid(case)
                if request is not None:
                    yield request

    def _make_invalid(self, case: InvalidCase) -> ApiRequest | None:
        """Return the request of *case*; None if it was sent before, or if it is valid as sent."""
        if case.path in ("", *PARAMETER_LOCATIONS):
            return None
        payload, base = clean_payload(case.payload), clean_payload(case.base)
        usual = self._find_errors(self._encode(base))
        found = self._find_errors(self._encode(payload))
        errors = [error for error in found if error not in usual]
        if not errors or not self._is_new(payload):
            return None
        shown = case.id.rpartition(f" {case.type}")[0] or case.id
        location = errors[0].location
        broken = BrokenRule(
            shown.replace(" missing", ""),
            errors[0].message,
            location,
            tuple(error.location for error in errors),
        )
        text = f"{self.operation.name} {shown}"
        name = text if text.endswith(errors[0].type) else f"{text} {errors[0].type}"
        return self._make_request(
            name,
            payload,
            broken,
        )

    def _make_request(
        self, name: str, payload: Payload, broken: BrokenRule | None = None
    ) -> ApiRequest:
        """Return a request, with the known values that it does not break."""
        pinned = {
            location: known
            for location, known in self.pinned.items()
            if broken is None or broken.location[:2] != location
        }
        in_path = payload.get("path") or {}
        unknown = tuple(key for key in in_path if ("path", key) not in self.pinned)
        return ApiRequest(
            name,
            self.operation,
            payload,
            broken,
            unknown,
            pinned,
        )

    def _encode(self, payload: Mapping[str, Any]) -> HttpParts:
        """Return *payload* as it is sent.

        Raises:
            UnsendableError: If a value has no text in its place, or the path lacks one.
        """
        parts = encode_payload(payload, self.operation.content_type)
        if "{" in parts.format_url(self.operation.path).partition("?")[0]:
            raise UnsendableError("path")
        return parts

    def _find_errors(self, parts: HttpParts) -> list[LocatedError]:
        """Return the errors that the application finds in a request.

        A validator that fails instead of refusing is an error of the whole body.

        Raises:
            UnsendableError: If the path does not lead to the operation.
        """
        found = attempt(lambda: self.operation.find_errors(parts))
        if not isinstance(found, Raised):
            return [*found]
        if isinstance(found.error, UnsendableError):
            raise found.error
        return [LocatedError(("body",), type(found.error).__name__, str(found.error))]

    def _is_new(self, payload: Payload) -> bool:
        """Return whether no request before is the same as that of *payload* when it is sent."""
        parts = self._encode(payload)
        body = b"" if parts.body is ABSENT else dumps(parts.body)
        key = (*parts[:-1], body)
        is_new = key not in self.sent
        self.sent.add(key)
        return is_new


def _find_pinned(operation: Operation, known: Sequence[str]) -> Iterator[tuple[Location, str]]:
    """Yield the places of *operation* that read a value of *known*, and its name."""
    for location, field in operation.model.model_fields.items():
        for key, inner in getattr(
            field.annotation,
            "model_fields",
            {},
        ).items():
            alias = inner.alias or key
            for name in (key, alias, f"{location}.{key}", f"{location}.{alias}"):
                if name in known:
                    yield (location, alias), name


def _take_from_base(
    payload: Payload,
    base: Payload,
    place: Location,
) -> Payload:
    """Return *payload* with the value of *base* at *place*, or without one if *base* has none."""
    location, *keys = place
    own, usual = payload.get(location), base.get(location)
    if not keys or not isinstance(own, dict) or not isinstance(usual, dict):
        return {**payload, location: usual}
    key = keys[0]
    rest = {name: value for name, value in own.items() if name != key}
    return {**payload, location: {**rest, **({key: usual[key]} if key in usual else {})}}


def _is_within(title: str, place: str) -> bool:
    """Return whether the *title* of a choice is that of *place*, or of something within it."""
    return title == place or title.startswith((f"{place}.", f"{place}["))


def _format_choices(choices: Sequence[tuple[str, str]]) -> str:
    """Return *choices* as ids show them: ``role=admin-age=18``, the fields of the body alone."""
    shown = [f"{title.removeprefix(BODY_PREFIX)}={label}" for title, label in choices]
    text = "-".join(shown).replace(" ", "_")
    if len(text) <= MAX_ID_LENGTH:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    kept = text[: MAX_ID_LENGTH - 7].rpartition("-")[0] or text[: MAX_ID_LENGTH - 7]
    return f"{kept}-{digest}"
