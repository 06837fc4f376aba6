"""Cases of tests/data/gold/passages/points.toml: is what the program reads in a text what a careful reader finds?"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from sayso.ingest import article_from_text
from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.dates import Dated, find_dates
from sayso.read.reading import Entity, Figure, Reading, Statement

LINKS = {"part": "included_in", "of": "share_of"}  # what gold calls it: the field of a Figure
TOLERANCE = 0.01
Scores = dict[str, list[bool]]


def read_text(text: str, published: str | None = None) -> Reading:
    made = article_from_text(text)
    return read(Article(made.file, made.text, made.body, title=None, published=published))


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def near(wanted: float | None, found: float | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return abs(wanted - found) <= TOLERANCE * abs(wanted)


def find_figure(reading: Reading, wanted: dict[str, Any]) -> Figure | None:
    """The figure on these words with this kind and these ends."""
    span = place(reading.article.text, wanted["words"])
    for figure in reading.figures:
        ends = near(wanted.get("low"), figure.low) and near(wanted.get("high"), figure.high)
        if overlaps(figure.span, span) and figure.kind == wanted["kind"] and ends:
            return figure
    return None


def figures(case: dict[str, Any]) -> Scores:
    """Each figure of the case by kind and ends, its bound, its links; no figure at all where nothing is counted."""
    reading, scores = read_text(case["text"]), defaultdict(list)
    if not case["figures"]:
        return {"counts nothing": [not reading.figures]}
    for wanted in case["figures"]:
        figure = find_figure(reading, wanted)
        scores[case["class"]].append(figure is not None)
        scores["bound"].append(figure is not None and figure.bound == wanted["bound"])
        for link, field in LINKS.items():
            if link in wanted:
                scores[f"link: {link}"].append(figure is not None and linked(reading, figure, field, wanted[link]))
        for mark in MARKS.keys() & wanted.keys():
            scores[f"link: {mark}"].append(figure is not None and MARKS[mark](reading, figure, wanted[mark]))
    return scores


def linked(reading: Reading, figure: Figure, field: str, words: str) -> bool:
    """Whether the field names the figure on these words."""
    span = place(reading.article.text, words)
    return any(f.id == getattr(figure, field, None) and overlaps(f.span, span) for f in reading.figures)


def denied(reading: Reading, figure: Figure) -> bool:
    """Whether the clause is negated, or who says it denies it."""
    return figure.negated or any(s.stance == "denies" for s in statements_of(reading, figure.statement))


MARKS: dict[str, Callable[[Reading, Figure, Any], bool]] = {
    "adds": lambda _, figure, wanted: figure.additional,
    "total": lambda _, figure, wanted: figure.cumulative,
    "denied": lambda reading, figure, wanted: denied(reading, figure),
    "derived": lambda _, figure, wanted: near(wanted, figure.derived_low) or near(wanted, figure.derived_high),
}


def resolved(found: Dated | None, values: list[str]) -> bool:
    """Whether a date comes to one of the values; an end that "since" or "by" leaves open is not held against it."""
    if found is None or (found.start is None and found.end is None):
        return values == [""]
    for value in values:
        start, _, end = value.partition("/")
        if found.start in (start, None) and found.end in (end or start, None):
            return True
    return False


def dated(text: str, span: tuple[int, int], anchor: str | None) -> Dated | None:
    """The date that the program finds on these words."""
    return next((d for d in find_dates(text, (0, len(text)), anchor) if overlaps(d.span, span)), None)


def time(case: dict[str, Any]) -> Scores:
    text = case["text"]
    return {"time": [resolved(dated(text, place(text, case["words"]), case["published"] or None), [case["value"]])]}


def mentioned(reading: Reading, span: tuple[int, int]) -> list[Entity]:
    """The entities mentioned on these words, or speaking from them."""
    speakers = {s.speaker for s in reading.statements if any(overlaps(span, source) for source in s.source)}
    return [e for e in reading.entities if e.id in speakers or any(overlaps(span, m) for m in e.mentions)]


def metonym(case: dict[str, Any]) -> Scores:
    reading = read_text(case["text"])
    types = {e.type for e in mentioned(reading, place(case["text"], case["words"]))}
    government = bool(types & {"Government", "Organization"})
    return {"metonym": [government if case["is"] == "government" else not government]}


def unit(case: dict[str, Any]) -> Scores:
    """Each unit is an entity of its own, and there are no others."""
    reading = read_text(case["text"])
    found = [e for e in reading.entities if e.type == "MilitaryUnit"]
    places = [place(case["text"], words) for words in case["units"]]
    holders = [tuple(e.id for e in found if any(overlaps(m, span) for m in e.mentions)) for span in places]
    return {"units": [len(found) == len(places) == len(set(holders)) and all(holders)]}


def apart(case: dict[str, Any]) -> Scores:
    reading = read_text(case["text"])
    one, other = ({e.id for e in mentioned(reading, place(case["text"], w))} for w in case["words"])
    return {"kept apart": [bool(one and other) and not one & other]}


def chain(case: dict[str, Any]) -> Scores:
    """The chain of the figure by the names of its speakers, its explicit end, its basis."""
    reading = read_text(case["text"])
    span = place(case["text"], case["figure"])
    figure = next((f for f in reading.figures if overlaps(f.span, span)), None)
    links = statements_of(reading, figure.statement if figure else None)
    labels = {e.id: e.label for e in reading.entities}
    names = [labels.get(s.speaker or "", "") for s in links if s.speaker]
    wanted = case["chain"]
    named = len(names) == len(wanted) and all(same_name(w, n) for w, n in zip(wanted, names, strict=True))
    end = links[-1].origin if links else "not stated"
    scores = {"chain": [figure is not None and named], "end of the chain": [figure is not None and end == case["end"]]}
    if "basis" in case:
        scores["basis inferred"] = [bool(links) and any(s.basis == case["basis"] for s in links)]
    return scores


def same_name(wanted: str, label: str) -> bool:
    a, b = wanted.casefold(), label.casefold()
    return bool(b) and (a in b or b in a)


def statements_of(reading: Reading, first: str | None) -> list[Statement]:
    """The statements from the one that carries a figure to its root."""
    by_id = {s.id: s for s in reading.statements}
    links: list[Statement] = []
    while first in by_id and by_id[first] not in links:
        links.append(by_id[first])
        first = links[-1].relays
    return links


POINTS = {"figures": figures, "time": time, "metonym": metonym, "unit": unit, "apart": apart, "chain": chain}


def measure(points: dict[str, list[dict[str, Any]]], show: bool = False) -> dict[str, tuple[int, int]]:
    """Right and all, for each class of cases; with ``show``, prints what went wrong."""
    totals: dict[str, list[bool]] = defaultdict(list)
    for point, score in POINTS.items():
        for case in points[point]:
            for name, results in score(case).items():
                totals[f"{point}: {name}" if name != point else point].extend(results)
                if show and not all(results):
                    print(f"{point}: {name}: {case['text']}")
    return {name: (sum(results), len(results)) for name, results in totals.items()}
