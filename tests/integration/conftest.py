"""A chat server for the tests: real HTTP on this machine, with replies written beforehand."""

import contextlib
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

Reply = dict[str, Any]
"""What the server does once: a ``body``, with ``status`` (200), ``headers`` (none) and ``after`` (0 seconds)."""


class Played:
    """Plays its replies in order, the last one for ever, and keeps what it was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[dict[str, Any]] = []
        self.closing = Event()
        played = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                played.asked.append({"path": self.path, "key": self.headers["Authorization"], **body})
                played.reply(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()

    def reply(self, handler: BaseHTTPRequestHandler) -> None:
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        self.closing.wait(reply.get("after", 0))
        data = reply.get("body", "").encode()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the client would not wait
            handler.send_response(reply.get("status", 200))
            for name, value in {**reply.get("headers", {}), "Content-Length": str(len(data))}.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(data)

    def close(self) -> None:
        self.closing.set()
        self.http.shutdown()
        self.http.server_close()


class Player:
    """Starts servers, and words the answers of a model."""

    def __init__(self) -> None:
        self.playing: list[Played] = []

    def __call__(self, *replies: Reply) -> Played:
        self.playing.append(Played(*replies))
        return self.playing[-1]

    @staticmethod
    def answer(statements: object, usage: dict[str, int] | None = None) -> Reply:
        content = statements if isinstance(statements, str) else json.dumps({"statements": statements})
        usage = {"prompt_tokens": 100, "completion_tokens": 20} if usage is None else usage
        message = {"role": "assistant", "content": content}
        return {"body": json.dumps({"choices": [{"message": message}], "usage": usage})}


@pytest.fixture
def play() -> Iterator[Player]:
    player = Player()
    yield player
    for server in player.playing:
        server.close()
