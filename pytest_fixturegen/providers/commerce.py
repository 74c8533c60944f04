"""Trade: products, companies, prices, amounts, and the states that things are in."""

from __future__ import annotations

from functools import partial

from pytest_fixturegen.nodes import Choice, Fact, Integer, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.data import commerce_words as words
from pytest_fixturegen.providers.data.local_trade import TRADES, Trade, find_local_words
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_fact_view,
    build_table,
    build_text_view,
    format_fact_name,
    make_choice_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import (
    make_evenly_spaced,
    make_log_spaced,
    make_number_provider,
    make_price_lister,
)
from pytest_fixturegen.streams import mix_word

OTHER_COMPANY_NAMES = "vendor supplier manufacturer merchant seller_company shop_name store_name publisher client carrier agency employer"
"""Fields that name a company other than the one of their record."""

OWN_COMPANY_WORDS = frozenset("company organization organisation business firm".split())
"""Owners that are the record's own company."""

NUMBER_KINDS = "int float decimal"
DECIMAL_KINDS = "float decimal"


def provide_product(context: FieldContext, owner: str) -> Node | None:
    """The title of something that a shop sells; shorter where there is less room."""
    fact = Fact(format_fact_name(owner, "product"), Integer(0, (1 << 64) - 1))
    if context.vocabulary.language in TRADES:
        trade = TRADES[context.vocabulary.language]
        return build_text_view(
            context, partial(_show_local_product, trade), fact
        ) or build_text_view(context, partial(_show_local_thing, trade), fact)
    return build_text_view(context, _show_product, fact) or build_text_view(
        context, _show_thing, fact
    )


def _show_product(word: int, product_word: int) -> str:
    return f"{words.MATERIALS[product_word & 31]} {words.PRODUCT_NAMES[(product_word >> 32) * len(words.PRODUCT_NAMES) >> 32]}"


def _show_local_product(trade: Trade, word: int, product_word: int) -> str:
    material = trade.materials[(product_word & 0xFFFF) % len(trade.materials)]
    return trade.template.format(
        thing=_show_local_thing(trade, word, product_word), material=material
    )


def _show_local_thing(trade: Trade, word: int, product_word: int) -> str:
    return trade.things[(product_word >> 32) * len(trade.things) >> 32]


def make_word_provider(kind: str, default_words: tuple[str, ...]) -> NamedProvider:
    """A provider of one of the locale's words of a *kind*."""
    return lambda context, owner: text.build_text_pool(
        find_local_words(context.vocabulary.language, kind, default_words), context.constraints
    )


def _show_thing(word: int, product_word: int) -> str:
    return words.PRODUCT_NAMES[(product_word >> 32) * len(words.PRODUCT_NAMES) >> 32]


def provide_company(context: FieldContext, owner: str) -> Node | None:
    """The name of the record's company, as the language makes them."""
    owner = "" if owner in OWN_COMPANY_WORDS else owner
    if context.vocabulary.language != "en" and context.vocabulary.list_entries(
        "company", "formats"
    ):
        names = context.vocabulary.draw_pool("company", 512)
        return build_fact_view(
            context, _show_name, Fact(format_fact_name(owner, "company"), Choice(names, names))
        )
    fact = Fact(format_fact_name(owner, "company"), Integer(0, (1 << 64) - 1))
    return build_text_view(context, _show_company, fact) or build_text_view(
        context, _show_short_company, fact
    )


def provide_other_company(context: FieldContext, owner: str) -> Node | None:
    """The name of another company, whom the field itself names."""
    return provide_company(
        context,
        format_fact_name(owner, context.name.removeprefix(f"{owner}_").removesuffix("_name")),
    )


def _show_name(word: int, name: str) -> str:
    return name


def _show_company(word: int, company_word: int) -> str:
    name = f"{_show_short_company(word, company_word)} {words.COMPANY_TRADES[(company_word >> 24) % len(words.COMPANY_TRADES)]}"
    return f"{name} {words.COMPANY_SUFFIXES[company_word >> 4 & 7]}" if company_word & 1 else name


def _show_short_company(word: int, company_word: int) -> str:
    return words.COMPANY_NAMES[(company_word >> 8) % len(words.COMPANY_NAMES)]


def provide_status(context: FieldContext, owner: str) -> Node | None:
    """In which state things of this model are."""
    about = set(f"{context.model}_{context.name}".split("_"))
    known = (states for states in MODEL_STATUSES if about & states[0])
    _, kind, usual = next(known, (frozenset(), "status", words.STATUSES))
    return text.build_text_pool(
        find_local_words(context.vocabulary.language, kind, usual), context.constraints
    )


MODEL_STATUSES: tuple[tuple[frozenset[str], str, tuple[str, ...]], ...] = (
    (
        frozenset("order shipment delivery purchase fulfillment".split()),
        "progress",
        words.ORDER_STATUSES,
    ),
    (
        frozenset("payment invoice transaction refund charge".split()),
        "paid",
        words.PAYMENT_STATUSES,
    ),
    (
        frozenset("task ticket issue job todo project workflow build run".split()),
        "task",
        words.TASK_STATUSES,
    ),
)
"""In which states things of these nouns are."""


provide_price: NamedProvider = make_number_provider(make_price_lister(3, 900), 2)
provide_amount: NamedProvider = make_number_provider(make_price_lister(5, 20_000), 2)
provide_quantity: NamedProvider = make_number_provider(make_log_spaced(1, 60))
provide_large_count: NamedProvider = make_number_provider(make_log_spaced(1, 50_000))
provide_fraction: NamedProvider = make_number_provider(make_evenly_spaced(0, 1, 3), 3)


def provide_percent(context: FieldContext, owner: str) -> Node | None:
    """From 0 to 100, in steps of a half; a share of one where the bounds say so."""
    highest = (
        context.constraints.le if context.constraints.le is not None else context.constraints.lt
    )
    if context.kind != "int" and highest is not None and highest <= 1:
        return provide_fraction(context, owner)
    return make_number_provider(make_evenly_spaced(0, 100, 1), 1)(context, owner)


def provide_rate(context: FieldContext, owner: str) -> Node | None:
    """A share, from 0 to a quarter; for whole numbers, percents."""
    if context.kind == "int":
        return make_number_provider(make_evenly_spaced(0, 30))(context, owner)
    return make_number_provider([step * 5 for step in range(51)], 3)(context, owner)


def provide_salary(context: FieldContext, owner: str) -> Node | None:
    """What somebody earns in a year, in hundreds."""
    hundreds = tuple(round(number / 100) * 100 for number in make_log_spaced(28_000, 180_000)())
    return make_number_provider(hundreds)(context, owner)


def provide_rating(context: FieldContext, owner: str) -> Node | None:
    """One to five, fours more often; within other bounds, any number of them."""
    stars = (1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 4)
    if context.kind == "int":
        return make_number_provider(stars)(context, owner)
    return make_number_provider(
        [10 + (mix_word(step, 2) % 41 | mix_word(step, 3) % 41) % 41 for step in range(256)], 1
    )(context, owner)


def provide_score(context: FieldContext, owner: str) -> Node | None:
    """From 0 to 100, or to 1 where the bounds say so."""
    return provide_percent(context, owner)


NAMES: ProviderTable = build_table(
    (
        "product product_name item item_name product_title goods article_name",
        "str",
        provide_product,
    ),
    (
        "company company_name organization organisation organization_name business_name firm",
        "str",
        provide_company,
    ),
    (OTHER_COMPANY_NAMES, "str", provide_other_company),
    ("brand brand_name make", "str", make_choice_provider(*words.BRANDS)),
    (
        "department department_name dept division",
        "str",
        make_word_provider("department", words.DEPARTMENTS),
    ),
    (
        "category category_name product_category section",
        "str",
        make_word_provider("category", words.CATEGORIES),
    ),
    ("industry sector", "str", make_word_provider("industry", words.INDUSTRIES)),
    ("color colour color_name", "str", make_word_provider("color", words.COLORS)),
    ("material", "str", make_word_provider("material", words.MATERIAL_NAMES)),
    ("status", "str", provide_status),
    ("order_status", "str", make_word_provider("progress", words.ORDER_STATUSES)),
    ("task_status", "str", make_word_provider("task", words.TASK_STATUSES)),
    ("role user_role", "str", make_choice_provider(*words.ROLES)),
    ("priority severity urgency importance", "str", make_choice_provider(*words.PRIORITIES)),
    ("plan tier plan_name subscription_plan", "str", make_choice_provider(*words.PLANS)),
    ("payment_method payment_type", "str", make_choice_provider(*words.PAYMENT_METHODS)),
    ("unit unit_of_measure uom", "str", make_choice_provider(*words.UNITS)),
    ("size clothing_size", "str", make_choice_provider("XS", "S", "M", "M", "L", "L", "XL", "XXL")),
    ("shape", "str", make_choice_provider("round", "square", "oval", "rectangular", "triangular")),
    ("list_price", NUMBER_KINDS, provide_price),
    (
        "shipping_cost shipping_fee fee shipping tip delivery_fee service_fee",
        NUMBER_KINDS,
        make_number_provider(make_price_lister(2, 40), 2),
    ),
    (
        "balance revenue credit debit payment deposit paid_amount budget spent credit_limit",
        NUMBER_KINDS,
        provide_amount,
    ),
    ("income expense profit", NUMBER_KINDS, provide_amount),
    ("salary annual_salary wage base_salary", NUMBER_KINDS, provide_salary),
    ("hourly_rate", NUMBER_KINDS, make_number_provider(make_price_lister(15, 180), 2)),
    ("discount discount_percent discount_percentage discount_rate", DECIMAL_KINDS, provide_percent),
    ("discount discount_percent discount_percentage", "int", make_number_provider(range(0, 55, 5))),
    (
        "percent percentage pct progress completion completeness humidity battery_level battery",
        NUMBER_KINDS,
        provide_percent,
    ),
    ("probability confidence likelihood ratio share accuracy", DECIMAL_KINDS, provide_fraction),
    ("rate interest_rate commission_rate", NUMBER_KINDS, provide_rate),
    (
        "exchange_rate conversion_rate",
        DECIMAL_KINDS,
        make_number_provider(make_log_spaced(0.2, 9, 4), 4),
    ),
    (
        "count number_of_items item_count units pieces seats guests participants capacity",
        "int",
        provide_quantity,
    ),
    (
        "stock in_stock_quantity inventory stock_quantity stock_level available quantity_available units_in_stock",
        "int",
        make_number_provider(make_log_spaced(1, 900)),
    ),
    (
        "views likes shares downloads followers following clicks impressions plays visits",
        "int",
        provide_large_count,
    ),
    (
        "view_count like_count download_count follower_count comment_count share_count reply_count",
        "int",
        provide_large_count,
    ),
    (
        "rating stars review_rating star_rating average_rating avg_rating",
        NUMBER_KINDS,
        provide_rating,
    ),
    ("score points grade", NUMBER_KINDS, provide_score),
    ("weight mass weight_kg", NUMBER_KINDS, make_number_provider(make_log_spaced(0.1, 90, 2), 2)),
    (
        "height width depth length thickness diameter height_cm width_cm depth_cm length_cm",
        NUMBER_KINDS,
        make_number_provider(make_log_spaced(1, 240, 1), 1),
    ),
    ("distance distance_km", NUMBER_KINDS, make_number_provider(make_log_spaced(0.5, 900, 1), 1)),
    (
        "odometer odometer_km odometer_reading mileage mileage_km",
        NUMBER_KINDS,
        make_number_provider(make_evenly_spaced(900, 190_000)),
    ),
    (
        "area square_meters floor_area",
        NUMBER_KINDS,
        make_number_provider(make_log_spaced(8, 400, 1), 1),
    ),
    ("speed", NUMBER_KINDS, make_number_provider(make_evenly_spaced(0, 140, 1), 1)),
    (
        "temperature temp temperature_c temperature_celsius",
        NUMBER_KINDS,
        make_number_provider(make_evenly_spaced(-12, 38, 1), 1),
    ),
    ("pressure", NUMBER_KINDS, make_number_provider(make_evenly_spaced(980, 1040, 1), 1)),
    ("voltage", DECIMAL_KINDS, make_number_provider(make_evenly_spaced(3, 13, 2), 2)),
    ("altitude elevation", NUMBER_KINDS, make_number_provider(make_log_spaced(1, 3200))),
    ("priority level", "int", make_number_provider((1, 2, 2, 3, 3, 3, 4, 4, 5, 1, 2, 3))),
    (
        "position rank index ordinal sequence sort_order display_order line_number row",
        "int",
        make_number_provider(range(1, 41)),
    ),
    (
        "floor floors bedrooms bathrooms rooms",
        "int",
        make_number_provider((1, 1, 2, 2, 3, 3, 4, 5, 1, 2, 3, 2)),
    ),
    (
        "duration duration_seconds duration_sec elapsed elapsed_seconds timeout_seconds",
        NUMBER_KINDS,
        make_number_provider(make_log_spaced(20, 7200)),
    ),
    (
        "duration_ms elapsed_ms latency latency_ms response_time response_time_ms",
        NUMBER_KINDS,
        make_number_provider(make_log_spaced(3, 4000)),
    ),
    ("minutes", NUMBER_KINDS, make_number_provider(range(5, 245, 5))),
    ("duration_hours hours", NUMBER_KINDS, make_number_provider(make_log_spaced(1, 60))),
    (
        "size file_size size_bytes file_size_bytes bytes content_length",
        "int",
        make_number_provider(make_log_spaced(800, 40_000_000)),
    ),
    ("pages page_count number_of_pages", "int", make_number_provider(make_log_spaced(12, 900))),
    ("word_count", "int", make_number_provider(make_log_spaced(120, 9000))),
    (
        "years_of_experience years_experience experience_years",
        "int",
        make_number_provider(make_log_spaced(1, 35)),
    ),
    (
        "employees employee_count number_of_employees headcount",
        "int",
        make_number_provider(make_log_spaced(3, 9000)),
    ),
)
"""Names of fields and kinds of value, and who serves them."""
