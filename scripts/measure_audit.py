"""Measures verdicts, alterations and root counts on gold of our own, and writes docs/measurements.md.

    .venv/bin/python scripts/measure_audit.py [--folder tests/data/gold/unseen-verdicts] [--misses]

The gold is a folder with ``articles.jsonl`` and ``gold.toml``; each folder has a section of its own. A pair's verdict
is the comparison that the audit recorded or, where it set the two against each other only through others, what it
makes of the two directly. ``--misses`` prints what went wrong, and writes nothing.
"""

import argparse
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measurements import ROOT, table, write_section
from sayso.audit.comparing.comparison import Comparison, compare
from sayso.audit.comparing.standing import groups
from sayso.audit.report import Evidence, look_at
from sayso.audit.telling import Telling
from sayso.ingest import documents, to_article
from sayso.ingest.article import Article
from sayso.pipeline import Settings, build
from sayso.store import Dataset

FOLDER = ROOT / "tests" / "data" / "gold" / "verdicts"
SETS = {  # how the section of a folder ends its title, and what the program may have learnt from it
    "verdicts": (
        "development",
        "marked before the audit was written and held out until 2026-11-25; a development set from then on, whose "
        "errors the program is mended on",
    ),
    "verdicts-2": (
        "second development set",
        "marked without a look at the program; held out until 2026-11-25 (verdicts 62.9 % then), a development set "
        "since",
    ),
    "verdicts-3": (
        "third development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 36.3 % right "
        "and 96 pairs had a figure that was not read; a development set since",
    ),
    "verdicts-4": (
        "fourth development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 57.8 % right; "
        "a development set since",
    ),
    "verdicts-5": (
        "fifth development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 46.2 % right "
        "and 62 pairs had a figure that was not read; a development set since",
    ),
    "verdicts-6": (
        "sixth development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 60.8 % right, "
        "35 of 62 alterations were found and 41 of 53 clusters counted right; a development set since",
    ),
    "verdicts-7": (
        "seventh development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 69.1 % right, "
        "30 of 46 alterations were found and 38 of 54 clusters counted right; a development set since",
    ),
    "verdicts-8": (
        "eighth development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 76.2 % right, "
        "26 of 44 alterations were found and 32 of 40 clusters counted right; a development set since",
    ),
    "verdicts-9": (
        "ninth development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 74.0 % right "
        "(80.6 % of the pairs that were read and compared), 35 of 50 alterations were found and 37 of 48 clusters "
        "counted right; a development set since",
    ),
    "verdicts-10": (
        "tenth development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 60.4 % right "
        "(68.0 % of the pairs that were read), 33 of 57 alterations were found and 33 of 53 clusters counted right; a "
        "development set since",
    ),
    "verdicts-11": (
        "eleventh development set",
        "marked without a look at the program; when it was first measured, on 2026-11-25, verdicts were 73.5 % right "
        "(77.3 % of the pairs that were read), 30 of 44 alterations were found and 32 of 46 clusters counted right; a "
        "development set since",
    ),
    "unseen-verdicts": ("unseen", "marked without a look at the program; nothing in it was mended on them"),
}
NOT_READ, NOT_COMPARED = "not read", "not compared"
Place = tuple[str, tuple[int, int]]  # the text of an article, and where in it words stand
SAME_THING = {"kind": "population"}  # the gold counts the kind as a part of whom a figure counts


@dataclass(frozen=True)
class Judged:
    """A pair of the gold with the verdict of the program."""

    pair: dict[str, Any]
    verdict: str
    comparison: Comparison | None = None
    recorded: bool = False

    @property
    def is_right(self) -> bool:
        return self.verdict == self.pair["verdict"]


def look(paths: list[str]) -> Evidence:
    dataset = Dataset.in_memory()
    build(paths, dataset, settings=Settings(workers=1))
    return look_at(dataset.store, dataset.iris)


def places(gold: dict[str, Any], path: Path) -> dict[str, Place]:
    """Each figure and claim of the gold: the text of its article, and where in it its words stand."""
    texts = {}
    for document in documents([str(path)]):
        article = to_article(document)
        assert isinstance(article, Article)
        texts[Path(article.file).name.partition("#")[2]] = article.text
    found = {}
    for name, entry in {**gold["figures"], **gold["claims"]}.items():
        text = texts[entry["article"]]
        body = text.index("\n\n")  # the headline is not a part of the gold
        starts = [
            m.start() for m in re.finditer(rf"(?<!\w){re.escape(entry['words'])}(?!\w)", text) if m.start() > body
        ]
        start = starts[entry.get("nth", 1) - 1]
        found[name] = (text, (start, start + len(entry["words"])))
    return found


def tellings(evidence: Evidence, place: Place) -> list[Telling]:
    """What the audit has on these words, if anything: one telling for each chain."""
    return [t for t in evidence.tellings if stands(t, place)]


def judge(evidence: Evidence, pair: dict[str, Any], ones: list[Telling], others: list[Telling]) -> Judged:
    if not ones or not others:
        return Judged(pair, NOT_READ)
    ends = {(one.identity, other.identity) for one in ones for other in others}
    for comparison in evidence.compared.comparisons:
        left, right = comparison.left.identity, comparison.right.identity
        if (left, right) in ends or (right, left) in ends:
            return Judged(pair, comparison.verdict.replace(" ", "-"), comparison, recorded=True)
    made = compare(ones[0], others[0], evidence.copied)
    return Judged(pair, made.verdict.replace(" ", "-"), made)


def stands(telling: Telling, place: Place) -> bool:
    """Whether the telling is told on these words."""
    text, (start, end) = place
    return telling.article.text == text and telling.span[0] < end and start < telling.span[1]


def judge_claims(evidence: Evidence, pair: dict[str, Any], one: Place, other: Place) -> Judged:
    """Two claims without a number: the audit compares those alone that repeat or deny one another."""
    for made in evidence.claims:
        for left, right in ((made.left, made.right), (made.right, made.left)):
            if stands(left, one) and stands(right, other):
                return Judged(pair, made.verdict.replace(" ", "-"), made, recorded=True)
    return Judged(pair, NOT_COMPARED)


def judged(evidence: Evidence, gold: dict[str, Any], where: dict[str, Place]) -> list[Judged]:
    out = []
    for pair in gold["pair"]:
        one, other = where[pair["a"]], where[pair["b"]]
        if pair["a"] in gold["claims"]:
            out.append(judge_claims(evidence, pair, one, other))
        else:
            out.append(judge(evidence, pair, tellings(evidence, one), tellings(evidence, other)))
    return out


def same_alteration(one: Judged) -> bool:
    """Whether the program names the thing that the gold says was altered."""
    changes = one.comparison.changes if one.comparison else ()
    return one.pair["altered"] in {SAME_THING.get(change.what, change.what) for change in changes}


@dataclass(frozen=True)
class Counted:
    """A cluster of the gold: named and undetermined roots that the program counts, beside the right ones."""

    name: str
    wanted: tuple[int, int]
    found: tuple[int, int]
    unread: int


def count_roots(evidence: Evidence, gold: dict[str, Any], where: dict[str, Place]) -> list[Counted]:
    out = []
    for cluster in gold["cluster"]:
        names = [f for root in cluster["independent"] + cluster["undetermined"] for f in root["figures"]]
        held = [tellings(evidence, where[name]) for name in names]
        found = groups([t for told in held for t in told], evidence.copied)
        named = sum(group.is_named for group in found)
        wanted = (len(cluster["independent"]), len(cluster["undetermined"]))
        out.append(Counted(cluster["name"], wanted, (named, len(found) - named), sum(not told for told in held)))
    return out


def share(right: int, of: int) -> str:
    return f"**{100 * right / of:.1f}** ({right} of {of})"


def by_verdict(pairs: list[Judged]) -> str:
    rows = []
    for verdict, of in sorted(Counter(j.pair["verdict"] for j in pairs).items()):
        told = Counter(j.verdict for j in pairs if j.pair["verdict"] == verdict)
        instead = ", ".join(f"{name} {n}" for name, n in told.most_common() if name != verdict)
        rows.append([verdict, share(told[verdict], of), instead])
    return table(["verdict of the gold", "right", "told instead"], rows)


def summary(pairs: list[Judged], clusters: list[Counted]) -> str:
    altered = [j for j in pairs if j.pair["verdict"] == "alters"]
    others = [j for j in pairs if j.pair["verdict"] != "alters"]
    told = [j for j in altered if j.verdict == "alters"]
    read = [j for j in pairs if j.verdict not in (NOT_READ, NOT_COMPARED)]
    counted = [c for c in clusters if c.wanted == c.found]
    rows = [
        ["verdicts right, all pairs", share(sum(j.is_right for j in pairs), len(pairs))],
        ["verdicts right, pairs whose figures were both read", share(sum(j.is_right for j in read), len(read))],
        ["alterations found", share(len(told), len(altered))],
        ["what was altered named, of those found", share(sum(map(same_alteration, told)), len(told) or 1)],
        [
            "false alarms, of pairs that are no alteration",
            share(sum(j.verdict == "alters" for j in others), len(others)),
        ],
        ["clusters with the right number of roots", share(len(counted), len(clusters))],
    ]
    return table(["measure", "per cent"], rows)


def show(pairs: list[Judged], clusters: list[Counted]) -> None:
    for j in pairs:
        if not j.is_right or (j.verdict == "alters" and not same_alteration(j)):
            reason = j.comparison.reason if j.comparison else ""
            print(f"{j.pair['a']} / {j.pair['b']}: {j.pair['verdict']}, told {j.verdict} ({j.recorded}): {reason}")
    for c in clusters:
        if c.wanted != c.found:
            print(f"{c.name}: {c.wanted}, counted {c.found}, {c.unread} unread")


def section(folder: Path, pairs: list[Judged], clusters: list[Counted]) -> str:
    """What was measured on a folder, in Markdown."""
    articles = len((folder / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    _, standing = SETS[folder.name]
    said = (
        f"{len(pairs)} pairs and {len(clusters)} clusters on {articles} invented articles, {standing}. Everything is "
        "read, built and compared by the program alone."
    )
    return "\n\n".join([said, summary(pairs, clusters), by_verdict(pairs)])


def chosen_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--folder", type=Path, default=FOLDER, help=f"where the gold is: {' or '.join(SETS)}")
    options.add_argument("--misses", action="store_true", help="print what went wrong")
    chosen = options.parse_args()
    chosen.folder = chosen.folder.resolve()
    if chosen.folder.name not in SETS or not (chosen.folder / "gold.toml").is_file():
        options.error(f"no gold in {chosen.folder}")
    return chosen


def main() -> None:
    chosen = chosen_options()
    gold = tomllib.loads((chosen.folder / "gold.toml").read_text(encoding="utf-8"))
    path = chosen.folder / "articles.jsonl"
    evidence, where = look([str(path)]), places(gold, path)
    pairs, clusters = judged(evidence, gold, where), count_roots(evidence, gold, where)
    body = section(chosen.folder, pairs, clusters)
    if chosen.misses:
        show(pairs, clusters)
        print(body)
    else:
        command = "python scripts/measure_audit.py"
        if chosen.folder != FOLDER:
            command += f" --folder tests/data/gold/{chosen.folder.name}"
        write_section(f"Verdicts and roots, {SETS[chosen.folder.name][0]}", command, body)


if __name__ == "__main__":
    main()
