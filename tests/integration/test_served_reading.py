"""Reading through a chat server, over real HTTP: what it answers, how it fails, what is kept."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import ReaderError, UnansweredError
from sayso.ingest.article import Article
from sayso.read import read
from sayso.read.cost import Cost
from sayso.read.reading import Reading
from sayso.read.served import ServedAttributor, Server
from sayso.read.served.cache import Cache
from sayso.read.served.chat import Chat

KEY = "sk-local-0123456789"
TEXT = "“We tried\u00a0our best,” Mayor Ana Ruiz said on Monday.\n\nThe agency believes the dam will hold."
GOOD = [
    {"source": ["Mayor Ana Ruiz"], "cue": ["said"], "content": ['"We tried our best,"'], "act": "speech"},
    {"source": ["The agency"], "cue": ["believes"], "content": ["the dam will hold"], "act": "attitude"},
]


@dataclass
class Asking:
    """An attributor that asks a played server, and how long it would have waited between tries."""

    attributor: ServedAttributor
    waits: list[float]

    def read(self, text: str = TEXT) -> Reading:
        return read(Article("dam.txt", text, ((0, len(text)),)), attributor=self.attributor)


def asking(server: Any, folder: Path, patience: float = 5.0) -> Asking:
    waits: list[float] = []
    url = server if isinstance(server, str) else server.url
    chat = Chat(Server(url, "small", KEY), patience=patience, sleep=waits.append)
    return Asking(ServedAttributor(chat, Cache(folder / "cache")), waits)


def said(reading: Reading) -> list[tuple[str, ...]]:
    text = reading.article.text
    roles = ((s.source, s.cue, s.content) for s in reading.statements)
    return [tuple(" / ".join(text[a:b] for a, b in role) for role in spans) for spans in roles]


READ = [("Mayor Ana Ruiz", "said", "“We tried\u00a0our best,”"), ("The agency", "believes", "the dam will hold")]


def test_a_good_answer_becomes_a_reading(play: Any, tmp_path: Path) -> None:
    server = play(play.answer(GOOD))
    reading = asking(server, tmp_path).read()
    assert said(reading) == READ
    assert next((s.act, s.manner, s.speaker) for s in reading.statements) == ("speech", "direct", "agent/ana-ruiz")
    assert reading.statements[1].act == "attitude"
    assert not reading.warnings
    assert reading.cost == Cost(1, 0, 100, 20)
    [asked] = server.asked
    assert (asked["path"], asked["key"]) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert (asked["model"], asked["temperature"]) == ("small", 0)
    assert TEXT in asked["messages"][-1]["content"]


def test_the_order_of_an_answer_does_not_change_the_reading(play: Any, tmp_path: Path) -> None:
    forwards = asking(play(play.answer(GOOD)), tmp_path / "one").read()
    assert forwards == asking(play(play.answer(GOOD[::-1])), tmp_path / "two").read()
    assert said(forwards) == READ


def test_an_invented_quote_is_left_out_and_counted(play: Any, tmp_path: Path) -> None:
    invented = {"source": ["The minister"], "cue": ["vowed"], "content": ["never again"], "act": "speech"}
    reading = asking(play(play.answer([*GOOD, invented])), tmp_path).read()
    assert said(reading) == READ
    assert reading.warnings == ("3 quotes from the model were not found in the text; 1 statement left out",)


def test_a_malformed_answer_is_asked_for_once_more(play: Any, tmp_path: Path) -> None:
    server = play(play.answer("I found two statements."), play.answer(GOOD))
    reading = asking(server, tmp_path).read()
    assert said(reading) == READ and not reading.warnings
    assert reading.cost == Cost(2, 0, 200, 40)
    assert [m["role"] for m in server.asked[1]["messages"]] == ["system", "user", "assistant", "user"]


def test_an_answer_malformed_twice_is_a_warning_and_is_not_kept(play: Any, tmp_path: Path) -> None:
    server = play(play.answer("Sorry."), play.answer('{"statements": [1]}'), play.answer(GOOD))
    asker = asking(server, tmp_path)
    assert asker.read().warnings == (
        "1 of 1 passage could not be read: the model twice gave an answer that is not the JSON it was asked for",
    )
    assert len(server.asked) == 2
    assert said(asker.read()) == READ


@pytest.mark.parametrize(
    ("failure", "waits"),
    [
        ({"status": 500, "body": "oops"}, [1.0]),
        ({"status": 503, "headers": {"Retry-After": "7"}}, [7.0]),
        ({"status": 429, "headers": {"Retry-After": "0.5"}}, [1.0]),
        ({"status": 429, "headers": {"Retry-After": "30"}}, [30.0]),
        ({"after": 2.0}, [1.0]),
    ],
)
def test_what_passes_is_waited_for(play: Any, tmp_path: Path, failure: dict[str, Any], waits: list[float]) -> None:
    server = play(failure, play.answer(GOOD))
    asker = asking(server, tmp_path, patience=0.5)
    reading = asker.read()
    assert said(reading) == READ
    assert asker.waits == waits
    assert reading.cost.requests == len(server.asked) == 2


def test_a_server_that_hangs_is_given_up(play: Any, tmp_path: Path) -> None:
    server = play({"after": 60})
    asker = asking(server, tmp_path, patience=0.1)
    started = time.monotonic()
    with pytest.raises(UnansweredError, match=r"no answer within 0\.1 seconds"):
        asker.read()
    assert time.monotonic() - started < 10
    assert asker.waits == [1.0, 2.0, 4.0, 8.0] and len(server.asked) == 5


def test_a_server_that_wants_too_much_patience_is_given_up_at_once(play: Any, tmp_path: Path) -> None:
    asker = asking(play({"status": 429, "body": "tomorrow", "headers": {"Retry-After": "86400"}}), tmp_path)
    with pytest.raises(UnansweredError, match="429: tomorrow"):
        asker.read()
    assert asker.waits == []


def test_nobody_listening_is_tried_again_and_named(tmp_path: Path) -> None:
    asker = asking("http://127.0.0.1:1/v1", tmp_path)
    with pytest.raises(UnansweredError, match=r"127\.0\.0\.1:1 has not answered: ConnectError"):
        asker.read()
    assert len(asker.waits) == 4


def test_a_third_article_in_a_row_without_an_answer_ends_the_reading(play: Any, tmp_path: Path) -> None:
    asker = asking(play({"body": "<html>hello</html>"}), tmp_path)
    for _ in range(2):
        with pytest.raises(UnansweredError, match="another form"):
            asker.read()
    with pytest.raises(ReaderError, match="third time in a row"):
        asker.read()


@pytest.mark.parametrize(("status", "advice"), [(401, "_API_KEY"), (403, "_API_KEY"), (404, "_URL"), (308, "_URL")])
def test_a_wrong_key_or_address_is_told_at_once(play: Any, tmp_path: Path, status: int, advice: str) -> None:
    told = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}})
    server = play({"status": status, "body": told, "headers": {"Location": "http://127.0.0.1:1/"}})
    asker = asking(server, tmp_path)
    with pytest.raises(ReaderError, match=advice) as raised:
        asker.read()
    assert KEY not in str(raised.value) and "Incorrect API key" in str(raised.value)
    assert len(server.asked) == 1 and asker.waits == []


def test_a_question_that_is_refused_is_not_repeated(play: Any, tmp_path: Path) -> None:
    server = play({"status": 400, "body": '{"error": {"message": "context length exceeded"}}'})
    with pytest.raises(UnansweredError, match="400: context length exceeded"):
        asking(server, tmp_path).read()
    assert len(server.asked) == 1


def test_a_model_that_takes_no_temperature_is_asked_without(play: Any, tmp_path: Path) -> None:
    refused = {"status": 400, "body": '{"error": {"message": "Unsupported value: temperature"}}'}
    server = play(refused, play.answer(GOOD))
    assert said(asking(server, tmp_path).read()) == READ
    assert ["temperature" in asked for asked in server.asked] == [True, False]


def test_what_was_answered_is_not_asked_again(play: Any, tmp_path: Path) -> None:
    server = play(play.answer(GOOD))
    first, second = asking(server, tmp_path).read(), asking(server, tmp_path).read()
    assert first == second and len(server.asked) == 1
    assert second.cost == Cost(cached=1)


def test_another_model_or_text_is_another_question(play: Any, tmp_path: Path) -> None:
    server = play(play.answer(GOOD))
    asking(server, tmp_path).read()
    asking(server, tmp_path).read(TEXT + " It did.")
    other = Chat(Server(server.url, "large", KEY))
    read(Article("dam.txt", TEXT, ((0, len(TEXT)),)), attributor=ServedAttributor(other, Cache(tmp_path / "cache")))
    assert len(server.asked) == 3


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"answer": "x"}', b"\xff\xfe"])
def test_a_damaged_entry_is_ignored_and_written_anew(play: Any, tmp_path: Path, damage: bytes) -> None:
    server = play(play.answer(GOOD))
    asking(server, tmp_path).read()
    [entry] = (tmp_path / "cache").rglob("*.json")
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert said(asking(server, tmp_path).read()) == READ
    assert len(server.asked) == 2 and entry.read_bytes() == whole


def test_the_key_is_in_no_file_even_where_a_server_repeats_it(play: Any, tmp_path: Path) -> None:
    repeated = {"source": [], "cue": [KEY], "content": ["the dam will hold"], "act": "speech"}
    asking(play(play.answer(GOOD)), tmp_path).read()
    asking(play(play.answer([repeated])), tmp_path).read(TEXT + " It did.")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 1
    assert not any(KEY.encode() in path.read_bytes() for path in files)


def test_tokens_that_no_server_counted_are_said_to_be_unknown(play: Any, tmp_path: Path) -> None:
    cost = asking(play(play.answer(GOOD, usage={})), tmp_path).read().cost
    assert cost == Cost(requests=1, unreported=1) and "without a count" in str(cost)


def test_a_long_article_is_asked_about_in_passages(play: Any, tmp_path: Path) -> None:
    server = play(play.answer([]), play.answer(GOOD), play.answer([]))
    reading = asking(server, tmp_path).read("\n\n".join(["Rain fell. " * 545, TEXT, "Snow fell. " * 545]))
    assert said(reading) == READ
    assert reading.cost.requests == len(server.asked) == 3
