"""Trade: products, companies, prices, amounts, and the states that things are in."""

from __future__ import annotations

from functools import partial

from pytest_fixturegen.nodes import Choice, Fact, Integer, Node
from pytest_fixturegen.providers import commerce_words as words
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.local_trade import TRADES, Trade, local
from pytest_fixturegen.providers.quantity import counted, even, prices, skewed
from pytest_fixturegen.providers.views import Named, Table, owned, picked, shown, table, told
from pytest_fixturegen.streams import mixed

OTHERS = "vendor supplier manufacturer merchant seller_company shop_name store_name publisher client carrier agency employer"
"""Fields that name a company other than the one of their record."""

OWN = frozenset("company organization organisation business firm".split())
"""Owners that are the record's own company."""

NUMBERS = "int float decimal"
EXACT = "float decimal"


def product(ask: Ask, whose: str) -> Node | None:
    """The title of something that a shop sells; shorter where there is less room."""
    fact = Fact(owned(whose, "product"), Integer(0, (1 << 64) - 1))
    if ask.words.language in TRADES:
        trade = TRADES[ask.words.language]
        return shown(ask, partial(_local, trade), fact) or shown(ask, partial(_local_thing, trade), fact)
    return shown(ask, _product, fact) or shown(ask, _thing, fact)


def _product(word: int, goods: int) -> str:
    return f"{words.MATERIALS[goods & 31]} {words.THINGS[(goods >> 32) * len(words.THINGS) >> 32]}"


def _local(trade: Trade, word: int, goods: int) -> str:
    material = trade.materials[(goods & 0xFFFF) % len(trade.materials)]
    return trade.together.format(thing=_local_thing(trade, word, goods), material=material)


def _local_thing(trade: Trade, word: int, goods: int) -> str:
    return trade.things[(goods >> 32) * len(trade.things) >> 32]


def worded(kind: str, usual: tuple[str, ...]) -> Named:
    """A provider of one of the locale's words of a *kind*."""
    return lambda ask, whose: text.pool(local(ask.words.language, kind, usual), ask.rules)


def _thing(word: int, goods: int) -> str:
    return words.THINGS[(goods >> 32) * len(words.THINGS) >> 32]


def company(ask: Ask, whose: str) -> Node | None:
    """The name of the record's company, as the language makes them."""
    whose = "" if whose in OWN else whose
    if ask.words.language != "en" and ask.words.entries("company", "formats"):
        names = ask.words.pool("company", 512)
        return told(ask, _same, Fact(owned(whose, "company"), Choice(names, names)))
    fact = Fact(owned(whose, "company"), Integer(0, (1 << 64) - 1))
    return shown(ask, _company, fact) or shown(ask, _firm, fact)


def other_company(ask: Ask, whose: str) -> Node | None:
    """The name of another company, whom the field itself names."""
    return company(ask, owned(whose, ask.name.removeprefix(f"{whose}_").removesuffix("_name")))


def _same(word: int, name: str) -> str:
    return name


def _company(word: int, firm: int) -> str:
    name = f"{_firm(word, firm)} {words.TRADES[(firm >> 24) % len(words.TRADES)]}"
    return f"{name} {words.ENDINGS[firm >> 4 & 7]}" if firm & 1 else name


def _firm(word: int, firm: int) -> str:
    return words.FIRMS[(firm >> 8) % len(words.FIRMS)]


def status(ask: Ask, whose: str) -> Node | None:
    """In which state things of this model are."""
    about = set(f"{ask.model}_{ask.name}".split("_"))
    known = (states for states in STATES if about & states[0])
    _, kind, usual = next(known, (frozenset(), "status", words.STATUSES))
    return text.pool(local(ask.words.language, kind, usual), ask.rules)


STATES: tuple[tuple[frozenset[str], str, tuple[str, ...]], ...] = (
    (frozenset("order shipment delivery purchase fulfillment".split()), "progress", words.PROGRESS),
    (frozenset("payment invoice transaction refund charge".split()), "paid", words.PAID),
    (frozenset("task ticket issue job todo project workflow build run".split()), "task", words.TASKS),
)
"""In which states things of these nouns are."""


money: Named = counted(prices(3, 900), 2)
amount: Named = counted(prices(5, 20_000), 2)
quantity: Named = counted(skewed(1, 60))
large: Named = counted(skewed(1, 50_000))
fraction: Named = counted(even(0, 1, 3), 3)


def percent(ask: Ask, whose: str) -> Node | None:
    """From 0 to 100, in steps of a half; a share of one where the bounds say so."""
    highest = ask.rules.le if ask.rules.le is not None else ask.rules.lt
    if ask.kind != "int" and highest is not None and highest <= 1:
        return fraction(ask, whose)
    return counted(even(0, 100, 1), 1)(ask, whose)


def rate(ask: Ask, whose: str) -> Node | None:
    """A share, from 0 to a quarter; for whole numbers, percents."""
    if ask.kind == "int":
        return counted(even(0, 30))(ask, whose)
    return counted([step * 5 for step in range(51)], 3)(ask, whose)


def salary(ask: Ask, whose: str) -> Node | None:
    """What somebody earns in a year, in hundreds."""
    hundreds = tuple(round(number / 100) * 100 for number in skewed(28_000, 180_000)())
    return counted(hundreds)(ask, whose)


def rating(ask: Ask, whose: str) -> Node | None:
    """One to five, fours more often; within other bounds, any number of them."""
    stars = (1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 4)
    if ask.kind == "int":
        return counted(stars)(ask, whose)
    return counted([10 + (mixed(step, 2) % 41 | mixed(step, 3) % 41) % 41 for step in range(256)], 1)(ask, whose)


def score(ask: Ask, whose: str) -> Node | None:
    """From 0 to 100, or to 1 where the bounds say so."""
    return percent(ask, whose)


NAMES: Table = table(
    ("product product_name item item_name product_title goods article_name", "str", product),
    ("company company_name organization organisation organization_name business_name firm", "str", company),
    (OTHERS, "str", other_company),
    ("brand brand_name make", "str", picked(*words.BRANDS)),
    ("department department_name dept division", "str", worded("department", words.DEPARTMENTS)),
    ("category category_name product_category section", "str", worded("category", words.CATEGORIES)),
    ("industry sector", "str", worded("industry", words.INDUSTRIES)),
    ("color colour color_name", "str", worded("color", words.COLORS)),
    ("material", "str", worded("material", words.MATERIAL_NAMES)),
    ("status", "str", status),
    ("order_status", "str", worded("progress", words.PROGRESS)),
    ("task_status", "str", worded("task", words.TASKS)),
    ("role user_role", "str", picked(*words.ROLES)),
    ("priority severity urgency importance", "str", picked(*words.PRIORITIES)),
    ("plan tier plan_name subscription_plan", "str", picked(*words.PLANS)),
    ("payment_method payment_type", "str", picked(*words.PAYMENTS)),
    ("unit unit_of_measure uom", "str", picked(*words.UNITS)),
    ("size clothing_size", "str", picked("XS", "S", "M", "M", "L", "L", "XL", "XXL")),
    ("shape", "str", picked("round", "square", "oval", "rectangular", "triangular")),
    ("list_price", NUMBERS, money),
    ("shipping_cost shipping_fee fee shipping tip delivery_fee service_fee", NUMBERS, counted(prices(2, 40), 2)),
    ("balance revenue credit debit payment deposit paid_amount budget spent credit_limit", NUMBERS, amount),
    ("income expense profit", NUMBERS, amount),
    ("salary annual_salary wage base_salary", NUMBERS, salary),
    ("hourly_rate", NUMBERS, counted(prices(15, 180), 2)),
    ("discount discount_percent discount_percentage discount_rate", EXACT, percent),
    ("discount discount_percent discount_percentage", "int", counted(range(0, 55, 5))),
    ("percent percentage pct progress completion completeness humidity battery_level battery", NUMBERS, percent),
    ("probability confidence likelihood ratio share accuracy", EXACT, fraction),
    ("rate interest_rate commission_rate", NUMBERS, rate),
    ("exchange_rate conversion_rate", EXACT, counted(skewed(0.2, 9, 4), 4)),
    ("count number_of_items item_count units pieces seats guests participants capacity", "int", quantity),
    (
        "stock in_stock_quantity inventory stock_quantity stock_level available quantity_available units_in_stock",
        "int",
        counted(skewed(1, 900)),
    ),
    ("views likes shares downloads followers following clicks impressions plays visits", "int", large),
    ("view_count like_count download_count follower_count comment_count share_count reply_count", "int", large),
    ("rating stars review_rating star_rating average_rating avg_rating", NUMBERS, rating),
    ("score points grade", NUMBERS, score),
    ("weight mass weight_kg", NUMBERS, counted(skewed(0.1, 90, 2), 2)),
    (
        "height width depth length thickness diameter height_cm width_cm depth_cm length_cm",
        NUMBERS,
        counted(skewed(1, 240, 1), 1),
    ),
    ("distance distance_km", NUMBERS, counted(skewed(0.5, 900, 1), 1)),
    ("odometer odometer_km odometer_reading mileage mileage_km", NUMBERS, counted(even(900, 190_000))),
    ("area square_meters floor_area", NUMBERS, counted(skewed(8, 400, 1), 1)),
    ("speed", NUMBERS, counted(even(0, 140, 1), 1)),
    ("temperature temp temperature_c temperature_celsius", NUMBERS, counted(even(-12, 38, 1), 1)),
    ("pressure", NUMBERS, counted(even(980, 1040, 1), 1)),
    ("voltage", EXACT, counted(even(3, 13, 2), 2)),
    ("altitude elevation", NUMBERS, counted(skewed(1, 3200))),
    ("priority level", "int", counted((1, 2, 2, 3, 3, 3, 4, 4, 5, 1, 2, 3))),
    ("position rank index ordinal sequence sort_order display_order line_number row", "int", counted(range(1, 41))),
    ("floor floors bedrooms bathrooms rooms", "int", counted((1, 1, 2, 2, 3, 3, 4, 5, 1, 2, 3, 2))),
    ("duration duration_seconds duration_sec elapsed elapsed_seconds timeout_seconds", NUMBERS, counted(skewed(20, 7200))),
    ("duration_ms elapsed_ms latency latency_ms response_time response_time_ms", NUMBERS, counted(skewed(3, 4000))),
    ("minutes", NUMBERS, counted(range(5, 245, 5))),
    ("duration_hours hours", NUMBERS, counted(skewed(1, 60))),
    ("size file_size size_bytes file_size_bytes bytes content_length", "int", counted(skewed(800, 40_000_000))),
    ("pages page_count number_of_pages", "int", counted(skewed(12, 900))),
    ("word_count", "int", counted(skewed(120, 9000))),
    ("years_of_experience years_experience experience_years", "int", counted(skewed(1, 35))),
    ("employees employee_count number_of_employees headcount", "int", counted(skewed(3, 9000))),
)
"""Names of fields and kinds of value, and who serves them."""
