"""The load: wrk where it is installed, else a plain one of our own in a process of its own.

``python -m benchmarks.generator PORT SECONDS FILE`` asks the addresses in FILE (JSON list) in turn over 8 connections
and prints a sample as JSON. A sync worker of gunicorn closes after each answer; both generators connect again.
"""

import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Sample, percentile

CONNECTIONS = 8
_LUA = """
local paths = {%s}
local next = 0
request = function()
  next = next %% #paths + 1
  return wrk.format("GET", paths[next])
end
done = function(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("\\nRESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), failed))
end
"""


def name() -> str:
    """Which generator is used here."""
    return "wrk" if shutil.which("wrk") else "asyncio"


def sample(port: int, seconds: float, paths: list[str]) -> Sample:
    """Ask for these addresses in turn, over and over, for so long."""
    with tempfile.TemporaryDirectory() as folder:
        if name() == "wrk":
            return _wrk(Path(folder) / "paths.lua", port, seconds, paths)
        file = Path(folder) / "paths.json"
        file.write_text(json.dumps(paths))
        arguments = [sys.executable, "-m", "benchmarks.generator", str(port), str(seconds), str(file)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        return Sample(**json.loads(done.stdout))


def _wrk(script: Path, port: int, seconds: float, paths: list[str]) -> Sample:
    script.write_text(_LUA % ", ".join(json.dumps(path) for path in paths))
    url = f"http://127.0.0.1:{port}/"
    arguments = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "-s", str(script), url]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
    requests, micros, p50, p95, failed = (int(part) for part in line.split()[1:])
    return Sample(requests / (micros / 1e6), p50 / 1000, p95 / 1000, failed)


async def _ask(port: int, path: str) -> bool:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    try:
        answer = await reader.read(-1)
    finally:
        writer.close()
    return answer.startswith(b"HTTP/1.1 200")


async def _load(port: int, seconds: float, paths: list[str]) -> Sample:
    took: list[float] = []
    failed, turn, start = 0, 0, time.perf_counter()

    async def visitor() -> None:
        nonlocal failed, turn
        while (begun := time.perf_counter()) < start + seconds:
            path = paths[turn % len(paths)]
            turn += 1
            try:
                failed += not await _ask(port, path)
            except OSError:
                failed += 1
            took.append((time.perf_counter() - begun) * 1000)

    await asyncio.gather(*(visitor() for _ in range(CONNECTIONS)))
    rate = len(took) / (time.perf_counter() - start)
    return Sample(rate, percentile(took, 50), percentile(took, 95), failed)


if __name__ == "__main__":
    result = asyncio.run(_load(int(sys.argv[1]), float(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())))
    print(json.dumps({"rate": result.rate, "p50": result.p50, "p95": result.p95, "failed": result.failed}))
