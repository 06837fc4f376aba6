"""The clause of a figure as it is compared: without who said it and when they did."""

import re

from sayso.audit.telling import Telling
from sayso.audit.told.amounts import same_number
from sayso.audit.told.clauses import Clause, clause_of
from sayso.audit.told.populations import is_anyone, nouns_of
from sayso.audit.told.topics import doing, of_kind, stem
from sayso.audit.wording import table

_END = re.compile(r"[,.;\n]|$")
_DAY_OF_SAYING = re.compile(r"\b(?:\w+day|morning|noon|afternoon|evening|night)\b")
_OF_THEM = re.compile(r"\bof (?:them|those|these|whom|which)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,}")


def what_is_said(telling: Telling, *, timed: bool = False) -> str:
    """The clause of a figure with the words by which it was said, and without what tells who said it, and when.

    ``timed`` leaves out as well what stands before the speaker, where that is a day: "On Monday night he said".
    """
    text, span = telling.article.text, telling.span
    clause = clause_of(text, telling.sentence, span, telling.chain)
    taken = [(a, _END.search(text, b).start() if a >= span[1] else b) for a, b in clause.taken]  # type: ignore[union-attr]
    first = min((a for a, b in taken if b <= span[0]), default=clause.span[0])
    if timed and _DAY_OF_SAYING.search(text, clause.span[0], max(first, clause.span[0])):
        taken.append((clause.span[0], first))
    cues = [text[a:b] for link in telling.chain for a, b in link.cue]
    return "\n".join((*cues, Clause(clause.span, tuple(taken)).text(text)))


def says_its_kind(telling: Telling) -> bool:
    """Whether the clause or the words of a figure say what befell those counted, and its kind is not taken over."""
    untold = not telling.article.text or telling.population.noun == "body handled"
    if untold or telling.kind not in table("kind_words"):
        return True
    told = {stem(word) for word in _WORD.findall(f"{what_is_said(telling)} {telling.words}".casefold())}
    nouns = {stem(noun) for noun in table("kind_nouns").get(telling.kind, "").split()}
    return bool(told & (of_kind(telling.kind) | nouns))


def tells_again(left: Telling, right: Telling) -> bool:
    """Whether two articles tell one number by one root."""
    return same_number(left, right) and left.root.key == right.root.key and left.article.iri != right.article.iri


def counts_one_thing(left: Telling, right: Telling) -> bool:
    """Whether one root gives one number in two reports for one thing, though the two nouns differ.

    One of the nouns is then taken over from around its sentence, or tells who did what the other says: deserters.
    """
    if not tells_again(left, right) or not left.article.text or not right.article.text:
        return False
    taken_over = not all(_is_printed(telling) for telling in (left, right))
    pairs = ((left, right), (right, left))
    return taken_over or any(doing(one.population.noun, known=True) & other.topic for one, other in pairs)


def _is_printed(telling: Telling) -> bool:
    """Whether the sentence of a figure prints the noun that it counts, or points back to it: 31 of them."""
    noun = telling.population.noun
    if _OF_THEM.search(telling.words):
        return True
    printed = nouns_of(f"{telling.sentence_text} {telling.words}")
    return " " in noun or telling.kind == "share" or noun in ("", *printed) or is_anyone(noun)
