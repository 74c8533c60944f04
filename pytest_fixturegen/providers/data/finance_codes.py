"""Codes of securities with their check digits."""

from __future__ import annotations

from functools import lru_cache

SECURITIES = """
NWTH Northwind Technologies|Technology
BLWT Bluewater Marine Holdings|Industrials
CDRP Cedar Point Foods|Consumer Staples
HLCN Halcyon Software|Technology
RDST Redstone Mining|Materials
SMTR Summit Rail|Industrials
ORCH Orchard Bancorp|Financials
PNCL Pinnacle Homes|Consumer Discretionary
LKSH Lakeshore Health|Health Care
TLGR Tallgrass Energy|Energy
IRNB Ironbridge Motors|Consumer Discretionary
SLVR Silverline Telecom|Communication Services
CPFD Copperfield Media|Communication Services
JNPR Juniper Pharma|Health Care
EWND Eastwind Airlines|Industrials
GRNT Granite Security|Technology
WLLW Willow REIT|Real Estate
FLCN Falcon Logistics|Industrials
MDWD Meadow Dairy|Consumer Staples
ATLH Atlas House Studios|Communication Services
KSTL Kestrel Semiconductors|Technology
HRBV Harborview Insurance|Financials
VRDT Verdant Utilities|Utilities
QRMS Quorum Systems|Technology
"""
"""Invented companies: ticker and name, and the sector after a bar."""

EXCHANGES = ("NASDAQ", "NYSE", "NYSE", "XETRA", "LSE")
PREFIXES = ("US", "US", "US", "DE", "GB")


def compute_isin_digit(body: str) -> int:
    """Return the check digit of an ISIN without its last digit [ISO 6166]."""
    digits = "".join(str(int(char, 36)) for char in body)
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits)))
    total = sum(value // 10 + value % 10 for value in doubled)
    return -total % 10


def compute_cusip_digit(body: str) -> int:
    """Return the check digit of a CUSIP without its last digit [ANSI X9.6]."""
    values = (int(char, 36) * (1 + place % 2) for place, char in enumerate(body))
    return -sum(value // 10 + value % 10 for value in values) % 10


@lru_cache(maxsize=1)
def list_securities() -> str:
    """Return rows of ticker, name, sector, exchange, ISIN and CUSIP."""
    return "\n".join(map(_format_security, range(len(SECURITIES.strip().splitlines()))))


def _format_security(place: int) -> str:
    """Return the row of the security at *place*, with codes whose check digits are right."""
    head, _, sector = SECURITIES.strip().splitlines()[place].partition("|")
    ticker, _, name = head.partition(" ")
    body = f"{(place * 7919 + 104729) % 900_000 + 100_000}{place % 9 + 1}0"
    cusip = f"{body}{compute_cusip_digit(body)}"
    prefix = PREFIXES[place % len(PREFIXES)]
    isin = f"{prefix}{cusip}" if prefix != "DE" else f"DE000{cusip[:6]}"
    isin += str(compute_isin_digit(isin))
    return " | ".join((ticker, name, sector, EXCHANGES[place % len(EXCHANGES)], isin, cusip))
