"""Where a document has room for examples: schemas, parameters, headers and media types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.readers.documents.resources import escape_step

Direction = Literal["request", "response", "both"]
Steps = tuple[str | int, ...]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

GENERATED_NAME = "generated"
"""The name of a generated example among several of OpenAPI 3.1."""

PARTS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "document": (
        ("paths", "path item", "map"),
        ("webhooks", "path item", "map"),
        ("components", "components", "one"),
    ),
    "components": (
        ("schemas", "schema", "map"),
        ("responses", "response", "map"),
        ("parameters", "parameter", "map"),
        ("requestBodies", "body", "map"),
        ("headers", "parameter", "map"),
        ("callbacks", "callback", "map"),
        ("pathItems", "path item", "map"),
    ),
    "path item": (
        ("parameters", "parameter", "list"),
        *((method, "operation", "one") for method in METHODS),
    ),
    "operation": (
        ("parameters", "parameter", "list"),
        ("requestBody", "body", "one"),
        ("responses", "response", "map"),
        ("callbacks", "callback", "map"),
    ),
    "callback": (("", "path item", "map"),),
    "body": (("content", "media type", "map"),),
    "response": (("headers", "parameter", "map"), ("content", "media type", "map")),
    "parameter": (("content", "media type", "map"),),
}
"""The parts of each kind of object in OpenAPI: the key, the kind, and how many there are."""


@dataclass(frozen=True, slots=True)
class ExamplePlace:
    """An object that may have an example.

    *steps* lead to it, *pointer* to the schema of its value. *title* names it for the user, and its
    random stream. If it *is_schema*, the object is the schema itself.
    """

    steps: Steps
    pointer: str
    title: str
    direction: Direction
    is_schema: bool
    value: Mapping[str, Any]

    @property
    def schema(self) -> Any:
        """The schema of the value, as written."""
        return self.value if self.is_schema else self.value.get("schema")

    @property
    def own_examples(self) -> list[Any]:
        """The values of the examples that the object has; references among them are left out."""
        found = [self.value["example"]] if "example" in self.value else []
        several = self.value.get("examples")
        if isinstance(several, list):
            return found + several
        parts = several.values() if isinstance(several, Mapping) else ()
        return found + [
            part["value"] for part in parts if isinstance(part, Mapping) and "value" in part
        ]

    @property
    def has_examples(self) -> bool:
        """Whether the object has an example, or a reference to one."""
        return "example" in self.value or bool(self.value.get("examples"))


def list_places(content: Any) -> list[ExamplePlace]:
    """Return the places of the OpenAPI description *content*, in its order."""
    return list(
        _iter_parts(
            content,
            "document",
            (),
            "",
            "both",
        )
    )


def list_schema_places(content: Any, name: str) -> Iterator[ExamplePlace]:
    """Yield the places of a JSON Schema: its definitions, then the document, called *name*."""
    tables = [key for key in ("$defs", "definitions") if isinstance(content.get(key), Mapping)]
    for key in tables:
        for inner, schema in content[key].items():
            if _has_room(schema):
                steps = (key, inner)
                yield ExamplePlace(
                    steps,
                    _to_pointer(steps),
                    inner,
                    "both",
                    True,
                    schema,
                )
    annotations = {"$schema", "$id", "id", "title", "description", "$comment", *tables}
    if content.keys() - annotations and _has_room(content):
        yield ExamplePlace(
            (),
            "#",
            name,
            "both",
            True,
            content,
        )


def _iter_parts(
    value: Any,
    kind: str,
    steps: Steps,
    title: str,
    direction: Direction,
) -> Iterator[ExamplePlace]:
    """Yield the places in *value*, an object of *kind* at *steps*."""
    if not isinstance(value, Mapping) or "$ref" in value:
        return
    if kind == "schema":
        if _has_room(value):
            yield ExamplePlace(
                steps,
                _to_pointer(steps),
                title,
                direction,
                True,
                value,
            )
        return
    if kind in ("parameter", "media type") and isinstance(value.get("schema"), Mapping):
        pointer = _to_pointer((*steps, "schema"))
        yield ExamplePlace(
            steps,
            pointer,
            title,
            direction,
            False,
            value,
        )
    for key, inner_kind, count in PARTS.get(kind, ()):
        part = value.get(key) if key else value
        part_steps = (*steps, key) if key else steps
        inner_direction = _choose_direction(inner_kind, direction)
        for step, inner in _iter_children(part, count):
            inner_title = _build_title(
                title,
                key,
                step,
                inner_kind,
                inner,
            )
            inner_steps = part_steps if step is None else (*part_steps, step)
            yield from _iter_parts(
                inner,
                inner_kind,
                inner_steps,
                inner_title,
                inner_direction,
            )


def _iter_children(part: Any, count: str) -> Iterator[tuple[str | int | None, Any]]:
    """Yield the children of *part* with the step that leads to each; None for *part* itself."""
    if count == "one":
        yield None, part
    elif count == "map" and isinstance(part, Mapping):
        yield from ((key, value) for key, value in part.items() if not key.startswith("x-"))
    elif count == "list" and isinstance(part, list):
        yield from enumerate(part)


def _choose_direction(kind: str, direction: Direction) -> Direction:
    """Return who sends what is in an object of *kind*: the client, the server, or both."""
    known: dict[str, Direction] = {"body": "request", "response": "response"}
    return known.get(kind, direction)


def _build_title(
    title: str,
    key: str,
    step: str | int | None,
    kind: str,
    value: Any,
) -> str:
    """Return the title of a child: ``GET /orders 200 application/json``."""
    if kind == "operation":
        return f"{key.upper()} {title}"
    if kind == "parameter" and isinstance(value, Mapping) and "name" in value:
        return f"{title} {value['name']}".strip()
    name = "request" if kind == "body" and step is None else str(step if step is not None else "")
    return f"{title} {name}".strip()


def _has_room(schema: Any) -> bool:
    """Return whether *schema* is an object that says something itself."""
    return isinstance(schema, Mapping) and "$ref" not in schema and bool(schema)


def _to_pointer(steps: Steps) -> str:
    """Return the JSON pointer of *steps*."""
    return "#" + "".join(f"/{escape_step(str(step))}" for step in steps)
