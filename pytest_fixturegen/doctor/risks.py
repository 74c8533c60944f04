"""Imports and calls in source that reach beyond the process: what for, on which line, and whether the import runs them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.discovery.namespaces import Namespace, ProjectModules

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
"""Modules that are there to reach outside, and what for."""

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
"""Functions that do so."""

PROCESS_PREFIXES = ("os.exec", "os.spawn", "os.posix_spawn")
WRITE_MODES = frozenset("wax+")


@dataclass(frozen=True, slots=True)
class Risk:
    """*what* the source does on its *line*, and whether it *runs* when the module is imported."""

    description: str
    line: int
    runs_at_import: bool


def find_risks(sources: ProjectModules, namespace: Namespace) -> Iterator[Risk]:
    """The risks in the source of *space*, in the order of its lines; what is imported from a module counts as that."""
    found = [
        risk
        for node, runs in _walk_nodes(namespace.body, runs_at_import=True)
        for risk in _find_node_risks(sources, namespace, node, runs_at_import=runs)
    ]
    yield from sorted(dict.fromkeys(found), key=lambda risk: risk.line)


def _walk_nodes(nodes: list[ast.stmt], *, runs_at_import: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below *nodes*, and whether it runs at import: bodies of functions do not."""
    waiting: list[tuple[ast.AST, bool]] = [(node, runs_at_import) for node in nodes]
    while waiting:
        node, running = waiting.pop()
        yield node, running
        body = (
            node.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            else ()
        )
        later = {id(each) for each in (body if isinstance(body, list) else [body] if body else [])}
        waiting += [
            (inner, running and id(inner) not in later) for inner in ast.iter_child_nodes(node)
        ]


def _find_node_risks(
    sources: ProjectModules, namespace: Namespace, node: ast.AST, *, runs_at_import: bool
) -> Iterator[Risk]:
    match node:
        case ast.Import(names=names):
            yield from (
                _build_module_risk(alias.name, node.lineno, runs_at_import=runs_at_import)
                for alias in names
                if _find_known_module(alias.name)
            )
        case ast.ImportFrom(module=str() as module, level=0) if _find_known_module(module):
            yield _build_module_risk(module, node.lineno, runs_at_import=runs_at_import)
        case ast.Call(func=ast.Name() | ast.Attribute() as function):
            text = ast.unparse(function)
            name = sources.resolve_name(namespace, text).external_name or (
                "" if text.partition(".")[0] in namespace.names else text
            )
            what = _describe_call(name, node)
            if what:
                yield Risk(f"calls {name}, which {what}", node.lineno, runs_at_import)


def _find_known_module(module: str) -> str | None:
    """The entry of :data:`MODULES` that *module* is, or is part of."""
    return next(
        (name for name in RISKY_MODULES if module == name or module.startswith(f"{name}.")), None
    )


def _build_module_risk(module: str, line: int, *, runs_at_import: bool) -> Risk:
    return Risk(
        f"imports {module}, which {RISKY_MODULES[_find_known_module(module) or module]}",
        line,
        runs_at_import,
    )


def _describe_call(name: str, call: ast.Call) -> str:
    """What a call of *name* does; empty for a harmless one."""
    if name.startswith(PROCESS_PREFIXES):
        return "starts a program"
    if name == "open":
        mode = next(
            (each.value for each in call.keywords if each.arg == "mode"),
            call.args[1] if len(call.args) > 1 else None,
        )
        return (
            "writes a file"
            if isinstance(mode, ast.Constant) and WRITE_MODES & set(str(mode.value))
            else ""
        )
    return RISKY_CALLS.get(name, "")
