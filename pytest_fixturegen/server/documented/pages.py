"""Pages of a list: what the parameters of a request ask for, and what an envelope says of it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from pytest_fixturegen.introspection.readers.documents.operations import (
    DocumentedOperation,
    Parameter,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import find_keyword
from pytest_fixturegen.store.documented.words import normalize_name

SIZE_WORDS = frozenset(
    "limit pagesize perpage size maxresults maxitems take top first count itemsperpage"
    " resultsperpage pagelimit rows n".split()
)
OFFSET_WORDS = frozenset("offset skip start startindex from startat pageoffset".split())
PAGE_WORDS = frozenset("page pagenumber pageno pageindex currentpage p".split())
CURSOR_WORDS = frozenset(
    "cursor after pagetoken nexttoken continuationtoken nextcursor nextpagetoken token marker"
    " startingafter pagecursor before endingbefore next".split()
)
SEARCH_WORDS = frozenset("q query search searchterm term keyword keywords".split())
SORT_WORDS = frozenset("sort sortby orderby order ordering sorting".split())
DIRECTION_WORDS = frozenset("order direction sortorder sortdirection orderdirection dir".split())

TOTAL_WORDS = frozenset(
    "total totalcount totalitems totalresults totalelements totalrecords numfound totalsize"
    " totalhits resultcount".split()
)
SHOWN_WORDS = frozenset("count length returned numberofelements itemcount pagecount".split())
PAGES_WORDS = frozenset("totalpages pages pagecount numpages lastpage".split())
MORE_WORDS = frozenset("hasmore hasnext hasnextpage more".split())
LESS_WORDS = frozenset("hasprevious hasprev haspreviouspage".split())
NEXT_WORDS = frozenset(
    "next nextpage nextpageurl nexturl nextlink nextpageuri nextpagelink".split()
)
PREVIOUS_WORDS = frozenset(
    "previous prev previouspage prevpage previouspageurl previousurl prevurl previouspageuri"
    " previouslink".split()
)
FIRST_WORDS = frozenset("first firstpage firstpageurl firstpageuri firsturl".split())
LAST_WORDS = frozenset("last lastpageurl lastpageuri lasturl".split())
SELF_WORDS = frozenset("self url uri href".split())
NEXT_CURSOR_WORDS = frozenset(
    "nextcursor nextpagetoken nexttoken cursor endcursor continuationtoken nextpagecursor".split()
)

MAX_DEPTH = 3
"""Levels of an envelope that are searched for counts."""

MAX_SIZE = 10_000
CURSOR_PREFIX = "offset:"


class PageRequest(NamedTuple):
    """The page that a request asks for: *size* records from *offset* on.

    *first_page* is the number of the first page. *parameters* are the names of the parameters of
    pages by what they mean.
    """

    size: int
    offset: int
    first_page: int
    parameters: Mapping[str, str]


def read_page(
    operation: DocumentedOperation,
    values: Mapping[str, Any],
    default_size: int,
) -> PageRequest:
    """Return the page that the query *values* of a request to *operation* ask for."""
    names = dict(_iter_page_parameters(operation))
    size = _to_int(values.get(names.get("size", "")), None)
    if size is None:
        size = _find_default(
            operation,
            names.get("size"),
            default_size,
        )
    size = min(max(size, 0), MAX_SIZE)
    first_page = _find_first_page(operation, names.get("page"))
    offset = _to_int(values.get(names.get("offset", "")), 0) or 0
    page = _to_int(values.get(names.get("page", "")), None)
    if page is not None:
        offset = max(page - first_page, 0) * size
    cursor = values.get(names.get("cursor", ""))
    if isinstance(cursor, str):
        offset = _parse_cursor(cursor)
    return PageRequest(
        size,
        max(offset, 0),
        first_page,
        names,
    )


def _iter_page_parameters(operation: DocumentedOperation) -> Iterator[tuple[str, str]]:
    """Yield what each parameter of pages means, and its name; the last one of a kind counts."""
    tables = {
        "cursor": CURSOR_WORDS,
        "page": PAGE_WORDS,
        "offset": OFFSET_WORDS,
        "size": SIZE_WORDS,
    }
    for parameter in reversed(operation.list_parameters("query")):
        word = normalize_name(parameter.name)
        for kind, words in tables.items():
            if word in words:
                yield kind, parameter.name


def _to_int(value: Any, default: int | None) -> int | None:
    """Return *value* as a whole number that a database can count to, or *default*."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return default
    try:
        return min(int(value), 2**53)
    except (ValueError, OverflowError):
        return default


def _find_parameter(operation: DocumentedOperation, name: str | None) -> Parameter | None:
    """Return the query parameter *name* of *operation*, or None."""
    found = (each for each in operation.list_parameters("query") if each.name == name)
    return next(found, None)


def _find_default(
    operation: DocumentedOperation,
    name: str | None,
    default: int,
) -> int:
    """Return the documented default of the parameter *name*, or *default* within its maximum."""
    parameter = _find_parameter(operation, name)
    if parameter is None or parameter.schema is None:
        return default
    documented = _to_int(find_keyword(parameter.schema, "default"), None)
    if documented is not None:
        return documented
    maximum = _to_int(find_keyword(parameter.schema, "maximum"), default)
    return min(default, maximum or default)


def _find_first_page(operation: DocumentedOperation, name: str | None) -> int:
    """Return the number of the first page: 0 if the parameter *name* allows or defaults to it."""
    parameter = _find_parameter(operation, name)
    if parameter is None or parameter.schema is None:
        return 1
    limits = [find_keyword(parameter.schema, keyword) for keyword in ("default", "minimum")]
    return 0 if 0 in [each for each in limits if each is not False] else 1


def _parse_cursor(text: str) -> int:
    """Return the offset that a cursor of ours means; 0 for another text."""
    try:
        decoded = base64.urlsafe_b64decode(text.encode()).decode()
    except (ValueError, binascii.Error):
        return 0
    number = decoded.removeprefix(CURSOR_PREFIX)
    return int(number) if decoded != number and number.isdecimal() and len(number) < 16 else 0


def format_cursor(offset: int) -> str:
    """Return the cursor of the page that begins at *offset*."""
    return base64.urlsafe_b64encode(f"{CURSOR_PREFIX}{offset}".encode()).decode()


class PageInfo(NamedTuple):
    """A page that is sent: *request*, the number of records *shown* and of all, and its address."""

    request: PageRequest
    shown: int
    total: int
    url: str
    query: str

    @property
    def page(self) -> int:
        """The number of the page."""
        return self.request.first_page + self.request.offset // max(self.request.size, 1)

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return -(-self.total // max(self.request.size, 1))

    @property
    def has_next(self) -> bool:
        """Whether there are records after this page."""
        return self.request.size > 0 and self.request.offset + self.request.size < self.total

    @property
    def next_offset(self) -> int | None:
        """Where the next page begins, or None."""
        return self.request.offset + self.request.size if self.has_next else None

    @property
    def previous_offset(self) -> int | None:
        """Where the page before begins, or None."""
        offset = self.request.offset
        return max(offset - self.request.size, 0) if offset > 0 else None

    @property
    def last_offset(self) -> int:
        """Where the last page begins."""
        return max(self.page_count - 1, 0) * self.request.size

    def build_url(self, offset: int | None) -> str | None:
        """Return the address of the page that begins at *offset*; None if it is missing."""
        if offset is None:
            return None
        names = self.request.parameters
        step = offset // max(self.request.size, 1)
        changes: dict[str, Any] = {}
        if not names.keys() & {"page", "offset", "cursor"}:
            return self.url if offset == 0 else None  # no request can ask for another page
        if "page" in names:
            changes[names["page"]] = self.request.first_page + step
        elif "offset" in names:
            changes[names["offset"]] = offset
        elif "cursor" in names:
            changes[names["cursor"]] = format_cursor(offset)
        pairs = parse_qsl(self.query, keep_blank_values=True)
        kept = [pair for pair in pairs if pair[0] not in changes]
        query = urlencode([*kept, *changes.items()])
        return f"{self.url}?{query}" if query else self.url


def list_page_values(
    info: PageInfo,
    word: str,
    *,
    has_total: bool,
) -> list[Any]:
    """Return the values that a member of an envelope called *word* may have, the best first."""
    for words, offset in (
        (NEXT_WORDS, info.next_offset),
        (PREVIOUS_WORDS, info.previous_offset),
        (FIRST_WORDS, 0),
        (LAST_WORDS, info.last_offset),
    ):
        if word in words:
            return list(_list_link_values(info, offset))
    if word in SELF_WORDS:
        return [info.build_url(info.request.offset)]
    if word in NEXT_CURSOR_WORDS:
        offset = info.next_offset
        return [None if offset is None else format_cursor(offset), ""]
    is_shown = word in SHOWN_WORDS and has_total
    counts = {
        "total": info.shown if is_shown else info.total,
        "pages": info.page_count,
        "size": info.request.size,
        "offset": info.request.offset,
        "page": info.page,
        "more": info.has_next,
        "less": info.request.offset > 0,
    }
    tables = {
        "pages": PAGES_WORDS - SHOWN_WORDS,
        "total": TOTAL_WORDS | SHOWN_WORDS,
        "size": SIZE_WORDS,
        "offset": OFFSET_WORDS,
        "page": PAGE_WORDS,
        "more": MORE_WORDS,
        "less": LESS_WORDS,
    }
    return [counts[kind] for kind, words in tables.items() if word in words][:1]


def _list_link_values(info: PageInfo, offset: int | None) -> Iterator[Any]:
    """Yield what may point to the page at *offset*: its address, its number, or whether it is."""
    if offset is None:
        yield from (None, False, "")
        return
    yield info.build_url(offset)
    yield info.request.first_page + offset // max(info.request.size, 1)
    yield True


def iter_page_members(
    value: Any,
    skipped: Sequence[str],
    depth: int = MAX_DEPTH,
) -> Iterator[tuple[str, ...]]:
    """Yield the path of each member of the envelope *value* outside of the records at *skipped*."""
    if not isinstance(value, Mapping) or not depth:
        return
    for name, part in value.items():
        if [name] == list(skipped):
            continue
        if isinstance(part, Mapping):
            inner = skipped[1:] if skipped and skipped[0] == name else ()
            for path in iter_page_members(
                part,
                inner,
                depth - 1,
            ):
                yield (name, *path)
        else:
            yield (name,)
