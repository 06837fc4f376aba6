#!/usr/bin/env python3
"""Turn hand-made gold, of the sample corpus or of a folder like it, into offsets: gold.json beside gold.toml.

    scripts/make_gold.py                  write sample/gold.json
    scripts/make_gold.py --folder DIR     write DIR/gold.json from DIR/gold.toml and DIR/articles/
    scripts/make_gold.py --check          write nothing; fail where the file is not what would be written
    scripts/make_gold.py --texts DIR      also write each article's canonical text to DIR, under its name in the gold

Offsets are half-open, in Unicode code points of the canonical text that the ingest stage makes of each article.
A stretch of words that is not found, or is found more than once without `nth`, stops the run.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import Rejected, SaysoError
from sayso.ingest import documents, to_article

SAMPLE = Path(__file__).resolve().parent.parent / "sample"
ROLES = {"source": "s", "cue": "c", "content": "q"}
TAG = re.compile(r"<(/?)([scqf])>")
SAID, PERIOD = ("said_on",), ("from", "until", "as_of")
Marks = dict[str, tuple[int, int]]


class GoldError(SaysoError):
    """The gold and the articles do not fit each other."""


def article_files(sample: Path = SAMPLE) -> list[str]:
    """The files of the sample that hold articles, in the order of their names."""
    files = (path for path in (sample / "articles").iterdir() if not path.name.endswith(".meta.json"))
    return sorted(str(path) for path in files)


def canonical_texts(sample: Path = SAMPLE) -> dict[str, str]:
    """The canonical text of each article of the sample, by the name that a reading gives it."""
    texts: dict[str, str] = {}
    for document in documents(article_files(sample), None):
        article = document if isinstance(document, Rejected) else to_article(document)
        if isinstance(article, Rejected):
            raise GoldError(str(article))
        texts[Path(article.file).name] = article.text
    return texts


def unmark(words: str) -> tuple[str, Marks]:
    """The words without their marks, and where in them each mark begins and ends.

    >>> unmark("<s>Lee</s> <c>said</c> so")
    ('Lee said so', {'s': (0, 3), 'c': (4, 8)})
    """
    plain, done = "", 0
    open_at: dict[str, int] = {}
    marks: Marks = {}
    for tag in TAG.finditer(words):
        plain, done = plain + words[done : tag.start()], tag.end()
        closing, name = tag.groups()
        if closing:
            marks[name] = (open_at.pop(name), len(plain))
        else:
            open_at[name] = len(plain)
    if open_at:
        raise GoldError(f"a mark is opened and never closed: {words!r}")
    return plain + words[done:], marks


def locate(text: str, words: str, nth: int | None, file: str) -> int:
    """Where the words begin in the text: the only place, or the nth (from 1)."""
    places = list(occurrences(text, words))
    if not places or (nth or 1) > len(places):
        raise GoldError(f"{file}: not found: {words!r}")
    if nth is None and len(places) > 1:
        raise GoldError(f"{file}: found {len(places)} times, say which with nth: {words!r}")
    return places[(nth or 1) - 1]


def occurrences(text: str, words: str) -> Iterator[int]:
    """Every place where the words begin and end at the edge of a word."""
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    yield from (m.start() for m in re.finditer(before + re.escape(words) + after, text))


def spans(text: str, entry: dict[str, Any], file: str) -> Marks:
    """The marked spans of an entry as offsets into the text; unmarked words are all evidence."""
    plain, marks = unmark(entry["words"])
    start = locate(text, plain, entry.get("nth"), file)
    return {name: (start + a, start + b) for name, (a, b) in (marks or {"f": (0, len(plain))}).items()}


def article_gold(file: str, text: str, source: dict[str, Any]) -> dict[str, Any]:
    """The gold of one article, in the form that the score reads."""
    tail = source.get("boilerplate_from")
    attributions = []
    for entry in source["attributions"]:
        marks = spans(text, entry, file)
        roles = {role: list(marks[mark]) for role, mark in ROLES.items()}
        attributions.append({**roles, "chain": entry["chain"], "manner": entry["manner"], **taken(entry, SAID)})
    figures = [
        {
            "evidence": list(spans(text, entry, file)["f"]),
            "kind": entry["kind"],
            "low": entry.get("low"),
            "high": entry.get("high"),
            "qualifier": entry["qualifier"],
            "root": entry["root"],
            **taken(entry, PERIOD),
        }
        for entry in source["figures"]
    ]
    return {
        "file": file,
        "attributions": sorted(attributions, key=lambda a: (a["content"][0], a["cue"][0])),
        "figures": sorted(figures, key=lambda f: f["evidence"]),
        "ignore": [list(spans(text, {"words": words}, file)["f"]) for words in source.get("ignore", [])],
        "boilerplate_from": None if tail is None else locate(text, tail, None, file),
        **further_gold(file, text, source),
    }


def taken(entry: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """Those of the keys that the entry has."""
    return {key: entry[key] for key in keys if key in entry}


def further_gold(file: str, text: str, source: dict[str, Any]) -> dict[str, Any]:
    """Dates, mentions and military units, where the gold of the article has them."""

    def located(words: str) -> list[int]:
        return list(spans(text, {"words": words}, file)["f"])

    found: dict[str, Any] = {}
    if "dates" in source:
        found["dates"] = [{"span": located(d["words"]), "value": d["value"]} for d in source["dates"]]
    if "mentions" in source:
        found["mentions"] = [{**m, "words": [located(words) for words in m["words"]]} for m in source["mentions"]]
    if "units" in source:
        found["units"] = [located(words) for words in source["units"]]
    return found


def make_gold(source: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """The whole gold; every article must have its own, and every gold its article."""
    entries = source["article"]
    if entries.keys() != texts.keys():
        raise GoldError(f"gold and articles differ: {sorted(entries.keys() ^ texts.keys())}")
    articles = {}
    for file, text in texts.items():
        entry = entries[entries[file].get("same_as", file)]
        articles[file] = article_gold(file, text, entry)
    return {"aliases": source["aliases"], "articles": articles}


def main() -> int:
    """Write or check the gold; 1 where the check fails."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing; fail where gold.json is out of date")
    options.add_argument("--texts", type=Path, metavar="DIR", help="write the canonical texts to this folder")
    options.add_argument("--folder", type=Path, default=SAMPLE, metavar="DIR", help="the folder that holds gold.toml")
    chosen = options.parse_args()
    folder: Path = chosen.folder
    target = folder / "gold.json"
    try:
        texts = canonical_texts(folder)
        gold = make_gold(tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8")), texts)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    if chosen.texts:
        chosen.texts.mkdir(parents=True, exist_ok=True)
        for file, text in texts.items():
            (chosen.texts / file).write_bytes(text.encode("utf-8"))
    written = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    if chosen.check:
        if target.read_text(encoding="utf-8") == written:
            return 0
        print(f"{target}: out of date; run scripts/make_gold.py", file=sys.stderr)
        return 1
    target.write_text(written, encoding="utf-8")
    count = {part: sum(len(a[part]) for a in gold["articles"].values()) for part in ("attributions", "figures")}
    print(f"{len(texts)} articles, {count['attributions']} attributions, {count['figures']} figures", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
