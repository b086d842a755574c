"""A server that does what the real one cannot be made to do."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

OK = "200 OK"
JSON = "application/vnd.elasticsearch+json;compatible-with=8"
#: How often a slow server sends a byte, in seconds, and for how many bytes: long after the client's patience.
PACE, BYTES = 0.1, 60


def answer(body: bytes, status: str = OK, kind: str = JSON, product: str = "Elasticsearch", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nX-Elastic-Product: {product}\r\nContent-Type: {kind}\r\nConnection: close\r\n{more}"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def shaped(found: Any) -> bytes:
    return answer(json.dumps(found).encode())


def searched(*found: Any) -> bytes:
    return shaped({"responses": list(found), "items": list(found), "took": 1})


def _hits(total: Any, hits: Any) -> Any:
    return {"timed_out": False, "status": 200, "hits": {"total": total, "hits": hits}}


WHOLE = {"value": 1, "relation": "eq"}
ERROR = {"error": {"type": "search_phase_execution_exception", "reason": "all shards failed"}, "status": 503}
AT_ONCE = {
    "500": answer(json.dumps(ERROR).encode(), "500 Internal Server Error"),
    "503 in HTML": answer(b"<html>Bad gateway</html>", "503 Service Unavailable", "text/html"),
    "429": answer(b"{}", "429 Too Many Requests"),
    "401": answer(b"{}", "401 Unauthorized"),
    "404": answer(b"not found", "404 Not Found", "text/plain"),
    "a redirect": answer(b"", "302 Found", more="Location: http://127.0.0.1:1/\r\n"),
    "HTML": answer(b"<html><body>Welcome to nginx!</body></html>", kind="text/html"),
    "no JSON": answer(b"{'hits': "),
    "no UTF-8": answer(b'{"responses": "\xff\xfe"}'),
    "a wrong encoding": answer(b"garbage", more="Content-Encoding: gzip\r\n"),
    "too deep": answer(b"[" * 100_000),
    "nothing in it": answer(b""),
    "another product": answer(b'{"responses": []}', product="Opensearch"),
    "null": shaped(None),
    "a number": shaped(3),
    "a list": shaped([]),
    "an empty object": shaped({}),
    "responses of no list": shaped({"responses": 5, "items": 5}),
    "too few responses": searched(),
    "responses of numbers": searched(1, 2, 3),
    "responses of null": searched(None, None, None),
    "errors": searched(ERROR, ERROR, ERROR),
    "timed out": searched(*[{**_hits(WHOLE, []), "timed_out": True}] * 3),
    "no total": searched(*[_hits(None, [])] * 3),
    "a total of words": searched(*[_hits({"value": "many"}, [])] * 3),
    "no aggregations": searched(*[_hits(WHOLE, [])] * 3),
    "hits of no shape": searched(*[{**_hits(WHOLE, [{"_source": []}]), "aggregations": {}}] * 3),
    "cut off": answer(b"{}").replace(b"Content-Length: 2", b"Content-Length: 2000"),
    "no HTTP": b"SSH-2.0-OpenSSH_9.2\r\n",
    "closed at once": b"",
}
SLOW = ("silent", "drips its head", "drips its body")


@contextmanager
def misbehaving(how: str) -> Iterator[str]:
    """The address of a server that answers everything in this way."""
    over = threading.Event()
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        threading.Thread(target=_serve, args=(server, how, over), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            over.set()
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)


def _serve(server: socket.socket, how: str, over: threading.Event) -> None:
    with suppress(OSError):
        while True:
            connection, _address = server.accept()
            threading.Thread(target=_speak, args=(connection, how, over), daemon=True).start()


def _speak(connection: socket.socket, how: str, over: threading.Event) -> None:
    with suppress(OSError), closing(connection):
        _read(connection)
        if how in AT_ONCE:
            connection.sendall(AT_ONCE[how])
            return
        whole = answer(b" " * 1_000)
        if how == "drips its body":
            connection.sendall(whole[:-1_000])
        for number in range(BYTES):
            if over.wait(PACE):
                return
            if how != "silent":
                connection.sendall(whole[number : number + 1] if how == "drips its head" else b" ")


def _read(connection: socket.socket) -> None:
    """The request, so that closing resets nothing."""
    with connection.makefile("rb") as asked:
        length = 0
        while (line := asked.readline().lower()) not in (b"\r\n", b""):
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        asked.read(length)
