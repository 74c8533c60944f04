"""HTML that cannot be broken out of: what is no markup already is escaped."""

from __future__ import annotations

from html import escape

VOID_ELEMENTS = frozenset({"meta", "rect", "link"})
"""Elements without an end."""


class Html(str):
    """Text that is markup."""

    __slots__ = ()


def make_tag(element: str, /, *children: str, **attributes: object) -> Html:
    """The *element* with its children and attributes, which are escaped unless they are :class:`Html`.

    A trailing ``_`` of an attribute is dropped (``class_``), others become dashes; None and False leave it out.
    """
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(
        f"<{element}{shown}/>"
        if element in VOID_ELEMENTS
        else f"<{element}{shown}>{join_html(*children)}</{element}>"
    )


def join_html(*children: str) -> Html:
    """*children* one after the other, escaped unless they are :class:`Html`."""
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children))
