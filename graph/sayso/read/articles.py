"""Articles read one after another, without a store."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.errors import Rejected, UnansweredError
from sayso.ingest import Document, documents, to_article
from sayso.read.figures.coding import profile
from sayso.read.gazetteer import load_gazetteer
from sayso.read.reader import read
from sayso.read.readers import DEFAULT_READER, attributor_named
from sayso.read.reading import Reading


def read_articles(
    paths: Sequence[str],
    *,
    gazetteers: tuple[Path, ...] = (),
    reader: str = DEFAULT_READER,
    coding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading | Rejected]:
    """Each input as a Reading, in order; what cannot be read comes as Rejected in its place."""
    gazetteer, attributor, least = load_gazetteer(gazetteers), attributor_named(reader), profile(coding)
    for document in documents(paths, stdin=stdin):
        article = to_article(document) if isinstance(document, Document) else document
        try:
            yield article if isinstance(article, Rejected) else read(article, gazetteer, attributor, least)
        except UnansweredError as error:
            yield Rejected(document.file, str(error))
