"""Other spellings of query parameters: arrays of clients, and the names of other servers.

Clients write a list as ``id_in[]=1&id_in[]=2`` (axios, jQuery, PHP) or ``id_in[0]=1`` (qs). Other
servers call a parameter ``_start``, ``pageSize`` or ``price__gte``: the hint of the error names
ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection

ARRAY_NAME = re.compile(r"(.+)\[\d{0,9}\]", re.ASCII | re.DOTALL)
OPERATOR_MARK = re.compile(r"__|[_:.$\[]|(?=[!<>=~])", re.ASCII)
"""Separators between a field and an operator, or the empty text before a sign such as ``>``."""

PARAMETER_SYNONYMS = {
    "limit": "count end first max perpage pagesize size take top",
    "offset": "from skip start",
    "page": "currentpage pageindex pageno pagenumber pagenum",
    "sort": "dir direction order orderby ordering sortby sortdir sortorder",
    "expand": "embed include included join populate relations with",
    "fields": "attributes columns only project projection properties select",
    "q": "filter find fulltext keyword query search searchterm term text where",
}
"""Names that other servers give to our parameters, without case, signs and leading ``_``."""

OPERATOR_SYNONYMS = {
    "eq": "equals exact is == =",
    "ne": "isnot neq not notequal ! != <>",
    "gt": "above after greater greaterthan",
    "gte": "from ge greaterorequal min since >",
    "lt": "before below less lessthan",
    "lte": "le lessorequal max to until <",
    "in": "anyof oneof",
    "nin": "noneof notin",
    "like": "contains icontains ilike match matches regex search substring ~",
    "starts": "beginswith prefix startswith istartswith",
    "null": "empty isempty isnull",
}
"""Names that other servers give to our operators, without case and ``_``.

A query splits ``age>=18`` at the sign ``=``, so ``>`` at the end of a name means "at least".
"""


def _invert(synonyms: dict[str, str]) -> dict[str, str]:
    """Return the name that each of its *synonyms* has."""
    return {word: name for name, words in synonyms.items() for word in words.split()}


PARAMETERS_BY_SYNONYM = _invert(PARAMETER_SYNONYMS)
OPERATORS_BY_SYNONYM = _invert(OPERATOR_SYNONYMS)


def split_array_name(name: str) -> str:
    """Return *name* without the brackets of an array, or an empty text if it has none."""
    parsed = ARRAY_NAME.fullmatch(name)
    return parsed[1] if parsed else ""


def translate_parameter(name: str) -> str:
    """Return our parameter for *name*, a parameter of another server, or an empty text."""
    bare = re.sub(r"[_$\-\[\]]", "", name).lower()
    if bare in PARAMETER_SYNONYMS:
        return bare
    return PARAMETERS_BY_SYNONYM.get(bare, "")


def translate_filter(name: str, fields: Collection[str]) -> str:
    """Return our spelling of *name*, a filter of another server, or an empty text.

    ``views:gt`` and ``views__gt`` are ``views_gt``, ``title_contains`` is ``title_like``. The
    field must be one of *fields*.
    """
    for mark in OPERATOR_MARK.finditer(name):
        field, ending = name[: mark.start()], name[mark.end() :]
        bare = ending.replace("_", "").removesuffix("]").lower()
        operator = bare if bare in OPERATOR_SYNONYMS else OPERATORS_BY_SYNONYM.get(bare, "")
        if operator and field in fields:
            return field if operator == "eq" else f"{field}_{operator}"
    return ""
