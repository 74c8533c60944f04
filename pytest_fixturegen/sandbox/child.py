"""The child: imports the target, runs one job named by a dotted path, and speaks in frames.

What the target prints goes to standard error, so that nothing of it is ever taken for a result.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import traceback
from typing import Any

from pytest_fixturegen.errors import FixturegenError, InternalError
from pytest_fixturegen.sandbox.frames import END, ERROR, Sender


def main() -> None:
    """Read one request, a line of JSON, from standard input, and answer it on what was standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends its child
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sender = Sender(channel)
    request: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    module, _, name = request.pop("job").partition(":")
    try:
        getattr(importlib.import_module(module), name)(sender, **request)
    except FixturegenError as error:
        sender.say(ERROR, error.as_json()["error"])
    except BrokenPipeError:  # the parent is gone
        os._exit(1)
    except Exception as error:
        traceback.print_exc()
        sender.say(ERROR, InternalError.of(error).as_json()["error"])
    else:
        sender.send(END)
    sender.flush()
    sys.stdout.flush()
    os._exit(0)  # threads and exit handlers of the target are not waited for


if __name__ == "__main__":
    main()
