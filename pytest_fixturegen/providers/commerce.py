"""Trade: products, companies, statuses, and numbers such as prices, counts and measures."""

from __future__ import annotations

from functools import partial

from pytest_fixturegen.nodes import Choice, Fact, Integer, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.data import commerce_words as words
from pytest_fixturegen.providers.data.all_prose import find_trade
from pytest_fixturegen.providers.data.local_trade import Trade, find_local_words
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_fact_view,
    build_table,
    build_text_view,
    find_first_node,
    format_fact_name,
    make_choice_provider,
)
from pytest_fixturegen.providers.fact_pins import TEXT_PIN, PhraseFormat, make_phrase_show
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import (
    make_evenly_spaced,
    make_log_spaced,
    make_number_provider,
    make_price_lister,
)

OTHER_COMPANY_NAMES = """vendor supplier manufacturer merchant seller_company shop_name store_name
    publisher client carrier agency employer"""
"""Fields that name a company other than the one of their record."""

OWN_COMPANY_WORDS = frozenset("company organization organisation business firm".split())
"""Owners that are the record's own company."""

NUMBER_KINDS = "int float decimal"
DECIMAL_KINDS = "float decimal"

STARS = (1, 2, *[3] * 2, *[4] * 6, *[5] * 8)
PRIORITY_LEVELS = (*[1] * 2, *[2] * 3, *[3] * 4, *[4] * 2, 5)
ROOM_COUNTS = (*[1] * 3, *[2] * 4, *[3] * 3, 4, 5)
"""Small whole numbers, each as often as it is likely."""

ANY_WORD = Integer(0, (1 << 64) - 1)


def make_even_provider(
    low: float,
    high: float,
    places: int = 0,
) -> NamedProvider:
    """Return a provider of numbers spread evenly from *low* to *high*, with *places* decimals."""
    return make_number_provider(make_evenly_spaced(low, high, places), places)


def make_log_provider(
    low: float,
    high: float,
    places: int = 0,
) -> NamedProvider:
    """Return a provider of numbers from *low* to *high*, as many of each order of magnitude."""
    return make_number_provider(make_log_spaced(low, high, places), places)


def make_price_provider(low: float, high: float) -> NamedProvider:
    """Return a provider of prices from *low* to *high*, with two decimals."""
    return make_number_provider(make_price_lister(low, high), 2)


def _pick_by_high_bits(options: tuple[str, ...], word: int) -> str:
    """Return the option that the upper 32 bits of *word* pick; the lower ones pick the rest."""
    return options[(word >> 32) * len(options) >> 32]


def provide_product(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the title of a product, without its material if the field is short."""
    fact = Fact(format_fact_name(owner, "product"), ANY_WORD)
    trade = find_trade(context.vocabulary.language)
    if trade is None:
        return _build_title_view(
            context,
            fact,
            partial(_show_product, 0),
            partial(_show_thing, 0),
        )
    return _build_title_view(
        context,
        fact,
        partial(_show_local_product, trade, 0),
        partial(_show_local_thing, trade, 0),
    )


def _build_title_view(
    context: FieldContext,
    fact: Fact,
    *formats: PhraseFormat,
) -> Node | None:
    """Return a view of the first of *formats* that satisfies the constraints.

    A format makes a text of the number that is the *fact*; a fixed text is that text.
    """
    return find_first_node(
        build_text_view(context, make_phrase_show(format_number), fact, pin=TEXT_PIN)
        for format_number in formats
    )


def _show_product(word: int, product_word: int) -> str:
    """Return the product of a record with its material."""
    return f"{words.MATERIALS[product_word & 31]} {_show_thing(word, product_word)}"


def _show_thing(word: int, product_word: int) -> str:
    """Return what the product of a record is."""
    return _pick_by_high_bits(words.PRODUCT_NAMES, product_word)


def _show_local_product(
    trade: Trade,
    word: int,
    product_word: int,
) -> str:
    """Return the thing with a material, in the word order of the language.

    The low 16 bits of *product_word* pick the material, the high bits the thing.
    """
    thing = _show_local_thing(trade, word, product_word)
    material = trade.materials[(product_word & 0xFFFF) % len(trade.materials)]
    return trade.template.format(thing=thing, material=material)


def _show_local_thing(
    trade: Trade,
    word: int,
    product_word: int,
) -> str:
    """Return the thing without a material, the same as in the full title of the product."""
    return _pick_by_high_bits(trade.things, product_word)


def make_word_provider(kind: str, default_words: tuple[str, ...]) -> NamedProvider:
    """Return a provider of the locale's words of *kind*, or of *default_words* if it has none."""
    return lambda context, owner: text.build_text_pool(
        find_local_words(context.vocabulary.language, kind, default_words), context.constraints
    )


def provide_company(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the name of the record's company, as the language forms them."""
    fact_name = format_fact_name("" if owner in OWN_COMPANY_WORDS else owner, "company")
    if _has_local_companies(context):
        names = context.vocabulary.draw_pool("company", 512)
        fact = Fact(fact_name, Choice(names, names))
        return build_fact_view(context, _show_name, fact, TEXT_PIN)
    fact = Fact(fact_name, ANY_WORD)
    return _build_title_view(
        context, fact, partial(_show_company, 0), partial(_show_short_company, 0)
    )


def _has_local_companies(context: FieldContext) -> bool:
    """Return whether the locale has formats of company names of another language than English."""
    if context.vocabulary.language == "en":
        return False
    return bool(context.vocabulary.list_entries("company", "formats"))


def provide_other_company(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the name of another company, which the field itself identifies."""
    role = context.name.removeprefix(f"{owner}_").removesuffix("_name")
    return provide_company(context, format_fact_name(owner, role))


def _show_name(word: int, name: str) -> str:
    return str(name)


def _show_company(word: int, company_word: int) -> str:
    """Return the short name and a trade, and for every odd *company_word* a legal form."""
    trade = words.COMPANY_TRADES[(company_word >> 24) % len(words.COMPANY_TRADES)]
    name = f"{_show_short_company(word, company_word)} {trade}"
    return f"{name} {words.COMPANY_SUFFIXES[company_word >> 4 & 7]}" if company_word & 1 else name


def _show_short_company(word: int, company_word: int) -> str:
    """Return a company of one word."""
    return words.COMPANY_NAMES[(company_word >> 8) % len(words.COMPANY_NAMES)]


def provide_status(context: FieldContext, owner: str) -> Node | None:
    """Return a node of the statuses that things of this model have."""
    nouns = {*context.model.split("_"), *context.name.split("_")}
    kind, default_words = find_statuses(nouns)
    statuses = find_local_words(context.vocabulary.language, kind, default_words)
    return text.build_text_pool(statuses, context.constraints)


def find_statuses(nouns: set[str]) -> tuple[str, tuple[str, ...]]:
    """Return the kind of status and the words for a model with *nouns* in its name.

    The first row that shares a noun decides; other models get plain statuses.
    """
    for status_nouns, kind, default_words in MODEL_STATUSES:
        if nouns & status_nouns:
            return kind, default_words
    return "status", words.STATUSES


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
"""Nouns of models, the kind of their statuses in local words, and the statuses in English."""

provide_price: NamedProvider = make_price_provider(3, 900)
provide_amount: NamedProvider = make_price_provider(5, 20_000)
provide_quantity: NamedProvider = make_log_provider(1, 60)
provide_large_count: NamedProvider = make_log_provider(1, 50_000)
provide_fraction: NamedProvider = make_even_provider(0, 1, 3)


def provide_percent(context: FieldContext, owner: str) -> Node | None:
    """Return a node of numbers from 0 to 100; from 0 to 1 if the upper bound is at most 1."""
    constraints = context.constraints
    highest = constraints.lt if constraints.le is None else constraints.le
    if context.kind != "int" and highest is not None and highest <= 1:
        return provide_fraction(context, owner)
    return make_even_provider(0, 100, 1)(context, owner)


def provide_rate(context: FieldContext, owner: str) -> Node | None:
    """Return a node of rates from 0 to 0.25; of percentages from 0 to 30 if they are integers."""
    if context.kind == "int":
        return make_even_provider(0, 30)(context, owner)
    return make_number_provider(range(0, 255, 5), 3)(
        context,
        owner,
    )


def provide_salary(context: FieldContext, owner: str) -> Node | None:
    """Return a node of yearly salaries from 28,000 to 180,000, in hundreds."""
    salaries = make_log_spaced(28_000, 180_000)()
    hundreds = tuple(round(salary / 100) * 100 for salary in salaries)
    return make_number_provider(hundreds)(context, owner)


def provide_rating(context: FieldContext, owner: str) -> Node | None:
    """Return a node of ratings from one to five, high ones more often."""
    if context.kind == "int":
        return make_number_provider(STARS)(context, owner)
    return make_number_provider(_list_ratings, 1)(context, owner)


def _list_ratings() -> list[int]:
    """Return ratings in tenths: half of them are above 4.3, few below 3."""
    low = [round(43 - 33 * (step / 128) ** 2.4) for step in range(128, 0, -1)]
    return low + [round(43 + 7 * (step / 128) ** 1.4) for step in range(128)]


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
    (
        "size clothing_size shirt_size t_shirt_size tshirt_size garment_size dress_size",
        "str",
        make_choice_provider(
            "XS",
            "S",
            "M",
            "M",
            "L",
            "L",
            "XL",
            "XXL",
        ),
    ),
    ("shape", "str", make_choice_provider("round", "square", "oval", "rectangular", "triangular")),
    ("list_price", NUMBER_KINDS, provide_price),
    (
        "shipping_cost shipping_fee fee shipping tip delivery_fee service_fee",
        NUMBER_KINDS,
        make_price_provider(2, 40),
    ),
    (
        "balance revenue credit debit payment deposit paid_amount",
        NUMBER_KINDS,
        provide_amount,
    ),
    ("income expense profit", NUMBER_KINDS, provide_amount),
    ("salary annual_salary wage base_salary", NUMBER_KINDS, provide_salary),
    ("hourly_rate", NUMBER_KINDS, make_price_provider(15, 180)),
    ("discount discount_percent discount_percentage discount_rate", DECIMAL_KINDS, provide_percent),
    ("discount discount_percent discount_percentage", "int", make_number_provider(range(0, 55, 5))),
    (
        "percent percentage pct progress completion completeness humidity battery_level battery",
        NUMBER_KINDS,
        provide_percent,
    ),
    ("probability confidence likelihood ratio share accuracy", DECIMAL_KINDS, provide_fraction),
    ("rate commission_rate", NUMBER_KINDS, provide_rate),
    (
        "exchange_rate conversion_rate",
        DECIMAL_KINDS,
        make_log_provider(0.2, 9, 4),
    ),
    (
        "count number_of_items item_count units pieces seats guests participants capacity",
        "int",
        provide_quantity,
    ),
    (
        "stock in_stock_quantity inventory stock_quantity stock_level available "
        "quantity_available units_in_stock",
        "int",
        make_log_provider(1, 900),
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
    ("score points grade", NUMBER_KINDS, provide_percent),
    ("weight mass weight_kg", NUMBER_KINDS, make_log_provider(0.1, 90, 2)),
    (
        "height width depth length thickness diameter height_cm width_cm depth_cm length_cm",
        NUMBER_KINDS,
        make_log_provider(1, 240, 1),
    ),
    ("distance distance_km", NUMBER_KINDS, make_log_provider(0.5, 900, 1)),
    (
        "odometer odometer_km odometer_reading mileage mileage_km",
        NUMBER_KINDS,
        make_even_provider(900, 190_000),
    ),
    (
        "area square_meters floor_area",
        NUMBER_KINDS,
        make_log_provider(8, 400, 1),
    ),
    ("speed", NUMBER_KINDS, make_even_provider(0, 140, 1)),
    (
        "temperature temp temperature_c temperature_celsius",
        NUMBER_KINDS,
        make_even_provider(-12, 38, 1),
    ),
    ("pressure", NUMBER_KINDS, make_even_provider(980, 1040, 1)),
    ("voltage", DECIMAL_KINDS, make_even_provider(3, 13, 2)),
    ("altitude elevation", NUMBER_KINDS, make_log_provider(1, 3200)),
    ("priority level", "int", make_number_provider(PRIORITY_LEVELS)),
    (
        "position rank index ordinal sequence sort_order display_order line_number row",
        "int",
        make_number_provider(range(1, 41)),
    ),
    (
        "floor floors bedrooms bathrooms rooms",
        "int",
        make_number_provider(ROOM_COUNTS),
    ),
    (
        "duration duration_seconds duration_sec elapsed elapsed_seconds timeout_seconds",
        NUMBER_KINDS,
        make_log_provider(20, 7200),
    ),
    (
        "duration_ms elapsed_ms latency latency_ms response_time response_time_ms",
        NUMBER_KINDS,
        make_log_provider(3, 4000),
    ),
    ("minutes", NUMBER_KINDS, make_number_provider(range(5, 245, 5))),
    ("duration_hours hours", NUMBER_KINDS, make_log_provider(1, 60)),
    (
        "size file_size size_bytes file_size_bytes bytes content_length",
        "int",
        make_log_provider(800, 40_000_000),
    ),
    ("pages page_count number_of_pages", "int", make_log_provider(12, 900)),
    ("word_count", "int", make_log_provider(120, 9000)),
    (
        "years_of_experience years_experience experience_years",
        "int",
        make_log_provider(1, 35),
    ),
    (
        "employees employee_count number_of_employees headcount",
        "int",
        make_log_provider(3, 9000),
    ),
)
"""Names of fields and kinds of value, with the provider of each pair."""
