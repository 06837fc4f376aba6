"""What a request says: its parameters and its body, read no further than allowed."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request

from sayso.serve.engine.tasks import RefusedError

Pairs = list[tuple[str, str]]
_MOST_FIELDS = 200


async def body_of(request: Request, most: int) -> bytes:
    """The body. Raises RefusedError where it is longer than ``most`` bytes."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > most:
            raise RefusedError(413, f"The request is longer than {most:,} bytes.")
    return bytes(content)


def pairs_of(encoded: bytes) -> Pairs:
    """The fields of a form or a query string. Raises RefusedError where they are not UTF-8 or too many."""
    try:
        text = encoded.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise RefusedError(400, "The parameters are not percent-encoded UTF-8.") from error
    except ValueError as error:
        raise RefusedError(400, f"The parameters cannot be read: {error}.") from error


def query_of(request: Request) -> Pairs:
    """The parameters in the address."""
    return pairs_of(request.scope["query_string"])


def first(pairs: Pairs, name: str, default: str = "") -> str:
    """The first value under a name."""
    return next((value for key, value in pairs if key == name), default)


def every(pairs: Pairs, name: str) -> tuple[str, ...]:
    """All the values under a name, in order."""
    return tuple(value for key, value in pairs if key == name)


def media_type_of(request: Request) -> str:
    """The media type of the body, without parameters, in lower case."""
    return str(request.headers.get("content-type", "")).partition(";")[0].strip().lower()


def known(pairs: Pairs, names: Sequence[str]) -> dict[str, str]:
    """The parameters of these names that say something, the first of each."""
    return {name: value for name in names if (value := first(pairs, name).strip())}
