"""What a claim says, clause by clause: its content words, whether they are negated, and what is said to be none."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.audit.telling import Link, Telling
from sayso.audit.wording import first, groups, lists, patterns, patterns_by_name, words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEM, _LEAST = 6, 3
_ENDS = ("ing", "edly", "ied", "ies", "ed", "en", "ly", "e", "y")
_SHOT = re.compile(
    r"\bopen(?:ed|ing)? fire\b ?|(?<!caught )(?<!catch )(?<!catching )(?<!set )(?<!on )\bfire (?=(?:on|at|into|upon)\b)"
    r"|(?<=did not )fire\b ?",
    re.IGNORECASE,
)
_SHELL = re.compile(r"\b((?:one|an?|the|any|no|each|every|single|another|that|this) (?:\w+ )?shell)\b", re.IGNORECASE)
_SAME = (
    (_SHELL, r"\1s"),
    (_SHOT, "shot "),
    (re.compile(r"\b(?:go|goes|going|went|gone) on\b(?! (?:to|strike|trial)\b)", re.IGNORECASE), "continued"),
    (re.compile(r"\bin (?:good |perfect |full |working )?(?:working )?order\b", re.IGNORECASE), "working"),
    (re.compile(r"\bout of order\b", re.IGNORECASE), "broken"),
    (re.compile(r"\bin(?:to)? (?:the )?(?P<whose>[\w’'-]+) hands\b", re.IGNORECASE), r"\g<whose> control"),
)
"""Phrases that a single word says as well, and "shell" where it is a thing and nothing that is done."""
_ONLY_AFTER = (
    (
        re.compile(
            r"\b(?:did|had|have|has) not (?:fired?|shoot|shot|open(?:ed)? fire)"
            r"(?P<at> (?:\w+ ){0,3}?)(?:until|before)\b"
            r"|\b(?:opened fire|fired|shot|open fire|shoot) only (?:after|when|once|in response)\b",
            re.IGNORECASE,
        ),
        r"did not firstshot\g<at> after",
    ),
    (
        re.compile(
            r"\b(?P<be>did|had|have|has|would|will|could|was|were|is|are) not (?P<what>(?:[\w’'-]+ ){1,5}?)until\b",
            re.IGNORECASE,
        ),
        r"\g<be> \g<what>only from",
    ),
)
"""What is told of when something was done at last, though it has the words of what was not done."""
_EXCLUDED = re.compile(r"\b(?:ruled out|excluded|out of the question)\b", re.IGNORECASE)
_KEPT_FROM = re.compile(r"\b(?:kept|prevented|barred|stopped|banned|blocked|hindered) from\b", re.IGNORECASE)
_OF_THEM = re.compile(r"^(?:one )?(?:in|at|on|from|among|inside) (?:the |its |our |their |this |that )?[\w’'-]+ ")
"""Where those were of whom nobody did what follows."""
_SUBJECTS = r"that|they|he|she|it|we|no|none|nobody|never"
_FINITE = r"had|has|have|was|were|is|are|did|does|would|will|could|can"
_CLAUSE = re.compile(
    rf"[;:.!?…]+[\s”\"]+|,? (?:but|while|although|whereas|because)\b|,? and (?=(?:{_SUBJECTS}|{_FINITE})\b)",
    re.IGNORECASE,
)
_UNDENIED = re.compile(r"\b(?:not|never|nor|neither|declined to|refused to|n['’]t) (?:\w+ )?$", re.IGNORECASE)
_ASIDE = re.compile(
    r",? (?:(?:as|so) long as|as soon as|unless)\b|, (?:who|which|whose|where)\b"
    r"|,? (?:before|after|until|once|when) "
    rf"(?=(?:it|they|he|she|we)\b|(?:the|its|their|a) (?:[\w’'-]+ )?(?:{_FINITE})\b)",
    re.IGNORECASE,
)
_AND = re.compile(rf",? and (?=(?:[\w’'-]+ ){{1,4}}(?:{_FINITE})\b)", re.IGNORECASE)
_VERB = re.compile(rf"\b(?:{_FINITE})\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"(?:,|\band|\bbut|\bif) not\b|\bnot only\b|\bno (?:more|fewer|less|later|longer|matter|doubt)\b(?: than)?"
    r"|(?<!\bbeen)(?<!\bwas)(?<!\bwere)(?<!\bis)(?<!\bare)(?<!\bleft) without\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"^(?:that )?(?:it|its|they|their|we|our|he|his|she|her|i|my)\b|^[a-z]+ing\b|^(?:any |all )?(?:responsib|involve)",
    re.IGNORECASE,
)
_ACCUSATION = re.compile(
    r"^(?:(?:the|that|this|any|all) )?(?:accusation|claim|charge|allegation|suggestion)s? (?=that\b)", re.IGNORECASE
)
_ASSERTING = ("asserts", "alleges", "estimates", "confirms", "suggests", "believes", "expects", "warns", "denies")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a claim; ``focus`` is the stem of what is said to be none or not done, where it is negated.

    ``aside`` says that it only tells when that was or of whom: who denies the whole does not deny this.
    """

    words: str
    terms: frozenset[str]
    negated: bool = False
    focus: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Proposition:
    """A claim by what it says; ``speaker`` are the terms of who says it, ``denied`` that it is denied.

    ``of_self`` says that it is told of its own speaker: by a pronoun, or without a subject ("denied using gas").
    ``answers`` names the tellings before it that it denies or goes on to contest (see ``denials``).
    """

    telling: Telling
    clauses: tuple[Clause, ...]
    terms: frozenset[str]
    speaker: frozenset[str] = frozenset()
    denied: bool = False
    of_self: bool = False
    answers: frozenset[tuple[str, ...]] = frozenset()

    @property
    def is_asserted(self) -> bool:
        """Whether it is said to be so or not so, and not asked for, or left open."""
        stance = self.telling.chain[-1].stance if self.telling.chain else "asserts"
        undenied = stance == "denies" and not _is_denial(self.telling.chain[-1], self.telling.article.text)
        return stance in _ASSERTING and not undenied and not first("left_open", self.telling.words)

    def is_negative(self, clause: Clause) -> bool:
        """Whether what a clause tells is said not to be so; who denies that nothing happened says that it did."""
        return self.denied != clause.negated


def proposition(telling: Telling) -> Proposition:
    """The proposition of a telling."""
    printed = _innermost(telling)
    of_self = _SPEAKER.search(_ACCUSATION.sub("", telling.words)) is not None
    disowned = next((p for p in patterns("disowning") if of_self and p.search(printed)), None)
    said = clauses(disowned.sub(" ", printed) if disowned else printed)
    terms = frozenset(term for clause in said for term in clause.terms)
    names = [telling.root.name, *(link.speaker for link in telling.chain[-1:]), *_printed(telling)]
    speaker = frozenset(term for name in names for term in terms_of(name))
    denials = sum(_is_denial(link, telling.article.text) for link in telling.chain) + bool(disowned)
    return Proposition(telling, said, terms, speaker, denials % 2 == 1, of_self)


def _is_denial(link: Link, text: str) -> bool:
    """Whether a statement denies, by its stance or by a cue such as "ruled out"."""
    if not link.cue or not text:
        return link.stance == "denies"
    start, end = link.cue[0][0], link.cue[-1][1]
    if link.stance == "denies":
        return _UNDENIED.search(text, max(0, start - 30), start) is None
    return bool(first("denying", text[max(0, start - 8) : end + 4]))


def _innermost(telling: Telling) -> str:
    """The words of the last of a chain, where the first repeats who told them: "residents told it that it was open"."""
    inner, outer = (telling.chain[at].content if telling.chain else () for at in (-1, 0))
    text = telling.article.text
    if len(telling.chain) < 2 or telling.chain[-1].stance != "asserts" or not inner or not outer or not text:
        return telling.words
    within = outer[0][0] <= inner[0][0] and inner[-1][1] <= outer[-1][1]
    return " … ".join(text[a:b] for a, b in inner) if within else telling.words


def _printed(telling: Telling) -> list[str]:
    return [telling.article.text[a:b] for link in telling.chain[-1:] for a, b in link.source]


@lru_cache(maxsize=65536)
def clauses(printed: str) -> tuple[Clause, ...]:
    """The clauses of a claim that tell something.

    >>> [(sorted(c.terms), c.negated) for c in clauses("that officers had used tear gas and had never fired a round")]
    [(['gas', 'office', 'tear', 'used'], False), (['ammuni', 'shoot'], True)]
    """
    for pattern, said in _ONLY_AFTER:
        printed = pattern.sub(said, printed)
    parts = (_ASIDE.split(part) for stretch in _CLAUSE.split(printed) for part in _coordinated(stretch))
    found = (replace(_clause(one), aside=at > 0) for part in parts for at, one in enumerate(part))
    return tuple(clause for clause in found if clause.terms or clause.negated)


def _coordinated(printed: str) -> list[str]:
    """The clauses that "and" joins, each with a verb of its own: "the road was open and its lamps were lit"."""
    for joint in _AND.finditer(printed):
        if _VERB.search(printed, 0, joint.start()):
            return [printed[: joint.start()], *_coordinated(printed[joint.end() :])]
    return [printed]


def _clause(printed: str) -> Clause:
    told = in_a_word(_KEPT_FROM.sub("not", _CONTRAST.sub(" ", printed)))
    for wrong in patterns("untrue"):
        if wrong.search(told):
            return Clause(printed, terms_of(wrong.sub(" ", told)) - sayings(), negated=True)
    excluded = _EXCLUDED.search(told) is not None
    told = _EXCLUDED.sub(" possible ", told)
    found = [w.casefold() for w in _WORD.findall(told)]
    at = next((i for i, w in enumerate(found) if w in words("negations") or w.endswith(("n't", "n’t"))), None)
    focus = ""
    if at is not None:
        tail = _WORD.findall(_OF_THEM.sub(" ", " ".join(found[at + 1 :])))
        behind = (term for w in tail for term in sorted(terms_of(w)))
        focus = next((term for term in behind if term not in light()), "")
    return Clause(printed, terms_of(told), (at is not None) != excluded, focus)


@lru_cache(maxsize=65536)
def terms_of(printed: str) -> frozenset[str]:
    """The stems of the content words, one for words of one sense; hedges and negations are none of them.

    >>> sorted(terms_of("Warplanes struck the market")), sorted(terms_of("aircraft had attacked a market"))
    (['aircra', 'attack', 'market'], ['aircra', 'attack', 'market'])
    >>> sorted(terms_of("police opened fire")), sorted(terms_of("the fire")), sorted(terms_of("officers fired"))
    (['polic', 'shoot'], ['fir'], ['office', 'shoot'])
    """
    senses = groups("same_sense")
    return frozenset(_stem(senses.get(word, word)) for word in _content_words(in_a_word(printed)))


def in_a_word(printed: str) -> str:
    """The words, with a single word for each phrase that it says as well: "had fired first", "in working order"."""
    for word, phrase in patterns_by_name("phrases").items():
        printed = phrase.sub(f" {word} ", printed)
    for pattern, said in _SAME:
        printed = pattern.sub(said, printed)
    return printed


def stems(printed: str) -> frozenset[str]:
    """The stems of the content words as printed."""
    return frozenset(map(_stem, _content_words(printed)))


def _content_words(printed: str) -> Iterator[str]:
    found = (w.casefold().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(printed))
    return (w for w in found if len(w) > 2 and w not in _empty() and w not in words("negations"))


@cache
def _empty() -> frozenset[str]:
    return words("empty_words") | words("auxiliaries")


def _stem(word: str) -> str:
    """The word without its plural and its regular ending, and no more than its first letters."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ies")) and len(word) > _LEAST:
        word = word[:-1]
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _LEAST:
            return word[: -len(end)][:_STEM]
    return word[:_STEM]


@cache
def light() -> frozenset[str]:
    """The terms that say little but that something is so."""
    return frozenset(term for word in words("light_verbs") for term in terms_of(word))


@cache
def presence() -> frozenset[str]:
    """The terms that say no more than that somebody or something was there to act."""
    return frozenset(term for word in words("presence") for term in terms_of(word))


@cache
def possible() -> frozenset[str]:
    """The term for what was not ruled out."""
    return terms_of("possible")


@cache
def sayings() -> frozenset[str]:
    """The terms for what somebody has said."""
    return frozenset(term for word in words("sayings") for term in terms_of(word))


@lru_cache(maxsize=65536)
def opposites_of(term: str) -> frozenset[str]:
    """The terms that say the contrary of one, as words or by their first letters.

    >>> "clos" in opposites_of("open"), "unlock" in opposites_of("lock"), "lock" in opposites_of("open")
    (True, True, True)
    """
    prefixed = {(prefix + term)[:_STEM] for prefix in ("un", "dis") if len(term) >= _LEAST}
    return frozenset(prefixed) | _opposites().get(term, frozenset())


@cache
def with_opposite() -> frozenset[str]:
    """All terms that some other in the list says the contrary of."""
    return frozenset(_opposites())


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in (pair.split(" / ") for pair in lists("opposites")):
        for ours, theirs in ((one, other), (other, one)):
            for term in terms_of(ours):
                found[term] |= terms_of(theirs) - {term}
    return {term: frozenset(others) for term, others in found.items()}
