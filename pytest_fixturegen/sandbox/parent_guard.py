"""Ends the child when its parent ends, however that happens.

On Linux, the kernel kills a child in the sandbox: the child asks for it (prctl) before its rights
are restricted, and it cannot fork. If the target may fork, and on other systems, a guard does it.
The guard is a process that waits for the end of the parent's pipe, and then kills the child's
process group.
"""

from __future__ import annotations

import os
import signal


def start_guard(parent_pipe: int) -> None:
    """Start the guard of this process; *parent_pipe* ends when the parent does.

    The guard is not a child of this process, whose code may wait for all of its children.
    """
    if not hasattr(os, "fork"):
        return
    helper = os.fork()
    if helper:
        os.waitpid(helper, 0)
        return
    try:
        if os.fork() == 0:
            _guard_group(parent_pipe)
    finally:
        os._exit(0)


def _guard_group(parent_pipe: int) -> None:
    """Wait for the end of *parent_pipe*, then kill all processes of this group.

    The other descriptors are closed: an open one would keep the channel from ending.
    """
    os.closerange(0, parent_pipe)
    os.closerange(parent_pipe + 1, os.sysconf("SC_OPEN_MAX"))
    while os.read(parent_pipe, 1):
        pass
    os.killpg(0, signal.SIGKILL)
