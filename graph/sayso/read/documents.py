"""Documents: who speaks by one, as in "a report by the ministry", "a police report" and "its own report"."""

import re
from collections.abc import Callable

from sayso.read.actor import BODIES, Actor
from sayso.read.antecedents import meant
from sayso.read.discourse import Discourse
from sayso.read.lexicon import noun_cues, words
from sayso.read.phrase import DETERMINERS, Phrase, phrase_of

DOCUMENTS = words("documents", "roles") | noun_cues().keys()
_DIRECTIONS = frozenset(["by", "from", "of"])
_AUTHORED = re.compile(
    r",?\s+(?:published|issued|released|compiled|written|commissioned|filed|signed|prepared|conducted|drawn\s+up)"
    r"(?:\s+(?:in|on|at|to)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)?\s+by\s+"
)
_RELEASED = re.compile(
    r"(?:\s+(?:of|on|for|from)\s+[^,;]{2,40}?)?,?\s+(?:that|which)\s+(?P<who>[^,;]{3,60}?)\s+(?:has\s+|had\s+|have\s+)?"
    r"(?:published|issued|released|compiled|wrote|commissioned|drew\s+up|gave|shared|posted|carried\s+out"
    r"|conducted|made|prepared|filed|sent|led|did)\b"
)
_ISSUED = (
    r"\b(?:(?P<by>[Ii]n|by)\s+|(?:published|released|issued|presented|unveiled|filed|brought\s+out)\s+)"
    r"(?:an?|its|their|his|her|the)\s+(?:[\w’'-]+\s+){0,3}?"
)
_REACH = 600
_SENTENCES = 2


def _is_time(word: str) -> bool:
    """Whether "Friday's figures" and "that day's report" have nobody for their owner."""
    return re.sub(r"['’]s?$", "", word) in words("time_words") | {"day"}


class Documents:
    """Finds whose a document is; ``resolve`` finds the one whom a phrase means."""

    def __init__(self, discourse: Discourse, resolve: Callable[[Phrase], Actor | None]) -> None:
        self._discourse, self._cast, self._text = discourse, discourse.cast, discourse.text
        self._resolve = resolve
        self._authors: dict[str, Actor] = {}

    def author(self, phrase: Phrase) -> Actor | None:
        """The author of a document: "a report by the ministry" and "the report" after it speak for the ministry."""
        if not {phrase.noun, phrase.noun.removesuffix("s")} & DOCUMENTS:
            return None
        return self._issuer(phrase) or self._told_behind(phrase) or self._told_before(phrase)

    def _told_behind(self, phrase: Phrase) -> Actor | None:
        """As in "a report by the ministry", "a tally that the port released", "a memo, written by Ana Roe"."""
        end, stop = phrase.head[-1].end, phrase.span[1]
        if authored := _AUTHORED.match(self._text, end, stop):
            return self._note(phrase, (authored.end(), stop))
        if released := _RELEASED.match(self._text, end, stop):
            return self._note(phrase, released.span("who"))
        behind = phrase.words[len(phrase.head) :]
        directed = len(behind) > 1 and behind[0].bare in _DIRECTIONS and (behind[0].bare != "of" or behind[1].named)
        return self._note(phrase, (behind[0].end + 1, stop)) if directed else None

    def _told_before(self, phrase: Phrase) -> Actor | None:
        """The author of the document of this kind that was told of before: "the report"."""
        alone = len(phrase.words) <= len(phrase.head) + 1 and phrase.determiner in ("the", "this", "that")
        noun = phrase.noun.removesuffix("s")
        known = (self._authors.get(noun) or self._issued(phrase) or self._heard(phrase)) if alone else None
        return self._cast.mention(known, phrase.span) if known else None

    def _heard(self, phrase: Phrase) -> Actor | None:
        """The document that spoke just before, by another noun: "a leaked audit … the document"."""
        if phrase.noun not in words("any_document", "roles"):
            return None
        here = self._discourse.sentence(phrase.span[0])
        for start, _, actor in self._discourse.recent(phrase.span[0]):
            if here - self._discourse.sentence(start) > _SENTENCES:
                break
            written = actor.type == "UnnamedSource" and {actor.noun, actor.noun.removesuffix("s")} & DOCUMENTS
            if written and self._discourse.spoke_at(start, actor):
                return actor
        return None

    def _issued(self, phrase: Phrase) -> Actor | None:
        """Who spoke by the document, or brought it out, just before: "the port said in its report. The report says"."""
        at, noun = phrase.span[0], re.escape(phrase.noun.removesuffix("s"))
        found = list(re.finditer(_ISSUED + rf"{noun}s?\b", self._text[max(0, at - _REACH) : at]))
        if not found:
            return None
        told = max(0, at - _REACH) + found[-1].start()
        if self._discourse.sentence(at) - self._discourse.sentence(told) > _SENTENCES:
            return None
        if found[-1]["by"]:
            return self._discourse.spoke_in(told)
        start = self._discourse.sentence_start(told)
        first = next(
            (actor for at, _, actor in self._cast.within(start, told) if self._discourse.begins_sentence(at)), None
        )
        return first if first is not None and first.type in BODIES else None

    def _issuer(self, phrase: Phrase) -> Actor | None:
        """Whose document it is, as told before the noun: "a police report", "the CNN poll", "its own report"."""
        before = phrase.head[-2] if len(phrase.head) > 1 else None
        if before is None:
            return None
        if owner := next((word for word in phrase.head[-2::-1] if word.possessive and not _is_time(word.bare)), None):
            return self._resolve(phrase_of(self._text, (phrase.span[0], owner.end)))
        if phrase.determiner in ("its", "their", "his", "her"):
            return meant(self._discourse, phrase.determiner, phrase.span[0])
        named = [a for _, end, a in self._cast.within(phrase.span[0], before.end) if end == before.end]
        if named and named[0].type in BODIES:
            return self._cast.mention(named[0], phrase.span)
        if before.bare not in words("issuers", "roles"):
            return None
        first = next(word for word in phrase.head if word.bare not in DETERMINERS)
        return self._resolve(phrase_of(self._text, (first.start, before.end)))

    def _note(self, phrase: Phrase, span: tuple[int, int]) -> Actor | None:
        author = self._resolve(phrase_of(self._text, span))
        if author:
            self._authors[phrase.noun.removesuffix("s")] = author
        return author
