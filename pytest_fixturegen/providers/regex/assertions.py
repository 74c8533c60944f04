"""Parts of a pattern that construction alone cannot guarantee.

They are look-arounds, back-references, word boundaries, and text around an end without an anchor.
"""

from typing import TypeGuard

from pytest_fixturegen.providers.regex.character_classes import ANY_CHAR, CharClass
from pytest_fixturegen.providers.regex.syntax_tree import (
    EMPTY_SYNTAX,
    Alternation,
    Assertion,
    Backreference,
    CaptureGroup,
    Concatenation,
    GroupConditional,
    Lookaround,
    Repetition,
    Syntax,
    find_length_range,
    walk_syntax,
)

LOWERCASE_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def needs_check(
    node: Syntax,
    *,
    is_first: bool = True,
    is_last: bool = True,
) -> bool:
    """Return whether a text drawn from *node* may fail to match.

    *is_first* and *is_last* say that no character precedes, or follows, *node* in the pattern.
    """
    match node:
        case Assertion(kind):
            is_certain = {"start": is_first, "end": is_last}
            return not is_certain.get(kind, False)
        case Lookaround() | Backreference() | GroupConditional():
            return True
        case Alternation(branches):
            return any(
                needs_check(branch, is_first=is_first, is_last=is_last) for branch in branches
            )
        case Repetition(item, _, high):
            # From the second turn on, the item has neighbours of its own kind.
            is_single = high == 1
            starts = is_first and is_single
            ends = is_last and is_single
            return needs_check(item, is_first=starts, is_last=ends)
        case CaptureGroup(_, item):
            return needs_check(item, is_first=is_first, is_last=is_last)
        case Concatenation(items):
            return _series_needs_check(items, is_first=is_first, is_last=is_last)
        case _:
            return False


def _series_needs_check(
    items: tuple[Syntax, ...],
    *,
    is_first: bool,
    is_last: bool,
) -> bool:
    """Return whether an item may fail to match at its place in the series.

    An item is at the edge of the pattern if all items between it and the edge are empty.
    """
    is_empty = [find_length_range(item)[1] == 0 for item in items]
    for index, item in enumerate(items):
        starts = is_first and all(is_empty[:index])
        ends = is_last and all(is_empty[index + 1 :])
        if needs_check(item, is_first=starts, is_last=ends):
            return True
    return False


def _list_items(tree: Syntax) -> tuple[Syntax, ...]:
    """Return the items of a series; any other *tree* is its only item."""
    return tree.items if isinstance(tree, Concatenation) else (tree,)


def absorb_lookarounds(tree: Syntax) -> Syntax:
    """Return *tree* with positive look-arounds at its outer ends turned into text.

    ``re.search`` finds ``\\d+(?= USD)`` in "5 USD", so the text has to contain the look-ahead too.
    """
    items = list(_list_items(tree))
    if not items:
        return tree
    first = items[0]
    if _is_positive_lookaround(first, is_ahead=False):
        items[0] = first.item
    last = items[-1]
    if _is_positive_lookaround(last, is_ahead=True):
        items[-1] = Concatenation((last.item, Assertion("other")))
    if len(items) == 1:
        return items[0]
    return Concatenation(tuple(items))


def _is_positive_lookaround(node: Syntax, *, is_ahead: bool) -> TypeGuard[Lookaround]:
    """Return whether *node* requires a text, ahead if *is_ahead*, else behind."""
    if not isinstance(node, Lookaround):
        return False
    return node.is_positive and node.is_ahead == is_ahead


def find_requested_lengths(
    tree: Syntax,
    low: int,
    high: int | None,
) -> tuple[int, int | None]:
    """Return *low* and *high*, narrowed by leading look-aheads such as ``(?=.{8,20}$)``."""
    for item in _list_items(tree):
        if not isinstance(item, Assertion | Lookaround):
            break
        bounds = _find_lookahead_lengths(item)
        if bounds is None:
            continue
        least, most = bounds
        low = max(low, least)
        limits = [limit for limit in (high, most) if limit is not None]
        high = min(limits, default=None)
    return low, high


def _find_lookahead_lengths(node: Syntax) -> tuple[int, int | None] | None:
    """Return the lengths that ``(?=.{least,most}$)`` or ``(?=.{least,})`` allows, or None."""
    match node:
        case Lookaround(
            Concatenation((Repetition(CharClass(_, allowed), least, most), Assertion("end"))),
            is_ahead=True,
            is_positive=True,
        ) if allowed >= ANY_CHAR.allowed:
            return least, most
        case Lookaround(
            Repetition(CharClass(_, allowed), least), is_ahead=True, is_positive=True
        ) if allowed >= ANY_CHAR.allowed:
            return least, None
        case _:
            return None


def pad_open_ends(tree: Syntax) -> Syntax:
    """Return *tree* with optional letters around the ends that it does not anchor."""
    if isinstance(tree, Alternation):
        return Alternation(tuple(map(pad_open_ends, tree.branches)))
    kinds = {node.kind for node in walk_syntax(tree) if isinstance(node, Assertion)}
    letter = CharClass(LOWERCASE_LETTERS, frozenset(LOWERCASE_LETTERS))
    letters: Syntax = Repetition(letter, 0, None)
    before, after = letters, letters
    if kinds - {"start", "end"}:
        # A word boundary may need a space between the padding and the match.
        space = CharClass(" ", frozenset(" "))
        before = Alternation((letters, Concatenation((letters, space))))
        after = Alternation((letters, Concatenation((space, letters))))
    head = EMPTY_SYNTAX if "start" in kinds else before
    tail = EMPTY_SYNTAX if "end" in kinds else after
    return Concatenation((head, tree, tail))


def minimize_lookahead(node: Syntax, body_chars: frozenset[str]) -> Syntax:
    """Return the shortest text that satisfies a look-ahead at *node*.

    It consists of *body_chars* if the look-ahead allows some of them.
    """
    match node:
        case CharClass():
            return _narrow_class(node, body_chars)
        case Concatenation(items):
            return Concatenation(tuple(minimize_lookahead(item, body_chars) for item in items))
        case Alternation(branches):
            return Alternation(tuple(minimize_lookahead(branch, body_chars) for branch in branches))
        case Repetition(item, low, _):
            return Repetition(minimize_lookahead(item, body_chars), low, low)
        case CaptureGroup(_, item) | Backreference(_, item):
            return minimize_lookahead(item, body_chars)
        case _:
            return EMPTY_SYNTAX


def _narrow_class(node: CharClass, body_chars: frozenset[str]) -> CharClass:
    """Return *node* drawing only *body_chars*: likely ones, else any allowed ones.

    If it allows none of them, it draws its own characters as before.
    """
    drawable = "".join(filter(body_chars.__contains__, node.drawable))
    allowed = "".join(sorted(node.allowed & body_chars))
    return CharClass(drawable or allowed or node.drawable, node.allowed)
