"""Waits for jobs and does each in a child of its own, which may take 600 MB and no longer than its time.

Started by :mod:`showcase.images.decoder` with one socket, through which the sockets of the jobs come. The process
imports Pillow once and nothing of the site, so that a child is there in about two milliseconds; whatever a hostile
file does to it, it is gone after the job. Ends when the site's process ends.
"""

import contextlib
import os
import resource
import signal
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from showcase.images.worker import protocol
from showcase.images.worker.jobs import run

MEMORY = 600 * 1024 * 1024


def limit(seconds: int) -> None:
    """The kernel ends what takes more memory or time than is allowed; no file can be written."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # not every system knows each of them
            resource.setrlimit(what, (most, most))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def work(channel: socket.socket) -> None:
    """Do one job and answer: what came of it, or why it was refused."""
    limit(30)
    request, blobs = protocol.receive(channel)
    limit(int(request.get("seconds", 30)))
    protocol.send(channel, *run(request, blobs))


def serve(control: socket.socket) -> None:
    """One child for each socket that comes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children
    while True:
        message, descriptors, _flags, _address = socket.recv_fds(control, 1, 1)
        if not message or not descriptors:
            return
        if os.fork() == 0:
            status = 1
            try:
                control.close()
                work(socket.socket(fileno=descriptors[0]))
                status = 0
            finally:
                os._exit(status)
        os.close(descriptors[0])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(socket.socket(fileno=int(sys.argv[1])))
