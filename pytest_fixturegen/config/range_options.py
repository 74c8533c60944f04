"""Options that divide work: ranges of records, and the number of processes."""

from __future__ import annotations

from typing import Literal

from pytest_fixturegen.config.options import declare_option

Engine = Literal["local", "dask"]
"""Engine that runs the processes: this command (local), or a cluster of Dask."""

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
ENGINE_OPTION: Engine = declare_option(
    "local", "Write the files in this process, or as tasks of a Dask cluster.", widens="set"
)
SCHEDULER_OPTION: str = declare_option(
    "local",
    "Address of the Dask scheduler, such as tcp://10.0.0.5:8786; local starts a cluster here.",
    widens="set",
)
