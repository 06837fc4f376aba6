"""Scores the reader on GUM's attribution relations, news and interviews apart; writes them to docs/measurements.md.

    .venv/bin/python scripts/measure_gum.py

GUM's discourse layer marks who is credited with what as a relation between two elementary units: a satellite with
source and cue ("the agency said") and the unit of the content that it introduces. GUM is not part of this
repository: SAYSO_CORPORA says where the corpora are.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from measurements import corpora, table, write_section
from sayso import read
from sayso.read.reading import Spans, Statement

RELATION = re.compile(r"attribution-\w+:(?P<satellite>\d+)->(?P<content>\d+):\d+:(?P<signals>[^;|]*)")
SOURCE = re.compile(r"sem-atsrc-(\d+)(?:-(\d+))?")


@dataclass
class Document:
    """A text of GUM: where its tokens and its elementary discourse units begin and end, and its attributions."""

    text: str = ""
    tokens: list[tuple[int, int]] = field(default_factory=list)
    units: dict[int, int] = field(default_factory=dict)
    relations: list[re.Match[str]] = field(default_factory=list)

    def unit(self, number: int) -> tuple[int, int]:
        """The characters of a unit, from its first token to the one before the next unit."""
        first = self.units[number]
        after = self.units.get(number + 1, len(self.tokens))
        return self.tokens[first][0], self.tokens[after - 1][1]


def load(path: Path) -> Document:
    """The text as its spacing and paragraphs tell, with offsets."""
    document, text, gap, held = Document(), "", "", (0, False)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and text:
            gap = "\n\n"
        if not line:
            held = (0, False)
        if not line or line.startswith("#") or "." in line.split("\t")[0]:
            continue
        number, form, *_, misc = line.split("\t")
        close = "SpaceAfter=No" in misc
        if "-" in number:  # one word of several tokens, which follow it
            held = (int(number.split("-")[1]), close)
            continue
        text += gap
        note(document, misc, len(text), form)
        text += form
        if int(number) <= held[0]:
            close = int(number) < held[0] or held[1]
        gap = "" if close else " "
    document.text = text
    return document


def note(document: Document, misc: str, start: int, form: str) -> None:
    """Record a token, and what begins at it."""
    if discourse := re.search(r"Discourse=([^|]*)", misc):
        number = re.search(r":(\d+)", discourse[1])
        if number:
            document.units[int(number[1])] = len(document.tokens)
        document.relations += RELATION.finditer(discourse[1])
    document.tokens.append((start, start + len(form)))


def touches(spans: Spans, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def credited(statement: Statement) -> Spans:
    return (*statement.source, *statement.cue)


def compare(document: Document, speech_only: bool) -> Iterator[tuple[str, int]]:
    """What to add to each count."""
    statements = [
        s
        for s in read(document.text).statements
        if any(c.isalpha() for a, b in s.cue for c in document.text[a:b]) and (s.act == "speech" or not speech_only)
    ]
    satellites = [document.unit(int(r["satellite"])) for r in document.relations]
    yield "read", len(statements)
    yield "right", sum(any(touches(s.cue, *unit) for unit in satellites) for s in statements)
    for relation, satellite in zip(document.relations, satellites, strict=True):
        content = document.unit(int(relation["content"]))
        found = [s for s in statements if touches(credited(s), *satellite)]
        whole = [s for s in found if touches(s.content, *content)]
        yield "gold", 1
        yield "found", bool(found)
        yield "with its content", bool(whole)
        if source := SOURCE.search(relation["signals"]):
            first, last = int(source[1]), int(source[2] or source[1])
            who = document.tokens[first - 1][0], document.tokens[last - 1][1]
            yield "sourced", bool(whole)
            yield "source right", any(touches(s.source, *who) for s in whole)


def row(name: str, paths: list[Path]) -> list[str]:
    """One line of the table: all that is read, and speech alone."""
    documents = [load(path) for path in paths]
    counts = [Counter[str]() for _ in range(2)]
    for document in documents:
        for count, speech_only in zip(counts, (False, True), strict=True):
            for what, more in compare(document, speech_only):
                count[what] += more
    every, speech = counts

    def share(part: int, whole: int) -> str:
        return f"{100 * part / max(1, whole):.1f}"

    return [
        name,
        str(len(paths)),
        str(every["gold"]),
        share(every["found"], every["gold"]),
        share(every["with its content"], every["gold"]),
        share(every["source right"], every["sourced"]),
        share(every["right"], every["read"]),
        share(speech["right"], speech["read"]),
    ]


def main() -> None:
    folder = corpora() / "gum"
    kinds = {kind: sorted(folder.glob(f"GUM_{kind}_*.conllu")) for kind in ("news", "interview")}
    if not all(kinds.values()):
        sys.exit(f"no GUM news and interviews in {folder}")
    rows = [row(kind, paths) for kind, paths in kinds.items()]
    header = [
        "texts", "documents", "relations", "found, %", "found with content, %", "source right, %",
        "of what is read, credited in GUM, %", "of speech alone, %",
    ]  # fmt: skip
    body = (
        "GUM marks attribution as a discourse relation between clauses, of thought as well as of speech; nouns and "
        "phrases within a clause it leaves out, so the last two columns are a lower bound. Found: "
        "source or cue lie in the unit that credits somebody. Source right: of those found with content, where GUM "
        "marks the source. Turns of interviews, which GUM does not count, are left out.\n\n" + table(header, rows)
    )
    write_section("Reading GUM", "python scripts/measure_gum.py", body)


if __name__ == "__main__":
    main()
