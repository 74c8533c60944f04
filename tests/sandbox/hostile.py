"""Hostile modules: each action is a block of code that uses ``outside``, ``home``, ``port`` and ``here``.

The actions belong to every category that the walls are for. If one succeeds, it changes something that
the test looks at.
"""

from __future__ import annotations

MODULE_START = """
import json, os, pathlib
{names}
from pydantic import BaseModel

class User(BaseModel):
    id: int = 1

"""

REPORTED_ACTIONS = {
    "write": [
        "open(outside + '/new', 'w').write('x')",
        "os.open(outside + '/new', os.O_CREAT | os.O_WRONLY)",
        "import io; io.FileIO(outside + '/new', 'wb')",
        "import io; io.FileIO(os.fsencode(outside + '/new'), 'wb')",
        "pathlib.Path(outside, 'new').write_text('x')",
        "import shutil; shutil.copy(__file__, outside + '/new')",
        "os.chdir(outside); open('new', 'a')",
        "open(here + '/../outside/new', 'w')",
        "open('/proc/self/mem', 'r+b', 0)",
    ],
    "delete": [
        "os.remove(outside + '/kept.txt')",
        "import shutil; shutil.rmtree(outside)",
        "os.rename(outside + '/kept.txt', outside + '/new')",
        "os.replace(outside + '/kept.txt', os.environ['HOME'] + '/taken')",
        "os.truncate(outside + '/kept.txt', 0)",
    ],
    "mode": [
        "os.chmod(outside + '/kept.txt', 0o777)",
        "os.utime(outside + '/kept.txt', (1, 1))",
        "fd = os.open(here + '/models.py', os.O_RDONLY); os.fchmod(fd, 0o777)",
    ],
    "links": [
        "os.symlink(outside, here + '/link')",
        "os.link(outside + '/kept.txt', here + '/hard')",
        "os.mkfifo(outside + '/new')",
        "os.mkdir(outside + '/folder')",
        "os.symlink(home + '/.ssh/id_rsa', here + '/key'); print(open(here + '/key').read())",
    ],
    "project": [
        "open(here + '/conftest.py', 'a').write('x')",
        "os.makedirs(here + '/__pycache__', exist_ok=True); open(here + '/__pycache__/a.pyc', 'wb')",
        "open(here + '/.git/hooks/pre-commit', 'w')",
    ],
    "secrets": [
        "print(open(home + '/.ssh/id_rsa').read())",
        "print(open(f'/proc/{os.getppid()}/environ').read())",
    ],
    "network": [
        "import socket; socket.create_connection(('127.0.0.1', port))",
        "import _socket; _socket.socket(2, 1, 0).connect(('127.0.0.1', port))",
        "import socket; socket.socket(2, 2).sendto(b'x', ('127.0.0.1', port))",
        "import socket; socket.getaddrinfo('secret.example', 80)",
        "import socket; socket.gethostbyname('secret.example')",
        "import urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{port}/')",
        "import asyncio; asyncio.run(asyncio.open_connection('127.0.0.1', port))",
        "import socket; socket.socket(1).connect(outside + '/socket')",
        "import socket; socket.socket(1).connect('\\0abstract')",
        "import socket; socket.socket().bind(('0.0.0.0', port + 1))",
        "import socket; socket.socket(17, 3)",
    ],
    "process": [
        "os.system('touch ' + outside + '/new')",
        "import subprocess; subprocess.run(['touch', outside + '/new'])",
        "os.fork()",
        "os.posix_spawn('/bin/touch', ['touch', outside + '/new'], {})",
        "os.execv('/bin/touch', ['touch', outside + '/new'])",
        "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
        "import threading; t = threading.Thread(target=os.system, args=('true',)); t.start(); t.join()",
        "import subprocess, sys; sys.modules['_posixsubprocess'].fork_exec()",
        "os.kill(os.getppid(), 9)",
        "os.kill(-1, 9)",
        "import resource; resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))",
        "import fcntl; fcntl.fcntl(0, 8, os.getppid())",
    ],
    "interpreter": [
        "import ctypes; ctypes.CDLL(None).getpid()",
        "import numpy.ctypeslib as n; n.ctypes.CDLL(None).unshare(0x10000000)",
        "import gc; gc.get_objects()",
        "import sys; sys.settrace(lambda *a: None)",
        "import marshal; marshal.loads(marshal.dumps(compile('1', 'x', 'eval')))",
        "f = lambda: 1; f.__code__ = (lambda: 2).__code__",
        "import sqlite3; sqlite3.connect(outside + '/new')",
        "import importlib; importlib.import_module('_testcapi')",
    ],
}
"""Actions that the sandbox refuses and reports, by category."""

UNREPORTED_ACTIONS = [
    "fd = os.open(outside, os.O_RDONLY | os.O_DIRECTORY); os.mkdir('folder', dir_fd=fd)",
    "import sqlite3; c = sqlite3.connect(':memory:'); c.execute('ATTACH DATABASE ? AS x', (outside + '/new',)); c.execute('CREATE TABLE x.t (a)')",
    "import pyarrow; print(pyarrow.OSFile(home + '/.ssh/id_rsa').read(99))",
    "import pyarrow; pyarrow.OSFile(outside + '/new', 'w')",
    "import atexit; atexit.register(lambda: open(outside + '/new', 'w'))",
    "import threading; threading.Thread(target=lambda: __import__('time').sleep(60)).start()",
    "print(dict(os.environ))",
]
"""Actions that have no effect, but that raise no audit event or may be tried freely."""


SWALLOW_ERRORS = "\nexcept BaseException as error:\n    print(repr(error))\n"


def build_module(actions: list[str], **names: object) -> str:
    """Return a module that tries each of *actions* and swallows every error."""
    assignments = "\n".join(f"{name} = {value!r}" for name, value in names.items())
    parts = [MODULE_START.format(names=assignments)]
    parts += [
        "try:\n    " + "\n    ".join(action.split("; ")) + SWALLOW_ERRORS for action in actions
    ]
    return "".join(parts)
