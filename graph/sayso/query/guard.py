"""Refuses, before execution, a query that would change data or reach over the network."""

import re

from sayso.errors import QuestionError

_GAP = r"(?:\s|#[^\n\r]*[\n\r])"
_SERVICE = re.compile(
    rf"(?P<variable>[?$][\w·-]*)?SERVICE{_GAP}*(?:SILENT{_GAP}*)?(?:<[^>]*>|[?$]\w+|[^\s{{}}()<>\"'?$]*:[^\s{{}}]*?){_GAP}*\{{",
    re.IGNORECASE,
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_COMMENT_LINE = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_UPDATE = re.compile(
    r"\A(?:\s+|#[^\n]*\n|(?:PREFIX|BASE)\b[^<]*<[^>]*>)*(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)


def refuse_unsafe(text: str, name: str) -> None:
    """Raise QuestionError for a SERVICE clause, which would send data elsewhere, and for an update.

    A SERVICE clause is known by its shape (keyword, IRI or variable, opening brace), which no
    quoting can take from it; the mere word, in a name, an IRI or a line of comment, is allowed.
    """
    if update := _UPDATE.match(text):
        raise QuestionError(f"{name}: {update[1].upper()} would change the store; a query only reads")
    if _has_service(text) or _has_service(_CODE_POINT.sub(_character, text)):
        raise QuestionError(f"{name}: SERVICE would send the query to another server; take the clause out")


def _has_service(text: str) -> bool:
    if '"""' not in text and "'''" not in text:  # otherwise the line may end a long string and hold code
        text = _COMMENT_LINE.sub("", text)
    return any(not found["variable"] for found in _SERVICE.finditer(text))


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else escape[0]
