"""Whether the clause around a date looks ahead of the day of publication or back from it."""

import re

from sayso.ingest.article import Span
from sayso.read.dates.patterns import SAID
from sayso.read.lexicon import inflect, table, words

_REACH = 110
_AFTER = 70
_WORDS = table("dates")
_GOING = "|".join(_WORDS["scheduled_ing"].split())
_PLANS, _SETTLED = ("|".join(_WORDS[name].split()) for name in ("planned", "settled"))
_MODAL = r"(?:will|would|shall|should|must|may|might|could(?!\s+not\b)|can|won['’]t|wouldn['’]t)\b"
_LATER = rf"(?:{_MODAL}|['’]ll\b|(?:is|are)\s+(?:not\s+)?(?:to|due|expected|set|likely|about)\b)"
_PERFECT = r"(?!\s+(?:not\s+)?(?:[\w-]+\s+)?have\b(?!\s+(?:to|until)\b))"
_TIMED = frozenset(_WORDS["limits"].split())
_BREAK = re.compile(
    r"[;:!?\"“”]|\.(?=\s+[A-Z“])|\b(?:said|says|told|announced|but|while|after|because|who|which|when|since|if|although|before\s+(?!the\b|\d|[A-Z]))\b"
)
_AHEAD = re.compile(
    rf"(?:\b(?:{_MODAL}|[Dd]eadline|ha[sd]\s+until|have\s+until|given\s+until|(?:is|are|was|were)\s+to|(?:is|are)\s+(?:not\s+)?(?:{_GOING})"
    rf"|(?:{_PLANS})\s+(?:(?:home|back|here|there)\s+)?(?:to|for|on|in|by|back|at|before|until)|(?:{_SETTLED})\s+(?:to|for|by|back))\b|['’]ll\b){_PERFECT}"
)
_VERBS = (form for verb in _WORDS["scheduled"].split() for form, kind in inflect(verb) if kind in ("base", "s"))
_FORMS = (*_VERBS, *_WORDS["scheduled_s"].split())
_PLANNED = re.compile(
    rf"(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\bof )(?<!\bat )(?<!\bto )\b(?:{'|'.join(_FORMS)})\b(?:\s+[\w’'-]+){{0,4}}\s*$"
)
_FORESEEN = re.compile(
    r"(?<!to )\b(?:threaten(?:s|ed|ing)?|predict(?:s|ed|ing)?|forecasts?|expects?|anticipates?|foresees?|plans)\b"
    r"(?:\s+[\w’'-]+){1,6}?"
    r"\s+(?:(?:on|in|for|by|late|early|at)\s+)+(?:the\s+)?$"
)
_CALLED_OFF = re.compile(rf"\b(?:had\s+been|should\s+have\s+been)\s+(?:{_PLANS})\b")
_DONE = re.compile(
    rf"\b(?:(?P<be>be|being|get)\s+)?(?:\w+ly\s+)?(?!(?:{_PLANS})\b)(?:\w+ed|won|lost|met|said|began|came|went|died|left|fell|took)\s+"
    r"(?:(?:on|in|by|late|early|last)\s+)*$"
)
_FOLLOWS = re.compile(
    r",?\s+(?:(?!said\b|says\b|told\b|that\b|and\b|who\b|when\b|after\b|\w+ed\b)[\w’'-]+,?\s+){0,6}?"
    rf"{_LATER}(?!\s+(?:[\w-]+\s+)?have\b(?!\s+to\b))"
)
_PASTS = "|".join(sorted(words("pasts", "counting") - {"set", "cut", "put", "hit", "shut", "found"}))
_PAST = re.compile(
    rf"\b(?:was|were|had|has|have|been|did|(?!need|feed|speed|indeed|exceed|succeed|proceed|seed)[a-z]{{2,}}ed|died|fell|rose|left|shot|said|told|{_PASTS})\b"
)
_FINITE = re.compile(r"\b(?:was|were|had|did)\b(?!\s+(?:to|due)\b)")
_INFINITIVE = re.compile(
    rf"(?:(?<![a-z]ed)(?<!en)|\b(?:{_PLANS}|{_SETTLED}|voted|decided))\s+to\s+(?!(?:the|an?|this|that|its|their|his|her|hospital|safety)\b)[a-z]+(?<!s)\b"
)
_DEMAND = re.compile(
    r"\b(?:demand\w*|requir\w*|order\w*|call\w*\s+for|want\w*|ultimatum|asked|urged|deadline|g[ai]ve[ns]?|seek\w*|sought)\b"
)
_OWNS = re.compile(r"[’']s?\b")
_CONDITION = re.compile(r"\b(?:if|unless|[Ii]f|[Uu]nless)\s")
_PUT_OFF = re.compile(rf"\b(?:{'|'.join(_WORDS['put_off'].split())})\b")
_BID = re.compile(r"\b(?:told|asked|ordered|urged|instructed|advised)\s+(?:[\w’'-]+\s+){0,3}?to\s+[a-z]+\b[^.;:,]*$")
_JOINED = re.compile(r",\s+(?:and|or)\s+(?P<last>(?:(?:on|in|by|late|early)\s+)*)$")
_EVENT = re.compile(
    r"\b(?:ahead\s+of|in\s+the\s+run-up\s+to|run-up\s+to|before|into|preparing\s+for|prepare\s+for|prepares\s+for|candidates?\s+(?:in|for)|boycott)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:[A-Z][a-z]+day|the\s+weekend|weekend|tomorrow)\b")
_SCHEDULED = re.compile(
    r"[’']s?\s+(?:\w+\s+)?(?:debate|primary|caucuses|contest|meeting|talks|hearing|budget|deadline|vote|poll|polls|election|elections|ballot|referendum|runoff|run-off|match|game|final|race|summit)\b"
)


def looks_ahead(text: str, within: Span, span: Span, word: str = "") -> bool:
    """Whether what is dated by the words at ``span`` was still to come: "will meet on Monday", "by Friday it is to …".

    ``within`` is its sentence, ``word`` the preposition before it.

    >>> looks_ahead("Ministers will meet on Monday.", (0, 30), (23, 29))
    True
    >>> looks_ahead("He left on Monday.", (0, 18), (11, 17))
    False
    """
    floor = within[0]
    said = SAID.search(text, floor, span[0])
    if said and " that " not in said.group():
        return False
    before = _clause_before(text, floor, span[0])
    if _CALLED_OFF.search(before):
        return False
    put_off = word in ("until", "till", "to", "by") and _PUT_OFF.search(before)
    if put_off or _BID.search(text, floor, span[0]) or (word == "for" and _WEEKDAY.match(text, span[0])):
        return True
    if word in _TIMED and not _OWNS.match(text, span[1]):
        return _limit_ahead(text, within, span, before, word)
    if _OWNS.match(text, span[1]) or text[span[0] : span[1]].endswith(("’s", "'s")):
        return _event_ahead(text, within, span, before)
    return _told_ahead(text, span, before)


def _told_ahead(text: str, span: Span, before: str) -> bool:
    """Whether a clause before a date is about the future, or one that opens with the date."""
    done = _DONE.search(before)
    if done and not done["be"]:
        return False
    ahead = list(_AHEAD.finditer(before))
    if ahead and not _FINITE.search(before, ahead[-1].end()):
        return True
    if _FORESEEN.search(before) or (_PLANNED.search(before) and not _PAST.search(before.rsplit(" and ", 1)[-1])):
        return True
    lead = before.split()
    opens = len(lead) <= 1 or (len(lead) == len(("that", "from")) and lead[0] == "that")
    return opens and _FOLLOWS.match(text, span[1]) is not None


def _limit_ahead(text: str, within: Span, span: Span, before: str, word: str) -> bool:
    """``had not answered by Friday``, ``adjourned until June``, ``stay shut from Monday``: limits of a time."""
    sentence = text[within[0] : span[0]]
    if _CONDITION.search(sentence) or (re.search(r"\bhad(?:\s+not|n[’']t)\b", before) and re.search(_MODAL, sentence)):
        return True
    if (
        (_DEMAND.search(before) and word != "from")
        or _told_ahead(text, span, before)
        or (word == "by" and re.search(rf"\b{_MODAL}", before))
    ):
        return True
    if len(before.split()) <= 2 or _PAST.search(_clause_after(text, within, span)):
        return False
    pasts, ahead = list(_PAST.finditer(before)), list(_INFINITIVE.finditer(before))
    if not pasts:
        return bool(ahead) or word not in ("from", "starting")
    return bool(ahead) and ahead[-1].start() > pasts[-1].start()


def _clause_after(text: str, within: Span, span: Span) -> str:
    return re.split(r"[,;:]", text[span[1] : min(within[1], span[1] + _AFTER)])[0]


def _event_ahead(text: str, within: Span, span: Span, before: str) -> bool:
    """``ahead of Sunday's election``; "Monday's blast" has happened, unless it is one that is set for a day."""
    if _EVENT.search(text, within[0], span[0]) or _going_in(text, within, span):
        return True
    return _SCHEDULED.match(text, span[1]) is not None and _told_ahead(text, span, before)


def _going_in(text: str, within: Span, span: Span) -> bool:
    """Whether the sentence of a coming event speaks of it in the future: "Sunday's vote is expected to be close"."""
    after = text[span[1] : min(within[1], span[1] + _AFTER)]
    past = _PAST.search(_clause_after(text, within, span))
    return past is None and re.search(rf"\b{_LATER}", after) is not None


def runs_on(text: str, floor: int, span: Span) -> bool:
    """Whether a clause before a date tells it in the present: "every household gets it this week"."""
    before = _clause_before(text, floor, span[0])
    return bool(before.strip()) and _PAST.search(before) is None


def _clause_before(text: str, floor: int, start: int) -> str:
    """What stands before a date in its clause."""
    before = text[max(floor, start - _REACH) : start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    if joined := _JOINED.search(before):
        breaks.append(joined.start("last"))
    return before[breaks[-1] :] if breaks else before
