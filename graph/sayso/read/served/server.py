"""Which server is asked, with which key, for which model: told by the environment."""

import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sayso.errors import ReaderError

_PURPOSE = {
    "SAYSO_LLM_BASE_URL": "the address of a server that answers /chat/completions, such as http://localhost:8000/v1",
    "SAYSO_LLM_API_KEY": "the key that the server wants; one that wants none takes any word",
    "SAYSO_LLM_MODEL": "the name of a model that the server knows",
}
_SHORTEST_SECRET = 8


@dataclass(frozen=True, slots=True)
class Server:
    """A server, a model, and a key that is never shown."""

    base_url: str
    model: str
    key: str = field(repr=False)

    @property
    def host(self) -> str:
        """Host and port, fit for a message: neither user name, nor password, nor query."""
        parts = urlsplit(self.base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def endpoint(self) -> str:
        """The URL that is asked."""
        return self.base_url.rstrip("/") + "/chat/completions"

    def hide(self, text: str) -> str:
        """The text without the key, should a server have repeated it; a word like "none" is no secret."""
        return text.replace(self.key, "[key]") if len(self.key) >= _SHORTEST_SECRET else text


def server_from_environment() -> Server:
    """The server that ``SAYSO_LLM_BASE_URL``, ``SAYSO_LLM_API_KEY`` and ``SAYSO_LLM_MODEL`` name.

    Raises ReaderError where one is missing or cannot be right; it never shows the key.
    """
    told = {name: os.environ.get(name, "").strip() for name in _PURPOSE}
    for name, value in told.items():
        if not value:
            raise ReaderError(f"the reader 'server' needs {name}: {_PURPOSE[name]}")
    url, key, model = told.values()
    if not _is_address(url):
        raise ReaderError(
            f"SAYSO_LLM_BASE_URL is not an http or https address: it should be {_PURPOSE['SAYSO_LLM_BASE_URL']}"
        )
    if not re.fullmatch(r"[\x21-\x7e]+", key):
        raise ReaderError("SAYSO_LLM_API_KEY holds a space or a sign outside ASCII, which no key does")
    return Server(url, model, key)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
