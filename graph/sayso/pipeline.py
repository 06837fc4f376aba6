"""The flow on one page: article -> Reading -> named graph -> validated -> stored, then resolved, inferred, compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import BinaryIO

from pyoxigraph import RdfFormat, parse, serialize

from sayso.audit import look_at
from sayso.audit.recording import comparison_quads
from sayso.catalogue import is_there, keep, let_go
from sayso.errors import ReaderError, Rejected, UnansweredError
from sayso.ingest import Document, documents, to_article
from sayso.model import to_quads
from sayso.model.fingerprint import rules_digest
from sayso.namespaces import DataIris
from sayso.read import load_gazetteer, read
from sayso.read.cost import Cost
from sayso.read.figures.coding import identity, profile
from sayso.read.readers import DEFAULT_READER, attributor_named, reader_named
from sayso.reason import infer
from sayso.resolve import agents_of, decisions_of, identities, identity_quads, judge, known_agents, named_things
from sayso.store import Dataset, Entry
from sayso.store.reference import reference_graphs
from sayso.store.runs import Run
from sayso.validate import Report, Shapes, validate
from sayso.workers import map_in_order

LONGEST = 500_000
"""Characters of the longest text that is stored: the memory to check a graph grows with its text."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is told: ``gazetteers`` are the user's own files.

    ``workers`` 0 means one a core, or one in all for a ``reader`` that waits for a server.
    """

    gazetteers: tuple[Path, ...] = ()
    keep_invalid: bool = False
    workers: int = 0
    reader: str = DEFAULT_READER
    coding: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article on its way into the store: its graphs as N-Quads, and what validation found."""

    file: str
    key: str
    nquads: bytes
    report: Report
    warnings: tuple[str, ...]
    seconds: dict[str, float]
    cost: Cost


@dataclass
class Summary:
    """What a build did, in numbers and names; ``seconds`` are summed over workers, by stage."""

    stored: int = 0
    replaced: int = 0
    unchanged: int = 0
    duplicates: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    invalid: list[tuple[str, Report]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cost: Cost = field(default=Cost())

    @property
    def seen(self) -> int:
        """How many inputs were looked at."""
        done = self.stored + self.replaced + self.unchanged
        return done + len(self.duplicates) + len(self.rejected) + len(self.invalid)


def count_inputs(paths: Sequence[str]) -> int:
    """How many inputs there are, for a progress bar; nothing of them is kept."""
    return sum(1 for _ in documents(paths))


def build(
    paths: Sequence[str],
    dataset: Dataset,
    *,
    settings: Settings = Settings(),
    stdin: BinaryIO | None = None,
    notice: Callable[[str], None] = lambda file: None,
) -> Summary:
    """Bring articles into the dataset; what is there already and has not changed is passed over.

    Each article is stored in a transaction of its own, in the order of the input, so that a build that
    is killed leaves a store that opens, and the next build completes it. ``notice`` is called with the
    name of every input that is done. A graph that breaks a shape stays out unless ``keep_invalid``.
    """
    build_ = _Build(dataset, settings, notice)
    dataset.set_reference(reference_graphs(dataset.iris, settings.gazetteers))
    work = partial(
        prepare, iris=dataset.iris, gazetteers=settings.gazetteers, reader=settings.reader, coding=settings.coding
    )
    workers = settings.workers or (1 if reader_named(settings.reader).waits else 0)
    for document, outcome in map_in_order(work, build_.new(documents(paths, stdin=stdin)), workers):
        build_.keep(document, outcome)
    started = perf_counter()
    derive(dataset)
    build_.summary.seconds["resolve and infer"] += perf_counter() - started
    if build_.summary.stored or build_.summary.replaced:
        dataset.add_run(build_.run)
    return build_.summary


def derive(dataset: Dataset, *, anew: bool = False) -> None:
    """Write judgements, identities, inferences, comparisons and catalogue, where something changed, or ``anew``."""
    if anew or dataset.ledger.is_stale() or not is_there(dataset):
        store, iris = dataset.store, dataset.iris
        let_go(dataset)
        agents = agents_of(store)
        judgements = judge(agents)
        everybody = {agent.iri for agent in agents}
        one = identities([*decisions_of(store, iris), *judgements], everybody, known_agents(store, iris))
        graphs = {
            "judgements": [quad for judgement in judgements for quad in judgement.quads(iris)],
            "identities": identity_quads(one, named_things(store, iris), iris),
            "inferred": infer(store, iris),
        }
        dataset.replace_graphs(graphs)
        evidence = look_at(store, iris)
        dataset.replace_graphs({"comparisons": comparison_quads(evidence.comparisons, iris)}, derived=True)
        keep(dataset, evidence)


def prepare(
    document: Document,
    iris: DataIris,
    gazetteers: tuple[Path, ...],
    reader: str = DEFAULT_READER,
    coding: str | None = None,
) -> Prepared | Rejected:
    """Everything that one article needs before it can be stored; runs in a worker process.

    Raises ReaderError where the reader can read no article at all.
    """
    seconds, clock = {}, perf_counter()

    def lap(stage: str) -> None:
        nonlocal clock
        seconds[stage], clock = perf_counter() - clock, perf_counter()

    try:
        article = to_article(document)
        lap("ingest")
        if isinstance(article, Rejected):
            return article
        if (length := len(article.text)) > LONGEST:
            return Rejected(document.file, f"{length:,} characters are no news article (at most {LONGEST:,}): split it")
        reading = read(article, load_gazetteer(gazetteers), attributor_named(reader), profile(coding))
        lap("read")
        quads = to_quads(reading, iris)
        lap("model")
        report = validate(quads, article.text, Shapes.shipped(gazetteers))
        lap("validate")
    except ReaderError:
        raise
    except UnansweredError as error:
        return Rejected(document.file, str(error))
    except Exception as error:  # one article that breaks us is named, counted and skipped: the rest is built
        return Rejected(document.file, f"reading it failed with {type(error).__name__}: {error}")
    nquads = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return Prepared(document.file, article.key, nquads, report, reading.warnings, seconds, reading.cost)


def input_digest(document: Document) -> str:
    """SHA-256 over the bytes of an input and what its sidecar says, as 64 hex digits."""
    known = repr(sorted((document.sidecar or {}).items()))
    return sha256(known.encode() + b"\0" + document.data).hexdigest()


class _Build:
    """One build under way: decides what is new, keeps what was prepared, and counts."""

    def __init__(self, dataset: Dataset, settings: Settings, notice: Callable[[str], None]) -> None:
        self.dataset, self.settings, self.notice = dataset, settings, notice
        self.rules = rules_digest(
            settings.gazetteers, reader_named(settings.reader).identity() + identity(settings.coding)
        )
        self.summary, self.run = Summary(), Run(dataset.iris)

    def new(self, found: Iterable[Document | Rejected]) -> Iterator[Document]:
        """The documents that the store does not hold in this form yet."""
        for document in found:
            if isinstance(document, Document) and not self._is_held(document):
                yield document
                continue
            if isinstance(document, Rejected):
                self.summary.rejected.append(document)
            else:
                self.summary.unchanged += 1
            self.notice(document.file)

    def keep(self, document: Document, outcome: Prepared | Rejected) -> None:
        """Store what was prepared, or say why not."""
        self.notice(document.file)
        if isinstance(outcome, Rejected):
            self.summary.rejected.append(outcome)
            return
        self.summary.report += outcome.report
        self.summary.cost += outcome.cost
        for stage, taken in outcome.seconds.items():
            self.summary.seconds[stage] += taken
        self.summary.warnings += [f"{outcome.file}: {warning}" for warning in outcome.warnings]
        if not outcome.report.conforms:
            self.summary.invalid.append((outcome.file, outcome.report))
        if outcome.report.conforms or self.settings.keep_invalid:
            self._store(document, outcome)

    def _store(self, document: Document, prepared: Prepared) -> None:
        started = perf_counter()
        entry = Entry(document.location, document.file, prepared.key, input_digest(document), self.rules)
        others = [h.file for h in self.dataset.ledger.holders(entry.key) if h.location != entry.location]
        quads = [*parse(prepared.nquads, RdfFormat.N_QUADS), *self.run.generated(entry.key)]
        replaced = self.dataset.put(entry, quads)
        self.summary.seconds["store"] += perf_counter() - started
        if others:
            self.summary.duplicates.append(f"{entry.file}: the same article as {others[0]}")
        elif prepared.report.conforms:
            self.summary.replaced += replaced
            self.summary.stored += not replaced

    def _is_held(self, document: Document) -> bool:
        entry = self.dataset.ledger.entry(document.location)
        return entry is not None and (entry.input_digest, entry.rules_digest) == (input_digest(document), self.rules)
