"""sayso reads news articles and builds an RDF knowledge graph of who said what.

>>> reading = read("Two bridges fell, the mayor said.")
>>> [reading.article.text[a:b] for statement in reading.statements for a, b in statement.cue]
['said']
"""

from sayso.ingest import article_from_text
from sayso.ingest.article import Article
from sayso.read import read as _read
from sayso.read.reading import Reading

__all__ = ["Article", "Reading", "__version__", "read"]
__version__ = "0.1.0"


def read(article: str | Article) -> Reading:
    """Who said what in a plain text, or in an Article that you made, as frozen records.

    Spans are half-open pairs of code-point offsets into ``reading.article.text``, which is the text
    unchanged. The same article gives the same Reading.
    """
    return _read(article_from_text(article) if isinstance(article, str) else article)
