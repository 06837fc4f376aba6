"""Who gives a number that no speaker is read for: the subject of its clause, whose count it is, who spoke before."""

import re
from collections.abc import Iterator, Sequence

from sayso.audit.labels import is_body_of_its_own
from sayso.audit.naming import Naming
from sayso.audit.spoken import opening
from sayso.audit.telling import Root, Telling
from sayso.namespaces import slug

_WHO = (
    r"(?P<who>(?:[\w&’'-]+\s){0,7}?[\w&’'-]+)(?:,[^,]{1,80},|,\s(?:which|who))?"
    r"(?:\s(?:on\s[A-Z]\w+day|today|there|here))?\s"
)
_ADVERB = r"(?:(?:has|had|have|later|again|also|then|now|still|first|since|even|only|itself)\s)*"
_CHANGES = (
    r"(?:raised|put|puts|lowered|revised|gave|gives|narrowed|corrected|updated|increased|cut|reduced)\s(?:up\s|down\s)?"
    r"(?:the|its|their|it|his|her|this|that)\b"
)
_COUNTS = (
    r"(?:raised|put|puts|gave|gives|counts?|counted|lists?|listed|reports?|reported|says?|said|insists?|insisted|stands?"
    r"|speaks?|spoken?|estimates?|estimated|expects?|expected|recorded|documented|verified|certified|registered|admits?"
    r"|admitted|corrected|revised|collected|compiled|gathered|named|knows\sof|(?:a\slist|lists|records|the\snames)\sof)\b(?:\s[\w’'-]+){0,6}?\s*$"
)
_GIVES = re.compile(_WHO + _ADVERB + _CHANGES)
_NAMES_IT = re.compile(_WHO + _ADVERB + _COUNTS)
_PLANS = re.compile(
    r"(?P<who>(?:[Tt]he\s)?[\w&’'-]+(?:\s[\w&’'-]+){0,5}?)\s(?:will|plans\sto|is\sto|has\sagreed\sto|agreed\sto)\s"
)
_COUNT = (
    r"(?:(?:own|latest|official|updated|provisional|overall|new|last|final)\s+)*(?:death\s+)?(?:toll|count|tally|figures?"
    r"|estimate|headcount)\b"
)
_COUNT_OF = (
    re.compile(rf"(?P<who>(?:[\w&’'-]+\s){{0,6}}?[\w&-]+)(?:['’]s?)\s+{_COUNT}"),
    re.compile(rf"\b(?:[Tt]he|[Ii]ts|a)\s+(?P<who>[a-z-]+(?:\s[a-z-]+){{0,2}}?)\s+{_COUNT}"),
    re.compile(rf"\b(?P<who>[Ii]ts)\s+{_COUNT}"),
    re.compile(
        rf"\b{_COUNT}\s(?:that|which)\s(?:the\s)?(?P<who>[\w&’'-]+(?:\s[\w&’'-]+){{0,5}}?)\s(?:gave|gives|published)\b"
    ),
)
_SERVES = re.compile(
    _WHO
    + _ADVERB
    + r"(?:treated|admitted|discharged|recovered|exhumed|identified|registered|rescued|received|evacuated"
    r"|evacuated|sheltered|vaccinated|ended\s(?:its|the)\ssearch)\b(?:\s[\w’'-]+){0,9}?\s*$"
)
_A_NUMBER = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?:number|toll|count|estimates?|figures?|total|tally|losses|damage|share|turnout|sum|dead|cost)\b"
)
_NAME = re.compile(r"(?:[Tt]he\s)?(?P<name>[A-Z][\w&’'-]+(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w&’'-]+)+)$")
_A_BODY = re.compile(r"[Aa]n?\s(?P<name>[a-z’'-]+(?:\s[a-z-]+)+)")
_PREPOSITIONS = frozenset(("of", "from", "in", "at", "for", "with", "by"))
_PRONOUNS = frozenset(("It", "it", "They", "they", "He", "he", "She", "she", "We", "I", "who", "which", "that"))
_REACH = 3
"""Sentences of a paragraph over which one speaker is carried on."""


def giver(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """Whose word the number is, and why that is thought, as its own sentence tells it."""
    text, (start, end) = telling.article.text, telling.sentence
    gives = [*_GIVES.finditer(text, start, telling.span[0])]
    for found in (*reversed(gives), *_last(telling)):
        if root := _who(found, telling, names):
            return root, f"{root.name} gave the number"
    plans = _PLANS.match(text, start, telling.span[0])
    if plans and (root := _who(plans, telling, names)):
        return root, f"{root.name} will do it"
    if unknown := next(_unknown(gives, telling), None):
        return unknown, f"{unknown.name} gave the number"
    for pattern in _COUNT_OF:
        for found in pattern.finditer(text, start, end):
            if root := _who(found, telling, names):
                return root, f"the count is that of {root.name}"
    return None


def _unknown(gives: Sequence[re.Match[str]], telling: Telling) -> Iterator[Root]:
    """The root that a subject is of which nobody speaks elsewhere: a body by its name, else one without a name."""
    text = telling.article.text
    for found in gives:
        name = _NAME.search(found["who"])
        if name and is_body_of_its_own(name["name"]):
            yield Root(f"name:{telling.event}|{slug(name['name'])}", name["name"], "named")
        elif found["who"].split()[-1] not in _PRONOUNS and _A_NUMBER.match(text, found.end()):
            yield Root(f"at:{telling.iri}", found["who"], "unnamed")
    for found in _last(telling):
        body = _A_BODY.fullmatch(found["who"])
        if body and is_body_of_its_own(body["name"]):
            yield Root(f"name:{telling.event}|{slug(body['name'])}", body["name"], "named")


def _last(telling: Telling) -> Iterator[re.Match[str]]:
    """Subject and verb right before the number, in its clause."""
    text, start = telling.article.text, telling.sentence[0]
    clause = max(start, text.rfind(";", start, telling.span[0]) + 1, text.rfind(":", start, telling.span[0]) + 1)
    for pattern in (_NAMES_IT, _SERVES):
        if found := pattern.search(text, clause, telling.span[0]):
            yield found


def carried_on(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """Who spoke last in the paragraph, where that is one, and the sentence names nobody else."""
    text, (start, end) = telling.article.text, telling.sentence
    if names.heard(telling.article, start, end):
        return None
    for _ in range(_REACH):
        if not start or text[start - 1] == "\n":
            return None
        before = opening(text, start - 2)
        if spoken := names.heard(telling.article, before, start):
            root = spoken[0] if len({root.key for root in spoken}) == 1 else None
            return (root, f"{root.name} spoke before it in the paragraph") if root and root.status == "named" else None
        start = before
    return None


def _who(found: re.Match[str], telling: Telling, names: Naming) -> Root | None:
    """Whom the words before a verb or count mean: the longest of their ends that names somebody."""
    words = found["who"].split()
    for n in range(len(words)):
        if n and words[n - 1].casefold() in _PREPOSITIONS:
            break
        phrase = " ".join(words[n:])
        if root := names.who(phrase, telling.article, found.end("who") - len(phrase)):
            return root
    return None
