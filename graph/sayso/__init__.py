"""sayso reads news articles and builds an RDF knowledge graph of who said what.

>>> reading = read("Two bridges fell, the mayor said.")
>>> [reading.article.text[a:b] for statement in reading.statements for a, b in statement.cue]
['said']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import sayso.read as _reading  # first of all: what is called sayso.read is the function below, not this package

if TYPE_CHECKING:
    from sayso.ingest.article import Article
    from sayso.read.reading import Reading

__all__ = ["Article", "Reading", "__version__", "read"]
__version__ = "0.1.0"

_HOMES = {"Article": "sayso.ingest.article", "Reading": "sayso.read.reading"}
"""Where a name is found when it is first asked for: a command that reads nothing need not load the reader."""


def read(article: "str | Article") -> "Reading":
    """Who said what in a plain text, or in an Article that you made, as frozen records.

    Spans are half-open pairs of code-point offsets into ``reading.article.text``, which is the text
    unchanged. The same article gives the same Reading.
    """
    from sayso.ingest import article_from_text

    return _reading.read(article_from_text(article) if isinstance(article, str) else article)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
