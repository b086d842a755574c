"""Messages between the site and the worker: a line of JSON with the lengths of what follows it."""

import json
import socket
from typing import Any

LONGEST_HEAD = 256 * 1024


def send(channel: socket.socket, head: dict[str, Any], blobs: list[bytes]) -> None:
    """Write one message. `head` is anything JSON holds."""
    line = json.dumps({**head, "lengths": [len(blob) for blob in blobs]}).encode()
    channel.sendall(len(line).to_bytes(4, "big") + line)
    for blob in blobs:
        channel.sendall(blob)


def receive(channel: socket.socket) -> tuple[dict[str, Any], list[bytes]]:
    """Read one message. Raises `EOFError` when the other side ended before it was whole."""
    length = int.from_bytes(_exactly(channel, 4), "big")
    if length > LONGEST_HEAD:
        raise EOFError("no message")
    head = json.loads(_exactly(channel, length))
    return head, [_exactly(channel, size) for size in head.pop("lengths")]


def _exactly(channel: socket.socket, size: int) -> bytes:
    content = bytearray(size)
    view, place = memoryview(content), 0
    while place < size:
        count = channel.recv_into(view[place:])
        if not count:
            raise EOFError("the other side ended")
        place += count
    return bytes(content)
