"""What every answer says to the browser: run nothing that is not ours, and let other sites read, not act."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SETS_STYLES = "/editor"
"""The page of the editor, whose code sets styles on what it draws."""
_OWN = ("/review", "/static")
"""Paths that other sites have no business with."""
_METHODS = {"Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS", "Access-Control-Max-Age": "86400"}


class Guarded:
    """Wraps the application: a Content-Security-Policy on all, CORS for reading on what tools read."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        shared = not path.startswith(_OWN)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                styles = " 'unsafe-inline'" if path == _SETS_STYLES else ""
                headers["Content-Security-Policy"] = _POLICY.format(styles=styles)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                if shared:
                    headers["Access-Control-Allow-Origin"] = "*"
            await send(message)

        if shared and scope["method"] == "OPTIONS":
            await _preflight(scope, guarded)
            return
        await self._app(scope, receive, guarded)


async def _preflight(scope: Scope, send: Send) -> None:
    wanted = next((value for name, value in scope["headers"] if name == b"access-control-request-headers"), b"")
    headers = [(name.lower().encode(), value.encode()) for name, value in _METHODS.items()]
    headers += [(b"access-control-allow-headers", wanted)] if wanted else []
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
