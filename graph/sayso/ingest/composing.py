"""Documents become articles: decoded, extracted, dated, with the story told from its wrapping."""

import html
import re
from collections.abc import Iterable

from sayso.errors import Rejected
from sayso.ingest.article import Article
from sayso.ingest.boilerplate import body_spans, is_sentence
from sayso.ingest.dates import leading_date, parse_date, parse_month_day
from sayso.ingest.decoding import decode
from sayso.ingest.document import Document, UnreadableError
from sayso.ingest.header import Header, read_header
from sayso.ingest.language import guess_language
from sayso.ingest.metadata import Facts, article_body, facts_from, page_facts
from sayso.ingest.page import article_paragraphs, has_markup, parse_page, squeeze, text_of_fragment
from sayso.ingest.records import known_facts, parse_json, text_of, whole

_ENTITY = re.compile(r"&(?:amp|quot|lt|gt|nbsp|apos|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,6});")


def to_article(document: Document) -> Article | Rejected:
    """The article in a document, or the reason why there is none."""
    try:
        sidecar = facts_from(known_facts(document.sidecar)) if document.sidecar else Facts()
        if document.media == "json":
            text, facts = _from_record(document.data)
        elif document.media == "html":
            text, facts = _from_page(decode(document.data, declares=True), sidecar)
        else:
            text, facts = decode(document.data), Facts()
        if not text.strip():
            raise UnreadableError("the file is empty")
        return _compose(document.file, document.location, text, sidecar.over(facts))
    except UnreadableError as error:
        return Rejected(document.file, str(error))


def article_from_text(
    text: str,
    *,
    file: str = "-",
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    authors: Iterable[str] = (),
    url: str | None = None,
) -> Article:
    r"""An article from a text in hand, which stays as it is; what is given wins over what the text says.

    >>> article = article_from_text("Port reopens\n\nGENEVA, May 3 (Quay Wire) - Ships came in.", published="2025")
    >>> article.title, article.published, article.publisher, article.body
    ('Port reopens', '2025-05-03', 'Quay Wire', ((0, 12), (42, 56)))
    """
    date = (parse_date(published) or published) if published else None
    return _compose(file, file, whole(text), Facts(title, date, publisher, tuple(authors), url))


def _from_record(data: bytes) -> tuple[str, Facts]:
    record = parse_json(data)
    if not isinstance(record, dict):
        raise UnreadableError("the JSON record is no object with the text of an article")
    if not (text := text_of(record)).strip():
        raise UnreadableError("the JSON record has no text: none of the keys text, body, content, articleBody")
    facts = facts_from(known_facts(record))
    if re.search(r"<(?:html|body)\b", text[:5000], re.IGNORECASE):
        return _from_page(text, facts)
    if has_markup(text):
        text = text_of_fragment(text)
    elif _ENTITY.search(text):
        text = html.unescape(text)
    return _with_title(facts.title and whole(facts.title), text), facts


def _from_page(markup: str, known: Facts) -> tuple[str, Facts]:
    if not markup.strip():
        raise UnreadableError("the file is empty")
    tree = parse_page(markup)
    facts = known.over(page_facts(tree))
    try:
        paragraphs = article_paragraphs(markup)
    except UnreadableError:
        body = article_body(tree)
        paragraphs = [squeeze(line) for line in body.splitlines() if line.strip()]
        if not any(is_sentence(paragraph) for paragraph in paragraphs):
            raise
    return _with_title(facts.title, "\n\n".join(paragraphs)), facts


def _with_title(title: str | None, text: str) -> str:
    """The text under its title, which is not said twice where the text begins with it."""
    if not title:
        return text
    head = text[: 2 * len(title) + 200].lstrip()
    dated = leading_date(head)
    lead = head[dated[1] :].lstrip(" \t-–—|:.") if dated else head
    begins = any(_plain(words).startswith(_plain(title)) for words in (head, lead))
    return text if begins else f"{title}\n\n{text}"


def _plain(words: str) -> str:
    return squeeze(re.sub(r"\W+", " ", words.casefold()))


def _compose(file: str, location: str, text: str, known: Facts) -> Article:
    header = read_header(text, known.title)
    facts = known.over(
        Facts(header.title, header.published, header.publisher or header.agency, header.authors, header.url)
    )
    story = body_spans(text, header.story)
    return Article(
        file=file,
        text=text,
        body=(header.headline, *story) if header.headline else story,
        title=facts.title,
        published=_published(facts.published, header),
        publisher=facts.publisher,
        authors=facts.authors,
        url=facts.url,
        language=facts.language or guess_language(text),
        location=location,
    )


def _published(stated: str | None, header: Header) -> str | None:
    """The most precise date that agrees with the most explicit one; a dateline takes its year from it."""
    known = stated or header.lead_date or header.updated
    if header.month_day and known and (len(known) == 4 or not (stated or header.lead_date)):
        return parse_month_day(header.month_day, known[:4]) or known
    return known
