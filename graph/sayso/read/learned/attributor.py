"""The learned reader as an attributor: the model finds attributions, the words of the cue tell what kind they are."""

import re
from functools import cache
from pathlib import Path

from sayso.ingest.article import Article
from sayso.read.attribution import Attribution
from sayso.read.layout import laid_out
from sayso.read.learned.completion import completed
from sayso.read.learned.mending import mended
from sayso.read.learned.model import AttributionModel
from sayso.read.learned.placing import carried_on
from sayso.read.rules import RuleAttributor

_WEIGHTS = Path(__file__).parent / "weights"
_RELAYING = re.compile(r"(?:citing|quoting|based on)\b", re.IGNORECASE)


class LearnedAttributor:
    """Finds attributions with the model that ships with sayso; it is loaded when first asked."""

    def __init__(self) -> None:
        self._rules = RuleAttributor()

    def attribute(self, article: Article) -> list[Attribution]:
        """All attributions inside the article's body, in the order of their cues.

        Whom a source cites for what it says is left to the chains, which read it from the sentence.
        """
        text = article.text
        found = shipped_model().read(text, article.body)
        told = [a for a in mended(text, found) if not _relays(text, a)]
        return laid_out(article, carried_on(text, completed(text, told, self._rules.attribute(article))))


@cache
def shipped_model() -> AttributionModel:
    """The model in this package, loaded once a process."""
    return AttributionModel.load(_WEIGHTS)


def _relays(text: str, attribution: Attribution) -> bool:
    return any(_RELAYING.match(text, start) for start, _ in attribution.cue[:1])
