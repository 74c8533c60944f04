"""Global options, colors, the progress bar, JSON errors, and failures of the process."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click
import pytest

from pytest_fixturegen.cli import output
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.global_options import GlobalOptions, get_global_options
from pytest_fixturegen.cli.main import RootGroup as Group
from pytest_fixturegen.errors import ISSUES_URL
from tests.functional.conftest import (
    Pfg,
    assert_exit_code,
    assert_success,
    error_of,
    restore_sigint,
    run_on_terminal,
    wait_for_file,
)

ROOT = Path(__file__).resolve().parents[2]
USER = ("gen", "json", "app/models.py:User")
PFG = [sys.executable, "-m", "pytest_fixturegen"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--json-errors show x", GlobalOptions(json_errors=True)),
        ("show x --json-errors", GlobalOptions(json_errors=True)),
        ("show -qn 3 x", GlobalOptions(quiet=True)),
        ("show -vo -q x", GlobalOptions(verbose=True)),
        ("show --out --json-errors x", GlobalOptions()),
        ("show --out=--json-errors x --debug", GlobalOptions(debug=True)),
        ("show -n3 -- --json-errors", GlobalOptions()),
        ("show --config a.toml x --config=b.toml", GlobalOptions(config="b.toml")),
    ],
)
def test_global_flags_are_read_anywhere(line: str, expected: GlobalOptions) -> None:
    group = Group("pfg")
    parsed: list[GlobalOptions] = []

    @add_common_flags
    @click.argument("target")
    @click.option("--out", "-o")
    @click.option("-n")
    def show(**_: object) -> None:
        parsed.append(replace(get_global_options(), is_parsed=False))

    command = Command("show", params=show.__click_params__[::-1], callback=show)
    group.add_command(command)
    group.list_commands = lambda ctx: ["show"]  # type: ignore[method-assign]
    with pytest.raises(SystemExit) as exit_info:
        group.main(line.split())
    assert (exit_info.value.code, parsed) == (0, [expected])


@pytest.mark.parametrize(
    "line",
    [
        "lisst --json-errors x",
        "gen jsn --nonsense --json-errors",
        "list --nonsense --json-errors",
    ],
)
def test_parsing_errors_are_json_on_request(line: str, pfg: Pfg) -> None:
    result = pfg(*line.split())
    assert (result.exit_code, json.loads(result.stdout)["error"]["kind"]) == (2, "UsageError"), (
        result.output
    )


def test_a_value_that_looks_like_a_flag_is_a_value(
    pfg: Pfg, project: Path, in_process: list[object]
) -> None:
    assert_success(pfg(*USER, "--out", "--json-errors"))
    assert (project / "--json-errors").is_file()
    assert pfg(*USER, "--seed", "x", "--out", "--json-errors").stdout == ""


def test_quiet_prints_only_data_and_errors(
    pfg: Pfg, project: Path, in_process: list[object]
) -> None:
    result = pfg(*USER, "--out", "a.json", "--rng-mode", "entropy")
    assert re.fullmatch(r"seed \d+\nwrote a.json\n", result.stderr)
    quiet = pfg("-q", *USER, "--out", "b.json", "--rng-mode", "entropy")
    assert (quiet.stderr, (project / "b.json").exists()) == ("", True)
    assert pfg(*USER, "--quiet").stdout == pfg(*USER).stdout
    assert pfg("init", "-q").stderr == ""
    assert "is not a file" in pfg("list", "none.py", "-q").stderr


def test_verbose_ends_with_a_line_about_speed(pfg: Pfg) -> None:
    output = pfg(*USER, "-n", "50", "--out", "a.json", "--verbose").stderr
    assert output.startswith("sandbox: ")
    assert "\nwrote a.json\n1 model, 1 output, " in output
    assert re.search(
        r" 50 records \([\d,]+ a second\); import \d+\.\d+s, draw \d+\.\d+s, write \d+\.\d+s\n$",
        output,
    )
    looked_at = pfg("doctor", "app/models.py:User", "-n", "50", "-v").stderr
    assert re.search(
        r"^1 model, 50 records \([\d,]+ a second\); import \d+\.\d+s, draw .*\n$",
        looked_at,
        re.MULTILINE,
    )
    assert re.search(
        r"^1 model; import ", pfg("list", "app/models.py:User", "-v").stderr, re.MULTILINE
    )


def test_verbose_shows_sizes_of_shards_and_the_format_time(pfg: Pfg) -> None:
    shards = pfg(*USER, "-n", "5", "--shard-size", "2", "--out", "x.json", "-v").stderr
    assert re.search(r" 5 records \([\d,]+ a second\), 1 to 2 in each output; import ", shards)
    fixtures = pfg(
        "gen", "fixtures", "app.models:User", "--cases", "3", "--out", "x.py", "-v"
    ).stderr
    assert re.search(r"1 model, 3 records \([\d,]+ a second\); .*, format \d+\.\d+s\n$", fixtures)


def test_color_is_for_terminals_unless_the_environment_forces_it(pfg: Pfg) -> None:
    assert "\x1b" not in pfg("list", "none.py").stderr
    assert "\x1b[31m" in pfg("list", "none.py", FORCE_COLOR="1").stderr
    assert "\x1b[31m" in pfg("list", "none.py", CLICOLOR_FORCE="1").stderr
    assert "\x1b" not in pfg("list", "none.py", FORCE_COLOR="1", NO_COLOR="1").stderr
    assert output.detect_colour({"TERM": "dumb"}) is False
    assert output.detect_colour({"FORCE_COLOR": "0"}) is None


def test_help_names_the_kind_of_each_value(pfg: Pfg) -> None:
    output = " ".join(
        (pfg("gen", "json", "--help").stdout + pfg("doctor", "--help").stdout).split()
    )
    for spelt in (
        "--include PATTERN",
        "--allow-env TEXT",
        "--link TEXT",
        "--freeze-seeds-file PATH",
        "--html PATH",
        "-n, --n N",
    ):
        assert f" {spelt} " in output, spelt


def test_a_missing_command_prints_help(pfg: Pfg) -> None:
    for words in ([], ["gen"]):
        assert "Commands:" in pfg(*words).stderr
        assert_exit_code(pfg(*words), 2)
        assert error_of(pfg(*words, "--json-errors"))["kind"] == "UsageError"


def build_failing_group(error: BaseException) -> Group:
    """Return ``pfg`` with a command ``fail`` that raises *error*."""
    group = Group("pfg")

    @add_common_flags
    def fail() -> None:
        raise error

    group.add_command(click.command("fail", cls=Command)(fail))
    group.list_commands = lambda ctx: ["fail"]  # type: ignore[method-assign]
    return group


def test_an_internal_error_names_the_issue_tracker(monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(build_failing_group(KeyError("nonsense")), ["fail"])
    assert result.exit_code == 99, result.output
    assert result.stderr.startswith(
        "error: Internal error in pytest-fixturegen: KeyError: 'nonsense'\n  hint: "
    )
    assert ISSUES_URL in result.stderr
    assert "Traceback" not in result.output
    assert (
        "Traceback"
        in CliRunner().invoke(build_failing_group(KeyError("nonsense")), ["fail", "--debug"]).stderr
    )
    body = error_of(
        CliRunner().invoke(build_failing_group(KeyError("nonsense")), ["--json-errors", "fail"])
    )
    assert (body["code"], body["kind"], body["details"]) == (
        99,
        "InternalError",
        {"type": "KeyError", "report": ISSUES_URL},
    )


def test_the_issue_tracker_is_the_one_in_the_package_metadata() -> None:
    toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    assert (
        toml.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Issues"]
        == ISSUES_URL
    )


def test_ctrl_c_is_reported_like_other_errors() -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(build_failing_group(KeyboardInterrupt()), ["fail"])
    assert result.exit_code == 130, result.output
    # The error starts on a new line because the terminal has printed ^C.
    assert result.stderr.startswith("\nerror: The run was interrupted.\n  hint: ")
    assert (
        error_of(
            CliRunner().invoke(build_failing_group(KeyboardInterrupt()), ["fail", "--json-errors"])
        )["kind"]
        == "InterruptedRun"
    )


def test_ctrl_c_leaves_no_files(project: Path) -> None:
    (project / "app" / "slow.py").write_text(
        "import time\nopen(__file__.replace('slow.py', 'began'), 'w').close()\ntime.sleep(30)\n"
    )
    command = [
        *PFG,
        "gen",
        "json",
        "app/slow.py",
        "--timeout",
        "60",
        "--out",
        "made.json",
        "--json-errors",
        "--allow-write",
        str(project / "app"),
    ]
    child = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=restore_sigint,
    )
    wait_for_file(project / "app" / "began")  # the import is under way
    os.killpg(child.pid, signal.SIGINT)
    out, _ = child.communicate(timeout=30)
    assert child.returncode == json.loads(out)["error"]["code"] == 130, out
    assert {path.name for path in project.iterdir()} == {"app"}


def test_a_deleted_working_directory_is_an_error(project: Path) -> None:
    gone = project / "gone"
    gone.mkdir()
    line = (
        f"cd {gone}; rmdir {gone}; {' '.join(PFG)} list {project}/app/models.py; "
        f"{' '.join(PFG)} config"
    )
    result = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, ""), result.stderr
    assert (
        result.stderr.count("error: The working directory does not exist any more.\n  hint: ") == 2
    )


def test_ctrl_c_while_click_is_imported_is_no_traceback(project: Path) -> None:
    (project / "click.py").write_text("raise KeyboardInterrupt\n")
    environment = {**os.environ, "PYTHONPATH": str(project)}
    result = subprocess.run(
        [*PFG, "list", "app/models.py"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_output_device_is_an_error(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*PFG, "list", "app/models.py", "--ast"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
        assert result.returncode == 30, result.stderr
        assert b"no space left" in result.stderr
        assert b"Traceback" not in result.stderr
        result = subprocess.run(
            [*PFG, "list", "none.py", "--json-errors"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
        assert result.returncode == 10, result.stderr
        assert result.stderr.startswith(b"error: none.py is not a file")
        for words in (["--help"], ["--version"], ["list", "-h"]):
            result = subprocess.run(
                [*PFG, *words], stdout=full, stderr=subprocess.PIPE, check=False
            )
            assert (result.returncode, b"no space left" in result.stderr) == (30, True), (
                result.stderr
            )


def test_closed_streams_are_not_replaced_by_other_files(project: Path) -> None:
    line = " ".join([*PFG, *USER])
    result = subprocess.run(
        [
            "bash",
            "-c",
            (
                f"{line} --out a.json <&- >&-; echo $?; {line} --out b.json <&- 2>&- >&-; echo "
                f"$?; {line} <&- 2>&-"
            ),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stderr == "wrote a.json\n"
    assert result.stdout.startswith("0\n0\n[")
    assert (project / "a.json").read_text() == (project / "b.json").read_text() == result.stdout[4:]


def test_a_reader_can_close_the_pipe_early(project: Path) -> None:
    line = f"{' '.join(PFG)} list app/models.py --ast | true; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(
        ["bash", "-c", f"for i in 1 2 3; do {line}; done"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (result.stdout, result.stderr) == ("0\n0\n0\n", "")


def test_a_terminal_shows_a_progress_bar_for_long_work(project: Path) -> None:
    """Rich draws the bar; if rich is missing, Click does."""
    rich = run_on_terminal(*USER, "-n", "150000", "--jsonl")
    assert re.search(r"User .*/150,000 .* records/s", rich)
    (project / "rich.py").write_text("raise ImportError\n")
    plain = run_on_terminal(*USER, "-n", "150000", "--jsonl", PYTHONPATH=str(project))
    assert re.search(r"User .*/150000", plain)
    assert run_on_terminal(*USER, "-n", "150000", "--jsonl", "--quiet") == ""


def test_short_work_shows_no_bar(project: Path) -> None:
    assert run_on_terminal("list", "app/models.py", "--ast") == ""


def complete(line: str, pfg: Pfg, shell: str = "bash") -> set[str]:
    """Return the completions that *shell* offers at the end of *line*."""
    words = line.split(" ")
    output = pfg(
        _PFG_COMPLETE=f"{shell}_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)
    ).stdout
    if shell == "zsh":
        return set(output.splitlines()[1::3])
    return {row.partition(",")[2].partition("\t")[0] for row in output.splitlines()}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands_options_values_and_targets(pfg: Pfg, shell: str) -> None:
    if shell == "fish":
        output = pfg(_PFG_COMPLETE="fish_complete", COMP_WORDS="pfg gen ", COMP_CWORD="js").stdout
        assert "json" in output
        return
    assert complete("pfg ge", pfg, shell) == {"gen"}
    assert complete("pfg gen fix", pfg, shell) == {"fixtures"}
    assert complete("pfg gen json --pres", pfg, shell) == {"--preset"}
    assert complete("pfg gen json --preset bound", pfg, shell) == {"boundary", "boundary-max"}
    assert complete("pfg gen json app/mo", pfg, shell) == {"app/models.py"}
    assert complete("pfg list app.", pfg, shell) == {"app.models"}
    assert complete("pfg completion f", pfg, shell) == {"fish"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_calls_pfg(pfg: Pfg, shell: str) -> None:
    script = pfg("completion", shell).stdout
    assert f"_PFG_COMPLETE={shell}_complete" in script
    assert "pfg" in script


HOSTILE_NAMES = ("d;touch PWN;.py", "d$(touch PWN).py", "d`id`.py", "d *.py", "d'.py", "d\\.py")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_shell_quotes_names_that_it_would_obey(
    pfg: Pfg, project: Path, name: str, shell: str
) -> None:
    """The script of the shell inserts a plain candidate as it is."""
    (project / name).touch()
    (project / "demo.py").touch()
    output = pfg(_PFG_COMPLETE=f"{shell}_complete", COMP_WORDS="pfg list d", COMP_CWORD="2").stdout
    assert output.replace("\n", ",").startswith("file,d")
    assert name not in output
    assert complete("pfg list a", pfg, shell) == {"app/", "app", "app.models"}


def test_completion_offers_no_options_and_no_lines_of_their_own(pfg: Pfg, project: Path) -> None:
    for name in ("--config=x.yaml", "d\nplain,rm.py", "d\x1b[1m.py", "d\u202e.py", "d\t.py"):
        (project / name).touch()
    (project / "demo.py").touch()
    assert complete("pfg list d", pfg) == {"demo.py", "demo"}
    assert "--config=x.yaml" not in complete("pfg list ", pfg)


def test_completion_ends_in_a_project_of_links(pfg: Pfg, project: Path) -> None:
    for number in range(300):
        (project / "app" / f"l{number}").symlink_to(".")
    assert complete("pfg list app.", pfg) == {"app.models"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_itself_runs_nothing_of_a_file_name(pfg: Pfg, project: Path) -> None:
    """The candidates as bash receives them from the script that it evaluates."""
    (project / "d;touch PWN;.py").touch()
    (project / "pfg").write_text(f'#!/bin/sh\nexec {sys.executable} -m pytest_fixturegen "$@"\n')
    (project / "pfg").chmod(0o755)
    script = """
        eval "$(./pfg completion bash | sed s,pfg_setup,pfg_unused,)"
        compopt() { printf "compopt %s %s\\n" "$@"; }
        COMP_WORDS=(./pfg list d) COMP_CWORD=2
        _pfg_completion ./pfg
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    result = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, cwd=project
    )
    assert result.stdout.split("\n")[0] == "compopt -o default", result.stderr
    assert ";" not in result.stdout
    assert not (project / "PWN").exists()
