"""A limit for the whole answer of a server.

The client's timeout holds for each piece that is read: a server that sends a byte now and then would be waited for
as long as it likes.
"""

import io
import time
from http.client import HTTPResponse
from typing import Any

from elastic_transport import NodeConfig, Urllib3HttpNode
from urllib3.connection import HTTPConnection, HTTPSConnection


class _Limited(io.RawIOBase):
    """What a socket sends, until a moment."""

    def __init__(self, raw: io.RawIOBase, sock: Any) -> None:
        self._raw, self._sock = raw, sock
        allowed = sock.gettimeout()
        self._until = None if allowed is None else time.monotonic() + allowed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self._until is not None:
            left = self._until - time.monotonic()
            if left <= 0:
                raise TimeoutError("the answer took too long")
            self._sock.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(HTTPResponse):
    def __init__(self, sock: Any, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        self.fp = io.BufferedReader(_Limited(self.fp.detach(), sock))  # type: ignore[arg-type]  # as socket.makefile


class _Connection(HTTPConnection):
    response_class = _Response


class _SecureConnection(HTTPSConnection):
    response_class = _Response


class LimitedNode(Urllib3HttpNode):
    """A server's address, each answer of which comes within ``request_timeout`` as a whole."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        self.pool.ConnectionCls = _SecureConnection if config.scheme == "https" else _Connection
