"""Check generated source by parsing it back, before it is written.

Names and texts in it come from a child that has run unknown code, from paths and from options. If
one of them broke out of its string literal or name, the parsed source would have a structure other
than the intended one.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence

from pytest_fixturegen.errors import EmitError

IMPORTS = (ast.Import, ast.ImportFrom)
DEFINITIONS = (ast.FunctionDef, ast.ClassDef)
DIRECT_HINT = "Generate fewer values, or values of less depth, with the options of pfg."


def escape_docstring(text: str) -> str:
    """Return *text*, source or text on one line, for the inside of a docstring."""
    return text.replace('"""', "'''")


def check_docstring(block: str) -> str:
    """Return *block* unchanged; raise EmitError unless it is one string and nothing else."""
    match _parse_block(block):
        case [ast.Expr(value=ast.Constant(value=str()))]:
            return block
    raise _build_structure_error("the docstring of the module")


def check_imports(block: str) -> str:
    """Return *block* unchanged; raise EmitError unless it holds imports alone."""
    if all(isinstance(node, IMPORTS) for node in _parse_block(block)):
        return block
    raise _build_structure_error("the imports")


def check_definition(block: str, names: Sequence[str]) -> str:
    """Return *block* unchanged; raise EmitError unless it defines the last of *names* alone.

    The first of several *names* is the class, and the last one its method.
    """
    nodes = _parse_block(block)
    for name in names:
        node = nodes[0] if len(nodes) == 1 else None
        if not isinstance(node, DEFINITIONS) or node.name != name:
            raise _build_structure_error(name)
        nodes = [inner for inner in node.body if isinstance(inner, DEFINITIONS)]
    return block


def check_assignment(line: str, name: str) -> str:
    """Return *line* unchanged; raise EmitError unless it assigns a call of names to *name*."""
    match _parse_block(line):
        case [
            ast.Assign(
                targets=[ast.Name(id=target)],
                value=ast.Call(func=ast.Name(), args=[ast.Name() | ast.Attribute()], keywords=[]),
            )
        ] if target == name:
            return line
    raise _build_structure_error(name)


def check_call(block: str, name: str) -> str:
    """Return *block* unchanged; raise EmitError unless it assigns a call with literals to *name*.

    Its first argument may be a name, as in ``users = declare(app, limit=3)``.
    """
    match _parse_block(block):
        case [
            ast.Assign(
                targets=[ast.Name(id=target)],
                value=ast.Call(
                    func=ast.Name(), args=[ast.Name() | ast.Attribute()], keywords=keywords
                ),
            )
        ] if target == name and all(_is_literal(each.value) for each in keywords):
            return block
    raise _build_structure_error(name)


def _is_literal(node: ast.expr) -> bool:
    """Return whether *node* is a literal of Python."""
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def _parse_block(block: str) -> list[ast.stmt]:
    """Return the statements of *block*; raise EmitError if Python cannot read it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(block).body
        except (SyntaxError, ValueError) as error:
            reason = getattr(
                error,
                "msg",
                None,
            ) or str(error)
            raise EmitError(
                f"The generated source is not Python: {reason}.",
                hint="Rename what the message shows; --debug shows where it comes from.",
            ) from error
        except (RecursionError, MemoryError) as error:
            raise EmitError(
                "The generated source is nested deeper than Python reads.", hint=DIRECT_HINT
            ) from error


def _build_structure_error(subject: str) -> EmitError:
    """Return the error that *subject* of a generated module has another structure than meant."""
    return EmitError(
        f"The generated source of {subject!r} has another structure than it was meant to have.",
        hint="A name or a text in it is not what it seems; generate the other models with "
        "--exclude.",
    )
