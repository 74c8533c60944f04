"""Strings that match a regular expression, drawn from a 64-bit word by construction and not by trial.

A pattern is compiled once into rows of tables; to draw is to index them with the digits of the word. What no construction
can promise (look-arounds, back-references, word boundaries) is searched for in the drawn text, and drawn again from a mixed
word where it fails.
"""

from collections.abc import Iterator
from dataclasses import field
from itertools import product

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.regex.assertions import (
    absorb_lookarounds,
    find_requested_lengths,
    minimize_lookahead,
    needs_check,
    pad_open_ends,
)
from pytest_fixturegen.providers.regex.bounded_match import (
    MatchCheck,
    build_check,
    may_backtrack,
    passes_check,
)
from pytest_fixturegen.providers.regex.character_classes import CharClass, PatternError
from pytest_fixturegen.providers.regex.length_fit import (
    BackreferenceNode,
    CaptureNode,
    ChainNode,
    FitNode,
    ForkNode,
    RowsNode,
    TextRow,
    build_node,
    list_set_bits,
)
from pytest_fixturegen.providers.regex.syntax_tree import (
    Lookaround,
    Syntax,
    bound_repetitions,
    estimate_draws,
    find_length_range,
    parse_pattern,
    walk_syntax,
)

__all__ = ["Grammar", "PatternError", "compile_pattern", "draw_match"]

MAX_PATTERN_DRAWS = 1 << 16  # characters: a pattern that asks for more is refused
MAX_POOLED_STRINGS = (
    512  # strings: a grammar with no more is written out, so that its size is exact
)
MAX_TRIES = 200
MASK_64_BITS = (1 << 64) - 1
SPLITMIX_STEP = 0x9E3779B97F4A7C15  # the step of splitmix64
TREE_WORD_SALT = 0xD1B54A32D192ED03  # keeps the words of a tree apart from those of a row
MAX_BACKTRACK_LENGTH = 12  # characters: what may backtrack without end, and only `re` can try, is tried on short texts only


@dataclass(frozen=True, slots=True)
class Grammar:
    """A pattern, ready to draw.

    *size* is the number of distinct strings it can draw, 2**64 at most; where the pattern can say one string in two ways,
    or needs a *check*, more than 512 are an upper bound.
    """

    source: str
    size: int
    root: FitNode = field(repr=False)
    wanted_lengths: int = field(
        default=0, repr=False
    )  # bit n: n characters are wanted; 0 if any drawn length will do
    min_length: int = 0
    max_length: int | None = None
    check: MatchCheck | None = field(default=None, repr=False)
    lookahead_nodes: tuple[FitNode, ...] = field(default=(), repr=False)


def compile_pattern(
    source: str, *, flags: int = 0, min_length: int = 0, max_length: int | None = None
) -> Grammar:
    """The grammar of the strings that *source* is found in, as ``re.search`` finds it.

    They are *min_length* to *max_length* characters long, both ends in.

    Raises PatternError when it cannot be parsed, or no string within the lengths can match.
    """
    parsed, text, all_flags = parse_pattern(source, flags)
    tree = absorb_lookarounds(parsed)
    if estimate_draws(tree) > MAX_PATTERN_DRAWS or min_length > MAX_PATTERN_DRAWS:
        raise PatternError(
            f"The pattern {source!r} asks for more than {MAX_PATTERN_DRAWS} characters."
        )
    low, high = find_requested_lengths(tree, min_length, max_length)
    check = build_check(parsed, text, all_flags) if needs_check(tree) else None
    for candidate in (tree, pad_open_ends(tree)):
        grammar = _fit_grammar(source, candidate, low, high, check)
        if grammar is not None and (grammar.check is None or _draw_checked(grammar, 0) is not None):
            return grammar
    within = (
        f" with {low} to {'any number of' if high is None else high} characters"
        if low or high is not None
        else ""
    )
    raise PatternError(f"No string{within} was found that matches the pattern {source!r}.")


def draw_match(grammar: Grammar, word: int) -> str:
    """A string that matches, a pure function of *word*, in [0, 2**64).

    Raises PatternError if the pattern needs trials and 200 of them fail.
    """
    root = grammar.root
    if grammar.check is None and type(root) is RowsNode:
        return _draw_rows(root.rows, word)
    text = _draw_checked(grammar, word)
    if text is None:
        raise PatternError(
            f"No string that matches the pattern {grammar.source!r} was found in {MAX_TRIES} tries."
        )
    return text


# Drawing


def _draw_rows(rows: tuple[TextRow, ...], word: int) -> str:
    """One of *rows*, digit by digit of *word*. Runs for every value: 0.3 µs, and 0.07 µs a slot."""
    seed = word
    if len(rows) > 1:
        word, pick = divmod(word, len(rows))
        groups = rows[pick].slot_groups
    else:
        groups = rows[0].slot_groups
    parts = []
    spent = False
    for slots in groups:
        if spent:
            seed += SPLITMIX_STEP
            word = _mix_bits(seed)
        for table, base in slots:
            if base:
                parts.append(table[word % base])
                word //= base
            else:
                parts.append(table[0])
        spent = True
    return "".join(parts)


def _mix_bits(state: int) -> int:
    """The word of splitmix64 at *state*."""
    state &= MASK_64_BITS
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK_64_BITS
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK_64_BITS
    return state ^ (state >> 31)


def _iter_words(word: int) -> Iterator[int]:
    """*word*, then the words of splitmix64 from there; not those that its rows spend."""
    yield word
    state = word ^ TREE_WORD_SALT
    while True:
        state += SPLITMIX_STEP
        yield _mix_bits(state)


def _draw_node(
    node: FitNode, length: int | None, words: Iterator[int], groups: dict[int, str]
) -> str:
    """A text of *node*, of exactly *length* characters if that is given and possible."""
    match node:
        case RowsNode(rows):
            fitting = rows if length is None else tuple(one for one in rows if one.length == length)
            return _draw_rows(fitting, next(words)) if fitting else ""
        case ChainNode():
            return _draw_chain(node, length, words, groups)
        case ForkNode(branches, given):
            if given is not None:
                return _draw_node(branches[given not in groups], length, words, groups)
            able = (
                branches
                if length is None
                else [branch for branch in branches if branch.lengths >> length & 1]
            )
            return _draw_node(able[next(words) % len(able)], length, words, groups) if able else ""
        case CaptureNode(number, item):
            groups[number] = _draw_node(item, length, words, groups)
            return groups[number]
        case BackreferenceNode(number):
            return groups.get(number, "")


def _draw_chain(
    node: ChainNode, length: int | None, words: Iterator[int], groups: dict[int, str]
) -> str:
    items, low = node.items, node.min_items
    if length is None:
        count = low if low == len(items) else low + next(words) % (len(items) - low + 1)
        return "".join(
            [
                _draw_rows(item.rows, next(words))
                if type(item) is RowsNode
                else _draw_node(item, None, words, groups)
                for item in items[:count]
            ]
        )
    parts = []
    for index, item in enumerate(items):
        if index >= low and not length:
            break
        tail = node.tail_lengths[index + 1]
        shares = [
            share
            for share in list_set_bits(item.lengths)
            if share <= length and tail >> (length - share) & 1
        ] or [0]
        share = shares[next(words) % len(shares)] if len(shares) > 1 else shares[0]
        parts.append(_draw_node(item, share, words, groups))
        length -= share
    return "".join(parts)


def _draw_checked(grammar: Grammar, word: int) -> str | None:
    """The first text that passes the check; each try has a word of its own."""
    wanted = list_set_bits(grammar.wanted_lengths)
    for attempt, seed in zip(range(MAX_TRIES), _iter_words(word), strict=False):
        words = _iter_words(seed ^ attempt)
        length = wanted[seed % len(wanted)] if wanted else None
        text = _draw_node(grammar.root, length, words, {})
        if _is_accepted(grammar, text):
            return text
        if grammar.lookahead_nodes and _is_accepted(
            grammar, text := _insert_lookaheads(text, grammar.lookahead_nodes, words)
        ):
            return text
    return None


def _is_accepted(grammar: Grammar, text: str) -> bool:
    if grammar.check is None:
        return True
    within = grammar.min_length <= len(text) and (
        grammar.max_length is None or len(text) <= grammar.max_length
    )
    return within and passes_check(grammar.check, text)


def _insert_lookaheads(
    text: str, lookahead_nodes: tuple[FitNode, ...], words: Iterator[int]
) -> str:
    """*text* with what the look-aheads ask for, written over some place of it."""
    first = next(words) % len(lookahead_nodes)
    wish = "".join(
        [
            _draw_node(node, None, words, {})
            for node in lookahead_nodes[first:] + lookahead_nodes[:first]
        ]
    )
    spare = len(text) - len(wish)
    if spare < 0:
        return text
    start = next(words) % (spare + 1)
    return text[:start] + wish + text[start + len(wish) :]


# Compiling


def _fit_grammar(
    source: str, tree: Syntax, low: int, high: int | None, check: MatchCheck | None
) -> Grammar | None:
    """*tree* as a grammar, or None if it cannot be as long, or as short."""
    shortest, longest = find_length_range(bound_repetitions(tree, 0))
    usual = bound_repetitions(tree, max(0, low - shortest))
    if check is not None and check.tree is None and may_backtrack(tree):
        longest = min(longest, MAX_BACKTRACK_LENGTH)
    top = (
        max(longest, low + 8, shortest)
        if high is None
        else min(high, max(longest, low + 8, shortest))
    )
    root = build_node(usual, low, top)
    wanted = root.lengths >> low << low & ((1 << (top + 1)) - 1)
    if not wanted:
        return None
    fits = wanted == root.lengths and (
        isinstance(root, RowsNode) or find_length_range(usual)[1] <= top
    )
    wishes = _build_lookahead_nodes(tree) if check is not None else ()
    grammar = Grammar(source, root.ways, root, 0 if fits else wanted, low, high, check, wishes)
    return _pool_strings(grammar, root) if isinstance(root, RowsNode) else grammar


def _pool_strings(grammar: Grammar, root: RowsNode) -> Grammar | None:
    """*grammar* with its strings written out, each once, if they are few."""
    if grammar.size > MAX_POOLED_STRINGS or (len(root.rows) == 1 and grammar.check is None):
        return grammar
    texts = dict.fromkeys(
        "".join(parts)
        for one in root.rows
        for parts in product(*(table for slots in one.slot_groups for table, _ in slots))
    )
    passing = tuple(text for text in texts if _is_accepted(grammar, text))
    if not passing:
        return None if not grammar.lookahead_nodes else grammar
    pool = TextRow(-1, (((passing, len(passing)),),))
    return Grammar(
        grammar.source,
        len(passing),
        RowsNode((pool,), root.lengths, len(passing)),
        0,
        grammar.min_length,
        grammar.max_length,
    )


def _build_lookahead_nodes(tree: Syntax) -> tuple[FitNode, ...]:
    """What the wanted look-aheads ask for, without the rest that they skip."""
    body = frozenset[str]().union(
        *(node.allowed for node in walk_syntax(tree) if isinstance(node, CharClass))
    )
    looks = [
        node.item for node in walk_syntax(tree) if isinstance(node, Lookaround) and node.is_positive
    ]
    trees = [bound_repetitions(minimize_lookahead(item, body), 0) for item in looks]
    return tuple(build_node(tree, 0, 64) for tree in trees if find_length_range(tree)[1])
