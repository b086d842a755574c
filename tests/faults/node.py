"""A server of our own that may be frozen, killed and started again."""

import os
import signal
import socket
import subprocess
from contextlib import closing
from pathlib import Path

#: Java's best compiler never pays in a node that lives for minutes: a start without it takes half the work.
QUICK = "-XX:TieredStopAtLevel=1"
SCRIPTS = Path(os.environ.get("ELASTICSEARCH_SCRIPTS") or Path(__file__).parents[2] / "../shared/elasticsearch")


class Node:
    """One node on a port that was free. Each start begins with no index."""

    def __init__(self) -> None:
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._is_frozen = False

    def start(self) -> None:
        self._run("start", str(self.port))

    def stop(self) -> None:
        self.thaw()
        self._run("stop", str(self.port))

    def kill(self) -> None:
        """What a crash does; one that is frozen is killed too."""
        self._is_frozen = False
        self._run("stop", str(self.port), "-KILL")

    def freeze(self) -> None:
        """It still takes connections and answers none."""
        self._signal(signal.SIGSTOP)
        self._is_frozen = True

    def thaw(self) -> None:
        if self._is_frozen:
            self._is_frozen = False
            self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        os.kill(int(Path(f"/var/tmp/elasticsearch-{self.port}/pid").read_text()), number)

    @staticmethod
    def _run(script: str, *arguments: str) -> None:
        environment = {**os.environ, "ELASTICSEARCH_HEAP": f"512m {QUICK}", "CLI_JAVA_OPTS": QUICK}
        environment.pop("ELASTICSEARCH_STATE", None)
        subprocess.run([SCRIPTS / script, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    """A port that is free with the one a hundred above it, on which the node would speak to others."""
    for port in range(9300, 9400):
        with closing(socket.socket()) as one, closing(socket.socket()) as other:
            try:
                one.bind(("127.0.0.1", port))
                other.bind(("127.0.0.1", port + 100))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free for a node")
