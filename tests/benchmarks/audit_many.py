"""How long an audit of thousands of articles takes, and how that grows; writes its section of the measurements.

    python tests/benchmarks/audit_many.py [2500 10000]

The articles are synthetic (scripts/synthesize_articles.py). Seconds are of processor time, in one process.
"""

import resource as usage
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from pyoxigraph import RdfFormat

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from measurements import table, write_section
from sayso.audit.claims.comparing import compare_claims
from sayso.audit.comparing.carrying import accounts_by_place
from sayso.audit.comparing.figures import compare_all
from sayso.audit.events.copies import copies
from sayso.audit.events.events import events
from sayso.audit.sources.roots import settle
from sayso.audit.telling import CLAIM
from sayso.audit.told.gathering import gather
from sayso.audit.told.paraphrases import taught
from sayso.audit.told.preparing import prepare, prepare_claims
from sayso.store import Dataset
from synthesize_articles import synthesize

STEPS = ("gather", "events", "prepare", "roots", "copies", "figures", "claims")


def measure(articles: int) -> dict[str, float]:
    with Dataset.in_memory() as dataset:
        for piece in synthesize(articles):
            dataset.store.load(piece, RdfFormat.N_QUADS)
        times: dict[str, float] = {}

        def timed(name: str, work: Callable[[], object]) -> object:
            started = process_time()
            made = work()
            times[name] = process_time() - started
            return made

        gathered = timed("gather", lambda: gather(dataset.store, dataset.iris))
        event = timed("events", lambda: events(gathered.articles.values()))
        told = timed("prepare", lambda: [*prepare(gathered, event), *prepare_claims(gathered, event)])
        told = timed("roots", lambda: settle(told, gathered.chains(), nations=gathered.nations))
        copied = timed("copies", lambda: copies(gathered.articles.values()))
        compared = timed("figures", lambda: compare_all(taught(t for t in told if t.kind != CLAIM), copied))
        said = [t for t in told if t.kind == CLAIM]
        claims = timed("claims", lambda: compare_claims(said, copied, accounts_by_place(compared.accounts)))
        counts = {
            "articles": len(gathered.articles), "tellings": len(told), "events found": len(set(event.values())),
            "comparisons": len(compared.comparisons) + len(claims),
        }  # fmt: skip
        return {**counts, **times, "all": sum(times.values())}


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or [2_500, 10_000]
    found = [measure(size) for size in sizes]
    columns = ["articles", "events found", "tellings", "comparisons", *STEPS, "all"]
    rows = [[f"{f[c]:,.1f}" if c in (*STEPS, "all") else f"{f[c]:,.0f}" for c in columns] for f in found]
    grown = found[-1]["all"] / found[0]["all"], found[-1]["articles"] / found[0]["articles"]
    peak = usage.getrusage(usage.RUSAGE_SELF).ru_maxrss / 1024
    body = (
        "Synthetic articles: copies of the sample on other events, with other names and dates; the graph is copied and "
        "nothing is read anew.\nSeconds of processor time, one process, by step.\n\n"
        + table(columns, rows)
        + f"\n\n{grown[1]:.1f} times the articles took {grown[0]:.1f} times as long. Peak memory: {peak:,.0f} MB."
    )
    write_section("Auditing many articles", "python tests/benchmarks/audit_many.py", body)


if __name__ == "__main__":
    main()
