"""Whether two tellings may tell of one act of saying, and which of two numbers takes the other's place."""

import re

from sayso.audit.speakers.outlets import cited, short_names
from sayso.audit.telling import Telling, outlet_slug
from sayso.audit.told.amounts import is_a_slip, is_an_end, is_rounded, nominal, same_number
from sayso.audit.told.dates import gap, may_be_within
from sayso.audit.wording import compiled, first

_NUMBERS = re.compile(r"(?<![\d:/-])(?!(?:19|20)\d\d\b)\d[\d,.]*\d(?![\d:/-])")
_THE_AGENCY = re.compile(
    r"\b(?:told|by|to) the (?:news )?(?:agency|paper|newspaper|broadcaster|station|magazine|website)\b"
)
DAYS_OF_AN_OCCASION = 2
"""How many days after an occasion it is still reported."""


def one_occasion(left: Telling, right: Telling) -> bool:
    """Whether both may tell of one act of saying.

    Where both say when it was: on one day. Otherwise where the number is the same, or where they were told on
    one day, or a few days apart with one named occasion or one naming the other's outlet.
    """
    if left.said_on and right.said_on:
        return may_be_within(left.said_on, right.said_on)
    if _printed_before(left, right) or _printed_before(right, left):
        return False
    if same_number(left, right):
        return True
    if bool(left.told_on) != bool(right.told_on):
        return False
    relayed = left.article.iri != right.article.iri
    here, there = ((relayed and t.said_on) or t.told_on for t in (left, right))
    if may_be_within(here, there):
        return True
    named = bool(left.occasion) and left.occasion == right.occasion
    misprinted = nominal(right) < nominal(left) and is_a_slip(left, right)
    misprinted = misprinted and right.root.status == "named" and not right.is_updated
    rounded = not right.said_on and (is_rounded(left, right) or is_an_end(right, left) or misprinted)
    soon = may_be_within(here, there, DAYS_OF_AN_OCCASION)
    return soon and (named or rounded or cites(left, right) or tell_another_alike(left, right))


def _printed_before(printed: Telling, said: Telling) -> bool:
    """Whether the first was printed before the day on which the second was said."""
    return bool(said.said_on) and gap(printed.article.published, said.said_on)[0] > 0


def was_printed_first(left: Telling, right: Telling) -> bool:
    """Whether the first, which does not tell its day, was printed on the day on which the second was said, or before.

    What is told at the end of a day takes the place of what the paper of that morning has.
    """
    printed, later = left.article.published[:10], right.article.published[:10]
    return bool(right.said_on and not left.said_on) and printed <= right.said_on[:10] < later


def counts_longer(left: Telling, right: Telling) -> bool:
    """Whether the second counts up to a day after that on which the first was told."""
    as_of, printed = right.period.as_of or right.period.until, right.article.published
    return bool(as_of and left.told_on) and gap(left.told_on, as_of)[0] > 0 and gap(as_of, printed)[1] >= 0


def one_day(left: Telling, right: Telling) -> bool:
    """Whether both may have been told on one day; where one has no date, the other must have none either."""
    here, there = (t.said_on or t.told_on for t in (left, right))
    return bool(here) == bool(there) and may_be_within(here, there)


def cites(left: Telling, right: Telling) -> bool:
    """Whether the second names the outlet of the first as where it has the figure from, or as told it."""
    name, text = left.article.outlet, right.article.text
    if not name or outlet_slug(name) == outlet_slug(right.article.outlet):
        return False  # an outlet names itself in its dateline
    if _called_the_agency(left, right):
        return True
    if " " in name and name.removeprefix("The ") in text[slice(*right.sentence)]:
        return True
    return bool(cited(right) & {outlet_slug(name), *short_names(name)})


def _called_the_agency(left: Telling, right: Telling) -> bool:
    """Whether the second was told to, or by, "the agency", where its article names the outlet of the first before."""
    text, (start, end) = right.article.text, right.sentence
    names = {left.article.outlet, left.article.outlet.removeprefix("The ").split()[0]}
    named = any(compiled(rf"\b{re.escape(name)}\b").search(text[:start]) for name in names if name[:1].isupper())
    return named and _THE_AGENCY.search(text, start, end) is not None


def is_newer(left: Telling, right: Telling) -> bool:
    """Whether the second says of itself that it takes the place of an older number; both must be dated.

    A number that has risen is none that takes the place of a higher one in another report.
    """
    relayed = left.article.iri != right.article.iri and nominal(right) < nominal(left)
    risen = relayed and first("risen", right.sentence_text)
    return right.is_updated and not risen and bool(left.told_on and right.told_on)


def tell_another_alike(left: Telling, right: Telling) -> bool:
    """Whether the sentences of two figures tell another number alike: 21 killed and 25 hurt, 21 killed and 52 hurt."""
    return bool(_beside(left) & _beside(right))


def _beside(telling: Telling) -> set[str]:
    """The numbers of more than one digit that the sentence of a figure tells beside it, years left out."""
    text, (start, end) = telling.article.text, telling.sentence
    return set(_NUMBERS.findall(f"{text[start : telling.span[0]]} {text[telling.span[1] : end]}"))
