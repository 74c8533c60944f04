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
AE|ARE|United Arab Emirates|\u0627\u0644\u0625\u0645\u0627\u0631\u0627\u062a|AED|Asia/Dubai
AR|ARG|Argentina|Argentina|ARS|America/Argentina/Buenos_Aires
AT|AUT|Austria|\u00d6sterreich|EUR|Europe/Vienna
AU|AUS|Australia|Australia|AUD|Australia/Sydney
BE|BEL|Belgium|Belgi\u00eb|EUR|Europe/Brussels
BG|BGR|Bulgaria|\u0411\u044a\u043b\u0433\u0430\u0440\u0438\u044f|EUR|Europe/Sofia
BR|BRA|Brazil|Brasil|BRL|America/Sao_Paulo
CA|CAN|Canada|Canada|CAD|America/Toronto
CH|CHE|Switzerland|Schweiz|CHF|Europe/Zurich
CL|CHL|Chile|Chile|CLP|America/Santiago
CN|CHN|China|\u4e2d\u56fd|CNY|Asia/Shanghai
CO|COL|Colombia|Colombia|COP|America/Bogota
CZ|CZE|Czechia|\u010cesko|CZK|Europe/Prague
DE|DEU|Germany|Deutschland|EUR|Europe/Berlin
DK|DNK|Denmark|Danmark|DKK|Europe/Copenhagen
EE|EST|Estonia|Eesti|EUR|Europe/Tallinn
EG|EGY|Egypt|\u0645\u0635\u0631|EGP|Africa/Cairo
ES|ESP|Spain|Espa\u00f1a|EUR|Europe/Madrid
FI|FIN|Finland|Suomi|EUR|Europe/Helsinki
FR|FRA|France|France|EUR|Europe/Paris
GB|GBR|United Kingdom|United Kingdom|GBP|Europe/London
GR|GRC|Greece|\u0395\u03bb\u03bb\u03ac\u03b4\u03b1|EUR|Europe/Athens
HR|HRV|Croatia|Hrvatska|EUR|Europe/Zagreb
HU|HUN|Hungary|Magyarorsz\u00e1g|HUF|Europe/Budapest
ID|IDN|Indonesia|Indonesia|IDR|Asia/Jakarta
IE|IRL|Ireland|Ireland|EUR|Europe/Dublin
IL|ISR|Israel|\u05d9\u05e9\u05e8\u05d0\u05dc|ILS|Asia/Jerusalem
IN|IND|India|India|INR|Asia/Kolkata
IS|ISL|Iceland|\u00cdsland|ISK|Atlantic/Reykjavik
IT|ITA|Italy|Italia|EUR|Europe/Rome
JP|JPN|Japan|\u65e5\u672c|JPY|Asia/Tokyo
KR|KOR|South Korea|\ub300\ud55c\ubbfc\uad6d|KRW|Asia/Seoul
LT|LTU|Lithuania|Lietuva|EUR|Europe/Vilnius
LV|LVA|Latvia|Latvija|EUR|Europe/Riga
MX|MEX|Mexico|M\u00e9xico|MXN|America/Mexico_City
NL|NLD|Netherlands|Nederland|EUR|Europe/Amsterdam
NO|NOR|Norway|Norge|NOK|Europe/Oslo
NZ|NZL|New Zealand|New Zealand|NZD|Pacific/Auckland
PH|PHL|Philippines|Pilipinas|PHP|Asia/Manila
PL|POL|Poland|Polska|PLN|Europe/Warsaw
PT|PRT|Portugal|Portugal|EUR|Europe/Lisbon
RO|ROU|Romania|Rom\u00e2nia|RON|Europe/Bucharest
RU|RUS|Russia|\u0420\u043e\u0441\u0441\u0438\u044f|RUB|Europe/Moscow
SA|SAU|Saudi Arabia|\u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629|SAR|Asia/Riyadh
SE|SWE|Sweden|Sverige|SEK|Europe/Stockholm
SI|SVN|Slovenia|Slovenija|EUR|Europe/Ljubljana
SK|SVK|Slovakia|Slovensko|EUR|Europe/Bratislava
TH|THA|Thailand|\u0e1b\u0e23\u0e30\u0e40\u0e17\u0e28\u0e44\u0e17\u0e22|THB|Asia/Bangkok
TR|TUR|Turkey|T\u00fcrkiye|TRY|Europe/Istanbul
TW|TWN|Taiwan|\u81fa\u7063|TWD|Asia/Taipei
UA|UKR|Ukraine|\u0423\u043a\u0440\u0430\u0457\u043d\u0430|UAH|Europe/Kyiv
US|USA|United States|United States|USD|America/New_York
VN|VNM|Vietnam|Vi\u1ec7t Nam|VND|Asia/Ho_Chi_Minh
ZA|ZAF|South Africa|South Africa|ZAR|Africa/Johannesburg""".splitlines()
}

HOMES = {"en": "US", "es": "ES", "ar": "EG", "de": "DE", "fr": "FR", "la": "IT", "th": "TH", "sw": "ZA"}
"""The country of a locale that names only a language."""

SYMBOLS = {
    "AUD": "A$", "BRL": "R$", "CAD": "C$", "CHF": "CHF", "CNY": "\u00a5", "CZK": "K\u010d", "DKK": "kr", "EUR": "\u20ac",
    "GBP": "\u00a3", "INR": "\u20b9", "JPY": "\u00a5", "KRW": "\u20a9", "NOK": "kr", "PLN": "z\u0142", "RUB": "\u20bd",
    "SEK": "kr", "TRY": "\u20ba", "UAH": "\u20b4", "USD": "$",
}  # fmt: skip

CURRENCIES = {
    "AUD": "Australian dollar", "BRL": "Brazilian real", "CAD": "Canadian dollar", "CHF": "Swiss franc",
    "CNY": "Chinese yuan", "CZK": "Czech koruna", "DKK": "Danish krone", "EUR": "Euro", "GBP": "Pound sterling",
    "INR": "Indian rupee", "JPY": "Japanese yen", "KRW": "South Korean won", "NOK": "Norwegian krone",
    "PLN": "Polish z\u0142oty", "SEK": "Swedish krona", "USD": "US dollar",
}  # fmt: skip
"""Names of currencies, in English."""
