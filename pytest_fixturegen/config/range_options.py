"""Options that divide work: ranges of records, and the number of processes."""

from __future__ import annotations

from pytest_fixturegen.config.options import declare_option

START_OPTION: int = declare_option(
    0, "Index of the first record; record I is the same in every range.", low=0
)
SHARD_OPTION: str = declare_option(
    "", "Part K of N of the records, such as 2/4, so that N machines can make one part each."
)
WORKERS_OPTION: int = declare_option(
    1,
    "Number of processes, at most one for each core; 0: one for each core. The output is the same.",
    low=0,
)
