"""Serves a store and puts it under load; writes page times, sizes and what happens to hostile requests.

    .venv/bin/python tests/benchmarks/serve_store.py STORE

Times are seconds on the server side as a client on loopback sees them; memory is the resident set of the server
and all its workers together, by /proc.
"""

import argparse
import contextlib
import gzip
import os
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from measurements import table, write_section  # noqa: E402

COMMAND = "python tests/benchmarks/serve_store.py STORE"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
HUNGRY = "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a"
USUAL = "SELECT DISTINCT ?name { ?s <https://w3id.org/sayso/ns#saidBy>/<https://schema.org/name> ?name } LIMIT 100"


def get(url: str, accept: str = "text/html") -> tuple[int, bytes, float]:
    started = time.perf_counter()
    request = urllib.request.Request(url, headers={"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=300) as response:
            return response.status, response.read(), time.perf_counter() - started
    except urllib.error.HTTPError as error:
        return error.code, error.read(), time.perf_counter() - started


def ask(site: str, query: str) -> tuple[int, bytes, float]:
    return get(f"{site}/sparql?{urllib.parse.urlencode({'query': query})}", "application/sparql-results+json")


def resident(pid: int) -> float:
    """Megabytes of a process and its children."""
    family = [pid]
    for thread in Path(f"/proc/{pid}/task").iterdir():  # each lists the processes that it has started
        with contextlib.suppress(OSError):
            family += map(int, (thread / "children").read_text().split())
    total = 0.0
    for one in family:
        try:
            found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{one}/status").read_text())
        except OSError:
            continue
        total += int(found[1]) / 1024 if found else 0
    return total


class Watch(threading.Thread):
    """Keeps the peak of the resident memory."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.on = pid, 0.0, True

    def run(self) -> None:
        while self.on:
            self.peak = max(self.peak, resident(self.pid))
            time.sleep(0.2)


def pages(site: str) -> list[list[str]]:
    key = re.findall(r"/article/[0-9a-f]{32}", get(f"{site}/articles")[1].decode())[0]
    figures = get(f"{site}/figures?kind=killed&words=soldiers")[1].decode()
    figure = re.findall(r"/article/[0-9a-f]{32}/f[0-9-]+", figures)[:1]
    paths = ["/", "/articles", "/sources", "/statements", "/figures", "/figures?kind=killed", "/findings"]
    paths += ["/findings?about=Aleppo", "/relays", "/search?words=hospital", "/topic?words=hospital", key, *figure]
    rows = []
    for path in paths:
        first = get(site + path)  # nobody has asked for it before, and the server has just been started
        again = statistics.median(get(site + path)[2] for _ in range(5))
        assets = {a: get(site + a)[1] for a in re.findall(r'(?:src|href)="(/static/[^"]+)"', first[1].decode())}
        size = len(gzip.compress(first[1])) + sum(len(gzip.compress(content)) for content in assets.values())
        shown = re.sub(r"[0-9a-f]{32}", "…", path)
        rows.append([shown, str(first[0]), f"{first[2]:.3f}", f"{again:.3f}", f"{size / 1000:.0f}"])
    return rows


def crowd(site: str, query: str, clients: int) -> tuple[Counter[int], list[float]]:
    with ThreadPoolExecutor(clients) as pool:
        answers = list(pool.map(lambda _: ask(site, query), range(clients)))
    return Counter(status for status, _, _ in answers), [taken for _, _, taken in answers]


def hostile(site: str, watch: Watch, seconds: int) -> list[list[str]]:
    rows = []

    def row(what: str, statuses: Counter[int], taken: list[float]) -> None:
        told = ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))
        rows.append([what, told, f"{statistics.median(taken):.2f}", f"{max(taken):.2f}", f"{watch.peak:.0f}"])

    row("100 clients at once, a usual query", *crowd(site, USUAL, 100))
    row(f"4 queries that would take hours (limit {seconds} s)", *crowd(site, SLOW, 4))
    row("4 answers beyond 50 MB", *crowd(site, LARGE, 4))
    row("2 queries that sort billions of rows", *crowd(site, HUNGRY, 2))
    long = [get(f"{site}/sparql?query={'x' * 40_000}"), ask(site, "#" * 20_000 + SLOW.replace("?g ?h ?i", ""))]
    row("2 requests of 20 and 40 kB, one no SPARQL", Counter(r[0] for r in long), [r[2] for r in long])
    odd = [
        get(site + path) for path in ("/static/..%2f..%2fpyproject.toml", "/data/../../etc/passwd", "/id/%00", "/%ff")
    ]
    row("4 paths that lead out", Counter(r[0] for r in odd), [r[2] for r in odd])
    row("100 clients again", *crowd(site, USUAL, 100))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    command = [sys.executable, "-m", "sayso", "serve", "--store", options.store, "--port", "0"]
    command += ["--seconds", str(options.seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            site = re.findall(r"http://[\d.]+:\d+", process.stdout.readline())[0]
            cold = get(site)[2]
            shown = pages(site)
            watch = Watch(process.pid)
            watch.start()
            attacked = hostile(site, watch, options.seconds)
            watch.on = False
        finally:
            process.terminate()
    articles = re.findall(r"([\d,]+) articles", get_count(options.store))[0]
    body = (
        f"A store of {articles} articles. The first request of all, to `/` as soon as the server answered, "
        f"took {cold:.3f} s. Load average at the end: {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores.\n\n"
        + table(["page", "status", "first view, s", "again, s", "compressed with its assets, kB"], shown)
        + f"\n\nHostile requests, with --seconds {options.seconds}:\n\n"
        + table(["what", "answers × status", "median, s", "longest, s", "peak memory so far, MB"], attacked)
    )
    write_section("Serving", COMMAND, body)


def get_count(store: str) -> str:
    command = [sys.executable, "-m", "sayso", "query", "which-articles-are-there", "--format", "csv", "--store", store]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return f"{len(set(re.findall(r'article/[0-9a-f]+', done.stdout)))} articles"


if __name__ == "__main__":
    main()
