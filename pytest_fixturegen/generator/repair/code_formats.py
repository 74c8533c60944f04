"""Formats of texts that the functions in a validator's code show, such as ``b64decode``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from pytest_fixturegen.generator.repair.converted_nodes import convert_node
from pytest_fixturegen.generator.repair.text_formats import FormatForm, choose_text, match_pattern
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode
from pytest_fixturegen.nodes import Call, Instant, Node
from pytest_fixturegen.providers.network import ipv4, ipv6

SECOND = 1_000_000
FIRST_MOMENT, LAST_MOMENT = 1_420_070_400 * SECOND, 1_735_689_599 * SECOND
"""The years 2015 to 2024 in microseconds after 1970."""

BASE_HEX = 16
"""The base of ``int(text, 16)``."""

MAX_DATE_FORMATS = 3
"""Formats of dates that are tried for one refusal."""

_JSON = choose_text('{"key": "value"}', "{}", '["text", 1]', "[]", '"text"', "12", "true")
_BASE64 = match_pattern(r"(?:[A-Za-z0-9+/]{3}[AQgw]){2,6}")
_HEX = match_pattern(r"(?:[0-9a-f]{2}){4,16}")
_UUID = match_pattern(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}")
_DAY = match_pattern(r"202[0-5]-0[1-9]-[12]\d")
_TIME = match_pattern(r"[01]\d:[0-5]\d")
_MOMENT = match_pattern(r"202[0-5]-0[1-9]-[12]\dT1\d:[0-5]\d:[0-5]\d\+00:00")
_WHOLE = match_pattern(r"[1-9]\d{0,4}")
_NUMBER = match_pattern(r"[1-9]\d{0,3}\.\d{2}")
_VERSION = match_pattern(r"[0-9]\.\d{1,2}\.\d{1,2}")

FORMATS_BY_FUNCTION: dict[str, tuple[FormatForm, ...]] = {
    "loads": (_JSON,),
    "validate_json": (_JSON,),
    "JSONDecodeError": (_JSON,),
    "literal_eval": (_JSON,),
    "b64decode": (_BASE64,),
    "urlsafe_b64decode": (_BASE64,),
    "standard_b64decode": (_BASE64,),
    "decodebytes": (_BASE64,),
    "a2b_base64": (_BASE64,),
    "fromhex": (_HEX,),
    "unhexlify": (_HEX,),
    "a2b_hex": (_HEX,),
    "b16decode": (match_pattern(r"(?:[0-9A-F]{2}){4,16}"),),
    "b32decode": (match_pattern(r"(?:[A-Z2-7]{8}){1,3}"),),
    "UUID": (_UUID,),
    "fromisoformat": (_DAY, _MOMENT, _TIME),
    "parse_date": (_DAY, _MOMENT),
    "int": (_WHOLE,),
    "float": (_NUMBER,),
    "Decimal": (_NUMBER,),
    "Fraction": (match_pattern(r"[1-9]/[1-9]\d?"),),
    "Version": (_VERSION,),
    "ZoneInfo": (choose_text("Europe/Stockholm", "UTC", "Asia/Tokyo", "America/Lima"),),
    "ip_address": (lambda: Call(lambda word: str(ipv4(word))),),
    "IPv4Address": (lambda: Call(lambda word: str(ipv4(word))),),
    "IPv6Address": (lambda: Call(lambda word: str(ipv6(word))),),
    "ip_network": (match_pattern(r"10\.\d{1,2}\.\d{1,2}\.0/24"),),
    "re_compile": (match_pattern(r"[a-z]{3,8}\+"),),
}
"""Nodes for texts in the format that a function parses, by the name that a validator calls."""


def list_code_formats(code: ValidatorCode) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for each format that *code* reads, the nearest first."""
    if code.uses("strptime"):
        yield from _list_date_formats(code)
    if code.uses("int") and BASE_HEX in code.numbers:
        yield "int 16", _HEX()
        yield "int 16 with #", match_pattern(r"#[0-9a-f]{6}")()
    for name in code.names:
        for number, form in enumerate(FORMATS_BY_FUNCTION.get(name, ())):
            yield f"{name} {number}", form()


def _list_date_formats(code: ValidatorCode) -> Iterator[tuple[str, Node]]:
    """Yield nodes of texts in the formats of dates among the constants."""
    formats = [text for text in code.texts if "%" in text]
    moments = Instant(FIRST_MOMENT, LAST_MOMENT, SECOND, is_aware=False)
    for date_format in formats[:MAX_DATE_FORMATS]:
        yield date_format, convert_node(moments, partial(format_moment, date_format))


def format_moment(date_format: str, moment: datetime) -> str:
    """Return *moment* in *date_format*."""
    return moment.strftime(date_format)
