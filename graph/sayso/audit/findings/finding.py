"""A finding: something in the articles that an auditor should look at, with the words and what would settle it."""

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.audit.telling import Source
from sayso.ingest.article import Span

Severity = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: ``words`` are printed at ``span`` of the article, ``sentence`` is where they stand.

    ``about`` holds the IRIs of the figures or statements concerned, the one at fault first.
    """

    severity: Severity
    rule: str
    message: str
    settle: str
    article: Source
    span: Span
    sentence: Span
    about: tuple[str, ...]

    @property
    def words(self) -> str:
        """The words that the finding is about."""
        return self.article.text[slice(*self.span)]

    def reaches(self, severity: str) -> bool:
        """Whether it is at least so grave; nothing reaches ``none``."""
        return severity in SEVERITIES[SEVERITIES.index(self.severity) :]

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the gravest first, then by article and place."""
        return (
            SEVERITIES.index(self.severity),
            self.rule,
            self.article.published,
            self.article.iri,
            self.span,
            self.message,
        )
