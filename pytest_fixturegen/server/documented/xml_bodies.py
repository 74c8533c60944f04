"""Bodies in XML, as the ``xml`` keywords of a description say: names, attributes, wrapped lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from pytest_fixturegen.introspection.readers.documents.operations import SchemaPlace
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    find_keyword,
    get_title,
    list_properties,
    list_types,
)

DEFAULT_ROOT = "response"
ITEM_NAME = "item"
UNNAMED = re.compile(r"[^\w.-]+")
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""

ReadScalar = Callable[[str, set[str]], Any]
"""Returns the value of some types of JSON Schema that a text means."""


def is_xml_type(name: str) -> bool:
    """Return whether the media type *name* is XML."""
    plain = name.partition(";")[0].strip().lower()
    return plain in ("application/xml", "text/xml") or plain.endswith("+xml")


def write_xml(value: Any, place: SchemaPlace | None) -> bytes:
    """Return *value* in XML as the schema at *place* says."""
    title = get_title(place) if place else ""
    root = Element(_to_name(_find_name(place, title or DEFAULT_ROOT)))
    if isinstance(value, list):
        _write_items(root, value, place, ITEM_NAME)
    else:
        _write_content(root, value, place)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _find_name(place: SchemaPlace | None, default: str) -> str:
    """Return the name of the element of a value at *place*."""
    name = _read_keywords(place).get("name")
    return name if isinstance(name, str) else default


def _read_keywords(place: SchemaPlace | None) -> Mapping[str, Any]:
    """Return the ``xml`` keywords of the schema at *place*."""
    keywords = find_keyword(place, "xml") if place else None
    return keywords if isinstance(keywords, Mapping) else {}


def _to_name(text: str) -> str:
    """Return *text* as the name of an element."""
    name = UNNAMED.sub("_", text)
    return name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"


def _write_content(
    element: Element,
    value: Any,
    place: SchemaPlace | None,
) -> None:
    """Write *value*, which is no list, into *element*."""
    if not isinstance(value, Mapping):
        element.text = _to_text(value)
        return
    properties = list_properties(place) if place else {}
    for key, part in value.items():
        inner = properties.get(key)
        name = _to_name(_find_name(inner, key))
        if isinstance(part, list):
            _write_list(element, name, part, inner)
        elif _read_keywords(inner).get("attribute") is True:
            element.set(name, _to_text(part))
        else:
            _write_content(ElementTree.SubElement(element, name), part, inner)


def _write_list(
    element: Element,
    name: str,
    values: list[Any],
    place: SchemaPlace | None,
) -> None:
    """Write the list *values* of a property called *name* into *element*."""
    is_wrapped = _read_keywords(place).get("wrapped") is True
    owner = ElementTree.SubElement(element, name) if is_wrapped else element
    _write_items(owner, values, place, name)


def _write_items(
    element: Element,
    values: list[Any],
    place: SchemaPlace | None,
    default: str,
) -> None:
    """Write an element for each of *values* into *element*."""
    items = find_items(place) if place else None
    name = _to_name(_find_name(items, default))
    for value in values:
        inner = ElementTree.SubElement(element, name)
        if isinstance(value, list):
            _write_items(inner, value, items, ITEM_NAME)
        else:
            _write_content(inner, value, items)


def _to_text(value: Any) -> str:
    """Return *value* as the text of an element or of an attribute."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else UNWRITABLE.sub("", str(value))


class _Builder(TreeBuilder):
    """Builds elements, but no document types: their entities can expand without limit."""

    def doctype(self, name: str, *_: str | None) -> None:
        """Raise ValueError."""
        raise ValueError(f"the document type {name!r} is not allowed")


def read_xml(
    content: bytes,
    place: SchemaPlace | None,
    read_scalar: ReadScalar,
) -> Any:
    """Return the value of the XML *content* as the schema at *place* says.

    *read_scalar* reads texts. Raise ValueError if *content* is not XML, or has a document type.
    """
    parser = XMLParser(target=_Builder())
    try:
        parser.feed(content)
        root: Element = parser.close()
    except ParseError as error:
        raise ValueError(f"it is not XML: {error}") from error
    return _read_element(root, place, read_scalar)


def _read_element(
    element: Element,
    place: SchemaPlace | None,
    read_scalar: ReadScalar,
) -> Any:
    """Return the value of *element*."""
    types = list_types(place) if place else set()
    items = find_items(place) if place else None
    if "array" in types:
        return [_read_element(each, items, read_scalar) for each in element]
    if "object" in types or (not types and len(element)):
        return dict(_iter_members(element, place, read_scalar))
    return read_scalar(element.text or "", types)


def _iter_members(
    element: Element,
    place: SchemaPlace | None,
    read_scalar: ReadScalar,
) -> Iterator[tuple[str, Any]]:
    """Yield the properties of the object that *element* holds."""
    properties = list_properties(place) if place else {}
    children: dict[str, list[Element]] = {}
    for child in element:
        children.setdefault(_strip_namespace(child.tag), []).append(child)
    for key, inner in properties.items():
        name = _find_name(inner, key)
        if _read_keywords(inner).get("attribute") is True:
            if name in element.attrib:
                yield key, read_scalar(element.attrib[name], list_types(inner))
        elif _is_spread(inner):
            items = find_items(inner)
            found = children.pop(_find_name(items, name), None)
            values = [_read_element(each, items, read_scalar) for each in found or ()]
            yield from [(key, values)] if found else []
        elif name in children:
            yield key, _read_element(children.pop(name)[-1], inner, read_scalar)
    for name, others in children.items():
        yield name, _read_element(others[-1], None, read_scalar)


def _is_spread(place: SchemaPlace) -> bool:
    """Return whether the items of a list at *place* have no element around them."""
    return "array" in list_types(place) and _read_keywords(place).get("wrapped") is not True


def _strip_namespace(tag: str) -> str:
    """Return the local name of *tag*."""
    return tag.rpartition("}")[2]
