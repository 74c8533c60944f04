"""The report of ``pfg doctor --ast``: models, vague fields, validators and risks, from source."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.discovery.ast_scan import ScannedModel, scan_source
from pytest_fixturegen.discovery.namespaces import (
    Namespace,
    ProjectModules,
    find_imported_module,
    find_source_file,
)
from pytest_fixturegen.discovery.source_text import (
    format_dotted_name,
    format_expression,
    parse_quietly,
)
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.doctor.report import FieldReport, Finding, ModelReport, Severity
from pytest_fixturegen.doctor.risks import Risk, find_risks
from pytest_fixturegen.errors import DiscoveryError

VAGUE_NAMES = frozenset({"Any", "object", "Callable"})
"""Names in an annotation that do not describe a value."""

BARE_CONTAINERS = frozenset(
    (
        "dict list set frozenset tuple deque Dict List Set FrozenSet Tuple "
        "Sequence Mapping Iterable"
    ).split()
)
"""Containers that do not describe their items unless they have arguments."""

VALIDATOR_DECORATORS = frozenset(
    "field_validator model_validator validator root_validator validates".split()
)
VALIDATOR_MARKERS = frozenset(
    "BeforeValidator AfterValidator WrapValidator PlainValidator Predicate".split()
)
VALIDATING_METHODS = frozenset("__init__ __post_init__ model_post_init __attrs_post_init__".split())

ANNOTATION_ADVICE = (
    "Annotate it with the type of its values, or fill it by a factory or provider with -O."
)
VALIDATOR_ADVICE = "Without --ast, records are drawn, which shows whether the validators refuse."
IMPORT_ADVICE = "Without --ast, the target runs in the sandbox, and its attempts are reported."

MAX_BASE_DEPTH = 20
"""Depth of the class hierarchy up to which bases are followed; sources may contain cycles."""

MAX_REPORTED_FIELDS = 100_000
"""Fields of all models of a report: each of thousands of models may inherit thousands."""

MAX_FOLLOWED_MODULES = 200
"""Number of imported modules of the project that are read at most."""


@dataclass(frozen=True, slots=True)
class ClassSource:
    """The definition of a class and the module that contains it."""

    namespace: Namespace
    node: ast.ClassDef


def read_source_report(
    target: Target, is_wanted: Callable[[ScannedModel], bool]
) -> tuple[tuple[ModelReport, ...], tuple[Finding, ...]]:
    """Return the reports of the wanted models of *target*, and the findings in its source.

    Nothing is executed. Raise DiscoveryError as ``scan_models`` does.
    """
    source = scan_source(target)
    sources, namespace = source.sources, source.namespace
    reader = FieldReader(sources)
    reports: list[ModelReport] = []
    findings: list[Finding] = []
    for model in filter(is_wanted, source.models):
        cls = _find_class(sources, namespace, model.name)
        fields = reader.read_fields(cls) if cls else {}
        report = ModelReport(
            model.module,
            model.name,
            model.kind,
            fields=tuple(fields.values()),
            line=model.line,
        )
        reports.append(report)
        findings += _find_vague_fields(model.name, fields)
        if cls:
            findings += _find_in_class(model, cls)
    findings += _find_project_risks(sources, target, namespace)
    return tuple(reports), tuple(findings)


def format_location(file: str | Path, line: int) -> str:
    """Return ``models.py:7``; the path is relative if it is below the current directory."""
    path, directory = Path(file), Path.cwd()
    if path.is_relative_to(directory):
        path = path.relative_to(directory)
    return f"{path}:{line}"


def _find_class(
    sources: ProjectModules,
    namespace: Namespace,
    name: str,
) -> ClassSource | None:
    """Return the source of the class *name*, possibly nested or imported from another module."""
    first, *rest = name.split(".")
    resolved = sources.resolve_name(namespace, first)
    if not resolved.node:
        return None
    home = sources.find_namespace(resolved.module)
    node: ast.stmt | None = resolved.node
    for part in rest:
        node = _find_nested_class(node, part)
    if home and isinstance(node, ast.ClassDef):
        return ClassSource(home, node)
    return None


def _find_nested_class(
    node: ast.stmt | None,
    name: str,
) -> ast.ClassDef | None:
    """Return the class *name* in the body of *node*, or None."""
    for statement in getattr(node, "body", ()):
        if isinstance(statement, ast.ClassDef) and statement.name == name:
            return statement
    return None


class FieldReader:
    """Reads the fields of classes, each once, and those that they inherit."""

    def __init__(
        self,
        sources: ProjectModules,
        max_fields: int = MAX_REPORTED_FIELDS,
    ) -> None:
        self._sources = sources
        self._fields: dict[int, dict[str, FieldReport]] = {}
        self._max_fields = max_fields
        self._field_count = 0

    def read_fields(
        self,
        cls: ClassSource,
        depth: int = 0,
    ) -> dict[str, FieldReport]:
        """Return the fields of *cls* by name, inherited fields first.

        *depth* is the number of classes between *cls* and the model. Raise DiscoveryError if the
        models have too many fields for a report.
        """
        key = id(cls.node)
        if key not in self._fields:
            self._fields[key] = {}  # while it is read: a class may derive from itself
            fields = self._collect_fields(cls, depth)
            self._count_fields(cls, len(fields))
            self._fields[key] = fields
        return self._fields[key]

    def _collect_fields(
        self,
        cls: ClassSource,
        depth: int,
    ) -> dict[str, FieldReport]:
        """Return the fields of the bases of *cls*, and then its own."""
        fields: dict[str, FieldReport] = {}
        bases = cls.node.bases if depth < MAX_BASE_DEPTH else ()
        for base in bases:
            fields |= self._read_base_fields(cls, base, depth)
        for statement in cls.node.body:
            field = _read_field(statement)
            if field is not None:
                fields[field.name] = field
        return fields

    def _count_fields(
        self,
        cls: ClassSource,
        count: int,
    ) -> None:
        """Add *count* fields of *cls*; raise DiscoveryError if they are too many."""
        self._field_count += count
        if self._field_count > self._max_fields:
            raise DiscoveryError(
                f"The models have more than {self._max_fields:,} fields with those that they "
                f"inherit, up to {cls.node.name}.",
                hint="Select some of them with --include.",
            )

    def _read_base_fields(
        self,
        cls: ClassSource,
        base: ast.expr,
        depth: int,
    ) -> dict[str, FieldReport]:
        """Return the fields that *cls* inherits from *base*, such as ``root`` of a RootModel."""
        fields: dict[str, FieldReport] = {}
        generic = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(base, ast.Subscript) and _get_called_name(generic) == "RootModel":
            fields["root"] = _build_field(
                "root",
                base.slice,
                base.lineno,
                is_required=True,
            )
        base_class = _find_class(
            self._sources,
            cls.namespace,
            format_dotted_name(generic),
        )
        if base_class and base_class.node is not cls.node:
            fields |= self.read_fields(base_class, depth + 1)
        return fields


def _read_field(statement: ast.stmt) -> FieldReport | None:
    """Return the field that *statement* declares, or None; a field without value is required."""
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
            if not _is_field(name, annotation):
                return None
            return _build_field(
                name,
                annotation,
                statement.lineno,
                is_required=statement.value is None,
            )
        case _:
            return None


def _build_field(
    name: str,
    annotation: ast.expr,
    line: int,
    is_required: bool,
) -> FieldReport:
    """Return the report of a field without drawn values, so its kind is ``unread``."""
    return FieldReport(
        name,
        format_expression(annotation),
        is_required,
        "unread",
        line=line,
    )


def _is_field(name: str, annotation: ast.expr) -> bool:
    """Return whether an annotated name is a field: it is not private, and no ClassVar."""
    is_special = name.startswith("_") or name == "model_config"
    outer_type = format_expression(annotation).split("[")[0]
    is_class_variable = outer_type.endswith("ClassVar")
    return not is_special and not is_class_variable


def _find_vague_fields(
    model: str,
    fields: dict[str, FieldReport],
) -> Iterator[Finding]:
    """Yield a warning for each field whose annotation does not describe its values or items."""
    for field in fields.values():
        subject = _find_vague_part(field.type)
        if subject:
            what = f"Line {field.line}: its annotation, {field.type}, does not describe {subject}."
            yield Finding("untyped", "warning", f"{model}.{field.name}", what, ANNOTATION_ADVICE)


def _find_vague_part(annotation: str) -> str:
    """Return the part that *annotation* leaves open: ``its values``, ``its items`` or ""."""
    tree = _parse_annotation(annotation)
    if _collect_names(tree) & VAGUE_NAMES:
        return "its values"
    return "its items" if _has_bare_container(tree) else ""


def _has_bare_container(tree: ast.AST) -> bool:
    """Return whether *tree* has a container such as ``list`` without arguments."""
    nodes = list(ast.walk(tree))
    with_arguments = {id(node.value) for node in nodes if isinstance(node, ast.Subscript)}
    for node in nodes:
        is_container = isinstance(node, ast.Name) and node.id in BARE_CONTAINERS
        if is_container and id(node) not in with_arguments:
            return True
    return False


def _parse_annotation(annotation: str) -> ast.AST:
    """Return *annotation* as a tree; a quoted annotation is parsed without its quotes."""
    try:
        tree = parse_quietly(annotation, mode="eval")
    except (SyntaxError, ValueError):  # it is cut, since it is too deep to be shown
        return ast.Module([], [])
    match tree:
        case ast.Expression(body=ast.Constant(value=str() as quoted)):
            try:
                return parse_quietly(quoted, mode="eval")
            except (SyntaxError, ValueError):
                return tree
        case _:
            return tree


def _collect_names(tree: ast.AST) -> set[str]:
    """Return the last parts of all names in *tree*: ``Any`` for ``typing.Any``."""
    return {
        _get_last_name(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
    }


def _get_last_name(node: ast.Name | ast.Attribute) -> str:
    """Return the name after the last dot."""
    return node.id if isinstance(node, ast.Name) else node.attr


def _find_in_class(model: ScannedModel, cls: ClassSource) -> Iterator[Finding]:
    """Yield the validators of a class, and the assignments that look like fields."""
    for statement in cls.node.body:
        match statement:
            case ast.FunctionDef(name=name, decorator_list=decorators):
                description = _describe_validator(name, decorators)
                if description:
                    yield _build_validator_finding(model, name, statement.lineno, description)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                markers = sorted(_collect_names(annotation) & VALIDATOR_MARKERS)
                if markers:
                    description = ", ".join(markers)
                    yield _build_validator_finding(model, name, statement.lineno, description)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _looks_like_field(
                model, name, value
            ):
                what = f"Line {statement.lineno}: it has no annotation, so it is not a field."
                yield Finding("untyped", "warning", f"{model.name}.{name}", what, ANNOTATION_ADVICE)
            case _:
                continue


def _describe_validator(
    name: str,
    decorators: list[ast.expr],
) -> str:
    """Return how the method *name* validates, or an empty string if it does not."""
    decorator_names = [_get_called_name(decorator) for decorator in decorators]
    for decorator_name in decorator_names:
        if decorator_name in VALIDATOR_DECORATORS:
            return f"@{decorator_name}"
    if name in VALIDATING_METHODS:
        return "a method that runs when a record is made"
    return ""


def _build_validator_finding(
    model: ScannedModel,
    name: str,
    line: int,
    description: str,
) -> Finding:
    """Return the note that a class validates its records.

    Only drawn records show whether it refuses them.
    """
    what = f"Line {line}: {description}."
    return Finding("validator", "note", f"{model.name}.{name}", what, VALIDATOR_ADVICE)


def _looks_like_field(
    model: ScannedModel,
    name: str,
    value: ast.expr,
) -> bool:
    """Return whether an assignment without annotation was probably meant as a field.

    Other kinds of models declare fields without annotations.
    """
    if model.kind not in ("model", "dataclass"):
        return False
    if name.startswith("_") or name in ("model_config", "Config"):
        return False
    if isinstance(value, ast.Call):
        return _get_called_name(value) in ("Field", "field")
    return not isinstance(value, ast.Lambda)


def _get_called_name(node: ast.expr) -> str:
    """Return the last part of the called or decorating name, or an empty string."""
    function = node.func if isinstance(node, ast.Call) else node
    if isinstance(function, ast.Name | ast.Attribute):
        return _get_last_name(function)
    return ""


def _find_project_risks(
    sources: ProjectModules, target: Target, namespace: Namespace
) -> Iterator[Finding]:
    """Yield the risks in the target's module and in the modules of the project that it imports."""
    pending, seen = [namespace], {namespace.module}
    while pending:
        current = pending.pop(0)
        path = _find_path(target, current, is_target=current is namespace)
        for risk in find_risks(sources, current):
            yield _build_risk_finding(risk, path or current.module)
        for module in _list_imports(current):
            is_followed = module not in seen and len(seen) < MAX_FOLLOWED_MODULES
            imported = sources.find_namespace(module) if is_followed else None
            seen.add(module)
            if imported is not None:
                pending.append(imported)


def _find_path(
    target: Target,
    namespace: Namespace,
    *,
    is_target: bool,
) -> Path | None:
    """Return the file of *namespace*, or None if it is not found.

    Modules are searched below the root, and in the folder of a target that is a file.
    """
    if target.file and is_target:
        return Path(target.file)
    return find_source_file(namespace.module, target.search_folders)


def _build_risk_finding(risk: Risk, path: Path | str) -> Finding:
    """Return a warning for code that an import runs, and a note for code in a function."""
    severity: Severity = "warning" if risk.runs_at_import else "note"
    suffix = "" if risk.runs_at_import else ", in a function"
    what = f"It {risk.description}{suffix}."
    return Finding(
        "module",
        severity,
        format_location(path, risk.line),
        what,
        IMPORT_ADVICE,
    )


def _list_imports(namespace: Namespace) -> Iterator[str]:
    """Yield the modules that the top level of *namespace* imports."""
    nodes = {id(node): node for node in namespace.names.values()}
    for node in nodes.values():
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = find_imported_module(namespace, node)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
    yield from namespace.star_imports
