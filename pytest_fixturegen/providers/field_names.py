"""The parts of names of fields and models: an owner, a noun, a unit, a plural."""

from __future__ import annotations

from collections.abc import Iterator

PERSON_NOUNS = frozenset(
    """account actor admin agent applicant artist assignee attendee author buyer candidate
    child citizen client colleague contact contractor contributor creator customer director doctor
    donor driver employee freelancer friend guest host human instructor lawyer lead manager member
    mentor nurse operator organizer owner parent participant passenger patient person player
    profile recipient resident reviewer seller sender sibling speaker spouse staff student
    subscriber teacher tenant user visitor volunteer voter worker writer beneficiary payer
    payee dependent relative guardian father mother emergency supervisor athlete swimmer
    runner dancer musician singer coach pupil learner trainee consultant requester advisor
    adviser approver billing shipping""".split()
)
"""Nouns of models that describe a person."""

PRODUCT_NOUNS = frozenset(
    "product item goods merchandise listing line lineitem variant sku offer good gift".split()
)
"""Nouns of models that describe something for sale."""

COMPANY_NOUNS = frozenset(
    """company organization organisation business vendor supplier employer merchant
    manufacturer firm corporation partner publisher carrier agency shop store retailer
    sponsor airline bank insurer""".split()
)
"""Nouns of models that describe a company."""

WORKFLOW_NOUNS = frozenset(
    """task order job shipment ticket issue payment process workflow machine device run build
    invoice subscription""".split()
)
"""Nouns of models whose state is a step of a process, not a part of a country."""

MODEL_NAME_FILLERS = frozenset(
    """base create created update updated in out read write model schema dto request response
    record entity db public private detail details info summary list view input output data
    payload form full new old simple my the a v1 v2 v3 small large medium nested example
    test sample""".split()
)
"""Words in the name of a model that do not say what it describes."""

OWN_QUALIFIERS = frozenset(
    """account alt business contact current default display full home legal login main my
    official personal primary private profile secondary user work github gitlab slack
    discord twitter instagram linkedin facebook telegram skype tiktok mastodon bluesky
    reddit""".split()
)
"""Words before a noun that do not make it another person's."""

OWN_PLACE_QUALIFIERS = frozenset(
    "account current default full legal main my official primary profile residential user".split()
)
"""Words before a noun that do not make it another place: a home and an office are two places."""

SELF_NAMED_NOUNS = frozenset(
    """city country state province county region street brand category color colour department
    industry currency language company product city material timezone tag label topic skill
    hobby role plan tier status unit month weekday continent venue browser domain host
    hostname server file folder job occupation genre medication medicine drug allergen song
    album movie film podcast playlist""".split()
)
"""Nouns of models whose name is what the noun provides: the name of a city is a city."""

UNIT_SUFFIXES = frozenset(
    """usd eur gbp cents kg g lb lbs cm mm m km mi in ft inch inches seconds secs sec s ms
    minutes mins min hours days bytes kb mb gb celsius c f pct percent value str text raw
    utc""".split()
)
"""Words after a noun that name its unit."""

LOWER_END_WORDS = frozenset("min minimum low lowest lower from start begin".split())
"""Words that make a name the lower end of a range."""

UPPER_END_WORDS = frozenset("max maximum high highest upper to end finish".split())
"""Words that make a name the upper end of a range."""

UNOWNED_NAMES = frozenset(
    """alias area blog card cell destination device editor event file handle item job login
    long make method moment name origin os pan plan platform point position prefix prefix
    project rate release road row section shape share site state story suite team temp tier
    title type unit verb web when word year_code line index text""".split()
)
"""Names that have their usual meaning only without a word before them."""


def find_noun(model: str) -> str:
    """Return the noun of a model's name: the last word that describes it, in the singular.

    Return "" if no word does.
    """
    words = [word for word in model.split("_") if word not in MODEL_NAME_FILLERS]
    nouns = [word for word in words if not word.isdigit()]
    if not nouns:
        return ""
    return to_singular(nouns[-1]) or nouns[-1]


def to_singular(name: str) -> str | None:
    """Return the singular of *name*; None if it is not a plural."""
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "shes", "ches", "xes", "uses")):
        return name[:-2]
    if not name.endswith("s") or name.endswith(("ss", "us", "is")):
        return None
    return name[:-1] if len(name) > 3 else None


def iter_owner_splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield each way to split *name* into an owner and a noun, the longest noun first.

    The unit of a ``price_per_kwh`` is not its noun.
    """
    words = name.split("_")
    for place in range(1, len(words)):
        if words[place - 1] == "per":
            return
        yield "_".join(words[:place]), "_".join(words[place:])


def strip_suffix(name: str) -> str | None:
    """Return *name* without its number or unit; None if it has neither."""
    head, _, tail = name.rpartition("_")
    is_number_or_unit = tail.isdigit() or tail in UNIT_SUFFIXES
    if head and is_number_or_unit:
        return head
    bare = name.rstrip("0123456789")
    if not bare or bare == name:
        return None
    return bare


def parse_range_end(name: str) -> tuple[str, int] | None:
    """Return the range whose end *name* is, and which end: 0 is the lower one, 1 the upper one.

    Return None if *name* is not an end of a range.
    """
    words = name.split("_")
    for place, word in enumerate(words):
        if word in LOWER_END_WORDS or word in UPPER_END_WORDS:
            base = "_".join(words[:place] + words[place + 1 :])
            return base, int(word in UPPER_END_WORDS)
    return None


def find_fact_owner(
    owner: str,
    model: str,
    *,
    is_place: bool = False,
) -> str:
    """Return *owner*, or "" if the field shows the facts of the record itself."""
    qualifiers = OWN_PLACE_QUALIFIERS if is_place else OWN_QUALIFIERS
    if len(owner) == 1:  # a prefix that all names of a table have: c_phone
        return ""
    own_words = qualifiers.union(model.split("_"))
    return "" if own_words.issuperset(owner.split("_")) else owner
