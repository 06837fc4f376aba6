"""Where on this site a thing of the graph is described: the way from its IRI to an address, and back."""

from dataclasses import dataclass
from urllib.parse import quote

from sayso.namespaces import SAYSO, VOCABULARY

_SAFE = "/:@!$&'()*+,;=~-._"
_TERMS = "vocab/"
"""What stands for the vocabulary in an address; its own names (kind, unit, …) are taken by data."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """``base`` is the IRI under which the data live."""

    base: str

    def of(self, iri: str) -> str:
        """The address of the page about an IRI; an IRI that is not of this site is its own address.

        >>> here = Addresses("https://example.org/id/")
        >>> here.of("https://example.org/id/article/9f2c#f498"), here.of("https://w3id.org/sayso/ns#saidBy")
        ('/article/9f2c/f498', '/ns#saidBy')
        """
        if iri.startswith(SAYSO):
            return f"/ns#{quote(iri.removeprefix(SAYSO))}" if iri != SAYSO else "/ns"
        if iri.startswith(self.base):
            document, hash_sign, part = iri.removeprefix(self.base).partition("#")
            return f"/{quote(document, safe=_SAFE)}" + (f"/{quote(part, safe='=,-._')}" if hash_sign else "")
        if iri.startswith(VOCABULARY):
            return f"/{_TERMS}{quote(iri.removeprefix(VOCABULARY), safe=_SAFE)}"
        return iri if iri.startswith(("http://", "https://")) else ""

    def iri(self, path: str) -> str:
        """The IRI that a path stands for, without its leading slash: of the vocabulary or of the data."""
        if path == "ns":
            return SAYSO.rstrip("#")
        if path.startswith(_TERMS):
            return VOCABULARY + path.removeprefix(_TERMS)
        return self.base + path

    def short(self, iri: str) -> str:
        """The IRI without the base of the data, as people write it in a parameter."""
        return iri.removeprefix(self.base)
