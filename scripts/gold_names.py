"""Names across articles: are two mentions in two articles, built into one store, the same agent?"""

import json
import tempfile
from pathlib import Path
from typing import Any

from pyoxigraph import QuerySolutions

from sayso.namespaces import PREFIXES
from sayso.pipeline import Settings, build
from sayso.store import Dataset

AROUND = "The council met on Monday to hear the latest news from the region.\n\n{}\n\nRain is forecast for the weekend."
SPEAKERS = """
SELECT DISTINCT ?url (COALESCE(?canonical, ?agent) AS ?one) WHERE {
  GRAPH ?g { ?article schema:url ?url . ?statement sayso:reportedIn ?article ; sayso:saidBy ?agent }
  OPTIONAL { GRAPH ?h { ?agent sayso:canonical ?canonical } }
}"""


def across(cases: list[dict[str, Any]], show: bool = False) -> tuple[int, int]:
    """Cases told right: the same agent where the gold says so, two where it does not; and all cases."""
    urls = [(f"https://gold.example/{n}/one", f"https://gold.example/{n}/other") for n in range(len(cases))]
    rows = [
        {
            "title": "News of the day",
            "text": AROUND.format(text),
            "url": url,
            "published": "2025-05-05",
            "publisher": "The Gold",
        }
        for case, pair in zip(cases, urls, strict=True)
        for url, text in zip(pair, case["texts"], strict=True)
    ]
    speakers = built(rows)
    right = 0
    for case, (one, other) in zip(cases, urls, strict=True):
        told = bool(speakers.get(one, set()) & speakers.get(other, set()))
        good = told == case["same"] and bool(speakers.get(one)) and bool(speakers.get(other))
        right += good
        if show and not good:
            print(f"across: {case['names']}: {speakers.get(one)} {speakers.get(other)}")
    return right, len(cases)


def built(rows: list[dict[str, Any]]) -> dict[str, set[str]]:
    """The speakers of each article by its address, each as the agent that stands for all judged the same."""
    dataset = Dataset.in_memory()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        build([str(path)], dataset, settings=Settings(workers=1))
    found = dataset.store.query(SPEAKERS, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    speakers: dict[str, set[str]] = {}
    for url, agent in found:
        speakers.setdefault(url.value, set()).add(agent.value)
    return speakers
