"""Strings that match a regular expression, drawn from a 64-bit word by construction.

A pattern is compiled once into rows of tables. A draw indexes the tables with the digits of the
word. Construction cannot guarantee look-arounds, back-references and word boundaries: such patterns
are searched for in the drawn text, which is drawn again from another word if the search fails.
"""

from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import chain, count, product

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
    StepBudget,
    build_check,
    may_backtrack,
    passes_check,
)
from pytest_fixturegen.providers.regex.character_classes import CharClass, PatternError
from pytest_fixturegen.providers.regex.length_fit import (
    BackreferenceNode,
    CaptureNode,
    ChainLimitError,
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
from pytest_fixturegen.streams import mix_word

__all__ = ["Grammar", "PatternError", "compile_pattern", "draw_match"]

MAX_PATTERN_DRAWS = 1 << 16
"""Characters of the shortest match. A pattern that needs more is refused."""

MAX_SOURCE_LENGTH = 1 << 15
"""Characters of a pattern: the time to read and fit it grows with them."""

MAX_SHOWN_LENGTH = 200
"""Characters of a pattern in an error."""

MAX_POOLED_STRINGS = 512
"""A grammar with at most so many strings is written out, so that its size is exact."""

MAX_TRIES = 200

TREE_WORD_SALT = 0xD1B54A32D192ED03
"""Separates the words that a tree consumes from those that a row consumes."""

MAX_BACKTRACK_LENGTH = 12
"""Characters of a text for a pattern that may backtrack, and that only ``re`` can search for."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A pattern, ready to draw.

    *size* is the number of distinct strings it can draw, 2**64 at most. Above 512 strings it is an
    upper bound if the pattern matches a string in two ways, or needs a *check*.

    *wanted_lengths* is a bit set of lengths in characters: bit n is set if n is wanted; 0 accepts
    any length that the root draws.
    """

    source: str
    size: int
    root: FitNode = field(repr=False)
    wanted_lengths: int = field(default=0, repr=False)
    min_length: int = 0
    max_length: int | None = None
    check: MatchCheck | None = field(default=None, repr=False)
    lookahead_nodes: tuple[FitNode, ...] = field(default=(), repr=False)


@lru_cache(maxsize=256)
def compile_pattern(
    source: str,
    *,
    flags: int = 0,
    min_length: int = 0,
    max_length: int | None = None,
) -> Grammar:
    """Return the grammar of the strings in which ``re.search`` finds *source*.

    They have *min_length* to *max_length* characters, both included.

    Raise PatternError if *source* cannot be parsed, or no string within the lengths can match.
    """
    if len(source) > MAX_SOURCE_LENGTH:
        raise PatternError(
            f"The pattern {source!r:.{MAX_SHOWN_LENGTH}} has {len(source):,} characters: "
            f"expected at most {MAX_SOURCE_LENGTH:,}."
        )
    parsed, text, all_flags = parse_pattern(source, flags)
    tree = absorb_lookarounds(parsed)
    needed_draws = max(estimate_draws(tree), min_length)
    if needed_draws > MAX_PATTERN_DRAWS:
        raise PatternError(
            f"The pattern {source!r:.200} asks for more than {MAX_PATTERN_DRAWS} characters."
        )
    low, high = find_requested_lengths(tree, min_length, max_length)
    check = build_check(parsed, text, all_flags) if needs_check(tree) else None
    try:
        for candidate in (tree, pad_open_ends(tree)):
            grammar = _fit_grammar(
                source,
                candidate,
                low,
                high,
                check,
            )
            if grammar is not None and _can_draw(grammar):
                return grammar
    except ChainLimitError as error:
        raise PatternError(
            f"The pattern {source!r:.200} has too many parts for texts of {error} characters."
        ) from error
    within = _describe_lengths(low, high)
    raise PatternError(f"No string{within} was found that matches the pattern {source!r:.200}.")


def _can_draw(grammar: Grammar) -> bool:
    """Return whether *grammar* draws a text; one with a check is tried with the word 0."""
    if grammar.check is None:
        return True
    return _draw_checked(grammar, 0) is not None


def _describe_lengths(low: int, high: int | None) -> str:
    """Return the lengths as a phrase for an error message; "" if they are not limited."""
    if not low and high is None:
        return ""
    most = "any number of" if high is None else high
    return f" with {low} to {most} characters"


def draw_match(grammar: Grammar, word: int) -> str:
    """Return a string that matches: a pure function of *word*, in [0, 2**64).

    Raise PatternError if the pattern needs trials and 200 of them fail.
    """
    root = grammar.root
    if grammar.check is None and type(root) is RowsNode:
        return _draw_rows(root.rows, word)
    text = _draw_checked(grammar, word)
    if text is None:
        source = grammar.source
        raise PatternError(
            f"No string that matches the pattern {source!r:.200} was found in {MAX_TRIES} tries.",
            hint="Simplify the pattern, or override the field.",
        )
    return text


# Drawing


def _draw_rows(rows: tuple[TextRow, ...], word: int) -> str:
    """Return one of *rows*, whose entries the digits of *word* pick.

    This runs for every value: 0.3 µs, and 0.07 µs for each slot.
    """
    seed = word
    if len(rows) > 1:
        word, row_index = divmod(word, len(rows))
        groups = rows[row_index].slot_groups
    else:
        groups = rows[0].slot_groups
    parts = []
    step = 0  # enumerate() takes 0.05 µs more for each value
    for slots in groups:
        if step:
            word = mix_word(seed, step)
        step += 1  # noqa: SIM113
        for table, size in slots:
            if size:
                parts.append(table[word % size])
                word //= size
            else:
                parts.append(table[0])
    return "".join(parts)


def _iter_words(word: int) -> Iterator[int]:
    """Yield *word*, then words mixed from it; other ones than those that its rows consume."""
    yield word
    salted = word ^ TREE_WORD_SALT
    for step in count(1):
        yield mix_word(salted, step)


def _draw_node(
    node: FitNode,
    length: int | None,
    words: Iterator[int],
    groups: dict[int, str],
) -> str:
    """Return a text of *node*, with exactly *length* characters if that is given and possible.

    *groups* are the texts of the capture groups so far.
    """
    match node:
        case RowsNode(rows):
            if length is not None:
                rows = tuple(row for row in rows if row.length == length)
            return _draw_rows(rows, next(words)) if rows else ""
        case ChainNode():
            if length is None:
                return _draw_short_chain(node, words, groups)
            return _draw_sized_chain(node, length, words, groups)
        case ForkNode():
            return _draw_fork(node, length, words, groups)
        case CaptureNode(number, item):
            groups[number] = _draw_node(
                item,
                length,
                words,
                groups,
            )
            return groups[number]
        case BackreferenceNode(number):
            return groups.get(number, "")


def _draw_fork(
    node: ForkNode,
    length: int | None,
    words: Iterator[int],
    groups: dict[int, str],
) -> str:
    """Return a text of one branch; "" if no branch has a text of *length* characters."""
    branch = _pick_branch(node, length, words, groups)
    if branch is None:
        return ""
    return _draw_node(
        branch,
        length,
        words,
        groups,
    )


def _pick_branch(
    node: ForkNode,
    length: int | None,
    words: Iterator[int],
    groups: dict[int, str],
) -> FitNode | None:
    """Return the branch to draw from; None if no branch has a text of *length* characters.

    A conditional takes the branch that its group decides; a *length* of None allows all.
    """
    if node.group_number is not None:
        took_part = node.group_number in groups
        return node.branches[0 if took_part else 1]
    branches: Sequence[FitNode] = node.branches
    if length is not None:
        branches = [branch for branch in branches if branch.lengths >> length & 1]
    if not branches:
        return None
    return branches[next(words) % len(branches)]


def _draw_short_chain(
    node: ChainNode,
    words: Iterator[int],
    groups: dict[int, str],
) -> str:
    """Return a text of the chain; its first word decides how many optional items take part."""
    items, fewest = node.items, node.min_items
    taken = fewest
    if fewest != len(items):
        taken += next(words) % (len(items) - fewest + 1)
    # Rows are drawn without a call of _draw_node, which takes as long as the draw.
    parts = [
        _draw_rows(item.rows, next(words))
        if type(item) is RowsNode
        else _draw_node(item, None, words, groups)
        for item in items[:taken]
    ]
    return "".join(parts)


def _draw_sized_chain(
    node: ChainNode,
    length: int,
    words: Iterator[int],
    groups: dict[int, str],
) -> str:
    """Return a text of *length* characters, if the chain has one.

    Each item gets a share of the length that the items after it can complete.
    """
    parts = []
    for index, item in enumerate(node.items):
        if index >= node.min_items and not length:
            break
        shares = _list_shares(
            item.lengths,
            node.tail_lengths[index + 1],
            length,
        )
        share = shares[0]
        if len(shares) > 1:  # a single share takes no word
            share = shares[next(words) % len(shares)]
        parts.append(
            _draw_node(
                item,
                share,
                words,
                groups,
            )
        )
        length -= share
    return "".join(parts)


def _list_shares(
    item_lengths: int,
    tail_lengths: int,
    length: int,
) -> list[int]:
    """Return the lengths of an item for which its tail can supply the rest of *length*."""
    possible = (share for share in list_set_bits(item_lengths) if share <= length)
    shares = [share for share in possible if tail_lengths >> (length - share) & 1]
    return shares or [0]


def _draw_checked(grammar: Grammar, word: int) -> str | None:
    """Return the first text that passes the check; each try has its own word."""
    wanted = list_set_bits(grammar.wanted_lengths)
    budget = StepBudget()
    for attempt, seed in zip(range(MAX_TRIES), _iter_words(word), strict=False):
        words = _iter_words(seed ^ attempt)
        length = wanted[seed % len(wanted)] if wanted else None
        text = _draw_node(
            grammar.root,
            length,
            words,
            {},
        )
        if _is_accepted(grammar, text, budget):
            return text
        if budget.is_spent:
            break
        if not grammar.lookahead_nodes:
            continue
        text = _insert_lookaheads(text, grammar.lookahead_nodes, words)
        if _is_accepted(grammar, text, budget):
            return text
    return None


def _is_accepted(
    grammar: Grammar,
    text: str,
    budget: StepBudget,
) -> bool:
    """Return whether *text* has an allowed length and matches; True if *grammar* needs no check."""
    if grammar.check is None:
        return True
    if len(text) < grammar.min_length:
        return False
    if grammar.max_length is not None and len(text) > grammar.max_length:
        return False
    return passes_check(grammar.check, text, budget)


def _insert_lookaheads(
    text: str,
    lookahead_nodes: tuple[FitNode, ...],
    words: Iterator[int],
) -> str:
    """Return *text* with a random part overwritten by what the look-aheads require."""
    first = next(words) % len(lookahead_nodes)
    rotated = lookahead_nodes[first:] + lookahead_nodes[:first]
    required = "".join(
        [
            _draw_node(
                node,
                None,
                words,
                {},
            )
            for node in rotated
        ]
    )
    spare = len(text) - len(required)
    if spare < 0:
        return text
    start = next(words) % (spare + 1)
    return text[:start] + required + text[start + len(required) :]


# Compiling


def _fit_grammar(
    source: str,
    tree: Syntax,
    low: int,
    high: int | None,
    check: MatchCheck | None,
) -> Grammar | None:
    """Return *tree* as a grammar; None if it has no text of *low* to *high* characters."""
    shortest, longest = find_length_range(bound_repetitions(tree, 0))
    bounded = bound_repetitions(tree, max(0, low - shortest))
    needs_re = check is not None and not check.must_follow
    if needs_re and may_backtrack(tree):
        longest = min(longest, MAX_BACKTRACK_LENGTH)
    top = max(longest, low + 8, shortest)
    if high is not None:
        top = min(high, top)
    root = build_node(bounded, low, top)
    up_to_top = (1 << (top + 1)) - 1
    wanted = root.lengths >> low << low & up_to_top
    if not wanted:
        return None
    is_short = isinstance(root, RowsNode) or find_length_range(bounded)[1] <= top
    fits_always = is_short and wanted == root.lengths
    grammar = Grammar(
        source,
        root.ways,
        root,
        0 if fits_always else wanted,
        low,
        high,
        check,
        _build_lookahead_nodes(tree) if check is not None else (),
    )
    if isinstance(root, RowsNode):
        return _pool_strings(grammar, root)
    return grammar


def _pool_strings(grammar: Grammar, root: RowsNode) -> Grammar | None:
    """Return *grammar* with its strings written out, each once, if they are few.

    Return None if they are few and none of them passes the check.
    """
    has_exact_size = len(root.rows) == 1 and grammar.check is None
    if has_exact_size or grammar.size > MAX_POOLED_STRINGS:
        return grammar
    texts = dict.fromkeys(chain.from_iterable(map(_iter_row_texts, root.rows)))
    budget = StepBudget()
    accepted = tuple(text for text in texts if _is_accepted(grammar, text, budget))
    if not accepted:
        # Text that the look-aheads require may be inserted yet.
        return grammar if grammar.lookahead_nodes else None
    pool = TextRow(
        -1,
        (((accepted, len(accepted)),),),
    )
    return Grammar(
        grammar.source,
        len(accepted),
        RowsNode((pool,), root.lengths, len(accepted)),
        0,
        grammar.min_length,
        grammar.max_length,
    )


def _iter_row_texts(row: TextRow) -> Iterator[str]:
    """Yield every text of *row*: one entry of each table, the last table changing first."""
    tables = [table for slots in row.slot_groups for table, _ in slots]
    return map("".join, product(*tables))


def _build_lookahead_nodes(tree: Syntax) -> tuple[FitNode, ...]:
    """Return what the positive look-aheads require, without the text that they skip."""
    nodes = list(walk_syntax(tree))
    classes = [node.allowed for node in nodes if isinstance(node, CharClass)]
    body_chars = frozenset[str]().union(*classes)
    lookarounds = [node for node in nodes if isinstance(node, Lookaround)]
    wanted = [node.item for node in lookarounds if node.is_positive]
    shortest = [minimize_lookahead(item, body_chars) for item in wanted]
    required = [bound_repetitions(item, 0) for item in shortest]
    return tuple(build_node(node, 0, 64) for node in required if not _is_always_empty(node))


def _is_always_empty(node: Syntax) -> bool:
    """Return whether the longest text of *node* has no characters."""
    _, longest = find_length_range(node)
    return longest == 0
