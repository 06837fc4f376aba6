"""Brings the catalogue up to date with a store: what articles brought is written once, what spans them every time."""

from collections.abc import Iterable
from dataclasses import astuple
from sqlite3 import Connection

from pyoxigraph import NamedNode, Store

from sayso.audit import Evidence
from sayso.catalogue.entries import entries_of_articles, sources
from sayso.catalogue.findings import facets_of, rows_of
from sayso.catalogue.tables import reading, remark, writing
from sayso.namespaces import PREFIXES
from sayso.store import Dataset

_FEW = 20
"""So many new articles are looked at by themselves; for more the whole store is asked at once."""
_KINDS = """
SELECT DISTINCT ?kind ?wider {
  { ?kind skos:inScheme kind: } UNION { ?figure sayso:kind ?kind }
  ?kind skos:broader* ?wider
}"""


def is_there(dataset: Dataset) -> bool:
    """Whether the store has a catalogue; one in memory needs none."""
    if dataset.folder is None:
        return True
    with reading(dataset.folder) as catalogue:
        return catalogue is not None


def let_go(dataset: Dataset) -> None:
    """Mark the catalogue as out of date, until it is kept again."""
    if dataset.folder is not None and is_there(dataset):
        with writing(dataset.folder) as catalogue:
            remark(catalogue, "whole", "")


def keep(dataset: Dataset, evidence: Evidence) -> None:
    """Write what lists and findings show of a store that has just been derived."""
    if dataset.folder is None:
        return
    with writing(dataset.folder) as catalogue:
        _keep_articles(catalogue, dataset)
        catalogue.execute("DELETE FROM entries WHERE article = ''")
        _insert(catalogue, "entries", map(astuple, sources(dataset.store, dataset.iris.base)))
        for table, rows in (
            ("wider", _kinds(dataset.store)),
            ("findings", ((at, *row) for at, row in enumerate(rows_of(evidence)))),
            ("tellings", enumerate(facets_of(evidence))),
        ):
            catalogue.execute(f"DELETE FROM {table}")
            _insert(catalogue, table, rows)
        remark(catalogue, "grades", dataset.digest("grades"))
        remark(catalogue, "whole", "yes")


def _keep_articles(catalogue: Connection, dataset: Dataset) -> None:
    """Take out what articles brought that are gone or read anew, and put in what is new."""
    now, held = _versions(dataset), dict(catalogue.execute("SELECT article, version FROM articles"))
    for article in [article for article, version in held.items() if now.get(article) != version]:
        catalogue.execute("DELETE FROM entries WHERE article = ?", (article,))
        catalogue.execute("DELETE FROM articles WHERE article = ?", (article,))
    new = {article for article, version in now.items() if held.get(article) != version}
    if new:
        found = entries_of_articles(_holding(dataset, new), dataset.iris.base)
        _insert(catalogue, "entries", (astuple(entry) for entry in found if entry.article in new))
        _insert(catalogue, "articles", ((article, now[article]) for article in sorted(new)))


def _versions(dataset: Dataset) -> dict[str, str]:
    """By what each article was brought and read, which together say what its graph holds."""
    found: dict[str, str] = {}
    for entry in dataset.ledger.entries():
        article = dataset.iris.article(entry.key)
        found[article] = f"{found.get(article, '')}{entry.input_digest} {entry.rules_digest}\n"
    return found


def _holding(dataset: Dataset, articles: set[str]) -> Store:
    """A store that holds the graphs of these articles, and maybe others."""
    if len(articles) > _FEW:
        return dataset.store
    store, start = Store(), dataset.iris.article("")
    graphs = [NamedNode(dataset.iris.article_graph(iri.removeprefix(start))) for iri in sorted(articles)]
    store.extend(dataset.quads(graphs))
    return store


def _kinds(store: Store) -> Iterable[tuple[str, ...]]:
    found = store.query(_KINDS, prefixes=PREFIXES, use_default_graph_as_union=True)
    return [tuple(cell.value for cell in solution) for solution in found]  # type: ignore[union-attr]


def _insert(catalogue: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    listed = list(rows)
    if listed:
        marks = ", ".join("?" * len(listed[0]))
        catalogue.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)
