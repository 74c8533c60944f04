"""Strings that match a regular expression, drawn from a 64-bit word by construction and not by trial.

A pattern is compiled once into rows of tables; to draw is to index them with the digits of the word. What no construction
can promise (look-arounds, back-references, word boundaries) is searched for in the drawn text, and drawn again from a mixed
word where it fails.
"""

from collections.abc import Iterator
from dataclasses import field
from itertools import product

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.providers.pattern_classes import Chars, PatternError
from pytest_fixturegen.providers.pattern_fit import Chain, Echo, Fork, Keep, Node, Row, Rows, bits, build
from pytest_fixturegen.providers.pattern_looks import asked, consumed, needs_trial, padded, wished
from pytest_fixturegen.providers.pattern_syntax import Look, Syntax, bounded, effort, read_pattern, span, walk
from pytest_fixturegen.providers.pattern_trial import Trial, may_backtrack, passes, trial

__all__ = ["Grammar", "PatternError", "compile_pattern", "draw_match"]

MOST_EFFORT = 1 << 16  # characters: a pattern that asks for more is refused
POOL = 512  # strings: a grammar with no more is written out, so that its size is exact
TRIES = 200
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15  # the step of splitmix64
CHAIN = 0xD1B54A32D192ED03  # keeps the words of a tree apart from those of a row
TRIED_LENGTH = 12  # characters: what may backtrack without end, and only `re` can try, is tried on short texts only


@dataclass(frozen=True, slots=True)
class Grammar:
    """A pattern, ready to draw.

    *size* is the number of distinct strings it can draw, 2**64 at most; where the pattern can say one string in two ways,
    or needs a *check*, more than 512 are an upper bound.
    """

    source: str
    size: int
    root: Node = field(repr=False)
    lengths: int = field(default=0, repr=False)  # bit n: n characters are wanted; 0 if any drawn length will do
    low: int = 0
    high: int | None = None
    check: Trial | None = field(default=None, repr=False)
    wishes: tuple[Node, ...] = field(default=(), repr=False)


def compile_pattern(source: str, *, flags: int = 0, min_length: int = 0, max_length: int | None = None) -> Grammar:
    """The grammar of the strings that *source* is found in, as ``re.search`` finds it.

    They are *min_length* to *max_length* characters long, both ends in.

    Raises PatternError when it cannot be parsed, or no string within the lengths can match.
    """
    parsed, text, all_flags = read_pattern(source, flags)
    tree = consumed(parsed)
    if effort(tree) > MOST_EFFORT or min_length > MOST_EFFORT:
        raise PatternError(f"The pattern {source!r} asks for more than {MOST_EFFORT} characters.")
    low, high = asked(tree, min_length, max_length)
    check = trial(parsed, text, all_flags) if needs_trial(tree) else None
    for candidate in (tree, padded(tree)):
        grammar = _fit(source, candidate, low, high, check)
        if grammar is not None and (grammar.check is None or _drawn(grammar, 0) is not None):
            return grammar
    within = f" with {low} to {'any number of' if high is None else high} characters" if low or high is not None else ""
    raise PatternError(f"No string{within} was found that matches the pattern {source!r}.")


def draw_match(grammar: Grammar, word: int) -> str:
    """A string that matches, a pure function of *word*, in [0, 2**64).

    Raises PatternError if the pattern needs trials and 200 of them fail.
    """
    root = grammar.root
    if grammar.check is None and type(root) is Rows:
        return _draw_rows(root.rows, word)
    text = _drawn(grammar, word)
    if text is None:
        raise PatternError(f"No string that matches the pattern {grammar.source!r} was found in {TRIES} tries.")
    return text


# Drawing


def _draw_rows(rows: tuple[Row, ...], word: int) -> str:
    """One of *rows*, digit by digit of *word*. Runs for every value: 0.3 µs, and 0.07 µs a slot."""
    seed = word
    if len(rows) > 1:
        word, pick = divmod(word, len(rows))
        groups = rows[pick].groups
    else:
        groups = rows[0].groups
    parts = []
    spent = False
    for slots in groups:
        if spent:
            seed += GOLDEN
            word = _mixed(seed)
        for table, base in slots:
            if base:
                parts.append(table[word % base])
                word //= base
            else:
                parts.append(table[0])
        spent = True
    return "".join(parts)


def _mixed(state: int) -> int:
    """The word of splitmix64 at *state*."""
    state &= MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
    return state ^ (state >> 31)


def _chain(word: int) -> Iterator[int]:
    """*word*, then the words of splitmix64 from there; not those that its rows spend."""
    yield word
    state = word ^ CHAIN
    while True:
        state += GOLDEN
        yield _mixed(state)


def _draw(node: Node, length: int | None, words: Iterator[int], groups: dict[int, str]) -> str:
    """A text of *node*, of exactly *length* characters if that is given and possible."""
    match node:
        case Rows(rows):
            fitting = rows if length is None else tuple(one for one in rows if one.length == length)
            return _draw_rows(fitting, next(words)) if fitting else ""
        case Chain():
            return _draw_chain(node, length, words, groups)
        case Fork(branches, given):
            if given is not None:
                return _draw(branches[given not in groups], length, words, groups)
            able = branches if length is None else [branch for branch in branches if branch.lengths >> length & 1]
            return _draw(able[next(words) % len(able)], length, words, groups) if able else ""
        case Keep(number, item):
            groups[number] = _draw(item, length, words, groups)
            return groups[number]
        case Echo(number):
            return groups.get(number, "")


def _draw_chain(node: Chain, length: int | None, words: Iterator[int], groups: dict[int, str]) -> str:
    items, low = node.items, node.low
    if length is None:
        count = low if low == len(items) else low + next(words) % (len(items) - low + 1)
        return "".join(
            [
                _draw_rows(item.rows, next(words)) if type(item) is Rows else _draw(item, None, words, groups)
                for item in items[:count]
            ]
        )
    parts = []
    for index, item in enumerate(items):
        if index >= low and not length:
            break
        tail = node.tails[index + 1]
        shares = [share for share in bits(item.lengths) if share <= length and tail >> (length - share) & 1] or [0]
        share = shares[next(words) % len(shares)] if len(shares) > 1 else shares[0]
        parts.append(_draw(item, share, words, groups))
        length -= share
    return "".join(parts)


def _drawn(grammar: Grammar, word: int) -> str | None:
    """The first text that passes the check; each try has a word of its own."""
    wanted = bits(grammar.lengths)
    for attempt, seed in zip(range(TRIES), _chain(word), strict=False):
        words = _chain(seed ^ attempt)
        length = wanted[seed % len(wanted)] if wanted else None
        text = _draw(grammar.root, length, words, {})
        if _passes(grammar, text):
            return text
        if grammar.wishes and _passes(grammar, text := _granted(text, grammar.wishes, words)):
            return text
    return None


def _passes(grammar: Grammar, text: str) -> bool:
    if grammar.check is None:
        return True
    within = grammar.low <= len(text) and (grammar.high is None or len(text) <= grammar.high)
    return within and passes(grammar.check, text)


def _granted(text: str, wishes: tuple[Node, ...], words: Iterator[int]) -> str:
    """*text* with what the look-aheads ask for, written over some place of it."""
    first = next(words) % len(wishes)
    wish = "".join([_draw(node, None, words, {}) for node in wishes[first:] + wishes[:first]])
    spare = len(text) - len(wish)
    if spare < 0:
        return text
    start = next(words) % (spare + 1)
    return text[:start] + wish + text[start + len(wish) :]


# Compiling


def _fit(source: str, tree: Syntax, low: int, high: int | None, check: Trial | None) -> Grammar | None:
    """*tree* as a grammar, or None if it cannot be as long, or as short."""
    shortest, longest = span(bounded(tree, 0))
    usual = bounded(tree, max(0, low - shortest))
    if check is not None and check.tree is None and may_backtrack(tree):
        longest = min(longest, TRIED_LENGTH)
    top = max(longest, low + 8, shortest) if high is None else min(high, max(longest, low + 8, shortest))
    root = build(usual, low, top)
    wanted = root.lengths >> low << low & ((1 << (top + 1)) - 1)
    if not wanted:
        return None
    fits = wanted == root.lengths and (isinstance(root, Rows) or span(usual)[1] <= top)
    wishes = _wishes(tree) if check is not None else ()
    grammar = Grammar(source, root.ways, root, 0 if fits else wanted, low, high, check, wishes)
    return _pooled(grammar, root) if isinstance(root, Rows) else grammar


def _pooled(grammar: Grammar, root: Rows) -> Grammar | None:
    """*grammar* with its strings written out, each once, if they are few."""
    if grammar.size > POOL or (len(root.rows) == 1 and grammar.check is None):
        return grammar
    texts = dict.fromkeys(
        "".join(parts) for one in root.rows for parts in product(*(table for slots in one.groups for table, _ in slots))
    )
    passing = tuple(text for text in texts if _passes(grammar, text))
    if not passing:
        return None if not grammar.wishes else grammar
    pool = Row(-1, (((passing, len(passing)),),))
    return Grammar(grammar.source, len(passing), Rows((pool,), root.lengths, len(passing)), 0, grammar.low, grammar.high)


def _wishes(tree: Syntax) -> tuple[Node, ...]:
    """What the wanted look-aheads ask for, without the rest that they skip."""
    body = frozenset[str]().union(*(node.allowed for node in walk(tree) if isinstance(node, Chars)))
    looks = [node.item for node in walk(tree) if isinstance(node, Look) and node.wanted]
    trees = [bounded(wished(item, body), 0) for item in looks]
    return tuple(build(tree, 0, 64) for tree in trees if span(tree)[1])
