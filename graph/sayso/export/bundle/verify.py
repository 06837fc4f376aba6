"""Checks a bundle of sayso without sayso: digests, quotations against texts, tables against evidence.

python3 verify.py [FOLDER] [--graph]

Needs Python 3.9 or newer and nothing else; --graph also needs rdflib. Exits with 0 where all holds, 1 where
something does not, 2 where the folder is no bundle.
"""

import csv
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MANIFEST = "SHA256SUMS"
TEXTS = "texts.sha256"
Check = Callable[[Path], tuple[str, list[str]]]


def digests(folder: Path, manifest: str) -> dict[str, str]:
    """The digest of each file named in a manifest of the form that sha256sum writes."""
    lines = (folder / manifest).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_files(folder: Path) -> tuple[str, list[str]]:
    """Every file of the manifest is here and unchanged, and nothing else is, texts excepted."""
    listed = digests(folder, MANIFEST)
    wrong = [f"{name}: missing" for name in listed if not (folder / name).is_file()]
    present = [name for name in listed if (folder / name).is_file()]
    wrong += [f"{name}: changed" for name in present if digest_of(folder / name) != listed[name]]
    here = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    extra = here - set(listed) - {MANIFEST} - set(digests(folder, TEXTS))
    return f"{len(listed)} files against their digests", wrong + [f"{name}: not listed" for name in sorted(extra)]


def check_texts(folder: Path) -> tuple[str, list[str]]:
    """Every text that is here is the one that the offsets count in."""
    listed = digests(folder, TEXTS)
    present = [name for name in listed if (folder / name).is_file()]
    wrong = [f"{name}: another text" for name in present if digest_of(folder / name) != listed[name]]
    with (folder / "articles.csv").open(encoding="utf-8", newline="") as lines:
        told = {f"texts/{row['article'].rsplit('/', 1)[1]}.txt": row["text_digest"] for row in csv.DictReader(lines)}
    wrong += [f"{name}: the table has another digest" for name in listed if told.get(name) != f"sha256:{listed[name]}"]
    return f"{len(present)} of {len(listed)} texts against their digests", wrong


def targets(folder: Path) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Every span: who points to it, the text's file, and its two selectors."""
    page = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    for annotation in page["items"]:
        for target in annotation["target"]:
            position, quote = target["selector"]
            yield annotation["id"], f"texts/{target['source'].rsplit('/', 1)[1]}.txt", position, quote


def check_quotes(folder: Path) -> tuple[str, list[str]]:
    """Each quotation and what surrounds it stand in the text where the offsets say."""
    texts: dict[str, str] = {}
    looked, absent, wrong = 0, 0, []
    for name, file, position, quote in targets(folder):
        if not (folder / file).is_file():
            absent += 1
            continue
        if file not in texts:
            texts[file] = (folder / file).read_bytes().decode("utf-8")
        text, start, end = texts[file], position["start"], position["end"]
        before, after = quote.get("prefix", ""), quote.get("suffix", "")
        looked += 1
        found = (text[max(0, start - len(before)) : start], text[start:end], text[end : end + len(after)])
        if found != (before, quote["exact"], after):
            wrong.append(f"{name}: the text has {found[1]!r} at {start}, the bundle {quote['exact']!r}")
    left = f"; {absent} not looked up, since their texts are not here" if absent else ""
    return f"{looked} quotations against the texts{left}", wrong


def check_tables(folder: Path) -> tuple[str, list[str]]:
    """Every statement and figure of the tables has its evidence, at the offsets and with the words of the row."""
    spans: dict[str, set[tuple[int, int, str]]] = {}
    for name, _, position, quote in targets(folder):
        spans.setdefault(name, set()).add((position["start"], position["end"], quote["exact"]))
    wrong, rows = [], 0
    for table, first, role in (("statements", "statement", "content"), ("figures", "figure", "figure")):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                rows += 1
                found = sorted(spans.get(f"{row[first]}-{role}", ()))
                words = " … ".join(exact for _, _, exact in found)
                ends = (str(found[0][0]), str(max(end for _, end, _ in found))) if found else ("", "")
                if (row["start"], row["end"]) != ends or row["words"] != words:
                    wrong.append(f"{row[first]}: the table has {row['words']!r}, the evidence {words!r}")
    return f"{rows} rows of the tables against the evidence", wrong


def check_graph(folder: Path) -> tuple[str, list[str]]:
    """The selectors of the evidence stand in the graph, word for word."""
    import rdflib

    graph = rdflib.Dataset(default_union=True)
    graph.parse(str(folder / "graph.trig"), format="trig")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    wrong, looked = [], 0
    for name, _, position, quote in targets(folder):
        looked += 1
        start, end = (str(graph.value(rdflib.URIRef(position["id"]), oa[part])) for part in ("start", "end"))
        exact = str(graph.value(rdflib.URIRef(quote["id"]), oa.exact))
        if (start, end, exact) != (str(position["start"]), str(position["end"]), quote["exact"]):
            wrong.append(f"{name}: the graph has {exact!r} from {start} to {end}")
    return f"{looked} spans against graph.trig", wrong


def main(arguments: list[str]) -> int:
    """Run the checks, print a line each, then what does not hold."""
    folder = Path(next((a for a in arguments if not a.startswith("-")), str(Path(__file__).resolve().parent)))
    if not (folder / MANIFEST).is_file():
        print(f"{folder}: no bundle, {MANIFEST} is not here", file=sys.stderr)
        return 2
    checks: list[Check] = [check_files, check_texts, check_quotes, check_tables]
    if "--graph" in arguments:
        checks.append(check_graph)
    failed = False
    for check in checks:
        try:
            what, wrong = check(folder)
        except (OSError, ValueError, KeyError, ImportError) as error:
            what, wrong = check.__name__, [f"cannot be checked: {type(error).__name__}: {error}"]
        print(f"{'NOT ' if wrong else ''}ok  {what}")
        print("".join(f"        {line}\n" for line in wrong), end="")
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
