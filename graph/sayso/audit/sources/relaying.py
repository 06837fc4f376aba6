"""Whose words somebody passes on who was there: "the minister told the session of 22 dead, according to a deputy"."""

import re

from sayso.audit.sources.subjects import body_named, who
from sayso.audit.speakers.affiliations import portfolio
from sayso.audit.speakers.naming import Naming
from sayso.audit.telling import Root, Telling
from sayso.namespaces import slug

_HAVE = r"(?:had|has|have)\s(?:also\s|then\s|there\s|later\s|just\s)*"
_TOLD = re.compile(
    rf"(?P<who>(?:[\w&’'-]+\s){{0,6}}?[\w&’'-]+)\s(?:{_HAVE})?(?:told|informed|briefed|warned|assured)\s"
    r"(?P<whom>[^,;.]{3,80}?)\s(?:on\s\w+day\s)?(?:that|how|of)\s"
)
_NESTED = re.compile(
    rf"\b(?P<who>(?:the|its|their|his|her|[A-Z][\w’'-]*)(?:\s(?!(?:that|which|who|and|but)\b)[\w&’'-]+){{0,5}}?)(?:,\s[^,;.]{{2,40}},)?\s{_HAVE}"
    r"(?:told|informed|asked|said|spoken|put|given|mentioned|reported|acknowledged|admitted|estimated|claimed|warned"
    r"|announced|named|cited|confirmed|conceded)\b"
)
_BEHIND = re.compile(r"\b(?:according\sto|said|recalled|relayed\sby|recounted)\s*$")
_THERE = re.compile(
    r"\b(?:attend(?:ed|ing)|present|(?:was|were)\s(?:there|briefed|in\sthe\sroom|at)|took\spart|sat\s(?:in|beside)|heard"
    r"|listened|members?\sof|participants?|who\s(?:leads|chairs|sits))\b"
)
_CLOSED = re.compile(
    r"\b(?:session|meeting|briefing|hearing|committee|closed|lawmakers|deputies|donors|diplomats|members)\b"
)
_AROUND = re.compile(
    r"(?P<who>(?:The\s)?[\w&’'-]+(?:\s[\w&’'-]+){0,5}?),\s[^,;.]{3,60}?\s(?:reported|wrote|reports|writes)\b[^,;.]{0,30},\s"
    r"(?:has\s|had\s)?(?:says?|said|puts?|counts?|counted|estimates?|estimated|claims?|claimed|believes?)\b"
)
_OFFICE = re.compile(r"(?P<who>(?:the|its|their)\s[a-z]+(?:\s[a-z]+){0,3})$")
_MINISTER = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\sminister\b")


def relayed(telling: Telling, names: Naming) -> tuple[Root, str] | None:
    """Whose words the end of a chain passes on, an outlet or a person who was there, and why that is thought."""
    if not telling.chain or not telling.chain[-1].source:
        return None
    cites = telling.root.status == "not stated"
    if not cites and telling.chain[-1].kind not in ("Person", "UnnamedSource"):
        return None
    found = None if cites else _mistaken(telling) or _told_before(telling)
    found = found or (_told_around(telling) if cites else None) or _told_within(telling)
    root = _meant(found, telling, names) if found else None
    if root is None or root.key == telling.root.key:
        return None
    return root, f"{telling.chain[-1].speaker} passes on {root.name}"


def _meant(found: re.Match[str], telling: Telling, names: Naming) -> Root | None:
    """Whom words mean that stand before "had told": a minister told by the office alone is the ministry."""
    known = who(found, telling, names)
    is_office = known is None or known.key == telling.root.key or known.name.endswith("minister")
    ministry = _ministry(found, telling, names) if is_office else None
    return ministry or known or (body_named(found, telling) if telling.root.status == "not stated" else None)


def _mistaken(telling: Telling) -> re.Match[str] | None:
    """The office within what a person says that was taken for that person: "Omar Dill said the minister had …"."""
    *outer, last = telling.chain
    same = bool(outer) and outer[-1].speaker == last.speaker and outer[-1].source != last.source
    return _OFFICE.match(telling.article.text, *last.source[0]) if same else None


def _told_before(telling: Telling) -> re.Match[str] | None:
    """Who told a closed circle the number, in a sentence that ends on who passes it on."""
    text, (start, end), last = telling.article.text, telling.sentence, telling.chain[-1].source[0][0]
    if not telling.span[1] <= last < end or not _BEHIND.search(text, telling.span[1], last):
        return None
    found = _TOLD.match(text, start, telling.span[0])
    there = found is not None and (_CLOSED.search(found["whom"]) or _THERE.search(text, last, end))
    return found if there else None


def _told_around(telling: Telling) -> re.Match[str] | None:
    """Who says the number in a sentence into which an outlet is put: "The union, the paper reported, says that …"."""
    return _AROUND.match(telling.article.text, telling.sentence[0], telling.span[0])


def _told_within(telling: Telling) -> re.Match[str] | None:
    """Who, in what a person says, "had told" or "had asked" something of that number."""
    text, last = telling.article.text, telling.chain[-1].source[-1][1]
    if not telling.sentence[0] <= last <= telling.span[0]:
        return None
    return _NESTED.search(text, last, telling.span[0])


def _ministry(found: re.Match[str], telling: Telling, names: Naming) -> Root | None:
    """The ministry of a minister who is told by the office alone; "the minister" is the one told of before."""
    what = portfolio(found["who"])
    if not what and _MINISTER.search(found["who"]):
        before = telling.article.text[: found.start("who")]
        ministers = re.findall(r"[\w-]+\sminister", before)
        what = portfolio(ministers[-1]) if ministers else ""
    name = f"{what} ministry"
    known = names.who(name, telling.article, found.start("who")) if what else None
    return known or (Root(f"name:{telling.event}|{slug(name)}", name, "named") if what else None)
