"""Asks every shipped question of two stores, one about twice the other, and writes processor times and growth.

    .venv/bin/python tests/benchmarks/ask_questions.py --small STORE --large STORE

The parameters of a question are drawn from the larger store: its most reported source, topic and so on. A question
that takes a second or more on the larger store, or grows much faster than the store, is a finding (exit code 1).
"""

import argparse
import sys
from functools import cache
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from measurements import table, write_section  # noqa: E402
from sayso.namespaces import PREFIXES  # noqa: E402
from sayso.query import Question, ask, questions  # noqa: E402
from sayso.store import Dataset  # noqa: E402

LIMIT = 1.0
MOST = "SELECT ?x (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ {pattern} }} }} GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 1"
DRAWN = {
    "who": "?s sayso:saidBy ?a . ?a schema:name ?x . ?a a schema:Organization",
    "about": "?f sayso:counts/schema:name ?x",
    "region": "?f sayso:place/schema:name ?x",
    "unit": "?m sayso:refersTo ?u . ?u a sayso:MilitaryUnit ; schema:name ?x",
    "outlet": "?a schema:publisher/schema:name ?x",
    "article": "?a schema:headline ?x",
}
DRAWN_IRIS = {
    "article": "?s sayso:reportedIn ?x . ?x a schema:NewsArticle",
    "outlet": "?a schema:publisher ?x",
    "statement": "?x a sayso:Statement ; sayso:relays ?y",
    "item": "?x a sayso:Statement ; sayso:relays ?y",
}
ANY_IRI = "?s sayso:saidBy ?x"


def drawn(dataset: Dataset, question: Question) -> dict[str, str]:
    """A value for every parameter that must be supplied: one that occurs often, or the example."""
    found = {}
    for parameter in question.parameters:
        if parameter.required:
            is_iri = parameter.type == "iri"
            pattern = DRAWN_IRIS.get(parameter.name, ANY_IRI) if is_iri else DRAWN.get(parameter.name)
            found[parameter.name] = most_frequent(dataset, pattern) if pattern else parameter.example
    return found


@cache
def most_frequent(dataset: Dataset, pattern: str) -> str:
    rows = list(dataset.store.query(MOST.format(pattern=pattern), prefixes=PREFIXES))
    return rows[0]["x"].value if rows else "nobody"


def seconds(dataset: Dataset, question: Question, params: dict[str, str], rounds: int) -> tuple[float, int]:
    """The median processor time of an answer, and how many rows or triples it has."""
    taken = []
    for _ in range(rounds):
        started = process_time()
        answer = ask(dataset.store, question, params, dataset.iris.base)
        taken.append(process_time() - started)
    return median(taken), len(answer.rows if answer.graph is None else answer.graph)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", required=True)
    parser.add_argument("--large", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="ask these questions alone, once, and write nothing")
    options = parser.parse_args()
    rows, slow = [], []
    with Dataset.open(options.small) as small, Dataset.open(options.large) as large:
        articles = len(small.article_keys()), len(large.article_keys())
        ratio = articles[1] / articles[0]
        for question in questions():
            if options.only and question.name not in options.only:
                continue
            params = drawn(large, question)
            rounds = 1 if options.only else options.rounds
            (first, _), (second, size) = (seconds(dataset, question, params, rounds) for dataset in (small, large))
            growth = second / first
            quadratic = second > 0.05 and growth > 0.75 * ratio**2
            if second >= LIMIT or quadratic:
                slow.append(question.name)
            rows.append([question.name, question.group, f"{size:,}", f"{first:.3f}", f"{second:.3f}", f"{growth:.1f}"])
            print(" ".join(rows[-1]), file=sys.stderr)
    if not options.only:
        header = ["question", "folder", "rows", f"{articles[0]} articles, s", f"{articles[1]} articles, s", "growth"]
        told = f"Slower than {LIMIT:g} s, or growing like the square of the articles: {', '.join(slow) or 'none'}."
        how = f"Seconds of processor time, median of {options.rounds}, while the machine did much else"
        note = f"{how}; parameters are the most frequent values. {told}"
        write_section("Asking", "python tests/benchmarks/ask_questions.py", f"{note}\n\n{table(header, rows)}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
