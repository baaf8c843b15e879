"""Commands in processes of their own that find the libraries loaded, as a fork leaves them.

Loading SQLAlchemy and its like takes longer than most commands run. This script loads them once
and then forks for every command; the program itself is loaded anew in each, by its own name.
"""

import array
import gc
import importlib
import json
import os
import runpy
import socket
import sys
import time
from typing import Any

LIBRARIES = (
    "argon2", "asyncio", "docx", "filelock", "http.cookies", "PIL.Image", "platformdirs",
    "pypdfium2", "python_calamine", "qrcode", "reportlab.pdfgen.canvas", "sqlalchemy",
    "sqlalchemy.dialects.sqlite", "sqlalchemy.ext.hybrid", "sqlalchemy.orm", "sqlcipher3.dbapi2",
    "uharfbuzz", "xlsxwriter", "zipfile",
)  # fmt: skip
"""What the commands load that is not the program; pypinyin is set up by the program first."""
LONGEST = 1 << 16
"""Bytes of a command with its surroundings."""


def main(channel: socket.socket) -> None:
    """Fork for every command that is asked for; return in the process that is to be it."""
    for name in LIBRARIES:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    while True:
        asked, descriptors = received(channel)
        if not asked:
            os._exit(0)
        process = os.fork()
        if process == 0:
            channel.close()
            become(json.loads(asked), descriptors)
            return
        for descriptor in descriptors:
            os.close(descriptor)
        channel.send(b"%d" % process)
        _, status = os.waitpid(process, 0)
        channel.send(b"%d" % os.waitstatus_to_exitcode(status))


def received(channel: socket.socket) -> tuple[bytes, list[int]]:
    """Return what was asked, and the three files the command reads and writes."""
    room = socket.CMSG_SPACE(3 * array.array("i").itemsize)
    asked, more, _, _ = channel.recvmsg(LONGEST, room)
    descriptors = array.array("i")
    for _, _, data in more:
        descriptors.frombytes(data)
    return asked, list(descriptors)


def become(command: dict[str, Any], descriptors: list[int]) -> None:
    """Take on the words, the folder, the environment and the files of a command."""
    for standard, descriptor in enumerate(descriptors):
        os.dup2(descriptor, standard)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(command["env"])
    time.tzset()
    os.chdir(command["folder"])
    sys.path[0] = command["folder"]
    sys.argv[1:] = command["words"]


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        main(asking)
    runpy.run_module("qhsign", run_name="__main__", alter_sys=True)
