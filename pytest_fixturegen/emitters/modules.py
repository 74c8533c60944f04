"""From described values to whole modules of fixtures: which model goes into which file, and what its header says."""

from __future__ import annotations

import dataclasses
import hashlib
import shlex
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pytest_fixturegen.config.command_options import FixturesConfig
from pytest_fixturegen.config.field_policies import format_policies
from pytest_fixturegen.emitters.fixtures import FixtureSpec, ModuleHeader, build_fixtures_module
from pytest_fixturegen.emitters.source import FormError, list_symbols

Report = Mapping[str, Any]


def build_modules(
    reports: Sequence[Report], settings: FixturesConfig, seed: int, command: str
) -> Iterator[tuple[str, dict[str, object], str]]:
    """What each module is, the parts of its path, and its source: one module, or one a model if the path names it.

    Raises FormError for a report that is not of its form.
    """
    if "{model}" not in settings.out:
        if reports:
            yield "the fixtures", {"seed": seed}, build_source(reports, settings, seed, command)
        return
    for report in reports:
        name, own = str(report.get("model")), report.get("seed", seed)
        yield name, {"model": name, "seed": own}, build_source([report], settings, seed, command)


def build_command(kind: str, target: str | None, *configs: Any) -> str:
    """The ``pfg gen`` of *kind* that makes the same again: what differs from the defaults, in the order of the docs."""
    words = ["pfg", "gen", kind, *([_make_relative(target)] if target else [])]
    for config in configs:
        for each in dataclasses.fields(config):
            value = getattr(config, each.name)
            if value != each.default and each.name != "check":
                words += _format_option(each.name, value)
    return " ".join(words)


def _format_option(name: str, value: Any) -> list[str]:
    flag = f"--{name.replace('_', '-')}"
    if isinstance(value, bool):
        return [flag if value else f"--no-{flag[2:]}"]
    if name in ("overrides", "field_policies"):
        value = tuple(format_policies(value))
    if name == "locale_map":
        value = tuple(map("=".join, value))
    values = (
        value
        if isinstance(value, tuple)
        else (value.isoformat() if hasattr(value, "isoformat") else value,)
    )
    return [
        word
        for each in values
        for word in (flag, shlex.quote(_make_relative(str(each)) if name == "out" else str(each)))
    ]


def _make_relative(path: str) -> str:
    """*path* seen from here, where it lies below: a header carries no path of one machine."""
    place, colon, name = path.partition(":") if not Path(path).exists() else (path, "", "")
    if Path(place).is_absolute() and Path(place).is_relative_to(Path.cwd()):
        place = Path(place).relative_to(Path.cwd()).as_posix()
    return f"{place}{colon}{name}"


def build_source(
    reports: Sequence[Report], settings: FixturesConfig, seed: int, command: str
) -> str:
    """The source of one module with the fixtures of *reports*."""
    digest = hashlib.sha256(
        "".join(str(report.get("digest")) for report in reports).encode()
    ).hexdigest()[:12]
    header = ModuleHeader(
        version("pytest-fixturegen"), _format_seeds(reports, seed), digest, command
    )
    specs = [_build_spec(report) for report in reports]
    return build_fixtures_module(
        specs,
        style=settings.style,
        scope=settings.scope,
        return_type=settings.return_type,
        header=header,
        first_party=list_first_party(reports),
    )


def _format_seeds(reports: Sequence[Report], seed: int) -> str:
    """The seed of *reports*, or that of each where they have several."""
    seeds = {str(report.get("model")): report.get("seed", seed) for report in reports}
    if len(set(seeds.values())) == 1:
        return str(next(iter(seeds.values())))
    return ", ".join(f"{own} of {name}" for name, own in seeds.items())


def list_first_party(reports: Sequence[Report]) -> list[str]:
    """The packages of the models that *reports* tell of, and of what stands in them, as far as they are the user's own."""
    modules = {
        module
        for report in reports
        for form in _list_forms(report)
        for module, _ in list_symbols(form)
    }
    return sorted(filter(_is_first_party, {module.partition(".")[0] for module in modules}))


def _list_forms(report: Report) -> Iterator[Any]:
    yield report.get("symbol")
    yield from report.get("cases") or ()
    yield from (form for form in (report.get("annotation"),) if form)
    yield from (field[-1] for field in report.get("fields") or () if field)


def _is_first_party(package: str) -> bool:
    """Whether *package* lies in the working directory or its ``src``: what ruff and isort take for first party."""
    return any(
        (folder / package).is_dir() or (folder / f"{package}.py").is_file()
        for folder in (Path(), Path("src"))
    )


def _build_spec(report: Report) -> FixtureSpec:
    place, cases = report.get("symbol"), report.get("cases")
    if not (
        isinstance(place, list) and len(place) == 3 and all(isinstance(part, str) for part in place)
    ):
        raise FormError("A report of the child names no class.")
    if not isinstance(cases, list) or not cases:
        raise FormError("A report of the child holds no values.")
    return FixtureSpec(
        place[1], place[2], tuple(cases), report.get("annotation"), report.get("bare") is True
    )
