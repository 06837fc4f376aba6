"""An audit as one self-contained HTML page: timelines, tables, chains and findings, every figure with its sentence.

No script and no network: a figure's sentence opens by its address (``#e12``), and in print all are shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.audit.findings.finding import SEVERITIES, Finding
from sayso.audit.page.chain import Step, steps
from sayso.audit.page.timeline import Mark, Timeline, timeline
from sayso.audit.report import Audit, EventReport, Question, Row
from sayso.audit.telling import Telling

SHOWN = 25
"""How many events a page holds: those with most articles."""
_TELLING = ("contradicts", "alters", "supersedes", "agrees", "refines", "restates")


@dataclass(frozen=True, slots=True)
class Proof:
    """A telling with its number on the page and its sentence in three pieces, the words in the middle."""

    number: int
    telling: Telling
    before: str
    words: str
    after: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: a root's number with the proofs of every telling of it."""

    row: Row
    mark: str
    colour: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The figures of one kind on one event, as a timeline and as a table."""

    question: Question
    timeline: Timeline
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event of the page."""

    event: EventReport
    blocks: tuple[Block, ...]
    verdicts: tuple[tuple[str, Proof, Proof, str], ...]


def to_html(audit: Audit) -> str:
    """The page, ready to be saved or printed; the same audit gives the same bytes."""
    environment = Environment(
        loader=PackageLoader("sayso.audit.page", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    shown = audit.events[:SHOWN]
    proofs = _proofs(
        t for event in shown for question in event.questions for row in question.rows for t in row.tellings
    )
    chapters = [_chapter(event, proofs) for event in shown]
    return environment.get_template("audit.html.j2").render(
        audit=audit,
        chapters=chapters,
        proofs=list(proofs.values()),
        hidden=len(audit.events) - len(shown),
        findings=[(finding, *_pieces(finding)) for finding in audit.findings],
        counts=[(s, sum(f.severity == s for f in audit.findings)) for s in SEVERITIES],
    )


def _proofs(tellings: Iterator[Telling]) -> dict[tuple[str, ...], Proof]:
    found: dict[tuple[str, ...], Proof] = {}
    for telling in tellings:
        if telling.identity not in found:
            text, (start, end), (a, b) = telling.article.text, telling.span, telling.sentence
            pieces = (text[a:start], text[start:end], text[end:b]) if text else ("", telling.words, "")
            found[telling.identity] = Proof(len(found) + 1, telling, *pieces, steps(telling))
    return found


def _chapter(event: EventReport, proofs: dict[tuple[str, ...], Proof]) -> Chapter:
    verdicts = [
        (c.verdict, proofs[c.left.identity], proofs[c.right.identity], c.reason)
        for verdict in _TELLING
        for c in event.comparisons
        if c.verdict == verdict and c.left.identity in proofs and c.right.identity in proofs
    ]
    return Chapter(event, tuple(_block(question, proofs) for question in event.questions), tuple(verdicts))


def _block(question: Question, proofs: dict[tuple[str, ...], Proof]) -> Block:
    drawn = timeline(question, {identity: proof.number for identity, proof in proofs.items()})
    marks = {identity: mark for mark in drawn.marks for identity in mark.identities}
    lines = [_line(row, marks, proofs) for row in question.rows]
    return Block(question, drawn, tuple(lines))


def _line(row: Row, marks: dict[tuple[str, ...], Mark], proofs: dict[tuple[str, ...], Proof]) -> Line:
    mark = next((marks[t.identity] for t in row.tellings if t.identity in marks), None)
    told: Sequence[Telling] = row.tellings
    return Line(
        row, mark.sign if mark else "?", mark.colour if mark else "#555", tuple(proofs[t.identity] for t in told)
    )


def _pieces(finding: Finding) -> tuple[str, str, str]:
    text, (start, end), (a, b) = finding.article.text, finding.span, finding.sentence
    return text[a:start], text[start:end], text[end:b]
