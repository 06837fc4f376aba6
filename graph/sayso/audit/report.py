"""The audit of a store: its figures by event and kind, on whose word each rests, and what to look at."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Store

from sayso.audit.claims.comparing import compare_claims
from sayso.audit.comparing.carrying import accounts_by_place
from sayso.audit.comparing.comparison import Comparison
from sayso.audit.comparing.figures import Compared, compare_all
from sayso.audit.comparing.standing import Group, groups, told_in_words
from sayso.audit.events.copies import copies
from sayso.audit.events.events import events
from sayso.audit.findings.claims import claim_findings
from sayso.audit.findings.figures import figure_findings
from sayso.audit.findings.finding import Finding
from sayso.audit.findings.grades import grade_findings
from sayso.audit.findings.sourcing import circles
from sayso.audit.grades import Grade, grades_of
from sayso.audit.selection import EVERYTHING, Selection, select
from sayso.audit.sources.roots import outlets_of, settle
from sayso.audit.telling import CLAIM, Source, Telling
from sayso.audit.told.amounts import allowed, nominal
from sayso.audit.told.gathering import Gathered, gather
from sayso.audit.told.paraphrases import taught
from sayso.audit.told.preparing import prepare, prepare_claims
from sayso.namespaces import DataIris


@dataclass(frozen=True)
class Evidence:
    """Everything that an audit can draw on, of a whole store or of the events of a selection."""

    gathered: Gathered
    tellings: tuple[Telling, ...]
    compared: Compared
    copied: Mapping[str, str]
    claims: tuple[Comparison, ...] = ()
    grades: tuple[Grade, ...] = ()

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Those of figures, then those of other claims."""
        return (*self.compared.comparisons, *self.claims)


@dataclass(frozen=True, slots=True)
class Row:
    """All tellings of one number on one word, low to high: one line of the table."""

    root: str
    is_named: bool
    tellings: tuple[Telling, ...]
    verdicts: tuple[str, ...] = ()

    @property
    def first(self) -> Telling:
        """The telling that stands for the row."""
        return self.tellings[0]


@dataclass(frozen=True, slots=True)
class Question:
    """The figures of one kind told of one event."""

    kind: str
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]

    @property
    def articles(self) -> int:
        """In how many articles such a figure stands."""
        return len({t.article.iri for group in self.groups for t in group.tellings})

    @property
    def summary(self) -> str:
        """Such as "5 articles, 2 roots, 1 undetermined"."""
        return told_in_words(self.groups)


@dataclass(frozen=True, slots=True)
class EventReport:
    """One event with the figures told of it; ``articles`` are those that tell any, earliest first."""

    iri: str
    title: str
    articles: tuple[Source, ...]
    questions: tuple[Question, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """What was asked for, event by event, most articles first; findings with the gravest first."""

    selection: Selection
    events: tuple[EventReport, ...]
    findings: tuple[Finding, ...]
    tellings: tuple[Telling, ...] = field(default=(), repr=False)
    grades: Mapping[str, str] = field(default_factory=dict)

    def grade(self, telling: Telling) -> str:
        """The grade of the root and that of the figure, such as B2; empty where there is none."""
        return self.grades.get(telling.root.key, "") + self.grades.get(telling.iri, "")


def look_at(store: Store, iris: DataIris, selection: Selection = EVERYTHING) -> Evidence:
    """Gather everything that a store holds, then settle and compare what is told of the events of a selection.

    An event is settled and compared whole, however little of it is selected, so that no verdict and no finding
    is lost; nothing passes from one event to another. Raises QuestionError where nothing fits.
    """
    gathered = gather(store, iris)
    event = events(gathered.articles.values())
    prepared = [*prepare(gathered, event), *prepare_claims(gathered, event)]
    outlets = outlets_of(prepared)
    if not selection.who:  # whoever stands behind a figure is known when it is settled
        prepared = _of_events_asked(prepared, selection)
    told = _of_events_asked(settle(prepared, gathered.chains(), outlets, gathered.nations), selection)
    figures = taught(t for t in told if t.kind != CLAIM)
    copied = copies(gathered.articles.values())
    compared = compare_all(figures, copied)
    carried = accounts_by_place(compared.accounts)
    claims = compare_claims([t for t in told if t.kind == CLAIM], copied, carried)
    grades = tuple(grades_of(store, iris))
    return Evidence(gathered, tuple(figures), compared, copied, tuple(claims), grades)


def _of_events_asked(tellings: list[Telling], selection: Selection) -> list[Telling]:
    """All tellings of the events of which some figure fits. Raises QuestionError where none does."""
    if selection.is_empty:
        return tellings
    asked = {t.event for t in select((t for t in tellings if t.kind != CLAIM), selection)}
    return [t for t in tellings if t.event in asked]


def audit(evidence: Evidence, selection: Selection = EVERYTHING) -> Audit:
    """The audit of what is selected. Raises QuestionError where nothing fits.

    Comparisons and findings are made over the whole store, so that a narrow selection loses no verdict.
    """
    chosen = select(evidence.tellings, selection)
    identities = {t.identity for t in chosen}
    iris = {t.iri for t in chosen}
    on_figures = [
        *figure_findings(evidence.tellings, evidence.compared),
        *circles(evidence.tellings),
        *grade_findings(evidence.grades, evidence.tellings, evidence.compared),
    ]
    found = [f for f in on_figures if f.about[0] in iris]
    in_question = {t.article.iri for t in chosen}
    said = claim_findings(evidence.comparisons)
    found += [f for f in said if f.about[0] in iris or (f.article.iri in in_question and selection.is_broad)]
    comparisons: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in evidence.compared.comparisons:
        if comparison.left.identity in identities or comparison.right.identity in identities:
            comparisons[comparison.left.event].append(comparison)
    for comparison in evidence.claims if selection.is_broad else ():
        if {comparison.left.article.iri, comparison.right.article.iri} & in_question:
            comparisons[comparison.left.event].append(comparison)
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for telling in chosen:
        by_event[telling.event].append(telling)
    events = [_event(evidence, iri, told, comparisons[iri]) for iri, told in by_event.items()]
    events.sort(key=lambda e: (-len(e.articles), e.articles[0].published, e.iri))
    findings = sorted(set(found), key=lambda f: f.order)
    grades = {grade.graded: grade.code for grade in evidence.grades}
    return Audit(selection, tuple(events), tuple(findings), tuple(chosen), grades)


def _event(evidence: Evidence, iri: str, told: Sequence[Telling], comparisons: Sequence[Comparison]) -> EventReport:
    articles = sorted({t.article for t in told}, key=lambda a: (a.published, a.iri))
    kinds = Counter(t.kind for t in told)
    by_kind = sorted(kinds, key=lambda k: (-len({t.article.iri for t in told if t.kind == k}), -kinds[k], k))
    verdicts: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for comparison in comparisons:
        for telling in (comparison.left, comparison.right):
            verdicts[telling.identity].append(comparison.verdict)
    questions = tuple(
        _question(kind, [t for t in told if t.kind == kind], evidence.copied, verdicts) for kind in by_kind
    )
    title = evidence.gathered.articles[iri].title if iri in evidence.gathered.articles else ""
    return EventReport(iri, title or articles[0].name, tuple(articles), questions, tuple(comparisons))


def _question(
    kind: str, told: Sequence[Telling], copied: Mapping[str, str], verdicts: Mapping[tuple[str, ...], list[str]]
) -> Question:
    found = groups(told, copied)
    rows = []
    for group in found:
        by_value: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
        for telling in group.tellings:
            by_value[telling.low, telling.high].append(telling)
        for tellings in by_value.values():
            told_of = {v for t in tellings for v in verdicts.get(t.identity, ())}
            ordered = sorted(tellings, key=lambda t: (t.headline, t.order))
            rows.append(Row(group.name, group.is_named, tuple(ordered), tuple(sorted(told_of))))
    rows.sort(key=_low_to_high)
    return Question(kind, tuple(found), tuple(rows))


def _low_to_high(row: Row) -> tuple[object, ...]:
    return nominal(row.first), allowed(row.first)[1], row.root, row.first.order
