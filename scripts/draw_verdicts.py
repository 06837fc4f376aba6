"""Lists the verdicts of the audit on five eventful days of fa-kes for a check by hand, and reports the checks made.

    sayso build ../shared/corpora/fa-kes/articles.jsonl --store STORE
    .venv/bin/python scripts/draw_verdicts.py draw --store STORE > draw.txt    those that nobody has marked yet
    .venv/bin/python scripts/draw_verdicts.py report --store STORE             writes docs/measurements.md

The days are drawn by eventful_days.py from the corpus alone; the audit is that of the whole store, and every verdict on
two reports of one of the days is listed. The marks lie in tests/data/gold/fa-kes-verdicts.toml, by report and
characters, with the event that each report is about; the sentences are the outlets' and stay out of the repository:
``draw`` prints them as comments. A mark says which verdict is right for its two figures, so that the verdicts of a
later program are measured by it as well, as far as it compares the same words.
"""

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventful_days import Day, Report, drawn_days, reports_about, reports_of
from measurements import ROOT, corpora, table, write_section
from sayso.audit.comparing.comparison import Comparison
from sayso.audit.events.events import events
from sayso.audit.report import Evidence, look_at
from sayso.audit.telling import CLAIM, Telling
from sayso.errors import SaysoError
from sayso.store import Dataset
from verdict_marks import Pair, Words, counts, draws_in, errors, grouping, line, marked

MARKS = ROOT / "tests" / "data" / "gold" / "fa-kes-verdicts.toml"
TITLE = "Verdicts on five days of fa-kes, by hand"
SEED, DAYS = 2026, 5
KNOWN = (
    "What each error is says the head of `tests/data/gold/fa-kes-verdicts.toml`. Those of the first count were shown "
    "to those who mend the program: from the second count on these days are a development set."
)
Verdicts = dict[Pair, Comparison]


@dataclass(frozen=True)
class Drawn:
    """The days with their reports, every verdict on two reports of one day, and the event of each report by id."""

    days: Mapping[Day, Sequence[Report]]
    verdicts: Verdicts
    event: Mapping[str, str]


def drawn(store: Path) -> Drawn:
    """The audit of the store, as far as it is about the days."""
    reports = reports_of(corpora() / "fa-kes" / "articles.jsonl")
    days = {day: reports_about(day, reports) for day in drawn_days(reports, SEED, DAYS)}
    with Dataset.open(store) as dataset:
        entries = sorted(dataset.ledger.entries(), key=lambda e: e.file, reverse=True)  # of copies the first one stays
        ids = {dataset.iris.article(e.key): e.file.partition("#")[2] for e in entries}
        evidence = look_at(dataset.store, dataset.iris)
    event = {ids[iri]: name for iri, name in events(evidence.gathered.articles.values()).items() if iri in ids}
    return Drawn(days, verdicts_on(evidence, ids, days), event)


def verdicts_on(evidence: Evidence, ids: Mapping[str, str], days: Mapping[Day, Sequence[Report]]) -> Verdicts:
    """One verdict for each two figures of a day, those told through several chains once; by report and place."""
    day_of = {report.id: day.day for day, reports in days.items() for report in reports}
    found: Verdicts = {}
    for made in evidence.comparisons:
        left, right = (_words(t, ids) for t in (made.left, made.right))
        if day_of.get(left[0], "no") == day_of.get(right[0]):
            found.setdefault(Pair(left, right, made.verdict.replace(" ", "-"), made.left.kind == CLAIM), made)
    return dict(sorted(found.items(), key=lambda f: (day_of[f[0].left[0]], f[0].left, f[0].right)))


def _words(telling: Telling, ids: Mapping[str, str]) -> Words:
    return ids.get(telling.article.iri, ""), telling.span


def entry(pair: Pair, made: Comparison) -> str:
    """One verdict to check: both sentences and the reason as comments, and the line to be marked."""
    told = "".join(
        f"# {_sentence(t)}\n#    on the word of {t.root.name or 'nobody named'}\n" for t in (made.left, made.right)
    )
    return f"{told}# {pair.told}: {made.reason}\n{line(pair)}\n"


def _sentence(telling: Telling) -> str:
    (first, last), (start, end), text = telling.sentence, telling.span, telling.article.text
    printed = f"{text[min(first, start) : start]}>>>{text[start:end]}<<<{text[end : max(end, last)]}"
    return f"{telling.article.outlet} {telling.told_on}, {telling.kind} {telling.amount}: {' '.join(printed.split())}"


def report(found: Drawn, page: Mapping[str, Any]) -> str:
    """Right and wrong by verdict, errors by class, and how well reports were grouped."""
    draws = draws_in(page)
    marks = marked(found.verdicts, [mark for draw in draws for mark in draw.marks])
    return "\n\n".join(
        [
            _introduction(found),
            table(
                ["day", "name that the reports share", "outlets", "reports of the two days", "verdicts"], _days(found)
            ),
            _by_verdict(found, marks),
            table(["error", "verdicts", "told"], _errors(marks)),
            KNOWN,
            table(
                ["commit", "verdicts, all marked", "right"],
                [[m["commit"], str(m["verdicts"]), _share(m["right"], m["verdicts"])] for m in page["measured"]],
            ),
            _grouping(found, page["events"]),
        ]
    )


def _introduction(found: Drawn) -> str:
    return (
        f"{len(found.days)} days drawn with seed {SEED} from those on which a rare name stands in the openings of "
        "reports by at least four outlets, that day or the next (`scripts/eventful_days.py`). Everything is audited "
        "in one store of all 758 reports; every verdict on two reports of a day, whatever they are about, was checked "
        "by hand against both texts by the definitions in `tests/data/gold/verdicts/README.md`."
    )


def _days(found: Drawn) -> list[list[str]]:
    day_of = {report.id: day.day for day, reports in found.days.items() for report in reports}
    rows = []
    for day, reports in found.days.items():
        told = sum(day_of[pair.left[0]] == day.day for pair in found.verdicts)
        rows.append([day.day, ", ".join(sorted(day.names)), str(day.outlets), str(len(reports)), str(told)])
    return rows


def _by_verdict(found: Drawn, marks: Mapping[Pair, Any]) -> str:
    told = counts(found.verdicts, marks)
    rows = [[c.verdict, str(c.all), str(c.marked), _share(c.right, c.marked)] for c in told]
    both = [sum(c.marked for c in told), sum(c.right for c in told)]
    rows.append(["**all**", str(len(found.verdicts)), str(both[0]), _share(both[1], both[0])])
    return table(["verdict told", "in all", "marked", "right, of those marked"], rows)


def _errors(marks: Mapping[Pair, Any]) -> list[list[str]]:
    return [
        [name, str(told.total()), ", ".join(f"{verdict} {n}" for verdict, n in told.most_common())]
        for name, told in errors(marks).items()
    ]


def _grouping(found: Drawn, truth: Mapping[str, str]) -> str:
    days = [[report.id for report in reports] for reports in found.days.values()]
    right, wrong, missed = grouping(days, found.event, truth)
    return (
        f"Of the pairs of reports of one day, {right} are rightly taken to be about one event and {wrong} wrongly; "
        f"{missed} of one event are kept apart and their figures never compared."
    )


def _share(right: int, of: int) -> str:
    return f"**{100 * right / of:.1f}** ({right} of {of})" if of else "-"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["draw", "report"])
    options.add_argument("--store", type=Path, required=True, help="a store of all reports of fa-kes")
    chosen = options.parse_args()
    page = tomllib.loads(MARKS.read_text(encoding="utf-8"))
    try:
        found = drawn(chosen.store)
    except SaysoError as error:
        options.error(str(error))
    if chosen.what == "draw":
        known = marked(found.verdicts, [mark for draw in draws_in(page) for mark in draw.marks])
        print("\n".join(entry(*pair) for pair in found.verdicts.items() if pair[0] not in known))
        return
    write_section(TITLE, "python scripts/draw_verdicts.py report --store STORE", report(found, page))


if __name__ == "__main__":
    main()
