"""Measures reading on passages of our own with gold, and writes the tables to docs/measurements.md.

    .venv/bin/python scripts/measure_gold.py [--misses] [--folder DIR]

DIR is tests/data/gold/passages unless told; tests/data/gold/unseen is held out. Each has a section of its own.
Statements and figures are scored by score.py (see measure_reading.py); dates, and the points in points.toml where DIR
has one, by the scripts beside this one. ``--misses`` prints what was missed, and writes nothing.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from gold_names import across
from gold_points import dated, measure, mentioned, overlaps, resolved
from measure_reading import FIGURE_MEASURES, MEASURES, cells, read_all, score
from measurements import ROOT, corpora, table, write_section
from sayso.ingest import documents, to_article
from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.reading import Reading

GOLD = ROOT / "tests" / "data" / "gold"
HISTORY = {
    "passages": "Written before the program was measured on them; held out until 2026-11-25, a development set since. ",
    "passages-2": "Written before the program was measured on them; held out until 2026-11-25 (figures 92.6, their "
    "root 82.9 then), a development set since. ",
    "passages-3": "Written without looking at what the program reads in them; when they were first measured, on "
    "2026-11-25, figures were 94.7, their root 87.4, speaker 93.6, root 91.3, dates 98.6; a development set since. ",
    "unseen": "Written without looking at what the program reads in them; held out: nothing is fitted to "
    "them, but for a crash on the end of one headline that was mended when it was met. ",
}
TITLES = {
    "passages": "Reading the passages",
    "passages-2": "Reading the passages, second set",
    "passages-3": "Reading the passages, third set",
}
Tally = dict[str, list[int]]
LOOSE = {"said_on": "day of saying", "from": "period, from", "until": "period, until", "as_of": "as of"}


def article_files(source: Path) -> list[str]:
    return sorted(str(path) for path in (source / "articles").glob("*.jsonl"))


def section(source: Path) -> str:
    """The title under which the measures of a folder of gold stand."""
    return TITLES.get(source.name, f"Reading the {source.name} passages")


def readings(source: Path) -> dict[str, Reading]:
    found = (to_article(document) for document in documents(article_files(source)))
    return {Path(article.file).name: read(article) for article in found if isinstance(article, Article)}


def count(tally: Tally, name: str, right: bool, what: str, show: bool) -> None:
    tally.setdefault(name, [0, 0])
    tally[name][0] += right
    tally[name][1] += 1
    if show and not right:
        print(f"{name}: {what}")


def dates(gold: dict[str, Any], read_: dict[str, Reading], show: bool) -> Tally:
    """Expressions by what they come to; days of saying and periods on statements and figures that were found."""
    tally: Tally = {}
    for file, entry in gold["articles"].items():
        reading, text = read_[file], read_[file].article.text
        for expression in entry.get("dates", []):
            found = dated(text, tuple(expression["span"]), reading.article.published)
            right = resolved(found, expression["value"])
            words = text[slice(*expression["span"])]
            count(tally, "expressions", right, f"{file} {words!r} {expression['value']} {found}", show)
        for attribution in entry["attributions"]:
            same = [s for s in reading.statements if any(overlaps(tuple(attribution["cue"]), cue) for cue in s.cue)]
            if "said_on" in attribution and same:
                value = attribution["said_on"]
                count(tally, LOOSE["said_on"], any(s.said_on == value for s in same), f"{file} {value}", show)
        for wanted in entry["figures"]:
            on = [
                f for f in reading.figures if overlaps(f.span, tuple(wanted["evidence"])) and f.kind == wanted["kind"]
            ]
            for key in ("from", "until", "as_of"):
                if key in wanted and on:
                    values = [getattr(f, "from_" if key == "from" else key) for f in on]
                    right = any((v or "").startswith(wanted[key]) for v in values)
                    count(tally, LOOSE[key], right, f"{file} {text[slice(*wanted['evidence'])]!r} {values}", show)
    return tally


def mentions(gold: dict[str, Any], read_: dict[str, Reading], show: bool) -> Tally:
    """Each further mention against the first of its entity: is there one entity on both? And military units."""
    tally: Tally = {}
    for file, entry in gold["articles"].items():
        reading, text = read_[file], read_[file].article.text
        for cluster in entry.get("mentions", []):
            first, *others = ({e.id for e in mentioned(reading, tuple(span))} for span in cluster["words"])
            for span, entities in zip(cluster["words"][1:], others, strict=True):
                count(tally, "one entity", bool(first & entities), f"{file} {text[slice(*span)]!r}", show)
        for span in entry.get("units", []):
            on = [e for e in reading.entities if any(overlaps(m, tuple(span)) for m in e.mentions)]
            count(tally, "military units", any(e.type == "MilitaryUnit" for e in on), file, show)
    return tally


def by_topic(gold: dict[str, Any], marked: dict[str, Any], lines: list[str], folder: Path) -> list[list[str]]:
    """Figures and roots of each topic on its own; ``marked`` has the articles of gold.toml."""
    topics: dict[str, dict[str, Any]] = defaultdict(dict)
    for file, entry in gold["articles"].items():
        topics[marked[file]["topic"]][file] = entry
    rows = []
    for topic, articles in sorted(topics.items()):
        part, path = folder / "gold.json", folder / "part.jsonl"
        part.write_text(json.dumps({**gold, "articles": articles}), encoding="utf-8")
        path.write_text("\n".join(line for line in lines if Path(json.loads(line)["file"]).name in articles))
        said = score("statements", path, "--gold", str(part))
        figures = score("figures", path, "--gold", str(part))
        named = cells(said, ("who said what", "speaker named", "root named"))
        rows.append([topic, str(len(articles)), *cells(figures, FIGURE_MEASURES), *named])
    return rows


def share(right: int, of: int) -> str:
    return f"**{100 * right / of:.1f}** ({right} of {of})" if of else ""


def show_misses(path: Path, gold: Path) -> None:
    program = corpora().parent / "score" / "score.py"
    for what in ("statements", "figures"):
        command = [sys.executable, str(program), what, str(path), "--gold", str(gold), "--text", str(path.parent)]
        subprocess.run([*command, "--misses"], check=True)


def points(source: Path, show: bool) -> dict[str, Any]:
    """The cases of points.toml told right, and how many there are; none where there is no such file."""
    file = source / "points.toml"
    if not file.exists():
        return {}
    cases = tomllib.loads(file.read_text(encoding="utf-8"))
    return {**measure(cases, show), "across: names": across(cases["across"], show)}


def scored(source: Path, gold: dict[str, Any], show: bool) -> tuple[list[str], list[list[str]]]:
    """What score.py says of all passages, and of each topic."""
    gold_file = source / "gold.json"
    marked = tomllib.loads((source / "gold.toml").read_text(encoding="utf-8"))["article"]
    with tempfile.TemporaryDirectory() as name:
        path, _ = read_all(article_files(source), "learned", Path(name))
        counted = score("figures", path, "--gold", str(gold_file))
        said = score("statements", path, "--gold", str(gold_file))
        topics = by_topic(gold, marked, path.read_text(encoding="utf-8").splitlines(), Path(name))
        if show:
            show_misses(path, gold_file)
    return [*cells(counted, FIGURE_MEASURES), *cells(said, MEASURES)], topics


def right_of(caption: str, header: str, tallies: dict[str, Any]) -> list[str]:
    """A table of shares under its caption; nothing where nothing was counted."""
    rows = [[name, share(*tally)] for name, tally in tallies.items()]
    return [caption, table([header, "right"], rows)] if rows else []


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--misses", action="store_true", help="print what was missed")
    options.add_argument(
        "--folder", type=Path, default=GOLD / "passages", metavar="DIR", help="the folder that holds gold.json"
    )
    chosen = options.parse_args()
    source: Path = chosen.folder.resolve()
    if not (source / "gold.json").exists():
        options.error(f"{chosen.folder}: no gold.json there; scripts/make_gold.py --folder {chosen.folder} makes it")
    gold, read_ = json.loads((source / "gold.json").read_text(encoding="utf-8")), readings(source)
    all_of, topics = scored(source, gold, chosen.misses)
    loose = {**dates(gold, read_, chosen.misses), **mentions(gold, read_, chosen.misses)}
    sizes = {part: sum(len(a[part]) for a in gold["articles"].values()) for part in ("attributions", "figures")}
    named = source.relative_to(ROOT) if source.is_relative_to(ROOT) else source
    option = "" if source == GOLD / "passages" else f" --folder {named}"
    body = "\n\n".join(
        [
            f"Gold of our own: {len(read_)} passages on {len(topics)} topics, {sizes['attributions']} attributions, "
            f"{sizes['figures']} figures. {HISTORY.get(source.name, '')}F1 (precision / recall) by score.py, the "
            "default reader.",
            table(["F1", "all"], [list(row) for row in zip((*FIGURE_MEASURES, *MEASURES), all_of, strict=True)]),
            table(["topic", "passages", *FIGURE_MEASURES, "who said what", "speaker named", "root named"], topics),
            *right_of("Per cent right, of the dates and mentions marked in the passages:", "what", loose),
            *right_of("Per cent right, of the cases in points.toml:", "point", points(source, chosen.misses)),
        ]
    )
    if chosen.misses:
        print(body)
    else:
        write_section(section(source), f"python scripts/measure_gold.py{option}", body)


if __name__ == "__main__":
    main()
