"""What a relay changed of a claim without a number: its source, a time in it, its hedge."""

import re

from sayso.audit.claims.likeness import Weights
from sayso.audit.claims.paraphrase import matching
from sayso.audit.claims.propositions import Clause, Proposition, terms_of
from sayso.audit.claims.times import times_changed, with_months
from sayso.audit.comparing.altering import Change, given_to_another, stops_short
from sayso.audit.comparing.occasions import cites
from sayso.audit.telling import Telling
from sayso.audit.wording import first
from sayso.read.stance import certainty

_AS_THOUGHT = re.compile(
    r"(?:,|…) (?:as )?(?:he|she|it|they|I|we) (believ\w+|thought|thinks?|fear\w*|suspect\w*|assum\w+)"
)
_TOLD = re.compile(
    r"\b(?:told|informed) (?P<whom>(?:the )?(?:[A-Z][\w’'-]*|of|the|and|for)"
    r"(?: (?:[A-Z][\w’'-]*|of|the|and|for))*) that\b"
)
_HEDGING = {"suggests": "suggested", "believes": "believed", "expects": "expected"}


def changes_of(left: Proposition, right: Proposition, weights: Weights) -> tuple[Change, ...]:
    """What the second made of the first, which it repeats: another source, another time, a fact out of a guess."""
    one, other = left.telling, right.telling
    source = given_to_another(one, other) or (
        stops_short(one, other) if _is_relayed(one) or _is_relayed(other) else None
    )
    if not source and (passes_on(one, other) or _is_given_to_another(one, other)):
        source = Change("source", one.root.name, other.root.name)
    changes = [source] if source and not _one_name(source.before, source.after) else []
    here, there = matching(left, right, weights)
    if times := times_changed(with_months(here.words, one.told_on), with_months(there.words, other.told_on)):
        changes.append(Change("date", *times))
    before, after = _hedge(left, here), _hedge(right, there)
    if before and not after:
        changes.append(Change("hedge", before.replace("-", " "), "plain fact"))
    return tuple(changes)


def passes_on(left: Telling, right: Telling) -> bool:
    """Whether the first tells who without a name said it to, or through, whom the second gives it to itself."""
    if right.root.status != "named" or not left.article.text:
        return False
    names, sentence = terms_of(right.root.name), sentence_of(left)
    if left.root.status == "unnamed":
        return bool(names) and names <= terms_of(sentence)
    told = hearer(left)
    return left.root.key != right.root.key and bool(names) and names <= terms_of(told)


def hearer(telling: Telling) -> str:
    """To whom a claim was told, as printed right in front of it: "clerks told the Harbour Board that"; else empty."""
    found = _TOLD.search(sentence_of(telling))
    return found["whom"] if found and telling.article.text else ""


def _is_relayed(telling: Telling) -> bool:
    """Whether a report tells who said it to whom, and not only for which body somebody speaks."""
    return len(telling.chain) > 1 or telling.root.status == "unnamed"


def _is_given_to_another(left: Telling, right: Telling) -> bool:
    """Whether a report that names the outlet of the first gives to somebody named what that gave to nobody named."""
    given = left.root.status == "unnamed" and right.root.status == "named"
    return given and cites(left, right)


def sentence_of(telling: Telling) -> str:
    """The sentence in which a claim stands, or all that stand between its source and its end."""
    text = telling.article.text
    spans = [telling.span, *(span for link in telling.chain for span in link.source)]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    behind = text.find(". ", end), text.find("\n", end)
    return text[start : min([at for at in behind if at >= 0], default=len(text))]


def _one_name(one: str, other: str) -> bool:
    """Whether one name is the other without some of its words: the governor, the governor of Ordu."""
    ours, theirs = terms_of(one), terms_of(other)
    return ours <= theirs or theirs <= ours


def _hedge(said: Proposition, clause: Clause) -> str:
    """What makes a clause of a claim less than a fact; empty for a fact."""
    told = certainty(clause.words, ((0, len(clause.words)),), (0, 0))[0] or first("hedged", clause.words).casefold()
    if told or (len(said.clauses) == 1 and said.telling.certainty):
        return told or said.telling.certainty
    if found := _AS_THOUGHT.search(said.telling.words):
        return found[1].casefold()
    return next((_HEDGING[link.stance] for link in said.telling.chain if link.stance in _HEDGING), "")
