"""A question with its parameters written into the text, for engines that cannot bind them, and to be shown.

Where the engine is ours, parameters are bound (see ``ask``); here each takes the place of its variable as
a token, written by the RDF library, so that no value can end a string or open a clause.
"""

from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from sayso.query.binding import bind
from sayso.query.question import Question
from sayso.query.tokens import Token, tokens

_GROUP_ENDS = ("HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")


def filled(question: Question, given: Mapping[str, str], base: str) -> str:
    """The query that asks the question with these parameters, without its header.

    Raises QuestionError where a parameter is unknown, missing or malformed.
    """
    bound = bind(question, given, base)
    lines = [line for line in question.text.splitlines() if not line.startswith("#+")]
    return "".join(_written(tokens("\n".join(lines) + "\n"), bound))


def _written(told: Iterable[Token], bound: Mapping[str, NamedNode | Literal]) -> Iterable[str]:
    """The tokens with each bound variable replaced, or left out where only a variable may stand."""
    depth, listing = 0, ""
    for token in told:
        listing = _list_after(token, listing, depth)
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        name = token.text[1:] if token.kind == "variable" else ""
        if name not in bound:
            yield token.text
        elif not listing or depth:
            yield str(bound[name])


def _list_after(token: Token, listing: str, depth: int) -> str:
    """Which list of variables the token stands in: that of SELECT, of GROUP BY, or none."""
    if token.is_word("SELECT", "GROUP"):
        return token.text.upper()
    over = token.text in "{}" or token.is_word("WHERE", *_GROUP_ENDS)
    return "" if over and not depth else listing
