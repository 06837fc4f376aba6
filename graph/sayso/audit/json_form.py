"""An audit as JSON, in the form that ``ontology/audit.schema.json`` describes."""

from typing import Any

from sayso.audit.comparing.comparison import Comparison
from sayso.audit.comparing.standing import Group
from sayso.audit.findings.finding import Finding
from sayso.audit.report import Audit, EventReport, Question
from sayso.audit.telling import Link, Source, Telling

SCHEMA = "https://w3id.org/sayso/audit.schema.json"


def to_json(audit: Audit) -> dict[str, Any]:
    """The audit, ready for ``json.dumps``; the same store and selection give the same bytes."""
    return {
        "$schema": SCHEMA,
        "selection": audit.selection.described(),
        "events": [_event(audit, event) for event in audit.events],
        "findings": [_finding(finding) for finding in audit.findings],
    }


def _event(audit: Audit, event: EventReport) -> dict[str, Any]:
    return {
        "event": event.iri,
        "title": event.title,
        "articles": [_article(article) for article in event.articles],
        "questions": [_question(audit, question) for question in event.questions],
        "comparisons": [_comparison(comparison) for comparison in event.comparisons],
    }


def _article(article: Source) -> dict[str, Any]:
    return {"article": article.iri, "title": article.title, "outlet": article.outlet, "published": article.published}


def _question(audit: Audit, question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "summary": question.summary,
        "roots": sum(group.is_named for group in question.groups),
        "undetermined": sum(not group.is_named for group in question.groups),
        "groups": [_group(audit, group) for group in question.groups],
    }


def _group(audit: Audit, group: Group) -> dict[str, Any]:
    return {
        "root": group.name,
        "standing": "independent" if group.is_named else "undetermined",
        "reasons": list(group.reasons),
        "tellings": [_telling(audit, telling) for telling in group.tellings],
    }


def _telling(audit: Audit, telling: Telling) -> dict[str, Any]:
    text = telling.article.text
    return {
        "figure": telling.iri,
        "article": telling.article.iri,
        "words": telling.words,
        "low": telling.low,
        "high": telling.high,
        "bound": telling.bound,
        "kind": telling.kind,
        "unit": telling.unit,
        "population": telling.population.words or None,
        "place": telling.place_name or None,
        "told_on": telling.told_on or None,
        "certainty": telling.certainty or None,
        "root": {"name": telling.root.name, "status": telling.root.status, "reason": telling.root.reason},
        "grade": audit.grade(telling) or None,
        "chain": [_link(link) for link in telling.chain],
        "sentence": text[slice(*telling.sentence)],
        "span": list(telling.span),
    }


def _link(link: Link) -> dict[str, Any]:
    return {"statement": link.iri, "speaker": link.speaker or None, "kind": link.kind or None, "stance": link.stance}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "left": comparison.left.iri,
        "right": comparison.right.iri,
        "verdict": comparison.verdict,
        "reason": comparison.reason,
        "values": list(comparison.values),
        "changes": [{"what": c.what, "before": c.before, "after": c.after} for c in comparison.changes],
        "missing": list(comparison.missing),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "message": finding.message,
        "settle": finding.settle,
        "article": finding.article.iri,
        "outlet": finding.article.outlet,
        "words": finding.words,
        "sentence": finding.article.text[slice(*finding.sentence)],
        "span": list(finding.span),
        "about": list(finding.about),
    }
