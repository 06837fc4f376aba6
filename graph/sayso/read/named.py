"""Sources that a name closes or explains: "lawmaker Ana Roe", "the envoy, Ana Roe", "a doctor at the port, Ana Roe"."""

import re
from collections.abc import Sequence

from sayso.read.actor import BODIES, Actor
from sayso.read.bodies import kind_of_body
from sayso.read.cast import Mention
from sayso.read.descriptions import Descriptions
from sayso.read.discourse import Discourse
from sayso.read.lexicon import words
from sayso.read.offices import plays
from sayso.read.personhood import acts
from sayso.read.phrase import DETERMINERS, Phrase, role_in
from sayso.read.roles import apposed_role

_ROLES = words("persons", "roles")
_TITLES = _ROLES | words("honorifics", "roles") | words("ranks", "roles")
_UNNAMED = words("unnamed", "roles")
_NOUN_OF_PEOPLE = re.compile(r"(?:er|or|ist|ian|man|woman|ant|ent|eer|person)$")
_ALONE = re.compile(r",\s+(?P<name>[^\W\d_][\w’'-]+),?")
_APPOSED_BODY = re.compile(
    r",\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|the|to|against|without)\s+)*[A-Z][\w’'-]*)*)$"
)
_LEAD = 60
"""Characters before a name in which its titles stand, and the words that it explains."""


class NamedSources:
    """Finds the one whom a source names, with what the phrase tells of them besides."""

    def __init__(self, discourse: Discourse, descriptions: Descriptions) -> None:
        self._discourse, self._descriptions = discourse, descriptions
        self._cast, self._text = discourse.cast, discourse.text

    def named(self, phrase: Phrase) -> Actor | None:
        """A name that closes the head, or that explains it: "lawmaker Ana Roe", "the envoy, Ana Roe"."""
        held = self._cast.within(*phrase.span)
        return self._closing(phrase, held) or self._explaining(phrase, held) or self._acting(phrase, held)

    def _closing(self, phrase: Phrase, held: Sequence[Mention]) -> Actor | None:
        """A name that ends where the head does, or that stands in brackets behind it."""
        end = phrase.head[-1].end
        for start, stop, actor in held:
            possessive = self._text[stop : stop + 2] in ("’s", "'s") and stop + 2 == end
            across = start < end < stop
            if actor.tentative and phrase.determiner and phrase.noun in _ROLES:
                continue  # "the Interior Cabinet Secretary" is an office
            if (stop == end or possessive or across) and start >= phrase.head[0].start:
                return self._with_role(actor, phrase)
        brackets = (a for s, e, a in held if self._text[max(0, s - 1) : s] == "(" and s - 3 <= end)
        return next(brackets, None)

    def _explaining(self, phrase: Phrase, held: Sequence[Mention]) -> Actor | None:
        """A name that explains the description before it."""
        apposed = next((a for start, _, a in held if self._is_apposed(phrase.head[-1].end, start, a)), None)
        of_somebody = phrase.noun in _ROLES | _UNNAMED or kind_of_body(phrase.noun)
        if apposed and (apposed.type == "Person" or of_somebody):
            return self._explained(apposed, phrase)
        found = (self._behind(phrase) or self._one_word(phrase)) if phrase.noun in _ROLES else None
        found = found or (self._body_behind(phrase, held) if kind_of_body(phrase.noun.removesuffix("s")) else None)
        return self._explained(found, phrase) if found else None

    def _acting(self, phrase: Phrase, held: Sequence[Mention]) -> Actor | None:
        """A body named in the words of a body, or the only person in the phrase who does something."""
        end = phrase.head[-1].end
        bodies = [a for _, e, a in held if e <= end and a.type in ("Organization", "Outlet", "MilitaryUnit")]
        if bodies and _is_called(bodies[-1], phrase.noun):
            return bodies[-1]
        acting = [a for _, stop, a in held if a.type == "Person" and acts(self._text, stop)]
        return acting[0] if len(acting) == 1 and not phrase.determiner else None

    def _is_apposed(self, end: int, start: int, actor: Actor) -> bool:
        """Whether a name explains what ends before it: "the envoy, Ana Roe", "its leader, President Ana Roe"."""
        between = self._text[end:start]
        if between[:1] not in (",", ":") or len(between) > 40:
            return False
        titles = between[1:].split()
        return not titles or titles == ["the"] or (actor.type == "Person" and _is_title(titles[-1]))

    def _behind(self, phrase: Phrase) -> Actor | None:
        """The person named behind all of a description: "envoy to NATO Ana Roe", "a doctor at the port, Ana Roe".

        Not "aide to Ana Roe", nor "aide to the president, Ana Roe", where the article calls her president elsewhere.
        """
        for start, stop, actor in self._cast.within(*phrase.span):
            whole = stop == phrase.span[1] or self._text[stop : stop + 1] == ","
            if whole and actor.type == "Person" and start > phrase.head[-1].end and self._explains(start, actor):
                return actor
        return None

    def _body_behind(self, phrase: Phrase, held: Sequence[Mention]) -> Actor | None:
        """The body named behind all of a description: "the union of train drivers, UTD"."""
        last = held[-1] if held else None
        if last is None or last[1] != phrase.span[1] or last[2].type not in BODIES:
            found = _APPOSED_BODY.search(self._text, phrase.head[-1].end, phrase.span[1])
            span = found.span("name") if found else None
            return (
                self._cast.mention(self._cast.one_word(found["name"], span[0], "Organization"), span)
                if found and span
                else None
            )
        return last[2] if self._text[max(0, last[0] - 6) : last[0]].endswith((", ", ", the ")) else None

    def _one_word(self, phrase: Phrase) -> Actor | None:
        """The one known by a single name that explains a description: "the driver, Amal"."""
        found = _ALONE.fullmatch(self._text, phrase.head[-1].end, phrase.span[1])
        if found is None or not found["name"][0].isupper():
            return None
        span = found.span("name")
        return self._cast.mention(self._cast.one_word(found["name"], span[0], "Person"), span)

    def _explains(self, start: int, actor: Actor) -> bool:
        """Whether a name stands behind a comma, no office of its own right before that, or behind a body."""
        if any(end == start - 1 and actor.type in BODIES for _, end, actor in self._cast.before(start, 4)):
            return True
        lead = self._text[max(0, start - _LEAD) : start].split()
        while lead and _is_title(lead[-1]):
            lead.pop()
        office = lead[-1].strip(",").casefold() if lead and lead[-1].endswith(",") else ""
        return bool(office) and not (office in _ROLES and plays(actor, office))

    def _explained(self, actor: Actor, phrase: Phrase) -> Actor:
        """The one named behind a description: "the envoy, Ana Roe" gains a role, "the firm, Alder Lines" is a body."""
        role = role_in(self._text, phrase)
        if kind := kind_of_body(phrase.noun):
            actor.type = "Organization" if actor.tentative else actor.type
            actor.kinds |= {kind, role.casefold()}
        elif role:
            span = (phrase.head[-1].end - len(role), phrase.head[-1].end)
            self._cast.role(role, span, actor, self._descriptions.country(phrase))
        return actor

    def _with_role(self, actor: Actor, phrase: Phrase) -> Actor:
        """Add what stands beside the name: "fishing skipper Ana Roe, a member of parliament,"."""
        lead = [w for w in phrase.head if w.bare not in DETERMINERS and not w.named and w.end < phrase.head[-1].start]
        if lead and actor.type == "Person" and _NOUN_OF_PEOPLE.search(lead[-1].bare):
            span = (lead[0].start, lead[-1].end)
            self._cast.role(self._text[slice(*span)], span, actor, self._descriptions.country(phrase))
        told = apposed_role(self._text, phrase.head[-1].end)
        if told and actor.type == "Person":
            self._cast.role(self._text[slice(*told)], told, actor, self._cast.country_named(told))
        return actor


def _is_called(body: Actor, noun: str) -> bool:
    """Whether a noun behind a body's name says what that body is: "the Orvel group", not "the Orvel union"."""
    kind = kind_of_body(noun)
    return kind is not None and (
        kind in body.kinds or noun in words("called_by_name", "roles") - words("of_others", "roles")
    )


def _is_title(word: str) -> bool:
    return word.casefold().strip(".") in _TITLES
