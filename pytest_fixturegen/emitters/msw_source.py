"""The files of handlers for Mock Service Worker 2, in TypeScript, and their data in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen.emitters.msw_routes import (
    RESERVED_WORDS,
    Lookup,
    MockRoute,
    RouteGroup,
    to_file_name,
    to_variable,
)

MARK = "// Made by pytest-fixturegen:"
MAX_COLUMNS = 80


class Statement(NamedTuple):
    """A line of code, or one with an object: its *start*, the *items* of the object, its *end*."""

    start: str
    items: tuple[str, ...] = ()
    end: str = ""


HELPERS = """\
type Wanted = Record<string, unknown>;

/** Return the records whose properties have the wanted values, compared as texts. */
export function filterRecords<T extends object>(
  records: readonly T[],
  wanted: Wanted,
): T[] {
  return records.filter((record) =>
    Object.entries(wanted).every(
      ([name, value]) => String((record as Wanted)[name]) === String(value),
    ),
  );
}

/** Return the first record whose properties have the wanted values. */
export function findRecord<T extends object>(
  records: readonly T[],
  wanted: Wanted,
): T | undefined {
  return filterRecords(records, wanted)[0];
}

/** Return the object that a request sends as JSON or as a form; without one, an empty object. */
export async function readBody(request: Request): Promise<Wanted> {
  const type = request.headers.get("Content-Type") ?? "";
  try {
    if (type.includes("form")) {
      return Object.fromEntries(await request.formData());
    }
    const body: unknown = await request.json();
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}
"""


def build_index(groups: Sequence[RouteGroup], command: str) -> str:
    """Return the module that exports all handlers."""
    lines = [f"{MARK} {command}", 'import type { RequestHandler } from "msw";', ""]
    lines += [
        f'import {{ handlers as {to_variable(group.name)} }} from "./handlers/{group.name}.js";'
        for group in groups
    ]
    lines += ["", 'export { baseUrl } from "./base-url.js";', ""]
    start = "export const handlers: RequestHandler[] = ["
    spreads = [f"...{to_variable(group.name)}" for group in groups]
    line = f"{start}{', '.join(spreads)}];"
    if len(line) <= MAX_COLUMNS:
        return "\n".join([*lines, line, ""])
    return "\n".join([*lines, start, *(f"  {spread}," for spread in spreads), "];", ""])


def build_base_url(address: str, command: str) -> str:
    """Return the module that exports the *address* before all paths."""
    comment = "/** The address before all paths; `*` is any origin. */"
    return f"{MARK} {command}\n{comment}\nexport const baseUrl = {json.dumps(address)};\n"


def build_helpers(command: str) -> str:
    """Return the module of the functions that handlers share."""
    return f"{MARK} {command}\n{HELPERS}"


def build_group(group: RouteGroup, command: str) -> str:
    """Return the module of the handlers of *group*."""
    body = [line for route in group.routes for line in _iter_handler(route)]
    text = "\n".join(body)
    lines = [f"{MARK} {command}", *_iter_imports(group, text), ""]
    lines.append("export const handlers: RequestHandler[] = [")
    return "\n".join([*lines, *body, "];", ""])


def format_data(value: Any) -> str:
    """Return *value* as the text of a JSON file, as Prettier formats it."""
    return (
        "\n".join(
            _format_json(
                value,
                "",
                "",
            )
        )
        + "\n"
    )


def _format_json(
    value: Any,
    start: str,
    indent: str,
) -> list[str]:
    """Return the lines of *value* after *start*: short lists without objects are on one line."""
    if isinstance(value, list) and value:
        line = f"{start}{json.dumps(value, ensure_ascii=False)}"
        if len(line) < MAX_COLUMNS and not any(isinstance(each, dict | list) for each in value):
            return [line]
        parts = [(f"{indent}  ", each) for each in value]
        brackets = "[]"
    elif isinstance(value, dict) and value:
        parts = [(f"{indent}  {_to_json(key)}: ", each) for key, each in value.items()]
        brackets = "{}"
    else:
        return [f"{start}{_to_json(value)}"]
    lines = [start + brackets[0]]
    for number, (inner_start, each) in enumerate(parts, start=1):
        *others, last = _format_json(
            each,
            inner_start,
            f"{indent}  ",
        )
        lines += [*others, last + "," * (number < len(parts))]
    return [*lines, indent + brackets[1]]


def _to_json(value: Any) -> str:
    """Return *value* as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)


def _iter_imports(group: RouteGroup, text: str) -> Iterator[str]:
    """Yield the imports that the handlers in *text* need."""
    yield 'import { http, HttpResponse, type RequestHandler } from "msw";'
    yield ""
    yield 'import { baseUrl } from "../base-url.js";'
    for name in sorted(_list_collections(group)):
        yield f'import {name} from "../data/{to_file_name(name)}.json" with {{ type: "json" }};'
    if "responses." in text:
        file = f"../data/{group.name}-responses.json"
        yield f'import responses from "{file}" with {{ type: "json" }};'
    helpers = [name for name in ("filterRecords", "findRecord", "readBody") if f"{name}(" in text]
    if helpers:
        yield f'import {{ {", ".join(helpers)} }} from "../helpers.js";'


def _list_collections(group: RouteGroup) -> set[str]:
    """Return the names of the collections that handlers of *group* use."""
    found = {lookup.collection for route in group.routes for lookup in route.lookups}
    listed = {route.collection for route in group.routes if route.kind == "list"}
    return found | listed


def _iter_handler(route: MockRoute) -> Iterator[str]:
    """Yield the lines of one handler, as Prettier formats them."""
    statements = [*_iter_lookups(route), *_iter_answer(route)]
    text = " ".join(" ".join((start, *items, end)) for start, items, end in statements)
    function = _format_function(text)
    opening = f"  http.{route.method.lower()}{_format_types(route, text)}("
    pattern = f"`${{baseUrl}}{_quote_pattern(route.path)}`"
    line = f"{opening}{pattern}, {function}"
    yield f"  // {_shorten(route.title)}"
    if len(line) <= MAX_COLUMNS:
        yield line
        yield from _format_statements(statements, " " * 4)
        yield "  }),"
        return
    yield opening
    yield f"    {pattern},"
    yield f"    {function}"
    yield from _format_statements(statements, " " * 6)
    yield "    },"
    yield "  ),"


def _format_function(text: str) -> str:
    """Return the beginning of the function whose statements are *text*."""
    used = _find_used(text)
    arguments = [name for name in ("params", "request") if name in used]
    function = f"({{ {', '.join(arguments)} }}) => {{" if arguments else "() => {"
    return f"async {function}" if "await " in text else function


def _format_types(route: MockRoute, text: str) -> str:
    """Return the types of the parameters, if the statements in *text* use them."""
    if "params" not in _find_used(text):
        return ""
    fields = "; ".join(f"{name}: string" for name in route.parameters)
    return f"<{{ {fields} }}>"


def _format_statements(statements: Sequence[Statement], indent: str) -> Iterator[str]:
    """Yield the lines of *statements*: an object that is too long for a line takes several."""
    for start, items, end in statements:
        line = f"{indent}{start} {', '.join(items)} {end}" if items else f"{indent}{start}"
        if items and len(line) > MAX_COLUMNS:
            yield f"{indent}{start}"
            yield from (f"{indent}  {item}," for item in items)
            yield f"{indent}{end}"
        else:
            yield line


def _find_used(text: str) -> set[str]:
    """Return which of the arguments of a resolver *text* uses."""
    marks = {"params": "params.", "request": "readBody(request)"}
    return {name for name, mark in marks.items() if mark in text}


def _iter_lookups(route: MockRoute) -> Iterator[Statement]:
    """Yield the statements that look the records up, and answer 404 without one."""
    for lookup in route.lookups:
        name = _name_record(lookup)
        wanted = _list_wanted(lookup.properties)
        yield Statement(
            f"const {name} = findRecord({lookup.collection}, {{",
            wanted,
            "});",
        )
        yield Statement(f"if (!{name}) {{")
        body = f"responses.{route.missing}" if route.missing else "null"
        yield _answer_with(
            body,
            404,
            "  return",
        )
        yield Statement("}")


def _answer_with(
    body: str,
    status: int,
    start: str = "return",
) -> Statement:
    """Return the statement that answers with *body*, which may be ``null``, and *status*."""
    call = "new HttpResponse" if body == "null" else "HttpResponse.json"
    if status == 200 and body != "null":
        return Statement(f"{start} {call}({body});")
    return Statement(
        f"{start} {call}({body}, {{",
        (f"status: {status}",),
        "});",
    )


def _iter_answer(route: MockRoute) -> Iterator[Statement]:
    """Yield the statements that answer."""
    record = _name_record(route.lookups[-1]) if route.lookups else ""
    match route.kind:
        case "item":
            yield _answer_with(record, route.status)
        case "update":
            yield from _iter_merged(
                "changed",
                record,
                route.status,
            )
        case "create":
            yield from _iter_merged(
                "created",
                f"responses.{route.body}",
                route.status,
            )
        case "list":
            yield from _iter_list(route)
        case "text":
            yield from _iter_text(route)
        case "static":
            yield _answer_with(f"responses.{route.body}", route.status)
        case _:
            yield _answer_with("null", route.status)


def _iter_merged(
    name: str,
    base: str,
    status: int,
) -> Iterator[Statement]:
    """Yield the statements that answer with *base* and what the request changes."""
    items = (f"...{base}", "...(await readBody(request))")
    yield Statement(
        f"const {name} = {{",
        items,
        "};",
    )
    yield _answer_with(name, status)


def _iter_list(route: MockRoute) -> Iterator[Statement]:
    """Yield the statements that answer with the records of a collection."""
    listed = route.collection
    if route.filters:
        wanted = _list_wanted(route.filters)
        yield Statement(
            f"const found = filterRecords({listed}, {{",
            wanted,
            "});",
        )
        listed = "found"
    if route.envelope:
        items = (f"...responses.{route.body}", f"{_format_key(route.envelope)}: {listed}")
        yield Statement(
            "const page = {",
            items,
            "};",
        )
        listed = "page"
    yield _answer_with(listed, route.status)


def _iter_text(route: MockRoute) -> Iterator[Statement]:
    """Yield the statements that answer with a body that is not JSON."""
    value = f"responses.{route.body}" if route.body else '""'
    yield Statement(f"const body: unknown = {value};")
    yield Statement('const text = typeof body === "string" ? body : JSON.stringify(body);')
    yield Statement("return new HttpResponse(text, {")
    yield Statement(f"  status: {route.status},")
    yield Statement(f'  headers: {{ "Content-Type": {json.dumps(route.media_type)} }},')
    yield Statement("});")


def _list_wanted(properties: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the entries of the object of the wanted values of *properties*."""
    return tuple(f"{_format_key(key)}: params.{name}" for key, name in properties)


def _format_key(name: str) -> str:
    """Return *name* as a key of an object."""
    return name if name.isidentifier() and name.isascii() else json.dumps(name)


def _name_record(lookup: Lookup) -> str:
    """Return the name of the variable for a record of a collection: ``order`` for ``orders``."""
    name = re.sub(
        r"ies$",
        "ys",
        lookup.collection,
    )
    is_plural = len(name) > 3 and name.endswith("s") and not name.endswith(("ss", "us", "is"))
    return name[:-1] if is_plural and name[:-1] not in RESERVED_WORDS else f"{name}Record"


def _quote_pattern(path: str) -> str:
    """Return *path* for a template literal."""
    return path.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")


def _shorten(title: str) -> str:
    """Return *title* for a comment of one line."""
    return title if len(title) <= MAX_COLUMNS - 5 else f"{title[: MAX_COLUMNS - 6].rstrip()}…"
