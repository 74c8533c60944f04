"""Figures of readability: names, density, dialect and layout of the package and its prose.

``python -m tests.architecture.readability`` prints the worst places. The figures are a mirror: a
low figure does not make code readable, but a high one shows where to look.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pytest_fixturegen"
MAX_COLUMNS = 100

PARTICIPLE_ENDINGS = (
    "ed|own|awn|aid|old|ept|ound|ade|ent|ought|iven|tten|oken|osen|een|ung"  # told, made, drawn …
)
PARTICIPLE = re.compile(rf"_*[a-z]*(?:{PARTICIPLE_ENDINGS})$")
ORDINARY_WORDS = frozenset(
    "seed embed feed need speed extend send find bind round build hold fold append spend comment "
    "event indent present client content bound sent grade upgrade fragment statement document "
    "element increment argument component parent threshold screen between agent extent tent accept "
    "shade blade fade trade".split()
)
"""Words that end like a participle and are none."""

DIALECT = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"\b(?:is|are|was|be) told\b",
        r"\btold (?:of|by|what|so|how|the|when|at)\b|\btells? of\b|\b(?:said|says?|say) of\b",
        r"(?:^|[.:;] )(?:What|Who|Whoever|Whatever|Those|Whichever) "
        r"(?!if\b|is new\b|you\b|['’]s\b)[a-z]",
        (
            r"\bof (?:ours|theirs|its own|one's own|your own|their own|yours|his "
            r"own)\b|\bof its like\b"
        ),
        r"\b(?:is|are|be|was|were) (?:no|none)\b(?! longer)",
        r"\bgoe?s? before\b",
        r"\bstands? (?:in|for|against|alone|by|there|at|as|once|after|under|beside|within)\b",
        r"\bthat (?:is|are) there\b|\bwhich there (?:are|is)\b|\bwhere there (?:is|are) none\b",
        r"\bis there already\b|\bis not there\b",
        r"\b(?:cannot|can not|may not) be(?=[.,;]|$)|\bwhat cannot\b",
        r"\b[Ww]here (?:it|they|nothing|nobody|one|what|those|there)\b",
        r"\b(?:beside|lest|for ever|anew|manieth|befalls?|seldom|hitherto|thereof|whence|amiss)\b",
        r"\b(?:is heard|are heard|gives way|a year is no)\b",
        r"\b(?:somebody|anybody's|anyone's storage|nobody else)\b",
    )
)
"""Phrases that plain technical English does not need."""

BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.BoolOp,
    ast.comprehension,
    ast.ExceptHandler,
    ast.match_case,
)


@dataclass
class Measures:
    """Everything that is counted while the files of the package are read."""

    function_names: dict[str, str] = field(default_factory=dict)
    class_places: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    line_tokens: list[int] = field(default_factory=list)
    lines: int = 0
    long_lines: list[str] = field(default_factory=list)
    function_lines: int = 0
    branches: int = 0
    broad_excepts: list[str] = field(default_factory=list)
    texts: int = 0
    dialect: list[str] = field(default_factory=list)


def measure_package(root: Path = PACKAGE) -> Measures:
    """Return the measures of every module below *root*."""
    measures = Measures()
    for path in sorted(root.rglob("*.py")):
        source = path.read_text("utf-8")
        name = str(path.relative_to(root))
        measure_lines(source, name, measures)
        for node in ast.walk(ast.parse(source)):
            measure_node(node, f"{name}:{getattr(node, 'lineno', 0)}", measures)
    return measures


def measure_lines(source: str, name: str, measures: Measures) -> None:
    """Count lines, lines that are too long, and tokens per line."""
    for number, line in enumerate(source.splitlines(), 1):
        measures.lines += 1
        if len(line) > MAX_COLUMNS:
            measures.long_lines.append(f"{name}:{number}")
    counts: Counter[int] = Counter()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NAME, tokenize.OP, tokenize.NUMBER):
            counts[token.start[0]] += 1
    measures.line_tokens += counts.values()


def measure_node(node: ast.AST, place: str, measures: Measures) -> None:
    """Count one node of the syntax tree."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        measure_function(node, place, measures)
    elif isinstance(node, ast.ClassDef):
        measures.class_places[node.name].append(place)
    elif isinstance(node, ast.ExceptHandler) and is_broad(node):
        measures.broad_excepts.append(place)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        measure_text(node.value, place, measures)


def measure_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, place: str, measures: Measures
) -> None:
    """Count a function: its name, its lines and its branches."""
    decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
    is_property = any("property" in decorator for decorator in decorators)
    if not node.name.startswith("__") and not is_property:
        measures.function_names[place] = node.name
    measures.function_lines += (node.end_lineno or node.lineno) - node.lineno + 1
    measures.branches += sum(isinstance(inner, BRANCHES) for inner in ast.walk(node))


def measure_text(text: str, place: str, measures: Measures) -> None:
    """Count a docstring or message of at least three words, and whether it is in dialect."""
    if text.count(" ") < 2:
        return
    measures.texts += 1
    if has_dialect(text):
        measures.dialect.append(f"{place} {' '.join(text.split())[:90]}")


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Return whether *handler* catches every exception."""
    if handler.type is None:
        return True
    return getattr(handler.type, "id", "") in ("Exception", "BaseException")


def has_dialect(text: str) -> bool:
    """Return whether *text* has a phrase of DIALECT."""
    return any(pattern.search(text) for pattern in DIALECT)


def is_bare_participle(name: str) -> bool:
    """Return whether a function's *name* is a single participle, such as ``told``."""
    word = name.strip("_")
    if "_" in word or word in ORDINARY_WORDS:
        return False
    return PARTICIPLE.match(name) is not None


def find_prose_dialect(root: Path = ROOT) -> tuple[list[str], int]:
    """Return the prose lines of Markdown with dialect, and how many prose lines there are."""
    hits, count = [], 0
    for path in (*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("changes/*.md")):
        for number, line in list_prose_lines(path):
            count += 1
            if has_dialect(line):
                hits.append(f"{path.relative_to(root)}:{number} {line.strip()[:90]}")
    return hits, count


def list_prose_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a Markdown file outside code blocks, with their numbers."""
    is_code = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.lstrip().startswith("```"):
            is_code = not is_code
        elif not is_code and line.strip():
            yield number, line


def compute_figures() -> dict[str, float]:
    """Return every figure by its name."""
    measures = measure_package()
    names = list(measures.function_names.values())
    single_words = [name for name in names if "_" not in name.strip("_")]
    prose_hits, prose_lines = find_prose_dialect()
    tokens = sorted(measures.line_tokens)
    repeated = [name for name, places in measures.class_places.items() if len(set(places)) > 1]
    return {
        "bare participles, %": 100 * sum(map(is_bare_participle, names)) / len(names),
        "single-word functions, %": 100 * len(single_words) / len(names),
        "repeated class names": len(repeated),
        "dialect in code, %": 100 * len(measures.dialect) / measures.texts,
        "dialect in Markdown, %": 100 * len(prose_hits) / prose_lines,
        "tokens per line, 90th percentile": tokens[int(len(tokens) * 0.9)],
        "lines over 100 columns, %": 100 * len(measures.long_lines) / measures.lines,
        "branches per function line": measures.branches / measures.function_lines,
        "broad excepts": len(measures.broad_excepts),
        "modules at the root": len(list(PACKAGE.glob("*.py"))),
    }


if __name__ == "__main__":
    found = measure_package()
    for title, places in (
        ("lines over 100 columns", found.long_lines),
        ("broad excepts", found.broad_excepts),
        ("dialect in code", found.dialect),
        ("dialect in Markdown", find_prose_dialect()[0]),
    ):
        print(f"{title}: {len(places)}", *places[:20], sep="\n  ")
    for figure, value in compute_figures().items():
        print(f"{figure:36} {value:8.2f}")
