"""RDF terms made from Python values: named nodes, and literals with the datatype that fits."""

import re
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from sayso.namespaces import term

_DATATYPES = (
    (re.compile(r"\d{4}"), "xsd:gYear"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d-\d\dT.+"), "xsd:dateTime"),
)
_UNSAFE_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


@cache
def node(curie: str) -> NamedNode:
    """The named node of a prefixed name such as ``sayso:saidBy``."""
    return NamedNode(term(curie))


def concept(scheme: str, local: str) -> NamedNode:
    """A concept of a vocabulary, by the value that a Reading uses.

    >>> concept("origin", "not stated").value
    'https://w3id.org/sayso/origin/not-stated'
    """
    return node(f"{scheme}:{local.replace(' ', '-')}")


def date_literal(iso: str) -> Literal:
    """A date as precise as it is printed: gYear, gYearMonth, date or dateTime.

    Raises ValueError where it is none of these.

    >>> date_literal("2025-04").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    for pattern, datatype in _DATATYPES:
        if pattern.fullmatch(iso):
            return Literal(iso, datatype=node(datatype))
    raise ValueError(f"{iso!r} is not an ISO 8601 date, date-time, year-month or year")


def number_literal(value: int | float) -> Literal:
    """A number as xsd:integer where it is whole, otherwise as xsd:decimal; never in exponent form.

    >>> number_literal(1.5).value, number_literal(4700).value
    ('1.5', '4700')
    """
    if float(value).is_integer():
        return Literal(str(int(value)), datatype=node("xsd:integer"))
    return decimal_literal(value)


def decimal_literal(value: float) -> Literal:
    """A number as xsd:decimal in its canonical form: no exponent, no zero at the end.

    >>> decimal_literal(1.0).value, decimal_literal(0.935).value
    ('1', '0.935')
    """
    return Literal(f"{Decimal(repr(value)).normalize():f}", datatype=node("xsd:decimal"))


def truth() -> Literal:
    """``true`` as xsd:boolean; what does not hold is not written."""
    return Literal(True)


def web_address(url: str) -> NamedNode:
    """A web address as a named node, with the characters that an IRI forbids percent-encoded.

    Raises ValueError where it is no absolute IRI.
    """
    return NamedNode(_UNSAFE_IN_IRI.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), url.strip()))
