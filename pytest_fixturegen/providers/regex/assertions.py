"""What cannot be promised by construction: look-arounds, back-references, boundaries, and text around an open end."""

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


def needs_check(node: Syntax, *, is_first: bool = True, is_last: bool = True) -> bool:
    """Whether a drawn text may fail to match; *first* and *last* say that nothing stands before, or after, *node*."""
    match node:
        case Assertion(kind):
            return not {"start": is_first, "end": is_last}.get(kind, False)
        case Lookaround() | Backreference() | GroupConditional():
            return True
        case Alternation(branches):
            return any(
                needs_check(branch, is_first=is_first, is_last=is_last) for branch in branches
            )
        case Repetition(item, _, high):
            return needs_check(item, is_first=is_first and high == 1, is_last=is_last and high == 1)
        case CaptureGroup(_, item):
            return needs_check(item, is_first=is_first, is_last=is_last)
        case Concatenation(items):
            empty = [find_length_range(item)[1] == 0 for item in items]
            return any(
                needs_check(
                    item,
                    is_first=is_first and all(empty[:index]),
                    is_last=is_last and all(empty[index + 1 :]),
                )
                for index, item in enumerate(items)
            )
        case _:
            return False


def _list_items(tree: Syntax) -> tuple[Syntax, ...]:
    return tree.items if isinstance(tree, Concatenation) else (tree,)


def absorb_lookarounds(tree: Syntax) -> Syntax:
    """*tree* with what it wants to see ahead of its end, or behind its start, as part of the text."""
    items = list(_list_items(tree))
    if (
        items
        and isinstance(look := items[0], Lookaround)
        and look.is_positive
        and not look.is_ahead
    ):
        items[0] = look.item
    if items and isinstance(look := items[-1], Lookaround) and look.is_positive and look.is_ahead:
        items[-1] = Concatenation((look.item, Assertion("other")))
    return Concatenation(tuple(items)) if len(items) != 1 else items[0]


def find_requested_lengths(tree: Syntax, low: int, high: int | None) -> tuple[int, int | None]:
    """The lengths asked for, by the caller and by look-aheads such as ``(?=.{8,20}$)``."""
    for item in _list_items(tree):
        match item:
            case Assertion():
                continue
            case Lookaround(
                Concatenation((Repetition(CharClass(_, allowed), least, most), Assertion("end"))),
                True,
                True,
            ) if allowed >= ANY_CHAR.allowed:
                low = max(low, least)
                high = most if high is None or most is None else min(high, most)
            case Lookaround():
                continue
            case _:
                break
    return low, high


def pad_open_ends(tree: Syntax) -> Syntax:
    """*tree* with room for other text at the ends that it does not anchor."""
    if isinstance(tree, Alternation):
        return Alternation(tuple(map(pad_open_ends, tree.branches)))
    kinds = {node.kind for node in walk_syntax(tree) if isinstance(node, Assertion)}
    letters: Syntax = Repetition(
        CharClass(LOWERCASE_LETTERS, frozenset(LOWERCASE_LETTERS)), 0, None
    )
    space = CharClass(" ", frozenset(" "))
    before, after = letters, letters
    if kinds - {"start", "end"}:
        before, after = (
            Alternation((letters, Concatenation((letters, space)))),
            Alternation((letters, Concatenation((space, letters)))),
        )
    return Concatenation(
        (
            EMPTY_SYNTAX if "start" in kinds else before,
            tree,
            EMPTY_SYNTAX if "end" in kinds else after,
        )
    )


def minimize_lookahead(node: Syntax, body_chars: frozenset[str]) -> Syntax:
    """The least that a look-ahead at *node* asks for, of characters of the *body* where it can."""
    match node:
        case CharClass(members, allowed):
            chars = (
                "".join(filter(body_chars.__contains__, members))
                or "".join(sorted(allowed & body_chars))
                or members
            )
            return CharClass(chars, allowed)
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
