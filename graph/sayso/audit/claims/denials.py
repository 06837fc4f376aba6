"""What a denial means that names no matter of its own ("denied it", "rejected the charge"): the claim before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from sayso.audit.claims.accusing import names
from sayso.audit.claims.propositions import Proposition, light, sayings, terms_of
from sayso.audit.telling import Telling
from sayso.audit.wording import patterns, words

_SUCH = re.compile(r"\b(?:no|any|never \w+|not \w+) such\b", re.IGNORECASE)
_WHOSE = re.compile(r"\bthe ([\w-]+(?: [\w-]+)?)[’']s? ", re.IGNORECASE)
_PART = re.compile(r"\b(?:responsibility|involvement|wrongdoing|guilt|blame)\b", re.IGNORECASE)
_CALLING = re.compile(r",? (?:and )?(?:calling|called|describing|described|dismissing|dismissed|rejecting|rejected)\s")
_WITHIN = 350
"""Characters between a claim and a denial that may point back to it."""
_NEXT = 120
"""Characters between a denial and the statement by which its speaker goes on."""


def meant(told: Iterable[Proposition]) -> list[Proposition]:
    """The propositions of one article, each denial that points back with what it points to, by place.

    The statement by which a speaker goes on after such a denial answers the same claim.
    """
    found: list[Proposition] = []
    for said in sorted(told, key=lambda p: (p.telling.span, p.telling.identity)):
        repeated = any(p.denied and _calls_it(p.telling, said.telling) for p in found)
        if said.is_asserted and not repeated and points_back(said) and (claims := _before(said, found)):
            found.append(_of(said, claims))
        else:
            answers = (p.answers for p in found if p.denied and _goes_on(p.telling, said.telling))
            found.append(replace(said, answers=next(answers, frozenset())))
    return found


def points_back(said: Proposition) -> bool:
    """Whether a claim does nothing but deny what was said before it: "denied it", "no such order had come"."""
    if any(clause.negated for clause in said.clauses) and _SUCH.search(said.telling.words):
        return True
    wrong = said.denied or any(p.search(said.telling.words) for p in patterns("untrue"))
    return wrong and (_pointing().match(said.telling.words.strip()) is not None or not said.terms - sayings() - light())


@cache
def _pointing() -> re.Pattern[str]:
    back = r"it|this|that|these|those|them|so|(?:any|all) (?:of )?(?:it|this|that|them)"
    sayings_ = "|".join(sorted(words("sayings")))
    saying = (
        rf"(?:(?:any|all|both|the|that|this|such|these|those|its|his|her|their) )*(?:[\w’'-]+ ){{0,3}}?(?:{sayings_})"
    )
    end = r"(?=\s*(?:[\"”’.,:;!?]|$|…|as\b|on\b|in an?\b|outright\b))"
    return re.compile(rf"[“\"'‘]?(?:{back}|{saying}){end}", re.IGNORECASE)


def _of(denial: Proposition, claims: Sequence[Proposition]) -> Proposition:
    """The denial as if it repeated in full what it denies."""
    return replace(
        denial,
        clauses=tuple(clause for p in claims for clause in p.clauses),
        terms=frozenset(term for p in claims for term in p.terms),
        denied=not claims[0].denied,
        answers=frozenset(p.telling.identity for p in claims),
    )


def _before(said: Proposition, earlier: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """The last claims of another speaker that end before a denial begins, if they are near.

    Who denies a part in something and says no more is named by the claim.
    """
    denial = said.telling
    start = min([denial.span[0], *(span[0] for link in denial.chain[-1:] for span in (*link.source, *link.cue))])
    near = [
        p for p in earlier
        if -1 <= start - p.telling.span[1] <= _WITHIN and not p.answers and p.is_asserted
        and not _one_speaker(p.telling, denial) and (names(p, denial) or not _PART.search(denial.words))
        and _is_of_whom(denial.words, p)
    ]  # fmt: skip
    last = max((p.telling.span[1] for p in near), default=0)
    return tuple(p for p in near if p.telling.span[1] == last)


def _is_of_whom(printed: str, claim: Proposition) -> bool:
    """Whether a claim is that of whom the denial names: "the minister's claim" is one of the minister."""
    found = _WHOSE.search(printed)
    return found is None or bool(terms_of(found[1]) & claim.speaker) or not claim.speaker


def _goes_on(denial: Telling, said: Telling) -> bool:
    return denial.root.key == said.root.key and 0 <= said.span[0] - denial.span[1] <= _NEXT


def _calls_it(denial: Telling, said: Telling) -> bool:
    """Whether a denial goes on in its own sentence to say what is denied: "denied it, calling the claim untrue"."""
    between = said.article.text[denial.span[1] : said.span[0]]
    return denial.article.iri == said.article.iri and _CALLING.fullmatch(between) is not None


def _one_speaker(one: Telling, other: Telling) -> bool:
    ours, theirs = (t.chain[-1] if t.chain else None for t in (one, other))
    if ours is None or theirs is None or not ours.key or ours.key != theirs.key:
        return False
    return not any(_is_misread(t) for t in (one, other))


def _is_misread(telling: Telling) -> bool:
    """Whether a body is told as "he": then it was somebody else."""
    link = telling.chain[-1]
    printed = " ".join(telling.article.text[a:b] for a, b in link.source).casefold()
    return printed in ("he", "she") and link.kind != "Person"
