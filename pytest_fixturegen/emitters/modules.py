"""Builds modules of fixtures from the reports of the child: one module, or one for each model."""

from __future__ import annotations

import dataclasses
import hashlib
import shlex
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pytest_fixturegen.config.command_options import FixturesConfig
from pytest_fixturegen.config.field_policies import POLICY_OPTIONS, format_policies
from pytest_fixturegen.emitters.fixtures import FixtureSpec, ModuleHeader, build_fixtures_module
from pytest_fixturegen.emitters.report_checks import require_reports
from pytest_fixturegen.emitters.source import FormError, list_symbols

Report = Mapping[str, Any]

PAIR_OPTIONS = ("locale_map", "known")
"""Options that are pairs of a name and a value, as in ``--known user_id=user.id``."""


def build_modules(
    reports: Sequence[Report],
    settings: FixturesConfig,
    seed: int,
    command: str,
) -> Iterator[tuple[str, dict[str, object], str]]:
    """Yield the label, the parts of the path, and the source of each module.

    Each model has its own module if the path contains ``{model}``. Raises FormError for a
    malformed report.
    """
    require_reports(reports)
    if "{model}" not in settings.out:
        if reports:
            yield (
                "the fixtures",
                {"seed": seed},
                build_source(
                    reports,
                    settings,
                    seed,
                    command,
                ),
            )
        return
    for report in reports:
        name = str(report.get("model"))
        parts = {"model": name, "seed": report.get("seed", seed)}
        yield (
            name,
            parts,
            build_source(
                [report],
                settings,
                seed,
                command,
            ),
        )


def build_command(
    kind: str,
    target: str | None,
    *configs: Any,
) -> str:
    """Return the ``pfg gen`` command of *kind* that repeats a run with *configs*.

    It contains the options that differ from their defaults, in the order of the docs.
    """
    words = ["pfg", "gen", kind]
    if target:
        words.append(shlex.quote(_make_relative(target)))
    for config in configs:
        for option in dataclasses.fields(config):
            value = getattr(config, option.name)
            if value != option.default and option.name != "check":
                words += _format_option(option.name, value)
    return " ".join(words)


def _format_option(name: str, value: Any) -> list[str]:
    """Return the words of one option: a flag, with a quoted text for each value.

    A boolean is a flag alone. An output path is relative, so that the header is the same on every
    machine.
    """
    flag = f"--{name.replace('_', '-')}"
    if isinstance(value, bool):
        return [flag if value else f"--no-{flag[2:]}"]
    words = []
    for text in _list_option_texts(name, value):
        shown = _make_relative(text) if name == "out" else text
        words += [flag, shlex.quote(shown)]
    return words


def _list_option_texts(name: str, value: Any) -> list[str]:
    """Return the texts of an option's *value*; a tuple repeats the option."""
    if name in POLICY_OPTIONS:
        return list(format_policies(value))
    if name in PAIR_OPTIONS:
        return list(map("=".join, value))
    if isinstance(value, tuple):
        return list(map(str, value))
    return [value.isoformat() if hasattr(value, "isoformat") else str(value)]


def _make_relative(path: str) -> str:
    """Return *path* relative to the working directory if it lies below.

    A header must not contain a path of one machine. *path* may be a target, ``file.py:Model``.
    """
    file, colon, name = path, "", ""
    if not Path(path).exists():
        file, colon, name = path.partition(":")
    if Path(file).is_absolute() and Path(file).is_relative_to(Path.cwd()):
        file = Path(file).relative_to(Path.cwd()).as_posix()
    return f"{file}{colon}{name}"


def build_source(
    reports: Sequence[Report],
    settings: FixturesConfig,
    seed: int,
    command: str,
) -> str:
    """Return the source of one module with the fixtures of *reports*."""
    digests = "".join(str(report.get("digest")) for report in reports)
    header = ModuleHeader(
        version=version("pytest-fixturegen"),
        seed=_format_seeds(reports, seed),
        digest=hashlib.sha256(digests.encode("utf-8", "backslashreplace")).hexdigest()[:12],
        command=command,
    )
    return build_fixtures_module(
        [_build_spec(report) for report in reports],
        style=settings.style,
        scope=settings.scope,
        return_type=settings.return_type,
        header=header,
        first_party=list_first_party(reports),
    )


def _format_seeds(reports: Sequence[Report], seed: int) -> str:
    """Return the common seed of *reports*, or the seed of each."""
    seeds = {str(report.get("model")): report.get("seed", seed) for report in reports}
    if len(set(seeds.values())) == 1:
        return str(next(iter(seeds.values())))
    return ", ".join(f"{model_seed} of {name}" for name, model_seed in seeds.items())


def list_first_party(reports: Sequence[Report]) -> list[str]:
    """Return the user's own packages among those that *reports* name."""
    require_reports(reports)
    packages = set()
    for report in reports:
        packages |= _list_packages(report)
    return sorted(filter(_is_first_party, packages))


def _list_packages(report: Report) -> set[str]:
    """Return the packages of all symbols in *report*. Raises FormError for a malformed form."""
    packages = set()
    for form in _list_forms(report):
        symbols = list_symbols(form)
        packages |= {module.partition(".")[0] for module, _ in symbols}
    return packages


def _list_forms(report: Report) -> Iterator[Any]:
    """Yield every form in *report* that may name a symbol: the class, the cases, the types."""
    yield report.get("symbol")
    if report.get("base") is None:
        yield from report.get("cases") or ()
    annotation = report.get("annotation")
    if annotation:
        yield annotation
    for field in report.get("fields") or ():
        if field:
            yield field[-1]


def _is_first_party(package: str) -> bool:
    """Return whether *package* lies in the working directory or its ``src``.

    ruff and isort find first-party packages in the same way.
    """
    return any(
        (folder / package).is_dir() or (folder / f"{package}.py").is_file()
        for folder in (Path(), Path("src"))
    )


def _build_spec(report: Report) -> FixtureSpec:
    """Return the fixture that *report* describes.

    Raises FormError if the report lacks a class or values, as it comes from an untrusted child.
    """
    _, module, qualname = report["symbol"]
    cases = report.get("cases")
    if not cases:
        raise FormError("A report of the child has no values.")
    return FixtureSpec(
        module,
        qualname,
        tuple(cases),
        annotation=report.get("annotation"),
        is_unnamed=report.get("bare") is True,
        labels=tuple(report.get("labels") or ()),
        base=report.get("base"),
    )
