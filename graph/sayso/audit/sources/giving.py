"""Who gives a number that no speaker is read for: the subject of its clause, whose count it is, the next sentence."""

import re
from collections.abc import Iterator, Sequence

from sayso.audit.sources.continuing import CONTRAST
from sayso.audit.sources.subjects import body_named, who
from sayso.audit.speakers.common import is_bystander
from sayso.audit.speakers.labels import is_body_of_its_own
from sayso.audit.speakers.naming import Naming
from sayso.audit.speakers.spoken import closing
from sayso.audit.telling import Root, Telling
from sayso.namespaces import slug

_DAY = r"(?:(?:late\s|early\s)?on\s[A-Z]\w+day|today|there|here|now)"
_WHO = (
    r"(?P<who>(?:[\w&’'-]+\s){0,7}?[\w&’'-]+)(?:,\s?(?P<beside>[^,]{1,80}),|,\s(?:which|who))?"
    rf"(?:\s{_DAY})?\s"
)
_ADVERB = (
    r"(?:(?:has|had|have|later|again|also|then|now|still|first|since|even|only|itself|alone|is|was|are|were)\s"
    rf"|{_DAY}\s)*"
)
_CHANGES = (
    r"(?:maintains?|maintained|keeps\sto|kept\sto|raised|put|puts|lowered|revised|gave|gives|narrowed|corrected|updated"
    r"|increased|cut|reduced)\s(?:up\s|down\s)?"
    r"(?:the|its|their|it|his|her|this|that)\b"
)
_COUNTS = (
    r"(?:raised|put|puts|gave|gives|counts?|counted|lists?|listed|reports?|reported|says?|said|insists?|insisted|stands?"
    r"|speaks?|spoken?|estimates?|estimated|expects?|expected|recorded|documented|verified|certified|registered|admits?"
    r"|admitted|concedes?|conceded|corrected|revised|collected|compiled|gathered|named|knows\sof|thinks?|believes?"
    r"|reckons?|reckoned|arrives?\sat|arrived\sat|came\sto|comes\sto|got\sto|remains?\sat|sticks?\sto|looking\sat"
    r"|concludes?|concluded|found|claims?|claimed|sees|showed|published|(?:pinned\sup\s|drawn\sup\s|handed\sin\s)?"
    r"(?:a\slist|lists|records|the\snames)\sof)\b(?:\s[\w’'-]+){0,6}?\s*$"
)
_GIVES = re.compile(_WHO + _ADVERB + _CHANGES)
_NAMES_IT = re.compile(_WHO + _ADVERB + _COUNTS)
_LISTS_IT = re.compile(
    _WHO + _ADVERB + r"[\w\s]{0,40}\ba\slist(?:\sof\s(?:its|his|her|their)\sown)?,?\s(?:with|of)\s*$"
)
_HAS = re.compile(_WHO + r"(?:now\s|still\s)?(?:has|have)\s(?:[\w’'-]+\s){0,2}$")
_PEOPLE = re.compile(
    r"\b(?:dead|deaths|killed|wounded|injured|missing|cases|names|victims|patients|complaints|claims|reports)\b"
)
_PLANS = re.compile(
    r"(?P<who>(?:[Tt]he\s)?[\w&’'-]+(?:\s[\w&’'-]+){0,5}?)\s(?:will|plans\sto|is\sto|has\sagreed\sto|agreed\sto)\s"
)
_COUNT = (
    r"(?:(?:own|latest|official|updated|provisional|overall|new|last|final)\s+)*(?:death\s+)?(?:toll|count|tally|figures?"
    r"|estimate|headcount|lists?|register|records|account|reckoning)\b"
)
_NO_OWNER = r"(?:different|new|newer|higher|lower|second|third|similar|same|first|final|latest|total|overall|full)"
_NP = r"(?P<np>[\w&’'-]+(?:\s[\w&’'-]+){0,9})"
_COUNT_OF = (
    re.compile(rf"(?P<who>(?:[\w&’'-]+\s){{0,6}}?[\w&-]+)(?:['’]s?)\s+{_COUNT}"),
    re.compile(rf"\b(?:[Tt]he|[Ii]ts|a)\s+(?!{_NO_OWNER}\b)(?P<who>[A-Za-z-]+(?:\s[a-z-]+){{0,2}}?)\s+{_COUNT}"),
    re.compile(rf"\b(?P<who>[Ii]ts|[Tt]heir)\s+{_COUNT}"),
    re.compile(
        rf"\b[Bb]y\s(?:its|their|his|her)\s{_COUNT},\s(?P<who>[\w&’'-]+(?:\s[\w&’'-]+){{0,5}}?)\s[a-z]+(?:ed|st)\b"
    ),
    re.compile(rf"\b(?:count|toll|tally|estimate|list)\sof\s(?:the\s)?{_NP}"),
    re.compile(
        rf"\b{_COUNT}\s(?:that|which)\s(?:the\s)?(?P<who>[\w&’'-]+(?:\s[\w&’'-]+){{0,5}}?)\s(?:gave|gives|published)\b"
    ),
    re.compile(
        rf"\b(?:figures?|data|numbers|statistics|records|counts?|lists?|tally)\s(?:from|by|kept\sby)\s(?:the\s)?{_NP}"
    ),
)
_GIVEN_BY = (
    re.compile(
        r"\b(?:counted|given|reported|published|announced|estimated|recorded|put\sout|compiled|confirmed|provided|leaked)\s"
        r"(?:to\s(?:the\s)?[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*)*\s)?by\s(?:the\s)?" + _NP
    ),
    re.compile(
        r",\s(?P<who>(?!(?:they|he|she|it|we|who|which|and|but)\b)[\w&’'-]+(?:\s[\w&’'-]+){0,6}?)\s"
        r"(?:said|says|told|reported|stated)\b"
    ),
    re.compile(rf",\s(?:said|says|according\sto)\s(?:the\s)?{_NP}(?:,\s(?P<beside>[A-Z][^,.;]{{2,40}}))?(?=[,.;])"),
    re.compile(r"\bin\s(?:the\s)?(?P<who>[\w&’'-]+(?:\s[\w&’'-]+){0,5}?)['’]s?\swords\b"),
    re.compile(rf"\bin\sthe\swords\sof\s(?:the\s)?{_NP}"),
    re.compile(
        r"(?:,|\band)\s(?P<who>[\w&’'-]+(?:\s[\w&’'-]+){0,9}?)\s(?:later\s|has\s|had\s|have\s)?(?:concluded|estimated|calculated"
        r"|established|announced|confirmed|disclosed|revealed|found|let\sit\sbe\sknown|reckoned|claimed|(?:reaffirmed|confirmed|repeated|upheld)\s(?:it|that|them|this))\b"
    ),
)
_GAVE_THAT = re.compile(
    _WHO + r"(?:gave|gives|published|announced|confirmed|put\sout|provided)\s(?:that|this|these|those|the|both)\s"
    r"(?:numbers?|figures?|toll|count|total)\b"
)
_SERVES = re.compile(
    _WHO
    + _ADVERB
    + r"(?:treated|admitted|discharged|recovered|exhumed|identified|registered|rescued|received|evacuated|sheltered"
    r"|vaccinated|treating|caring\sfor|sheltering|hosting|housing|feeding|searching\sfor|looking\sfor|ended\s(?:its|the)\ssearch)\b(?:\s[\w’'-]+){0,9}?\s*$"
)
_AFTER_IT = re.compile(r"\bafter\s(?:finding|counting|recording|identifying|discovering)\b[^,;.]{0,60}$")
_A_NUMBER = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?:number|toll|count|estimates?|figures?|total|tally|losses|damage|share|turnout|sum|dead|cost)\b"
)
_A_BODY = re.compile(r"[Aa]n?\s(?P<name>[a-z’'-]+(?:\s[a-z-]+)+)")
_SOMEBODY = re.compile(r"(?:An?|One|Some|Several|Two)\s[a-z][\w\s’'-]+")
_PRONOUNS = frozenset(("It", "it", "They", "they", "He", "he", "She", "she", "We", "I", "who", "which", "that"))


def giver(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """Whose word the number is, and why that is thought, as its own sentence or the next one tells it."""
    text, (start, end) = telling.article.text, telling.sentence
    gives = [*_GIVES.finditer(text, start, telling.span[0])]
    for found in (*_given_by(telling), *reversed(gives), *_last(telling)):
        root = who(found, telling, names) or body_named(found, telling) or _by_somebody(found, telling)
        if root and slug(root.name) != slug(telling.root.name):  # not the outlet that is cited
            return root, f"{root.name} gave the number"
    plans = _PLANS.match(text, start, telling.span[0]) if not telling.chain else None
    if plans and (root := who(plans, telling, names)):
        return root, f"{root.name} will do it"
    if unknown := next(_unknown(gives, telling), None):
        return unknown, f"{unknown.name} gave the number"
    for pattern in _COUNT_OF:
        for found in pattern.finditer(text, start, end):
            if root := who(found, telling, names):
                return root, f"the count is that of {root.name}"
    return _found_it(telling, names) or _told_next(telling, names)


def _by_somebody(found: re.Match[str], telling: Telling) -> Root | None:
    """Somebody without a name by whom a number was given: "was given to the paper by a security official"."""
    said = re.split(r"\s(?:who|which|that|in|at|of|on|from|with)\b", found.groupdict().get("np") or "")[0]
    one = re.fullmatch(r"(?:an?|one|two)\s(?:[\w-]+\s){0,3}?[\w-]+", said)
    known = one is not None and is_bystander(re.sub(r"^(?:one|two)\s", "a ", one[0]).removesuffix("s"))
    return Root(f"at:{telling.iri}", one[0], "unnamed") if one and known else None


def _given_by(telling: Telling) -> Iterator[re.Match[str]]:
    """Who is named behind "as counted by", or at the end (", the office concluded"), with no contrast between."""
    text, (start, end) = telling.article.text, telling.sentence
    for pattern in _GIVEN_BY:
        for found in pattern.finditer(text, start, end):
            left, right = sorted((telling.span, found.span()))
            if not CONTRAST.search(text, left[1], right[0]):
                yield found


def _found_it(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """The subject of a sentence that tells what it did "after finding" so much."""
    text, start = telling.article.text, telling.sentence[0]
    found = _AFTER_IT.search(text, start, telling.span[0])
    root = names.who("it", telling.article, found.start()) if found else None
    return (root, f"{root.name} found it") if root else None


def _told_next(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """Whoever the next sentence says gave "that number"."""
    text, end = telling.article.text, telling.sentence[1]
    start = end + len(text[end:]) - len(text[end:].lstrip(" "))
    found = _GAVE_THAT.match(text, start, closing(text, start))
    root = who(found, telling, names) if found else None
    return (root, f"{root.name} gave that number, as the next sentence says") if root else None


def _unknown(gives: Sequence[re.Match[str]], telling: Telling) -> Iterator[Root]:
    """The root that a subject is of which nobody speaks elsewhere: a body by its name, else one without a name."""
    text = telling.article.text
    for found in gives:
        if found["who"].split()[-1] not in _PRONOUNS and _A_NUMBER.match(text, found.end()):
            yield Root(f"at:{telling.iri}", found["who"], "unnamed")
    for found in _last(telling):
        body = _A_BODY.fullmatch(found["who"])
        if body and is_body_of_its_own(body["name"]):
            yield Root(f"name:{telling.event}|{slug(body['name'])}", body["name"], "named")
        elif _SOMEBODY.fullmatch(found["who"]):
            yield Root(f"at:{telling.iri}", found["who"], "unnamed")


def _last(telling: Telling) -> Iterator[re.Match[str]]:
    """Subject and verb right before the number, in its clause."""
    text, start = telling.article.text, telling.sentence[0]
    clause = max(start, text.rfind(";", start, telling.span[0]) + 1, text.rfind(":", start, telling.span[0]) + 1)
    for pattern in (_NAMES_IT, _LISTS_IT, _SERVES):
        if found := pattern.search(text, clause, telling.span[0]):
            yield found
    if _PEOPLE.search(telling.words) and (found := _HAS.search(text, clause, telling.span[0])):
        yield found
