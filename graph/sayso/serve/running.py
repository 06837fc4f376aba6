"""Listens on an address until it is stopped."""

import socket
from collections.abc import Callable

import uvicorn

from sayso.errors import SaysoError
from sayso.serve.application import make_app
from sayso.serve.site import Site

_LONGEST_ADDRESS = 64 * 1024
"""Bytes of the longest request line with its headers; longer queries are posted."""


def run(site: Site, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve the site; ``told`` is called with its address once it answers. Raises SaysoError where it cannot listen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise SaysoError(f"{host}:{port}: cannot be listened on: {error.strerror}; choose another --port") from error
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(
        make_app(site),
        log_level="warning",
        server_header=False,
        h11_max_incomplete_event_size=_LONGEST_ADDRESS,
        http="h11",
        ws="none",
        timeout_graceful_shutdown=3,
    )
    with listening:
        _Announcing(config, lambda: told(f"http://{shown}:{listening.getsockname()[1]}/")).run([listening])


class _Announcing(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()
