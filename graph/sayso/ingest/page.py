"""A web page: the paragraphs of its article, without what surrounds it."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from sayso.ingest.boilerplate import is_sentence
from sayso.ingest.document import UnreadableError

_BLOCKS = {"p", "head", "item", "quote", "cell", "ab", "code", "list", "div", "fw"}
_HTML_BLOCKS = {
    *("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article"),
    *("tr", "td", "th", "table", "figure", "figcaption", "header", "footer", "main", "aside", "pre", "hr", "body"),
}
_SILENT = {"script", "style", "template", "noscript", "head", "svg"}
_MARKUP = re.compile(
    r"</?(?:p|div|br|a|span|strong|em|b|i|u|h[1-6]|ul|ol|li|blockquote|img|figure|article|section|html|body)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def parse_page(markup: str) -> Any:
    """The element tree of a page. Raises UnreadableError where there is none in it."""
    markup = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup)
    try:
        return lxml.html.document_fromstring(markup)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError("no web page can be made of it") from error


def article_paragraphs(markup: str) -> list[str]:
    """The paragraphs of the article on a page, in order. Raises UnreadableError where it holds none."""
    from trafilatura import bare_extraction  # slow to import, and only pages need it

    markup = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup)
    for precise in (True, False):
        try:
            found = bare_extraction(
                markup, favor_precision=precise, include_comments=False, include_tables=False, with_metadata=False
            )
        except (RecursionError, ValueError, TypeError, AttributeError, lxml.etree.LxmlError):
            found = None
        body = getattr(found, "body", None)
        paragraphs = [] if body is None else list(_paragraphs(body, _BLOCKS | {"lb"}))
        if any(is_sentence(paragraph) for paragraph in paragraphs):
            return paragraphs
    raise UnreadableError("no article was found in the page")


def has_markup(text: str) -> bool:
    """Whether a text is HTML, or a piece of it.

    >>> has_markup("<p>Hi"), has_markup("5 < 6 and 7 > 3")
    (True, False)
    """
    return _MARKUP.search(text) is not None


def text_of_fragment(markup: str) -> str:
    r"""All words of a piece of HTML, one paragraph a block.

    >>> text_of_fragment("<p>The <b>port</b> is&nbsp;open.</p><p>Ships came<br>in.</p>").split("\n\n")
    ['The port is open.', 'Ships came', 'in.']
    """
    return "\n\n".join(_paragraphs(parse_page(f"<div>{markup}</div>"), _HTML_BLOCKS))


def squeeze(words: str) -> str:
    """The words with single spaces between them."""
    return " ".join(words.split())


def _paragraphs(tree: Any, blocks: set[str]) -> Iterator[str]:
    """The text of each block; inline elements neither join nor part words."""
    pieces: list[str] = []
    for kind, words in _events(tree, blocks):
        if kind == "text":
            pieces.append(words)
        elif paragraph := squeeze("".join(pieces)):
            yield paragraph
            pieces = []
        else:
            pieces = []
    if paragraph := squeeze("".join(pieces)):
        yield paragraph


def _events(tree: Any, blocks: set[str]) -> Iterator[tuple[str, str]]:
    """Text and the edges of blocks in document order, without recursion: pages nest as deep as they like."""
    walk = lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        edge = element.tag in blocks
        if event == "start":
            if edge:
                yield "edge", ""
            if element.tag in _SILENT:
                walk.skip_subtree()
            elif element.text:
                yield "text", element.text
        else:
            if edge:
                yield "edge", ""
            if element.tail and element is not tree:
                yield "text", element.tail
