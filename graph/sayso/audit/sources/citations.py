"""Follows an outlet that is cited to its own report, and from there on; a circle has no root."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.audit.speakers.outlets import cited, is_outlet_name, short_names
from sayso.audit.telling import CLAIM, Root, Source, Telling, outlet_slug
from sayso.audit.told.amounts import same_number

_Trail = tuple[tuple[str, ...], ...]


class Citations:
    """The tellings of all articles, of which some have their figure from the report of another."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = tellings
        self.printed: dict[tuple[str, str], list[Telling]] = defaultdict(list)
        for telling in tellings:
            if telling.kind != CLAIM:
                self.printed[outlet_slug(telling.article.outlet), telling.event].append(telling)
        self.called = _short_names(self.tellings)
        self.quoted: dict[tuple[str, str, str], Telling] = {}
        self.found: dict[tuple[str, ...], Root] = {}

    def resolved(self) -> list[Telling]:
        """The tellings in the order given, each with the root of the report that it cites, where that is there."""
        return [replace(t, root=self._root(t, ())) for t in self.tellings]

    def _root(self, telling: Telling, trail: _Trail) -> Root:
        if telling.identity in self.found:
            return self.found[telling.identity]
        report = self._report(telling)
        if report is None:
            self.found[telling.identity] = self._given(telling) or telling.root
            return self.found[telling.identity]
        if telling.identity in trail:
            return Root(
                f"circle:{min(trail)[0]}", telling.root.name, "not stated", "circular: each has it from the other"
            )
        deeper = self._root(report, (*trail, telling.identity))
        reason = deeper.reason if deeper.key.startswith("circle:") else f"outlet citing outlet: {report.article.name}"
        self.found[telling.identity] = replace(deeper, reason=reason, via=telling.root.via | deeper.via)
        return self.found[telling.identity]

    def _report(self, telling: Telling) -> Telling | None:
        """The telling in the report of the outlet that this one cites: with the same number, or the only one."""
        if telling.root.status != "not stated" or not telling.chain or telling.kind == CLAIM:
            return None
        printed = self._printed(outlet_slug(telling.root.name), telling)
        told = [t for t in printed if t.kind == telling.kind]
        same = [t for t in (*told, *printed) if same_number(t, telling)]
        told = [t for t in told if _is_told_of(t.root, telling)] or told
        roots = {t.root.key for t in told}
        return same[0] if same else told[0] if len(roots) == 1 else None

    def _printed(self, outlet: str, telling: Telling) -> list[Telling]:
        """What an outlet, by its name or a short one, printed of the event of a telling in other articles."""
        name = self.called.get((outlet, telling.event), outlet)
        return [t for t in self.printed.get((name, telling.event), ()) if t.article.iri != telling.article.iri]

    def _given(self, telling: Telling) -> Root | None:
        """The root that the outlet's own report gives the number, where this telling of it names another or none."""
        if telling.root.status == "not stated" or telling.kind == CLAIM:
            return None
        printed = [t for outlet in sorted(cited(telling)) for t in self._printed(outlet, telling)]
        reports = [t for t in printed if _may_be_cited(t.article, telling.article)]
        told = [t for t in reports if t.kind == telling.kind]
        same = [t for t in told if same_number(t, telling)] or [t for t in reports if same_number(t, telling)]
        if telling.root.key in {t.root.key for t in same}:
            return None
        if telling.root.status == "unnamed":
            return _unnamed(telling, same, told) or self._quoted(telling)
        roots = {t.root.key: t for t in same if t.root.status != "not stated"}
        if len(roots) != 1:
            return None
        report = next(iter(roots.values()))
        return replace(_cited(telling, report), given_to=telling.root.name)

    def _quoted(self, telling: Telling) -> Root | None:
        """The root of the first report that has the number from the same nameless source of the same outlet."""
        own = outlet_slug(telling.article.outlet)
        for outlet in sorted(name for name in cited(telling) - {own} if is_outlet_name(name.replace("-", " "))):
            first = self.quoted.setdefault((telling.event, outlet, _described(telling)), telling)
            if first.article.iri != telling.article.iri and same_number(first, telling):
                return _cited(telling, first)
        return None


def _may_be_cited(report: Source, article: Source) -> bool:
    """Whether a report is another outlet's and no later than an article: SANA's own "told SANA" cites none."""
    return report.outlet != article.outlet and report.published[:10] <= article.published[:10]


def _unnamed(telling: Telling, same: Sequence[Telling], told: Sequence[Telling]) -> Root | None:
    """The root that an outlet's report has for a source without a name that spoke to it: by number, else by words."""
    alike = {t.root.key: t for t in told if t.root.status == "unnamed" and _described(t) == _described(telling)}
    said = set(_described(telling).split())
    roots = {t.root.key: t for t in same if t.root.status == "named" or said & set(_described(t).split())}
    for found in ({key: t for key, t in roots.items() if key in alike}, roots, alike):
        if len(found) == 1:
            return _cited(telling, next(iter(found.values())))
    return None


def _described(telling: Telling) -> str:
    """What a source without a name is called, without its article and who quotes it."""
    plain = re.split(r",|\s(?:quoted|cited|who|interviewed)\b", telling.root.name.casefold())[0]
    return re.sub(r"^(?:an?|the|one)\s", "", plain)


def _cited(telling: Telling, report: Telling) -> Root:
    reason = f"outlet citing outlet: {report.article.name} has it from {report.root.name}"
    return replace(report.root, reason=reason, via=report.root.via | (telling.root.via - {telling.root.key}))


def _is_told_of(root: Root, telling: Telling) -> bool:
    """Whether the sentence of a telling names whom a report has its number from: "that the Marine hospital had 42"."""
    sentence = telling.sentence_text
    proper = re.findall(r"[A-Z][\w’'-]+", root.name)
    return root.status == "named" and bool(proper) and all(word in sentence for word in proper)


def _short_names(tellings: Sequence[Telling]) -> dict[tuple[str, str], str]:
    """The outlet that a short name means on an event, where it means one."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, outlet in {(t.event, t.article.outlet) for t in tellings if t.article.outlet}:
        for name in short_names(outlet):
            found[name, event].add(outlet_slug(outlet))
    return {name: next(iter(meant)) for name, meant in found.items() if len(meant) == 1}
