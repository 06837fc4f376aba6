"""The tokens of a SPARQL query (SPARQL 1.1 Query, section 19.8), as far as looking at its shape needs them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                  | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
      | (?P<comment>\#[^\n\r]*)
      | (?P<variable>[?$]\w+)
      | (?P<word>(?:[\w\-.]|\\[^\n])*:(?:[\w\-.:%]|\\[^\n])* | \w+)
      | (?P<space>\s+)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``kind`` is iri, string, comment, variable, word, space or mark."""

    kind: str
    text: str

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> Iterator[Token]:
    """The tokens in order; joined, they are the text again.

    >>> [t.text for t in tokens("SELECT ?a { ?a <x#y> 'z' } # end") if t.kind != "space"]
    ['SELECT', '?a', '{', '?a', '<x#y>', "'z'", '}', '# end']
    """
    for found in _TOKEN.finditer(text):
        yield Token(str(found.lastgroup), found[0])


def names_its_dataset(text: str) -> bool:
    """Whether the query says with FROM which graphs it reads.

    >>> names_its_dataset("SELECT * FROM <a> { }"), names_its_dataset("SELECT * { ?a ?b 'FROM <a>' }")
    (True, False)
    """
    told = [token for token in tokens(text) if token.kind not in ("space", "comment")]
    return any(token.is_word("FROM") for token in told[: _first_brace(told)])


def _first_brace(told: list[Token]) -> int:
    return next((at for at, token in enumerate(told) if token.text == "{"), len(told))
