"""A SPARQL 1.1 server elsewhere: requests with the credentials of the environment, tried again where that may help.

``SAYSO_SPARQL_USER`` and ``SAYSO_SPARQL_PASSWORD`` are sent as the server asks for them (Basic or Digest),
``SAYSO_SPARQL_TOKEN`` as a bearer token.
"""

import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit

from sayso.errors import SaysoError

_TRIES, _PAUSE = 4, 0.5
_MAY_PASS = (429, 500, 502, 503, 504)
_TOLD = 300
Pairs = list[tuple[str, str]]


class ServerError(SaysoError):
    """A server cannot be reached or refuses; ``status`` is its HTTP status, 0 where there was no answer."""

    def __init__(self, url: str, status: int, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url, self.status, self.reason = url, status, reason


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Digest credentials that go with each request once the server has told its challenge.

    A server that asks for them may close the connection before it has taken a long body, and the challenge is lost.
    """

    _challenge: dict[str, str] | None = None
    is_asked = False
    """Whether the server was asked for its challenge, since the last request that it broke off."""

    def http_request(self, request: urllib.request.Request) -> urllib.request.Request:
        """Sign the request by the last challenge."""
        known = self._challenge if not request.has_header(self.auth_header) else None
        if known and (signed := self.get_authorization(request, known)):
            request.add_unredirected_header(self.auth_header, f"Digest {signed}")
        return request

    https_request = http_request

    def get_authorization(self, req: urllib.request.Request, chal: Mapping[str, str]) -> str:
        """What the request is signed with; the challenge is kept for those that follow."""
        self._challenge = dict(chal)
        return str(super().get_authorization(req, chal) or "")


@dataclass(frozen=True)
class Server:
    """One address of a server. Raises SaysoError where it is no http or https address."""

    url: str
    seconds: float = 60.0
    _opener: urllib.request.OpenerDirector = field(init=False, repr=False)
    _digest: _Digest = field(init=False, repr=False)
    _headers: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Take the credentials from the environment."""
        if urlsplit(self.url).scheme not in ("http", "https") or not urlsplit(self.url).hostname:
            raise SaysoError(f"{self.url!r} is no address of a server; it begins with http:// or https://")
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        user, password = (os.environ.get(f"SAYSO_SPARQL_{name}", "") for name in ("USER", "PASSWORD"))
        if user:
            known.add_password(None, self.url, user, password)
        digest = _Digest(known)
        opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(known), digest)
        token = os.environ.get("SAYSO_SPARQL_TOKEN", "")
        object.__setattr__(self, "_opener", opener)
        object.__setattr__(self, "_digest", digest)
        object.__setattr__(self, "_headers", {"Authorization": f"Bearer {token}"} if token else {})

    def ask(
        self, method: str, params: Pairs, body: bytes | None = None, most: int | None = None, **headers: str
    ) -> bytes:
        """One request, tried again where it may pass; ``headers`` are named with ``_`` for ``-``.

        Raises ServerError where the server refuses, cannot be reached, or answers with more than ``most`` bytes.
        """
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        joined = "&" if "?" in self.url else "?"
        url = f"{self.url}{joined}{urlencode(params)}" if params else self.url
        for left in reversed(range(_TRIES)):
            if body and os.environ.get("SAYSO_SPARQL_USER") and not self._digest.is_asked:
                self._learn_challenge()
            request = urllib.request.Request(url, data=body, method=method, headers={**self._headers, **told})
            try:
                return self._answer(request, most)
            except ServerError as error:
                if not left or error.status not in (0, *_MAY_PASS):
                    raise
                self._digest.is_asked = False
                time.sleep(_PAUSE * 2 ** (_TRIES - 1 - left))
        raise AssertionError("unreachable: the last try returns or raises")

    def _learn_challenge(self) -> None:
        """Ask for nothing, so that the request with a body is signed at once; what comes of it shows there."""
        self._digest.is_asked = True
        try:
            self._opener.open(urllib.request.Request(self.url, method="HEAD"), timeout=self.seconds).close()
        except (OSError, HTTPException):
            return

    def _answer(self, request: urllib.request.Request, most: int | None) -> bytes:
        try:
            with self._opener.open(request, timeout=self.seconds) as response:
                content: bytes = response.read() if most is None else response.read(most + 1)
        except urllib.error.HTTPError as error:
            said = error.read(_TOLD).decode("utf-8", "replace").strip().partition("\n")[0]
            raise ServerError(
                self.url, error.code, f"the server answers {error.code} {error.reason}: {said}"
            ) from error
        except (OSError, HTTPException) as error:
            raise ServerError(self.url, 0, f"the server cannot be reached: {error}") from error
        if most is not None and len(content) > most:
            raise ServerError(self.url, 413, f"the answer is larger than {most:,} bytes")
        return content
