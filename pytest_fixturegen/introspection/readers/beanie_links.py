"""Links between documents of Beanie, which are references to the other collection.

Beanie describes a link by functions that need a server. A link is read here as what it is in JSON:
the key of a document, and its collection.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args

from typing_extensions import TypedDict

from pytest_fixturegen.introspection.schema_walk import Schema, iter_schemas, map_schemas

FUNCTION_NAMES = (
    "Link.wrapped_validate.<locals>.validate",
    "BackLink.wrapped_validate.<locals>.validate",
)
"""The validators of links in Beanie."""

OBJECT_ID_PATTERN = "^[0-9a-f]{24}$"


class Reference(TypedDict):
    """What a link has in JSON."""

    id: Any
    collection: str


def is_document(cls: Any) -> bool:
    """Return whether *cls* is a document of Beanie, whose constructor needs a server."""
    return hasattr(cls, "get_pymongo_collection") or hasattr(cls, "get_motor_collection")


def describe_links(schema: Any) -> Any:
    """Return *schema*, a core schema, with links as references; itself if it has none."""
    has_links = any(map(_is_link, iter_schemas(schema)))
    return map_schemas(schema, _describe_link) if has_links else schema


def _is_link(schema: Schema) -> bool:
    """Return whether *schema* is that of a link, forwards or backwards."""
    return schema["type"] == "json-or-python" and _find_function(schema) is not None


def _find_function(schema: Schema) -> Callable[..., Any] | None:
    """Return the validator of a link in *schema*, or None."""
    function = schema["python_schema"].get("function")
    validate = function.get("function") if isinstance(function, dict) else None
    is_known = getattr(validate, "__qualname__", "") in FUNCTION_NAMES
    return validate if is_known else None


def _describe_link(schema: Schema) -> Schema:
    """Return *schema*, if it is that of a link, as one of a reference."""
    from pydantic_core import core_schema

    if not _is_link(schema):
        return schema
    validate: Any = _find_function(schema)
    names = inspect.getclosurevars(validate).nonlocals
    link_class, (target,) = names["cls"], get_args(names["source_type"])
    document = find_document(target)
    collection = _name_collection(document)
    fields = {
        "id": core_schema.typed_dict_field(_read_key(document)),
        "collection": core_schema.typed_dict_field(core_schema.literal_schema([collection])),
    }
    reference = core_schema.typed_dict_schema(fields, cls=Reference)
    read = partial(_read_link, link_class, document, validate)
    return dict(
        core_schema.json_or_python_schema(
            json_schema=core_schema.with_info_after_validator_function(read, reference),
            python_schema=core_schema.with_info_plain_validator_function(read),
            serialization=core_schema.plain_serializer_function_ser_schema(
                partial(_write_link, collection)
            ),
        )
    )


def find_document(target: Any) -> Any:
    """Return the class that *target* is or names; only a server's set-up resolves names else."""
    name = getattr(target, "__forward_arg__", target)
    if not isinstance(name, str):
        return target
    from beanie import Document

    known = [Document]
    for cls in known:  # the list grows while it is read
        known += cls.__subclasses__()
    return next(
        (cls for cls in known if cls.__name__ == name),
        Document,
    )


def _name_collection(document: Any) -> str:
    """Return the name of the collection of *document*."""
    settings = getattr(document, "Settings", None)
    return str(getattr(settings, "name", None) or document.__name__)


def _read_key(document: Any) -> Schema:
    """Return the schema of the key of *document* in JSON."""
    from pydantic import TypeAdapter
    from pydantic_core import core_schema

    annotation = document.model_fields["id"].annotation
    kinds = [each for each in get_args(annotation) or (annotation,) if each is not type(None)]
    if "ObjectId" in kinds[0].__name__:
        return dict(core_schema.str_schema(pattern=OBJECT_ID_PATTERN))
    return dict(TypeAdapter(kinds[0]).core_schema)


def _read_link(
    link_class: Any,
    document: Any,
    validate: Callable[[Any, Any], Any],
    value: Any,
    info: Any,
) -> Any:
    """Return the link to *document* that *value* refers to, or what *validate*, of Beanie, makes.

    Without a server, Beanie does not take a document itself.
    """
    if isinstance(value, document):
        return value
    if not isinstance(value, Mapping) or value.keys() != Reference.__annotations__.keys():
        return validate(value, info)
    if link_class.__name__ == "BackLink":
        return link_class(document)
    from bson import DBRef, ObjectId

    key = value["id"]
    is_text = isinstance(key, str) and "ObjectId" in str(document.model_fields["id"].annotation)
    reference = DBRef(
        value["collection"],
        ObjectId(key) if is_text else key,
    )
    return link_class(reference, document)


def _write_link(collection: str, value: Any) -> Any:
    """Return the JSON form of *value*, a link or a document in its place."""
    reference = getattr(value, "ref", None)
    if reference is not None:
        return {"id": str(reference.id), "collection": reference.collection}
    is_model = hasattr(value, "model_dump")
    return value.model_dump(mode="json") if is_model else {"collection": collection}
