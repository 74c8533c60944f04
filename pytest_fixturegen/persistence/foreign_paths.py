"""The handlers of pydantic-fixturegen by their paths, which people have in their project files.

[github.com/CasperKristiansson/pydantic-fixturegen, ``persistence/handlers.py``]
"""

from __future__ import annotations

import re

HANDLER_PACKAGE = "pytest_fixturegen.persistence.handlers"

FOREIGN_PATH = re.compile(r"pydantic_fixturegen\.persistence(?:\.handlers)?[.:](\w+)")

FOREIGN_HANDLERS = {
    "sqlitejsonpersistencehandler": f"{HANDLER_PACKAGE}.sqlite_json:sqlite_json",
    "httppostpersistencehandler": f"{HANDLER_PACKAGE}.http_post:http_post",
    "asynchttppostpersistencehandler": f"{HANDLER_PACKAGE}.http_post_async:HttpPostAsync",
    "httppostasyncpersistencehandler": f"{HANDLER_PACKAGE}.http_post_async:HttpPostAsync",
}
"""Paths of the handlers that do the same here, by the name of the class in lower case.

Documents spell the acronyms in both ways: ``HttpPost…`` and ``HTTPPost…``.
"""


FOREIGN_HINT = (
    "Of pydantic-fixturegen's handlers, the names SQLiteJSONPersistenceHandler, "
    "HttpPostPersistenceHandler and AsyncHttpPostPersistenceHandler are known."
)


def translate_foreign_path(path: str) -> str:
    """Return the path of the handler that does the same as the one at *path*, or *path* itself."""
    match = FOREIGN_PATH.fullmatch(path)
    return FOREIGN_HANDLERS.get(match[1].lower(), path) if match else path
