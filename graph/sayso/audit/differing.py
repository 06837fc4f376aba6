"""What changed between two stores, or between two versions of an article: figures, statements, verdicts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.audit.comparing.comparison import Comparison
from sayso.audit.report import Evidence
from sayso.audit.telling import Source, Telling

Side = Literal["gone", "new"]


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One thing that one side has and the other has not; ``what`` is article, figure, statement or comparison."""

    article: str
    what: str
    told: str
    side: Side


@dataclass(frozen=True, slots=True)
class Version:
    """One side: its evidence, and the name of each article's file by the article's IRI."""

    evidence: Evidence
    files: Mapping[str, str]


def differ(old: Version, new: Version, *, one_article: bool = False) -> list[Difference]:
    """Everything that is gone or new, by article. Articles are known again by outlet and headline, else by file.

    With ``one_article`` both sides are taken for versions of one article whatever they are called.
    """
    before, after = _contents(old, one_article=one_article), _contents(new, one_article=one_article)
    found = [Difference(article, "article", "", "gone") for article in before.keys() - after.keys()]
    found += [Difference(article, "article", "", "new") for article in after.keys() - before.keys()]
    for article in before.keys() & after.keys():
        found += [Difference(article, *thing, "gone") for thing in before[article] - after[article]]
        found += [Difference(article, *thing, "new") for thing in after[article] - before[article]]
    return sorted(found)


def _contents(version: Version, *, one_article: bool) -> dict[str, set[tuple[str, str]]]:
    evidence, files = version.evidence, version.files
    articles = evidence.gathered.articles.items()
    names = {iri: "the article" if one_article else _name(a, files.get(iri, iri)) for iri, a in articles}
    found: dict[str, set[tuple[str, str]]] = defaultdict(set, {name: set() for name in names.values()})
    for telling in evidence.tellings:
        found[names[telling.article.iri]].add(("figure", _figure(telling)))
    for iri, chains in evidence.gathered.chains().items():
        for chain in chains:
            if iri in names and chain[0].iri in evidence.gathered.claims:
                said = " ← ".join(link.speaker or "source not stated" for link in chain)
                words = evidence.gathered.claims[chain[0].iri][1]
                found[names[iri]].add(("statement", f"{said} ({chain[-1].stance}): “{' '.join(words.split())}”"))
    for comparison in evidence.compared.comparisons:
        if comparison.verdict != "different scope":
            found[names[comparison.right.article.iri]].add(("comparison", _comparison(comparison)))
    return dict(found)


def _name(article: Source, file: str) -> str:
    return ", ".join(part for part in (article.outlet, article.title) if part) or file


def _figure(telling: Telling) -> str:
    return f"{telling.kind} {telling.amount} “{telling.words}” ← {telling.root.name or 'nobody named'}"


def _comparison(comparison: Comparison) -> str:
    left, right = comparison.left, comparison.right
    return f"“{right.words}” {comparison.verdict} “{left.words}” ({left.article.name})"


def by_article(found: list[Difference]) -> Iterator[tuple[str, list[Difference]]]:
    """The differences, article by article."""
    grouped: dict[str, list[Difference]] = defaultdict(list)
    for difference in found:
        grouped[difference.article].append(difference)
    yield from sorted(grouped.items())
