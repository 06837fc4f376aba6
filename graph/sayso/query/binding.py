"""Turns the parameters that a user supplies into the RDF terms that the engine binds."""

import difflib
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from sayso.errors import QuestionError
from sayso.namespaces import PREFIXES, term
from sayso.query.question import Parameter, Question

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LOCAL_IRI = re.compile(r"(article|agent|decision|graph|mention|outlet|place|unit|group|judgement|reviewed)/\S+")
_ABSOLUTE_IRI = re.compile(r"(https?://|urn:)\S+")


def bind(question: Question, given: Mapping[str, str], base: str) -> dict[str, NamedNode | Literal]:
    """The terms for the parameters of a question, defaults included; an optional one not given stays out.

    Raises QuestionError that names the parameter which is unknown, missing or malformed.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            raise QuestionError(_unknown(question, name, list(known)))
    bound: dict[str, NamedNode | Literal] = {}
    for parameter in question.parameters:
        value = given.get(parameter.name, "").strip() or parameter.default
        if value is not None:
            bound[parameter.name] = _term(parameter, value, base)
        elif parameter.required:
            raise QuestionError(
                f"{question.name} needs the parameter {parameter.name} ({parameter.means}): "
                f'add --param {parameter.name}="{parameter.example}"'
            )
    return bound


def _unknown(question: Question, name: str, known: list[str]) -> str:
    if not known:
        return f"{question.name} takes no parameters, so {name!r} cannot be supplied"
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known)}"
    return f"{question.name} has no parameter {name!r}; {hint}"


def _term(parameter: Parameter, value: str, base: str) -> NamedNode | Literal:
    match parameter.type:
        case "iri":
            return _iri(parameter, value, base)
        case "kind":
            return _iri(parameter, value if ":" in value else f"kind:{value.lower().replace(' ', '-')}", base)
        case "name" if _LOCAL_IRI.fullmatch(value):
            return Literal(base + value)
        case "date":
            if not _DATE.fullmatch(value):
                raise _malformed(parameter, value, "a day, month or year in ISO 8601")
            return Literal(value)
        case "number":
            return _number(parameter, value)
        case _:
            return Literal(value)


def _iri(parameter: Parameter, value: str, base: str) -> NamedNode:
    prefix, colon, local = value.strip("<>").partition(":")
    if _ABSOLUTE_IRI.fullmatch(value.strip("<>")):
        iri = value.strip("<>")
    elif colon and prefix in PREFIXES:
        iri = term(f"{prefix}:{quote(local)}")
    elif _LOCAL_IRI.fullmatch(value):
        iri = base + value
    else:
        raise _malformed(parameter, value, "an IRI, whole or without the base of the dataset")
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise _malformed(parameter, value, "an IRI") from error


def _number(parameter: Parameter, value: str) -> Literal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise _malformed(parameter, value, "a number")
    whole = number == number.to_integral_value()
    kind = "integer" if whole else "decimal"
    return Literal(f"{number:.0f}" if whole else f"{number:f}", datatype=NamedNode(term(f"xsd:{kind}")))


def _malformed(parameter: Parameter, value: str, wanted: str) -> QuestionError:
    return QuestionError(f"parameter {parameter.name} must be {wanted}, such as {parameter.example!r}, not {value!r}")
