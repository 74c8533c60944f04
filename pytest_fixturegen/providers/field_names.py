"""How names of fields and models are put together: an owner before a noun, a unit after it, a plural for a list."""

from __future__ import annotations

from collections.abc import Iterator

PERSON_NOUNS = frozenset(
    """account actor admin agent applicant artist assignee attendee author buyer candidate child citizen client colleague
    contact contributor creator customer director doctor donor driver employee friend guest host human instructor lawyer lead
    manager member mentor nurse operator organizer owner parent participant passenger patient person player profile
    recipient resident reviewer seller sender sibling speaker spouse staff student subscriber teacher tenant user visitor
    volunteer voter worker writer beneficiary payer payee dependent relative guardian father mother emergency
    supervisor athlete swimmer runner dancer musician singer coach pupil learner trainee consultant""".split()
)
"""Nouns of models that speak of a person."""

PRODUCT_NOUNS = frozenset(
    "product item goods merchandise listing line lineitem variant sku offer good gift".split()
)
"""Nouns of models that speak of something for sale."""

COMPANY_NOUNS = frozenset(
    """company organization organisation business vendor supplier employer merchant manufacturer firm corporation partner
    publisher carrier agency shop store retailer sponsor airline bank insurer""".split()
)
"""Nouns of models that speak of a company."""

WORKFLOW_NOUNS = frozenset(
    "task order job shipment ticket issue payment process workflow machine device run build invoice subscription".split()
)
"""Nouns of models whose state is no part of a country."""

MODEL_NAME_FILLERS = frozenset(
    """base create created update updated in out read write model schema dto request response record entity db public private
    detail details info summary list view input output data payload form full new old simple my the a v1 v2 v3 small large
    medium nested example test sample""".split()
)
"""Words in the name of a model that say nothing of what it is."""

OWN_QUALIFIERS = frozenset(
    """account alt business contact current default display full home legal login main my official personal primary private
    profile secondary user work github gitlab slack discord twitter instagram linkedin facebook telegram skype tiktok mastodon
    bluesky reddit""".split()
)
"""Words before a noun that leave it the record's own."""

OWN_PLACE_QUALIFIERS = frozenset(
    "account current default full legal main my official primary profile residential user".split()
)
"""The same, for where something is: a home and an office are two places."""

SELF_NAMED_NOUNS = frozenset(
    """city country state province county region street brand category color colour department industry currency language
    company product city material timezone tag label topic skill hobby role plan tier status unit month weekday continent
    venue browser domain host hostname server file folder job occupation genre medication medicine drug allergen song album
    movie film podcast playlist""".split()
)
"""Nouns whose name says the same as the noun."""

UNIT_SUFFIXES = frozenset(
    """usd eur gbp cents kg g lb lbs cm mm m km mi in ft inch inches seconds secs sec s ms minutes mins min hours days bytes kb
    mb gb celsius c f pct percent value str text raw utc""".split()
)
"""Words after a noun that say in which unit it is."""

LOWER_END_WORDS = frozenset("min minimum low lowest lower from start begin".split())
UPPER_END_WORDS = frozenset("max maximum high highest upper to end finish".split())
"""Words that make a name one end of a range."""

UNOWNED_NAMES = frozenset(
    """alias area blog card cell destination device editor event file handle item job login long make method moment name
    origin os pan plan platform point position prefix prefix project rate release road row section shape share site state
    story suite team temp tier title type unit verb web when word year_code line index text""".split()
)
"""Names that mean what they say only without an owner."""


def find_noun(model: str) -> str:
    """What a model of this name is: the last of its words that says something."""
    said = [
        word for word in model.split("_") if word not in MODEL_NAME_FILLERS and not word.isdigit()
    ]
    return (to_singular(said[-1]) or said[-1]) if said else ""


def to_singular(name: str) -> str | None:
    """One of the things that *name* is the plural of; None when it is none."""
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "shes", "ches", "xes", "uses")):
        return name[:-2]
    return (
        name[:-1]
        if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3
        else None
    )


def iter_owner_splits(name: str) -> Iterator[tuple[str, str]]:
    """Each way to read *name* as an owner and a noun: the longest noun first."""
    words = name.split("_")
    for place in range(1, len(words)):
        yield "_".join(words[:place]), "_".join(words[place:])


def strip_suffix(name: str) -> str | None:
    """*name* without its number or unit; None when it has none."""
    head, _, tail = name.rpartition("_")
    if head and (tail in UNIT_SUFFIXES or tail.isdigit()):
        return head
    bare = name.rstrip("0123456789")
    return bare if bare and bare != name else None


def parse_range_end(name: str) -> tuple[str, int] | None:
    """What *name* is one end of a range of, and which: 0 the lower, 1 the higher."""
    words = name.split("_")
    for place, word in enumerate(words):
        if word in LOWER_END_WORDS or word in UPPER_END_WORDS:
            return "_".join(words[:place] + words[place + 1 :]), int(word in UPPER_END_WORDS)
    return None


def find_fact_owner(owner: str, model: str, *, is_place: bool = False) -> str:
    """Whose facts a field of *owner* shows: "" for the record's own."""
    own = OWN_PLACE_QUALIFIERS if is_place else OWN_QUALIFIERS
    words = owner.split("_")
    if all(word in own or word in model.split("_") for word in words):
        return ""
    return owner
