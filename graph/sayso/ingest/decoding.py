"""Bytes to text: the byte order mark, the declared charset, UTF-8, then detection, in that order."""

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from sayso.ingest.document import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,300}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_SUPERSETS = {  # what browsers read instead of the narrower name (WHATWG Encoding Standard)
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
_NO_CHARSETS = {"unicode_escape", "raw_unicode_escape", "punycode", "idna", "utf-7", "utf-8-sig", "utf-16", "utf-32"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536


def decode(data: bytes, *, declares: bool = False) -> str:
    r"""The text of the bytes, without its byte order mark and otherwise unchanged.

    ``declares`` says that a charset named inside (HTML, XML) counts. Raises UnreadableError where the
    bytes are not text or no encoding fits.

    >>> decode(b"\xff\xfeH\x00i\x00")
    'Hi'
    >>> decode(b"\x93No,\x94 she said")
    '“No,” she said'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom) and (text := _try(data[len(bom) :], encoding)) is not None:
            return _textual(text)
    if b"\0" in data:
        return _textual(_decode_utf16(data))
    for encoding in _candidates(data, declares):
        if (text := _try(data, encoding)) is not None:
            return _textual(text)
    return _textual(_detect(data))


def _candidates(data: bytes, declares: bool) -> Iterator[str]:
    declared = _declared(data) if declares else None
    single = declared is not None and declared.startswith(("cp125", "iso8859", "cp874", "koi8", "mac"))
    if declared and not single:
        yield declared
    yield "utf-8"  # before a declared single-byte charset: other text is valid UTF-8 only by miracle
    if declared and single:
        yield declared


def _declared(data: bytes) -> str | None:
    if not (found := _DECLARED.search(data[:4096])):
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        b"".decode(name)  # refuses codecs that are no charsets, such as base64
    except LookupError:
        return None
    return None if name in _NO_CHARSETS else _SUPERSETS.get(name, name)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _decode_utf16(data: bytes) -> str:
    """UTF-16 without a mark: the byte order that gives neither control characters nor rarities."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    for encoding, likely in (("utf-16-le", odd > even), ("utf-16-be", even > odd)):
        if likely and (text := _try(data[: len(data) // 2 * 2], encoding)) is not None:
            sample = text[:2000]
            if not _CONTROLS.search(sample) and sum(c.isalnum() or c.isspace() for c in sample) > len(sample) / 2:
                return text
    raise UnreadableError("it seems to be a binary file, not text")


def _detect(data: bytes) -> str:
    """Text in an encoding that nobody named."""
    text = data.decode("utf-8", "replace")
    broken, foreign = text.count("\N{REPLACEMENT CHARACTER}"), sum(c > "\x7f" for c in text)
    if foreign - broken >= 9 * broken and broken * 200 <= len(text):
        return text  # UTF-8 with a scratch
    if sum(byte > 0x7F for byte in data[:_SAMPLE]) * 12 < len(data[:_SAMPLE]):
        western = _try(data, "cp1252")
        if western is not None:
            return western
    sample = data[:_SAMPLE]
    best = from_bytes(sample[: sample.rfind(b"\n")] if len(data) > _SAMPLE and b"\n" in sample else sample).best()
    text = data.decode(best.encoding, "replace") if best else ""
    if not text or text.count("\N{REPLACEMENT CHARACTER}") * 100 > len(text):
        raise UnreadableError("its character encoding cannot be told; save it as UTF-8")
    return text


def _textual(text: str) -> str:
    if "\0" in text or len(_CONTROLS.findall(text[:_SAMPLE])) * 50 > min(len(text), _SAMPLE):
        raise UnreadableError("it seems to be a binary file, not text")
    return text
