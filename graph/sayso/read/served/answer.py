"""What a model answers: statements as quotes of the text, before anyone has looked whether they stand there."""

import json
from dataclasses import dataclass
from typing import Any

from sayso.read.reading import Act

Quotes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement in quotes; a role may have none."""

    source: Quotes
    cue: Quotes
    content: Quotes
    act: Act = "speech"


class MalformedError(ValueError):
    """An answer that is not JSON of the form that was asked for; the text says what is wrong with it."""


def parse(answer: str) -> list[Quoted]:
    """The statements of an answer, in its order; words around the JSON, such as a code fence, are passed over.

    Raises MalformedError. A role may be a list of strings, one string, null or absent.

    >>> parse('Here: {"statements": [{"source": "Ana", "cue": ["said"], "content": ["no"], "act": "speech"}]}')
    [Quoted(source=('Ana',), cue=('said',), content=('no',), act='speech')]
    """
    start, end = answer.find("{"), answer.rfind("}")
    try:
        told = json.loads(answer[start : end + 1])
    except (ValueError, RecursionError) as error:
        raise MalformedError("it is not a JSON object") from error
    statements = told.get("statements")
    if not isinstance(statements, list):
        raise MalformedError('it has no list "statements"')
    return [_quoted(statement) for statement in statements]


def _quoted(statement: Any) -> Quoted:
    if not isinstance(statement, dict):
        raise MalformedError("a statement is not a JSON object")
    source, cue, content = (_quotes(statement.get(role)) for role in ("source", "cue", "content"))
    return Quoted(source, cue, content, "attitude" if statement.get("act") == "attitude" else "speech")


def _quotes(told: Any) -> Quotes:
    quotes = [] if told is None else [told] if isinstance(told, str) else told
    if not isinstance(quotes, list) or not all(isinstance(quote, str) for quote in quotes):
        raise MalformedError("a role is not a list of strings")
    return tuple(quote for quote in quotes if quote.strip())
