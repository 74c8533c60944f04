"""Write the files of digests again and print what changed: ``python -m tests.golden [group]``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from tests.golden.artifacts import compute_artifacts
from tests.golden.cases import GROUPS, PACKAGES, cases_of
from tests.golden.chunks import LIBRARIES, path_of, read_rows
from tests.golden.digests import Row, compute_case, fingerprint, version_of
from tests.golden.words import compute_words


def main(wanted: list[str]) -> None:
    """Write the files of the groups *wanted*, or all of them."""
    unknown = set(wanted) - {*GROUPS, *OTHERS}
    if unknown:
        sys.exit(
            f"Unknown group: {', '.join(sorted(unknown))}. Known: {', '.join([*GROUPS, *OTHERS])}"
        )
    for group in wanted or [*GROUPS, *OTHERS]:
        rows = OTHERS[group]() if group in OTHERS else compute_group(group)
        print(f"{group}: {replace_rows(group, rows)}", flush=True)


def replace_rows(group: str, rows: Iterable[Row]) -> str:
    """Write *rows* as the file of *group*, and return what changed."""
    before, now = read_rows(group), {row.name: row for row in rows}
    path = path_of(group)
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "".join(f"{now[name].write()}\n" for name in sorted(now)), "utf-8", newline="\n"
    )
    added, removed = now.keys() - before.keys(), before.keys() - now.keys()
    changed = [name for name in now.keys() & before.keys() if now[name] != before[name]]
    return f"{len(now)} digests, {len(added)} added, {len(removed)} removed, {len(changed)} changed"


def compute_group(group: str) -> Iterator[Row]:
    """Yield the rows of *group*."""
    for case in cases_of(group).values():
        yield from compute_case(case)


def compute_versions() -> Iterator[Row]:
    """Yield the version of each library that the data may depend on."""
    for name in LIBRARIES:
        yield Row(name, version_of(name))


def compute_fingerprints() -> Iterator[Row]:
    """Yield the fingerprint of each model of other people's packages."""
    for group in (root.replace(".", "_") for root in PACKAGES):
        for case in cases_of(group).values():
            yield Row(f"{group}/{case.name}", fingerprint(case.model))


OTHERS = {
    "versions": compute_versions,
    "fingerprints": compute_fingerprints,
    "words": compute_words,
    "artifacts": compute_artifacts,
}
"""Files that do not hold the data of models."""

if __name__ == "__main__":
    main(sys.argv[1:])
