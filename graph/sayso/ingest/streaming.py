"""Bytes from files and streams: decompressed, split into lines, never more in memory than one document."""

import gzip
import io
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from sayso.ingest.document import MAX_BYTES, UnreadableError

_CHUNK = 1 << 20
TOO_LONG = None
"""What stands for a line that is longer than MAX_BYTES."""


def open_bytes(path: Path) -> BinaryIO:
    """The file for reading, decompressed where its name ends in ``.gz``."""
    return cast(BinaryIO, gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def read_whole(stream: BinaryIO, head: bytes = b"") -> bytes:
    """Everything after ``head``, with it. Raises UnreadableError where that is empty or too large."""
    data = head + stream.read(MAX_BYTES + 1 - len(head))
    if len(data) > MAX_BYTES:
        size = len(data) + sum(len(chunk) for chunk in _chunks(stream, 500))
        more, limit = "more than " if stream.read(1) else "", MAX_BYTES // 1_000_000
        raise UnreadableError(f"it is too large: {more}{size / 1e6:.1f} MB; sayso reads up to {limit} MB an article")
    if not data.strip():
        raise UnreadableError("the file is empty")
    return data


def read_lines(stream: BinaryIO, head: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank with its number from 1; TOO_LONG in place of one that is too long."""
    rest, number, skipping = b"", 0, False
    for chunk in chain([head.removeprefix(b"\xef\xbb\xbf")], _chunks(stream)):
        lines = (rest + chunk).split(b"\n")
        rest = lines.pop()
        for line in lines:
            number += 1
            if skipping or len(line) > MAX_BYTES:
                yield number, TOO_LONG
            elif line.strip():
                yield number, line
            skipping = False
        if len(rest) > MAX_BYTES:
            rest, skipping = b"", True
    if skipping or rest.strip():
        yield number + 1, TOO_LONG if skipping else rest


def as_utf8(stream: BinaryIO, head: bytes) -> tuple[BinaryIO, bytes]:
    """The stream recoded to UTF-8 where its head carries a mark of UTF-16."""
    if head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return stream, head
    text = (head + stream.read()).decode("utf-16", "replace")
    return io.BytesIO(text.encode("utf-8", "replace")), b""


def plainly(error: Exception) -> str:
    """Why the system would not let a file be read, in words for the person who named it."""
    if isinstance(error, PermissionError):
        return "it may not be read: permission denied"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return "the compressed file is broken"
    return f"it cannot be read: {getattr(error, 'strerror', None) or error}"


def _chunks(stream: BinaryIO, most: int | None = None) -> Iterator[bytes]:
    while (most is None or most > 0) and (chunk := stream.read(_CHUNK)):
        yield chunk
        most = None if most is None else most - 1
