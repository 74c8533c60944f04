"""Safe HTML: text that is not already markup is escaped."""

from __future__ import annotations

from html import escape

from pytest_fixturegen.errors import replace_controls

VOID_ELEMENTS = frozenset({"meta", "rect", "link"})
"""Elements without a closing tag."""


class Html(str):
    """Text that is markup already, so that it is not escaped."""

    __slots__ = ()


def make_tag(
    element: str,
    /,
    *children: str,
    **attributes: object,
) -> Html:
    """Return *element* with its children and attributes, escaped unless they are :class:`Html`.

    A trailing ``_`` of an attribute name is dropped (``class_``), other underscores become dashes.
    An attribute that is None or False is left out.
    """
    present = {
        name.rstrip("_").replace("_", "-"): _escape_text(str(value))
        for name, value in attributes.items()
        if value is not None and value is not False
    }
    start = element + "".join(f' {name}="{value}"' for name, value in present.items())
    if element in VOID_ELEMENTS:
        return Html(f"<{start}/>")
    return Html(f"<{start}>{join_html(*children)}</{element}>")


def join_html(*children: str) -> Html:
    """Return the concatenated *children*, escaped unless they are :class:`Html`."""
    return Html("".join(_escape_text(child) for child in children))


def _escape_text(text: str) -> str:
    """Return *text* with its special characters escaped, and without control characters.

    HTML is returned unchanged.
    """
    return text if isinstance(text, Html) else escape(replace_controls(text))
