"""What can be told of a target without running it: its models, fields that say little, validators, and what reaches outside."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from pytest_fixturegen.examination.report import FieldReport, Finding, ModelReport, Severity
from pytest_fixturegen.examination.risks import risks_in
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.sandbox.namespaces import Namespace, Sources, absolute, source_of
from pytest_fixturegen.sandbox.scan import ScannedModel, scan
from pytest_fixturegen.sandbox.targets import Target

VAGUE = frozenset({"Any", "object", "Callable"})
"""Names in an annotation that say nothing of a value."""

BARE = frozenset("dict list set frozenset tuple deque Dict List Set FrozenSet Tuple Sequence Mapping Iterable".split())
"""Containers that say nothing of their items when they stand alone."""

CHECKS = frozenset("field_validator model_validator validator root_validator validates".split())
MARKS = frozenset("BeforeValidator AfterValidator WrapValidator PlainValidator Predicate".split())
METHODS = frozenset("__init__ __post_init__ model_post_init __attrs_post_init__".split())

TYPED = "Annotate it with the type of its values; a factory or provider given with -O fills it otherwise."
SEEN = "Without --ast records are drawn, which shows whether they refuse."
RUN = "Without --ast the target runs behind walls, and what it tries is told."

MOST = 200
"""Modules of the project that are followed."""


@dataclass(frozen=True, slots=True)
class Class:
    """The source of a class: its *node* in the module *space*."""

    space: Namespace
    node: ast.ClassDef


def read(target: Target, is_wanted: Callable[[ScannedModel], bool]) -> tuple[tuple[ModelReport, ...], tuple[Finding, ...]]:
    """The wanted models of *target* and what its source shows. Nothing is executed. Raises DiscoveryError as ``scan`` does."""
    scanned = [each for each in scan(target) if is_wanted(each)]
    path = Path(target.file) if target.file else source_of(target.module, (target.root,))
    assert path is not None  # or scan had raised
    sources = Sources((target.root, str(path.parent)))
    space = sources.add(target.module, path)
    models, findings = [], []
    for each in scanned:
        found = _class(sources, space, each.name)
        fields = _fields(sources, found) if found else {}
        models.append(ModelReport(each.module, each.name, each.kind, tuple(fields.values()), line=each.line))
        findings += list(_vague(each.name, fields)) + (list(_of_class(each, found)) if found else [])
    return tuple(models), (*findings, *_risks(sources, target, space))


def place(file: str | Path, line: int) -> str:
    """``models.py:7``, seen from here where it lies below."""
    path, here = Path(file), Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{line}"


def _class(sources: Sources, space: Namespace, name: str) -> Class | None:
    """The source of the class *name*, which may stand in another class or in another module."""
    first, *rest = name.split(".")
    meaning = sources.meaning(space, first)
    home = sources.named(meaning.module) if meaning.node else None
    node: ast.stmt | None = meaning.node
    for part in rest:
        inner = [each for each in getattr(node, "body", ()) if isinstance(each, ast.ClassDef) and each.name == part]
        node = inner[0] if inner else None
    return Class(home, node) if home and isinstance(node, ast.ClassDef) else None


def _fields(sources: Sources, cls: Class, deep: int = 0) -> dict[str, FieldReport]:
    """The fields of *cls* by name, those of its bases first."""
    fields: dict[str, FieldReport] = {}
    for base in cls.node.bases if deep < 20 else ():
        inner = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(base, ast.Subscript) and _called(inner) == "RootModel":
            fields["root"] = FieldReport("root", ast.unparse(base.slice), True, "unread", line=base.lineno)
        found = _class(sources, cls.space, ast.unparse(inner))
        if found and found.node is not cls.node:
            fields |= _fields(sources, found, deep + 1)
    for each in cls.node.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation) if _is_field(name, annotation):
                fields[name] = FieldReport(name, ast.unparse(annotation), each.value is None, "unread", line=each.lineno)
            case _:
                continue
    return fields


def _is_field(name: str, annotation: ast.expr) -> bool:
    return (
        not name.startswith("_") and name != "model_config" and not ast.unparse(annotation).split("[")[0].endswith("ClassVar")
    )


def _vague(model: str, fields: dict[str, FieldReport]) -> Iterator[Finding]:
    for each in fields.values():
        word = _vague_word(each.type)
        if word:
            what = f"Line {each.line}: its annotation, {each.type}, says nothing of {word}."
            yield Finding("untyped", "warning", f"{model}.{each.name}", what, TYPED)


def _vague_word(annotation: str) -> str:
    """Of what *annotation* says nothing: its values, its items, or not so."""
    tree = _parsed(annotation)
    names = {_last(node) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)}
    if names & VAGUE:
        return "its values"
    held = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    bare = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in BARE and id(node) not in held]
    return "its items" if bare else ""


def _parsed(annotation: str) -> ast.AST:
    """The annotation as a tree; a quoted one without its quotes."""
    tree = ast.parse(annotation, mode="eval")
    inner = tree.body
    if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
        try:
            return ast.parse(inner.value, mode="eval")
        except SyntaxError:
            return tree
    return tree


def _last(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _of_class(model: ScannedModel, cls: Class) -> Iterator[Finding]:
    """Validators, and what looks like a field but is none."""
    for each in cls.node.body:
        match each:
            case ast.FunctionDef(name=name, decorator_list=decorators):
                said = [mark for mark in map(_called, decorators) if mark in CHECKS]
                if said or name in METHODS:
                    how = f"@{said[0]}" if said else "a method that runs when a record is made"
                    yield Finding("validator", "note", f"{model.name}.{name}", f"Line {each.lineno}: {how}.", SEEN)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                marks = sorted(
                    {_last(node) for node in ast.walk(annotation) if isinstance(node, ast.Name | ast.Attribute)} & MARKS
                )
                if marks:
                    yield Finding("validator", "note", f"{model.name}.{name}", f"Line {each.lineno}: {', '.join(marks)}.", SEEN)
            case ast.Assign(targets=[ast.Name(id=name)]) if _looks_like_field(model, name, each.value):
                what = f"Line {each.lineno}: it has no annotation, so it is no field."
                yield Finding("untyped", "warning", f"{model.name}.{name}", what, TYPED)
            case _:
                continue


def _looks_like_field(model: ScannedModel, name: str, value: ast.expr) -> bool:
    own = name.startswith("_") or name in ("model_config", "Config")
    made = isinstance(value, ast.Call) and _called(value) not in ("Field", "field")
    return model.kind in ("model", "dataclass") and not own and not made and not isinstance(value, ast.Lambda)


def _called(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return _last(node) if isinstance(node, ast.Name | ast.Attribute) else ""


def _risks(sources: Sources, target: Target, space: Namespace) -> Iterator[Finding]:
    """What reaches outside, in the target's module and in those of the project that it imports."""
    waiting, seen = [space], {space.module}
    while waiting:
        here = waiting.pop(0)
        path = Path(target.file) if target.file and here is space else source_of(here.module, (target.root, *_folder(target)))
        for risk in risks_in(sources, here):
            severity: Severity = "warning" if risk.runs else "note"
            when = "" if risk.runs else ", in a function"
            yield Finding("module", severity, place(path or here.module, risk.line), f"It {risk.what}{when}.", RUN)
        for module in _imported(here):
            other = sources.named(module) if module not in seen and len(seen) < MOST else None
            seen.add(module)
            if other is not None:
                waiting.append(other)


def _folder(target: Target) -> tuple[str, ...]:
    return (str(Path(target.file).parent),) if target.file else ()


def _imported(space: Namespace) -> Iterator[str]:
    """The modules that the top level of *space* imports."""
    for node in space.names.values():
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = absolute(space, node)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
    yield from space.stars
