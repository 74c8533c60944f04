"""The files of handlers for Mock Service Worker 2, in TypeScript, and their data in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen.emitters.msw_routes import (
    Lookup,
    MockRoute,
    RouteGroup,
    to_file_name,
    to_variable,
)

MARK = "// Made by pytest-fixturegen:"
MAX_COLUMNS = 80

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
        f'import {{ {to_variable(group.name)}Handlers }} from "./handlers/{group.name}.js";'
        for group in groups
    ]
    lines += ["", 'export { baseUrl } from "./base-url.js";', ""]
    lines.append("export const handlers: RequestHandler[] = [")
    lines += [f"  ...{to_variable(group.name)}Handlers," for group in groups]
    return "\n".join([*lines, "];", ""])


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
    lines.append(f"export const {to_variable(group.name)}Handlers: RequestHandler[] = [")
    return "\n".join([*lines, *body, "];", ""])


def format_data(value: Any) -> str:
    """Return *value* as the text of a JSON file."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


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
    """Yield the lines of one handler."""
    body = [*_iter_lookups(route), *_iter_answer(route)]
    text = "\n".join(body)
    yield f"  // {_shorten(route.title)}"
    arguments = [name for name in ("params", "request") if name in _find_used(text)]
    function = f"({{ {', '.join(arguments)} }}) => {{" if arguments else "() => {"
    function = f"async {function}" if "await " in text else function
    types = ""
    if "params" in arguments:
        fields = "; ".join(f"{name}: string" for name in route.parameters)
        types = f"<{{ {fields} }}>"
    opening = f"  http.{route.method.lower()}{types}("
    line = f"{opening}`${{baseUrl}}{_quote_pattern(route.path)}`, {function}"
    if len(line) <= MAX_COLUMNS:
        yield line
        yield from (f"    {each}" for each in body)
        yield "  }),"
        return
    yield opening
    yield f"    `${{baseUrl}}{_quote_pattern(route.path)}`,"
    yield f"    {function}"
    yield from (f"      {each}" for each in body)
    yield "    },"
    yield "  ),"


def _find_used(text: str) -> set[str]:
    """Return which of the arguments of a resolver *text* uses."""
    marks = {"params": "params.", "request": "readBody(request)"}
    return {name for name, mark in marks.items() if mark in text}


def _iter_lookups(route: MockRoute) -> Iterator[str]:
    """Yield the lines that look the records up, and answer 404 without one."""
    for lookup in route.lookups:
        name = _name_record(lookup)
        wanted = _format_wanted(lookup.properties)
        yield f"const {name} = findRecord({lookup.collection}, {wanted});"
        yield f"if (!{name}) {{"
        if route.missing:
            yield f"  return HttpResponse.json(responses.{route.missing}, {{ status: 404 }});"
        else:
            yield "  return new HttpResponse(null, { status: 404 });"
        yield "}"


def _iter_answer(route: MockRoute) -> Iterator[str]:
    """Yield the lines that answer."""
    record = _name_record(route.lookups[-1]) if route.lookups else ""
    status = "" if route.status == 200 else f", {{ status: {route.status} }}"
    match route.kind:
        case "item":
            yield f"return HttpResponse.json({record}{status});"
        case "update":
            yield f"const changed = {{ ...{record}, ...(await readBody(request)) }};"
            yield f"return HttpResponse.json(changed{status});"
        case "create":
            yield f"const created = {{ ...responses.{route.body}, ...(await readBody(request)) }};"
            yield f"return HttpResponse.json(created{status});"
        case "list":
            yield from _iter_list(route, status)
        case "text":
            yield from _iter_text(route)
        case "static":
            yield f"return HttpResponse.json(responses.{route.body}{status});"
        case _:
            yield f"return new HttpResponse(null, {{ status: {route.status} }});"


def _iter_list(route: MockRoute, status: str) -> Iterator[str]:
    """Yield the lines that answer with the records of a collection."""
    listed = route.collection
    if route.filters:
        yield f"const found = filterRecords({listed}, {_format_wanted(route.filters)});"
        listed = "found"
    if not route.envelope:
        yield f"return HttpResponse.json({listed}{status});"
        return
    yield f"const page = {{ ...responses.{route.body}, {_format_key(route.envelope)}: {listed} }};"
    yield f"return HttpResponse.json(page{status});"


def _iter_text(route: MockRoute) -> Iterator[str]:
    """Yield the lines that answer with a body that is not JSON."""
    value = f"responses.{route.body}" if route.body else '""'
    yield f"const body: unknown = {value};"
    yield 'const text = typeof body === "string" ? body : JSON.stringify(body);'
    yield "return new HttpResponse(text, {"
    yield f"  status: {route.status},"
    yield f'  headers: {{ "Content-Type": {json.dumps(route.media_type)} }},'
    yield "});"


def _format_wanted(properties: Sequence[tuple[str, str]]) -> str:
    """Return the object of the wanted values of *properties*."""
    pairs = ", ".join(f"{_format_key(key)}: params.{name}" for key, name in properties)
    return f"{{ {pairs} }}"


def _format_key(name: str) -> str:
    """Return *name* as a key of an object."""
    return name if name.isidentifier() and name.isascii() else json.dumps(name)


def _name_record(lookup: Lookup) -> str:
    """Return the name of the variable for a record of a collection: ``order`` for ``orders``."""
    name = re.sub(r"ies$", "ys", lookup.collection)
    is_plural = len(name) > 3 and name.endswith("s") and not name.endswith(("ss", "us", "is"))
    return name[:-1] if is_plural and name[:-1] not in RESERVED_WORDS else f"{name}Record"


RESERVED_WORDS: Mapping[str, None] = dict.fromkeys(
    """await break case catch class const continue debugger default delete do else enum export
    extends false finally for function if import in instanceof new null return super switch this
    throw true try typeof var void while with yield let static params request response http text
    body page found changed created status""".split()
)
"""Names that a variable in a handler cannot have."""


def _quote_pattern(path: str) -> str:
    """Return *path* for a template literal."""
    return path.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")


def _shorten(title: str) -> str:
    """Return *title* for a comment of one line."""
    return title if len(title) <= MAX_COLUMNS - 5 else f"{title[: MAX_COLUMNS - 6].rstrip()}…"
