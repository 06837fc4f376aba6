"""Ingest: files, folders, pages, JSON Lines and standard input become articles.

:func:`documents` finds and cuts (cheap), :func:`to_article` decodes and understands (work that can be
spread over processes). What cannot be used comes as :class:`~sayso.errors.Rejected`, never as an error.
"""

from sayso.ingest.article import Article, Span
from sayso.ingest.composing import article_from_text, to_article
from sayso.ingest.dates import parse_date
from sayso.ingest.document import Document
from sayso.ingest.loading import documents

__all__ = ["Article", "Document", "Span", "article_from_text", "documents", "parse_date", "to_article"]
