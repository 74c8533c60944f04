"""``pfg gen examples``: write examples into a document, and leave every other byte as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.owned_files import SCHEMA_DOCUMENT
from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.api.document_examples import ExampleMaker
from pytest_fixturegen.config.command_options import ExamplesConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.targets import Target, parse_target
from pytest_fixturegen.emitters.document_text import DocumentText, Edit
from pytest_fixturegen.emitters.example_places import (
    GENERATED_NAME,
    ExamplePlace,
    list_places,
    list_schema_places,
)
from pytest_fixturegen.emitters.outputs import Outlet
from pytest_fixturegen.errors import (
    DiscoveryError,
    EmitError,
    FixturegenError,
    MappingError,
    UsageError,
)
from pytest_fixturegen.introspection.readers.documents.contents import read_contents
from pytest_fixturegen.introspection.readers.documents.loading import (
    MAX_DEPTH,
    load_document,
    parse_document,
)
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import is_openapi
from pytest_fixturegen.strategies.plugin_rules import load_plugin_rules
from pytest_fixturegen.worker.output_receiver import EmitResult

MAX_LISTED = 5
"""Places that a notice lists."""


def emit_examples(
    target: str | None,
    settings: ExamplesConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    *,
    stdout: BinaryIO,
) -> EmitResult:
    """Write the document *target* with examples; to *stdout* if ``settings.out`` is ``-``.

    Raise UsageError if *target* is not a document.
    """
    parsed = parse_document_target(target, "gen examples")
    path = Path(parsed.file)
    outlet = Outlet(
        settings.out,
        stdout,
        (),
        settings.check,
        "",
        kind=SCHEMA_DOCUMENT,
    )
    output_path = outlet.claim_path("the document")
    load_plugin_rules(config.plugins)
    places = select_places(
        list_document_places(path),
        parsed.qualname,
        selection,
    )
    with allow_levels(MAX_DEPTH):
        writer = _ExampleWriter(
            path,
            settings,
            config,
        )
    output = outlet.write(
        output_path,
        iter([writer.write(places)]),
        [],
    )
    return EmitResult(
        [output], writer.failures, model_count=len(places), notices=list(writer.iter_notices())
    )


def parse_document_target(target: str | None, command: str) -> Target:
    """Return the parsed *target* of *command*. Raise UsageError unless it is a document."""
    parsed = parse_target(target, Path.cwd()) if target else None
    if parsed is None or not parsed.is_document:
        raise UsageError(
            f"pfg {command} needs a document: expected a JSON or YAML file, got {target!r}.",
            hint=f"Name it, as in pfg {command} openapi.yaml.",
        )
    return parsed


def list_document_places(path: Path) -> list[ExamplePlace]:
    """Return the places for examples in the document at *path*.

    Raise DiscoveryError if it cannot be read, or is neither OpenAPI nor a JSON Schema.
    """
    read_contents(path)  # raises if the document is of another kind or version
    content = load_document(path)
    if is_openapi(content):
        return list_places(content)
    places = []
    if _is_schema(content):
        places = list(list_schema_places(content, path.name.partition(".")[0]))
    if not places:
        raise DiscoveryError(
            f"{path.name} has no place for examples.",
            hint="Name an OpenAPI description or a JSON Schema.",
            path=str(path),
        )
    return places


def select_places(
    places: Sequence[ExamplePlace],
    name: str,
    selection: SelectionConfig,
) -> list[ExamplePlace]:
    """Return those of *places* that *selection* matches, and that are *name* if it is given.

    Raise DiscoveryError if none is left.
    """
    include = (*selection.include, *((name, f"* {name}", f"{name} *") if name else ()))
    chosen = [
        place
        for place in places
        if is_chosen(
            (place.title, place.pointer),
            include,
            selection.exclude,
        )
    ]
    if places and not chosen:
        raise DiscoveryError(
            f"None of the {len(places)} places for examples is selected.",
            hint=f"Their names look like {places[0].title!r}; patterns may use * and ?.",
        )
    return chosen


def _is_schema(content: Any) -> bool:
    """Return whether *content* is an object that looks like a JSON Schema."""
    keywords = {
        "$schema",
        "type",
        "properties",
        "$defs",
        "definitions",
        "enum",
        "allOf",
        "anyOf",
        "oneOf",
    }
    return isinstance(content, dict) and not keywords.isdisjoint(content)


class _ExampleWriter:
    """Builds the edits that give places of the document at *path* their examples."""

    def __init__(
        self,
        path: Path,
        settings: ExamplesConfig,
        config: GenerationConfig,
    ) -> None:
        self.document = DocumentText(
            path.read_bytes().decode("utf-8"), is_json=path.suffix.lower() == ".json"
        )
        self.failures: list[FixturegenError] = []
        self._path = path
        self._content = load_document(path)
        self._is_old = str(self._content.get("openapi", "")).startswith("3.0")
        self._replace = settings.replace
        self._is_check = settings.check
        self._maker = ExampleMaker(path, config)
        self._written: list[str] = []
        self._changes: list[tuple[ExamplePlace, str, Any]] = []
        self._refused: list[str] = []
        self._unreachable: list[str] = []

    def write(self, places: Sequence[ExamplePlace]) -> bytes:
        """Return the text of the document with the examples that *places* need."""
        text = self.document.apply(list(self._iter_edits(places))).encode("utf-8")
        self._require_same(text)
        return text

    def _require_same(self, text: bytes) -> None:
        """Raise EmitError unless *text* without the new examples says what the document says."""
        try:
            rest = self._remove_changes(parse_document(self._path, text))
        except (DiscoveryError, LookupError, TypeError):
            rest = None
        if rest != self._content:
            raise EmitError(
                f"{self._path.name} cannot be changed at single places without other changes.",
                hint="Format it once with another tool, such as yamlfmt or jq, and try again.",
                path=str(self._path),
            )

    def _remove_changes(self, changed: Any) -> Any:
        """Return the content *changed* as it was before; an example that is missing stays so."""
        for place, key, content in self._changes:
            owner = changed
            for step in place.steps:
                owner = owner[step]
            is_written = owner[key] == content
            if key in place.value:
                owner[key] = place.value[key]
            elif is_written:
                del owner[key]
        return changed

    def _iter_edits(self, places: Sequence[ExamplePlace]) -> Iterator[Edit]:
        """Yield the edit for each of *places* that needs an example; failures are kept."""
        for place in places:
            try:
                if self._needs_example(place):
                    yield from self._iter_edit(place, self._maker.make_example(place))
            except MappingError as error:
                error.facts.setdefault("model", place.title)
                self.failures.append(error)

    def iter_notices(self) -> Iterator[str]:
        """Yield notices about the examples: written, kept and left out."""
        outcome = "to write" if self._is_check else "written"
        yield f"{_count(self._written, 'example')} {outcome}"
        if self._refused:
            yield (
                f"kept {_count(self._refused, 'example')} that schemas refuse"
                f" (--replace invalid replaces them): {_list_names(self._refused)}"
            )
        if self._unreachable:
            yield (
                f"left out {_count(self._unreachable, 'alias')} of YAML, where nothing can be"
                f" added: {_list_names(self._unreachable)}"
            )

    def _needs_example(self, place: ExamplePlace) -> bool:
        """Return whether *place* has no example, or one to be replaced."""
        if not place.has_examples:
            return True
        if self._replace == "all":
            return True
        is_valid = all(self._maker.is_valid(place, value) for value in place.own_examples)
        if is_valid or not _is_plain_value(place):
            return False
        if self._replace == "none":
            self._refused.append(place.title)
        return self._replace == "invalid"

    def _iter_edit(
        self,
        place: ExamplePlace,
        value: Any,
    ) -> Iterator[Edit]:
        """Yield the edit that gives *place* the example *value*, unless it has it already."""
        key = self._choose_key(place)
        content: Any = value
        if key == "examples":
            content = [value] if place.is_schema else {GENERATED_NAME: {"value": value}}
        if place.value.get(key) == content and key in place.value:
            return
        edit = self.document.build_edit(
            place.steps,
            key,
            content,
        )
        if edit is None:
            self._unreachable.append(place.title)
            return
        self._written.append(place.title)
        self._changes.append((place, key, content))
        yield edit

    def _choose_key(self, place: ExamplePlace) -> str:
        """Return the key of the example: the one that there is, or that of the version."""
        known = [key for key in ("example", "examples") if key in place.value]
        return known[0] if known else "example" if self._is_old else "examples"


def _is_plain_value(place: ExamplePlace) -> bool:
    """Return whether examples of *place* are written as the values that its schema describes.

    Those of a body that is not JSON may be the text of the body.
    """
    media_type = str(place.steps[-1]) if place.steps else ""
    is_body = len(place.steps) > 1 and place.steps[-2] == "content"
    return place.is_schema or not is_body or "json" in media_type


def _count(names: Sequence[str], noun: str) -> str:
    """Return the number of *names*, with *noun* in the form that agrees with it."""
    ending = "" if len(names) == 1 else "es" if noun.endswith("s") else "s"
    return f"{len(names)} {noun}{ending}"


def _list_names(names: Sequence[str]) -> str:
    """Return the first of *names*."""
    more = ", …" if len(names) > MAX_LISTED else ""
    return ", ".join(names[:MAX_LISTED]) + more
