"""The clause of a figure as it is compared: without who said it and when they did."""

import re

from sayso.audit.telling import Telling
from sayso.audit.told.clauses import Clause, clause_of
from sayso.audit.told.topics import of_kind, stem
from sayso.audit.wording import table

_END = re.compile(r"[,.;\n]|$")
_DAY_OF_SAYING = re.compile(r"\b(?:\w+day|morning|noon|afternoon|evening|night)\b")
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
    if not telling.article.text or telling.kind not in table("kind_words"):
        return True
    told = {stem(word) for word in _WORD.findall(f"{what_is_said(telling)} {telling.words}".casefold())}
    nouns = {stem(noun) for noun in table("kind_nouns").get(telling.kind, "").split()}
    return bool(told & (of_kind(telling.kind) | nouns))
