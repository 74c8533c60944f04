"""Builds a module of tests that send requests to an application: ``pfg gen tests``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen.config.command_options import RequestTestsConfig
from pytest_fixturegen.emitters import names, report_checks, source, source_checks
from pytest_fixturegen.emitters.source import FormError, Symbol
from pytest_fixturegen.errors import UsageError

Report = Mapping[str, Any]

TEST_CLIENT = "TestClient"
"""The class of the client. It keeps its name: pytest knows that it has no tests."""

OWN_CLIENT = "client"
"""The name of the client's fixture if the module has its own."""

TESTS = {
    "valid": ("test_valid_requests_succeed", "invalid=False"),
    "invalid": ("test_invalid_requests_are_refused", "valid=False"),
}
"""The name of each test, and the option of its requests."""

MAX_WIDTH = 88
"""Characters of a line, as ruff and black use by default."""


def require_names(settings: RequestTestsConfig) -> None:
    """Raise UsageError if a fixture in *settings* has no name that Python can have."""
    for name in (settings.client, *(value.partition(".")[0] for _, value in settings.known)):
        if name and not name.isidentifier():
            raise UsageError(
                f"{name!r} is not the name of a fixture.",
                hint="Name a fixture of the project, such as client.",
            )


def build_tests_module(
    reports: Sequence[Report],
    settings: RequestTestsConfig,
    command: str,
    first_party: Sequence[str],
) -> str:
    """Return the source of the module for the application that the only report describes.

    *command* repeats the generation, and *first_party* are the packages to import last. Raises
    FormError for a malformed report.
    """
    report_checks.require_reports(reports)
    if len(reports) != 1:
        raise FormError("The child describes no application.")
    report = reports[0]
    _, module, app_name = report["symbol"]
    symbols: set[Symbol] = {
        (module, app_name.partition(".")[0]),
        ("pytest_fixturegen", "ApiRequest"),
        ("pytest_fixturegen", "pfg_requests"),
    }
    if not settings.client:
        symbols.add(("collections.abc", "Iterator"))
    local_names = names.choose_local_names(symbols, _list_own_names(settings))
    local_names[_read_test_client(report), TEST_CLIENT] = TEST_CLIENT
    app = names.spell_symbol(
        module,
        app_name,
        local_names,
    )
    imports = names.format_imports(
        local_names, with_re=False, with_pytest=not settings.client, first_party=first_party
    )
    parts = [
        source_checks.check_docstring(_format_docstring(report, command)),
        "from __future__ import annotations\n",
        source_checks.check_imports(imports),
        "".join(
            _format_declarations(
                app,
                report,
                settings,
            )
        ),
    ]
    text = "\n".join(parts)
    for name, definition in _list_definitions(app, settings):
        text += "\n\n" + source_checks.check_definition(definition, [name])
    return text


def _read_test_client(report: Report) -> str:
    """Return the module of the test client. Raise FormError for another module."""
    module = report.get("test_client")
    if module not in ("fastapi.testclient", "starlette.testclient"):
        raise FormError("A report of the child names no test client.")
    return str(module)


def _list_own_names(settings: RequestTestsConfig) -> set[str]:
    """Return the names that the module defines itself."""
    own = {settings.client or OWN_CLIENT, TEST_CLIENT}
    for kind, (test, _) in TESTS.items():
        own |= {f"{kind}_request", test}
    return own


def _format_docstring(report: Report, command: str) -> str:
    """Return the docstring of the module, which shows the *command* that writes it again."""
    _, module, name = report["symbol"]
    count = int(report.get("operations", 0))
    operations = "one operation" if count == 1 else f"{count} operations"
    title = source.escape_text(f"Valid and invalid requests to {operations} of {module}:{name}.")
    shown = source_checks.escape_docstring(source.escape_text(command))
    return (
        f'"""{title}\n\n'
        "This module is made by pytest-fixturegen. To write it again:\n\n"
        f'    {shown}\n"""\n'
    )


def _format_declarations(
    app: str,
    report: Report,
    settings: RequestTestsConfig,
) -> Iterator[str]:
    """Yield the lines that declare the requests."""
    unknown = [str(name) for name in report.get("unknown", ())]
    if unknown:
        shown = ", ".join(source.escape_text(name) for name in unknown)
        yield from _format_comment(
            f"No record is known for {shown}: a documented 404 is right for their requests. "
            f"Name one with --known {source.escape_text(unknown[0])}=FIXTURE.ATTRIBUTE."
        )
    options = list(_list_options(settings))
    for kind, (_, option) in TESTS.items():
        yield from _format_call(f"{kind}_request", [app, option, *options])


def _format_comment(text: str) -> Iterator[str]:
    """Yield *text* as lines of comments."""
    import textwrap

    for line in textwrap.wrap(
        text,
        MAX_WIDTH - 2,
        break_long_words=False,
    ):
        yield f"# {line}\n"


def _list_options(settings: RequestTestsConfig) -> Iterator[str]:
    """Yield the keyword arguments of *settings* that differ from their defaults."""
    for name in ("include", "exclude"):
        patterns = getattr(settings, name)
        if patterns:
            yield f"{name}=[{', '.join(map(_quote, patterns))}]"
    if settings.cover != "each":
        yield f"cases={_quote(settings.cover)}"
    if settings.max_cases:
        yield f"max_cases={settings.max_cases}"
    if settings.known:
        pairs = [f"{_quote(name)}: {_quote(value)}" for name, value in settings.known]
        yield f"known={{{', '.join(pairs)}}}"


def _quote(text: str) -> str:
    """Return *text* as a literal in double quotes."""
    return json.dumps(text)


def _format_call(name: str, arguments: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the declaration *name*, as ruff writes it."""
    line = f"{name} = pfg_requests({', '.join(arguments)})"
    if len(line) > MAX_WIDTH:
        rows = "".join(f"    {argument},\n" for argument in arguments)
        line = f"{name} = pfg_requests(\n{rows})"
    yield source_checks.check_call(line, name) + "\n"


def _list_definitions(app: str, settings: RequestTestsConfig) -> Iterator[tuple[str, str]]:
    """Yield the name and the source of the client's fixture, and of each test."""
    client = settings.client or OWN_CLIENT
    if not settings.client:
        yield (
            client,
            "@pytest.fixture\n"
            f"def {client}() -> Iterator[TestClient]:\n"
            f"    with TestClient({app}) as {client}:\n"
            f"        yield {client}\n",
        )
    for kind, (test, _) in TESTS.items():
        request = f"{kind}_request"
        yield (
            test,
            _format_head(test, f"{request}: ApiRequest, {client}: TestClient")
            + f"    {request}.check({request}.send({client}))\n",
        )


def _format_head(name: str, parameters: str) -> str:
    """Return the first lines of a test, as ruff writes them."""
    line = f"def {name}({parameters}) -> None:"
    if len(line) <= MAX_WIDTH:
        return f"{line}\n"
    return f"def {name}(\n    {parameters}\n) -> None:\n"
