"""An audit as text for the terminal: a table by root, low to high, for each kind of figure; then the findings."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from sayso.audit import Audit, Finding, Severity
from sayso.audit.comparing.comparison import Comparison
from sayso.audit.report import EventReport, Question, Row
from sayso.audit.telling import Telling

_COLOURS = {"high": "bold red", "medium": "yellow", "low": "dim"}
_CLIPPED = 70
_TOLD = ("contradicts", "alters", "supersedes", "agrees", "refines")


def print_audit(
    console: Console, audit: Audit, *, events: int | None = None, all_kinds: bool = True, least: Severity = "low"
) -> None:
    """Print events with most articles first; those beyond ``events`` are counted and not shown.

    Without ``all_kinds`` a kind that one article alone tells is left out where others are there. Findings
    less grave than ``least`` are counted and not shown.
    """
    shown = audit.events[:events]
    for event in shown:
        _print_event(console, audit, event, all_kinds=all_kinds)
    if hidden := len(audit.events) - len(shown):
        console.print(
            f"… and {hidden} more event{'s' if hidden > 1 else ''}: narrow with --about, or ask for --events 0\n"
        )
    print_findings(console, audit, least)


def print_findings(console: Console, audit: Audit, least: Severity = "low") -> None:
    """Print every finding with its words marked, and what would settle it."""
    counts = ", ".join(
        f"{n} {s}" for s in ("high", "medium", "low") if (n := sum(f.severity == s for f in audit.findings))
    )
    console.print(Text(f"Findings: {counts or 'none'}", style="bold"))
    for finding in (f for f in audit.findings if f.reaches(least)):
        console.print()
        console.print(_headed(finding))
        console.print(_marked(finding), soft_wrap=False)
        console.print(Text(f"  To settle it: {finding.settle}", style="italic"))


def _print_event(console: Console, audit: Audit, event: EventReport, *, all_kinds: bool) -> None:
    dates = [a.published[:10] for a in event.articles if a.published]
    span = "" if not dates else dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"
    count = len(event.articles)
    console.print(Text(event.title, style="bold"), Text(f"({count} article{'s' if count != 1 else ''}, {span})\n"))
    questions = [
        q for q in event.questions if all_kinds or len({t.article.iri for g in q.groups for t in g.tellings}) > 1
    ]
    for question in questions or event.questions[:1]:
        console.print(_table(audit, question))
    if told := _verdicts(event):
        console.print(Text("How they bear on one another", style="bold"))
        for line in told:
            console.print(line)
        console.print()


def _table(audit: Audit, question: Question) -> Table:
    table = Table(
        title=f"{question.kind}: {question.summary}", title_justify="left", title_style="bold", box=SIMPLE_HEAD
    )
    table.add_column("on whose word", ratio=4)
    table.add_column("reads as", justify="right", no_wrap=True)
    table.add_column("words as printed", ratio=4)
    table.add_column("told by", ratio=4)
    table.add_column("as of", no_wrap=True)
    for row in question.rows:
        table.add_row(_root(audit, row), row.first.amount, _words(row), _told_by(row), row.first.told_on)
    return table


def _root(audit: Audit, row: Row) -> Text:
    grade = next((code for t in row.tellings if (code := audit.grade(t))), "")
    name = Text(row.root) if row.is_named else Text(f"? {row.first.root.name or row.root}", style="dim")
    return Text.assemble(name, (f" [{grade}]", "bold")) if grade else name


def _words(row: Row) -> str:
    return escape("; ".join(dict.fromkeys(f"“{t.words}”" for t in row.tellings)))


def _told_by(row: Row) -> str:
    return escape("; ".join(dict.fromkeys(_path(t) for t in row.tellings)))


def _path(telling: Telling) -> str:
    """Through whom an outlet has it: "Example Wire ← Lee ← NIS"; the root is left to its own column."""
    between = [link.speaker for link in telling.chain if link.speaker and link.speaker != telling.root.name]
    return " ← ".join((telling.article.name, *between))


def _verdicts(event: EventReport) -> list[Text]:
    order = {verdict: n for n, verdict in enumerate(_TOLD)}
    told = [c for c in event.comparisons if c.verdict in order and not c.right.headline]
    return [_verdict(c) for c in sorted(told, key=lambda c: order[c.verdict])]


def _verdict(comparison: Comparison) -> Text:
    left, right = comparison.left, comparison.right
    changes = "; ".join(map(str, comparison.changes))
    tail = changes or (f"{left.told_on}, then {right.told_on}" if comparison.verdict == "supersedes" else "")
    said = f"{_said(left)} / {_said(right)}"
    return Text.assemble(("  " + comparison.verdict.ljust(12), "bold"), said, (f": {tail}" if tail else "", "dim"))


def _said(telling: Telling) -> str:
    words = telling.words if len(telling.words) < _CLIPPED else telling.words[:_CLIPPED] + "…"
    on_whose = f"{telling.root.name}, " if telling.root.name and telling.root.name != telling.article.name else ""
    return f"“{words}” ({on_whose}{telling.article.name})"


def _headed(finding: Finding) -> Text:
    colour = _COLOURS[finding.severity]
    return Text.assemble(
        (f"{finding.severity}: {finding.rule}", colour), f" in {finding.article.name}: {finding.message}"
    )


def _marked(finding: Finding) -> Text:
    """The sentence with the words of the finding marked, also where colours are not shown."""
    text, (start, end), (a, b) = finding.article.text, finding.span, finding.sentence
    if not (a <= start < end <= b):
        return Text(f"  “{finding.words}”")
    return Text.assemble("  ", text[a:start], ("[" + text[start:end] + "]", "bold underline"), text[end:b])
