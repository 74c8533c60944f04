"""Countries: codes [ISO 3166-1], currency [ISO 4217], and what their people call them."""

from __future__ import annotations

from typing import NamedTuple


class Country(NamedTuple):
    """A country by its codes, its name in English and in its own language, its currency, and the zone of its capital."""

    alpha2: str
    alpha3: str
    english: str
    native: str
    currency: str
    zone: str


COUNTRIES = {
    row[:2]: Country(*row.split("|"))
    for row in """\
AE|ARE|United Arab Emirates|الإمارات|AED|Asia/Dubai
AR|ARG|Argentina|Argentina|ARS|America/Argentina/Buenos_Aires
AT|AUT|Austria|Österreich|EUR|Europe/Vienna
AU|AUS|Australia|Australia|AUD|Australia/Sydney
BE|BEL|Belgium|België|EUR|Europe/Brussels
BG|BGR|Bulgaria|България|EUR|Europe/Sofia
BR|BRA|Brazil|Brasil|BRL|America/Sao_Paulo
CA|CAN|Canada|Canada|CAD|America/Toronto
CH|CHE|Switzerland|Schweiz|CHF|Europe/Zurich
CL|CHL|Chile|Chile|CLP|America/Santiago
CN|CHN|China|中国|CNY|Asia/Shanghai
CO|COL|Colombia|Colombia|COP|America/Bogota
CZ|CZE|Czechia|Česko|CZK|Europe/Prague
DE|DEU|Germany|Deutschland|EUR|Europe/Berlin
DK|DNK|Denmark|Danmark|DKK|Europe/Copenhagen
EE|EST|Estonia|Eesti|EUR|Europe/Tallinn
EG|EGY|Egypt|مصر|EGP|Africa/Cairo
ES|ESP|Spain|España|EUR|Europe/Madrid
FI|FIN|Finland|Suomi|EUR|Europe/Helsinki
FR|FRA|France|France|EUR|Europe/Paris
GB|GBR|United Kingdom|United Kingdom|GBP|Europe/London
GR|GRC|Greece|Ελλάδα|EUR|Europe/Athens
HR|HRV|Croatia|Hrvatska|EUR|Europe/Zagreb
HU|HUN|Hungary|Magyarország|HUF|Europe/Budapest
ID|IDN|Indonesia|Indonesia|IDR|Asia/Jakarta
IE|IRL|Ireland|Ireland|EUR|Europe/Dublin
IL|ISR|Israel|ישראל|ILS|Asia/Jerusalem
IN|IND|India|India|INR|Asia/Kolkata
IS|ISL|Iceland|Ísland|ISK|Atlantic/Reykjavik
IT|ITA|Italy|Italia|EUR|Europe/Rome
JP|JPN|Japan|日本|JPY|Asia/Tokyo
KR|KOR|South Korea|대한민국|KRW|Asia/Seoul
LT|LTU|Lithuania|Lietuva|EUR|Europe/Vilnius
LV|LVA|Latvia|Latvija|EUR|Europe/Riga
MX|MEX|Mexico|México|MXN|America/Mexico_City
NL|NLD|Netherlands|Nederland|EUR|Europe/Amsterdam
NO|NOR|Norway|Norge|NOK|Europe/Oslo
NZ|NZL|New Zealand|New Zealand|NZD|Pacific/Auckland
PH|PHL|Philippines|Pilipinas|PHP|Asia/Manila
PL|POL|Poland|Polska|PLN|Europe/Warsaw
PT|PRT|Portugal|Portugal|EUR|Europe/Lisbon
RO|ROU|Romania|România|RON|Europe/Bucharest
RU|RUS|Russia|Россия|RUB|Europe/Moscow
SA|SAU|Saudi Arabia|السعودية|SAR|Asia/Riyadh
SE|SWE|Sweden|Sverige|SEK|Europe/Stockholm
SI|SVN|Slovenia|Slovenija|EUR|Europe/Ljubljana
SK|SVK|Slovakia|Slovensko|EUR|Europe/Bratislava
TH|THA|Thailand|ประเทศไทย|THB|Asia/Bangkok
TR|TUR|Turkey|Türkiye|TRY|Europe/Istanbul
TW|TWN|Taiwan|臺灣|TWD|Asia/Taipei
UA|UKR|Ukraine|Україна|UAH|Europe/Kyiv
US|USA|United States|United States|USD|America/New_York
VN|VNM|Vietnam|Việt Nam|VND|Asia/Ho_Chi_Minh
ZA|ZAF|South Africa|South Africa|ZAR|Africa/Johannesburg""".splitlines()
}

HOMES = {"en": "US", "es": "ES", "ar": "EG", "de": "DE", "fr": "FR", "la": "IT", "th": "TH", "sw": "ZA"}
"""The country of a locale that names only a language."""

SYMBOLS = {
    "AUD": "A$", "BRL": "R$", "CAD": "C$", "CHF": "CHF", "CNY": "¥", "CZK": "Kč", "DKK": "kr", "EUR": "€",
    "GBP": "£", "INR": "₹", "JPY": "¥", "KRW": "₩", "NOK": "kr", "PLN": "zł", "RUB": "₽",
    "SEK": "kr", "TRY": "₺", "UAH": "₴", "USD": "$",
}  # fmt: skip

CURRENCIES = {
    "AUD": "Australian dollar", "BRL": "Brazilian real", "CAD": "Canadian dollar", "CHF": "Swiss franc",
    "CNY": "Chinese yuan", "CZK": "Czech koruna", "DKK": "Danish krone", "EUR": "Euro", "GBP": "Pound sterling",
    "INR": "Indian rupee", "JPY": "Japanese yen", "KRW": "South Korean won", "NOK": "Norwegian krone",
    "PLN": "Polish złoty", "SEK": "Swedish krona", "USD": "US dollar",
}  # fmt: skip
"""Names of currencies, in English."""
