"""Readers by name: which attributor finds who said what. All that stands around it is the same for each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.errors import ReaderError
from sayso.read.attribution import Attributor

DEFAULT_READER = "learned"


@dataclass(frozen=True, slots=True)
class Reader:
    """How a reader is made, and what names it.

    ``identity`` tells readings by one reader, or one model, from those by another; it raises ReaderError
    where the reader lacks what it needs. ``waits`` is true of a reader that waits for a server rather
    than works: a build then reads in one process unless told otherwise.
    """

    make: Callable[[], Attributor]
    identity: Callable[[], str]
    waits: bool = False


def reader_names() -> list[str]:
    """The names of all readers, the default first."""
    return sorted(_READERS, key=lambda name: (name != DEFAULT_READER, name))


def reader_named(name: str) -> Reader:
    """The reader of that name. Raises ReaderError, which names those there are.

    >>> reader_named("rules").identity()
    'rules'
    """
    if name not in _READERS:
        raise ReaderError(f"no reader is called {name!r}; there are: {', '.join(reader_names())}")
    return _READERS[name]


@cache
def attributor_named(name: str) -> Attributor:
    """The attributor of a reader, made once a process. Raises ReaderError."""
    return reader_named(name).make()


def _learned() -> Attributor:
    from sayso.read.learned import LearnedAttributor

    return LearnedAttributor()


def _rules() -> Attributor:
    from sayso.read.rules import RuleAttributor

    return RuleAttributor()


def _server() -> Attributor:
    from sayso.read.served import ServedAttributor, server_from_environment
    from sayso.read.served.cache import Cache, cache_folder
    from sayso.read.served.chat import Chat

    return ServedAttributor(Chat(server_from_environment()), Cache(cache_folder()))


def _server_identity() -> str:
    from sayso.read.served import server_from_environment
    from sayso.read.served.chat import import_httpx
    from sayso.read.served.prompt import PROMPT_VERSION

    import_httpx()
    return f"server, model {server_from_environment().model}, prompt {PROMPT_VERSION}"


_READERS = {
    "learned": Reader(_learned, lambda: "learned"),
    "rules": Reader(_rules, lambda: "rules"),
    "server": Reader(_server, _server_identity, waits=True),
}
