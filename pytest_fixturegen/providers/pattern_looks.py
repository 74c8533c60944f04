"""What cannot be promised by construction: look-arounds, back-references, boundaries, and text around an open end."""

from pytest_fixturegen.providers.pattern_classes import ANY, Chars
from pytest_fixturegen.providers.pattern_syntax import (
    EMPTY,
    Capture,
    Choice,
    Given,
    Look,
    Mark,
    Recall,
    Repeat,
    Series,
    Syntax,
    span,
    walk,
)

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def needs_trial(node: Syntax, *, first: bool = True, last: bool = True) -> bool:
    """Whether a drawn text may fail to match; *first* and *last* say that nothing stands before, or after, *node*."""
    match node:
        case Mark(kind):
            return not {"start": first, "end": last}.get(kind, False)
        case Look() | Recall() | Given():
            return True
        case Choice(branches):
            return any(needs_trial(branch, first=first, last=last) for branch in branches)
        case Repeat(item, _, high):
            return needs_trial(item, first=first and high == 1, last=last and high == 1)
        case Capture(_, item):
            return needs_trial(item, first=first, last=last)
        case Series(items):
            empty = [span(item)[1] == 0 for item in items]
            return any(
                needs_trial(item, first=first and all(empty[:index]), last=last and all(empty[index + 1 :]))
                for index, item in enumerate(items)
            )
        case _:
            return False


def _items(tree: Syntax) -> tuple[Syntax, ...]:
    return tree.items if isinstance(tree, Series) else (tree,)


def consumed(tree: Syntax) -> Syntax:
    """*tree* with what it wants to see ahead of its end, or behind its start, as part of the text."""
    items = list(_items(tree))
    if items and isinstance(look := items[0], Look) and look.wanted and not look.ahead:
        items[0] = look.item
    if items and isinstance(look := items[-1], Look) and look.wanted and look.ahead:
        items[-1] = Series((look.item, Mark("other")))
    return Series(tuple(items)) if len(items) != 1 else items[0]


def asked(tree: Syntax, low: int, high: int | None) -> tuple[int, int | None]:
    """The lengths asked for, by the caller and by look-aheads such as ``(?=.{8,20}$)``."""
    for item in _items(tree):
        match item:
            case Mark():
                continue
            case Look(Series((Repeat(Chars(_, allowed), least, most), Mark("end"))), True, True) if allowed >= ANY.allowed:
                low = max(low, least)
                high = most if high is None or most is None else min(high, most)
            case Look():
                continue
            case _:
                break
    return low, high


def padded(tree: Syntax) -> Syntax:
    """*tree* with room for other text at the ends that it does not anchor."""
    if isinstance(tree, Choice):
        return Choice(tuple(map(padded, tree.branches)))
    kinds = {node.kind for node in walk(tree) if isinstance(node, Mark)}
    letters: Syntax = Repeat(Chars(LETTERS, frozenset(LETTERS)), 0, None)
    space = Chars(" ", frozenset(" "))
    before, after = letters, letters
    if kinds - {"start", "end"}:
        before, after = Choice((letters, Series((letters, space)))), Choice((letters, Series((space, letters))))
    return Series((EMPTY if "start" in kinds else before, tree, EMPTY if "end" in kinds else after))


def wished(node: Syntax, body: frozenset[str]) -> Syntax:
    """The least that a look-ahead at *node* asks for, of characters of the *body* where it can."""
    match node:
        case Chars(members, allowed):
            chars = "".join(filter(body.__contains__, members)) or "".join(sorted(allowed & body)) or members
            return Chars(chars, allowed)
        case Series(items):
            return Series(tuple(wished(item, body) for item in items))
        case Choice(branches):
            return Choice(tuple(wished(branch, body) for branch in branches))
        case Repeat(item, low, _):
            return Repeat(wished(item, body), low, low)
        case Capture(_, item) | Recall(_, item):
            return wished(item, body)
        case _:
            return EMPTY
