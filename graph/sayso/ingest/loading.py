"""Reads what was found into documents, one an article; what cannot be read is named with its reason."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import Rejected
from sayso.ingest.decoding import decode
from sayso.ingest.document import MAX_BYTES, Document, Media, UnreadableError
from sayso.ingest.finding import ARTICLES, Found, find_files, readable, sidecar_of, suffix_of
from sayso.ingest.records import parse_json, record_name, records_in
from sayso.ingest.signature import kind_of_binary, looks_like_html
from sayso.ingest.streaming import TOO_LONG, as_utf8, open_bytes, plainly, read_lines, read_whole

_HEAD = 65_536


def documents(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Document | Rejected]:
    """One Document an article, in the order of the paths and sorted inside folders.

    A path is a file, a folder, a pattern or ``-`` for standard input. Lines of JSON Lines stream. What
    cannot be read comes as Rejected in its place, and the rest goes on.
    """
    files = find_files([path for path in paths if path != "-"])
    if "-" in paths:
        yield from _load("-", "-", stdin or sys.stdin.buffer, "", None)
    for found in files:
        yield from [found] if isinstance(found, Rejected) else _load_file(found)


def _load_file(found: Found) -> Iterator[Document | Rejected]:
    if found.path.name.endswith(".meta.json"):
        yield Rejected(found.name, "a sidecar describes an article and is none: name the article beside it")
        return
    try:
        sidecar = _read_sidecar(found.path)
        with open_bytes(found.path) as stream:
            yield from _load(found.name, readable(str(found.path.absolute())), stream, suffix_of(found.path), sidecar)
    except (OSError, EOFError, ValueError) as error:
        yield Rejected(found.name, str(error) if isinstance(error, UnreadableError) else plainly(error))


def _read_sidecar(path: Path) -> Mapping[str, Any] | None:
    if not (side := sidecar_of(path)):
        return None
    try:
        value = parse_json(side.read_bytes())
    except (OSError, UnreadableError) as error:
        raise UnreadableError(f"its sidecar {side.name} cannot be used: {error}") from error
    if not isinstance(value, dict):
        raise UnreadableError(f"its sidecar {side.name} cannot be used: it holds no JSON object")
    return value


def _load(
    file: str, location: str, stream: BinaryIO, suffix: str, sidecar: Mapping[str, Any] | None
) -> Iterator[Document | Rejected]:
    try:
        head = stream.read(_HEAD)
        if kind := kind_of_binary(head):
            yield Rejected(file, f"it seems to be {kind}, not text")
        elif suffix in (".jsonl", ".ndjson") or _begins_json_lines(head, suffix):
            yield from _load_lines(file, location, *as_utf8(stream, head))
        else:
            yield from _load_whole(file, location, read_whole(stream, head), suffix, sidecar)
    except (OSError, EOFError, ValueError) as error:
        yield Rejected(file, str(error) if isinstance(error, UnreadableError) else plainly(error))


def _load_whole(
    file: str, location: str, data: bytes, suffix: str, sidecar: Mapping[str, Any] | None
) -> Iterator[Document | Rejected]:
    location = f"-#{sha256(data).hexdigest()[:16]}" if location == "-" else location
    json_like = suffix == ".json" or (suffix not in ARTICLES and data.lstrip()[:1] in (b"{", b"["))
    if json_like:
        try:
            value = parse_json(decode(data))
        except UnreadableError:
            if suffix == ".json":
                raise
        else:
            yield from _load_records(file, location, value, sidecar)
            return
    html = suffix in (".html", ".htm", ".xhtml") or looks_like_html(data)
    media: Media = "html" if html else "text"
    yield Document(file, location, data, media, sidecar)


def _load_records(
    file: str, location: str, value: Any, sidecar: Mapping[str, Any] | None
) -> Iterator[Document | Rejected]:
    if isinstance(value, dict) and list(records_in(value)) == [value]:
        yield Document(file, location, _utf8(value), "json", sidecar)
        return
    names = _Names()
    if not (records := list(records_in(value))):
        yield Rejected(file, "the list in it is empty")
    for number, record in enumerate(records, 1):
        name = names.take(record, number)
        yield Document(f"{file}#{name}", f"{location}#{name}", _utf8(record), "json")


def _load_lines(file: str, location: str, stream: BinaryIO, head: bytes) -> Iterator[Document | Rejected]:
    names, empty = _Names(), True
    for number, line in read_lines(stream, head):
        empty = False
        if line is TOO_LONG or line is None:
            yield Rejected(f"{file}#{number}", f"line {number} is too long: more than {MAX_BYTES // 1_000_000} MB")
            continue
        try:
            record = parse_json(decode(line))
        except UnreadableError as error:
            yield Rejected(f"{file}#{number}", f"line {number}: {error}")
            continue
        name = names.take(record, number)
        yield Document(f"{file}#{name}", f"{location}#{name}", _utf8_line(line), "json")
    if empty:
        yield Rejected(file, "the file is empty")


class _Names:
    """Names for the records of one file: the id where it is new, else the number of the line or item."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def take(self, record: Any, number: int) -> str:
        name = record_name(record) or str(number)
        while name in self.taken:
            name = f"{name}.{number}"
        self.taken.add(name)
        return name


def _begins_json_lines(head: bytes, suffix: str) -> bool:
    """Whether the first line is a JSON object of its own and more follows, in a file that may be JSON."""
    first, newline, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if suffix in ARTICLES - {".json"} or not newline or not rest.strip() or not first.startswith(b"{"):
        return False
    try:
        return isinstance(parse_json(first), dict)
    except UnreadableError:
        return False


def _utf8_line(line: bytes) -> bytes:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line).encode("utf-8")
    return line.strip()


def _utf8(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=True, sort_keys=True).encode("ascii")
