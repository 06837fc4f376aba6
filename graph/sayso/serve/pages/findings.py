"""What the audit finds: filters are in the address, so that a view can be shared, and taken along as a file."""

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import Response

from sayso.audit import SEVERITIES, Selection
from sayso.errors import QuestionError
from sayso.query import Answer, find_question, to_turtle
from sayso.serve.engine.tasks import RefusedError
from sayso.serve.pages.questions import PAGE, sparql_of
from sayso.serve.pages.rendering import page
from sayso.serve.requests import first, known, query_of
from sayso.serve.site import Site, site_of

_SELECTED = tuple(f.name for f in fields(Selection))
_SHOWN = ("about", "kind", "who", "place", "since", "until", "article")
_COLUMNS = ("severity", "rule", "message", "settle", "words", "sentence", "outlet", "article", "about")
Findings = Sequence[dict[str, Any]]


async def findings(request: Request) -> Response:
    """``/findings``."""
    site, pairs = site_of(request), query_of(request)
    asked = known(pairs, (*_SELECTED, "severity", "rule"))
    found, problem = await _found(site, asked)
    at = max(1, int(text)) if (text := first(pairs, "page", "1")).isdecimal() and len(text) < 7 else 1
    kept = [f for f in found if _fits(f, asked)]
    shown = [{**f, "address": site.addresses.of(f["about"][0])} for f in kept[(at - 1) * PAGE : at * PAGE]]
    return page(
        request,
        "findings.html",
        status=400 if problem else 200,
        asked=asked,
        told=urlencode(asked),
        problem=problem,
        names=_SHOWN,
        severities=SEVERITIES,
        rules=Counter(f["rule"] for f in found).most_common(),
        found=shown,
        total=len(kept),
        at=at,
        pages=-(-len(kept) // PAGE),
        sparql=sparql_of(find_question("which-comparisons-are-there"), {}, site),
    )


async def download(request: Request) -> Response:
    """``/findings.csv``, ``/findings.json`` and ``/findings.ttl``."""
    site, form = site_of(request), request.path_params["form"]
    asked = known(query_of(request), (*_SELECTED, "severity", "rule"))
    found, problem = await _found(site, asked)
    if problem:
        raise RefusedError(400, problem)
    kept = [f for f in found if _fits(f, asked)]
    named = {"Content-Disposition": f'attachment; filename="findings.{form}"'}
    if form == "json":
        return Response(json.dumps(kept, ensure_ascii=False, indent=1), media_type="application/json", headers=named)
    if form == "csv":
        return Response(_csv(kept), media_type="text/csv; charset=utf-8", headers=named)
    if form == "ttl":
        text = to_turtle(_rows(kept), f"{site.base}answer/findings")
        return Response(text, media_type="text/turtle; charset=utf-8", headers=named)
    raise RefusedError(404, "Findings can be had as csv, json or ttl.")


async def _found(site: Site, asked: dict[str, str]) -> tuple[Findings, str]:
    selection = Selection(**{name: asked[name] for name in _SELECTED if name in asked})
    try:
        return await site.findings(selection), ""
    except QuestionError as error:
        return [], f"{error}."


def _fits(finding: dict[str, Any], asked: dict[str, str]) -> bool:
    return all(finding[name] == asked[name] for name in ("severity", "rule") if name in asked)


def _csv(found: Findings) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for finding in found:
        row = {**finding, "about": " ".join(finding["about"])}
        writer.writerow([row.get(name, "") for name in _COLUMNS])
    return out.getvalue()


def _rows(found: Findings) -> Answer:
    """A row for each finding and each thing that it is about; what has an IRI is one, and what is empty is left out."""
    rows = [{**finding, "about": iri} for finding in found for iri in finding["about"]]
    return Answer(_COLUMNS, tuple(tuple(_term(name, row.get(name)) for name in _COLUMNS) for row in rows))


def _term(name: str, value: str | None) -> NamedNode | Literal | None:
    if not value:
        return None
    return NamedNode(value) if name in ("article", "about") else Literal(value)
