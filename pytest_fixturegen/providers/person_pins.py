"""The people that fixed names, addresses and titles belong to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import FactPin, Node
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_choice,
    build_constant,
    list_options,
    read_text,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.person_facts import (
    FAMILY_NAME_FIRST,
    FEMALE,
    MALE,
    FirstName,
    LastName,
    list_first_names,
    list_last_names,
    to_ascii_name,
)
from pytest_fixturegen.providers.vocabulary import Vocabulary

MAILBOX_SEPARATORS = str.maketrans("._-", "   ")
"""Characters between the names of a person in an address."""

NAME_ORDER, SEX_ORDER = 0, 1
"""A fixed name goes first, because it need not be in the tables; the sex then limits it."""


def _find_first_name(
    vocabulary: Vocabulary,
    text: str,
    node: Node,
) -> Node:
    """Return the node of the given name *text*, of people of the sexes that *node* still has.

    A name in the tables keeps its sex; another one may be of either.
    """
    options = list_options(node)
    sexes = {option.sex for option in options} or {FEMALE, MALE}
    known = [name for name in list_first_names(vocabulary) if name.name == text]
    fitting = list(dict.fromkeys(name for name in known if name.sex in sexes))
    ascii_form = to_ascii_name(text, vocabulary.language)
    made = [FirstName(text, ascii_form, sex) for sex in sorted(sexes)]
    return build_choice(fitting or made)


def _find_last_name(vocabulary: Vocabulary, text: str) -> LastName:
    """Return the family name *text*, with its other form if it is in the tables."""
    for last_name in list_last_names(vocabulary):
        if text in (last_name.female, last_name.male):
            return last_name
    return LastName(
        text,
        text,
        to_ascii_name(text, vocabulary.language),
    )


def make_first_name_pin(context: FieldContext) -> FactPin:
    """Return the pin of a given name."""
    vocabulary = context.vocabulary

    def find_first_name(text: str, node: Node) -> PinnedNodes:
        """Return the node of the given name *text*."""
        return (_find_first_name(vocabulary, text, node),)

    return FactPin(read_text, find_first_name, NAME_ORDER)


def make_last_name_pin(context: FieldContext) -> FactPin:
    """Return the pin of a family name."""
    vocabulary = context.vocabulary

    def find_last_name(text: str, node: Node) -> PinnedNodes:
        """Return the node of the family name *text*."""
        return (build_constant(_find_last_name(vocabulary, text)),)

    return FactPin(read_text, find_last_name, NAME_ORDER)


def make_gendered_name_pin(context: FieldContext) -> FactPin:
    """Return the pin of a family name that has a form for women and one for men."""
    vocabulary = context.vocabulary

    def find_names(
        text: str,
        first: Node,
        last: Node,
    ) -> PinnedNodes:
        """Return the nodes of people of the sex whose form of the family name is *text*."""
        last_name = _find_last_name(vocabulary, text)
        bearers = [name for name in list_options(first) if last_name[name.sex] == text]
        return (build_choice(bearers) if bearers else None, build_constant(last_name))

    return FactPin(read_text, find_names, NAME_ORDER)


def make_full_name_pin(context: FieldContext) -> FactPin:
    """Return the pin of both names, in the order of the locale."""
    return FactPin(
        read_text,
        partial(_find_full_name, context.vocabulary),
        NAME_ORDER,
    )


def _find_full_name(
    vocabulary: Vocabulary,
    text: str,
    first: Node,
    last: Node,
) -> PinnedNodes | None:
    """Return the nodes of both names of *text*; of the given name alone if it has one word."""
    names = split_full_name(text, vocabulary.language)
    return _pin_names(vocabulary, names, first)


def split_full_name(text: str, language: str) -> tuple[str, str]:
    """Return the given and the family name of *text*; "" for one that it does not have."""
    words = text.split()
    if not words:
        return "", ""
    if language in FAMILY_NAME_FIRST:
        return " ".join(words[1:]), words[0]
    return words[0], " ".join(words[1:])


def _pin_names(
    vocabulary: Vocabulary,
    names: tuple[str, str],
    first: Node,
) -> PinnedNodes | None:
    """Return the nodes of those of *names* that are not empty; None if both are."""
    first_text, last_text = names
    if not first_text and not last_text:
        return None
    first_node = _find_first_name(vocabulary, first_text, first) if first_text else None
    last_node = build_constant(_find_last_name(vocabulary, last_text)) if last_text else None
    return first_node, last_node


def make_address_pin(context: FieldContext) -> FactPin:
    """Return the pin of an e-mail address or a user name that consists of names."""
    return FactPin(
        read_text,
        partial(_find_mailbox_names, context.vocabulary),
        SEX_ORDER,
    )


def _find_mailbox_names(
    vocabulary: Vocabulary,
    text: str,
    first: Node,
    last: Node,
) -> PinnedNodes | None:
    """Return the nodes of the names in an address; None if it does not consist of names.

    Names that are fixed themselves stay.
    """
    words = _split_mailbox(vocabulary, text)
    if not words or len(words) > 2 or not all(map(str.isalpha, words)):
        return None
    first_text = _spell_name(words[0], list_first_names(vocabulary))
    if len(words) == 1:
        is_known = any(name.ascii_form == words[0].lower() for name in list_options(first))
        return (_find_first_name(vocabulary, first_text, first), None) if is_known else None
    last_text = _spell_name(words[1], list_last_names(vocabulary))
    is_initial = len(words[0]) == 1
    if is_initial:
        first_node = _filter_initial(first, words[0])
    elif _is_open(first):
        first_node = _find_first_name(vocabulary, first_text, first)
    else:
        first_node = None
    last_node = build_constant(_find_last_name(vocabulary, last_text)) if _is_open(last) else None
    return first_node, last_node


def _split_mailbox(vocabulary: Vocabulary, address: str) -> list[str]:
    """Return the names in an address without its number: known ones need no separator."""
    mailbox = address.partition("@")[0].partition("+")[0]
    words = mailbox.translate(MAILBOX_SEPARATORS).rstrip("0123456789").lower().split()
    if len(words) != 1:
        return words
    first_names = {name.ascii_form for name in list_first_names(vocabulary)}
    last_names = {name.ascii_form for name in list_last_names(vocabulary)}
    joined = words[0]
    if joined in first_names:
        return words
    for place in range(len(joined) - 1, 0, -1):
        is_given = place == 1 or joined[:place] in first_names
        if is_given and joined[place:] in last_names:
            return [joined[:place], joined[place:]]
    return words


def _is_open(node: Node) -> bool:
    """Return whether *node* may still draw different names."""
    return len({option[0] for option in list_options(node)}) > 1


def _spell_name(word: str, names: Sequence[FirstName] | Sequence[LastName]) -> str:
    """Return the spelling of one of *names* whose ASCII form is *word*, else with a capital."""
    lowered = word.lower()
    for name in names:
        if name.ascii_form == lowered:
            return name[0]
    return word.capitalize()


def _filter_initial(node: Node, initial: str) -> Node | None:
    """Return *node* with the names that begin with *initial*; None if none does."""
    names = [name for name in list_options(node) if name[0][:1].casefold() == initial.casefold()]
    return build_choice(names) if names else None


def make_named_address_pin(context: FieldContext) -> FactPin:
    """Return the pin of a text such as ``Ada Byron <ada@example.com>``."""
    vocabulary = context.vocabulary

    def find_names(
        text: str,
        first: Node,
        last: Node,
    ) -> PinnedNodes | None:
        """Return the nodes of the names before the address, else of those in it."""
        name, _, address = text.rpartition("<")
        if name.strip():
            return _find_full_name(vocabulary, name, first, last)
        return _find_mailbox_names(vocabulary, address, first, last)

    return FactPin(str, find_names, SEX_ORDER)


def make_sex_pin(words_by_sex: Sequence[Sequence[str] | frozenset[str]]) -> FactPin:
    """Return the pin of a word for the sex of a person: *words_by_sex* has those for each."""
    lowered = [{word.lower() for word in words} for words in words_by_sex]

    def find_bearers(texts: set[str], first: Node) -> PinnedNodes | None:
        """Return the node of given names of the sexes that one of *texts* may be said of."""
        sexes = [sex for sex, words in enumerate(lowered) if words & texts]
        bearers = [name for name in list_options(first) if name.sex in sexes]
        return (build_choice(bearers),) if bearers else None

    return FactPin(_list_texts, find_bearers, SEX_ORDER)


def _list_texts(value: Any) -> set[str]:
    """Return the text that *value* is in small letters, and its name if it is in an enum."""
    return {read_text(value).lower(), str(getattr(value, "name", "")).lower()}


def _find_initials(
    letters: str,
    first: Node,
    last: Node,
) -> PinnedNodes:
    """Return the nodes of names that begin with the first and the last of *letters*."""
    return _filter_initial(first, letters[0]), _filter_initial(last, letters[-1])


def _read_letters(value: Any) -> str:
    """Return the letters of the text *value*; "" if it is not the initials of two names."""
    letters = "".join(filter(str.isalpha, read_text(value)))
    return letters if len(letters) > 1 else ""


INITIALS_PIN = FactPin(_read_letters, _find_initials, SEX_ORDER)
