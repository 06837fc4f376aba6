"""Speakers: which actor of the cast a source phrase means, by name, description or pronoun."""

import re
from collections.abc import Sequence
from functools import cached_property

from sayso.ingest.article import Span
from sayso.read.actor import BODIES, Actor
from sayso.read.antecedents import IT, THEY, is_one_person, meant
from sayso.read.bodies import body_words, kind_of_body
from sayso.read.descriptions import Descriptions
from sayso.read.discourse import Discourse
from sayso.read.documents import DOCUMENTS, Documents
from sayso.read.lexicon import words
from sayso.read.named import NamedSources
from sayso.read.phrase import DETERMINERS, Phrase, phrase_of
from sayso.read.reading import EntityType, Spans
from sayso.read.running import References
from sayso.read.subjects import BODY, ONE, SEVERAL

_ROLES = words("persons", "roles")
_UNNAMED = words("unnamed", "roles")
_PRONOUNS = frozenset(
    ["he", "him", "his", "she", "her", "they", "their", "them", "it", "its", "who", "which", "that", "we", "i", "you"]
)
_OPENER = re.compile(
    r"(?<![^\s(—–“\"])((?i:an?|the|one|two|three|several|some|many)\s+[^,.;:()“”\"—–]{2,60}?|[A-Z][^,.;:()“”\"]{1,60}?),?\s*$"
)
_DETERMINED = re.compile(r"(?<![^\s(—–“\"])(?i:an?|the|one|two|three|several|some|many|his|her|its|their|our)\s+(?=\S)")
_HANGING = re.compile(r"[\w’'-]+\s+(?:[\w’'-]+\s+){1,4}(?:of|at|in|from|for|on|with)\s+")
_MEDIUM = re.compile(
    r"(?<![\w’'-])(?P<who>(?:(?:state|public|local|national|independent|private)\s+)?(?:radio|television|TV|media|newspapers?|broadcaster)),?\s*$"
)
_LONGEST_NAME = 60
_WHO = re.compile(r",\s+who\b")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me)\b(?!['’]s\b)")
_BEHIND = 8
_TURNS = 8
"""So many stretches of own words back may one hold an "I"."""
_ENDED = re.compile(r"[.!?“”]")


class Speakers:
    """Finds the speaker of each source, in the order of the text."""

    def __init__(self, discourse: Discourse, sources: Sequence[Span] = ()) -> None:
        self.discourse, self.cast, self.text = discourse, discourse.cast, discourse.text
        self.descriptions = Descriptions(discourse)
        self._by_name = NamedSources(discourse, self.descriptions)
        self._running = References(discourse, self.descriptions, sources)
        self._documents = Documents(discourse, self._resolve)
        self._told: Spans = ()
        self._quoted: Spans = ()
        self._own_words: list[tuple[int, int, Actor]] = []

    def speaker(self, source: Spans, content: Spans = (), direct: bool = False, within: bool = False) -> Actor | None:
        """The actor a source means; ``None`` where there is no source.

        A pronoun does not mean anybody whom quoted ``content`` names: "“Roe is ill,” he said". Where ``direct`` says
        that the content is in the speaker's own words, "I" means the speaker there. ``within`` says that somebody
        else tells of it.
        """
        if not source:
            return None
        apart = len(source) > 1 and _ENDED.search(self.text, source[0][1], source[-1][0])
        span = source[-1] if apart else (source[0][0], source[-1][1])
        self._running.catch_up(span[0])
        self._told, self._quoted = content, tuple(part for part in content if self._is_quoted(part))
        phrase = phrase_of(self.text, self._with_name(span))
        actor = self._resolve(phrase)
        if actor is not None and actor.type == "Place":  # a place as such says nothing: somebody there does
            actor = self._fresh(phrase, "UnnamedSource")
        if actor is not None:
            actor.tentative = False
            self.discourse.hear(actor, span, within)
            actor.personal |= self._speaks_as_one(span)
            self._own_words += [(start, end, actor) for start, end in content if direct]
        return actor

    def _speaks_as_one(self, source: Span) -> bool:
        """Whether a source is one person by its "who" or by the "I" of its quotation."""
        who = _WHO.search(self.text, source[0], source[1] + _BEHIND) is not None
        return who or any(_FIRST_PERSON.search(self.text, *part) for part in self._quoted)

    def _with_name(self, span: Span) -> Span:
        """A source that was cut off, up to the end of the name that it cuts, or that follows a bare office."""
        bare = self.text[slice(*span)].split()[0].casefold() not in DETERMINERS
        for start, end, actor in self.cast.within(span[0], span[1] + _LONGEST_NAME):
            cut = start < span[1] < end and span[1] - start > 1 and self.text[span[1]].isspace()
            follows = bare and start == span[1] + 1 and actor.type == "Person" and self.text[span[1]] == " "
            if cut or follows:
                return span[0], end
        return span

    def _is_quoted(self, part: Span) -> bool:
        before = self.text[max(0, part[0] - 2) : part[0] + 1]
        return self.discourse.quote(part[0]) is not None or any(mark in before for mark in "“\"‘«'")

    def can_speak(self, span: Span) -> bool:
        """Whether a phrase names or describes somebody, or a document, and no reason or thing."""
        phrase = phrase_of(self.text, span)
        if not phrase.words or not phrase.head:
            return False
        end = phrase.head[-1].end
        held = [(s, e) for s, e, a in self.cast.within(*span) if a.type != "Place"]
        apposed = any(e == span[1] and self.text[max(0, s - 2) : s] == ", " for s, e in held)
        named = apposed or any(s < end + 2 and e >= end - 2 for s, e in held)
        known = {phrase.noun, phrase.noun.removesuffix("s")}
        return named or bool(known & (_ROLES | _UNNAMED | DOCUMENTS | body_words().keys()))

    def finish(self) -> None:
        """Take in what is told of the actors behind the last source."""
        self._running.catch_up(len(self.text))

    def _resolve(self, phrase: Phrase) -> Actor | None:
        if not phrase.words:
            return None
        first = phrase.words[0]
        alone = len(phrase.head) == 1 or first.bare in ("who", "which")
        if first.bare in _PRONOUNS and alone and not (first.text.isupper() and len(first.text) > 1):
            return self._pronoun(first.bare, phrase)
        return (
            self._met_by_who(phrase)
            or self._same(phrase)
            or self._office(phrase)
            or self._documents.author(phrase)
            or self._several(phrase)
            or self._by_name.named(phrase)
            or self._placed(self.descriptions.body(phrase), phrase)
            or self._placed(self.descriptions.person(phrase), phrase)
            or self._unnamed(phrase)
        )

    def _same(self, phrase: Phrase) -> Actor | None:
        """Who spoke last, where the source is "the same source"."""
        words_ = [word.bare for word in phrase.head]
        if words_[:2] != ["the", "same"] or not words_[2:] or words_[2] not in ("source", "sources"):
            return None
        return self._placed(next(iter(self.discourse.heard(phrase.span[0])), None), phrase)

    def _office(self, phrase: Phrase) -> Actor | None:
        """The person for whom "her office" speaks."""
        bare = [word.bare for word in phrase.head]
        if bare not in (["his", "office"], ["her", "office"]):
            return None
        return self._placed(meant(self.discourse, bare[0], phrase.span[0], self._told, self._quoted), phrase)

    def _met_by_who(self, phrase: Phrase) -> Actor | None:
        """The one whom a relative clause inside this phrase has been read for: "a worker who asked not to be named"."""
        same = (a for s, _, a in self.cast.within(*phrase.span) if s == phrase.span[0] and a.described)
        return self._placed(next(same, None), phrase)

    def _several(self, phrase: Phrase) -> Actor | None:
        """Two or more named ones together: "both Seoul and Washington"."""
        conjunction = next((w for w in phrase.head if w.bare == "and"), None)
        if conjunction is None:
            return None
        held = self.cast.within(*phrase.span)
        if any(start < conjunction.start < end for start, end, _ in held):
            return None
        left = [a for s, e, a in held if e <= conjunction.start]
        right = [a for s, e, a in held if s > conjunction.end]
        last = phrase.head[-1]
        ends_named = bool(right) and any(e >= last.start + len(last.bare) for s, e, _ in held if s > conjunction.end)
        if left and right and ends_named and left[-1] is not right[-1]:
            return self._fresh(phrase, "JointSource")
        return None

    def _pronoun(self, word: str, phrase: Phrase) -> Actor | None:
        offset = phrase.span[0]
        if word in ("who", "which", "that"):
            found = self._related(offset)
        elif word in ("we", "i", "you"):
            own = (a for start, end, a in self._own_words[-_TURNS:][::-1] if start <= offset < end and word != "you")
            found = next(own, None)
        else:
            if word in IT:
                self._meet_bodies(offset)
            several = self._several_before(offset) if word in THEY else None
            opened = several if word in IT | THEY else self._subject_before(offset)
            found = opened or meant(self.discourse, word, offset, self._told, self._quoted)
        return self._placed(found, phrase) or self._fresh(phrase, "UnnamedSource")

    def _subject_before(self, offset: int) -> Actor | None:
        """The one without a name with whom the sentence before opens: "A priest wept. … he said".

        Nobody where somebody else is named between there and the pronoun.
        """
        start = self.discourse.sentence_start(self.discourse.sentence_start(offset) - 1)
        opened = ONE.match(self.text, start, offset)
        if opened is None or start == self.discourse.sentence_start(offset):
            return None
        span = opened.span("who")
        between = self.cast.within(*span) + self.cast.within(span[1], offset)
        if any(is_one_person(actor) for _, _, actor in between):
            return None
        actor = self._resolve(phrase_of(self.text, span))
        return actor if actor is not None and is_one_person(actor) else None

    def _several_before(self, offset: int) -> Actor | None:
        """The people with whom the sentence before opens, in its paragraph: "Nurses wept. … they counted 40".

        Nobody where a group or a body spoke in that sentence.
        """
        here = self.discourse.sentence_start(offset)
        start = self.discourse.sentence_start(here - 1)
        if start == here or not self.discourse.in_one_paragraph(start, offset):
            return None
        spoke = self.discourse.spoke_in(start)
        opened = SEVERAL.match(self.text, start, here)
        if opened is None or (spoke is not None and (spoke.plural or spoke.type in BODIES)):
            return None
        return self._resolve(phrase_of(self.text, opened.span("who")))

    def _meet_bodies(self, offset: int) -> None:
        """Take in the bodies without a name that open this sentence or those before: "The clinic shut. … it said"."""
        here = self.discourse.sentence_start(offset)
        before = self.discourse.sentence_start(here - 1)
        for start in sorted({self.discourse.sentence_start(before - 1), before, here}):
            opened = BODY.match(self.text, start, offset)
            if opened and not self.cast.within(*opened.span("who")):
                self._resolve(phrase_of(self.text, opened.span("who")))

    def _related(self, offset: int) -> Actor | None:
        """Whom a relative pronoun means: the one named or described right before it."""
        near = [
            actor
            for _, end, actor in self.cast.before(offset, 6)
            if end > offset or not self.text[end:offset].strip(" ,)’'s")
        ]
        phrase = self._phrase_before(offset)
        if near and not (phrase and phrase.noun in _ROLES and len(phrase.words) > len(phrase.head)):
            return near[0]  # "a nurse at St Mary's, who" is the nurse
        if medium := _MEDIUM.search(self.text, self.discourse.sentence_start(offset), offset):
            return self._resolve(phrase_of(self.text, medium.span("who")))
        return self._resolve(phrase) if phrase and phrase.words and phrase.words[0].bare not in _PRONOUNS else None

    def _phrase_before(self, offset: int) -> Phrase | None:
        """The phrase that ends right before an offset, from its last determiner on and what that hangs on."""
        opener = _OPENER.search(self.text, self.discourse.sentence_start(offset), offset)
        if opener is None:
            return None
        start, end = opener.span(1)
        opened = [found.start() for found in _DETERMINED.finditer(self.text, start, end)]
        if opened:
            start = opened[-1]
            for earlier in reversed(opened[:-1]):
                if not _HANGING.fullmatch(self.text, earlier, start):
                    break
                start = earlier
        return phrase_of(self.text, (start, end))

    def _unnamed(self, phrase: Phrase) -> Actor:
        """A name of unknown form is a person or body; anything in lower case is a source without a name."""
        if kind_of_body(phrase.noun):
            return self._placed_anew(self.descriptions.new_body(phrase), phrase)
        head = [w for w in phrase.head if w.bare not in DETERMINERS]
        possessed = phrase.words[0].bare in words("possessives")
        if head and all(w.named for w in head) and len(head) <= 4 and not possessed and not self._is_common(phrase):
            return self._named_anew(phrase, head[0].start, head[-1].end)
        called = (k for k, w in enumerate(phrase.head) if w.bare in body_words() or w.bare in _ROLES)
        plain = (k for k in range(len(phrase.head) - 1, 0, -1) if not phrase.head[k].named)
        tail = next(called, next(plain, len(head))) + 1
        named = phrase.head[tail:]
        if named and all(w.named for w in named):
            return self._tail(self.text[named[0].start : named[-1].end], phrase, phrase.head[tail - 1].bare)
        kind: EntityType = "UnnamedSource"
        if phrase.noun in _ROLES and phrase.determiner in ("the", "his", "her", "their", "its", "this", "that"):
            kind = "Person"
        return self._placed_anew(self.descriptions.described(phrase, kind), phrase)

    @cached_property
    def _printed(self) -> frozenset[str]:
        """The words of the text as printed."""
        return frozenset(re.findall(r"\w+(?:[’'-]\w+)*", self.text))

    def _is_common(self, phrase: Phrase) -> bool:
        """Whether a noun with a capital is none that names: the first word of a sentence, "Economists"."""
        noun = phrase.noun
        singular = noun.removesuffix("s")
        if noun != singular and self.cast.gazetteer.country_of(singular.rpartition("-")[2]):
            return True
        if (
            noun in _UNNAMED | DOCUMENTS
            or noun.endswith("men")
            or (noun != singular and singular in _ROLES | _UNNAMED | words("offices", "roles"))
        ):
            return True
        first = len(phrase.head) == 1 and self.discourse.begins_sentence(phrase.span[0])
        return first and noun in self._printed

    def _named_anew(self, phrase: Phrase, start: int, end: int) -> Actor:
        name = re.sub(r"['’]s?$", "", self.text[start:end])
        known = self.cast.gazetteer.agents(name, self.cast.country_before(start))
        if len(known) == 1:
            return self._placed_anew(self.cast.of_entry(known[0], start), phrase)
        if " " in name and phrase.determiner != "the":
            actor = self.cast.person(name, start)
        else:
            kind: EntityType = "Organization" if name.isupper() or " " in name else "Person"
            actor = self.cast.one_word(name, phrase.span[0], kind)
        return self.cast.mention(actor, (start, start + len(name)))

    def _tail(self, name: str, phrase: Phrase, noun: str) -> Actor:
        """A name unknown so far, behind the noun that says what it is: "state news agency Velpress"."""
        actor = self.cast.one_word(name, phrase.span[0], "Organization" if noun in body_words() else "Person")
        if noun in body_words():
            actor.kinds |= {body_words()[noun]}
        return self._placed_anew(actor, phrase)

    def _fresh(self, phrase: Phrase, kind: EntityType) -> Actor:
        label = " ".join(self.text[phrase.span[0] : phrase.span[1]].split())
        made = Actor(label[:120], kind, phrase.span[0], plural=kind == "JointSource")
        return self._placed_anew(self.cast.add(made), phrase)

    def _placed(self, actor: Actor | None, phrase: Phrase) -> Actor | None:
        return self._placed_anew(actor, phrase) if actor else None

    def _placed_anew(self, actor: Actor, phrase: Phrase) -> Actor:
        return self.cast.mention(actor, phrase.span)
