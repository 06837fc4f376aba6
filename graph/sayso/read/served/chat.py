"""Asks a chat server over HTTP, patiently: with a time-out, and again where asking again may help."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn

from sayso.errors import ReaderError, UnansweredError
from sayso.read.cost import Cost
from sayso.read.served.prompt import Message
from sayso.read.served.server import Server

PATIENCE = 120.0
"""Seconds until an answer must be there, whole."""

_TRIES = 5
_LONGEST_WAIT = 120.0
_LARGEST = 10_000_000
_IN_A_ROW = 3
_PASSING = frozenset([408, 409, 425, 429])
_HOPELESS = {
    401: "refuses the key: check SAYSO_LLM_API_KEY",
    403: "refuses the key for this model: check SAYSO_LLM_API_KEY and SAYSO_LLM_MODEL",
    404: "knows no such address or model: check SAYSO_LLM_BASE_URL (it often ends in /v1) and SAYSO_LLM_MODEL",
}


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    text: str
    wait: float | None = None


class Chat:
    """One server and model; ``cost`` grows with every request."""

    def __init__(
        self, server: Server, *, patience: float = PATIENCE, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.server = server
        self.cost = Cost()
        self._patience, self._sleep = patience, sleep
        self._unanswered = 0
        self._settings: dict[str, Any] = {"model": server.model, "temperature": 0}

    def ask(self, messages: list[Message]) -> str:
        """The model's answer.

        A time-out, a broken connection, 429 and 5xx are tried again, after 1, 2, 4 and 8 seconds or when
        the server says. Raises UnansweredError where that does not help, and ReaderError where no other
        question can fare better: a wrong key or address, or three questions unanswered in a row.
        """
        fault = ""
        for attempt in range(_TRIES):
            response = self._request(messages)
            if response.status == 200:
                return self._answer(response.text)
            fault = self._fault(response)
            wait = max(2.0**attempt, response.wait or 0)
            if not self._is_passing(response) or wait > _LONGEST_WAIT:
                break
            if attempt + 1 < _TRIES:
                self._sleep(wait)
        self._give_up(fault)

    def _request(self, messages: list[Message]) -> _Response:
        """One request; status 0 where no response came."""
        httpx = import_httpx()
        question = json.dumps({**self._settings, "messages": messages}).encode("ascii")
        headers = {"Authorization": f"Bearer {self.server.key}", "Content-Type": "application/json"}
        self.cost += Cost(requests=1)
        deadline = time.monotonic() + self._patience
        body = bytearray()
        try:
            with httpx.stream(
                "POST", self.server.endpoint, content=question, headers=headers, timeout=self._patience
            ) as response:
                for part in response.iter_bytes():
                    body += part
                    if time.monotonic() > deadline or len(body) > _LARGEST:
                        return _Response(0, "the answer takes too long or is too large")
                wait = _seconds(response.headers.get("Retry-After", ""))
                return _Response(response.status_code, body.decode("utf-8", "replace"), wait)
        except httpx.TimeoutException:
            return _Response(0, f"no answer within {self._patience:g} seconds")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _Response(0, f"{type(error).__name__}: {error}")

    def _is_passing(self, response: _Response) -> bool:
        """Whether asking again may help; a setting that the model does not know is left out from now on."""
        if response.status == 400 and "temperature" in response.text:
            return self._settings.pop("temperature", None) is not None
        return response.status == 0 or response.status >= 500 or response.status in _PASSING

    def _fault(self, response: _Response) -> str:
        said = self.server.hide(" ".join(_message(response.text).split()))[:200]
        if response.status in _HOPELESS or 300 <= response.status < 400:
            advice = _HOPELESS.get(response.status, "has moved: check SAYSO_LLM_BASE_URL")
            raise ReaderError(f"the server {self.server.host} {advice} ({response.status}: {said})")
        return f"{response.status}: {said}" if response.status else said

    def _answer(self, text: str) -> str:
        try:
            told = json.loads(text)
            answer = told["choices"][0]["message"]["content"] or ""
            usage = told.get("usage") or {}
            prompt, completion = usage.get("prompt_tokens"), usage.get("completion_tokens")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self._give_up("it answers in another form than /chat/completions has; check SAYSO_LLM_BASE_URL")
        self._unanswered = 0
        if isinstance(prompt, int) and isinstance(completion, int):
            self.cost += Cost(prompt_tokens=prompt, completion_tokens=completion)
        else:
            self.cost += Cost(unreported=1)
        return answer if isinstance(answer, str) else ""

    def _give_up(self, fault: str) -> NoReturn:
        self._unanswered += 1
        told = f"the server {self.server.host} has not answered: {fault}"
        if self._unanswered >= _IN_A_ROW:
            raise ReaderError(f"{told}; that was the third time in a row, so nothing more is asked")
        raise UnansweredError(told)


def import_httpx() -> Any:
    """The library that asks. Raises ReaderError where it is not installed."""
    try:
        import httpx
    except ImportError:
        raise ReaderError("the reader 'server' needs httpx; install it with: pip install 'sayso[server]'") from None
    return httpx


def _message(text: str) -> str:
    """What a server says of an error: the message inside its JSON, or the text as it stands."""
    try:
        told = json.loads(text)["error"]
        return str(told["message"] if isinstance(told, dict) else told)
    except (ValueError, LookupError, TypeError, RecursionError):
        return text


def _seconds(retry_after: str) -> float | None:
    """How long a server asks to wait, told in seconds or as the time to wait for (RFC 9110, 10.2.3).

    >>> _seconds("1.5"), _seconds("Wed, 21 Oct 2015 07:28:00 GMT"), _seconds(""), _seconds("soon")
    (1.5, 0.0, None, None)
    """
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
