"""Mentions outside sources: descriptions and pronouns in running text that mean somebody named before them."""

import re
from collections.abc import Iterator, Sequence

from sayso.ingest.article import Span
from sayso.read.actor import BODIES, Actor
from sayso.read.antecedents import body_before, person_before
from sayso.read.bodies import body_words
from sayso.read.descriptions import Descriptions
from sayso.read.discourse import Discourse
from sayso.read.lexicon import words
from sayso.read.phrase import phrase_of

_PRONOUN = r"(?P<pronoun>he|she|him|his|her|hers|himself|herself)|(?P<its>its)"
_NO_MODIFIER = (
    "(?:the|an?|this|that|his|her|their|its|of|and|or|in|on|at|to|for|by|with|from|who|which|is|was|has|had|said)"
)
_NOUNS = "|".join(sorted({*body_words(), *words("persons", "roles")}, key=len, reverse=True))
_REFERENCE = re.compile(
    rf"\b(?:{_PRONOUN}|(?P<description>(?:the|this)\s+(?:(?!{_NO_MODIFIER}\b)[\w’'-]+\s+){{0,3}}?(?:{_NOUNS})(?!\s+(?:{_NOUNS})\b)))\b(?!-)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"['’]s\s+(?:office|department|bureau)\b|\s+(?:of|for|in|from|at|to|on|with)\s+(?:the\s+|an?\s+)?[A-Z]|\s+[A-Z]|\s+(?:{_NOUNS})\b"
)


class References:
    """The references of an article in order; each is settled once, when the reading comes to it."""

    def __init__(self, discourse: Discourse, descriptions: Descriptions, sources: Sequence[Span]) -> None:
        self._discourse, self._descriptions = discourse, descriptions
        taken = sorted(sources)
        self._waiting = list(_outside(_REFERENCE.finditer(discourse.text), taken))[::-1]

    def catch_up(self, offset: int) -> None:
        """Settle the references before an offset. One that nobody fits is left alone."""
        while self._waiting and self._waiting[-1].start() < offset:
            self._settle(self._waiting.pop())

    def _settle(self, found: re.Match[str]) -> None:
        if not self._discourse.in_story(found.start()):
            return
        if pronoun := found["pronoun"]:
            if self._discourse.quote(found.start()) is None:
                self._mention(person_before(self._discourse, found.start(), pronoun.casefold()), found.span())
            return
        if found["its"]:
            self._mention(self._owner(found.start()), found.span())
            return
        if _GOES_ON.match(self._discourse.text, found.end()) or self._named_inside(found.span()):
            return
        phrase = phrase_of(self._discourse.text, found.span())
        self._mention(self._descriptions.known(phrase), found.span())

    def _owner(self, offset: int) -> Actor | None:
        """The body that "its" means where it opens a sentence, a pronoun of things as often anywhere else."""
        opens = self._discourse.sentence_start(offset) == offset and self._discourse.quote(offset) is None
        body = body_before(self._discourse, offset) if opens else None
        return body if body is not None and body.type in BODIES else None

    def _named_inside(self, span: Span) -> bool:
        """Whether a name stands in it, as in "the Norland ministry": the country alone may."""
        return any(actor.type not in ("Government", "Place") for _, _, actor in self._discourse.cast.within(*span))

    def _mention(self, actor: Actor | None, span: Span) -> None:
        if actor is not None:
            self._discourse.cast.mention(actor, span)


def _outside(found: Iterator[re.Match[str]], taken: Sequence[Span]) -> Iterator[re.Match[str]]:
    """Those that no source holds, and the owner with whom one begins: "her deputy"."""
    at = 0
    for match in found:
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        owner = at < len(taken) and taken[at][0] == match.start() and match.end() < taken[at][1]
        if at == len(taken) or taken[at][0] >= match.end() or (owner and (match["pronoun"] or match["its"])):
            yield match
