"""PolNeAR's stand-off files: who said what, as annotators underlined it."""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from sayso.ingest.article import Span

ROLES = ("source", "cue", "content")

Underlined = Mapping[str, list[Span]]
"""The spans of each role of one attribution."""


def read_folder(folder: Path) -> dict[str, list[list[Underlined]]]:
    """Article name to the attributions of each annotator, annotators by name."""
    articles: dict[str, list[list[Underlined]]] = defaultdict(list)
    for path in sorted(folder.glob("*.ann")):
        articles[path.stem.rsplit("_", 1)[0]].append(read_file(path))
    return dict(articles)


def read_file(path: Path) -> list[Underlined]:
    """The attributions of one annotator of one article."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
    spans = {key: read_offsets(rest[0]) for key, *rest in rows if rest and re.fullmatch(r"T\d+", key)}
    events = [rest[0] for key, *rest in rows if rest and re.fullmatch(r"E\d+", key)]
    found = [read_event(event, spans) for event in events if event.startswith("Attribution")]
    return [event for event in found if any(event.values())]


def read_offsets(note: str) -> list[Span]:
    """`Source 3 9;12 15` to `[(3, 9), (12, 15)]`."""
    pairs = (part.split() for part in note.split(" ", 1)[1].split(";"))
    return [(int(begin), int(end)) for begin, end in pairs]


def read_event(note: str, spans: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    """`Attribution:T4 Content:T3 Cue:T2 Source:T1` to the spans of each role."""
    event: dict[str, list[Span]] = {role: [] for role in ROLES}
    for part in note.split():
        name, key = part.split(":")
        role = re.sub(r"\d+$", "", name).lower()
        if role in event:
            event[role] += spans[key]
    return event
