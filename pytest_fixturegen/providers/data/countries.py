"""Countries: codes [ISO 3166-1], names, currencies [ISO 4217] and languages."""

from __future__ import annotations

from typing import NamedTuple


class Country(NamedTuple):
    """A country.

    *native_name* is the name in its own language, *timezone* the time zone of its capital.
    """

    alpha2: str
    alpha3: str
    english_name: str
    native_name: str
    currency: str
    timezone: str


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
IN|IND|India|भारत|INR|Asia/Kolkata
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

LANGUAGE_COUNTRIES = {
    "en": "US",
    "es": "ES",
    "ar": "EG",
    "de": "DE",
    "fr": "FR",
    "la": "IT",
    "th": "TH",
    "sw": "ZA",
}
"""The country of a locale that names only a language."""

CURRENCY_SYMBOLS = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "C$",
    "CHF": "CHF",
    "CNY": "¥",
    "CZK": "Kč",
    "DKK": "kr",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "NOK": "kr",
    "PLN": "zł",
    "RUB": "₽",
    "SEK": "kr",
    "TRY": "₺",
    "UAH": "₴",
    "USD": "$",
}

CURRENCY_NAMES = {
    "AUD": "Australian dollar",
    "BRL": "Brazilian real",
    "CAD": "Canadian dollar",
    "CHF": "Swiss franc",
    "CNY": "Chinese yuan",
    "CZK": "Czech koruna",
    "DKK": "Danish krone",
    "EUR": "Euro",
    "GBP": "Pound sterling",
    "INR": "Indian rupee",
    "JPY": "Japanese yen",
    "KRW": "South Korean won",
    "NOK": "Norwegian krone",
    "PLN": "Polish złoty",
    "SEK": "Swedish krona",
    "USD": "US dollar",
}
"""Names of currencies, in English."""

NUMERIC_CODES = {
    pair[:2]: pair[2:]
    for pair in """AE784 AR032 AT040 AU036 BE056 BG100 BR076 CA124 CH756 CL152 CN156 CO170 CZ203
    DE276 DK208 EE233 EG818 ES724 FI246 FR250 GB826 GR300 HR191 HU348 ID360 IE372 IL376 IN356 IS352
    IT380 JP392 KR410 LT440 LV428 MX484 NL528 NO578 NZ554 PH608 PL616 PT620 RO642 RU643 SA682 SE752
    SI705 SK703 TH764 TR792 TW158 UA804 US840 VN704 ZA710""".split()
}
"""The numeric codes of countries [ISO 3166-1]."""

CALLING_CODES = {
    pair[:2]: pair[2:]
    for pair in """AE971 AR54 AT43 AU61 BE32 BG359 BR55 CA1 CH41 CL56 CN86 CO57 CZ420 DE49 DK45
    EE372 EG20 ES34 FI358 FR33 GB44 GR30 HR385 HU36 ID62 IE353 IL972 IN91 IS354 IT39 JP81 KR82
    LT370 LV371 MX52 NL31 NO47 NZ64 PH63 PL48 PT351 RO40 RU7 SA966 SE46 SI386 SK421 TH66 TR90 TW886
    UA380 US1 VN84 ZA27""".split()
}
"""The prefixes of calls from abroad [ITU-T E.164]."""

ISO_SHORT_NAMES = {
    "KR": "Korea, Republic of",
    "RU": "Russian Federation",
    "TR": "Türkiye",
    "TW": "Taiwan, Province of China",
    "VN": "Viet Nam",
}
"""The short name of a country [ISO 3166-1] if it differs from its usual name."""

LANGUAGES = """\
en|eng|English
de|deu|German
fr|fra|French
es|spa|Spanish
it|ita|Italian
sv|swe|Swedish
ja|jpn|Japanese
pt|por|Portuguese
nl|nld|Dutch
pl|pol|Polish
da|dan|Danish
no|nor|Norwegian
fi|fin|Finnish"""
"""Languages: two letters [ISO 639-1], three [ISO 639-3], and their names in English."""
