"""The dataset: every graph of a store folder, opened by one writer or by many readers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode, Quad, Store

from sayso.errors import SaysoError, StoreLockedError, StoreMissingError
from sayso.namespaces import DEFAULT_BASE, DataIris, term
from sayso.store.ledger import Entry, Ledger
from sayso.store.lock import StoreLock
from sayso.store.runs import Run
from sayso.store.transaction import Transaction

_SETTINGS = "store.json"
_SETTINGS_COMING = "store.json.new"
_LAYOUT = 1
_FLUSH_AFTER = 32
_PIECE = 20_000
_MERGE_AT = 10
"""Where a tenth of the articles or more were written, the tables are merged: they are read faster and half as large."""
DERIVED = ("judgements", "identities", "inferred", "comparisons")
DECIDED = ("decisions", "grades", "review")
REFERENCE = ("gazetteer", "ontology")
LOCAL = ("ledger", "runs")


class Dataset:
    """A store with its base IRI and its ledger. Use ``open`` or ``in_memory``, then ``close``."""

    def __init__(self, store: Store, iris: DataIris, lock: StoreLock | None = None, folder: Path | None = None) -> None:
        self.store, self.iris, self.folder = store, iris, folder
        self.ledger = Ledger(store, iris)
        self._lock, self._unflushed, self._put = lock, 0, 0

    @classmethod
    def in_memory(cls, base: str = DEFAULT_BASE) -> Self:
        """An empty dataset that lives as long as the object."""
        return cls(Store(), DataIris(base))

    @classmethod
    def open(cls, folder: str | Path, *, write: bool = False, make: bool = True, base: str | None = None) -> Self:
        """Open a store folder; with ``write`` it is made where it is missing, unless ``make`` is false.

        The base IRI is fixed when the store is made. Raises StoreMissingError, StoreLockedError, and
        SaysoError where the folder is not a store or has another base.
        """
        folder = Path(folder)
        if not (folder / _SETTINGS).exists():
            if not (write and make):
                raise StoreMissingError(str(folder))
            _check_base(base or DEFAULT_BASE)
            _make_folder(folder)
        lock = StoreLock(folder, write=write)
        try:
            iris = DataIris(_settled_base(folder, base, write=write))
            data = folder / "quads"
            store = Store(str(data)) if write or not data.exists() else Store.read_only(str(data))
        except OSError as error:
            lock.release()
            if "lock" in str(error).lower():
                raise StoreLockedError(str(folder)) from error
            raise SaysoError(f"{folder}: the store cannot be opened: {error}") from error
        except SaysoError:
            lock.release()
            raise
        return cls(store, iris, lock, folder)

    def close(self) -> None:
        """Let others open the store. What was written goes to its tables first, or opening it would take long."""
        if self._lock:
            if self._put * _MERGE_AT > len(self.article_keys()):
                self.store.optimize()
            if self._unflushed:
                self.store.flush()
            del self.store, self.ledger
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def put(self, entry: Entry, quads: Iterable[Quad]) -> bool:
        """Store an article version; the one that its location held before goes, unless held elsewhere.

        Returns whether an older version was replaced. One transaction.
        """
        change, old = Transaction(), self.ledger.entry(entry.location)
        replaced = old is not None and old.key != entry.key
        if old is not None:
            change.delete(self.ledger.quads(old))
            if not [other for other in self.ledger.holders(old.key) if other != old]:
                self._drop_article(change, old.key)
        self._drop_article(change, entry.key)
        change.insert([*quads, *self.ledger.quads(entry), self.ledger.stale_mark()])
        self._commit(change)
        self._put += 1
        return replaced

    def remove(self, key: str) -> None:
        """Take away an article version and exactly what it brought. One transaction.

        What was derived from it goes when the derived graphs are next written (see ``derive``).
        """
        change = Transaction()
        for entry in self.ledger.holders(key):
            change.delete(self.ledger.quads(entry))
        self._drop_article(change, key)
        change.insert([self.ledger.stale_mark()])
        self._commit(change)

    def set_reference(self, graphs: dict[str, list[Quad]]) -> None:
        """Write the reference graphs that have changed, by name; what was derived is then out of date."""
        changed = {name: quads for name, quads in graphs.items() if set(self._graph(name)) != set(quads)}
        if changed:
            self.replace_graphs(changed, derived=False)

    def add_run(self, run: Run) -> None:
        """Record a run that has ended."""
        self.store.extend(run.finished())

    def record(self, quads: Iterable[Quad]) -> None:
        """Add to a graph of what people decided, in one transaction; nothing that is derived depends on it."""
        change = Transaction()
        change.insert(quads)
        self._commit(change)

    def replace_graphs(self, graphs: Mapping[str, Iterable[Quad]], *, derived: bool = False) -> None:
        """Make graphs that are not an article's hold just these quads, by name; what they hold already stays.

        With ``derived`` they are marked as up to date with the articles; otherwise what is derived is
        marked as out of date. One transaction; derived graphs that change much take several, and until the
        last are marked as out of date.
        """
        gone: set[Quad] = set()
        come: set[Quad] = set()
        for name, quads in graphs.items():
            held, wanted = set(self._graph(name)), set(quads)
            gone |= held - wanted
            come |= wanted - held
        *others, last = _changes(gone, come, _PIECE if graphs.keys() <= set(DERIVED) else max(1, len(gone | come)))
        for change in others:
            change.insert([self.ledger.stale_mark()])
            self._commit(change)
        mark = last.delete if derived else last.insert
        mark([self.ledger.stale_mark()])
        self._commit(last)

    def article_keys(self) -> list[str]:
        """The keys of every stored article version, sorted."""
        start = self.iris.article_graph("")
        names = (g.value for g in self.store.named_graphs() if isinstance(g, NamedNode))
        return sorted(name.removeprefix(start) for name in names if name.startswith(start))

    def exported_graphs(self, *, texts: bool = False, reference: bool = False, runs: bool = False) -> list[NamedNode]:
        """The graphs that an export carries, sorted: articles, what is derived from them, and what people decided.

        ``texts`` adds the article texts, ``reference`` gazetteer and ontology, ``runs`` the
        provenance of runs and the ledger of this machine's paths.
        """
        wanted = {self.iris.graph(name) for name in (*DERIVED, *DECIDED)}
        wanted |= {self.iris.graph(name) for name in REFERENCE if reference}
        wanted |= {self.iris.graph(name) for name in LOCAL if runs}
        starts = (self.iris.article_graph(""), *([self.iris.text_graph("")] if texts else []))
        named = (g for g in self.store.named_graphs() if isinstance(g, NamedNode))
        return sorted((g for g in named if g.value in wanted or g.value.startswith(starts)), key=str)

    def quads(self, graphs: Iterable[NamedNode]) -> Iterator[Quad]:
        """The quads of the graphs named, graph after graph."""
        for graph in graphs:
            yield from self.store.quads_for_pattern(None, None, None, graph)

    def digest(self, name: str) -> str:
        """SHA-256 over a graph that is not an article's, by name, as 64 hex digits."""
        return sha256("\n".join(sorted(map(str, self._graph(name)))).encode()).hexdigest()

    def _graph(self, name: str) -> Iterator[Quad]:
        return self.quads([NamedNode(self.iris.graph(name))])

    def _commit(self, change: Transaction) -> None:
        change.commit(self.store)
        self._unflushed += 1
        if self._lock and self._unflushed >= _FLUSH_AFTER:  # or the next to open it, after a kill, would wait long
            self.store.flush()
            self._unflushed = 0

    def _drop_article(self, change: Transaction, key: str) -> None:
        change.drop(NamedNode(self.iris.article_graph(key)))
        change.drop(NamedNode(self.iris.text_graph(key)))
        generated = NamedNode(term("prov:wasGeneratedBy"))
        runs = NamedNode(self.iris.graph("runs"))
        change.delete(self.store.quads_for_pattern(NamedNode(self.iris.article(key)), generated, None, runs))


def _changes(gone: Iterable[Quad], come: Iterable[Quad], size: int) -> list[Transaction]:
    """What takes away and adds these quads, in transactions of so many; at least one, maybe empty."""
    steps = [*((False, quad) for quad in gone), *((True, quad) for quad in come)]
    changes = []
    for start in range(0, len(steps) or 1, size):
        piece, change = steps[start : start + size], Transaction()
        change.delete([quad for is_new, quad in piece if not is_new])
        change.insert([quad for is_new, quad in piece if is_new])
        changes.append(change)
    return changes


def _check_base(base: str) -> None:
    try:
        NamedNode(base)
    except ValueError as error:
        raise SaysoError(f"{base!r} cannot be the base of the data, since it is no IRI: {error}") from error


def _make_folder(folder: Path) -> None:
    ours = {"lock", "quads", _SETTINGS_COMING}  # what a process killed while it made the store leaves behind
    if folder.exists() and (not folder.is_dir() or {path.name for path in folder.iterdir()} - ours):
        raise SaysoError(f"{folder}: this is neither a store nor an empty folder; choose another --store")
    folder.mkdir(parents=True, exist_ok=True)


def _settled_base(folder: Path, base: str | None, *, write: bool) -> str:
    settings = folder / _SETTINGS
    if not settings.exists():
        chosen = base or DEFAULT_BASE
        if not write:
            raise StoreMissingError(str(folder))
        temporary = folder / _SETTINGS_COMING
        temporary.write_text(json.dumps({"layout": _LAYOUT, "base": chosen}, indent=1) + "\n", encoding="utf-8")
        temporary.replace(settings)
        return chosen
    try:
        stored = json.loads(settings.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SaysoError(f"{settings}: damaged, it is no JSON; build the store anew into another folder") from error
    if stored.get("layout") != _LAYOUT:
        raise SaysoError(f"{folder}: made by another version of sayso; build it anew into another folder")
    if base and base != stored["base"]:
        raise SaysoError(f"{folder}: this store has the base {stored['base']}, not {base}")
    return str(stored["base"])
