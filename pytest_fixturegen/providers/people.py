"""People: their names and attributes. All fields of one record describe one person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Fact, FactView, Node
from pytest_fixturegen.providers import person_pins, text
from pytest_fixturegen.providers.data.job_titles import JOBS
from pytest_fixturegen.providers.data.local_trade import find_local_words
from pytest_fixturegen.providers.data.person_words import (
    ETHNICITIES,
    HOME_NATIONALITIES,
    HOME_SHARE,
    MARITAL_CODES,
    MARITAL_STATUSES,
    NAME_PREFIXES,
    OTHER_NATIONALITIES,
    SEX_WORDS,
)
from pytest_fixturegen.providers.data.prose_words import ADJECTIVES, NOUNS
from pytest_fixturegen.providers.fact_fields import (
    ProviderTable,
    build_fact_view,
    build_table,
    build_text_view,
    format_fact_name,
    make_draw_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.person_facts import (
    FAMILY_NAME_FIRST,
    FEMALE,
    MALE,
    FirstName,
    LastName,
    build_first_name_fact,
    build_last_name_fact,
    find_name_lengths,
    list_first_names,
    list_last_names,
)
from pytest_fixturegen.providers.place_facts import find_home_country
from pytest_fixturegen.providers.places import provide_any_country

SHARED_PERSON_FIELDS = frozenset(
    {"contact", "profile", "account", "contact_info", "contact_details"}
)
"""Fields whose model describes the person of the record that contains it."""

OTHER_PERSON_FIELDS = """
    author editor writer speaker organizer instructor teacher mentor owner reviewer assignee
    reporter supervisor manager doctor physician artist director composer cardholder account_holder
    sender recipient requester approver attendee participant guest created_by updated_by modified_by
    approved_by assigned_to reported_by signed_by uploaded_by
"""
"""Fields that name a person other than the one that their record describes."""

ALL_SEX_WORDS = tuple(
    frozenset(" ".join(words).split()) for words in zip(*SEX_WORDS.values(), strict=True)
)
"""The words for women, and for men, of all languages."""

OTHER_SEX_CHANCE = 16
"""One person in so many has another sex than female and male, if the field has such a value."""

OptionsBySex = tuple[tuple[str, ...], ...]
"""Options for women, and for men."""


def _build_name_facts(context: FieldContext, owner: str) -> tuple[Fact, Fact]:
    """Return the facts of the given and of the family name."""
    return build_first_name_fact(context, owner), build_last_name_fact(context, owner)


def provide_first_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the person's given name; of one that is short enough for the field."""
    fact = build_first_name_fact(context, owner)
    pin = person_pins.make_first_name_pin(context)
    names = list_first_names(context.vocabulary)
    fitted = fit_names(
        {name[0]: name[2] for name in names},
        context,
    )
    if fitted is None:
        return build_fact_view(context, _show_first_name, fact, pin)
    return build_fact_view(
        context,
        lambda word, name: fitted[name[0]],
        fact,
        pin,
    )


def fit_names(sexes: dict[str, int], context: FieldContext) -> dict[str, str] | None:
    """Return for each name one that the field accepts, with the same initial and sex if possible.

    *sexes* are the sexes of the names. Return None if all names are valid, or none is.
    """
    valid = [name for name in sexes if text.is_valid_text(name, context.constraints)]
    if not valid or len(valid) == len(sexes):
        return None
    return {name: name if name in valid else _find_short(name, sexes, valid) for name in sexes}


def _find_short(
    name: str,
    sexes: dict[str, int],
    valid: list[str],
) -> str:
    """Return a short first name for *name*: of the same sex, with its first letter if possible."""
    same_sex = [other for other in valid if sexes[other] == sexes[name]] or valid
    return next(
        (other for other in same_sex if other[0] == name[0]),
        same_sex[0],
    )


def _show_first_name(word: int, first_name: FirstName) -> str:
    return first_name[0]


def provide_last_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the person's family name, in the form for a woman or a man."""
    last_names = list_last_names(context.vocabulary)
    if any(last_name.female != last_name.male for last_name in last_names):
        facts = _build_name_facts(context, owner)
        pin = person_pins.make_gendered_name_pin(context)
        return build_text_view(context, _show_last_name, *facts, pin=pin)
    fact, pin = build_last_name_fact(context, owner), person_pins.make_last_name_pin(context)
    fitted = fit_names(
        {name[0]: 0 for name in last_names},
        context,
    )
    if fitted is None:
        return build_fact_view(context, _show_unisex_last_name, fact, pin)
    return build_fact_view(
        context,
        lambda word, name: fitted[name[0]],
        fact,
        pin,
    )


def _show_last_name(
    word: int,
    first_name: FirstName,
    last_name: LastName,
) -> str:
    """Return the family name in the form for the sex of the first name."""
    return last_name[first_name[2]]


def _show_unisex_last_name(word: int, last_name: LastName) -> str:
    return last_name[0]


def provide_full_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of both names, in the order of the locale.

    If the field is too short for that, the given name is an initial.
    """
    facts = _build_name_facts(context, owner)
    pin = person_pins.make_full_name_pin(context)
    separator = FAMILY_NAME_FIRST.get(context.vocabulary.language)
    if separator is not None:
        lengths = find_name_lengths(
            context.vocabulary,
            len(separator or " "),
            0,
        )
        show = partial(_show_family_first, separator)
        return build_text_view(
            context,
            show,
            *facts,
            lengths=lengths,
            pin=pin,
        )
    lengths = find_name_lengths(context.vocabulary, len(" "), 0)
    full_name = build_text_view(
        context,
        _show_given_first,
        *facts,
        lengths=lengths,
        pin=pin,
    )
    return full_name or build_text_view(context, _show_short_name, *facts, pin=pin)


def provide_role_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the name of another person, whose role is the name of the field."""
    role = context.name.removeprefix(f"{owner}_")
    return provide_full_name(context, format_fact_name(owner, role))


def _show_short_name(
    word: int,
    first_name: FirstName,
    last_name: LastName,
) -> str:
    """Return the initial of the first name, a full stop and the family name."""
    return f"{first_name[0][0]}. {last_name[first_name[2]]}"


def _show_given_first(
    word: int,
    first_name: FirstName,
    last_name: LastName,
) -> str:
    """Return both names, the given name first, with the family name in the form for the sex."""
    return f"{first_name[0]} {last_name[first_name[2]]}"


def _show_family_first(
    separator: str,
    word: int,
    first_name: FirstName,
    last_name: LastName,
) -> str:
    """Return both names, the family name first; *separator* is "" in Chinese and Korean."""
    return f"{last_name[first_name[2]]}{separator}{first_name[0]}"


def provide_middle_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a second given name of the same sex."""
    names = list_first_names(context.vocabulary)
    options = tuple(tuple(name.name for name in names if name.sex == sex) for sex in (FEMALE, MALE))
    return _build_view_by_sex(context, owner, options)


def _build_view_by_sex(
    context: FieldContext,
    owner: str,
    options: OptionsBySex,
) -> Node | None:
    """Return a view of one of *options* for the sex of the first name of *owner*.

    Return None if the field accepts too few of them.
    """
    show = partial(_show_option_for_sex, options)
    pin = person_pins.make_sex_pin(options)
    return build_text_view(
        context,
        show,
        build_first_name_fact(context, owner),
        pin=pin,
    )


def _show_option_for_sex(
    options_by_sex: OptionsBySex,
    word: int,
    first_name: FirstName,
) -> str:
    """Return an option for the sex of *first_name*; the high bits of *word* pick it."""
    options = options_by_sex[first_name[2]]
    return options[word * len(options) >> 64]


def provide_prefix(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the title by which the person is addressed."""
    prefixes = NAME_PREFIXES.get(context.vocabulary.language, NAME_PREFIXES["en"])
    return _build_view_by_sex(context, owner, prefixes)


def provide_suffix(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a suffix of a name, such as "Jr."."""
    return _build_view_by_sex(
        context,
        owner,
        (("PhD", "MD", "Esq."), ("Jr.", "Sr.", "II", "III")),
    )


def provide_gender(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the gender that fits the given name."""
    words = SEX_WORDS.get(context.vocabulary.language, SEX_WORDS["en"])
    if context.constraints.max_length == 1:
        words = ("F", "M")
    return _build_view_by_sex(
        context,
        owner,
        tuple((word.split()[0],) for word in words),
    )


def provide_sex_choice(
    context: FieldContext,
    values: Sequence[Any],
    json: Sequence[Any],
) -> Node | None:
    """Return the node of one of *values*, the members of an enum or a Literal.

    It is the value that fits the given name. If there are more than two values, one person in
    sixteen has one of the others. *json* are the values as JSON.
    """
    if context.name not in ("sex", "gender") or context.is_item:
        return None
    words = [_list_value_words(value, text) for value, text in zip(values, json, strict=True)]
    by_sex: list[int] = []  # the index of the value for women, and of that for men
    for sex_words in ALL_SEX_WORDS:
        by_sex += [index for index, value_words in enumerate(words) if value_words & sex_words]
    if len(by_sex) != len(ALL_SEX_WORDS):
        return None
    others = [index for index in range(len(values)) if index not in by_sex]

    def show_sex_choice(word: int, first_name: FirstName) -> Any:
        """Return the choice for the sex of the name, and rarely one of the others."""
        if others and word % OTHER_SEX_CHANCE == 0:
            return values[others[(word >> 8) % len(others)]]
        return values[by_sex[first_name.sex]]

    pairs = zip(values, json, strict=True)
    converted = [(value, json_value) for value, json_value in pairs if value is not json_value]
    to_json = partial(_to_json_value, converted) if converted else None
    fact = build_first_name_fact(context, "")
    return FactView(
        show_sex_choice,
        (fact,),
        to_json,
        person_pins.make_sex_pin(ALL_SEX_WORDS),
    )


def _list_value_words(value: Any, json_value: Any) -> set[str]:
    """Return the spellings of a member: its value and its name."""
    return {str(json_value).lower(), str(getattr(value, "name", "")).lower()}


def _to_json_value(pairs: Sequence[tuple[Any, Any]], value: Any) -> Any:
    """Return the JSON form that *pairs* lists for *value* itself, else *value* unchanged."""
    for candidate, json_value in pairs:
        if candidate is value:
            return json_value
    return value


def provide_gender_code(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the gender that fits the given name, in one letter."""
    return _build_view_by_sex(
        context,
        owner,
        (("F",), ("M",)),
    )


def provide_pronouns(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the pronouns that fit the given name."""
    return _build_view_by_sex(
        context,
        owner,
        (("she/her",), ("he/him",)),
    )


def provide_other_last_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of another family name than the person's own: ``maiden_name``."""
    fact = build_last_name_fact(context, format_fact_name(owner, context.name))
    return build_text_view(context, _show_unisex_last_name, fact)


def provide_nationality(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a nationality, most often that of the country of the locale."""
    language = context.vocabulary.language
    home = HOME_NATIONALITIES.get(find_home_country(context.vocabulary).alpha2)
    if home is None or language not in ("en", "es"):
        return provide_any_country(context, owner)
    others = OTHER_NATIONALITIES[language]
    node = text.build_text_pool(
        (*[home] * HOME_SHARE, *others),
        context.constraints,
    )
    return node or provide_any_country(context, owner)


def provide_nickname(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the given name, half of them with the initial of the family name."""
    return build_text_view(
        context,
        _show_nickname,
        *_build_name_facts(context, owner),
    )


def _show_nickname(
    word: int,
    first_name: FirstName,
    last_name: LastName,
) -> str:
    """Return the first name, with the initial of the family name if *word* is even."""
    return first_name[0] if word & 1 else f"{first_name[0]}{last_name[0][0]}"


def provide_middle_initial(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the first letter of a second given name."""
    fact = build_first_name_fact(context, format_fact_name(owner, "middle"))
    return build_text_view(context, _show_first_letter, fact)


def _show_first_letter(word: int, name: FirstName) -> str:
    return name.ascii_form[0].upper()


def provide_initials(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the first letters of both names."""
    facts = _build_name_facts(context, owner)
    return build_text_view(
        context,
        _show_initials,
        *facts,
        pin=person_pins.INITIALS_PIN,
    )


def _show_initials(
    word: int,
    first_name: FirstName,
    last_name: LastName,
) -> str:
    """Return the first letters of both names, the given name first."""
    return first_name[0][0] + last_name[first_name[2]][0]


def provide_job_title(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a job title."""
    vocabulary = context.vocabulary
    titles: tuple[str, ...] = ()
    if vocabulary.language != "en":
        titles = tuple(map(str, vocabulary.list_entries("job", "jobs")))
    titles = titles or find_local_words(vocabulary.language, "job", JOBS)
    return text.build_text_pool(titles, context.constraints)


def draw_passphrase(word: int) -> str:
    """Return a passphrase of two words and a number."""
    first = ADJECTIVES[word % len(ADJECTIVES)].capitalize()
    second = NOUNS[(word >> 16) % len(NOUNS)].capitalize()
    return f"{first}-{second}-{(word >> 32) % 9000 + 1000}!"


def provide_marital_status(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a marital status, in the form for a woman or a man."""
    language = context.vocabulary.language
    words = MARITAL_STATUSES.get(language, MARITAL_STATUSES["en"])
    if context.constraints.max_length is not None and context.constraints.max_length < 3:
        words = (MARITAL_CODES, MARITAL_CODES)
    return _build_view_by_sex(context, owner, words)


def provide_ethnicity(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a group by which a census sorts people."""
    return text.build_text_pool(ETHNICITIES, context.constraints)


def provide_blood_type(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one of the eight blood types."""
    types = ("A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-")
    return text.build_text_pool(types, context.constraints)


NAMES: ProviderTable = build_table(
    ("first_name firstname given_name forename fname", "str", provide_first_name),
    ("last_name lastname surname family_name lname", "str", provide_last_name),
    (
        """full_name fullname real_name legal_name person_name display_name owner_name
        cardholder_name""",
        "str",
        provide_full_name,
    ),
    (OTHER_PERSON_FIELDS, "str", provide_role_name),
    ("middle_name second_name", "str", provide_middle_name),
    ("prefix salutation honorific name_prefix", "str", provide_prefix),
    ("name_suffix", "str", provide_suffix),
    ("gender sex", "str", provide_gender),
    ("nickname nick_name alias preferred_name", "str", provide_nickname),
    ("initials", "str", provide_initials),
    ("middle_initial mi", "str", provide_middle_initial),
    ("gender_code sex_code", "str", provide_gender_code),
    ("pronouns pronoun preferred_pronouns", "str", provide_pronouns),
    (
        "maiden_name birth_name mother_maiden_name mothers_maiden_name second_last_name",
        "str",
        provide_other_last_name,
    ),
    ("nationality citizenship", "str", provide_nationality),
    (
        "ethnicity race ethnic_group ethnic_origin ethnic_background",
        "str",
        provide_ethnicity,
    ),
    ("job_title job occupation profession job_position position_title", "str", provide_job_title),
    ("password passphrase passwd", "str", make_draw_provider(draw_passphrase)),
    ("marital_status civil_status", "str", provide_marital_status),
    ("blood_type blood_group", "str", provide_blood_type),
)
"""Names of fields and kinds of value, and their providers."""
