"""The page that tells a reader of the bundle what it holds and how to check it."""

from collections.abc import Mapping
from pathlib import Path

from sayso import __version__

_INCLUDED = "the texts, one file an article version, byte for byte what offsets count in"
_LEFT_OUT = "empty place: the texts are not passed on with this bundle, their digests are"
_NEEDS = """The texts are not part of this bundle. Who has them, from the publisher or from whoever made the bundle,
puts them into `texts/` under the names in `texts.sha256`; `verify.py` then proves with the digests that they are the
same texts and checks every quotation in them. Until then it says how many quotations it could not look up.

"""


def readme(counts: Mapping[str, int], base: str, *, texts: bool) -> str:
    """The page in Markdown."""
    page = Path(__file__).with_name("page.md").read_text(encoding="utf-8")
    return page.format(
        **counts,
        version=__version__,
        base=base,
        texts=_INCLUDED if texts else _LEFT_OUT,
        does="digests, and every quotation against its text" if texts else "digests, tables and evidence agree",
        needs_texts="" if texts else _NEEDS,
    )
