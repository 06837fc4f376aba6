"""What the tables hold: each column with its datatype, its path in the graph and its meaning in words."""

from dataclasses import dataclass
from typing import Literal

Datatype = Literal["anyURI", "string", "date", "decimal", "integer"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``path`` leads from the row's subject to the cell; empty where the cell is worked out.

    ``anyURI`` cells hold whole IRIs; a ``date`` is a moment, day, month or year, as precise as the text.
    Of several values the first is kept, or the last, digits compared as numbers.
    """

    name: str
    datatype: Datatype
    means: str
    path: str = ""
    last: bool = False

    @property
    def property(self) -> str:
        """The property whose object the cell is, where it is one of the row's own subject."""
        return "" if "/" in self.path else self.path


@dataclass(frozen=True, slots=True)
class Table:
    """One row for each thing of one class; the first column is its IRI."""

    name: str
    of: str
    means: str
    columns: tuple[Column, ...]


_ARTICLE = (
    Column("article", "anyURI", "the article version that the row comes from", "sayso:reportedIn"),
    Column("headline", "string", "headline of the article", "sayso:reportedIn/schema:headline"),
    Column("outlet", "string", "name of who published it", "sayso:reportedIn/schema:publisher/schema:name"),
    Column("published", "date", "day or moment at which it was published", "sayso:reportedIn/schema:datePublished"),
)
_CHAIN = (
    Column("root", "anyURI", "the source at the end of the chain; empty where the article does not state it"),
    Column("root_name", "string", "name of the source at the end of the chain"),
    Column("chain", "string", "who told it, outermost first, each passing on the words of the next one"),
)

ARTICLES = Table(
    "articles",
    "schema:NewsArticle",
    "One row for each version of an article.",
    (
        Column("article", "anyURI", "the article version"),
        Column("headline", "string", "headline of the article", "schema:headline"),
        Column("outlet", "string", "name of who published it", "schema:publisher/schema:name"),
        Column("published", "date", "day or moment at which it was published", "schema:datePublished"),
        Column("url", "anyURI", "where the article can be found", "schema:url"),
        Column("language", "string", "language of the text, as a BCP 47 tag", "schema:inLanguage"),
        Column("text_digest", "string", "SHA-256 of the canonical text in UTF-8", "sayso:textDigest"),
        Column("text_length", "integer", "length of the text in Unicode code points", "sayso:textLength"),
    ),
)
STATEMENTS = Table(
    "statements",
    "sayso:Statement",
    "One row for each statement: a source saying something in one place of one article.",
    (
        Column("statement", "anyURI", "the statement"),
        Column("words", "string", "what was said, in the words as printed"),
        Column("said_by", "anyURI", "the source that says it; empty where it is not stated", "sayso:saidBy"),
        Column("said_by_name", "string", "name of that source", "sayso:saidBy/schema:name"),
        *_CHAIN,
        Column("stance", "anyURI", "asserts, denies, estimates and so on", "sayso:stance"),
        Column("manner", "anyURI", "direct, indirect or mixed", "sayso:manner"),
        Column("act", "anyURI", "speech or attitude", "sayso:act"),
        Column("certainty", "anyURI", "how certain the source was", "sayso:certainty"),
        Column("hedge", "string", "the words that tell so", "sayso:hedgeSpan/oa:hasSelector/oa:exact"),
        Column("occasion", "string", "where it was said: briefing, interview, post", "sayso:occasion"),
        Column("said_on", "date", "when it was said: a day, month or year", "sayso:saidOn"),
        Column("origin", "anyURI", "how the chain ends: named, unnamed, not stated", "sayso:origin"),
        Column("basis", "anyURI", "stated in the text, or inferred", "sayso:basis"),
        Column("confidence", "decimal", "how sure the reader is, from 0 to 1", "sayso:confidence"),
        Column("relays", "anyURI", "the statement that this one passes on", "sayso:relays"),
        Column("start", "integer", "where its content begins in the text, in code points from 0",
               "sayso:contentSpan/oa:hasSelector/oa:start"),
        Column("end", "integer", "where its content ends, exclusive",
               "sayso:contentSpan/oa:hasSelector/oa:end", last=True),
        *_ARTICLE,
    ),
)  # fmt: skip
FIGURES = Table(
    "figures",
    "sayso:Figure",
    "One row for each figure: a counted quantity that an article reports.",
    (
        Column("figure", "anyURI", "the figure"),
        Column("words", "string", "the words as printed", "sayso:words"),
        Column("kind", "anyURI", "killed, wounded, missing and so on", "sayso:kind"),
        Column("low", "decimal", "the least that it says; empty where it leaves that open", "sayso:low"),
        Column("high", "decimal", "the most that it says; empty where it leaves that open", "sayso:high"),
        Column("bound", "anyURI", "exactly, about, at least and so on", "sayso:bound"),
        Column("unit", "anyURI", "what is counted in: persons, a currency, per cent", "sayso:unit"),
        Column("counts", "anyURI", "the people or things counted", "sayso:counts"),
        Column("place", "anyURI", "where it holds", "sayso:place"),
        Column("from", "date", "the day, month or year from which it holds", "sayso:from"),
        Column("until", "date", "the day, month or year until which it holds", "sayso:until"),
        Column("as_of", "date", "the day, month or year at which it held", "sayso:asOf"),
        Column("statement", "anyURI", "the outermost statement that tells it; empty in the article's own voice"),
        Column("said_by", "anyURI", "the source of that statement"),
        Column("said_by_name", "string", "name of that source"),
        *_CHAIN,
        Column("start", "integer", "where it begins in the text, in code points from 0",
               "sayso:span/oa:hasSelector/oa:start"),
        Column("end", "integer", "where it ends, exclusive", "sayso:span/oa:hasSelector/oa:end"),
        *_ARTICLE,
    ),
)  # fmt: skip
TABLES = {table.name: table for table in (ARTICLES, STATEMENTS, FIGURES)}
