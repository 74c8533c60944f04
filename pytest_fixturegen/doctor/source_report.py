"""What can be told of a target without running it: its models, fields that say little, validators, and what reaches outside."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.discovery.ast_scan import ScannedModel, scan_models
from pytest_fixturegen.discovery.namespaces import (
    Namespace,
    ProjectModules,
    find_imported_module,
    find_source_file,
)
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.doctor.report import FieldReport, Finding, ModelReport, Severity
from pytest_fixturegen.doctor.risks import find_risks

VAGUE_NAMES = frozenset({"Any", "object", "Callable"})
"""Names in an annotation that say nothing of a value."""

BARE_CONTAINERS = frozenset(
    "dict list set frozenset tuple deque Dict List Set FrozenSet Tuple Sequence Mapping Iterable".split()
)
"""Containers that say nothing of their items when they stand alone."""

VALIDATOR_DECORATORS = frozenset(
    "field_validator model_validator validator root_validator validates".split()
)
VALIDATOR_MARKERS = frozenset(
    "BeforeValidator AfterValidator WrapValidator PlainValidator Predicate".split()
)
VALIDATING_METHODS = frozenset("__init__ __post_init__ model_post_init __attrs_post_init__".split())

ANNOTATION_ADVICE = "Annotate it with the type of its values; a factory or provider given with -O fills it otherwise."
VALIDATOR_ADVICE = "Without --ast records are drawn, which shows whether they refuse."
IMPORT_ADVICE = "Without --ast the target runs behind walls, and what it tries is told."

MAX_FOLLOWED_MODULES = 200
"""Modules of the project that are followed."""


@dataclass(frozen=True, slots=True)
class ClassSource:
    """The source of a class: its *node* in the module *space*."""

    namespace: Namespace
    node: ast.ClassDef


def read_source_report(
    target: Target, is_wanted: Callable[[ScannedModel], bool]
) -> tuple[tuple[ModelReport, ...], tuple[Finding, ...]]:
    """The wanted models of *target* and what its source shows. Nothing is executed. Raises DiscoveryError as ``scan`` does."""
    scanned = [each for each in scan_models(target) if is_wanted(each)]
    path = Path(target.file) if target.file else find_source_file(target.module, (target.root,))
    assert path is not None  # or scan had raised
    sources = ProjectModules((target.root, str(path.parent)))
    space = sources.add_module(target.module, path)
    models, findings = [], []
    for each in scanned:
        found = _find_class(sources, space, each.name)
        fields = _read_fields(sources, found) if found else {}
        models.append(
            ModelReport(each.module, each.name, each.kind, tuple(fields.values()), line=each.line)
        )
        findings += list(_find_vague_fields(each.name, fields)) + (
            list(_find_in_class(each, found)) if found else []
        )
    return tuple(models), (*findings, *_find_project_risks(sources, target, space))


def format_location(file: str | Path, line: int) -> str:
    """``models.py:7``, seen from here where it lies below."""
    path, here = Path(file), Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{line}"


def _find_class(sources: ProjectModules, namespace: Namespace, name: str) -> ClassSource | None:
    """The source of the class *name*, which may stand in another class or in another module."""
    first, *rest = name.split(".")
    meaning = sources.resolve_name(namespace, first)
    home = sources.find_namespace(meaning.module) if meaning.node else None
    node: ast.stmt | None = meaning.node
    for part in rest:
        inner = [
            each
            for each in getattr(node, "body", ())
            if isinstance(each, ast.ClassDef) and each.name == part
        ]
        node = inner[0] if inner else None
    return ClassSource(home, node) if home and isinstance(node, ast.ClassDef) else None


def _read_fields(
    sources: ProjectModules, cls: ClassSource, depth: int = 0
) -> dict[str, FieldReport]:
    """The fields of *cls* by name, those of its bases first."""
    fields: dict[str, FieldReport] = {}
    for base in cls.node.bases if depth < 20 else ():
        inner = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(base, ast.Subscript) and _get_called_name(inner) == "RootModel":
            fields["root"] = FieldReport(
                "root", ast.unparse(base.slice), True, "unread", line=base.lineno
            )
        found = _find_class(sources, cls.namespace, ast.unparse(inner))
        if found and found.node is not cls.node:
            fields |= _read_fields(sources, found, depth + 1)
    for each in cls.node.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation) if _is_field(
                name, annotation
            ):
                fields[name] = FieldReport(
                    name, ast.unparse(annotation), each.value is None, "unread", line=each.lineno
                )
            case _:
                continue
    return fields


def _is_field(name: str, annotation: ast.expr) -> bool:
    return (
        not name.startswith("_")
        and name != "model_config"
        and not ast.unparse(annotation).split("[")[0].endswith("ClassVar")
    )


def _find_vague_fields(model: str, fields: dict[str, FieldReport]) -> Iterator[Finding]:
    for each in fields.values():
        word = _describe_vague(each.type)
        if word:
            what = f"Line {each.line}: its annotation, {each.type}, says nothing of {word}."
            yield Finding("untyped", "warning", f"{model}.{each.name}", what, ANNOTATION_ADVICE)


def _describe_vague(annotation: str) -> str:
    """Of what *annotation* says nothing: its values, its items, or not so."""
    tree = _parse_annotation(annotation)
    names = {
        _get_last_name(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
    }
    if names & VAGUE_NAMES:
        return "its values"
    held = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    bare = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in BARE_CONTAINERS and id(node) not in held
    ]
    return "its items" if bare else ""


def _parse_annotation(annotation: str) -> ast.AST:
    """The annotation as a tree; a quoted one without its quotes."""
    tree = ast.parse(annotation, mode="eval")
    inner = tree.body
    if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
        try:
            return ast.parse(inner.value, mode="eval")
        except SyntaxError:
            return tree
    return tree


def _get_last_name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _find_in_class(model: ScannedModel, cls: ClassSource) -> Iterator[Finding]:
    """Validators, and what looks like a field but is none."""
    for each in cls.node.body:
        match each:
            case ast.FunctionDef(name=name, decorator_list=decorators):
                said = [
                    mark
                    for mark in map(_get_called_name, decorators)
                    if mark in VALIDATOR_DECORATORS
                ]
                if said or name in VALIDATING_METHODS:
                    how = f"@{said[0]}" if said else "a method that runs when a record is made"
                    yield Finding(
                        "validator",
                        "note",
                        f"{model.name}.{name}",
                        f"Line {each.lineno}: {how}.",
                        VALIDATOR_ADVICE,
                    )
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                marks = sorted(
                    {
                        _get_last_name(node)
                        for node in ast.walk(annotation)
                        if isinstance(node, ast.Name | ast.Attribute)
                    }
                    & VALIDATOR_MARKERS
                )
                if marks:
                    yield Finding(
                        "validator",
                        "note",
                        f"{model.name}.{name}",
                        f"Line {each.lineno}: {', '.join(marks)}.",
                        VALIDATOR_ADVICE,
                    )
            case ast.Assign(targets=[ast.Name(id=name)]) if _looks_like_field(
                model, name, each.value
            ):
                what = f"Line {each.lineno}: it has no annotation, so it is no field."
                yield Finding("untyped", "warning", f"{model.name}.{name}", what, ANNOTATION_ADVICE)
            case _:
                continue


def _looks_like_field(model: ScannedModel, name: str, value: ast.expr) -> bool:
    own = name.startswith("_") or name in ("model_config", "Config")
    made = isinstance(value, ast.Call) and _get_called_name(value) not in ("Field", "field")
    return (
        model.kind in ("model", "dataclass")
        and not own
        and not made
        and not isinstance(value, ast.Lambda)
    )


def _get_called_name(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return _get_last_name(node) if isinstance(node, ast.Name | ast.Attribute) else ""


def _find_project_risks(
    sources: ProjectModules, target: Target, namespace: Namespace
) -> Iterator[Finding]:
    """What reaches outside, in the target's module and in those of the project that it imports."""
    waiting, seen = [namespace], {namespace.module}
    while waiting:
        here = waiting.pop(0)
        path = (
            Path(target.file)
            if target.file and here is namespace
            else find_source_file(here.module, (target.root, *_list_folders(target)))
        )
        for risk in find_risks(sources, here):
            severity: Severity = "warning" if risk.runs_at_import else "note"
            when = "" if risk.runs_at_import else ", in a function"
            yield Finding(
                "module",
                severity,
                format_location(path or here.module, risk.line),
                f"It {risk.description}{when}.",
                IMPORT_ADVICE,
            )
        for module in _list_imports(here):
            other = (
                sources.find_namespace(module)
                if module not in seen and len(seen) < MAX_FOLLOWED_MODULES
                else None
            )
            seen.add(module)
            if other is not None:
                waiting.append(other)


def _list_folders(target: Target) -> tuple[str, ...]:
    return (str(Path(target.file).parent),) if target.file else ()


def _list_imports(namespace: Namespace) -> Iterator[str]:
    """The modules that the top level of *space* imports."""
    for node in namespace.names.values():
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = find_imported_module(namespace, node)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
    yield from namespace.star_imports
