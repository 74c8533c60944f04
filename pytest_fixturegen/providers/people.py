"""People: their names, and what is said of them. All of one record speaks of one person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.data.job_titles import JOBS
from pytest_fixturegen.providers.data.local_trade import find_local_words
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
    FirstName,
    LastName,
    build_first_name_fact,
    build_last_name_fact,
    find_name_lengths,
    list_first_names,
    list_last_names,
)

SHARED_PERSON_FIELDS = frozenset(
    {"contact", "profile", "account", "contact_info", "contact_details"}
)
"""Fields whose model speaks of the person of the record around it."""

NAME_PREFIXES = {
    "en": (("Ms.", "Mrs.", "Ms.", "Dr."), ("Mr.", "Mr.", "Mr.", "Dr.")),
    "de": (("Frau",), ("Herr",)),
    "fr": (("Mme",), ("M.",)),
    "es": (("Sra.",), ("Sr.",)),
    "it": (("Sig.ra",), ("Sig.",)),
    "nl": (("mevr.",), ("dhr.",)),
    "sv": (("Fru", "Dr"), ("Herr", "Dr")),
    "ja": (("様",), ("様",)),
}
"""What stands before the name of a woman and of a man; of those that are missing, what English says."""

OTHER_PERSON_FIELDS = """author editor writer speaker organizer instructor teacher mentor owner reviewer assignee reporter supervisor manager
    doctor physician artist director composer cardholder account_holder sender recipient requester approver attendee
    participant guest created_by updated_by modified_by approved_by assigned_to reported_by signed_by uploaded_by"""
"""Fields that name a person other than the one of their record."""

SEX_WORDS = {
    "en": ("female woman girl f", "male man boy m"),
    "de": ("weiblich frau w", "männlich mann"),
    "fr": ("femme", "homme"),
    "es": ("mujer femenino", "hombre masculino"),
    "it": ("femmina donna", "maschio uomo"),
    "nl": ("vrouw", "man"),
    "sv": ("kvinna", "man"),
    "ja": ("女性", "男性"),
}
"""How women and men are called: the first word is what is said, where a language is missing in English; in closed lists every
word of every language is understood.
"""

ALL_SEX_WORDS = tuple(
    frozenset(" ".join(words).split()) for words in zip(*SEX_WORDS.values(), strict=True)
)


def provide_first_name(context: FieldContext, owner: str) -> Node | None:
    """The person's given name."""
    return build_fact_view(context, _show_first_name, build_first_name_fact(context, owner))


def _show_first_name(word: int, first_name: FirstName) -> str:
    return first_name[0]


def provide_last_name(context: FieldContext, owner: str) -> Node | None:
    """The person's family name, as a woman or a man has it."""
    if any(last.female != last.male for last in list_last_names(context.vocabulary)):
        return build_text_view(
            context,
            _show_last_name,
            build_first_name_fact(context, owner),
            build_last_name_fact(context, owner),
        )
    return build_fact_view(context, _show_unisex_last_name, build_last_name_fact(context, owner))


def _show_last_name(word: int, first_name: FirstName, last_name: LastName) -> str:
    return last_name[first_name[2]]


def _show_unisex_last_name(word: int, last_name: LastName) -> str:
    return last_name[0]


def provide_full_name(context: FieldContext, owner: str) -> Node | None:
    """Both names, in the order of the locale."""
    space = FAMILY_NAME_FIRST.get(context.vocabulary.language)
    show = _show_given_first if space is None else partial(_show_family_first, space)
    facts = build_first_name_fact(context, owner), build_last_name_fact(context, owner)
    whole = build_text_view(
        context, show, *facts, lengths=find_name_lengths(context.vocabulary, len(space or " "), 0)
    )
    return whole or (build_text_view(context, _show_short_name, *facts) if space is None else None)


def provide_role_name(context: FieldContext, owner: str) -> Node | None:
    """The name of another person, whom the field itself names."""
    return provide_full_name(
        context, format_fact_name(owner, context.name.removeprefix(f"{owner}_"))
    )


def _show_short_name(word: int, first_name: FirstName, last_name: LastName) -> str:
    return f"{first_name[0][0]}. {last_name[first_name[2]]}"


def _show_given_first(word: int, first_name: FirstName, last_name: LastName) -> str:
    return f"{first_name[0]} {last_name[first_name[2]]}"


def _show_family_first(space: str, word: int, first_name: FirstName, last_name: LastName) -> str:
    return f"{last_name[first_name[2]]}{space}{first_name[0]}"


def provide_middle_name(context: FieldContext, owner: str) -> Node | None:
    """A second given name of the same sex."""
    names = list_first_names(context.vocabulary)
    sexes = tuple(tuple(name.name for name in names if name.sex == sex) for sex in (0, 1))
    return build_text_view(
        context, partial(_show_option_for_sex, sexes), build_first_name_fact(context, owner)
    )


def _show_option_for_sex(
    options_by_sex: tuple[tuple[str, ...], ...], word: int, first_name: FirstName
) -> str:
    options = options_by_sex[first_name[2]]
    return options[word * len(options) >> 64]


def provide_prefix(context: FieldContext, owner: str) -> Node | None:
    """How the person is addressed."""
    said = NAME_PREFIXES.get(context.vocabulary.language, NAME_PREFIXES["en"])
    return build_text_view(
        context, partial(_show_option_for_sex, said), build_first_name_fact(context, owner)
    )


def provide_suffix(context: FieldContext, owner: str) -> Node | None:
    """What follows a name."""
    return text.build_text_pool(("Jr.", "Sr.", "II", "III", "PhD", "MD"), context.constraints)


def provide_gender(context: FieldContext, owner: str) -> Node | None:
    """What the given name says."""
    words = SEX_WORDS.get(context.vocabulary.language, SEX_WORDS["en"])
    said = tuple(
        (each.split()[0],)
        for each in (words if (context.constraints.max_length or 9) > 1 else ("F", "M"))
    )
    return build_text_view(
        context, partial(_show_option_for_sex, said), build_first_name_fact(context, owner)
    )


def provide_sex_choice(
    context: FieldContext, values: Sequence[Any], json: Sequence[Any]
) -> Node | None:
    """That one of *values* which the given name says; of sixteen people one has another, if there are others."""
    if context.name not in ("sex", "gender") or context.is_item:
        return None
    said = [
        {str(text).lower(), str(getattr(value, "name", "")).lower()}
        for value, text in zip(values, json, strict=True)
    ]
    own = [place for known in ALL_SEX_WORDS for place, words in enumerate(said) if words & known]
    if len(own) != len(ALL_SEX_WORDS):
        return None
    others = [place for place in range(len(values)) if place not in own]

    def show_sex_choice(word: int, first_name: FirstName) -> Any:
        return values[
            others[(word >> 8) % len(others)] if others and word % 16 == 0 else own[first_name.sex]
        ]

    written = [(value, text) for value, text in zip(values, json, strict=True) if value is not text]
    return FactView(
        show_sex_choice,
        (build_first_name_fact(context, ""),),
        partial(_to_json_value, written) if written else None,
    )


def _to_json_value(pairs: Sequence[tuple[Any, Any]], value: Any) -> Any:
    return next((text for each, text in pairs if each is value), value)


def provide_nickname(context: FieldContext, owner: str) -> Node | None:
    """What friends call the person."""
    return build_text_view(
        context,
        _show_nickname,
        build_first_name_fact(context, owner),
        build_last_name_fact(context, owner),
    )


def _show_nickname(word: int, first_name: FirstName, last_name: LastName) -> str:
    return first_name[0] if word & 1 else f"{first_name[0]}{last_name[0][0]}"


def provide_initials(context: FieldContext, owner: str) -> Node | None:
    """The first letters of both names."""
    return build_text_view(
        context,
        _show_initials,
        build_first_name_fact(context, owner),
        build_last_name_fact(context, owner),
    )


def _show_initials(word: int, first_name: FirstName, last_name: LastName) -> str:
    return first_name[0][0] + last_name[first_name[2]][0]


def provide_job_title(context: FieldContext, owner: str) -> Node | None:
    """What somebody works as."""
    listed = (
        tuple(map(str, context.vocabulary.list_entries("job", "jobs")))
        if context.vocabulary.language != "en"
        else ()
    )
    return text.build_text_pool(
        listed or find_local_words(context.vocabulary.language, "job", JOBS), context.constraints
    )


def draw_passphrase(word: int) -> str:
    """A passphrase that nobody uses."""
    first, second = ADJECTIVES[word % len(ADJECTIVES)], NOUNS[(word >> 16) % len(NOUNS)]
    return f"{first.capitalize()}-{second.capitalize()}-{(word >> 32) % 9000 + 1000}!"


def draw_social_security_number(word: int) -> str:
    """A number that was never given out: its middle part is 00 [SSA POMS RM 10201.035]."""
    return f"9{word % 100:02}-00-{(word >> 16) % 9999 + 1:04}"


def provide_marital_status(context: FieldContext, owner: str) -> Node | None:
    """How somebody lives."""
    return text.build_text_pool(("single", "married", "divorced", "widowed"), context.constraints)


def provide_blood_type(context: FieldContext, owner: str) -> Node | None:
    """One of the eight."""
    return text.build_text_pool(
        ("A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"), context.constraints
    )


NAMES: ProviderTable = build_table(
    ("first_name firstname given_name forename fname", "str", provide_first_name),
    ("last_name lastname surname family_name lname", "str", provide_last_name),
    (
        "full_name fullname real_name legal_name person_name display_name owner_name cardholder_name",
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
    ("job_title job occupation profession job_position position_title", "str", provide_job_title),
    ("password passphrase passwd", "str", make_draw_provider(draw_passphrase)),
    (
        "ssn social_security_number social_security",
        "str",
        make_draw_provider(draw_social_security_number),
    ),
    ("marital_status civil_status", "str", provide_marital_status),
    ("blood_type blood_group", "str", provide_blood_type),
)
"""Names of fields and kinds of value, and who serves them."""
