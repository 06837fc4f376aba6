"""Finds attributions by asking a model about each passage and looking up what it quotes."""

from sayso.ingest.article import Article
from sayso.read.attribution import Account, Attribution
from sayso.read.cost import Cost, counted
from sayso.read.served.answer import MalformedError, Quoted, parse
from sayso.read.served.cache import Cache
from sayso.read.served.chat import Chat
from sayso.read.served.passages import Passage, passages
from sayso.read.served.placing import Placed, place
from sayso.read.served.prompt import asked_again, question


class ServedAttributor:
    """Reads attributions through a chat server; meets the ``Attributor`` and ``Accountable`` protocols.

    The same answers give the same attributions. Raises UnansweredError where the server does not answer:
    half an article is never passed off as read.
    """

    def __init__(self, chat: Chat, cache: Cache) -> None:
        self.chat, self.cache = chat, cache
        self._warnings: list[str] = []
        self._cached = 0

    def attribute(self, article: Article) -> list[Attribution]:
        """All attributions inside the article's body, in the order of the text."""
        answers = [(passage, self._statements(passage)) for passage in passages(article)]
        placed = [place(passage, statements) for passage, statements in answers if statements is not None]
        self._warn_of_unread(len(answers) - len(placed), len(answers))
        self._warn_of_missing(placed)
        found = {a for p in placed for a in p.attributions}
        return sorted(found, key=lambda a: (a.start, a.source, a.cue, a.content, a.act))

    def account(self) -> Account:
        """Of all it was asked since it was last asked for an account; asking begins a new one."""
        account = Account(tuple(self._warnings), self.chat.cost + Cost(cached=self._cached))
        self._warnings, self._cached, self.chat.cost = [], 0, Cost()
        return account

    def _statements(self, passage: Passage) -> list[Quoted] | None:
        """What the model quotes, from the cache or asked for; ``None`` where it is malformed twice."""
        model, messages = self.chat.server.model, question(passage.text)
        held = self.cache.get(model, messages)
        if held is not None:
            try:
                statements = parse(held)
            except MalformedError:
                pass
            else:
                self._cached += 1
                return statements
        asked = messages
        for _ in range(2):
            answer = self.chat.ask(asked)
            try:
                statements = parse(answer)
            except MalformedError as error:
                asked = asked_again(messages, answer, str(error))
            else:
                self._keep(answer, passage)
                return statements
        return None

    def _keep(self, answer: str, passage: Passage) -> None:
        server = self.chat.server
        if server.hide(answer) == answer:
            self.cache.put(server.model, question(passage.text), answer)

    def _warn_of_unread(self, unread: int, all_: int) -> None:
        if unread:
            told = f"{unread} of {counted(all_, 'passage')} could not be read"
            self._warnings.append(f"{told}: the model twice gave an answer that is not the JSON it was asked for")

    def _warn_of_missing(self, placed: list[Placed]) -> None:
        missing, dropped = sum(p.missing for p in placed), sum(p.dropped for p in placed)
        if missing or dropped:
            told = (
                f"{counted(missing, 'quote')} from the model {'was' if missing == 1 else 'were'} not found in the text"
            )
            self._warnings.append(f"{told}; {counted(dropped, 'statement')} left out")
