"""Answers on their way out: plain words for errors, bytes from memory or from a file that goes when it is sent."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO

from anyio import to_thread
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from sayso.serve.engine.tasks import RefusedError, Result
from sayso.serve.negotiation import GRAPH_TYPES, ROW_TYPES

_CHUNK = 256 * 1024


def refusal(error: RefusedError) -> Response:
    """The reason in plain words, under the status that fits."""
    headers = {"Retry-After": "5"} if error.status == 503 else {}
    return PlainTextResponse(f"{error}\n", status_code=error.status, headers=headers)


def result_response(result: Result, headers: dict[str, str] | None = None) -> Response:
    """The answer in its media type."""
    media_type = {**ROW_TYPES, **GRAPH_TYPES}[result.form]
    if not result.file:
        return Response(result.content, media_type=media_type, headers=headers)
    path = Path(result.file)
    file = path.open("rb")
    size = str(path.stat().st_size)
    path.unlink()  # the open file lives on until it is sent or the client has gone
    return StreamingResponse(_chunks(file), media_type=media_type, headers={**(headers or {}), "Content-Length": size})


async def _chunks(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        while chunk := await to_thread.run_sync(file.read, _CHUNK):
            yield chunk
