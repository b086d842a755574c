"""The site's side of the worker: gives a job with a file, gets what came of it. No picture is decoded in this process.

The worker is started with the first job and lives as long as this process; each job runs in a child of it.
"""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from showcase.images.worker import protocol
from showcase.images.worker.refusals import Refusal

SCRIPT = Path(__file__).with_name("worker") / "__main__.py"
#: The kernel ends the child; this ends our waiting should even that fail.
GRACE_SECONDS = 5


class Worker:
    """A process that does jobs, and the socket through which it gets them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, job: str, content: bytes, *, seconds: int = 30, **request: Any) -> tuple[dict[str, Any], list[bytes]]:
        """Do one job. Raises `Refusal` when the file is not taken, its decoder died or took more than it may."""
        with self._channel() as channel:
            channel.settimeout(seconds + GRACE_SECONDS)
            try:
                protocol.send(channel, {"job": job, "seconds": seconds, **request}, [content])
                head, blobs = protocol.receive(channel)
            except (OSError, EOFError):
                raise Refusal("undecodable") from None
        if "refused" in head:
            raise Refusal(head["refused"], **head["params"])
        return head, blobs

    def forget(self) -> None:
        """In a forked process: the parent's worker is not ours."""
        self._lock = threading.Lock()
        if self._control is not None:
            self._control.close()
        self._control = self._process = None

    def _channel(self) -> socket.socket:
        """A fresh socket whose other end a child of the worker holds."""
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            for last in (False, True):
                try:
                    socket.send_fds(self._started(), [b"."], [theirs.fileno()])
                    return ours
                except OSError:
                    self._stop()
                    if last:
                        ours.close()
                        raise
        raise AssertionError("unreachable")

    def _started(self) -> socket.socket:
        if self._control is None or self._process is None or self._process.poll() is not None:
            self._stop()
            self._control, theirs = socket.socketpair()
            with theirs:
                # No environment: no secret of the site is where foreign bytes are parsed.
                self._process = subprocess.Popen(  # noqa: S603  (our own script)
                    [sys.executable, "-I", str(SCRIPT), str(theirs.fileno())],
                    pass_fds=[theirs.fileno()],
                    env={"MALLOC_ARENA_MAX": "2"},
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        return self._control

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with contextlib.suppress(OSError):
                self._process.kill()
            self._process.wait()
        self._control = self._process = None


worker = Worker()
os.register_at_fork(after_in_child=worker.forget)
