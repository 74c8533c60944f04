"""The scan of hostile source: it ends with models or with one sentence, in bounded time."""

from __future__ import annotations

import ast
import logging
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from pytest_fixturegen.discovery.ast_scan import ModelScanner, scan_models
from pytest_fixturegen.discovery.namespaces import UNRESOLVED_REASON, ProjectModules
from pytest_fixturegen.discovery.source_text import SourceLimitError, SyntaxBudget
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.doctor.source_report import ClassSource, FieldReader, read_source_report
from pytest_fixturegen.errors import DiscoveryError

MODEL = "from pydantic import BaseModel\nclass User(BaseModel):\n    x: int\n"
CIRCLE_SIZE = 14


def write_module(folder: Path, source: str | bytes, name: str = "m.py") -> Path:
    path = folder / name
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return path


def scan_both(folder: Path, name: str = "m.py") -> list[str]:
    """Return the names that the scan finds, after doctor's report has found the same ones."""
    target = parse_target(name, folder)
    names = [model.name for model in scan_models(target)]
    reports, _ = read_source_report(target, lambda _: True)
    assert [report.name for report in reports] == names
    return names


def build_ladder(steps: int, bottom: str) -> str:
    """Return *steps* pairs of classes; each class derives from both of the pair before it."""
    rows = [f"class A0({bottom}): pass", f"class B0({bottom}): pass"]
    for step in range(1, steps):
        bases = f"A{step - 1}, B{step - 1}"
        rows += [f"class A{step}({bases}): a{step}: int", f"class B{step}({bases}): b{step}: int"]
    return "\n".join(rows)


@pytest.mark.parametrize(
    "extra",
    [
        "class A(a" + "()" * 900 + ".b): pass",
        "class A(1" + "+1" * 900 + "): pass",
        "@(1" + "+1" * 900 + ")\nclass A: pass",
        "if a: 0\n" + "elif a: 0\n" * 1500,
        "a" + ".b()" * 1400,
        "open('a', (1" + "+1" * 900 + "))",
        "open('a', 0x" + "f" * 5000 + ")",
        "class A(" + "a" * 5000 + "): pass\nimport " + "b" * 300,
        "from .... import a\nclass A(a): pass",
        "a = a\nclass A(a): pass\nclass B(B): pass\nclass C(D): pass\nclass D(C): pass",
        "__all__ = ['\\ud800', 1, None]",
        "from m import *\n" * 3000,
        build_ladder(60, "unknown"),
    ],
    ids=range(13),
)
def test_hostile_code_beside_a_model_hides_nothing(tmp_path: Path, extra: str) -> None:
    write_module(tmp_path, f"{MODEL}\n{extra}\n")
    assert scan_both(tmp_path) == ["User"]


@pytest.mark.parametrize(
    "annotation",
    [
        "a" + "|a" * 900,
        "'" + "-" * 3000 + "1'",
        "'a" + "|a" * 1500 + "'",
        "'\\0'",
        "'\\ud800'",
        "0x" + "f" * 5000,
        "A" + "[A" * 150 + "]" * 150,
    ],
    ids=range(7),
)
def test_hostile_annotations_are_fields_of_an_unread_type(tmp_path: Path, annotation: str) -> None:
    write_module(tmp_path, f"{MODEL}    y: {annotation}\n")
    (report,), _ = read_source_report(parse_target("m.py", tmp_path), lambda _: True)
    assert [field.name for field in report.fields] == ["x", "y"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("x = " + "-" * 200_000 + "1", "units of syntax"),
        ("x = " + "-" * 50_000 + "1", "nested too deeply"),
        ("1" + "+1" * 50_000, "nested too deeply"),
        ("if a: 0\n" + "elif a: 0\n" * 10_000, "nested too deeply"),
        ("import a" + ".a" * 5_000, "a name of more than 300 parts"),
        ("a;" * 300_000, "units of syntax"),
        ('f"' + "{a}" * 100_000 + '"', "units of syntax"),
        ("# coding: nope\n", "nope"),
        ("# coding: hex\n", "hex"),
        ("# coding: utf-16\n" + MODEL, ""),
        (b"\xff\xfe\x00", ""),
        ("x = 1\0", "null bytes"),
        ("x = " + "9" * 5000, "4300 digits"),
    ],
    ids=range(13),
)
def test_source_beyond_the_limits_is_one_sentence(
    tmp_path: Path, source: str | bytes, reason: str
) -> None:
    write_module(tmp_path, source)
    with pytest.raises(DiscoveryError) as caught:
        scan_models(parse_target("m.py", tmp_path))
    assert reason in caught.value.message
    assert "\n" not in caught.value.message
    assert "None" not in caught.value.message


def test_a_sparse_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = write_module(tmp_path, "")
    os.truncate(path, 3 << 30)
    with pytest.raises(DiscoveryError, match="more than 4,000,000 bytes"):
        scan_models(parse_target("m.py", tmp_path))


def test_pipes_and_sparse_files_beside_the_target_do_no_harm(tmp_path: Path) -> None:
    write_module(tmp_path, "from a import *\nfrom b import *\nfrom c import *\n" + MODEL)
    os.mkfifo(tmp_path / "a.py")
    os.truncate(write_module(tmp_path, "", "b.py"), 3 << 30)
    (tmp_path / "c.py").symlink_to("/dev/zero")
    assert scan_both(tmp_path) == ["User"]


def build_circle(size: int, extra: Mapping[int, str]) -> dict[str, str]:
    """Return *size* modules, each of which imports all names of the others."""
    files = {}
    for number in range(size):
        others = [other for other in range(size) if other != number]
        rows = [f"from m{other} import *" for other in others]
        rows += [f"class A{number}_{other}(unknown{other}): pass" for other in others]
        files[f"m{number}.py"] = "\n".join([*rows, extra.get(number, "")])
    return files


def test_modules_that_import_each_other_by_star_are_searched_once(tmp_path: Path) -> None:
    extra = {0: "class Mine(User): pass\n", CIRCLE_SIZE - 1: MODEL}
    for name, source in build_circle(CIRCLE_SIZE, extra).items():
        write_module(tmp_path, source, name)
    assert scan_both(tmp_path, "m0.py") == ["Mine"]


def test_a_circle_does_not_hide_what_another_way_finds(tmp_path: Path) -> None:
    write_module(tmp_path, "from b import *\nfrom c import *\nclass A(User): pass\n", "a.py")
    write_module(tmp_path, "from a import User\n__all__ = ['User']\n", "b.py")
    write_module(tmp_path, MODEL, "c.py")
    write_module(tmp_path, "from b import User\nclass B(User): pass\n", "d.py")
    assert scan_both(tmp_path, "d.py") == ["B"]


def test_too_many_steps_end_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [f"class A{number}(unknown{number}): pass" for number in range(40)]
    path = write_module(tmp_path, MODEL + "\n".join(rows))
    sources = ProjectModules((str(tmp_path),), "m", max_steps=20)
    scanner = ModelScanner(sources, sources.add_module("m", path))
    with caplog.at_level(logging.WARNING):
        assert [model.name for model in scanner.scan_module()] == ["User"]
        scanner.log_warnings()
    assert UNRESOLVED_REASON in caplog.text


def test_modules_share_one_budget_of_syntax(tmp_path: Path) -> None:
    path = write_module(tmp_path, "a;" * 100)
    budget = SyntaxBudget(700)
    assert len(budget.parse_file(path).body) == 100
    with pytest.raises(SourceLimitError, match="300 units of syntax that are left"):
        budget.parse_file(path)


def test_a_ladder_of_bases_has_each_field_once(tmp_path: Path) -> None:
    write_module(tmp_path, f"{MODEL}{build_ladder(15, 'User')}\n")
    assert len(scan_both(tmp_path)) == 31
    reports, _ = read_source_report(parse_target("m.py", tmp_path), lambda _: True)
    assert len(reports[-1].fields) == 1 + 2 * 13 + 1


def test_models_that_inherit_too_many_fields_are_refused(tmp_path: Path) -> None:
    models = "".join(f"class B{number}(User): pass\n" for number in range(30))
    path = write_module(tmp_path, MODEL + models)
    sources = ProjectModules((str(tmp_path),), "m")
    namespace = sources.add_module("m", path)
    reader = FieldReader(sources, max_fields=20)
    nodes = [node for node in namespace.body if isinstance(node, ast.ClassDef)]
    for node in nodes[:20]:
        reader.read_fields(ClassSource(namespace, node))
    with pytest.raises(DiscoveryError, match="more than 20 fields"):
        reader.read_fields(ClassSource(namespace, nodes[20]))


def test_many_names_of_one_import_are_looked_up_at_once(tmp_path: Path) -> None:
    names = ", ".join(f"a{number}" for number in range(20_000))
    classes = "".join(f"class A{number}(a{number}): pass\n" for number in range(2000))
    write_module(tmp_path, f"{MODEL}from m import {names}\n{classes}")
    assert scan_both(tmp_path) == ["User"]
