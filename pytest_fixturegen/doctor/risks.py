"""Risky imports and calls in source code: processes, connections, files, generated code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.discovery.namespaces import Namespace, ProjectModules
from pytest_fixturegen.discovery.source_text import format_dotted_name

RISKY_MODULES = {
    "subprocess": "starts programs",
    "multiprocessing": "starts processes",
    "pty": "starts programs",
    "socket": "opens connections",
    "socketserver": "opens connections",
    "ssl": "opens connections",
    "urllib.request": "opens connections",
    "http.client": "opens connections",
    "ftplib": "opens connections",
    "smtplib": "opens connections",
    "requests": "opens connections",
    "httpx": "opens connections",
    "aiohttp": "opens connections",
    "paramiko": "opens connections",
    "ctypes": "calls native code",
    "cffi": "calls native code",
    "winreg": "changes the registry",
    "pickle": "makes objects of bytes",
    "marshal": "makes code of bytes",
}
"""Modules whose purpose reaches outside of the process, and what they do."""

RISKY_CALLS = {
    "eval": "runs text as code",
    "exec": "runs text as code",
    "__import__": "imports by a computed name",
    "breakpoint": "stops in a debugger",
    "input": "waits for a person",
    "shutil.rmtree": "removes files",
    "os.remove": "removes files",
    "os.unlink": "removes files",
    "os.rmdir": "removes folders",
    "os.system": "starts a program",
    "os.popen": "starts a program",
    "os.startfile": "starts a program",
    "os.fork": "starts a process",
    "os.kill": "signals processes",
}
"""Functions that reach outside of the process, and what they do."""

PROCESS_PREFIXES = ("os.exec", "os.spawn", "os.posix_spawn")
"""Names of families of functions that start a program."""

WRITE_MODES = frozenset("wax+")
"""Characters in the mode of ``open`` that allow writing."""


NodeState = tuple[ast.AST, bool]
"""A node, and whether it runs at import."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A risky import or call: what it does, its line, and whether it runs at import."""

    description: str
    line: int
    runs_at_import: bool


def find_risks(sources: ProjectModules, namespace: Namespace) -> Iterator[Risk]:
    """Yield the risks in the source of *namespace* in the order of lines.

    Names are resolved through *sources*, so that ``from os import system as run`` is recognised.
    """
    risks = [
        risk
        for node, runs in _walk_nodes(namespace.body)
        for risk in _find_node_risks(
            sources,
            namespace,
            node,
            runs_at_import=runs,
        )
    ]
    yield from sorted(dict.fromkeys(risks), key=lambda risk: risk.line)


def _walk_nodes(body: list[ast.stmt]) -> Iterator[NodeState]:
    """Yield every node below *body*, and whether it runs at import; function bodies do not."""
    pending: list[NodeState] = [(node, True) for node in body]
    while pending:
        node, runs_at_import = pending.pop()
        yield node, runs_at_import
        # Decorators and defaults of a function run at import, only its body does not.
        deferred = {id(child) for child in _get_function_body(node)}
        for child in ast.iter_child_nodes(node):
            child_runs = runs_at_import and id(child) not in deferred
            pending.append((child, child_runs))


def _get_function_body(node: ast.AST) -> Sequence[ast.AST]:
    """Return the nodes that a call of *node* would run; empty if it is not a function."""
    match node:
        case ast.FunctionDef(body=body) | ast.AsyncFunctionDef(body=body):
            return body
        case ast.Lambda(body=expression):
            return [expression]
        case _:
            return ()


def _find_node_risks(
    sources: ProjectModules,
    namespace: Namespace,
    node: ast.AST,
    *,
    runs_at_import: bool,
) -> Iterator[Risk]:
    """Yield the risks of an import or call in *node* itself, not those of its children."""
    match node:
        case ast.Import(names=aliases):
            imports = [(alias.name, _find_risky_module(alias.name)) for alias in aliases]
        case ast.ImportFrom(module=str() as module, level=0):
            imports = [(module, _find_risky_module(module))]
        case ast.Call(func=ast.Name() | ast.Attribute() as function):
            name = _resolve_function(sources, namespace, function)
            effect = _describe_call(name, node)
            if effect:
                yield Risk(f"calls {name}, which {effect}", node.lineno, runs_at_import)
            return
        case _:
            return
    for module, risky_module in imports:
        if risky_module is not None:
            description = f"imports {module}, which {RISKY_MODULES[risky_module]}"
            yield Risk(description, node.lineno, runs_at_import)


def _resolve_function(
    sources: ProjectModules,
    namespace: Namespace,
    function: ast.Name | ast.Attribute,
) -> str:
    """Return the qualified name of *function*, or an empty string if the module defines it."""
    text = format_dotted_name(function)
    if not text:  # a method of a computed object
        return ""
    external_name = sources.resolve_name(namespace, text).external_name
    is_own = text.partition(".")[0] in namespace.names
    return external_name or ("" if is_own else text)


def _find_risky_module(module: str) -> str | None:
    """Return the key of :data:`RISKY_MODULES` that *module* equals or belongs to."""
    for name in RISKY_MODULES:
        if module == name or module.startswith(f"{name}."):
            return name
    return None


def _describe_call(name: str, call: ast.Call) -> str:
    """Return the risk of a call of *name*, such as "starts a program", or "" if it is harmless."""
    if name.startswith(PROCESS_PREFIXES):
        return "starts a program"
    if name == "open":
        mode = _find_mode(call)
        return "writes a file" if _is_write_mode(mode) else ""
    return RISKY_CALLS.get(name, "")


def _find_mode(call: ast.Call) -> ast.expr | None:
    """Return the *mode* argument of a call of ``open``."""
    for keyword in call.keywords:
        if keyword.arg == "mode":
            return keyword.value
    return call.args[1] if len(call.args) > 1 else None


def _is_write_mode(mode: ast.expr | None) -> bool:
    """Return whether *mode* is a constant that allows writing; a computed mode counts as reading.

    None means that the call has no mode.
    """
    match mode:
        case ast.Constant(value=str() as text):
            return not WRITE_MODES.isdisjoint(text)
        case _:
            return False
