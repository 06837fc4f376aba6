"""The fingerprint of the rules: an article that other rules have read is read again."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from sayso.resources import resource

_STAGES = ("ingest", "read", "model")


@cache
def rules_digest(gazetteers: tuple[Path, ...] = (), reader: str = "") -> str:
    """SHA-256 over everything that decides how an article becomes a graph, as 64 hex digits.

    That is the code and data of the first three stages, the shipped gazetteer, the user's own, and what
    names the reader.
    """
    package = Path(__file__).resolve().parent.parent
    own = [package / "namespaces.py", *(f for stage in _STAGES for f in (package / stage).rglob("*"))]
    folder = resource("ontology/gazetteer")
    shipped = [*folder.glob("*.ttl"), *folder.glob("geonames/*.tsv")]
    digest = sha256(reader.encode() + b"\0")
    for path in [*sorted(own), *sorted(shipped), *gazetteers]:
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
