"""What the audit found when the store was derived, within a selection."""

import json
from dataclasses import asdict
from typing import Any

from sayso.audit import Evidence, Facets, Selection, audit, choose
from sayso.audit.findings.claims import claim_findings
from sayso.audit.json_form import to_json
from sayso.catalogue.tables import reading, state
from sayso.store import Dataset

Rows = list[tuple[str, str, bool, str]]


def findings(dataset: Dataset, selection: Selection) -> list[dict[str, Any]] | None:
    """The findings as JSON, the gravest first, or None where they are not kept or not up to date.

    Raises QuestionError where nothing fits.
    """
    if dataset.folder is None or dataset.ledger.is_stale():
        return None
    with reading(dataset.folder) as catalogue:
        if catalogue is None or state(catalogue, "grades") != dataset.digest("grades"):
            return None
        kept = catalogue.execute("SELECT article, item, is_said, row FROM findings ORDER BY place").fetchall()
        if not selection.is_empty:
            told = catalogue.execute("SELECT facets FROM tellings ORDER BY place").fetchall()
            kept = _within(kept, [_facets(text) for (text,) in told], selection)
    return [json.loads(row) for *_, row in kept]


def rows_of(evidence: Evidence) -> Rows:
    """Every finding: its article, what it is about, whether it is on what was said, and itself as JSON."""
    found = audit(evidence)
    said = set(claim_findings(evidence.comparisons))
    return [
        (finding.article.iri, finding.about[0], finding in said, json.dumps(told, ensure_ascii=False))
        for finding, told in zip(found.findings, to_json(found)["findings"], strict=True)
    ]


def facets_of(evidence: Evidence) -> list[str]:
    """What each telling can be selected by, as JSON."""
    return [json.dumps(asdict(Facets.of(telling)), ensure_ascii=False) for telling in evidence.tellings]


def _facets(text: str) -> Facets:
    told: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in json.loads(text).items()}
    return Facets(**told)


def _within(kept: Rows, told: list[Facets], selection: Selection) -> Rows:
    chosen = choose(told, selection)
    items, articles = {f.iri for f in chosen}, {f.article for f in chosen}
    return [row for row in kept if row[1] in items or (row[2] and row[0] in articles and selection.is_broad)]
