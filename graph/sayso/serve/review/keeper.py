"""Who may decide: a token where the server can be reached from elsewhere, and on every form a mark of this session.

On loopback no token is needed, but the address must be a loopback one, so that no page of another site can act
through a name that it points here (DNS rebinding).
"""

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from sayso.serve.engine.tasks import RefusedError
from sayso.serve.requests import Pairs, first

_COOKIE = "sayso-review"
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Keeper:
    """``token`` is what a reviewer must know; empty where only this machine can reach the server."""

    token: str = ""
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def admit(self, request: Request) -> str:
        """The session of a request that may review. Raises RefusedError where it may not."""
        host = request.headers.get("host", "").rpartition(":")[0] or request.headers.get("host", "")
        if not self.token and host not in _LOOPBACK:
            raise RefusedError(403, "Without a token, reviewing works from this machine alone.")
        session = request.cookies.get(_COOKIE, "")
        name, _, mark = session.partition(".")
        if name and hmac.compare_digest(mark, self._mark("session", name)):
            return session
        if self.token:
            raise RefusedError(401, "Reviewing needs the token: log in at /review/login.")
        return self.new_session()

    def new_session(self) -> str:
        """A session that nobody can make up."""
        name = secrets.token_urlsafe(16)
        return f"{name}.{self._mark('session', name)}"

    def knows(self, token: str) -> bool:
        """Whether that is the token."""
        return bool(self.token) and hmac.compare_digest(token.encode(), self.token.encode())

    def form_mark(self, session: str) -> str:
        """What a form of this session must carry."""
        return self._mark("form", session)

    def check_form(self, session: str, pairs: Pairs) -> None:
        """Raise RefusedError where the form was not made for this session (cross-site request forgery)."""
        if not hmac.compare_digest(first(pairs, "mark").encode(), self.form_mark(session).encode()):
            raise RefusedError(403, "This form was made for another session: reload the page and decide again.")

    def remember(self, response: Response, session: str) -> Response:
        """Give the session to the browser, for no other site and no script to use."""
        response.set_cookie(_COOKIE, session, path="/review", httponly=True, samesite="strict")
        response.headers["Cache-Control"] = "no-store"
        return response

    def _mark(self, use: str, text: str) -> str:
        return hmac.new(self._secret, f"{use}:{text}".encode(), sha256).hexdigest()
